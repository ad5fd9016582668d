"""What blocks are placed on: collects elements and marks in reading order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.booklet.model import (
    Booklet,
    Box,
    Element,
    ListNumbering,
    Mark,
    Page,
    Role,
    Scope,
    Shape,
    Text,
    TickField,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.booklet.page_setup import PageSetup
    from generator.booklet.style import TextStyle
    from generator.booklet.ticks import Tick


DOCUMENT = 0


class Surface:
    """Pages under construction: what blocks are placed on.

    Attributes:
        setup: what the pages are set with.
        page_style: the page and its margins.
        look: text styles and lengths.
        measure: how wide text is.
        pictures: which pictures there are.
    """

    def __init__(self, setup: PageSetup) -> None:
        self.setup = setup
        self.page_style = setup.page_style
        self.look = setup.look
        self.measure = setup.measure
        self.pictures = setup.pictures
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

    def tick_field(self, parent: int, box: Box, tick: Tick) -> None:
        """Let a box on the current page be ticked on a screen; it is read after all that is there."""
        field = TickField(self.element(Role.FORM, parent), box, tick.name, tick.description)
        self._fields[-1].append(field)

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
        shapes = []
        for index, line in enumerate(lines):
            offset = (room - self.measure.width(line, style.face, style.size)) / 2 if centred else 0.0
            baseline = top + index * style.leading + style.baseline
            shapes.append(Text(left + offset, baseline, line, style.face, style.size, style.colour))
        self.mark(element, *shapes)

    def finish(self) -> tuple[tuple[Page, ...], tuple[Element, ...]]:
        """The pages and the tree, frozen."""
        pages = zip(self._pages, self._fields, strict=True)
        return tuple(Page(tuple(marks), tuple(fields)) for marks, fields in pages), tuple(self._elements)

    def booklet(self, title: str, language: str, *, author: str = "", subject: str = "") -> Booklet:
        """The pages and the tree, frozen, and what the file says about itself."""
        pages, elements = self.finish()
        width, height = self.page_style.width, self.page_style.height
        return Booklet(title, author, subject, language, width, height, pages, elements)
