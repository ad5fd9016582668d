"""A routine and its library → what a clinician's record says, as texts, for the sheet and the summary."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.booklet.wording import Wording, capitalised
from generator.library.vocabulary import BASES, Action, Basis, Position
from generator.routine.dosing import dose_for
from generator.routine.plan import Level
from generator.routine.progression import weeks_of_steps
from generator.routine.reasons import Evidenced, Overridden, RulingReason
from generator.routine.rulings import client_of, demands_in, holds

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.booklet.details import Details
    from generator.library.model import Exercise, Library, Rule, Source
    from generator.library.vocabulary import Goal
    from generator.routine.model import Chosen, LeftOut, Routine
    from generator.routine.plan import Condition
    from generator.routine.reasons import Reason
    from generator.routine.rulings import Ruling


class Fact(NamedTuple):
    """A name and what there is to say about it, such as `Dose level` and `gentle`.

    Attributes:
        note: what the sheet adds; the summary does without.
    """

    name: str
    text: str
    note: str = ""


class Record:
    """Turns a routine into the sentences of its record.

    Sources are named by a number in brackets, as in `[2]`; `sources` holds what the numbers stand for.

    Args:
        routine: what was chosen and left out, with the plan that it was chosen for.
        details: names, dates and schedule.
        library: where the routine's exercises and conditions come from.
    """

    def __init__(self, routine: Routine, details: Details, library: Library) -> None:
        self.routine = routine
        self._plan = routine.plan
        self.details = details
        self._library = library
        self._client = client_of(routine.plan, library.precautions)
        self.sources = self._sources_named()
        self._references = {source.id: f"[{number}]" for number, source in enumerate(self.sources, start=1)}
        self.wording = Wording(library.words, library.sources)
        self.label = self.wording.label

    def plan(self) -> tuple[Fact, ...]:
        """Who, when, and what was asked for."""
        details, plan, wording = self.details, self._plan, self.wording
        texts = {
            "back.client": details.client,
            "cover.from": ", ".join(filter(None, (details.clinician, details.clinic))),
            "back.date": wording.day(details.date),
            "back.review": wording.day(details.review) if details.review else "",
            "sheet.goals": self._goals(plan.goals),
        }
        if self.routine.goals and set(self.routine.goals) != set(plan.goals):
            texts["sheet.goals-worked-on"] = self._goals(self.routine.goals)
        texts |= {
            "sheet.session": self._session(),
            "sheet.schedule": self.label(
                "sheet.schedule-is",
                days=wording.counted("day", details.days_per_week),
                weeks=wording.counted("week", details.weeks),
            ),
            "sheet.side": self._sides(),
            "sheet.level": self._level(),
        }
        kit = [self.label(f"kit-short.{kit}") for kit in self._library.kit if kit in self._client.no_kit]
        positions = [
            self.label(f"position.{each}") for each in Position if each not in self._client.positions
        ]
        lists = {
            "sheet.no-kit": kit,
            "sheet.no-positions": positions,
            "sheet.included": [self.name(self._library.exercise(each)) for each in plan.include],
            "sheet.excluded": [self.name(self._library.exercise(each)) for each in plan.exclude],
        }
        texts |= {key: capitalised("; ".join(several)) for key, several in lists.items() if several}
        conditions = "; ".join(self._conditions())
        texts["sheet.conditions"] = conditions or self.label("sheet.none-told")
        referring = [
            self.label(
                "sheet.refer",
                condition=self._condition(condition),
                basis=self.label(f"basis.{rule.basis}"),
                reference=self.reference(rule.source),
            )
            for condition, rule in self._referring()
        ]
        if referring:
            texts[f"action.{Action.REFER}"] = " ".join(referring)
        if plan.cleared_by:
            texts["sheet.cleared-by"] = plan.cleared_by
        texts["sheet.pain-limits"] = self.label(
            "sheet.pain-limits-are", carry_on=details.pain_carry_on, settles=details.pain_settles
        )
        not_given = self.label("sheet.not-given")
        return tuple(Fact(capitalised(self.label(key)), text or not_given) for key, text in texts.items())

    def knowledge(self) -> tuple[Fact, ...]:
        """What a clinician should know about each of the client's conditions, if the words say anything."""
        words = self._library.words.conditions
        return tuple(
            Fact(self._condition(condition), words[condition.id].clinician)
            for condition in self._plan.conditions
            if words[condition.id].clinician
        )

    def attention(self) -> tuple[Fact, ...]:
        """Goals left out, overrides with the clinician's reason, and warnings; or that there are none."""
        routine = self.routine
        none = self.label("sheet.none")
        because = self._plan.because
        overrides = [
            self.label(
                "sheet.override",
                exercise=self.name(chosen.exercise),
                ruling=self._ruling(ruling),
                because=self.label("sheet.because", text=because)
                if because
                else self.label("sheet.no-because"),
            )
            for chosen in routine.chosen
            for ruling in chosen.rulings
            if ruling.rule.action is Action.LEAVE_OUT
        ]
        goals = [self.reason(reason) for reason in routine.goals_left_out]
        # Its rulings describe an override in full.
        warnings = [self.reason(each) for each in routine.warnings if not isinstance(each, Overridden)]
        facts = [Fact(self.label("sheet.goal-left-out"), text) for text in goals or [none]]
        facts += [Fact(self.label("sheet.overridden"), text) for text in overrides or [none]]
        facts += [Fact(self.label("sheet.warning"), text) for text in warnings or [none]]
        return tuple(facts)

    def chosen(self, chosen: Chosen) -> tuple[Fact, ...]:
        """How an exercise of the routine is done, why it is in, and what conditions say about it."""
        # What conditions say comes from the rulings, not from the reasons that repeat them.
        why = [self.reason(each) for each in chosen.reasons if not isinstance(each, RulingReason)]
        place = self.label(f"position.{chosen.position}")
        takes = self.label("exercise.takes", time=self.wording.minutes(chosen.seconds))
        facts = [
            Fact(self.label("sheet.how"), f"{place}. {self._dose(chosen)} {takes}"),
            Fact(self.label("sheet.why"), " ".join(why)),
        ]
        for ruling in chosen.rulings:
            is_override = ruling.rule.action is Action.LEAVE_OUT
            key = "sheet.overridden" if is_override else f"action.{ruling.rule.action}"
            text = self._ruling(ruling)
            if ruling.rule.is_gentle:
                text += f" {self.label('sheet.gentle-at-most')}"
            said = self._library.words.conditions[ruling.condition.id].rules.get(ruling.rule.id, "")
            note = self.label("sheet.client-reads", text=said) if said else ""
            facts.append(Fact(capitalised(self.label(key)), text, note))
        if chosen.exercise.goes_beyond_the_article:
            facts.append(Fact(self.label("sheet.beyond"), self._beyond(chosen.exercise)))
        return tuple(facts)

    def left_out(self, left_out: LeftOut) -> tuple[str, ...]:
        """Every reason why an exercise is not in the routine."""
        return tuple(self.reason(reason) for reason in left_out.reasons)

    def doses(self, chosen: Chosen) -> dict[Level, tuple[str, str]]:
        """By level: the dose in short, and when it is done: `Used`, `Weeks 1 to 2`, or nothing."""
        wording, plan = self.wording, self._plan
        doses = {level: dose_for(chosen.exercise.dose, level, is_older=plan.is_older) for level in Level}
        if chosen.steps:
            spans = weeks_of_steps(chosen.steps, self.details.weeks)
            used = [(step.level, step.dose, wording.weeks(first, last)) for step, first, last in spans]
        else:
            used = [(plan.level, chosen.dose, self.label("sheet.used"))]
        when: dict[Level, str] = {}
        for meant, done, text in used:
            # Several levels may come to the same dose: the one that is meant goes before the others.
            found = next((level for level in (meant, *Level) if doses[level] == done), None)
            if found is not None:
                when[found] = text
        return {level: (wording.short_dose(dose), when.get(level, "")) for level, dose in doses.items()}

    def levels(self) -> tuple[Fact, ...]:
        """What the doses of the levels rest on, and no more than that."""
        return tuple(
            Fact(self.label(f"sheet.{key}-head"), self.label(f"sheet.levels-{key}"))
            for key in ("gentle", "standard", "full", "older", "release", "weeks", "effect")
        )

    def demands(self, chosen: Chosen) -> str:
        """All that an exercise asks of the body in the position that it is done in."""
        demands = demands_in(chosen.exercise, chosen.position)
        return capitalised("; ".join(self.label(f"demand.{demand}") for demand in demands))

    def bases(self) -> tuple[Fact, ...]:
        """What the words for the firmness of a rule mean: those that this record uses, from the firmest."""
        used = {reason.basis for reason in self._reasons() if isinstance(reason, Evidenced)}
        used |= {rule.basis for rule in self._rules()}
        return tuple(
            Fact(capitalised(self.label(f"basis.{basis}")), self.label(f"sheet.basis-{basis}"))
            for basis in Basis
            if basis in used
        )

    def name(self, exercise: Exercise) -> str:
        """An exercise's name with its number in the library."""
        name = self._library.words.exercises[exercise.id].name
        return self.label("sheet.exercise", name=name, number=exercise.number)

    def name_in_order(self, place: int, chosen: Chosen) -> str:
        """The name of an exercise of the routine after its place there, from 1."""
        name = self._library.words.exercises[chosen.exercise.id].name
        return self.label("sheet.in-order", place=place, exercise=name)

    def heading(self, place: int, chosen: Chosen) -> str:
        """Place, name and number of an exercise of the routine, and whether it is overridden."""
        heading = self.label("sheet.in-order", place=place, exercise=self.name(chosen.exercise))
        return self.label("sheet.overridden-head", exercise=heading) if chosen.is_overridden else heading

    def reason(self, reason: Reason) -> str:
        """A reason as a sentence, with the number of the source that it rests on."""
        sentence = capitalised(self.wording.reason(reason))
        if isinstance(reason, Evidenced):
            return f"{sentence.removesuffix('.')} {self.reference(reason.source)}."
        return sentence

    def reference(self, source_id: str) -> str:
        """The number in brackets of a source that is named."""
        return self._references[source_id]

    def _session(self) -> str:
        counts = {
            "exercise": (len(self.routine.chosen), self._plan.max_exercises),
            "minute": (self.routine.minutes, self._plan.minutes),
        }
        texts = {}
        for noun, (count, limit) in counts.items():
            key = "sheet.unlimited" if limit is None else "sheet.limited"
            texts[f"{noun}s"] = self.label(key, actual=self.wording.counted(noun, count), limit=limit)
        return self.label("sheet.session-is", **texts)

    def _goals(self, goals: Iterable[Goal]) -> str:
        return capitalised(self.wording.goals(goals))

    def _sides(self) -> str:
        apart = (
            self.label(
                "sheet.side-of",
                exercise=self.name(self._library.exercise(each)),
                side=self.label(f"side.{side}"),
            )
            for each, side in self._plan.sides
        )
        return capitalised("; ".join((self.label(f"side.{self._plan.side}"), *apart)))

    def _level(self) -> str:
        plan = self._plan
        level = self.label("sheet.progressive" if plan.is_progressive else f"level.{plan.level}")
        return capitalised(self.label("sheet.older", level=level) if plan.is_older else level)

    def _beyond(self, exercise: Exercise) -> str:
        """That the exercise is none of the article's, and the source that each part of its facts rests on."""
        texts = [self.label("sheet.beyond-source", reference=self.reference(exercise.source))]
        texts += [
            self.label(f"sheet.beyond-{part}", reference=self.reference(exercise.source_of(part)))
            for part in BASES
        ]
        return " ".join(texts)

    def _dose(self, chosen: Chosen) -> str:
        """The dose in sentences; in a progressive routine that of each span of weeks."""
        if not chosen.steps:
            return self.wording.chosen_dose(chosen)
        return " ".join(
            self.label(
                "sheet.dose-of-weeks",
                weeks=self.wording.weeks(first, last),
                level=self.label(f"level.{step.level}"),
                dose=self.wording.dose(step.dose, chosen.sides),
            )
            for step, first, last in weeks_of_steps(chosen.steps, self.details.weeks)
        )

    def _condition(self, condition: Condition) -> str:
        """A condition's name, with its stage where that is known."""
        name = self._library.words.conditions[condition.id].name
        if condition.weeks is None and not condition.stage:
            return name
        stage = condition.stage or self.wording.counted("week", condition.weeks or 0)
        return self.label("sheet.condition", name=name, stage=stage)

    def _conditions(self) -> Iterable[str]:
        """The client's conditions, with a remark at those whose stage matters and is not known."""
        for condition in self._plan.conditions:
            text = self._condition(condition)
            precaution = self._library.precautions[condition.id]
            is_known = condition.weeks is not None or condition.stage
            if (precaution.has_weeks or precaution.stages) and not is_known:
                text = self.label("sheet.condition", name=text, stage=self.label("sheet.stage-unknown"))
            yield text

    def _ruling(self, ruling: Ruling) -> str:
        """Which condition and which demands decide, how firm that is, and where it comes from."""
        demands = [self.label(f"demand.{demand}") for demand in ruling.demands]
        return self.label(
            "sheet.ruling" if demands else "sheet.ruling-of-every",
            condition=self._condition(ruling.condition),
            demands=self.wording.listed(demands) if demands else "",
            basis=self.label(f"basis.{ruling.rule.basis}"),
            reference=self.reference(ruling.rule.source),
        )

    def _referring(self) -> list[tuple[Condition, Rule]]:
        """The conditions that someone must have agreed to first, with the rules that say so."""
        return [
            (condition, rule)
            for condition, precaution in self._client.precautions
            for rule in precaution.rules
            if rule.action is Action.REFER and holds(rule, condition)
        ]

    def _sources_named(self) -> tuple[Source, ...]:
        named = {source for each in self.routine.chosen for source in each.exercise.sources}
        named |= {rule.source for rule in self._rules()}
        named |= {reason.source for reason in self._reasons() if isinstance(reason, Evidenced)}
        return tuple(source for source in self._library.sources.values() if source.id in named)

    def _rules(self) -> Iterable[Rule]:
        """Every rule that this record names, but for those that only a reason carries."""
        yield from (ruling.rule for chosen in self.routine.chosen for ruling in chosen.rulings)
        yield from (rule for _, rule in self._referring())

    def _reasons(self) -> Iterable[Reason]:
        routine = self.routine
        yield from (reason for chosen in routine.chosen for reason in chosen.reasons)
        yield from (reason for left_out in routine.left_out for reason in left_out.reasons)
        yield from (*routine.warnings, *routine.goals_left_out)
