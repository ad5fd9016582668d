"""Lines that separate things, and lines to write on by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.booklet.blocks.containers import Block, Columns, Stack
from generator.booklet.blocks.text import Paragraph, heading
from generator.booklet.model import Colour, Polyline, Role, TextMeasure

if TYPE_CHECKING:
    from generator.booklet.blocks.flow import Flow
    from generator.booklet.style import Look, TextStyle
    from generator.booklet.surface import Surface

_LEAST_LINES = 3  # fewer are not worth having
_LINE_DROP = 5 / 6  # of a line's height: where the line to write on stands


class Rule(NamedTuple):
    """A line across the whole width, to separate things or to write on."""

    colour: Colour
    line_width: float
    above: float = 0.0
    below: float = 0.0

    @property
    def label(self) -> str:
        """It has no name."""
        return ""

    def height(self, measure: TextMeasure, width: float) -> float:  # noqa: ARG002 - the same in every width
        """The line and the room around it."""
        return self.above + self.line_width + self.below

    def place(self, surface: Surface, parent: int, left: float, top: float, width: float) -> None:  # noqa: ARG002
        """A rule means nothing to a reader who cannot see it: an artifact."""
        y = top + self.above + self.line_width / 2
        surface.mark(None, Polyline(((left, y), (left + width, y)), self.colour, self.line_width))


class WritingLine(NamedTuple):
    """A few words, and a line to write on behind them."""

    text: str
    style: TextStyle
    gap: float
    line_width: float

    @property
    def label(self) -> str:
        """The words."""
        return self.text

    def height(self, measure: TextMeasure, width: float) -> float:  # noqa: ARG002 - the same in every width
        """One line, and room for handwriting."""
        return self.style.leading * 1.25

    def place(self, surface: Surface, parent: int, left: float, top: float, width: float) -> None:
        """The line stands a little below the words' baseline; an artifact."""
        top += self.style.leading * 0.25
        surface.lines(surface.element(Role.PARAGRAPH, parent), [self.text], left, top, self.style)
        start = left + surface.measure.width(self.text, self.style.face, self.style.size) + self.gap
        y = top + self.style.baseline + 2
        surface.mark(None, Polyline(((start, y), (left + width, y)), Colour.INK, self.line_width))


def named_line(name: str, value: str, look: Look, shares: tuple[float, float] = (1, 5)) -> Block:
    """A label and its value side by side, or a line to write on where there is no value."""
    line = Rule(Colour.INK, look.hairline, above=_LINE_DROP * look.body.leading)
    filled: Block = Paragraph(value, look.body.bold) if value else line
    return Columns((Paragraph(name, look.body), filled), shares, look.gap)


def writing_lines(
    title: Paragraph, count: int, look: Look, *, colour: Colour = Colour.INK, closer: float = 0.0
) -> Stack:
    """A heading and this many lines to write on, closer together by so many points than the look declares."""
    line = Rule(colour, look.hairline, above=look.writing_line - closer - look.hairline)
    return Stack((title, *(line,) * count), gap=0)


def lines_in(height: float, title: Paragraph, look: Look) -> Stack | None:
    """A heading and as many lines to write on as go into the height; None where they are too few to help."""
    count = int((height - title.style.leading) // look.writing_line)
    return writing_lines(title, count, look) if count >= _LEAST_LINES else None


def fill_with_lines(flow: Flow, title: str, role: Role = Role.HEADING_3) -> None:
    """A heading and lines under it, down to the end of the page; nothing where fewer than two go on it."""
    look = flow.surface.look
    count = int((flow.left_over - look.subheading.leading) // look.writing_line)
    if count > 1:
        title_block = heading(title, look.subheading, role)
        flow.put(writing_lines(title_block, count, look, colour=Colour.LINE))
