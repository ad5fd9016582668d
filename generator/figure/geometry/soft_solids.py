"""Soft things as solids: a slab with round corners, a pillow without edges, and a rolled towel."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from generator.figure.geometry import rotations as rot
from generator.figure.geometry.solids import Cuboid, Cylinder, Mesh

if TYPE_CHECKING:
    from generator.figure.geometry.rotations import Array, IntArray

RINGS, SIDES = 28, 72  # of a drawn pillow
FLAT_POWER, HIGH_POWER = 4.0, 2.2  # how square a pillow is, seen from above and from the side
TURNS, SPIRAL_STEPS = 2.2, 90  # of the towel's end
LAYER = 0.12  # the spiral line's width as a share of the radius
PROUD = 0.001  # metres that the spiral stands before the end, so that it is what shows
HEM = 0.04  # metres from each end to the line of its hem


@dataclass(frozen=True, slots=True)
class Slab:
    """A level plate with round corners: a mattress, or a mat, whose rim is not drawn (`creased`)."""

    centre: Array
    size: Array
    turn: Array
    corner: float
    creased: bool

    @property
    def _box(self) -> Cuboid:
        return Cuboid(self.centre, self.size, self.turn)

    def distance(self, points: Array) -> Array:
        """See `Solid`."""
        inner, x, z = self.size / 2 - self.corner, 0, 2
        off = abs((points - self.centre) @ self.turn)
        aside = np.stack([off[:, x] - inner[x], off[:, z] - inner[z]], 1)
        level = np.linalg.norm(np.maximum(aside, 0), axis=1) + np.minimum(aside.max(1), 0) - self.corner
        both = np.stack([level, off[:, 1] - self.size[1] / 2], 1)
        return np.asarray(np.linalg.norm(np.maximum(both, 0), axis=1) + np.minimum(both.max(1), 0))

    def top(self, points: Array) -> Array:
        """See `Solid`; as if its corners were square."""
        return self._box.top(points)

    def mesh(self) -> Mesh:
        """See `Solid`."""
        angle = (np.arange(SIDES) + 0.5) * 2 * np.pi / SIDES
        way = np.stack([np.cos(angle), np.zeros(SIDES), np.sin(angle)], 1)
        rim = np.sign(way) * (self.size / 2 - self.corner) * [1, 0, 1] + way * self.corner
        half = np.array([0, self.size[1] / 2, 0])
        up = np.tile([0.0, 1, 0], (SIDES, 1))
        places = np.vstack([rim + half, rim - half, rim + half, rim - half, half[None], -half[None]])
        outward = np.vstack([up, -up, way, way, up[:1], -up[:1]])
        step = np.arange(SIDES)
        after = (step + 1) % SIDES
        caps = [
            np.stack([np.full(SIDES, 4 * SIDES + end), step + end * SIDES, after + end * SIDES], 1)
            for end in (0, 1)
        ]
        side = _halved(np.stack([step, after, after + SIDES, step + SIDES], 1) + 2 * SIDES)
        face = np.repeat([0, 1, 2 if self.creased else 0], [SIDES, SIDES, 2 * SIDES])
        turned = self.centre + places @ self.turn.T
        return Mesh(turned, np.concatenate([*caps, side]), outward @ self.turn.T, face)


@dataclass(frozen=True, slots=True)
class Pillow:
    """A superellipsoid: rounded corners from above, thin towards its rim; it lies level."""

    centre: Array
    size: Array
    turn: Array

    def _gauge(self, local: Array) -> tuple[Array, Array]:
        """1 on the surface, growing in proportion with the distance from the middle; and its gradient."""
        half = self.size / 2
        x, y, z = np.maximum(abs(local) / half, 1e-9).T
        flat = x**FLAT_POWER + z**FLAT_POWER
        level = flat ** (HIGH_POWER / FLAT_POWER)
        whole = (level + y**HIGH_POWER) ** (1 / HIGH_POWER)
        outer = whole ** (1 - HIGH_POWER)
        inner = outer * flat ** (HIGH_POWER / FLAT_POWER - 1)
        slopes = [inner * x ** (FLAT_POWER - 1), outer * y ** (HIGH_POWER - 1), inner * z ** (FLAT_POWER - 1)]
        return whole, np.stack(slopes, 1) * np.sign(local) / half

    def distance(self, points: Array) -> Array:
        """See `Solid`; to the first order, and inside never deeper than the way straight up or down."""
        whole, slope = self._gauge((points - self.centre) @ self.turn)
        upright = abs(points[:, 1] - self.centre[1]) - (self.top(points) - self.centre[1])
        near = (whole - 1) / np.linalg.norm(slope, axis=1)
        return np.asarray(np.where(whole < 1, np.maximum(near, upright), near))

    def top(self, points: Array) -> Array:
        """See `Solid`."""
        x, _, z = (abs((points - self.centre) @ self.turn) / (self.size / 2)).T
        left = 1 - (x**FLAT_POWER + z**FLAT_POWER) ** (HIGH_POWER / FLAT_POWER)
        height = np.maximum(left, 0) ** (1 / HIGH_POWER) * self.size[1] / 2
        return np.where(left >= 0, self.centre[1] + height, -np.inf)

    def mesh(self) -> Mesh:
        """See `Solid`: one rounded face, so that only its outline is drawn."""
        down, round_ = np.meshgrid(
            np.linspace(0, np.pi, RINGS + 1), np.arange(SIDES) * 2 * np.pi / SIDES, indexing="ij"
        )
        ways = np.stack(
            [np.sin(down) * np.cos(round_), np.cos(down), np.sin(down) * np.sin(round_)], -1
        ).reshape(-1, 3)
        ways = ways * self.size / 2
        whole, slope = self._gauge(ways)
        i, j = np.meshgrid(np.arange(RINGS), np.arange(SIDES), indexing="ij")
        a, b = i * SIDES + j, i * SIDES + (j + 1) % SIDES
        triangles = _halved(np.stack([a, b, b + SIDES, a + SIDES], -1).reshape(-1, 4))
        outward = slope / np.linalg.norm(slope, axis=1)[:, None]
        places = self.centre + (ways / whole[:, None]) @ self.turn.T
        return Mesh(places, triangles, outward @ self.turn.T, np.zeros(len(triangles), int))


@dataclass(frozen=True, slots=True)
class Roll:
    """A rolled towel between two points."""

    start: Array
    end: Array
    radius: float

    @property
    def _body(self) -> Cylinder:
        return Cylinder(self.start, self.end, self.radius)

    def distance(self, points: Array) -> Array:
        """See `Solid`."""
        return self._body.distance(points)

    def top(self, points: Array) -> Array:
        """See `Solid`."""
        return self._body.top(points)

    def mesh(self) -> Mesh:
        """See `Solid`: the roll, a line for the hem near each end, and the spirals as faces of their own."""
        axis = rot.unit(self.end - self.start)
        meshes = [self._body.mesh()]
        for place, out in ((self.start, -axis), (self.end, axis)):
            meshes.append(self._spiral(place + out * PROUD, out))
            band = Cylinder(place, place - out * HEM, self.radius + PROUD / 2).mesh()
            side = band.face == 0
            meshes.append(Mesh(band.vertices, band.triangles[side], band.normals, band.face[side]))
        parts: list[tuple[Array, IntArray, Array, IntArray]] = []
        first = 0
        for number, mesh in enumerate(meshes):
            parts.append((mesh.vertices, mesh.triangles + first, mesh.normals, mesh.face + 10 * number))
            first += len(mesh.vertices)
        vertices, triangles, normals, face = (np.concatenate(column) for column in zip(*parts, strict=True))
        return Mesh(vertices, triangles, normals, face)

    def _spiral(self, centre: Array, out: Array) -> Mesh:
        one = rot.unit(np.cross(out, [0.3, 1, 0.2]))
        other = np.cross(out, one)
        angle = np.linspace(0, 2 * np.pi * TURNS, SPIRAL_STEPS)
        ring = np.cos(angle)[:, None] * one + np.sin(angle)[:, None] * other
        middle = np.linspace(0.12, 1 - LAYER / 2, SPIRAL_STEPS)
        inner, outer = (centre + ring * (middle + LAYER / 2 * s)[:, None] * self.radius for s in (-1, 1))
        step = np.arange(SPIRAL_STEPS - 1)
        after = step + SPIRAL_STEPS
        triangles = _halved(np.stack([step, step + 1, after + 1, after], 1))
        normals = np.tile(out, (2 * SPIRAL_STEPS, 1))
        return Mesh(np.vstack([inner, outer]), triangles, normals, np.zeros(len(triangles), int))


def _halved(quads: IntArray) -> IntArray:
    return np.concatenate([quads[:, [0, 1, 2]], quads[:, [0, 2, 3]]])
