"""The pieces of a page: how high they are, and where their parts come to stand."""

from __future__ import annotations

import pytest

from generator.booklet import style as s
from generator.booklet.blocks.text import (
    CaptionedPicture,
    Columns,
    Items,
    Panel,
    Paragraph,
    Rule,
    Space,
    Stack,
    Warn,
    warning_sign,
)
from generator.booklet.model import Box, Colour, ListNumbering, Picture, Polyline, Rectangle, Role
from generator.booklet.surface import DOCUMENT, Sheet
from tests.booklet.laying_out import EvenMeasure, blank_sheet, overlapping, text_box, texts_on

LEFT, TOP, WIDTH = 20.0, 20.0, 140.0  # 20 characters of body text

LONG = "one two three four five six seven eight nine ten"  # three lines


def placed(block: Paragraph | Stack | Columns | Panel | Warn | Items | CaptionedPicture | Rule) -> Sheet:
    sheet = blank_sheet()
    sheet.add_page()
    block.place(sheet, DOCUMENT, LEFT, TOP, WIDTH)
    return sheet


def lines_of(sheet: Sheet) -> list[tuple[float, str]]:
    pages, _ = sheet.finish()
    return [(text.left, text.text) for text in texts_on(pages[0])]


def test_a_paragraph_is_as_high_as_its_lines_and_says_all_its_words(measure: EvenMeasure) -> None:
    paragraph = Paragraph(LONG)
    assert paragraph.height(measure, WIDTH) == 3 * s.BODY.leading
    sheet = placed(paragraph)
    assert lines_of(sheet) == [
        (LEFT, "one two three four"), (LEFT, "five six seven eight"), (LEFT, "nine ten")
    ]  # fmt: skip
    pages, elements = sheet.finish()
    assert [element.role for element in elements] == [Role.DOCUMENT, Role.PARAGRAPH]
    baselines = [text.baseline for text in texts_on(pages[0])]
    assert baselines[1] - baselines[0] == pytest.approx(s.BODY.leading)
    assert TOP < baselines[0] < TOP + s.BODY.leading


def test_a_centred_line_has_as_much_room_on_either_side() -> None:
    pages, _ = placed(Paragraph("four", centred=True)).finish()
    box = text_box(texts_on(pages[0])[0])
    assert box.left - LEFT == pytest.approx(LEFT + WIDTH - box.right)


def test_a_heading_has_its_role_and_its_bookmark() -> None:
    _, elements = placed(Paragraph("Part", s.HEADING, Role.HEADING_2, bookmark="Part")).finish()
    assert (elements[1].role, elements[1].bookmark) == (Role.HEADING_2, "Part")


def test_space_takes_room_and_leaves_it_empty(measure: EvenMeasure) -> None:
    sheet = blank_sheet()
    sheet.add_page()
    Space(30).place(sheet, DOCUMENT, LEFT, TOP, WIDTH)
    assert Space(30).height(measure, WIDTH) == 30
    assert Space(30).label == ""
    pages, elements = sheet.finish()
    assert pages[0].marks == ()
    assert len(elements) == 1


def test_a_rule_goes_across_the_whole_width_and_means_nothing_to_a_listener(measure: EvenMeasure) -> None:
    rule = Rule(above=4, below=6, line_width=2)
    assert rule.height(measure, WIDTH) == 12
    pages, elements = placed(rule).finish()
    (mark,) = pages[0].marks
    assert mark.element is None
    assert len(elements) == 1
    (line,) = mark.shapes
    assert isinstance(line, Polyline)
    assert line.points == ((LEFT, TOP + 5), (LEFT + WIDTH, TOP + 5))


def test_a_stack_puts_one_block_below_the_other(measure: EvenMeasure) -> None:
    stack = Stack((Paragraph("first"), Rule(), Paragraph("second")), gap=10, role=Role.SECTION)
    assert stack.height(measure, WIDTH) == 2 * s.BODY.leading + s.HAIRLINE + 20
    assert stack.label == "first"
    pages, elements = placed(stack).finish()
    first, second = texts_on(pages[0])
    assert second.baseline - first.baseline == pytest.approx(s.BODY.leading + s.HAIRLINE + 20)
    assert [(element.role, element.parent) for element in elements[1:]] == [
        (Role.SECTION, DOCUMENT), (Role.PARAGRAPH, 1), (Role.PARAGRAPH, 1)
    ]  # fmt: skip


def test_columns_share_the_width_and_are_read_from_left_to_right(measure: EvenMeasure) -> None:
    columns = Columns((Paragraph(LONG), Paragraph("last")), (3, 1), gap=20)
    assert columns.height(measure, WIDTH) == columns.blocks[0].height(measure, 90)
    assert columns.label == LONG
    lines = lines_of(placed(columns))
    assert lines[-1] == (LEFT + 90 + 20, "last")
    assert {left for left, _ in lines[:-1]} == {LEFT}


