"""From what was typed to a plan and its details: every value checked, every problem reported at once."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeVar

from generator.booklet.details import Details
from generator.command import Request, command_for
from generator.conditions import read_conditions
from generator.library.vocabulary import Goal, Kind, Position
from generator.printing import Printing, as_typed, read_printing
from generator.problems import Problem, UsageError
from generator.reading import NONE, REASON_LENGTH, Reader
from generator.routine.checking import LEAST, MOST_EXERCISES, MOST_MINUTES, problems_of
from generator.routine.model import Level, Plan, Side

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from generator.booklet.style import Paper
    from generator.library.model import ConditionWords, Exercise, Precaution

__all__ = [
    "Filters",
    "Order",
    "Request",
    "Surroundings",
    "as_options",
    "filters_from",
    "order_from",
    "request_for",
]

MINUTES = range(LEAST, MOST_MINUTES + 1)
MAX_EXERCISES = range(LEAST, MOST_EXERCISES + 1)
DAYS_PER_WEEK = range(1, 8)
WEEKS = range(1, 27)
USUAL_NUMBER = 6  # of exercises, unless asked for otherwise, or the time is without limit

# Keys of a plan in the hints of its problems.
_KEYS = re.compile(r"\bmax-exercises\b|\bcleared-by\b|(?<=\bwith )because\b")

_Choice = TypeVar("_Choice", bound=str)


@dataclass(frozen=True, slots=True)
class Order:
    """What a request comes to.

    Attributes:
        printing: how the booklet is put on paper.
        notes: what was put right or taken for granted without being asked, such as invisible characters left
            out of a name.
    """

    plan: Plan
    details: Details
    language: str
    printing: Printing = field(default_factory=Printing)
    notes: tuple[str, ...] = ()

    @property
    def paper(self) -> Paper:
        """That goes into the printer."""
        return self.printing.paper

    @property
    def ink_saver(self) -> bool:
        """Whether all is black."""
        return self.printing.ink_saver


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a request is checked against.

    Attributes:
        exercises: of the library.
        languages: that the library has words in.
        today: the booklet's date where the request names none.
        epoch: the variable SOURCE_DATE_EPOCH, which goes before `today`; empty where it is not set.
        version: of the program, for the back page.
        precautions: of the library, by condition id.
        conditions: their words, by condition id.
        kit: the ids of all that there is in the library.
    """

    exercises: Sequence[Exercise]
    languages: Sequence[str]
    today: date
    epoch: str = ""
    version: str = ""
    precautions: Mapping[str, Precaution] = field(default_factory=dict)
    conditions: Mapping[str, ConditionWords] = field(default_factory=dict)
    kit: Sequence[str] = ()


def order_from(request: Request, around: Surroundings, also: Iterable[Problem] = ()) -> Order:
    """Check a request and turn it into an order.

    Args:
        request: the options as typed.
        around: what there is to choose from, and what day it is.
        also: problems found elsewhere, to be reported together with those of the request.

    Raises:
        UsageError: with one problem for each thing that is wrong.
    """
    reader = Reader()
    minutes = reader.limit("minutes", request.minutes, MINUTES)
    # Without a limit of time there is none of number either, unless one is asked for.
    usual = NONE if minutes is None else str(USUAL_NUMBER)
    side, sides = reader.sides("side", [request.side], around.exercises)
    level = reader.choice("level", request.level, Level) or Level.STANDARD
    if request.progress and level is not Level.STANDARD:
        reader.refuse("progress", f"cannot be combined with --level {level}", "leave one of the two out")
    if request.older_adult and not request.progress and level is not Level.FULL:
        reader.notes.append("--older-adult: the longer holds come with --level full or --progress only")
    plan = Plan(
        goals=reader.goals("goal", request.goals),
        minutes=minutes,
        max_exercises=reader.limit("max-exercises", request.max_exercises or usual, MAX_EXERCISES),
        no_kit=frozenset(around.kit) - reader.at_hand("kit", request.kit, request.no_kit, around.kit, NONE),
        positions=reader.at_hand("position", request.positions, request.no_positions, Position),
        include=reader.ids("include", request.include, around.exercises),
        exclude=reader.ids("exclude", request.exclude, around.exercises),
        side=side,
        sides=sides,
        level=level,
        is_progressive=request.progress,
        is_older=request.older_adult,
        conditions=read_conditions(reader, request.conditions, around.precautions, around.conditions),
        cleared_by=reader.text("cleared-by", request.cleared_by),
        because=reader.text("because", request.because, REASON_LENGTH),
    )
    # A value that cannot be read stands as no restriction here, so that it brings no second problem.
    checked = plan if plan.goals or not request.goals else replace(plan, goals=tuple(Goal))
    unread = {problem.path for problem in reader.problems}
    reader.problems += (
        problem
        for problem in as_options(problems_of(around.exercises, checked, around.precautions))
        if problem.path != "--because" or unread.isdisjoint({"--include", "--condition"})
    )

    today = reader.epoch(around.epoch) if around.epoch else around.today
    day = reader.date("date", request.date) if request.date.strip() else today
    review = reader.date("review", request.review)
    if day and review and review < day:
        reader.refuse("review", f"{review} is before the booklet's date, {day}", "take a later day")
    carry_on, settles = reader.pain_limits("pain-limits", request.pain_limits)
    details = Details(
        date=day or around.today,
        client=reader.text("client", request.client),
        clinician=reader.text("clinician", request.clinician),
        clinic=reader.text("clinic", request.clinic),
        review=review,
        days_per_week=reader.number("days-per-week", request.days_per_week, DAYS_PER_WEEK) or 0,
        weeks=reader.number("weeks", request.weeks, WEEKS) or 0,
        version=around.version,
        pain_carry_on=carry_on,
        pain_settles=settles,
    )
    language = reader.language(request.language, around.languages)
    printing = read_printing(reader, request)
    problems = (*reader.problems, *also)
    if problems:
        raise UsageError(*problems)
    order = Order(plan, details, language, printing, tuple(reader.notes))
    return replace(order, details=replace(details, command=command_for(request_for(order, around.kit))))


