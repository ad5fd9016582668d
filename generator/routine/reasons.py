"""Every reason that the routine room gives, by name: the codes, and the values that each one carries.

Each code has a sentence in the words, under `reason.<code>`; `REASONS` says which placeholders it may use.
A value is an id (`goal`, `kit`, `position`, `side`, `exercise`, `condition`, `basis`, `source`), several ids
parted by commas (`goals`, `conditions`, `demands`), a text that the clinician typed (`name`, `because`), or a
whole number written out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.library.vocabulary import Action
from generator.routine.model import Reason

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.library.model import Favour
    from generator.library.vocabulary import Goal, Position
    from generator.routine.model import Condition, Ruling, Side

EVERY_EXERCISE: Final = "any"
"""Stands for the demands of a rule that speaks of every exercise."""

_RULING: Final = ("condition", "demands", "basis", "source")

REASONS: Final[Mapping[str, tuple[str, ...]]] = {
    # why an exercise is in
    "asked-for": (),
    "best-for-goal": ("goal",),
    "best-that-fits": ("goal",),
    "next-best-for-goal": ("goal",),
    "also-serves": ("goal",),
    "prepares-goal": ("goal",),
    "next-prepares-goal": ("goal",),
    "also-prepares": ("goal",),
    "steps-in": ("goal", "exercise", "conditions"),
    "called-for": ("condition", "basis", "source"),
    # what was changed for this client
    "gentle-dose": (),
    "full-dose": (),
    "progressive-dose": (),
    "one-side": ("side",),
    "condition-cares": _RULING,
    "condition-adapts": _RULING,
    "condition-makes-gentle": _RULING,
    "condition-overridden": (*_RULING, "because"),
    "position-chosen": ("position",),
    "position-adapted": ("position",),
    # why an exercise is left out
    "excluded": (),
    "condition-leaves-out": _RULING,
    "kit-missing": ("kit",),
    "position-impossible": ("position",),
    "condition-takes-kit": ("condition", "kit"),
    "condition-takes-position": ("condition", "position"),
    "serves-no-goal": (),
    "over-time": ("minutes", "left"),
    "over-number": ("number",),
    # why a goal of the plan is left out, and what takes its place
    "goal-unsafe": ("goal", "conditions"),
    "goal-short-of-time": ("goal", "minutes"),
    "goal-instead": ("goal", "goals", "conditions"),
    # warnings about the whole
    "cleared": ("conditions", "name"),
    "overridden": ("exercise", "conditions", "because"),
    "many-exercises": ("number",),
    "many-minutes": ("minutes",),
    # warnings about a goal, and what would help
    "goal-unserved": ("goal",),
    "goal-only-prepared": ("goal",),
    "goal-needs-kit": ("goal", "exercise", "kit"),
    "goal-needs-position": ("goal", "exercise", "position"),
    "goal-needs-minutes": ("goal", "exercise", "minutes"),
    "goal-needs-number": ("goal", "exercise", "number"),
    "goal-excluded": ("goal", "exercise"),
}
"""By code, the names of the values in the order in which a reason carries them."""


def asked_for() -> Reason:
    """The clinician asked for it by name."""
    return Reason("asked-for")


def best_for_goal(goal: Goal) -> Reason:
    """The stretch or mobilisation that serves the goal best, of all that this client can do."""
    return Reason("best-for-goal", (("goal", str(goal)),))


def best_that_fits(goal: Goal) -> Reason:
    """The best for the goal that the time and the number allow, where a better one was too much."""
    return Reason("best-that-fits", (("goal", str(goal)),))


def next_best_for_goal(goal: Goal) -> Reason:
    """A further stretch or mobilisation for the goal, because there was room."""
    return Reason("next-best-for-goal", (("goal", str(goal)),))


def also_serves(goal: Goal) -> Reason:
    """A stretch or mobilisation that is in for something else serves this goal too."""
    return Reason("also-serves", (("goal", str(goal)),))


def prepares_goal(goal: Goal) -> Reason:
    """The release that best prepares for the goal, of those that fit."""
    return Reason("prepares-goal", (("goal", str(goal)),))


def next_prepares_goal(goal: Goal) -> Reason:
    """A further release for the goal, because there was room."""
    return Reason("next-prepares-goal", (("goal", str(goal)),))


def also_prepares(goal: Goal) -> Reason:
    """A release that is in for something else prepares for this goal too."""
    return Reason("also-prepares", (("goal", str(goal)),))


def gentle_dose() -> Reason:
    """The dose is about half of the source's."""
    return Reason("gentle-dose")


