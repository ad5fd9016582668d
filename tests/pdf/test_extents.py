"""The rectangle around shapes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.booklet.model import Box, Colour, Drawing, Picture, Polyline, Rectangle, Text
from generator.pdf.extents import around
from generator.text.faces import Face
from generator.text.measuring import FontMeasure

if TYPE_CHECKING:
    from generator.booklet.model import Shape

WIDTH = FontMeasure().width("Lean", Face.BOLD, 20)
RECTANGLE = Rectangle(Box(10, 20, 30, 40), Colour.TINT)
LINE = Polyline(((5, 50), (60, 25), (30, 70)), Colour.INK, 3)
TEXT = Text(100, 90, "Lean", Face.BOLD, 20)


@pytest.mark.parametrize(
    ("shapes", "box"),
    [
        pytest.param([RECTANGLE], Box(10, 20, 30, 40), id="rectangle"),
        pytest.param([Picture("a", Box(1, 2, 3, 4), mirrored=True)], Box(1, 2, 3, 4), id="picture"),
        pytest.param([Drawing(Box(1, 2, 3, 4), (((0, 0), (3, 4)),))], Box(1, 2, 3, 4), id="drawing"),
        pytest.param([LINE], Box(5, 25, 55, 45), id="line, without its width"),
        pytest.param([TEXT], Box(100, 70, WIDTH, 20), id="text, from its baseline up"),
        pytest.param([RECTANGLE, LINE], Box(5, 20, 55, 50), id="two"),
        pytest.param([LINE, TEXT], Box(5, 25, 95 + WIDTH, 65), id="two that are apart"),
    ],
)
def test_the_rectangle_around_shapes(shapes: list[Shape], box: Box) -> None:
    found = around(shapes)
    assert (found.left, found.top, found.width, found.height) == pytest.approx(
        (box.left, box.top, box.width, box.height)
    )
