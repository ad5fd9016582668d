"""What this client can do: an exercise against the plan's kit, positions, exclusions and goals."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from generator.library.model import Kind, Kit, Position
from generator.routine import reasons
from generator.routine.dosing import dose_for, sides_for
from generator.routine.timing import seconds_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.library.model import Dose, Exercise, Goal
    from generator.routine.model import Plan, Reason, Side

KIT_OF_POSITION: Final[Mapping[Position, Kit]] = {Position.SITTING_CHAIR: Kit.CHAIR}
"""What a position itself needs, whatever the exercise: nobody sits on a chair without one."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An exercise with the dose, sides and positions that this client would have.

    Attributes:
        positions: those possible for this client, the preferred one first.
        goals: the goals of the plan that it serves or prepares for, in the plan's order.
        seconds: how long it takes at most, without a change of position before it.
    """

    exercise: Exercise
    dose: Dose
    sides: tuple[Side, ...]
    positions: tuple[Position, ...]
    goals: tuple[Goal, ...]
    seconds: int

    @property
    def is_release(self) -> bool:
        """Whether it comes before the stretches and mobilisations."""
        return self.exercise.kind is Kind.RELEASE


def candidate(exercise: Exercise, plan: Plan, positions: tuple[Position, ...]) -> Candidate:
    """The exercise as this client would do it in one of these positions."""
    dose = dose_for(exercise.dose, plan.level)
    sides = sides_for(exercise.sides, plan.side)
    goals = goals_served(exercise, plan)
    return Candidate(exercise, dose, sides, positions, goals, seconds_of(dose, sides))


def goals_served(exercise: Exercise, plan: Plan) -> tuple[Goal, ...]:
    """The goals of the plan that the exercise serves or prepares for, in the plan's order."""
    return tuple(goal for goal in plan.goals if exercise.serves.get(goal, 0) > 0)


def possible_positions(exercise: Exercise, plan: Plan) -> tuple[Position, ...]:
    """The exercise's positions that this client can be in, the preferred one first."""
    return tuple(
        position
        for position in exercise.positions
        if position in plan.positions and not kit_lacking(exercise, plan, position)
    )


def kit_lacking(exercise: Exercise, plan: Plan, position: Position) -> tuple[Kit, ...]:
    """What the exercise needs in this position and the client does not have, each once."""
    of_position = (KIT_OF_POSITION[position],) if position in KIT_OF_POSITION else ()
    needed = dict.fromkeys((*exercise.kit_needed, *of_position))
    return tuple(kit for kit in needed if kit not in plan.kit)


def physical_obstacles(exercise: Exercise, plan: Plan) -> tuple[Reason, ...]:
    """Why this client cannot do the exercise at all: kit that is missing, positions that are impossible.

    Empty when there is at least one way to do it; else every obstacle of every one of its positions.
    """
    if possible_positions(exercise, plan):
        return ()
    kits = (kit for position in exercise.positions for kit in kit_lacking(exercise, plan, position))
    return (
        *(reasons.kit_missing(kit) for kit in dict.fromkeys(kits)),
        *(reasons.position_impossible(place) for place in exercise.positions if place not in plan.positions),
    )


def obstacles(exercise: Exercise, plan: Plan) -> tuple[Reason, ...]:
    """Every reason to leave the exercise out before any choosing; empty when it may be chosen."""
    found = list(physical_obstacles(exercise, plan))
    if exercise.id in plan.exclude:
        found.insert(0, reasons.excluded())
    if exercise.id not in plan.include and not goals_served(exercise, plan):
        found.append(reasons.serves_no_goal())
    return tuple(found)
