"""A vectorised depth buffer (orthographic): which surface shows at each pixel, and where on it.

Fragments are kept as triangle and barycentric weights, so that any value at the vertices can be interpolated,
and a layer may discard fragments (the edge of a sleeve is cut per pixel, not per triangle).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.figure.geometry.rotations import Array, IntArray

    Interpolate: TypeAlias = Callable[[Array], Array]
    # (rest positions, interpolate) -> region (negative: discard), part, zone
    Region: TypeAlias = Callable[[Array, Interpolate], tuple[IntArray, IntArray, IntArray]]
    Fragments: TypeAlias = tuple[IntArray, Array, IntArray, Array]

TILE = 32  # pixels: larger triangles are cut into tiles of this size
BUDGET = 400_000  # fragments worked on at a time
EDGE = -1e-6  # barycentric tolerance, so that neighbouring triangles leave no gap
SMALLEST_AREA = 1e-9
TURNED_AWAY = -0.25  # skin triangles whose normals all face further away are not drawn


@dataclass(slots=True)
class Layer:
    """Something to rasterise.

    Attributes:
        rest: rest position of each vertex; contours are found by its jumps.
        region: what each fragment is.
        lining: added to the region of fragments seen from inside (sleeves); 0 for none.
        fill: the fill of a prop; empty for a part of the figure.
    """

    vertices: Array
    triangles: IntArray
    normals: Array
    rest: Array
    region: Region
    lining: int = 0
    fill: str = ""
    cull: bool = False


class Buffers:
    """What shows at each pixel (flat arrays, row by row). Layer 0 is the background."""

    def __init__(self, width: int, height: int) -> None:
        self.width, self.height = width, height
        size = width * height
        self.depth = np.full(size, np.inf)
        self.layer = np.zeros(size, np.int32)
        self.region = np.zeros(size, np.int32)
        self.part = np.zeros(size, np.int32)
        self.zone = np.zeros(size, np.int32)
        self.rest = np.zeros((size, 3))
        self.normal = np.zeros((size, 3))
        self.figure = np.zeros(size, bool)

    FIELDS = ("depth", "layer", "region", "part", "zone", "rest", "normal", "figure")

    def grid(self, name: str) -> np.ndarray:
        """A field as rows and columns."""
        values = getattr(self, name)
        return np.asarray(values).reshape(self.height, self.width, *values.shape[1:])

    def draw(self, layer: Layer, number: int, screen: Array, normals: Array) -> None:
        """Rasterise a layer; `screen` is pixel x, pixel y and depth, `normals` the camera's."""
        triangles = layer.triangles
        if layer.cull:
            triangles = triangles[(normals[triangles][..., 2] > TURNED_AWAY).any(1)]
        for pixel, depth, triangle, weights in fragments(screen, triangles, self.width, self.height):
            nearer = depth < self.depth[pixel]
            if nearer.any():
                kept = pixel[nearer], depth[nearer], triangles[triangle[nearer]], weights[nearer]
                self._store(layer, number, screen, normals, kept)

    def _store(self, layer: Layer, number: int, screen: Array, normals: Array, found: Fragments) -> None:
        pixel, depth, corners, weights = found

        def interpolate(values: Array) -> Array:
            return np.asarray(np.einsum("fc,fc...->f...", weights, values[corners]))

        rest = interpolate(layer.rest)
        region, part, zone = layer.region(rest, interpolate)
        if layer.lining:
            a, b, c = (screen[corners[:, k]] for k in range(3))
            facing = (b[:, 0] - a[:, 0]) * (c[:, 1] - a[:, 1]) - (b[:, 1] - a[:, 1]) * (c[:, 0] - a[:, 0])
            region = np.where((facing > 0) & (region >= 0), region + layer.lining, region)
        kept = np.nonzero(region >= 0)[0]
        order = kept[np.argsort(-depth[kept], kind="stable")]  # nearest last, so that it stays
        at = pixel[order]
        self.depth[at] = depth[order]
        self.layer[at] = number
        self.region[at] = region[order]
        self.part[at] = part[order]
        self.zone[at] = zone[order]
        self.rest[at] = rest[order]
        self.normal[at] = interpolate(normals)[order]
        self.figure[at] = not layer.fill


