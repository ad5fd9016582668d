"""How long things take: seconds, always at most, so that a printed time is never too short.

The doses of the source are counted in times, breaths and minutes. These constants turn them into seconds;
they are conventions of this program, chosen on the slow side, each with its reason.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.library.vocabulary import Manner

if TYPE_CHECKING:
    from generator.library.model import Dose, Span
    from generator.routine.plan import Side

SECONDS_PER_MINUTE = 60

SECONDS_PER_OSCILLATION = 1
"""A gentle bounce at the end of the range and back."""

SECONDS_PER_ALTERNATION = 4
"""There and back through the whole range: two seconds each way."""

SECONDS_PER_REPETITION = 3
"""One slow movement to the end of the range and back."""

SECONDS_PER_BREATH = 5
"""In and out at 12 breaths a minute, the slow end of an adult's breathing at rest."""

SPOTS_PER_SIDE = 6
"""How many tender spots are assumed where a dose counts breaths on each; the source names no number."""

SECONDS_INTO_AND_OUT_OF_A_HOLD = 2
"""Moving into a held position and out of it, for each hold."""

SECONDS_BETWEEN_SETS = 30
"""Rest between two sets."""

SECONDS_TO_CHANGE_SIDES = 5
"""Turning round, or changing hands, for the other side."""

SECONDS_TO_SET_UP = 15
"""Reading the card and getting ready for an exercise, with kit or without."""

SECONDS_TO_CHANGE_POSITION = 15
"""Getting from one position into another between two exercises, such as up from the floor."""

_SECONDS_EACH = {
    Manner.OSCILLATE: SECONDS_PER_OSCILLATION,
    Manner.ALTERNATE: SECONDS_PER_ALTERNATION,
    Manner.REPEAT: SECONDS_PER_REPETITION,
}


def seconds_of(dose: Dose, sides: tuple[Side, ...]) -> int:
    """How long an exercise takes at most, in seconds: setting up, all sets, all sides.

    Args:
        dose: for one side, where the exercise has sides; the upper end of a span counts.
        sides: the sides to do; empty for an exercise without sides.
    """
    one_side = dose.sets * _seconds_of_one_set(dose) + (dose.sets - 1) * SECONDS_BETWEEN_SETS
    passes = max(1, len(sides))
    return SECONDS_TO_SET_UP + passes * one_side + (passes - 1) * SECONDS_TO_CHANGE_SIDES


def whole_minutes(seconds: int) -> int:
    """Minutes, rounded up."""
    return -(-seconds // SECONDS_PER_MINUTE)


def _seconds_of_one_set(dose: Dose) -> int:
    match dose.manner:
        case Manner.WORK:
            return _most(dose.seconds)
        case Manner.HOLD | Manner.HOLD_AND_REPEAT:
            return dose.times * (_most(dose.seconds) + SECONDS_INTO_AND_OUT_OF_A_HOLD)
        case Manner.BREATHE:
            return dose.breaths * SECONDS_PER_BREATH * (SPOTS_PER_SIDE if dose.has_spots else 1)
        case Manner.REPEAT if dose.is_paced:
            return dose.times * dose.breaths * SECONDS_PER_BREATH
        case _:
            return dose.times * _SECONDS_EACH[dose.manner]


def _most(seconds: Span | None) -> int:
    assert seconds is not None, "the library gives seconds to every dose that is counted in them"
    return seconds.most
