"""What a clinician asks for: the plan, in the terms of the field, and the limits of its numbers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from generator.library.vocabulary import Position

if TYPE_CHECKING:
    from generator.library.vocabulary import Goal

MINUTES = range(1, 121)  # of a session
USUAL_MINUTES = 15
EXERCISES = range(1, 51)
USUAL_EXERCISES = 6  # unless the time is without limit


class Side(StrEnum):
    """Which side of the body to work on."""

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"


class Level(StrEnum):
    """How much to do, from least to most: `standard` is the dose of the source.

    `gentle` is about half of it, `full` goes towards 60 seconds in total for each stretch.
    """

    GENTLE = "gentle"
    STANDARD = "standard"
    FULL = "full"


@dataclass(frozen=True, slots=True, order=True)
class Condition:
    """A condition of the client, with its stage where that matters and is known.

    Attributes:
        weeks: how long it has lasted; None where that is not known, or means nothing.
        stage: the name of its stage; empty where that is not known, or means nothing.
    """

    id: str
    weeks: int | None = None
    stage: str = ""

    def __str__(self) -> str:
        """As it is typed: `pregnancy:20-weeks`."""
        if self.weeks is not None:
            return f"{self.id}:{self.weeks}-weeks"
        return f"{self.id}:{self.stage}" if self.stage else self.id


@dataclass(frozen=True, slots=True)
class Plan:
    """What the clinician asks for, as far as it decides which exercises and how much.

    Attributes:
        goals: in the order of their importance; at least one, each once.
        minutes: the most that one session may take; None for no limit.
        max_exercises: the most exercises; None for no limit.
        no_kit: ids of the kit that the client does not have.
        positions: those that the client can be in.
        include: ids of exercises that must be in.
        exclude: ids of exercises that must not.
        side: the side to work on.
        sides: by exercise id, the side to work on where it differs from `side`.
        is_progressive: begin gently, then standard, then full; `level` then means nothing.
        is_older: the client is 65 or over, for whom longer holds gain more.
        conditions: of the client, each id once, in the order of their ids.
        cleared_by: who has agreed to exercises in spite of a condition that must be referred first.
        because: why exercises are included that a condition leaves out.
    """

    goals: tuple[Goal, ...]
    minutes: int | None = USUAL_MINUTES
    max_exercises: int | None = USUAL_EXERCISES
    no_kit: frozenset[str] = frozenset()
    positions: frozenset[Position] = frozenset(Position)
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    side: Side = Side.BOTH
    sides: tuple[tuple[str, Side], ...] = ()
    level: Level = Level.STANDARD
    is_progressive: bool = False
    is_older: bool = False
    conditions: tuple[Condition, ...] = ()
    cleared_by: str = ""
    because: str = ""
