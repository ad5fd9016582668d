"""The files on conditions → contradictions between them, or with the exercises.

As in `checks`, the values are looked at as they stand in the files. A value of the wrong type is skipped
here: the schemas report it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.documents.suggestions import did_you_mean
from generator.library.vocabulary import Action

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from generator.documents.reading import Document, Keys
    from generator.problems import Problem

_WITH_WORDS = (Action.CARE, Action.ADAPT, Action.LEAVE_OUT)


def condition_disagreements(
    precautions: Document | None, words: Document | None, exercise_ids: Collection[str]
) -> Iterator[Problem]:
    """All problems between the precautions, their words and the exercises, in no particular order."""
    conditions = _mapping(precautions)
    entries = _mapping(words)
    if precautions:
        for id_ in conditions.keys() & set(exercise_ids):
            hint = "give the condition an id of its own"
            yield precautions.problem((id_,), "is also the id of an exercise", hint, at_key=True)
    if words:
        yield from _shared_names(words, conditions.keys() | entries.keys())
    if precautions and words:
        for id_ in conditions.keys() - entries.keys():
            yield words.problem((id_,), "is missing", "add the words of this condition")
        for id_ in entries.keys() - conditions.keys():
            message = f"there is no such condition in {precautions.name}"
            yield words.problem((id_,), message, did_you_mean(id_, list(conditions)), at_key=True)
        for id_ in conditions.keys() & entries.keys():
            yield from _words_of_rules(id_, precautions, words)


def _mapping(document: Document | None, *keys: str) -> Mapping[str, object]:
    value = document.at(*keys) if document else None
    return value if isinstance(value, dict) else {}


def _length(document: Document, *keys: str) -> int:
    value = document.at(*keys)
    return len(value) if isinstance(value, list) else 0


def _shared_names(words: Document, ids: Collection[str]) -> Iterator[Problem]:
    """Names and synonyms that stand for two conditions, so that nothing can be suggested for them."""
    hint = "use it for only one of them"
    holders = {_spoken(id_): id_ for id_ in ids}
    for id_ in _mapping(words):
        count = _length(words, id_, "synonyms")
        places: list[Keys] = [(id_, "name"), *((id_, "synonyms", index) for index in range(count))]
        for place in places:
            text = words.at(*place)
            if isinstance(text, str) and holders.setdefault(_spoken(text), id_) != id_:
                message = f"'{text.strip()}' already stands for '{holders[_spoken(text)]}'"
                yield words.problem(place, message, hint)


def _spoken(text: str) -> str:
    """A name for comparison: capitals, hyphens and spaces make no difference."""
    return " ".join(text.casefold().replace("-", " ").split())


def _words_of_rules(id_: str, precautions: Document, words: Document) -> Iterator[Problem]:
    """Words that a rule of one condition lacks, and words for which there is no such rule."""
    rules = precautions.at(id_, "rules") or []
    texts = words.at(id_, "rules") or {}
    if not isinstance(rules, list) or not isinstance(texts, dict):
        return
    actions = {}
    for rule in rules:
        if not isinstance(rule, dict) or not isinstance(rule.get("id"), str):
            return
        actions[rule["id"]] = rule.get("action")
    for rule_id, action in actions.items():
        keys = (id_, "rules", rule_id)
        if action == Action.REFER and rule_id in texts:
            message = "is a rule that refers, so its words would not be printed at any exercise"
            hint = "remove it; what the client reads belongs under 'client'"
            yield words.problem(keys, message, hint, at_key=True)
        elif action in _WITH_WORDS and rule_id not in texts:
            yield words.problem(keys, "is missing", "add what the client reads at an exercise")
    for rule_id in texts.keys() - actions.keys():
        message = f"there is no such rule of '{id_}' in {precautions.name}"
        keys = (id_, "rules", rule_id)
        yield words.problem(keys, message, did_you_mean(rule_id, list(actions)), at_key=True)
