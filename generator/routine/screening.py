"""What this client can do, and do safely: exercises against kit, positions, conditions, exclusions, goals."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from generator.library.vocabulary import Kind
from generator.routine import reasons
from generator.routine.dosing import sides_for, steps_for
from generator.routine.rulings import client_with, favours_for, forbidding, rulings_on
from generator.routine.timing import seconds_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from generator.library.model import Exercise, Precaution
    from generator.library.vocabulary import Goal, Position
    from generator.routine.model import Step
    from generator.routine.plan import Condition, Side
    from generator.routine.reasons import PhysicalObstacle, Reason
    from generator.routine.rulings import Client, Ruling


class Screened(NamedTuple):
    """An exercise for one client: the positions it can be done in, and what conditions say about it there.

    Attributes:
        possible: its positions that this client can be in, the preferred one first; safe or not.
        safe: those of the possible positions in which no condition leaves the exercise out.
        rulings: by each of its positions, possible or not.
    """

    exercise: Exercise
    client: Client
    possible: tuple[Position, ...]
    safe: tuple[Position, ...]
    rulings: Mapping[Position, tuple[Ruling, ...]]

    @property
    def positions(self) -> tuple[Position, ...]:
        """The positions to choose from: the safe ones; all possible ones where the clinician overrides."""
        return self.possible if self.is_overridden else self.safe

    @property
    def is_overridden(self) -> bool:
        """Whether the clinician puts it in, with a reason, although every possible position is unsafe."""
        plan = self.client.plan
        return bool(plan.because and self.exercise.id in plan.include and self.possible and not self.safe)

    def with_only(self, precautions: tuple[tuple[Condition, Precaution], ...]) -> Screened:
        """The same for a client who has only these of the conditions."""
        conditions = [condition for condition, _ in precautions]
        rulings = {
            position: tuple(ruling for ruling in of_position if ruling.condition in conditions)
            for position, of_position in self.rulings.items()
        }
        return _screened(self.exercise, client_with(self.client.plan, precautions), rulings)


class Candidate(NamedTuple):
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


def screen(exercises: Iterable[Exercise], client: Client) -> tuple[Screened, ...]:
    """Each of the exercises for this client, so that what the conditions say is worked out once."""
    return tuple(
        _screened(each, client, {position: rulings_on(each, position, client) for position in each.positions})
        for each in exercises
    )


def _screened(exercise: Exercise, client: Client, rulings: Mapping[Position, tuple[Ruling, ...]]) -> Screened:
    possible = tuple(
        position
        for position in exercise.positions
        if position in client.positions and not kit_lacking(exercise, client.no_kit, position)
    )
    safe = tuple(position for position in possible if not forbidding(rulings[position]))
    return Screened(exercise, client, possible, safe, rulings)


def candidate(screened: Screened, positions: tuple[Position, ...], goals: Sequence[Goal]) -> Candidate:
    """The exercise as this client would do it in one of these positions, for a routine with these goals."""
    exercise, plan = screened.exercise, screened.client.plan
    # Where only some of the positions call for a gentle dose, it is gentle in all: there is one dose.
    is_gentle = any(ruling.rule.is_gentle for position in positions for ruling in screened.rulings[position])
    steps = steps_for(exercise.dose, plan, is_gentle=is_gentle)
    sides = sides_for(exercise.sides, dict(plan.sides).get(exercise.id, plan.side))
    return Candidate(
        exercise=exercise,
        steps=steps,
        sides=sides,
        positions=positions,
        goals=goals_served(exercise, goals),
        seconds=max(seconds_of(step.dose, sides) for step in steps),
        is_favoured=bool(favours_for(exercise, screened.client, goals)),
    )


def standing(exercise: Exercise, goal: Goal) -> tuple[int, bool]:
    """How an exercise stands among those that serve a goal: what serves it most first, then the article's.

    What goes beyond the article takes the place of one of the article's only by serving the goal better.
    """
    return -exercise.serves[goal], exercise.goes_beyond_the_article


def goals_served(exercise: Exercise, goals: Iterable[Goal]) -> tuple[Goal, ...]:
    """Those of the goals that the exercise serves or prepares for."""
    return tuple(goal for goal in goals if exercise.serves.get(goal, 0) > 0)


def trains(exercise: Exercise, goal: Goal) -> bool:
    """Whether it serves the goal itself; a release only prepares."""
    return exercise.kind is not Kind.RELEASE and exercise.serves.get(goal, 0) > 0


def kit_lacking(exercise: Exercise, no_kit: frozenset[str], position: Position) -> tuple[str, ...]:
    """What the exercise needs in this position and is among what is not at hand, each once."""
    return tuple(piece for piece in exercise.kit_in(position) if piece in no_kit)


def physical_obstacles(screened: Screened) -> tuple[PhysicalObstacle, ...]:
    """Why this client cannot do the exercise at all: kit that is missing, positions that are impossible.

    Empty when there is at least one way to do it; else every obstacle of every one of its positions. What a
    condition rules out is put down to that condition.
    """
    if screened.possible:
        return ()
    exercise, client = screened.exercise, screened.client
    plan = client.plan
    kits = dict.fromkeys(
        kit for position in exercise.positions for kit in kit_lacking(exercise, client.no_kit, position)
    )
    return (
        *(reasons.KitMissing(kit) for kit in kits if kit in plan.no_kit),
        *(reasons.PositionImpossible(each) for each in exercise.positions if each not in plan.positions),
        *(
            reasons.ConditionTakesKit(condition.id, kit)
            for condition, precaution in client.precautions
            for kit in kits
            if kit in precaution.no_kit
        ),
        *(
            reasons.ConditionTakesPosition(condition.id, position)
            for condition, precaution in client.precautions
            for position in exercise.positions
            if position in precaution.no_positions
        ),
    )


def forbidding_rulings(screened: Screened) -> tuple[Ruling, ...]:
    """Every ruling that leaves the exercise out, in any position it could be done in, each once.

    Empty if at least one position is safe. If none is possible anyway, all of them count.
    """
    positions = screened.possible or screened.exercise.positions
    by_position = [forbidding(screened.rulings[position]) for position in positions]
    if not all(by_position):
        return ()
    found: dict[tuple[str, str], Ruling] = {}
    for rulings in by_position:
        for ruling in rulings:
            key = (ruling.condition.id, ruling.rule.id)
            earlier = found[key].demands if key in found else ()
            found[key] = replace(ruling, demands=tuple(dict.fromkeys((*earlier, *ruling.demands))))
    return tuple(found.values())


def obstacles(screened: Screened, goals: Sequence[Goal], *, is_called: bool = False) -> tuple[Reason, ...]:
    """Every reason to leave the exercise out before any choosing; empty when it may be chosen.

    Args:
        screened: the exercise for this client.
        goals: those of the routine.
        is_called: one of the client's conditions brings it in, whatever the goals.
    """
    exercise, plan = screened.exercise, screened.client.plan
    found: list[Reason] = list(physical_obstacles(screened))
    if not screened.is_overridden:
        found[:0] = map(reasons.condition_leaves_out, forbidding_rulings(screened))
    if exercise.id in plan.exclude:
        found.insert(0, reasons.Excluded())
    if not (is_called or exercise.id in plan.include) and not goals_served(exercise, goals):
        found.append(reasons.ServesNoGoal())
    return tuple(found)
