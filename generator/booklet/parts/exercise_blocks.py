"""The parts of an exercise's page: name and tick box, steps, dose, cautions, what helps, lines for notes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.booklet.blocks.containers import Block, Columns, Stack, panel
from generator.booklet.blocks.lines import Rule, writing_lines
from generator.booklet.blocks.name_line import NameLine
from generator.booklet.blocks.text import Items, OneLine, Paragraph
from generator.booklet.blocks.warnings import WarningBox
from generator.booklet.model import Colour, ListNumbering, Role
from generator.booklet.ticks import exercise_tick
from generator.booklet.wording import Wording, doses_by_week
from generator.library.vocabulary import Demand

if TYPE_CHECKING:
    from generator.booklet.blocks.flow import Flow
    from generator.booklet.page_setup import PageSetup
    from generator.booklet.style import Look, TextStyle
    from generator.routine.model import Chosen

_NAME_SHARE = 0.215  # of the width: the name of a line
_CAUTION_SHARES = (17, 83)  # the width of a heading beside its texts
_SIGN = 26.0
_CAUTIONS = 5  # of the client's own in one box: more are split, so that they can continue on the next page
_DOSE_PADDING = 9 / 11  # of a panel's
_CLOSER = 3.0  # lines for notes stand closer together than elsewhere

Arranged = list[tuple["Block", float]]
"""Blocks from top to bottom, each with the gap below it."""


@dataclass(frozen=True, slots=True)
class Fit:
    """How the lines below the caution are set, and how far apart blocks and those lines stand."""

    text: TextStyle
    gap: float
    line_gap: float


def head_of(number: int, chosen: Chosen, look: Look, wording: Wording, *, has_pictures: bool) -> Arranged:
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
        (NameLine(wording.numbered(number, chosen), exercise_tick(number, chosen, wording), look), 1),
        (Paragraph(" · ".join(facts), look.small.quiet), 2),
        (Rule(Colour.ACCENT, look.rule, above=1, below=2), 3),
    ]


def steps_of(chosen: Chosen, look: Look, wording: Wording) -> Block:
    """The numbered steps; before them, which way to go where only one side is worked on."""
    title = Paragraph(wording.label("exercise.what-to-do"), look.subheading, Role.HEADING_3)
    side = wording.one_side(chosen)
    way = (Paragraph(side, look.body.bold),) if side else ()
    steps = Items(wording.exercise(chosen).steps, look.body, 3, ListNumbering.DECIMAL)
    return Stack((title, *way, steps), gap=1)


def dose_of(chosen: Chosen, weeks: int, look: Look, wording: Wording) -> Block:
    """How much, how long it takes and what it needs, on a background."""
    small = [wording.label("exercise.takes", time=wording.minutes(chosen.seconds))]
    if kit := wording.kit_needed(chosen):
        small.append(wording.label("exercise.need", kit=kit))
    rule = Rule(Colour.ACCENT, look.hairline, above=4, below=4)
    return panel(
        Stack(
            (
                Paragraph(wording.label("exercise.how-much"), look.subheading, Role.HEADING_3),
                *_amounts(chosen, weeks, look, wording, rule),
                rule,
                *(Paragraph(text, look.small) for text in small),
            ),
            gap=0,
        ),
        look,
        _DOSE_PADDING,
    )


def _amounts(chosen: Chosen, weeks: int, look: Look, wording: Wording, rule: Rule) -> tuple[Block, ...]:
    """The dose as a big figure and a sentence, or a sentence for each span of weeks where it changes."""
    spans = doses_by_week(chosen, weeks)
    if len(spans) > 1:
        blocks: list[Block] = []
        for step, first, last in spans:
            blocks.append(Paragraph(wording.weeks(first, last), look.weeks))
            blocks.append(Paragraph(wording.dose(step.dose, ()), look.body))
        if chosen.sides:
            blocks += [rule, Paragraph(wording.sides(chosen.sides), look.body)]
        return tuple(blocks)
    figure = wording.dose_figure(chosen.dose, chosen.sides)
    return (
        OneLine(figure.value, look.figure_large),
        Paragraph(figure.words, look.body.bold),
        rule,
        Paragraph(wording.chosen_dose(chosen), look.body),
    )


def cautions_of(chosen: Chosen, setup: PageSetup, wording: Wording) -> list[Block]:
    """The exercise's own caution, and below it those of this client, from the conditions."""
    own = wording.own_cautions(chosen)
    groups = [own[start : start + _CAUTIONS] for start in range(0, len(own), _CAUTIONS)]
    for_you = [(wording.label("exercise.for-you"), group) for group in groups]
    first = (wording.label("exercise.caution"), (wording.exercise(chosen).caution,))
    boxes = [(first, *for_you[:1]), *((part,) for part in for_you[1:])]
    return [caution_box(parts, setup) for parts in boxes]


