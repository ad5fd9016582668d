"""One exercise: name and tick box, pictures, steps beside the dose, caution, and what helps to do it well."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.booklet import style as s
from generator.booklet.blocks import (
    Columns,
    Items,
    Panel,
    Paragraph,
    Rule,
    Stack,
    Warn,
)
from generator.booklet.exercise_pictures import picture_row
from generator.booklet.flow import Flow
from generator.booklet.model import Box, Colour, ListNumbering, Rectangle, Role
from generator.booklet.ticks import exercise_tick
from generator.booklet.wording import doses_by_week
from generator.library.model import Demand

if TYPE_CHECKING:
    from generator.booklet.blocks import Block
    from generator.booklet.exercise_pictures import PictureRow
    from generator.booklet.model import LookMeasure
    from generator.booklet.sheet import Sheet
    from generator.booklet.style import TextStyle
    from generator.booklet.ticks import Tick
    from generator.booklet.wording import Wording
    from generator.library.model import ExerciseWords
    from generator.routine.model import Chosen

_WIDE_SHARE = 0.67  # of the width: what stands beside the dose
_NAME_SHARE = 0.215  # of the width: the name of a line
_WHILE_DOING = 2  # of the lines that help, the first: how it feels and how to breathe
_CAUTIONS = 5  # of the client's own in one box: more are parted, so that they can go over to the next page
_CLOSER = 3.0  # lines for notes stand closer together than elsewhere
_NOTE_LINES = 2
_NOTE_LINES_OVERLEAF = 6


@dataclass(frozen=True, slots=True)
class _NameLine:
    """Tick box, number and name on one line; the heading is “3. Rotation in sitting”."""

    number: int
    name: str
    tick: Tick

    @property
    def label(self) -> str:
        return self.name

    _GAP = 11.0

    @property
    def _text(self) -> Paragraph:
        text = f"{self.number}. {self.name}"
        return Paragraph(text, s.EXERCISE_NAME, Role.HEADING_2, bookmark=text)

    def height(self, measure: LookMeasure, width: float) -> float:
        return self._text.height(measure, width - measure.look.tick_box - self._GAP)

    def place(self, sheet: Sheet, parent: int, left: float, top: float, width: float) -> None:
        look = sheet.look
        size, indent = look.tick_box, look.tick_box + self._GAP
        box = Box(left, top + (look.exercise_name.leading - size) / 2, size, size)
        sheet.mark(None, Rectangle(box, Colour.PAPER, Colour.INK, look.tick_box_line + 0.4, radius=3))
        self._text.place(sheet, parent, left + indent, top, width - indent)
        sheet.tick_field(parent, box, self.tick.name, self.tick.description)


@dataclass(frozen=True, slots=True)
class _Fit:
    """How the lines below the caution are set, and how far apart blocks and those lines stand."""

    name: TextStyle
    text: TextStyle
    gap: float
    line_gap: float


_ROOMY = _Fit(s.LINE_NAME, s.BODY, s.GAP, 4)
_FITS = (
    _ROOMY,
    _Fit(s.LINE_NAME_TIGHT, s.BODY_TIGHT, s.GAP, 4),
    _Fit(s.LINE_NAME_TIGHT, s.BODY_TIGHT, 5, 2),
)


def lay_out_exercise(sheet: Sheet, number: int, chosen: Chosen, weeks: int, wording: Wording) -> None:
    """An exercise on a page of its own; where that is too small, what helps to vary it stands on the next.

    `number` is its place in the routine, from 1; `weeks` is how long the routine goes on.
    """
    flow = Flow(sheet, sheet.element(Role.SECTION))
    pages = sheet.page_count
    lines = len(_help(chosen, wording, _ROOMY))
    room = sheet.style.room_height
    tried = (_arranged(sheet, number, chosen, weeks, wording, fit, lines) for fit in _FITS)
    whole = next((arranged for arranged in tried if _height(arranged, sheet) <= room), None)
    for block, gap in whole or _arranged(sheet, number, chosen, weeks, wording, _ROOMY, _WHILE_DOING):
        flow.put(block, gap=gap)
    if whole is None:
        if sheet.page_count == pages:
            flow.turn()
            _continued(flow, number, chosen, wording)
        for line in _help(chosen, wording, _ROOMY)[_WHILE_DOING:]:
            flow.put(line, gap=_ROOMY.line_gap)
    flow.skip(s.GAP_SMALL)
    _notes(flow, wording, _NOTE_LINES if whole else _NOTE_LINES_OVERLEAF)


def _continued(flow: Flow, number: int, chosen: Chosen, wording: Wording) -> None:
    """What the page goes on with: an artifact, since the heading has said it."""
    sheet, style = flow.sheet, flow.sheet.look.small_quiet
    name = wording.words.exercises[chosen.exercise.id].name
    text = wording.label("exercise.continued", number=number, name=name)
    left, width = sheet.style.margin_side, sheet.style.room_width
    lines = sheet.measure.wrap(text, style.face, style.size, width)
    sheet.lines(None, lines, left, flow.top, style)
    flow.top += len(lines) * style.leading
    flow.put(Rule(Colour.ACCENT, s.RULE, above=1, below=2))


_Arranged = list[tuple["Block", float]]  # blocks from top to bottom, each with the gap below it


def _height(arranged: _Arranged, sheet: Sheet) -> float:
    measure, width = sheet.measure, sheet.style.room_width
    return sum(block.height(measure, width) + gap for block, gap in arranged) - arranged[-1][1]


def _arranged(
    sheet: Sheet, number: int, chosen: Chosen, weeks: int, wording: Wording, fit: _Fit, lines: int
) -> _Arranged:
    """The page down to so many of the lines that help."""
    words = wording.words.exercises[chosen.exercise.id]
    row = picture_row(chosen, words, sheet.pictures)
    head = [
        *_head(number, chosen, words, wording, has_pictures=row is not None),
        (Paragraph(words.purpose), fit.gap),
    ]
    steps, dose = _steps(chosen, words, wording), _dose(chosen, weeks, wording)
    after: _Arranged = [
        *((box, fit.gap) for box in _cautions(chosen, words, wording)),
        *((line, fit.line_gap) for line in _help(chosen, wording, fit)[:lines]),
    ]
    width = sheet.style.room_width
    beside = (width - s.GAP_LARGE) * _WIDE_SHARE
    if row is None:
        return [*head, (_beside(steps, dose), fit.gap), *after]
    if row.highest(beside, sheet.look) >= sheet.look.picture_height_good:
        # Narrow pictures leave room for the dose beside them, and the whole width for the steps.
        others = [*head, (steps, fit.gap), *after]
        captions = row.caption_height(sheet.measure, beside)
        as_the_dose = dose.height(sheet.measure, width - s.GAP_LARGE - beside) - captions
        pictures = row.block(beside, max(as_the_dose, _room_for(row, sheet, beside, others, fit)), sheet.look)
        arranged = [*head, (_beside(pictures, dose), fit.gap), (steps, fit.gap), *after]
        # Only the last try gives up their size for the sake of one page.
        if fit is not _FITS[-1] or _height(arranged, sheet) <= sheet.style.room_height:
            return arranged
    others = [*head, (_beside(steps, dose), fit.gap), *after]
    pictures = row.block(width, _room_for(row, sheet, width, others, fit), sheet.look)
    return [*head, (pictures, fit.gap), *others[len(head) :]]


def _room_for(row: PictureRow, sheet: Sheet, width: float, others: _Arranged, fit: _Fit) -> float:
    """How high pictures may be so that all goes on one page; at least the house's least."""
    taken = _height(others, sheet) + row.caption_height(sheet.measure, width) + fit.gap
    return max(sheet.look.picture_height_least, sheet.style.room_height - taken)


