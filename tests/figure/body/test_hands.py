from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from generator.figure.body.anatomy import SIDES
from generator.figure.checks.findings import check_stage
from generator.figure.pose.stage import part_vertices

if TYPE_CHECKING:
    from tests.figure.conftest import Make


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
