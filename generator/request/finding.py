"""A name that somebody typed → the exercise it stands for, or what may have been meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.documents.suggestions import did_you_mean
from generator.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.library.model import Exercise

_SHOWN = 40  # characters of a wrong value that a message shows


def exercise_called(typed: str, exercises: Sequence[Exercise]) -> Exercise | None:
    """The exercise of that id or number, if there is one."""
    name = typed.strip().lower()
    number = int(name) if name.isdecimal() and len(name) <= _SHOWN else None
    return next((each for each in exercises if name == each.id or number == each.number), None)


def no_such_exercise(typed: str, exercises: Iterable[Exercise], path: str) -> Problem:
    """The problem that there is no exercise with this id or number, with similar ones."""
    hint = did_you_mean(
        typed, [exercise.id for exercise in exercises], "`thoracic list` lists every exercise"
    )
    return Problem(f"there is no exercise “{shortened(typed)}”", hint, path)


def shortened(text: str) -> str:
    """A value as a message shows it: on one line, and not too long."""
    line = "".join(
        character if character.isprintable() else "\N{REPLACEMENT CHARACTER}"
        for character in text[: _SHOWN + 1]
    )
    return line if len(text) <= _SHOWN else f"{line[:_SHOWN]}…"
