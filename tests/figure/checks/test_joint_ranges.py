from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.figure.checks.joint_ranges import RANGES, angles, out_of_range

if TYPE_CHECKING:
    from tests.figure.conftest import Make


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("thoracic: {rotation: 35}", [], id="at the limit"),
        pytest.param(
            "thoracic: {rotation: 60}",
            ["thoracic rotation is 60 degrees; -35 to 35 is normal (K)"],
            id="beyond it",
        ),
        pytest.param(
            "thoracic: {rotation: -36}",
            ["thoracic rotation is -36 degrees; -35 to 35 is normal (K)"],
            id="beyond it, to the other side",
        ),
        pytest.param(
            "neck: {rotation: 40}, head: {rotation: 30}",
            ["neck rotation is 70 degrees; -60 to 60 is normal (A)"],
            id="neck and head together",
        ),
    ],
)
def test_joints_bent_too_far_are_found(stage: Make, text: str, found: list[str]) -> None:
    assert out_of_range(stage(f"pose: {{{text}}}")) == found


def test_every_measured_angle_has_a_range(stage: Make) -> None:
    made = stage("position: standing")
    measured = {name.removeprefix("left ").removeprefix("right ") for name in angles(made.posture, made.pose)}
    assert measured == set(RANGES)
