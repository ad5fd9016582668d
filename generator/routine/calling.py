"""The exercises that come into a routine because one of the client's conditions calls for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.routine.rulings import favours_for
from generator.routine.screening import standing

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.library.model import Exercise, Favour
    from generator.library.vocabulary import Goal
    from generator.routine.plan import Condition
    from generator.routine.rulings import Client
    from generator.routine.screening import Screened

MOST_FOR_A_GOAL = 2
"""How many exercises a condition brings for the sake of a goal that nobody asked for.

As many as the author's own answer named for a rounded upper back; more would crowd out what was asked for.
"""

Calls = tuple[tuple["Condition", "Favour"], ...]


def calls_on(screened: Sequence[Screened], client: Client, goals: Sequence[Goal]) -> Mapping[str, Calls]:
    """By exercise id, the conditions that bring it in, each with what it favours.

    Args:
        screened: the library for this client.
        client: who has the conditions.
        goals: those of the routine.
    """
    favours = [precaution.favours for _, precaution in client.precautions if precaution.favours]
    best = {id(favour): _best(screened, favour) for favour in favours}
    return {
        each.exercise.id: tuple(
            (condition, favour)
            for condition, favour in favours_for(each.exercise, client, goals)
            if _is_named(each.exercise, favour) or each.exercise in best[id(favour)]
        )
        for each in screened
    }


def _is_named(exercise: Exercise, favour: Favour) -> bool:
    """Whether it is called for by what it works on or asks of the body, not only by a goal."""
    return not (
        set(favour.muscles).isdisjoint(exercise.muscles) and set(favour.demands).isdisjoint(exercise.demands)
    )


def _best(screened: Sequence[Screened], favour: Favour) -> list[Exercise]:
    """The best of the safe exercises for each goal that a condition favours."""
    best: list[Exercise] = []
    for goal in favour.goals:
        safe = [
            each.exercise
            for each in screened
            if each.positions
            and each.exercise.id not in each.client.plan.exclude
            and favours_for(each.exercise, each.client)
            and goal in each.exercise.serves
        ]
        safe.sort(key=lambda each: standing(each, goal))
        best += safe[:MOST_FOR_A_GOAL]
    return best
