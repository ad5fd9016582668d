"""What lies between a request and its routine, or an answer from the library: read, check, choose."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.library.prepared import own_library
from generator.problems import NothingLeftError, UsageError
from generator.reading import no_such_exercise
from generator.request import Surroundings, as_options, filters_from, order_from
from generator.resources import ASSETS, DATA
from generator.routine.choosing import choose

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from generator.library.model import Exercise, Library
    from generator.problems import Problem
    from generator.request import Order, Request
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
        NothingLeftError: no exercise remains; its problems say what would help.
        BadDataError: the library has mistakes.
    """
    known = languages()
    typed = request.language.strip().lower()
    # Another language does for checking the rest of a request whose own is not there.
    library = own_library(next((tag for tag in known if tag.lower() == typed), _FIRST_LANGUAGE))
    around = Surroundings(library.exercises, known, today, epoch, version)
    order = order_from(request, around, also)
    try:
        routine = choose(library.exercises, order.plan)
    except NothingLeftError as error:
        raise NothingLeftError(*as_options(error.problems)) from error
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
    library = own_library(filters_from(languages(), language).language)
    wanted = exercise_id.strip().lower()
    for exercise in library.exercises:
        if wanted in (exercise.id, str(exercise.number)):
            return library, exercise
    raise UsageError(no_such_exercise(exercise_id, [exercise.id for exercise in library.exercises], "ID"))


def pictures_of(exercise: Exercise, library: Library) -> tuple[str, ...]:
    """The files of an exercise's pictures, as far as they exist."""
    frames = library.words.exercises[exercise.id].frames
    paths = (ILLUSTRATIONS / f"{exercise.id}-{frame}.svg" for frame in frames)
    return tuple(str(path) for path in paths if path.exists())
