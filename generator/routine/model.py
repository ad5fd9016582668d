"""What comes of a plan: the exercises of a routine, those left out, and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.library.vocabulary import Action, Position, ShownSide
from generator.routine.timing import whole_minutes

if TYPE_CHECKING:
    from generator.library.model import Dose, Exercise
    from generator.library.vocabulary import Goal
    from generator.routine.plan import Level, Plan, Side
    from generator.routine.reasons import GoalReason, Reason
    from generator.routine.rulings import Ruling


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
        rulings: what the client's conditions say about it; those that leave it out only if the clinician put
            it in anyway.
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
        """Whether a condition would leave it out, and the clinician put it in anyway."""
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
        goals_left_out: why goals of the plan were left out; the client reads about those that are unsafe.
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
