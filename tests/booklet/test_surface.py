"""Collecting marks and elements in reading order."""

from __future__ import annotations

import pytest

from generator.booklet import style as s
from generator.booklet.model import Box, Element, Rectangle, Role, Text, TickField
from generator.booklet.surface import baseline_offset
from tests.booklet.laying_out import blank_sheet, text_box, texts_on


def test_the_document_comes_first_and_elements_follow_in_the_order_they_are_added() -> None:
    sheet = blank_sheet()
    part = sheet.element(Role.SECTION)
    text = sheet.element(Role.PARAGRAPH, part)
    _, elements = sheet.finish()
    assert (part, text) == (1, 2)
    assert elements == (
        Element(Role.DOCUMENT, None), Element(Role.SECTION, 0), Element(Role.PARAGRAPH, 1)
    )  # fmt: skip


def test_marks_go_on_the_current_page_unless_another_is_named() -> None:
    sheet = blank_sheet()
    sheet.add_page()
    sheet.add_page()
    sheet.lines(None, ("late",), 0, 0, s.BODY)
    sheet.mark(None, Rectangle(Box(0, 0, 1, 1)), page=0)
    pages, _ = sheet.finish()
    assert sheet.page_count == 2
    assert [[type(shape) for mark in page.marks for shape in mark.shapes] for page in pages] == [
        [Rectangle], [Text]
    ]  # fmt: skip


@pytest.mark.parametrize("style", [s.TITLE, s.HEADING, s.BODY, s.SMALL, s.FIGURE_LARGE])
def test_capitals_stand_in_the_middle_of_their_line(style: s.TextStyle) -> None:
    capitals = s.CAPITAL_HEIGHT * style.size
    above, below = baseline_offset(style) - capitals, style.leading - baseline_offset(style)
    assert above == pytest.approx(below)


def test_lines_take_the_style_and_follow_at_its_leading() -> None:
    sheet = blank_sheet()
    sheet.add_page()
    sheet.lines(None, ("one", "two"), 30, 50, s.LEAD, room=100, centred=True)
    pages, _ = sheet.finish()
    first, second = texts_on(pages[0])
    assert second.baseline - first.baseline == s.LEAD.leading
    assert (first.size, first.face, first.colour) == (s.LEAD.size, s.LEAD.face, s.LEAD.colour)
    assert text_box(first).left + text_box(first).right == pytest.approx(2 * 30 + 100)


def test_a_box_to_tick_is_a_form_on_the_current_page_and_read_in_its_turn() -> None:
    sheet = blank_sheet()
    part = sheet.element(Role.SECTION)
    sheet.add_page()
    sheet.add_page()
    box = Box(10, 20, 13, 13)
    sheet.tick_field(part, box, "done/hanging", "Done: 1. Hanging")
    after = sheet.element(Role.PARAGRAPH, part)
    (first, second), elements = sheet.finish()
    assert first.fields == ()
    assert second.fields == (TickField(2, box, "done/hanging", "Done: 1. Hanging"),)
    assert elements[2] == Element(Role.FORM, part)
    assert after == 3
