"""Shapes → the operators of a page (ISO 32000-1, 8 and 9), as few as possible."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.booklet.model import Drawing, Picture, Polyline, Rectangle, Text
from generator.pdf.objects import number_text
from generator.pdf.palette import components
from generator.text.measuring import FontMeasure

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from generator.booklet.model import Colour, Shape
    from generator.pdf.palette import Palette
    from generator.text.glyphs import GlyphWriter

_QUARTER_CIRCLE = 0.5523  # length of the handles of a cubic that draws a quarter of a circle of radius 1

_BROKEN_WORD = re.compile(r"\w[-\u2010\u2013\u2014/]$|\s$")  # the end of a line that goes on without a space
_WORD_GAP = 0.1  # of the size; a gap that is less is within a word


class PageCanvas:
    """The content of one page; y grows downwards outside, upwards inside.

    Colours, line widths and the font are only set when they change.
    """

    def __init__(
        self, height: float, palette: Palette, glyphs: GlyphWriter, picture_name: Callable[[str], str]
    ) -> None:
        """A blank page.

        Args:
            height: of the page, in points.
            palette: the inks.
            glyphs: of the whole document.
            picture_name: the name of a picture among the page's resources; called for each that is placed.
        """
        self._height = height
        self._inks = {colour: components(ink) for colour, ink in palette.items()}
        self._glyphs = glyphs
        self._picture_name = picture_name
        self._operators: list[str] = []
        self._fill: Colour | None = None
        self._stroke: Colour | None = None
        self._line_width = 0.0
        self._font = ""
        self._size = 0.0

    def content(self) -> bytes:
        """The operators so far."""
        return "\n".join(self._operators).encode("latin-1")

    def open_mark(self, role: str, identifier: int) -> None:
        """Begin content that belongs to an element."""
        self._operators.append(f"/{role}<</MCID {identifier}>>BDC")

    def open_artifact(self) -> None:
        """Begin content that means nothing: backgrounds, rules, page numbers."""
        self._operators.append("/Artifact BMC")

    def close_mark(self) -> None:
        """End what `open_mark` or `open_artifact` began."""
        self._operators.append("EMC")

    def draw(self, shapes: Sequence[Shape]) -> None:
        """Paint shapes one over the other; texts that follow each other share one text object.

        Between the lines of a paragraph stands a space that nobody sees, for those who listen to the page or
        copy from it.
        """
        operators = self._operators
        in_text = False
        x = y = 0.0
        for shape, following in zip(shapes, (*shapes[1:], None), strict=True):
            if isinstance(shape, Text):
                if not in_text:
                    operators.append("BT")
                    in_text, x, y = True, 0.0, 0.0
                # Steps are taken between rounded places, so that no error adds up.
                left, base = round(shape.left, 2), round(self._height - shape.baseline, 2)
                self._set_fill(shape.colour)
                operators.append(f"{number_text(round(left - x, 2))} {number_text(round(base - y, 2))} Td")
                self._show(shape, " " if _is_apart(shape, following) else "")
                x, y = left, base
                continue
            if in_text:
                operators.append("ET")
                in_text = False
            if isinstance(shape, Rectangle):
                self._rectangle(shape)
            elif isinstance(shape, Polyline):
                self._polyline(shape)
            elif isinstance(shape, Drawing):
                self._drawing(shape)
            else:
                self._picture(shape)
        if in_text:
            operators.append("ET")

    def _show(self, text: Text, after: str) -> None:
        size = text.size
        for name, operand in self._glyphs.runs(text.text + after, text.face):
            if size != self._size or name != self._font:
                self._font, self._size = name, size
                self._operators.append(f"/{name} {number_text(size)} Tf")
            self._operators.append(operand + "Tj")

    def _rectangle(self, shape: Rectangle) -> None:
        operator = self._paint_operator(shape.fill, shape.stroke, shape.line_width)
        if not operator:
            return
        box = shape.box
        corner = self._point(box.left, box.bottom)
        radius = min(shape.radius, box.width / 2, box.height / 2)
        if radius > 0:
            outline = _rounded(round(box.width, 2), round(box.height, 2), round(radius, 2))
            self._operators.append(f"q 1 0 0 1 {corner} cm {outline} {operator} Q")
        else:
            self._operators.append(
                f"{corner} {number_text(box.width)} {number_text(box.height)} re {operator}"
            )

    def _polyline(self, shape: Polyline) -> None:
        operator = self._paint_operator(shape.fill, shape.stroke, shape.line_width)
        if not operator or len(shape.points) < 2:  # noqa: PLR2004  # a line has two ends
            return
        if shape.dash:
            dash = number_text(shape.dash)
            self._operators.append(f"[{dash} {dash}]0 d")
        height = self._height
        path = " l ".join([f"{number_text(x)} {number_text(height - y)}" for x, y in shape.points])
        # The first point is where the line begins, the others where it goes.
        self._operators.append(f"{path.replace(' l ', ' m ', 1)} l {'h ' if shape.closed else ''}{operator}")
        if shape.dash:
            self._operators.append("[]0 d")

    def _drawing(self, shape: Drawing) -> None:
        operator = self._paint_operator(shape.fill, shape.stroke, shape.line_width)
        if not operator:
            return
        corner = self._point(shape.box.left, shape.box.top)
        ends = "" if shape.stroke is None else "1 J 1 j "
        self._operators.append(f"q 1 0 0 1 {corner} cm {ends}{_drawn(shape.lines)} {operator} Q")

    def _picture(self, shape: Picture) -> None:
        """The picture's own space is the unit square, its origin at the lower left."""
        box = shape.box
        name = self._picture_name(shape.name)
        width = number_text(-box.width if shape.mirrored else box.width)
        corner = self._point(box.right if shape.mirrored else box.left, box.bottom)
        self._operators.append(f"q {width} 0 0 {number_text(box.height)} {corner} cm /{name} Do Q")

    def _point(self, x: float, y: float) -> str:
        return f"{number_text(x)} {number_text(self._height - y)}"

    def _set_fill(self, colour: Colour) -> None:
        if colour is not self._fill:
            self._fill = colour
            self._operators.append(f"{self._inks[colour]} rg")

    def _paint_operator(self, fill: Colour | None, stroke: Colour | None, line_width: float) -> str:
        """Set the inks of a shape and return the operator that paints it; empty when nothing is painted."""
        if fill is not None:
            self._set_fill(fill)
        if stroke is None:
            return "" if fill is None else "f"
        if stroke is not self._stroke:
            self._stroke = stroke
            self._operators.append(f"{self._inks[stroke]} RG")
        if line_width != self._line_width:
            self._line_width = line_width
            self._operators.append(f"{number_text(line_width)} w")
        return "S" if fill is None else "B"


