"""Collecting marks and elements in reading order."""

from __future__ import annotations

import pytest

from generator.booklet import style as s
from generator.booklet.model import Box, Element, Rectangle, Role, Text, TickField
from generator.booklet.ticks import Tick
from tests.booklet.laying_out import blank_surface, text_box, texts_on


def test_the_document_comes_first_and_elements_follow_in_the_order_they_are_added() -> None:
    surface = blank_surface()
    part = surface.element(Role.SECTION)
    text = surface.element(Role.PARAGRAPH, part)
    _, elements = surface.finish()
    assert (part, text) == (1, 2)
    assert elements == (
        Element(Role.DOCUMENT, None), Element(Role.SECTION, 0), Element(Role.PARAGRAPH, 1)
    )  # fmt: skip


def test_marks_go_on_the_current_page_unless_another_is_named() -> None:
    surface = blank_surface()
    surface.add_page()
    surface.add_page()
    surface.lines(None, ("late",), 0, 0, s.WHOLE_PAGE.body)
    surface.mark(None, Rectangle(Box(0, 0, 1, 1)), page=0)
    pages, _ = surface.finish()
    assert surface.page_count == 2
    assert [[type(shape) for mark in page.marks for shape in mark.shapes] for page in pages] == [
        [Rectangle], [Text]
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["title", "heading", "body", "small", "figure_large"])
def test_capitals_stand_in_the_middle_of_their_line(name: str) -> None:
    style: s.TextStyle = getattr(s.WHOLE_PAGE, name)
    capitals = s.CAPITAL_HEIGHT * style.size
    above, below = style.baseline - capitals, style.leading - style.baseline
    assert above == pytest.approx(below)


def test_lines_take_the_style_and_follow_at_its_leading() -> None:
    surface = blank_surface()
    surface.add_page()
    style = s.WHOLE_PAGE.lead
    surface.lines(None, ("one", "two"), 30, 50, style, room=100, centred=True)
    pages, _ = surface.finish()
    first, second = texts_on(pages[0])
    assert second.baseline - first.baseline == style.leading
    assert (first.size, first.face, first.colour) == (style.size, style.face, style.colour)
    assert text_box(first).left + text_box(first).right == pytest.approx(2 * 30 + 100)


def test_a_box_to_tick_is_a_form_on_the_current_page_and_read_in_its_turn() -> None:
    surface = blank_surface()
    part = surface.element(Role.SECTION)
    surface.add_page()
    surface.add_page()
    box = Box(10, 20, 13, 13)
    surface.tick_field(part, box, Tick("done/hanging", "Done: 1. Hanging"))
    after = surface.element(Role.PARAGRAPH, part)
    (first, second), elements = surface.finish()
    assert first.fields == ()
    assert second.fields == (TickField(2, box, "done/hanging", "Done: 1. Hanging"),)
    assert elements[2] == Element(Role.FORM, part)
    assert after == 3
