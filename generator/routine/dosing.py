"""How much of an exercise this client does, and on which sides."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.library.model import Span
from generator.library.vocabulary import Manner, Sides
from generator.routine.model import Step
from generator.routine.plan import Level, Side

if TYPE_CHECKING:
    from generator.library.model import Dose
    from generator.routine.plan import Plan

SHORTEST_GENTLE_SECONDS = 10
"""A gentle dose never halves a time to less than this: the lower end of a 10 to 30 s hold (ACSM GETP 11)."""

FULL_SECONDS = 60
"""What a full dose of a stretch comes to in total, in seconds (ACSM, Garber 2011, second-hand)."""

MOST_HOLDS = 4
"""The most times that a full dose holds a stretch: 2 to 4 (ACSM, Garber 2011, second-hand)."""

OLDER_SECONDS = Span(30, 60)
"""How long people of 65 and over hold a stretch in a full dose (ACSM GETP 11, table 5.6).

In one trial (n=62, hamstrings, 65 and over) holds of 60 s gained 2.4 degrees a week, 30 s 1.3, 15 s 0.6.
"""


def dose_for(dose: Dose, level: Level, *, is_older: bool = False) -> Dose:
    """The dose for this level, and for a client of 65 or over.

    `standard` is the source's own. `gentle` is about half of it, and never more than it:

    - a range of seconds becomes its lower end; a single figure is halved, but not below 10 s;
    - times and breaths are halved, rounded up; not the breaths that each time takes;
    - in hold-and-repeat only the times are halved, or it would come to a quarter; sets stay as they are.

    `full` is never less than `standard`. It changes held stretches only, since no dose of rollers or rocking
    is agreed on: the hold is the upper end of its range, repeated until it comes to 60 s in total, 4 times at
    most. Older clients hold once for 30 to 60 s instead.

    Basis: held times stay within the 10 to 30 s of ACSM's Guidelines for Exercise Testing and Prescription
    (11th edition, table 5.6), or its 30 to 60 s for older adults; the 60 s in total are ACSM's too (Garber
    2011, second-hand). Halving itself is a convention of this program, for a careful start; no trial sets it.
    """
    seconds = dose.seconds
    match level:
        case Level.GENTLE:
            if seconds is not None and dose.manner is not Manner.HOLD_AND_REPEAT:
                least = seconds.least
                if least == seconds.most:
                    least = max(_half(least), min(least, SHORTEST_GENTLE_SECONDS))
                seconds = Span(least, least)
            breaths = dose.breaths if dose.is_paced else _half(dose.breaths)
            return replace(dose, seconds=seconds, times=_half(dose.times), breaths=breaths)
        case Level.FULL if dose.manner is Manner.HOLD and seconds is not None:
            if is_older and dose.sets == 1 and seconds.most <= OLDER_SECONDS.most:
                longest = Span(max(seconds.least, OLDER_SECONDS.least), OLDER_SECONDS.most)
                return replace(dose, seconds=longest)
            times = min(MOST_HOLDS, -(-FULL_SECONDS // (seconds.most * dose.sets)))
            if times > 1:
                most = Span(seconds.most, seconds.most)
                return replace(dose, manner=Manner.HOLD_AND_REPEAT, seconds=most, times=times)
    return dose


def steps_for(dose: Dose, plan: Plan, *, is_gentle: bool) -> tuple[Step, ...]:
    """The doses that this plan asks for: one, or one for each level if it grows.

    Args:
        dose: the source's own.
        plan: what the clinician asks for.
        is_gentle: one of the client's conditions allows no more than the gentle dose.
    """
    levels = tuple(Level) if plan.is_progressive else (plan.level,)
    return tuple(
        Step(level, dose_for(dose, Level.GENTLE if is_gentle else level, is_older=plan.is_older))
        for level in levels
    )


def sides_for(sides: Sides, asked: Side) -> tuple[Side, ...]:
    """The sides to do, left first; empty for an exercise without sides."""
    if sides is Sides.NONE:
        return ()
    return (Side.LEFT, Side.RIGHT) if asked is Side.BOTH else (asked,)


def _half(number: int) -> int:
    return -(-number // 2)
