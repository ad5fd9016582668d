"""Reasons for the tests: one of every kind, and how to tell them apart in a word or two."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from generator.library.vocabulary import Basis, Goal, Position
from generator.routine import reasons
from generator.routine.plan import Side
from generator.routine.reasons import Reason

FIELDS: dict[str, Any] = {
    "goal": Goal.SIDE,
    "goals": (Goal.FLEXION, Goal.ROTATION),
    "kit": "bar",
    "position": Position.STANDING,
    "side": Side.LEFT,
    "exercise": "hanging",
    "minutes": 4,
    "left": 2,
    "number": 6,
    "name": "Dr. Example",
    "because": "shown and practised",
    "condition": "glaucoma",
    "conditions": ("glaucoma", "reflux"),
    "demands": ("any",),
    "basis": Basis.INDIRECT,
    "source": "seventeen-best",
}


def _kinds() -> list[type[Reason]]:
    classes = [each for each in vars(reasons).values() if isinstance(each, type) and issubclass(each, Reason)]
    shared = {base for each in classes for base in each.__bases__}
    return [each for each in classes if each not in shared]


EVERY_REASON = [kind(**{field.name: FIELDS[field.name] for field in fields(kind)}) for kind in _kinds()]


def in_short(reason: Reason) -> str:
    """Its code and what it speaks of: `over-time 5 1`."""
    values = (",".join(value) if isinstance(value, tuple) else str(value) for value in reason.values.values())
    return " ".join([reason.code, *values])
