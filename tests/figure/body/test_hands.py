from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from generator.figure.body.anatomy import SIDES
from generator.figure.checks.findings import check_stage
from generator.figure.pose.stage import part_vertices

if TYPE_CHECKING:
    from generator.figure.pose.stage import Stage
    from tests.figure.conftest import Make


def test_hands_on_the_floor_lie_on_it(stage: Make) -> None:
    made = stage("position: four_point")
    for side in SIDES:
        hand = made.vertices[part_vertices("woman-1", f"{side}_hand")]
        assert -0.015 < hand[:, 1].min() < 0.01
        assert made.posture.position[f"{side}_middle_tip"][1] < 0.02


def test_fingers_close_round_a_bar(stage: Make) -> None:
    made = stage(
        "camera: {azimuth: 0}\nprops: [{kind: bar, at: [0, 0.35], height: 1.2}]\n"
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


def _spread(made: Stage, one: str, other: str) -> float:
    place = made.posture.position
    return float(np.linalg.norm(place[f"left_{one}_tip"] - place[f"left_{other}_tip"]))


def _hand(stage: Make, style: str) -> Stage:
    return stage(f"pose: {{arms: {{flexion: 60, elbow: 60, hand: {style}}}}}")


def test_a_spread_hand_parts_its_fingers_and_a_flat_one_keeps_them_together(stage: Make) -> None:
    spread, flat = _hand(stage, "spread"), _hand(stage, "flat")
    assert _spread(spread, "index", "little") > 1.3 * _spread(flat, "index", "little")
    assert _spread(spread, "thumb", "index") > 1.1 * _spread(flat, "thumb", "index")


def test_a_pointing_hand_reaches_further_with_the_index_finger_than_a_fist(stage: Make) -> None:
    def reach(style: str, finger: str) -> float:
        place = _hand(stage, style).posture.position
        return float(np.linalg.norm(place[f"left_{finger}_tip"] - place["left_hand"]))

    assert reach("point", "index") > 0.15 > reach("point", "ring")
    assert reach("fist", "index") < 0.1


def test_fingers_that_press_come_to_their_place_straight(stage: Make) -> None:
    made = stage(
        "pose: {left_arm: {fingertips_at: [0.1, 1.25, 0.35], palm: back, fingers: [-1, 0.3, 0], hand: press}}"
    )
    place = made.posture.position
    assert np.linalg.norm(place["left_middle_tip"] - [0.1, 1.25, 0.35]) < 0.012
    along = [place[f"left_middle_{joint}"] for joint in ("1", "2", "3", "tip")]
    bones = np.diff(along, axis=0)
    assert float(bones[0] @ bones[2]) / np.linalg.norm(bones[0]) / np.linalg.norm(bones[2]) > 0.9


def test_fingers_on_the_floor_part(stage: Make) -> None:
    made = stage("position: four_point")
    assert _spread(made, "index", "little") > 0.06


def test_the_thumb_lies_over_the_fingers_of_a_fist_and_of_a_hand_that_points(stage: Make) -> None:
    for style in ("fist", "point"):
        place = _hand(stage, style).posture.position
        for side in SIDES:
            thumb, middle = place[f"{side}_thumb_tip"], place[f"{side}_middle_2"]
            across = place[f"{side}_little_1"] - place[f"{side}_index_1"]
            assert np.linalg.norm(thumb - middle) < 0.05
            assert (thumb - place[f"{side}_thumb_1"]) @ across > 0  # towards the little finger's side
