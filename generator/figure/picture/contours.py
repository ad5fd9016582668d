"""Where lines run: the cracks between unlike pixels, traced into chains and joined through junctions.

A crack is named after what it parts. On the figure a fold shows where the rest position jumps: neighbouring
pixels that are far apart on the body at rest belong to different limbs, however the figure is posed.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

import numpy as np

from generator.figure.body.wardrobe import EAR, SKIN
from generator.figure.geometry.rotations import Array, BoolArray, IntArray, unit

if TYPE_CHECKING:
    from generator.figure.picture.raster import Buffers

    Box = tuple[slice, slice]

REST_JUMP = 0.006  # metres on the body at rest: beyond this, neighbouring pixels lie on different folds
SLOPE_SHARE = 2.2  # a surface seen at a slant moves further from pixel to pixel
STEEPEST = 0.06  # least share of the normal towards the viewer that is reckoned with
DEPTH_JUMP = 0.0015  # metres
TOUCHING = 0.045  # metres at rest: skin on skin of different limbs, even without a jump in depth
STRAIGHT_THROUGH = 0.55  # how well two chains must line up at a junction to be joined
END_REACH = 10  # pixels over which a chain's direction at its end is measured
MOST_LAYERS = 128
PASSING = 2  # cracks that meet at a plain point of a line; else it is an end or a junction


class Line(IntEnum):
    """What a line parts, the more important the higher."""

    NONE = 0
    FOLD = 1
    HEM = 2
    OBJECT = 3
    SILHOUETTE = 4


@dataclass(slots=True)
class Chain:
    """A traced line.

    Attributes:
        points: (n, 2) pixel corners.
        kinds: how many of its cracks are of each `Line`.
        owners: how many of its cracks belong to each layer (the nearer one).
        degrees: how many cracks meet at its first and last point; 1 is a free end.
        ends: the numbers of its first and last point.
    """

    points: Array
    kinds: IntArray
    owners: IntArray
    closed: bool
    degrees: tuple[int, int]
    ends: tuple[int, int]

    @property
    def kind(self) -> Line:
        """What it mostly parts."""
        return Line(int(self.kinds.argmax()))

    @property
    def owner(self) -> int:
        """The layer it mostly belongs to."""
        return int(self.owners.argmax())

    def heading(self, end: int) -> Array:
        """The direction in which it leaves one of its ends."""
        path = self.points if end == 0 else self.points[::-1]
        return unit(path[min(END_REACH, len(path) - 1)] - path[0])


def cracks(
    buffers: Buffers, pixel: float, muted: BoolArray, ear_front: BoolArray
) -> list[tuple[IntArray, IntArray]]:
    """(kind, owner) of the cracks to the right of each pixel, and of those below.

    Args:
        buffers: what shows.
        pixel: metres a pixel.
        muted: pixels of eyes and mouth, which are drawn as strokes instead.
        ear_front: pixels where the ear runs into the cheek without a line.
    """
    shape = buffers.grid("layer").shape
    box = bounds(buffers.grid("layer") > 0, 1)
    names = ("layer", "region", "part", "figure", "depth")
    layer, region, part, figure, depth = (buffers.grid(name)[box] for name in names)
    rest = np.moveaxis(buffers.grid("rest")[box], -1, 0)
    facing = abs(buffers.grid("normal")[box][..., 2])
    muted, ear_front = muted[box], ear_front[box]

    def between(a: Box, b: Box) -> tuple[IntArray, IntArray]:
        kind = np.zeros(layer[a].shape, np.int64)
        both = (layer[a] > 0) & (layer[b] > 0)
        body = both & figure[a] & figure[b]
        moved = np.sqrt(sum((one[a] - one[b]) ** 2 for one in rest)) * body
        behind = abs(depth[a] - depth[b])
        slope = pixel / np.maximum(np.maximum(facing[a], facing[b]), STEEPEST)
        fold = (moved > REST_JUMP + SLOPE_SHARE * slope) & (behind > DEPTH_JUMP) | (moved > TOUCHING)
        quiet = muted[a] & muted[b]
        in_ear = (region[a] == EAR) & (region[b] == EAR)
        at_ear = ((region[a] == EAR) & (region[b] == SKIN)) | ((region[a] == SKIN) & (region[b] == EAR))
        kind[body & fold & ~quiet & ~in_ear] = Line.FOLD
        hem = body & (region[a] != region[b]) & ~quiet & ~(at_ear & (ear_front[a] | ear_front[b]))
        kind[hem] = Line.HEM
        kind[both & ~body & (layer[a] != layer[b])] = Line.OBJECT
        kind[both & ~body & (layer[a] == layer[b]) & (part[a] != part[b])] = Line.FOLD
        kind[(layer[a] == 0) != (layer[b] == 0)] = Line.SILHOUETTE
        nearer = (layer[b] == 0) | ((layer[a] > 0) & (depth[a] <= depth[b]))
        owner = np.where(nearer, layer[a], layer[b])
        return _framed(kind, box, a, shape), _framed(owner, box, a, shape)

    every = slice(None)
    rightward = between((every, slice(None, -1)), (every, slice(1, None)))
    downward = between((slice(None, -1), every), (slice(1, None), every))
    return [rightward, downward]


def _framed(values: IntArray, box: Box, cut: Box, shape: tuple[int, ...]) -> IntArray:
    """Values of a box's cracks in the whole picture; there are none beside it."""
    last = [size - (one.stop is not None) for size, one in zip(shape, cut, strict=True)]
    found = np.zeros(last, np.int64)
    rows, columns = (
        slice(edge.start, edge.start + count) for edge, count in zip(box, values.shape, strict=True)
    )
    found[rows, columns] = values
    return found


