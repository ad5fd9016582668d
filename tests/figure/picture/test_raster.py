from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from generator.figure.picture.raster import Buffers, Layer
from tests.figure.samples import draw_square, square

if TYPE_CHECKING:
    from generator.figure.geometry.rotations import Array, IntArray
    from generator.figure.picture.raster import Interpolate


def _left_half(r: Array, _interpolate: Interpolate) -> tuple[IntArray, IntArray, IntArray]:
    return np.where(r[:, 0] < 50, 1, -1), np.zeros(len(r), int), np.zeros(len(r), int)


def test_every_pixel_inside_is_covered_once_and_none_outside() -> None:
    buffers = Buffers(120, 120)
    draw_square(buffers, 1, square(10, 90, 0))
    assert (buffers.grid("layer")[10:90, 10:90] == 1).all()
    assert (buffers.layer == 1).sum() == 80 * 80


def test_the_nearer_surface_shows_whichever_comes_first() -> None:
    for order in ((1, 2), (2, 1)):
        buffers = Buffers(100, 100)
        for number in order:
            draw_square(buffers, number, square(10, 90, 0.0 if number == 1 else 1.0))
        assert (buffers.grid("layer")[20:80, 20:80] == 1).all()


def test_a_region_may_cut_a_surface() -> None:
    corners, triangles = square(10, 90, 0)
    facing = np.tile([0, 0, 1.0], (4, 1))
    buffers = Buffers(100, 100)
    buffers.draw(Layer(corners, triangles, facing, corners, _left_half), 1, corners, facing)
    assert (buffers.grid("layer")[40, 10:50] == 1).all()
    assert (buffers.grid("layer")[40, 50:] == 0).all()
