"""Named points of the body, so that poses, props and arrows can say `left_knee` or `T7`."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from generator.figure.body.anatomy import SIDES, SIGN, body_of, thoracic_fraction

if TYPE_CHECKING:
    from generator.figure.body.posture import Posture
    from generator.figure.geometry.rotations import Array

JOINTS = {
    "hip": "thigh_1", "knee": "shin_1", "ankle": "foot", "shoulder": "upper_arm_1", "elbow": "forearm_1",
    "wrist": "hand", "hand": "middle_1", "toes": "toes", "toe_tip": "toe_tip", "fingertips": "middle_tip",
}  # fmt: skip

# Points on the skin: the vertebra whose height they share, then how far to the left and towards the front to
# look (metres, beyond the skin: the nearest vertex is taken), then the height above that vertebra.
SKIN = {
    "sternum": ("T5", 0.0, 0.25, 0.0),
    "upper_abdomen": ("T12", 0.0, 0.25, 0.02),
    "navel": ("T12", 0.0, 0.25, -0.13),
    "mid_back": ("T7", 0.0, -0.25, 0.0),
    "upper_back": ("T4", 0.0, -0.25, 0.0),
    "lower_back": ("T12", 0.0, -0.25, -0.10),
    "occiput": ("C7", 0.0, -0.25, 0.155),
    "forehead": ("C7", 0.0, 0.35, 0.215),
    "crown": ("C7", 0.0, 0.0, 0.45),
}
SIDED_SKIN = {
    "between_blades": ("T6", 0.045, -0.25, 0.0),
    "chest": ("T4", 0.085, 0.25, 0.0),
    "ribs": ("T9", 0.30, 0.02, 0.0),
    "lower_ribs": ("T11", 0.30, 0.02, 0.0),
    "armpit_side": ("T7", 0.30, -0.02, 0.0),
    "waist": ("T12", 0.30, 0.0, -0.10),
    "temple": ("C7", 0.25, 0.04, 0.19),
}


ARMLESS = 0.05  # most share of an arm in a vertex that stands for a point of trunk or head


@cache
def skin_vertices(person: str) -> dict[str, int]:
    """The vertex that stands for each named skin point of a person."""
    body = body_of(person)
    arms = body.parts["left_arm"] + body.parts["right_arm"] > ARMLESS
    usable = np.setdiff1d(np.unique(body.skin_quads), np.nonzero(arms)[0])
    found = {}
    wanted = dict(SKIN)
    for side in SIDES:
        wanted |= {
            f"{side}_{name}": (level, x * SIGN[side], z, up) for name, (level, x, z, up) in SIDED_SKIN.items()
        }
    for name, (level, x, z, up) in wanted.items():
        bone, _ = body.vertebra(thoracic_fraction(level))
        height = _height(person, level) + up
        place = np.array([x, height, body.joint[bone][2] + z])
        # Height counts fourfold: a point's level matters more than how near the skin comes to the place.
        off = (body.vertices[usable] - place) * [1, 4, 1]
        found[name] = int(usable[(off**2).sum(1).argmin()])
    return found


def _height(person: str, level: str) -> float:
    body = body_of(person)
    low, high = body.joint["spine_6"][1], body.joint["C7"][1]
    return float(low + thoracic_fraction(level) * (high - low))


def point(posture: Posture, name: str) -> Array:
    """Where a named point of the posed figure is.

    Raises:
        KeyError: there is no such point.
    """
    side, _, stem = name.partition("_")
    if side in SIDES and stem in JOINTS:
        return posture.position[f"{side}_{JOINTS[stem]}"]
    if name in {"pelvis", "head", "C7"}:
        return posture.position[name]
    vertices = skin_vertices(posture.person)
    if name in vertices:
        return np.asarray(posture.skin([vertices[name]])[0])
    bone, share = body_of(posture.person).vertebra(thoracic_fraction(name))
    chain = [*[f"spine_{i}" for i in range(1, 13)], "C7"]
    start, end = posture.position[bone], posture.position[chain[chain.index(bone) + 1]]
    return start + share * (end - start)


def point_names(person: str) -> list[str]:
    """Every name that `point` knows."""
    sided = [f"{side}_{stem}" for side in SIDES for stem in JOINTS]
    return [*sided, "pelvis", "head", "C7", *(f"T{i}" for i in range(1, 13)), *skin_vertices(person)]
