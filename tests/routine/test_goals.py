"""Which goals a routine works on, where conditions or the time take some of the plan's away."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from generator.library.model import Precaution
from generator.library.vocabulary import Goal, Position
from generator.routine.choosing import choose
from generator.routine.goals import safe_goals
from generator.routine.plan import Condition, Plan
from generator.routine.rulings import client_of
from generator.routine.screening import screen
from tests.reasons import in_short

if TYPE_CHECKING:
    from generator.library.model import Exercise
    from generator.routine.goals import GoalChoice

EXTENSION, FLEXION, ROTATION, SIDE = Goal.EXTENSION, Goal.FLEXION, Goal.ROTATION, Goal.SIDE

Seventeen = tuple["Exercise", ...]

# 7 trains extension in a door frame, 11 on a foam roller; nothing else does.
PRECAUTIONS = {
    each.id: each
    for each in (
        Precaution("door", (), no_kit=("door-frame",)),
        Precaution("roller", (), no_kit=("foam-roller",)),
        Precaution(
            "neither",
            (),
            no_kit=("door-frame", "foam-roller"),
            instead={EXTENSION: (FLEXION, ROTATION)},
        ),
        Precaution("no-kneeling", (), no_positions=(Position.FOUR_POINT_KNEEL,)),
        Precaution("only-kneeling", (), no_positions=tuple(set(Position) - {Position.FOUR_POINT_KNEEL})),
    )
}


def _safe_aim(exercises: Seventeen, plan: Plan) -> GoalChoice:
    client = client_of(plan, PRECAUTIONS)
    return safe_goals(screen(exercises, client), client)


def _plan(*conditions: str, goals: tuple[Goal, ...] = (EXTENSION, SIDE)) -> Plan:
    return Plan(goals, conditions=tuple(map(Condition, conditions)))


@pytest.mark.parametrize(
    ("conditions", "left_out"),
    [
        pytest.param(("door",), [], id="one of two taken"),
        pytest.param(("door", "roller"), ["goal-unsafe extension door,roller"], id="only together"),
        pytest.param(("neither",), ["goal-unsafe extension neither"], id="one alone"),
        pytest.param(("neither", "door"), ["goal-unsafe extension neither"], id="one alone beside another"),
        pytest.param(("no-kneeling", "roller"), [], id="another concerns other goals"),
    ],
)
def test_a_goal_is_left_out_for_the_conditions_that_leave_nothing_for_it(
    seventeen: Seventeen, conditions: tuple[str, ...], left_out: list[str]
) -> None:
    aim = _safe_aim(seventeen, _plan(*conditions))
    assert [in_short(each) for each in aim.left_out] == left_out
    assert (EXTENSION in aim.goals) == (not left_out)


def test_what_takes_a_goals_place_comes_last_and_says_for_what(seventeen: Seventeen) -> None:
    aim = _safe_aim(seventeen, _plan("neither"))
    assert aim.goals == (SIDE, FLEXION, ROTATION)
    assert [in_short(each) for each in aim.instead] == [
        "goal-instead flexion extension neither",
        "goal-instead rotation extension neither",
    ]


def test_a_goal_that_the_plan_has_anyhow_takes_no_place(seventeen: Seventeen) -> None:
    aim = _safe_aim(seventeen, _plan("neither", goals=(FLEXION, EXTENSION)))
    assert aim.goals == (FLEXION, ROTATION)
    assert [each.goal for each in aim.instead] == [ROTATION]


def test_what_takes_a_goals_place_must_have_something_safe(seventeen: Seventeen) -> None:
    without_rotation = tuple(each for each in seventeen if ROTATION not in each.serves)
    assert _safe_aim(without_rotation, _plan("neither")).goals == (SIDE, FLEXION)


def test_a_goal_that_has_nothing_without_conditions_either_stays(seventeen: Seventeen) -> None:
    without = tuple(each for each in seventeen if EXTENSION not in each.serves)
    aim = _safe_aim(without, _plan("door"))
    assert aim.goals == (EXTENSION, SIDE)
    assert aim.left_out == ()


def test_short_of_time_one_area_is_done_well(seventeen: Seventeen) -> None:
    # 12 and 11, the best for the two goals, take 135 and 45 s and 15 s for the change: over 3 minutes.
    routine = choose(seventeen, Plan(goals=(FLEXION, EXTENSION), minutes=3))
    assert routine.goals == (FLEXION,)
    assert [each.exercise.number for each in routine.chosen] == [12]
    assert [in_short(each) for each in routine.goals_left_out] == ["goal-short-of-time extension 4"]
    assert routine.warnings == ()
    # With a minute more there is time for both.
    longer = choose(seventeen, Plan(goals=(FLEXION, EXTENSION), minutes=4))
    assert longer.goals == (FLEXION, EXTENSION)
    assert longer.goals_left_out == ()


def test_five_minutes_for_all_goals_go_to_the_first(seventeen: Seventeen) -> None:
    routine = choose(seventeen, Plan(goals=tuple(Goal), minutes=5))
    assert routine.goals == (EXTENSION,)
    assert {goal for each in routine.chosen for goal in each.goals} == {EXTENSION}
    assert [each.exercise.number for each in routine.chosen] == [4, 11, 7]
    # The standard dose of each, none of them hurried.
    assert all(each.dose == each.exercise.dose for each in routine.chosen)


def test_what_is_asked_for_by_name_keeps_its_goal_where_time_is_short(seventeen: Seventeen) -> None:
    plan = Plan(goals=(EXTENSION, FLEXION, ROTATION), minutes=4, include=("seated-rotation",))
    assert choose(seventeen, plan).goals == (EXTENSION, ROTATION)


def test_what_came_in_instead_is_not_missed_where_time_is_short(seventeen: Seventeen) -> None:
    # Flexion and rotation come in for extension; two minutes are enough for one of them.
    plan = replace(_plan("neither", goals=(EXTENSION,)), minutes=2)
    routine = choose(seventeen, plan, PRECAUTIONS)
    assert routine.goals == (FLEXION,)
    assert [in_short(each) for each in routine.goals_left_out] == ["goal-unsafe extension neither"]
    assert "goal-instead flexion extension neither" in map(in_short, routine.warnings)
