"""Which rules of a client's conditions hold for an exercise in a position."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from generator.library.model import Favour, Precaution, Rule
from generator.library.vocabulary import Action, Basis, Demand, Goal, Kind, Position
from generator.routine.plan import Condition, Plan
from generator.routine.rulings import (
    client_of,
    demands_in,
    favours_for,
    forbidding,
    holds,
    referring,
    rulings_on,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.library.model import Exercise
    from generator.routine.rulings import Client

RULE = Rule("rule", Action.LEAVE_OUT, (Demand.KNEELING,), Basis.ARTICLE, "article")
LATER = replace(RULE, from_week=6, until_week=12)
STAGED = replace(RULE, stages=("early", "middle"))
CHAIR, KNEES = Position.SITTING_CHAIR, Position.FOUR_POINT_KNEEL


def _client(*rules: Rule, favours: Favour | None = None) -> Client:
    plan = Plan((Goal.SIDE,), conditions=(Condition("known"), Condition("unheard-of")))
    return client_of(plan, {"known": Precaution("known", rules, favours=favours)})


@pytest.mark.parametrize(
    ("rule", "condition", "expected"),
    [
        pytest.param(LATER, Condition("known", 5), False, id="a week too early"),
        pytest.param(LATER, Condition("known", 6), True, id="from the first week on"),
        pytest.param(LATER, Condition("known", 11), True, id="to the last week"),
        pytest.param(LATER, Condition("known", 12), False, id="a week too late"),
        pytest.param(LATER, Condition("known"), True, id="week not told"),
        pytest.param(STAGED, Condition("known", stage="middle"), True, id="in its stage"),
        pytest.param(STAGED, Condition("known", stage="late"), False, id="in another stage"),
        pytest.param(STAGED, Condition("known"), True, id="stage not told"),
        pytest.param(RULE, Condition("known", 3, "late"), True, id="a rule for all stages"),
    ],
)
def test_a_rule_holds_in_its_stage_and_where_the_stage_is_not_told(
    rule: Rule, condition: Condition, expected: bool
) -> None:
    assert holds(rule, condition) is expected


def test_a_position_asks_something_of_the_body_too(build: Callable[..., Exercise]) -> None:
    exercise = replace(build(1, {}, (CHAIR, KNEES)), demands=(Demand.KNEELING, Demand.HEAD_DOWN))
    assert demands_in(exercise, CHAIR) == (Demand.KNEELING, Demand.HEAD_DOWN)
    assert demands_in(exercise, KNEES) == (
        Demand.KNEELING,
        Demand.HEAD_DOWN,
        Demand.GETTING_TO_AND_FROM_THE_FLOOR,
    )


def test_a_demand_of_one_position_is_made_there_only(build: Callable[..., Exercise]) -> None:
    standing = Position.STANDING
    only_there = {standing: (Demand.STANDING_BALANCE,)}
    exercise = replace(build(1, {}, (CHAIR, standing)), demands_in=only_there)
    assert demands_in(exercise, CHAIR) == ()
    assert demands_in(exercise, standing) == (Demand.STANDING_BALANCE,)
    client = _client(replace(RULE, demands=(Demand.STANDING_BALANCE,)))
    assert rulings_on(exercise, CHAIR, client) == ()
    assert [ruling.demands for ruling in rulings_on(exercise, standing, client)] == [
        (Demand.STANDING_BALANCE,)
    ]


def test_lying_on_a_bed_asks_for_lying_without_getting_down_to_the_floor(
    build: Callable[..., Exercise],
) -> None:
    asked = {
        position: demands_in(build(1, {}, (position,)), position)
        for position in (Position.BED_ON_BACK, Position.BED_FACE_DOWN, Position.BED_ON_SIDE)
    }
    assert list(asked.values()) == [
        (Demand.LYING_ON_THE_BACK,),
        (Demand.LYING_FACE_DOWN,),
        (Demand.LYING_ON_THE_SIDE,),
    ]


def test_a_rule_speaks_of_the_demands_that_the_position_makes(build: Callable[..., Exercise]) -> None:
    exercise, client = build(1, {}, (CHAIR, KNEES)), _client(RULE)
    assert rulings_on(exercise, CHAIR, client) == ()
    [ruling] = rulings_on(exercise, KNEES, client)
    assert (ruling.condition, ruling.rule, ruling.demands) == (Condition("known"), RULE, (Demand.KNEELING,))


def test_a_rule_without_demands_speaks_of_every_exercise(build: Callable[..., Exercise]) -> None:
    [ruling] = rulings_on(build(1, {}, (CHAIR,)), CHAIR, _client(replace(RULE, demands=())))
    assert ruling.demands == ()


def test_demands_that_count_together_must_all_be_made(build: Callable[..., Exercise]) -> None:
    rule = replace(RULE, demands=(Demand.KNEELING, Demand.HEAD_DOWN), is_together=True)
    kneeling = build(1, {}, (KNEES,))
    assert rulings_on(kneeling, KNEES, _client(rule)) == ()
    [ruling] = rulings_on(replace(kneeling, demands=(Demand.HEAD_DOWN,)), KNEES, _client(rule))
    assert set(ruling.demands) == {Demand.KNEELING, Demand.HEAD_DOWN}


def test_only_what_leaves_out_forbids(build: Callable[..., Exercise]) -> None:
    client = _client(RULE, replace(RULE, id="care", action=Action.CARE))
    rulings = rulings_on(build(1, {}, (KNEES,)), KNEES, client)
    assert [ruling.rule.id for ruling in rulings] == ["rule", "care"]
    assert [ruling.rule.id for ruling in forbidding(rulings)] == ["rule"]


def test_who_must_be_seen_first_is_no_ruling_on_an_exercise(build: Callable[..., Exercise]) -> None:
    client = _client(replace(RULE, action=Action.REFER, demands=()))
    assert rulings_on(build(1, {}, (KNEES,)), KNEES, client) == ()
    assert referring(client) == (Condition("known"),)
    assert referring(_client(RULE)) == ()


def test_a_condition_takes_kit_and_positions_away() -> None:
    precaution = Precaution("known", (), no_positions=(KNEES,), no_kit=("bar",))
    client = client_of(Plan((Goal.SIDE,), conditions=(Condition("known"),)), {"known": precaution})
    assert client.no_kit == {"bar"}
    assert client.positions == frozenset(Position) - {KNEES}


@pytest.mark.parametrize(
    ("kind", "favour", "is_called_for"),
    [
        pytest.param(Kind.STRETCH, {"goals": (Goal.SIDE,)}, True, id="by its goal"),
        pytest.param(Kind.STRETCH, {"demands": (Demand.HEAD_DOWN,)}, True, id="by its demand"),
        pytest.param(Kind.STRETCH, {"goals": (Goal.FLEXION,)}, False, id="for another goal"),
        pytest.param(Kind.RELEASE, {"goals": (Goal.SIDE,)}, False, id="never a release"),
    ],
)
def test_what_a_condition_calls_for(
    build: Callable[..., Exercise], kind: Kind, favour: dict[str, tuple[str, ...]], is_called_for: bool
) -> None:
    exercise = replace(build(1, {Goal.SIDE: 1}, (CHAIR,), kind=kind), demands=(Demand.HEAD_DOWN,))
    client = _client(favours=Favour(Basis.ARTICLE, "article", **favour))  # type: ignore[arg-type]
    assert bool(favours_for(exercise, client)) is is_called_for


def test_some_conditions_call_only_for_what_serves_the_goals_of_the_routine(
    build: Callable[..., Exercise],
) -> None:
    exercise = replace(build(1, {Goal.SIDE: 1}, (CHAIR,)), demands=(Demand.HEAD_DOWN,))
    favour = Favour(Basis.ARTICLE, "article", demands=(Demand.HEAD_DOWN,), is_within_goals=True)
    client = _client(favours=favour)
    assert favours_for(exercise, client, (Goal.SIDE, Goal.FLEXION))
    assert favours_for(exercise, client, (Goal.FLEXION,)) == ()
