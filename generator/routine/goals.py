"""Which goals a routine works on: those of the plan that can be served safely, or one where time is short."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.routine import reasons
from generator.routine.limits import limits_of, seconds_together
from generator.routine.rulings import forbidding
from generator.routine.screening import candidate, kit_lacking, standing, trains
from generator.routine.timing import whole_minutes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.library.vocabulary import Goal
    from generator.routine.plan import Condition, Plan
    from generator.routine.reasons import GoalInstead, GoalReason
    from generator.routine.rulings import Client
    from generator.routine.screening import Candidate, Screened


class GoalChoice(NamedTuple):
    """The goals that a routine works on, in their order, and what became of the others.

    Attributes:
        goals: those of the plan that remain, then those that take the place of others.
        left_out: why goals of the plan are not worked on, each with its reason.
        instead: what takes the place of which.
    """

    goals: tuple[Goal, ...]
    left_out: tuple[GoalReason, ...] = ()
    instead: tuple[GoalInstead, ...] = ()


def safe_goals(screened: Sequence[Screened], client: Client) -> GoalChoice:
    """The goals of the plan, without those for which the client's conditions leave nothing that trains them.

    A goal that nothing would serve even without the conditions stays: what it lacks is reported elsewhere.
    What a condition names to work on instead comes in at the end, as far as it is safe.
    """
    kept: list[Goal] = []
    left_out: list[GoalReason] = []
    swaps: dict[Goal, dict[Goal, list[Condition]]] = {}  # by new goal: the ones replaced, and because of what
    for goal in client.plan.goals:
        conditions = _conditions_against(_training(goal, screened), client)
        if not conditions:
            kept.append(goal)
            continue
        left_out.append(reasons.GoalUnsafe(goal, reasons.ids_of(conditions)))
        for condition, precaution in client.precautions:
            for other in precaution.instead.get(goal, ()) if condition in conditions else ():
                swaps.setdefault(other, {}).setdefault(goal, []).append(condition)
    instead: list[GoalInstead] = []
    for other, replaced in swaps.items():
        if other not in client.plan.goals and any(each.positions for each in _training(other, screened)):
            because = reasons.ids_of(each for found in replaced.values() for each in found)
            instead.append(reasons.GoalInstead(other, tuple(replaced), because))
            kept.append(other)
    return GoalChoice(tuple(kept), tuple(left_out), tuple(instead))


def goals_in_time(
    choice: GoalChoice, screened: Sequence[Screened], candidates: Sequence[Candidate], plan: Plan
) -> GoalChoice:
    """One goal alone where the time is short: one area done well is better than all of them done badly.

    Time is short where the best exercise for each goal would together take longer than the plan allows. The
    first goal that has an exercise within the time remains, and with it those that an exercise asked for by
    name serves anyway. The best is sought in the whole library, so that more kit never makes time short.

    Source: the author's answer to readers who are short of time.
    """
    limits = limits_of(plan)
    included = tuple(each for each in candidates if each.exercise.id in plan.include)
    bests = {each.exercise.id: each for each in included}
    for goal in choice.goals:
        training = [
            candidate(each.with_only(()), each.exercise.positions, choice.goals)
            for each in screened
            if trains(each.exercise, goal)
        ]
        if training:
            best = min(
                training, key=lambda each: (standing(each.exercise, goal), each.seconds, each.exercise.number)
            )
            bests.setdefault(best.exercise.id, best)
    if len(choice.goals) == 1 or limits.allow_time(bests.values()):
        return choice
    area = next(
        (
            goal
            for goal in choice.goals
            for each in candidates
            if trains(each.exercise, goal)
            and limits.allow(included if each in included else (*included, each))
        ),
        None,
    )
    if area is None:
        return choice
    kept = tuple(
        goal for goal in choice.goals if goal is area or any(trains(each.exercise, goal) for each in included)
    )
    minutes = whole_minutes(seconds_together(bests.values()))
    short = tuple(
        reasons.GoalShortOfTime(goal, minutes)
        for goal in choice.goals
        if goal not in kept and goal in plan.goals  # nobody asked for what came in instead
    )
    instead = tuple(each for each in choice.instead if each.goal in kept)
    return GoalChoice(kept, (*choice.left_out, *short), instead)


def _training(goal: Goal, screened: Sequence[Screened]) -> list[Screened]:
    """Those that train the goal and that the plan does not exclude; possible or not."""
    return [
        each
        for each in screened
        if trains(each.exercise, goal) and each.exercise.id not in each.client.plan.exclude
    ]


def _conditions_against(training: Sequence[Screened], client: Client) -> tuple[Condition, ...]:
    """The conditions that leave nothing of what trains a goal; none where something is left, or never was.

    Those that do so alone, if there are any; otherwise all that do so together.
    """
    if any(each.positions for each in training):
        return ()
    found: set[Condition] = set()
    for each in training:
        for position in each.with_only(()).possible:
            found.update(ruling.condition for ruling in forbidding(each.rulings[position]))
            found.update(
                condition
                for condition, precaution in client.precautions
                if position in precaution.no_positions
                or kit_lacking(each.exercise, client.plan.no_kit.union(precaution.no_kit), position)
            )
    together = tuple(pair for pair in client.precautions if pair[0] in found)
    alone = tuple(
        condition
        for condition, precaution in together
        if not any(each.with_only(((condition, precaution),)).positions for each in training)
    )
    return alone or tuple(condition for condition, _ in together)
