from __future__ import annotations

import numpy as np
import pytest

from generator.figure.geometry import rotations as rot
from generator.figure.pose.handle import Handle

LEFT, DOWN, AHEAD = rot.direction("left"), rot.direction("down"), rot.direction("forward")
BAR = Handle(np.array([0, 1.0, 0]), LEFT, 0.016, lambda points: points[:, 1])
TABLE = Handle(np.array([0, 0.7, 0]), LEFT, 0.0, lambda points: points[:, 1] - 0.7, palm=DOWN, fingers=AHEAD)


def test_a_bar_is_held_overhand() -> None:
    fingers, palm, _ = BAR.hold(rot.direction("up"), AHEAD, None, None).T
    assert palm @ AHEAD > 0.9
    assert fingers @ LEFT == pytest.approx(0, abs=1e-9)


def test_fingers_on_a_surface_yield_to_the_forearm_but_not_further_than_a_wrist_likes() -> None:
    for degrees, turned in ((20, 20), (80, 35)):
        forearm = rot.about_y(degrees) @ AHEAD
        fingers, palm, _ = TABLE.hold(forearm, AHEAD, None, None).T
        assert rot.angle_between(fingers, AHEAD) == pytest.approx(turned)
        assert np.allclose(palm, DOWN)


def test_what_the_pose_says_of_palm_and_fingers_goes_before_the_handle() -> None:
    fingers, palm, _ = TABLE.hold(AHEAD, AHEAD, "left", "up").T
    assert np.allclose([fingers, palm], [rot.direction("up"), LEFT])


def test_the_palm_meets_the_surface_along_the_axis() -> None:
    assert np.allclose(BAR.under_palm(0.3, DOWN), [0.3, 1.016, 0])
