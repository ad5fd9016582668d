"""Areas of a picture: tidying them, outlining them, hatching them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy import ndimage

from generator.figure.body.wardrobe import EAR, EYE, LINING
from generator.figure.picture.contours import bounds, mask_cracks, trace
from generator.figure.picture.curves import Curve, fitted, joined_numbers, path_data, smoothed
from generator.figure.picture.raster import nearest_pixels

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.figure.geometry.rotations import Array, BoolArray
    from generator.figure.picture.raster import Buffers

SPECK = 260  # pixels: smaller patches of one region are taken into their surroundings
LINING_SPECKS = 4  # the inside of a sleeve must be this much larger to be shown
SLIVER = 4  # pixels: half the width below which the inside of a garment is not shown
FEWEST_CORNERS = 8  # fewer make no area worth a curve
PATH_SIGMA = 3.0  # pixels of smoothing along an outline


def tidy(buffers: Buffers, zoom: float = 1.0) -> None:
    """Take specks, pinholes, and the slivers of lining that show at armholes, into what lies round them.

    Args:
        buffers: what shows; it is changed.
        zoom: how much larger than in the picture everything is.
    """
    speck, sliver = SPECK * zoom**2, round(SLIVER * zoom)
    layer, region, figure = buffers.grid("layer"), buffers.grid("region"), buffers.grid("figure")
    bad = np.zeros(layer.shape, bool)
    key = layer * 1000 + region
    for value in np.nonzero(np.bincount(key[figure]))[0]:
        kind = int(value) % 1000
        if kind in {EAR, EYE}:
            continue
        mask = (key == value) & figure
        box = bounds(mask, sliver + 2)
        mask = mask[box]
        if kind > LINING:
            core = ndimage.binary_opening(mask, iterations=sliver)
            bad[box] |= mask & ~ndimage.binary_dilation(core, iterations=sliver + 1)
        labels, count = ndimage.label(mask)
        if count:
            sizes = np.bincount(labels.ravel())
            limit = speck * (LINING_SPECKS if kind > LINING else 1)
            bad[box] |= (sizes < limit)[labels] & mask
    bad |= _pinholes(layer > 0, figure, speck)
    if bad.any() and not bad.all():
        # Whatever is nearest to a bad pixel lies at the rim of its own patch.
        rows, columns = bounds(bad, 1)
        nearest = ndimage.distance_transform_edt(
            bad[rows, columns], return_distances=False, return_indices=True
        )
        inside = bad[rows, columns]
        source = ((nearest[0] + rows.start) * buffers.width + nearest[1] + columns.start)[inside]
        target = np.nonzero(bad.ravel())[0]
        for name in buffers.FIELDS:
            values = getattr(buffers, name)
            values[target] = values[source]


def _pinholes(drawn: BoolArray, figure: BoolArray, most: float) -> BoolArray:
    """Patches of nothing, smaller than so many pixels, that the figure alone surrounds."""
    found = np.zeros_like(drawn)
    if not figure.any():
        return found
    box = bounds(figure, 1)
    labels, count = ndimage.label(~drawn[box])
    sizes = np.bincount(labels.ravel(), minlength=count + 1)
    touching = np.unique(labels[ndimage.binary_dilation(~figure[box] & drawn[box])])  # a thing is beside it
    rim = np.concatenate([labels[0], labels[-1], labels[:, 0], labels[:, -1]])
    small = sizes < most
    small[0] = small[touching] = small[rim] = False
    found[box] = small[labels]
    return found


def in_box(change: Callable[[BoolArray], BoolArray], mask: BoolArray, margin: int) -> BoolArray:
    """What a change makes of a mask, worked out only round it; it may reach so many pixels out."""
    found = np.zeros_like(mask)
    if mask.any():
        box = bounds(mask, margin)
        found[box] = change(mask[box])
    return found


def rings(mask: BoolArray, least: float, sigma: float) -> list[Array]:
    """Closed, smoothed polylines round a mask (pixels); those round less than `least` pixels are left out."""
    if not mask.any():
        return []
    found = []
    rows, columns = (np.nonzero(mask.any(axis))[0][[0, -1]] for axis in (1, 0))
    padded = np.pad(mask[rows[0] : rows[1] + 1, columns[0] : columns[1] + 1], 1)
    _join_diagonals(padded)
    for chain in trace(mask_cracks(padded)):
        points = chain.points + np.array([columns[0] - 1, rows[0] - 1])
        area = 0.5 * abs(float(np.sum(points[:-1, 0] * points[1:, 1] - points[1:, 0] * points[:-1, 1])))
        if area >= least and len(points) > FEWEST_CORNERS:
            found.append(smoothed(points, sigma, closed=True))
    return found


def _join_diagonals(mask: BoolArray) -> None:
    """Fill in beside pixels that touch at a corner alone, where an outline would fall into open pieces."""
    above_left, above_right, left, right = mask[:-1, :-1], mask[:-1, 1:], mask[1:, :-1], mask[1:, 1:]
    while True:
        falling = above_left & right & ~above_right & ~left
        rising = above_right & left & ~above_left & ~right
        if not (falling.any() or rising.any()):
            return
        above_right |= falling
        above_left |= rising


def outlines(mask: BoolArray, least: float, tolerance: float, sigma: float = PATH_SIGMA) -> list[list[Curve]]:
    """Closed curves round a mask (pixels); see `rings`."""
    return [fitted(ring, tolerance, closed=True) for ring in rings(mask, least, sigma)]


def path(mask: BoolArray, least: float, tolerance: float, sigma: float, scale: float) -> str:
    """Path data of a mask's outlines; `scale` is SVG units a pixel."""
    loops = outlines(mask, least, tolerance, sigma)
    return "".join(path_data(loop, scale, close=True) for loop in loops)


