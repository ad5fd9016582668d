"""A library's exercises and a plan → a routine: screen, select, dose, order, and say why."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from generator.problems import NothingLeftError, ReferFirstError, UsageError
from generator.routine import reasons
from generator.routine.calling import calls_on
from generator.routine.checking import problems_of
from generator.routine.dosing import dose_for
from generator.routine.goals import goals_in_time, safe_goals
from generator.routine.limits import seconds_together
from generator.routine.model import Chosen, LeftOut, Routine
from generator.routine.ordering import arrange
from generator.routine.plan import Level
from generator.routine.remedies import goal_warnings, nothing_left_problems, refer_problems
from generator.routine.rulings import client_of, referring
from generator.routine.screening import candidate, forbidding_rulings, obstacles, screen
from generator.routine.selecting import RuledOut, select
from generator.routine.timing import SECONDS_PER_MINUTE, whole_minutes

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.library.model import Exercise, Precaution
    from generator.library.vocabulary import Goal, Position
    from generator.routine.calling import Calls
    from generator.routine.limits import Limits
    from generator.routine.ordering import Positioned
    from generator.routine.plan import Plan
    from generator.routine.reasons import Reason
    from generator.routine.rulings import Client, Ruling
    from generator.routine.screening import Candidate, Screened
    from generator.routine.selecting import Selection

MOST_EXERCISES_KEPT_UP = 4
"""More exercises than this are a warning (Eckard 2015, n=155; Henry 1999, n=15)."""

MOST_MINUTES_KEPT_UP = 20
"""A longer session than this is a warning: a convention of this program, no trial sets it."""


def choose(
    exercises: Sequence[Exercise], plan: Plan, precautions: Mapping[str, Precaution] = MappingProxyType({})
) -> Routine:
    """The routine for this plan; the same plan always gives the same routine.

    Every exercise is either chosen or left out, each with its reasons; those left out stand in the order of
    their numbers. See `rulings` for what conditions mean, `aiming` for which goals remain, `selecting` for
    the rounds of choosing and `ordering` for the order.

    Args:
        exercises: all of the library, in any order, each id once.
        plan: what the clinician asks for; the order of its conditions means nothing.
        precautions: of the library, by condition id.

    Raises:
        UsageError: the plan contradicts itself or the library; carries every problem.
        ReferFirstError: a condition must be seen by a clinician or doctor first, and the plan does not say
            that anybody agreed.
        NothingLeftError: no exercise remains; its problems say what would help.
    """
    exercises = sorted(exercises, key=lambda each: (each.number, each.id))
    problems = problems_of(exercises, plan, precautions)
    if problems:
        raise UsageError(*problems)
    plan = replace(plan, conditions=tuple(sorted(plan.conditions, key=str)))
    client = client_of(plan, precautions)
    screened = screen(exercises, client)
    referred = referring(client)
    if referred and not plan.cleared_by:
        raise ReferFirstError(*refer_problems(referred))

    choice = safe_goals(screened, client)
    calls = calls_on(screened, client, choice.goals)
    choice = goals_in_time(choice, screened, _candidates(screened, choice.goals, calls), plan)
    calls = calls_on(screened, client, choice.goals)
    candidates = _candidates(screened, choice.goals, calls)
    selection = select(
        candidates,
        plan,
        choice.goals,
        ruled_out=_ruled_out(screened, choice.goals),
        calls={
            name: [
                reasons.CalledFor(condition.id, favour.basis, favour.source) for condition, favour in of_one
            ]
            for name, of_one in calls.items()
        },
    )
    taken = tuple(selection.taken.values())
    if not taken or not choice.goals:
        raise NothingLeftError(*nothing_left_problems(screened, plan, choice))

    seconds = seconds_together(taken)
    too_much = {
        each.exercise.id: _over_limits(each, taken, seconds, selection.limits)
        for each in candidates
        if each.exercise.id not in selection.taken
    }
    by_id = {each.exercise.id: each for each in screened}
    chosen = tuple(_chosen(each, selection, by_id[each.candidate.exercise.id]) for each in arrange(taken))
    return Routine(
        plan=plan,
        chosen=chosen,
        left_out=tuple(
            LeftOut(
                each.exercise,
                obstacles(each, choice.goals, is_called=bool(calls[each.exercise.id]))
                or too_much[each.exercise.id],
            )
            for each in screened
            if each.exercise.id not in selection.taken
        ),
        seconds=seconds,
        warnings=(
            *_warnings(chosen, seconds, client, by_id),
            *choice.instead,
            *(
                warning
                for goal in choice.goals
                for warning in goal_warnings(goal, screened, taken, selection.first_round)
            ),
        ),
        goals=choice.goals,
        goals_left_out=choice.left_out,
    )


def _candidates(
    screened: Sequence[Screened], goals: Sequence[Goal], calls: Mapping[str, Calls]
) -> list[Candidate]:
    """What may be chosen for this client."""
    return [
        candidate(each, each.positions, goals)
        for each in screened
        if not obstacles(each, goals, is_called=bool(calls[each.exercise.id]))
    ]


def _ruled_out(screened: Sequence[Screened], goals: Sequence[Goal]) -> list[RuledOut]:
    """What this client could do, and conditions leave out."""
    found = []
    for each in screened:
        rulings = forbidding_rulings(each) if each.possible and not each.is_overridden else ()
        if rulings and each.exercise.id not in each.client.plan.exclude:
            conditions = reasons.ids_of(ruling.condition for ruling in rulings)
            found.append(RuledOut(candidate(each, each.possible, goals), conditions))
    return found


def _warnings(
    chosen: Sequence[Chosen], seconds: int, client: Client, screened: Mapping[str, Screened]
) -> tuple[Reason, ...]:
    """What the clinician should know about the whole: clearance, overrides, more than people keep up."""
    plan = client.plan
    found: list[Reason] = []
    referred = referring(client)
    if referred:
        found.append(reasons.Cleared(reasons.ids_of(referred), plan.cleared_by))
    for each in chosen:
        if each.is_overridden:
            conditions = reasons.ids_of(
                ruling.condition for ruling in forbidding_rulings(screened[each.exercise.id])
            )
            found.append(reasons.Overridden(each.exercise.id, conditions, plan.because))
    if len(chosen) > MOST_EXERCISES_KEPT_UP:
        found.append(reasons.ManyExercises(len(chosen)))
    if seconds > MOST_MINUTES_KEPT_UP * SECONDS_PER_MINUTE:
        found.append(reasons.ManyMinutes(whole_minutes(seconds)))
    return tuple(found)


def _over_limits(
    extra: Candidate, taken: tuple[Candidate, ...], seconds: int, limits: Limits
) -> tuple[Reason, ...]:
    """Which limits one more exercise would break, in addition to those taken, which last these seconds.

    At least one: an exercise that breaks none has been taken.
    """
    together = (*taken, extra)
    found: list[Reason] = []
    if not limits.allow_number(together):
        found.append(reasons.OverNumber(len(taken)))
    if limits.seconds is not None:
        # With the change of position that it brings: without it, an exercise might seem to fit.
        added = seconds_together(together) - seconds
        left = limits.seconds - seconds
        if added > left:
            found.append(reasons.OverTime(whole_minutes(added), left // SECONDS_PER_MINUTE))
    return tuple(found)


def _chosen(positioned: Positioned, selection: Selection, screened: Screened) -> Chosen:
    taken, position = positioned
    exercise, plan = taken.exercise, screened.client.plan
    why = list(selection.reasons[exercise.id])
    explained = {reason.goal for reason in why if isinstance(reason, reasons.GoalReason)}
    further = reasons.AlsoPrepares if taken.is_release else reasons.AlsoServes
    why.extend(further(goal) for goal in taken.goals if goal not in explained)
    why.extend(_changes_of_dose(taken, plan))
    if len(taken.sides) == 1:
        why.append(reasons.OneSide(taken.sides[0]))
    if position is not exercise.positions[0]:
        adapted = position is taken.positions[0]
        why.append((reasons.PositionAdapted if adapted else reasons.PositionChosen)(position))
    rulings = _rulings(taken, position, screened)
    why.extend(reasons.condition_changes(ruling, plan.because) for ruling in rulings)
    return Chosen(
        exercise=exercise,
        dose=taken.steps[0].dose,
        position=position,
        sides=taken.sides,
        goals=taken.goals,
        reasons=tuple(why),
        seconds=taken.seconds,
        rulings=rulings,
        steps=taken.steps if plan.is_progressive else (),
    )


def _rulings(taken: Candidate, position: Position, screened: Screened) -> tuple[Ruling, ...]:
    """What conditions say about it in this position, and why its dose is gentle if another needs that."""
    here = screened.rulings[position]
    elsewhere = (ruling for each in taken.positions for ruling in screened.rulings[each])
    known = {(ruling.condition, ruling.rule.id) for ruling in here}
    more = {
        (ruling.condition, ruling.rule.id): ruling
        for ruling in elsewhere
        if ruling.rule.is_gentle and (ruling.condition, ruling.rule.id) not in known
    }
    return (*here, *more.values())


def _changes_of_dose(taken: Candidate, plan: Plan) -> list[Reason]:
    """That the plan changes the source's dose; what conditions change is reported by their rulings."""
    source = taken.exercise.dose
    if plan.is_progressive:
        return [reasons.ProgressiveDose()] if len({step.dose for step in taken.steps}) > 1 else []
    changed = taken.steps[0].dose != source
    if changed and plan.level is Level.GENTLE:
        return [reasons.GentleDose()]
    is_full = taken.steps[0].dose == dose_for(source, Level.FULL, is_older=plan.is_older)
    return [reasons.FullDose()] if changed and plan.level is Level.FULL and is_full else []
