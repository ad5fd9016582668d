"""What was asked for and what came of it: the values of the routine room."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from generator.library.vocabulary import Action, Position, ShownSide
from generator.routine.timing import whole_minutes

if TYPE_CHECKING:
    from generator.library.model import Dose, Exercise, Rule
    from generator.library.vocabulary import Demand, Goal
    from generator.routine.reasons import GoalReason, Reason


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
        stage: the name of its stage; empty likewise.
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
    minutes: int | None = 15
    max_exercises: int | None = 6
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


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a rule of one of the client's conditions says of one exercise.

    Attributes:
        demands: those of the exercise that the rule speaks of; none where it speaks of every exercise.
    """

    condition: Condition
    rule: Rule
    demands: tuple[Demand, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """A dose and its level: one step of a progression."""

    level: Level
    dose: Dose


@dataclass(frozen=True, slots=True)
class Chosen:
    """An exercise of the routine, as this client is to do it.

    Attributes:
        dose: for one side, where it has sides; that of the first step.
        position: the one it is done in.
        sides: the sides to do, in order; empty for an exercise without sides.
        goals: the goals of the plan that it serves, or prepares for.
        reasons: why it is in, and what was changed.
        seconds: how long it takes at most, all sides and the setting-up together; of the longest step.
        rulings: what the client's conditions say of it; those that leave it out only where the clinician put
            it in all the same.
        steps: a progressive routine's doses, from first to last, one for each level (`progression` tells the
            weeks); else empty.
    """

    exercise: Exercise
    dose: Dose
    position: Position
    sides: tuple[Side, ...]
    goals: tuple[Goal, ...]
    reasons: tuple[Reason, ...]
    seconds: int
    rulings: tuple[Ruling, ...] = ()
    steps: tuple[Step, ...] = ()

    @property
    def is_overridden(self) -> bool:
        """Whether a condition would leave it out, and the clinician put it in all the same."""
        return any(ruling.rule.action is Action.LEAVE_OUT for ruling in self.rulings)

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
        goals: those that the routine works on: the plan's, less those left out, and what takes their place.
        goals_left_out: why goals of the plan were left out; the client is told of those that are unsafe.
    """

    plan: Plan
    chosen: tuple[Chosen, ...]
    left_out: tuple[LeftOut, ...]
    seconds: int
    warnings: tuple[Reason, ...] = ()
    goals: tuple[Goal, ...] = ()
    goals_left_out: tuple[GoalReason, ...] = ()

    @property
    def minutes(self) -> int:
        """The whole at most, in minutes, rounded up: what is printed."""
        return whole_minutes(self.seconds)
