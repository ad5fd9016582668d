"""What this client can do, and may: an exercise against kit, positions, conditions, exclusions and goals."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.library.vocabulary import KIT_OF_POSITION, Kind
from generator.routine import reasons
from generator.routine.dosing import sides_for, steps_for
from generator.routine.rulings import favours_for, forbidding, rulings_on
from generator.routine.timing import seconds_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.library.model import Exercise
    from generator.library.vocabulary import Goal, Position
    from generator.routine.model import Reason, Ruling, Side, Step
    from generator.routine.rulings import Client


@dataclass(frozen=True, slots=True)
class Candidate:
    """An exercise with the doses, sides and positions that this client would have.

    Attributes:
        steps: one dose; or several, where it is to grow from week to week.
        positions: those possible and safe for this client, the preferred one first.
        goals: those of the routine that it serves or prepares for, in their order.
        seconds: how long it takes at most, without a change of position before it.
        is_favoured: one of the client's conditions calls for it.
    """

    exercise: Exercise
    steps: tuple[Step, ...]
    sides: tuple[Side, ...]
    positions: tuple[Position, ...]
    goals: tuple[Goal, ...]
    seconds: int
    is_favoured: bool = False

    @property
    def is_release(self) -> bool:
        """Whether it comes before the stretches and mobilisations."""
        return self.exercise.kind is Kind.RELEASE


def candidate(
    exercise: Exercise, client: Client, positions: tuple[Position, ...], goals: Sequence[Goal]
) -> Candidate:
    """The exercise as this client would do it in one of these positions, for a routine with these goals."""
    plan = client.plan
    # Where only some of the positions call for a gentle dose, it is gentle in all: there is one dose.
    is_gentle = any(
        ruling.rule.is_gentle for position in positions for ruling in rulings_on(exercise, position, client)
    )
    steps = steps_for(exercise.dose, plan, is_gentle=is_gentle)
    sides = sides_for(exercise.sides, dict(plan.sides).get(exercise.id, plan.side))
    return Candidate(
        exercise=exercise,
        steps=steps,
        sides=sides,
        positions=positions,
        goals=goals_served(exercise, goals),
        seconds=max(seconds_of(step.dose, sides) for step in steps),
        is_favoured=bool(favours_for(exercise, client)),
    )


def goals_served(exercise: Exercise, goals: Iterable[Goal]) -> tuple[Goal, ...]:
    """Those of the goals that the exercise serves or prepares for."""
    return tuple(goal for goal in goals if exercise.serves.get(goal, 0) > 0)


def possible_positions(exercise: Exercise, client: Client) -> tuple[Position, ...]:
    """The exercise's positions that this client can be in, the preferred one first; safe or not."""
    return tuple(
        position
        for position in exercise.positions
        if position in client.positions and not kit_lacking(exercise, client.no_kit, position)
    )


def safe_positions(exercise: Exercise, client: Client) -> tuple[Position, ...]:
    """Those of the possible positions in which no condition leaves the exercise out."""
    return tuple(
        position
        for position in possible_positions(exercise, client)
        if not forbidding(rulings_on(exercise, position, client))
    )


def positions_for(exercise: Exercise, client: Client) -> tuple[Position, ...]:
    """The positions to choose from: the safe ones; all possible ones where the clinician overrides."""
    safe = safe_positions(exercise, client)
    return possible_positions(exercise, client) if not safe and is_overridden(exercise, client) else safe


def is_overridden(exercise: Exercise, client: Client) -> bool:
    """Whether the clinician puts it in, with a reason, although every possible position is unsafe."""
    plan = client.plan
    asked = bool(plan.because) and exercise.id in plan.include
    return asked and not safe_positions(exercise, client) and bool(possible_positions(exercise, client))


def kit_lacking(exercise: Exercise, no_kit: frozenset[str], position: Position) -> tuple[str, ...]:
    """What the exercise needs in this position and is among what is not at hand, each once."""
    of_position = (KIT_OF_POSITION[position],) if position in KIT_OF_POSITION else ()
    needed = dict.fromkeys((*exercise.kit_needed, *of_position))
    return tuple(piece for piece in needed if piece in no_kit)


def physical_obstacles(exercise: Exercise, client: Client) -> tuple[Reason, ...]:
    """Why this client cannot do the exercise at all: kit that is missing, positions that are impossible.

    Empty when there is at least one way to do it; else every obstacle of every one of its positions. What a
    condition takes away is put down to that condition.
    """
    if possible_positions(exercise, client):
        return ()
    plan = client.plan
    kits = dict.fromkeys(
        kit for position in exercise.positions for kit in kit_lacking(exercise, client.no_kit, position)
    )
    return (
        *(reasons.kit_missing(kit) for kit in kits if kit in plan.no_kit),
        *(reasons.position_impossible(each) for each in exercise.positions if each not in plan.positions),
        *(
            reasons.condition_takes_kit(condition, kit)
            for condition, precaution in client.precautions
            for kit in kits
            if kit in precaution.no_kit
        ),
        *(
            reasons.condition_takes_position(condition, position)
            for condition, precaution in client.precautions
            for position in exercise.positions
            if position in precaution.no_positions
        ),
    )


def forbidding_rulings(exercise: Exercise, client: Client) -> tuple[Ruling, ...]:
    """Every ruling that leaves the exercise out, in any position it could be done in, each once.

    Empty where at least one position is safe. Where none is possible anyhow, all of them count.
    """
    positions = possible_positions(exercise, client) or exercise.positions
    by_position = [forbidding(rulings_on(exercise, position, client)) for position in positions]
    if not all(by_position):
        return ()
    found: dict[tuple[str, str], Ruling] = {}
    for rulings in by_position:
        for ruling in rulings:
            key = (ruling.condition.id, ruling.rule.id)
            before = found.get(key)
            demands = dict.fromkeys((*(before.demands if before else ()), *ruling.demands))
            found[key] = replace(ruling, demands=tuple(demands))
    return tuple(found.values())


def obstacles(exercise: Exercise, client: Client, goals: Sequence[Goal]) -> tuple[Reason, ...]:
    """Every reason to leave the exercise out before any choosing; empty when it may be chosen."""
    plan = client.plan
    found = list(physical_obstacles(exercise, client))
    if not is_overridden(exercise, client):
        found[:0] = map(reasons.condition_leaves_out, forbidding_rulings(exercise, client))
    if exercise.id in plan.exclude:
        found.insert(0, reasons.excluded())
    asked_for = exercise.id in plan.include or favours_for(exercise, client)
    if not asked_for and not goals_served(exercise, goals):
        found.append(reasons.serves_no_goal())
    return tuple(found)
