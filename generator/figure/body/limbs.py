"""Arms and legs as two segments and a hinge: at rest, and reaching for a place."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from generator.figure.body.anatomy import body_of
from generator.figure.geometry import rotations as rot

if TYPE_CHECKING:
    from generator.figure.geometry.rotations import Array

MOST_REACH = 0.9985  # share of full length that a limb may stretch to a target: never quite locked


@dataclass(frozen=True, slots=True)
class Limb:
    """A limb at rest: directions and lengths of its two segments, and its hinge."""

    upper: Array
    lower: Array
    hinge: Array
    upper_length: float
    lower_length: float

    def reach(self, start: Array, goal: Array, pole: Array) -> tuple[Array, Array, Array]:
        """Directions of the two segments and their hinge, so that the limb ends at the goal.

        The middle joint points towards the pole. A goal out of reach is approached as near as can be.
        """
        a, b = self.upper_length, self.lower_length
        way = goal - start
        length = min(float(np.linalg.norm(way)), (a + b) * MOST_REACH)
        along = rot.unit(way)
        out = rot.unit(pole - along * float(pole @ along))
        cosine = float(np.clip((a * a + length * length - b * b) / (2 * a * length), -1, 1))
        middle = start + along * a * cosine + out * a * np.sqrt(1 - cosine * cosine)
        upper = rot.unit(middle - start)
        lower = rot.unit(start + along * length - middle)
        return upper, lower, rot.unit(np.cross(out, along))


@cache
def limb_of(person: str, side: str, kind: str) -> Limb:
    """The rest limb of a person: kind `arm` or `leg`."""
    joint = body_of(person).joint
    names = ("upper_arm_1", "forearm_1", "hand") if kind == "arm" else ("thigh_1", "shin_1", "foot")
    top, middle, end = (joint[f"{side}_{name}"] for name in names)
    upper, lower = rot.unit(middle - top), rot.unit(end - middle)
    hinge = rot.unit(np.cross(upper, lower)) if kind == "arm" else np.array([1.0, 0, 0])
    lengths = float(np.linalg.norm(middle - top)), float(np.linalg.norm(end - middle))
    return Limb(upper, lower, hinge, *lengths)
