"""What was given → an order: a plan, what is printed about people and days, and how it is put on paper."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeVar

from generator.booklet.details import Details
from generator.library.vocabulary import Goal, Position
from generator.problems import Problem, UsageError
from generator.request.command_line import command_for
from generator.request.declaration import keys_of
from generator.request.keys import Filters, Request
from generator.request.printing import Printing, as_plain, printing_of
from generator.request.reading import Context, Reader
from generator.request.values import COMES_WITH, Unlimited
from generator.routine.checking import problems_of
from generator.routine.plan import USUAL_EXERCISES, Level, Plan

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from datetime import date

    from generator.booklet.choices import Paper

# Keys of a plan in the hints of its problems.
_KEYS = re.compile(r"\bmax-exercises\b|\bcleared-by\b|(?<=\bwith )because\b")

_Choice = TypeVar("_Choice", bound=str)


@dataclass(frozen=True, slots=True)
class ResolvedRequest:
    """What a request amounts to.

    Attributes:
        printing: how the booklet is put on paper.
        notes: what was put right or taken for granted without being asked, such as invisible characters left
            out of a name.
        request: the shortest one that gives this order on any day.
    """

    plan: Plan
    details: Details
    printing: Printing = field(default_factory=Printing)
    notes: tuple[str, ...] = ()
    request: Request = field(default_factory=Request)

    @property
    def language(self) -> str:
        """The tag of the language of the words."""
        return self.request.language

    @property
    def paper(self) -> Paper:
        """That goes into the printer."""
        return self.printing.paper

    @property
    def ink_saver(self) -> bool:
        """Whether all is black."""
        return self.printing.ink_saver


def resolve(given: Mapping[str, object], context: Context, also: Iterable[Problem] = ()) -> ResolvedRequest:
    """Check what was given and turn it into an order.

    Args:
        given: values of the keys of a request, as typed or of their own types; None was not given.
        context: what there is to choose from, and what day it is.
        also: problems found elsewhere, to be reported together with those of the request.

    Raises:
        UsageError: with one problem for each thing that is wrong.
    """
    reader, keys = Reader(context), keys_of(Request)
    request = reader.read(Request, given)
    if request.progress and request.level is not Level.STANDARD:
        message = f"cannot be combined with --level {request.level}"
        reader.refuse(keys["progress"], message, "remove one of the two")
    if request.older_adult and not request.progress and request.level is not Level.FULL:
        reader.notes.append("--older-adult: the longer holds come only with --level full or --progress")
    plan = _plan_of(request, reader)
    # A value that cannot be read counts as no restriction here, so that it causes no second problem.
    checked = replace(plan, goals=tuple(Goal)) if "goals" in reader.unread and not plan.goals else plan
    reader.problems += (
        problem
        for problem in as_options(problems_of(context.exercises, checked, context.precautions))
        if problem.path != "--because" or reader.unread.isdisjoint({"include", "conditions"})
    )
    today = reader.epoch() if context.epoch else context.today
    day = request.date if request.date or "date" in reader.unread else today
    if day and request.review and request.review < day:
        message = f"{request.review} is before the booklet's date, {day}"
        reader.refuse(keys["review"], message, "choose a later day")
    printing = printing_of(request, reader)
    problems = (*reader.problems, *also)
    if problems:
        raise UsageError(*problems)
    assert day, "a day that cannot be read is a problem"
    request = _plain(request, plan, printing, day, context)
    details = Details(
        date=day,
        client=request.client,
        clinician=request.clinician,
        clinic=request.clinic,
        review=request.review,
        days_per_week=request.days_per_week,
        weeks=request.weeks,
        command=command_for(request),
        version=context.version,
        pain_carry_on=request.pain_limits.carry_on,
        pain_settles=request.pain_limits.settles,
    )
    return ResolvedRequest(plan, details, printing, tuple(reader.notes), request)


def _plan_of(request: Request, reader: Reader) -> Plan:
    """The plan, as far as the request could be read; what could not might have been anything."""
    keys = keys_of(Request)
    for name in ("kit", "positions"):
        missing = getattr(request, f"no_{name}")
        for both in [each for each in getattr(request, name) or () if each in missing]:
            message = f"{both} is also given with {keys[f'no_{name}'].option}"
            reader.refuse(keys[name], message, "remove it from one of the two")
    positions = request.positions if "positions" not in reader.unread else ()
    usual = None if request.minutes is Unlimited.NONE else USUAL_EXERCISES
    return Plan(
        goals=request.goals,
        minutes=_limit(request.minutes),
        max_exercises=usual if request.max_exercises is None else _limit(request.max_exercises),
        no_kit=_no_kit(request, reader),
        positions=frozenset(positions or Position) - frozenset(request.no_positions),
        include=request.include,
        exclude=request.exclude,
        side=request.side.usual,
        sides=request.side.of_exercises,
        level=request.level,
        is_progressive=request.progress,
        is_older=request.older_adult,
        conditions=request.conditions,
        cleared_by=request.cleared_by,
        because=request.because,
    )


def _no_kit(request: Request, reader: Reader) -> frozenset[str]:
    """What is not at hand, of all kit that the library knows."""
    missing = frozenset(request.no_kit)
    if request.kit is None:
        return missing
    beside = (piece for each in request.kit for piece in COMES_WITH.get(each, ()))
    return frozenset(reader.context.kit).difference(request.kit, beside) | missing


def _limit(number: int | Unlimited) -> int | None:
    return None if isinstance(number, Unlimited) else number


def _plain(request: Request, plan: Plan, printing: Printing, day: date, context: Context) -> Request:
    """The shortest request for the same plan and printing; it always names the day."""
    usual = None if plan.minutes is None else USUAL_EXERCISES
    kit, no_kit = _shorter(tuple(context.kit), frozenset(context.kit) - plan.no_kit)
    positions, no_positions = _shorter(tuple(Position), plan.positions)
    return replace(
        as_plain(request, printing),
        max_exercises=None if plan.max_exercises == usual else request.max_exercises,
        kit=kit,
        no_kit=no_kit,
        positions=positions or (),
        no_positions=no_positions,
        date=day,
    )


def _shorter(
    choices: Sequence[_Choice], at_hand: Collection[str]
) -> tuple[tuple[_Choice, ...] | None, tuple[_Choice, ...]]:
    """What is at hand, or what is missing: whichever is shorter; the other is left out."""
    there = tuple(choice for choice in choices if choice in at_hand)
    missing = tuple(choice for choice in choices if choice not in at_hand)
    return (there, ()) if len(there) < len(missing) else (None, missing)


def as_options(problems: Iterable[Problem]) -> list[Problem]:
    """Problems of a plan, which name its keys, in the command line's names: `minutes` becomes `--minutes`."""
    return [
        replace(problem, path=f"--{problem.path}", hint=_KEYS.sub(r"--\g<0>", problem.hint))
        for problem in problems
    ]


def filters_from(given: Mapping[str, object], context: Context) -> tuple[Filters, str]:
    """The goals and kinds to list, none where all are meant, and the language.

    Raises:
        UsageError: with one problem for each that does not exist.
    """
    reader = Reader(context)
    filters = reader.read(Filters, given)
    language = reader.read(Request, given, only=("language",)).language
    if reader.problems:
        raise UsageError(*reader.problems)
    return filters, language
