"""Questions about the library → answers."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from generator.library.ids import languages
from generator.library.prepared import own_library
from generator.problems import UsageError
from generator.request.conditions import no_such_condition
from generator.request.finding import exercise_called, no_such_exercise
from generator.request.reading import Context
from generator.request.resolving import filters_from
from generator.resources import ASSETS
from generator.routine.plan import Condition, Plan
from generator.routine.reasons import Evidenced
from generator.routine.rulings import client_of, concerns, demands_in, favours_for
from generator.version import __version__

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.library.model import Exercise, Library, Precaution, Rule
    from generator.library.vocabulary import Demand, Position
    from generator.routine.model import Routine

ENGLISH = "en"
ILLUSTRATIONS = ASSETS / "illustrations"


def context_of(library: Library, today: dt.date, epoch: str = "") -> Context:
    """What a request is checked against, with this library on this day."""
    return Context(
        library.exercises,
        languages(),
        today,
        epoch,
        __version__,
        library.precautions,
        library.words.conditions,
        library.kit,
    )


def listed(given: Mapping[str, object]) -> tuple[Library, list[Exercise]]:
    """The library, and those of its exercises that serve one of the goals and are of one of the kinds.

    Args:
        given: goals, kinds and language, as typed; all goals and kinds where none is named.

    Raises:
        UsageError: there is no such language, goal or kind; carries every problem.
    """
    filters, language = filters_from(given, Context((), languages(), dt.date.min))
    library = own_library(language)
    return library, [
        exercise
        for exercise in library.exercises
        if (not filters.kinds or exercise.kind in filters.kinds)
        and (not filters.goals or not set(filters.goals).isdisjoint(exercise.serves))
    ]


def found(exercise_id: str, language: object) -> tuple[Library, Exercise]:
    """The library, and the exercise of that id, or of that number.

    Raises:
        UsageError: there is no such language or exercise.
    """
    library = library_in(language)
    exercise = exercise_called(exercise_id, library.exercises)
    if exercise is None:
        raise UsageError(no_such_exercise(exercise_id, library.exercises, "ID"))
    return library, exercise


def library_in(language: object = None) -> Library:
    """The library with its words in that language, as typed; English where none is named.

    Raises:
        UsageError: there is no such language.
    """
    return listed({"language": language})[0]


def find_condition(condition_id: str, language: object) -> tuple[Library, Precaution]:
    """The library, and the precautions for the condition of that id.

    Raises:
        UsageError: there is no such language or condition.
    """
    library = library_in(language)
    precaution = library.precautions.get(condition_id.strip().lower())
    if precaution is None:
        raise UsageError(no_such_condition(condition_id.strip(), library.words.conditions, "ID"))
    return library, precaution


def positions_with(demand: Demand, exercise: Exercise) -> tuple[Position, ...]:
    """Those of the exercise's positions in which it makes this demand."""
    return tuple(position for position in exercise.positions if demand in demands_in(exercise, position))


def positions_concerned(rule: Rule, exercise: Exercise) -> tuple[Position, ...]:
    """Those of the exercise's positions that a rule concerns; none where it does not concern the exercise."""
    return tuple(
        position for position in exercise.positions if concerns(rule, demands_in(exercise, position))
    )


def called_for(precaution: Precaution, library: Library) -> tuple[Exercise, ...]:
    """The exercises that a condition calls for."""
    plan = Plan(goals=(), conditions=(Condition(precaution.id),))
    client = client_of(plan, library.precautions)
    return tuple(exercise for exercise in library.exercises if favours_for(exercise, client))


def sources_named(routine: Routine) -> tuple[str, ...]:
    """The ids of the sources that a routine's reasons and rulings name, each once, in their order."""
    given = [reason for chosen in routine.chosen for reason in chosen.reasons]
    given += [reason for left_out in routine.left_out for reason in left_out.reasons]
    named = [reason.source for reason in given if isinstance(reason, Evidenced)]
    named += [ruling.rule.source for chosen in routine.chosen for ruling in chosen.rulings]
    return tuple(dict.fromkeys(named))


def pictures_of(exercise: Exercise, library: Library) -> tuple[str, ...]:
    """The files of an exercise's pictures, as far as they exist."""
    frames = library.words.exercises[exercise.id].frames
    paths = (ILLUSTRATIONS / f"{exercise.id}-{frame}.svg" for frame in frames)
    return tuple(str(path) for path in paths if path.exists())
