"""A whole routine on one page, to hang up: pictures, dose, cautions, and boxes for the days of a week."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from generator.booklet.blocks.containers import Block, Columns, Panel, Stack
from generator.booklet.blocks.lines import WritingLine, lines_in
from generator.booklet.blocks.pictures import frames_of
from generator.booklet.blocks.signs import Signs
from generator.booklet.blocks.text import Items, Labelled, Paragraph, heading
from generator.booklet.blocks.warnings import warning_under
from generator.booklet.layouts.finishing import finished
from generator.booklet.model import Booklet, Role
from generator.booklet.parts.condensed import (
    dose_lines,
    for_the_client,
    pain_lines,
    plan_line,
    stop_signs,
    who_to_call,
    whom_and_when,
)
from generator.booklet.parts.fridge_table import FridgeRow, FridgeTable
from generator.booklet.signs import signs_of, without_sides
from generator.booklet.style import MILLIMETRE, Look, PageStyle, TextStyle
from generator.booklet.surface import DOCUMENT, Surface
from generator.problems import DoesNotFitError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.booklet.content import Content
    from generator.booklet.page_setup import PageSetup
    from generator.routine.model import Chosen

MOST_EXERCISES = 6
"""How many a sheet has room for while it can be read from an arm's length."""

_MARGIN = 7 * MILLIMETRE  # many printers cannot print on the outer 5
_LEAST_PICTURE = 19 * MILLIMETRE  # of the longer side
_LEAST_PICTURE_TIGHT = 13 * MILLIMETRE  # the same where text is as small as it may be
_LARGE_SHARES = (0.34, 0.31, 0.28, 0.25)  # of the width, for the pictures: the first that lets all fit
_SMALL_SHARES = (0.22, 0.19, 0.16)  # the same where text is as small as it may be
_NAME_SHARES = (0.4, 0.44, 0.48, 0.52, 0.56)  # of what name and cautions share: whichever needs least height
_HEAD_SHARES = (43, 28, 29)  # of the width: title, for whom, whom to call
_STRIP_SHARES = (33, 25, 42)  # of the width: emergency, stop, pain rule
_ROW_MOST = 60 * MILLIMETRE  # pictures that are larger than that help nobody
_TIGHT = 1.2  # the leading of the tightest text, by its size


def fridge_warnings(content: Content) -> tuple[str, ...]:
    """What the clinician should know about the sheet: that it has more exercises than are easy to read."""
    count = len(content.routine.chosen)
    if count <= MOST_EXERCISES:
        return ()
    return (content.wording.label("fridge.many", number=count, most=MOST_EXERCISES),)


def lay_out_fridge_sheet(content: Content, setup: PageSetup) -> Booklet:
    """Everything on one page of landscape paper, in the largest text of the look that fits.

    If the cautions of the exercises do not fit whole, each is cut to its first sentence; those of the client
    are always whole.

    Raises:
        DoesNotFitError: there is too much for a page; names the exercises or the part that do not fit, and
            how much room is missing.
    """
    standing = setup.page_style
    lying = PageStyle(
        standing.height, standing.width, margin_side=_MARGIN, margin_top=_MARGIN, margin_bottom=_MARGIN
    )
    surface = Surface(replace(setup, page_style=lying))
    for arranged in _arrangements(content, surface):
        if arranged.missing(surface) <= 0:
            break
    else:
        raise DoesNotFitError(arranged.problem(surface))
    surface.add_page()
    arranged.place(surface)
    return finished(surface, content)


