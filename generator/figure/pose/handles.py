"""What a hand can hold: a place, an axis, a surface, and a side on which the palm lies by default."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
from scipy.spatial import cKDTree

from generator.figure.body.anatomy import SIDES, SIGN, body_of
from generator.figure.body.points import point, skin_vertices
from generator.figure.geometry import rotations as rot
from generator.figure.geometry.surface import normals
from generator.problems import BadDataError, Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from generator.figure.geometry.rotations import Array
    from generator.figure.pose.props import Prop
    from generator.figure.pose.solver import Posture

CLOTH = 0.006  # metres between skin and the outside of what is worn over it
ARMLESS = 0.1  # a hand does not hold its own arm: most share of an arm in what it can hold
NEARBY = 0.05  # metres of a limb under a palm
# Degrees that a hand may turn from a handle's own direction towards the forearm's, to spare the wrist.
YIELD_ROUND, YIELD_EDGE = 20.0, 35.0
LIMBS = {"knee": ("shin_1", "thigh_1"), "thigh": ("shin_1", "thigh_1"), "shin": ("foot", "shin_1")}


@dataclass(frozen=True, slots=True)
class Handle:
    """Something to hold.

    Attributes:
        start: the point that `at: 0` means, metres.
        axis: along which `at` counts.
        radius: from the start to the surface under the palm (of a limb: asked of `surface`), metres.
        distance: signed distance to the whole thing, for closing fingers.
        palm: which way the palm faces by default; None for something round, held overhand.
        fingers: which way the fingers point by default; None lets them follow the forearm.
        on_body: whether it is a part of the body, on which a hand lies with easy fingers.
        surface: for a limb, how far its skin is from a place inside, against the palm's direction.
    """

    start: Array
    axis: Array
    radius: float
    distance: Callable[[Array], Array]
    palm: Array | None = None
    fingers: Array | None = None
    on_body: bool = False
    surface: Callable[[Array, Array], float] | None = None

    def hold(
        self,
        forearm: Array,
        forward: Array,
        palm: str | Sequence[float] | None,
        fingers: str | Sequence[float] | None,
    ) -> Array:
        """The hand's frame (fingers, palm, across) when the forearm comes from this direction.

        Round things are held overhand: fingers across the axis, palm facing forward.
        """
        across = rot.unit(forearm - self.axis * float(forearm @ self.axis))
        chosen_palm = rot.direction(palm) if palm is not None else self.palm
        if fingers is not None:
            chosen = rot.direction(fingers)
        elif self.fingers is not None:
            chosen = _towards(self.fingers, forearm, chosen_palm, YIELD_EDGE)
        elif chosen_palm is None:
            chosen = across
        else:
            chosen = forearm
        if chosen_palm is None:
            chosen_palm = np.cross(self.axis, chosen)
            chosen_palm = chosen_palm * (1 if chosen_palm @ forward > 0 else -1)
            if fingers is None:
                chosen = _towards(chosen, forearm, chosen_palm, YIELD_ROUND)
        return rot.frame(chosen - chosen_palm * float(chosen @ chosen_palm), chosen_palm)

    def under_palm(self, at: float, palm: Array) -> Array:
        """The place on the surface that the palm meets."""
        place = self.start + self.axis * at
        return place - palm * (self.radius if self.surface is None else self.surface(place, palm))


def _towards(direction: Array, goal: Array, normal: Array | None, most: float) -> Array:
    """The direction turned towards the goal, square to the normal, by so many degrees at most."""
    if normal is None:
        return direction
    flat = rot.unit(goal - normal * float(goal @ normal))
    angle = rot.angle_between(direction, flat)
    axis = np.cross(direction, flat)
    if np.linalg.norm(axis) < rot.TINY:
        return direction
    return rot.about(axis, min(angle, most)) @ direction


def find(props: tuple[Prop, ...], posture: Posture, name: str) -> Handle:
    """What a grip's `on` names: a prop's handle, a limb, or a named point of the skin.

    Raises:
        BadDataError: there is no such thing.
    """
    owner, _, part = name.partition(".")
    for prop in props:
        if prop.name == owner and part in prop.handles:
            return prop.handles[part]
    side, _, stem = name.partition("_")
    if side in SIDES and stem in LIMBS:
        return _limb(posture, side, stem)
    if name in skin_vertices(posture.person):
        return _skin_point(posture, name)
    known = [f"{prop.name}.{part}".rstrip(".") for prop in props for part in prop.handles]
    raise BadDataError(Problem(f"nothing to hold is called '{name}'", f"choose from {', '.join(known)}"))


@cache
def _trunk_and_legs(person: str) -> rot.IntArray:
    body = body_of(person)
    armless = body.parts["left_arm"] + body.parts["right_arm"] < ARMLESS
    skin = np.zeros(len(body.vertices), bool)
    skin[np.unique(body.skin_quads)] = True
    return np.nonzero(armless & skin)[0]


class _Skin:
    """The posed skin of trunk, head and legs, made when first asked for."""

    def __init__(self, posture: Posture) -> None:
        self._posture = posture
        self._made: tuple[Array, Array, cKDTree] | None = None

    def _make(self) -> tuple[Array, Array, cKDTree]:
        if self._made is None:
            chosen = _trunk_and_legs(self._posture.person)
            everything = self._posture.skin()
            outward = normals(everything, body_of(self._posture.person).skin_quads)[chosen]
            places = everything[chosen] + outward * CLOTH
            self._made = places, outward, cKDTree(places)
        return self._made

    def distance(self, points: Array) -> Array:
        """Signed distance of points from the clothed skin, metres."""
        places, outward, tree = self._make()
        _, nearest = tree.query(points)
        return np.asarray(((points - places[nearest]) * outward[nearest]).sum(1))

    def surface(self, place: Array, palm: Array) -> float:
        """How far the skin is from a place inside, against the palm's direction."""
        places, _, _ = self._make()
        off = places - place
        out = -(off @ palm)
        beside = np.linalg.norm(off + out[:, None] * palm, axis=1)
        near = (beside < NEARBY / 2) & (out > 0) & (out < 4 * NEARBY)
        return float(out[near].max()) if near.any() else 0.0

    def normal(self, place: Array) -> Array:
        """The direction out of the skin at a place on it."""
        _, outward, tree = self._make()
        _, nearest = tree.query(place)
        return np.asarray(outward[nearest])


def _limb(posture: Posture, side: str, stem: str) -> Handle:
    start, end = (posture.position[f"{side}_{bone}"] for bone in LIMBS[stem])
    axis = rot.unit(end - start)
    # By default a hand lies on the limb's upper outer side.
    outside = np.array([SIGN[side] * 0.8, 0.6, 0])
    outside = rot.unit(outside - axis * float(outside @ axis))
    skin = _Skin(posture)
    return Handle(start, axis, 0.0, skin.distance, -outside, -axis, on_body=True, surface=skin.surface)


def _skin_point(posture: Posture, name: str) -> Handle:
    skin = _Skin(posture)
    place = point(posture, name)
    outward = skin.normal(place)
    across = posture.rotation["head" if name in {"occiput", "forehead", "crown"} else "spine_9"] @ [1.0, 0, 0]
    return Handle(place + outward * CLOTH, across, 0.0, skin.distance, -outward, on_body=True)
