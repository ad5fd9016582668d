"""Texts on the pages of a document: which font, which codes."""

from __future__ import annotations

import io

import pytest
from reportlab.pdfgen.canvas import Canvas

from generator.text.faces import Face
from generator.text.fonts import NO_BREAK_SPACE
from generator.text.glyphs import GlyphWriter


@pytest.fixture
def writer() -> GlyphWriter:
    return GlyphWriter(Canvas(io.BytesIO())._doc)


def test_a_text_is_one_run_whose_letters_keep_their_codes(writer: GlyphWriter) -> None:
    ((font, operand),) = writer.runs("abba", Face.REGULAR)
    assert operand.startswith("(")
    assert operand.endswith(")")
    a, b, again, same = list(operand[1:-1])
    assert (a, b) == (same, again)
    assert a != b
    assert writer.runs("abba", Face.REGULAR) == [(font, operand)]


def test_each_face_has_its_font(writer: GlyphWriter) -> None:
    ((regular, _),), ((bold, _),) = writer.runs("a", Face.REGULAR), writer.runs("a", Face.BOLD)
    assert regular != bold


def test_a_space_that_does_not_break_is_drawn_like_any_other(writer: GlyphWriter) -> None:
    assert writer.runs(f"a{NO_BREAK_SPACE}b", Face.REGULAR) == writer.runs("a b", Face.REGULAR)


def test_more_characters_than_one_font_can_code_become_runs(writer: GlyphWriter) -> None:
    letters = "".join(map(chr, (*range(0x41, 0x5B), *range(0xC0, 0x180), *range(0x410, 0x450))))
    runs = writer.runs(letters, Face.REGULAR)
    assert len(runs) > 1
    assert len({font for font, _ in runs}) > 1


def test_what_would_end_the_string_is_escaped(writer: GlyphWriter) -> None:
    codes = {writer.runs(character, Face.REGULAR)[0][1] for character in map(chr, range(0x20, 0x7F))}
    assert len(codes) == 0x7F - 0x20
    assert {"(\\()", "(\\))", "(\\\\)"} <= codes


def test_what_no_font_has_never_gets_so_far(writer: GlyphWriter) -> None:
    with pytest.raises(AssertionError, match=r"U\+1F600 reached the page"):
        writer.runs("😀", Face.REGULAR)
