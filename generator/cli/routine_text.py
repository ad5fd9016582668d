"""A routine, or what was made of it → text for the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.booklet.layouts.registry import traits_of
from generator.booklet.wording import Wording
from generator.cli.terminal import wrapped
from generator.routine.progression import weeks_of_steps
from generator.routine.reasons import Evidenced
from generator.workflows.lookups import sources_named
from generator.workflows.targets import CLINICIAN_SHEET, SUMMARY
from generator.workflows.writing import OUTPUT

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.routine.model import Chosen
    from generator.routine.plan import Plan
    from generator.routine.reasons import Reason
    from generator.workflows.files import MadeBooklet
    from generator.workflows.prescription import Prescription


def made_text(made: MadeBooklet) -> str:
    """What was made: exercises, minutes, pages and file in one line, and how to print it in the next.

    Each further file has a line of its own.
    """
    prescription, drawn = made.prescription, made.drawn
    routine, wording = prescription.routine, Wording(prescription.library.words)
    printing = prescription.resolved.printing
    exercises = wording.counted("exercise", len(routine.chosen))
    minutes = wording.counted("minute", routine.minutes)
    pages = wording.counted("page", drawn.pages)
    if printing.fold or traits_of(printing.layout).has_backs:
        pages += f" on {wording.counted('sheet', drawn.sheets)}"
    lines = [f"{exercises}, {minutes} at most, {pages}: {made.files[OUTPUT]}", made.how_to_print]
    further = ((CLINICIAN_SHEET, "For the clinician"), (SUMMARY, "Summary for the record"))
    lines += [f"{what}: {made.files[option]}" for option, what in further if option in made.files]
    return "\n".join(lines)


def note_lines(made: MadeBooklet) -> list[str]:
    """What the clinician should know about a routine and its booklet, a paragraph each."""
    return _notes(*made.notes)


def _notes(*texts: str) -> list[str]:
    return [wrapped(f"Note: {text}", 0, 6) for text in texts]


def routine_text(prescription: Prescription) -> str:
    """The routine and every reason, for `thoracic explain`; sources by number, named at the end."""
    routine, library = prescription.routine, prescription.library
    wording = Wording(library.words, library.sources)
    sources = sources_named(routine)
    goals = wording.value("goals", routine.goals)
    count = wording.counted("exercise", len(routine.chosen))
    minutes = wording.counted("minute", routine.minutes)
    blocks = [wrapped(f"Routine for {goals}: {count}, {minutes} at most.")]
    blocks += _client_lines(routine.plan, wording)
    blocks += _notes(*(wording.reason(reason) for reason in routine.goals_left_out))
    for number, chosen in enumerate(routine.chosen, start=1):
        words = library.words.exercises[chosen.exercise.id]
        lines = [
            wrapped(f"{number:2}. {words.name} ({chosen.exercise.id})", 0, 4),
            *_dose_lines(chosen, prescription.resolved.details.weeks, wording),
            *_reason_lines(chosen.reasons, sources, wording),
            *(wrapped(f"The client reads: {text}", 4, 6) for text in wording.own_cautions(chosen)),
        ]
        blocks.append("\n".join(lines))
    if routine.left_out:
        blocks.append("Left out:")
    for left_out in routine.left_out:
        words = library.words.exercises[left_out.exercise.id]
        name = wrapped(f"  – {words.name} ({left_out.exercise.id})", 0, 4)
        blocks.append("\n".join([name, *_reason_lines(left_out.reasons, sources, wording)]))
    warnings = (wording.reason(reason) for reason in routine.warnings)
    blocks += _notes(*warnings, *(f"{note}." for note in prescription.resolved.notes))
    if sources:
        named = (library.sources[name] for name in sources)
        texts = (f"{each.title} ({each.kind}){each.where and f', {each.where}'}" for each in named)
        numbered = (wrapped(f"[{number}] {text}", 2, 6) for number, text in enumerate(texts, start=1))
        blocks.append("\n".join(["Sources:", *numbered]))
    return "\n\n".join(blocks)


def _client_lines(plan: Plan, wording: Wording) -> list[str]:
    """The client's conditions, what the clinician should know about each, and who has agreed to exercises."""
    lines = [f"Conditions: {', '.join(map(str, plan.conditions))}."] if plan.conditions else []
    known = (wording.words.conditions[condition.id] for condition in plan.conditions)
    lines += [f"{words.name}: {words.clinician}" for words in known if words.clinician]
    lines += [f"Cleared by: {plan.cleared_by}"] if plan.cleared_by else []
    return [wrapped(line, 0, 2) for line in lines]


def _dose_lines(chosen: Chosen, weeks: int, wording: Wording) -> list[str]:
    place = wording.label(f"position.{chosen.position}")
    time = f"{chosen.seconds // 60}:{chosen.seconds % 60:02} min"
    spans = weeks_of_steps(chosen.steps, weeks) if chosen.steps else ()
    if len(spans) < 2:  # noqa: PLR2004 - one dose for all weeks needs no list
        return [wrapped(f"{place}. {wording.chosen_dose(chosen)} ({time})", 4)]
    doses = [
        wrapped(f"{wording.weeks(first, last)}: {wording.dose(step.dose, chosen.sides)}", 4, 6)
        for step, first, last in spans
    ]
    return [wrapped(f"{place}. {time} at most.", 4), *doses]


def _reason_lines(reasons: Iterable[Reason], sources: Sequence[str], wording: Wording) -> list[str]:
    lines = []
    for reason in reasons:
        number = f" [{sources.index(reason.source) + 1}]" if isinstance(reason, Evidenced) else ""
        lines.append(wrapped(f"- {wording.reason(reason)}{number}", 4, 6))
    return lines
