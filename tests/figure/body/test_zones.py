from __future__ import annotations

from typing import get_args

import numpy as np
import pytest

from generator.figure.body.wardrobe import NORMAL_Z, rest_values, wardrobe_of
from generator.figure.body.zones import TrunkPlaces, in_zone
from generator.figure.pose.model import ZoneName

(REST, VALUES), _ = rest_values("man-1")
WARDROBE = wardrobe_of("man-1")


@pytest.mark.parametrize("name", get_args(ZoneName))
def test_a_zone_is_a_patch_of_the_trunk_on_the_side_that_its_name_says(name: str) -> None:
    found = in_zone(name, WARDROBE, REST, VALUES)
    assert 0.002 < found.mean() < 0.2
    assert REST[found][:, 1].min() > WARDROBE.hip
    if name.startswith(("left", "right")):
        assert (np.sign(REST[found][:, 0]) == (1 if name.startswith("left") else -1)).all()


@pytest.mark.parametrize(
    "stem",
    ["between_shoulder_blades", "chest", "lat", "ribs", "side", "side_of_spine", "serratus", "waist"],
)
def test_both_sides_have_zones_of_one_size(stem: str) -> None:
    left, right = (in_zone(f"{side}_{stem}", WARDROBE, REST, VALUES).sum() for side in ("left", "right"))
    assert left == pytest.approx(right, rel=0.05)


@pytest.mark.parametrize(
    ("name", "front"), [("upper_back", False), ("upper_abdomen", True), ("left_chest", True)], ids=str
)
def test_a_zone_lies_in_front_or_behind(name: str, front: bool) -> None:
    ahead = VALUES[in_zone(name, WARDROBE, REST, VALUES), NORMAL_Z].mean()
    assert (ahead > 0.5) if front else (ahead < -0.5)


def _height(rib: float, round_: float) -> float:
    """How high a rib is at an angle round the trunk, metres."""
    place = TrunkPlaces(WARDROBE, REST, VALUES)
    here = place.trunk & (abs(place.rib - rib) < 0.03) & (abs(place.round - round_) < 8)
    return float(REST[here][:, 1].mean())


def test_rib_spaces_are_stripes_that_fall_towards_the_front() -> None:
    found = in_zone("left_ribs", WARDROBE, REST, VALUES)
    side = found & (abs(REST[:, 2] - REST[found][:, 2].mean()) < 0.01)
    heights = np.sort(REST[side][:, 1])
    assert (np.diff(heights) > 0.008).sum() >= 2
    assert _height(0.2, 110) > _height(0.2, 60) + 0.03
    assert REST[found][:, 2].max() - REST[found][:, 2].min() > 0.15


def test_the_back_muscles_lie_on_both_sides_of_the_spine_and_not_on_it() -> None:
    across = REST[in_zone("back_muscles", WARDROBE, REST, VALUES)][:, 0]
    assert abs(across).min() > 0.008
    assert (across > 0).sum() == pytest.approx((across < 0).sum(), rel=0.05)
