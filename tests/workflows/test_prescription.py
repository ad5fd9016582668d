"""A request → a routine, or what is wrong with it in the names of the command line."""

from __future__ import annotations

import datetime as dt

import pytest

from generator.library.vocabulary import Goal
from generator.problems import NothingLeftError, Problem, UsageError
from generator.workflows.prescription import Prescription, prescribe
from tests.asking import Asked

DAY = dt.date(2026, 1, 1)


def prescribed(**typed: object) -> Prescription:
    return prescribe(Asked(goals=("side",), **typed), today=DAY)


def test_a_routine_comes_with_its_order_and_its_library() -> None:
    made = prescribed(minutes="20", client="Ann")
    assert made.routine.plan == made.resolved.plan
    assert (made.resolved.plan.goals, made.resolved.plan.minutes) == ((Goal.SIDE,), 20)
    assert (made.resolved.details.client, made.resolved.details.date) == ("Ann", DAY)
    assert all(each.exercise in made.library.exercises for each in made.routine.chosen)


def test_the_environment_gives_the_day_unless_the_request_does() -> None:
    given = Asked(goals=("side",))
    assert prescribe(given, today=DAY, epoch="86400").resolved.details.date == dt.date(1970, 1, 2)
    dated = prescribe(given | Asked(date="2026-03-31"), today=DAY, epoch="86400")
    assert dated.resolved.details.date == dt.date(2026, 3, 31)


def test_a_sentence_for_each_reason() -> None:
    made = prescribed(conditions=("glaucoma",), include=("16",), because="stands well")
    for chosen in made.routine.chosen:
        assert len(made.sentences(chosen)) == len(chosen.reasons)
    for left_out in made.routine.left_out:
        assert len(made.sentences(left_out)) == len(left_out.reasons)
    (overridden,) = (each for each in made.routine.chosen if each.is_overridden)
    assert any("stands well" in sentence for sentence in made.sentences(overridden))


def test_another_language_is_one_problem_among_the_others() -> None:
    with pytest.raises(UsageError) as raised:
        prescribe(Asked(language="xx", weeks="0"), today=DAY, also=[Problem("is odd", path="--output")])
    paths = [problem.path for problem in raised.value.problems]
    assert paths == ["--weeks", "--language", "--goal", "--output"]


@pytest.mark.parametrize(
    ("typed", "path"),
    [
        (Asked(conditions=("fracture",)), "--condition"),
        (Asked(minutes="1", positions=("standing",)), "--goal"),
    ],
)
def test_why_there_is_no_routine_is_told_in_the_names_of_the_options(typed: Asked, path: str) -> None:
    with pytest.raises(NothingLeftError) as raised:
        prescribed(**typed)
    assert raised.value.problems[0].path == path
    assert all(problem.path.startswith("--") for problem in raised.value.problems)
