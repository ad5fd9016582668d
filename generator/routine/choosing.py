"""From a library's exercises and a plan to a routine: screen, select, dose, order, and say why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.library.model import Sides
from generator.problems import NothingLeftError, UsageError
from generator.routine import reasons
from generator.routine.checking import problems_of
from generator.routine.helping import goal_warnings, nothing_left_problems
from generator.routine.limits import seconds_together
from generator.routine.model import Chosen, LeftOut, Routine, Side
from generator.routine.ordering import arrange
from generator.routine.screening import candidate, obstacles, possible_positions
from generator.routine.selecting import select
from generator.routine.timing import SECONDS_PER_MINUTE, whole_minutes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.library.model import Exercise
    from generator.routine.limits import Limits
    from generator.routine.model import Plan, Reason
    from generator.routine.ordering import Placement
    from generator.routine.screening import Candidate
    from generator.routine.selecting import Selection


def choose(exercises: Sequence[Exercise], plan: Plan) -> Routine:
    """The routine for this plan; the same plan always gives the same routine.

    Every exercise is either chosen or left out, each with its reasons; those left out stand in the order of
    their numbers. See `selecting` for the rounds of choosing and `ordering` for the order.

    Args:
        exercises: all of the library, in any order, each id once.
        plan: what the clinician asks for.

    Raises:
        UsageError: the plan contradicts itself or the library; carries every problem.
        NothingLeftError: no exercise remains; its problems say what would help.
    """
    exercises = sorted(exercises, key=lambda each: (each.number, each.id))
    problems = problems_of(exercises, plan)
    if problems:
        raise UsageError(*problems)

    against = {each.id: obstacles(each, plan) for each in exercises}
    candidates = [
        candidate(each, plan, possible_positions(each, plan)) for each in exercises if not against[each.id]
    ]
    selection = select(candidates, plan)
    taken = tuple(selection.taken.values())
    if not taken:
        raise NothingLeftError(*nothing_left_problems(exercises, plan))

    seconds = seconds_together(taken)
    too_much = {
        each.exercise.id: _over_limits(each, taken, seconds, selection.limits)
        for each in candidates
        if each.exercise.id not in selection.taken
    }
    return Routine(
        plan=plan,
        chosen=tuple(_chosen(placement, selection, plan) for placement in arrange(taken)),
        left_out=tuple(
            LeftOut(each, against[each.id] or too_much[each.id])
            for each in exercises
            if each.id not in selection.taken
        ),
        seconds=seconds,
        warnings=tuple(
            warning
            for goal in plan.goals
            for warning in goal_warnings(goal, exercises, plan, taken, selection.first_round)
        ),
    )


def _over_limits(
    extra: Candidate, taken: tuple[Candidate, ...], seconds: int, limits: Limits
) -> tuple[Reason, ...]:
    """Which limits one more exercise would break, beside those taken and their seconds together.

    At least one: an exercise that breaks none has been taken.
    """
    together = (*taken, extra)
    found = []
    if not limits.allow_number(together):
        found.append(reasons.over_number(len(taken)))
    if limits.seconds is not None:
        # With the change of position that it brings: without it, an exercise might seem to fit.
        added = seconds_together(together) - seconds
        left = limits.seconds - seconds
        if added > left:
            found.append(reasons.over_time(whole_minutes(added), left // SECONDS_PER_MINUTE))
    return tuple(found)


def _chosen(placement: Placement, selection: Selection, plan: Plan) -> Chosen:
    taken, position = placement
    exercise = taken.exercise
    why = list(selection.reasons[exercise.id])
    explained = {value for reason in why for name, value in reason.values if name == "goal"}
    further = reasons.also_prepares if taken.is_release else reasons.also_serves
    why.extend(further(goal) for goal in taken.goals if goal not in explained)
    if taken.dose != exercise.dose:
        why.append(reasons.gentle_dose())
    if exercise.sides is Sides.EACH and plan.side is not Side.BOTH:
        why.append(reasons.one_side(plan.side))
    if position is not exercise.positions[0]:
        adapted = position is taken.positions[0]
        why.append((reasons.position_adapted if adapted else reasons.position_chosen)(position))
    return Chosen(
        exercise=exercise,
        dose=taken.dose,
        position=position,
        sides=taken.sides,
        goals=taken.goals,
        reasons=tuple(why),
        seconds=taken.seconds,
    )
