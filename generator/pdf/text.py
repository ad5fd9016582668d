"""Strings to glyphs: what can be printed, how wide it is, where a line ends, and the codes on the page.

Nothing else in the project measures or encodes text. Kerning is not applied, so a width is the sum of the
advances, on the page as in the layout.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, Any

from generator.booklet.model import Face
from generator.pdf.fonts import ADVANCES, NO_BREAK_SPACE, font_for
from generator.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

PRINTABLE_RULE = (
    "Characters that the booklet's fonts cannot print are refused by name; "
    "invisible control characters are dropped."
)

_MOST_NAMED = 8  # unprintable characters of one text, each in a problem of its own

_SPACE = re.compile(r"[ \t\r\n]+")

# A line may end after a hyphen, dash or slash inside a word, but not between figures ("1-2", "1/2").
_AFTER_HYPHEN = re.compile(r"(?<=\w[-\u2010\u2013\u2014/])(?=[^\W])(?!(?<=\d.)\d)")

_LAST_TWO = 0xFFFE  # of every plane of Unicode: noncharacters

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
        """The lines of the text in a room so wide, in points, never hyphenated.

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
    """The lines of the text in a room in thousandths of the size."""
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
        if index > start and used + advance > room and not unicodedata.combining(character):
            yield word[start:index]
            start, used = index, 0.0
        used += advance
    yield word[start:]


@dataclass(frozen=True, slots=True)
class CleanText:
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
    dropped. What no font has is a problem by name: nothing that a reader would miss is left out in silence.

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
    # Variation selectors and the grapheme joiner are marks by category, but have no looks of their own.
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
    hint = "leave it out, or write it in Latin, Greek or Cyrillic letters"
    for character, place in list(places.items())[:_MOST_NAMED]:
        shown = "" if unicodedata.combining(character) else f"“{character}” "
        yield Problem(f"character {place} cannot be printed: {shown}({_called(character)})", hint, what)
    if len(places) > _MOST_NAMED:
        yield Problem(f"{len(places) - _MOST_NAMED} more characters cannot be printed", hint, what)


class GlyphWriter:
    """The codes of texts in one document; allots them as characters come up."""

    def __init__(self, document: Any) -> None:  # noqa: ANN401  # ReportLab has no types
        self._document = document
        self._glyphs = {face: _Glyphs(face, document) for face in Face}

    def runs(self, text: str, face: Face) -> list[tuple[str, str]]:
        """Runs of one font each: its name among the page's resources, and the operand of `Tj`, in Latin-1."""
        glyphs = [self._glyphs[face][character] for character in text]
        return [
            (name, f"({''.join([code for _, code in group])})")
            for name, group in groupby(glyphs, key=lambda glyph: glyph[0])
        ]


# Of a literal string (ISO 32000-1, 7.3.4.2); a bare line end would be read as another one.
_ESCAPED = {"\\": "\\\\", "(": "\\(", ")": "\\)", "\r": "\\r", "\n": "\\n"}


class _Glyphs(dict[str, tuple[str, str]]):
    """Character to the name of its font and its escaped code in there."""

    def __init__(self, face: Face, document: Any) -> None:  # noqa: ANN401  # ReportLab has no types
        super().__init__()
        self._face = face
        self._document = document

    def __missing__(self, character: str) -> tuple[str, str]:
        font = font_for(" " if character == NO_BREAK_SPACE else character, self._face)
        assert font is not None, f"U+{ord(character):04X} reached the page; the layout measures every text"
        ((subset, code),) = font.splitString(character, self._document)
        literal = code.decode("latin-1")
        glyph = (font.getSubsetInternalName(subset, self._document), _ESCAPED.get(literal, literal))
        self[character] = glyph
        return glyph
