"""A whole routine on one page, to hang up: pictures, dose, cautions, and boxes for the days of a week."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from generator.booklet import style as s
from generator.booklet.blocks.pictures import Framed, Labelled, WriteLine
from generator.booklet.blocks.text import Columns, Items, Panel, Paragraph, Rule, Stack
from generator.booklet.layouts.finishing import finished
from generator.booklet.model import Booklet, Colour, Role
from generator.booklet.parts.condensed import (
    dose_lines,
    for_the_client,
    pain_lines,
    plan_line,
    stop_signs,
    title_of,
    whom_and_when,
    whom_to_call,
)
from generator.booklet.parts.fridge_table import FridgeRow, FridgeTable
from generator.booklet.style import PageStyle, TextStyle
from generator.booklet.surface import DOCUMENT, Sheet
from generator.booklet.wording import Wording
from generator.problems import DoesNotFitError, Problem
from generator.text.faces import Face

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.booklet.blocks.text import Block
    from generator.booklet.details import Details
    from generator.booklet.model import Pictures, TextMeasure
    from generator.booklet.style import Look, Paper
    from generator.library.model import Library
    from generator.routine.model import Chosen, Routine

MOST_EXERCISES = 6
"""How many a sheet has room for while it can be read from an arm's length."""

_MARGIN = 7 * s.MILLIMETRE  # many printers cannot print on the outer 5
_LEAST_PICTURE = 19 * s.MILLIMETRE  # of the longer side
_LEAST_PICTURE_TIGHT = 13 * s.MILLIMETRE  # the same where text is as small as it may be
_LARGE_SHARES = (0.34, 0.31, 0.28, 0.25)  # of the width, for the pictures: the first that lets all fit
_SMALL_SHARES = (0.22, 0.19, 0.16)  # the same where text is as small as it may be
_NAME_SHARES = (0.4, 0.44, 0.48, 0.52, 0.56)  # of what name and cautions share: whichever needs least height
_HEAD_SHARES = (43, 28, 29)  # of the width: title, for whom, whom to call
_STRIP_SHARES = (33, 25, 42)  # of the width: emergency, stop, pain rule
_ROW_MOST = 60 * s.MILLIMETRE  # pictures that are larger than that help nobody
_NOTES_LEAST = 3  # lines to write on; fewer are no help
_TIGHT = 1.2  # the leading of the tightest text, by its size


def fridge_warnings(routine: Routine, wording: Wording) -> tuple[str, ...]:
    """What the clinician should know of the sheet: that it has more exercises than are read with ease."""
    count = len(routine.chosen)
    if count <= MOST_EXERCISES:
        return ()
    return (wording.label("fridge.many", number=count, most=MOST_EXERCISES),)


def lay_out_fridge_sheet(
    routine: Routine,
    details: Details,
    library: Library,
    paper: Paper,
    measure: TextMeasure,
    pictures: Pictures,
    look: Look = s.WHOLE_PAGE,
) -> Booklet:
    """Everything on one page of lying paper, in the largest text of the look that has room.

    Where the cautions of the exercises do not fit whole, each is told by its first sentence; those of the
    client are always whole.

    Raises:
        DoesNotFitError: there is too much for a page; names the exercises or the part that do not fit, and
            how much room is missing.
    """
    wording = Wording(library.words, library.sources)
    standing = s.PAGES[paper]
    style = PageStyle(
        standing.height, standing.width, margin_side=_MARGIN, margin_top=_MARGIN, margin_bottom=_MARGIN
    )
    sheet = Sheet(style, measure, pictures, look)
    tried = _arrangements(routine, details, sheet, wording)
    arranged = next((each for each in tried if each.missing(sheet) <= 0), None)
    if arranged is None:
        *_, tightest = _arrangements(routine, details, sheet, wording)
        raise DoesNotFitError(tightest.problem(sheet))
    sheet.add_page()
    arranged.place(sheet)
    return finished(sheet, routine, details, wording)


