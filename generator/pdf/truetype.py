"""Reads a TrueType font as far as printing needs it, and cuts out the glyphs that a document uses.

Only what the project's own fonts have: outlines in `glyf`, characters in a `cmap` of format 4 or 12
(ISO/IEC 14496-22). Embedding by glyph number needs no more, and reading takes about a millisecond.
"""

from __future__ import annotations

from itertools import pairwise
from struct import pack, unpack, unpack_from
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

# What a font embedded as CIDFontType2 must carry (ISO 32000-1, 9.9), besides those that are written anew.
_COPIED_TABLES = ("cvt ", "fpgm", "prep")

_FULL_UNICODE = (3, 10)  # platform and encoding of a character map
_BASIC_PLANE = (3, 1)

_POSTSCRIPT_NAME = 6  # of the entries in the name table
_WINDOWS = 3

# Flags of a component in a composite glyph.
_WORDS = 0x0001
_SCALE = 0x0008
_MORE = 0x0020
_TWO_SCALES = 0x0040
_MATRIX = 0x0080

_WHOLE = 0xB1B0AFBA  # what the checksum of a whole font is subtracted from


class TrueTypeFont:
    """A font file, read.

    Attributes:
        name: its PostScript name.
        glyphs: the number of the glyph of each character, by code point.
        advances: how far each glyph moves the pen, in thousandths of the size.
        ascent: in thousandths of the size, as the next ones.
        descent: below the baseline, negative.
        cap_height: of a capital letter.
        box: left, bottom, right and top of all glyphs.
        weight: 400 for regular, 700 for bold.
        italic_angle: in degrees.
    """

    def __init__(self, path: Path) -> None:
        data = path.read_bytes()
        (count,) = unpack_from(">H", data, 4)
        self._tables: dict[str, bytes] = {}
        for record in range(12, 12 + 16 * count, 16):
            tag, _, start, length = unpack_from(">4sLLL", data, record)
            self._tables[tag.decode("ascii")] = data[start : start + length]
        tables = self._tables
        (units,) = unpack_from(">H", tables["head"], 18)
        self._long_offsets = bool(unpack_from(">H", tables["head"], 50)[0])
        scale = 1000 / units
        self.name = _postscript_name(tables["name"])
        self.glyphs = _character_map(tables["cmap"])
        self.box = tuple(scale * side for side in unpack_from(">4h", tables["head"], 36))
        self.ascent, self.descent = (scale * height for height in unpack_from(">2h", tables["hhea"], 4))
        (self.weight,) = unpack_from(">H", tables["OS/2"], 4)
        self.cap_height = scale * unpack_from(">h", tables["OS/2"], 88)[0]
        self.italic_angle = unpack_from(">l", tables["post"], 4)[0] / 65536
        (self._glyph_count,) = unpack_from(">H", tables["maxp"], 4)
        (self._metric_count,) = unpack_from(">H", tables["hhea"], 34)
        advances: tuple[int, ...] = unpack_from(f">{2 * self._metric_count}H", tables["hmtx"])[::2]
        # Glyphs without an entry of their own are as wide as the last one that has one.
        last = (advances[-1],) * (self._glyph_count - self._metric_count)
        self.advances: tuple[float, ...] = tuple(scale * advance for advance in (*advances, *last))

    def subset(self, glyphs: Sequence[int]) -> bytes:
        """A font file of these glyphs alone, numbered in this order; the first must be 0 (a missing glyph).

        Parts of composite glyphs are added behind them.
        """
        chosen = list(glyphs)
        new_numbers = {glyph: number for number, glyph in reversed(list(enumerate(chosen)))}
        outlines = []
        for glyph in chosen:  # grows while it is read
            outline = bytearray(self._outline(glyph))
            for place in _component_places(outline):
                (part,) = unpack_from(">H", outline, place)
                if part not in new_numbers:
                    new_numbers[part] = len(chosen)
                    chosen.append(part)
                outline[place : place + 2] = pack(">H", new_numbers[part])
            outlines.append(bytes(outline) + bytes(-len(outline) % 4))
        offsets = [0]
        for padded in outlines:
            offsets.append(offsets[-1] + len(padded))
        tables = {tag: self._tables[tag] for tag in _COPIED_TABLES if tag in self._tables}
        head = self._tables["head"]
        tables["head"] = head[:8] + bytes(4) + head[12:50] + pack(">H", 1) + head[52:]
        tables["hhea"] = self._tables["hhea"][:34] + pack(">H", len(chosen))
        tables["maxp"] = self._tables["maxp"][:4] + pack(">H", len(chosen)) + self._tables["maxp"][6:]
        tables["hmtx"] = b"".join(map(self._metric, chosen))
        tables["loca"] = pack(f">{len(offsets)}L", *offsets)
        tables["glyf"] = b"".join(outlines)
        return _font_file(tables)

    def _outline(self, glyph: int) -> bytes:
        if self._long_offsets:
            start, end = unpack_from(">2L", self._tables["loca"], 4 * glyph)
        else:
            start, end = (2 * offset for offset in unpack_from(">2H", self._tables["loca"], 2 * glyph))
        return self._tables["glyf"][start:end]

    def _metric(self, glyph: int) -> bytes:
        """Advance and left side bearing."""
        table = self._tables["hmtx"]
        if glyph < self._metric_count:
            return table[4 * glyph : 4 * glyph + 4]
        bearing = 4 * self._metric_count + 2 * (glyph - self._metric_count)
        return table[4 * self._metric_count - 4 : 4 * self._metric_count - 2] + table[bearing : bearing + 2]


