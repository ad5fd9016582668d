"""What the plan allows: how many minutes, how many exercises."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.routine.ordering import fewest_changes
from generator.routine.timing import SECONDS_PER_MINUTE, SECONDS_TO_CHANGE_POSITION

if TYPE_CHECKING:
    from collections.abc import Collection

    from generator.routine.plan import Plan
    from generator.routine.screening import Candidate


def seconds_together(candidates: Collection[Candidate]) -> int:
    """How long a session of these takes at most, in the best order, changes of position included."""
    return sum(each.seconds for each in candidates) + fewest_changes(candidates) * SECONDS_TO_CHANGE_POSITION


class Limits(NamedTuple):
    """The most that one session may hold; None for no limit.

    Taking an exercise away never makes a session longer, so what does not fit now will not fit after more has
    been added.
    """

    seconds: int | None
    number: int | None

    def allow(self, candidates: Collection[Candidate]) -> bool:
        """Whether a session of these keeps within both."""
        return self.allow_number(candidates) and self.allow_time(candidates)

    def allow_number(self, candidates: Collection[Candidate]) -> bool:
        """Whether these are not too many."""
        return self.number is None or len(candidates) <= self.number

    def allow_time(self, candidates: Collection[Candidate]) -> bool:
        """Whether these do not take too long."""
        if self.seconds is None:
            return True
        alone = sum(each.seconds for each in candidates)
        # Most cases are decided without looking for the best order: too long by themselves, or short enough
        # even with a change of position before each.
        if alone > self.seconds or alone + len(candidates) * SECONDS_TO_CHANGE_POSITION <= self.seconds:
            return alone <= self.seconds
        return seconds_together(candidates) <= self.seconds


def limits_of(plan: Plan) -> Limits:
    """The plan's limits."""
    seconds = None if plan.minutes is None else plan.minutes * SECONDS_PER_MINUTE
    return Limits(seconds, plan.max_exercises)
