"""The use of a colour to its ink: in colour, and for saving ink."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TypeAlias

from generator.booklet.model import Colour

Palette: TypeAlias = Mapping[Colour, str]

# Red, green and blue as `#rrggbb`. Whatever is seen, text and lines alike, has a contrast of at least 4.5:1
# on paper and on the tint (WCAG 2.2, 1.4.3, which asks less of lines), for weak eyes and old printers.
COLOUR: Palette = MappingProxyType(
    {
        Colour.INK: "#1a1f20",
        Colour.QUIET: "#4a5658",
        Colour.ACCENT: "#0b5f6b",
        Colour.TINT: "#e6f1f2",
        Colour.LINE: "#5c6d70",
        Colour.PAPER: "#ffffff",
    }
)

# Black lines on white paper and no backgrounds.
INK_SAVER: Palette = MappingProxyType(
    {
        Colour.INK: "#000000",
        Colour.QUIET: "#000000",
        Colour.ACCENT: "#000000",
        Colour.TINT: "#ffffff",
        Colour.LINE: "#000000",
        Colour.PAPER: "#ffffff",
    }
)


def is_grey(palette: Palette) -> bool:
    """Whether all inks are black, white or between them, so that pictures must be so as well."""
    return all(colour[1:3] == colour[3:5] == colour[5:7] for colour in palette.values())


def components(colour: str) -> str:
    """The operands of a colour operator: three numbers from 0 to 1."""
    return " ".join(f"{int(colour[place : place + 2], 16) / 255:.3g}" for place in (1, 3, 5))
