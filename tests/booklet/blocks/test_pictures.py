"""Pictures above their captions."""

from __future__ import annotations

import pytest

from generator.booklet.blocks.pictures import CaptionedPicture
from generator.booklet.model import Picture, Role
from generator.booklet.style import WHOLE_PAGE
from generator.library.model import FrameWords
from tests.booklet.blocks.placing import LEFT, TOP, WIDTH, placed
from tests.booklet.laying_out import EvenMeasure, text_box, texts_on


@pytest.mark.parametrize(
    ("proportion", "drawn"),
    [(0.5, (50, 100)), (1.0, (100, 100)), (2.8, (140, 50))],
    ids=["standing", "square", "lying"],
)
def test_a_picture_keeps_its_proportion_and_stands_on_its_caption(
    proportion: float, drawn: tuple[float, float], measure: EvenMeasure
) -> None:
    words = FrameWords("Start: flat back", "On hands and knees.")
    picture = CaptionedPicture(
        "cat-start", words, proportion, 100, is_mirrored=False, style=WHOLE_PAGE.small, gap=4
    )
    assert picture.label == "Start: flat back"
    pages, elements = placed(picture).finish()
    figure, caption = elements[1:]
    assert (figure.role, figure.alt) == (Role.FIGURE, "On hands and knees.")
    assert caption.role is Role.PARAGRAPH
    (shape,) = pages[0].marks[0].shapes
    assert isinstance(shape, Picture)
    assert (shape.box.width, shape.box.height) == pytest.approx(drawn)
    assert shape.box.left - LEFT == pytest.approx(LEFT + WIDTH - shape.box.right)
    assert shape.box.bottom == pytest.approx(TOP + 100)
    line = text_box(texts_on(pages[0])[0])
    assert shape.box.bottom < line.top
    assert line.bottom < TOP + picture.height(measure, WIDTH)
