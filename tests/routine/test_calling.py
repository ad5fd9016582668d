"""What conditions bring into a routine, on small libraries made for the point."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.library.model import Favour, Precaution
from generator.library.vocabulary import Basis, Demand, Goal, Position
from generator.routine.calling import calls_on
from generator.routine.plan import Condition, Plan
from generator.routine.rulings import client_of
from generator.routine.screening import screen

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from generator.library.model import Exercise

STANDING = (Position.STANDING,)
KNOWN = Condition("known")


def _called(exercises: Sequence[Exercise], favour: Favour, plan: Plan) -> list[int]:
    client = client_of(plan, {"known": Precaution("known", (), favours=favour)})
    calls = calls_on(screen(exercises, client), client, plan.goals)
    return [each.number for each in exercises if calls[each.id]]


def test_for_the_sake_of_a_goal_the_best_two_come_in(build: Callable[..., Exercise]) -> None:
    exercises = [build(number, {Goal.SIDE: service}, STANDING) for number, service in enumerate((2, 4, 3, 5))]
    favour = Favour(Basis.ARTICLE, "article", goals=(Goal.SIDE,))
    plan = Plan((Goal.ROTATION,), conditions=(KNOWN,))
    assert _called(exercises, favour, plan) == [1, 3]
    assert _called(exercises, favour, replace(plan, exclude=("exercise-3",))) == [1, 2]


def test_what_is_called_for_by_what_it_asks_of_the_body_comes_in_whatever_their_number(
    build: Callable[..., Exercise],
) -> None:
    exercises = [
        replace(build(number, {Goal.SIDE: 1}, STANDING), demands=(Demand.DEEP_BREATHING,))
        for number in range(4)
    ]
    favour = Favour(Basis.ARTICLE, "article", demands=(Demand.DEEP_BREATHING,))
    assert _called(exercises, favour, Plan((Goal.ROTATION,), conditions=(KNOWN,))) == [0, 1, 2, 3]
    within = replace(favour, is_within_goals=True)
    assert _called(exercises, within, Plan((Goal.ROTATION,), conditions=(KNOWN,))) == []
    assert _called(exercises, within, Plan((Goal.SIDE,), conditions=(KNOWN,))) == [0, 1, 2, 3]
