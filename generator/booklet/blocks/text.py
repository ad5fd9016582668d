"""The pieces that pages are made of: each knows how high it is in a given width, and how to place itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from generator.booklet import style as s
from generator.booklet.model import Box, Colour, ListNumbering, Picture, Polyline, Rectangle, Role
from generator.text.faces import Face

if TYPE_CHECKING:
    from generator.booklet.model import Shape
    from generator.booklet.style import TextStyle
    from generator.booklet.surface import LookMeasure, Sheet


class Block(Protocol):
    """Something with a height that can be placed on a sheet."""

    def height(self, measure: LookMeasure, width: float) -> float:
        """How high it is when it has so much width, in points."""
        ...

    def place(self, sheet: Sheet, parent: int, left: float, top: float, width: float) -> None:
        """Mark it on the sheet's current page, as children of the element `parent`."""
        ...

    @property
    def label(self) -> str:
        """What to call it when it does not fit."""
        ...


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A text in one style; headings too."""

    text: str
    style: TextStyle = s.BODY
    role: Role = Role.PARAGRAPH
    bookmark: str = ""
    centred: bool = False

    @property
    def label(self) -> str:
        """The text itself."""
        return self.text

    def height(self, measure: LookMeasure, width: float) -> float:
        """Lines times leading."""
        style = measure.look.of(self.style)
        return len(measure.wrap(self.text, style.face, style.size, width)) * style.leading

    def place(self, sheet: Sheet, parent: int, left: float, top: float, width: float) -> None:
        """One element, all its lines."""
        element = sheet.element(self.role, parent, bookmark=self.bookmark)
        style = sheet.look.of(self.style)
        lines = sheet.measure.wrap(self.text, style.face, style.size, width)
        sheet.lines(element, lines, left, top, style, room=width, centred=self.centred)


@dataclass(frozen=True, slots=True)
class Typed:
    """What is to be typed: its lines end at spaces, never at hyphens, which a copy might lose."""

    label: str

    def _lines(self, measure: LookMeasure, width: float) -> list[str]:
        style = measure.look.small
        lines: list[str] = []
        for word in self.label.split(" "):
            longer = f"{lines[-1]} {word}" if lines else word
            if lines and measure.width(longer, style.face, style.size) <= width:
                lines[-1] = longer
            else:
                lines += measure.wrap(word, style.face, style.size, width)
        return lines

    def height(self, measure: LookMeasure, width: float) -> float:
        """Lines times leading."""
        return len(self._lines(measure, width)) * measure.look.small.leading

    def place(self, sheet: Sheet, parent: int, left: float, top: float, width: float) -> None:
        """One paragraph."""
        element = sheet.element(Role.PARAGRAPH, parent)
        sheet.lines(element, self._lines(sheet.measure, width), left, top, sheet.look.small)


@dataclass(frozen=True, slots=True)
class Space:
    """Nothing, so high."""

    points: float

    @property
    def label(self) -> str:
        """Nothing to call by a name."""
        return ""

    def height(self, measure: LookMeasure, width: float) -> float:  # noqa: ARG002 - the same in every width
        """Its own height."""
        return self.points

    def place(self, sheet: Sheet, parent: int, left: float, top: float, width: float) -> None:
        """Leaves the room empty."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across the whole width, to part things or to write on."""

    colour: Colour = Colour.LINE
    line_width: float = s.HAIRLINE
    above: float = 0.0
    below: float = 0.0

    @property
    def label(self) -> str:
        """Nothing to call by a name."""
        return ""

    def height(self, measure: LookMeasure, width: float) -> float:  # noqa: ARG002 - the same in every width
        """The line and the room around it."""
        return self.above + self.line_width + self.below

    def place(self, sheet: Sheet, parent: int, left: float, top: float, width: float) -> None:  # noqa: ARG002
        """A rule means nothing to a reader who cannot see it: an artifact."""
        y = top + self.above + self.line_width / 2
        sheet.mark(None, Polyline(((left, y), (left + width, y)), self.colour, self.line_width))


@dataclass(frozen=True, slots=True)
class Stack:
    """Blocks one below the other, with a gap between them."""

    blocks: tuple[Block, ...]
    gap: float = s.GAP_SMALL
    role: Role | None = None

    @property
    def label(self) -> str:
        """The first name among its blocks."""
        return next((block.label for block in self.blocks if block.label), "")

    def height(self, measure: LookMeasure, width: float) -> float:
        """The blocks and the gaps."""
        return sum(block.height(measure, width) for block in self.blocks) + self.gap * (len(self.blocks) - 1)

    def place(self, sheet: Sheet, parent: int, left: float, top: float, width: float) -> None:
        """Top to bottom, in an element of its own when it has a role."""
        if self.role:
            parent = sheet.element(self.role, parent)
        for block in self.blocks:
            block.place(sheet, parent, left, top, width)
            top += block.height(sheet.measure, width) + self.gap


