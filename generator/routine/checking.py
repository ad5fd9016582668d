"""A plan → everything that is wrong with it, before anything is chosen."""

from __future__ import annotations

from collections import Counter
from types import MappingProxyType
from typing import TYPE_CHECKING

from generator.documents.suggestions import did_you_mean
from generator.library.vocabulary import Goal, Sides
from generator.problems import Problem
from generator.routine.limits import limits_of, seconds_together
from generator.routine.plan import EXERCISES, MINUTES
from generator.routine.reasons import (
    ConditionTakesKit,
    ConditionTakesPosition,
    KitMissing,
    PositionImpossible,
)
from generator.routine.rulings import client_of
from generator.routine.screening import candidate, forbidding_rulings, physical_obstacles, screen
from generator.routine.timing import whole_minutes

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.library.model import Exercise, Precaution
    from generator.routine.plan import Plan
    from generator.routine.screening import Screened


def problems_of(
    exercises: Sequence[Exercise], plan: Plan, precautions: Mapping[str, Precaution] = MappingProxyType({})
) -> tuple[Problem, ...]:
    """Everything that is wrong with the plan; empty when nothing is.

    The `path` of each problem is the name of the option, without dashes: `goal`, `minutes`, `max-exercises`,
    `condition`, `include`, `exclude`, `because`, `side`.
    """
    client = client_of(plan, precautions)
    of_figures = [
        *_out_of_range("minutes", plan.minutes, MINUTES),
        *_out_of_range("max-exercises", plan.max_exercises, EXERCISES),
    ]
    included = screen((each for each in exercises if each.id in plan.include), client)
    of_include = [
        *_unknown("include", plan.include, exercises),
        *_impossible_includes(included, plan),
        *_unsafe_includes(included, plan),
    ]
    of_rest = [
        *_wrong_goals(plan),
        *_wrong_conditions(plan, precautions),
        *_unknown("exclude", plan.exclude, exercises),
        *_wrong_sides(exercises, plan),
    ]
    # Only includes that can be done have a time that means something.
    of_room = [] if of_figures or of_include else _too_much_included(included, plan)
    return (*of_rest, *of_figures, *of_include, *of_room)


def _wrong_conditions(plan: Plan, precautions: Mapping[str, Precaution]) -> list[Problem]:
    found = []
    for name, count in Counter(condition.id for condition in plan.conditions).items():
        if name not in precautions:
            hint = did_you_mean(name, precautions, "`thoracic conditions` lists every condition")
            found.append(Problem(f"there is no condition {name!r}", hint, "condition"))
        elif count > 1:
            found.append(Problem(f"{name} is given {count} times", "give each condition once", "condition"))
    return found


def _wrong_sides(exercises: Sequence[Exercise], plan: Plan) -> list[Problem]:
    found = _unknown("side", [name for name, _ in plan.sides], exercises)
    sided = {each.id: each.sides for each in exercises}
    for name, count in Counter(name for name, _ in plan.sides).items():
        if sided.get(name) is Sides.NONE:
            found.append(Problem(f"{name} has no sides", "remove its side", "side"))
        elif count > 1:
            found.append(Problem(f"{name} has {count} sides", "give one, or both", "side"))
    return found


def _wrong_goals(plan: Plan) -> list[Problem]:
    if not plan.goals:
        return [Problem("no goal is given", f"give at least one of {', '.join(Goal)}", "goal")]
    return [
        Problem(f"{goal} is given {count} times", "give each goal once, the most important first", "goal")
        for goal, count in Counter(plan.goals).items()
        if count > 1
    ]


def _out_of_range(path: str, figure: int | None, allowed: range) -> list[Problem]:
    if figure is None or figure in allowed:
        return []
    hint = "give a number in that range, or none for no limit"
    return [Problem(f"must be {allowed[0]} to {allowed[-1]}, got {figure}", hint, path)]


def _unknown(path: str, names: Sequence[str], exercises: Sequence[Exercise]) -> list[Problem]:
    known = [each.id for each in exercises]
    found = []
    for name in dict.fromkeys(names):
        if name not in known:
            hint = did_you_mean(name, known, "`thoracic list` lists every exercise")
            found.append(Problem(f"there is no exercise {name!r}", hint, path))
    return found


def _impossible_includes(included: Sequence[Screened], plan: Plan) -> list[Problem]:
    found = []
    for each in included:
        name = each.exercise.id
        if name in plan.exclude:
            message = f"{name} is both included and excluded"
            found.append(Problem(message, "remove it from one of the two", "include"))
        for obstacle in physical_obstacles(each):
            match obstacle:
                case KitMissing(kit) | ConditionTakesKit(_, kit):
                    message = f"{name} needs {kit}, which is not at hand"
                    remedy = f"add {kit} to the kit"
                case PositionImpossible(position) | ConditionTakesPosition(_, position):
                    message = f"{name} is done in the position {position}, which is not possible"
                    remedy = f"allow the position {position}"
            if isinstance(obstacle, ConditionTakesKit | ConditionTakesPosition):
                message += f" with {obstacle.condition}"
                remedy = f"leave out the condition {obstacle.condition}"
            found.append(Problem(message, f"{remedy}, or do not include {name}", "include"))
    return found


def _unsafe_includes(included: Sequence[Screened], plan: Plan) -> list[Problem]:
    """An exercise that a condition leaves out needs a reason to be included; no other can have one."""
    if plan.because:
        if any(each.is_overridden for each in included):
            return []
        hint = "leave it out, or include what a condition leaves out"
        return [Problem("there is nothing to override", hint, "because")]
    found = []
    for each in included:
        name = each.exercise.id
        for ruling in forbidding_rulings(each) if each.possible else ():
            demands = f" ({', '.join(ruling.demands)})" if ruling.demands else ""
            message = f"{name} is left out with {ruling.condition.id}{demands}"
            hint = f"give your reason with because, or do not include {name}"
            found.append(Problem(message, hint, "include"))
    return found


def _too_much_included(included: Sequence[Screened], plan: Plan) -> list[Problem]:
    limits = limits_of(plan)
    candidates = [candidate(each, each.positions, plan.goals) for each in included]
    found = []
    if not limits.allow_number(candidates):
        message = f"{len(candidates)} exercises are included, more than the {plan.max_exercises} allowed"
        hint = f"allow at least {len(candidates)} with max-exercises, or include fewer"
        found.append(Problem(message, hint, "include"))
    if not limits.allow_time(candidates):
        minutes = whole_minutes(seconds_together(candidates))
        message = f"the included exercises take {minutes} minutes, more than the {plan.minutes} allowed"
        hint = f"allow at least {minutes} minutes, or include fewer"
        found.append(Problem(message, hint, "include"))
    return found
