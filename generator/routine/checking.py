"""Whether a plan can be meant as it stands: all that is wrong with it, before anything is chosen."""

from __future__ import annotations

from collections import Counter
from difflib import get_close_matches
from typing import TYPE_CHECKING, Final

from generator.library.model import Goal
from generator.problems import Problem
from generator.routine.limits import limits_of, seconds_together
from generator.routine.screening import candidate, physical_obstacles, possible_positions
from generator.routine.timing import whole_minutes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.library.model import Exercise
    from generator.routine.model import Plan

LEAST: Final = 1
MOST_MINUTES: Final = 120
MOST_EXERCISES: Final = 50


def problems_of(exercises: Sequence[Exercise], plan: Plan) -> tuple[Problem, ...]:
    """Everything that is wrong with the plan; empty when nothing is.

    The `path` of each problem is the name of the option, without dashes: `goal`, `minutes`, `max-exercises`,
    `include`, `exclude`.
    """
    of_figures = [
        *_out_of_range("minutes", plan.minutes, MOST_MINUTES),
        *_out_of_range("max-exercises", plan.max_exercises, MOST_EXERCISES),
    ]
    of_include = [*_unknown("include", plan.include, exercises), *_impossible_includes(exercises, plan)]
    of_rest = [*_wrong_goals(plan), *_unknown("exclude", plan.exclude, exercises)]
    # Only includes that can be done have a time that means something.
    of_room = [] if of_figures or of_include else _too_much_included(exercises, plan)
    return (*of_rest, *of_figures, *of_include, *of_room)


def _wrong_goals(plan: Plan) -> list[Problem]:
    if not plan.goals:
        return [Problem("no goal is given", f"give at least one of {', '.join(Goal)}", "goal")]
    return [
        Problem(f"{goal} is given {count} times", "give each goal once, the most important first", "goal")
        for goal, count in Counter(plan.goals).items()
        if count > 1
    ]


def _out_of_range(path: str, figure: int | None, most: int) -> list[Problem]:
    if figure is None or LEAST <= figure <= most:
        return []
    hint = "give a number in that range, or none for no limit"
    return [Problem(f"must be {LEAST} to {most}, got {figure}", hint, path)]


def _unknown(path: str, names: Sequence[str], exercises: Sequence[Exercise]) -> list[Problem]:
    known = [each.id for each in exercises]
    found = []
    for name in dict.fromkeys(names):
        if name not in known:
            close = get_close_matches(name, known, n=1)
            hint = f"did you mean {close[0]}?" if close else "`thoracic list` shows every exercise"
            found.append(Problem(f"there is no exercise {name!r}", hint, path))
    return found


def _impossible_includes(exercises: Sequence[Exercise], plan: Plan) -> list[Problem]:
    found = []
    for each in exercises:
        if each.id not in plan.include:
            continue
        if each.id in plan.exclude:
            message = f"{each.id} is both included and excluded"
            found.append(Problem(message, "leave it out of one of the two", "include"))
        for obstacle in physical_obstacles(each, plan):
            [(kind, what)] = obstacle.values
            if kind == "kit":
                message = f"{each.id} needs {what}, which is not at hand"
                hint = f"add {what} to the kit, or do not include {each.id}"
            else:
                message = f"{each.id} is done in the position {what}, which is not possible"
                hint = f"allow the position {what}, or do not include {each.id}"
            found.append(Problem(message, hint, "include"))
    return found


def _too_much_included(exercises: Sequence[Exercise], plan: Plan) -> list[Problem]:
    limits = limits_of(plan)
    included = [
        candidate(each, plan, possible_positions(each, plan)) for each in exercises if each.id in plan.include
    ]
    found = []
    if not limits.allow_number(included):
        message = f"{len(included)} exercises are included, more than the {plan.max_exercises} allowed"
        hint = f"allow at least {len(included)} with max-exercises, or include fewer"
        found.append(Problem(message, hint, "include"))
    if not limits.allow_time(included):
        minutes = whole_minutes(seconds_together(included))
        message = f"the included exercises take {minutes} minutes, more than the {plan.minutes} allowed"
        hint = f"allow at least {minutes} minutes, or include fewer"
        found.append(Problem(message, hint, "include"))
    return found
