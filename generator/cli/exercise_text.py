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
_PARTS = {"dose": "dose", "steps": "steps", "serves": "goals", "demands": "demands"}
"""What `thoracic show` calls the parts of an exercise's facts."""
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
    beyond = [str(each.number) for each in exercises if each.goes_beyond_the_article]
    note = f"Beyond the article that the others come from: {', '.join(beyond)}." if beyond else ""
    return "\n\n".join(filter(None, (_table(rows), note and wrapped(note))))


def _table(rows: Sequence[tuple[str, ...]]) -> str:
    """Rows below a head, in columns; or as blocks where the terminal is too narrow for them."""
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


def _demands(exercise: Exercise, wording: Wording) -> str:
    """What it asks of the body, and what only in some of its positions."""
    texts = [wording.label(f"demand.{demand}") for demand in exercise.demands]
    texts += [
        f"{wording.label(f'demand.{demand}')} ({wording.label(f'position-in-sentence.{position}')})"
        for position, demands in exercise.demands_in.items()
        for demand in demands
    ]
    return "; ".join(texts)


def _sources(exercise: Exercise, library: Library) -> list[tuple[str, str]]:
    """Where it comes from; of one that goes beyond the article, also what each part of its facts rests on."""
    source = library.sources[exercise.source]
    if not exercise.goes_beyond_the_article:
        return [("Source", f"{source.title}, number {exercise.source_reference} ({source.kind})")]
    parts: dict[str, list[str]] = {}
    for part, id_ in exercise.basis.items():
        parts.setdefault(id_, []).append(_PARTS[part])
    return [
        ("Source", f"{source.title}: {exercise.source_reference} ({source.kind})"),
        ("Beyond the article", "yes: it is none of the 17 exercises that the program began with"),
        *(
            (", ".join(names).capitalize(), f"{library.sources[id_].title} ({library.sources[id_].kind})")
            for id_, names in parts.items()
        ),
    ]


def exercise_text(exercise: Exercise, library: Library, pictures: Sequence[str], wording: Wording) -> str:
    """One exercise with its words, facts and source, for `thoracic show`."""
    words = library.words.exercises[exercise.id]
    label = wording.label
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
        ("Demands", _demands(exercise, wording)),
        *_sources(exercise, library),
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
