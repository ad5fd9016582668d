"""What several tests of the figure room draw."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from generator.figure.picture.raster import Buffers, Layer

if TYPE_CHECKING:
    from generator.figure.geometry.rotations import Array, IntArray
    from generator.figure.picture.raster import Interpolate

COARSE = 0.8  # raster pixels per SVG unit: a third of the usual, for speed
SAMPLE = """
person: woman-2
title: Seen & drawn
position: lying_on_back
camera: {azimuth: 80, elevation: 10}
zones: [left_side]
props: [{kind: roller, under: T7}]
pose: {rest: [{parts: [chest], on: roller}]}
frames:
  start: {eyes: closed}
  end:
    pose: {arms: {flexion: 150}}
    ghost: true
    arrows: [{path: [{point: sternum, up: 0.1}, {point: sternum, up: 0.3, right: 0.1}], both: true}]
    insets: [{of: roller, radius: 0.12, right: 0.7, up: 0.4, zoom: 1.5, camera: {azimuth: 40}}]
"""


def _everything(r: Array, _interpolate: Interpolate) -> tuple[IntArray, IntArray, IntArray]:
    return np.ones(len(r), int), np.zeros(len(r), int), np.zeros(len(r), int)


def square(low: float, high: float, depth: float) -> tuple[Array, IntArray]:
    corners = np.array(
        [[low, low, depth], [high, low, depth], [high, high, depth], [low, high, depth]], float
    )
    return corners, np.array([[0, 1, 2], [0, 2, 3]])


def draw_square(
    buffers: Buffers, number: int, corners_and_triangles: tuple[Array, IntArray], fill: str = "box"
) -> None:
    corners, triangles = corners_and_triangles
    facing = np.tile([0, 0, 1.0], (4, 1))
    layer = Layer(corners, triangles, facing, corners, _everything, fill=fill)
    buffers.draw(layer, number, corners, facing)
