from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from generator.figure.body.anatomy import SIDES, body_of
from generator.figure.body.cast import CAST
from generator.figure.body.points import point, point_names
from generator.figure.checks.findings import check_stage
from generator.figure.checks.joint_ranges import angles
from generator.figure.geometry import rotations as rot
from generator.figure.pose.stage import part_vertices
from generator.problems import BadDataError

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.figure.pose.stage import Stage

    Make = Callable[..., Stage]


def angle(stage: Stage, name: str) -> float:
    return angles(stage.posture, stage.pose)[name]


def test_each_person_stands_on_both_feet_in_normal_range(stage: Make) -> None:
    for person in CAST:
        assert check_stage(stage("position: standing", person)) == []


@pytest.mark.parametrize("position", ["four_point", "lying_on_back", "lying_on_left", "lying_on_right"])
def test_the_starting_positions_need_no_more_to_be_sound(stage: Make, position: str) -> None:
    assert [
        what for what in check_stage(stage(f"position: {position}")) if "range" in what or "under" in what
    ] == []


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


def test_hands_on_the_floor_lie_on_it(stage: Make) -> None:
    made = stage("position: four_point")
    for side in SIDES:
        hand = made.vertices[part_vertices("woman-1", f"{side}_hand")]
        assert -0.015 < hand[:, 1].min() < 0.01
        assert made.posture.position[f"{side}_middle_tip"][1] < 0.02


def test_fingers_close_round_a_bar(stage: Make) -> None:
    made = stage(
        "props: [{kind: bar, at: [0, 0.35], height: 1.2}]\n"
        "pose: {arms: {grip: {on: bar, at: 0.2}, elbow_towards: left+down}}"
    )
    assert [what for what in check_stage(made) if "hand" in what] == []
    bar = made.props[0].handles[""]
    for side in SIDES:
        tips = np.array(
            [made.posture.position[f"{side}_{finger}_tip"] for finger in ("index", "middle", "ring")]
        )
        knuckles = made.posture.position[f"{side}_middle_1"]
        assert bar.distance(tips).max() < 0.03
        across = [tip - bar.start - bar.axis * float((tip - bar.start) @ bar.axis) for tip in tips]
        palm_side = knuckles - bar.start - bar.axis * float((knuckles - bar.start) @ bar.axis)
        assert all(
            part @ palm_side < 0.5 * np.linalg.norm(part) * np.linalg.norm(palm_side) for part in across
        )


def test_a_hand_on_a_knee_touches_it(stage: Make) -> None:
    made = stage(
        "position: sitting\nprops: [kind: chair]\npose: {arms: {grip: {on: left_thigh, at: 0.1, palm: down}}}"
    )
    assert [what for what in check_stage(made) if "hand" in what or "through" in what] == []


def test_what_nobody_can_hold_is_refused_by_name(stage: Make) -> None:
    with pytest.raises(BadDataError, match="nothing to hold is called 'rope'"):
        stage("pose: {left_arm: {grip: {on: rope}}}")


def test_a_number_is_solved_until_a_part_touches(stage: Make) -> None:
    made = stage(
        "position: lying_on_back\nprops: [{kind: roller, under: T7}]\npose:\n  rest:\n"
        "    - {parts: [chest], on: roller}\n    - {parts: [pelvis], by: pelvis.tilt, between: [-110, -50]}\n"
    )
    seat = made.vertices[part_vertices("woman-1", "pelvis"), 1].min()
    chest = made.vertices[part_vertices("woman-1", "chest")]
    assert abs(seat) < 0.015
    assert abs(made.props[0].distance(chest).min()) < 0.02
    assert made.pose.pelvis is not None
    assert made.pose.pelvis.tilt is not None
    assert -110 < made.pose.pelvis.tilt < -50


def test_both_legs_can_be_solved_together(stage: Make) -> None:
    made = stage(
        "position: lying_face_down\npose:\n  rest:\n    - {parts: [pelvis]}\n"
        "    - {parts: [left_shin, right_shin], by: legs.hip_flexion, between: [-20, 20]}\n"
    )
    assert made.pose.left_leg is not None
    assert made.pose.right_leg is not None
    assert made.pose.left_leg.hip_flexion == made.pose.right_leg.hip_flexion


def test_named_points_lie_where_their_names_say(stage: Make) -> None:
    made = stage("position: standing")
    places = {name: point(made.posture, name) for name in point_names("woman-1")}
    assert places["T1"][1] > places["T7"][1] > places["T12"][1]
    assert places["sternum"][2] > places["T5"][2] + 0.05
    assert places["mid_back"][2] < places["T7"][2]
    assert places["left_ribs"][0] > 0.08 > -0.08 > places["right_ribs"][0]
    assert places["crown"][1] == pytest.approx(body_of("woman-1").vertices[:, 1].max(), abs=0.03)
    with pytest.raises(KeyError):
        point(made.posture, "T13")
