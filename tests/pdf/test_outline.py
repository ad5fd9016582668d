"""The bookmarks, read back from the file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pypdfium2  # type: ignore[import-untyped]

from generator.booklet.model import Element, Mark, Role
from generator.pdf.document import draw_booklet
from tests.pdf.samples import DATE, booklet, drawn, every_kind, line, opened

if TYPE_CHECKING:
    from pathlib import Path


def entries(source: bytes) -> list[tuple[int, str, int, float]]:
    """Level, title, page and height of each entry."""
    with pypdfium2.PdfDocument(source) as document:
        return [
            (entry.level, entry.get_title(), entry.get_dest().get_index(), entry.get_dest().get_view()[1][1])
            for entry in document.get_toc()
        ]


def test_headings_are_nested_and_lead_to_their_place(tmp_path: Path) -> None:
    value, store = every_kind(tmp_path)
    # The heights are those of the headings' upper edges: 200 - (baseline - size).
    assert entries(draw_booklet(value, store, date=DATE)) == [
        (0, "Lean back", 0, 182),
        (1, "Calendar", 1, 164),
        (2, "Later", 1, 74),
    ]


def test_levels_come_back_up_and_other_bookmarks_stand_below_the_headings() -> None:
    roles = [Role.HEADING_2, Role.HEADING_3, Role.PARAGRAPH, Role.HEADING_2, Role.HEADING_1, Role.HEADING_2]
    elements = [Element(role, 0, bookmark=f"{number}") for number, role in enumerate(roles)]
    marks = [Mark(number + 1, (line("x", 20 * number + 20),)) for number in range(len(roles))]
    source = drawn(booklet([marks], elements))
    assert [(level, title) for level, title, _, _ in entries(source)] == [
        (0, "0"),
        (1, "1"),
        (2, "2"),
        (0, "3"),
        (0, "4"),
        (1, "5"),
    ]
    pdf = opened(source)
    assert pdf.Root.Outlines.Count == 3  # open at first


def test_without_bookmarks_there_is_no_outline() -> None:
    source = drawn(booklet([[Mark(1, (line("x"),))]], [Element(Role.PARAGRAPH, 0)]))
    pdf = opened(source)
    assert "/Outlines" not in pdf.Root


def test_a_bookmark_without_marks_is_left_out() -> None:
    elements: list[Any] = [
        Element(Role.HEADING_1, 0, bookmark="seen"),
        Element(Role.HEADING_2, 0, bookmark="not"),
    ]
    assert [title for _, title, _, _ in entries(drawn(booklet([[Mark(1, (line("x"),))]], elements)))] == [
        "seen"
    ]
