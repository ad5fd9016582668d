"""Whole routines, worked out by hand from the rules; and what holds for every plan."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from random import Random
from typing import TYPE_CHECKING, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.library.ids import kit_ids
from generator.library.model import Dose
from generator.library.vocabulary import Goal, Kind, Manner, Position
from generator.problems import ExitCode, NothingLeftError, UsageError
from generator.routine.choosing import choose
from generator.routine.plan import Level, Plan, Side
from generator.routine.reasons import OverNumber, OverTime
from tests.reasons import in_short

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.library.model import Exercise
    from generator.routine.model import Chosen, LeftOut, Routine

EXTENSION, FLEXION, ROTATION, SIDE = Goal.EXTENSION, Goal.FLEXION, Goal.ROTATION, Goal.SIDE
FLOOR_BOUND = frozenset({Position.SITTING_CHAIR, Position.STANDING, Position.SQUATTING})

# goals · numbers in order · seconds
QUARTERS_OF_AN_HOUR: list[tuple[list[Goal], list[int], int]] = [
    ([EXTENSION], [2, 4, 3, 11, 7], 792),
    ([FLEXION], [1, 12, 9, 10, 16, 17], 680),
    ([ROTATION], [1, 5, 15, 13], 870),
    ([SIDE], [3, 8, 14, 6, 10], 742),
    ([EXTENSION, FLEXION], [2, 1, 11, 12, 9, 7], 854),
    ([FLEXION, EXTENSION], [2, 1, 11, 12, 9, 7], 854),
    ([EXTENSION, ROTATION], [2, 4, 5, 11, 13, 7], 812),
    ([ROTATION, EXTENSION], [2, 4, 5, 11, 13, 7], 812),
    ([EXTENSION, SIDE], [2, 3, 8, 11, 6, 7], 825),
    ([SIDE, EXTENSION], [2, 3, 8, 11, 6, 7], 825),
    ([FLEXION, ROTATION], [1, 5, 12, 9, 13, 17], 814),
    ([ROTATION, FLEXION], [1, 5, 12, 9, 13, 17], 814),
    ([FLEXION, SIDE], [1, 3, 12, 9, 6, 16], 893),
    ([SIDE, FLEXION], [1, 3, 8, 12, 6], 868),
    ([ROTATION, SIDE], [3, 5, 14, 13, 6], 869),
    ([SIDE, ROTATION], [3, 5, 14, 13, 6], 869),
    ([EXTENSION, FLEXION, ROTATION, SIDE], [2, 5, 11, 12, 13, 6], 864),
]

Seventeen = tuple["Exercise", ...]


def _numbers(routine: Routine) -> list[int]:
    return [chosen.exercise.number for chosen in routine.chosen]


def _why(routine: Routine, number: int) -> list[str]:
    """The reasons for an exercise, chosen or left out, each as `code value value`."""
    [found] = [each.reasons for each in _all(routine) if each.exercise.number == number]
    return [in_short(reason) for reason in found]


def _all(routine: Routine) -> tuple[Chosen | LeftOut, ...]:
    return (*routine.chosen, *routine.left_out)


def _about_goals(routine: Routine) -> list[str]:
    """The warnings that a goal goes unserved, and what would help."""
    return [in_short(each) for each in routine.warnings if each.code.startswith("goal-")]


def _chosen(routine: Routine, number: int) -> Chosen:
    [found] = [each for each in routine.chosen if each.exercise.number == number]
    return found


@pytest.mark.parametrize(
    ("goals", "numbers", "seconds"),
    QUARTERS_OF_AN_HOUR,
    ids=["+".join(row[0]) for row in QUARTERS_OF_AN_HOUR],
)
def test_a_quarter_of_an_hour_and_six_exercises(
    seventeen: Seventeen, goals: list[Goal], numbers: list[int], seconds: int
) -> None:
    routine = choose(seventeen, Plan(goals=tuple(goals)))
    assert _numbers(routine) == numbers
    assert routine.seconds == seconds
    assert routine.minutes <= 15
    assert _about_goals(routine) == []
    assert [in_short(each) for each in routine.warnings] == (
        [f"many-exercises {len(numbers)}"] if len(numbers) > 4 else []
    )


def test_all_goals_without_limits_give_all_seventeen(seventeen: Seventeen) -> None:
    routine = choose(seventeen, Plan(goals=tuple(Goal), minutes=None, max_exercises=None))
    assert _numbers(routine) == [1, 5, 2, 4, 3, 8, 11, 12, 15, 14, 9, 10, 13, 6, 7, 16, 17]
    assert routine.left_out == ()
    # 2315 s of exercises; back, face down, side, back, kneeling, floor, chair, standing, squatting: 8.
    assert routine.seconds == 2315 + 8 * 15
    assert routine.minutes == 41


def test_why_each_exercise_is_in_or_out(seventeen: Seventeen) -> None:
    routine = choose(seventeen, Plan(goals=(EXTENSION, ROTATION), exclude=("hanging",)))
    assert {number: _why(routine, number) for number in range(1, 18)} == {
        1: ["over-number 6", "over-time 5 1"],
        2: ["prepares-goal extension"],
        3: ["over-number 6", "over-time 5 1"],
        4: ["next-prepares-goal extension"],
        5: ["prepares-goal rotation", "position-chosen on-back"],
        6: ["serves-no-goal"],
        7: ["next-best-for-goal extension"],
        8: ["serves-no-goal"],
        9: ["serves-no-goal"],
        10: ["serves-no-goal"],
        11: ["best-for-goal extension"],
        12: ["serves-no-goal"],
        13: ["best-for-goal rotation"],
        14: ["serves-no-goal"],
        15: ["over-number 6", "over-time 6 1"],
        16: ["serves-no-goal"],
        17: ["excluded", "serves-no-goal"],
    }


def test_every_reason_to_leave_one_out_is_given(seventeen: Seventeen) -> None:
    plan = Plan(
        goals=(ROTATION,),
        no_kit=frozenset({"foam-roller"}),
        positions=frozenset(Position) - {Position.ON_BACK},
        exclude=("extension-over-roller",),
    )
    assert _why(choose(seventeen, plan), 11) == [
        "excluded",
        "kit-missing foam-roller",
        "position-impossible on-back",
        "serves-no-goal",
    ]


def test_what_is_in_for_one_goal_counts_for_the_others(seventeen: Seventeen) -> None:
    routine = choose(seventeen, Plan(goals=(ROTATION, FLEXION, SIDE), minutes=None, max_exercises=None))
    assert _why(routine, 1) == ["prepares-goal flexion", "also-prepares rotation"]
    assert _why(routine, 10) == [
        "next-best-for-goal side",
        "also-serves flexion",
        "position-chosen standing",
    ] or (_why(routine, 10) == ["next-best-for-goal side", "also-serves flexion"])
    assert _chosen(routine, 10).goals == (FLEXION, SIDE)
    assert _chosen(routine, 5).goals == (ROTATION, SIDE)


def test_the_best_gives_way_where_else_a_goal_would_be_lost(seventeen: Seventeen) -> None:
    # 10 serves both goals a little where only one exercise may be taken.
    routine = choose(seventeen, Plan(goals=(FLEXION, SIDE), max_exercises=1))
    assert _numbers(routine) == [10]
    assert _why(routine, 10) == ["best-that-fits flexion", "best-that-fits side"]
    assert _about_goals(routine) == []


def test_the_goals_named_first_are_served_first(seventeen: Seventeen) -> None:
    for goals in ((EXTENSION, SIDE), (SIDE, EXTENSION)):
        routine = choose(seventeen, Plan(goals=goals, max_exercises=1))
        assert routine.chosen[0].goals == (goals[0],)
        assert [each.split()[0] for each in _about_goals(routine)] == ["goal-unserved", "goal-needs-number"]


def test_the_printed_minutes_hold_with_changes_of_position(seventeen: Seventeen) -> None:
    # 11 and 13 take 125 s, and 15 s to get from the floor to the chair; 11 and 7 take 107 s in all.
    assert _numbers(choose(seventeen, Plan(goals=(EXTENSION, ROTATION), minutes=3))) == [11, 13]
    assert _numbers(choose(seventeen, Plan(goals=(EXTENSION,), minutes=2))) == [11, 7]


def test_ties_go_to_the_shorter_then_to_the_lower_number(build: Callable[..., Exercise]) -> None:
    standing = (Position.STANDING,)
    long = build(1, {SIDE: 3}, standing, dose=replace(build(9, {}, standing).dose, sets=2))
    lower, higher = build(2, {SIDE: 3}, standing), build(3, {SIDE: 3}, standing)
    [first] = choose((higher, long, lower), Plan(goals=(SIDE,), max_exercises=1)).chosen
    assert first.exercise is lower


def test_asked_for_by_name_comes_in_first_whatever_it_serves(seventeen: Seventeen) -> None:
    routine = choose(seventeen, Plan(goals=(ROTATION,), max_exercises=2, include=("hanging",)))
    assert _numbers(routine) == [13, 17]
    assert _why(routine, 17) == ["asked-for"]
    assert _chosen(routine, 17).goals == ()

    alone = choose(seventeen, Plan(goals=(ROTATION,), max_exercises=1, include=("hanging",)))
    assert _numbers(alone) == [17]
    assert [in_short(warning) for warning in alone.warnings] == [
        "goal-unserved rotation",
        "goal-needs-number rotation seated-rotation 2",
    ]


def test_asked_for_by_name_counts_for_its_goal(seventeen: Seventeen) -> None:
    routine = choose(seventeen, Plan(goals=(ROTATION,), include=("four-point-rotation", "seated-rotation")))
    assert _why(routine, 13) == ["asked-for", "best-for-goal rotation"]
    assert _why(routine, 15) == ["asked-for", "also-serves rotation"]


def test_one_side_only(seventeen: Seventeen) -> None:
    routine = choose(seventeen, Plan(goals=(EXTENSION, SIDE), side=Side.LEFT))
    assert _chosen(routine, 6).sides == (Side.LEFT,)
    assert _chosen(routine, 6).seconds == 15 + 32
    assert "one-side left" in _why(routine, 6)
    assert _chosen(routine, 11).sides == ()
    assert _why(routine, 11) == ["best-for-goal extension"]


def test_a_gentle_dose_says_so_where_it_differs(seventeen: Seventeen) -> None:
    routine = choose(seventeen, Plan(goals=(ROTATION,), level=Level.GENTLE))
    assert _chosen(routine, 13).dose.times == 15
    assert _why(routine, 13) == ["best-for-goal rotation", "gentle-dose"]


def test_a_position_other_than_the_usual_is_explained(seventeen: Seventeen) -> None:
    without_chair = Plan(goals=(SIDE,), no_kit=frozenset({"chair"}), minutes=None, max_exercises=None)
    routine = choose(seventeen, without_chair)
    assert _chosen(routine, 10).position is Position.STANDING
    assert _why(routine, 10) == ["next-best-for-goal side", "position-adapted standing"]
    with_chair = choose(seventeen, replace(without_chair, no_kit=frozenset()))
    assert _why(with_chair, 10) == ["next-best-for-goal side", "position-chosen standing"]


def test_off_the_floor(seventeen: Seventeen) -> None:
    routine = choose(seventeen, Plan(goals=tuple(Goal), positions=FLOOR_BOUND, max_exercises=None))
    assert _numbers(routine) == [5, 9, 10, 13, 6, 7, 16, 17]
    assert _why(routine, 12) == ["position-impossible four-point-kneel"]
    assert _about_goals(routine) == []


@pytest.mark.parametrize(
    ("seconds", "warnings"),
    [
        pytest.param(20 * 60, [], id="20 minutes"),
        pytest.param(20 * 60 + 1, ["many-minutes 21"], id="a second more"),
    ],
)
def test_more_than_twenty_minutes_are_a_warning(
    build: Callable[..., Exercise], seconds: int, warnings: list[str]
) -> None:
    dose = Dose(Manner.OSCILLATE, times=seconds - 15)  # beside the 15 seconds of setting up
    exercise = build(1, {SIDE: 5}, (Position.STANDING,), dose=dose)
    routine = choose((exercise,), Plan(goals=(SIDE,), minutes=None))
    assert routine.seconds == seconds
    assert [in_short(each) for each in routine.warnings] == warnings


@pytest.mark.parametrize(
    ("number", "warnings"),
    [pytest.param(4, [], id="4 exercises"), pytest.param(5, ["many-exercises 5"], id="one more")],
)
def test_more_than_four_exercises_are_a_warning(
    build: Callable[..., Exercise], number: int, warnings: list[str]
) -> None:
    exercises = [build(each, {SIDE: 5}, (Position.STANDING,)) for each in range(1, number + 1)]
    routine = choose(exercises, Plan(goals=(SIDE,)))
    assert len(routine.chosen) == number
    assert [in_short(each) for each in routine.warnings] == warnings


def test_every_problem_of_a_plan_is_told_at_once(seventeen: Seventeen) -> None:
    with pytest.raises(UsageError) as raised:
        choose(seventeen, Plan(goals=(), minutes=0, max_exercises=99, include=("hangin",)))
    assert raised.value.exit_code is ExitCode.USAGE
    paths = [problem.path for problem in raised.value.problems]
    assert paths == ["goal", "minutes", "max-exercises", "include"]


def test_nothing_left_says_what_would_help(seventeen: Seventeen) -> None:
    plan = Plan(goals=(EXTENSION,), positions=frozenset({Position.STANDING}), no_kit=frozenset(kit_ids()))
    with pytest.raises(NothingLeftError) as raised:
        choose(seventeen, plan)
    assert raised.value.exit_code is ExitCode.NOTHING_LEFT
    assert [str(problem) for problem in raised.value.problems] == [
        "goal  no exercise is left for extension",
        "kit  left out: front-stretch → have door-frame at hand",
    ]


@st.composite
def _plans(draw: st.DrawFn, *, includes: bool = True) -> Plan:
    names = st.sampled_from(
        ["intercostal-release", "front-stretch", "hanging", "four-point-rotation", "shoulder-blade-release"]
    )
    return Plan(
        goals=tuple(draw(st.lists(st.sampled_from(Goal), min_size=1, unique=True))),
        minutes=draw(st.none() | st.integers(1, 45)),
        max_exercises=draw(st.none() | st.integers(1, 18)),
        no_kit=frozenset(draw(st.sets(st.sampled_from(kit_ids())))) - {"chair"},
        positions=frozenset(draw(st.sets(st.sampled_from(Position), min_size=3))),
        include=tuple(draw(st.lists(names, max_size=1))) if includes else (),
        exclude=tuple(draw(st.lists(names, max_size=2))),
        side=draw(st.sampled_from(Side)),
        level=draw(st.sampled_from(Level)),
    )


def _try(exercises: Seventeen, plan: Plan) -> Routine | None:
    """The routine; None where the plan cannot be kept or nothing is left."""
    try:
        return choose(exercises, plan)
    except (UsageError, NothingLeftError):
        return None


def _trained(routine: Routine | None, plan: Plan) -> list[bool]:
    """For each goal in the plan's order, whether a stretch or mobilisation of the routine serves it."""
    active = [each for each in routine.chosen if each.exercise.kind is not Kind.RELEASE] if routine else []
    return [any(goal in each.goals for each in active) for goal in plan.goals]


