"""The list of reasons, which the words are checked against, agrees with the reasons that are made."""

from __future__ import annotations

import inspect
from dataclasses import replace

from generator.library.model import Favour, Rule
from generator.library.vocabulary import Action, Basis, Demand, Goal, Position
from generator.routine import reasons
from generator.routine.model import Condition, Reason, Ruling, Side

ARGUMENTS = {
    "goal": Goal.SIDE,
    "kit": "bar",
    "position": Position.STANDING,
    "side": Side.LEFT,
    "exercise": "hanging",
    "minutes": 4,
    "left": 2,
    "number": 6,
    "name": "Dr. Example",
    "because": "shown and practised",
    "condition": Condition("hernia", stage="early"),
    "conditions": (Condition("hernia"), Condition("reflux", weeks=3), Condition("hernia")),
    "goals": (Goal.FLEXION, Goal.ROTATION),
    "favour": Favour(Basis.INDIRECT, "somewhere"),
}


VALUES = {**ARGUMENTS, "goals": "flexion,rotation", "conditions": "hernia,reflux", "condition": "hernia"}
VALUES |= {"demands": "head-down,kneeling", "basis": "indirect", "source": "somewhere"}


def _rulings() -> list[Ruling]:
    """One for each thing that a rule can do to an exercise, and a rule that speaks of every exercise."""
    plain = Rule("rule", Action.CARE, (), Basis.INDIRECT, "somewhere")
    demands = (Demand.HEAD_DOWN, Demand.KNEELING)
    rules = [
        plain,
        replace(plain, action=Action.ADAPT),
        replace(plain, action=Action.ADAPT, is_gentle=True),
        replace(plain, action=Action.LEAVE_OUT),
    ]
    return [Ruling(Condition("hernia"), rule, demands) for rule in rules]


def test_every_reason_is_listed_with_its_values() -> None:
    made = {}
    for _, maker in inspect.getmembers(reasons, inspect.isfunction):
        if maker.__module__ != reasons.__name__ or maker.__name__.startswith("_"):
            continue
        names = inspect.signature(maker).parameters
        for ruling in _rulings() if "ruling" in names else [None]:
            reason: Reason = maker(*(ruling if name == "ruling" else ARGUMENTS[name] for name in names))
            made[reason.code] = tuple(name for name, _ in reason.values)
            for name, value in reason.values:
                assert type(value) is str
                assert value == str(VALUES[name])
    assert made == reasons.REASONS


def test_a_rule_for_every_exercise_names_no_demand() -> None:
    rule = Rule("rule", Action.CARE, (), Basis.INDIRECT, "somewhere")
    reason = reasons.condition_changes(Ruling(Condition("hernia", weeks=3), rule, ()), "")
    assert dict(reason.values)["demands"] == "any"
    assert dict(reason.values)["condition"] == "hernia"