def one_side(side: Side) -> Reason:
    """Only one side is worked on, as the plan asks."""
    return Reason("one-side", (("side", str(side)),))


def position_chosen(position: Position) -> Reason:
    """Done in this position, of several, so that the client moves about and gets down to the floor less."""
    return Reason("position-chosen", (("position", str(position)),))


def position_adapted(position: Position) -> Reason:
    """Done in this position, because the usual one is not possible for this client."""
    return Reason("position-adapted", (("position", str(position)),))


def excluded() -> Reason:
    """The plan leaves it out by name."""
    return Reason("excluded")


def kit_missing(kit: str) -> Reason:
    """It needs this, and the client does not have it."""
    return Reason("kit-missing", (("kit", str(kit)),))


def position_impossible(position: Position) -> Reason:
    """It is done in this position, which the client cannot be in; one reason for each of its positions."""
    return Reason("position-impossible", (("position", str(position)),))


def serves_no_goal() -> Reason:
    """It serves none of the plan's goals and prepares for none."""
    return Reason("serves-no-goal")


def over_time(minutes: int, left: int) -> Reason:
    """It would add so many minutes (rounded up), and only so many are left (rounded down)."""
    return Reason("over-time", (("minutes", str(minutes)), ("left", str(left))))


def over_number(number: int) -> Reason:
    """The routine already has as many exercises as the plan allows."""
    return Reason("over-number", (("number", str(number)),))


def goal_unserved(goal: Goal) -> Reason:
    """Nothing in the routine serves the goal or prepares for it."""
    return Reason("goal-unserved", (("goal", str(goal)),))


def goal_only_prepared(goal: Goal) -> Reason:
    """Only releases prepare for the goal; no stretch or mobilisation serves it."""
    return Reason("goal-only-prepared", (("goal", str(goal)),))


def goal_needs_kit(goal: Goal, exercise: str, kit: str) -> Reason:
    """This exercise would serve the goal, but needs this."""
    return Reason("goal-needs-kit", (("goal", str(goal)), ("exercise", exercise), ("kit", str(kit))))


def goal_needs_position(goal: Goal, exercise: str, position: Position) -> Reason:
    """This exercise would serve the goal, but is done in this position."""
    return Reason(
        "goal-needs-position", (("goal", str(goal)), ("exercise", exercise), ("position", str(position)))
    )


def goal_needs_minutes(goal: Goal, exercise: str, minutes: int) -> Reason:
    """This exercise would serve the goal, were there so many minutes for the session."""
    return Reason(
        "goal-needs-minutes", (("goal", str(goal)), ("exercise", exercise), ("minutes", str(minutes)))
    )


def goal_needs_number(goal: Goal, exercise: str, number: int) -> Reason:
    """This exercise would serve the goal, were so many exercises allowed."""
    return Reason("goal-needs-number", (("goal", str(goal)), ("exercise", exercise), ("number", str(number))))


def goal_excluded(goal: Goal, exercise: str) -> Reason:
    """This exercise would serve the goal, but the plan leaves it out by name."""
    return Reason("goal-excluded", (("goal", str(goal)), ("exercise", exercise)))


