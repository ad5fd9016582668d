from __future__ import annotations

import pytest

from generator.problems import (
    BadDataError,
    CannotWriteError,
    DoesNotFitError,
    ExitCode,
    NothingLeftError,
    Problem,
    ThoracicError,
    UsageError,
)


@pytest.mark.parametrize(
    ("problem", "line"),
    [
        (
            Problem("must be 1 to 120, got 500", "ask for less", "minutes", "plan.yaml", 12, 7),
            "plan.yaml:12:7  minutes  must be 1 to 120, got 500 → ask for less",
        ),
        (Problem("is empty", file="plan.yaml"), "plan.yaml  is empty"),
        (Problem("is wrong", file="plan.yaml", line=3), "plan.yaml:3  is wrong"),
        (Problem("must be 1 to 120", path="--minutes"), "--minutes  must be 1 to 120"),
        (Problem("nothing was asked for", "name a goal"), "nothing was asked for → name a goal"),
    ],
)
def test_a_problem_is_one_line_without_what_is_unknown(problem: Problem, line: str) -> None:
    assert str(problem) == line


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (ThoracicError, 1),
        (UsageError, 2),
        (BadDataError, 3),
        (NothingLeftError, 4),
        (CannotWriteError, 5),
        (DoesNotFitError, 6),
    ],
)
def test_each_error_ends_the_program_with_its_own_code(error: type[ThoracicError], code: int) -> None:
    assert error().exit_code == code


def test_every_exit_code_has_its_own_number() -> None:
    assert [code.value for code in ExitCode] == list(range(7))


def test_an_error_holds_and_says_all_its_problems() -> None:
    problems = Problem("is empty", file="a.yaml"), Problem("is empty", file="b.yaml")
    error = BadDataError(*problems)
    assert error.problems == problems
    assert str(error) == "a.yaml  is empty\nb.yaml  is empty"
