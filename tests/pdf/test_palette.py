"""The inks can be told apart."""

from __future__ import annotations

import pytest

from generator.booklet.model import Colour
from generator.pdf.palette import COLOUR, INK_SAVER, Palette, components, is_grey

PALETTES = pytest.mark.parametrize("palette", [COLOUR, INK_SAVER], ids=["colour", "ink saver"])


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    parts = [float(part) for part in components(colour).split()]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@PALETTES
def test_every_use_has_an_ink(palette: Palette) -> None:
    assert set(palette) == set(Colour)


@PALETTES
@pytest.mark.parametrize("ink", [Colour.INK, Colour.QUIET, Colour.ACCENT, Colour.LINE])
@pytest.mark.parametrize("ground", [Colour.PAPER, Colour.TINT])
def test_text_and_lines_stand_out_from_their_ground(palette: Palette, ink: Colour, ground: Colour) -> None:
    assert contrast(palette[ink], palette[ground]) >= 4.5


@PALETTES
def test_paper_coloured_text_can_be_read_on_the_accent(palette: Palette) -> None:
    assert contrast(palette[Colour.PAPER], palette[Colour.ACCENT]) >= 4.5


def test_the_ink_saver_has_black_and_white_only() -> None:
    assert set(INK_SAVER.values()) == {"#000000", "#ffffff"}
    assert INK_SAVER[Colour.TINT] == INK_SAVER[Colour.PAPER]


def test_only_the_ink_saver_wants_pictures_in_grey() -> None:
    assert is_grey(INK_SAVER)
    assert not is_grey(COLOUR)
    assert not is_grey({**INK_SAVER, Colour.ACCENT: "#000001"})


def test_components_run_from_nought_to_one() -> None:
    assert components("#ff0080") == "1 0 0.502"
