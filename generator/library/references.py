"""The files of a library → ids that are used but not declared, or declared but not used.

Whether anything is unused is asked only when every file that could name it was readable.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.documents.suggestions import did_you_mean
from generator.library.vocabulary import BASES, KIT_OF_POSITION, Kind

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from generator.documents.reading import Document, Keys
    from generator.library.files import Files
    from generator.problems import Problem

    Uses = list[tuple[Document, Keys]]
    """What names an id or a list of them, and where."""

# Words of the booklet itself, explained in every booklet whether or not an exercise uses them.
GENERAL_TERMS = frozenset({*Kind, "thoracic-spine"})


def unknown_and_unused(files: Files) -> Iterator[Problem]:
    """Ids that are not declared, and declared ones that are not used."""
    bases = [("basis", part) for part in BASES]
    sources = _in_exercises(files, ("source", "id"), *bases) + _in_conditions(files, ("favours", "source"))
    for document, keys in _in_conditions(files, ("rules",)):
        rules = document.at(*keys)
        count = len(rules) if isinstance(rules, list) else 0
        sources += [(document, (*keys, index, "source")) for index in range(count)]
    kit = _in_exercises(files, ("kit", "needed"), ("kit", "optional"))
    kit += _in_conditions(files, ("impossible", "kit"))
    muscles = _in_exercises(files, ("muscles",)) + _in_conditions(files, ("favours", "muscles"))
    is_whole = bool(files.exercises) and None not in (*files.exercises.values(), files.precautions)
    yield from _references(sources, files.sources, dict, is_whole=is_whole)
    # The kit of a position is needed where no exercise names it.
    yield from _references(kit, files.kit, list, KIT_OF_POSITION.values(), is_whole=is_whole)
    yield from _references(muscles, files.muscles, list, is_whole=is_whole)
    terms: Uses = [(words, ("terms",)) for words in files.words.values() if words]
    is_whole = bool(files.words) and None not in files.words.values()
    yield from _references(terms, files.glossary, dict, GENERAL_TERMS, is_whole=is_whole)


def _in_exercises(files: Files, *ways: Keys) -> Uses:
    return [(exercise, keys) for exercise in files.exercises.values() if exercise for keys in ways]


def _in_conditions(files: Files, *ways: Keys) -> Uses:
    conditions = files.precautions.value if files.precautions else None
    ids = conditions if isinstance(conditions, dict) else ()
    return [(files.precautions, (id_, *keys)) for id_ in ids for keys in ways if files.precautions]


def _references(
    users: Uses,
    target: Document | None,
    shape: type[dict[str, object] | list[object]],
    general: Collection[str] = (),
    *,
    is_whole: bool,
) -> Iterator[Problem]:
    """Ids that the target lacks, and those there that nobody names.

    Args:
        users: what names an id or a list of them, and where.
        target: where the ids are declared; None where it could not be read.
        shape: whether they are the keys of a mapping there or the entries of a list.
        general: ids of the target that nobody needs to name.
        is_whole: every file that could name an id was readable.
    """
    if target is None or not isinstance(target.value, shape):
        return
    if isinstance(target.value, dict):
        declared: dict[str, Keys] = {id_: (id_,) for id_ in target.value}
    else:
        declared = {id_: (index,) for index, id_ in enumerate(target.value) if isinstance(id_, str)}
    unused = declared.keys() - set(general)
    for document, keys in users:
        value = document.at(*keys)
        ids: dict[Keys, object] = {keys: value}
        if isinstance(value, list):
            ids = {(*keys, index): id_ for index, id_ in enumerate(value)}
        for place, id_ in ids.items():
            if not isinstance(id_, str):
                continue
            unused -= {id_}
            if id_ not in declared:
                message = f"'{id_}' is not in {target.name}"
                yield document.problem(place, message, did_you_mean(id_, declared))
    if is_whole:
        for id_ in unused:
            hint = "remove it, or name it where it belongs"
            message = "is used nowhere" if isinstance(target.value, dict) else f"'{id_}' is used nowhere"
            yield target.problem(declared[id_], message, hint, at_key=True)
