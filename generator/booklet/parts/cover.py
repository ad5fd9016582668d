"""The cover: for whom, from whom, the plan in short, and the routine at a glance."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.booklet.blocks.containers import Block, Columns, Stack, panel
from generator.booklet.blocks.flow import Flow
from generator.booklet.blocks.lines import Rule, named_line
from generator.booklet.blocks.table import Cell, Row, Table
from generator.booklet.blocks.text import Paragraph, heading
from generator.booklet.blocks.thumbnails import thumbnail_of
from generator.booklet.model import Colour, Role, Scope
from generator.booklet.parts.sign_key import sign_key
from generator.booklet.style import ROUNDING
from generator.booklet.wording import Wording, capitalised, doses_by_week
from generator.library.vocabulary import Kind
from generator.routine.reasons import GoalUnsafe

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.booklet.content import Content
    from generator.booklet.style import Look
    from generator.booklet.surface import Surface
    from generator.routine.model import Routine

_PEOPLE_SHARES = (1.15, 1)  # names need more width than dates
_NAME_LABEL, _DATE_LABEL = (1, 5), (1, 1.7)  # the width of a label beside its value
_GAP = 11.0
_TWO_COLUMNS = 33.0  # times the size of the text: room for names and dates side by side
_NUMBER_COLUMN, _PICTURE_COLUMN = 2.43, 6.3  # widths, times the size of the text
_NAME_SHARE = 0.48  # of the width that number and picture leave
_ROW = 25.0
_TITLE_DROP = 90.0
_TILE_PADDING = 7 / 11  # of a panel's


class Placed(NamedTuple):
    """What has found room: the routine at a glance, and below it what the signs mean."""

    glance: bool
    key: bool


def lay_out_cover(surface: Surface, content: Content) -> Placed:
    """The first page; returns what of the glance and the meaning of the signs found room on it.

    A long glance gets a page of its own, after the page "Before you start", which is always the second.
    """
    routine, wording, look = content.routine, content.wording, surface.look
    flow = Flow(surface, surface.element(Role.SECTION))
    label = wording.label
    goals = wording.listed(label(f"goal-plain.{goal}") for goal in routine.goals or routine.plan.goals)
    title = heading(label("cover.title"), look.title, Role.HEADING_1)

    def part(name: str, *below: Block, gap: float) -> Stack:
        return Stack((heading(label(f"cover.{name}"), look.subheading, Role.HEADING_2), *below), gap)

    blocks: tuple[Block, ...] = (
        Stack((title, Rule(Colour.ACCENT, 2 * look.rule, above=2, below=4)), look.gap_small),
        Paragraph(label("cover.aim", goals=goals), look.lead),
        *_goals_left_out(routine, look, wording),
        _people(surface, content),
        part("summary", _tiles(content, look), gap=look.gap),
        part("need", *_need(routine, look, wording), gap=look.gap_small),
    )
    glance_title, table = _glance(surface, content)
    measure, width = surface.measure, surface.page_style.room_width
    above = sum(block.height(measure, width) + _GAP for block in blocks)
    glance = glance_title.height(measure, width) + look.gap + table.height(measure)
    fits = above + glance <= surface.page_style.room_height + ROUNDING
    if not fits:
        # The cover's title then stands lower, as on a book.
        flow.skip(max(0.0, min(_TITLE_DROP, surface.page_style.room_height - above)))
    for block in blocks:
        flow.put(block, gap=_GAP)
    if fits:
        flow.put(glance_title)
        table.pour(flow)
    return Placed(fits, fits and _key_if_it_fits(flow, content))


def lay_out_glance(surface: Surface, content: Content) -> bool:
    """The routine at a glance on a page of its own; returns whether what the signs mean found room below."""
    flow = Flow(surface, surface.element(Role.SECTION))
    title, table = _glance(surface, content)
    flow.put(title)
    table.pour(flow)
    return _key_if_it_fits(flow, content)


def _key_if_it_fits(flow: Flow, content: Content) -> bool:
    """What the signs mean, which the glance shows for the first time; returns whether it stands there."""
    surface = flow.surface
    width = surface.page_style.room_width
    key = sign_key(content, surface.pictures, surface.look, width)
    if key is None:
        return False
    flow.skip(_GAP)
    if key.height(surface.measure, width) > flow.left_over:
        return False
    flow.put(key)
    return True


def _goals_left_out(routine: Routine, look: Look, wording: Wording) -> list[Block]:
    """What the client wanted and cannot safely work on for now, and why: a sentence for each reason."""
    goals: dict[tuple[str, ...], list[str]] = {}
    for reason in routine.goals_left_out:
        if isinstance(reason, GoalUnsafe):
            goals.setdefault(reason.conditions, []).append(wording.label(f"goal-plain.{reason.goal}"))
    return [
        Paragraph(
            wording.label(
                "cover.goal-left-out",
                goal=wording.listed(plain),
                conditions=wording.value("conditions", conditions),
            ),
            look.body,
        )
        for conditions, plain in goals.items()
    ]


def _people(surface: Surface, content: Content) -> Block:
    """Names in the left column, dates in the right one; below each other on a narrow page."""
    details, wording, look = content.details, content.wording, surface.look
    sender = ", ".join(name for name in (details.clinician, details.clinic) if name)
    review = wording.day(details.review) if details.review else ""
    names = (("for", details.client), ("from", sender))
    dates = (("date", wording.day(details.date)), ("review", review))
    if surface.page_style.room_width < _TWO_COLUMNS * look.body.size:
        lines = (named_line(wording.label(f"cover.{name}"), value, look) for name, value in (*names, *dates))
        return Stack(tuple(lines), look.gap_small)
    columns = tuple(
        Stack(
            tuple(named_line(wording.label(f"cover.{name}"), value, look, share) for name, value in pairs),
            look.gap_small,
        )
        for pairs, share in ((names, _NAME_LABEL), (dates, _DATE_LABEL))
    )
    return Columns(columns, _PEOPLE_SHARES, look.gap_large)


def _tiles(content: Content, look: Look) -> Block:
    routine, details, wording = content.routine, content.details, content.wording
    figures = (
        ("exercise", len(routine.chosen)),
        ("minute", routine.minutes),
        ("day", details.days_per_week),
        ("week", details.weeks),
    )
    tiles = tuple(
        panel(
            Stack(
                (
                    Paragraph(str(count), look.figure_tile, centred=True),
                    Paragraph(
                        wording.plural(f"cover.tile-{noun}", count),
                        look.small,
                        centred=True,
                    ),
                ),
                gap=0,
            ),
            look,
            _TILE_PADDING,
        )
        for noun, count in figures
    )
    return Columns(tiles, (1,) * len(tiles), gap=10)


def _need(routine: Routine, look: Look, wording: Wording) -> list[Block]:
    needed = _in_order(chosen.exercise.kit_in(chosen.position) for chosen in routine.chosen)
    optional = _in_order(chosen.exercise.kit_optional for chosen in routine.chosen)
    extra = [piece for piece in optional if piece not in needed]
    lines: list[Block] = []
    if needed:
        text = wording.label("cover.need-list", kit=wording.kit(needed))
        lines.append(Paragraph(capitalised(text), look.body))
    else:
        lines.append(Paragraph(wording.label("cover.need-nothing"), look.body))
    if extra:
        lines.append(Paragraph(wording.label("cover.need-optional", kit=wording.kit(extra)), look.body))
    return lines


def _in_order(groups: Iterable[tuple[str, ...]]) -> list[str]:
    return list(dict.fromkeys(piece for group in groups for piece in group))


def _glance(surface: Surface, content: Content) -> tuple[Block, Table]:
    """Heading and lead, and a table with a row for each exercise."""
    routine, wording, look = content.routine, content.wording, surface.look
    label = wording.label
    thumbnails = [thumbnail_of(chosen, content, surface.pictures) for chosen in routine.chosen]
    has_pictures = any(thumbnails)
    has_release = any(chosen.exercise.kind is Kind.RELEASE for chosen in routine.chosen)
    lead = label("cover.order-release" if has_release else "cover.order")
    title = Stack(
        (heading(label("cover.glance"), look.subheading, Role.HEADING_2), Paragraph(lead, look.body)),
        look.gap_small,
    )
    shares = (_NUMBER_COLUMN, *((_PICTURE_COLUMN,) if has_pictures else ()))
    columns = tuple(share * look.body.size for share in shares)
    room = surface.page_style.room_width - sum(columns)
    rows = []
    for number, (chosen, thumbnail) in enumerate(zip(routine.chosen, thumbnails, strict=True), start=1):
        words = wording.words.exercises[chosen.exercise.id]
        cells = [
            Cell(str(number), look.body.bold),
            *([Cell(picture=thumbnail)] if has_pictures else []),
            Cell(words.name, look.body.bold, Scope.ROW, clear=2 * look.gap_small),
            Cell(wording.chosen_dose(chosen)),
        ]
        rows.append(Row(tuple(cells), least_height=_ROW))
    changes = any(len(doses_by_week(chosen, content.details.weeks)) > 1 for chosen in routine.chosen)
    dose = "dose-first" if changes else "dose"
    keys = ("number", *(("picture",) if has_pictures else ()), "exercise", dose)
    head = tuple(Cell(label(f"cover.glance-{key}"), look.small.bold, Scope.COLUMN) for key in keys)
    return title, Table(
        (*columns, room * _NAME_SHARE, room * (1 - _NAME_SHARE)),
        tuple(rows),
        look,
        Row(head, fill=Colour.TINT),
        padding=4.0,
    )
