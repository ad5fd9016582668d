"""Exercises and their demands → text for the command line."""

from __future__ import annotations

import shutil
import textwrap
from typing import TYPE_CHECKING

from generator.cli.terminal import wrapped
from generator.library.vocabulary import Demand
from generator.workflows.lookups import positions_with

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.booklet.wording import Wording
    from generator.library.model import Exercise, Library

_ALWAYS, _SOMETIMES, _NEVER = "x", "o", "."
_COLUMN = 3  # characters of one exercise in the table of demands
_NARROWEST_LABEL = 20  # characters that a demand in the table has at least


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


def demands_text(exercises: Sequence[Exercise], wording: Wording) -> str:
    """What each exercise asks of the body, for `thoracic list --demands`.

    A table of demands by the exercises' numbers, or a block for each demand where the terminal is too narrow.
    """
    rows = []
    for demand in Demand:
        marks = [
            _ALWAYS if demand in each.demands else _SOMETIMES if positions_with(demand, each) else _NEVER
            for each in exercises
        ]
        rows.append((wording.label(f"demand.{demand}"), marks))
    named = [f"{each.number} {wording.words.exercises[each.id].name}" for each in exercises]
    legend = (
        f"{_ALWAYS}: asks for it. {_SOMETIMES}: asks for it in some of the positions that it can be done in."
    )
    columns = shutil.get_terminal_size((200, 24)).columns
    room = min(max(len(label) for label, _ in rows), columns - _COLUMN * len(exercises))
    if room < _NARROWEST_LABEL:
        blocks = [
            wrapped(f"{label}: {'; '.join(_with_marks(marks, named)) or 'none'}", 0, 4)
            for label, marks in rows
        ]
        return "\n".join([*blocks, "", wrapped(legend, 0, 4)])
    lines = [" " * room + "".join(f"{each.number:>{_COLUMN}}" for each in exercises)]
    for label, marks in rows:
        first, *more = textwrap.wrap(label, room, subsequent_indent="  ")
        lines.append(f"{first:<{room}}{''.join(f'{mark:>{_COLUMN}}' for mark in marks)}".rstrip())
        lines += more
    return "\n".join([*lines, "", wrapped(legend), wrapped(f"{'; '.join(named)}.")])


def _with_marks(marks: Sequence[str], named: Sequence[str]) -> list[str]:
    return [
        name if mark == _ALWAYS else f"{name} ({mark})"
        for mark, name in zip(marks, named, strict=True)
        if mark != _NEVER
    ]


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
        (
            "Position",
            " or ".join(label(f"position-in-sentence.{position}") for position in exercise.positions),
        ),
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
        *((f"Only the {label(f'side.{side}')}", text) for side, text in words.sides.items()),
    )
    return "\n\n".join(
        (
            f"{words.name}\n{wrapped(words.purpose)}",
            "\n".join(wrapped(f"{name:<{column}}{value}", 0, column) for name, value in facts),
            f"Steps:\n{steps}",
            "\n".join(wrapped(f"{name}: {text}", 0, 2) for name, text in parts),
        )
    )
