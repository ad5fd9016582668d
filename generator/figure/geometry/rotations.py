"""Small rotation algebra in the figure's world.

World: metres; +x is the figure's left, +y is up, +z is the way a standing figure faces. Angles are in
    degrees.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from collections.abc import Sequence

Array: TypeAlias = npt.NDArray[np.float64]
IntArray: TypeAlias = npt.NDArray[np.int64]
BoolArray: TypeAlias = npt.NDArray[np.bool_]

TINY = 1e-9  # below this a length counts as nothing

DIRECTIONS: dict[str, tuple[float, float, float]] = {
    "left": (1, 0, 0),
    "right": (-1, 0, 0),
    "up": (0, 1, 0),
    "down": (0, -1, 0),
    "forward": (0, 0, 1),
    "back": (0, 0, -1),
}


def up(height: float) -> Array:
    """A step straight up, metres."""
    return np.array([0, height, 0])


def about_x(degrees: float) -> Array:
    """Rotation about +x: a positive angle tips a standing figure forward."""
    c, s = np.cos(np.radians(degrees)), np.sin(np.radians(degrees))
    return np.array([[1, 0, 0], [0, c, -s], [0, s, c]])


def about_y(degrees: float) -> Array:
    """Rotation about +y: a positive angle turns a standing figure to its left."""
    c, s = np.cos(np.radians(degrees)), np.sin(np.radians(degrees))
    return np.array([[c, 0, s], [0, 1, 0], [-s, 0, c]])


def about_z(degrees: float) -> Array:
    """Rotation about +z: a positive angle tips a standing figure to its right."""
    c, s = np.cos(np.radians(degrees)), np.sin(np.radians(degrees))
    return np.array([[c, -s, 0], [s, c, 0], [0, 0, 1]])


def unit(vector: Array | Sequence[float]) -> Array:
    """The vector at length one; a null vector stays null."""
    vector = np.asarray(vector, float)
    result: Array = vector / max(float(np.linalg.norm(vector)), TINY)
    return result


def about(axis: Array, degrees: float) -> Array:
    """Rotation about any axis (Rodrigues)."""
    x, y, z = unit(axis)
    cross = np.array([[0, -z, y], [z, 0, -x], [-y, x, 0]])
    angle = np.radians(degrees)
    result: Array = np.eye(3) + np.sin(angle) * cross + (1 - np.cos(angle)) * cross @ cross
    return result


def frame(direction: Array, side: Array) -> Array:
    """An orthonormal frame in columns: the direction, the side made square to it, and their cross product."""
    direction = unit(direction)
    side = unit(side - direction * float(direction @ side))
    return np.stack([direction, side, np.cross(direction, side)], 1)


def swing(start: Array, end: Array) -> Array:
    """The shortest rotation that takes one direction to another."""
    start, end = unit(start), unit(end)
    axis = np.cross(start, end)
    sine = float(np.linalg.norm(axis))
    if sine < TINY:
        return np.eye(3)
    return about(axis, float(np.degrees(np.arctan2(sine, start @ end))))


def twist_degrees(rotation: Array, axis: Array) -> float:
    """How far a rotation turns about (the image of) the axis once its swing is taken away."""
    image = rotation @ axis
    twist = rotation @ swing(axis, image).T
    turn = np.array([twist[2, 1] - twist[1, 2], twist[0, 2] - twist[2, 0], twist[1, 0] - twist[0, 1]])
    return float(np.degrees(np.arctan2(image @ turn / 2, (np.trace(twist) - 1) / 2)))


def angle_between(one: Array, other: Array) -> float:
    """The angle between two vectors, 0 to 180."""
    return float(np.degrees(np.arccos(np.clip(unit(one) @ unit(other), -1, 1))))


def direction(value: str | Sequence[float]) -> Array:
    """A direction from words such as `left+up`, or from three numbers.

    Raises:
        KeyError: a word is not one of `DIRECTIONS`.
    """
    if isinstance(value, str):
        return unit(np.sum([DIRECTIONS[word.strip()] for word in value.split("+")], axis=0))
    return unit(value)
