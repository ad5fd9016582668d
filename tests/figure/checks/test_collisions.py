from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.figure.checks.collisions import through_body

if TYPE_CHECKING:
    from tests.figure.conftest import Make


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param(
            "pose: {left_arm: {wrist_at: [0, 1.1, -0.02], elbow_towards: left}}",
            "the left arm passes through the trunk",
            id="arm through trunk",
        ),
        pytest.param(
            "pose: {right_leg: {foot_at: [0.1, 0, 0]}}",
            "the right leg passes through the other leg",
            id="leg through leg",
        ),
    ],
)
def test_a_limb_that_passes_through_the_body_is_found(stage: Make, text: str, said: str) -> None:
    assert said in through_body(stage(text))


def test_limbs_beside_the_body_pass_through_nothing(stage: Make) -> None:
    assert through_body(stage("position: standing")) == []
