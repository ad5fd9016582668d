"""Finding what a hand can hold: a prop's handle, a limb, or a named point of the skin."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np
from scipy.spatial import cKDTree

from generator.figure.body.anatomy import SIDES, SIGN, body_of
from generator.figure.body.points import point, skin_vertices
from generator.figure.geometry import rotations as rot
from generator.figure.geometry.surface import normals
from generator.figure.pose.handle import Handle
from generator.problems import BadDataError, Problem

if TYPE_CHECKING:
    from generator.figure.body.posture import Posture
    from generator.figure.geometry.rotations import Array
    from generator.figure.pose.model import Target
    from generator.figure.pose.prop import Prop

CLOTH = 0.006  # metres between skin and the outside of what is worn over it
ARMLESS = 0.1  # a hand does not hold its own arm: most share of an arm in what it can hold
NEARBY = 0.05  # metres of a limb under a palm
LIMBS = {"knee": ("shin_1", "thigh_1"), "thigh": ("shin_1", "thigh_1"), "shin": ("foot", "shin_1")}


def find_handle(props: tuple[Prop, ...], posture: Posture, name: str) -> Handle:
    """What a grip's `on` names.

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
    raise BadDataError(
        Problem(f"there is nothing to hold called '{name}'", f"choose from {', '.join(known)}")
    )


def target_place(props: tuple[Prop, ...], posture: Posture, target: Target) -> Array:
    """The place that a target names, in world metres.

    Raises:
        BadDataError: it names a handle that does not exist.
    """
    if target.at is not None:
        return np.array(target.at, float) + target.offset
    name = str(target.point)
    start = find_handle(props, posture, name).start if "." in name else point(posture, name)
    return start + target.offset


@cache
def _trunk_and_legs(person: str) -> rot.IntArray:
    body = body_of(person)
    armless = body.parts["left_arm"] + body.parts["right_arm"] < ARMLESS
    return np.nonzero(armless & body.is_skin)[0]


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
