"""A routine, or parts of the library → plain values for scripts (`--json`)."""

from __future__ import annotations

import dataclasses
import json
from typing import TYPE_CHECKING, Any

from generator.booklet.wording import Wording
from generator.library.vocabulary import Demand, Manner
from generator.workflows.lookups import called_for, positions_concerned, positions_with, sources_named

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.library.model import Dose, Exercise, Library, Precaution, Rule, Source
    from generator.routine.model import Chosen, LeftOut
    from generator.routine.reasons import Reason
    from generator.routine.rulings import Ruling
    from generator.workflows.prescription import Prescription


def json_text(values: object, encoding: str) -> str:
    """Values as JSON; in plain ASCII where the output has not every letter."""
    everything = encoding.lower().replace("-", "").startswith("utf")
    return json.dumps(values, ensure_ascii=not everything, indent=2)


def dose_values(dose: Dose) -> dict[str, Any]:
    """A dose for scripts: only what its manner uses, seconds as least and most."""
    values: dict[str, Any] = {"manner": str(dose.manner), "sets": dose.sets}
    if dose.seconds:
        values["seconds"] = dataclasses.asdict(dose.seconds)
    if dose.breaths:
        values["breaths"] = dose.breaths
    if dose.is_paced or not dose.breaths:
        values["times"] = dose.times
    if dose.manner is Manner.BREATHE:
        values["spots"] = dose.has_spots
    return values


def exercise_values(exercise: Exercise, wording: Wording) -> dict[str, Any]:
    """An exercise for `thoracic list --json`."""
    return {
        "id": exercise.id,
        "number": exercise.number,
        "name": wording.words.exercises[exercise.id].name,
        "kind": str(exercise.kind),
        "goals": {str(goal): service for goal, service in exercise.serves.items()},
        "positions": [str(position) for position in exercise.positions],
        "kit": {
            "needed": [str(piece) for piece in exercise.kit_needed],
            "optional": [str(piece) for piece in exercise.kit_optional],
        },
        "muscles": [str(muscle) for muscle in exercise.muscles],
        "dose": dose_values(exercise.dose),
        "sides": str(exercise.sides),
        "demands": [str(demand) for demand in exercise.demands],
        "demands_in": {
            str(position): [str(demand) for demand in demands]
            for position, demands in exercise.demands_in.items()
        },
        "beyond_the_article": exercise.goes_beyond_the_article,
    }


def exercise_details(
    exercise: Exercise, library: Library, pictures: Sequence[str], wording: Wording
) -> dict[str, Any]:
    """All of an exercise, for `thoracic show --json`."""
    words = library.words.exercises[exercise.id]
    source = library.sources[exercise.source]
    return {
        **exercise_values(exercise, wording),
        "purpose": words.purpose,
        "steps": list(words.steps),
        "feel": words.feel,
        "caution": words.caution,
        "breathing": words.breathing,
        "easier": words.easier,
        "harder": words.harder,
        "mistake": words.mistake,
        "side_words": dict(words.sides),
        "source": {"title": source.title, "kind": source.kind, "reference": exercise.source_reference},
        "basis": {part: _source_values(library.sources[id_]) for part, id_ in exercise.basis.items()},
        "pictures": list(pictures),
    }


def demand_values(exercises: Sequence[Exercise], wording: Wording) -> dict[str, Any]:
    """By demand, its name and the exercises that make it, for `thoracic list --demands --json`."""
    return {
        str(demand): {
            "label": wording.label(f"demand.{demand}"),
            "exercises": [exercise.id for exercise in exercises if demand in exercise.demands],
            "in_some_positions": [
                exercise.id
                for exercise in exercises
                if demand not in exercise.demands and positions_with(demand, exercise)
            ],
        }
        for demand in Demand
    }


