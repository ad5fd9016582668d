"""How an exercise is done and how much of it, as signs with a figure: the dose at a glance."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from generator.booklet.wording import doses_by_week
from generator.library.vocabulary import Manner

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.booklet.wording import Wording
    from generator.library.model import Dose
    from generator.routine.model import Chosen


class SignKind(StrEnum):
    """What a sign says; the labels `signs.<kind>` say it in words."""

    HOLD = "hold"  # stay in the position, for a time
    PRESS = "press"  # press and roll, for a time
    BREATHE = "breathe"  # so many breaths
    ROCK = "rock"  # rock at the end, so many times
    ALTERNATE = "alternate"  # there and back, so many times
    REPEAT = "repeat"  # do it so many times
    BOTH_SIDES = "both-sides"  # once to the left and once to the right


class Sign(NamedTuple):
    """A sign, and the figure that stands beside it; empty where none does."""

    kind: SignKind
    figure: str = ""


_OF_TIMES = {
    Manner.OSCILLATE: SignKind.ROCK,
    Manner.ALTERNATE: SignKind.ALTERNATE,
    Manner.REPEAT: SignKind.REPEAT,
}


def signs_of(chosen: Chosen, weeks: int, wording: Wording) -> tuple[Sign, ...]:
    """The signs of an exercise, from the manner to the sides.

    Of a dose that changes from week to week, only what holds in all of them: a figure that changes is left
    out, for the weeks stand in words beside it.

    Args:
        chosen: the exercise; of its sides, only both have a sign, since words say which side is the only one.
        weeks: how long the routine goes on.
        wording: in the booklet's language.
    """
    doses = [step.dose for step, _, _ in doses_by_week(chosen, weeks)] or [chosen.dose]
    first, *others = (_signs_of_dose(dose, wording) for dose in doses)
    signs = []
    for sign in first:
        later = [[each for each in signs if each.kind is sign.kind] for signs in others]
        if all(later):
            same = all(each == [sign] for each in later)
            signs.append(sign if same else Sign(sign.kind))
    if len(chosen.sides) > 1:
        signs.append(Sign(SignKind.BOTH_SIDES))
    return tuple(signs)


def signs_used(exercises: Iterable[Chosen], weeks: int, wording: Wording) -> tuple[SignKind, ...]:
    """The signs that stand at any of those exercises, each once, in the order of their kinds."""
    used = {sign.kind for chosen in exercises for sign in signs_of(chosen, weeks, wording)}
    return tuple(kind for kind in SignKind if kind in used)


def without_sides(signs: Iterable[Sign]) -> tuple[Sign, ...]:
    """Those of the manner, for a place where left and right have rows of their own."""
    return tuple(sign for sign in signs if sign.kind is not SignKind.BOTH_SIDES)


def _signs_of_dose(dose: Dose, wording: Wording) -> tuple[Sign, ...]:
    """The signs of one dose, without its sides."""
    match dose.manner:
        case Manner.WORK | Manner.HOLD | Manner.HOLD_AND_REPEAT:
            assert dose.seconds is not None, "checked when the library is read"
            kind = SignKind.PRESS if dose.manner is Manner.WORK else SignKind.HOLD
            held = Sign(kind, wording.short_time(dose.seconds))
            is_repeated = dose.manner is Manner.HOLD_AND_REPEAT or dose.sets > 1
            return (held, Sign(SignKind.REPEAT, _times(dose, wording))) if is_repeated else (held,)
        case Manner.BREATHE:
            breaths = Sign(SignKind.BREATHE, wording.label("signs.times", count=dose.breaths))
            return (breaths, Sign(SignKind.REPEAT, _times(dose, wording))) if dose.sets > 1 else (breaths,)
        case _:
            return (Sign(_OF_TIMES[dose.manner], _times(dose, wording)),)


def _times(dose: Dose, wording: Wording) -> str:
    """`20×`; `2 × 20` where the whole is done several times."""
    counts = [count for count in (dose.sets, dose.times) if count > 1]
    if len(counts) > 1:
        return wording.label("signs.sets", sets=dose.sets, times=dose.times)
    return wording.label("signs.times", count=counts[0] if counts else 1)
