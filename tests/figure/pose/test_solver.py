from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from generator.figure.body.anatomy import SIDES
from generator.figure.checks.joint_ranges import angles
from generator.figure.geometry import rotations as rot

if TYPE_CHECKING:
    from generator.figure.pose.stage import Stage
    from tests.figure.conftest import Make


def angle(stage: Stage, name: str) -> float:
    return angles(stage.posture, stage.pose)[name]


def test_joint_angles_are_what_the_pose_says(stage: Make) -> None:
    made = stage(
        "pose: {right_arm: {flexion: 90, abduction: 0, elbow: 40}, left_leg: {hip_flexion: 70, knee: 60}}"
    )
    assert angle(made, "right elbow") == pytest.approx(40, abs=0.5)
    assert angle(made, "right shoulder elevation") == pytest.approx(90, abs=1)
    assert angle(made, "left knee") == pytest.approx(60, abs=0.5)
    assert angle(made, "left hip flexion") == pytest.approx(70, abs=2)


def test_thoracic_flexion_rounds_the_back_and_keeps_the_lower_back_straight(stage: Make) -> None:
    straight, round_ = stage("pose: {}"), stage("pose: {thoracic: {flexion: 40, apex: T6}}")

    def bend(made: Stage, low: str, high: str) -> float:
        return rot.angle_between(
            made.posture.rotation[low] @ [0, 1.0, 0], made.posture.rotation[high] @ [0, 1.0, 0]
        )

    assert bend(round_, "spine_5", "spine_12") == pytest.approx(40, abs=0.1)
    assert bend(round_, "spine_1", "spine_5") == pytest.approx(bend(straight, "spine_1", "spine_5"), abs=0.1)
    assert bend(round_, "spine_8", "spine_9") > 1.5 * bend(round_, "spine_11", "spine_12")


def test_positive_side_bend_and_rotation_are_to_the_left(stage: Make) -> None:
    bent, turned = stage("pose: {thoracic: {side_bend: 20}}"), stage("pose: {thoracic: {rotation: 30}}")
    assert bent.posture.position["head"][0] > 0.05
    assert (turned.posture.rotation["spine_12"] @ [0, 0, 1.0])[0] > 0.4


def test_feet_and_hands_go_where_they_are_sent(stage: Make) -> None:
    made = stage("pose: {legs: {foot_at: [0.2, 0, 0.3]}, rest: [], pelvis: {at: [0, 0.6, 0]}}")
    for side, x in zip(SIDES, (0.2, -0.2), strict=True):
        assert np.allclose(made.posture.position[f"{side}_foot"][[0, 2]], [x, 0.3], atol=2e-3)
