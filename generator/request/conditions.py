"""Conditions as they are typed, with their stages → conditions of the client; nothing is guessed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.documents.suggestions import did_you_mean
from generator.problems import Problem
from generator.request.finding import shortened
from generator.routine.plan import Condition

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.library.model import ConditionWords, Precaution

WEEKS = range(201)  # of a stage that is a number of weeks

_COMPARED = 40  # characters of a wrong value that are compared with each name
_SUGGESTED = 3
_PART_OF_A_WORD = 4  # letters that are enough to look for inside words
_CLOSE = 0.6  # of SequenceMatcher: less is taken for another word
_FAR_BEHIND = 0.15  # of the same: suggestions are less alike than the best by less than this


def read_conditions(
    typed: Iterable[str],
    precautions: Mapping[str, Precaution],
    words: Mapping[str, ConditionWords],
    option: str,
) -> tuple[tuple[Condition, ...], list[Problem], list[str]]:
    """The conditions as far as they can be read, what is wrong, and what to note.

    Each condition comes once, in the order of their ids; each whose stage matters and is not told is noted.

    Args:
        typed: ids, perhaps with a stage after a colon; each text can hold several, separated by commas.
        precautions: by condition id.
        words: by condition id; their names and synonyms are suggested, never taken.
        option: what the problems and notes name.
    """
    problems: list[Problem] = []
    found: dict[str, Condition] = {}
    for text in (one.strip() for texts in typed for one in texts.split(",")):
        name, colon, stage = (part.strip() for part in text.partition(":"))
        precaution = precautions.get(name.lower())
        if precaution is None:
            problems.append(no_such_condition(name, words, option))
            continue
        condition = _with_stage(precaution, stage, option) if colon else Condition(precaution.id)
        if isinstance(condition, Problem):
            problems.append(condition)
            continue
        known = found.setdefault(condition.id, condition)
        if known != condition:
            message = f"{condition.id} is given with different stages: {known} and {condition}"
            problems.append(Problem(message, "give it once", option))
    examples = {name: _example_of_stage(precautions[name], condition) for name, condition in found.items()}
    notes = [f"{option} {name}: {example}" for name, example in examples.items() if example]
    return tuple(sorted(found.values(), key=lambda condition: condition.id)), problems, notes


def no_such_condition(typed: str, words: Mapping[str, ConditionWords], path: str) -> Problem:
    """The problem that there is no such condition, with those that may be meant."""
    meant = _meant_by(typed, words)
    hint = f"did you mean {' or '.join(meant)}?" if meant else "`thoracic conditions` lists every condition"
    return Problem(f"there is no condition “{shortened(typed)}”", hint, path)


def _with_stage(precaution: Precaution, typed: str, option: str) -> Condition | Problem:
    name = precaution.id
    if precaution.has_weeks:
        figures = re.fullmatch(r"(\d{1,3})[\s-]*weeks?", typed.lower())
        if figures and int(figures[1]) in WEEKS:
            return Condition(name, weeks=int(figures[1]))
        message = f"the stage of {name} is a number of weeks from 0 to {WEEKS[-1]}, got “{shortened(typed)}”"
        return Problem(message, f"write it like {name}:20-weeks", option)
    if precaution.stages:
        stage = "-".join(typed.lower().split())
        if stage in precaution.stages:
            return Condition(name, stage=stage)
        message = f"“{shortened(typed)}” is not a stage of {name}"
        return Problem(message, did_you_mean(stage, precaution.stages), option)
    return Problem(f"{name} has no stages, got “{shortened(typed)}”", f"write just {name}", option)


def _example_of_stage(precaution: Precaution, condition: Condition) -> str:
    """What to say about a condition whose stage matters and is unknown; empty for others."""
    if condition.weeks is not None or condition.stage:
        return ""
    if precaution.has_weeks:
        what, example = "how many weeks it has lasted is unknown", f"{condition.id}:20-weeks"
    elif precaution.stages:
        stages = " or ".join(f"{condition.id}:{stage}" for stage in precaution.stages)
        what, example = "its stage is unknown", stages
    else:
        return ""
    return f"{what}, so the strictest rules apply; type it as {example}"


def _meant_by(typed: str, words: Mapping[str, ConditionWords]) -> list[str]:
    """The ids of the conditions whose id, name or synonyms are most like what was typed, the best first."""
    text = _plain(typed[:_COMPARED])
    if not text:
        return []
    likeness = {
        name: max(_likeness(text, _plain(called)) for called in (name, condition.name, *condition.synonyms))
        for name, condition in words.items()
    }
    best, _, most = max(likeness.values(), default=(0, 0, 0.0))
    alike = [
        name
        for name, (how, _, letters) in likeness.items()
        if how == best > 0 and (how > 1 or letters > most - _FAR_BEHIND)
    ]
    # Sorting is stable: equally similar ones stay in the order of the file.
    return sorted(alike, key=lambda name: likeness[name], reverse=True)[:_SUGGESTED]


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _likeness(typed: str, called: str) -> tuple[int, int, float]:
    """How alike two plain texts are: in what way, words in common, letters in common."""
    from difflib import SequenceMatcher  # noqa: PLC0415 - only for what is wrong

    words, others = set(typed.split()), set(called.split())
    shared, letters = len(words & others), SequenceMatcher(None, typed, called).ratio()
    if typed == called:
        return 3, shared, letters
    if words <= others or others <= words or (len(typed) >= _PART_OF_A_WORD and typed in called):
        return 2, shared, letters
    return (1, shared, letters) if letters >= _CLOSE else (0, 0, 0)