class _Arranged(NamedTuple):
    """The parts of the page, in one size of text.

    Attributes:
        own: the client's own cautions, where there are any.
        strip: what stands at the foot of the page.
    """

    head: Block
    table: FridgeTable
    own: Block | None
    strip: Block
    notes: str

    def _fixed(self, surface: Surface) -> float:
        """The height of all but the rows."""
        blocks: list[Block] = [self.head, *((self.own,) if self.own else ()), self.strip]
        heights = sum(block.height(surface.measure, surface.page_style.room_width) for block in blocks)
        return heights + self.table.head_height() + surface.look.gap * len(blocks)

    def missing(self, surface: Surface) -> float:
        """How much higher than the page it is, in points; below 0 where room is left."""
        rows = sum(self.table.row_heights(surface.measure))
        return self._fixed(surface) + rows - surface.page_style.room_height

    def problem(self, surface: Surface) -> Problem:
        """Which exercises do not fit, or which part, and how much room is missing."""
        left = surface.page_style.room_height - self._fixed(surface)
        ends = accumulate(self.table.row_heights(surface.measure))
        over = [row.heading.text for row, end in zip(self.table.rows, ends, strict=True) if end > left]
        count = len(self.table.rows) - len(over)
        if not count and self.own:
            needed = self.own.height(surface.measure, surface.page_style.room_width)
            over = [f"{self.own.label} ({needed:.0f} points high)", *over]
        verb = "does" if len(over) == 1 else "do"
        exercises = "1 exercise" if count == 1 else f"{count} exercises or fewer"
        return Problem(
            f"{', '.join(f'“{name}”' for name in over)} {verb} not fit on one page with the rest: "
            f"{self.missing(surface):.0f} points of height are missing",
            f"{f'take {exercises}, or ' if count else ''}choose the layout of whole pages",
        )

    def place(self, surface: Surface) -> None:
        """From the top down; the strip ends at the foot of the page."""
        page_style, look, measure = surface.page_style, surface.look, surface.measure
        left, width = page_style.margin_side, page_style.room_width
        section = surface.element(Role.SECTION, DOCUMENT)
        self.head.place(surface, section, left, page_style.margin_top, width)
        top = page_style.margin_top + self.head.height(measure, width) + look.gap
        heights = _levelled(self.table.row_heights(measure), -self.missing(surface))
        self.table.place(surface, section, left, top, heights)
        top += self.table.head_height() + sum(heights) + look.gap
        if self.own:
            self.own.place(surface, section, left, top, width)
            top += self.own.height(measure, width) + look.gap
        foot = page_style.room_bottom - self.strip.height(measure, width)
        title = heading(self.notes, look.subheading)
        notes = lines_in(foot - top - look.gap_large, title, look)
        if notes:
            notes.place(surface, section, left, top + look.gap, width)
        self.strip.place(surface, section, left, foot, width)


def _levelled(heights: Sequence[float], free: float) -> list[float]:
    """Rows that share the free room: the lower ones are raised to the others first."""
    level = max(heights)
    low, high = min(heights), max(level, _ROW_MOST)
    for _ in range(40):  # halving: far below the hundredth of a point that a file keeps
        middle = (low + high) / 2
        if sum(max(height, middle) - height for height in heights) <= free:
            low = middle
        else:
            high = middle
    return [max(height, low) for height in heights]


class _Size(NamedTuple):
    """How large things are in a try to fit all on the page.

    Attributes:
        style: of the table's text.
        other: of the text around it.
        box: the side of a box to tick.
        padding: above and below the text of a row.
        shares: of the width, for the pictures.
        picture: the least of the longer side of a picture.
        is_short: each exercise's caution is cut to its first sentence.
        has_signs: the signs stand at the pictures; they repeat the dose, and go before a sheet is refused.
        in_rows: the client's own cautions stand with each exercise; else together, by the numbers.
    """

    style: TextStyle
    other: TextStyle
    box: float
    padding: float
    shares: tuple[float, ...]
    picture: float
    is_short: bool = False
    in_rows: bool = True
    has_signs: bool = True


def _sizes(look: Look) -> tuple[_Size, ...]:
    """From the roomiest to the tightest."""
    small = TextStyle(look.small.size, look.small.size * _TIGHT)
    roomy = (look.tick_box, 4.0, _LARGE_SHARES, _LEAST_PICTURE)
    shares = _LARGE_SHARES + _SMALL_SHARES
    tight = (look.tick_box_calendar, 2.0, shares, _LEAST_PICTURE_TIGHT)
    tightest = (look.tick_box_calendar, 1.0, shares, _LEAST_PICTURE_TIGHT)
    return (
        _Size(look.lead, look.body, *roomy),
        _Size(look.body, look.body, *roomy),
        _Size(look.body_tight, look.small, *roomy),
        _Size(look.small, look.small, *roomy),
        _Size(small, small, *tight),
        _Size(small, small, *tight, in_rows=False),
        _Size(small, small, *tight, is_short=True, in_rows=False),
        _Size(small, small, *tight, is_short=True, in_rows=False, has_signs=False),
        _Size(small, small, *tightest, is_short=True, in_rows=False, has_signs=False),
    )


