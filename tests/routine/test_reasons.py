"""Every kind of reason has a code and what its sentence needs, and a sentence that uses no more."""

from __future__ import annotations

from dataclasses import replace
from string import Formatter

import pytest

from generator.library.model import Rule
from generator.library.prepared import own_library
from generator.library.vocabulary import Action, Basis, Demand, Goal
from generator.routine.plan import Condition
from generator.routine.reasons import (
    AskedFor,
    BestForGoal,
    Reason,
    condition_changes,
    condition_leaves_out,
    ids_of,
)
from generator.routine.rulings import Ruling
from tests.reasons import EVERY_REASON, FIELDS

CARE = Rule("rule", Action.CARE, (), Basis.INDIRECT, "somewhere")
HERNIA = Condition("hernia", weeks=3)
DEMANDS = (Demand.HEAD_DOWN, Demand.KNEELING)


def test_a_code_is_the_name_of_the_reason_in_small_letters() -> None:
    assert BestForGoal(Goal.SIDE).code == "best-for-goal"
    assert AskedFor().code == "asked-for"


@pytest.mark.parametrize("reason", EVERY_REASON, ids=lambda reason: reason.code)
def test_a_reason_has_what_its_sentence_speaks_of(reason: Reason) -> None:
    assert reason.values == {name: FIELDS[name] for name in reason.values}
    sentence = own_library().words.labels[f"reason.{reason.code}"]
    assert {name for _, name, _, _ in Formatter().parse(sentence) if name} <= reason.values.keys()


def test_no_sentence_is_for_a_reason_that_is_never_given() -> None:
    sentences = {name for name in own_library().words.labels if name.startswith("reason.")}
    assert sentences == {f"reason.{reason.code}" for reason in EVERY_REASON}


def test_reasons_are_told_apart_by_their_kind_too() -> None:
    assert AskedFor() == AskedFor()
    assert len({*EVERY_REASON}) == len(EVERY_REASON)


@pytest.mark.parametrize(
    ("rule", "code"),
    [
        pytest.param(CARE, "condition-cares", id="care"),
        pytest.param(replace(CARE, action=Action.ADAPT), "condition-adapts", id="adapt"),
        pytest.param(
            replace(CARE, action=Action.ADAPT, is_gentle=True), "condition-makes-gentle", id="gentle dose"
        ),
        pytest.param(replace(CARE, action=Action.LEAVE_OUT), "condition-overridden", id="leave out"),
    ],
)
def test_what_a_rule_does_to_an_exercise_that_is_in(rule: Rule, code: str) -> None:
    reason = condition_changes(Ruling(HERNIA, rule, DEMANDS), "shown and practised")
    because = {"because": "shown and practised"} if code == "condition-overridden" else {}
    assert reason.code == code
    assert reason.values == {
        "condition": "hernia",
        "demands": DEMANDS,
        "basis": "indirect",
        "source": "somewhere",
        **because,
    }


def test_a_rule_for_every_exercise_names_no_demand() -> None:
    assert condition_leaves_out(Ruling(HERNIA, CARE, ())).demands == ("any",)
    assert condition_leaves_out(Ruling(HERNIA, CARE, DEMANDS)).demands == DEMANDS


def test_conditions_are_named_by_their_ids_each_once() -> None:
    assert ids_of((HERNIA, Condition("reflux"), Condition("hernia"))) == ("hernia", "reflux")
