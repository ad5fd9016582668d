"""The kit: mat, roller, ball, chair, door frame, bar on its stand, box and pillow.

Sizes are those of common kit, in metres. A prop's `at` is the middle of its footprint on the floor.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from generator.figure.body.anatomy import SIDES, SIGN
from generator.figure.geometry import rotations as rot
from generator.figure.geometry.solids import Ball, Cuboid, Cylinder, Solid
from generator.figure.pose.handle import Handle

if TYPE_CHECKING:
    from generator.figure.geometry.rotations import Array
    from generator.figure.pose.model import PropSpec

MAT_SIZE = (0.62, 0.012, 1.85)
ROLLER_RADIUS, ROLLER_LENGTH, ROLLER_HOLE = 0.075, 0.60, 0.5
BALL_RADIUS = 0.035  # a massage or tennis ball
BAR_RADIUS, BAR_HEIGHT, BAR_LENGTH = 0.016, 1.05, 1.3
POST_RADIUS, POST_ABOVE, FOOT = 0.024, 0.05, (0.10, 0.024, 0.50)
DOOR_OPENING, DOOR_HEIGHT, FRAME_WIDTH, FRAME_DEPTH = 0.82, 2.0, 0.075, 0.10
SEAT_HEIGHT, SEAT_WIDTH, SEAT_DEPTH, SEAT_THICKNESS = 0.45, 0.42, 0.42, 0.04
CHAIR_LEG, BACK_HEIGHT, RAIL_THICKNESS = 0.035, 0.88, 0.022
RAILS = ((0.80, 0.15), (0.62, 0.06))  # height of the middle and height of each back rail
FOOTPRINT = 2  # numbers of a place on the floor: x and z
BOX_SIZE, PILLOW_SIZE = (0.4, 0.2, 0.3), (0.42, 0.09, 0.30)


@dataclass(frozen=True, slots=True)
class Prop:
    """A thing in its place: solids with the fill that each is drawn in, and handles by name."""

    kind: str
    name: str
    solids: tuple[tuple[str, Solid], ...]
    handles: dict[str, Handle]

    def distance(self, points: Array) -> Array:
        """Signed distance to the nearest of its solids."""
        return np.asarray(np.min([solid.distance(points) for _, solid in self.solids], axis=0))

    def top(self, points: Array) -> Array:
        """The highest surface at each point's place."""
        return np.asarray(np.max([solid.top(points) for _, solid in self.solids], axis=0))


def _or(value: float | None, default: float) -> float:
    return default if value is None else value


def _mat(spec: PropSpec, at: Array, turn: Array) -> Prop:
    size = np.array([_or(spec.width, MAT_SIZE[0]), MAT_SIZE[1], _or(spec.length, MAT_SIZE[2])])
    box = Cuboid(at - [0, size[1] / 2, 0], size, turn)  # its upper side is the floor that the figure lies on
    return Prop("mat", spec.name or "mat", (("mat", box),), {})


def _roller(spec: PropSpec, at: Array, turn: Array) -> Prop:
    radius, half = _or(spec.radius, ROLLER_RADIUS), _or(spec.length, ROLLER_LENGTH) / 2
    axis = turn @ rot.direction(spec.axis if spec.axis is not None else "left")
    middle = at + rot.up(radius)
    solid = Cylinder(middle - axis * half, middle + axis * half, radius, ROLLER_HOLE)
    name = spec.name or "roller"
    return Prop("roller", name, (("roller", solid),), {"": Handle(middle, axis, radius, solid.distance)})


def _ball(spec: PropSpec, at: Array, _turn: Array) -> Prop:
    radius = _or(spec.radius, BALL_RADIUS)
    solid = Ball(at + rot.up(radius), radius)
    handle = Handle(solid.centre, np.array([0, 1.0, 0]), radius, solid.distance)
    return Prop("ball", spec.name or "ball", (("ball", solid),), {"": handle})


def _bar(spec: PropSpec, at: Array, turn: Array) -> Prop:
    radius, height = _or(spec.radius, BAR_RADIUS), _or(spec.height, BAR_HEIGHT)
    half = _or(spec.length, BAR_LENGTH) / 2
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


