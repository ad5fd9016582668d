"""A picture to the ink that it takes: it is painted with Pillow, and the colorants are counted."""

from __future__ import annotations

import io
import re
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from PIL import Image, ImageChops, ImageDraw

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.pdf.picture_object import PictureObject

Inks: TypeAlias = tuple[float, float, float, float]
"""Cyan, magenta, yellow and black, each from 0 to 1."""

_HEIGHT = 800  # pixels that a picture is painted with; twice as many change its ink by less than a hundredth
# Of the four points of a curve, at each of five steps along it.
_WEIGHTS = tuple(
    ((1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t**2, t**3) for t in (0.2, 0.4, 0.6, 0.8, 1.0)
)
_NOTHING = 128  # a mask counts outlines round a point up and down from here

_SIZE = re.compile(r"/Width (\d+)/Height (\d+)/ColorSpace/Device(Gray|RGB)")

_Point: TypeAlias = tuple[float, float]
_Rgb: TypeAlias = tuple[int, int, int]


def inks_of(red: float, green: float, blue: float) -> Inks:
    """The colorants for a colour, each from 0 to 1.

    What the three coloured inks have in common is printed in black (ISO 32000-1, 10.3.5, with the whole of
    it taken out of the colours). A printer's own tables differ from that by the paper and the inks.
    """
    cyan, magenta, yellow = 1 - red, 1 - green, 1 - blue
    black = min(cyan, magenta, yellow)
    return cyan - black, magenta - black, yellow - black, black


def picture_inks(picture: PictureObject) -> Inks:
    """The colorants that cover the rectangle of a picture, on the average."""
    image = _decoded(picture) if "/Subtype/Image" in picture.entries else _painted(picture)
    inverted = [ImageChops.invert(band) for band in image.convert("RGB").split()]
    black = _average(ImageChops.darker(ImageChops.darker(inverted[0], inverted[1]), inverted[2]))
    cyan, magenta, yellow = (_average(band) - black for band in inverted)
    return cyan, magenta, yellow, black


def _average(band: Image.Image) -> float:
    counts = band.histogram()
    return sum(value * count for value, count in enumerate(counts)) / (255 * sum(counts))


def _decoded(picture: PictureObject) -> Image.Image:
    if "/DCTDecode" in picture.entries:
        return Image.open(io.BytesIO(picture.content))
    found = _SIZE.search(picture.entries)
    assert found, "every image says how large it is"
    mode = "L" if found[3] == "Gray" else "RGB"
    return Image.frombytes(mode, (int(found[1]), int(found[2])), zlib.decompress(picture.content))


@dataclass(slots=True)
class _Outline:
    points: list[_Point]
    is_closed: bool = False


def _painted(picture: PictureObject) -> Image.Image:
    painter = _Painter(round(_HEIGHT * picture.proportion), _HEIGHT)
    numbers: list[float] = []
    for word in zlib.decompress(picture.content).decode("ascii").split():
        if word[-1].isdigit():
            numbers.append(float(word))
        else:
            painter.operate(word, numbers)
            numbers = []
    return painter.image


class _Painter:
    """Paints the operators of a picture, which are those that `generator.pdf.svg` writes."""

    def __init__(self, width: int, height: int) -> None:
        self.image = Image.new("RGB", (width, height), "white")
        self._draw = ImageDraw.Draw(self.image)
        self._scale = (1.0, 1.0)
        self._outlines: list[_Outline] = []
        self._fill: _Rgb = (0, 0, 0)
        self._stroke: _Rgb = (0, 0, 0)
        self._line_width = 1.0
        self._has_caps = False

    def operate(self, operator: str, numbers: Sequence[float]) -> None:
        match operator:
            case "cm":  # the first one, which leads from the unit square to the picture's own measures
                across, _, _, down, *_ = numbers
                self._scale = (across * self.image.width, -down * self.image.height)
            case "rg" | "g":
                self._fill = _colour(numbers)
            case "RG" | "G":
                self._stroke = _colour(numbers)
            case "w":
                self._line_width = numbers[0] * self._scale[0]
            case "J":
                self._has_caps = numbers[0] > 0
            case "f" | "f*" | "S" | "B" | "B*":
                if operator != "S":
                    self._paint_inside(by_turns=operator.endswith("*"))
                if operator[0] in "SB":
                    self._paint_lines()
                self._outlines = []
            case _:
                self._go(operator, numbers)

    def _go(self, operator: str, numbers: Sequence[float]) -> None:
        match operator:
            case "m":
                self._outlines.append(_Outline([*self._points(numbers)]))
            case "l":
                self._outlines[-1].points.extend(self._points(numbers))
            case "c":
                points = self._outlines[-1].points
                points.extend(_curve(points[-1], *self._points(numbers)))
            case "h":
                self._outlines[-1].is_closed = True

    def _points(self, numbers: Sequence[float]) -> Iterator[_Point]:
        x_scale, y_scale = self._scale
        for x, y in zip(numbers[::2], numbers[1::2], strict=True):
            yield x * x_scale, y * y_scale

    def _paint_inside(self, *, by_turns: bool) -> None:
        """Fill the outlines: those that lie in each other by the rule of their number, or by their turns."""
        polygons = [outline.points for outline in self._outlines if len(outline.points) > 2]  # noqa: PLR2004
        turns = [_area(points) > 0 for points in polygons]
        if len(polygons) <= 1 or (len(set(turns)) == 1 and not by_turns):
            for points in polygons:
                self._draw.polygon(points, fill=self._fill)
            return
        mask = Image.new("L", self.image.size, _NOTHING)
        for points, is_positive in zip(polygons, turns, strict=True):
            one = Image.new("L", self.image.size, 0)
            ImageDraw.Draw(one).polygon(points, fill=1)
            mask = ImageChops.add(mask, one) if is_positive or by_turns else ImageChops.subtract(mask, one)
        inside = [255 * (value % 2 if by_turns else value != _NOTHING) for value in range(256)]
        self.image.paste(self._fill, mask=mask.point(inside))

    def _paint_lines(self) -> None:
        radius = self._line_width / 2
        for outline in self._outlines:
            points = outline.points
            if outline.is_closed:
                points = [*points, *points[:2]]
            self._draw.line(points, self._stroke, max(1, round(self._line_width)), joint="curve")
            if self._has_caps and not outline.is_closed:
                for x, y in (points[0], points[-1]):
                    self._draw.ellipse((x - radius, y - radius, x + radius, y + radius), self._stroke)


def _colour(numbers: Sequence[float]) -> _Rgb:
    red, green, blue = (round(255 * number) for number in [*numbers, *numbers, *numbers][:3])
    return red, green, blue


def _curve(start: _Point, first: _Point, second: _Point, end: _Point) -> Iterable[_Point]:
    for a, b, c, d in _WEIGHTS:
        yield (
            a * start[0] + b * first[0] + c * second[0] + d * end[0],
            a * start[1] + b * first[1] + c * second[1] + d * end[1],
        )


def _area(points: Sequence[_Point]) -> float:
    """Positive or negative, by the direction in which the outline turns."""
    following = (*points[1:], points[0])
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(points, following, strict=True)) / 2
