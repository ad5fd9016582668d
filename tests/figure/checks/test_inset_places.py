from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.figure.checks.inset_places import misplaced_insets

if TYPE_CHECKING:
    from tests.figure.conftest import View

FRONT = "camera: {azimuth: 0, elevation: 0}\n"


def knee(low: float, high: float, more: str = "") -> str:
    """An inset of the knee with an arrow along the shin."""
    ends = ", ".join(f"{{point: left_knee, up: {end}}}" for end in (low, high))
    return f"{{of: left_knee, right: 0.5, arrows: [{{path: [{ends}]{more}}}]}}"


def test_an_inset_beside_the_figure_is_found_good(scene: View) -> None:
    assert misplaced_insets(scene(f"{FRONT}insets: [{knee(-0.03, 0.03, ', over: true')}]")) == []


@pytest.mark.parametrize(
    ("inset", "said"),
    [
        ("{of: left_knee, up: 1.1, right: -0.1}", "inset 1 covers the head; move it"),
        ("{of: left_knee, up: 0.5, right: -0.1}", "inset 1 covers figure or things with "),
        ("{of: crown, radius: 0.3, zoom: 1, right: 0.9}", "inset 1 shows something on "),
        ("{of: left_knee, right: 0.9}", "inset 1 meets arrow 1; move one of them"),
        (knee(0, 0.2, ", over: true"), "inset 1's arrow 1 runs out of its circle"),
        (knee(-0.03, 0.03), "inset 1's arrow 1 has its head over the body"),
    ],
    ids=["face", "body", "empty", "arrow", "arrow out of it", "arrow inside"],
)
def test_insets_in_bad_places_are_found(scene: View, inset: str, said: str) -> None:
    ends = ", ".join(f"{{point: left_knee, right: 0.9, up: {end}}}" for end in (-0.3, 0.3))
    found = misplaced_insets(scene(f"{FRONT}arrows: [{{path: [{ends}]}}]\ninsets: [{inset}]"))
    assert any(one.startswith(said) for one in found), found