def test_panels_side_by_side_end_together(measure: EvenMeasure) -> None:
    panels = Columns((Panel(Paragraph(LONG)), Panel(Paragraph("short"))), (1, 1), gap=20)
    pages, _ = placed(panels).finish()
    boxes = [shape.box for mark in pages[0].marks for shape in mark.shapes if isinstance(shape, Rectangle)]
    assert [box.left for box in boxes] == [LEFT, LEFT + 80]
    assert {box.top for box in boxes} == {TOP}
    assert {box.bottom for box in boxes} == {TOP + panels.height(measure, WIDTH)}


def test_a_panel_keeps_its_text_off_its_edges(measure: EvenMeasure) -> None:
    panel = Panel(Paragraph(LONG), padding=10)
    assert panel.label == LONG
    pages, _ = placed(panel).finish()
    ground, *_ = (
        shape.box for mark in pages[0].marks for shape in mark.shapes if isinstance(shape, Rectangle)
    )
    assert ground == Box(LEFT, TOP, WIDTH, panel.height(measure, WIDTH))
    for text in texts_on(pages[0]):
        box = text_box(text)
        assert box.left >= ground.left + 10
        assert box.right <= ground.right - 10
        assert box.top >= ground.top + 10
        assert box.bottom <= ground.bottom - 10


def test_a_caution_is_framed_in_ink_and_marked_by_a_sign(measure: EvenMeasure) -> None:
    caution = Warn((("Take care", ("Stop if it hurts.",)),))
    assert caution.label == "Stop if it hurts."
    pages, elements = placed(caution).finish()
    frame = next(shape for shape in pages[0].marks[0].shapes if isinstance(shape, Rectangle))
    assert (frame.fill, frame.stroke) == (Colour.PAPER, Colour.INK)
    assert frame.line_width >= 1.5
    assert frame.box == Box(LEFT, TOP, WIDTH, caution.height(measure, WIDTH))
    assert [element.role for element in elements[1:]] == [Role.HEADING_3, Role.PARAGRAPH]
    sign = Box(frame.box.left + s.PADDING, frame.box.top, 26, frame.box.height)
    for text in texts_on(pages[0]):
        box = text_box(text)
        assert not overlapping(box, sign)
        assert box.right <= frame.box.right
        assert frame.box.top < box.top < box.bottom < frame.box.bottom


def test_the_warning_sign_shows_in_black_and_white() -> None:
    room = Box(10, 20, 30, 30)
    triangle, stem, dot = warning_sign(room)
    assert isinstance(triangle, Polyline)
    assert isinstance(stem, Polyline)
    assert isinstance(dot, Rectangle)
    assert triangle.fill is Colour.INK
    assert stem.stroke is dot.fill is Colour.PAPER
    for x, y in (
        *triangle.points,
        *stem.points,
        (dot.box.left, dot.box.top),
        (dot.box.right, dot.box.bottom),
    ):
        assert room.left <= x <= room.right
        assert room.top <= y <= room.bottom


@pytest.mark.parametrize(
    ("numbering", "signs"),
    [
        (ListNumbering.DECIMAL, ["1.", "2."]),
        (ListNumbering.DISC, ["•", "•"]),
        (ListNumbering.NONE, []),
    ],
)
def test_a_list_has_a_label_and_a_body_for_each_item(numbering: ListNumbering, signs: list[str]) -> None:
    items = Items((LONG, "last"), numbering)
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
    items = Items((LONG, "last"), ListNumbering.DECIMAL, gap=5)
    pages, _ = placed(items).finish()
    texts = texts_on(pages[0])
    assert texts[-1].baseline + 0.2 * s.BODY.size <= TOP + items.height(measure, WIDTH)
    assert texts[-1].baseline + s.BODY.leading > TOP + items.height(measure, WIDTH)


@pytest.mark.parametrize(("proportion", "drawn"), [(0.5, (50, 100)), (1.0, (100, 100)), (2.8, (140, 50))])
def test_a_picture_keeps_its_proportion_and_stands_on_its_caption(
    proportion: float, drawn: tuple[float, float], measure: EvenMeasure
) -> None:
    picture = CaptionedPicture("cat-start", "On hands and knees.", "Start: flat back", proportion, 100)
    assert picture.label == "Start: flat back"
    pages, elements = placed(picture).finish()
    figure, caption = elements[1:]
    assert (figure.role, figure.alt) == (Role.FIGURE, "On hands and knees.")
    assert caption.role is Role.PARAGRAPH
    (shape,) = pages[0].marks[0].shapes
    assert isinstance(shape, Picture)
    assert (shape.box.width, shape.box.height) == pytest.approx(drawn)
    assert shape.box.left - LEFT == pytest.approx(LEFT + WIDTH - shape.box.right)
    assert shape.box.bottom == pytest.approx(TOP + 100)
    line = text_box(texts_on(pages[0])[0])
    assert shape.box.bottom < line.top
    assert line.bottom < TOP + picture.height(measure, WIDTH)
