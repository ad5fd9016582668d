"""The first sheet of a file for printers that print on one side: how to print the backs, fold and staple."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.booklet.blocks.flow import Flow
from generator.booklet.blocks.text import Items, Paragraph, heading
from generator.booklet.model import Booklet, Element, ListNumbering, Page, Role
from generator.booklet.surface import DOCUMENT, Surface

if TYPE_CHECKING:
    from generator.booklet.imposition import Imposition
    from generator.booklet.page_setup import PageSetup
    from generator.booklet.wording import Wording


def lay_out_folding(imposition: Imposition, setup: PageSetup, wording: Wording) -> Booklet:
    """The instructions for printing by hand, on at most two pages of the booklet's own size.

    They say which pages of the file are fronts and backs, counting one page for themselves before all others.

    Args:
        imposition: of the booklet, for manual duplex.
        setup: of the booklet.
        wording: in the booklet's language.

    Raises:
        DoesNotFitError: a text is higher than a whole page.
    """
    label, options, count = wording.label, imposition.options, imposition.sheet_count
    first_front, first_back = 2, 2 + count
    several = count > 1
    steps = [
        label("folding.fronts", pages=_pages(first_front, count, wording)),
        label(f"folding.turn-{options.flip}"),
        label("folding.back-in" if several else "folding.back-in-one"),
        label("folding.backs", pages=_pages(first_back, count, wording)),
    ]
    if several:
        steps.append(label("folding.stack"))
    steps.append(label("folding.fold-at-ticks" if options.fold_ticks else "folding.fold-in-the-middle"))
    if several:
        steps.append(
            label("folding.staple-at-marks" if options.staple_marks else "folding.staple-in-the-fold")
        )
    look, surface = setup.look, Surface(setup)
    flow = Flow(surface, surface.element(Role.SECTION))
    title = label("folding.title")
    flow.put(heading(title, look.heading, Role.HEADING_1), Paragraph(label("folding.lead"), look.body))
    flow.put(Items(tuple(steps), look.body, look.gap_small, ListNumbering.DECIMAL))
    if several:
        flow.put(Paragraph(label("folding.try", front=first_front, back=first_back), look.body))
    flow.put(Paragraph(label("folding.trouble"), look.body))
    return surface.booklet(title, wording.words.language)


def _pages(first: int, count: int, wording: Wording) -> str:
    if count == 1:
        return wording.label("folding.page", page=first)
    return wording.label("folding.pages", first=first, last=first + count - 1)


def with_pages_before(booklet: Booklet, before: Booklet) -> Booklet:
    """A booklet with the pages of another of the same size before its own; it keeps its title and author."""
    assert (before.width, before.height) == (booklet.width, booklet.height)
    assert before.elements[DOCUMENT].role is booklet.elements[DOCUMENT].role is Role.DOCUMENT
    # The two trees grow from one root.
    step = len(before.elements) - 1

    def shifted(index: int | None) -> int | None:
        return index + step if index else index

    pages = [
        Page(
            tuple(mark._replace(element=shifted(mark.element)) for mark in page.marks),
            tuple(field._replace(element=field.element + step) for field in page.fields),
        )
        for page in booklet.pages
    ]
    elements: list[Element] = [
        *before.elements,
        *(element._replace(parent=shifted(element.parent)) for element in booklet.elements[1:]),
    ]
    return replace(booklet, pages=(*before.pages, *pages), elements=tuple(elements))