@dataclass(frozen=True, slots=True)
class Columns:
    """Blocks side by side, read from left to right; `shares` are their parts of the width."""

    blocks: tuple[Block, ...]
    shares: tuple[float, ...]
    gap: float = s.GAP_LARGE

    @property
    def label(self) -> str:
        """The first name among its blocks."""
        return next((block.label for block in self.blocks if block.label), "")

    def _widths(self, width: float) -> list[float]:
        room = width - self.gap * (len(self.blocks) - 1)
        return [room * share / sum(self.shares) for share in self.shares]

    def height(self, measure: LookMeasure, width: float) -> float:
        """The highest of them."""
        pairs = zip(self.blocks, self._widths(width), strict=True)
        return max(block.height(measure, part) for block, part in pairs)

    def place(self, sheet: Sheet, parent: int, left: float, top: float, width: float) -> None:
        """All start at the same height; panels are stretched to the row's."""
        row = self.height(sheet.measure, width)
        for block, part in zip(self.blocks, self._widths(width), strict=True):
            if isinstance(block, Panel):
                block.place_stretched(sheet, parent, Box(left, top, part, row))
            else:
                block.place(sheet, parent, left, top, part)
            left += part + self.gap


@dataclass(frozen=True, slots=True)
class Panel:
    """A block on a ground of its own."""

    block: Block
    fill: Colour | None = Colour.TINT
    stroke: Colour | None = None
    line_width: float = s.HAIRLINE
    padding: float = s.PADDING

    @property
    def label(self) -> str:
        """Its block's."""
        return self.block.label

    def height(self, measure: LookMeasure, width: float) -> float:
        """The block and the padding."""
        return self.block.height(measure, width - 2 * self.padding) + 2 * self.padding

    def place(self, sheet: Sheet, parent: int, left: float, top: float, width: float) -> None:
        """As high as its block needs."""
        self.place_stretched(sheet, parent, Box(left, top, width, self.height(sheet.measure, width)))

    def place_stretched(self, sheet: Sheet, parent: int, box: Box) -> None:
        """As high as the box says: panels side by side end together."""
        sheet.mark(None, Rectangle(box, self.fill, self.stroke, self.line_width, s.PANEL_RADIUS))
        inner = box.width - 2 * self.padding
        self.block.place(sheet, parent, box.left + self.padding, box.top + self.padding, inner)


@dataclass(frozen=True, slots=True)
class Warn:
    """Cautions: framed in heavy ink with a warning sign, so that they stand out without colour.

    Attributes:
        parts: headings from top to bottom, each with the texts that stand beside it.
    """

    parts: tuple[tuple[str, tuple[str, ...]], ...]
    heading_role: Role = Role.HEADING_3

    _SIGN = 26.0
    _GAP = 11.0
    _SHARES = (17, 83)

    @property
    def label(self) -> str:
        """Its first text."""
        return self.parts[0][1][0]

    def _content(self, measure: LookMeasure, room: float) -> Stack:
        """Headings beside their texts; above them where the room is too narrow for that."""
        bold = measure.look.body_bold
        aside = (room - self._GAP) * self._SHARES[0] / sum(self._SHARES)
        is_wide = all(measure.width(heading, bold.face, bold.size) <= aside for heading, _ in self.parts)
        parts: list[Block] = []
        for heading, texts in self.parts:
            title = Paragraph(heading, s.BODY_BOLD, self.heading_role)
            body = Stack(tuple(Paragraph(text) for text in texts))
            parts.append(
                Columns((title, body), self._SHARES, self._GAP) if is_wide else Stack((title, body), gap=0)
            )
        return Stack(tuple(parts))

    def height(self, measure: LookMeasure, width: float) -> float:
        """The text beside the sign, and the frame."""
        room = width - 2 * s.PADDING - self._SIGN - self._GAP
        return max(self._content(measure, room).height(measure, room), self._SIGN) + 2 * s.PADDING * 0.8

    def place(self, sheet: Sheet, parent: int, left: float, top: float, width: float) -> None:
        """Frame and sign are artifacts; the words say it all."""
        height = self.height(sheet.measure, width)
        sheet.mark(
            None,
            Rectangle(
                Box(left, top, width, height), Colour.PAPER, Colour.INK, s.OUTLINE, radius=s.PANEL_RADIUS
            ),
            *warning_sign(Box(left + s.PADDING, top + (height - self._SIGN) / 2, self._SIGN, self._SIGN)),
        )
        indent = s.PADDING + self._SIGN + self._GAP
        room = width - indent - s.PADDING
        content = self._content(sheet.measure, room)
        offset = (height - content.height(sheet.measure, room)) / 2
        content.place(sheet, parent, left + indent, top + offset, room)


