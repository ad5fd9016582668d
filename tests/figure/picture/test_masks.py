from __future__ import annotations

import re

import numpy as np
import pytest
from scipy import ndimage

from generator.figure.body.wardrobe import LINING, SKIN, TOP
from generator.figure.picture import curves, masks
from generator.figure.picture.raster import Buffers

DISC = np.hypot(*np.mgrid[-50:51, -50:51]) <= 30


def test_an_outline_runs_round_the_mask() -> None:
    (loop,) = masks.outlines(DISC, 100, 0.8)
    points = np.vstack([curves.basis(np.linspace(0, 1, 20)) @ curve for curve in loop])
    assert abs(np.hypot(*(points - 50.5).T) - 30.5).max() < 1.5


def test_small_and_empty_masks_have_no_outline() -> None:
    assert masks.outlines(DISC, 10_000, 0.8) == []
    assert masks.outlines(np.zeros((9, 9), bool), 0, 0.8) == []


def test_a_ring_has_two_outlines() -> None:
    assert len(masks.outlines(DISC & ~(np.hypot(*np.mgrid[-50:51, -50:51]) <= 12), 50, 0.8)) == 2


def test_masks_that_touch_at_corners_keep_one_whole_outline() -> None:
    """Two open halves, each closed by a chord, would leave a hairline across the area."""
    touching = np.zeros((40, 45), bool)
    touching[5:20, 5:20] = touching[20:35, 20:35] = True
    touching[5:8, 5:38] = touching[5:20, 35:38] = True
    loops = masks.rings(touching, 20, 0.5)
    assert all(np.linalg.norm(np.diff(loop, axis=0), axis=1).max() < 2 for loop in loops)


def test_hatching_stays_inside_its_mask() -> None:
    data = masks.hatching(DISC, 8, 4, 1.0)
    lines = re.findall(r"M([\d.]+) ?([\d.]+)l(-[\d.]+) ([\d.]+)", data)
    assert len(lines) >= 6
    for x, y, dx, dy in (map(float, line) for line in lines):
        for share in (0.05, 0.5, 0.95):
            assert np.hypot(x + share * dx - 50, y + share * dy - 50) < 32


def test_dashes_cover_only_what_is_hidden() -> None:
    points = np.column_stack([np.arange(100.0), np.zeros(100)])
    hidden = points[:, 0] < 50
    found = masks.dashes(points, hidden, 10, 5)
    assert len(found) == 4
    assert all(dash[:, 0].max() < 50 for dash in found)


def test_slivers_of_lining_go_to_what_lies_round_them() -> None:
    buffers = Buffers(60, 60)
    for name, value in (("layer", 1), ("region", TOP), ("figure", True)):
        buffers.grid(name)[:] = value
    buffers.grid("region")[:, 30:33] = TOP + LINING
    buffers.grid("region")[:, :20] = SKIN
    masks.tidy(buffers)
    assert set(np.unique(buffers.region)) == {SKIN, TOP}


@pytest.mark.parametrize("sigma", [1.0, 5.0], ids=["a little", "much"])
def test_softening_keeps_to_the_surface_it_lies_on(sigma: float) -> None:
    half = np.zeros_like(DISC)
    half[:, :50] = True
    assert not (masks.softened(half, DISC, sigma) & ~DISC).any()


def test_runs_are_the_unbroken_stretches() -> None:
    assert masks.runs(np.array([True, True, False, True, False, True])) == [(0, 2), (3, 4), (5, 6)]
    assert masks.runs(np.zeros(3, bool)) == []


def test_a_change_in_a_box_is_the_change_of_the_whole() -> None:
    mask = np.zeros((60, 80), bool)
    mask[0:9, 30:44] = mask[25:31, 70:80] = True
    grown = masks.in_box(lambda part: ndimage.binary_dilation(part, iterations=3), mask, 3)
    assert (grown == ndimage.binary_dilation(mask, iterations=3)).all()
    assert not masks.in_box(np.logical_not, np.zeros((3, 3), bool), 1).any()


def _plain() -> Buffers:
    """Shirt wherever one looks."""
    buffers = Buffers(60, 60)
    for name, value in (("layer", 1), ("region", TOP), ("figure", True)):
        buffers.grid(name)[5:55, 5:55] = value
    return buffers


def test_a_pinhole_in_the_figure_is_closed_and_a_way_through_is_not() -> None:
    buffers = _plain()
    for hole in (np.s_[20:25, 20:24], np.s_[30:50, 20:50]):
        buffers.grid("layer")[hole] = buffers.grid("region")[hole] = 0
        buffers.grid("figure")[hole] = False
    masks.tidy(buffers)
    assert (buffers.grid("layer")[20:25, 20:24] == 1).all()
    assert not buffers.grid("layer")[30:50, 20:50].any()
    assert not buffers.grid("layer")[:5].any()


def test_a_sliver_of_lining_is_one_in_a_closer_view_too() -> None:
    shown = []
    for zoom in (1.0, 2.5):
        buffers = Buffers(200, 200)
        for name, value in (("layer", 1), ("region", TOP), ("figure", True)):
            buffers.grid(name)[:] = value
        buffers.grid("region")[:, 90:104] = TOP + LINING
        masks.tidy(buffers, zoom)
        shown.append(bool((buffers.region == TOP + LINING).any()))
    assert shown == [True, False]
