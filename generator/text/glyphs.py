"""Texts → the codes of their glyphs on the pages of one document."""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from generator.text.fonts import FONT_FILES, NO_BREAK_SPACE, font_for, load_font

if TYPE_CHECKING:
    from generator.text.faces import Face
    from generator.text.fonts import BookletFont


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
