from __future__ import annotations

import numpy as np

from generator.figure.picture import contours
from generator.figure.picture.raster import Buffers
from tests.figure.samples import draw_square, square


def test_the_outline_of_a_square_is_one_closed_silhouette() -> None:
    buffers = Buffers(100, 100)
    draw_square(buffers, 1, square(20, 70, 0))
    buffers.depth[buffers.layer == 0] = 0
    quiet = np.zeros((100, 100), bool)
    (chain,) = contours.trace(contours.cracks(buffers, 0.001, quiet, quiet))
    assert chain.closed
    assert chain.kind is contours.Line.SILHOUETTE
    assert len(chain.points) == 4 * 50 + 1


def test_lines_that_run_through_a_junction_are_joined() -> None:
    buffers = Buffers(100, 100)
    draw_square(buffers, 1, square(20, 80, 1.0))
    draw_square(buffers, 2, square(40, 60, 0.0))
    buffers.grid("layer")[45:55, 60:100] = 2
    buffers.depth[buffers.layer == 0] = 0
    buffers.grid("depth")[45:55, 60:100] = 0
    quiet = np.zeros((100, 100), bool)
    traced = contours.trace(contours.cracks(buffers, 0.001, quiet, quiet))
    joined = contours.join_chains(traced, np.ones(contours.MOST_LAYERS, bool))
    assert len(joined) < len(traced)
    assert sum(len(chain.points) - 1 for chain in joined) == sum(len(chain.points) - 1 for chain in traced)


def test_cracks_that_leave_a_window_are_dropped() -> None:
    mask, window = np.zeros((9, 9), bool), np.zeros((9, 9), bool)
    mask[2:7, 2:7] = window[:5] = True
    kept = contours.within(contours.mask_cracks(mask), window)
    assert kept[0][0][:5].any()
    assert not kept[0][0][5:].any()
    assert not kept[1][0][4:].any()


def test_bounds_reach_as_far_as_the_picture_goes() -> None:
    mask = np.zeros((20, 30), bool)
    mask[1:4, 10:12] = True
    rows, columns = contours.bounds(mask, 3)
    assert (rows.start, rows.stop) == (0, 7)
    assert (columns.start, columns.stop) == (7, 15)
