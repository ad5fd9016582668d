"""Routines whose clinician's record is looked at, chosen from the real library."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from generator.booklet.details import Details
from generator.library.vocabulary import Goal
from generator.routine.choosing import choose
from generator.routine.plan import Condition, Level, Plan, Side

if TYPE_CHECKING:
    from generator.library.model import Library
    from generator.routine.model import Routine

DETAILS = Details(
    dt.date(2026, 3, 31),
    client="Ann Example",
    clinician="Dr Bo Larsson",
    clinic="Spine & Rib Clinic",
    review=dt.date(2026, 4, 28),
    days_per_week=5,
    command="thoracic make -g extension",
    version="1.2.3",
)

BECAUSE = "She has turned like this for years."

PLANS = {
    "no condition": Plan((Goal.EXTENSION, Goal.ROTATION)),
    "an override": Plan(
        (Goal.ROTATION, Goal.EXTENSION, Goal.FLEXION),
        minutes=30,
        include=("seated-rotation",),
        exclude=("translation", "seated-round-and-lift"),
        because=BECAUSE,
        conditions=(Condition("lower-back-trouble"), Condition("osteoporosis"), Condition("pregnancy", 20)),
    ),
    "cleared, from week to week": Plan(
        (Goal.SIDE, Goal.EXTENSION),
        no_kit=frozenset({"bar"}),
        side=Side.LEFT,
        sides=(("side-stretch", Side.RIGHT),),
        is_progressive=True,
        is_older=True,
        conditions=(Condition("ankylosing-spondylitis"), Condition("fracture", 3)),
        cleared_by="Dr Eve Stone",
    ),
    "all, in full": Plan(tuple(Goal), minutes=None, max_exercises=None, level=Level.FULL),
}


def routine_of(name: str, library: Library) -> Routine:
    """The routine for one of the plans."""
    return choose(library.exercises, PLANS[name], library.precautions)


def everything(library: Library) -> Routine:
    """All exercises, asked for in spite of nearly all conditions at once."""
    conditions = (
        Condition(each.id) for each in library.precautions.values() if not (each.no_positions or each.no_kit)
    )
    plan = Plan(
        tuple(Goal),
        minutes=None,
        max_exercises=None,
        include=tuple(each.id for each in library.exercises),
        conditions=tuple(sorted(conditions)),
        cleared_by="Dr Eve Stone",
        because=BECAUSE,
    )
    return choose(library.exercises, plan, library.precautions)
