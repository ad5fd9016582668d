"""Something to hold: a place, an axis, a surface, and a side on which the palm lies by default."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from generator.figure.geometry import rotations as rot

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from generator.figure.geometry.rotations import Array

# Degrees that a hand may turn from a handle's own direction towards the forearm's, to spare the wrist.
YIELD_ROUND, YIELD_EDGE = 20.0, 35.0


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
        flat: whether a hand lies on it with its fingers straight.
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
    flat: bool = False
    surface: Callable[[Array, Array], float] | None = None

    @property
    def outward(self) -> Array:
        """Away from the surface that a palm lies on; straight up from what is held anyhow."""
        return rot.up(1) if self.palm is None else -self.palm

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
