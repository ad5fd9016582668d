"""How much of an exercise this client does, and on which sides."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from generator.library.model import Manner, Sides, Span
from generator.routine.model import Level, Side

if TYPE_CHECKING:
    from generator.library.model import Dose

SHORTEST_GENTLE_SECONDS: Final = 10
"""A gentle dose never halves a time to less than this: the lower end of a 10 to 30 s hold (ACSM GETP 11)."""


def dose_for(dose: Dose, level: Level) -> Dose:
    """The dose for this level.

    `standard` is the source's own. `gentle` is about half of it, and never more than it:

    - a range of seconds becomes its lower end; a single figure is halved, but not below 10 s;
    - times and breaths are halved, rounded up;
    - in hold-and-repeat only the times are halved, else it would come to a quarter; so too the sets stay.

    Basis: held times stay within the 10 to 30 s of ACSM's Guidelines for Exercise Testing and Prescription
    (11th edition, table 5.6). Halving itself is a convention of this program, for a careful start; no trial
    sets it.
    """
    if level is Level.STANDARD:
        return dose
    seconds = dose.seconds
    if seconds is not None and dose.manner is not Manner.HOLD_AND_REPEAT:
        least = seconds.least
        if least == seconds.most:
            least = max(_half(least), min(least, SHORTEST_GENTLE_SECONDS))
        seconds = Span(least, least)
    return replace(dose, seconds=seconds, times=_half(dose.times), breaths=_half(dose.breaths))


def sides_for(sides: Sides, asked: Side) -> tuple[Side, ...]:
    """The sides to do, left first; empty for an exercise without sides."""
    if sides is Sides.NONE:
        return ()
    return (Side.LEFT, Side.RIGHT) if asked is Side.BOTH else (asked,)


def _half(number: int) -> int:
    return -(-number // 2)