def _beside(wide: Block, narrow: Block) -> Block:
    return Columns((wide, narrow), (_WIDE_SHARE, 1 - _WIDE_SHARE))


def _head(
    number: int, chosen: Chosen, words: ExerciseWords, wording: Wording, *, has_pictures: bool
) -> _Arranged:
    label = wording.label
    goals = wording.listed(label(f"goal.{goal}") for goal in chosen.goals or chosen.exercise.serves)
    facts = [label(f"kind.{chosen.exercise.kind}"), goals, label(f"position.{chosen.position}")]
    if has_pictures and chosen.shown_side:
        facts.append(label(f"exercise.shown-{chosen.shown_side}"))
    return [
        (_NameLine(number, words.name, exercise_tick(number, chosen, wording)), 1),
        (Paragraph(" · ".join(facts), s.SMALL_QUIET), 2),
        (Rule(Colour.ACCENT, s.RULE, above=1, below=2), 3),
    ]


def _titled(title: str, *blocks: Block) -> Stack:
    return Stack((Paragraph(title, s.SUBHEADING, Role.HEADING_3), *blocks), gap=1)


def _steps(chosen: Chosen, words: ExerciseWords, wording: Wording) -> Block:
    """The numbered steps; before them, which way to go where only one side is worked on."""
    side = words.sides.get(chosen.sides[0], "") if len(chosen.sides) == 1 else ""
    steps = Items(words.steps, ListNumbering.DECIMAL, gap=3)
    way = (Paragraph(side, s.BODY_BOLD),) if side else ()
    return _titled(wording.label("exercise.what-to-do"), *way, steps)


