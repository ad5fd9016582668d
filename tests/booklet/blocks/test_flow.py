"""Filling pages from top to bottom."""

from __future__ import annotations

import pytest

from generator.booklet import style as s
from generator.booklet.blocks.flow import Flow
from generator.booklet.blocks.text import Paragraph, Rule, Space, Stack
from generator.booklet.model import Role
from generator.problems import DoesNotFitError
from tests.booklet.laying_out import blank_sheet, texts_on

ROOM = 260.0  # of a blank sheet, from margin to margin


def test_blocks_stand_below_each_other_with_a_gap() -> None:
    sheet = blank_sheet()
    flow = Flow(sheet)
    flow.put(Paragraph("one"), Paragraph("two"), gap=10)
    flow.put(Paragraph("three"))
    pages, _ = sheet.finish()
    first, second, third = (text.baseline for text in texts_on(pages[0]))
    assert second - first == third - second == s.BODY.leading + 10


def test_the_page_is_turned_rather_than_a_block_cut() -> None:
    sheet = blank_sheet()
    flow = Flow(sheet)
    flow.put(Space(ROOM - 30), gap=0)
    assert flow.left_over == 30
    flow.put(Stack((Paragraph("one"), Paragraph("two")), gap=0))
    pages, _ = sheet.finish()
    assert [[text.text for text in texts_on(page)] for page in pages] == [[], ["one", "two"]]


def test_a_block_that_fits_to_the_point_stays() -> None:
    sheet = blank_sheet()
    flow = Flow(sheet)
    flow.put(Space(ROOM - s.BODY.leading), gap=0)
    flow.put(Paragraph("one"))
    assert sheet.page_count == 1


def test_blocks_that_belong_together_are_turned_together() -> None:
    sheet = blank_sheet()
    flow = Flow(sheet)
    flow.put(Space(ROOM - 30), gap=0)
    flow.put(Paragraph("heading", role=Role.HEADING_3), Paragraph("its text"))
    pages, _ = sheet.finish()
    assert [[text.text for text in texts_on(page)] for page in pages] == [[], ["heading", "its text"]]


def test_the_gap_after_the_last_block_needs_no_room() -> None:
    sheet = blank_sheet()
    Flow(sheet).put(Space(ROOM), gap=100)
    assert sheet.page_count == 1


def test_what_no_page_can_hold_is_named_with_the_room_it_has() -> None:
    flow = Flow(blank_sheet())
    with pytest.raises(DoesNotFitError) as caught:
        flow.put(Rule(), Stack((Paragraph("word " * 300),)))
    message = str(caught.value)
    assert "“word word word" in message
    assert "…” needs" in message
    assert len(message) < 220
    assert f"a page has room for {ROOM:.0f}" in message
    assert "larger paper" in message
    assert int(caught.value.exit_code) == 6


def test_leaving_room_free_never_turns_the_page() -> None:
    sheet = blank_sheet()
    flow = Flow(sheet)
    flow.skip(40)
    assert flow.left_over == ROOM - 40
    flow.skip(1000)
    assert flow.left_over == 0
    assert sheet.page_count == 1


def test_a_flow_may_go_on_under_its_own_element_or_on_the_page_that_is_there() -> None:
    sheet = blank_sheet()
    section = sheet.element(Role.SECTION)
    Flow(sheet, section).put(Paragraph("one"))
    Flow(sheet, new_page=False)
    assert sheet.page_count == 1
    _, elements = sheet.finish()
    assert elements[-1].parent == section
