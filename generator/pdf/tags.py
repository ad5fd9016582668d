"""Elements and marks → the tree of meaning: what is said, in which order, and which marks say it.

Structure elements, their attributes and the way back from a mark to its element (ISO 32000-1, 14.7 and 14.8;
ISO 14289-1, 7.1).
"""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from generator.booklet.model import Role
from generator.pdf.objects import number_text, text_string

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.booklet.model import Box, Element
    from generator.pdf.fields import Widget
    from generator.pdf.objects import PdfFile


class TaggedMark(NamedTuple):
    """A run of marks on a page: the number `identifier` in its page's content belongs to `element`."""

    page: int
    identifier: int
    element: int


def write_tags(
    file: PdfFile,
    elements: Sequence[Element],
    marks: Sequence[TaggedMark],
    pages: Sequence[int],
    boxes: Mapping[int, Box],
    page_height: float,
    widgets: Sequence[Widget] = (),
) -> int:
    """Write the structure tree and return the object number of its root.

    Args:
        file: where to.
        elements: the tree in reading order; the first is the document.
        marks: of all pages, in reading order; on each page the identifiers count up from 0.
        pages: the object numbers of the pages.
        boxes: of the figures, by element, on the page where each begins.
        page_height: in points; the file counts it upwards.
        widgets: the boxes to tick, their keys counting up from the number of pages; forms that have none are
            left out.
    """
    root = file.reserve()
    forms = {widget.field.element: widget for widget in widgets}
    numbers = {
        index: file.reserve()
        for index, element in enumerate(elements)
        if element.role is not Role.FORM or index in forms
    }
    kids = _kids(elements, marks)
    for index, number in numbers.items():
        element = elements[index]
        home, sources = _kid_sources(kids[index], numbers, pages)
        if index in forms:
            home, sources = forms[index].page, [f"<</Type/OBJR/Obj {forms[index].number} 0 R>>"]
        parent = root if element.parent is None else numbers[element.parent]
        parts = [f"/Type/StructElem/S/{element.role}/P {parent} 0 R"]
        if home is not None:
            parts.append(f"/Pg {home} 0 R")
        if sources:
            parts.append(f"/K[{' '.join(sources)}]")
        if element.alt:
            parts.append(f"/Alt{text_string(element.alt)}")
        if element.language:
            parts.append(f"/Lang{text_string(element.language)}")
        if element.role is Role.NOTE:
            parts.append(f"/ID({_note_id(index)})")
        parts.append(_attributes(element, boxes.get(index), page_height))
        file.put(number, f"<<{''.join(parts)}>>")
    on_page: list[list[str]] = [[] for _ in pages]
    for mark in marks:
        on_page[mark.page].append(f"{numbers[mark.element]} 0 R")
    entries = [f"{page}[{' '.join(parents)}]" for page, parents in enumerate(on_page)]
    entries += [f"{widget.key} {numbers[widget.field.element]} 0 R" for widget in widgets]
    parent_tree = file.add(f"<</Nums[{' '.join(entries)}]>>")
    file.put(
        root,
        f"<</Type/StructTreeRoot/K[{numbers[0]} 0 R]/ParentTree {parent_tree} 0 R"
        f"/ParentTreeNextKey {len(entries)}{_notes(elements, numbers)}>>",
    )
    return root


def _kids(elements: Sequence[Element], marks: Sequence[TaggedMark]) -> list[list[int | TaggedMark]]:
    """What is in each element, in reading order: elements by their index, and marks.

    Elements keep the order of the tree. A mark of an element that has elements in it as well stands before
    the first of those that begins after it.
    """
    first: dict[int, int] = {}
    for order, mark in enumerate(marks):
        ancestor: int | None = mark.element
        while ancestor is not None and ancestor not in first:
            first[ancestor] = order
            ancestor = elements[ancestor].parent
    placed: list[list[tuple[int, int | TaggedMark]]] = [[] for _ in elements]
    for index, element in enumerate(elements):
        if element.parent is not None:
            siblings = placed[element.parent]
            siblings.append((max(siblings[-1][0] if siblings else 0, first.get(index, 0)), index))
    for order, mark in enumerate(marks):
        placed[mark.element].append((order, mark))
    return [[kid for _, kid in sorted(kids, key=itemgetter(0))] for kids in placed]


def _kid_sources(
    kids: Sequence[int | TaggedMark], numbers: Mapping[int, int], pages: Sequence[int]
) -> tuple[int | None, list[str]]:
    """The object number of the page where an element begins, and its entries of `/K`."""
    home = next((pages[kid.page] for kid in kids if isinstance(kid, TaggedMark)), None)
    sources = []
    for kid in kids:
        if not isinstance(kid, TaggedMark):
            if kid in numbers:
                sources.append(f"{numbers[kid]} 0 R")
        elif pages[kid.page] == home:
            sources.append(str(kid.identifier))
        else:
            sources.append(f"<</Type/MCR/Pg {pages[kid.page]} 0 R/MCID {kid.identifier}>>")
    return home, sources


def _attributes(element: Element, box: Box | None, page_height: float) -> str:
    if element.numbering is not None:
        return f"/A<</O/List/ListNumbering/{element.numbering}>>"
    if box is not None:
        sides = (box.left, page_height - box.bottom, box.right, page_height - box.top)
        return f"/A<</O/Layout/Placement/Block/BBox[{' '.join(map(number_text, sides))}]>>"
    table = "" if element.scope is None else f"/Scope/{element.scope}"
    if element.column_span > 1:
        table += f"/ColSpan {element.column_span}"
    if element.row_span > 1:
        table += f"/RowSpan {element.row_span}"
    return f"/A<</O/Table{table}>>" if table else ""


def _note_id(index: int) -> str:
    return f"note-{index:06d}"  # of one length, so that the order of the tree is that of the names


def _notes(elements: Sequence[Element], numbers: Mapping[int, int]) -> str:
    """The names of the notes, each of which must have one (ISO 14289-1, 7.9)."""
    names = [
        f"({_note_id(index)}){numbers[index]} 0 R"
        for index, element in enumerate(elements)
        if element.role is Role.NOTE
    ]
    return f"/IDTree<</Names[{' '.join(names)}]>>" if names else ""
