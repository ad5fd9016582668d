from __future__ import annotations

import numpy as np
import pytest

from generator.figure.body.limbs import limb_of
from generator.figure.geometry import rotations as rot

START = np.array([0.2, 1.4, 0.0])


@pytest.mark.parametrize("kind", ["arm", "leg"])
@pytest.mark.parametrize("pole", ["back", "left+down"])
def test_a_limb_ends_at_its_goal_and_bends_towards_its_pole(kind: str, pole: str) -> None:
    limb, towards = limb_of("woman-1", "left", kind), rot.direction(pole)
    goal = START + np.array([0.05, -0.3, 0.2])
    upper, lower, hinge = limb.reach(START, goal, towards)
    middle = START + upper * limb.upper_length
    assert np.allclose(middle + lower * limb.lower_length, goal)
    assert (middle - (START + goal) / 2) @ towards > 0.05
    assert [float(hinge @ part) for part in (upper, lower)] == pytest.approx([0, 0], abs=1e-9)


def test_a_goal_out_of_reach_is_approached_with_a_limb_all_but_straight() -> None:
    limb = limb_of("woman-1", "left", "arm")
    upper, lower, _ = limb.reach(START, START + np.array([0, 0, 5.0]), rot.direction("down"))
    assert rot.angle_between(upper, lower) < 10
    assert upper[2] > 0.99
