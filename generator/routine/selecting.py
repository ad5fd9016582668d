"""Which exercises: the rounds in which they are taken, as long as the plan's limits allow.

1. Those that the clinician asks for by name.
2. For each goal of the routine, in their order, the best stretch or mobilisation. A goal is never given up
   for the sake of a better exercise for another: where the best leaves no room for the next goal, one that
   does is taken, if there is one. If not all can be served, the first go before the last.
3. Those that one of the client's conditions calls for.
4. For each goal, the release that prepares for it best.
5. Round by round over the goals, the next best stretches and mobilisations; then the next best releases.

Best means: called for by a condition, then serves the goal most, then is one of the article's, then takes
the least time, then has the lowest number. No dose is ever shortened to make room: one area done well beats
all of them done badly.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from generator.routine import reasons
from generator.routine.limits import Limits, limits_of
from generator.routine.screening import standing

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from generator.library.vocabulary import Goal
    from generator.routine.plan import Plan
    from generator.routine.reasons import Reason
    from generator.routine.screening import Candidate


@dataclass(slots=True)
class Selection:
    """What has been taken so far, in the order of taking, and why.

    Attributes:
        reasons: by exercise id.
        first_round: what was asked for by name, and the exercises that were taken to serve each goal once.
    """

    limits: Limits
    taken: dict[str, Candidate] = field(default_factory=dict)
    reasons: dict[str, list[Reason]] = field(default_factory=dict)
    first_round: tuple[Candidate, ...] = ()
    _refused: set[str] = field(default_factory=set)

    def take(self, candidate: Candidate, reason: Reason) -> bool:
        """Take the exercise, or add the reason to one already taken; False if it is over the limits."""
        name = candidate.exercise.id
        if name in self._refused:
            return False
        if name not in self.taken:
            if not self.limits.allow((*self.taken.values(), candidate)):
                self._refused.add(name)
                return False
            self.taken[name] = candidate
        self.reasons.setdefault(name, []).append(reason)
        return True


class RuledOut(NamedTuple):
    """An exercise that this client could do but that conditions leave out, with the ids of these."""

    candidate: Candidate
    conditions: tuple[str, ...]


def select(
    candidates: Sequence[Candidate],
    plan: Plan,
    goals: Sequence[Goal],
    *,
    ruled_out: Sequence[RuledOut] = (),
    calls: Mapping[str, Sequence[Reason]] = MappingProxyType({}),
) -> Selection:
    """Take from the candidates what the plan asks for and allows.

    What is asked for by name must keep within the limits by itself, or it is not taken.

    Args:
        candidates: what this client can do safely.
        plan: what the clinician asks for.
        goals: those of the routine, in their order.
        ruled_out: what this client could do but for a condition, so that what steps in can say so.
        calls: by exercise id, why conditions call for it.
    """
    selection = Selection(limits_of(plan))
    by_name = {each.exercise.id: each for each in candidates}
    for name in plan.include:
        selection.take(by_name[name], reasons.AskedFor())

    actives = {goal: _ranked(candidates, goal, releases=False) for goal in goals}
    releases = {goal: _ranked(candidates, goal, releases=True) for goal in goals}
    best_fallen = {
        is_release: {goal: _best_ruled_out(ruled_out, goal, releases=is_release) for goal in goals}
        for is_release in (False, True)
    }
    _serve_each_goal(selection, actives, best_fallen[False])
    selection.first_round = tuple(selection.taken.values())
    for each in candidates:
        for call in calls.get(each.exercise.id, ()):
            selection.take(each, call)
    for goal, ranked in releases.items():
        for place, release in enumerate(ranked):
            first = _stepping_in(release, best_fallen[True][goal], goal) if place == 0 else None
            if selection.take(release, first or reasons.PreparesGoal(goal)):
                break
    _take_in_rounds(selection, actives, reasons.NextBestForGoal)
    _take_in_rounds(selection, releases, reasons.NextPreparesGoal)
    return selection


def _best_ruled_out(ruled_out: Sequence[RuledOut], goal: Goal, *, releases: bool) -> RuledOut | None:
    """The best for the goal of those that a condition leaves out."""
    by_id = {each.candidate.exercise.id: each for each in ruled_out}
    ranked = _ranked([each.candidate for each in ruled_out], goal, releases=releases)
    return by_id[ranked[0].exercise.id] if ranked else None


def _stepping_in(best: Candidate, ruled_out: RuledOut | None, goal: Goal) -> Reason | None:
    """Why the best safe one replaces a better one that a condition leaves out, if it does."""
    if ruled_out is None or _rank(best, goal) < _rank(ruled_out.candidate, goal):
        return None
    return reasons.StepsIn(goal, ruled_out.candidate.exercise.id, ruled_out.conditions)


def _rank(candidate: Candidate, goal: Goal) -> tuple[bool, tuple[int, bool], int, int]:
    """The best for a goal comes first."""
    exercise = candidate.exercise
    return not candidate.is_favoured, standing(exercise, goal), candidate.seconds, exercise.number


def _ranked(candidates: Sequence[Candidate], goal: Goal, *, releases: bool) -> list[Candidate]:
    """Those that serve the goal, the best first."""
    return sorted(
        (each for each in candidates if each.is_release is releases and goal in each.goals),
        key=lambda each: _rank(each, goal),
    )


def _serve_each_goal(
    selection: Selection,
    actives: dict[Goal, list[Candidate]],
    ruled_out: Mapping[Goal, RuledOut | None],
) -> None:
    """One stretch or mobilisation a goal: first as many goals as possible, then the best for each."""
    quickest = {goal: _quickest(ranked) for goal, ranked in actives.items()}
    taken = tuple(selection.taken.values())
    within_reach: list[Goal] = []
    for goal in actives:
        if _can_serve(selection.limits, taken, [*within_reach, goal], quickest):
            within_reach.append(goal)
    for place, goal in enumerate(within_reach, start=1):
        taken = tuple(selection.taken.values())
        ranked = actives[goal]
        best = next(
            each
            for each in ranked
            if _can_serve(
                selection.limits,
                taken if each in taken else (*taken, each),
                within_reach[place:],
                quickest,
            )
        )
        if best is ranked[0]:
            reason = _stepping_in(best, ruled_out[goal], goal) or reasons.BestForGoal(goal)
        else:
            reason = reasons.BestThatFits(goal)
        selection.take(best, reason)


def _quickest(ranked: Sequence[Candidate]) -> list[Candidate]:
    """The quickest of those that serve the same goals in the same positions: no other makes more room."""
    kept: dict[tuple[frozenset[str], frozenset[str]], Candidate] = {}
    for each in sorted(ranked, key=lambda each: (each.seconds, each.exercise.number)):
        kept.setdefault((frozenset(each.goals), frozenset(each.positions)), each)
    return list(kept.values())


def _can_serve(
    limits: Limits,
    taken: tuple[Candidate, ...],
    goals: Sequence[Goal],
    quickest: dict[Goal, list[Candidate]],
) -> bool:
    """Whether, in addition to what is taken, one exercise for each of these goals keeps within the limits."""
    if not limits.allow(taken):
        return False
    waiting = [
        goal for goal in goals if not any(goal in each.goals and not each.is_release for each in taken)
    ]
    if not waiting:
        return True
    return any(_can_serve(limits, (*taken, each), waiting[1:], quickest) for each in quickest[waiting[0]])


def _take_in_rounds(
    selection: Selection, ranked: dict[Goal, list[Candidate]], reason: Callable[[Goal], Reason]
) -> None:
    """Take one more for each goal in turn, until no goal has another that fits."""
    waiting = {goal: iter(of_goal) for goal, of_goal in ranked.items()}
    while waiting:
        for goal, rest in list(waiting.items()):
            fitting = (
                each
                for each in rest
                if each.exercise.id not in selection.taken and selection.take(each, reason(goal))
            )
            if next(fitting, None) is None:
                del waiting[goal]