def steps_in(goal: Goal, exercise: str, conditions: Iterable[Condition]) -> Reason:
    """The next safe one for the goal, because these conditions leave out this better exercise."""
    return Reason(
        "steps-in", (("goal", str(goal)), ("exercise", exercise), ("conditions", _listed(conditions)))
    )


def called_for(condition: Condition, favour: Favour) -> Reason:
    """The condition calls for it."""
    return Reason(
        "called-for",
        (("condition", condition.id), ("basis", str(favour.basis)), ("source", favour.source)),
    )


def full_dose() -> Reason:
    """The dose is more than the source's: towards 60 seconds in total."""
    return Reason("full-dose")


def progressive_dose() -> Reason:
    """The dose grows from week to week."""
    return Reason("progressive-dose")


def condition_leaves_out(ruling: Ruling) -> Reason:
    """A condition leaves it out because of these demands."""
    return Reason("condition-leaves-out", _ruled(ruling))


def condition_changes(ruling: Ruling, because: str) -> Reason:
    """A condition asks for care, adapts it, or would leave it out had the clinician not put it in."""
    if ruling.rule.action is Action.LEAVE_OUT:
        return Reason("condition-overridden", (*_ruled(ruling), ("because", because)))
    if ruling.rule.is_gentle:
        return Reason("condition-makes-gentle", _ruled(ruling))
    code = "condition-adapts" if ruling.rule.action is Action.ADAPT else "condition-cares"
    return Reason(code, _ruled(ruling))


def condition_takes_kit(condition: Condition, kit: str) -> Reason:
    """It needs this, which is not at hand with the condition."""
    return Reason("condition-takes-kit", (("condition", condition.id), ("kit", str(kit))))


def condition_takes_position(condition: Condition, position: Position) -> Reason:
    """It is done in this position, which is impossible with the condition."""
    return Reason("condition-takes-position", (("condition", condition.id), ("position", str(position))))


def goal_unsafe(goal: Goal, conditions: Iterable[Condition]) -> Reason:
    """These conditions leave nothing safe that serves the goal."""
    return Reason("goal-unsafe", (("goal", str(goal)), ("conditions", _listed(conditions))))


def goal_short_of_time(goal: Goal, minutes: int) -> Reason:
    """Time is short, so one area is done well; the best for every goal would take so many minutes."""
    return Reason("goal-short-of-time", (("goal", str(goal)), ("minutes", str(minutes))))


def goal_instead(goal: Goal, goals: Iterable[Goal], conditions: Iterable[Condition]) -> Reason:
    """The goal is worked on in place of those that these conditions leave nothing safe for."""
    return Reason(
        "goal-instead",
        (("goal", str(goal)), ("goals", ",".join(goals)), ("conditions", _listed(conditions))),
    )


def cleared(conditions: Iterable[Condition], name: str) -> Reason:
    """This person has agreed to exercises in spite of conditions that must be referred first."""
    return Reason("cleared", (("conditions", _listed(conditions)), ("name", name)))


def overridden(exercise: str, conditions: Iterable[Condition], because: str) -> Reason:
    """The clinician put in an exercise that these conditions leave out."""
    return Reason(
        "overridden", (("exercise", exercise), ("conditions", _listed(conditions)), ("because", because))
    )


def many_exercises(number: int) -> Reason:
    """More exercises than people tend to keep up."""
    return Reason("many-exercises", (("number", str(number)),))


def many_minutes(minutes: int) -> Reason:
    """A longer session than people tend to keep up."""
    return Reason("many-minutes", (("minutes", str(minutes)),))


def _ruled(ruling: Ruling) -> tuple[tuple[str, str], ...]:
    return (
        ("condition", ruling.condition.id),
        ("demands", ",".join(ruling.demands) or EVERY_EXERCISE),
        ("basis", str(ruling.rule.basis)),
        ("source", ruling.rule.source),
    )


def _listed(conditions: Iterable[Condition]) -> str:
    return ",".join(dict.fromkeys(condition.id for condition in conditions))
