"""From what was typed to a plan and its details: every value checked, every problem reported at once."""

from __future__ import annotations

import dataclasses
import datetime as dt
import difflib
import shlex
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from generator.booklet.details import Details
from generator.booklet.style import Paper
from generator.library.model import Goal, Kind, Kit, Position
from generator.problems import Problem, UsageError
from generator.routine.model import Level, Plan, Side

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from enum import StrEnum

NO_LIMIT = "none"
ALL = "all"
MINUTES = range(1, 121)
MAX_EXERCISES = range(1, 51)
DAYS_PER_WEEK = range(1, 8)
WEEKS = range(1, 27)
MOST_EXERCISES = 6  # unless asked for otherwise, or the time is without limit
NAME_LENGTH = 80  # characters of a name: two lines of the cover

_Choice = TypeVar("_Choice", bound="StrEnum")


@dataclass(frozen=True, slots=True)
class Request:
    """The options that decide what a booklet says, as typed; an empty text or sequence was not given."""

    goals: Sequence[str] = ()
    minutes: str = "15"
    max_exercises: str = ""
    kit: Sequence[str] = ()
    no_kit: Sequence[str] = ()
    positions: Sequence[str] = ()
    no_positions: Sequence[str] = ()
    include: Sequence[str] = ()
    exclude: Sequence[str] = ()
    side: str = "both"
    level: str = "standard"
    client: str = ""
    clinician: str = ""
    clinic: str = ""
    date: str = ""
    review: str = ""
    days_per_week: str = "7"
    weeks: str = "4"
    paper: str = "a4"
    ink_saver: bool = False
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Order:
    """What a request comes to.

    Attributes:
        notes: what was put right without being asked, such as invisible characters left out of a name.
    """

    plan: Plan
    details: Details
    paper: Paper
    notes: tuple[str, ...]


def order_from(
    request: Request,
    exercise_ids: Iterable[str],
    *,
    today: dt.date,
    version: str = "",
) -> Order:
    """Check a request and turn it into an order.

    Args:
        request: the options as typed.
        exercise_ids: of the library, for `--include` and `--exclude`.
        today: taken when the request has no date.
        version: of the program, printed on the back page.

    Raises:
        UsageError: with one problem for each value that cannot be used.
    """
    reader = _Reader()
    minutes = reader.limit("minutes", request.minutes, MINUTES)
    # Without a limit of time there is none of number either, unless one is asked for.
    number = request.max_exercises or (NO_LIMIT if minutes is None else str(MOST_EXERCISES))
    ids = tuple(exercise_ids)
    goals = tuple(Goal) if ALL in request.goals else reader.choices("goal", request.goals, Goal)
    if not request.goals:
        reader.refuse("goal", "is missing", f"name at least one: {', '.join(Goal)} or {ALL}")
    include = reader.ids("include", request.include, ids)
    exclude = reader.ids("exclude", request.exclude, ids)
    for both in include:
        if both in exclude:
            reader.refuse("exclude", f"“{both}” is asked for and left out at once", "drop one of the two")
    plan_values = {
        "goals": tuple(dict.fromkeys(goals)),
        "minutes": minutes,
        "max_exercises": reader.limit("max-exercises", number, MAX_EXERCISES),
        "kit": reader.at_hand("kit", request.kit, request.no_kit, Kit),
        "positions": reader.at_hand("position", request.positions, request.no_positions, Position),
        "include": include,
        "exclude": exclude,
        "side": reader.choice("side", request.side, Side),
        "level": reader.choice("level", request.level, Level),
    }
    date = reader.date("date", request.date) or today
    review = reader.date("review", request.review)
    if review and review < date:
        reader.refuse("review", f"{review} is before the booklet's date, {date}", "take a later day")
    details_values = {
        "date": date,
        "client": reader.text("client", request.client),
        "clinician": reader.text("clinician", request.clinician),
        "clinic": reader.text("clinic", request.clinic),
        "review": review,
        "days_per_week": reader.number("days-per-week", request.days_per_week, DAYS_PER_WEEK),
        "weeks": reader.number("weeks", request.weeks, WEEKS),
        "command": command_for(request, date),
        "version": version,
    }
    paper = reader.choice("paper", request.paper, Paper)
    if reader.problems:
        raise UsageError(*reader.problems)
    assert paper is not None, "a paper that is no choice is a problem"
    return Order(Plan(**plan_values), Details(**details_values), paper, tuple(reader.notes))  # type: ignore[arg-type]


def command_for(request: Request, date: dt.date) -> str:
    """What to type for making the same booklet again, on any day: only what differs from the defaults."""
    words = ["thoracic", "make"]
    for field in dataclasses.fields(Request):
        value = date.isoformat() if field.name == "date" else getattr(request, field.name)
        option = _OPTIONS.get(field.name, f"--{field.name.replace('_', '-')}")
        if value == field.default:
            continue
        if isinstance(value, bool):
            words.append(option)
        elif isinstance(value, str):
            words += [option, value]
        else:
            words += [word for one in value for word in (option, one)]
    return shlex.join(words)


