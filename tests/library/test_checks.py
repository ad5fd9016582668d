from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.library.conftest import mistakes

if TYPE_CHECKING:
    from tests.library.conftest import SmallLibrary


class TestOwnPictures:
    """Beyond the mistakes that need a file of their own."""

    def write_start(self, small: SmallLibrary, path: str) -> None:
        small.replace(
            "exercises/turn.yaml", "pictures: {side: left}", f"pictures: {{side: left, start: {path}}}"
        )

    def test_a_link_out_of_the_folder(self, small: SmallLibrary) -> None:
        outside = small.folder.parent / "outside.png"
        outside.write_bytes(b"")
        (small.folder / "inside.png").symlink_to(outside)
        self.write_start(small, "inside.png")
        (line,) = small.complaints()
        assert "'inside.png' is outside the folder data" in line

    @pytest.mark.parametrize("path", ["round.png", f"{'long' * 100}.png"], ids=["a circle", "a long name"])
    def test_what_no_system_can_open(self, small: SmallLibrary, path: str) -> None:
        (small.folder / "round.png").symlink_to(small.folder / "round.png")
        self.write_start(small, path)
        (line,) = small.complaints()
        assert f"there is no file '{path}' in data" in line

    def test_a_file_is_missed_even_where_other_values_are_wrong(self, small: SmallLibrary) -> None:
        self.write_start(small, "none.png")
        small.replace("exercises/turn.yaml", "number: 2", "number: two")
        small.write("words/en/exercises/turn.yaml", "")
        assert len(small.complaints()) == 3


class TestGoals:
    def test_a_goal_that_nobody_serves(self, small: SmallLibrary) -> None:
        small.replace("exercises/turn.yaml", ", flexion: 3", "")
        assert small.complaints() == ["data/exercises  no exercise serves the goal 'flexion'"]

    def test_a_goal_that_only_releases_serve(self, small: SmallLibrary) -> None:
        small.replace("exercises/turn.yaml", "rotation: 4, ", "")
        assert small.complaints() == [
            "data/exercises  only releases serve the goal 'rotation' → add a stretch or a mobilisation"
        ]


@pytest.mark.parametrize("mistake", mistakes("checks"))
def test_a_mistake_is_shown_where_it_is(small: SmallLibrary, mistake: str) -> None:
    small.assert_shown(mistake)