@settings(max_examples=150, deadline=None)
@given(plan=_plans())
def test_what_holds_for_every_plan(seventeen: Seventeen, plan: Plan) -> None:
    routine = _try(seventeen, plan)
    if routine is None:
        return
    if plan.minutes is not None:
        assert routine.minutes <= plan.minutes
    if plan.max_exercises is not None:
        assert len(routine.chosen) <= plan.max_exercises

    every_number = _numbers(routine) + [each.exercise.number for each in routine.left_out]
    assert sorted(every_number) == list(range(1, 18))
    for explained in _all(routine):
        assert explained.reasons
        assert len(set(explained.reasons)) == len(explained.reasons)

    releases_first = [each.exercise.kind is Kind.RELEASE for each in routine.chosen]
    assert releases_first == sorted(releases_first, reverse=True)
    ids = {each.exercise.id for each in routine.chosen}
    assert ids.isdisjoint(plan.exclude)
    assert ids.issuperset(plan.include)
    for each in routine.chosen:
        assert each.position in plan.positions
        assert plan.no_kit.isdisjoint(each.exercise.kit_needed)
        assert each.goals or each.exercise.id in plan.include
    changes = sum(before.position is not after.position for before, after in pairwise(routine.chosen))
    assert routine.seconds == sum(each.seconds for each in routine.chosen) + 15 * changes

    unserved = {warning.split()[1] for warning in _about_goals(routine)}
    unserved |= {reason.goal for reason in routine.goals_left_out}
    assert unserved == {
        goal for goal, trained in zip(plan.goals, _trained(routine, plan), strict=True) if not trained
    }


