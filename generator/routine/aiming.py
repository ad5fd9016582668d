"""Which goals a routine works on: those of the plan that can be served safely, or one where time is short."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.library.vocabulary import Kind
from generator.routine import reasons
from generator.routine.limits import limits_of, seconds_together
from generator.routine.rulings import client_with, forbidding, rulings_on
from generator.routine.screening import candidate, kit_lacking, positions_for, possible_positions
from generator.routine.timing import whole_minutes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.library.model import Exercise
    from generator.library.vocabulary import Goal
    from generator.routine.model import Condition, Reason
    from generator.routine.rulings import Client
    from generator.routine.screening import Candidate


@dataclass(frozen=True, slots=True)
class Aim:
    """The goals that a routine works on, in their order, and what became of the others.

    Attributes:
        goals: those of the plan that remain, then those that take the place of others.
        left_out: why goals of the plan are not worked on, each with its reason.
        instead: what takes the place of which.
    """

    goals: tuple[Goal, ...]
    left_out: tuple[Reason, ...] = ()
    instead: tuple[Reason, ...] = ()


def safe_aim(exercises: Sequence[Exercise], client: Client) -> Aim:
    """The goals of the plan, less those for which the client's conditions leave nothing that trains them.

    A goal for which there would be nothing without the conditions either stays: what it lacks is told
    elsewhere. What a condition names to work on instead comes in at the end, as far as it is safe.
    """
    kept: list[Goal] = []
    left_out: list[Reason] = []
    swaps: dict[Goal, dict[Goal, list[Condition]]] = {}  # by new goal: the ones replaced, and because of what
    for goal in client.plan.goals:
        conditions = _conditions_against(goal, exercises, client)
        if not conditions:
            kept.append(goal)
            continue
        left_out.append(reasons.goal_unsafe(goal, conditions))
        for condition, precaution in client.precautions:
            for other in precaution.instead.get(goal, ()) if condition in conditions else ():
                swaps.setdefault(other, {}).setdefault(goal, []).append(condition)
    instead: list[Reason] = []
    for other, replaced in swaps.items():
        if other not in client.plan.goals and any(_can_train(each, other, client) for each in exercises):
            instead.append(
                reasons.goal_instead(other, replaced, (each for found in replaced.values() for each in found))
            )
            kept.append(other)
    return Aim(tuple(kept), tuple(left_out), tuple(instead))


def timely_aim(
    aim: Aim, exercises: Sequence[Exercise], candidates: Sequence[Candidate], client: Client
) -> Aim:
    """One goal alone where the time is short: one area done well is better than all of them done badly.

    Time is short where the best exercise for each goal would together take longer than the plan allows. The
    first goal that has an exercise within the time remains, and with it those that an exercise asked for by
    name serves anyhow. What is best is asked of the whole library, so that more kit never makes time short.

    Source: the author's answer to readers who are short of time.
    """
    limits = limits_of(client.plan)
    included = tuple(each for each in candidates if each.exercise.id in client.plan.include)
    anybody = replace(client, precautions=())
    bests = {each.exercise.id: each for each in included}
    for goal in aim.goals:
        training = [
            candidate(each, anybody, each.positions, aim.goals) for each in exercises if _trains(each, goal)
        ]
        if training:
            best = min(
                training, key=lambda each: (-each.exercise.serves[goal], each.seconds, each.exercise.number)
            )
            bests.setdefault(best.exercise.id, best)
    if len(aim.goals) == 1 or limits.allow_time(bests.values()):
        return aim
    area = next(
        (
            goal
            for goal in aim.goals
            for each in candidates
            if _trains(each.exercise, goal)
            and limits.allow(included if each in included else (*included, each))
        ),
        None,
    )
    if area is None:
        return aim
    kept = tuple(
        goal for goal in aim.goals if goal is area or any(_trains(each.exercise, goal) for each in included)
    )
    minutes = whole_minutes(seconds_together(bests.values()))
    short = tuple(reasons.goal_short_of_time(goal, minutes) for goal in aim.goals if goal not in kept)
    instead = tuple(each for each in aim.instead if dict(each.values)["goal"] in kept)
    return Aim(kept, (*aim.left_out, *short), instead)


def _trains(exercise: Exercise, goal: Goal) -> bool:
    """Whether it serves the goal itself; a release only prepares."""
    return exercise.kind is not Kind.RELEASE and exercise.serves.get(goal, 0) > 0


def _can_train(exercise: Exercise, goal: Goal, client: Client) -> bool:
    """Whether it trains the goal, and may be chosen for this client."""
    may = exercise.id not in client.plan.exclude and bool(positions_for(exercise, client))
    return may and _trains(exercise, goal)


def _conditions_against(goal: Goal, exercises: Sequence[Exercise], client: Client) -> tuple[Condition, ...]:
    """The conditions that leave nothing to train the goal; none where something is left, or never was.

    Those that each do so by themselves, if there are such; else all that together leave nothing.
    """
    if any(_can_train(each, goal, client) for each in exercises):
        return ()
    plan = client.plan
    without = client_with(plan, ())
    found: set[Condition] = set()
    for each in exercises:
        if not _can_train(each, goal, without):
            continue
        for position in possible_positions(each, without):
            found.update(ruling.condition for ruling in forbidding(rulings_on(each, position, client)))
            found.update(
                condition
                for condition, precaution in client.precautions
                if position in precaution.no_positions
                or kit_lacking(each, plan.no_kit.union(precaution.no_kit), position)
            )
    together = tuple(pair for pair in client.precautions if pair[0] in found)
    alone = tuple(
        condition
        for condition, precaution in together
        if not any(
            _can_train(each, goal, client_with(plan, ((condition, precaution),))) for each in exercises
        )
    )
    return alone or tuple(condition for condition, _ in together)
