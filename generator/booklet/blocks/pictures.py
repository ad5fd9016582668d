"""The pieces of small paper, cards and the fridge sheet: set in the styles that they are given."""

from __future__ import annotations

import math
from dataclasses import dataclass
from operator import itemgetter
from typing import TYPE_CHECKING

from generator.booklet.blocks.text import Columns, Panel, Paragraph, Stack, warning_sign
from generator.booklet.model import Box, Colour, ListNumbering, Picture, Polyline, Rectangle, Role
from generator.booklet.surface import baseline_offset

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.booklet.blocks.text import Block
    from generator.booklet.style import Look, TextStyle
    from generator.booklet.surface import LookMeasure, Sheet
    from generator.library.model import FrameWords

_LEAST_SHARE = 0.34  # of the row that a narrow picture has for its caption


@dataclass(frozen=True, slots=True)
class Framed:
    """A heading beside a warning sign and blocks below it, in a heavy frame: it stands out without colour."""

    heading: Paragraph
    blocks: tuple[Block, ...]
    look: Look
    gap: float = 0.0

    @property
    def label(self) -> str:
        """Its heading."""
        return self.heading.text

    @property
    def _padding(self) -> float:
        return self.look.padding * 0.75

    @property
    def _sign(self) -> float:
        return self.heading.style.leading * 1.1

    def _head_height(self, measure: LookMeasure, room: float) -> float:
        return max(self._sign, self.heading.height(measure, room - self._indent))

    @property
    def _indent(self) -> float:
        return self._sign + self._padding * 0.8

    def height(self, measure: LookMeasure, width: float) -> float:
        """The blocks and the frame."""
        room = width - 2 * self._padding
        below = sum(block.height(measure, room) + self.gap for block in self.blocks)
        return self._head_height(measure, room) + below + 2 * self._padding

    def place(self, sheet: Sheet, parent: int, left: float, top: float, width: float) -> None:
        """Frame and sign are artifacts; the words say it all."""
        frame = Box(left, top, width, self.height(sheet.measure, width))
        left, top, room = left + self._padding, top + self._padding, width - 2 * self._padding
        sheet.mark(
            None,
            Rectangle(frame, Colour.PAPER, Colour.INK, self.look.outline, self.look.panel_radius),
            *warning_sign(Box(left, top, self._sign, self._sign)),
        )
        text_height = self.heading.height(sheet.measure, room - self._indent)
        head = self._head_height(sheet.measure, room)
        below_sign = top + (head - text_height) / 2
        self.heading.place(sheet, parent, left + self._indent, below_sign, room - self._indent)
        top += head + self.gap
        for block in self.blocks:
            block.place(sheet, parent, left, top, room)
            top += block.height(sheet.measure, room) + self.gap


@dataclass(frozen=True, slots=True)
class Labelled:
    """A list whose labels are words or numbers of its own, in bold before the texts."""

    pairs: tuple[tuple[str, str], ...]
    style: TextStyle
    label_style: TextStyle
    gap: float

    @property
    def label(self) -> str:
        """Its first label."""
        return self.pairs[0][0]

    def _indent(self, measure: LookMeasure) -> float:
        style = self.label_style
        widest = max(measure.width(label, style.face, style.size) for label, _ in self.pairs)
        return widest + 0.7 * style.size

    def height(self, measure: LookMeasure, width: float) -> float:
        """All lines and gaps."""
        room = width - self._indent(measure)
        texts = (Paragraph(text, self.style).height(measure, room) for _, text in self.pairs)
        return sum(texts) + self.gap * (len(self.pairs) - 1)

    def place(self, sheet: Sheet, parent: int, left: float, top: float, width: float) -> None:
        """Label and body apart, as lists are tagged."""
        whole = sheet.element(Role.LIST, parent, numbering=ListNumbering.NONE)
        indent = self._indent(sheet.measure)
        for label, text in self.pairs:
            item = sheet.element(Role.LIST_ITEM, whole)
            sheet.lines(sheet.element(Role.LABEL, item), [label], left, top, self.label_style)
            style = self.style
            lines = sheet.measure.wrap(text, style.face, style.size, width - indent)
            sheet.lines(sheet.element(Role.LIST_BODY, item), lines, left + indent, top, style)
            top += len(lines) * style.leading + self.gap


