"""A text from outside → a text that can be printed, or the names of the characters that cannot."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from generator.problems import Problem
from generator.text.faces import Face
from generator.text.fonts import HOW_TO_REPLACE, NO_BREAK_SPACE, font_for
from generator.text.measuring import is_mark

if TYPE_CHECKING:
    from collections.abc import Iterator

_MOST_NAMED = 8  # unprintable characters of one text, each in a problem of its own

_LAST_TWO = 0xFFFE  # of every plane of Unicode: noncharacters


class CleanText(NamedTuple):
    """A text that can be printed, if there are no problems.

    Attributes:
        text: composed (NFC), on one line, without invisible characters.
        dropped: what was left out, as `U+202E RIGHT-TO-LEFT OVERRIDE`, each once.
        problems: why it must be refused; empty when it can be printed.
    """

    text: str
    dropped: tuple[str, ...]
    problems: tuple[Problem, ...]


def clean_text(text: str, what: str, limit: int) -> CleanText:
    """Prepare a text from outside for the page.

    Line ends, tabs and unusual spaces become spaces, runs of spaces one. Control and format characters
    (bidirectional overrides, zero-width characters), private-use characters, noncharacters and surrogates are
    dropped. What no font has is a problem by name: nothing that a reader would miss is left out silently.

    Args:
        text: any string at all.
        what: the option or key that it came from, such as `--client`, for the problems.
        limit: how many characters it may have once it is clean.
    """
    dropped: dict[str, None] = {}
    kept = []
    for character in text:
        if character in "\u2007\u202f":  # figure space and narrow no-break space
            kept.append(NO_BREAK_SPACE)
        elif character != NO_BREAK_SPACE and (character.isspace() or character == "\u0085"):
            kept.append(" ")
        elif _is_invisible(character):
            dropped[_called(character)] = None
        else:
            kept.append(character)
    # Composed only now, since a dropped character may have stood between a letter and its accent.
    composed = unicodedata.normalize("NFC", "".join(kept))
    clean = re.sub(f"[ {NO_BREAK_SPACE}]+", _one_space, composed).strip(f" {NO_BREAK_SPACE}")
    problems = []
    if len(clean) > limit:
        problems.append(
            Problem(
                f"is {len(clean):,} characters long; at most {limit:,} can be printed", "shorten it", what
            )
        )
        clean = clean[:limit].rstrip(f" {NO_BREAK_SPACE}")
    return CleanText(clean, tuple(dropped), (*problems, *_unprintable(clean, what)))


def _one_space(run: re.Match[str]) -> str:
    return " " if " " in run[0] else NO_BREAK_SPACE


def _is_invisible(character: str) -> bool:
    # Variation selectors and the grapheme joiner are marks by category, but have no shape of their own.
    return (
        unicodedata.category(character) in {"Cc", "Cf", "Co", "Cs"}
        or "\ufe00" <= character <= "\ufe0f"
        or "\U000e0100" <= character <= "\U000e01ef"
        or character == "\N{COMBINING GRAPHEME JOINER}"
        or "\ufdd0" <= character <= "\ufdef"
        or ord(character) & _LAST_TWO == _LAST_TWO
    )


def _called(character: str) -> str:
    name = unicodedata.name(character, "") or {
        "Cc": "control character",
        "Co": "private-use character",
        "Cs": "surrogate",
    }.get(unicodedata.category(character), "character without a name")
    return f"U+{ord(character):04X} {name}"


def _unprintable(text: str, what: str) -> Iterator[Problem]:
    """A problem for each of the first few characters that no font has, and one for all the others."""
    places: dict[str, int] = {}
    for place, character in enumerate(text, start=1):
        if any(font_for(character, face) is None for face in Face):
            places.setdefault(character, place)
    for character, place in list(places.items())[:_MOST_NAMED]:
        shown = "" if is_mark(character) else f"“{character}” "
        yield Problem(
            f"character {place} cannot be printed: {shown}({_called(character)})", HOW_TO_REPLACE, what
        )
    if len(places) > _MOST_NAMED:
        yield Problem(f"{len(places) - _MOST_NAMED} more characters cannot be printed", HOW_TO_REPLACE, what)
