"""sRGB → what an archived file says about its colours: an ICC profile (PDF/A-2, ISO 19005-2, 6.2.3)."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from generator.pdf.objects import text_string

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.pdf.objects import PdfFile

_CONDITION = "sRGB IEC61966-2.1"

# The colours of sRGB (IEC 61966-2-1:1999, 5.2), as light that the eye adapts to D50 (ICC.1:2004-10, annex E,
# the Bradford transform): what red, green and blue add up to is D50 itself.
_D50 = (0.9642, 1.0, 0.8249)
_RED = (0.436041, 0.222485, 0.013920)
_GREEN = (0.385113, 0.716905, 0.097067)
_BLUE = (0.143046, 0.060610, 0.713913)
_ADAPTATION = (1.047886, 0.022919, -0.050216, 0.029582, 0.990484, -0.017079, -0.009252, 0.015073, 0.751678)

# Exponent, slope and offset of its tone curve, then the slope near black, and where that ends.
_TONES = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)

_PUBLISHED = (1999, 10, 18, 0, 0, 0)  # a profile has a date; ours is that of the standard
_HEADER_LENGTH = 128


def write_output_intent(file: PdfFile) -> int:
    """Write what the colours of the file mean, and return the object number."""
    profile = file.add_stream("/N 3", srgb_profile())
    condition = text_string(_CONDITION)
    return file.add(
        f"<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier{condition}/Info{condition}"
        f"/RegistryName(http://www.color.org)/DestOutputProfile {profile} 0 R>>"
    )


def srgb_profile() -> bytes:
    """The colour space sRGB as an ICC profile of version 4.2 (ICC.1:2004-10), the last one for PDF 1.7."""
    tones = b"para" + struct.pack(">IHH", 0, 3, 0) + _fixed(_TONES)
    tags = {
        "desc": _text(_CONDITION),
        "cprt": _text("No copyright, use freely"),
        "wtpt": _xyz(_D50),
        "chad": b"sf32\0\0\0\0" + _fixed(_ADAPTATION),
        "rXYZ": _xyz(_RED),
        "gXYZ": _xyz(_GREEN),
        "bXYZ": _xyz(_BLUE),
        "rTRC": tones,
        "gTRC": tones,
        "bTRC": tones,
    }
    start = _HEADER_LENGTH + 4 + 12 * len(tags)
    table, body = struct.pack(">I", len(tags)), b""
    places: dict[bytes, int] = {}  # equal tags stand once
    for name, data in tags.items():
        if data not in places:
            places[data] = start + len(body)
            body += data + bytes(-len(data) % 4)
        table += name.encode("ascii") + struct.pack(">II", places[data], len(data))
    header = struct.pack(
        ">I4sI4s4s4s6H4s4sI4s4sQI12s",
        start + len(body), b"", 0x04200000, b"mntr", b"RGB ", b"XYZ ", *_PUBLISHED, b"acsp",
        b"", 0, b"", b"", 0, 0, _fixed(_D50),
    )  # fmt: skip
    return header.ljust(_HEADER_LENGTH, b"\0") + table + body


def _fixed(values: Sequence[float]) -> bytes:
    """Numbers in 65,536ths."""
    return struct.pack(f">{len(values)}i", *(round(value * 65536) for value in values))


def _xyz(colour: tuple[float, float, float]) -> bytes:
    return b"XYZ \0\0\0\0" + _fixed(colour)


def _text(text: str) -> bytes:
    """A text in one language, English."""
    letters = text.encode("utf-16-be")
    return b"mluc" + struct.pack(">III2s2sII", 0, 1, 12, b"en", b"US", len(letters), 28) + letters
