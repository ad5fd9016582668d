"""A key and the beginning of its value → what a shell is offered.

Nothing here checks, and nothing fails: from a library with mistakes comes whatever can be found quickly.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.library.ids import condition_ids, exercise_ids, kit_ids, languages
from generator.request.declaration import Names
from generator.request.values import SidesToWorkOn
from generator.routine.plan import Condition, Side

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from generator.request.declaration import DeclaredKey


# What is offered, by what values name, or by their type; for enumerations, their words.
_OFFERS: dict[object, Callable[[], Iterable[str]]] = {
    Names.EXERCISE: exercise_ids,
    Names.KIT: kit_ids,
    Names.LANGUAGE: languages,
    Condition: condition_ids,
    SidesToWorkOn: lambda: Side,
}


def offers(declared: DeclaredKey) -> Callable[[str], list[str]]:
    """What is offered for the values of a key."""
    find = next((_OFFERS[part] for part in (declared.names, *declared.parts) if part in _OFFERS), None)
    words = find or (lambda: declared.choices or ())
    extra_word = (declared.key.extra_word,) if declared.key.extra_word else ()

    def offered(incomplete: str) -> list[str]:
        return [str(word) for word in (*words(), *extra_word) if word.startswith(incomplete)]

    return offered
