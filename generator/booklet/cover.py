"""The cover: for whom, from whom, the plan in short, and the routine at a glance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.booklet import style as s
from generator.booklet.blocks import Columns, Panel, Paragraph, Rule, Stack
from generator.booklet.flow import Flow
from generator.booklet.model import Colour, Role, Scope
from generator.booklet.table import Cell, Row, Table
from generator.booklet.thumbnails import thumbnail_of
from generator.booklet.wording import doses_by_week
from generator.library.vocabulary import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.booklet.blocks import Block
    from generator.booklet.details import Details
    from generator.booklet.sheet import Sheet
    from generator.booklet.wording import Wording
    from generator.routine.model import Routine

_PEOPLE_SHARES = (1.15, 1)  # names need more width than dates
_NAME_LABEL, _DATE_LABEL = (1, 5), (1, 1.7)  # the width of a label beside its value
_GAP = 11.0
_TWO_COLUMNS = 33.0  # times the size of the text: room for names and dates side by side
_NUMBER_COLUMN, _PICTURE_COLUMN = 2.43, 5.29  # widths, times the size of the text
_NAME_SHARE = 0.48  # of the width that number and picture leave
_ROW = 25.0
_TITLE_DROP = 90.0


def lay_out_cover(sheet: Sheet, routine: Routine, details: Details, wording: Wording) -> bool:
    """The first page; returns whether the glance found room on it.

    A long glance gets a page of its own, after the page "Before you start", which is always the second.
    """
    flow = Flow(sheet, sheet.element(Role.SECTION))
    label = wording.label
    goals = wording.listed(label(f"goal-plain.{goal}") for goal in routine.goals or routine.plan.goals)
    title = Paragraph(label("cover.title"), s.TITLE, Role.HEADING_1, bookmark=label("cover.title"))
    blocks: tuple[Block, ...] = (
        Stack((title, Rule(Colour.ACCENT, 3, above=2, below=4))),
        Paragraph(label("cover.aim", goals=goals), s.LEAD),
        *_goals_left_out(routine, wording),
        _people(sheet, details, wording),
        Stack((heading(label("cover.summary"), Role.HEADING_2), _tiles(routine, details, wording)), s.GAP),
        Stack((heading(label("cover.need"), Role.HEADING_2), *_need(routine, wording))),
    )
    glance_title, table = _glance(sheet, routine, details.weeks, wording)
    measure, width = sheet.measure, sheet.style.room_width
    above = sum(block.height(measure, width) + _GAP for block in blocks)
    glance = glance_title.height(measure, width) + s.GAP + table.height(measure)
    fits = above + glance <= sheet.style.room_height
    if not fits:
        # The cover's title then stands lower, as on a book.
        flow.skip(max(0.0, min(_TITLE_DROP, sheet.style.room_height - above)))
    for block in blocks:
        flow.put(block, gap=_GAP)
    if fits:
        flow.put(glance_title)
        table.pour(flow)
    return fits


def lay_out_glance(sheet: Sheet, routine: Routine, details: Details, wording: Wording) -> None:
    """The routine at a glance on a page of its own."""
    flow = Flow(sheet, sheet.element(Role.SECTION))
    title, table = _glance(sheet, routine, details.weeks, wording)
    flow.put(title)
    table.pour(flow)


def _goals_left_out(routine: Routine, wording: Wording) -> list[Block]:
    """What the client wanted and cannot safely work on for now, and why: a sentence for each reason."""
    goals: dict[str, list[str]] = {}
    for reason in routine.goals_left_out:
        if reason.code == "goal-unsafe":
            values = dict(reason.values)
            goals.setdefault(values["conditions"], []).append(wording.label(f"goal-plain.{values['goal']}"))
    return [
        Paragraph(
            wording.label(
                "cover.goal-left-out",
                goal=wording.listed(plain),
                conditions=wording.value("conditions", conditions),
            )
        )
        for conditions, plain in goals.items()
    ]


def heading(text: str, role: Role = Role.HEADING_3) -> Paragraph:
    """A part of a page, as it appears in the outline."""
    return Paragraph(text, s.SUBHEADING, role, bookmark=text)


def named_line(name: str, value: str, shares: tuple[float, float] = (1, 5)) -> Block:
    """A label and its value side by side, or a line to write on where there is no value."""
    filled: Block = Paragraph(value, s.BODY_BOLD) if value else Rule(Colour.INK, s.HAIRLINE, above=15)
    return Columns((Paragraph(name, s.BODY), filled), shares, gap=s.GAP)


def _people(sheet: Sheet, details: Details, wording: Wording) -> Block:
    """Names in the left column, dates in the right one; below each other on a narrow page."""
    sender = ", ".join(name for name in (details.clinician, details.clinic) if name)
    review = wording.day(details.review) if details.review else ""
    names = (("for", details.client), ("from", sender))
    dates = (("date", wording.day(details.date)), ("review", review))
    if sheet.style.room_width < _TWO_COLUMNS * sheet.look.body.size:
        lines = (named_line(wording.label(f"cover.{name}"), value) for name, value in (*names, *dates))
        return Stack(tuple(lines))
    columns = tuple(
        Stack(tuple(named_line(wording.label(f"cover.{name}"), value, share) for name, value in pairs))
        for pairs, share in ((names, _NAME_LABEL), (dates, _DATE_LABEL))
    )
    return Columns(columns, _PEOPLE_SHARES)


def _tiles(routine: Routine, details: Details, wording: Wording) -> Block:
    figures = (
        ("exercise", len(routine.chosen)),
        ("minute", routine.minutes),
        ("day", details.days_per_week),
        ("week", details.weeks),
    )
    tiles = tuple(
        Panel(
            Stack(
                (
                    Paragraph(str(count), s.FIGURE_TILE, centred=True),
                    Paragraph(wording.plural(f"cover.tile-{noun}", count), s.SMALL, centred=True),
                ),
                gap=0,
            ),
            padding=7,
        )
        for noun, count in figures
    )
    return Columns(tiles, (1,) * len(tiles), gap=10)


def _need(routine: Routine, wording: Wording) -> list[Block]:
    needed = _in_order(chosen.exercise.kit_needed for chosen in routine.chosen)
    optional = _in_order(chosen.exercise.kit_optional for chosen in routine.chosen)
    extra = [piece for piece in optional if piece not in needed]
    lines: list[Block] = []
    if needed:
        text = wording.label("cover.need-list", kit=wording.kit(needed))
        lines.append(Paragraph(text[0].upper() + text[1:]))
    else:
        lines.append(Paragraph(wording.label("cover.need-nothing")))
    if extra:
        lines.append(Paragraph(wording.label("cover.need-optional", kit=wording.kit(extra))))
    return lines


def _in_order(groups: Iterable[tuple[str, ...]]) -> list[str]:
    return list(dict.fromkeys(piece for group in groups for piece in group))


def _glance(sheet: Sheet, routine: Routine, weeks: int, wording: Wording) -> tuple[Block, Table]:
    """Heading and lead, and a table with a row for each exercise."""
    label = wording.label
    thumbnails = [thumbnail_of(chosen, wording.words, sheet.pictures) for chosen in routine.chosen]
    has_pictures = any(thumbnails)
    has_release = any(chosen.exercise.kind is Kind.RELEASE for chosen in routine.chosen)
    lead = label("cover.order-release" if has_release else "cover.order")
    title = Stack((heading(label("cover.glance"), Role.HEADING_2), Paragraph(lead)))
    shares = (_NUMBER_COLUMN, *((_PICTURE_COLUMN,) if has_pictures else ()))
    columns = tuple(share * sheet.look.body.size for share in shares)
    room = sheet.style.room_width - sum(columns)
    rows = []
    for number, (chosen, thumbnail) in enumerate(zip(routine.chosen, thumbnails, strict=True), start=1):
        words = wording.words.exercises[chosen.exercise.id]
        cells = [
            Cell(str(number), s.BODY_BOLD),
            *([Cell(picture=thumbnail)] if has_pictures else []),
            Cell(words.name, s.BODY_BOLD, Scope.ROW),
            Cell(wording.chosen_dose(chosen), s.SMALL),
        ]
        rows.append(Row(tuple(cells), least_height=_ROW))
    changes = any(len(doses_by_week(chosen, weeks)) > 1 for chosen in routine.chosen)
    dose = "dose-first" if changes else "dose"
    keys = ("number", *(("picture",) if has_pictures else ()), "exercise", dose)
    head = tuple(Cell(label(f"cover.glance-{key}"), s.SMALL_BOLD, Scope.COLUMN) for key in keys)
    return title, Table(
        (*columns, room * _NAME_SHARE, room * (1 - _NAME_SHARE)),
        tuple(rows),
        Row(head, fill=Colour.TINT),
        padding=4.0,
    )
