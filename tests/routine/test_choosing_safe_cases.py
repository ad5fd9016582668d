"""Whole cases over the real library, written from the facts: each condition alone, pairs, all together."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

import pytest

from generator.library.prepared import own_library
from generator.library.vocabulary import Action, Demand, Goal, Position
from generator.problems import ExitCode, NothingLeftError, ReferFirstError, UsageError
from generator.routine.choosing import choose
from generator.routine.plan import Condition, Level, Plan, Side
from tests.reasons import in_short

if TYPE_CHECKING:
    from generator.library.model import Library
    from generator.routine.model import Chosen, LeftOut, Routine
    from generator.routine.reasons import Reason

EXTENSION, FLEXION, ROTATION, SIDE = Goal.EXTENSION, Goal.FLEXION, Goal.ROTATION, Goal.SIDE

# condition · left out because of it · changed (care, or an easier form) · goals left out
CASES = """
osteoporosis                   | 9 10 11 12 13 15 16 17   | 1 2 3 4 5 6 8 14             |
vertebral-compression-fracture | 9 10 11 12 16 17         | 1 2 3 4 6 7 8 13 14 15       |
fracture:3-weeks               | 1 2 3 4 11               | 6 7 8 9 10 12 13 14 15 16 17 |
fracture:8-weeks               |                          | 6 7 8 9 10 11 12 13 14 15 16 17 |
recent-spinal-surgery          |                          | 6 7 8 9 10 11 12 13 14 15 16 17 |
disc-problem                   | 9 10 12 16 17            |                              |
spondylolisthesis              | 7 11                     |                              |
stenosis                       | 7 11                     |                              |
painful-extension              | 7 11                     |                              |
lower-back-trouble             |                          | 16                           |
hypermobile-lower-back         |                          | 6 7 8 10 11 13 14 15         |
ankylosing-spondylitis:mobile  |                          | 6 7 8 9 10 11 12 13 14 15 16 17 |
ankylosing-spondylitis:fused   | 9 10 11 13 17            | 6 7 8 12 14 15 16            |
rheumatoid-neck                | 9 10 11                  | 1 2 3 4 5 6 7 8 12 13 14 15 16 17 |
neck-surgery                   | 9 10 11                  | 1 2 3 4 5 6 7 8 12 13 14 15 16 17 |
glaucoma                       | 15 16                    |                              |
high-blood-pressure            | 15 16                    | 1 2 3 4 5 8 11 12 14         |
reflux                         | 15 16                    | 1 2 4 5 11                   |
vertigo                        | 11 15 16                 | 1 2 3 4 5 8 12 14            |
pregnancy:12-weeks             | 2 4                      | 6 7 8 9 10 11 12 13 14 15 16 17 |
pregnancy:20-weeks             | 1 2 4 11                 | 6 7 8 9 10 12 13 14 15 16 17 |
hernia                         | 4                        | 2 7 12 14 15 17              |
abdominal-surgery              | 4                        | 2 7 12 14 15 17              |
aneurysm                       | 4                        | 2 7 12 14 15 17              |
sternotomy                     | 17                       | 1 2 3 4 5 6 7 9 11 12 13 14 15 |
rib-fracture                   | 1 2 3 5 7 11 13 15       | 6 8 10 14                    |
costochondritis                | 1 2 3 5 7 11 13 15       | 6 8                          |
shoulder-instability           | 3 6 11 17                | 7 9                          |
hypermobility                  | 3 6 11 17                | 7 8 9 10 12 13 14 15 16      |
shoulder-impingement           | 17                       | 3 6 9 11                     |
wrist-trouble                  |                          | 12 14 15                     |
knee-trouble                   |                          | 7 12 15 17                   |
poor-balance                   |                          | 6 7 16 17                    |
cannot-get-to-the-floor        | 1 2 3 4 8 11 12 14 15    |                              |
cannot-kneel                   | 12 15                    |                              |
cannot-lie-face-down           | 2 4                      |                              |
only-sitting                   | 1 2 3 4 6 7 8 11 12 14 15 16 17 |                              |
no-bar                         | 17                       |                              |
no-door-frame                  | 6 7                      |                              |
blood-thinners                 | 1 2 3 4 11               | 5                            |
open-wound                     | 1 2 3 4 11               | 5                            |
thrombosis                     | 1 2 3 4 11               |                              |
inflammation                   | 1 2 3 4 11               | 5                            |
neuropathy                     | 1 2 3 4 11               |                              |
scoliosis                      |                          | 6 8 10 14                    |
stiff-ribs                     |                          | 6 8 10 14                    |
compressed-upper-back          |                          |                              |
rounded-upper-back             |                          |                              |
wheelchair                     | 1 2 3 4 6 7 8 11 12 14 15 16 17 | 5 9 10 13                    |
frail                          | 1 2 3 4 7 8 11 12 14 15 16 17 | 6                            |
"""
# The same for the exercises that go beyond the article.
BEYOND = """
osteoporosis                   | 18 20 23 25 35           | 22 24 26 27 32 33 34         |
vertebral-compression-fracture | 18 20 23 33 35           | 19 21 22 24 25 26 27 28 29 32 34 |
fracture:3-weeks               |                          | 18 20 23 25 26 27 32 35      |
fracture:8-weeks               |                          | 18 20 23 25 26 27 32 35      |
recent-spinal-surgery          |                          | 18 20 23 25 26 27 32 35      |
disc-problem                   | 23 35                    | 22                           |
spondylolisthesis              | 18 20 32                 |                              |
stenosis                       | 18 20 32                 |                              |
painful-extension              | 18 20 32                 |                              |
lower-back-trouble             |                          | 32                           |
hypermobile-lower-back         |                          | 18 20 25 26 27 32 35         |
ankylosing-spondylitis:mobile  |                          | 18 20 23 25 26 27 32 35      |
ankylosing-spondylitis:fused   | 18 20                    | 23 25 26 27 32 35            |
rheumatoid-neck                | 18                   | 19 20 21 22 23 24 25 26 27 28 29 30 31 32 33 34 35|
neck-surgery                   | 18                   | 19 20 21 22 23 24 25 26 27 28 29 30 31 32 33 34 35|
glaucoma                       | 35                       |                              |
high-blood-pressure            | 35                       | 20 21 28 34                  |
reflux                         | 35                       | 20 21 28 34                  |
vertigo                        | 18 35                    | 20 21 28 34                  |
pregnancy:12-weeks             | 34                       | 18 20 23 25 26 27 32 35      |
pregnancy:20-weeks             | 20 21 28 34              | 18 23 25 26 27 32 35         |
hernia                         | 34                       | 23                           |
abdominal-surgery              | 34                       | 23                           |
aneurysm                       | 34                       | 23                           |
sternotomy                     |                          | 18 19 20 23 25 26 27 29 32 34 35 |
rib-fracture                   | 20 25 29                 | 24 26 27 30 33 35            |
costochondritis                | 20 25 29                 | 24 26 27 30 33               |
shoulder-instability           | 19 26 27 32 35           | 18 20 25 29                  |
hypermobility                  | 19 26 27 32 35           | 18 20 23 25                  |
shoulder-impingement           |                          | 18 19 26 27 32 35            |
wrist-trouble                  |                          | 23                           |
knee-trouble                   |                          | 35                           |
poor-balance                   |                          | 19 23 32 33                  |
cannot-get-to-the-floor        | 35                       |                              |
cannot-kneel                   | 35                       |                              |
cannot-lie-face-down           | 34                       |                              |
only-sitting                   | 19 20 21 25 27 28 32 33 34 35 |                              |
no-bar                         |                          |                              |
no-door-frame                  |                          |                              |
blood-thinners                 |                          |                              |
open-wound                     |                          |                              |
thrombosis                     |                          |                              |
inflammation                   |                          |                              |
neuropathy                     |                          |                              |
scoliosis                      |                          | 26 27 35                     |
stiff-ribs                     |                          | 26 27 35                     |
compressed-upper-back          |                          |                              |
rounded-upper-back             |                          |                              |
wheelchair                     | 19 32 33 34 35           | 18 20 21 22 23 24 25 26 27 28 29 30 31 |
frail                          | 18 32 33 34 35           | 19 20 23 26 27               |
"""


def _rows(table: str, numbers: range) -> list[tuple[str, str, str, str, range]]:
    """Its lines, each with the numbers of the exercises that it speaks of."""
    lines = [[part.strip() for part in line.split("|")] for line in table.strip().splitlines()]
    return [(typed, out, changed, goals, numbers) for typed, out, changed, goals in lines]


_ROWS = [*_rows(CASES, range(1, 18)), *_rows(BEYOND, range(18, 36))]
CLEARED = "the example surgeon"


@pytest.fixture(scope="module")
def library() -> Library:
    return own_library()


@pytest.fixture(scope="module")
def article(library: Library) -> Library:
    """The library with nothing but the exercises of the article, so that conditions leave gaps in it."""
    exercises = tuple(each for each in library.exercises if not each.goes_beyond_the_article)
    return replace(library, exercises=exercises)


def _condition(text: str) -> Condition:
    name, _, stage = text.partition(":")
    weeks = stage.removesuffix("-weeks")
    return Condition(name, int(weeks)) if weeks.isdecimal() else Condition(name, stage=stage)


def _routine(
    library: Library, *conditions: str, goals: tuple[Goal, ...] = tuple(Goal), **more: object
) -> Routine:
    settings: dict[str, object] = {"minutes": None, "max_exercises": None, "cleared_by": CLEARED, **more}
    plan = Plan(goals=goals, conditions=tuple(map(_condition, conditions)), **settings)  # type: ignore[arg-type]
    return choose(library.exercises, plan, library.precautions)


def _numbers(text: str) -> set[int]:
    return {int(number) for number in text.split()}


def _all(library: Library) -> set[int]:
    return {each.number for each in library.exercises}


def _left_out_by(routine: Routine, condition: str) -> set[int]:
    """What is left out with a reason that names the condition."""
    return {
        each.exercise.number
        for each in routine.left_out
        if any(reason.values.get("condition") == condition for reason in each.reasons)
    }


def _reasons(routine: Routine, number: int) -> tuple[Reason, ...]:
    everything: tuple[Chosen | LeftOut, ...] = (*routine.chosen, *routine.left_out)
    [found] = [each.reasons for each in everything if each.exercise.number == number]
    return found


def _chosen(routine: Routine, number: int) -> Chosen:
    [found] = [each for each in routine.chosen if each.exercise.number == number]
    return found


def _in(routine: Routine) -> set[int]:
    return {each.exercise.number for each in routine.chosen}


def test_every_condition_of_the_library_has_a_case(library: Library) -> None:
    assert {row[0].partition(":")[0] for row in _ROWS} == set(library.precautions)


@pytest.mark.parametrize(
    ("typed", "out", "changed", "goals", "numbers"), _ROWS, ids=[f"{row[0]}, {row[4][0]} on" for row in _ROWS]
)
def test_a_condition_alone(
    library: Library, typed: str, out: str, changed: str, goals: str, numbers: range
) -> None:
    routine = _routine(library, typed)
    condition = _condition(typed).id
    assert _left_out_by(routine, condition) & {*numbers} == _numbers(out) & _all(library)
    unsafe = [each.values["goal"] for each in routine.goals_left_out if each.code == "goal-unsafe"]
    assert unsafe == goals.split()
    in_it = {each.exercise.number for each in routine.chosen if each.rulings}
    assert in_it & {*numbers} == _numbers(changed) & _all(library)
    for each in routine.chosen:
        assert all(ruling.condition.id == condition for ruling in each.rulings)


def test_each_exercise_that_is_out_names_the_demands_that_decided_it(library: Library) -> None:
    [reason] = _reasons(_routine(library, "vertebral-compression-fracture"), 9)[:1]
    assert in_short(reason) == (
        "condition-leaves-out vertebral-compression-fracture"
        " end-range-flexion,neck-flexion-with-hand-pressure guideline too-fit-to-fracture"
    )


def test_a_t12_compression_fracture_leaves_out_10_through_its_demands(library: Library) -> None:
    found = {
        reason.values["demands"]
        for reason in _reasons(_routine(library, "vertebral-compression-fracture"), 10)[:2]
    }
    assert found == {
        ("end-range-flexion", "neck-flexion-with-hand-pressure"),
        ("flexion-with-side-bending",),
    }


@pytest.mark.parametrize("condition", ["painful-extension", "spondylolisthesis", "stenosis"])
def test_where_arching_hurts_rounding_and_turning_take_its_place(article: Library, condition: str) -> None:
    routine = _routine(article, condition, goals=(EXTENSION,), minutes=15, max_exercises=6)
    assert routine.goals == (FLEXION, ROTATION)
    instead = [each.values["goal"] for each in routine.warnings if each.code == "goal-instead"]
    assert instead == ["flexion", "rotation"]
    assert _in(routine).isdisjoint({7, 11})
    assert {12, 13} <= _in(routine)


@pytest.mark.parametrize("condition", ["painful-extension", "spondylolisthesis", "stenosis"])
def test_where_arching_hurts_lifting_in_the_middle_of_the_range_remains(
    library: Library, condition: str
) -> None:
    routine = _routine(library, condition, goals=(EXTENSION,), minutes=15, max_exercises=6)
    assert routine.goals == (EXTENSION,)
    assert {29, 31} & _in(routine)
    assert all(Demand.END_RANGE_EXTENSION not in each.exercise.demands for each in routine.chosen)


def test_what_takes_a_goals_place_must_be_safe_too(article: Library) -> None:
    routine = _routine(article, "painful-extension", "disc-problem", goals=(EXTENSION,))
    assert routine.goals == (ROTATION,)


def test_lower_back_trouble_takes_care_with_16(library: Library) -> None:
    routine = _routine(library, "lower-back-trouble")
    [ruling] = _chosen(routine, 16).rulings
    assert (ruling.rule.action, ruling.rule.basis) == (Action.CARE, "article")


def test_crowded_ribs_bring_8_and_14_whatever_the_goal(library: Library) -> None:
    for goal in Goal:
        routine = _routine(library, "stiff-ribs", goals=(goal,), minutes=20, max_exercises=6)
        assert {8, 14} <= _in(routine)
        assert "called-for" in {reason.code for reason in _reasons(routine, 14)}


def test_a_compressed_feeling_brings_17_where_the_shoulders_allow(library: Library) -> None:
    without = _routine(library, goals=(EXTENSION,), minutes=15, max_exercises=6)
    assert 17 not in _in(without)
    routine = _routine(library, "compressed-upper-back", goals=(EXTENSION,), minutes=15, max_exercises=6)
    assert 17 in _in(routine)
    for shoulder in ("shoulder-instability", "shoulder-impingement", "hypermobility"):
        assert 17 not in _in(_routine(library, "compressed-upper-back", shoulder, goals=(SIDE, FLEXION)))


def test_a_rounded_upper_back_brings_extension(library: Library) -> None:
    routine = _routine(library, "rounded-upper-back", goals=(ROTATION,), minutes=15, max_exercises=6)
    called = {
        each.exercise.number
        for each in routine.chosen
        if "called-for" in {reason.code for reason in each.reasons}
    }
    # The best two and no more, so that there is room for what was asked for.
    assert called == {11, 18}
    assert 13 in _in(routine)


@pytest.mark.parametrize(
    "condition",
    ["osteoporosis", "vertebral-compression-fracture", "pregnancy:12-weeks", "wheelchair", "frail"],
)
def test_the_lift_in_sitting_is_the_first_choice_for_extension(library: Library, condition: str) -> None:
    routine = _routine(library, condition, goals=(EXTENSION,), minutes=15, max_exercises=1)
    assert _in(routine) <= {21, 31}
    assert _in(_routine(library, condition, goals=(SIDE,), minutes=15, max_exercises=6)).isdisjoint({21, 31})


@pytest.mark.parametrize("condition", ["osteoporosis", "vertebral-compression-fracture"])
@pytest.mark.parametrize("goal", Goal)
def test_brittle_bones_leave_something_for_every_goal(library: Library, condition: str, goal: Goal) -> None:
    assert _routine(library, condition, goals=(goal,), minutes=15, max_exercises=4).goals == (goal,)


def test_the_next_safe_one_steps_in_and_says_for_what(library: Library) -> None:
    routine = _routine(library, "cannot-kneel", goals=(FLEXION,), minutes=15, max_exercises=2)
    [reason] = [each for each in _reasons(routine, 9) if each.code == "steps-in"]
    assert reason.values == {"goal": "flexion", "exercise": "cat-stretch", "conditions": ("cannot-kneel",)}


@pytest.mark.parametrize(
    ("conditions", "goals"),
    [
        pytest.param(["disc-problem"], (FLEXION,), id="one goal"),
        pytest.param(["osteoporosis"], (FLEXION, ROTATION), id="two goals"),
    ],
)
def test_where_nothing_safe_is_left_nothing_is_prescribed(
    article: Library, conditions: list[str], goals: tuple[Goal, ...]
) -> None:
    with pytest.raises(NothingLeftError) as raised:
        _routine(article, *conditions, goals=goals)
    assert raised.value.exit_code is ExitCode.NOTHING_LEFT
    _, *told = map(str, raised.value.problems)
    assert [each.split(" with ")[0] for each in told] == [
        f"condition  nothing safe is left for {goal}" for goal in goals
    ]
    assert all(conditions[0] in each for each in told)


def test_a_goal_that_cannot_be_served_safely_is_left_out_and_the_rest_stays(article: Library) -> None:
    routine = _routine(article, "disc-problem", goals=(FLEXION, ROTATION))
    assert routine.goals == (ROTATION,)
    [reason] = routine.goals_left_out
    assert reason.values == {"goal": "flexion", "conditions": ("disc-problem",)}


@pytest.mark.parametrize("condition", ["fracture", "fracture:3-weeks", "recent-spinal-surgery"])
def test_some_conditions_stop_everything_until_somebody_has_agreed(library: Library, condition: str) -> None:
    with pytest.raises(ReferFirstError) as raised:
        _routine(library, condition, cleared_by="")
    assert raised.value.exit_code is ExitCode.NOTHING_LEFT
    [problem] = raised.value.problems
    assert problem.path == "condition"
    assert condition in problem.message
    cleared = _routine(library, condition)
    [warning] = [each for each in cleared.warnings if each.code == "cleared"]
    assert warning.values == {"conditions": (condition.partition(":")[0],), "name": CLEARED}


def test_a_fracture_that_is_old_enough_needs_no_clearance(library: Library) -> None:
    routine = _routine(library, "fracture:6-weeks", cleared_by="")
    assert len(routine.chosen) == len(library.exercises)
    assert not [each for each in routine.warnings if each.code == "cleared"]


def test_a_stage_that_is_not_told_counts_as_the_strictest(library: Library) -> None:
    strictest = {1, 2, 4, 11, 20, 21, 28, 34} & _all(library)
    assert _left_out_by(_routine(library, "pregnancy"), "pregnancy") == strictest
    assert _left_out_by(_routine(library, "pregnancy:15-weeks"), "pregnancy") == {2, 4, 34} & _all(library)
    assert 17 in _left_out_by(_routine(library, "ankylosing-spondylitis"), "ankylosing-spondylitis")


def test_an_override_needs_a_reason_and_is_told(library: Library) -> None:
    with pytest.raises(UsageError) as raised:
        _routine(library, "glaucoma", include=("standing-decompression",))
    [problem] = raised.value.problems
    assert (problem.path, problem.message) == (
        "include",
        "standing-decompression is left out with glaucoma (head-down)",
    )
    because = "the eye doctor agrees"
    routine = _routine(library, "glaucoma", include=("standing-decompression",), because=because)
    chosen = _chosen(routine, 16)
    assert chosen.is_overridden
    assert [each.code for each in chosen.reasons] == ["asked-for", "also-serves", "condition-overridden"]
    [warning] = [each for each in routine.warnings if each.code == "overridden"]
    assert warning.values == {
        "exercise": "standing-decompression",
        "conditions": ("glaucoma",),
        "because": because,
    }
    # It lifts this exclusion alone.
    assert 15 in _left_out_by(routine, "glaucoma")


def test_a_reason_without_anything_to_override_is_refused(library: Library) -> None:
    with pytest.raises(UsageError) as raised:
        _routine(library, "glaucoma", include=("hanging",), because="I say so")
    assert [problem.path for problem in raised.value.problems] == ["because"]


def test_what_a_condition_takes_away_cannot_be_overridden(library: Library) -> None:
    with pytest.raises(UsageError) as raised:
        _routine(library, "no-bar", include=("hanging",), because="I say so")
    assert {problem.path for problem in raised.value.problems} == {"include", "because"}


def test_a_position_that_is_unsafe_gives_way_to_one_that_is_not(library: Library) -> None:
    # 5 can be done in any relaxed position: on the back it would save a change.
    free = _routine(library, goals=(EXTENSION, ROTATION), minutes=15, max_exercises=6)
    assert _chosen(free, 5).position is Position.ON_BACK
    off_the_back = set(Position) - {Position.ON_BACK}
    off_the_floor = {Position.SITTING_CHAIR, Position.STANDING}
    for condition, positions in (
        ("pregnancy:20-weeks", off_the_back),
        ("cannot-get-to-the-floor", off_the_floor),
    ):
        routine = _routine(library, condition, goals=(EXTENSION, ROTATION), minutes=15, max_exercises=6)
        assert _chosen(routine, 5).position in positions


def test_a_condition_that_allows_only_the_gentle_dose_lowers_every_level(library: Library) -> None:
    for level in Level:
        routine = _routine(library, "hypermobility", goals=(SIDE,), level=level)
        assert _chosen(routine, 14).dose.times == 15
    progressive = _routine(library, "hypermobility", goals=(SIDE,), is_progressive=True)
    assert {step.dose.times for step in _chosen(progressive, 14).steps} == {15}


def test_a_progressive_routine_grows_and_is_timed_by_its_longest_week(library: Library) -> None:
    routine = _routine(library, goals=(SIDE,), is_progressive=True)
    chosen = _chosen(routine, 6)
    assert [step.level for step in chosen.steps] == list(Level)
    assert chosen.dose == chosen.steps[0].dose
    full = _chosen(_routine(library, goals=(SIDE,), level=Level.FULL), 6)
    assert chosen.steps[-1].dose == full.dose
    assert chosen.seconds == full.seconds
    assert "progressive-dose" in {reason.code for reason in chosen.reasons}


def test_a_side_for_one_exercise_alone(library: Library) -> None:
    routine = _routine(library, goals=(SIDE,), sides=(("side-stretch", Side.LEFT),))
    assert _chosen(routine, 6).sides == (Side.LEFT,)
    assert len(_chosen(routine, 8).sides) == 2


PAIRS = [
    # The strictest rule wins; both are named where both decide.
    (("glaucoma", "vertigo"), 15, {"glaucoma", "vertigo"}),
    (("disc-problem", "osteoporosis"), 12, {"disc-problem", "osteoporosis"}),
    (("blood-thinners", "rib-fracture"), 5, {"rib-fracture"}),
    (("hypermobile-lower-back", "painful-extension"), 11, {"painful-extension"}),
    (("compressed-upper-back", "shoulder-impingement"), 17, {"shoulder-impingement"}),
    (("stiff-ribs", "cannot-get-to-the-floor"), 8, {"cannot-get-to-the-floor"}),
    (("knee-trouble", "cannot-kneel"), 12, {"cannot-kneel"}),
]


@pytest.mark.parametrize(("conditions", "number", "deciding"), PAIRS, ids=["+".join(row[0]) for row in PAIRS])
def test_pairs_that_conflict(
    library: Library, conditions: tuple[str, ...], number: int, deciding: set[str]
) -> None:
    routine = _routine(library, *conditions)
    named = {reason.values.get("condition") for reason in _reasons(routine, number)} - {None}
    assert number not in _in(routine)
    assert named == deciding


@pytest.mark.no_cover  # a thousand times the same lines
def test_every_pair_leaves_out_what_either_of_them_does(library: Library) -> None:
    names = list(library.precautions)
    alone = {name: _left_out_by(_routine(library, name), name) for name in names}
    for first, second in combinations(names, 2):
        try:
            routine = _routine(library, first, second, max_exercises=1)
        except NothingLeftError:
            continue
        for name in (first, second):
            assert alone[name] <= _left_out_by(routine, name)


def test_with_all_conditions_only_work_on_a_chair_is_left(library: Library) -> None:
    routine = _routine(library, *library.precautions)
    assert {each.position for each in routine.chosen} == {Position.SITTING_CHAIR}
    assert _in(routine) == {22, 24, 30, 31} & _all(library)


def test_with_all_conditions_nothing_of_the_article_is_left(article: Library) -> None:
    with pytest.raises(NothingLeftError) as raised:
        _routine(article, *article.precautions)
    text = "\n".join(map(str, raised.value.problems))
    for goal in Goal:
        assert f"nothing safe is left for {goal}" in text


def test_more_than_four_exercises_or_twenty_minutes_are_a_warning(library: Library) -> None:
    routine = _routine(library)
    assert {"many-exercises", "many-minutes"} <= {each.code for each in routine.warnings}
    short = _routine(library, minutes=20, max_exercises=4)
    assert {"many-exercises", "many-minutes"}.isdisjoint(each.code for each in short.warnings)


def test_a_goal_left_out_is_put_down_to_the_conditions_that_leave_nothing_by_themselves(
    article: Library,
) -> None:
    # Vertigo leaves out one exercise for flexion, brittle bones all of them.
    routine = _routine(article, "osteoporosis", "vertigo", goals=(FLEXION, SIDE))
    [reason] = routine.goals_left_out
    assert reason.values["conditions"] == ("osteoporosis",)


def test_a_goal_that_conditions_leave_nothing_for_only_together_names_them_all(article: Library) -> None:
    # 11 lies on the roller, 7 is a lunge with an open chest: neither condition alone takes both.
    conditions = ("cannot-get-to-the-floor", "no-door-frame")
    routine = _routine(article, *conditions, goals=(EXTENSION, SIDE))
    [reason] = routine.goals_left_out
    assert reason.values == {"goal": "extension", "conditions": conditions}
