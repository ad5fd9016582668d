"""The figure as layers for the rasteriser: skin, eyes, hair, shirt, trousers, shoes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from generator.figure.body.anatomy import body_of, subdivisions
from generator.figure.body.wardrobe import (
    BOTTOM,
    BUN,
    EAR,
    EAR_SHARE,
    EYE,
    HAIR,
    LINING,
    PROP,
    SHOE,
    SKIN,
    TOP,
    rest_values,
    wardrobe_of,
)  # fmt: skip
from generator.figure.body.zones import in_zone
from generator.figure.geometry.surface import normals, smooth, triangles
from generator.figure.picture import bun, camera, face
from generator.figure.picture.raster import Layer
from generator.figure.pose.prop import LAIN_ON

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.figure.geometry.rotations import Array, BoolArray, IntArray
    from generator.figure.picture.raster import Interpolate, Region
    from generator.figure.pose.model import ZoneName
    from generator.figure.pose.stage import Stage

    Inside = Callable[[Array, Array, float], BoolArray]

UNDER, UNDER_TIGHT = (
    0.012,
    0.003,
)  # metres that skin is drawn under the edge of a garment, or of tight trousers
HEAD_RESTS = {"pillow", "cushion"}  # under the figure too: from below they would hide its back
HIDDEN = 0.03  # metres beyond which covered skin is not even rasterised
BUN_REST = 9.0  # rest height given to the bun, far from all else, so that its outline is drawn
MOST = 0.5  # share of a vertex that must belong to ear or head
TOP_PARTS, BOTTOM_PARTS, SHOE_PARTS = 10, 20, 30  # added to part numbers, so that layers differ


class Dresser:
    """Makes the layers of a staged figure."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.body = body_of(stage.person)
        self.wardrobe = wardrobe_of(stage.person)
        self.zones: tuple[ZoneName, ...] = stage.frame.zones
        (self.skin_rest, self.skin_values), (self.cloth_rest, self.cloth_values) = rest_values(stage.person)
        self.skin, self.cloth = subdivisions(stage.person)

    def layers(self) -> list[Layer]:
        """All layers of the figure."""
        w, rest = self.wardrobe, self.cloth_rest
        found = [self._skin(), *self._eyes(), self._hair(), *self._bun()]
        rounds = (5, 4, 2) if w.loose else (3, 4 if w.person.bottom == "shorts" else 2, 2)
        top, bottom, shoe = w.top_offset(rest, self.cloth_values), w.bottom_offset(rest), w.shoe_offset(rest)
        found.append(self._garment(rounds[0], top, TOP, w.in_top, TOP_PARTS))
        found.append(self._garment(rounds[1], bottom, BOTTOM, w.in_bottom, BOTTOM_PARTS))
        found.append(self._garment(rounds[2], shoe, SHOE, w.in_shoe, SHOE_PARTS))
        return found

    def _zone(self, r: Array, a: Array) -> IntArray:
        marked = np.zeros(len(r), int)
        for number, name in enumerate(self.zones, 1):
            marked[in_zone(name, self.wardrobe, r, a)] = number
        return marked

    def _skin(self) -> Layer:
        w = self.wardrobe
        vertices = self.skin.matrix @ self.stage.vertices
        # Tight trousers lie so close that a calf shows through wherever it may.
        under_bottom = UNDER if w.person.bottom == "shorts" else UNDER_TIGHT

        def region(r: Array, interpolate: Interpolate) -> tuple[IntArray, IntArray, IntArray]:
            a = interpolate(self.skin_values)
            covered = (
                w.in_top(r, a, -UNDER)
                | w.in_bottom(r, a, -under_bottom)
                | w.in_shoe(r, a, -0.008)
                | w.in_hair(r, a, -0.006)
            )
            shown = np.where(a[:, EAR_SHARE] > MOST, EAR, SKIN)
            return np.where(covered, -1, shown), w.part(a), self._zone(r, a)

        faces = triangles(self.skin.quads)
        r, a = self.skin_rest, self.skin_values
        hidden = w.in_top(r, a, -HIDDEN) | w.in_bottom(r, a, -HIDDEN) | w.in_shoe(r, a, -0.02)
        faces = faces[~hidden[faces].all(1)]
        return Layer(vertices, faces, normals(vertices, self.skin.quads), r, region, cull=True)

    def _eyes(self) -> list[Layer]:
        """Eyeballs, which close the openings of the lids; lids that are lowered leave none."""
        vertices = self.stage.vertices
        stage = self.stage
        eyes = face.eyes_seen(stage.frame.eyes, stage.posture, camera.view(stage.frame.camera)[2])
        shown = EYE if eyes == "open" else SKIN
        return [
            Layer(vertices, triangles(quads), normals(vertices, quads), self.body.vertices, _whole(shown, 5))
            for quads in self.body.eye_quads.values()
        ]

    def _hair(self) -> Layer:
        w, body = self.wardrobe, self.body
        scalp = (body.parts["head"] + body.parts["neck"] > MOST) & ~body.ear
        even = smooth(self.stage.vertices, body.skin_mean, 3)
        vertices = self.skin.matrix @ np.where(scalp[:, None], even, self.stage.vertices)
        outward = normals(vertices, self.skin.quads)
        vertices = vertices + outward * w.hair_thickness(self.skin_rest)[:, None]

        def region(r: Array, interpolate: Interpolate) -> tuple[IntArray, IntArray, IntArray]:
            inside = w.in_hair(r, interpolate(self.skin_values))
            return np.where(inside, HAIR, -1), np.full(len(r), 6), np.zeros(len(r), int)

        faces = triangles(self.skin.quads)
        faces = faces[w.in_hair(self.skin_rest, self.skin_values, 0.02)[faces].any(1)]
        return Layer(vertices, faces, outward, self.skin_rest, region)

    def _bun(self) -> list[Layer]:
        knot = bun.ball(self.stage.posture)
        if knot is None:
            return []
        mesh = knot.mesh()
        rest = mesh.vertices - knot.centre + [0, BUN_REST, 0]
        return [Layer(mesh.vertices, mesh.triangles, mesh.normals, rest, _whole(BUN, 7))]

    def _garment(self, rounds: int, offset: Array, number: int, inside: Inside, parts: int) -> Layer:
        w, quads = self.wardrobe, self.cloth.quads
        worn = np.zeros(len(self.stage.vertices), bool)
        worn[np.unique(self.body.cloth_quads)] = True
        even = smooth(self.stage.vertices, self.body.cloth_mean, rounds)
        vertices = self.cloth.matrix @ np.where(worn[:, None], even, self.stage.vertices)
        outward = normals(vertices, quads)

        def region(r: Array, interpolate: Interpolate) -> tuple[IntArray, IntArray, IntArray]:
            a = interpolate(self.cloth_values)
            return np.where(inside(r, a, 0.0), number, -1), w.part(a) + parts, self._zone(r, a)

        faces = triangles(quads)
        faces = faces[inside(self.cloth_rest, self.cloth_values, HIDDEN)[faces].any(1)]
        vertices = vertices + outward * offset[:, None]
        return Layer(vertices, faces, outward, self.cloth_rest, region, lining=LINING)


