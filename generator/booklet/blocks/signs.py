"""Signs with their figures, in as few lines as hold them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.booklet.blocks.sign_drawings import sign_shapes, sign_width
from generator.booklet.model import Shape, Text, TextMeasure
from generator.booklet.style import ROUNDING

if TYPE_CHECKING:
    from generator.booklet.signs import Sign
    from generator.booklet.style import TextStyle
    from generator.booklet.surface import Surface

_SIGN = 1.4  # the height of a sign, times the size of its figure
_TO_FIGURE = 0.3  # from a sign to its figure, the same
_BETWEEN = 1.0  # from a figure to the next sign, the same
_LINES = 0.3  # between two lines, the same


class Signs(NamedTuple):
    """The signs of an exercise, for its end picture; of no meaning to a reader who cannot see them.

    An artifact: wherever they stand, the dose is told in words.

    Attributes:
        signs: there is at least one.
        style: of the figures; signs are higher.
    """

    signs: tuple[Sign, ...]
    style: TextStyle

    @property
    def label(self) -> str:
        """They have no name."""
        return ""

    @property
    def sign_height(self) -> float:
        """How high each sign is."""
        return _SIGN * self.style.size

    @property
    def _widest_sign(self) -> float:
        return max(sign_width(sign.kind, self.sign_height) for sign in self.signs)

    def narrowest(self, measure: TextMeasure) -> float:
        """How wide they are one below the other."""
        style = self.style
        figures = [measure.width(sign.figure, style.face, style.size) for sign in self.signs if sign.figure]
        return self._widest_sign + (_TO_FIGURE * style.size + max(figures) if figures else 0.0)

    def wide(self, measure: TextMeasure) -> float:
        """How wide they are in one line."""
        widths = [self._width(sign, measure) for sign in self.signs]
        return sum(widths) + _BETWEEN * self.style.size * (len(widths) - 1)

    def height(self, measure: TextMeasure, width: float) -> float:
        """The lines and what is between them."""
        gap = _LINES * self.style.size
        return len(self._lines(measure, width)) * (self.sign_height + gap) - gap

    def height_below_each_other(self) -> float:
        """How high they are with one to a line."""
        gap = _LINES * self.style.size
        return len(self.signs) * (self.sign_height + gap) - gap

    def place(self, surface: Surface, parent: int, left: float, top: float, width: float) -> None:  # noqa: ARG002
        """Each line in the middle of the width."""
        measure, between = surface.measure, _BETWEEN * self.style.size
        for line in self._lines(measure, width):
            across = sum(self._width(sign, measure) + between for sign in line) - between
            start = left + (width - across) / 2
            for sign in line:
                surface.mark(None, *self._shapes(sign, start, top))
                start += self._width(sign, measure) + between
            top += self.sign_height + _LINES * self.style.size

    def place_below_each_other(self, surface: Surface, left: float, top: float) -> None:
        """One to a line: signs in each other's middle, and figures that begin below each other."""
        for sign in self.signs:
            indent = (self._widest_sign - sign_width(sign.kind, self.sign_height)) / 2
            surface.mark(None, *self._shapes(sign, left + indent, top, indent))
            top += self.sign_height + _LINES * self.style.size

    def _width(self, sign: Sign, measure: TextMeasure) -> float:
        width = sign_width(sign.kind, self.sign_height)
        if not sign.figure:
            return width
        return (
            width
            + _TO_FIGURE * self.style.size
            + measure.width(sign.figure, self.style.face, self.style.size)
        )

    def _lines(self, measure: TextMeasure, width: float) -> list[list[Sign]]:
        """As many signs to a line as go into the width, and at least one."""
        lines: list[list[Sign]] = []
        end = 0.0
        for sign in self.signs:
            needed = self._width(sign, measure)
            if lines and end + needed <= width + ROUNDING:
                lines[-1].append(sign)
            else:
                lines.append([sign])
                end = 0.0
            end += needed + _BETWEEN * self.style.size
        return lines

    def _shapes(self, sign: Sign, left: float, top: float, further: float = 0.0) -> tuple[Shape, ...]:
        """A sign, and its figure beside its middle, so much further to the right than it need be."""
        style, height = self.style, self.sign_height
        drawn = sign_shapes(sign.kind, left, top, height)
        if not sign.figure:
            return drawn
        start = left + sign_width(sign.kind, height) + further + _TO_FIGURE * style.size
        baseline = top + (height - style.leading) / 2 + style.baseline
        return (*drawn, Text(start, baseline, sign.figure, style.face, style.size, style.colour))