def warning_sign(box: Box) -> tuple[Shape, ...]:
    """A triangle with an exclamation mark, drawn, since no font of ours has it."""
    middle = box.left + box.width / 2
    triangle = ((middle, box.top + 1), (box.right, box.bottom - 1), (box.left, box.bottom - 1))
    stem_top, stem_bottom = box.top + 0.36 * box.height, box.top + 0.66 * box.height
    dot = box.top + 0.76 * box.height
    half = box.width * 0.055
    return (
        Polyline(triangle, Colour.INK, s.OUTLINE, closed=True, fill=Colour.INK),
        Polyline(((middle, stem_top), (middle, stem_bottom)), Colour.PAPER, 2 * half),
        Rectangle(Box(middle - half, dot, 2 * half, 2 * half), Colour.PAPER),
    )


@dataclass(frozen=True, slots=True)
class Items:
    """A list: numbered steps, or lines with a dot or an empty tick box."""

    texts: tuple[str, ...]
    numbering: ListNumbering = ListNumbering.DISC
    style: TextStyle = s.BODY
    gap: float = s.GAP_SMALL

    @property
    def label(self) -> str:
        """Its first line."""
        return self.texts[0]

    def _indent(self, style: TextStyle) -> float:
        return style.size * (1.6 if self.numbering is ListNumbering.DECIMAL else 1.15)

    def height(self, measure: LookMeasure, width: float) -> float:
        """All lines and gaps."""
        style = measure.look.of(self.style)
        room = width - self._indent(style)
        lines = sum(len(measure.wrap(text, style.face, style.size, room)) for text in self.texts)
        return lines * style.leading + self.gap * (len(self.texts) - 1)

    def place(self, sheet: Sheet, parent: int, left: float, top: float, width: float) -> None:
        """Label and body apart, as lists are tagged."""
        whole = sheet.element(Role.LIST, parent, numbering=self.numbering)
        style = sheet.look.of(self.style)
        indent = self._indent(style)
        label_style = s.TextStyle(style.size, style.leading, Face.BOLD, Colour.ACCENT)
        for number, text in enumerate(self.texts, start=1):
            item = sheet.element(Role.LIST_ITEM, whole)
            if self.numbering is not ListNumbering.NONE:
                sign = f"{number}." if self.numbering is ListNumbering.DECIMAL else "•"
                label = sheet.element(Role.LABEL, item)
                sheet.lines(label, [sign], left, top, label_style)
            body = sheet.element(Role.LIST_BODY, item)
            lines = sheet.measure.wrap(text, style.face, style.size, width - indent)
            sheet.lines(body, lines, left + indent, top, style)
            top += len(lines) * style.leading + self.gap


@dataclass(frozen=True, slots=True)
class CaptionedPicture:
    """A picture with the line that stands below it."""

    name: str
    alt: str
    caption: str
    proportion: float
    picture_height: float
    mirrored: bool = False

    @property
    def label(self) -> str:
        """Its caption."""
        return self.caption

    def height(self, measure: LookMeasure, width: float) -> float:
        """Picture, a small gap, caption."""
        caption = Paragraph(self.caption, s.SMALL_BOLD).height(measure, width)
        return self.picture_height + s.GAP_SMALL + caption

    def place(self, sheet: Sheet, parent: int, left: float, top: float, width: float) -> None:
        """The picture is centred and stands on the caption's upper edge."""
        drawn_width = min(width, self.picture_height * self.proportion)
        drawn_height = drawn_width / self.proportion
        box = Box(
            left + (width - drawn_width) / 2,
            top + self.picture_height - drawn_height,
            drawn_width,
            drawn_height,
        )
        figure = sheet.element(Role.FIGURE, parent, alt=self.alt)
        sheet.mark(figure, Picture(self.name, box, self.mirrored))
        caption = Paragraph(self.caption, s.SMALL_BOLD, centred=True)
        caption.place(sheet, parent, left, top + self.picture_height + s.GAP_SMALL, width)
