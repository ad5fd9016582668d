from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from generator.figure.body.anatomy import FINGERS, SIDES
from generator.figure.body.grasp import Digit, closed
from generator.figure.geometry.solids import Cylinder

if TYPE_CHECKING:
    from generator.figure.pose.stage import Stage
    from tests.figure.conftest import Make

BAR = (
    "camera: {azimuth: 0}\nprops: [{kind: bar, at: [0, 0.35], height: 1.2}]\n"
    "pose: {arms: {grip: {on: bar, at: 0.2}, elbow_towards: left+down}}"
)
BONES = np.array([[0.045, 0, 0], [0.025, 0, 0], [0.02, 0, 0]])
FINGER = Digit(np.zeros(3), BONES, np.eye(3), np.array([0, 0, 1.0]), 0.0085)
RANGES = ((-30.0, 90.0), (0.0, 100.0), (0.0, 60.0), (0.0, 0.0))


def _rod(radius: float) -> Cylinder:
    """Below the finger's first bone, across it."""
    middle, along = np.array([0.03, radius + 0.0085, 0]), np.array([0, 0, 0.3])
    return Cylinder(middle - along, middle + along, radius)


def _skin(angles: tuple[float, ...], rod: Cylinder) -> np.ndarray:
    joints = FINGER.joints(np.array([angles]))[0]
    places = np.concatenate(
        [joints[:-1] + np.diff(joints, axis=0) * share for share in (0.25, 0.5, 0.75, 1.0)]
    )
    return np.asarray(rod.distance(places) - FINGER.radius)


@pytest.mark.parametrize("radius", [0.012, 0.016, 0.03])
def test_a_finger_wraps_a_rod_without_going_into_it(radius: float) -> None:
    rod = _rod(radius)
    gaps = _skin(closed(FINGER, RANGES, rod.distance), rod)
    assert gaps.min() > -0.003
    assert gaps.mean() < 0.006
    assert _skin((0, 0, 0, 0), rod).mean() > gaps.mean()


def test_the_thinner_the_rod_the_more_a_finger_bends() -> None:
    bends = [sum(closed(FINGER, RANGES, _rod(radius).distance)) for radius in (0.012, 0.03, 0.2)]
    assert bends[0] > bends[1] > bends[2]


def test_rotations_lead_to_the_joints() -> None:
    angles = (30.0, 40.0, 20.0, 0.0)
    end = sum(turn @ bone for turn, bone in zip(FINGER.rotations(angles), FINGER.bones, strict=True))
    assert np.allclose(end, FINGER.joints(np.array([angles]))[0, 3])


def _round(made: Stage, side: str, name: str) -> np.ndarray:
    """Where a joint is round the bar, seen along it."""
    bar = made.props[0].handles[""]
    off = made.posture.position[f"{side}_{name}"] - bar.start
    return np.asarray(off - bar.axis * float(off @ bar.axis))


def test_the_thumb_passes_a_bar_on_its_other_side(stage: Make) -> None:
    made = stage(BAR)
    for side in SIDES:
        wrist = _round(made, side, "hand")
        finger, thumb = _round(made, side, "middle_2"), _round(made, side, "thumb_3")
        turns = [np.cross(wrist, one) @ made.props[0].handles[""].axis for one in (finger, thumb)]
        assert turns[0] * turns[1] < 0


def test_no_digit_goes_into_a_bar(stage: Make) -> None:
    made = stage(BAR)
    bar, place = made.props[0].handles[""], made.posture.position
    tips = np.array([place[f"{side}_{finger}_tip"] for side in SIDES for finger in FINGERS])
    assert bar.distance(tips).min() > 0.005


def test_the_thumb_hangs_down_before_the_back_of_a_chair(stage: Make) -> None:
    made = stage(
        "position: sitting\ncamera: {azimuth: 58}\nprops: [{kind: chair, at: [0, 0]}]\npose:\n"
        "  thoracic: {rotation: 30}\n"
        "  left_arm: {grip: {on: chair.back, at: 0.13}, elbow_towards: left+down}"
    )
    back, place = made.props[0].handles["back"], made.posture.position
    assert place["left_thumb_tip"][1] < back.start[1] - 0.02
    assert 0.004 < back.distance(place["left_thumb_tip"][None])[0] < 0.02
