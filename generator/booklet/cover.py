"""The cover: for whom, from whom, the plan in short, and the routine at a glance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.booklet import style as s
from generator.booklet.blocks import Columns, Panel, Paragraph, Rule, Stack
from generator.booklet.flow import Flow
from generator.booklet.model import Colour, Role, Scope
from generator.booklet.table import Cell, Row, Table
from generator.library.model import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.booklet.blocks import Block
    from generator.booklet.details import Details
    from generator.booklet.sheet import Sheet
    from generator.booklet.wording import Wording
    from generator.library.model import Kit
    from generator.routine.model import Routine

_LABEL_SHARE = (1, 5)  # the width of a name's label beside the name
_NUMBER_COLUMN = 40.0
_PICTURE_COLUMN = 74.0


def lay_out_cover(sheet: Sheet, routine: Routine, details: Details, wording: Wording) -> None:
    """The first page, and the glance on the next one when it is long."""
    flow = Flow(sheet, sheet.element(Role.SECTION))
    label = wording.label
    title = Paragraph(label("cover.title"), s.TITLE, Role.HEADING_1, bookmark=label("cover.title"))
    goals = wording.listed(label(f"goal-plain.{goal}") for goal in routine.plan.goals)
    flow.put(title, Rule(Colour.ACCENT, 3, above=2, below=4))
    flow.put(Paragraph(label("cover.aim", goals=goals), s.LEAD))
    flow.skip(s.GAP_SMALL)
    flow.put(_people(details, wording))
    flow.skip(s.GAP)
    flow.put(heading(label("cover.summary"), Role.HEADING_2), _tiles(routine, details, wording))
    flow.skip(s.GAP)
    flow.put(heading(label("cover.need"), Role.HEADING_2), *_need(routine, wording), gap=s.GAP_SMALL)
    flow.skip(s.GAP_LARGE)
    _glance(flow, routine, wording)


def heading(text: str, role: Role = Role.HEADING_3) -> Paragraph:
    """A part of a page, as it appears in the outline."""
    return Paragraph(text, s.SUBHEADING, role, bookmark=text)


def named_line(name: str, value: str) -> Block:
    """A label and its value side by side, or a line to write on where there is no value."""
    filled: Block = Paragraph(value, s.BODY_BOLD) if value else Rule(Colour.INK, s.HAIRLINE, above=15)
    return Columns((Paragraph(name, s.BODY), filled), _LABEL_SHARE, gap=s.GAP)


def _people(details: Details, wording: Wording) -> Block:
    sender = ", ".join(name for name in (details.clinician, details.clinic) if name)
    lines = [
        named_line(wording.label("cover.for"), details.client),
        named_line(wording.label("cover.from"), sender),
    ]
    lines.append(named_line(wording.label("cover.date"), wording.day(details.date)))
    review = wording.day(details.review) if details.review else ""
    lines.append(named_line(wording.label("cover.review"), review))
    return Stack(tuple(lines), gap=s.GAP_SMALL)


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
                    Paragraph(
                        wording.label(f"cover.tile-{noun}{'' if count == 1 else 's'}"), s.SMALL, centred=True
                    ),
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


def _in_order(groups: Iterable[tuple[Kit, ...]]) -> list[Kit]:
    return list(dict.fromkeys(piece for group in groups for piece in group))


def _glance(flow: Flow, routine: Routine, wording: Wording) -> None:
    label = wording.label
    pictures = flow.sheet.pictures
    names = [f"{chosen.exercise.id}-end" for chosen in routine.chosen]
    has_pictures = any(pictures.proportion(name) for name in names)
    picture_column = (_PICTURE_COLUMN,) if has_pictures else ()
    room = flow.sheet.style.room_width - _NUMBER_COLUMN - sum(picture_column)
    columns = (_NUMBER_COLUMN, *picture_column, room * 0.5, room * 0.5)

    def head(key: str) -> Cell:
        return Cell(label(key), s.SMALL_BOLD, Scope.COLUMN)

    rows = []
    for number, (chosen, name) in enumerate(zip(routine.chosen, names, strict=True), start=1):
        words = wording.words.exercises[chosen.exercise.id]
        cells = [Cell(str(number), s.BODY_BOLD)]
        if has_pictures:
            proportion = pictures.proportion(name)
            cells.append(
                Cell(picture=(name, words.frames["end"].alt, proportion) if proportion else None),
            )
        cells.append(Cell(words.name, s.BODY_BOLD, Scope.ROW))
        cells.append(Cell(wording.chosen_dose(chosen), s.SMALL))
        rows.append(Row(tuple(cells), least_height=27))
    titles = ["cover.glance-number", *(["cover.glance-picture"] if has_pictures else [])]
    titles += ["cover.glance-exercise", "cover.glance-dose"]
    table = Table(columns, tuple(rows), Row(tuple(head(key) for key in titles), fill=Colour.TINT))
    title = heading(label("cover.glance"), Role.HEADING_2)
    measure = flow.sheet.measure
    has_release = any(chosen.exercise.kind is Kind.RELEASE for chosen in routine.chosen)
    lead = Paragraph(label("cover.order-release" if has_release else "cover.order"))
    above = title.style.leading + lead.height(measure, flow.sheet.style.room_width) + 2 * s.GAP
    needed = table.height(measure) + above
    if needed > flow.left_over and needed <= flow.sheet.style.room_height:
        flow.turn()
    flow.put(title, lead)
    table.pour(flow)