def _door(spec: PropSpec, at: Array, turn: Array) -> Prop:
    """A doorway in the figure's side-to-side plane: posts left and right, lintel above."""
    half, height = _or(spec.width, DOOR_OPENING) / 2, _or(spec.height, DOOR_HEIGHT)
    upright = np.array([FRAME_WIDTH, height, FRAME_DEPTH])
    lintel = np.array([2 * half + 2 * FRAME_WIDTH, FRAME_WIDTH, FRAME_DEPTH])
    beam = Cuboid(at + rot.up(height + FRAME_WIDTH / 2), lintel, turn)
    solids: list[tuple[str, Solid]] = [("wood", beam)]
    handles = {}
    for side in SIDES:
        out = turn @ np.array([SIGN[side], 0, 0])
        post = Cuboid(at + out * (half + FRAME_WIDTH / 2) + [0, height / 2, 0], upright, turn)
        solids.append(("wood", post))
        ahead = turn @ np.array([0, 0, 1.0])
        up = np.array([0, 1.0, 0])
        front = at + out * (half + FRAME_WIDTH / 2) + ahead * FRAME_DEPTH / 2
        # Each face of a post is a handle, since which one a palm lies on depends on where the figure stands;
        # `_front` is the face towards +z. The fingers follow the forearm and close round the edge.
        handles[f"{side}_post"] = Handle(at + out * half, up, 0.0, post.distance, out)
        outer = at + out * (half + FRAME_WIDTH)
        handles[f"{side}_post_outside"] = Handle(outer, up, 0.0, post.distance, -out)
        handles[f"{side}_post_front"] = Handle(front, up, 0.0, post.distance, -ahead)
        back = front - ahead * FRAME_DEPTH
        handles[f"{side}_post_back"] = Handle(back, up, 0.0, post.distance, ahead)
    return Prop("door", spec.name or "door", tuple(solids), handles)


def _chair(spec: PropSpec, at: Array, turn: Array) -> Prop:
    """A plain wooden chair that faces +z."""
    seat = _or(spec.height, SEAT_HEIGHT)
    out: list[tuple[str, Solid]] = []

    def add(place: tuple[float, float, float], size: tuple[float, float, float]) -> Cuboid:
        box = Cuboid(at + turn @ np.array(place), np.array(size), turn)
        out.append(("wood", box))
        return box

    back = -SEAT_DEPTH / 2
    # The seat ends at the posts' front: inside them, its sides would lie in the very plane of theirs.
    depth = SEAT_DEPTH - CHAIR_LEG / 2
    add((0, seat - SEAT_THICKNESS / 2, CHAIR_LEG / 4), (SEAT_WIDTH, SEAT_THICKNESS, depth))
    for sign in (-1, 1):
        x = sign * (SEAT_WIDTH / 2 - CHAIR_LEG / 2)
        under = seat - SEAT_THICKNESS
        add((x, under / 2, SEAT_DEPTH / 2 - CHAIR_LEG / 2), (CHAIR_LEG, under, CHAIR_LEG))
        add((x, BACK_HEIGHT / 2, back), (CHAIR_LEG, BACK_HEIGHT, CHAIR_LEG))
    for height, tall in RAILS:
        rail = (SEAT_WIDTH - 2 * CHAIR_LEG, tall, RAIL_THICKNESS)
        add((0, height, back), rail)
    everything = Prop("chair", spec.name or "chair", tuple(out), {})
    left, down, behind = turn @ np.array([1.0, 0, 0]), np.array([0, -1.0, 0]), turn @ np.array([0, 0, -1.0])
    top = RAILS[0][0] + RAILS[0][1] / 2
    handles = {
        "back": Handle(at + rot.up(top) - behind * back, left, 0.0, everything.distance, down, behind),
        "seat": Handle(at + rot.up(seat), left, 0.0, everything.distance, down, -behind),
    }
    for side in SIDES:
        beside = left * SIGN[side]
        post = at + beside * SEAT_WIDTH / 2 - behind * back
        handles[f"{side}_back_post"] = Handle(post, -down, 0.0, everything.distance, -beside, behind)
    return Prop("chair", everything.name, everything.solids, handles)


def _box(spec: PropSpec, at: Array, turn: Array) -> Prop:
    kind, size = ("pillow", PILLOW_SIZE) if spec.kind == "pillow" else ("wood", BOX_SIZE)
    full = np.array([_or(spec.width, size[0]), _or(spec.height, size[1]), _or(spec.length, size[2])])
    box = Cuboid(at + rot.up(full[1] / 2), full, turn)
    return Prop(spec.kind, spec.name or spec.kind, ((kind, box),), {})


MAKERS = {
    "mat": _mat, "roller": _roller, "ball": _ball, "bar": _bar,
    "door": _door, "chair": _chair, "box": _box, "pillow": _box,
}  # fmt: skip


def build_prop(spec: PropSpec, under: Array | None = None) -> Prop:
    """The prop in its place; `under` is the body point that the spec's `under` names."""
    if under is not None:
        at = np.array([under[0] + spec.offset[0], 0, under[2] + spec.offset[1]])
    elif spec.at is None:
        at = np.zeros(3)
    else:
        at = np.array(spec.at if len(spec.at) > FOOTPRINT else (spec.at[0], 0, spec.at[1]), float)
    return MAKERS[spec.kind](spec, at, rot.about_y(spec.turn))
