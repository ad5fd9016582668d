"""What would help if a goal is not served, or if nothing is left at all."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.library.vocabulary import Position
from generator.problems import Problem
from generator.routine import reasons
from generator.routine.limits import limits_of, seconds_together
from generator.routine.screening import (
    candidate,
    forbidding_rulings,
    goals_served,
    kit_lacking,
    trains,
)
from generator.routine.timing import whole_minutes

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.library.vocabulary import Goal
    from generator.routine.goals import GoalChoice
    from generator.routine.plan import Condition, Plan
    from generator.routine.reasons import Reason
    from generator.routine.screening import Candidate, Screened


class _Remedy(NamedTuple):
    """What would have to change for an exercise to come in, alone or with others.

    Attributes:
        minutes: the least that the session would need; None where time is no obstacle.
        number: the same for the number of exercises.
    """

    excluded: bool
    kits: tuple[str, ...]
    position: Position | None
    minutes: int | None
    number: int | None

    @property
    def effort(self) -> tuple[int, int, int]:
        """How much is asked: how many changes, then how many minutes, then how many exercises."""
        changes = len(self.kits) + sum(
            (self.excluded, self.position is not None, self.minutes is not None, self.number is not None)
        )
        return changes, self.minutes or 0, self.number or 0


def _remedy(screened: Screened, beside: Sequence[Candidate]) -> _Remedy:
    exercise, client = screened.exercise, screened.client
    plan = client.plan
    # The position that needs the fewest changes, none if one is possible; the preferred one among equals.
    easiest = min(
        exercise.positions,
        key=lambda position: (
            len(kit_lacking(exercise, client.no_kit, position)) + (position not in client.positions),
            exercise.positions.index(position),
        ),
    )
    together = (*beside, candidate(screened, screened.positions or (easiest,), plan.goals))
    limits = limits_of(plan)
    return _Remedy(
        excluded=exercise.id in plan.exclude,
        kits=kit_lacking(exercise, client.no_kit, easiest),
        position=None if easiest in client.positions else easiest,
        minutes=None if limits.allow_time(together) else whole_minutes(seconds_together(together)),
        number=None if limits.allow_number(together) else len(together),
    )


def goal_warnings(
    goal: Goal,
    screened: Iterable[Screened],
    taken: Sequence[Candidate],
    first_round: Sequence[Candidate],
) -> tuple[Reason, ...]:
    """That nothing serves this goal as a stretch or mobilisation, and the least that would help; or nothing.

    Args:
        goal: one of the routine's.
        screened: all of the library; what the client's conditions leave out is never said to help.
        taken: what the routine holds.
        first_round: those of them that were asked for by name or serve another goal, with which time and
            number must be shared.
    """
    serving = [each for each in taken if goal in each.goals]
    if any(not each.is_release for each in serving):
        return ()
    first: Reason = reasons.GoalOnlyPrepared(goal) if serving else reasons.GoalUnserved(goal)
    remedies = [
        (_remedy(each, first_round), each.exercise)
        for each in screened
        if trains(each.exercise, goal) and _is_open(each)
    ]
    if not remedies:
        return (first,)
    remedy, exercise = min(remedies, key=lambda pair: (pair[0].effort, -pair[1].serves[goal], pair[1].number))
    helps: list[Reason] = [reasons.GoalNeedsKit(goal, exercise.id, kit) for kit in remedy.kits]
    if remedy.excluded:
        helps.append(reasons.GoalExcluded(goal, exercise.id))
    if remedy.position is not None:
        helps.append(reasons.GoalNeedsPosition(goal, exercise.id, remedy.position))
    if remedy.minutes is not None:
        helps.append(reasons.GoalNeedsMinutes(goal, exercise.id, remedy.minutes))
    if remedy.number is not None:
        helps.append(reasons.GoalNeedsNumber(goal, exercise.id, remedy.number))
    return (first, *helps)


def _is_open(screened: Screened) -> bool:
    """Whether no condition stands in the way; kit, positions, time and number may."""
    precautions = [precaution for _, precaution in screened.client.precautions]
    no_kit = frozenset(kit for precaution in precautions for kit in precaution.no_kit)
    positions = frozenset(Position).difference(*(precaution.no_positions for precaution in precautions))
    return not forbidding_rulings(screened) and any(
        position in positions and not kit_lacking(screened.exercise, no_kit, position)
        for position in screened.exercise.positions
    )


def refer_problems(conditions: Iterable[Condition]) -> tuple[Problem, ...]:
    """That these conditions must be seen by a clinician or doctor first, and how to say that they were."""
    return tuple(
        Problem(
            f"with {condition} a clinician or doctor must agree before any exercise",
            "once somebody has agreed, say who with cleared-by",
            "condition",
        )
        for condition in conditions
    )


def nothing_left_problems(
    screened: Sequence[Screened], plan: Plan, choice: GoalChoice
) -> tuple[Problem, ...]:
    """That no exercise remains, then each of the least changes to the plan that would let one in.

    The `path` of each is the name of the option to change, without dashes: `goal`, `exclude`, `kit`,
    `position`, `minutes`, `condition`.
    """
    overall = f"no exercise is left for {' and '.join(plan.goals)}"
    unsafe = [reason for reason in choice.left_out if isinstance(reason, reasons.GoalUnsafe)]
    if unsafe:
        return (
            Problem(overall, path="goal"),
            *(
                Problem(
                    f"nothing safe is left for {reason.goal} with {' and '.join(reason.conditions)}",
                    "choose another goal, or include an exercise and give your reason with because",
                    "condition",
                )
                for reason in unsafe
            ),
        )
    by_remedy: dict[_Remedy, list[str]] = {}
    for each in screened:
        if goals_served(each.exercise, plan.goals) and _is_open(each):
            by_remedy.setdefault(_remedy(each, ()), []).append(each.exercise.id)
    if not by_remedy:
        return (Problem(overall, "the library has none for it: add one, or choose another goal", "goal"),)
    fewest = min(remedy.effort[0] for remedy in by_remedy)
    least_minutes = min(
        (remedy.minutes for remedy in by_remedy if remedy.effort[0] == fewest and remedy.minutes is not None),
        default=None,
    )
    easiest = [
        (remedy, names)
        for remedy, names in by_remedy.items()
        if remedy.effort[0] == fewest and remedy.minutes in (None, least_minutes)
    ]
    return (Problem(overall, path="goal"), *(_as_problem(remedy, names) for remedy, names in easiest))


def _as_problem(remedy: _Remedy, names: Sequence[str]) -> Problem:
    steps = []
    if remedy.excluded:
        steps.append(("exclude", "exclude fewer exercises"))
    steps.extend(("kit", f"have {kit} at hand") for kit in remedy.kits)
    if remedy.position is not None:
        steps.append(("position", f"allow the position {remedy.position}"))
    if remedy.minutes is not None:
        steps.append(("minutes", f"allow at least {remedy.minutes} minutes"))
    hint = ", and ".join(step for _, step in steps)
    return Problem(f"left out: {', '.join(names)}", hint, steps[0][0])
