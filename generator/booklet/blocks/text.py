"""Blocks of text: paragraphs, headings, lists, commands to type, and big figures."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from generator.booklet.model import Colour, ListNumbering, Role, TextMeasure
from generator.booklet.style import ROUNDING, TextStyle
from generator.text.faces import Face

if TYPE_CHECKING:
    from generator.booklet.surface import Surface


class Paragraph(NamedTuple):
    """A text in one style; headings too."""

    text: str
    style: TextStyle
    role: Role = Role.PARAGRAPH
    bookmark: str = ""
    centred: bool = False

    @property
    def label(self) -> str:
        """The text itself."""
        return self.text

    def height(self, measure: TextMeasure, width: float) -> float:
        """Lines times leading."""
        style = self.style
        return len(measure.wrap(self.text, style.face, style.size, width)) * style.leading

    def place(self, surface: Surface, parent: int, left: float, top: float, width: float) -> None:
        """One element, all its lines."""
        element = surface.element(self.role, parent, bookmark=self.bookmark)
        style = self.style
        lines = surface.measure.wrap(self.text, style.face, style.size, width)
        surface.lines(element, lines, left, top, style, room=width, centred=self.centred)


class OneLine(NamedTuple):
    """A text that is never parted: in a smaller size where its line would be too long."""

    text: str
    style: TextStyle

    @property
    def label(self) -> str:
        """The text itself."""
        return self.text

    def _fitted(self, measure: TextMeasure, width: float) -> Paragraph:
        style = self.style
        share = min(1.0, (width - ROUNDING) / measure.width(self.text, style.face, style.size))
        return Paragraph(self.text, replace(style, size=share * style.size, leading=share * style.leading))

    def height(self, measure: TextMeasure, width: float) -> float:
        """The leading, less where the text is smaller."""
        return self._fitted(measure, width).height(measure, width)

    def place(self, surface: Surface, parent: int, left: float, top: float, width: float) -> None:
        """As a paragraph."""
        self._fitted(surface.measure, width).place(surface, parent, left, top, width)


def heading(text: str, style: TextStyle, role: Role = Role.HEADING_3) -> Paragraph:
    """A heading that has an entry in the outline."""
    return Paragraph(text, style, role, bookmark=text)


class Typed(NamedTuple):
    """What is to be typed: its lines end at spaces, never at hyphens, which a copy might lose."""

    label: str
    style: TextStyle

    def _lines(self, measure: TextMeasure, width: float) -> list[str]:
        style = self.style
        lines: list[str] = []
        for word in self.label.split(" "):
            longer = f"{lines[-1]} {word}" if lines else word
            if lines and measure.width(longer, style.face, style.size) <= width:
                lines[-1] = longer
            else:
                lines += measure.wrap(word, style.face, style.size, width)
        return lines

    def height(self, measure: TextMeasure, width: float) -> float:
        """Lines times leading."""
        return len(self._lines(measure, width)) * self.style.leading

    def place(self, surface: Surface, parent: int, left: float, top: float, width: float) -> None:
        """One paragraph."""
        element = surface.element(Role.PARAGRAPH, parent)
        surface.lines(element, self._lines(surface.measure, width), left, top, self.style)


class Items(NamedTuple):
    """A list: numbered steps, or lines with a dot."""

    texts: tuple[str, ...]
    style: TextStyle
    gap: float
    numbering: ListNumbering = ListNumbering.DISC

    @property
    def label(self) -> str:
        """Its first line."""
        return self.texts[0]

    def _indent(self, style: TextStyle) -> float:
        return style.size * (1.6 if self.numbering is ListNumbering.DECIMAL else 1.15)

    def height(self, measure: TextMeasure, width: float) -> float:
        """All lines and gaps."""
        style = self.style
        room = width - self._indent(style)
        lines = sum(len(measure.wrap(text, style.face, style.size, room)) for text in self.texts)
        return lines * style.leading + self.gap * (len(self.texts) - 1)

    def place(self, surface: Surface, parent: int, left: float, top: float, width: float) -> None:
        """Label and body apart, as lists are tagged."""
        whole = surface.element(Role.LIST, parent, numbering=self.numbering)
        style = self.style
        indent = self._indent(style)
        label_style = TextStyle(style.size, style.leading, Face.BOLD, Colour.ACCENT)
        for number, text in enumerate(self.texts, start=1):
            item = surface.element(Role.LIST_ITEM, whole)
            if self.numbering is not ListNumbering.NONE:
                sign = f"{number}." if self.numbering is ListNumbering.DECIMAL else "•"
                label = surface.element(Role.LABEL, item)
                surface.lines(label, [sign], left, top, label_style)
            body = surface.element(Role.LIST_BODY, item)
            lines = surface.measure.wrap(text, style.face, style.size, width - indent)
            surface.lines(body, lines, left + indent, top, style)
            top += len(lines) * style.leading + self.gap


class Labelled(NamedTuple):
    """A list whose labels are words or numbers of its own, in bold before the texts."""

    pairs: tuple[tuple[str, str], ...]
    style: TextStyle
    label_style: TextStyle
    gap: float

    @property
    def label(self) -> str:
        """Its first label."""
        return self.pairs[0][0]

    def _indent(self, measure: TextMeasure) -> float:
        style = self.label_style
        widest = max(measure.width(label, style.face, style.size) for label, _ in self.pairs)
        return widest + 0.7 * style.size

    def height(self, measure: TextMeasure, width: float) -> float:
        """All lines and gaps."""
        room = width - self._indent(measure)
        texts = (Paragraph(text, self.style).height(measure, room) for _, text in self.pairs)
        return sum(texts) + self.gap * (len(self.pairs) - 1)

    def place(self, surface: Surface, parent: int, left: float, top: float, width: float) -> None:
        """Label and body apart, as lists are tagged."""
        whole = surface.element(Role.LIST, parent, numbering=ListNumbering.NONE)
        indent = self._indent(surface.measure)
        for label, text in self.pairs:
            item = surface.element(Role.LIST_ITEM, whole)
            surface.lines(surface.element(Role.LABEL, item), [label], left, top, self.label_style)
            style = self.style
            lines = surface.measure.wrap(text, style.face, style.size, width - indent)
            surface.lines(surface.element(Role.LIST_BODY, item), lines, left + indent, top, style)
            top += len(lines) * style.leading + self.gap


class BigFigure(NamedTuple):
    """A big figure with its words beside it, or below it where a word would be broken there."""

    value: str
    words: str
    figure: TextStyle
    style: TextStyle

    @property
    def label(self) -> str:
        """Both together."""
        return f"{self.value} {self.words}"

    def _indent(self, measure: TextMeasure, width: float) -> float:
        """Where the words begin; 0 where they stand below."""
        style = self.style
        indent = measure.width(self.value, self.figure.face, self.figure.size) + 0.5 * style.size
        longest = max(measure.width(word, style.face, style.size) for word in self.words.split())
        return indent if indent + longest <= width else 0.0

    def height(self, measure: TextMeasure, width: float) -> float:
        """The higher of both, or both."""
        indent = self._indent(measure, width)
        words = Paragraph(self.words, self.style).height(measure, width - indent)
        return max(self.figure.leading, words) if indent else self.figure.leading + words

    def place(self, surface: Surface, parent: int, left: float, top: float, width: float) -> None:
        """One paragraph: the figure alone would say nothing. Words beside it stand in its middle."""
        indent, height = self._indent(surface.measure, width), self.height(surface.measure, width)
        lines = surface.measure.wrap(self.words, self.style.face, self.style.size, width - indent)
        element = surface.element(Role.PARAGRAPH, parent)
        words_height = len(lines) * self.style.leading
        figure_top, words_top = top, top + self.figure.leading
        if indent:
            figure_top, words_top = (
                top + (height - each) / 2 for each in (self.figure.leading, words_height)
            )
        surface.lines(element, [self.value], left, figure_top, self.figure)
        surface.lines(element, lines, left + indent, words_top, self.style)
