"""The middle of trunk, neck and head at a level of the spine, and how the body is turned there."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from generator.figure.body.anatomy import SIDES, THORACIC_VERTEBRAE, body_of, thoracic_fraction
from generator.figure.body.points import point

if TYPE_CHECKING:
    from generator.figure.body.posture import Posture
    from generator.figure.geometry.rotations import Array

SLICE = 0.02  # metres above and below a level: the section whose middle is looked for
LIMBLESS = 0.2  # most share of arms and legs in that section
VERTEBRAE = tuple(f"T{number}" for number in range(1, THORACIC_VERTEBRAE + 1))


def bone_at(person: str, level: str) -> str:
    """The bone that carries the body at `pelvis`, `head`, `C7` or a thoracic vertebra."""
    return level if level in {"pelvis", "head"} else body_of(person).vertebra(thoracic_fraction(level))[0]


@cache
def _middle(person: str, level: str) -> tuple[float, float, float]:
    """From a level's joint to the middle of the body's section there, at rest."""
    body = body_of(person)
    if level in {"pelvis", "head"}:
        joint = body.joint[level]
    else:
        bone, share = body.vertebra(thoracic_fraction(level))
        following = body.joint["C7"] if bone == "spine_12" else body.joint[f"spine_{int(bone[6:]) + 1}"]
        joint = body.joint[bone] + share * (following - body.joint[bone])
    limbs = np.sum([body.parts[f"{side}_{limb}"] for side in SIDES for limb in ("arm", "leg")], axis=0)
    near = body.is_skin & (abs(body.vertices[:, 1] - joint[1]) < SLICE) & (limbs < LIMBLESS)
    depth = body.vertices[near, 2]
    return 0.0, 0.0, float((depth.min() + depth.max()) / 2 - joint[2])


def middle(posture: Posture, level: str) -> Array:
    """The middle of the posed body at `pelvis`, `head`, `C7` or a thoracic vertebra, world metres."""
    turn = posture.rotation[bone_at(posture.person, level)]
    return np.asarray(point(posture, level) + turn @ np.array(_middle(posture.person, level)))


def nearest_middle(posture: Posture, place: Array) -> Array:
    """The middle of the chest at the vertebra whose middle is nearest to a place, world metres."""
    middles = np.array([middle(posture, level) for level in VERTEBRAE])
    return np.asarray(middles[np.linalg.norm(middles - place, axis=1).argmin()])


def around(posture: Posture, level: str, radius: float, degrees: Array, rise: Array) -> Array:
    """Places round the body's own axis at a level.

    Args:
        posture: the posed body.
        level: `pelvis`, `head`, `C7` or a thoracic vertebra.
        radius: metres from the middle.
        degrees: of each place; 0 = in front, positive = to the figure's left.
        rise: of each place, metres along the axis.
    """
    angle = np.radians(degrees)
    own = np.stack([np.sin(angle) * radius, rise, np.cos(angle) * radius], 1)
    turn = posture.rotation[bone_at(posture.person, level)]
    return np.asarray(middle(posture, level) + own @ turn.T)
