"""A thing in its place: what props are made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from generator.figure.geometry.rotations import Array
    from generator.figure.geometry.solids import Solid
    from generator.figure.pose.handle import Handle

LAIN_ON = {"mat", "bed"}  # kinds whose upper side is y = 0, the floor that the figure lies on


@dataclass(frozen=True, slots=True)
class Prop:
    """A thing in its place.

    Attributes:
        solids: each with the fill that it is drawn in.
        handles: what a hand can hold of it, by name.
        ground: the height of the floor that it stands on, metres; below 0 for a bed.
    """

    kind: str
    name: str
    solids: tuple[tuple[str, Solid], ...]
    handles: dict[str, Handle]
    ground: float = 0.0

    def distance(self, points: Array) -> Array:
        """Signed distance to the nearest of its solids."""
        return np.asarray(np.min([solid.distance(points) for _, solid in self.solids], axis=0))

    def top(self, points: Array) -> Array:
        """The highest surface at each point's place."""
        return np.asarray(np.max([solid.top(points) for _, solid in self.solids], axis=0))


def given(value: float | None, default: float) -> float:
    """A size that was said, or else the usual one."""
    return default if value is None else value
