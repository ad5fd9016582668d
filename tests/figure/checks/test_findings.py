from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.figure.checks import findings
from generator.figure.checks.joint_ranges import RANGES, angles

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.figure.pose.stage import Stage
    from tests.figure.conftest import Pose

    Make = Callable[..., Stage]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("pose: {rest: [], pelvis: {at: [0, 0.70, 0]}, legs: {hip_flexion: 0, knee: 0}}", "under the floor"),
        ("props: [{kind: box, at: [0, 0], height: 0.3}]", "inside the box"),
        ("pose: {left_arm: {palm_at: [1.5, 1.5, 0]}}", "left hand is"),
        (
            "pose: {left_arm: {wrist_at: [0, 1.1, -0.02], elbow_towards: left}}",
            "left arm passes through the trunk",
        ),
        (
            "pose: {right_leg: {foot_at: [0.1, 0, 0]}}",
            "right leg passes through the other leg",
        ),
        ("pose: {thoracic: {rotation: 60}}", "thoracic rotation is 60 degrees"),
        ("camera: {azimuth: 0}\nzones: [upper_back]", "zone upper_back"),
        ("pose: {legs: {foot_at: [0.1, 0, 0.9]}, pelvis: {at: [0, 0.9, 0]}, rest: []}", "foot is"),
        (
            "props: [{kind: bar, at: [0, 2], height: 1}]\npose: {left_arm: {grip: {on: bar}}}",
            "off bar",
        ),
        (
            (
                "position: lying_on_back\nprops: [{kind: roller, at: [0, 2]}]\n"
                "pose: {rest: [{parts: [pelvis]}, {parts: [head], on: roller, by: neck.flexion}]}"
            ),
            "above the roller",
        ),
    ],
)
def test_what_cannot_be_is_found(stage: Make, text: str, said: str) -> None:
    assert said in "\n".join(findings.check_stage(stage(text)))


def test_a_zone_that_faces_the_camera_is_found_good(stage: Make) -> None:
    assert findings.unseen_zones(stage("camera: {azimuth: 180}\nzones: [upper_back]")) == []


def test_every_measured_angle_has_a_range(stage: Make) -> None:
    made = stage("position: standing")
    measured = {name.removeprefix("left ").removeprefix("right ") for name in angles(made.posture, made.pose)}
    assert measured == set(RANGES)


def test_a_file_is_checked_frame_by_frame(pose: Pose) -> None:
    path = pose("person: man-1\nframes: {start: {}, end: {pose: {lumbar: {rotation: 40}}}}\n")
    assert [str(finding).split(" is ")[0] for finding in findings.check_file(path)] == [
        "pose end: lumbar rotation"
    ]
