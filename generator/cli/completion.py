"""A key and the beginning of its value → what a shell is offered.

Nothing here checks, and nothing fails: a library with mistakes offers what can be seen of it at a glance.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.library.model import Kit
from generator.request.declaration import Names
from generator.request.values import SidesToWorkOn
from generator.resources import DATA
from generator.routine.model import Condition, Side

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from generator.request.declaration import Declared


def exercise_ids() -> list[str]:
    """The ids of the exercises there are."""
    # The names of the files are the ids; to read them all would be slow, and fail where one is broken.
    return sorted(path.stem for path in DATA.glob("exercises/*.yaml"))


def condition_ids() -> list[str]:
    """The ids of the conditions there are."""
    # The keys at the beginning of a line are the ids; to read the whole as YAML would be slow likewise.
    files = DATA.glob("precautions.yaml")
    texts = [path.read_text(encoding="utf-8", errors="replace") for path in files]
    return [name for text in texts for name in re.findall(r"^([a-z][a-z0-9-]*):", text, re.MULTILINE)]


def language_tags() -> list[str]:
    """The languages there are words in."""
    return sorted(path.name for path in DATA.glob("words/*"))


# What is offered, by what values name, or by their type; for enumerations, their words.
_OFFERS: dict[object, Callable[[], Iterable[str]]] = {
    Names.EXERCISE: exercise_ids,
    Names.KIT: lambda: Kit,
    Names.LANGUAGE: language_tags,
    Condition: condition_ids,
    SidesToWorkOn: lambda: Side,
}


def offering(find: Callable[[], Iterable[str]]) -> Callable[[str], list[str]]:
    """Offers those of the words that begin with what has been typed so far; they are looked for only then."""

    def offered(incomplete: str) -> list[str]:
        return [str(word) for word in find() if word.startswith(incomplete)]

    return offered


def offers(declared: Declared) -> Callable[[str], list[str]]:
    """What is offered for the values of a key."""
    find = next((_OFFERS[part] for part in (declared.names, *declared.parts) if part in _OFFERS), None)
    words = find or (lambda: declared.choices or ())
    besides = declared.key.besides
    return offering((lambda: (*words(), besides)) if besides else words)
