"""Every reason that the routine room gives: a class for each, with a field for what its sentence mentions.

The sentence is in the words, under `reason.` and the reason's `code`; its placeholders are the fields' names.
Exercises, conditions and sources are given by their ids.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Literal

from generator.library.vocabulary import Action

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.library.vocabulary import Basis, Demand, Goal, Position
    from generator.routine.plan import Condition, Side
    from generator.routine.rulings import Ruling

Value = str | int | tuple[str, ...]
"""What a placeholder stands for: an id, a text that the clinician typed, a whole number, or several ids."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Reason:
    """Why something was done."""

    @property
    def code(self) -> str:
        """The name of the reason: `best-for-goal` of `BestForGoal`."""
        return re.sub(r"\B[A-Z]", r"-\g<0>", type(self).__name__).lower()

    @property
    def values(self) -> dict[str, Value]:
        """By placeholder of the sentence, what it stands for."""
        return {field.name: getattr(self, field.name) for field in fields(self)}

    # Written once: having the dataclass decorator write them for each kind would take longer than choosing.

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Reason) and type(self) is type(other) and self.values == other.values

    def __hash__(self) -> int:
        return hash((type(self), *self.values.values()))

    def __repr__(self) -> str:
        texts = (f"{name}={value!r}" for name, value in self.values.items())
        return f"{type(self).__name__}({', '.join(texts)})"


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class GoalReason(Reason):
    """A reason that has to do with one of the goals."""

    goal: Goal


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class RulingReason(Reason):
    """What a rule of a condition does to an exercise.

    Attributes:
        demands: those of the exercise that the rule is about; `any` if it is about every exercise.
    """

    condition: str
    demands: tuple[Demand, ...] | tuple[Literal["any"]]
    basis: Basis
    source: str


# Why an exercise is in


class AskedFor(Reason):
    """The clinician asked for it by name."""

    __slots__ = ()


class BestForGoal(GoalReason):
    """The stretch or mobilisation that serves the goal best, of all that this client can do."""

    __slots__ = ()


class BestThatFits(GoalReason):
    """The best for the goal that the time and the number allow, where a better one was too much."""

    __slots__ = ()


class NextBestForGoal(GoalReason):
    """A further stretch or mobilisation for the goal, because there was room."""

    __slots__ = ()


class AlsoServes(GoalReason):
    """A stretch or mobilisation that is in for something else serves this goal too."""

    __slots__ = ()


class PreparesGoal(GoalReason):
    """The release that best prepares for the goal, of those that fit."""

    __slots__ = ()


class NextPreparesGoal(GoalReason):
    """A further release for the goal, because there was room."""

    __slots__ = ()


class AlsoPrepares(GoalReason):
    """A release that is in for something else prepares for this goal too."""

    __slots__ = ()


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class StepsIn(GoalReason):
    """The next safe one for the goal, because these conditions leave out this better exercise."""

    exercise: str
    conditions: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class CalledFor(Reason):
    """The condition calls for it."""

    condition: str
    basis: Basis
    source: str


# What was changed for this client


class GentleDose(Reason):
    """The dose is about half of the source's."""

    __slots__ = ()


class FullDose(Reason):
    """The dose is more than the source's: towards 60 seconds in total."""

    __slots__ = ()


class ProgressiveDose(Reason):
    """The dose grows from week to week."""

    __slots__ = ()


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class OneSide(Reason):
    """Only one side is worked on, as the plan asks."""

    side: Side


class ConditionCares(RulingReason):
    """A condition asks for care."""

    __slots__ = ()


class ConditionAdapts(RulingReason):
    """A condition asks for an easier form."""

    __slots__ = ()


class ConditionMakesGentle(RulingReason):
    """A condition allows no more than the gentle dose."""

    __slots__ = ()


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ConditionOverridden(RulingReason):
    """A condition would leave it out, and the clinician put it in anyway."""

    because: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class PositionChosen(Reason):
    """Done in this position, of several, so that the client moves about and gets down to the floor less."""

    position: Position


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class PositionAdapted(Reason):
    """Done in this position, because the usual one is not possible for this client."""

    position: Position


# Why an exercise is left out


class Excluded(Reason):
    """The plan leaves it out by name."""

    __slots__ = ()


