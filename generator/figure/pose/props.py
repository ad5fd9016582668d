"""The kit: mat, roller, ball, towel, pillow, cushion, box, bar on its stand, and the furniture.

Sizes are those of common kit, in metres. A prop's `at` is the middle of its footprint on the floor.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from generator.figure.geometry import rotations as rot
from generator.figure.geometry.soft_solids import Pillow, Roll, Slab
from generator.figure.geometry.solids import Ball, Cuboid, Cylinder, Solid
from generator.figure.pose import furniture
from generator.figure.pose.handle import Handle
from generator.figure.pose.prop import Prop, given

if TYPE_CHECKING:
    from generator.figure.geometry.rotations import Array
    from generator.figure.pose.model import PropSpec

MAT_SIZE = (0.62, 0.008, 1.85)
ROLLER_RADIUS, ROLLER_LENGTH, ROLLER_HOLE = 0.075, 0.60, 0.5
BALL_RADIUS = 0.035  # a massage or tennis ball
BAR_RADIUS, BAR_HEIGHT, BAR_LENGTH = 0.016, 1.05, 1.3
POST_RADIUS, POST_ABOVE, FOOT = 0.024, 0.05, (0.10, 0.024, 0.50)
FOOTPRINT = 2  # numbers of a place on the floor: x and z
BOX_SIZE, PILLOW_SIZE, CUSHION_SIZE = (0.4, 0.2, 0.3), (0.60, 0.11, 0.38), (0.34, 0.08, 0.26)
TOWEL_RADIUS, TOWEL_LENGTH = 0.045, 0.42


def _mat(spec: PropSpec, at: Array, turn: Array) -> Prop:
    size = np.array([given(spec.width, MAT_SIZE[0]), MAT_SIZE[1], given(spec.length, MAT_SIZE[2])])
    box = Slab(
        at - [0, size[1] / 2, 0], size, turn, 0.05, creased=False
    )  # its upper side is the floor that the figure lies on
    return Prop("mat", spec.name or "mat", (("mat", box),), {})


def _roller(spec: PropSpec, at: Array, turn: Array) -> Prop:
    radius, half = given(spec.radius, ROLLER_RADIUS), given(spec.length, ROLLER_LENGTH) / 2
    axis = turn @ rot.direction(spec.axis if spec.axis is not None else "left")
    middle = at + rot.up(radius)
    solid = Cylinder(middle - axis * half, middle + axis * half, radius, ROLLER_HOLE)
    name = spec.name or "roller"
    return Prop("roller", name, (("roller", solid),), {"": Handle(middle, axis, radius, solid.distance)})


def _ball(spec: PropSpec, at: Array, _turn: Array) -> Prop:
    radius = given(spec.radius, BALL_RADIUS)
    solid = Ball(at + rot.up(radius), radius)
    handle = Handle(solid.centre, np.array([0, 1.0, 0]), radius, solid.distance)
    return Prop("ball", spec.name or "ball", (("ball", solid),), {"": handle})


def _bar(spec: PropSpec, at: Array, turn: Array) -> Prop:
    radius, height = given(spec.radius, BAR_RADIUS), given(spec.height, BAR_HEIGHT)
    half = given(spec.length, BAR_LENGTH) / 2
    axis = turn @ np.array([1.0, 0, 0])
    middle = at + rot.up(height)
    bar = Cylinder(middle - axis * half, middle + axis * half, radius)
    solids: list[tuple[str, Solid]] = [("metal", bar)]
    for sign in (-1, 1):
        foot = at + axis * half * sign
        post = Cylinder(foot, foot + np.array([0, height + POST_ABOVE, 0]), POST_RADIUS)
        solids.append(("metal", post))
        solids.append(("metal", Cuboid(foot + rot.up(FOOT[1] / 2), np.array(FOOT), turn)))
    return Prop("bar", spec.name or "bar", tuple(solids), {"": Handle(middle, axis, radius, bar.distance)})


def _towel(spec: PropSpec, at: Array, turn: Array) -> Prop:
    """A towel rolled up tightly; its axis lies level."""
    radius, half = given(spec.radius, TOWEL_RADIUS), given(spec.length, TOWEL_LENGTH) / 2
    axis = turn @ rot.direction(spec.axis if spec.axis is not None else "left")
    middle = at + rot.up(radius)
    solid = Roll(middle - axis * half, middle + axis * half, radius)
    handle = Handle(middle, axis, radius, solid.distance)
    return Prop("towel", spec.name or "towel", (("towel", solid),), {"": handle})


def _box(spec: PropSpec, at: Array, turn: Array) -> Prop:
    full = _size(spec, BOX_SIZE)
    return Prop("box", spec.name or "box", (("wood", Cuboid(at + rot.up(full[1] / 2), full, turn)),), {})


def _pillow(spec: PropSpec, at: Array, turn: Array) -> Prop:
    """A pillow or a cushion, which is a small one."""
    full = _size(spec, PILLOW_SIZE if spec.kind == "pillow" else CUSHION_SIZE)
    solid = Pillow(at + rot.up(full[1] / 2), full, turn)
    left = turn @ np.array([1.0, 0, 0])
    handle = Handle(solid.centre, left, float(full[1] / 2), solid.distance, np.array([0, -1.0, 0]))
    return Prop(spec.kind, spec.name or spec.kind, ((spec.kind, solid),), {"": handle})


# Kinds that touch the skin at one place, and their usual radius.
ROUND = {"ball": BALL_RADIUS, "roller": ROLLER_RADIUS, "towel": TOWEL_RADIUS}


def _size(spec: PropSpec, usual: tuple[float, float, float]) -> Array:
    return np.array([given(spec.width, usual[0]), given(spec.height, usual[1]), given(spec.length, usual[2])])


MAKERS = {
    "mat": _mat, "roller": _roller, "ball": _ball, "bar": _bar, "box": _box, "towel": _towel,
    "pillow": _pillow, "cushion": _pillow, "door": furniture.door, "chair": furniture.chair,
    "worktop": furniture.worktop, "bed": furniture.bed, "wall": furniture.wall,
}  # fmt: skip


def build_prop(spec: PropSpec, under: Array | None = None, pressed: Handle | None = None) -> Prop:
    """The prop in its place.

    Args:
        spec: what the pose file says of it.
        under: the body point that its `under` names.
        pressed: the skin that its `presses` names; something round without another place is put against it.
    """
    if under is None and spec.at is None and pressed is not None and spec.kind in ROUND:
        radius = given(spec.radius, ROUND[spec.kind])
        at = pressed.start + pressed.outward * radius - rot.up(radius)
    elif under is not None:
        at = np.array([under[0] + spec.offset[0], 0, under[2] + spec.offset[1]])
    elif spec.at is None:
        at = np.zeros(3)
    else:
        at = np.array(spec.at if len(spec.at) > FOOTPRINT else (spec.at[0], 0, spec.at[1]), float)
    return MAKERS[spec.kind](spec, at, rot.about_y(spec.turn))