def _postscript_name(table: bytes) -> str:
    _, count, strings = unpack_from(">3H", table)
    for record in range(6, 6 + 12 * count, 12):
        platform, _, _, kind, length, start = unpack_from(">6H", table, record)
        if kind == _POSTSCRIPT_NAME and platform == _WINDOWS:
            return table[strings + start : strings + start + length].decode("utf-16-be")
    raise ValueError("the font has no PostScript name")


def _character_map(table: bytes) -> dict[int, int]:
    """Code point to glyph."""
    (count,) = unpack_from(">H", table, 2)
    offsets = {}
    for record in range(4, 4 + 8 * count, 8):
        platform, encoding, offset = unpack_from(">HHL", table, record)
        offsets[platform, encoding] = offset
    if _FULL_UNICODE in offsets:
        return _segmented_coverage(table[offsets[_FULL_UNICODE] :])
    return _segment_mapping(table[offsets[_BASIC_PLANE] :])


def _segmented_coverage(table: bytes) -> dict[int, int]:
    """Format 12: ranges of code points that run alongside ranges of glyphs."""
    (count,) = unpack_from(">L", table, 12)
    glyphs: dict[int, int] = {}
    for group in range(16, 16 + 12 * count, 12):
        first, last, glyph = unpack_from(">3L", table, group)
        glyphs.update(zip(range(first, last + 1), range(glyph, glyph + last - first + 1), strict=True))
    return glyphs


def _segment_mapping(table: bytes) -> dict[int, int]:
    """Format 4: segments with either a shift from code point to glyph, or a list of glyphs."""
    doubled_count = unpack_from(">H", table, 6)[0]
    count = doubled_count // 2
    lasts = unpack_from(f">{count}H", table, 14)
    firsts = unpack_from(f">{count}H", table, 16 + doubled_count)
    shifts = unpack_from(f">{count}H", table, 16 + 2 * doubled_count)
    lists_at = 16 + 3 * doubled_count
    glyphs = {}
    for segment, (first, last, shift) in enumerate(zip(firsts, lasts, shifts, strict=True)):
        place = lists_at + 2 * segment
        (to_list,) = unpack_from(">H", table, place)
        for character in range(first, min(last, 0xFFFE) + 1):
            glyph = character
            if to_list:
                (glyph,) = unpack_from(">H", table, place + to_list + 2 * (character - first))
                if not glyph:
                    continue
            glyphs[character] = (glyph + shift) & 0xFFFF
    return {character: glyph for character, glyph in glyphs.items() if glyph}


def _component_places(outline: bytes | bytearray) -> list[int]:
    """Where the numbers of its parts stand in a composite glyph; none in a simple or an empty one."""
    if not outline or unpack_from(">h", outline)[0] >= 0:
        return []
    places = []
    place = 10  # behind the number of contours and the box
    flags = _MORE
    while flags & _MORE:
        (flags,) = unpack_from(">H", outline, place)
        places.append(place + 2)
        place += 8 if flags & _WORDS else 6
        place += 2 if flags & _SCALE else 4 if flags & _TWO_SCALES else 8 if flags & _MATRIX else 0
    return places


def _font_file(tables: dict[str, bytes]) -> bytes:
    tags = sorted(tables)
    power = len(tags).bit_length() - 1
    directory = [pack(">LHHHH", 0x00010000, len(tags), 16 << power, power, 16 * (len(tags) - (1 << power)))]
    bodies = [tables[tag] + bytes(-len(tables[tag]) % 4) for tag in tags]
    starts = [12 + 16 * len(tags)]
    for body in bodies:
        starts.append(starts[-1] + len(body))
    for tag, body, (start, _) in zip(tags, bodies, pairwise(starts), strict=True):
        directory.append(pack(">4sLLL", tag.encode("ascii"), _checksum(body), start, len(tables[tag])))
    file = bytearray(b"".join((*directory, *bodies)))
    adjustment = starts[tags.index("head")] + 8
    file[adjustment : adjustment + 4] = pack(">L", (_WHOLE - _checksum(file)) & 0xFFFFFFFF)
    return bytes(file)


def _checksum(data: bytes | bytearray) -> int:
    words: tuple[int, ...] = unpack(f">{len(data) // 4}L", data)
    return sum(words) & 0xFFFFFFFF
