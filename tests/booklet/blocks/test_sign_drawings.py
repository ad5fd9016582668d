"""The drawn signs: of one height and weight, within their boxes, and told apart."""

from __future__ import annotations

import pytest

from generator.booklet.blocks.sign_drawings import sign_shapes, sign_width
from generator.booklet.model import Colour, Drawing
from generator.booklet.signs import SignKind

HEIGHT = 18.0


def drawings(kind: SignKind) -> list[Drawing]:
    shapes = sign_shapes(kind, 40, 30, HEIGHT)
    assert all(isinstance(shape, Drawing) for shape in shapes)
    return [shape for shape in shapes if isinstance(shape, Drawing)]


@pytest.mark.parametrize("kind", SignKind)
def test_a_sign_stays_within_its_box_with_the_width_of_its_lines(kind: SignKind) -> None:
    for shape in drawings(kind):
        assert shape.box == (40, 30, sign_width(kind, HEIGHT), HEIGHT)
        half = shape.line_width / 2 if shape.stroke else 0.0
        for line in shape.lines:
            for step in line:
                assert half - 0.1 <= step[-2] <= shape.box.width - half + 0.1
                assert half - 0.1 <= step[-1] <= HEIGHT - half + 0.1


def test_all_signs_have_lines_of_one_width_in_the_one_colour() -> None:
    shapes = [shape for kind in SignKind for shape in drawings(kind)]
    assert {shape.stroke for shape in shapes} | {shape.fill for shape in shapes} == {Colour.ACCENT, None}
    assert {shape.line_width for shape in shapes if shape.stroke} == {1.5}


def test_no_two_signs_are_alike() -> None:
    assert len({tuple(shape.lines for shape in drawings(kind)) for kind in SignKind}) == len(SignKind)


def test_the_pair_is_even_so_that_it_speaks_of_both_sides() -> None:
    for shape in drawings(SignKind.BOTH_SIDES):
        middle = shape.box.width / 2
        ends = {(round(step[-2] - middle, 1), step[-1]) for line in shape.lines for step in line}
        assert {across for across, _ in ends} == {-across for across, _ in ends}