def bounds(mask: BoolArray, margin: int) -> Box:
    """Rows and columns of the box round a mask, so many pixels wider where the picture goes on."""
    edges = []
    for axis in (1, 0):
        places = np.nonzero(mask.any(axis))[0]
        first, last = (int(places[0]), int(places[-1])) if len(places) else (0, 0)
        edges.append(slice(max(0, first - margin), last + margin + 1))
    return edges[0], edges[1]


def within(found: list[tuple[IntArray, IntArray]], window: BoolArray) -> list[tuple[IntArray, IntArray]]:
    """Cracks between pixels of a window alone."""
    (right, right_owner), (down, down_owner) = found
    inside = window[:, :-1] & window[:, 1:], window[:-1] & window[1:]
    return [(right * inside[0], right_owner), (down * inside[1], down_owner)]


def mask_cracks(mask: BoolArray) -> list[tuple[IntArray, IntArray]]:
    """The cracks round a mask, in the same form."""
    number = mask.astype(np.int64)
    right: IntArray = abs(number[:, 1:] - number[:, :-1])
    down: IntArray = abs(number[1:] - number[:-1])
    return [(right, right), (down, down)]


def trace(found: list[tuple[IntArray, IntArray]]) -> list[Chain]:
    """Chains of cracks between junctions and free ends, and closed ones."""
    (right, right_owner), (down, down_owner) = found
    columns = right.shape[1] + 2
    row, column = np.nonzero(right)
    row_below, column_below = np.nonzero(down)
    start = np.concatenate([row * columns + column + 1, (row_below + 1) * columns + column_below])
    end = np.concatenate([(row + 1) * columns + column + 1, (row_below + 1) * columns + column_below + 1])
    kinds = np.concatenate([right[row, column], down[row_below, column_below]])
    owners = np.concatenate([right_owner[row, column], down_owner[row_below, column_below]])
    links: dict[int, list[tuple[int, int]]] = {}
    for crack, (a, b) in enumerate(zip(start.tolist(), end.tolist(), strict=True)):
        links.setdefault(a, []).append((b, crack))
        links.setdefault(b, []).append((a, crack))
    used = np.zeros(len(start), bool)

    def walk(first: int, point: int, crack: int) -> Chain:
        path, taken = [first, point], [crack]
        used[crack] = True
        while len(links[point]) == PASSING:
            onward = [(other, number) for other, number in links[point] if not used[number]]
            if not onward:
                break
            point, number = onward[0]
            used[number] = True
            path.append(point)
            taken.append(number)
        numbers = np.array(path)
        return Chain(
            np.stack([numbers % columns, numbers // columns], 1).astype(float),
            np.bincount(kinds[taken], minlength=len(Line)),
            np.bincount(owners[taken], minlength=MOST_LAYERS),
            closed=path[0] == path[-1] and len(links[path[0]]) == PASSING,
            degrees=(len(links[path[0]]), len(links[path[-1]])),
            ends=(path[0], path[-1]),
        )

    chains = []
    for loops in (False, True):  # first from junctions and free ends, then what is left: loops
        for point in sorted(links):
            if loops or len(links[point]) != PASSING:
                chains += [walk(point, other, crack) for other, crack in links[point] if not used[crack]]
    return chains


def join_chains(chains: list[Chain], figure: BoolArray) -> list[Chain]:
    """Join chains that run straight through a junction, so that smoothing does not pin them there.

    Args:
        chains: as traced.
        figure: for each layer, whether it is part of the figure.
    """
    partner = _partners(chains, figure)
    done: set[int] = set()
    result = []
    for number, chain in enumerate(chains):
        if number in done:
            continue
        if chain.closed:
            done.add(number)
            result.append(chain)
            continue
        place, seen = (number, 0), {number}
        while place in partner and partner[place][0] not in seen:  # back to where the whole line begins
            other, end = partner[place]
            seen.add(other)
            place = (other, 1 - end)
        result.append(_follow(chains, partner, place, done))
    return result


def _follow(
    chains: list[Chain],
    partner: dict[tuple[int, int], tuple[int, int]],
    place: tuple[int, int],
    done: set[int],
) -> Chain:
    taken: list[tuple[int, int]] = []
    step: tuple[int, int] | None = place
    loop = False
    while step is not None:
        number, end = step
        if number in done:
            loop = True
            break
        done.add(number)
        taken.append((number, end))
        step = partner.get((number, 1 - end))
    pieces = [chains[i].points if end == 0 else chains[i].points[::-1] for i, end in taken]
    points = np.vstack([pieces[0], *(piece[1:] for piece in pieces[1:])])
    (first, first_end), (last, last_end) = taken[0], taken[-1]
    return Chain(
        points,
        np.sum([chains[i].kinds for i, _ in taken], axis=0),
        np.sum([chains[i].owners for i, _ in taken], axis=0),
        closed=loop and bool(np.allclose(points[0], points[-1])),
        degrees=(chains[first].degrees[first_end], chains[last].degrees[1 - last_end]),
        ends=(chains[first].ends[first_end], chains[last].ends[1 - last_end]),
    )


def _partners(chains: list[Chain], figure: BoolArray) -> dict[tuple[int, int], tuple[int, int]]:
    """The two chain ends at each junction that run on into each other best."""
    meeting: dict[int, list[tuple[int, int]]] = {}
    for number, chain in enumerate(chains):
        if not chain.closed:
            meeting.setdefault(chain.ends[0], []).append((number, 0))
            meeting.setdefault(chain.ends[1], []).append((number, 1))
    partner = {}
    for places in meeting.values():
        best: tuple[float, tuple[int, int], tuple[int, int]] | None = None
        for index, one in enumerate(places):
            for other in places[index + 1 :]:
                score = _alignment(chains[one[0]], one[1], chains[other[0]], other[1], figure)
                if one[0] != other[0] and score > STRAIGHT_THROUGH and (best is None or score > best[0]):
                    best = (score, one, other)
        if best is not None:
            partner[best[1]], partner[best[2]] = best[2], best[1]
    return partner


def _alignment(one: Chain, one_end: int, other: Chain, other_end: int, figure: BoolArray) -> float:
    """How much one chain looks like the other's continuation; silhouettes go on as silhouettes."""
    a, b = one.owner, other.owner
    if figure[a] != figure[b] or (not figure[a] and a != b):
        return -1.0
    score = -float(one.heading(one_end) @ other.heading(other_end))
    outer = (one.kind == Line.SILHOUETTE, other.kind == Line.SILHOUETTE)
    if outer[0] != outer[1]:
        return score - 1.2
    return score + (0.6 if outer[0] else 0.0)
