"""The name of an exercise: its box stands beside the first line and can be ticked."""

from __future__ import annotations

import pytest

from generator.booklet.blocks.name_line import NameLine
from generator.booklet.model import Rectangle, Role
from generator.booklet.style import CAPITAL_HEIGHT, Look
from generator.booklet.ticks import Tick
from tests.booklet.blocks.placing import LEFT, TOP, WIDTH, placed
from tests.booklet.laying_out import EvenMeasure, of_each_look, text_box, texts_on


@of_each_look
def test_the_box_stands_beside_the_first_line(look: Look, measure: EvenMeasure) -> None:
    line = NameLine("3. Rotation in sitting", Tick("done/rotation", "Done: 3. Rotation"), look)
    (page,), elements = placed(line).finish()
    first, second, *_ = map(text_box, texts_on(page))
    (box,) = (shape.box for mark in page.marks for shape in mark.shapes if isinstance(shape, Rectangle))
    assert (box.left, box.width, box.height) == (LEFT, look.tick_box, look.tick_box)
    assert box.right + look.padding == pytest.approx(first.left)
    assert first.left == second.left
    # The middle of the box is that of the capitals of the first line.
    baseline = texts_on(page)[0].baseline
    middle = baseline - CAPITAL_HEIGHT * look.exercise_name.size / 2
    assert box.top + box.height / 2 == pytest.approx(middle)
    assert second.bottom <= TOP + line.height(measure, WIDTH)
    assert [(element.role, element.bookmark) for element in elements[1:]] == [
        (Role.HEADING_2, "3. Rotation in sitting"), (Role.FORM, "")
    ]  # fmt: skip
    (field,) = page.fields
    assert (field.box, field.name, field.description) == (box, "done/rotation", "Done: 3. Rotation")
    assert line.label == "3. Rotation in sitting"
