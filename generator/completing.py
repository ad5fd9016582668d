"""What a shell is offered while an option's value is being typed.

Nothing here checks, and nothing fails: a library with mistakes offers what can be seen of it at a glance.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.library import ids
from generator.library.vocabulary import Goal, Kind, Position

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


goals = _offering(*Goal, "all")
kinds = _offering(*Kind)
kit = _offering_found(ids.kit_ids)
kit_or_none = _offering_found(lambda: (*ids.kit_ids(), "none"))
positions = _offering(*Position)
exercises = _offering_found(ids.exercise_ids)
conditions = _offering_found(ids.condition_ids)
languages = _offering_found(ids.languages)
sides = _offering(*SIDES)
levels = _offering(*LEVELS)
papers = _offering(*PAPERS)
layouts = _offering(*LAYOUTS)
flips = _offering(*FLIPS)
duplexes = _offering(*DUPLEXES)
answers = _offering(*ANSWERS)
