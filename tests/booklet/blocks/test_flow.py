"""Filling pages from top to bottom."""

from __future__ import annotations

import pytest

from generator.booklet.blocks.containers import Stack
from generator.booklet.blocks.flow import Flow
from generator.booklet.blocks.text import Paragraph
from generator.booklet.model import Role
from generator.booklet.style import WHOLE_PAGE
from generator.problems import DoesNotFitError
from tests.booklet.laying_out import Blank, blank_surface, texts_on

ROOM = 260.0  # of a blank page, from margin to margin


def test_blocks_stand_below_each_other_with_a_gap() -> None:
    surface = blank_surface()
    flow = Flow(surface)
    flow.put(Paragraph("one", WHOLE_PAGE.body), Paragraph("two", WHOLE_PAGE.body), gap=10)
    flow.put(Paragraph("three", WHOLE_PAGE.body))
    pages, _ = surface.finish()
    first, second, third = (text.baseline for text in texts_on(pages[0]))
    assert second - first == third - second == WHOLE_PAGE.body.leading + 10


def test_the_page_is_turned_rather_than_a_block_cut() -> None:
    surface = blank_surface()
    flow = Flow(surface)
    flow.put(Blank(ROOM - 30), gap=0)
    assert flow.left_over == pytest.approx(30)
    flow.put(Stack((Paragraph("one", WHOLE_PAGE.body), Paragraph("two", WHOLE_PAGE.body)), gap=0))
    pages, _ = surface.finish()
    assert [[text.text for text in texts_on(page)] for page in pages] == [[], ["one", "two"]]


def test_a_block_that_fits_to_the_point_stays() -> None:
    surface = blank_surface()
    flow = Flow(surface)
    flow.put(Blank(ROOM - WHOLE_PAGE.body.leading), gap=0)
    flow.put(Paragraph("one", WHOLE_PAGE.body))
    assert surface.page_count == 1


def test_the_last_figure_of_a_sum_turns_no_page() -> None:
    # It is another one from Python 3.12 on, which adds more exactly: 1.0 there, 0.9999999999999999 before.
    surface = blank_surface()
    flow = Flow(surface)
    flow.put(Blank(ROOM - 1), gap=0)
    flow.put(Blank(1 + 1e-9), gap=0)
    assert surface.page_count == 1
    flow.put(Blank(ROOM + 1e-9), gap=0)
    assert surface.page_count == 2
    with pytest.raises(DoesNotFitError):
        flow.put(Blank(ROOM + 0.001))


def test_blocks_that_belong_together_are_turned_together() -> None:
    surface = blank_surface()
    flow = Flow(surface)
    flow.put(Blank(ROOM - 30), gap=0)
    flow.put(Paragraph("heading", WHOLE_PAGE.body, Role.HEADING_3), Paragraph("its text", WHOLE_PAGE.body))
    pages, _ = surface.finish()
    assert [[text.text for text in texts_on(page)] for page in pages] == [[], ["heading", "its text"]]


def test_the_gap_after_the_last_block_needs_no_room() -> None:
    surface = blank_surface()
    Flow(surface).put(Blank(ROOM), gap=100)
    assert surface.page_count == 1


def test_what_no_page_can_hold_is_named_with_the_room_it_has() -> None:
    flow = Flow(blank_surface())
    with pytest.raises(DoesNotFitError) as caught:
        flow.put(Blank(1), Stack((Paragraph("word " * 300, WHOLE_PAGE.body),), gap=0))
    message = str(caught.value)
    assert "“word word word" in message
    assert "…” needs" in message
    assert len(message) < 220
    assert f"a page has room for {ROOM:.0f}" in message
    assert "larger paper" in message
    assert int(caught.value.exit_code) == 6


def test_leaving_room_free_never_turns_the_page() -> None:
    surface = blank_surface()
    flow = Flow(surface)
    flow.skip(40)
    assert flow.left_over == pytest.approx(ROOM - 40)
    flow.skip(1000)
    assert flow.left_over == pytest.approx(0, abs=1e-5)
    assert surface.page_count == 1


def test_a_flow_may_go_on_under_its_own_element_or_on_the_page_that_is_there() -> None:
    surface = blank_surface()
    section = surface.element(Role.SECTION)
    Flow(surface, section).put(Paragraph("one", WHOLE_PAGE.body))
    Flow(surface, new_page=False)
    assert surface.page_count == 1
    _, elements = surface.finish()
    assert elements[-1].parent == section
