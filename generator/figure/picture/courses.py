"""Where an arrow runs: its points in space or on the picture, its heads, and how much of it shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from generator.figure.body import trunk
from generator.figure.body.points import point
from generator.figure.geometry.rotations import Array, BoolArray, unit
from generator.figure.picture import cover

if TYPE_CHECKING:
    from generator.figure.body.posture import Posture
    from generator.figure.picture.scene import Scene
    from generator.figure.pose.marks import Arrow, ArrowPoint, Ring

# Units of 0.1 mm on paper.
STROKE = 10.0
HEAD_LENGTH, HEAD_HALF = 30.0, 16.0
NECK = 0.7  # share of the head's length over which the stroke is left out
CLEAR = 9.0  # between a stroke and what it leaves a gap for
HEAD_CLEAR = 2.0
STUB = 14.0  # a shorter piece of stroke is not drawn

STEPS = 48  # samples between two points of a path
ARC_STEP = 1.5  # degrees between samples of a ring
NOWHERE = 0.01  # metres on the picture: nearer to the trunk's middle, `out` has no direction


@dataclass(frozen=True, slots=True)
class Head:
    """An arrow's head: its tip, and the direction in which it points (SVG units)."""

    tip: Array
    along: Array

    @property
    def corners(self) -> Array:
        """One corner of its base, its tip, the other corner."""
        across = np.array([-self.along[1], self.along[0]]) * HEAD_HALF
        base = self.tip - self.along * HEAD_LENGTH
        return np.array([base + across, self.tip, base - across])


@dataclass(frozen=True, slots=True)
class Course:
    """Where an arrow runs in its picture.

    Attributes:
        points: of its stroke, closely spaced, SVG units.
        depth: metres from the viewer's plane, of each point; none for an arrow that lies on the picture.
        heads: one or two.
    """

    points: Array
    depth: Array | None
    heads: tuple[Head, ...]


def plane_points(arrow: Arrow, posture: Posture, view: Array) -> Array:
    """Points on the picture plane (metres right and up) that an arrow runs through."""
    if arrow.ring is not None:
        return np.asarray((_arc(arrow.ring, posture) @ view.T)[:, :2])
    return np.array([_plane_point(spot, posture, view) for spot in arrow.path or ()])


def _plane_point(spot: ArrowPoint, posture: Posture, view: Array) -> Array:
    world = np.array(spot.at, float) if spot.at is not None else point(posture, spot.point or "pelvis")
    moved = np.array([spot.right, spot.up], float)
    if spot.out:
        away = (view @ (world - trunk.nearest_middle(posture, world)))[:2]
        moved += spot.out * (unit(away) if np.linalg.norm(away) > NOWHERE else np.array([0.0, 1.0]))
    return np.asarray((view @ world)[:2] + moved)


def _arc(ring: Ring, posture: Posture) -> Array:
    count = int(abs(ring.to - ring.from_) / ARC_STEP) + 2
    share = np.linspace(0, 1, count)
    degrees = ring.from_ + share * (ring.to - ring.from_)
    return trunk.around(posture, ring.around, ring.radius, degrees, ring.rise * share)


def course(arrow: Arrow, scene: Scene) -> Course:
    """Where an arrow runs in a scene."""
    if arrow.ring is not None:
        screen = scene.crop.screen(_arc(arrow.ring, scene.stage.posture), scene.view)
        points, depth = screen[:, :2] * scene.scale, screen[:, 2]
    else:
        points = _curve(scene.crop.to_units(plane_points(arrow, scene.stage.posture, scene.view)))
        depth = np.zeros(len(points))
    along = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(points, axis=0), axis=1))])
    neck = NECK * HEAD_LENGTH
    first, last = (neck if arrow.both else 0.0), max(along[-1] - neck, 0.0)
    kept = (along >= first) & (along <= last)
    if not kept.any():
        kept[len(kept) // 2] = True
    shaft = points[kept]
    heads = [Head(points[-1], unit(points[-1] - shaft[-1]))]
    if arrow.both:
        heads.append(Head(points[0], unit(points[0] - shaft[0])))
    return Course(shaft, depth[kept] if arrow.ring else None, tuple(heads))


def _curve(points: Array) -> Array:
    """A smooth curve through points (Catmull-Rom, its ends bent on as their neighbours are), sampled."""
    inner = (points[2:] - points[:-2]) / 2
    first, last = points[1] - points[0], points[-1] - points[-2]
    if len(inner):
        first, last = 1.5 * first - 0.5 * inner[0], 1.5 * last - 0.5 * inner[-1]
    heading = np.array([unit(tangent) for tangent in (first, *inner, last)])
    t = np.linspace(0, 1, STEPS)[:, None]
    pieces = []
    for i in range(len(points) - 1):
        chord = float(np.linalg.norm(points[i + 1] - points[i])) / 3
        one, two = points[i] + heading[i] * chord, points[i + 1] - heading[i + 1] * chord
        m = 1 - t
        curve = m**3 * points[i] + 3 * m * m * t * one + 3 * m * t * t * two + t**3 * points[i + 1]
        pieces.append(curve if i == 0 else curve[1:])
    return np.vstack(pieces)


def shown(arrow: Arrow, run: Course, scene: Scene) -> BoolArray:
    """Which points of an arrow's stroke are drawn: those that would not cover what they must not."""
    pixels = run.points / scene.scale
    reach = (STROKE / 2 + CLEAR) / scene.scale
    kept = ~cover.near(np.any(list(cover.head_and_hands(scene).values()), axis=0), pixels, reach)
    if run.depth is not None:
        kept &= ~cover.hidden(scene, pixels, run.depth, reach)
    elif not arrow.over:
        kept = ~cover.near(cover.body_and_things(scene), pixels, reach)
    return kept


def pieces(points: Array, kept: BoolArray) -> list[Array]:
    """The stretches of a stroke that are drawn; what is shorter than a stub is left out."""
    edges = np.nonzero(np.diff(np.concatenate([[False], kept, [False]]).astype(int)))[0]
    found = [points[first:last] for first, last in zip(edges[::2], edges[1::2], strict=True)]
    return [
        piece for piece in found
        if len(piece) > 1 and np.linalg.norm(np.diff(piece, axis=0), axis=1).sum() >= STUB
    ]  # fmt: skip
