"""What the command line prints of a routine and of the library: text for people, values for scripts."""

from __future__ import annotations

import dataclasses
import json
import shutil
import textwrap
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.booklet.wording import Wording
    from generator.library.model import Dose, Exercise, Library
    from generator.routine.model import Chosen, LeftOut, Reason, Routine

_WIDEST = 100  # characters of a line: wider text is hard to read even where the window is wide
_NARROWEST = 30


def terminal_width() -> int:
    """How many characters a line may have: the window's width within reason."""
    return max(_NARROWEST, min(_WIDEST, shutil.get_terminal_size((_WIDEST, 24)).columns))


def wrapped(text: str, indent: int = 0, hanging: int | None = None) -> str:
    """A text folded to the terminal's width."""
    return textwrap.fill(
        text,
        terminal_width(),
        initial_indent=" " * indent,
        subsequent_indent=" " * (indent if hanging is None else hanging),
        break_on_hyphens=False,
        break_long_words=False,
    )


def json_text(values: object, encoding: str) -> str:
    """Values as JSON; in plain ASCII where the output has not every letter."""
    everything = encoding.lower().replace("-", "").startswith("utf")
    return json.dumps(values, ensure_ascii=not everything, indent=2)


def dose_values(dose: Dose) -> dict[str, Any]:
    """A dose for scripts: only what its manner uses, seconds as least and most."""
    values: dict[str, Any] = {"manner": str(dose.manner), "sets": dose.sets}
    if dose.seconds:
        values["seconds"] = dataclasses.asdict(dose.seconds)
    if dose.breaths:
        values["breaths"] = dose.breaths
    else:
        values["times"] = dose.times
    return values


def exercise_values(exercise: Exercise, wording: Wording) -> dict[str, Any]:
    """An exercise for `thoracic list --json`."""
    return {
        "id": exercise.id,
        "number": exercise.number,
        "name": wording.words.exercises[exercise.id].name,
        "kind": str(exercise.kind),
        "goals": {str(goal): service for goal, service in exercise.serves.items()},
        "positions": [str(position) for position in exercise.positions],
        "kit": {
            "needed": [str(piece) for piece in exercise.kit_needed],
            "optional": [str(piece) for piece in exercise.kit_optional],
        },
        "muscles": [str(muscle) for muscle in exercise.muscles],
        "dose": dose_values(exercise.dose),
        "sides": str(exercise.sides),
        "demands": [str(demand) for demand in exercise.demands],
    }


def routine_values(routine: Routine, wording: Wording) -> dict[str, Any]:
    """A routine with every reason, for `--json`."""

    def identity(item: Chosen | LeftOut) -> dict[str, Any]:
        return {
            "id": item.exercise.id,
            "number": item.exercise.number,
            "name": wording.words.exercises[item.exercise.id].name,
            "reasons": [reason_values(reason, wording) for reason in item.reasons],
        }

    return {
        "goals": [str(goal) for goal in routine.plan.goals],
        "minutes": routine.minutes,
        "chosen": [
            {
                **identity(chosen),
                "goals": [str(goal) for goal in chosen.goals],
                "position": str(chosen.position),
                "dose": dose_values(chosen.dose),
                "dose_text": wording.chosen_dose(chosen),
                "side": "both" if len(chosen.sides) > 1 else str(chosen.sides[0]) if chosen.sides else None,
                "seconds": chosen.seconds,
                "cautions": [wording.words.exercises[chosen.exercise.id].caution],
            }
            for chosen in routine.chosen
        ],
        "left_out": [identity(left_out) for left_out in routine.left_out],
        "warnings": [reason_values(reason, wording) for reason in routine.warnings],
    }


def made_values(routine: Routine, wording: Wording, file: str, pages: int) -> dict[str, Any]:
    """What was made, for `thoracic make --json`."""
    return {**routine_values(routine, wording), "file": file, "pages": pages}


def made_text(routine: Routine, wording: Wording, file: str, pages: int) -> str:
    """What was made, in one line: exercises, minutes, pages, file."""
    exercises = wording.counted("exercise", len(routine.chosen))
    minutes = wording.counted("minute", routine.minutes)
    return f"{exercises}, {minutes} at most, {wording.counted('page', pages)}: {file}"


def note_lines(warnings: Iterable[Reason], notes: Iterable[str], wording: Wording) -> list[str]:
    """What the clinician should know of the booklet just made, a line each."""
    return [*warning_lines(warnings, wording), *(wrapped(f"Note: {note}.", 0, 6) for note in notes)]


def reason_values(reason: Reason, wording: Wording) -> dict[str, Any]:
    """A reason for scripts: its code, its values and the sentence."""
    return {"code": reason.code, **dict(reason.values), "text": wording.reason(reason)}


def exercise_details(
    exercise: Exercise, library: Library, pictures: Sequence[str], wording: Wording
) -> dict[str, Any]:
    """All of an exercise, for `thoracic show --json`."""
    words = library.words.exercises[exercise.id]
    source = library.sources[exercise.source]
    return {
        **exercise_values(exercise, wording),
        "purpose": words.purpose,
        "steps": list(words.steps),
        "feel": words.feel,
        "caution": words.caution,
        "breathing": words.breathing,
        "easier": words.easier,
        "harder": words.harder,
        "mistake": words.mistake,
        "source": {"title": source.title, "kind": source.kind, "reference": exercise.source_reference},
        "pictures": list(pictures),
    }


