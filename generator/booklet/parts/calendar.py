"""The tick calendar: exercises and days for each week, left and right apart, pain and effort."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.booklet.blocks.flow import Flow
from generator.booklet.blocks.table import Cell, Row, Table
from generator.booklet.blocks.text import Paragraph, heading
from generator.booklet.blocks.thumbnails import thumbnail_strip
from generator.booklet.model import Colour, Role, Scope
from generator.booklet.style import ROUNDING
from generator.booklet.ticks import DAYS, day_ticks
from generator.booklet.wording import doses_by_week, tick_sides

if TYPE_CHECKING:
    from generator.booklet.content import Content
    from generator.booklet.surface import Surface

_ROOM = (10.0, 9.0, 8.0, 7.0)  # what a row has beside its tick box, the roomiest first
_WRITE_ROW = 1.15  # a row for a number written by hand is this much higher
_PADDING = 2.2


def lay_out_calendar(surface: Surface, content: Content) -> None:
    """As many weeks to a page as go on it whole."""
    routine, details, wording, look = content.routine, content.details, content.wording, surface.look
    label = wording.label
    flow = Flow(surface, surface.element(Role.SECTION))
    flow.put(heading(label("calendar.title"), look.heading, Role.HEADING_2))
    days = wording.counted("day", details.days_per_week)
    flow.put(Paragraph(label("calendar.how-to", days=days), look.body))
    if any(chosen.steps for chosen in routine.chosen):
        flow.put(Paragraph(label("calendar.how-much"), look.body))
    strip = thumbnail_strip(content, surface.pictures, look)
    if strip:
        flow.put(strip)
    doses = [_doses_of_week(content, week) for week in range(1, details.weeks + 1)]
    row_height = _roomiest_row(flow, content, doses)
    for week, notes in enumerate(doses, start=1):
        table = _week(surface, content, week, notes, row_height)
        name = heading(label("calendar.week", week=week), look.subheading)
        needed = look.subheading.leading + look.gap_small + table.height(surface.measure)
        # The first week starts below the title, divided if need be, rather than leave that page empty.
        if needed > flow.left_over and flow.top > surface.page_style.margin_top and week > 1:
            flow.turn()
        flow.put(name, gap=look.gap_small)
        table.pour(flow)
        flow.skip(look.gap_large)


def _doses_of_week(content: Content, week: int) -> tuple[str, ...]:
    """What is due in that week, for each exercise; nothing where it does not change from week to week."""
    return tuple(
        next(
            (
                content.wording.short_dose(step.dose)
                for step, first, last in doses_by_week(chosen, content.details.weeks)
                if first <= week <= last
            ),
            "",
        )
        for chosen in content.routine.chosen
    )


def _roomiest_row(flow: Flow, content: Content, doses: list[tuple[str, ...]]) -> float:
    """The greatest height of rows that puts the most weeks on the first page, or one on any."""
    surface, look = flow.surface, flow.surface.look

    def weeks_here_and_whole(row: float) -> tuple[int, bool]:
        # The highest week stands for all.
        height = (
            look.subheading.leading
            + look.gap_small
            + max(_week(surface, content, 1, notes, row).height(surface.measure) for notes in set(doses))
        )
        here = int((flow.left_over + look.gap_large) // (height + look.gap_large))
        return min(len(doses), here), height <= surface.page_style.room_height + ROUNDING

    return max((look.tick_box_calendar + room for room in _ROOM), key=weeks_here_and_whole)


def _week(surface: Surface, content: Content, week: int, doses: tuple[str, ...], row_height: float) -> Table:
    """The table of a week; `doses` holds what is due of each exercise, where it changes."""
    routine, wording, look = content.routine, content.wording, surface.look
    label = wording.label
    has_sides = any(chosen.sides for chosen in routine.chosen)
    day_column = look.day_column
    side_column = look.side_column if has_sides else 0.0
    name_column = surface.page_style.room_width - side_column - 7 * day_column
    columns = (name_column, *((side_column,) if has_sides else ()), *(day_column,) * 7)
    wide = 2 if has_sides else 1
    head = Row(
        (
            Cell(label("calendar.exercise"), look.small.bold, Scope.COLUMN, span=wide),
            *(Cell(label(f"calendar.{day}"), look.small.bold, Scope.COLUMN, centred=True) for day in DAYS),
        ),
        fill=Colour.TINT,
    )
    rows: list[Row] = []
    for number, (chosen, dose) in enumerate(zip(routine.chosen, doses, strict=True), start=1):
        name = f"{number}. {wording.words.exercises[chosen.exercise.id].name}"
        for index, side in enumerate(tick_sides(chosen)):
            if side is None:
                names: tuple[Cell, ...] = (Cell(name, None, Scope.ROW, span=wide, note=dose),)
            else:
                whole = Cell(name, None, Scope.ROW, rows=len(chosen.sides), note=dose)
                if index:
                    whole = Cell(covered=True)
                names = (whole, Cell(label(f"calendar.{side}"), None, Scope.ROW))
            boxes = tuple(Cell(tick=tick) for tick in day_ticks(week, number, chosen, side, wording))
            rows.append(Row((*names, *boxes), least_height=row_height, joined=index > 0))
    for key in ("pain-before", "pain-after", "effort"):
        cells = (
            Cell(label(f"calendar.{key}"), look.small.bold, Scope.ROW, span=wide),
            *(Cell() for _ in DAYS),
        )
        rows.append(Row(cells, least_height=row_height * _WRITE_ROW, joined=key != "pain-before"))
    return Table(columns, tuple(rows), look, head, upright=True, padding=_PADDING)
