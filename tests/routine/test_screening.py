"""What a client can do with what is at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.library.ids import kit_ids
from generator.library.vocabulary import Goal, Position
from generator.routine.model import Plan
from generator.routine.reasons import kit_missing, position_impossible, serves_no_goal
from generator.routine.rulings import client_of
from generator.routine.screening import obstacles, possible_positions

if TYPE_CHECKING:
    from generator.library.model import Exercise

NO_CHAIR = frozenset({"chair"})


def test_nobody_sits_on_a_chair_without_one(seventeen: tuple[Exercise, ...]) -> None:
    plan = Plan(goals=(Goal.SIDE,), no_kit=NO_CHAIR)
    either_way = seventeen[10 - 1]
    assert possible_positions(either_way, client_of(plan, {})) == (Position.STANDING,)
    assert obstacles(either_way, client_of(plan, {}), plan.goals) == ()


def test_the_chair_is_missed_once(seventeen: tuple[Exercise, ...]) -> None:
    plan = Plan(goals=(Goal.ROTATION,), no_kit=NO_CHAIR)
    assert obstacles(seventeen[13 - 1], client_of(plan, {}), plan.goals) == (kit_missing("chair"),)


def test_each_way_of_doing_it_says_what_stops_it(seventeen: tuple[Exercise, ...]) -> None:
    plan = Plan(goals=(Goal.SIDE,), no_kit=NO_CHAIR, positions=frozenset({Position.SITTING_CHAIR}))
    assert obstacles(seventeen[10 - 1], client_of(plan, {}), plan.goals) == (
        kit_missing("chair"),
        position_impossible(Position.STANDING),
    )


def test_kit_that_only_adds_comfort_is_no_reason(seventeen: tuple[Exercise, ...]) -> None:
    plan = Plan(goals=(Goal.FLEXION,), no_kit=frozenset(kit_ids()))
    assert obstacles(seventeen[12 - 1], client_of(plan, {}), plan.goals) == ()


def test_asked_for_by_name_need_not_serve_a_goal(seventeen: tuple[Exercise, ...]) -> None:
    cat = seventeen[12 - 1]
    plain, asked_for = Plan(goals=(Goal.SIDE,)), Plan(goals=(Goal.SIDE,), include=(cat.id,))
    assert obstacles(cat, client_of(plain, {}), plain.goals) == (serves_no_goal(),)
    assert obstacles(cat, client_of(asked_for, {}), asked_for.goals) == ()