def _dose(chosen: Chosen, weeks: int, wording: Wording) -> Block:
    small = [wording.label("exercise.takes", time=wording.minutes(chosen.seconds))]
    if chosen.exercise.kit_needed:
        kit = wording.listed(wording.label(f"kit-short.{piece}") for piece in chosen.exercise.kit_needed)
        small.append(wording.label("exercise.need", kit=kit))
    rule = Rule(Colour.ACCENT, s.HAIRLINE, above=4, below=4)
    return Panel(
        Stack(
            (
                Paragraph(wording.label("exercise.how-much"), s.SUBHEADING, Role.HEADING_3),
                *_amounts(chosen, weeks, wording, rule),
                rule,
                *(Paragraph(text, s.SMALL) for text in small),
            ),
            gap=0,
        ),
        padding=9,
    )


def _amounts(chosen: Chosen, weeks: int, wording: Wording, rule: Rule) -> tuple[Block, ...]:
    """The dose as a big figure and a sentence, or a sentence for each span of weeks where it changes."""
    spans = doses_by_week(chosen, weeks)
    if len(spans) > 1:
        blocks: list[Block] = []
        for step, first, last in spans:
            blocks += [Paragraph(wording.weeks(first, last), s.WEEKS), Paragraph(wording.dose(step.dose, ()))]
        if chosen.sides:
            blocks += [rule, Paragraph(wording.sides(chosen.sides))]
        return tuple(blocks)
    figure = wording.dose_figure(chosen.dose, chosen.sides)
    return (
        Paragraph(figure.value, s.FIGURE_LARGE),
        Paragraph(figure.words, s.BODY_BOLD),
        rule,
        Paragraph(wording.chosen_dose(chosen)),
    )


def _cautions(chosen: Chosen, words: ExerciseWords, wording: Wording) -> list[Block]:
    """The exercise's own caution, and below it those of this client, from the conditions."""
    own = wording.own_cautions(chosen)
    groups = [own[start : start + _CAUTIONS] for start in range(0, len(own), _CAUTIONS)]
    for_you = [(wording.label("exercise.for-you"), group) for group in groups]
    first = (wording.label("exercise.caution"), (words.caution,))
    return [Warn((first, *for_you[:1])), *(Warn((part,)) for part in for_you[1:])]


def _help(chosen: Chosen, wording: Wording, fit: _Fit) -> list[Block]:
    """What helps to do it well: a line each, its name before it."""
    words = wording.words.exercises[chosen.exercise.id]
    lines = [(name, getattr(words, name)) for name in ("feel", "breathing", "easier", "harder", "mistake")]
    if Demand.END_RANGE_SIDE_BENDING in chosen.exercise.demands:
        lines.append(("pinch", wording.label("exercise.pinch-tip")))
    return [
        Columns(
            (
                Paragraph(wording.label(f"exercise.{name}"), fit.name, Role.HEADING_3),
                Paragraph(text, fit.text),
            ),
            (_NAME_SHARE, 1 - _NAME_SHARE),
            gap=s.GAP,
        )
        for name, text in lines
    ]


def _notes(flow: Flow, wording: Wording, count: int) -> None:
    """So many lines to write on, where the page has room for them."""
    look = flow.sheet.look
    title = Paragraph(wording.label("exercise.note"), s.SUBHEADING, Role.HEADING_3)
    line = look.writing_line - _CLOSER
    if look.subheading.leading + count * line <= flow.left_over:
        lines = (Rule(Colour.INK, s.HAIRLINE, above=line - s.HAIRLINE) for _ in range(count))
        flow.put(Stack((title, *lines), gap=0))
