"""How wide a text is, and where its lines end."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.text.fonts import ADVANCES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.text.faces import Face

_SPACE = re.compile(r"[ \t\r\n]+")

# A line may end after a hyphen, dash or slash inside a word, but not between figures ("1-2", "1/2").
_AFTER_HYPHEN = re.compile(r"(?<=\w[-\u2010\u2013\u2014/])(?=[^\W])(?!(?<=\d.)\d)")

_ROUNDING = 1e-6  # of the room, so that a line measured to be as wide as its room fits in it


class FontMeasure:
    """Answers `generator.booklet.model.TextMeasure` from the fonts that are embedded.

    Raises:
        BadDataError: when a text has a character that no font has; `clean_text` finds those beforehand.
    """

    def width(self, text: str, face: Face, size: float) -> float:
        """How wide the text is on one line, in points."""
        return _thousandths(text, face) * size / 1000

    def wrap(self, text: str, face: Face, size: float, room: float) -> tuple[str, ...]:
        """The lines of the text at this width, in points, never hyphenated.

        Runs of spaces count as one and are dropped where a line ends; a no-break space is kept. A line may
        end after a hyphen, dash or slash inside a word, but not between figures. A single word wider than the
        room is broken between letters. Returns at least one line; an empty text gives one empty line.
        """
        return _wrap(text, face, room / size * 1000 * (1 + _ROUNDING))


@lru_cache(maxsize=32_768)
def _thousandths(text: str, face: Face) -> float:
    return sum(map(ADVANCES[face].__getitem__, text))


@lru_cache(maxsize=8_192)
def _wrap(text: str, face: Face, room: float) -> tuple[str, ...]:
    """The lines of the text at a width in thousandths of the size."""
    space = ADVANCES[face][" "]
    lines = []
    line, used = "", 0.0
    for word in _SPACE.split(text.strip(" \t\r\n")):
        between, gap = (" ", space) if line else ("", 0.0)
        for piece in _AFTER_HYPHEN.split(word):
            width = _thousandths(piece, face)
            if line and used + gap + width > room:
                lines.append(line)
                line, used, between, gap = "", 0.0, "", 0.0
            *whole_lines, rest = _broken(piece, face, room) if width > room else (piece,)
            if whole_lines:
                lines += whole_lines
                width = _thousandths(rest, face)
            line += between + rest
            used += gap + width
            between, gap = "", 0.0
    return (*lines, line)


def _broken(word: str, face: Face, room: float) -> Iterator[str]:
    """A word wider than the room, between letters; a letter keeps its combining marks."""
    advances = ADVANCES[face]
    start, used = 0, 0.0
    for index, character in enumerate(word):
        advance = advances[character]
        if index > start and used + advance > room and not is_mark(character):
            yield word[start:index]
            start, used = index, 0.0
        used += advance
    yield word[start:]


def is_mark(character: str) -> bool:
    """Whether a character is a combining mark, which belongs to the letter before it."""
    return unicodedata.category(character).startswith("M")
