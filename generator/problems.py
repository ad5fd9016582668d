"""What can be wrong, told so that a person can put it right.

Every room reports bad input as `Problem` values, all of them at once, and raises one of the classes below;
the command line prints them and ends with the class's exit code.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum


class ExitCode(IntEnum):
    """How the program ends; documented in the README and in `thoracic --help`."""

    DONE = 0
    INTERNAL_ERROR = 1
    USAGE = 2
    BAD_DATA = 3
    NOTHING_LEFT = 4
    CANNOT_WRITE = 5
    DOES_NOT_FIT = 6


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong.

    Attributes:
        message: what is wrong, as one sentence without a full stop.
        hint: what to do about it; empty when there is nothing to add.
        path: which value, as in `dose.seconds.most` or `--minutes`; empty when it concerns the whole.
        file: the file as the user would name it; empty for the command line.
        line: 1-based; 0 when unknown.
        column: 1-based; 0 when unknown.
    """

    message: str
    hint: str = ""
    path: str = ""
    file: str = ""
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        """`file:line:column  path  message → hint`, leaving out what is unknown."""
        place = ":".join([self.file, *(str(number) for number in (self.line, self.column) if number)])
        text = "  ".join(part for part in (place, self.path, self.message) if part)
        return f"{text} → {self.hint}" if self.hint else text


class ThoracicError(Exception):
    """Something that a user can put right; never a bug of the program."""

    exit_code = ExitCode.INTERNAL_ERROR

    def __init__(self, *problems: Problem) -> None:
        self.problems = problems
        super().__init__("\n".join(str(problem) for problem in problems))


class UsageError(ThoracicError):
    """The request asks for something that is not possible."""

    exit_code = ExitCode.USAGE


class BadDataError(ThoracicError):
    """A data file, or a text to be printed, is not valid."""

    exit_code = ExitCode.BAD_DATA


class NothingLeftError(ThoracicError):
    """No exercise remains for what was asked."""

    exit_code = ExitCode.NOTHING_LEFT


class ReferFirstError(NothingLeftError):
    """Nothing is prescribed before a clinician or doctor has agreed."""


class CannotWriteError(ThoracicError):
    """The file cannot be written where it was asked for."""

    exit_code = ExitCode.CANNOT_WRITE


class DoesNotFitError(ThoracicError):
    """A text is larger than the room it has."""

    exit_code = ExitCode.DOES_NOT_FIT
