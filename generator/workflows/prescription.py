"""What was given → a routine for a client: read the library, check, choose."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.booklet.wording import Wording
from generator.library.ids import languages
from generator.library.prepared import own_library
from generator.problems import NothingLeftError
from generator.request.resolving import as_options, resolve
from generator.routine.choosing import choose
from generator.workflows.lookups import ENGLISH, context_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from generator.library.model import Library
    from generator.problems import Problem
    from generator.request.resolving import ResolvedRequest
    from generator.routine.model import Chosen, LeftOut, Routine


class Prescription(NamedTuple):
    """A routine, chosen for what was asked for, and what is needed to print it."""

    library: Library
    resolved: ResolvedRequest
    routine: Routine

    def sentences(self, item: Chosen | LeftOut) -> list[str]:
        """Why an exercise is in the routine, or is not, a sentence for each reason."""
        wording = Wording(self.library.words, self.library.sources)
        return [wording.reason(reason) for reason in item.reasons]


def prescribe(
    given: Mapping[str, object], *, today: date, epoch: str = "", also: Iterable[Problem] = ()
) -> Prescription:
    """Choose a routine.

    Args:
        given: values of the keys of a request, as typed or of their own types; None was not given.
        today: the booklet's date where none is given.
        epoch: the variable SOURCE_DATE_EPOCH, which takes precedence over `today`; empty if it is not set.
        also: problems found elsewhere, to be reported together with those of the request.

    Raises:
        UsageError: the request, or something in `also`, is wrong; carries every problem.
        ReferFirstError: a condition must be seen by a clinician or doctor first.
        NothingLeftError: no exercise remains; its problems say what would help.
        BadDataError: the library has mistakes.
    """
    typed = str(given.get("language") or ENGLISH).strip().lower()
    # If there is no such language, English serves to check the rest of the request.
    library = own_library(next((tag for tag in languages() if tag.lower() == typed), ENGLISH))
    order = resolve(given, context_of(library, today, epoch), also)
    try:
        routine = choose(library.exercises, order.plan, library.precautions)
    except NothingLeftError as error:
        raise type(error)(*as_options(error.problems)) from error
    return Prescription(library, order, routine)
