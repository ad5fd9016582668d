"""The parts of an exercise's page: name and tick box, steps, dose, cautions, what helps, lines for notes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.booklet import style as s
from generator.booklet.blocks import Columns, Items, Panel, Paragraph, Rule, Stack, Warn
from generator.booklet.model import Box, Colour, ListNumbering, Rectangle, Role
from generator.booklet.ticks import exercise_tick
from generator.booklet.wording import doses_by_week
from generator.library.vocabulary import Demand

if TYPE_CHECKING:
    from generator.booklet.blocks import Block
    from generator.booklet.flow import Flow
    from generator.booklet.sheet import LookMeasure, Sheet
    from generator.booklet.style import TextStyle
    from generator.booklet.ticks import Tick
    from generator.booklet.wording import Wording
    from generator.library.model import ExerciseWords
    from generator.routine.model import Chosen

_NAME_SHARE = 0.215  # of the width: the name of a line
_CAUTIONS = 5  # of the client's own in one box: more are parted, so that they can go over to the next page
_CLOSER = 3.0  # lines for notes stand closer together than elsewhere

Arranged = list[tuple["Block", float]]
"""Blocks from top to bottom, each with the gap below it."""


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
class Fit:
    """How the lines below the caution are set, and how far apart blocks and those lines stand."""

    name: TextStyle
    text: TextStyle
    gap: float
    line_gap: float


def head_of(
    number: int, chosen: Chosen, words: ExerciseWords, wording: Wording, *, has_pictures: bool
) -> Arranged:
    """Tick box, number and name; then what kind it is, for what, in which position."""
    label = wording.label
    goals = wording.listed(label(f"goal.{goal}") for goal in chosen.goals or chosen.exercise.serves)
    position = label(f"position.{chosen.position}")
    if has_pictures and chosen.position is not chosen.exercise.positions[0]:
        position = wording.other_position(chosen)
    facts = [label(f"kind.{chosen.exercise.kind}"), goals, position]
    if has_pictures and chosen.shown_side:
        facts.append(label(f"exercise.shown-{chosen.shown_side}"))
    return [
        (_NameLine(number, words.name, exercise_tick(number, chosen, wording)), 1),
        (Paragraph(" · ".join(facts), s.SMALL_QUIET), 2),
        (Rule(Colour.ACCENT, s.RULE, above=1, below=2), 3),
    ]


def _titled(title: str, *blocks: Block) -> Stack:
    return Stack((Paragraph(title, s.SUBHEADING, Role.HEADING_3), *blocks), gap=1)


def steps_of(chosen: Chosen, words: ExerciseWords, wording: Wording) -> Block:
    """The numbered steps; before them, which way to go where only one side is worked on."""
    side = words.sides.get(chosen.sides[0], "") if len(chosen.sides) == 1 else ""
    steps = Items(words.steps, ListNumbering.DECIMAL, gap=3)
    way = (Paragraph(side, s.BODY_BOLD),) if side else ()
    return _titled(wording.label("exercise.what-to-do"), *way, steps)


def dose_of(chosen: Chosen, weeks: int, wording: Wording) -> Block:
    """How much, how long it takes and what it needs, on a ground of its own."""
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


def cautions_of(chosen: Chosen, words: ExerciseWords, wording: Wording) -> list[Block]:
    """The exercise's own caution, and below it those of this client, from the conditions."""
    own = wording.own_cautions(chosen)
    groups = [own[start : start + _CAUTIONS] for start in range(0, len(own), _CAUTIONS)]
    for_you = [(wording.label("exercise.for-you"), group) for group in groups]
    first = (wording.label("exercise.caution"), (words.caution,))
    return [Warn((first, *for_you[:1])), *(Warn((part,)) for part in for_you[1:])]


def help_of(chosen: Chosen, wording: Wording, fit: Fit) -> list[Block]:
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


def notes(flow: Flow, wording: Wording, count: int) -> None:
    """So many lines to write on, where the page has room for them."""
    look = flow.sheet.look
    title = Paragraph(wording.label("exercise.note"), s.SUBHEADING, Role.HEADING_3)
    line = look.writing_line - _CLOSER
    if look.subheading.leading + count * line <= flow.left_over:
        lines = (Rule(Colour.INK, s.HAIRLINE, above=line - s.HAIRLINE) for _ in range(count))
        flow.put(Stack((title, *lines), gap=0))


def continued(flow: Flow, number: int, chosen: Chosen, wording: Wording) -> None:
    """What the page goes on with: an artifact, since the heading has said it."""
    sheet, style = flow.sheet, flow.sheet.look.small_quiet
    name = wording.words.exercises[chosen.exercise.id].name
    text = wording.label("exercise.continued", number=number, name=name)
    left, width = sheet.style.margin_side, sheet.style.room_width
    lines = sheet.measure.wrap(text, style.face, style.size, width)
    sheet.lines(None, lines, left, flow.top, style)
    flow.top += len(lines) * style.leading
    flow.put(Rule(Colour.ACCENT, s.RULE, above=1, below=2))
