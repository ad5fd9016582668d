"""The names of the files to be written, and what is wrong with them before anything is made."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from generator.problems import CannotWriteError, Problem, UsageError
from generator.request.declaration import keys_of
from generator.request.keys import Files
from generator.workflows.writing import OUTPUT, mode_of, obstacle_at, unwritable

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

STANDARD_OUTPUT = "-"
CLINICIAN_SHEET = keys_of(Files)["clinician_sheet"].option
SUMMARY = keys_of(Files)["summary"].option

_SLUG_LENGTH = 60  # characters; at most 240 bytes of a file name, which may have 255


def named_files(given: Mapping[str, object]) -> dict[str, str]:
    """By option, the file that it names; an empty text where it names none."""
    keys = keys_of(Files)
    return {
        keys[name].option: str(given.get(name) or "") for name in ("output", "clinician_sheet", "summary")
    }


def default_target(client: str, goals: Iterable[str], day: date) -> Path:
    """`output/<client or goals>-<date>.pdf` below the current folder."""
    # Letters and figures of any script are kept; all else could mean something to a shell or a file system.
    name = "".join(character if character.isalnum() else " " for character in client.lower())
    slug = "-".join(name.split() or goals)[:_SLUG_LENGTH].rstrip("-")
    return Path("output") / f"{slug}-{day.isoformat()}.pdf"


def target_problems(given: Mapping[str, object]) -> list[Problem]:
    """What is wrong with the names of files, alone and with other options, before anything is made.

    Args:
        given: values of the keys of `Files`, as typed; None was not given.
    """
    typed, found = named_files(given), []
    for option, name in typed.items():
        if name.endswith(tuple(filter(None, (os.sep, os.altsep)))):
            found.append(Problem("names a folder", f"name a file, such as {name}routine.pdf", option))
        elif name == STANDARD_OUTPUT and option != OUTPUT:
            found.append(Problem("must name a file", "only --output can be standard output", f"{option} -"))
    if typed[OUTPUT] == STANDARD_OUTPUT:
        for other in [keys_of(Files)[name].option for name in ("open", "json") if given.get(name)]:
            message = f"cannot be combined with {other}"
            found.append(Problem(message, f"remove {other}, or name a file", f"{OUTPUT} -"))
        if sys.stdout is not None and sys.stdout.isatty():
            hint = "redirect it: thoracic make … -o - > booklet.pdf"
            found.append(Problem("would print a PDF to the terminal", hint, f"{OUTPUT} -"))
    files = {option: name for option, name in typed.items() if name not in ("", STANDARD_OUTPUT)}
    return [*found, *_named_twice(files)]


def _named_twice(files: Mapping[str, str]) -> list[Problem]:
    found = []
    first: dict[str, str] = {}
    for option, name in files.items():
        # Links, and `a/../b.pdf`, may lead two names to one file.
        other = first.setdefault(os.path.normcase(os.path.realpath(name)), option)
        if other != option:
            found.append(Problem(f"names the same file as {other}: {name}", "name another file", option))
    return found


def check_targets(files: Mapping[str, str], *, force: bool) -> None:
    """Check, before anything is written, that all of these files can be written, as far as can be known.

    Args:
        files: by the option that names it, where each file is to be.
        force: replace files that exist already.

    Raises:
        UsageError: two of them are the same file.
        CannotWriteError: some exist and `force` is not set, or are no ordinary files; carries every problem.
    """
    twice = _named_twice(files)
    if twice:
        raise UsageError(*twice)
    problems = []
    for option, name in files.items():
        try:
            problem = obstacle_at(Path(name), mode_of(Path(os.path.realpath(name))), option, force=force)
        except OSError as error:
            problem = unwritable(name, error, option)
        if problem:
            problems.append(problem)
    if problems:
        raise CannotWriteError(*problems)
