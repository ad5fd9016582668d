"""What a shell is offered while an option's value is being typed.

Nothing here checks, and nothing fails: a library with mistakes offers what can be seen of it at a glance.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.library.vocabulary import Goal, Kind, Kit, Position
from generator.resources import DATA

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

# What these choices are is checked in `generator.request` and `generator.printing`, which are not loaded for
# mere help or completion.
SIDES = ("left", "right", "both")
LEVELS = ("gentle", "standard", "full")
PAPERS = ("a4", "letter", "a5", "half-letter")
LAYOUTS = ("pages", "cards", "sheet")
FLIPS = ("short", "long")
DUPLEXES = ("auto", "manual")
ANSWERS = ("yes", "no")


def _offering(*choices: str) -> Callable[[str], list[str]]:
    """Offers those of the choices that begin with what has been typed so far."""
    return _offering_found(lambda: choices)


def _offering_found(find: Callable[[], Iterable[str]]) -> Callable[[str], list[str]]:
    """Likewise, of choices that are looked for only when they are needed."""

    def offered(incomplete: str) -> list[str]:
        return [str(choice) for choice in find() if choice.startswith(incomplete)]

    return offered


def _exercises() -> list[str]:
    # The names of the files are the ids; to read them all would be slow, and fail where one is broken.
    return sorted(path.stem for path in DATA.glob("exercises/*.yaml"))


def _conditions() -> list[str]:
    # The keys at the beginning of a line are the ids; to read the whole as YAML would be slow likewise.
    files = DATA.glob("precautions.yaml")
    texts = [path.read_text(encoding="utf-8", errors="replace") for path in files]
    return [name for text in texts for name in re.findall(r"^([a-z][a-z0-9-]*):", text, re.MULTILINE)]


goals = _offering(*Goal, "all")
kinds = _offering(*Kind)
kit = _offering(*Kit)
kit_or_none = _offering(*Kit, "none")
positions = _offering(*Position)
exercises = _offering_found(_exercises)
conditions = _offering_found(_conditions)
languages = _offering_found(lambda: sorted(path.name for path in DATA.glob("words/*")))
sides = _offering(*SIDES)
levels = _offering(*LEVELS)
papers = _offering(*PAPERS)
layouts = _offering(*LAYOUTS)
flips = _offering(*FLIPS)
duplexes = _offering(*DUPLEXES)
answers = _offering(*ANSWERS)
