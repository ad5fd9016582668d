"""The tick calendar: exercises and days for each week, left and right apart, pain and effort."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.booklet import style as s
from generator.booklet.blocks.flow import Flow
from generator.booklet.blocks.table import Cell, Row, Table
from generator.booklet.blocks.text import Paragraph
from generator.booklet.blocks.thumbnails import thumbnail_strip
from generator.booklet.model import Colour, Role, Scope
from generator.booklet.parts.cover import heading
from generator.booklet.ticks import DAYS, day_ticks
from generator.booklet.wording import doses_by_week, tick_sides

if TYPE_CHECKING:
    from generator.booklet.details import Details
    from generator.booklet.surface import Sheet
    from generator.booklet.wording import Wording
    from generator.routine.model import Routine

_ROOM = (10.0, 9.0, 8.0, 7.0)  # what a row has beside its tick box, the roomiest first
_WRITE_ROW = 1.15  # a row for a number written by hand is so much higher
_PADDING = 2.2


def lay_out_calendar(sheet: Sheet, routine: Routine, details: Details, wording: Wording) -> None:
    """As many weeks to a page as go on it whole."""
    label = wording.label
    flow = Flow(sheet, sheet.element(Role.SECTION))
    title = label("calendar.title")
    flow.put(Paragraph(title, s.HEADING, Role.HEADING_2, bookmark=title))
    days = wording.counted("day", details.days_per_week)
    flow.put(Paragraph(label("calendar.how-to", days=days)), gap=s.GAP)
    if any(chosen.steps for chosen in routine.chosen):
        flow.put(Paragraph(label("calendar.how-much")), gap=s.GAP)
    strip = thumbnail_strip(routine, wording.words, sheet.pictures)
    if strip:
        flow.put(strip, gap=s.GAP)
    doses = [_doses_of_week(routine, week, details.weeks, wording) for week in range(1, details.weeks + 1)]
    row_height = _roomiest_row(flow, routine, doses, wording)
    for week, notes in enumerate(doses, start=1):
        table = _week(sheet, routine, week, notes, wording, row_height)
        name = heading(label("calendar.week", week=week))
        needed = sheet.look.subheading.leading + s.GAP_SMALL + table.height(sheet.measure)
        # The first week starts below the title, divided if need be, rather than leave that page empty.
        if needed > flow.left_over and flow.top > sheet.style.margin_top and week > 1:
            flow.turn()
        flow.put(name, gap=s.GAP_SMALL)
        table.pour(flow)
        flow.skip(s.GAP_LARGE)


def _doses_of_week(routine: Routine, week: int, weeks: int, wording: Wording) -> tuple[str, ...]:
    """What is due in that week, for each exercise; nothing where it does not change from week to week."""
    return tuple(
        next(
            (
                wording.short_dose(step.dose)
                for step, first, last in doses_by_week(chosen, weeks)
                if first <= week <= last
            ),
            "",
        )
        for chosen in routine.chosen
    )


def _roomiest_row(flow: Flow, routine: Routine, doses: list[tuple[str, ...]], wording: Wording) -> float:
    """The greatest height of rows that puts the most weeks on the first page, or one on any."""
    sheet = flow.sheet

    def weeks_here_and_whole(row: float) -> tuple[int, bool]:
        # The highest week stands for all.
        height = (
            sheet.look.subheading.leading
            + s.GAP_SMALL
            + max(_week(sheet, routine, 1, notes, wording, row).height(sheet.measure) for notes in set(doses))
        )
        here = int((flow.left_over + s.GAP_LARGE) // (height + s.GAP_LARGE))
        return min(len(doses), here), height <= sheet.style.room_height

    return max((sheet.look.tick_box_calendar + room for room in _ROOM), key=weeks_here_and_whole)


def _week(
    sheet: Sheet, routine: Routine, week: int, doses: tuple[str, ...], wording: Wording, row_height: float
) -> Table:
    """The table of a week; `doses` holds what is due of each exercise, where it changes."""
    label = wording.label
    has_sides = any(chosen.sides for chosen in routine.chosen)
    day_column = sheet.look.day_column
    side_column = sheet.look.side_column if has_sides else 0.0
    name_column = sheet.style.room_width - side_column - 7 * day_column
    columns = (name_column, *((side_column,) if has_sides else ()), *(day_column,) * 7)
    wide = 2 if has_sides else 1
    head = Row(
        (
            Cell(label("calendar.exercise"), s.SMALL_BOLD, Scope.COLUMN, span=wide),
            *(Cell(label(f"calendar.{day}"), s.SMALL_BOLD, Scope.COLUMN, centred=True) for day in DAYS),
        ),
        fill=Colour.TINT,
    )
    rows: list[Row] = []
    for number, (chosen, dose) in enumerate(zip(routine.chosen, doses, strict=True), start=1):
        name = f"{number}. {wording.words.exercises[chosen.exercise.id].name}"
        for index, side in enumerate(tick_sides(chosen)):
            if side is None:
                names: tuple[Cell, ...] = (Cell(name, s.SMALL, Scope.ROW, span=wide, note=dose),)
            else:
                whole = Cell(name, s.SMALL, Scope.ROW, rows=len(chosen.sides), note=dose)
                if index:
                    whole = Cell(covered=True)
                names = (whole, Cell(label(f"calendar.{side}"), s.SMALL, Scope.ROW))
            boxes = tuple(Cell(tick=tick) for tick in day_ticks(week, number, chosen, side, wording))
            rows.append(Row((*names, *boxes), least_height=row_height, joined=index > 0))
    for key in ("pain-before", "pain-after", "effort"):
        cells = (Cell(label(f"calendar.{key}"), s.SMALL_BOLD, Scope.ROW, span=wide), *(Cell() for _ in DAYS))
        rows.append(Row(cells, least_height=row_height * _WRITE_ROW, joined=key != "pain-before"))
    return Table(columns, tuple(rows), head, upright=True, padding=_PADDING)
