"""What the client's conditions say about an exercise: the rules that apply, by what it asks of the body."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from generator.library.vocabulary import Action, Demand, Goal, Kind, Position

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from generator.library.model import Exercise, Favour, Precaution, Rule
    from generator.routine.plan import Condition, Plan

DEMANDS_OF_POSITION: Mapping[Position, tuple[Demand, ...]] = {
    Position.ON_BACK: (Demand.LYING_ON_THE_BACK, Demand.GETTING_TO_AND_FROM_THE_FLOOR),
    Position.FACE_DOWN: (Demand.LYING_FACE_DOWN, Demand.GETTING_TO_AND_FROM_THE_FLOOR),
    Position.ON_SIDE: (Demand.LYING_ON_THE_SIDE, Demand.GETTING_TO_AND_FROM_THE_FLOOR),
    Position.FOUR_POINT_KNEEL: (Demand.KNEELING, Demand.GETTING_TO_AND_FROM_THE_FLOOR),
    Position.SITTING_FLOOR: (Demand.GETTING_TO_AND_FROM_THE_FLOOR,),
    # A bed is lain on as the floor is, without getting down to the floor.
    Position.BED_ON_BACK: (Demand.LYING_ON_THE_BACK,),
    Position.BED_FACE_DOWN: (Demand.LYING_FACE_DOWN,),
    Position.BED_ON_SIDE: (Demand.LYING_ON_THE_SIDE,),
    Position.SITTING_CHAIR: (),
    Position.STANDING: (),
    Position.SQUATTING: (Demand.DEEP_SQUAT_OR_LUNGE,),
}
"""What a position itself asks of the body, whatever the exercise."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a rule of one of the client's conditions says about one exercise.

    Attributes:
        demands: those of the exercise that the rule is about; none if it is about every exercise.
    """

    condition: Condition
    rule: Rule
    demands: tuple[Demand, ...]


class Client(NamedTuple):
    """A plan, together with what its conditions mean.

    Attributes:
        precautions: each condition of the plan with its precaution, in the order of their ids.
        no_kit: what is not at hand: the plan's, and what a condition rules out.
        positions: those possible: the plan's, without what a condition rules out.
    """

    plan: Plan
    precautions: tuple[tuple[Condition, Precaution], ...]
    no_kit: frozenset[str]
    positions: frozenset[Position]


def client_of(plan: Plan, precautions: Mapping[str, Precaution]) -> Client:
    """The client that a plan is for. Conditions without a precaution are ignored."""
    return client_with(
        plan,
        tuple(
            (condition, precautions[condition.id])
            for condition in sorted(plan.conditions, key=str)
            if condition.id in precautions
        ),
    )


def client_with(plan: Plan, precautions: tuple[tuple[Condition, Precaution], ...]) -> Client:
    """The client that a plan is for, with these conditions alone."""
    return Client(
        plan,
        precautions,
        plan.no_kit.union(*(precaution.no_kit for _, precaution in precautions)),
        plan.positions.difference(*(precaution.no_positions for _, precaution in precautions)),
    )


def demands_in(exercise: Exercise, position: Position) -> tuple[Demand, ...]:
    """All that the exercise asks of the body in this position, each once."""
    only_there = exercise.demands_in.get(position, ())
    return tuple(dict.fromkeys((*exercise.demands, *only_there, *DEMANDS_OF_POSITION[position])))


def concerns(rule: Rule, asked: Collection[Demand]) -> bool:
    """Whether a rule is about an exercise that asks this of the body."""
    if rule.is_together:
        return all(demand in asked for demand in rule.demands)
    return not rule.demands or any(demand in asked for demand in rule.demands)


def holds(rule: Rule, condition: Condition) -> bool:
    """Whether the rule holds in this stage of the condition; where the stage is unknown, it does."""
    if condition.stage and rule.stages and condition.stage not in rule.stages:
        return False
    if condition.weeks is None:
        return True
    after = rule.from_week is None or condition.weeks >= rule.from_week
    return after and (rule.until_week is None or condition.weeks < rule.until_week)


def rulings_on(exercise: Exercise, position: Position, client: Client) -> tuple[Ruling, ...]:
    """What each rule that applies to this client says about the exercise in this position."""
    asked = demands_in(exercise, position)
    found = []
    for condition, precaution in client.precautions:
        for rule in precaution.rules:
            if concerns(rule, asked) and rule.action is not Action.REFER and holds(rule, condition):
                met = tuple(demand for demand in asked if demand in rule.demands)
                found.append(Ruling(condition, rule, met))
    return tuple(found)


def forbidding(rulings: Iterable[Ruling]) -> tuple[Ruling, ...]:
    """Those that leave the exercise out."""
    return tuple(ruling for ruling in rulings if ruling.rule.action is Action.LEAVE_OUT)


def referring(client: Client) -> tuple[Condition, ...]:
    """The conditions that a clinician or doctor must see first."""
    return tuple(
        condition
        for condition, precaution in client.precautions
        if any(rule.action is Action.REFER and holds(rule, condition) for rule in precaution.rules)
    )


def favours_for(
    exercise: Exercise, client: Client, goals: Collection[Goal] = tuple(Goal)
) -> tuple[tuple[Condition, Favour], ...]:
    """The conditions that call for this exercise; releases are never called for.

    Args:
        exercise: one of the library's.
        client: who has the conditions.
        goals: those of the routine; some conditions call only for exercises that serve one of them.
    """
    if exercise.kind is Kind.RELEASE:
        return ()
    return tuple(
        (condition, favour)
        for condition, precaution in client.precautions
        if (favour := precaution.favours)
        and not (favour.is_within_goals and set(goals).isdisjoint(exercise.serves))
        and not (
            set(favour.muscles).isdisjoint(exercise.muscles)
            and set(favour.demands).isdisjoint(exercise.demands)
            and set(favour.goals).isdisjoint(exercise.serves)
        )
    )
