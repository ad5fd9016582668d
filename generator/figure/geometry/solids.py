"""Simple solids: signed distance for contact and checks, upper surface for resting on, mesh for drawing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import numpy as np

from generator.figure.geometry import rotations as rot

if TYPE_CHECKING:
    from generator.figure.geometry.rotations import Array, IntArray

ROUND_SIDES = 64  # of a drawn cylinder
SPHERE_RINGS = 40  # of a drawn ball


@dataclass(frozen=True, slots=True)
class Mesh:
    """Triangles to draw; creases are drawn where `face` (one number a triangle) changes."""

    vertices: Array
    triangles: IntArray
    normals: Array
    face: IntArray


class Solid(Protocol):
    """Something that takes up room."""

    def distance(self, points: Array) -> Array:
        """Signed distance of each point from the surface, negative inside, metres."""
        ...

    def top(self, points: Array) -> Array:
        """Height of the upper surface above or below each point; minus infinity beside it."""
        ...

    def mesh(self) -> Mesh:
        """What is drawn."""
        ...


@dataclass(frozen=True, slots=True)
class Floor:
    """The plane y = 0."""

    def distance(self, points: Array) -> Array:
        """See `Solid`."""
        return points[:, 1]

    def top(self, points: Array) -> Array:
        """See `Solid`."""
        return np.zeros(len(points))

    def mesh(self) -> Mesh:
        """Nothing: the floor is drawn as a line."""
        none = np.zeros((0, 3))
        return Mesh(none, np.zeros((0, 3), int), none, np.zeros(0, int))


@dataclass(frozen=True, slots=True)
class Cuboid:
    """A box: its middle, its size along its own axes, and its rotation."""

    centre: Array
    size: Array
    turn: Array

    def distance(self, points: Array) -> Array:
        """See `Solid`."""
        off = abs((points - self.centre) @ self.turn) - self.size / 2
        outside = np.linalg.norm(np.maximum(off, 0), axis=1)
        return np.asarray(outside + np.minimum(off.max(1), 0))

    def top(self, points: Array) -> Array:
        """See `Solid`; boxes are taken as upright."""
        local = (points - self.centre) @ self.turn
        within = (abs(local[:, [0, 2]]) <= self.size[[0, 2]] / 2).all(1)
        return np.where(within, self.centre[1] + self.size[1] / 2, -np.inf)

    def mesh(self) -> Mesh:
        """See `Solid`."""
        vertices: list[Array] = []
        normals: list[Array] = []
        faces: list[list[int]] = []
        face: list[int] = []
        for axis in range(3):
            for sign in (-1.0, 1.0):
                normal = np.zeros(3)
                normal[axis] = sign
                one = np.roll(np.eye(3)[axis], 1)
                other = np.cross(normal, one)
                first = len(vertices)
                for u, v in ((-1, -1), (1, -1), (1, 1), (-1, 1)):
                    corner = (normal + u * one + v * other) * self.size / 2
                    vertices.append(self.centre + self.turn @ corner)
                    normals.append(self.turn @ normal)
                faces += [[first, first + 1, first + 2], [first, first + 2, first + 3]]
                face += [axis * 2 + int(sign > 0)] * 2
        return Mesh(np.array(vertices), np.array(faces), np.array(normals), np.array(face))


@dataclass(frozen=True, slots=True)
class Cylinder:
    """A cylinder between two points; `hole` is the share of the radius drawn as a ring on its ends."""

    start: Array
    end: Array
    radius: float
    hole: float = 0.0

    def distance(self, points: Array) -> Array:
        """See `Solid`."""
        axis = rot.unit(self.end - self.start)
        length = float(np.linalg.norm(self.end - self.start))
        along = (points - self.start) @ axis
        across = np.linalg.norm(points - self.start - along[:, None] * axis, axis=1) - self.radius
        beyond = abs(along - length / 2) - length / 2
        off = np.stack([across, beyond], 1)
        return np.asarray(np.linalg.norm(np.maximum(off, 0), axis=1) + np.minimum(off.max(1), 0))

    def top(self, points: Array) -> Array:
        """See `Solid`; meant for lying cylinders."""
        axis = rot.unit((self.end - self.start) * [1, 0, 1])
        off = (points - self.start) * [1, 0, 1]
        along = off @ axis
        across = np.linalg.norm(off - along[:, None] * axis, axis=1)
        length = float(np.linalg.norm(self.end - self.start))
        within = (across <= self.radius) & (along >= 0) & (along <= length)
        height = np.sqrt(np.maximum(self.radius**2 - across**2, 0))
        return np.where(within, self.start[1] + height, -np.inf)

    def mesh(self) -> Mesh:
        """See `Solid`."""
        axis = rot.unit(self.end - self.start)
        one = rot.unit(np.cross(axis, [0.3, 1, 0.2]))
        other = np.cross(axis, one)
        angle = np.arange(ROUND_SIDES) * 2 * np.pi / ROUND_SIDES
        ring = np.cos(angle)[:, None] * one + np.sin(angle)[:, None] * other
        vertices = [self.start + ring * self.radius, self.end + ring * self.radius]
        normals = [ring, ring]
        step = np.arange(ROUND_SIDES)
        after = (step + 1) % ROUND_SIDES
        quads = [np.stack([step, after, ROUND_SIDES + after, ROUND_SIDES + step], 1)]
        face = [np.zeros(ROUND_SIDES, int)]
        for end, (centre, sign) in enumerate(((self.start, -1.0), (self.end, 1.0))):
            for part, (inner, outer) in enumerate(((self.hole, 1.0), (0.0, self.hole))):
                if outer > 0:
                    first = 2 * ROUND_SIDES * len(quads)
                    vertices += [centre + ring * self.radius * inner, centre + ring * self.radius * outer]
                    normals += [np.tile(axis * sign, (ROUND_SIDES, 1))] * 2
                    quads.append(quads[0] + first)
                    face.append(np.full(ROUND_SIDES, 1 + 2 * end + part))
        joined = np.concatenate(quads)
        triangles = np.concatenate([joined[:, [0, 1, 2]], joined[:, [0, 2, 3]]])
        return Mesh(
            np.concatenate(vertices), triangles, np.concatenate(normals), np.tile(np.concatenate(face), 2)
        )


@dataclass(frozen=True, slots=True)
class Ball:
    """A sphere."""

    centre: Array
    radius: float

    def distance(self, points: Array) -> Array:
        """See `Solid`."""
        return np.asarray(np.linalg.norm(points - self.centre, axis=1) - self.radius)

    def top(self, points: Array) -> Array:
        """See `Solid`."""
        off = (points - self.centre)[:, [0, 2]]
        room = self.radius**2 - (off**2).sum(1)
        return np.where(room >= 0, self.centre[1] + np.sqrt(np.maximum(room, 0)), -np.inf)

    def mesh(self) -> Mesh:
        """See `Solid`."""
        down, round_ = np.meshgrid(
            np.linspace(0, np.pi, SPHERE_RINGS + 1),
            np.arange(2 * SPHERE_RINGS) * np.pi / SPHERE_RINGS,
            indexing="ij",
        )
        normals = np.stack([np.sin(down) * np.cos(round_), np.cos(down), np.sin(down) * np.sin(round_)], -1)
        columns = 2 * SPHERE_RINGS
        i, j = np.meshgrid(np.arange(SPHERE_RINGS), np.arange(columns), indexing="ij")
        a, b = i * columns + j, i * columns + (j + 1) % columns
        quads = np.stack([a, b, b + columns, a + columns], -1).reshape(-1, 4)
        triangles = np.concatenate([quads[:, [0, 1, 2]], quads[:, [0, 2, 3]]])
        flat = normals.reshape(-1, 3)
        return Mesh(self.centre + flat * self.radius, triangles, flat, np.zeros(len(triangles), int))
