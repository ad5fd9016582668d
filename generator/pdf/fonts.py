"""The booklet's fonts: two faces of Atkinson Hyperlegible Next, and Noto Sans for the letters that it lacks.

A font is read at its first use and kept for the life of the process; Noto Sans only when a text needs it.
Both families are under the SIL Open Font License, whose text stands beside them.
"""

from __future__ import annotations

import hashlib
import zlib
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from generator.booklet.model import Face
from generator.pdf.truetype import TrueTypeFont
from generator.problems import BadDataError, Problem
from generator.resources import ASSETS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.pdf.objects import PdfFile

FONT_FOLDER = ASSETS / "fonts"

# In the order in which they are asked for a letter.
FONT_FILES = {
    Face.REGULAR: ("AtkinsonHyperlegibleNext-Regular.ttf", "NotoSans-Regular.ttf"),
    Face.BOLD: ("AtkinsonHyperlegibleNext-Bold.ttf", "NotoSans-Bold.ttf"),
}

NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"

HOW_TO_REPLACE = "leave it out, or write it in Latin, Greek or Cyrillic letters"

_MOST_ENTRIES_IN_A_BLOCK = 100  # of a ToUnicode map (Adobe Technical Note 5411)
_SYMBOLIC = 4  # flag of a font whose codes are not those of a standard Latin one (ISO 32000-1, 9.8.2)


@cache
def load_font(file_name: str) -> TrueTypeFont:
    """The font in a file of `assets/fonts`, read at the first call."""
    return TrueTypeFont(FONT_FOLDER / file_name)


def font_for(character: str, face: Face) -> str | None:
    """The file of the first font of the face that has a glyph for the character; None when none has.

    A no-break space is drawn as the space that it is.
    """
    code = ord(" " if character == NO_BREAK_SPACE else character)
    return next((name for name in FONT_FILES[face] if code in load_font(name).glyphs), None)


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
        font = load_font(file_name)
        glyph = font.glyphs[ord(" " if character == NO_BREAK_SPACE else character)]
        advance = self[character] = font.advances[glyph]
        return advance


ADVANCES = {face: Advances(face) for face in Face}


def embed_font(file: PdfFile, number: int, file_name: str, characters: Sequence[str]) -> None:
    """Write a font into a PDF file as object `number`: a composite font, its codes the numbers of its glyphs.

    Code 0 is the missing glyph; the codes of the characters count up from 1.
    """
    font = load_font(file_name)
    glyphs = (0, *(font.glyphs[ord(character)] for character in characters))
    program, length = _program(file_name, glyphs)
    # Six letters that tell this choice of glyphs from any other (ISO 32000-1, 9.6.4).
    digest = hashlib.sha256("".join(characters).encode()).digest()
    name = "".join(chr(ord("A") + byte % 26) for byte in digest[:6]) + "+" + font.name
    program_number = file.add_deflated(f"/Length1 {length}", program)
    box = " ".join(f"{side:.0f}" for side in font.box)
    descriptor = file.add(
        f"<</Type/FontDescriptor/FontName/{name}/Flags {_SYMBOLIC}/FontBBox[{box}]"
        f"/ItalicAngle {font.italic_angle:.0f}/Ascent {font.ascent:.0f}/Descent {font.descent:.0f}"
        f"/CapHeight {font.cap_height:.0f}/StemV {50 + (font.weight / 65) ** 2:.0f}"
        f"/FontFile2 {program_number} 0 R>>"
    )
    widths = " ".join(f"{font.advances[glyph]:.4g}" for glyph in glyphs)
    descendant = file.add(
        f"<</Type/Font/Subtype/CIDFontType2/BaseFont/{name}/CIDToGIDMap/Identity"
        f"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
        f"/FontDescriptor {descriptor} 0 R/DW 0/W[0[{widths}]]>>"
    )
    unicode_map = file.add_stream("", to_unicode_map(characters).encode("ascii"))
    file.put(
        number,
        f"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H"
        f"/DescendantFonts[{descendant} 0 R]/ToUnicode {unicode_map} 0 R>>",
    )


@lru_cache(maxsize=64)
def _program(file_name: str, glyphs: tuple[int, ...]) -> tuple[bytes, int]:
    """The font program of these glyphs, deflated, and its full length."""
    program = load_font(file_name).subset(glyphs)
    return zlib.compress(program), len(program)


def to_unicode_map(characters: Sequence[str]) -> str:
    """The map from codes, which count up from 1, to their characters (ISO 32000-1, 9.10.3)."""
    entries = [
        f"<{code:04X}> <{character.encode('utf-16-be').hex().upper()}>"
        for code, character in enumerate(characters, start=1)
    ]
    lines = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        "/CMapName /Adobe-Identity-UCS def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        "<0000> <FFFF>",
        "endcodespacerange",
    ]
    for start in range(0, len(entries), _MOST_ENTRIES_IN_A_BLOCK):
        block = entries[start : start + _MOST_ENTRIES_IN_A_BLOCK]
        lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    return "\n".join(lines)
