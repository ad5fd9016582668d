"""What lies between a request and its routine, or an answer from the library: read, check, choose."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.conditions import no_such_condition
from generator.library.prepared import own_library
from generator.problems import NothingLeftError, UsageError
from generator.reading import exercise_called, no_such_exercise
from generator.request import Surroundings, as_options, filters_from, order_from
from generator.resources import ASSETS, DATA
from generator.routine.choosing import choose
from generator.routine.model import Condition, Plan
from generator.routine.rulings import client_of, demands_in, favours_for

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from generator.command import Request
    from generator.library.model import Exercise, Library, Precaution, Rule
    from generator.library.vocabulary import Demand, Position
    from generator.problems import Problem
    from generator.request import Order
    from generator.routine.model import Routine

ILLUSTRATIONS = ASSETS / "illustrations"
_FIRST_LANGUAGE = "en"


def languages() -> tuple[str, ...]:
    """The tags of the languages that the program's own library has words in."""
    return tuple(sorted(path.name for path in DATA.glob("words/*") if path.is_dir()))


@dataclass(frozen=True, slots=True)
class Prepared:
    """A routine, chosen for a request, and what is needed to print it."""

    library: Library
    order: Order
    routine: Routine


def prepare(
    request: Request, *, today: date, epoch: str, version: str, also: Iterable[Problem] = ()
) -> Prepared:
    """Read the library, check the request, choose.

    Args:
        request: the options as typed.
        today: see `Surroundings`, as for `epoch` and `version`.
        epoch: the variable SOURCE_DATE_EPOCH, or nothing.
        version: of the program.
        also: problems found elsewhere, to be reported together with those of the request.

    Raises:
        UsageError: the request, or something in `also`, is wrong; carries every problem.
        ReferFirstError: a condition must be seen by a clinician or doctor first.
        NothingLeftError: no exercise remains; its problems say what would help.
        BadDataError: the library has mistakes.
    """
    known = languages()
    typed = request.language.strip().lower()
    # Another language does for checking the rest of a request whose own is not there.
    library = own_library(next((tag for tag in known if tag.lower() == typed), _FIRST_LANGUAGE))
    around = Surroundings(
        library.exercises,
        known,
        today,
        epoch,
        version,
        library.precautions,
        library.words.conditions,
        library.kit,
    )
    order = order_from(request, around, also)
    try:
        routine = choose(library.exercises, order.plan, library.precautions)
    except NothingLeftError as error:
        raise type(error)(*as_options(error.problems)) from error
    return Prepared(library, order, routine)


def listed(language: str, goals: Sequence[str], kinds: Sequence[str]) -> tuple[Library, list[Exercise]]:
    """The library, and those of its exercises that serve one of the goals and are of one of the kinds.

    Raises:
        UsageError: there is no such language, goal or kind; carries every problem.
    """
    filters = filters_from(languages(), language, goals, kinds)
    library = own_library(filters.language)
    return library, [
        exercise
        for exercise in library.exercises
        if exercise.kind in filters.kinds and not filters.goals.isdisjoint(exercise.serves)
    ]


def found(exercise_id: str, language: str) -> tuple[Library, Exercise]:
    """The library, and the exercise of that id, or of that number.

    Raises:
        UsageError: there is no such language or exercise.
    """
    library = library_in(language)
    exercise = exercise_called(exercise_id, library.exercises)
    if exercise is None:
        raise UsageError(no_such_exercise(exercise_id, library.exercises, "ID"))
    return library, exercise


def library_in(language: str) -> Library:
    """The library with its words in that language.

    Raises:
        UsageError: there is no such language.
    """
    return own_library(filters_from(languages(), language).language)


def found_condition(condition_id: str, language: str) -> tuple[Library, Precaution]:
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
        position
        for position in exercise.positions
        if not rule.demands or not set(rule.demands).isdisjoint(demands_in(exercise, position))
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
    named = [value for reason in given for name, value in reason.values if name == "source"]
    named += [ruling.rule.source for chosen in routine.chosen for ruling in chosen.rulings]
    return tuple(dict.fromkeys(named))


def pictures_of(exercise: Exercise, library: Library) -> tuple[str, ...]:
    """The files of an exercise's pictures, as far as they exist."""
    frames = library.words.exercises[exercise.id].frames
    paths = (ILLUSTRATIONS / f"{exercise.id}-{frame}.svg" for frame in frames)
    return tuple(str(path) for path in paths if path.exists())
