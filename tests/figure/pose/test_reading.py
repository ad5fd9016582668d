from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.figure.pose.reading import frames, mirror, read_pose_file
from generator.problems import BadDataError

if TYPE_CHECKING:
    from tests.figure.conftest import Pose


def problems(path_text: str, pose: Pose) -> str:
    with pytest.raises(BadDataError) as caught:
        read_pose_file(pose(path_text))
    return str(caught.value)


def test_a_frame_overrides_only_what_it_says(pose: Pose) -> None:
    file = read_pose_file(
        pose(
            "person: man-1\nposition: sitting\npose: {thoracic: {flexion: 10, rotation: 5}}\n"
            "frames:\n  start: {}\n  end: {pose: {thoracic: {rotation: 30}}}\n"
        )
    )
    complete = frames(file)
    assert list(complete) == ["start", "end"]
    start, end = complete["start"].pose, complete["end"].pose
    assert (start.thoracic.flexion, start.thoracic.rotation) == (10, 5)
    assert (end.thoracic.flexion, end.thoracic.rotation) == (10, 30)
    assert start.rest[0].on == "chair"


def test_arms_are_said_for_the_left_and_mirrored_to_the_right(pose: Pose) -> None:
    file = read_pose_file(
        pose(
            "person: man-1\nprops: [{kind: bar}]\nframes: {start: {}}\n"
            "pose: {arms: {grip: {on: bar, at: 0.2}, elbow_towards: left+down}}\n"
        )
    )
    found = frames(file)["start"].pose
    assert found.left_arm.grip is not None
    assert found.right_arm.grip is not None
    assert (found.left_arm.grip.at, found.right_arm.grip.at) == (0.2, -0.2)
    assert found.right_arm.elbow_towards == "right+down"


def test_a_place_for_a_hand_replaces_the_joint_angles_below_it(pose: Pose) -> None:
    file = read_pose_file(
        pose(
            "person: man-1\npose: {left_arm: {flexion: 90}}\n"
            "frames: {start: {pose: {left_arm: {palm_at: sternum}}}, end: {}}\n"
        )
    )
    complete = frames(file)
    start, end = complete["start"].pose, complete["end"].pose
    assert "flexion" not in start.left_arm.model_fields_set
    assert end.left_arm.flexion == 90
    assert end.left_arm.palm_at is None


def test_limb_handles_are_measured_along_the_limb_on_both_sides() -> None:
    assert mirror({"on": "left_thigh", "at": 0.1}) == {"on": "right_thigh", "at": 0.1}


def test_every_mistake_is_reported_with_its_place_and_a_hint(pose: Pose) -> None:
    text = problems(
        "person: man-1\nzones: [left_chst]\nframes:\n  start:\n    pose: {lumbar: {flexon: 10}}\n", pose
    )
    assert "pose.yaml:2:9" in text
    assert "left_chest" in text
    assert "pose.yaml:5:" in text
    assert "flexion" in text


@pytest.mark.parametrize(
    ("text", "said", "hint"),
    [
        pytest.param(
            "person: man-9\nframes: {start: {}}\n", "there is no person called 'man-9'", "man-", id="a person"
        ),
        pytest.param(
            "person: man-1\nprops: [{kind: ball, under: left_chst}]\nframes: {start: {}}\n",
            "left_chst",
            "left_chest",
            id="a point",
        ),
        pytest.param(
            "person: man-1\nprops: [kind: ball]\nframes: {end: {}}\npose: {rest: [{parts: [head], on: bal}]}",
            "there is nothing called 'bal' here",
            "ball",
            id="a prop",
        ),
        pytest.param(
            "person: man-1\nframes: {start: {pose: {left_arm: {palm: sidewards}}}}\n",
            "is not a direction: 'sidewards'",
            "left",
            id="a direction",
        ),
        pytest.param(
            "person: man-1\nframes: {start: {pose: {left_arm: {palm_at: {offset: [0, 0, 1]}}}}}\n",
            "needs one place",
            "",
            id="a place",
        ),
    ],
)
def test_wrong_names_are_told_with_what_was_meant(text: str, said: str, hint: str, pose: Pose) -> None:
    found = problems(text, pose)
    assert said in found
    assert hint in found


def test_kit_presses_on_skin_not_on_a_joint(pose: Pose) -> None:
    path = pose("person: man-1\nprops: [{kind: ball, presses: left_hip}]\nframes: {start: {}}")
    with pytest.raises(BadDataError, match="no point of the skin called 'left_hip'"):
        read_pose_file(path)


def test_an_inset_is_of_a_point_or_a_thing(pose: Pose) -> None:
    text = "person: man-1\nprops: [{{kind: ball}}]\nframes: {{start: {{insets: [{{of: {}}}]}}}}\n"
    for name in ("ball", "left_knee"):
        assert read_pose_file(pose(text.format(name))).frames["start"].insets[0].of == name
    assert "no point and no thing called 'left_kne'" in problems(text.format("left_kne"), pose)


def test_a_ring_stays_a_ring_when_frames_are_laid_over_the_base(pose: Pose) -> None:
    file = read_pose_file(pose("person: man-1\nframes: {end: {arrows: [{ring: {from: -40, to: 50}}]}}\n"))
    ring = frames(file)["end"].arrows[0].ring
    assert ring
    assert (ring.from_, ring.to) == (-40, 50)


def test_a_hand_s_fingers_are_shaped_once(pose: Pose) -> None:
    text = "person: man-1\npose: {left_arm: {hand: fist, curl: 4}}\nframes: {start: {}}"
    assert "leave out either hand or curl" in problems(text, pose)
