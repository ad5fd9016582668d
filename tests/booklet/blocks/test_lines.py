"""Lines: across the width, and to write on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.booklet.blocks.lines import Rule
from generator.booklet.model import Colour, Polyline
from tests.booklet.blocks.placing import LEFT, TOP, WIDTH, placed

if TYPE_CHECKING:
    from tests.booklet.laying_out import EvenMeasure


def test_a_rule_goes_across_the_whole_width_and_means_nothing_to_a_listener(measure: EvenMeasure) -> None:
    rule = Rule(Colour.LINE, 2, above=4, below=6)
    assert rule.height(measure, WIDTH) == 12
    pages, elements = placed(rule).finish()
    (mark,) = pages[0].marks
    assert mark.element is None
    assert len(elements) == 1
    (line,) = mark.shapes
    assert isinstance(line, Polyline)
    assert line.points == ((LEFT, TOP + 5), (LEFT + WIDTH, TOP + 5))
