"""Boxes that warn: seen without colour, and nothing on the sign."""

from __future__ import annotations

from generator.booklet.blocks.text import Paragraph
from generator.booklet.blocks.warnings import warning_sign, warning_under
from generator.booklet.model import Box, Colour, Polyline, Rectangle, Role
from generator.booklet.style import WHOLE_PAGE
from tests.booklet.blocks.placing import LEFT, LONG, TOP, WIDTH, placed
from tests.booklet.laying_out import EvenMeasure, overlapping, text_box, texts_on


def test_a_caution_is_framed_in_ink_and_marked_by_a_sign(measure: EvenMeasure) -> None:
    caution = warning_under(
        Paragraph("Stop", WHOLE_PAGE.body.bold), (Paragraph(LONG, WHOLE_PAGE.body),), WHOLE_PAGE
    )
    assert caution.label == "Stop"
    pages, elements = placed(caution).finish()
    frame = next(shape for shape in pages[0].marks[0].shapes if isinstance(shape, Rectangle))
    assert (frame.fill, frame.stroke) == (Colour.PAPER, Colour.INK)
    assert frame.line_width >= 1.5
    assert frame.box == Box(LEFT, TOP, WIDTH, caution.height(measure, WIDTH))
    assert [element.role for element in elements[1:]] == [Role.PARAGRAPH, Role.PARAGRAPH]
    across, down = caution.padding
    sign = Box(frame.box.left + across, frame.box.top + down, caution.sign, caution.sign)
    for text in texts_on(pages[0]):
        box = text_box(text)
        assert not overlapping(box, sign)
        assert box.right <= frame.box.right
        assert frame.box.top < box.top < box.bottom < frame.box.bottom


def test_the_warning_sign_shows_in_black_and_white() -> None:
    room = Box(10, 20, 30, 30)
    triangle, stem, dot = warning_sign(room)
    assert isinstance(triangle, Polyline)
    assert isinstance(stem, Polyline)
    assert isinstance(dot, Rectangle)
    assert triangle.fill is Colour.INK
    assert stem.stroke is dot.fill is Colour.PAPER
    for x, y in (
        *triangle.points,
        *stem.points,
        (dot.box.left, dot.box.top),
        (dot.box.right, dot.box.bottom),
    ):
        assert room.left <= x <= room.right
        assert room.top <= y <= room.bottom
