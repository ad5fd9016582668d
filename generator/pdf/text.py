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
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from generator.booklet.model import Face
from generator.pdf.fonts import ADVANCES, FONT_FILES, HOW_TO_REPLACE, NO_BREAK_SPACE, font_for, load_font
from generator.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.pdf.fonts import BookletFont

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
        if index > start and used + advance > room and not _is_mark(character):
            yield word[start:index]
            start, used = index, 0.0
        used += advance
    yield word[start:]


def _is_mark(character: str) -> bool:
    return unicodedata.category(character).startswith("M")


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
    for character, place in list(places.items())[:_MOST_NAMED]:
        shown = "" if _is_mark(character) else f"“{character}” "
        yield Problem(
            f"character {place} cannot be printed: {shown}({_called(character)})", HOW_TO_REPLACE, what
        )
    if len(places) > _MOST_NAMED:
        yield Problem(f"{len(places) - _MOST_NAMED} more characters cannot be printed", HOW_TO_REPLACE, what)


class GlyphWriter:
    """The codes of texts in one document, allotted as characters come up."""

    def __init__(self, document: Any) -> None:  # noqa: ANN401  # ReportLab has no types
        """Fonts are embedded into ReportLab's `document` when it is put together."""
        self._document = document
        self._codes: dict[str, _Codes] = {}
        self._main: dict[Face, _Codes] = {}

    def runs(self, text: str, face: Face) -> list[tuple[str, str]]:
        """Runs of one font each: its name among the page's resources, and the operand of `Tj`, in Latin-1."""
        main = self._main.get(face)
        if main is None:
            main = self._main[face] = self._codes_of(FONT_FILES[face][0])
        try:
            # Nearly every text is in the first codes of the main font alone.
            return [(main.name, "(" + "".join(map(main.__getitem__, text)) + ")")]
        except KeyError:
            glyphs = [self._glyph(character, face) for character in text]
            return [
                (name, f"({''.join([code for _, code in run])})")
                for name, run in groupby(glyphs, key=itemgetter(0))
            ]

    def _codes_of(self, file_name: str) -> _Codes:
        codes = self._codes.get(file_name)
        if codes is None:
            codes = self._codes[file_name] = _Codes(load_font(file_name), self._document)
        return codes

    def _glyph(self, character: str, face: Face) -> tuple[str, str]:
        file_name = font_for(character, face)
        assert file_name, f"U+{ord(character):04X} reached the page, though every text was measured"
        codes = self._codes_of(file_name)
        return codes.glyph(character)


# Of a literal string (ISO 32000-1, 7.3.4.2); a bare line end would be read as another one.
_ESCAPED = {"\\": "\\\\", "(": "\\(", ")": "\\)", "\r": "\\r", "\n": "\\n"}


class _Codes(dict[str, str]):
    """Character to its code, escaped, in the first subset of a font; a KeyError for one not in there."""

    def __init__(self, font: BookletFont, document: Any) -> None:  # noqa: ANN401  # ReportLab has no types
        super().__init__()
        self._font = font
        self._document = document
        self.name = self.glyph(" ")[0]

    def glyph(self, character: str) -> tuple[str, str]:
        """The name of the subset and the code in it, for any character that the font has."""
        ((subset, code),) = self._font.splitString(character, self._document)
        literal = code.decode("latin-1")
        name: str = self._font.getSubsetInternalName(subset, self._document)
        return name[1:], _ESCAPED.get(literal, literal)

    def __missing__(self, character: str) -> str:
        drawn = " " if character == NO_BREAK_SPACE else character
        if ord(drawn) not in self._font.face.charToGlyph:
            raise KeyError(character)
        name, code = self.glyph(drawn)
        if name != self.name:
            raise KeyError(character)
        self[character] = code
        return code
