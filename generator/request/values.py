"""The types of values that keys have, besides those of library, routine and booklet."""

from enum import StrEnum
from typing import NamedTuple

from generator.routine.plan import Side

BED = "bed"
"""Stands for every position on a bed, and is the kit that these need."""

COMES_WITH = {BED: ("pillow",)}
"""Kit that is at hand wherever another piece is, unless it is named as missing."""


class Unlimited(StrEnum):
    """Stands in the place of a number: there is no limit."""

    NONE = "none"


class Answer(StrEnum):
    """Yes or no, for a key that is not a switch."""

    YES = "yes"
    NO = "no"


class PainLimits(NamedTuple):
    """The cut-offs of the pain rule, of 10: up to the first carry on, up to the second if it settles."""

    carry_on: int
    settles: int

    def __str__(self) -> str:
        """As it is typed: `3,5`."""
        return f"{self.carry_on},{self.settles}"


class Offset(NamedTuple):
    """How far a side of the paper is moved, in millimetres."""

    right: float
    down: float

    def __str__(self) -> str:
        """As it is typed: `0.5,-1`."""
        return f"{self.right:g},{self.down:g}"


class SidesToWorkOn(NamedTuple):
    """The side of the routine, and by exercise id the sides that differ from it."""

    usual: Side = Side.BOTH
    of_exercises: tuple[tuple[str, Side], ...] = ()

    def __str__(self) -> str:
        """As it is typed: `left,hanging=both`."""
        single = [f"{name}={side}" for name, side in self.of_exercises]
        return ",".join(single if single and self.usual is Side.BOTH else [str(self.usual), *single])