def caution_box(parts: tuple[tuple[str, tuple[str, ...]], ...], setup: PageSetup) -> WarningBox:
    """Headings beside their texts, in a frame as wide as the page; above them where that is too narrow."""
    look, measure = setup.look, setup.measure
    bold, padding = look.body.bold, (look.padding, 0.8 * look.padding)
    room = setup.page_style.room_width - 2 * padding[0] - _SIGN - look.padding
    aside = (room - look.padding) * _CAUTION_SHARES[0] / sum(_CAUTION_SHARES)
    is_wide = all(measure.width(heading, bold.face, bold.size) <= aside for heading, _ in parts)
    blocks: list[Block] = []
    for heading, texts in parts:
        title = Paragraph(heading, bold, Role.HEADING_3)
        body = Stack(tuple(Paragraph(text, look.body) for text in texts), look.gap_small)
        if is_wide:
            blocks.append(Columns((title, body), _CAUTION_SHARES, look.padding))
        else:
            blocks.append(Stack((title, body), gap=0))
    return WarningBox(
        label=parts[0][1][0],
        beside=Stack(tuple(blocks), look.gap_small),
        sign=_SIGN,
        gap=look.padding,
        padding=padding,
        radius=look.panel_radius,
        outline=look.outline,
        is_sign_centred=True,
    )


def help_of(chosen: Chosen, look: Look, wording: Wording, fit: Fit) -> list[Block]:
    """What helps to do it well: a line each, its name before it."""
    words = wording.exercise(chosen)
    lines = [(name, getattr(words, name)) for name in ("feel", "breathing", "easier", "harder", "mistake")]
    if Demand.END_RANGE_SIDE_BENDING in chosen.exercise.demands:
        lines.append(("pinch", wording.label("exercise.pinch-tip")))
    return [
        Columns(
            (
                Paragraph(wording.label(f"exercise.{name}"), look.line_name(fit.text), Role.HEADING_3),
                Paragraph(text, fit.text),
            ),
            (_NAME_SHARE, 1 - _NAME_SHARE),
            gap=look.gap,
        )
        for name, text in lines
    ]


def notes(flow: Flow, wording: Wording, count: int) -> None:
    """So many lines to write on, where the page has room for them."""
    look = flow.surface.look
    title = Paragraph(wording.label("exercise.note"), look.subheading, Role.HEADING_3)
    line = look.writing_line - _CLOSER
    if look.subheading.leading + count * line <= flow.left_over:
        flow.put(writing_lines(title, count, look, closer=_CLOSER))


def continued(flow: Flow, number: int, chosen: Chosen, wording: Wording) -> None:
    """What the page goes on with: an artifact, since the heading has said it."""
    surface, look = flow.surface, flow.surface.look
    style = look.small.quiet
    text = wording.label("exercise.continued", number=number, name=wording.exercise(chosen).name)
    left, width = surface.page_style.margin_side, surface.page_style.room_width
    lines = surface.measure.wrap(text, style.face, style.size, width)
    surface.lines(None, lines, left, flow.top, style)
    flow.top += len(lines) * style.leading
    flow.put(Rule(Colour.ACCENT, look.rule, above=1, below=2))
