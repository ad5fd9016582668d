"""Printed times are worked out by hand from the facts of each exercise."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.library.model import Dose, Span
from generator.library.vocabulary import Manner
from generator.routine.dosing import sides_for
from generator.routine.plan import Side
from generator.routine.timing import seconds_of, whole_minutes

if TYPE_CHECKING:
    from generator.library.model import Exercise

BOTH = (Side.LEFT, Side.RIGHT)


@pytest.mark.parametrize(
    ("number", "seconds"),
    [
        (1, 15 + 120 + 5 + 120),
        (4, 15 + 120),
        (5, 15 + 6 * 3 * 5 + 5 + 6 * 3 * 5),
        (6, 15 + 32 + 5 + 32),
        (11, 15 + 30),
        (12, 15 + 30 * 4),
        (13, 15 + 30 + 5 + 30),
        (14, 15 + 90 + 5 + 90),
        (15, 15 + 20 * 7 + 5 + 20 * 7),
        (16, 15 + 32),
    ],
)
def test_both_sides_and_setting_up_are_counted_at_the_upper_end(
    seventeen: tuple[Exercise, ...], number: int, seconds: int
) -> None:
    exercise = seventeen[number - 1]
    assert seconds_of(exercise.dose, sides_for(exercise.sides, Side.BOTH)) == seconds


def test_one_side_alone_takes_no_change_of_sides() -> None:
    dose = Dose(Manner.OSCILLATE, times=30)
    assert seconds_of(dose, (Side.LEFT,)) == seconds_of(dose, ()) == 45


def test_sets_are_repeated_with_a_rest_between_them() -> None:
    dose = Dose(Manner.HOLD, seconds=Span(20, 30), sets=3)
    assert seconds_of(dose, ()) == 15 + 3 * 32 + 2 * 30
    assert seconds_of(dose, BOTH) == 15 + 2 * (3 * 32 + 2 * 30) + 5


@pytest.mark.parametrize(
    ("dose", "seconds"),
    [
        pytest.param(Dose(Manner.BREATHE, breaths=5, has_spots=False), 15 + 5 * 5, id="breaths, no spots"),
        pytest.param(Dose(Manner.REPEAT, times=8, breaths=1), 15 + 8 * 5, id="a breath each time"),
    ],
)
def test_what_the_breath_paces_takes_a_slow_breath(dose: Dose, seconds: int) -> None:
    assert seconds_of(dose, ()) == seconds


@pytest.mark.parametrize(("seconds", "minutes"), [(0, 0), (1, 1), (60, 1), (61, 2), (900, 15)])
def test_minutes_are_rounded_up(seconds: int, minutes: int) -> None:
    assert whole_minutes(seconds) == minutes