@dataclass(frozen=True, slots=True)
class WriteLine:
    """A few words, and a line to write on behind them."""

    text: str
    style: TextStyle
    look: Look

    @property
    def label(self) -> str:
        """The words."""
        return self.text

    def height(self, measure: LookMeasure, width: float) -> float:  # noqa: ARG002 - the same in every width
        """One line, and room for handwriting."""
        return self.style.leading * 1.25

    def place(self, sheet: Sheet, parent: int, left: float, top: float, width: float) -> None:
        """The line stands a little below the words' baseline; an artifact."""
        top += self.style.leading * 0.25
        sheet.lines(sheet.element(Role.PARAGRAPH, parent), [self.text], left, top, self.style)
        start = left + sheet.measure.width(self.text, self.style.face, self.style.size) + self.look.gap
        y = top + baseline_offset(self.style) + 2
        sheet.mark(None, Polyline(((start, y), (left + width, y)), Colour.INK, self.look.hairline))


@dataclass(frozen=True, slots=True)
class BigDose:
    """A dose as a big figure with its words beside it, or below it where a word would be broken there."""

    value: str
    words: str
    figure: TextStyle
    style: TextStyle

    @property
    def label(self) -> str:
        """Both together."""
        return f"{self.value} {self.words}"

    def _indent(self, measure: LookMeasure, width: float) -> float:
        """Where the words begin; 0 where they stand below."""
        style = self.style
        indent = measure.width(self.value, self.figure.face, self.figure.size) + 0.5 * style.size
        longest = max(measure.width(word, style.face, style.size) for word in self.words.split())
        return indent if indent + longest <= width else 0.0

    def height(self, measure: LookMeasure, width: float) -> float:
        """The higher of both, or both."""
        indent = self._indent(measure, width)
        words = Paragraph(self.words, self.style).height(measure, width - indent)
        return max(self.figure.leading, words) if indent else self.figure.leading + words

    def place(self, sheet: Sheet, parent: int, left: float, top: float, width: float) -> None:
        """One paragraph: the figure alone would say nothing. Words beside it stand in its middle."""
        indent, height = self._indent(sheet.measure, width), self.height(sheet.measure, width)
        lines = sheet.measure.wrap(self.words, self.style.face, self.style.size, width - indent)
        element = sheet.element(Role.PARAGRAPH, parent)
        words_height = len(lines) * self.style.leading
        figure_top, words_top = top, top + self.figure.leading
        if indent:
            figure_top, words_top = (
                top + (height - each) / 2 for each in (self.figure.leading, words_height)
            )
        sheet.lines(element, [self.value], left, figure_top, self.figure)
        sheet.lines(element, lines, left + indent, words_top, self.style)


@dataclass(frozen=True, slots=True)
class NameLine:
    """Tick box, number and name of an exercise; the heading is “3. Rotation in sitting”.

    Attributes:
        field: by which programs know the box.
        description: what a screen reader says of it.
    """

    heading: str
    look: Look
    field: str
    description: str

    @property
    def label(self) -> str:
        """The heading."""
        return self.heading

    @property
    def _indent(self) -> float:
        return self.look.tick_box + self.look.padding

    @property
    def _text(self) -> Paragraph:
        return Paragraph(self.heading, self.look.exercise_name, Role.HEADING_2, bookmark=self.heading)

    def height(self, measure: LookMeasure, width: float) -> float:
        """The lines of the heading."""
        return self._text.height(measure, width - self._indent)

    def place(self, sheet: Sheet, parent: int, left: float, top: float, width: float) -> None:
        """The box stands beside the first line."""
        look, size = self.look, self.look.tick_box
        box = Box(left, top + (look.exercise_name.leading - size) / 2, size, size)
        sheet.mark(None, Rectangle(box, Colour.PAPER, Colour.INK, look.tick_box_line + 0.4, radius=3))
        self._text.place(sheet, parent, left + self._indent, top, width - self._indent)
        sheet.tick_field(parent, box, self.field, self.description)


