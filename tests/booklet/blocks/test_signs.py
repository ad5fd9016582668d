"""Signs in lines, and one below the other."""

from __future__ import annotations

from generator.booklet.blocks.signs import Signs
from generator.booklet.model import Box, Drawing
from generator.booklet.signs import Sign, SignKind
from generator.booklet.style import WHOLE_PAGE
from tests.booklet.blocks.placing import LEFT, TOP, placed
from tests.booklet.laying_out import EvenMeasure, blank_surface, text_box, texts_on

SIGNS = Signs(
    (Sign(SignKind.HOLD, "5 s"), Sign(SignKind.REPEAT, "20×"), Sign(SignKind.BOTH_SIDES)),
    WHOLE_PAGE.small.bold,
)
MEASURE = EvenMeasure()


def test_signs_stand_in_as_few_lines_as_hold_them_and_mean_nothing_to_a_screen_reader() -> None:
    assert SIGNS.label == ""
    one, two, three = (SIGNS.height(MEASURE, width) for width in (SIGNS.wide(MEASURE), 100.0, 10.0))
    assert one < two < three == SIGNS.height_below_each_other()
    for width in (SIGNS.wide(MEASURE) + 8, 100.0, 60.0):
        (page,), elements = placed(SIGNS, width).finish()
        assert len(elements) == 1
        assert {mark.element for mark in page.marks} == {None}
        texts = [text_box(text) for text in texts_on(page)]
        boxes = [shape.box for mark in page.marks for shape in mark.shapes if isinstance(shape, Drawing)]
        assert [text.text for text in texts_on(page)] == ["5 s", "20×"]
        for box in (*boxes, *texts):
            assert LEFT - 0.01 <= box.left < box.right <= LEFT + width + 0.01
            assert TOP <= box.top < box.bottom <= TOP + SIGNS.height(MEASURE, width) + 0.01


def test_figures_stand_right_of_the_middle_of_their_signs_and_below_each_other() -> None:
    surface = blank_surface()
    surface.add_page()
    SIGNS.place_below_each_other(surface, LEFT, TOP)
    (page,), _ = surface.finish()
    boxes: list[Box] = []
    for mark in page.marks:
        (sign,) = {shape.box for shape in mark.shapes if isinstance(shape, Drawing)}
        boxes.append(sign)
    first, second = (text_box(text) for text in texts_on(page))
    assert first.left == second.left > max(box.right for box in boxes)
    for figure, box in zip((first, second), boxes, strict=False):
        assert box.top < figure.top < figure.bottom < box.bottom
    assert len({round(box.left + box.width / 2, 6) for box in boxes}) == 1
    assert boxes[-1].bottom <= TOP + SIGNS.height_below_each_other() + 0.01
    assert max(first.right, second.right) <= LEFT + SIGNS.narrowest(MEASURE) + 0.01