_OPTIONS = {"goals": "-g", "positions": "--position", "no_positions": "--no-position"}


def filters_from(goals: Sequence[str], kinds: Sequence[str]) -> tuple[frozenset[Goal], frozenset[Kind]]:
    """The goals and kinds to list; all of them where none is named.

    Raises:
        UsageError: with one problem for each that there is not.
    """
    reader = _Reader()
    wanted_goals = reader.choices("goal", () if ALL in goals else goals, Goal)
    wanted_kinds = reader.choices("kind", kinds, Kind)
    if reader.problems:
        raise UsageError(*reader.problems)
    return frozenset(wanted_goals or Goal), frozenset(wanted_kinds or Kind)


class _Reader:
    """Reads the values of one request; collects what is wrong with them."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.notes: list[str] = []

    def refuse(self, option: str, message: str, hint: str = "") -> None:
        self.problems.append(Problem(message, hint, path=f"--{option}"))

    def choice(self, option: str, typed: str, choices: type[_Choice]) -> _Choice | None:
        """One of the choices, in whatever case it is typed."""
        value = typed.strip().lower()
        if value in list(choices):
            return choices(value)
        self.refuse(option, f"“{shortened(typed)}” is not one of the choices", did_you_mean(value, choices))
        return None

    def choices(self, option: str, typed: Sequence[str], choices: type[_Choice]) -> tuple[_Choice, ...]:
        """Several of them; each text may hold more than one, parted by commas."""
        values = (self.choice(option, one, choices) for text in typed for one in text.split(","))
        return tuple(value for value in values if value is not None)

    def at_hand(
        self, option: str, only: Sequence[str], without: Sequence[str], choices: type[_Choice]
    ) -> frozenset[_Choice]:
        """Everything, or only what is named, less what is named as missing; “none” empties it."""
        if [text.strip().lower() for text in only] == [NO_LIMIT]:
            base: frozenset[_Choice] = frozenset()
        else:
            base = frozenset(self.choices(option, only, choices)) if only else frozenset(choices)
        return base - frozenset(self.choices(f"no-{option}", without, choices))

    def ids(self, option: str, typed: Sequence[str], known: Sequence[str]) -> tuple[str, ...]:
        """Ids of exercises, each once."""
        found = []
        for text in (one.strip().lower() for texts in typed for one in texts.split(",")):
            if text in known:
                found.append(text)
            else:
                self.refuse(option, f"there is no exercise “{shortened(text)}”", did_you_mean(text, known))
        return tuple(dict.fromkeys(found))

    def number(self, option: str, typed: str, allowed: range) -> int | None:
        """A whole number within bounds."""
        try:
            value = int(typed)
        except ValueError:
            value = allowed.start - 1
        if value not in allowed:
            bounds = f"{allowed.start} to {allowed.stop - 1}"
            self.refuse(option, f"must be a whole number from {bounds}, got “{shortened(typed)}”")
            return None
        return value

    def limit(self, option: str, typed: str, allowed: range) -> int | None:
        """A whole number within bounds, or None for `none`."""
        if typed.strip().lower() == NO_LIMIT:
            return None
        before = len(self.problems)
        value = self.number(option, typed, allowed)
        if len(self.problems) > before:
            wrong = self.problems.pop()
            self.problems.append(Problem(wrong.message, f"type {NO_LIMIT} for no limit", wrong.path))
        return value

    def date(self, option: str, typed: str) -> dt.date | None:
        """A day as year-month-day; None when it is not given."""
        if not typed:
            return None
        try:
            return dt.date.fromisoformat(typed.strip())
        except ValueError:
            self.refuse(
                option, f"“{shortened(typed)}” is not a day", "write year-month-day, such as 2026-03-31"
            )
            return None

    def text(self, option: str, typed: str) -> str:
        """A text that the booklet's fonts can print."""
        if typed.isascii() and typed.isprintable() and len(typed) <= NAME_LENGTH and "  " not in typed:
            return typed.strip()
        from generator.pdf.text import clean_text  # noqa: PLC0415 - loads the fonts, for unusual names only

        clean = clean_text(typed, f"--{option}", NAME_LENGTH)
        self.problems += clean.problems
        self.notes += [f"--{option}: left out {what}, which cannot be seen" for what in clean.dropped]
        return clean.text


def did_you_mean(typed: str, choices: Iterable[str]) -> str:
    """A hint: the choices that look like what was typed, or all of them."""
    known = list(choices)
    close = difflib.get_close_matches(typed, known, n=3, cutoff=0.6)
    return f"did you mean {' or '.join(close)}?" if close else f"choose from {', '.join(known)}"


_SHOWN = 40  # characters of a wrong value that are shown in a message


def shortened(text: str) -> str:
    """A value as a message shows it: on one line, and not too long."""
    line = "".join(
        character if character.isprintable() else "\N{REPLACEMENT CHARACTER}" for character in text
    )
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"
