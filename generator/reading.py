"""Reads typed values one by one, and keeps everything that is wrong with them."""

from __future__ import annotations

import datetime as dt
import difflib
import re
from typing import TYPE_CHECKING, TypeVar

from generator.library.model import Goal
from generator.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from enum import StrEnum

NONE = "none"
ALL = "all"
NAME_LENGTH = 80  # characters of a name: two lines of the cover

_SHOWN = 40  # characters of a wrong value that a message shows

_Choice = TypeVar("_Choice", bound="StrEnum")


class Reader:
    """Reads the values of one request; collects what is wrong with them in `problems`.

    Each method takes the option's name without dashes and what was typed for it. What cannot be read comes
    back as None, or is missing from a tuple.

    Attributes:
        notes: what was put right without being asked, such as invisible characters left out of a name.
    """

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.notes: list[str] = []

    def refuse(self, option: str, message: str, hint: str = "") -> None:
        """Keep a problem of this option."""
        self.problems.append(Problem(message, hint, path=f"--{option}"))

    def choice(self, option: str, typed: str, choices: type[_Choice], besides: str = "") -> _Choice | None:
        """One of the choices, in whatever case it is typed; `besides` is a word that stands for several."""
        value = typed.strip().lower()
        if value in list(choices):
            return choices(value)
        known = [*choices, besides] if besides else list(choices)
        self.refuse(option, f"“{shortened(typed)}” is not one of the choices", did_you_mean(value, known))
        return None

    def choices(
        self, option: str, typed: Iterable[str], choices: type[_Choice], besides: str = ""
    ) -> tuple[_Choice, ...]:
        """Several of them; each text may hold more than one, parted by commas."""
        values = (self.choice(option, one, choices, besides) for one in _parted(typed))
        return tuple(value for value in values if value is not None)

    def goals(self, option: str, typed: Sequence[str]) -> tuple[Goal, ...]:
        """The goals in their order; `all` stands for those that are not named."""
        texts = _parted(typed)
        rest = [goal for goal in Goal if goal not in texts]
        named = [each for text in texts for each in (rest if text == ALL else [text])]
        return self.choices(option, named, Goal, ALL)

    def at_hand(
        self,
        option: str,
        only: Sequence[str],
        without: Sequence[str],
        choices: type[_Choice],
        nothing: str = "",
    ) -> frozenset[_Choice]:
        """Everything, or only what is named, less what is named as missing; the word `nothing` empties it."""
        missing = self.choices(f"no-{option}", without, choices)
        texts = _parted(only)
        if nothing and texts == [nothing]:
            return frozenset()
        named = self.choices(option, texts, choices, nothing)
        for both in named:
            if both in missing:
                message = f"{both} is given with --no-{option} too"
                self.refuse(option, message, "leave it out of one of the two")
        # What could not be read might have been anything.
        base = named if len(named) == len(texts) > 0 else tuple(choices)
        return frozenset(base) - frozenset(missing)

    def ids(self, option: str, typed: Sequence[str], known: Sequence[str]) -> tuple[str, ...]:
        """Ids of exercises, each once."""
        found = []
        for text in _parted(typed):
            if text in known:
                found.append(text)
            else:
                self.problems.append(no_such_exercise(text, known, f"--{option}"))
        return tuple(dict.fromkeys(found))

    def number(self, option: str, typed: str, allowed: range, instead: str = "") -> int | None:
        """A whole number within bounds, in the figures of any script."""
        text = typed.strip()
        # No number of more figures is allowed anywhere, and Python refuses to read very many.
        value = int(text) if text.isdecimal() and len(text) <= _SHOWN else None
        if value is None or value not in allowed:
            message = f"must be a whole number from {allowed[0]} to {allowed[-1]}, got “{shortened(typed)}”"
            self.refuse(option, message, instead or "give a number in that range")
            return None
        return value

    def limit(self, option: str, typed: str, allowed: range) -> int | None:
        """A whole number within bounds, or None for `none`."""
        if typed.strip().lower() == NONE:
            return None
        return self.number(option, typed, allowed, f"give a number in that range, or {NONE} for no limit")

    def date(self, option: str, typed: str) -> dt.date | None:
        """A day as year-month-day; None when it is not given."""
        text = typed.strip()
        if not text:
            return None
        hint = "write year-month-day, such as 2026-03-31"
        if re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
            try:
                return dt.date.fromisoformat(text)
            except ValueError:
                hint = "there is no such day in the calendar"
        self.refuse(option, f"“{shortened(typed)}” is not a day", hint)
        return None

    def epoch(self, typed: str) -> dt.date | None:
        """The day, in UTC, of a number of seconds since 1970, as SOURCE_DATE_EPOCH holds it."""
        try:
            return (dt.datetime(1970, 1, 1, tzinfo=dt.UTC) + dt.timedelta(seconds=int(typed))).date()
        except (ValueError, OverflowError):
            message = f"“{shortened(typed)}” is not a number of seconds since 1970"
            self.problems.append(
                Problem(message, "unset it, or set it to a whole number", "SOURCE_DATE_EPOCH")
            )
            return None

    def language(self, typed: str, known: Sequence[str]) -> str:
        """The tag of a language that there are words in, in whatever case it is typed."""
        for tag in known:
            if tag.lower() == typed.strip().lower():
                return tag
        message = f"there are no words in the language “{shortened(typed)}”"
        self.refuse("language", message, f"choose from {', '.join(known)}")
        return ""

    def text(self, option: str, typed: str) -> str:
        """A text that the booklet's fonts can print."""
        if typed.isascii() and typed.isprintable() and len(typed) <= NAME_LENGTH and "  " not in typed:
            return typed.strip()
        from generator.pdf.text import clean_text  # noqa: PLC0415 - loads the fonts, for unusual names only

        clean = clean_text(typed, f"--{option}", NAME_LENGTH)
        self.problems += clean.problems
        self.notes += [f"--{option}: left out {what}, which cannot be seen" for what in clean.dropped]
        return clean.text


def _parted(texts: Iterable[str]) -> list[str]:
    return [one.strip().lower() for text in texts for one in text.split(",")]


def did_you_mean(typed: str, choices: Iterable[str]) -> str:
    """A hint: the choices that look like what was typed, or all of them."""
    known = list(choices)
    close = difflib.get_close_matches(typed[:_SHOWN], known, n=3)
    return f"did you mean {' or '.join(close)}?" if close else f"choose from {', '.join(known)}"


def no_such_exercise(typed: str, ids: Sequence[str], path: str) -> Problem:
    """That the library has no exercise of this id, with those that look like it."""
    close = difflib.get_close_matches(typed[:_SHOWN], ids, n=3)
    hint = f"did you mean {' or '.join(close)}?" if close else "`thoracic list` shows every exercise"
    return Problem(f"there is no exercise “{shortened(typed)}”", hint, path)


def shortened(text: str) -> str:
    """A value as a message shows it: on one line, and not too long."""
    line = "".join(
        character if character.isprintable() else "\N{REPLACEMENT CHARACTER}"
        for character in text[: _SHOWN + 1]
    )
    return line if len(text) <= _SHOWN else f"{line[:_SHOWN]}…"
