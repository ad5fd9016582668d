"""Tables over pages: rows kept whole, the head on each page, header cells with what they head."""

from __future__ import annotations

import pytest

from generator.booklet.blocks.flow import Flow
from generator.booklet.blocks.table import Cell, Row, Table, tick_box
from generator.booklet.blocks.thumbnails import Thumbnail
from generator.booklet.model import Box, Colour, Page, Picture, Polyline, Rectangle, Role, Scope
from generator.booklet.style import WHOLE_PAGE
from generator.booklet.ticks import Tick
from generator.problems import DoesNotFitError
from tests.booklet.laying_out import Blank, EvenMeasure, blank_surface, is_tick_box, text_box, texts_on

HEAD = Row(
    (Cell("Day", WHOLE_PAGE.small.bold, Scope.COLUMN), Cell("Done", WHOLE_PAGE.small.bold, Scope.COLUMN))
)
ROOM = 260.0


def row(name: str, *, high: float = 40, joined: bool = False) -> Row:
    tick = Tick(f"done/{name}", f"Done: {name}")
    return Row((Cell(name, WHOLE_PAGE.small, Scope.ROW), Cell(tick=tick)), least_height=high, joined=joined)


def table(*rows: Row, head: Row | None = HEAD) -> Table:
    return Table((100, 100), rows, WHOLE_PAGE, head)


def texts(page: Page) -> list[str]:
    return [text.text for text in texts_on(page)]


def test_cells_stand_in_their_columns_and_rows_below_each_other(measure: EvenMeasure) -> None:
    surface = blank_surface()
    flow = Flow(surface)
    week = table(row("Mon"), row("Tue"))
    week.pour(flow)
    (page,), elements = surface.finish()
    assert flow.top == pytest.approx(20 + week.height(measure))
    assert texts(page) == ["Day", "Done", "Mon", "Tue"]
    day, done, monday, tuesday = (text_box(text) for text in texts_on(page))
    assert day.left == monday.left == tuesday.left == 25
    assert done.left == 125
    assert tuesday.top - monday.top == pytest.approx(40)
    ticks = [shape.box for mark in page.marks for shape in mark.shapes if is_tick_box(shape)]
    middles = [(box.left + box.width / 2, box.top + box.height / 2) for box in ticks]
    assert [x for x, _ in middles] == [170, 170]
    assert middles[0][1] == pytest.approx((monday.top + monday.bottom) / 2, abs=2)
    rows = [index for index, each in enumerate(elements) if each.role is Role.TABLE_ROW]
    cells = [(each.role, each.scope) for each in elements if each.parent in rows]
    assert cells == [
        (Role.HEADER_CELL, Scope.COLUMN), (Role.HEADER_CELL, Scope.COLUMN),
        (Role.HEADER_CELL, Scope.ROW), (Role.DATA_CELL, None),
        (Role.HEADER_CELL, Scope.ROW), (Role.DATA_CELL, None),
    ]  # fmt: skip


def test_the_head_is_repeated_for_the_eye_but_not_for_the_ear() -> None:
    surface = blank_surface()
    table(*(row(f"row {number}") for number in range(1, 9))).pour(Flow(surface))
    pages, elements = surface.finish()
    assert [texts(page)[:2] for page in pages] == [["Day", "Done"]] * 2
    names = [text for page in pages for text in texts(page) if text.startswith("row")]
    assert names == [f"row {number}" for number in range(1, 9)]
    assert sum(each.scope is Scope.COLUMN for each in elements) == 2
    assert sum(each.role is Role.TABLE for each in elements) == 1
    repeated = [
        mark for mark in pages[1].marks if any(shape in texts_on(pages[1])[:2] for shape in mark.shapes)
    ]
    assert [mark.element for mark in repeated] == [None, None]
    for page in pages:
        assert all(text_box(text).bottom <= 280 for text in texts_on(page))


def test_joined_rows_stay_on_one_page() -> None:
    surface = blank_surface()
    rows = [row(f"row {number}") for number in range(1, 6)]
    table(*rows, row("left"), row("right", joined=True)).pour(Flow(surface))
    pages, _ = surface.finish()
    assert texts(pages[0])[2:] == [f"row {number}" for number in range(1, 6)]
    assert texts(pages[1])[2:] == ["left", "right"]


def test_a_table_that_starts_low_takes_its_head_along() -> None:
    surface = blank_surface()
    flow = Flow(surface)
    flow.put(Blank(ROOM - 50), gap=0)
    table(row("Mon")).pour(flow)
    pages, elements = surface.finish()
    assert [texts(page) for page in pages] == [[], ["Day", "Done", "Mon"]]
    assert sum(each.scope is Scope.COLUMN for each in elements) == 2


def test_a_row_that_no_page_can_hold_is_named() -> None:
    flow = Flow(blank_surface())
    with pytest.raises(DoesNotFitError, match=r"“word word .*…” needs \d+ points of height, a page has room"):
        table(row("word " * 120)).pour(flow)


