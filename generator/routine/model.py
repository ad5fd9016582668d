"""What was asked for and what came of it: the values of the routine room."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from generator.library.model import Kit, Position, ShownSide

if TYPE_CHECKING:
    from generator.library.model import Dose, Exercise, Goal


class Side(StrEnum):
    """Which side of the body to work on."""

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"


class Level(StrEnum):
    """How much to do: `standard` is the dose of the source, `gentle` about half of it."""

    GENTLE = "gentle"
    STANDARD = "standard"


@dataclass(frozen=True, slots=True)
class Plan:
    """What the clinician asks for, as far as it decides which exercises and how much.

    Attributes:
        goals: in the order of their importance; at least one, each once.
        minutes: the most that one session may take; None for no limit.
        max_exercises: the most exercises; None for no limit.
        kit: what the client has at hand.
        positions: those that the client can be in.
        include: ids of exercises that must be in.
        exclude: ids of exercises that must not.
    """

    goals: tuple[Goal, ...]
    minutes: int | None = 15
    max_exercises: int | None = 6
    kit: frozenset[Kit] = frozenset(Kit)
    positions: frozenset[Position] = frozenset(Position)
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    side: Side = Side.BOTH
    level: Level = Level.STANDARD


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something was done, as a code and the values that belong to it.

    The sentence is in the words under `reason.<code>`; `values` fill its placeholders, by name. A value named
    `goal`, `kit`, `position`, `exercise`, … is an id and is itself put into words (`goal.rotation`).
    """

    code: str
    values: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Chosen:
    """An exercise of the routine, as this client is to do it.

    Attributes:
        dose: for one side, where it has sides.
        position: the one it is done in.
        sides: the sides to do, in order; empty for an exercise without sides.
        goals: the goals of the plan that it serves, or prepares for.
        reasons: why it is in, and what was changed.
        seconds: how long it takes at most, all sides and the setting-up together.
    """

    exercise: Exercise
    dose: Dose
    position: Position
    sides: tuple[Side, ...]
    goals: tuple[Goal, ...]
    reasons: tuple[Reason, ...]
    seconds: int

    @property
    def is_mirrored(self) -> bool:
        """Whether the pictures show the other side than the one to do, and so are turned round."""
        return self.shown_side is not None and self.shown_side != self.exercise.shown_side

    @property
    def shown_side(self) -> ShownSide | None:
        """The side that the pictures show once they are turned as needed; None without sides."""
        if len(self.sides) == 1:
            return ShownSide(self.sides[0])
        return self.exercise.shown_side if self.sides else None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An exercise of the library that is not in the routine, and every reason for it."""

    exercise: Exercise
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Routine:
    """Dosed exercises in the order in which to do them.

    Attributes:
        seconds: the whole at most, changes of position included.
        warnings: what the clinician should know, such as a goal that nothing serves.
    """

    plan: Plan
    chosen: tuple[Chosen, ...]
    left_out: tuple[LeftOut, ...]
    seconds: int
    warnings: tuple[Reason, ...] = ()

    @property
    def minutes(self) -> int:
        """The whole at most, in minutes, rounded up: what is printed."""
        return -(-self.seconds // 60)
