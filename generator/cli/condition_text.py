"""Conditions → text for the command line: what each means, how firm that is, and where it comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.cli.terminal import wrapped
from generator.library.vocabulary import Action
from generator.workflows.lookups import called_for, positions_concerned

if TYPE_CHECKING:
    from generator.booklet.wording import Wording
    from generator.library.model import Exercise, Library, Precaution, Rule


def conditions_text(library: Library) -> str:
    """Every condition with its name and synonyms, for `thoracic conditions`."""
    blocks = []
    for precaution in library.precautions.values():
        words = library.words.conditions[precaution.id]
        lines = [wrapped(_as_typed(precaution), 0, 4), wrapped(f"{words.name}.", 4)]
        if words.synonyms:
            lines.append(wrapped(f"Also called: {', '.join(words.synonyms)}.", 4))
        blocks.append("\n".join(lines))
    blocks.append(wrapped("`thoracic conditions ID` shows the rules of one of them, with basis and source."))
    return "\n\n".join(blocks)


def _as_typed(precaution: Precaution) -> str:
    if precaution.has_weeks:
        return f"{precaution.id}[:N-weeks]"
    return f"{precaution.id}[:{'|'.join(precaution.stages)}]" if precaution.stages else precaution.id


def condition_text(precaution: Precaution, library: Library, wording: Wording) -> str:
    """One condition with its rules, for `thoracic conditions ID`."""
    words = library.words.conditions[precaution.id]
    facts = [
        ("Type it as", _as_typed(precaution)),
        ("Also called", ", ".join(words.synonyms)),
        ("The client reads", words.client),
        ("For the clinician", words.clinician),
        *(
            (f"In place of {wording.value('goal', goal)}", wording.value("goals", others))
            for goal, others in precaution.instead.items()
        ),
        ("Not possible", ", ".join(wording.value("position", each) for each in precaution.no_positions)),
        ("Not at hand", ", ".join(wording.value("kit", each) for each in precaution.no_kit)),
    ]
    blocks = [
        wrapped(words.name),
        "\n".join(wrapped(f"{name}: {text}", 0, 2) for name, text in facts if text),
    ]
    blocks += [_rule_text(rule, precaution, library, wording) for rule in precaution.rules]
    favours = precaution.favours
    if favours:
        source = _source_text(str(favours.basis), favours.source, library, wording)
        names = "; ".join(_named(each, library) for each in called_for(precaution, library))
        when = " (for the goals of the routine only)" if favours.is_within_goals else ""
        blocks.append("\n".join((wrapped(f"Calls for{when}: {names}", 0, 2), wrapped(source, 2, 4))))
    return "\n\n".join(blocks)


def _rule_text(rule: Rule, precaution: Precaution, library: Library, wording: Wording) -> str:
    action = wording.label(f"action.{rule.action}")
    demands = "; ".join(wording.value("demand", demand) for demand in rule.demands) or "every exercise"
    when = []
    if rule.from_week is not None:
        when.append(f"from week {rule.from_week} on")
    if rule.until_week is not None:
        when.append(f"before week {rule.until_week}")
    if rule.stages:
        when.append(f"where it is {' or '.join(rule.stages)}")
    if rule.is_together:
        when.append("only all of these together")
    told = f" ({', '.join(when)})" if when else ""
    lines = [wrapped(f"{action[:1].upper()}{action[1:]}{told}: {demands}", 0, 2)]
    if rule.is_gentle:
        lines.append(wrapped("The dose is at most the gentle one.", 2, 4))
    concerned = []
    for exercise in library.exercises:
        positions = positions_concerned(rule, exercise)
        if positions:
            only = ", ".join(wording.value("position", position) for position in positions)
            places = "" if positions == exercise.positions else f", when done like this: {only}"
            concerned.append(f"{_named(exercise, library)}{places}")
    if rule.demands:
        lines.append(wrapped(f"Concerns: {'; '.join(concerned) or 'no exercise of the library'}", 2, 4))
    lines.append(wrapped(_source_text(str(rule.basis), rule.source, library, wording), 2, 4))
    text = library.words.conditions[precaution.id].rules.get(rule.id, "")
    if text:
        where = ", if it is put in anyway" if rule.action is Action.LEAVE_OUT else ""
        lines.append(wrapped(f"The client reads{where}: {text}", 2, 4))
    return "\n".join(lines)


def _source_text(basis: str, source_id: str, library: Library, wording: Wording) -> str:
    source = library.sources[source_id]
    where = f", {source.where}" if source.where else ""
    return f"Basis: {wording.value('basis', basis)}. Source: {source.title} ({source.kind}){where}"


def _named(exercise: Exercise, library: Library) -> str:
    return f"{library.words.exercises[exercise.id].name} ({exercise.number})"