def request_for(order: Order, all_kit: Sequence[str]) -> Request:
    """The plainest request that comes to this order, on any day, from a library with all this kit."""
    plan, details = order.plan, order.details
    usual = None if plan.minutes is None else USUAL_NUMBER
    kit, no_kit = _as_options_at_hand(frozenset(all_kit) - plan.no_kit, all_kit)
    positions, no_positions = _as_options_at_hand(plan.positions, Position)
    return Request(
        goals=tuple(map(str, plan.goals)),
        minutes=_limit_as_text(plan.minutes),
        max_exercises="" if plan.max_exercises == usual else _limit_as_text(plan.max_exercises),
        kit=kit,
        no_kit=no_kit,
        positions=positions,
        no_positions=no_positions,
        include=plan.include,
        exclude=plan.exclude,
        conditions=tuple(map(str, plan.conditions)),
        cleared_by=plan.cleared_by,
        because=plan.because,
        side=_sides_as_text(plan),
        level=str(plan.level),
        progress=plan.is_progressive,
        older_adult=plan.is_older,
        client=details.client,
        clinician=details.clinician,
        clinic=details.clinic,
        date=details.date.isoformat(),
        review=details.review.isoformat() if details.review else "",
        days_per_week=str(details.days_per_week),
        weeks=str(details.weeks),
        pain_limits=f"{details.pain_carry_on},{details.pain_settles}",
        language=order.language,
        **as_typed(order.printing),
    )


def _sides_as_text(plan: Plan) -> str:
    sides = [f"{name}={side}" for name, side in plan.sides]
    return ",".join(sides if sides and plan.side is Side.BOTH else [str(plan.side), *sides])


def _limit_as_text(limit: int | None) -> str:
    return NONE if limit is None else str(limit)


def _as_options_at_hand(
    at_hand: frozenset[_Choice], choices: Iterable[_Choice]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What to give with `--kit` and with `--no-kit`: whichever is shorter."""
    there = tuple(str(choice) for choice in choices if choice in at_hand)
    missing = tuple(str(choice) for choice in choices if choice not in at_hand)
    if not there:
        return (NONE,), ()
    return (there, ()) if len(there) < len(missing) else ((), missing)


def as_options(problems: Iterable[Problem]) -> list[Problem]:
    """Problems of a plan, which name its keys, in the command line's names: `minutes` becomes `--minutes`."""
    return [
        replace(problem, path=f"--{problem.path}", hint=_KEYS.sub(r"--\g<0>", problem.hint))
        for problem in problems
    ]


@dataclass(frozen=True, slots=True)
class Filters:
    """Which exercises to list, and in which language."""

    goals: frozenset[Goal]
    kinds: frozenset[Kind]
    language: str


def filters_from(
    languages: Sequence[str], language: str, goals: Sequence[str] = (), kinds: Sequence[str] = ()
) -> Filters:
    """The goals and kinds to list, all of them where none is named, and the language.

    Raises:
        UsageError: with one problem for each that there is not.
    """
    reader = Reader()
    filters = Filters(
        goals=frozenset(reader.goals("goal", goals) or Goal),
        kinds=frozenset(reader.choices("kind", kinds, Kind) or Kind),
        language=reader.language(language, languages),
    )
    if reader.problems:
        raise UsageError(*reader.problems)
    return filters