def condition_values(precaution: Precaution, library: Library) -> dict[str, Any]:
    """All that a condition means, for `thoracic conditions --json`."""
    words = library.words.conditions[precaution.id]

    def rule_values(rule: Rule) -> dict[str, Any]:
        return {
            "id": rule.id,
            "action": str(rule.action),
            "demands": list(rule.demands),
            "together": rule.is_together,
            "from_week": rule.from_week,
            "until_week": rule.until_week,
            "stages": list(rule.stages),
            "gentle_dose": rule.is_gentle,
            "basis": str(rule.basis),
            "source": _source_values(library.sources[rule.source]),
            "exercises": {
                exercise.id: list(positions)
                for exercise in library.exercises
                if (positions := positions_concerned(rule, exercise))
            },
            "text": words.rules.get(rule.id, ""),
        }

    favours = precaution.favours
    return {
        "id": precaution.id,
        "name": words.name,
        "synonyms": list(words.synonyms),
        "weeks": precaution.has_weeks,
        "stages": list(precaution.stages),
        "client": words.client,
        "clinician": words.clinician,
        "rules": [rule_values(rule) for rule in precaution.rules],
        "favours": favours
        and {
            "muscles": list(favours.muscles),
            "demands": list(favours.demands),
            "goals": list(favours.goals),
            "within_goals": favours.is_within_goals,
            "exercises": [exercise.id for exercise in called_for(precaution, library)],
            "basis": str(favours.basis),
            "source": _source_values(library.sources[favours.source]),
        },
        "instead": {str(goal): list(others) for goal, others in precaution.instead.items()},
        "impossible": {"positions": list(precaution.no_positions), "kit": list(precaution.no_kit)},
    }


def _source_values(source: Source) -> dict[str, Any]:
    return {"title": source.title, "kind": source.kind, "where": source.where}


def routine_values(prescription: Prescription) -> dict[str, Any]:
    """A routine with every reason, for `--json`."""
    routine, plan, library = prescription.routine, prescription.routine.plan, prescription.library
    wording = Wording(library.words, library.sources)

    def identity(item: Chosen | LeftOut) -> dict[str, Any]:
        return {
            "id": item.exercise.id,
            "number": item.exercise.number,
            "name": wording.words.exercises[item.exercise.id].name,
            "reasons": reasons(item.reasons),
        }

    def reasons(given: Sequence[Reason]) -> list[dict[str, Any]]:
        return [{"code": each.code, **_texts(each), "text": wording.reason(each)} for each in given]

    def chosen_values(chosen: Chosen) -> dict[str, Any]:
        own_caution = wording.words.exercises[chosen.exercise.id].caution
        return {
            **identity(chosen),
            "goals": list(chosen.goals),
            "position": str(chosen.position),
            "dose": dose_values(chosen.dose),
            "dose_text": wording.chosen_dose(chosen),
            "steps": [
                {
                    "level": str(step.level),
                    "dose": dose_values(step.dose),
                    "dose_text": wording.dose(step.dose, chosen.sides),
                }
                for step in chosen.steps
            ],
            "side": "both" if len(chosen.sides) > 1 else str(chosen.sides[0]) if chosen.sides else None,
            "seconds": chosen.seconds,
            "cautions": list(dict.fromkeys((own_caution, *wording.own_cautions(chosen)))),
            "rulings": [_ruling_values(ruling, wording) for ruling in chosen.rulings],
            "overridden": chosen.is_overridden,
        }

    return {
        "goals": list(plan.goals),
        "goals_worked_on": list(routine.goals),
        "goals_left_out": reasons(routine.goals_left_out),
        "conditions": [str(condition) for condition in plan.conditions],
        "cleared_by": plan.cleared_by,
        "because": plan.because,
        "minutes": routine.minutes,
        "chosen": [chosen_values(chosen) for chosen in routine.chosen],
        "left_out": [identity(left_out) for left_out in routine.left_out],
        "warnings": reasons(routine.warnings),
        "notes": list(prescription.resolved.notes),
        "sources": {name: _source_values(library.sources[name]) for name in sources_named(routine)},
    }


def _texts(reason: Reason) -> dict[str, str]:
    """The values of a reason by name; several ids are separated by commas."""
    return {
        name: ",".join(value) if isinstance(value, tuple) else str(value)
        for name, value in reason.values.items()
    }


def _ruling_values(ruling: Ruling, wording: Wording) -> dict[str, Any]:
    condition, rule = ruling.condition, ruling.rule
    return {
        "condition": condition.id,
        "stage": str(condition).partition(":")[2] or None,
        "action": str(rule.action),
        "demands": list(ruling.demands),
        "basis": str(rule.basis),
        "source": rule.source,
        "text": wording.words.conditions[condition.id].rules.get(rule.id, ""),
    }
