"""Fridge sheets for many requests."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest

from generator.booklet import style
from generator.booklet.layouts.fridge_sheet import lay_out_fridge_sheet
from generator.booklet.model import Role
from generator.library.loading import load_library
from tests.booklet.small_papers import CONDITIONS, LONG_NAMES, MANY_CONDITIONS, asked, placed

if TYPE_CHECKING:
    from generator.booklet.style import Look
    from tests.booklet.laying_out import Laid


LIBRARY = load_library()

DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
LONG_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]

REQUESTS = {
    "one": asked(1),
    "three, letter": asked(3, paper="letter"),
    "four": asked(4),
    "six": asked(6),
    "six, letter": asked(6, paper="letter"),
    "eight": asked(8),
    "left": asked(6, side="left"),
    "right, letter": asked(5, side="right", paper="letter"),
    "week by week": asked(6, progress=True),
    "full": asked(5, level="full"),
    "conditions": asked(6, conditions=CONDITIONS),
    "five conditions": asked(
        4,
        conditions=MANY_CONDITIONS,
        cleared_by="Dr Eve Stone",
    ),
    "nobody": asked(6, client="", clinician="", clinic="", review=""),
    "long names": asked(5, **LONG_NAMES),
}


LARGE_PRINT = {"one": REQUESTS["one"], "three, letter": REQUESTS["three, letter"]}


of_every_sheet = pytest.fixture(
    params=[
        *((name, style.WHOLE_PAGE) for name in REQUESTS),
        *((name, style.LARGE_PRINT) for name in LARGE_PRINT),
    ],
    ids=[*REQUESTS, *(f"{name}, large print" for name in LARGE_PRINT)],
)


@cache
def laid_sheet(name: str, look: Look) -> Laid:
    return placed(LIBRARY, REQUESTS[name], lay_out_fridge_sheet, look)


def table_of(laid: Laid) -> int:
    ((table, _),) = laid.elements(Role.TABLE)
    return table


def names(laid: Laid) -> list[str]:
    words = laid.library.words.exercises
    return [f"{n}. {words[each.exercise.id].name}" for n, each in enumerate(laid.routine.chosen, start=1)]
