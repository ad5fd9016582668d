# ruff: noqa: PLR2004 - outlines of zones are numbers on the body, each of which stands once
"""The zones that a picture can mark: where an exercise stretches, works or presses, on the body at rest.

Outlines follow surface anatomy loosely: they show a reader where to feel it, not a muscle's exact border.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from generator.figure.body.anatomy import body_of
from generator.figure.body.wardrobe import HEAD, NORMAL_Z, Wardrobe

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.figure.geometry.rotations import Array, BoolArray

CENTRAL_WIDTH = 0.17  # metres: half the width of the chest that the shares of width below refer to
RIB_SLOPE = 0.50  # metres that a rib falls on each metre that it runs forward
CARTILAGE = 0.09  # metres that it rises again in front, towards the breastbone
RIB_STEP = 0.125  # share of the thorax between stripes: every second rib space, so that print shows them
STRIPED = {"ribs"}  # zones of narrow stripes, by what follows `left_` and `right_`


@cache
def _middle(person: str) -> float:
    """How far forward the middle of the chest is, half-way between breastbone and back, metres."""
    body = body_of(person)
    level = abs(body.vertices[:, 1] - body.joint["spine_9"][1]) < 0.03
    depth = body.vertices[level & body.is_skin & (abs(body.vertices[:, 0]) < 0.12), 2]
    return float(depth.min() + depth.max()) / 2


class TrunkPlaces:
    """Rest positions in body terms.

    Attributes:
        up: 0 at T12, 1 at C7.
        left: metres to the figure's left, on a chest of average width.
        round: degrees round the trunk, from 0 in front by 90 at the left side to 180 behind.
        rib: `up`, but along the slope of the ribs, which fall towards the front.
        ahead: how far the surface faces forward (1 = straight ahead).
        front, behind: whether the surface faces forward, or backward and not far to the side.
    """

    def __init__(self, wardrobe: Wardrobe, r: Array, a: Array) -> None:
        height = wardrobe.c7 - wardrobe.t12
        self.up = (r[:, 1] - wardrobe.t12) / height
        scale = CENTRAL_WIDTH / abs(wardrobe.joint["left_upper_arm_1"][0])
        self.left = r[:, 0] * scale
        forward = r[:, 2] - _middle(wardrobe.person.name)
        self.round = np.degrees(np.arctan2(self.left, forward * 1.3))  # a trunk is wider than deep
        rise = np.clip(1 - abs(self.round) / 60, 0, 1) ** 2 * CARTILAGE
        self.rib = self.up + (RIB_SLOPE * forward - rise) / height
        self.ahead = a[:, NORMAL_Z]
        self.front, self.behind = self.ahead > 0, self.ahead < 0.15
        self.trunk = (wardrobe.arms(a) < 0.5) & (a[:, HEAD] < 0.5)

    def mirror(self) -> None:
        """Take the figure's right side for its left."""
        self.left, self.round = -self.left, -self.round

    def oval(self, left: tuple[float, float], up: tuple[float, float], power: float = 3) -> BoolArray:
        """A rounded box between two distances from the midline and two heights."""
        return _oval(self.left, left, self.up, up, power)

    def patch(self, round_: tuple[float, float], up: tuple[float, float], power: float = 3) -> BoolArray:
        """A rounded box wrapped round the trunk, between two angles and two heights."""
        return _oval(self.round, round_, self.up, up, power)

    def stripes(self, first: float, count: int, width: float, round_: tuple[float, float]) -> BoolArray:
        """Stripes along the rib spaces, round at their ends; `width` is their share of the spacing."""
        number = (self.rib - first) / RIB_STEP
        off = abs(number - np.floor(number) - 0.5) / (width / 2)
        ends = abs(self.round - sum(round_) / 2) / ((round_[1] - round_[0]) / 2)
        return np.asarray((number > 0) & (number < count) & (off + ends**5 < 1))