class ConditionLeavesOut(RulingReason):
    """A condition leaves it out because of these demands."""

    __slots__ = ()


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class KitMissing(Reason):
    """It needs this, and the client does not have it."""

    kit: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class PositionImpossible(Reason):
    """It is done in this position, which the client cannot be in; one reason for each of its positions."""

    position: Position


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ConditionTakesKit(Reason):
    """It needs this, which is not at hand with the condition."""

    condition: str
    kit: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ConditionTakesPosition(Reason):
    """It is done in this position, which is impossible with the condition."""

    condition: str
    position: Position


class ServesNoGoal(Reason):
    """It serves none of the plan's goals and prepares for none."""

    __slots__ = ()


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class OverTime(Reason):
    """It would add more minutes (rounded up) than are left (rounded down)."""

    minutes: int
    left: int


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class OverNumber(Reason):
    """The routine already has as many exercises as the plan allows."""

    number: int


# Why a goal of the plan is left out, and what takes its place


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class GoalUnsafe(GoalReason):
    """These conditions leave nothing safe that serves the goal."""

    conditions: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class GoalShortOfTime(GoalReason):
    """Time is short, so one area is done well; the best for every goal would take this many minutes."""

    minutes: int


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class GoalInstead(GoalReason):
    """The goal is worked on in place of those that these conditions leave nothing safe for."""

    goals: tuple[Goal, ...]
    conditions: tuple[str, ...]


# Warnings about the whole


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Cleared(Reason):
    """This person has agreed to exercises in spite of conditions that must be referred first."""

    conditions: tuple[str, ...]
    name: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Overridden(Reason):
    """The clinician put in an exercise that these conditions leave out."""

    exercise: str
    conditions: tuple[str, ...]
    because: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ManyExercises(Reason):
    """More exercises than people tend to keep up."""

    number: int


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ManyMinutes(Reason):
    """A longer session than people tend to keep up."""

    minutes: int


# Warnings about a goal, and what would help


class GoalUnserved(GoalReason):
    """Nothing in the routine serves the goal or prepares for it."""

    __slots__ = ()


class GoalOnlyPrepared(GoalReason):
    """Only releases prepare for the goal; no stretch or mobilisation serves it."""

    __slots__ = ()


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class GoalNeedsKit(GoalReason):
    """This exercise would serve the goal, but needs this."""

    exercise: str
    kit: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class GoalNeedsPosition(GoalReason):
    """This exercise would serve the goal, but is done in this position."""

    exercise: str
    position: Position


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class GoalNeedsMinutes(GoalReason):
    """This exercise would serve the goal if the session had this many minutes."""

    exercise: str
    minutes: int


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class GoalNeedsNumber(GoalReason):
    """This exercise would serve the goal if this many exercises were allowed."""

    exercise: str
    number: int


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class GoalExcluded(GoalReason):
    """This exercise would serve the goal, but the plan leaves it out by name."""

    exercise: str


PhysicalObstacle = KitMissing | PositionImpossible | ConditionTakesKit | ConditionTakesPosition
"""Why a client cannot do an exercise at all."""

Evidenced = CalledFor | RulingReason
"""The reasons that rest on a source."""


def condition_leaves_out(ruling: Ruling) -> ConditionLeavesOut:
    """That this ruling leaves the exercise out."""
    return ConditionLeavesOut(*_parts(ruling))


def condition_changes(ruling: Ruling, because: str) -> RulingReason:
    """What this ruling does to an exercise that is in: care, an easier form, or what `because` overrides."""
    if ruling.rule.action is Action.LEAVE_OUT:
        return ConditionOverridden(*_parts(ruling), because)
    if ruling.rule.is_gentle:
        return ConditionMakesGentle(*_parts(ruling))
    kind = ConditionAdapts if ruling.rule.action is Action.ADAPT else ConditionCares
    return kind(*_parts(ruling))


def ids_of(conditions: Iterable[Condition]) -> tuple[str, ...]:
    """The ids of the conditions, each once."""
    return tuple(dict.fromkeys(condition.id for condition in conditions))


def _parts(ruling: Ruling) -> tuple[str, tuple[Demand, ...] | tuple[Literal["any"]], Basis, str]:
    return ruling.condition.id, ruling.demands or ("any",), ruling.rule.basis, ruling.rule.source
