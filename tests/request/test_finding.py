"""Exercises by what somebody typed."""

from __future__ import annotations

import pytest

from generator.request.finding import exercise_called, no_such_exercise, shortened
from tests.request.requests import LIBRARY


@pytest.mark.parametrize("typed", ["hanging", " Hanging ", "17", "017", "١٧"])
def test_an_exercise_is_found_by_id_or_number(typed: str) -> None:
    found = exercise_called(typed, LIBRARY.exercises)
    assert found
    assert found.id == "hanging"


@pytest.mark.parametrize("typed", ["", "hang", "0", "99", "-17", "17.0", "²", "9" * 5000])
def test_nothing_else_is_taken_for_an_exercise(typed: str) -> None:
    assert exercise_called(typed, LIBRARY.exercises) is None


def test_what_may_have_been_meant_is_suggested() -> None:
    assert str(no_such_exercise("hangin", LIBRARY.exercises, "--include")) == (
        "--include  there is no exercise “hangin” → did you mean hanging?"
    )
    assert no_such_exercise("rope", LIBRARY.exercises, "ID").hint == "`thoracic list` lists every exercise"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("x" * 40, "x" * 40),
        ("x" * 41, "x" * 40 + "…"),
        ("a\nb\x1b", "a\N{REPLACEMENT CHARACTER}b\N{REPLACEMENT CHARACTER}"),
    ],
    ids=["as long as may be", "too long", "what moves the cursor"],
)
def test_a_value_is_shown_on_one_line(text: str, shown: str) -> None:
    assert shortened(text) == shown
