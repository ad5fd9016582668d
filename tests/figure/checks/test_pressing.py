from __future__ import annotations

from typing import TYPE_CHECKING

from generator.figure.checks.pressing import not_pressing

if TYPE_CHECKING:
    from tests.figure.conftest import Make


def test_kit_that_misses_the_skin_is_found(stage: Make) -> None:
    found = not_pressing(stage("props: [{kind: ball, at: [0, 1, -0.5], presses: mid_back}]"))
    assert len(found) == 1
    assert found[0].startswith("the ball is ")
    assert found[0].endswith("mm off mid_back, which it presses")


def test_kit_that_is_put_against_the_skin_touches_it(stage: Make) -> None:
    assert not_pressing(stage("props: [{kind: ball, presses: left_between_blades}]")) == []
    assert (
        not_pressing(stage("props: [{kind: towel, presses: mid_back}, {kind: ball, at: [0, 1, -0.5]}]")) == []
    )