def _is_apart(text: Text, following: Shape | None) -> bool:
    """Whether the last word of a text and the first of the next shape are two words."""
    if not isinstance(following, Text) or _BROKEN_WORD.search(text.text):
        return False
    if following.baseline != text.baseline:
        return True
    end = text.left + FontMeasure().width(text.text, text.face, text.size)
    return following.left - end > _WORD_GAP * text.size


@lru_cache(maxsize=256)  # signs of one size come again and again
def _drawn(lines: tuple[tuple[tuple[float, ...], ...], ...]) -> str:
    """Lines from an upper left corner at the origin."""
    parts = []
    for first, *others in lines:
        parts.append(f"{_upwards(first)} m")
        parts += [f"{_upwards(step)} {'l' if len(step) == len(first) else 'c'}" for step in others]
    return " ".join(parts)


def _upwards(step: tuple[float, ...]) -> str:
    """The places of a step, of which every second number grows downwards."""
    return " ".join(number_text(-value if index % 2 else value) for index, value in enumerate(step))


@lru_cache(maxsize=256)  # a calendar has hundreds of boxes of one size
def _rounded(width: float, height: float, radius: float) -> str:
    """The outline of a box with round corners, its lower left one at the origin."""
    handle = radius * (1 - _QUARTER_CIRCLE)
    right, top = width, height
    steps = (
        ("m", (radius, 0)),
        ("l", (right - radius, 0)),
        ("c", (right - handle, 0, right, handle, right, radius)),
        ("l", (right, top - radius)),
        ("c", (right, top - handle, right - handle, top, right - radius, top)),
        ("l", (radius, top)),
        ("c", (handle, top, 0, top - handle, 0, top - radius)),
        ("l", (0, radius)),
        ("c", (0, handle, handle, 0, radius, 0)),
    )
    return " ".join([*(f"{' '.join(map(number_text, places))} {letter}" for letter, places in steps), "h"])
