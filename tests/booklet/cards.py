"""Cards for many requests, small and in large print."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest

from generator.booklet.layouts.cards import lay_out_cards
from generator.booklet.model import Role
from generator.booklet.style import HALF_PAGE, LARGE_PRINT
from generator.library.loading import load_library
from tests.booklet.small_papers import CONDITIONS, LONG_NAMES, MANY_CONDITIONS, asked, placed

if TYPE_CHECKING:
    from generator.booklet.model import Booklet
    from tests.booklet.laying_out import Laid


LIBRARY = load_library()


REQUESTS = {
    "one": asked(1),
    "four": asked(4),
    "six, letter": asked(6, paper="letter"),
    "eight": asked(8),
    "all": asked(17, client=""),
    "all, letter": asked(17, paper="letter", review=""),
    "left": asked(8, side="left"),
    "right, letter": asked(17, side="right", paper="letter"),
    "week by week": asked(6, progress=True),
    "full": asked(17, level="full"),
    "conditions": asked(6, conditions=CONDITIONS),
    "many conditions, letter": asked(
        6,
        conditions=MANY_CONDITIONS,
        cleared_by="Dr Eve Stone",
        paper="letter",
    ),
    "long names": asked(6, **LONG_NAMES),
}


SMALL, LARGE = HALF_PAGE, LARGE_PRINT
LOOKS = {"small": SMALL, "large": LARGE}


of_every_card = pytest.fixture(params=[(name, look) for name in REQUESTS for look in LOOKS], ids=", ".join)


@cache
def laid_cards(name: str, look: str) -> Laid:
    return placed(LIBRARY, REQUESTS[name], lay_out_cards, LOOKS[look])


def of_exercise(laid: Laid, number: int) -> list[int]:
    """The sections of an exercise: its card, and the one with more cautions where there is one."""
    name = laid.library.words.exercises[laid.routine.chosen[number - 1].exercise.id].name
    heading = f"{number}. {name}"
    return [section for section in laid.sections if heading in laid.texts(section)]


def section_of(booklet: Booklet, element: int) -> int:
    """The section that an element is in."""
    while booklet.elements[element].role is not Role.SECTION:
        parent = booklet.elements[element].parent
        assert parent is not None
        element = parent
    return element
