"""How a digit closes round what the hand holds: of all that its three joints can do, what lies on it best."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from generator.figure.geometry import rotations as rot

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from generator.figure.geometry.rotations import Array

    Distance = Callable[[Array], Array]
    Range = tuple[float, float]

COARSE, FINE = 10.0, 5.0  # degrees: of the first search, and on either side of what it finds
SAMPLES = np.array([0.35, 0.7, 1.0])  # places along a bone that may touch
TOUCH = 0.001  # metres that skin may give
INSIDE = 25.0  # a millimetre inside costs as much as so many beside
EFFORT = 2e-7  # metres a square degree: of two that lie alike, the easier one


@dataclass(frozen=True, slots=True)
class Digit:
    """A finger or thumb about to close.

    Attributes:
        root: where its first bone begins, world metres.
        bones: the three bones in the hand's frame at rest, metres.
        turn: the rotation of the first bone when it is not bent.
        axis: about which its joints bend.
        radius: from bone to skin, metres.
        swing: about which its base turns besides, before it bends; None for a finger.
        beyond: a direction in which its tip should come far, and what a metre of it is worth; for a thumb.
    """

    root: Array
    bones: Array
    turn: Array
    axis: Array
    radius: float
    swing: Array | None = None
    beyond: tuple[Array, float] | None = None

    def rotations(self, angles: Sequence[float]) -> list[Array]:
        """Of the three bones; angles in degrees: of the three joints, and of the swing."""
        *bends, swing = angles
        base = self.turn if self.swing is None else rot.about(self.swing, swing) @ self.turn
        return [rot.about(self.axis, float(total)) @ base for total in np.cumsum(bends)]

    def joints(self, options: Array) -> Array:
        """(n, 4, 3) where the bones begin and end, for each row of angles."""
        kinds, which = np.unique(options[:, 3], return_inverse=True)
        bases = [
            self.turn if self.swing is None else rot.about(self.swing, float(one)) @ self.turn
            for one in kinds
        ]
        straight = np.stack([self.bones @ base.T for base in bases])[which]
        total = np.radians(np.cumsum(options[:, :3], 1))[..., None]
        along = (straight @ self.axis)[..., None] * self.axis
        across = np.cross(self.axis, straight)
        bent = along + (straight - along) * np.cos(total) + across * np.sin(total)
        start = np.broadcast_to(self.root, (len(options), 1, 3))
        return np.concatenate([start, self.root + np.cumsum(bent, 1)], 1)


def closed(digit: Digit, ranges: Sequence[Range], distance: Distance) -> tuple[float, ...]:
    """The angles, in degrees, at which a digit lies on a thing best: three joints, and the swing.

    Args:
        digit: the finger or thumb.
        ranges: least and most of each angle.
        distance: signed distance to the thing, metres.
    """
    grid = [np.arange(low, high + 0.1, COARSE) for low, high in ranges]
    best = _best(digit, np.array(list(itertools.product(*grid))), distance)
    near = [
        np.clip([middle - FINE, middle, middle + FINE], low, high) if high > low else [low]
        for middle, (low, high) in zip(best, ranges, strict=True)
    ]
    return tuple(float(one) for one in _best(digit, np.array(list(itertools.product(*near))), distance))


def _best(digit: Digit, options: Array, distance: Distance) -> Array:
    joints = digit.joints(options)
    start, bone = joints[:, :3, None], np.diff(joints, axis=1)[:, :, None]
    points = start + bone * SAMPLES[:, None]
    gaps = distance(points.reshape(-1, 3)).reshape(len(options), 3, len(SAMPLES)) - digit.radius
    inside = np.clip(-TOUCH - gaps, 0, None).max((1, 2))
    cost = np.clip(gaps, 0, None).mean((1, 2)) + INSIDE * inside + EFFORT * (options[:, :3] ** 2).sum(1)
    if digit.beyond is not None:
        direction, worth = digit.beyond
        cost -= worth * ((joints[:, 3] - digit.root) @ direction)
    return np.asarray(options[int(cost.argmin())])
