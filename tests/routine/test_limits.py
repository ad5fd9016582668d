"""What a plan allows: minutes with the changes of position, and exercises."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.library.vocabulary import Goal
from generator.routine.limits import Limits, limits_of, seconds_together
from generator.routine.plan import Plan
from generator.routine.rulings import client_of
from generator.routine.screening import candidate, screen

if TYPE_CHECKING:
    from generator.library.model import Exercise
    from generator.routine.screening import Candidate

Seventeen = tuple["Exercise", ...]
PLAN = Plan(goals=tuple(Goal))


def _candidates(exercises: Seventeen, *numbers: int) -> list[Candidate]:
    screened = screen(exercises, client_of(PLAN, {}))
    return [
        candidate(each, each.positions, PLAN.goals) for each in screened if each.exercise.number in numbers
    ]


@pytest.mark.parametrize(
    ("numbers", "seconds"),
    [
        pytest.param((), 0, id="nothing"),
        pytest.param((11,), 45, id="one"),
        pytest.param((11, 13), 45 + 80 + 15, id="two, and from the floor to the chair"),
        pytest.param((9, 13), 47 + 80, id="two on the chair"),
    ],
)
def test_a_session_takes_its_exercises_and_the_changes_of_position(
    seventeen: Seventeen, numbers: tuple[int, ...], seconds: int
) -> None:
    assert seconds_together(_candidates(seventeen, *numbers)) == seconds


@pytest.mark.parametrize(
    ("seconds", "is_allowed"),
    [
        pytest.param(139, False, id="a second too few"),
        pytest.param(140, True, id="to the second"),
        pytest.param(155, True, id="time for more changes than there are"),
        pytest.param(124, False, id="too few even without the change"),
        pytest.param(None, True, id="no limit"),
    ],
)
def test_the_time_allowed_counts_the_change_of_position(
    seventeen: Seventeen, seconds: int | None, is_allowed: bool
) -> None:
    candidates = _candidates(seventeen, 11, 13)
    assert Limits(seconds, None).allow_time(candidates) is is_allowed
    assert Limits(seconds, None).allow(candidates) is is_allowed


@pytest.mark.parametrize(
    ("number", "is_allowed"),
    [
        pytest.param(1, False, id="one too many"),
        pytest.param(2, True, id="as many"),
        pytest.param(None, True, id="no limit"),
    ],
)
def test_the_number_allowed(seventeen: Seventeen, number: int | None, is_allowed: bool) -> None:
    candidates = _candidates(seventeen, 11, 13)
    assert Limits(None, number).allow_number(candidates) is is_allowed
    assert Limits(None, number).allow(candidates) is is_allowed


def test_a_plan_counts_in_minutes() -> None:
    assert limits_of(Plan(PLAN.goals, minutes=15, max_exercises=6)) == Limits(900, 6)
    assert limits_of(Plan(PLAN.goals, minutes=None, max_exercises=None)) == Limits(None, None)


@settings(max_examples=60, deadline=None)
@given(data=st.data(), seconds=st.integers(0, 2500))
def test_what_fits_is_what_takes_no_longer(seventeen: Seventeen, data: st.DataObject, seconds: int) -> None:
    some = data.draw(st.lists(st.sampled_from(_candidates(seventeen, *range(1, 18))), unique_by=id))
    assert Limits(seconds, None).allow_time(some) is (seconds_together(some) <= seconds)
