# ruff: noqa: PLR2004 - outlines of zones are numbers on the body, each of which stands once
"""The zones that a picture can mark: where an exercise stretches or presses, on the body at rest.

Outlines follow surface anatomy loosely: they show a reader where to feel it, not a muscle's exact border.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from generator.figure.body.wardrobe import HEAD, NORMAL_X, NORMAL_Z, Wardrobe

if TYPE_CHECKING:
    from generator.figure.geometry.rotations import Array, BoolArray

CENTRAL_WIDTH = 0.17  # metres: half the width of the chest that the shares of width below refer to


class TrunkPlaces:
    """Rest positions in body terms.

    Attributes:
        up: 0 at T12, 1 at C7.
        left: metres to the figure's left, on a chest of average width.
        facing: the surface's direction (x left, z front).
    """

    def __init__(self, wardrobe: Wardrobe, r: Array, a: Array) -> None:
        self.up = (r[:, 1] - wardrobe.t12) / (wardrobe.c7 - wardrobe.t12)
        scale = CENTRAL_WIDTH / abs(wardrobe.joint["left_upper_arm_1"][0])
        self.left = r[:, 0] * scale
        self.side_ways, self.ahead = a[:, NORMAL_X], a[:, NORMAL_Z]
        self.trunk = (wardrobe.arms(a) < 0.5) & (a[:, HEAD] < 0.5)

    def oval(self, left: tuple[float, float], up: tuple[float, float], power: float = 3) -> BoolArray:
        """A rounded box between two distances from the midline and two heights."""
        across = (self.left - sum(left) / 2) / ((left[1] - left[0]) / 2)
        along = (self.up - sum(up) / 2) / ((up[1] - up[0]) / 2)
        return np.asarray(abs(across) ** power + abs(along) ** power < 1)


def _sided(name: str, p: TrunkPlaces) -> BoolArray:
    side, _, stem = name.partition("_")
    if side == "right":
        p.left, p.side_ways = -p.left, -p.side_ways
    behind, front = p.ahead < 0.15, p.ahead > 0
    if stem == "between_shoulder_blades":  # the strip between spine and blade that slopes down and out
        return behind & p.oval((0.014, 0.075), (0.32, 0.98))
    if stem == "side_of_spine":
        return behind & p.oval((0.010, 0.085), (-0.10, 0.95))
    if stem == "chest":  # pectoralis, from breastbone to armpit
        return front & p.oval((0.016, 0.152), (0.46, 0.88))
    if stem == "lat":  # behind and below the armpit
        return (p.side_ways > 0.30) & (p.ahead < 0.55) & p.oval((0.05, 0.26), (0.05, 0.66))
    if stem == "ribs":  # round the side, and on over the front to where the gaps end at the cartilage
        return (p.side_ways > np.where(front, -0.10, 0.25)) & p.oval((0.025, 0.26), (-0.06, 0.53))
    return (p.side_ways > 0.40) & p.oval((0.04, 0.26), (-0.42, 0.66))


def in_zone(name: str, wardrobe: Wardrobe, r: Array, a: Array) -> BoolArray:
    """Whether places on the body belong to a zone of a pose file."""
    p = TrunkPlaces(wardrobe, r, a)
    behind, front = p.ahead < 0.15, p.ahead > 0
    if name == "between_shoulder_blades":
        found = behind & p.oval((-0.075, 0.075), (0.30, 0.98))
    elif name == "upper_back":
        found = (p.ahead < 0.35) & p.oval((-0.125, 0.125), (0.08, 1.03), 2.6)
    elif name == "rotators":  # the whole thoracic column and the ribs that turn with it
        found = (p.ahead < 0.5) & p.oval((-0.17, 0.17), (-0.10, 0.80))
    elif name == "upper_abdomen":
        found = front & p.oval((-0.075, 0.075), (-0.20, 0.16))
    else:
        found = _sided(name, p)
    return found & p.trunk
