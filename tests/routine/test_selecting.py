"""The rounds of choosing, on small libraries made for the point."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.library.model import Dose
from generator.library.vocabulary import Goal, Kind, Manner, Position
from generator.routine.plan import Plan
from generator.routine.rulings import client_of
from generator.routine.screening import candidate, screen
from generator.routine.selecting import select

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from generator.library.model import Exercise
    from generator.routine.selecting import Selection

STANDING = (Position.STANDING,)
KNEELING = (Position.FOUR_POINT_KNEEL,)
FLEXION, ROTATION, SIDE = Goal.FLEXION, Goal.ROTATION, Goal.SIDE


def _lasting(seconds: int) -> Dose:
    """A dose that takes so long with its setting-up."""
    return Dose(Manner.OSCILLATE, times=seconds - 15)


def _select(exercises: Sequence[Exercise], plan: Plan) -> Selection:
    screened = screen(exercises, client_of(plan, {}))
    candidates = [candidate(each, each.positions, plan.goals) for each in screened]
    return select(candidates, plan, plan.goals)


def _taken(selection: Selection) -> list[int]:
    return [each.exercise.number for each in selection.taken.values()]


def test_what_goes_beyond_the_article_takes_a_place_only_where_it_serves_better(
    build: Callable[..., Exercise],
) -> None:
    long = replace(build(1, {SIDE: 4}, STANDING, dose=_lasting(200)), source="seventeen-best")
    plan = Plan((SIDE,), minutes=None, max_exercises=1)
    as_good = build(2, {SIDE: 4}, STANDING, dose=_lasting(50))
    assert _taken(_select([long, as_good], plan)) == [1]
    better = replace(as_good, serves={SIDE: 5})
    assert _taken(_select([long, better], plan)) == [2]


def test_the_rounds_follow_each_other(build: Callable[..., Exercise]) -> None:
    exercises = [
        build(1, {FLEXION: 5}, STANDING, kind=Kind.RELEASE),
        build(2, {FLEXION: 4}, STANDING, kind=Kind.RELEASE),
        build(3, {SIDE: 5}, STANDING, kind=Kind.RELEASE),
        build(4, {FLEXION: 1}, STANDING),
        build(5, {FLEXION: 2}, STANDING),
        build(6, {FLEXION: 3}, STANDING, kind=Kind.MOBILISATION),
        build(7, {SIDE: 5}, STANDING),
        build(8, {SIDE: 4}, STANDING),
    ]
    selection = _select(exercises, Plan(goals=(SIDE, FLEXION), minutes=None, max_exercises=None))
    assert _taken(selection) == [7, 6, 3, 1, 8, 5, 4, 2]
    assert [each.exercise.number for each in selection.first_round] == [7, 6]


def test_one_exercise_that_is_best_for_two_goals_is_taken_once(build: Callable[..., Exercise]) -> None:
    exercises = [build(1, {SIDE: 5, FLEXION: 5}, STANDING), build(2, {SIDE: 4}, STANDING)]
    selection = _select(exercises, Plan(goals=(SIDE, FLEXION), max_exercises=1))
    assert _taken(selection) == [1]
    assert [reason.code for reason in selection.reasons["exercise-1"]] == ["best-for-goal", "best-for-goal"]


def test_one_for_two_goals_saves_the_second_where_only_one_may_be_taken(
    build: Callable[..., Exercise],
) -> None:
    exercises = [
        build(1, {SIDE: 5}, STANDING),
        build(2, {FLEXION: 5}, STANDING),
        build(3, {SIDE: 1, FLEXION: 1}, STANDING),
    ]
    assert _taken(_select(exercises, Plan(goals=(SIDE, FLEXION), max_exercises=1))) == [3]
    assert _taken(_select(exercises, Plan(goals=(SIDE, FLEXION), max_exercises=2))) == [1, 2]


def test_a_goal_out_of_reach_does_not_hold_up_the_next(build: Callable[..., Exercise]) -> None:
    exercises = [
        build(1, {SIDE: 5}, STANDING, dose=_lasting(200)),
        build(2, {FLEXION: 5}, STANDING, dose=_lasting(50)),
        build(3, {ROTATION: 5}, STANDING, dose=_lasting(60)),
    ]
    assert _taken(_select(exercises, Plan(goals=(SIDE, FLEXION, ROTATION), minutes=2))) == [2, 3]


def test_a_shorter_one_in_the_same_position_may_be_what_makes_room(build: Callable[..., Exercise]) -> None:
    # 2 is shorter than 3, but kneeling would cost a change of position.
    exercises = [
        build(1, {SIDE: 5}, STANDING, dose=_lasting(110)),
        build(2, {SIDE: 4}, KNEELING, dose=_lasting(50)),
        build(3, {SIDE: 3}, STANDING, dose=_lasting(60)),
        build(4, {FLEXION: 5}, STANDING, dose=_lasting(60)),
    ]
    assert _taken(_select(exercises, Plan(goals=(SIDE, FLEXION), minutes=2))) == [3, 4]


def test_a_release_too_long_gives_way_to_the_next(build: Callable[..., Exercise]) -> None:
    exercises = [
        build(1, {SIDE: 5}, STANDING, kind=Kind.RELEASE, dose=_lasting(100)),
        build(2, {SIDE: 4}, STANDING, kind=Kind.RELEASE, dose=_lasting(40)),
        build(3, {SIDE: 5}, STANDING, dose=_lasting(60)),
    ]
    selection = _select(exercises, Plan(goals=(SIDE,), minutes=2))
    assert _taken(selection) == [3, 2]
    assert [reason.code for reason in selection.reasons["exercise-2"]] == ["prepares-goal"]
