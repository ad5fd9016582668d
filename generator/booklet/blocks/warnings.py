"""Boxes that warn: framed in heavy ink with a warning sign, so that they stand out without colour."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.booklet.model import Box, Colour, Polyline, Rectangle, Shape, TextMeasure

if TYPE_CHECKING:
    from generator.booklet.blocks.containers import Block
    from generator.booklet.blocks.text import Paragraph
    from generator.booklet.style import Look
    from generator.booklet.surface import Surface

_SIGN_OUTLINE = 1.8  # it only rounds the corners of the sign, which is filled


class WarningBox(NamedTuple):
    """A block beside a warning sign, and others below both, in a heavy frame.

    Attributes:
        label: what to call it when it does not fit.
        beside: the heading, or all there is.
        sign: the width and height of the sign, in points.
        gap: between the sign and what stands beside it.
        padding: inside the frame, across and down.
        below: over the whole width.
        line_gap: above each of those, and below the last.
        outline: of the frame.
        is_sign_centred: the sign stands in the middle of what is beside it, and not at its top.
    """

    label: str
    beside: Block
    sign: float
    gap: float
    padding: tuple[float, float]
    radius: float
    outline: float
    below: tuple[Block, ...] = ()
    line_gap: float = 0.0
    is_sign_centred: bool = False

    def _widths(self, width: float) -> tuple[float, float]:
        """What there is below the sign, and beside it."""
        room = width - 2 * self.padding[0]
        return room, room - self.sign - self.gap

    def _head_height(self, measure: TextMeasure, beside: float) -> float:
        return max(self.sign, self.beside.height(measure, beside))

    def height(self, measure: TextMeasure, width: float) -> float:
        """The blocks and the frame."""
        room, beside = self._widths(width)
        below = sum(block.height(measure, room) + self.line_gap for block in self.below)
        return self._head_height(measure, beside) + below + 2 * self.padding[1]

    def place(self, surface: Surface, parent: int, left: float, top: float, width: float) -> None:
        """Frame and sign are artifacts; the words say it all."""
        measure = surface.measure
        frame = Box(left, top, width, self.height(measure, width))
        room, beside = self._widths(width)
        left, top = left + self.padding[0], top + self.padding[1]
        head = self._head_height(measure, beside)
        sign_top = top + (head - self.sign) / 2 if self.is_sign_centred else top
        surface.mark(
            None,
            Rectangle(frame, Colour.PAPER, Colour.INK, self.outline, self.radius),
            *warning_sign(Box(left, sign_top, self.sign, self.sign)),
        )
        text_top = top + (head - self.beside.height(measure, beside)) / 2
        self.beside.place(surface, parent, left + self.sign + self.gap, text_top, beside)
        top += head + self.line_gap
        for block in self.below:
            block.place(surface, parent, left, top, room)
            top += block.height(measure, room) + self.line_gap


def warning_sign(box: Box) -> tuple[Shape, ...]:
    """A triangle with an exclamation mark, drawn, since no font of ours has it."""
    middle = box.left + box.width / 2
    triangle = ((middle, box.top + 1), (box.right, box.bottom - 1), (box.left, box.bottom - 1))
    stem_top, stem_bottom = box.top + 0.36 * box.height, box.top + 0.66 * box.height
    dot = box.top + 0.76 * box.height
    half = box.width * 0.055
    return (
        Polyline(triangle, Colour.INK, _SIGN_OUTLINE, closed=True, fill=Colour.INK),
        Polyline(((middle, stem_top), (middle, stem_bottom)), Colour.PAPER, 2 * half),
        Rectangle(Box(middle - half, dot, 2 * half, 2 * half), Colour.PAPER),
    )


def warning_under(
    title: Paragraph, below: tuple[Block, ...], look: Look, line_gap: float = 0.0
) -> WarningBox:
    """A heading beside a sign of its own height, and what it heads below both; for little room."""
    padding = 0.75 * look.padding
    return WarningBox(
        label=title.label,
        beside=title,
        sign=1.1 * title.style.leading,
        gap=0.8 * padding,
        padding=(padding, padding),
        radius=look.panel_radius,
        outline=look.outline,
        below=below,
        line_gap=line_gap,
    )
