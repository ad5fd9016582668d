"""Reads typed values one by one, and keeps everything that is wrong with them."""

from __future__ import annotations

import datetime as dt
import difflib
import re
from typing import TYPE_CHECKING, TypeVar

from generator.booklet.imposition import RANGES
from generator.library.vocabulary import Goal, Sides
from generator.problems import Problem
from generator.routine.model import Side

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.library.model import Exercise

NONE = "none"
ALL = "all"
NAME_LENGTH = 80  # characters of a name: two lines of the cover
REASON_LENGTH = 200  # characters of a clinician's own reason

_SHOWN = 40  # characters of a wrong value that a message shows

_Choice = TypeVar("_Choice", bound=str)


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

    def choice(
        self, option: str, typed: str, choices: Iterable[_Choice], besides: str = ""
    ) -> _Choice | None:
        """One of the choices, in whatever case it is typed; `besides` is a word that stands for several."""
        value = typed.strip().lower()
        offered = list(choices)
        if value in offered:
            return offered[offered.index(value)]
        known: list[str] = [*offered, besides] if besides else [*offered]
        self.refuse(option, f"“{shortened(typed)}” is not one of the choices", did_you_mean(value, known))
        return None

    def choices(
        self, option: str, typed: Iterable[str], choices: Iterable[_Choice], besides: str = ""
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
        choices: Iterable[_Choice],
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

    def ids(self, option: str, typed: Iterable[str], exercises: Sequence[Exercise]) -> tuple[str, ...]:
        """Ids of exercises, named by id or number, each once."""
        found = (self._exercise(option, text, exercises) for text in _parted(typed))
        return tuple(dict.fromkeys(exercise.id for exercise in found if exercise))

    def sides(
        self, option: str, typed: Iterable[str], exercises: Sequence[Exercise]
    ) -> tuple[Side, tuple[tuple[str, Side], ...]]:
        """The side to work on, and by exercise id the sides that differ from it.

        Each text is a side, or an exercise's id or number with its side: `left`, `8=right`.
        """
        given: dict[str, Side] = {}  # an empty text stands for the whole routine
        for text in _parted(typed):
            named, equals, value = (part.strip() for part in text.rpartition("="))
            exercise = self._exercise(option, named, exercises) if equals else None
            side = self.choice(option, value, Side)
            if side is None or (equals and exercise is None):
                continue
            name = exercise.id if exercise else ""
            if exercise and exercise.sides is Sides.NONE:
                self.refuse(option, f"{name} is not done on one side", f"leave {shortened(text)} out")
            elif given.setdefault(name, side) is not side:
                what = name or "the side of the routine"
                self.refuse(option, f"{what} is both {given[name]} and {side}", "give one of the two")
        usual = given.pop("", Side.BOTH)
        return usual, tuple(sorted((name, side) for name, side in given.items() if side is not usual))

    def _exercise(self, option: str, typed: str, exercises: Sequence[Exercise]) -> Exercise | None:
        exercise = exercise_called(typed, exercises)
        if exercise is None:
            self.problems.append(no_such_exercise(typed, exercises, f"--{option}"))
        return exercise

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

    def pain_limits(self, option: str, typed: str) -> tuple[int, int]:
        """The two cut-offs of the pain rule, of 10: `3,5`; zeros when they cannot be read."""
        figures = re.fullmatch(r"(\d)\s*,\s*(\d)", typed.strip())  # with 10 of 10, nobody is told to go on
        if figures and int(figures[1]) < int(figures[2]):
            return int(figures[1]), int(figures[2])
        message = f"must be two whole numbers from 0 to 9, the lower first, got “{shortened(typed)}”"
        self.refuse(option, message, "write them like 3,5")
        return 0, 0

    def millimetres(self, option: str, typed: str, usual: float) -> float:
        """A length, with a point or a comma before its decimals; the usual one when it cannot be read."""
        least, most = RANGES[option.replace("-", "_")]
        value = _decimal(typed.replace(",", "."))
        if value is None or not least <= value <= most:
            message = f"must be {least:g} to {most:g} millimetres, got “{shortened(typed)}”"
            self.refuse(option, message, "give a number in that range")
            return usual
        return value

    def offset(self, option: str, typed: str) -> tuple[float, float]:
        """How far a side is moved, in millimetres: to the right, then down; zeros when it cannot be read."""
        least, most = RANGES[option.replace("-", "_")]
        values = [_decimal(part) for part in typed.split(",")]
        match [value for value in values if value is not None and least <= value <= most]:
            case [across, down] if len(values) == 2:  # noqa: PLR2004 - across and down
                return across, down
        message = f"must be two numbers from {least:g} to {most:g} millimetres, got “{shortened(typed)}”"
        self.refuse(option, message, "write them like 0.5,-1: to the right, then down")
        return 0.0, 0.0

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

    def text(self, option: str, typed: str, longest: int = NAME_LENGTH) -> str:
        """A text that the booklet's fonts can print, of so many characters at most."""
        if typed.isascii() and typed.isprintable() and len(typed) <= longest and "  " not in typed:
            return typed.strip()
        from generator.text.cleaning import clean_text  # noqa: PLC0415 - loads the fonts, for unusual names only

        clean = clean_text(typed, f"--{option}", longest)
        self.problems += clean.problems
        self.notes += [f"--{option}: left out {what}, which cannot be seen" for what in clean.dropped]
        return clean.text


def _decimal(typed: str) -> float | None:
    """A number with at most two decimals, in the figures of any script."""
    # Copied from the test sheet, a minus is longer than the hyphen of a keyboard.
    text = typed.strip().replace("\N{MINUS SIGN}", "-")
    # Adding nought makes a minus before nought vanish.
    return float(text) + 0.0 if re.fullmatch(r"[-+]?\d{1,3}(\.\d{1,2})?", text) else None


def _parted(texts: Iterable[str]) -> list[str]:
    return [one.strip().lower() for text in texts for one in text.split(",")]


def did_you_mean(typed: str, choices: Iterable[str]) -> str:
    """A hint: the choices that look like what was typed, or all of them."""
    known = list(choices)
    close = difflib.get_close_matches(typed[:_SHOWN], known, n=3)
    return f"did you mean {' or '.join(close)}?" if close else f"choose from {', '.join(known)}"


def exercise_called(typed: str, exercises: Sequence[Exercise]) -> Exercise | None:
    """The exercise of that id or number, if there is one."""
    name = typed.strip().lower()
    number = int(name) if name.isdecimal() and len(name) <= _SHOWN else None
    return next((each for each in exercises if name == each.id or number == each.number), None)


def no_such_exercise(typed: str, exercises: Iterable[Exercise], path: str) -> Problem:
    """That the library has no exercise of this id or number, with those that look like it."""
    close = difflib.get_close_matches(typed[:_SHOWN], [exercise.id for exercise in exercises], n=3)
    hint = f"did you mean {' or '.join(close)}?" if close else "`thoracic list` shows every exercise"
    return Problem(f"there is no exercise “{shortened(typed)}”", hint, path)


def shortened(text: str) -> str:
    """A value as a message shows it: on one line, and not too long."""
    line = "".join(
        character if character.isprintable() else "\N{REPLACEMENT CHARACTER}"
        for character in text[: _SHOWN + 1]
    )
    return line if len(text) <= _SHOWN else f"{line[:_SHOWN]}…"
