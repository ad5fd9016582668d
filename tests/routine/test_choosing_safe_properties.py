"""What holds for every client, whatever the conditions: over the real library and over libraries made up."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.library.ids import kit_ids
from generator.library.prepared import own_library
from generator.library.vocabulary import Action, Demand, Goal, Position
from generator.problems import NothingLeftError, UsageError
from generator.routine.choosing import choose
from generator.routine.plan import Condition, Level, Plan, Side
from generator.routine.rulings import demands_in, holds

if TYPE_CHECKING:
    from generator.library.model import Rule
    from generator.routine.model import Routine

LIBRARY = own_library()
NAMES = [exercise.id for exercise in LIBRARY.exercises]


@st.composite
def _conditions(draw: st.DrawFn) -> Condition:
    name = draw(st.sampled_from(list(LIBRARY.precautions)))
    precaution = LIBRARY.precautions[name]
    weeks = draw(st.none() | st.integers(0, 45)) if precaution.has_weeks else None
    stage = draw(st.sampled_from(("", *precaution.stages)))
    return Condition(name, weeks, stage)


_SEVERAL = st.lists(_conditions(), max_size=5, unique_by=lambda each: each.id)


@st.composite
def _plans(draw: st.DrawFn) -> Plan:
    return Plan(
        goals=tuple(draw(st.lists(st.sampled_from(Goal), min_size=1, unique=True))),
        minutes=draw(st.none() | st.integers(2, 45)),
        max_exercises=draw(st.none() | st.integers(1, 18)),
        no_kit=frozenset(draw(st.sets(st.sampled_from(kit_ids()), max_size=2))),
        positions=frozenset(Position) - draw(st.sets(st.sampled_from(Position), max_size=2)),
        include=tuple(draw(st.lists(st.sampled_from(NAMES), max_size=1))),
        exclude=tuple(draw(st.lists(st.sampled_from(NAMES), max_size=1))),
        side=draw(st.sampled_from(Side)),
        level=draw(st.sampled_from(Level)),
        is_progressive=draw(st.booleans()),
        is_older=draw(st.booleans()),
        conditions=tuple(draw(_SEVERAL)),
        cleared_by=draw(st.sampled_from(("", "somebody"))),
        because=draw(st.sampled_from(("", "", "a reason"))),
    )


def _try(plan: Plan) -> Routine | None:
    try:
        return choose(LIBRARY.exercises, plan, LIBRARY.precautions)
    except (UsageError, NothingLeftError):
        return None


def _rules(plan: Plan, action: Action) -> list[Rule]:
    """The rules of this kind that hold for the plan's conditions."""
    return [
        rule
        for condition in plan.conditions
        for rule in LIBRARY.precautions[condition.id].rules
        if rule.action is action and holds(rule, condition)
    ]


@settings(max_examples=200, deadline=None)
@given(plan=_plans())
def test_no_routine_holds_a_demand_that_a_condition_leaves_out(plan: Plan) -> None:
    routine = _try(plan)
    if routine is None:
        return
    forbidding = _rules(plan, Action.LEAVE_OUT)
    for each in routine.chosen:
        asked = set(demands_in(each.exercise, each.position))
        # Some rules are about demands that are made together.
        if any(
            asked.issuperset(rule.demands) if rule.is_together else asked.intersection(rule.demands)
            for rule in forbidding
        ):
            assert each.exercise.id in plan.include
            assert plan.because
            assert each.is_overridden
            assert "condition-overridden" in {reason.code for reason in each.reasons}
            assert "overridden" in {reason.code for reason in routine.warnings}
        else:
            assert not each.is_overridden
    assert plan.cleared_by or not _rules(plan, Action.REFER)
    if plan.minutes is not None:
        assert routine.minutes <= plan.minutes
    gone = {reason.goal for reason in routine.goals_left_out}
    assert gone == set(plan.goals) - set(routine.goals)


@settings(max_examples=200, deadline=None)
@given(plan=_plans(), more=_conditions())
def test_one_more_condition_brings_nothing_back_and_lifts_no_caution(plan: Plan, more: Condition) -> None:
    if more.id in {condition.id for condition in plan.conditions}:
        return
    before = _try(replace(plan, cleared_by="somebody"))
    after = _try(replace(plan, conditions=(*plan.conditions, more), cleared_by="somebody"))
    if before is None or after is None:
        return
    codes = {
        each.exercise.id: {reason.code for reason in each.reasons}
        for each in (*before.left_out, *after.left_out)
    }
    still = {each.exercise.id for each in after.left_out}
    for each in before.left_out:
        if "condition-leaves-out" in codes[each.exercise.id]:
            assert each.exercise.id in still
    cautions = {each.exercise.id: each for each in after.chosen}
    for one in before.chosen:
        now = cautions.get(one.exercise.id)
        if now is not None and now.position is one.position:
            assert set(one.rulings) <= set(now.rulings)
            assert now.seconds <= one.seconds


@settings(max_examples=100, deadline=None)
@given(plan=_plans(), data=st.data())
def test_the_order_of_the_conditions_changes_nothing(plan: Plan, data: st.DataObject) -> None:
    shuffled = tuple(data.draw(st.permutations(plan.conditions)))
    assert _try(plan) == _try(replace(plan, conditions=shuffled))


@settings(max_examples=50, deadline=None)
@given(plan=_plans())
def test_the_same_client_gets_the_same_routine(plan: Plan) -> None:
    assert _try(plan) == _try(plan)


@pytest.mark.parametrize("demand", Demand)
def test_an_exercise_that_is_added_later_is_screened_by_its_demands_alone(demand: Demand) -> None:
    rotation = next(each for each in LIBRARY.exercises if each.id == "seated-rotation")
    new = replace(rotation, id="added-later", number=99, demands=(demand,))
    for name, precaution in LIBRARY.precautions.items():
        forbids = any(
            rule.action is Action.LEAVE_OUT and demand in rule.demands and not rule.is_together
            for rule in precaution.rules
        )
        # On a chair, in reach of everybody; asked for by name, so that it must be in or be refused.
        plan = Plan((Goal.ROTATION,), include=("added-later",), conditions=(Condition(name),), cleared_by="x")
        if forbids:
            with pytest.raises(UsageError, match=name):
                choose((*LIBRARY.exercises, new), plan, LIBRARY.precautions)
        else:
            routine = choose((*LIBRARY.exercises, new), plan, LIBRARY.precautions)
            assert "added-later" in {each.exercise.id for each in routine.chosen}