@dataclass(frozen=True, slots=True)
class _Arranged:
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

    def _fixed(self, sheet: Sheet) -> float:
        """The height of all but the rows."""
        blocks: list[Block] = [self.head, *((self.own,) if self.own else ()), self.strip]
        heights = sum(block.height(sheet.measure, sheet.style.room_width) for block in blocks)
        return heights + self.table.head_height() + sheet.look.gap * len(blocks)

    def missing(self, sheet: Sheet) -> float:
        """How much higher than the page it is, in points; below 0 where room is left."""
        rows = sum(self.table.row_heights(sheet.measure))
        return self._fixed(sheet) + rows - sheet.style.room_height

    def problem(self, sheet: Sheet) -> Problem:
        """Which exercises do not fit, or which part, and how much room is missing."""
        left = sheet.style.room_height - self._fixed(sheet)
        ends = accumulate(self.table.row_heights(sheet.measure))
        over = [row.heading.text for row, end in zip(self.table.rows, ends, strict=True) if end > left]
        count = len(self.table.rows) - len(over)
        if not count and self.own:
            needed = self.own.height(sheet.measure, sheet.style.room_width)
            over = [f"{self.own.label} ({needed:.0f} points high)", *over]
        verb = "does" if len(over) == 1 else "do"
        exercises = "1 exercise" if count == 1 else f"{count} exercises or fewer"
        return Problem(
            f"{', '.join(f'“{name}”' for name in over)} {verb} not fit on one page with the rest: "
            f"{self.missing(sheet):.0f} points of height are missing",
            f"{f'take {exercises}, or ' if count else ''}choose the layout of whole pages",
        )

    def place(self, sheet: Sheet) -> None:
        """From the top down; the strip ends at the foot of the page."""
        style, look, measure = sheet.style, sheet.look, sheet.measure
        left, width = style.margin_side, style.room_width
        section = sheet.element(Role.SECTION, DOCUMENT)
        self.head.place(sheet, section, left, style.margin_top, width)
        top = style.margin_top + self.head.height(measure, width) + look.gap
        heights = _levelled(self.table.row_heights(measure), -self.missing(sheet))
        self.table.place(sheet, section, left, top, heights)
        top += self.table.head_height() + sum(heights) + look.gap
        if self.own:
            self.own.place(sheet, section, left, top, width)
            top += self.own.height(measure, width) + look.gap
        foot = style.room_bottom - self.strip.height(measure, width)
        title = title_of(self.notes, look)
        count = int((foot - top - look.gap_large - title.style.leading) // look.writing_line)
        if count >= _NOTES_LEAST:
            rule = Rule(Colour.INK, look.hairline, above=look.writing_line - look.hairline)
            Stack((title, *(rule,) * count), gap=0).place(sheet, section, left, top + look.gap, width)
        self.strip.place(sheet, section, left, foot, width)


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


@dataclass(frozen=True, slots=True)
class _Size:
    """How large things are in a try to fit all on the page.

    Attributes:
        style: of the table's text.
        other: of the text around it.
        box: the side of a box to tick.
        padding: above and below the text of a row.
        shares: of the width, for the pictures.
        picture: the least of the longer side of a picture.
        is_short: each exercise's caution is told by its first sentence.
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


def _sizes(look: Look) -> tuple[_Size, ...]:
    """From the roomiest to the tightest."""
    small = TextStyle(look.small.size, look.small.size * _TIGHT)
    roomy = (look.tick_box, 4.0, _LARGE_SHARES, _LEAST_PICTURE)
    tight = (look.tick_box_calendar, 2.0, _LARGE_SHARES + _SMALL_SHARES, _LEAST_PICTURE_TIGHT)
    return (
        _Size(look.lead, look.body, *roomy),
        _Size(look.body, look.body, *roomy),
        _Size(look.body_tight, look.small, *roomy),
        _Size(look.small, look.small, *roomy),
        _Size(small, small, *tight),
        _Size(small, small, *tight, in_rows=False),
        _Size(small, small, *tight, is_short=True, in_rows=False),
    )


def _arrangements(routine: Routine, details: Details, sheet: Sheet, wording: Wording) -> Iterator[_Arranged]:
    """From the largest text to the smallest; with each, from the largest pictures to the smallest."""
    look, room = sheet.look, sheet.style.room_width
    for size in _sizes(look):
        rows = tuple(
            _row(number, chosen, details, sheet, wording, size)
            for number, chosen in enumerate(routine.chosen, start=1)
        )
        head = _head(routine, details, look, size.other, wording)
        own = _own(routine, look, size, wording)
        strip = _strip(details, look, size.other, wording)
        for share in size.shares if any(row.frames for row in rows) else (0.0,):
            tables = [
                FridgeTable(
                    rows, room, share * room, name, size.box, size.padding, look, look.small_bold, wording
                )
                for name in _NAME_SHARES
            ]
            table = min(tables, key=lambda table: sum(table.row_heights(sheet.measure)))
            yield _Arranged(head, table, own, strip, wording.label("card.notes"))


def _row(
    number: int, chosen: Chosen, details: Details, sheet: Sheet, wording: Wording, size: _Size
) -> FridgeRow:
    words, style = wording.words.exercises[chosen.exercise.id], size.style
    bold = TextStyle(style.size, style.leading, Face.BOLD)
    side = words.sides.get(chosen.sides[0], "") if len(chosen.sides) == 1 else ""
    # Which sides to do stands before the boxes.
    lines = dose_lines(chosen, details.weeks, wording)
    dose = Labelled(lines, style, bold, gap=0) if lines else Paragraph(wording.dose(chosen.dose, ()), style)
    caution = re.split(r"(?<=[.!?])\s", words.caution, maxsplit=1)[0] if size.is_short else words.caution
    own = " ".join(wording.own_cautions(chosen)) if size.in_rows else ""
    frames = tuple(
        (f"{words.id}-{frame}", frame_words, proportion)
        for frame, frame_words in words.frames.items()
        if (proportion := sheet.pictures.proportion(f"{words.id}-{frame}"))
    )
    return FridgeRow(
        number,
        chosen,
        Paragraph(f"{number}. {words.name}", TextStyle(style.size + 1, style.leading + 1, Face.BOLD)),
        (dose, *((Paragraph(side, style),) if side else ())),
        (
            Paragraph(caution, style),
            *((Paragraph(wording.label("fridge.for-you", texts=own), bold),) if own else ()),
        ),
        frames,
        size.picture / max(1.0, *(proportion for _, _, proportion in frames)) if frames else 0.0,
    )


def _head(routine: Routine, details: Details, look: Look, style: TextStyle, wording: Wording) -> Block:
    """The title and the plan; for whom, when, and a line for the week; whom to call."""
    label = wording.label
    title = label("cover.title")
    bold = TextStyle(style.size, style.leading, Face.BOLD)
    quiet = TextStyle(style.size, style.leading, Face.REGULAR, Colour.QUIET)
    lines = [Paragraph(whom_and_when(details, wording), bold)]
    if details.review:
        lines.append(Paragraph(label("card.review", date=wording.day(details.review)), quiet))
    week = WriteLine(label("fridge.week-of"), style, look)
    title_style = TextStyle(
        look.exercise_name.size, look.exercise_name.leading, Face.BOLD, look.heading.colour
    )
    what = Stack(
        (
            Paragraph(title, title_style, Role.HEADING_1, bookmark=title),
            Paragraph(plan_line(routine, details, "fridge.plan", wording), style),
        ),
        gap=0,
    )
    whom = Stack((*lines, week), gap=0)
    call = whom_to_call(details, look, style, wording, Role.HEADING_2)
    return Columns((what, whom, call), _HEAD_SHARES, look.gap_large)


def _own(routine: Routine, look: Look, size: _Size, wording: Wording) -> Block | None:
    """What the client's conditions mean for every exercise; and for which, where the rows do not say it."""
    texts, style = for_the_client(routine, wording), size.other
    concerned: dict[str, list[str]] = {}
    if not size.in_rows:
        for number, chosen in enumerate(routine.chosen, start=1):
            for text in wording.own_cautions(chosen):
                concerned.setdefault(text, []).append(str(number))
    if not (texts or concerned):
        return None
    title = title_of(wording.label("safety.for-you"), look, Role.HEADING_2)
    parts: list[Block] = [title]
    if texts:
        parts.append(Items(texts, style=style, gap=0))
    if concerned:
        pairs = tuple(
            (wording.label("fridge.numbers", numbers=", ".join(numbers)), text)
            for text, numbers in concerned.items()
        )
        bold = TextStyle(style.size, style.leading, Face.BOLD)
        parts.append(Labelled(pairs, style, bold, gap=0))
    return Panel(Stack(tuple(parts), gap=0), padding=look.gap)


def _strip(details: Details, look: Look, style: TextStyle, wording: Wording) -> Block:
    """When to call for help, when to stop, and the pain rule."""
    label, role = wording.label, Role.HEADING_2
    title = label("safety.emergency")
    bold = TextStyle(style.size, style.leading, Face.BOLD)
    emergency = Framed(
        Paragraph(title, bold, role, bookmark=title), (Paragraph(label("fridge.emergency"), style),), look
    )
    pain = Stack((title_of(label("safety.pain"), look, role), pain_lines(details, style, wording)), gap=0)
    stop = stop_signs(details, look, style, wording, role)
    return Columns((emergency, stop, pain), _STRIP_SHARES, look.gap_large)
