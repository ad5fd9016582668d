from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from generator.figure.body.anatomy import BONES, body_of
from generator.figure.body.posture import Posture
from generator.figure.geometry import rotations as rot

if TYPE_CHECKING:
    from generator.figure.geometry.rotations import Array


def _posed(turn: Array) -> Posture:
    posture = Posture("man-1")
    posture.rotation["pelvis"], posture.position["pelvis"] = turn, body_of("man-1").hip_centre
    for bone in BONES[1:]:
        posture.place(bone, turn)
    return posture


def test_unbent_bones_leave_the_skin_at_rest() -> None:
    assert np.allclose(_posed(np.eye(3)).skin(), body_of("man-1").vertices)


def test_skin_and_named_points_turn_with_the_bones() -> None:
    body, turn = body_of("man-1"), rot.about_y(90)
    centre, toe_tip = body.hip_centre, body.joint["left_toe_tip"]
    posture = _posed(turn)
    assert np.allclose(posture.skin([5, 7]), centre + (body.vertices[[5, 7]] - centre) @ turn.T)
    posture.follow("left_toe_tip", "left_toes")
    assert np.allclose(posture.position["left_toe_tip"], centre + turn @ (toe_tip - centre))
