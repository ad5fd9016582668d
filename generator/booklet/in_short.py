"""What cards and the fridge sheet say in short: when to stop, the pain rule, whom to call, how much."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.booklet.blocks import Items, Paragraph, Stack
from generator.booklet.card_blocks import BigDose, Framed, Labelled, WriteLine
from generator.booklet.model import Role
from generator.booklet.style import TextStyle
from generator.booklet.wording import doses_by_week, pain_bands, stopping_pain
from generator.text.faces import Face

if TYPE_CHECKING:
    from generator.booklet.blocks import Block
    from generator.booklet.details import Details
    from generator.booklet.style import Look
    from generator.booklet.wording import Wording
    from generator.routine.model import Chosen, Routine


def title_of(text: str, look: Look, role: Role = Role.HEADING_3) -> Paragraph:
    """A small heading, as it appears in the outline."""
    return Paragraph(text, look.subheading, role, bookmark=text)


def emergency(look: Look, style: TextStyle, wording: Wording) -> Framed:
    """The signs to call for help at once, in a heavy frame."""
    label = wording.label
    bold = TextStyle(style.size, style.leading, Face.BOLD)
    signs = wording.labels("safety.emergency-signs")
    title = label("safety.emergency")
    return Framed(
        Paragraph(title, bold, Role.HEADING_3, bookmark=title),
        (Paragraph(label("safety.emergency-lead"), style), Items(signs, style=style, gap=0)),
        look,
    )


def stop_signs(
    details: Details, look: Look, style: TextStyle, wording: Wording, role: Role = Role.HEADING_3
) -> Block:
    """When to stop an exercise."""
    label = wording.label
    signs = (
        label("card.stop-pain", pain=stopping_pain(details, wording)),
        label("card.stop-skin"),
        label("card.stop-dizzy"),
    )
    return Stack((title_of(label("card.stop"), look, role), Items(signs, style=style, gap=0)), gap=0)


def pain_rule(details: Details, look: Look, style: TextStyle, wording: Wording) -> Block:
    """The pain rule: what the numbers mean, and what to do."""
    lead = Paragraph(wording.label("safety.pain-lead"), style)
    return Stack(
        (title_of(wording.label("safety.pain"), look), lead, pain_lines(details, style, wording)), gap=0
    )


def pain_lines(details: Details, style: TextStyle, wording: Wording) -> Block:
    """What to do at which pain."""
    bold = TextStyle(style.size, style.leading, Face.BOLD)
    return Labelled(pain_bands(details, wording), style, bold, gap=0)


def whom_to_call(
    details: Details, look: Look, style: TextStyle, wording: Wording, role: Role = Role.HEADING_3
) -> Block:
    """Names, and a line for the number."""
    label = wording.label
    bold = TextStyle(style.size, style.leading, Face.BOLD)
    names = [name for name in (details.clinician, details.clinic) if name]
    sender: Block = (
        Paragraph(", ".join(names), bold) if names else WriteLine(label("contact.clinician"), style, look)
    )
    return Stack(
        (
            title_of(label("contact.title"), look, role),
            sender,
            WriteLine(label("contact.phone"), style, look),
        ),
        gap=0,
    )


def whom_and_when(details: Details, wording: Wording) -> str:
    """`For Ann Example · 31 March 2026`, or the date alone."""
    day = wording.day(details.date)
    return f"{wording.label('footer.for', client=details.client)} · {day}" if details.client else day


def plan_line(routine: Routine, details: Details, key: str, wording: Wording) -> str:
    """How many, how long and how often, as sentences."""
    return wording.label(
        key,
        exercises=wording.counted("exercise", len(routine.chosen)),
        minutes=wording.counted("minute", routine.minutes),
        days=wording.counted("day", details.days_per_week),
        weeks=wording.counted("week", details.weeks),
    )


def for_the_client(routine: Routine, wording: Wording) -> tuple[str, ...]:
    """What the client's conditions mean for every exercise; each text once."""
    conditions = wording.words.conditions
    return tuple(dict.fromkeys(conditions[each.id].client for each in routine.plan.conditions))


def agreed_and_left_out(routine: Routine, wording: Wording) -> tuple[str, ...]:
    """Who has agreed to the exercises, and which goals are left out for the client's safety."""
    texts = []
    if routine.plan.cleared_by:
        texts.append(wording.label("safety.cleared", name=routine.plan.cleared_by))
    for reason in routine.goals_left_out:
        if reason.code == "goal-unsafe":
            values = dict(reason.values)
            goal = wording.label(f"goal-plain.{values['goal']}")
            why = wording.value("conditions", values["conditions"])
            texts.append(wording.label("cover.goal-left-out", goal=goal, conditions=why))
    return tuple(texts)


def dose_lines(chosen: Chosen, weeks: int, wording: Wording) -> tuple[tuple[str, str], ...]:
    """Of a dose that changes: the weeks and what is due in them; nothing where it stays the same."""
    spans = doses_by_week(chosen, weeks)
    if len(spans) < 2:  # noqa: PLR2004 - one span is no change
        return ()
    return tuple((wording.weeks(first, last), wording.short_dose(step.dose)) for step, first, last in spans)


def dose_block(chosen: Chosen, weeks: int, look: Look, style: TextStyle, wording: Wording) -> Block:
    """How much: a big figure and a sentence, or what is due in which weeks."""
    bold = TextStyle(style.size, style.leading, Face.BOLD)
    lines = dose_lines(chosen, weeks, wording)
    if lines:
        sides = (Paragraph(wording.sides(chosen.sides), style),) if chosen.sides else ()
        return Stack((Labelled(lines, style, bold, gap=0), *sides), gap=look.gap_small)
    figure = wording.dose_figure(chosen.dose, chosen.sides)
    return Stack(
        (
            BigDose(figure.value, figure.words, look.figure_large, bold),
            Paragraph(wording.chosen_dose(chosen), style),
        ),
        gap=0,
    )
