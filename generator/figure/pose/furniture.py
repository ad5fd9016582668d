"""Furniture: chair, door frame, worktop, bed and wall.

Sizes are those of common furniture, in metres. `at` is the middle of its footprint on the floor.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from generator.figure.body.anatomy import SIDES, SIGN
from generator.figure.geometry import rotations as rot
from generator.figure.geometry.soft_solids import Slab
from generator.figure.geometry.solids import Cuboid, Solid
from generator.figure.pose.handle import Handle
from generator.figure.pose.prop import Prop, given

if TYPE_CHECKING:
    from generator.figure.geometry.rotations import Array
    from generator.figure.pose.model import PropSpec

DOOR_OPENING, DOOR_HEIGHT, FRAME_WIDTH, FRAME_DEPTH = 0.82, 2.0, 0.075, 0.10
SEAT_HEIGHT, SEAT_WIDTH, SEAT_DEPTH, SEAT_THICKNESS = 0.45, 0.42, 0.42, 0.04
CHAIR_LEG, BACK_HEIGHT, RAIL_THICKNESS = 0.035, 0.88, 0.022
# Back rails: how far the middle is below the top of a back of the usual height, and the rail's own height.
# Both shrink with a lower back.
RAILS = ((0.08, 0.15), (0.26, 0.06))
WORKTOP_HEIGHT, WORKTOP_SIZE, WORKTOP_LEG = 0.90, (1.10, 0.035, 0.60), 0.05
EDGE_GRIP = 0.05  # from a worktop's edge to the middle of a palm that lies on it
BED_SIZE = (0.90, 0.16, 2.0)  # of the mattress
BED_FRAME, BED_LEG, BED_LEGS, HEADBOARD = 0.07, 0.06, 0.14, (0.30, 0.04)
WALL_SIZE, WALL_EDGE = (1.2, 1.95, 0.07), 0.012
SKIRTING = (0.09, 0.014)  # height and thickness


def door(spec: PropSpec, at: Array, turn: Array) -> Prop:
    """A doorway in the figure's side-to-side plane: posts left and right, lintel above."""
    half, height = given(spec.width, DOOR_OPENING) / 2, given(spec.height, DOOR_HEIGHT)
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


def chair(spec: PropSpec, at: Array, turn: Array) -> Prop:
    """A plain wooden chair that faces +z."""
    seat = given(spec.height, SEAT_HEIGHT)
    top = given(spec.back, BACK_HEIGHT)
    share = (top - seat) / (BACK_HEIGHT - SEAT_HEIGHT)
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
        add((x, top / 2, back), (CHAIR_LEG, top, CHAIR_LEG))
    for below, tall in RAILS:
        rail = (SEAT_WIDTH - 2 * CHAIR_LEG, tall * share, RAIL_THICKNESS)
        add((0, top - below * share, back), rail)
    everything = Prop("chair", spec.name or "chair", tuple(out), {})
    left, down, behind = turn @ np.array([1.0, 0, 0]), np.array([0, -1.0, 0]), turn @ np.array([0, 0, -1.0])
    edge = top - (RAILS[0][0] - RAILS[0][1] / 2) * share
    handles = {
        "back": Handle(at + rot.up(edge) - behind * back, left, 0.0, everything.distance, down, behind),
        "seat": Handle(at + rot.up(seat), left, 0.0, everything.distance, down, -behind),
    }
    for side in SIDES:
        beside = left * SIGN[side]
        post = at + beside * SEAT_WIDTH / 2 - behind * back
        handles[f"{side}_back_post"] = Handle(post, -down, 0.0, everything.distance, -beside, behind)
    return Prop("chair", everything.name, everything.solids, handles)


class _Builder:
    """Collects the boxes of a piece of furniture that is turned about the vertical."""

    def __init__(self, at: Array, turn: Array) -> None:
        self.at, self.turn = at, turn
        self.solids: list[tuple[str, Solid]] = []

    def add(self, fill: str, place: tuple[float, float, float], size: tuple[float, float, float]) -> Cuboid:
        box = Cuboid(self.at + self.turn @ np.array(place), np.array(size), self.turn)
        self.solids.append((fill, box))
        return box


