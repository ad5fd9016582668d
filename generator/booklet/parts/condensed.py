"""What cards and the fridge sheet say in a few words: when to stop, the pain rule, whom to call, how much."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.booklet.blocks.containers import Block, Stack
from generator.booklet.blocks.lines import WritingLine
from generator.booklet.blocks.text import BigFigure, Items, Labelled, Paragraph, heading
from generator.booklet.blocks.warnings import WarningBox, warning_under
from generator.booklet.model import Role
from generator.booklet.wording import Wording, doses_by_week, pain_bands, stopping_pain
from generator.routine.reasons import GoalUnsafe

if TYPE_CHECKING:
    from generator.booklet.content import Content
    from generator.booklet.style import Look, TextStyle
    from generator.routine.model import Chosen


CARD_PADDING = 0.75  # of a panel's: small paper has less room


def emergency(look: Look, style: TextStyle, wording: Wording) -> WarningBox:
    """The signs to call for help at once, in a heavy frame."""
    label = wording.label
    signs = wording.labels("safety.emergency-signs")
    lead = Paragraph(label("safety.emergency-lead"), style)
    return warning_under(
        heading(label("safety.emergency"), style.bold), (lead, Items(signs, style, gap=0)), look
    )


def stop_signs(content: Content, look: Look, style: TextStyle, role: Role = Role.HEADING_3) -> Block:
    """When to stop an exercise."""
    label = content.wording.label
    signs = (
        label("card.stop-pain", pain=stopping_pain(content.details, content.wording)),
        label("card.stop-skin"),
        label("card.stop-dizzy"),
    )
    return Stack((heading(label("card.stop"), look.subheading, role), Items(signs, style, gap=0)), gap=0)


def pain_rule(content: Content, look: Look, style: TextStyle) -> Block:
    """The pain rule: what the numbers mean, and what to do."""
    label = content.wording.label
    lead = Paragraph(label("safety.pain-lead"), style)
    title = heading(label("safety.pain"), look.subheading)
    return Stack((title, lead, pain_lines(content, style)), gap=0)


def pain_lines(content: Content, style: TextStyle) -> Block:
    """What to do at which pain."""
    return Labelled(pain_bands(content.details, content.wording), style, style.bold, gap=0)


def who_to_call(content: Content, look: Look, style: TextStyle, role: Role = Role.HEADING_3) -> Block:
    """Names, and a line for the number."""
    label, details = content.wording.label, content.details

    def line(key: str) -> Block:
        return WritingLine(label(key), style, look.gap, look.hairline)

    names = ", ".join(name for name in (details.clinician, details.clinic) if name)
    sender = Paragraph(names, style.bold) if names else line("contact.clinician")
    title = heading(label("contact.title"), look.subheading, role)
    return Stack((title, sender, line("contact.phone")), gap=0)


def whom_and_when(content: Content) -> str:
    """`For Ann Example · 31 March 2026`, or the date alone."""
    details, wording = content.details, content.wording
    day = wording.day(details.date)
    return f"{wording.label('footer.for', client=details.client)} · {day}" if details.client else day


def plan_line(content: Content, key: str) -> str:
    """How many, how long and how often, as sentences."""
    routine, details, wording = content.routine, content.details, content.wording
    return wording.label(
        key,
        exercises=wording.counted("exercise", len(routine.chosen)),
        minutes=wording.counted("minute", routine.minutes),
        days=wording.counted("day", details.days_per_week),
        weeks=wording.counted("week", details.weeks),
    )


def for_the_client(content: Content) -> tuple[str, ...]:
    """What the client's conditions mean for every exercise; each text once."""
    words = content.wording.words.conditions
    return tuple(dict.fromkeys(words[each.id].client for each in content.routine.plan.conditions))


def agreed_and_left_out(content: Content) -> tuple[str, ...]:
    """Who has agreed to the exercises, and which goals are left out for the client's safety."""
    routine, wording = content.routine, content.wording
    texts = []
    if routine.plan.cleared_by:
        texts.append(wording.label("safety.cleared", name=routine.plan.cleared_by))
    for reason in routine.goals_left_out:
        if isinstance(reason, GoalUnsafe):
            goal = wording.label(f"goal-plain.{reason.goal}")
            why = wording.value("conditions", reason.conditions)
            texts.append(wording.label("cover.goal-left-out", goal=goal, conditions=why))
    return tuple(texts)


def dose_lines(chosen: Chosen, content: Content) -> tuple[tuple[str, str], ...]:
    """Of a dose that changes: the weeks and what is due in them; nothing where it stays the same."""
    wording = content.wording
    spans = doses_by_week(chosen, content.details.weeks)
    if len(spans) < 2:  # noqa: PLR2004 - one span is no change
        return ()
    return tuple((wording.weeks(first, last), wording.short_dose(step.dose)) for step, first, last in spans)


def dose_block(chosen: Chosen, content: Content, look: Look, style: TextStyle) -> Block:
    """How much: a big figure and a sentence, or what is due in which weeks."""
    wording = content.wording
    lines = dose_lines(chosen, content)
    if lines:
        sides = (Paragraph(wording.sides(chosen.sides), style),) if chosen.sides else ()
        return Stack((Labelled(lines, style, style.bold, gap=0), *sides), gap=look.gap_small)
    figure = wording.dose_figure(chosen.dose, chosen.sides)
    return Stack(
        (
            BigFigure(figure.value, figure.words, look.figure_large, style.bold),
            Paragraph(wording.chosen_dose(chosen), style),
        ),
        gap=0,
    )
