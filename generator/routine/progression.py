"""Which level of a progressive routine belongs to which week."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.routine.plan import Level

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.routine.model import Step


def level_of_week(week: int, weeks: int) -> Level:
    """The level of one week (from 1) of so many: in thirds; a remainder makes the earlier ones longer.

    One week alone is gentle; two are gentle and standard. A convention of this program, for a careful start:
    no trial sets it.
    """
    levels = tuple(Level)
    return levels[(week - 1) * len(levels) // max(weeks, len(levels))]


def weeks_of_steps(steps: Sequence[Step], weeks: int) -> tuple[tuple[Step, int, int], ...]:
    """Each step with its first and last week: those of equal dose as one, and none that is not reached.

    Args:
        steps: of a progressive routine, one for each level, from the gentlest.
        weeks: how long the routine goes on.
    """
    found: list[tuple[Step, int, int]] = []
    by_level = {step.level: step for step in steps}
    for week in range(1, weeks + 1):
        step = by_level[level_of_week(week, weeks)]
        if found and found[-1][0].dose == step.dose:
            found[-1] = (found[-1][0], found[-1][1], week)
        else:
            found.append((step, week, week))
    return tuple(found)
