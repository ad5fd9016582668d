"""The sheet that blocks are placed on: collects elements and marks in reading order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from generator.booklet.model import Element, Mark, Page, Role, Text, TextMeasure, TickField
from generator.booklet.style import CAPITAL_HEIGHT, WHOLE_PAGE, Look, PageStyle, TextStyle

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.booklet.model import Box, ListNumbering, Pictures, Scope, Shape
    from generator.text.faces import Face

DOCUMENT = 0


class LookMeasure(TextMeasure, Protocol):
    """What blocks need to know how high they are: how wide text is, and the look that they are set in."""

    @property
    def look(self) -> Look:
        """Text styles and lengths."""
        ...


@dataclass(frozen=True, slots=True)
class _LookMeasure:
    """The fonts' measure beside a look."""

    measure: TextMeasure
    look: Look

    def width(self, text: str, face: Face, size: float) -> float:
        return self.measure.width(text, face, size)

    def wrap(self, text: str, face: Face, size: float, room: float) -> tuple[str, ...]:
        return self.measure.wrap(text, face, size, room)


class Sheet:
    """Pages under construction.

    Attributes:
        style: the page and its margins.
        look: text styles and lengths.
        measure: how wide text is, and the look for those who ask how high something is.
        pictures: which pictures there are.
    """

    def __init__(
        self, style: PageStyle, measure: TextMeasure, pictures: Pictures, look: Look = WHOLE_PAGE
    ) -> None:
        self.style = style
        self.look = look
        self.measure: LookMeasure = _LookMeasure(measure, look)
        self.pictures = pictures
        self._elements = [Element(Role.DOCUMENT, None)]
        self._pages: list[list[Mark]] = []
        self._fields: list[list[TickField]] = []

    @property
    def page_count(self) -> int:
        """How many pages there are so far."""
        return len(self._pages)

    def add_page(self) -> None:
        """Start a new page; what follows is marked on it."""
        self._pages.append([])
        self._fields.append([])

    def element(
        self,
        role: Role,
        parent: int = DOCUMENT,
        *,
        alt: str = "",
        scope: Scope | None = None,
        numbering: ListNumbering | None = None,
        column_span: int = 1,
        row_span: int = 1,
        bookmark: str = "",
    ) -> int:
        """Add a node to the tree of meaning, after all that are there; returns its index."""
        self._elements.append(
            Element(role, parent, alt, scope, numbering, column_span, row_span, bookmark),
        )
        return len(self._elements) - 1

    def mark(self, element: int | None, *shapes: Shape, page: int = -1) -> None:
        """Put shapes on a page (the current one unless said otherwise); `None` makes them an artifact."""
        self._pages[page].append(Mark(element, shapes))

    def tick_field(self, parent: int, box: Box, name: str, description: str) -> None:
        """Let a box on the current page be ticked on a screen; it is read after all that is there.

        `name` is the only one in the booklet, without full stops; `description` is what a screen reader says.
        """
        self._fields[-1].append(TickField(self.element(Role.FORM, parent), box, name, description))

    def lines(
        self,
        element: int | None,
        lines: Sequence[str],
        left: float,
        top: float,
        style: TextStyle,
        *,
        room: float = 0,
        centred: bool = False,
    ) -> None:
        """Put lines of one paragraph on the current page, the first one's leading starting at `top`.

        `room` is the width to centre in, in points; needed only when `centred`.
        """
        style = self.look.of(style)
        shapes = []
        for index, line in enumerate(lines):
            offset = (room - self.measure.width(line, style.face, style.size)) / 2 if centred else 0.0
            baseline = top + index * style.leading + baseline_offset(style)
            shapes.append(Text(left + offset, baseline, line, style.face, style.size, style.colour))
        self.mark(element, *shapes)

    def finish(self) -> tuple[tuple[Page, ...], tuple[Element, ...]]:
        """The pages and the tree, frozen."""
        pages = zip(self._pages, self._fields, strict=True)
        return tuple(Page(tuple(marks), tuple(fields)) for marks, fields in pages), tuple(self._elements)


def baseline_offset(style: TextStyle) -> float:
    """How far below the top of its line a text's baseline is, so that capitals stand in the middle."""
    return (style.leading + CAPITAL_HEIGHT * style.size) / 2
