"""Movement arrows: a smooth stroke with a solid head, on a white halo that parts it from what it crosses."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from generator.figure.body.points import point
from generator.figure.geometry.rotations import Array, unit
from generator.figure.picture.curves import joined_numbers

if TYPE_CHECKING:
    from generator.figure.body.posture import Posture
    from generator.figure.picture.camera import Crop
    from generator.figure.pose.model import Arrow, ArrowPoint

# Units of 0.1 mm on paper.
STROKE = 10.0
HALO = 20.0
HEAD_LENGTH, HEAD_HALF = 30.0, 16.0
COLOUR = "#00566b"  # dark enough to stay clear in grey print


def plane_point(spot: ArrowPoint, posture: Posture, camera: Array) -> Array:
    """An arrow's point on the picture plane: metres right and up."""
    world = np.array(spot.at, float) if spot.at is not None else point(posture, spot.point or "pelvis")
    return np.asarray((camera @ world)[:2] + np.array([spot.right, spot.up]))


def draw(arrow: Arrow, posture: Posture, camera: Array, crop: Crop) -> str:
    """SVG elements of one arrow."""
    points = crop.to_units(np.array([plane_point(spot, posture, camera) for spot in arrow.path]))
    tangents = _tangents(points)
    heads = [_head(points[-1], unit(tangents[-1]))]
    points[-1] -= unit(tangents[-1]) * (HEAD_LENGTH * 0.7)
    if arrow.both:
        heads.append(_head(points[0], -unit(tangents[0])))
        points[0] += unit(tangents[0]) * (HEAD_LENGTH * 0.7)
    path = "M" + joined_numbers([*points[0]])
    for i in range(len(points) - 1):
        chord = float(np.linalg.norm(points[i + 1] - points[i])) / 3
        one = points[i] + unit(tangents[i]) * chord
        two = points[i + 1] - unit(tangents[i + 1]) * chord
        path += "C" + joined_numbers([*one, *two, *points[i + 1]])
    halo = "".join(f'<path d="{head}"/>' for head in heads)
    return (
        f'<g fill="#ffffff" stroke="#ffffff" stroke-linejoin="round" stroke-linecap="round">'
        f'<path fill="none" stroke-width="{HALO:.0f}" d="{path}"/>'
        f'<g stroke-width="{HALO - STROKE:.0f}">{halo}</g></g>'
        f'<path fill="none" stroke="{COLOUR}" stroke-width="{STROKE:.0f}" stroke-linecap="round" d="{path}"/>'
        f'<g fill="{COLOUR}">{halo}</g>'
    )


def _tangents(points: Array) -> Array:
    """Directions at the points: along the chord at the ends' neighbours, Catmull-Rom between."""
    inner = (points[2:] - points[:-2]) / 2
    first, last = points[1] - points[0], points[-1] - points[-2]
    if len(inner):  # the ends bend on as their neighbours do
        first, last = 1.5 * first - 0.5 * inner[0], 1.5 * last - 0.5 * inner[-1]
    return np.vstack([first, inner, last])


def _head(tip: Array, along: Array) -> str:
    across = np.array([-along[1], along[0]])
    base = tip - along * HEAD_LENGTH
    one, two = base + across * HEAD_HALF, base - across * HEAD_HALF
    return "M" + joined_numbers([*one]) + "L" + joined_numbers([*tip]) + "L" + joined_numbers([*two]) + "z"
