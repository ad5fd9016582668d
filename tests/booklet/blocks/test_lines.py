"""Lines: across the width, and to write on."""

from __future__ import annotations

from itertools import pairwise

import pytest

from generator.booklet.blocks.flow import Flow
from generator.booklet.blocks.lines import (
    Rule,
    WritingLine,
    fill_with_lines,
    lines_in,
    named_line,
    writing_lines,
)
from generator.booklet.blocks.text import heading
from generator.booklet.choices import Paper
from generator.booklet.model import Colour, Polyline, Role
from generator.booklet.page_setup import PageSetup
from generator.booklet.style import MILLIMETRE, PAGES, WHOLE_PAGE, Look
from generator.booklet.surface import Surface
from tests.booklet.blocks.placing import LEFT, TOP, WIDTH, placed
from tests.booklet.laying_out import NO_PICTURES, EvenMeasure, blank_surface, of_each_look, text_box, texts_on


def test_a_rule_goes_across_the_whole_width_and_means_nothing_to_a_listener(measure: EvenMeasure) -> None:
    rule = Rule(Colour.LINE, 2, above=4, below=6)
    assert rule.height(measure, WIDTH) == 12
    pages, elements = placed(rule).finish()
    (mark,) = pages[0].marks
    assert mark.element is None
    assert len(elements) == 1
    (line,) = mark.shapes
    assert isinstance(line, Polyline)
    assert line.points == ((LEFT, TOP + 5), (LEFT + WIDTH, TOP + 5))


def lines_on(surface: Surface) -> list[float]:
    pages, _ = surface.finish()
    return [
        shape.points[0][1] for mark in pages[-1].marks for shape in mark.shapes if isinstance(shape, Polyline)
    ]


@of_each_look
def test_lines_to_write_on_are_as_far_apart_as_the_look_says(look: Look, measure: EvenMeasure) -> None:
    block = writing_lines(heading("Notes", look.subheading), 4, look)
    lines = lines_on(placed(block))
    assert len(lines) == 4
    for above, below in pairwise((TOP + look.subheading.leading, *lines)):
        assert below - above == pytest.approx(look.writing_line, abs=look.hairline)
        assert below - above >= 8 * MILLIMETRE - look.hairline
    assert lines[-1] <= TOP + block.height(measure, WIDTH)


@of_each_look
def test_a_page_is_filled_with_lines_to_its_end(look: Look) -> None:
    surface = Surface(PageSetup(PAGES[Paper.A4], EvenMeasure(), NO_PICTURES, look))
    flow = Flow(surface)
    fill_with_lines(flow, "Notes")
    lines = lines_on(surface)
    bottom = surface.page_style.room_bottom
    assert bottom - look.writing_line - look.hairline < lines[-1] <= bottom
    assert all(
        below - above == pytest.approx(look.writing_line, abs=0.01) for above, below in pairwise(lines)
    )


def test_too_little_room_is_left_without_lines() -> None:
    surface = blank_surface()
    flow = Flow(surface)
    flow.skip(flow.left_over - WHOLE_PAGE.subheading.leading - 1.5 * WHOLE_PAGE.writing_line)
    fill_with_lines(flow, "Notes")
    assert lines_on(surface) == []
    title = heading("Notes", WHOLE_PAGE.subheading)
    assert lines_in(title.style.leading + 2.9 * WHOLE_PAGE.writing_line, title, WHOLE_PAGE) is None
    assert lines_in(title.style.leading + 3.1 * WHOLE_PAGE.writing_line, title, WHOLE_PAGE) is not None


def test_a_value_that_is_not_given_is_a_line_to_write_on() -> None:
    pages, _ = placed(named_line("Phone", "", WHOLE_PAGE), width=280).finish()
    (text,) = texts_on(pages[0])
    (line,) = (shape for mark in pages[0].marks for shape in mark.shapes if isinstance(shape, Polyline))
    assert line.points[0][0] > text_box(text).right
    assert text.baseline <= line.points[0][1] <= text.baseline + 4


def test_a_line_to_write_on_begins_behind_its_words() -> None:
    block = WritingLine("Phone", WHOLE_PAGE.body, gap=6, line_width=1)
    pages, elements = placed(block).finish()
    (text,) = texts_on(pages[0])
    (line,) = (shape for mark in pages[0].marks for shape in mark.shapes if isinstance(shape, Polyline))
    assert line.points[0][0] == pytest.approx(text_box(text).right + 6)
    assert line.points[1][0] == LEFT + WIDTH
    assert text.baseline < line.points[0][1] < TOP + block.height(EvenMeasure(), WIDTH)
    assert [element.role for element in elements[1:]] == [Role.PARAGRAPH]
