from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from generator.figure.picture import contours
from generator.figure.picture.raster import Buffers, Layer

if TYPE_CHECKING:
    from generator.figure.geometry.rotations import Array, IntArray
    from generator.figure.picture.raster import Interpolate


def _everything(r: Array, _interpolate: Interpolate) -> tuple[IntArray, IntArray, IntArray]:
    return np.ones(len(r), int), np.zeros(len(r), int), np.zeros(len(r), int)


def _left_half(r: Array, _interpolate: Interpolate) -> tuple[IntArray, IntArray, IntArray]:
    return np.where(r[:, 0] < 50, 1, -1), np.zeros(len(r), int), np.zeros(len(r), int)


def _square(low: float, high: float, depth: float) -> tuple[Array, IntArray]:
    corners = np.array(
        [[low, low, depth], [high, low, depth], [high, high, depth], [low, high, depth]], float
    )
    return corners, np.array([[0, 1, 2], [0, 2, 3]])


def _draw(buffers: Buffers, number: int, square: tuple[Array, IntArray], fill: str = "box") -> None:
    corners, triangles = square
    facing = np.tile([0, 0, 1.0], (4, 1))
    layer = Layer(corners, triangles, facing, corners, _everything, fill=fill)
    buffers.draw(layer, number, corners, facing)


def test_every_pixel_inside_is_covered_once_and_none_outside() -> None:
    buffers = Buffers(120, 120)
    _draw(buffers, 1, _square(10, 90, 0))
    assert (buffers.grid("layer")[10:90, 10:90] == 1).all()
    assert (buffers.layer == 1).sum() == 80 * 80


def test_the_nearer_surface_shows_whichever_comes_first() -> None:
    for order in ((1, 2), (2, 1)):
        buffers = Buffers(100, 100)
        for number in order:
            _draw(buffers, number, _square(10, 90, 0.0 if number == 1 else 1.0))
        assert (buffers.grid("layer")[20:80, 20:80] == 1).all()


def test_a_region_may_cut_a_surface() -> None:
    corners, triangles = _square(10, 90, 0)
    facing = np.tile([0, 0, 1.0], (4, 1))
    buffers = Buffers(100, 100)
    buffers.draw(Layer(corners, triangles, facing, corners, _left_half), 1, corners, facing)
    assert (buffers.grid("layer")[40, 10:50] == 1).all()
    assert (buffers.grid("layer")[40, 50:] == 0).all()


def test_the_outline_of_a_square_is_one_closed_silhouette() -> None:
    buffers = Buffers(100, 100)
    _draw(buffers, 1, _square(20, 70, 0))
    buffers.depth[buffers.layer == 0] = 0
    quiet = np.zeros((100, 100), bool)
    (chain,) = contours.trace(contours.cracks(buffers, 0.001, quiet, quiet))
    assert chain.closed
    assert chain.kind is contours.Line.SILHOUETTE
    assert len(chain.points) == 4 * 50 + 1


def test_lines_that_run_through_a_junction_are_joined() -> None:
    buffers = Buffers(100, 100)
    _draw(buffers, 1, _square(20, 80, 1.0))
    _draw(buffers, 2, _square(40, 60, 0.0))
    buffers.grid("layer")[45:55, 60:100] = 2
    buffers.depth[buffers.layer == 0] = 0
    buffers.grid("depth")[45:55, 60:100] = 0
    quiet = np.zeros((100, 100), bool)
    traced = contours.trace(contours.cracks(buffers, 0.001, quiet, quiet))
    joined = contours.joined(traced, np.ones(contours.MOST_LAYERS, bool))
    assert len(joined) < len(traced)
    assert sum(len(chain.points) - 1 for chain in joined) == sum(len(chain.points) - 1 for chain in traced)
