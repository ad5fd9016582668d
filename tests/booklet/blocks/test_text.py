"""Paragraphs, headings and lists: how high they are, and where their lines stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.booklet.blocks.text import Items, OneLine, Paragraph
from generator.booklet.model import ListNumbering, Role
from generator.booklet.style import WHOLE_PAGE
from tests.booklet.blocks.placing import LEFT, LONG, TOP, WIDTH, placed
from tests.booklet.laying_out import EvenMeasure, text_box, texts_on

if TYPE_CHECKING:
    from generator.booklet.surface import Surface


def lines_of(surface: Surface) -> list[tuple[float, str]]:
    pages, _ = surface.finish()
    return [(text.left, text.text) for text in texts_on(pages[0])]


def test_a_paragraph_is_as_high_as_its_lines_and_says_all_its_words(measure: EvenMeasure) -> None:
    paragraph = Paragraph(LONG, WHOLE_PAGE.body)
    assert paragraph.height(measure, WIDTH) == 3 * WHOLE_PAGE.body.leading
    surface = placed(paragraph)
    assert lines_of(surface) == [
        (LEFT, "one two three four"), (LEFT, "five six seven eight"), (LEFT, "nine ten")
    ]  # fmt: skip
    pages, elements = surface.finish()
    assert [element.role for element in elements] == [Role.DOCUMENT, Role.PARAGRAPH]
    baselines = [text.baseline for text in texts_on(pages[0])]
    assert baselines[1] - baselines[0] == pytest.approx(WHOLE_PAGE.body.leading)
    assert TOP < baselines[0] < TOP + WHOLE_PAGE.body.leading


@pytest.mark.parametrize("text", ["10–30", "10–30, and so on and on"], ids=["short", "too long"])
def test_a_text_that_must_not_be_parted_is_smaller_where_it_is_too_long(
    measure: EvenMeasure, text: str
) -> None:
    style = WHOLE_PAGE.body
    line = OneLine(text, style)
    pages, _ = placed(line).finish()
    [only] = texts_on(pages[0])
    assert only.text == text
    assert text_box(only).right <= LEFT + WIDTH
    is_short = measure.width(text, style.face, style.size) <= WIDTH
    assert (only.size == style.size) == is_short
    assert (line.height(measure, WIDTH) == style.leading) == is_short


def test_a_centred_line_has_as_much_room_on_either_side() -> None:
    pages, _ = placed(Paragraph("four", WHOLE_PAGE.body, centred=True)).finish()
    box = text_box(texts_on(pages[0])[0])
    assert box.left - LEFT == pytest.approx(LEFT + WIDTH - box.right)


def test_a_heading_has_its_role_and_its_bookmark() -> None:
    _, elements = placed(Paragraph("Part", WHOLE_PAGE.heading, Role.HEADING_2, bookmark="Part")).finish()
    assert (elements[1].role, elements[1].bookmark) == (Role.HEADING_2, "Part")


@pytest.mark.parametrize(
    ("numbering", "signs"),
    [
        (ListNumbering.DECIMAL, ["1.", "2."]),
        (ListNumbering.DISC, ["•", "•"]),
        (ListNumbering.NONE, []),
    ],
    ids=["decimal", "disc", "none"],
)
def test_a_list_has_a_label_and_a_body_for_each_item(numbering: ListNumbering, signs: list[str]) -> None:
    items = Items((LONG, "last"), WHOLE_PAGE.body, 4, numbering)
    assert items.label == LONG
    pages, elements = placed(items).finish()
    assert elements[1].role is Role.LIST
    assert elements[1].numbering is numbering
    parts = [Role.LIST_ITEM, *([Role.LABEL] if signs else []), Role.LIST_BODY]
    assert [element.role for element in elements[2:]] == parts * 2
    texts = texts_on(pages[0])
    assert [text.text for text in texts if text.left == LEFT] == signs
    hanging = {text.left for text in texts if text.left != LEFT}
    assert len(hanging) == 1  # lines of one item stand below each other, beside its sign
    assert hanging.pop() > LEFT


def test_a_list_is_as_high_as_what_it_shows(measure: EvenMeasure) -> None:
    items = Items((LONG, "last"), WHOLE_PAGE.body, 5, ListNumbering.DECIMAL)
    pages, _ = placed(items).finish()
    texts = texts_on(pages[0])
    assert texts[-1].baseline + 0.2 * WHOLE_PAGE.body.size <= TOP + items.height(measure, WIDTH)
    assert texts[-1].baseline + WHOLE_PAGE.body.leading > TOP + items.height(measure, WIDTH)
