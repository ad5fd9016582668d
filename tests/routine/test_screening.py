"""What a client can do with what is at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.library.ids import kit_ids
from generator.library.vocabulary import Goal, Position
from generator.routine.plan import Plan
from generator.routine.reasons import KitMissing, PositionImpossible, ServesNoGoal
from generator.routine.rulings import client_of
from generator.routine.screening import Screened, obstacles, screen

if TYPE_CHECKING:
    from generator.library.model import Exercise

NO_CHAIR = frozenset({"chair"})


def _screened(exercise: Exercise, plan: Plan) -> Screened:
    [screened] = screen([exercise], client_of(plan, {}))
    return screened


def test_nobody_sits_on_a_chair_without_one(seventeen: tuple[Exercise, ...]) -> None:
    plan = Plan(goals=(Goal.SIDE,), no_kit=NO_CHAIR)
    either_way = seventeen[10 - 1]
    assert _screened(either_way, plan).possible == (Position.STANDING,)
    assert obstacles(_screened(either_way, plan), plan.goals) == ()


def test_the_chair_is_missed_once(seventeen: tuple[Exercise, ...]) -> None:
    plan = Plan(goals=(Goal.ROTATION,), no_kit=NO_CHAIR)
    assert obstacles(_screened(seventeen[13 - 1], plan), plan.goals) == (KitMissing("chair"),)


def test_each_way_of_doing_it_says_what_stops_it(seventeen: tuple[Exercise, ...]) -> None:
    plan = Plan(goals=(Goal.SIDE,), no_kit=NO_CHAIR, positions=frozenset({Position.SITTING_CHAIR}))
    assert obstacles(_screened(seventeen[10 - 1], plan), plan.goals) == (
        KitMissing("chair"),
        PositionImpossible(Position.STANDING),
    )


def test_kit_that_only_adds_comfort_is_no_reason(seventeen: tuple[Exercise, ...]) -> None:
    plan = Plan(goals=(Goal.FLEXION,), no_kit=frozenset(kit_ids()))
    assert obstacles(_screened(seventeen[12 - 1], plan), plan.goals) == ()


def test_asked_for_by_name_need_not_serve_a_goal(seventeen: tuple[Exercise, ...]) -> None:
    cat = seventeen[12 - 1]
    plain, asked_for = Plan(goals=(Goal.SIDE,)), Plan(goals=(Goal.SIDE,), include=(cat.id,))
    assert obstacles(_screened(cat, plain), plain.goals) == (ServesNoGoal(),)
    assert obstacles(_screened(cat, asked_for), asked_for.goals) == ()
