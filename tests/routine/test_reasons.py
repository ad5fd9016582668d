"""The list of reasons, which the words are checked against, agrees with the reasons that are made."""

from __future__ import annotations

import inspect

from generator.library.model import Goal, Kit, Position
from generator.routine import reasons
from generator.routine.model import Reason, Side

ARGUMENTS = {
    "goal": Goal.SIDE,
    "kit": Kit.BAR,
    "position": Position.STANDING,
    "side": Side.LEFT,
    "exercise": "hanging",
    "minutes": 4,
    "left": 2,
    "number": 6,
}


def test_every_reason_is_listed_with_its_values() -> None:
    made = {}
    for _, maker in inspect.getmembers(reasons, inspect.isfunction):
        if maker.__module__ == reasons.__name__:
            reason: Reason = maker(*(ARGUMENTS[name] for name in inspect.signature(maker).parameters))
            made[reason.code] = tuple(name for name, _ in reason.values)
            for name, value in reason.values:
                assert type(value) is str
                assert value == str(ARGUMENTS[name])
    assert made == reasons.REASONS
