"""Blocks one below the other, side by side and on a ground of their own."""

from __future__ import annotations

import pytest

from generator.booklet.blocks.containers import Columns, Panel, Stack, panel
from generator.booklet.blocks.lines import Rule
from generator.booklet.blocks.text import Paragraph
from generator.booklet.model import Box, Colour, Rectangle, Role
from generator.booklet.style import WHOLE_PAGE
from generator.booklet.surface import DOCUMENT, Surface
from tests.booklet.blocks.placing import LEFT, LONG, TOP, WIDTH, placed
from tests.booklet.laying_out import EvenMeasure, text_box, texts_on


def lines_of(surface: Surface) -> list[tuple[float, str]]:
    pages, _ = surface.finish()
    return [(text.left, text.text) for text in texts_on(pages[0])]


def test_a_stack_puts_one_block_below_the_other(measure: EvenMeasure) -> None:
    stack = Stack(
        (
            Paragraph("first", WHOLE_PAGE.body),
            Rule(Colour.LINE, WHOLE_PAGE.hairline),
            Paragraph("second", WHOLE_PAGE.body),
        ),
        gap=10,
        role=Role.SECTION,
    )
    assert stack.height(measure, WIDTH) == 2 * WHOLE_PAGE.body.leading + WHOLE_PAGE.hairline + 20
    assert stack.label == "first"
    pages, elements = placed(stack).finish()
    first, second = texts_on(pages[0])
    assert second.baseline - first.baseline == pytest.approx(
        WHOLE_PAGE.body.leading + WHOLE_PAGE.hairline + 20
    )
    assert [(element.role, element.parent) for element in elements[1:]] == [
        (Role.SECTION, DOCUMENT), (Role.PARAGRAPH, 1), (Role.PARAGRAPH, 1)
    ]  # fmt: skip


def test_columns_share_the_width_and_are_read_from_left_to_right(measure: EvenMeasure) -> None:
    columns = Columns((Paragraph(LONG, WHOLE_PAGE.body), Paragraph("last", WHOLE_PAGE.body)), (3, 1), gap=20)
    assert columns.height(measure, WIDTH) == columns.blocks[0].height(measure, 90)
    assert columns.label == LONG
    lines = lines_of(placed(columns))
    assert lines[-1] == (LEFT + 90 + 20, "last")
    assert {left for left, _ in lines[:-1]} == {LEFT}


def test_panels_side_by_side_end_together(measure: EvenMeasure) -> None:
    panels = Columns(
        (
            panel(Paragraph(LONG, WHOLE_PAGE.body), WHOLE_PAGE),
            panel(Paragraph("short", WHOLE_PAGE.body), WHOLE_PAGE),
        ),
        (1, 1),
        gap=20,
    )
    pages, _ = placed(panels).finish()
    boxes = [shape.box for mark in pages[0].marks for shape in mark.shapes if isinstance(shape, Rectangle)]
    assert [box.left for box in boxes] == [LEFT, LEFT + 80]
    assert {box.top for box in boxes} == {TOP}
    assert {box.bottom for box in boxes} == {TOP + panels.height(measure, WIDTH)}


def test_a_panel_keeps_its_text_off_its_edges(measure: EvenMeasure) -> None:
    padded = Panel(Paragraph(LONG, WHOLE_PAGE.body), padding=10, radius=5)
    assert padded.label == LONG
    pages, _ = placed(padded).finish()
    ground, *_ = (
        shape.box for mark in pages[0].marks for shape in mark.shapes if isinstance(shape, Rectangle)
    )
    assert ground == Box(LEFT, TOP, WIDTH, padded.height(measure, WIDTH))
    for text in texts_on(pages[0]):
        box = text_box(text)
        assert box.left >= ground.left + 10
        assert box.right <= ground.right - 10
        assert box.top >= ground.top + 10
        assert box.bottom <= ground.bottom - 10
