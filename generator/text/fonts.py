"""The booklet's fonts: two faces of Atkinson Hyperlegible Next, and Noto Sans for the letters that it lacks.

A font is read at its first use and kept for the life of the process; Noto Sans only when a text needs it.
Both families are under the SIL Open Font License, whose text stands beside them.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from reportlab.pdfbase.ttfonts import SUBSETN, TTFont

from generator.problems import BadDataError, Problem
from generator.resources import ASSETS
from generator.text.faces import Face

FONT_FOLDER = ASSETS / "fonts"

# In the order in which they are asked for a letter.
FONT_FILES = {
    Face.REGULAR: ("AtkinsonHyperlegibleNext-Regular.ttf", "NotoSans-Regular.ttf"),
    Face.BOLD: ("AtkinsonHyperlegibleNext-Bold.ttf", "NotoSans-Bold.ttf"),
}

NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"

HOW_TO_REPLACE = "leave it out, or write it in Latin, Greek or Cyrillic letters"

_MOST_ENTRIES_IN_A_BLOCK = 100  # of a ToUnicode map (Adobe Technical Note 5411)


class BookletFont(TTFont):  # type: ignore[misc]  # ReportLab has no types
    """A TrueType font, embedded as subsets, from whose glyphs the text can be read back."""

    def addObjects(self, doc: Any) -> None:  # noqa: ANN401, N802  # the name and type are ReportLab's
        """Add the font to the document, as ReportLab does, with conformant ToUnicode maps.

        ReportLab maps unused codes to U+0000 and writes characters beyond U+FFFF with five digits; PDF/UA-1
        (ISO 14289-1, 7.21.7) forbids the first and every reader misreads the second.
        """
        subsets = [list(subset) for subset in self.state[doc].subsets]
        super().addObjects(doc)
        for number, subset in enumerate(subsets):
            name = (SUBSETN(number) + b"+" + self.face.name).decode("ascii")
            doc.idToObject[f"toUnicodeCMap:{name}"].content = to_unicode_map(name, subset)


def to_unicode_map(name: str, characters: list[int]) -> str:
    """The ToUnicode map of a subset: its codes count up from 0; character 0 stands for a code without one."""
    entries = [
        f"<{code:02X}> <{chr(character).encode('utf-16-be').hex().upper()}>"
        for code, character in enumerate(characters)
        if character
    ]
    lines = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        f"/CMapName /{name} def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        "<00> <FF>",
        "endcodespacerange",
    ]
    for start in range(0, len(entries), _MOST_ENTRIES_IN_A_BLOCK):
        block = entries[start : start + _MOST_ENTRIES_IN_A_BLOCK]
        lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    return "\n".join(lines)


_file_of_name: dict[bytes, str] = {}


@cache
def load_font(file_name: str) -> BookletFont:
    """The font in a file of `assets/fonts`, read at the first call.

    It is not put into ReportLab's own table of fonts, which silently confuses two files with the same name.

    Raises:
        RuntimeError: when two files carry one PostScript name: one would be embedded as the other.
    """
    font = BookletFont(file_name, str(FONT_FOLDER / file_name), asciiReadable=0, shapable=False)
    name = bytes(font.face.name)
    if _file_of_name.setdefault(name, file_name) != file_name:
        raise RuntimeError(f"{file_name} and {_file_of_name[name]} are both named {name.decode()}")
    return font


def font_for(character: str, face: Face) -> str | None:
    """The file of the first font of the face that has a glyph for the character; None when none has.

    A no-break space is drawn as the space that it is.
    """
    code = ord(" " if character == NO_BREAK_SPACE else character)
    return next((name for name in FONT_FILES[face] if code in load_font(name).face.charToGlyph), None)


class Advances(dict[str, float]):
    """How far each character moves the pen, in thousandths of the size; filled as characters are asked for.

    Raises:
        BadDataError: on asking for a character that no font of the face has.
    """

    def __init__(self, face: Face) -> None:
        super().__init__()
        self._face = face

    def __missing__(self, character: str) -> float:
        file_name = font_for(character, self._face)
        if file_name is None:
            raise BadDataError(
                Problem(f"the fonts of the booklet have no glyph for U+{ord(character):04X}", HOW_TO_REPLACE)
            )
        drawn = " " if character == NO_BREAK_SPACE else character
        advance = self[character] = float(load_font(file_name).face.charWidths[ord(drawn)])
        return advance


ADVANCES = {face: Advances(face) for face in Face}