def routine_text(routine: Routine, wording: Wording) -> str:
    """The routine and every reason, for `thoracic explain`."""
    goals = wording.listed(wording.label(f"goal.{goal}").lower() for goal in routine.plan.goals)
    count = wording.counted("exercise", len(routine.chosen))
    minutes = wording.counted("minute", routine.minutes)
    blocks = [wrapped(f"Routine for {goals}: {count}, {minutes} at most.")]
    for number, chosen in enumerate(routine.chosen, start=1):
        words = wording.words.exercises[chosen.exercise.id]
        place = wording.label(f"position.{chosen.position}")
        lines = [
            wrapped(f"{number:2}. {words.name} ({chosen.exercise.id})", 0, 4),
            wrapped(f"{place}. {wording.chosen_dose(chosen)} ({_clock(chosen.seconds)})", 4),
        ]
        lines += [wrapped(f"- {wording.reason(reason)}", 4, 6) for reason in chosen.reasons]
        blocks.append("\n".join(lines))
    if routine.left_out:
        blocks.append("Left out:")
    for left_out in routine.left_out:
        words = wording.words.exercises[left_out.exercise.id]
        lines = [wrapped(f"  – {words.name} ({left_out.exercise.id})", 0, 4)]
        lines += [wrapped(f"- {wording.reason(reason)}", 4, 6) for reason in left_out.reasons]
        blocks.append("\n".join(lines))
    blocks += warning_lines(routine.warnings, wording)
    return "\n\n".join(blocks)


def warning_lines(warnings: Iterable[Reason], wording: Wording) -> list[str]:
    """What the clinician should know, a line each."""
    return [wrapped(f"Note: {wording.reason(warning)}", 0, 6) for warning in warnings]


def _clock(seconds: int) -> str:
    return f"{seconds // 60}:{seconds % 60:02} min"


def library_text(exercises: Sequence[Exercise], wording: Wording) -> str:
    """The library as a table, or as blocks where the terminal is too narrow for one."""
    rows = [("No.", "Id", "Kind", "Goals", "Kit", "Dose")]
    for exercise in exercises:
        goals = ", ".join(exercise.serves)
        kit = ", ".join(exercise.kit_needed) or "–"
        sides = (", each side") if exercise.sides == "each" else ""
        figure = wording.dose_figure(exercise.dose, ())
        dose = f"{figure.value} {figure.unit}{sides}"
        rows.append((str(exercise.number), exercise.id, str(exercise.kind), goals, kit, dose))
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    if sum(widths) + 2 * (len(widths) - 1) <= shutil.get_terminal_size((200, 24)).columns:
        return "\n".join(
            "  ".join(text.ljust(width) for text, width in zip(row, widths, strict=True)).rstrip()
            for row in rows
        )
    return "\n".join(
        wrapped(f"{number}. {exercise_id}: {kind} for {goals}; {kit}; {dose}".replace("; –", ""), 0, 4)
        for number, exercise_id, kind, goals, kit, dose in rows[1:]
    )


def exercise_text(exercise: Exercise, library: Library, pictures: Sequence[str], wording: Wording) -> str:
    """One exercise with its words, facts and source, for `thoracic show`."""
    words = library.words.exercises[exercise.id]
    label = wording.label
    source = library.sources[exercise.source]
    sides = "each side" if exercise.sides == "each" else "no sides"
    facts = (
        ("Number", f"{exercise.number} (id {exercise.id})"),
        ("Kind", label(f"kind.{exercise.kind}")),
        ("Goals", ", ".join(f"{label(f'goal.{goal}')} ({n} of 5)" for goal, n in exercise.serves.items())),
        ("Position", " or ".join(label(f"position.{position}").lower() for position in exercise.positions)),
        ("Kit", ", ".join(label(f"kit-short.{kit}") for kit in exercise.kit_needed) or "none needed"),
        ("Optional kit", ", ".join(label(f"kit-short.{kit}") for kit in exercise.kit_optional) or "none"),
        ("Works on", ", ".join(label(f"muscle.{muscle}") for muscle in exercise.muscles)),
        ("Dose", f"{wording.dose(exercise.dose, ())} ({sides})"),
        ("Demands", "; ".join(label(f"demand.{demand}") for demand in exercise.demands)),
        ("Source", f"{source.title}, number {exercise.source_reference} ({source.kind})"),
        ("Pictures", ", ".join(pictures) or "none"),
    )
    column = max(len(name) for name, _ in facts) + 2
    steps = "\n".join(wrapped(f"{n}. {step}", 2, 5) for n, step in enumerate(words.steps, start=1))
    parts = (
        ("Where you feel it", words.feel),
        ("Take care", words.caution),
        ("Breathing", words.breathing),
        ("Easier", words.easier),
        ("Harder", words.harder),
        ("Common mistake", words.mistake),
    )
    return "\n\n".join(
        (
            f"{words.name}\n{wrapped(words.purpose)}",
            "\n".join(wrapped(f"{name:<{column}}{value}", 0, column) for name, value in facts),
            f"Steps:\n{steps}",
            "\n".join(wrapped(f"{name}: {text}", 0, 2) for name, text in parts),
        )
    )
