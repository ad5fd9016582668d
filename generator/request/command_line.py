"""The options that decide what is made, as typed, and the command that asks for the same again."""

from __future__ import annotations

import shlex
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Request:
    """The options that decide what a booklet says and how it is printed, as typed.

    An empty text or tuple was not given.
    """

    goals: tuple[str, ...] = ()
    minutes: str = "15"
    max_exercises: str = ""
    kit: tuple[str, ...] = ()
    no_kit: tuple[str, ...] = ()
    positions: tuple[str, ...] = ()
    no_positions: tuple[str, ...] = ()
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()
    cleared_by: str = ""
    because: str = ""
    side: str = "both"
    level: str = "standard"
    progress: bool = False
    older_adult: bool = False
    client: str = ""
    clinician: str = ""
    clinic: str = ""
    date: str = ""
    review: str = ""
    days_per_week: str = "7"
    weeks: str = "4"
    pain_limits: str = "3,5"
    language: str = "en"
    layout: str = "pages"
    paper: str = "a4"
    large_print: bool = False
    ink_saver: bool = False
    no_fields: bool = False
    archive: bool = False
    fold: bool = False
    flip: str = ""
    duplex: str = "auto"
    offset_front: str = "0,0"
    offset_back: str = "0,0"
    paper_thickness: str = "0.1"
    binding_margin: str = "0"
    no_fold_marks: bool = False
    borderless: str = "no"


# The options that are not called like their fields.
_OPTIONS = {
    "goals": "-g",
    "positions": "--position",
    "no_positions": "--no-position",
    "conditions": "--condition",
}


def request_from(values: Mapping[str, Any]) -> Request:
    """The request among the values of a command's options, by name; None was not given."""
    typed: dict[str, Any] = {}
    for option in fields(Request):
        value = values.get(option.name)
        if isinstance(value, list | tuple):
            value = ",".join(value) if isinstance(option.default, str) else tuple(value)
        if value is not None:
            typed[option.name] = value
    return Request(**typed)


def command_for(request: Request) -> str:
    """What to type, in a POSIX shell, for this request: only what differs from the defaults."""
    words = ["thoracic", "make"]
    for each in fields(Request):
        value = getattr(request, each.name)
        if value == each.default:
            continue
        option = _OPTIONS.get(each.name, f"--{each.name.replace('_', '-')}")
        if value is True:
            words.append(option)
            continue
        for text in (value,) if isinstance(value, str) else value:
            # After a space, a value that begins with a hyphen could be taken for an option.
            words += [f"{option}={text}"] if text.startswith("-") else [option, text]
    return shlex.join(words)
