from __future__ import annotations

import numpy as np
import pytest

from generator.figure.body.anatomy import body_of
from generator.figure.body.cast import CAST
from generator.figure.body.wardrobe import HEAD, rest_values, wardrobe_of


@pytest.mark.parametrize("person", CAST)
def test_clothes_and_hair_cover_what_they_should_and_leave_the_rest_bare(person: str) -> None:
    wardrobe, joint = wardrobe_of(person), body_of(person).joint
    (rest, values), _ = rest_values(person)
    covers = {
        "top": wardrobe.in_top(rest, values),
        "bottom": wardrobe.in_bottom(rest, values),
        "shoe": wardrobe.in_shoe(rest, values),
        "hair": wardrobe.in_hair(rest, values),
    }

    def share(name: str, at: str, reach: float = 0.04) -> float:
        near = np.linalg.norm(rest - joint[at], axis=1) < reach
        return float(covers[name][near].mean())

    for side in ("left", "right"):
        assert share("shoe", f"{side}_toes", 0.05) > 0.9
        assert share("bottom", f"{side}_thigh_2", 0.12) == 1
        assert share("top", f"{side}_hand") == share("bottom", f"{side}_hand") == 0
    assert share("top", "spine_8", 0.2) > 0.8
    assert share("hair", "upper_lip") == 0
    assert rest[covers["hair"]][:, 1].max() == rest[values[:, HEAD] > 0.5][:, 1].max()


def test_a_garment_s_edge_grows_outwards() -> None:
    wardrobe = wardrobe_of("woman-2")
    _, (rest, values) = rest_values("woman-2")
    for covers in (wardrobe.in_top, wardrobe.in_bottom, wardrobe.in_shoe):
        less, normal, more = (covers(rest, values, grow) for grow in (-0.01, 0.0, 0.01))
        assert less.sum() < normal.sum() < more.sum()
        assert not (less & ~more).any()