def _arrangements(content: Content, surface: Surface) -> Iterator[_Arranged]:
    """From the largest text to the smallest; with each, from the largest pictures to the smallest."""
    look, wording, room = surface.look, content.wording, surface.page_style.room_width
    for size in _sizes(look):
        rows = tuple(
            _row(number, chosen, content, surface, size)
            for number, chosen in enumerate(content.routine.chosen, start=1)
        )
        head = _head(content, look, size.other)
        own = _own(content, look, size)
        strip = _strip(content, look, size.other)
        for share in size.shares if any(row.frames for row in rows) else (0.0,):
            tables = [
                FridgeTable(rows, room, share * room, name, size.box, size.padding, look, wording)
                for name in _NAME_SHARES
            ]
            table = min(tables, key=lambda table: sum(table.row_heights(surface.measure)))
            yield _Arranged(head, table, own, strip, wording.label("card.notes"))


def _row(number: int, chosen: Chosen, content: Content, surface: Surface, size: _Size) -> FridgeRow:
    wording, style = content.wording, size.style
    words, side = wording.exercise(chosen), wording.one_side(chosen)
    # Which sides to do stands before the boxes.
    lines = dose_lines(chosen, content)
    dose = (
        Labelled(lines, style, style.bold, gap=0)
        if lines
        else Paragraph(wording.dose(chosen.dose, ()), style)
    )
    caution = re.split(r"(?<=[.!?])\s", words.caution, maxsplit=1)[0] if size.is_short else words.caution
    own = " ".join(wording.own_cautions(chosen)) if size.in_rows else ""
    for_you = Paragraph(wording.label("fridge.for-you", texts=own), style.bold)
    frames = frames_of(words, surface.pictures)
    signs = Signs(without_sides(signs_of(chosen, content.details.weeks, wording)), surface.look.small.bold)
    name_style = TextStyle(style.size + 1, style.leading + 1).bold
    return FridgeRow(
        number,
        chosen,
        Paragraph(wording.numbered(number, chosen), name_style),
        (dose, *((Paragraph(side, style),) if side else ())),
        (Paragraph(caution, style), *((for_you,) if own else ())),
        frames,
        signs if size.has_signs else None,
        size.picture / max(1.0, *(frame.proportion for frame in frames)) if frames else 0.0,
    )


def _head(content: Content, look: Look, style: TextStyle) -> Block:
    """The title and the plan; for whom, when, and a line for the week; whom to call."""
    label, details = content.wording.label, content.details
    lines = [Paragraph(whom_and_when(content), style.bold)]
    if details.review:
        review = label("card.review", date=content.wording.day(details.review))
        lines.append(Paragraph(review, style.quiet))
    week = WritingLine(label("fridge.week-of"), style, look.gap, look.hairline)
    title = heading(label("cover.title"), look.card_title, Role.HEADING_1)
    what = Stack((title, Paragraph(plan_line(content, "fridge.plan"), style)), gap=0)
    whom = Stack((*lines, week), gap=0)
    call = who_to_call(content, look, style, Role.HEADING_2)
    return Columns((what, whom, call), _HEAD_SHARES, look.gap_large)


def _own(content: Content, look: Look, size: _Size) -> Block | None:
    """What the client's conditions mean for every exercise; and for which, where the rows do not say it."""
    wording, style = content.wording, size.other
    texts = for_the_client(content)
    concerned: dict[str, list[str]] = {}
    if not size.in_rows:
        for number, chosen in enumerate(content.routine.chosen, start=1):
            for text in wording.own_cautions(chosen):
                concerned.setdefault(text, []).append(str(number))
    if not (texts or concerned):
        return None
    parts: list[Block] = [heading(wording.label("safety.for-you"), look.subheading, Role.HEADING_2)]
    if texts:
        parts.append(Items(texts, style, gap=0))
    if concerned:
        pairs = tuple(
            (wording.label("fridge.numbers", numbers=", ".join(numbers)), text)
            for text, numbers in concerned.items()
        )
        parts.append(Labelled(pairs, style, style.bold, gap=0))
    return Panel(Stack(tuple(parts), gap=0), look.gap, look.panel_radius)


def _strip(content: Content, look: Look, style: TextStyle) -> Block:
    """When to call for help, when to stop, and the pain rule."""
    label, role = content.wording.label, Role.HEADING_2
    emergency = warning_under(
        heading(label("safety.emergency"), style.bold, role),
        (Paragraph(label("fridge.emergency"), style),),
        look,
    )
    pain_title = heading(label("safety.pain"), look.subheading, role)
    pain = Stack((pain_title, pain_lines(content, style)), gap=0)
    stop = stop_signs(content, look, style, role)
    return Columns((emergency, stop, pain), _STRIP_SHARES, look.gap_large)