@settings(max_examples=100, deadline=None)
@given(plan=_plans())
def test_what_is_left_out_for_want_of_room_really_has_none(seventeen: Seventeen, plan: Plan) -> None:
    routine = _try(seventeen, plan)
    for each in routine.left_out if routine else ():
        for reason in each.reasons:
            if isinstance(reason, OverTime):
                assert reason.minutes > reason.left
            if isinstance(reason, OverNumber):
                assert reason.number == plan.max_exercises


@settings(max_examples=150, deadline=None)
@given(plan=_plans(includes=False), more_minutes=st.integers(0, 10), kit=st.sets(st.sampled_from(kit_ids())))
def test_more_kit_or_minutes_never_lose_a_goal_but_to_one_named_before_it(
    seventeen: Seventeen, plan: Plan, more_minutes: int, kit: set[str]
) -> None:
    more = replace(
        plan,
        minutes=None if plan.minutes is None else plan.minutes + more_minutes,
        no_kit=plan.no_kit - kit,
    )
    before, after = (_trained(_try(seventeen, each), each) for each in (plan, more))
    assert after >= before
    if len(plan.goals) <= 2:
        assert sum(after) >= sum(before)


@pytest.mark.parametrize("level", Level)
def test_with_all_kit_more_minutes_never_serve_fewer_goals(seventeen: Seventeen, level: Level) -> None:
    goals = (ROTATION, FLEXION, SIDE, EXTENSION)
    served = []
    for minutes in range(1, 13):
        plan = Plan(goals=goals, minutes=minutes, level=level)
        served.append(sum(_trained(_try(seventeen, plan), plan)))
    assert served == sorted(served)
    assert served[-1] == 4


