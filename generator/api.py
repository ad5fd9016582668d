"""The program from Python: the library, a routine with its reasons, a booklet.

The command line is its first user.

What is asked for is a `Request`, or a mapping of the same keys with values as typed. Whatever is wrong with
it raises a `ThoracicError` that carries every problem, in the words of the command line.
"""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, TypeAlias

from generator.workflows.lookups import library_in
from generator.workflows.prescription import prescribe
from generator.workflows.targets import target_problems

if TYPE_CHECKING:
    from generator.library.model import Library
    from generator.request.keys import Files, Request, RoutineRequest
    from generator.workflows.files import MadeBooklet
    from generator.workflows.prescription import Prescription

Given: TypeAlias = "Mapping[str, object]"
"""Values by the names of keys, as typed or of the keys' own types; None was not given."""


def read_library(language: str = "en") -> Library:
    """The exercises, conditions and words that the program knows.

    Raises:
        UsageError: there are no words in that language.
        BadDataError: the library has mistakes.
    """
    return library_in(language)


def choose_routine(request: RoutineRequest | Given) -> Prescription:
    """Choose, dose and order the exercises for a client, with a reason for each that is in or out.

    If the request names no date, it is that of the variable SOURCE_DATE_EPOCH, or today.

    Raises:
        UsageError: something is wrong with the request.
        ReferFirstError: a condition must be seen by a clinician or doctor first.
        NothingLeftError: no exercise remains; its problems say what would help.
        BadDataError: the library has mistakes.
    """
    return prescribe(_given(request), today=today(), epoch=epoch())


def make_booklet(request: Request | Given, files: Files | Given | None = None) -> MadeBooklet:
    """Make the booklet of a routine, and write the files that are named.

    Args:
        request: what is asked for.
        files: which files to write; without it, none. The booklet's file has a name by default.

    Raises:
        UsageError: something is wrong with the request, or two of the files are the same.
        ReferFirstError: a condition must be seen by a clinician or doctor first.
        NothingLeftError: no exercise remains; its problems say what would help.
        BadDataError: the library, a picture, or a character of the words cannot be used.
        CannotWriteError: a file exists already, or cannot be written; no file is left half-written.
        DoesNotFitError: a text is larger than the room it has.
    """
    named = None if files is None else _given(files)
    problems = () if named is None else target_problems(named)
    prescription = prescribe(_given(request), today=today(), epoch=epoch(), also=problems)
    from generator.workflows.files import make_files  # noqa: PLC0415 - loads what draws, after all is checked

    return make_files(prescription, named)


def _given(values: object) -> Mapping[str, object]:
    """The values of declared keys by name."""
    if is_dataclass(values):
        return {field.name: getattr(values, field.name) for field in fields(values)}
    assert isinstance(values, Mapping)
    return values


def today() -> dt.date:
    """Today's date by this machine's clock."""
    return dt.datetime.now().astimezone().date()


def epoch() -> str:
    """The variable SOURCE_DATE_EPOCH, which replaces today's date if it is set; empty if it is not."""
    return os.environ.get("SOURCE_DATE_EPOCH", "").strip()
