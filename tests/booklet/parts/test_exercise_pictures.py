"""A row of an exercise's pictures: how large they are, and how wide their captions."""

from __future__ import annotations

import pytest

from generator.booklet import style as s
from generator.booklet.blocks.pictures import Frame, Frames
from generator.booklet.blocks.signs import Signs
from generator.booklet.model import Drawing, Picture
from generator.booklet.parts.exercise_pictures import PictureRow
from generator.booklet.signs import Sign, SignKind
from generator.booklet.surface import DOCUMENT
from generator.library.model import FrameWords
from tests.booklet.laying_out import EvenMeasure, blank_surface, overlapping, text_box, texts_on

WIDTH = 496.0
CAPTIONS = ("Start: hands and knees, back flat", "On the way", "End: back rounded")


def row(*proportions: float, is_mirrored: bool = False, signs: Signs | None = None) -> PictureRow:
    names = ("start", "way", "end")[: len(proportions)]
    frames = tuple(
        Frame(f"cat-{name}", FrameWords(caption, f"Alt of {name}."), width)
        for name, caption, width in zip(names, CAPTIONS, proportions, strict=False)
    )
    look = s.WHOLE_PAGE
    return PictureRow(
        Frames(frames, is_mirrored, look.small.bold, signs, look.gap_small, look.gap_large, look.gap), look
    )


def drawn(pictures: PictureRow, height: float) -> list[Picture]:
    surface = blank_surface(width=WIDTH + 40, height=600)
    surface.add_page()
    pictures.block(EvenMeasure(), WIDTH, height).place(surface, DOCUMENT, 20, 20, WIDTH)
    (page,), _ = surface.finish()
    return [shape for mark in page.marks for shape in mark.shapes if isinstance(shape, Picture)]


@pytest.mark.parametrize(
    "proportions",
    [(0.5, 0.5), (1.0, 1.0), (2.4, 2.4), (2.4, 0.5), (0.2, 4.0), (1, 1.2, 0.4)],
    ids=["standing", "square", "lying", "lying and standing", "slim and wide", "three"],
)
def test_pictures_have_one_height_and_keep_their_proportions(proportions: tuple[float, ...]) -> None:
    pictures = row(*proportions)
    boxes = [picture.box for picture in drawn(pictures, 1000)]
    assert len({round(box.height, 6) for box in boxes}) == 1
    if len(boxes) == 2:
        assert boxes[0].height == pytest.approx(pictures.highest(EvenMeasure(), WIDTH))
    assert [box.width / box.height for box in boxes] == pytest.approx(list(proportions))
    assert boxes[0].left >= 20 - 0.01
    assert boxes[-1].right <= 20 + WIDTH + 0.01


def test_pictures_are_never_higher_than_the_houses_most_or_than_asked_for() -> None:
    assert row(0.3, 0.3).highest(EvenMeasure(), WIDTH) == s.WHOLE_PAGE.picture_height_most
    room = 120 + s.WHOLE_PAGE.gap_small + s.WHOLE_PAGE.small.leading  # for a caption of one line
    assert drawn(row(1.0, 1.0), room)[0].box.height == pytest.approx(120)


def test_wide_pictures_fill_the_width() -> None:
    first, last = (picture.box for picture in drawn(row(2.4, 2.4), 1000))
    assert (first.left, last.right) == pytest.approx((20, 20 + WIDTH))


def test_a_narrow_picture_beside_a_wide_one_keeps_room_for_whole_words() -> None:
    surface = blank_surface(width=WIDTH + 40, height=600)
    surface.add_page()
    row(0.2, 4.0).block(EvenMeasure(), WIDTH, 150).place(surface, DOCUMENT, 20, 20, WIDTH)
    (page,), _ = surface.finish()
    lines = [text.text for text in texts_on(page)]
    assert " ".join(lines) == f"{CAPTIONS[0]} {CAPTIONS[1]}"