def _oval(
    x: Array, across: tuple[float, float], y: Array, along: tuple[float, float], power: float
) -> BoolArray:
    one = (x - sum(across) / 2) / ((across[1] - across[0]) / 2)
    other = (y - sum(along) / 2) / ((along[1] - along[0]) / 2)
    return np.asarray(abs(one) ** power + abs(other) ** power < 1)


def _chest(p: TrunkPlaces) -> BoolArray:
    """Pectoralis: a fan from breastbone and collarbone that narrows towards the armpit."""
    share = np.clip((p.left - 0.010) / 0.150, 0, 1)
    middle = 0.66 + 0.10 * share
    half = 0.09 + 0.20 * (1 - share) ** 0.75
    ends = abs(share - 0.5) / 0.5
    return np.asarray(p.front & (p.left > 0.010) & (abs(p.up - middle) / half + 0.5 * ends**4 < 1))


def _lat(p: TrunkPlaces) -> BoolArray:
    """Latissimus: from the armpit down the flank and backwards, narrow above and broad below."""
    share = np.clip((0.66 - p.up) / 0.80, 0, 1)
    middle = 92 + 38 * share
    half = 17 + 13 * np.sin(np.pi * np.clip(share * 0.8 + 0.1, 0, 1))
    ends = abs(p.up - 0.26) / 0.42
    return np.asarray((abs(p.round - middle) / half) ** 3 + ends**4 < 1)


def _ribs(p: TrunkPlaces) -> BoolArray:
    """The rib spaces, round the side to where the cartilage rises to the breastbone."""
    return np.asarray(p.stripes(-0.16, 5, 0.58, (14, 138)) & (p.up > 0.24 - 2.4 * abs(p.left)))


SIDED: dict[str, Callable[[TrunkPlaces], BoolArray]] = {
    # The strip between spine and blade that slopes down and out.
    "between_shoulder_blades": lambda p: p.behind & p.oval((0.014, 0.075), (0.32, 0.98)),
    "side_of_spine": lambda p: p.behind & p.oval((0.010, 0.085), (-0.10, 0.95)),
    "chest": _chest,
    "lat": _lat,
    "ribs": _ribs,
    # Serratus anterior: the side of the ribs below the armpit. Its slips one by one looked like petals.
    "serratus": lambda p: p.patch((52, 128), (0.04, 0.62), 2.6),
    # Quadratus lumborum and the flank, between the last rib and the hip.
    "waist": lambda p: p.patch((62, 138), (-0.50, -0.06)),
    "side": lambda p: p.patch((30, 130), (-0.44, 0.66), 2.6),
}
WHOLE: dict[str, Callable[[TrunkPlaces], BoolArray]] = {
    "between_shoulder_blades": lambda p: p.behind & p.oval((-0.075, 0.075), (0.30, 0.98)),
    "upper_back": lambda p: (p.ahead < 0.35) & p.oval((-0.125, 0.125), (0.08, 1.03), 2.6),
    # The whole thoracic column and the ribs that turn with it.
    "rotators": lambda p: (p.ahead < 0.5) & p.oval((-0.17, 0.17), (-0.10, 0.80)),
    "upper_abdomen": lambda p: p.front & p.oval((-0.075, 0.075), (-0.20, 0.16)),
    # Below the collarbones.
    "upper_chest": lambda p: p.front & p.oval((-0.135, 0.135), (0.66, 0.93), 2.6),
    # Two strips beside the spine.
    "back_muscles": lambda p: (
        p.behind & (p.oval((0.011, 0.062), (-0.45, 0.92), 4) | p.oval((-0.062, -0.011), (-0.45, 0.92), 4))
    ),
}


def in_zone(name: str, wardrobe: Wardrobe, r: Array, a: Array) -> BoolArray:
    """Whether places on the body belong to a zone of a pose file."""
    p = TrunkPlaces(wardrobe, r, a)
    if name in WHOLE:
        return WHOLE[name](p) & p.trunk
    side, _, stem = name.partition("_")
    if side == "right":
        p.mirror()
    return SIDED[stem](p) & p.trunk