@dataclass(frozen=True, slots=True)
class CardPicture:
    """A picture, so high, with its caption below it; it stands on the caption in the middle of its width."""

    name: str
    words: FrameWords
    proportion: float
    picture_height: float
    is_mirrored: bool
    style: TextStyle
    gap: float

    @property
    def label(self) -> str:
        """Its caption."""
        return self.words.caption

    def _caption(self) -> Paragraph:
        return Paragraph(self.words.caption, self.style, centred=True)

    def height(self, measure: LookMeasure, width: float) -> float:
        """Picture, gap, caption."""
        return self.picture_height + self.gap + self._caption().height(measure, width)

    def place(self, sheet: Sheet, parent: int, left: float, top: float, width: float) -> None:
        """As large as height and width allow."""
        drawn = min(self.picture_height, width / self.proportion)
        across = drawn * self.proportion
        box = Box(left + (width - across) / 2, top + self.picture_height - drawn, across, drawn)
        figure = sheet.element(Role.FIGURE, parent, alt=self.words.alt)
        sheet.mark(figure, Picture(self.name, box, self.is_mirrored))
        self._caption().place(sheet, parent, left, top + self.picture_height + self.gap, width)


@dataclass(frozen=True, slots=True)
class Frames:
    """An exercise's pictures: name of each, words, and width divided by height."""

    frames: tuple[tuple[str, FrameWords, float], ...]
    is_mirrored: bool
    style: TextStyle
    gap: float
    between: float

    def largest(self, measure: LookMeasure, width: float, height: float) -> tuple[Block, float]:
        """The pictures side by side or one below the other, whichever makes them larger.

        Returns the block and the height of its pictures: below 0 where the captions alone are too high.
        """
        drawn, widths = max(self._tried(measure, width, height), key=itemgetter(0))
        pictures = tuple(
            CardPicture(name, words, proportion, drawn, self.is_mirrored, self.style, self.gap)
            for name, words, proportion in self.frames
        )
        if widths is None:
            return Stack(pictures, self.between), drawn
        return Columns(pictures, widths, self.between), drawn

    def least_height(self, measure: LookMeasure, width: float, least: float) -> float:
        """The height at which the pictures are as high as the least, or as the width allows."""
        most = max(drawn for drawn, _ in self._tried(measure, width, math.inf))
        least = min(least, most)
        heights = [
            captions + count * least
            for captions, count, limit, _ in self._arrangements(measure, width)
            if limit >= least
        ]
        return min(heights)

    def _tried(
        self, measure: LookMeasure, width: float, height: float
    ) -> list[tuple[float, tuple[float, ...] | None]]:
        """How high the pictures are in each arrangement, and the widths where they stand side by side."""
        return [
            (min(limit, (height - captions) / count), widths)
            for captions, count, limit, widths in self._arrangements(measure, width)
        ]

    def _arrangements(
        self, measure: LookMeasure, width: float
    ) -> list[tuple[float, int, float, tuple[float, ...] | None]]:
        """Side by side, and one below the other.

        Of each: what captions and gaps need, how many pictures share the height, how high the width lets them
        be, and the widths where they stand side by side.
        """
        proportions = [proportion for _, _, proportion in self.frames]
        least = _LEAST_SHARE * sum(proportions)
        shares = [max(proportion, least) for proportion in proportions]
        across = width - self.between * (len(shares) - 1)
        widths = tuple(across * share / sum(shares) for share in shares)
        count = len(proportions)
        return [
            (
                max(self._captions(measure, widths)),
                1,
                min(part / proportion for part, proportion in zip(widths, proportions, strict=True)),
                widths,
            ),
            (
                sum(self._captions(measure, [width] * count)) + self.between * (count - 1),
                count,
                min(width / proportion for proportion in proportions),
                None,
            ),
        ]

    def _captions(self, measure: LookMeasure, widths: Sequence[float]) -> list[float]:
        """What each caption needs below its picture."""
        return [
            self.gap + Paragraph(words.caption, self.style).height(measure, width)
            for width, (_, words, _) in zip(widths, self.frames, strict=True)
        ]


def panel(block: Block, look: Look) -> Panel:
    """A block on a ground of the accent colour."""
    return Panel(block, padding=look.padding * 0.75)