def worktop(spec: PropSpec, at: Array, turn: Array) -> Prop:
    """A kitchen worktop or firm table on four legs; its front, where one stands, is towards -z."""
    high = given(spec.height, WORKTOP_HEIGHT)
    wide, deep = given(spec.width, WORKTOP_SIZE[0]), given(spec.length, WORKTOP_SIZE[2])
    thick = WORKTOP_SIZE[1]
    build = _Builder(at, turn)
    top = build.add("wood", (0, high - thick / 2, 0), (wide, thick, deep))
    under = high - thick
    for x in (-1, 1):
        for z in (-1, 1):
            inset = WORKTOP_LEG / 2 + 0.03
            place = (x * (wide / 2 - inset), under / 2, z * (deep / 2 - inset))
            build.add("wood", place, (WORKTOP_LEG, under, WORKTOP_LEG))
    left, down, away = turn @ np.array([1.0, 0, 0]), np.array([0, -1.0, 0]), turn @ np.array([0, 0, 1.0])
    edge = at + rot.up(high) + away * (EDGE_GRIP - deep / 2)
    handles = {
        # Palms lie flat on it, fingers pointing away from who stands before it.
        "edge": Handle(edge, left, 0.0, top.distance, down, away, flat=True),
        "top": Handle(at + rot.up(high), left, 0.0, top.distance, down, away, flat=True),
    }
    return Prop("worktop", spec.name or "worktop", tuple(build.solids), handles)


def bed(spec: PropSpec, at: Array, turn: Array) -> Prop:
    """A bed whose mattress's upper side is y = 0; the headboard is at its end towards -z."""
    wide, thick, long = given(spec.width, BED_SIZE[0]), BED_SIZE[1], given(spec.length, BED_SIZE[2])
    build = _Builder(at * [1, 0, 1], turn)
    ground = -(thick + BED_FRAME + BED_LEGS)
    middle = build.at + np.array([0, -thick / 2, 0])
    build.solids.append(("mattress", Slab(middle, np.array([wide, thick, long]), turn, 0.06, creased=True)))
    build.add("wood", (0, -thick - BED_FRAME / 2, 0), (wide + 0.04, BED_FRAME, long + 0.04))
    for x in (-1, 1):  # at the other end stands the headboard
        place = (x * (wide - BED_LEG) / 2, ground + BED_LEGS / 2, (long - BED_LEG) / 2)
        build.add("wood", place, (BED_LEG, BED_LEGS, BED_LEG))
    above, board = HEADBOARD
    build.add(
        "wood", (0, (above + ground) / 2, -(long + board + 0.04) / 2), (wide + 0.04, above - ground, board)
    )
    return Prop("bed", spec.name or "bed", tuple(build.solids), {}, ground)


def wall(spec: PropSpec, at: Array, turn: Array) -> Prop:
    """A piece of wall whose face, towards +z, stands at `at`; its cut edges are darker, as in a plan."""
    size = given(spec.width, WALL_SIZE[0]), given(spec.height, WALL_SIZE[1]), WALL_SIZE[2]
    build = _Builder(at, turn)
    face = build.add("wall", (0, size[1] / 2, -size[2] / 2), size)
    for x in (-1, 1):
        place = (x * (size[0] + WALL_EDGE) / 2, size[1] / 2, -size[2] / 2)
        build.add("wall_edge", place, (WALL_EDGE, size[1], size[2]))
    build.add("skirting", (0, SKIRTING[0] / 2, SKIRTING[1] / 2), (size[0], *SKIRTING))
    out = turn @ np.array([0, 0, 1.0])
    handles = {"": Handle(at, np.array([0, 1.0, 0]), 0.0, face.distance, -out, flat=True)}
    for side in SIDES:  # a hand's breadth beyond the shoulder, on that side of the world
        beside = np.array([SIGN[side], 0, 0])
        beside = beside - out * float(beside @ out)
        handles[side] = Handle(at + beside * 0.28, np.array([0, 1.0, 0]), 0.0, face.distance, -out, flat=True)
    return Prop("wall", spec.name or "wall", tuple(build.solids), handles)