@settings(max_examples=100, deadline=None)
@given(plan=_plans(), seed=st.integers())
def test_the_same_plan_gives_the_same_routine(seventeen: Seventeen, plan: Plan, seed: int) -> None:
    shuffled = list(seventeen)
    Random(seed).shuffle(shuffled)
    assert _try(seventeen, plan) == _try(tuple(shuffled), plan)


@settings(max_examples=100, deadline=None)
@given(plan=_plans())
def test_a_lower_level_is_never_longer(seventeen: Seventeen, plan: Plan) -> None:
    without_limits = replace(plan, minutes=None, max_exercises=None)
    for lower, higher in pairwise(_try(seventeen, replace(without_limits, level=level)) for level in Level):
        assert (lower is None) == (higher is None)
        if lower and higher:
            assert _numbers(lower) == _numbers(higher)
            assert lower.seconds <= higher.seconds
            for less, more in zip(lower.chosen, higher.chosen, strict=True):
                assert less.seconds <= more.seconds


def test_nothing_depends_on_the_order_of_a_set(seventeen: Seventeen) -> None:
    class Unordered(frozenset[str]):
        """A set's own order changes with the hash seed, so that nothing may go through it."""

        def __iter__(self) -> Iterator[str]:
            message = "the order of a set must not matter"
            raise AssertionError(message)

    plan = Plan(
        goals=tuple(Goal),
        no_kit=Unordered(("foam-roller", "bar")),
        positions=cast("frozenset[Position]", Unordered(Position)),
    )
    ordered = Plan(goals=tuple(Goal), no_kit=frozenset({"foam-roller", "bar"}))
    assert choose(seventeen, plan) == choose(seventeen, ordered)