def signs_of_all(*kinds: SignKind) -> Signs:
    return Signs(tuple(Sign(kind, "30 s") for kind in kinds), s.WHOLE_PAGE.small.bold)


@pytest.mark.parametrize(
    "proportions", [(0.5, 0.5), (1.0, 1.0), (2.4, 2.4), (0.5, 0.5, 0.5), (2.4, 2.4, 2.4)]
)
@pytest.mark.parametrize("room", [110, 140, 200, 330, 700])
@pytest.mark.parametrize("count", [1, 2, 3], ids=["one sign", "two", "three"])
def test_signs_stand_in_the_column_of_the_last_picture_and_on_nothing_else(
    count: int, room: float, proportions: tuple[float, ...]
) -> None:
    signs = signs_of_all(*(SignKind.HOLD, SignKind.REPEAT, SignKind.BOTH_SIDES)[:count])
    pictures = row(*proportions, signs=signs)
    surface = blank_surface(width=WIDTH + 40, height=900)
    surface.add_page()
    block = pictures.largest(EvenMeasure(), WIDTH, room)
    block.place(surface, DOCUMENT, 20, 20, WIDTH)
    (page,), _ = surface.finish()
    boxes = [shape.box for mark in page.marks for shape in mark.shapes if isinstance(shape, Picture)]
    drawings = [shape.box for mark in page.marks for shape in mark.shapes if isinstance(shape, Drawing)]
    texts = [text_box(text) for text in texts_on(page)]
    assert drawings
    for box in drawings:
        assert not any(overlapping(box, other) for other in (*boxes, *texts))
        assert 20 <= box.left < box.right <= 20 + WIDTH
        assert box.bottom <= 20 + block.height(EvenMeasure(), WIDTH) + 0.01
        assert box.top >= boxes[-1].top - 0.01
        if boxes[-2].bottom > boxes[-1].top:
            assert box.left > boxes[-2].right
    figures = [text for text in texts_on(page) if text.text == "30 s"]
    assert len(figures) == count
    if boxes[-2].bottom > boxes[-1].top:
        assert all(text.left > boxes[-2].right for text in figures)


def test_three_lying_pictures_stand_as_two_and_one_where_that_makes_them_larger() -> None:
    wide = [picture.box for picture in drawn(row(2.4, 2.4, 2.4), 400)]
    assert wide[0].top == wide[1].top < wide[1].bottom < wide[2].top
    low = [picture.box for picture in drawn(row(2.4, 2.4, 2.4), 110)]
    assert low[0].top == low[1].top == low[2].top
    slim = [picture.box for picture in drawn(row(0.4, 0.4, 0.4), 230)]
    assert slim[0].top == slim[1].top == slim[2].top


def test_pictures_of_the_other_side_are_turned_round() -> None:
    assert [picture.mirrored for picture in drawn(row(1.0, 1.0, is_mirrored=True), 100)] == [True, True]
    assert [picture.mirrored for picture in drawn(row(1.0), 100)] == [False]


@pytest.mark.parametrize("height", [-300.0, 0.0, 90.0, 250.0, 500.0], ids="{:.0f} points".format)
def test_the_largest_pictures_are_side_by_side_or_above_each_other_but_never_less_than_the_least(
    height: float,
) -> None:
    block = row(2.0, 2.0).largest(EvenMeasure(), WIDTH, height)
    surface = blank_surface(width=WIDTH + 40, height=900)
    surface.add_page()
    block.place(surface, DOCUMENT, 20, 20, WIDTH)
    pages, _ = surface.finish()
    boxes = [shape.box for mark in pages[0].marks for shape in mark.shapes if isinstance(shape, Picture)]
    assert all(box.height >= min(s.WHOLE_PAGE.picture_height_least, WIDTH / 5) for box in boxes)
    is_stacked = boxes[0].left == boxes[1].left
    assert is_stacked == (height >= 500)
    if height >= 250:
        assert block.height(EvenMeasure(), WIDTH) <= height