def softened(mask: BoolArray, within: BoolArray, sigma: float) -> BoolArray:
    """A mask with an even border, blurred only inside another mask."""
    found = np.zeros_like(mask)
    if not mask.any():
        return found
    reach = int(8 * sigma) + 2  # twice as far as the blur goes
    rows, columns = (np.nonzero(mask.any(axis))[0][[0, -1]] for axis in (1, 0))
    near = tuple(slice(max(0, first - reach), last + reach + 1) for first, last in (rows, columns))
    weight = ndimage.gaussian_filter(within[near].astype(float), sigma)
    blurred = ndimage.gaussian_filter((mask & within)[near].astype(float), sigma)
    found[near] = within[near] & (blurred > 0.5 * np.maximum(weight, 0.02))
    return found


def hatching(mask: BoolArray, spacing: float, least: float, scale: float) -> str:
    """Path data of lines across a mask that rise to the right.

    Args:
        mask: where to hatch.
        spacing: pixels between lines, measured across them.
        least: pixels along a row; shorter lines are left out.
        scale: SVG units a pixel.
    """
    height, width = mask.shape
    text = ""
    for offset in np.arange(spacing, height + width, spacing * np.sqrt(2)):
        row = np.arange(height)
        column = (offset - row).astype(int)
        valid = (column >= 0) & (column < width)
        inside = np.zeros(height + 2, bool)
        inside[1:-1][valid] = mask[row[valid], column[valid]]
        turns = np.nonzero(np.diff(inside.astype(int)))[0]
        for first, last in zip(turns[::2], turns[1::2], strict=True):
            if last - first >= least:
                x = (offset - first) * scale
                run = (last - first) * scale
                text += "M" + joined_numbers([x, first * scale]) + "l" + joined_numbers([-run, run])
    return text


def runs(marked: BoolArray) -> list[tuple[int, int]]:
    """First, and one past the last, of each unbroken stretch of a row."""
    turns = np.nonzero(np.diff(np.concatenate([[False], marked, [False]]).astype(int)))[0]
    return [(int(first), int(last)) for first, last in zip(turns[::2], turns[1::2], strict=True)]


def dashes(points: Array, hidden: BoolArray, dash: float, gap: float) -> list[Array]:
    """The hidden stretches of a closed outline, cut into dashes (same units as the points)."""
    found = []
    steps = np.linalg.norm(np.diff(points, axis=0), axis=1)
    along = np.concatenate([[0], np.cumsum(steps)])
    phase = along % (dash + gap) < dash
    for first, last in runs(phase & hidden):
        if along[last - 1] - along[first] > dash / 3:
            found.append(points[first:last])
    return found


def dashed(points: Array, seen: BoolArray, dash: float, gap: float, scale: float) -> str:
    """Path data of a closed outline, dashed, where a mask does not show it; `scale` is SVG units a pixel."""
    hidden = ~seen[nearest_pixels(points, seen.shape)]
    return "".join(path_data(fitted(piece, 1.0), scale) for piece in dashes(points, hidden, dash, gap))
