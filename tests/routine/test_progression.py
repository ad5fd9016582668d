"""How the levels of a progressive routine spread over its weeks."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from generator.library.model import Dose, Span
from generator.library.vocabulary import Manner
from generator.routine.dosing import steps_for
from generator.routine.plan import Level, Plan
from generator.routine.progression import level_of_week, weeks_of_steps

GENTLE, STANDARD, FULL = Level
HALF_MINUTE = Dose(Manner.HOLD, seconds=Span(30, 30))
PROGRESSIVE = Plan(goals=(), is_progressive=True)


def test_four_weeks_begin_gently_and_end_in_full() -> None:
    assert [level_of_week(week, 4) for week in range(1, 5)] == [GENTLE, GENTLE, STANDARD, FULL]


def test_one_or_two_weeks_never_come_to_the_full_dose() -> None:
    assert level_of_week(1, 1) is GENTLE
    assert [level_of_week(week, 2) for week in (1, 2)] == [GENTLE, STANDARD]


@given(weeks=st.integers(3, 26))
def test_every_level_has_its_turn_and_none_comes_back(weeks: int) -> None:
    levels = [level_of_week(week, weeks) for week in range(1, weeks + 1)]
    assert set(levels) == set(Level)
    order = list(Level)
    assert all(order.index(before) <= order.index(after) for before, after in pairwise(levels))
    lengths = [levels.count(level) for level in Level]
    assert max(lengths) - min(lengths) <= 1


def test_each_dose_has_its_weeks() -> None:
    steps = steps_for(HALF_MINUTE, PROGRESSIVE, is_gentle=False)
    spans = weeks_of_steps(steps, 6)
    assert [(step.level, first, last) for step, first, last in spans] == [
        (GENTLE, 1, 2),
        (STANDARD, 3, 4),
        (FULL, 5, 6),
    ]


def test_a_dose_that_does_not_change_is_told_once() -> None:
    rocking = Dose(Manner.OSCILLATE, times=30)
    spans = weeks_of_steps(steps_for(rocking, PROGRESSIVE, is_gentle=False), 6)
    assert [(step.dose.times, first, last) for step, first, last in spans] == [(15, 1, 2), (30, 3, 6)]
    careful = weeks_of_steps(steps_for(rocking, PROGRESSIVE, is_gentle=True), 6)
    assert [(step.dose.times, first, last) for step, first, last in careful] == [(15, 1, 6)]