def nearest_pixels(points: Array, shape: tuple[int, ...]) -> tuple[IntArray, IntArray]:
    """Rows and columns of the pixels of a grid at, or nearest to, points (x, y …)."""
    column = np.clip(points[:, 0].astype(int), 0, shape[1] - 1)
    return np.clip(points[:, 1].astype(int), 0, shape[0] - 1), column


def fragments(screen: Array, triangles: IntArray, width: int, height: int) -> Iterator[Fragments]:
    """Yield (pixel, depth, triangle number, barycentric weights) for all triangles, in chunks."""
    corners = screen[triangles]
    a, b, c = corners[:, 0], corners[:, 1], corners[:, 2]
    low = np.maximum(np.floor(corners[..., :2].min(1) - 0.5).astype(int), 0)
    high = np.minimum(np.ceil(corners[..., :2].max(1) - 0.5).astype(int), [width - 1, height - 1])
    area = (b[:, 0] - a[:, 0]) * (c[:, 1] - a[:, 1]) - (b[:, 1] - a[:, 1]) * (c[:, 0] - a[:, 0])
    alive = np.nonzero((high >= low).all(1) & (abs(area) > SMALLEST_AREA))[0]
    number, corner, size = _jobs(corners[..., :2], area, alive, low, high)
    slopes = _slopes(a, b, c, area)
    for side in np.unique(size):
        chosen = np.nonzero(size == side)[0]
        step = max(1, BUDGET // int(side * side))
        for first in range(0, len(chosen), step):
            job = chosen[first : first + step]
            t = number[job]
            px, py = (corner[job, k][:, None] + np.arange(side) for k in (0, 1))
            weights = _weights(slopes, t, px + 0.5 - a[t, :1], py + 0.5 - a[t, 1:2])
            inside = (weights >= EDGE).all(0) & (px < width)[:, None] & (py < height)[:, :, None]
            which, row, column = np.nonzero(inside)
            found = weights[:, which, row, column].T
            depth = (found * corners[t[which], :, 2]).sum(1)
            yield py[which, row] * width + px[which, column], depth, t[which], found


def _slopes(a: Array, b: Array, c: Array, area: Array) -> Array:
    """How the weights of the second and third corner grow a pixel to the right and a pixel down."""
    with np.errstate(divide="ignore", invalid="ignore"):  # triangles without area are left out later
        return np.stack([c[:, 1] - a[:, 1], a[:, 0] - c[:, 0], a[:, 1] - b[:, 1], b[:, 0] - a[:, 0]]) / area


def _weights(slopes: Array, t: IntArray, x: Array, y: Array) -> Array:
    """Barycentric weights on a square of pixels; x and y count from each triangle's first corner."""
    right_b, down_b, right_c, down_c = slopes[:, t, None]
    second = (right_b * x)[:, None, :] + (down_b * y)[:, :, None]
    third = (right_c * x)[:, None, :] + (down_c * y)[:, :, None]
    return np.stack([1 - second - third, second, third])


def _jobs(
    corners: Array, area: Array, alive: IntArray, low: IntArray, high: IntArray
) -> tuple[IntArray, IntArray, IntArray]:
    """Triangle number, first pixel and size of each square of pixels to look at."""
    extent = (high - low)[alive]
    large = extent.max(1) >= TILE
    numbers, firsts = [alive[~large]], [low[alive[~large]]]
    sizes = [(extent[~large] + 1).max(1)]
    for triangle in alive[large]:
        x, y = np.meshgrid(
            np.arange(low[triangle, 0], high[triangle, 0] + 1, TILE),
            np.arange(low[triangle, 1], high[triangle, 1] + 1, TILE),
        )
        tiles = np.stack([x.ravel(), y.ravel()], 1)
        keep = np.ones(len(tiles), bool)
        for edge in range(3):  # tiles wholly outside one edge hold nothing
            start, end = corners[triangle, edge], corners[triangle, (edge + 1) % 3]
            inward = np.array([start[1] - end[1], end[0] - start[0]]) * np.sign(area[triangle])
            keep &= (tiles + np.where(inward > 0, TILE, 0) - start) @ inward >= 0
        tiles = tiles[keep]
        numbers.append(np.full(len(tiles), triangle))
        firsts.append(tiles)
        sizes.append(np.full(len(tiles), TILE))
    return np.concatenate(numbers), np.concatenate(firsts), np.concatenate(sizes)
