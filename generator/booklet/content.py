"""What a booklet tells: a routine, the people and the schedule, and the words for it all."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from generator.booklet.details import Details
    from generator.booklet.wording import Wording
    from generator.routine.model import Routine


class Content(NamedTuple):
    """What every layout tells, each in its own way."""

    routine: Routine
    details: Details
    wording: Wording
