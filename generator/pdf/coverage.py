"""A booklet → the share of the paper that its print covers, by colorant: what it costs in ink.

It is measured on what is laid out, and no page is rasterised: fills and lines by their area, text by the area
of its glyphs, pictures by painting each of them once. What a shape hides of a fill below it is subtracted.
The marks for folding are not counted: they are less than a ten-thousandth of the paper. Against the pages as
pdfium draws them at 300 dots to the inch, the sum is within a hundredth (`tests/pdf/test_coverage.py`).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

from PIL import ImageFont

from generator.booklet.model import Drawing, Picture, Polyline, Rectangle, Text
from generator.pdf.extents import around
from generator.pdf.palette import is_grey
from generator.pdf.picture_ink import inks_of, picture_inks
from generator.text.fonts import FONT_FOLDER, font_for

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.booklet.model import Booklet, Box, Colour, Shape
    from generator.pdf.palette import Palette
    from generator.pdf.picture_ink import Inks
    from generator.pdf.picture_object import PictureSource
    from generator.text.faces import Face

_GLYPH_SIZE = 200  # pixels to the size, at which glyphs are measured
_CHORDS = 8  # of a curve, which measure it to a hundredth
_Point: TypeAlias = tuple[float, float]

_NO_INK: Inks = (0.0, 0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much ink a print takes.

    Attributes:
        cyan: the share of all printed sides that it covers, 0 to 1; as for `magenta`, `yellow` and `black`.
        full_pages: as many sides could be covered with one colorant from edge to edge.
    """

    cyan: float
    magenta: float
    yellow: float
    black: float
    full_pages: float


def coverage(
    booklet: Booklet, pictures: PictureSource, palette: Palette, sides: int, side_area: float
) -> Coverage:
    """The ink of all pages of a booklet.

    Args:
        booklet: what stands where.
        pictures: asked once for each picture.
        palette: the inks.
        sides: of paper, that it is printed on.
        side_area: of each of them, in square points.

    Raises:
        BadDataError: from `pictures`.
    """
    meter = _InkMeter(pictures, palette)
    total = [0.0] * 4
    for page in booklet.pages:
        shapes = [shape for mark in page.marks for shape in mark.shapes]
        for area, inks in meter.parts(shapes):
            for index, ink in enumerate(inks):
                total[index] += area * ink
    cyan, magenta, yellow, black = (ink / (sides * side_area) for ink in total)
    return Coverage(cyan, magenta, yellow, black, sum(total) / side_area)


class _InkMeter:
    """Measures shapes, and remembers the pictures."""

    def __init__(self, pictures: PictureSource, palette: Palette) -> None:
        self._source = pictures
        self._grey = is_grey(palette)
        self._inks = {
            colour: inks_of(*(int(ink[place : place + 2], 16) / 255 for place in (1, 3, 5)))
            for colour, ink in palette.items()
        }
        self._pictures: dict[str, Inks] = {}

    def parts(self, shapes: Sequence[Shape]) -> Iterator[tuple[float, Inks]]:
        """Area, in square points, and inks of what each shape paints; negative for what it hides."""
        grounds: list[tuple[Box, Inks]] = []
        for shape in shapes:
            if isinstance(shape, Picture):
                # It hides nothing: pictures have no background, and stand on bare paper.
                yield shape.box.width * shape.box.height, self._picture(shape.name)
                continue
            for area, colour, place in _areas(shape):
                yield area, self._inks[colour]
                under = (inks for box, inks in reversed(grounds) if _is_in(place, box))
                yield -area, next(under, _NO_INK)
            if not isinstance(shape, Text) and shape.fill is not None:
                grounds.append((around([shape]), self._inks[shape.fill]))

    def _picture(self, name: str) -> Inks:
        if name not in self._pictures:
            self._pictures[name] = picture_inks(self._source.picture_object(name, grey=self._grey))
        return self._pictures[name]


def _areas(shape: Text | Rectangle | Polyline | Drawing) -> Iterator[tuple[float, Colour, _Point]]:
    """Area, in square points, and colour of letters, inside and line of a shape, and a place in each."""
    if isinstance(shape, Text):
        glyphs = sum(_glyph_area(character, shape.face) for character in shape.text)
        yield glyphs * shape.size**2, shape.colour, (shape.left, shape.baseline)
        return
    if isinstance(shape, Rectangle):
        box, radius = shape.box, shape.radius
        area = box.width * box.height - (4 - math.pi) * radius**2
        length = 2 * (box.width + box.height) - (8 - 2 * math.pi) * radius
        inside, edge = (box.left + box.width / 2, box.top + box.height / 2), (box.left, box.top + radius)
    elif isinstance(shape, Drawing):
        box = shape.box
        area, length = _drawn(shape.lines)
        inside = edge = (box.left + box.width / 2, box.top + box.height / 2)
    else:
        ends = (*shape.points, shape.points[0])
        sides = list(pairwise(ends if shape.closed else shape.points))
        area = _enclosed(ends)
        length = sum(map(math.dist, *zip(*sides, strict=True))) / (2 if shape.dash else 1)
        box, edge = around([shape]), shape.points[0]
        inside = (box.left + box.width / 2, box.top + box.height / 2)
    if shape.fill is not None:
        yield area, shape.fill, inside
    if shape.stroke is not None:
        yield length * shape.line_width, shape.stroke, edge


def _enclosed(ends: Sequence[_Point]) -> float:
    """The area within straight lines, the last of which ends where the first begins."""
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ends))) / 2


@lru_cache(maxsize=256)  # signs of one size come again and again
def _drawn(lines: tuple[tuple[tuple[float, ...], ...], ...]) -> tuple[float, float]:
    """What the lines of a drawing go round, and how long they are; curves as chords."""
    area = length = 0.0
    for line in lines:
        points = [(line[0][0], line[0][1])]
        for step in line[1:]:
            points += _chords((*points[-1], *step)) if len(step) > len(line[0]) else [(step[0], step[1])]
        area += _enclosed([*points, points[0]])
        length += sum(math.dist(one, other) for one, other in pairwise(points))
    return area, length


def _chords(curve: tuple[float, ...]) -> list[_Point]:
    """Points along a cubic, from after its beginning to its end."""
    places = [(1 - share, share) for share in (each / _CHORDS for each in range(1, _CHORDS + 1))]
    weights = [(a**3, 3 * a**2 * b, 3 * a * b**2, b**3) for a, b in places]
    return [(_sum(each, curve[::2]), _sum(each, curve[1::2])) for each in weights]


def _sum(weights: tuple[float, ...], values: tuple[float, ...]) -> float:
    return sum(weight * value for weight, value in zip(weights, values, strict=True))


def _is_in(place: _Point, box: Box) -> bool:
    return box.left <= place[0] <= box.right and box.top <= place[1] <= box.bottom


@lru_cache(maxsize=1024)
def _glyph_area(character: str, face: Face) -> float:
    """Of a glyph, as a share of the square of its size."""
    name = font_for(character, face)
    assert name, "what is laid out can be printed"
    mask = ImageFont.truetype(FONT_FOLDER / name, _GLYPH_SIZE).getmask(character, mode="L")
    return sum(mask) / (255 * _GLYPH_SIZE**2)