def _whole(number: int, part: int) -> Region:
    """A region function for a layer that is all one thing."""

    def region(r: Array, _interpolate: Interpolate) -> tuple[IntArray, IntArray, IntArray]:
        return np.full(len(r), number), np.full(len(r), part), np.zeros(len(r), int)

    return region


def prop_layers(stage: Stage, *, below: bool = False) -> list[tuple[str, Layer]]:
    """The props' layers, each with the name of its prop.

    Seen from `below`, what the figure lies on is left out.
    """
    found = []
    for prop in stage.props:
        if below and prop.kind in LAIN_ON | HEAD_RESTS:
            continue
        for fill, solid in prop.solids:
            mesh = solid.mesh()
            faces = np.repeat(mesh.face, 3)
            # Each triangle has corners of its own, so that its face's number can be read off them.
            corners = mesh.triangles.ravel()
            found.append(
                (
                    prop.name,
                    Layer(
                        mesh.vertices[corners],
                        np.arange(len(corners)).reshape(-1, 3),
                        mesh.normals[corners],
                        mesh.vertices[corners],
                        _faced(faces.astype(float)),
                        fill=fill,
                    ),
                )
            )
    return found


def _faced(faces: Array) -> Region:
    def region(r: Array, interpolate: Interpolate) -> tuple[IntArray, IntArray, IntArray]:
        part = np.rint(interpolate(faces)).astype(int)
        return np.full(len(r), PROP), part, np.zeros(len(r), int)

    return region