def test_a_cell_over_two_rows_stands_beside_both(measure: EvenMeasure) -> None:
    surface = blank_surface()
    name = Cell("Cat", WHOLE_PAGE.small, Scope.ROW, rows=2)
    rows = (
        Row((name, Cell("left", WHOLE_PAGE.small, Scope.ROW)), least_height=30),
        Row((Cell(covered=True), Cell("right", WHOLE_PAGE.small, Scope.ROW)), least_height=30, joined=True),
    )
    pair = table(*rows, head=None)
    assert pair.height(measure) == 60
    pair.pour(Flow(surface))
    (page,), elements = surface.finish()
    cat, left, right = (text_box(text) for text in texts_on(page))
    assert cat.top - left.top == right.top - cat.top == 15
    assert [each.row_span for each in elements if each.role is Role.HEADER_CELL] == [2, 1, 1]
    assert [each.parent for each in elements if each.role is Role.HEADER_CELL] == [2, 2, 5]
    # No rule runs through the cell over two rows.
    rules = [shape.points for mark in page.marks for shape in mark.shapes if isinstance(shape, Polyline)]
    assert ((20, 50), (120, 50)) not in rules
    assert ((120, 50), (220, 50)) in rules


def test_a_cell_over_two_columns_says_so_and_takes_their_width(measure: EvenMeasure) -> None:
    surface = blank_surface()
    words = Cell("twenty characters is wider than one", WHOLE_PAGE.small, span=2)
    wide = table(Row((words,)), head=None)
    assert wide.height(measure) == 2 * WHOLE_PAGE.small.leading + 10
    wide.pour(Flow(surface))
    _, elements = surface.finish()
    assert elements[-1].column_span == 2


def test_lines_between_columns_only_where_cells_are_filled_in_by_hand() -> None:
    def upright_lines(*, upright: bool) -> list[float]:
        surface = blank_surface()
        Table((100, 100), (row("Mon"),), WHOLE_PAGE, upright=upright).pour(Flow(surface))
        (page,), _ = surface.finish()
        lines = [shape.points for mark in page.marks for shape in mark.shapes if isinstance(shape, Polyline)]
        return [start[0] for start, end in lines if start[0] == end[0]]

    assert upright_lines(upright=False) == []
    assert upright_lines(upright=True) == [120]


def test_a_rows_ground_lies_below_its_text() -> None:
    surface = blank_surface()
    table(Row((Cell("a"), Cell("b")), fill=Colour.TINT), head=None).pour(Flow(surface))
    (page,), _ = surface.finish()
    (ground,) = page.marks[0].shapes
    assert isinstance(ground, Rectangle)
    assert (ground.fill, ground.box.left, ground.box.width) == (Colour.TINT, 20, 200)
    assert page.marks[0].element is None


@pytest.mark.parametrize("proportion", [0.5, 2.4, 8.0], ids="proportion {}".format)
def test_a_thumbnail_fits_its_cell_in_its_own_proportion(proportion: float) -> None:
    surface = blank_surface()
    picture = Cell(picture=Thumbnail("cat-end", "A rounded back.", proportion))
    thumbnails = Table((50, 100), (Row((picture, Cell("Cat"))),), WHOLE_PAGE)
    thumbnails.pour(Flow(surface))
    (page,), elements = surface.finish()
    (box,) = (shape.box for mark in page.marks for shape in mark.shapes if isinstance(shape, Picture))
    assert box.width / box.height == pytest.approx(proportion)
    assert box.left >= 25
    assert box.right <= 65
    assert box.height <= WHOLE_PAGE.thumbnail_height
    assert [each.alt for each in elements if each.role is Role.FIGURE] == ["A rounded back."]


def test_a_tick_box_stands_in_the_middle_and_is_empty() -> None:
    square = tick_box(Box(10, 20, 40, 30), WHOLE_PAGE)
    assert square.box == Box(30 - 6.5, 35 - 6.5, 13, 13)
    assert (square.fill, square.stroke) == (Colour.PAPER, Colour.INK)


def test_a_note_stands_below_its_text_quietly_in_the_same_cell(measure: EvenMeasure) -> None:
    surface = blank_surface()
    noted = Row((Cell("Cat", WHOLE_PAGE.small.bold, Scope.ROW, note="15 slow times there and back"), Cell()))
    week = table(noted, row("Tue"), head=None)
    week.pour(Flow(surface))
    (page,), elements = surface.finish()
    name, *note = texts_on(page)[:-1]
    assert (name.text, " ".join(line.text for line in note)) == ("Cat", "15 slow times there and back")
    assert [line.colour for line in note] == [Colour.QUIET] * 2
    assert [line.baseline for line in note] == sorted(line.baseline for line in note)
    assert note[0].baseline - name.baseline == pytest.approx(WHOLE_PAGE.small.leading)
    assert week.row_height(measure, noted) == pytest.approx(3 * WHOLE_PAGE.small.leading + 2 * week.padding)
    marked = [mark.element for mark in page.marks if any(shape in mark.shapes for shape in (name, *note))]
    assert len(set(marked)) == 1
    assert marked[0] is not None
    assert elements[marked[0]].role is Role.HEADER_CELL
