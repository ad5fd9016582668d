"""The layout of the test sheet: room for its words, and what its rulers say."""

from __future__ import annotations

import itertools
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from generator.booklet.choices import Duplex, Flip, FoldOptions, Paper
from generator.booklet.layouts.test_sheet import frames, lay_out_test_sheet
from generator.booklet.model import Box, Polyline, Rectangle, Role, Text
from generator.booklet.style import MILLIMETRE
from generator.booklet.wording import Wording
from generator.problems import DoesNotFitError
from generator.text.measuring import FontMeasure
from tests.booklet.laying_out import overlapping, shapes_of

if TYPE_CHECKING:
    from generator.booklet.model import Booklet

SHEETS = list(itertools.product(Paper, Flip, Duplex))
every_sheet = pytest.mark.parametrize(
    ("paper", "flip", "duplex"), SHEETS, ids=[", ".join(each) for each in SHEETS]
)


def laid(paper: Paper, options: FoldOptions, wording: Wording) -> Booklet:
    return lay_out_test_sheet(paper, options, wording, FontMeasure())


def figure(booklet: Booklet, page: int) -> int:
    figures = [index for index, element in enumerate(booklet.elements) if element.role is Role.FIGURE]
    return figures[page]


def said(booklet: Booklet, page: int) -> str:
    marks = booklet.pages[page].marks
    return " ".join(shape.text for mark in marks for shape in mark.shapes if isinstance(shape, Text))


def text_box(text: Text) -> Box:
    width = FontMeasure().width(text.text, text.face, text.size)
    return Box(text.left, text.baseline - 0.75 * text.size, width, text.size)


@every_sheet
def test_no_word_lies_on_a_ruler_a_frame_or_another_word(
    paper: Paper, flip: Flip, duplex: Duplex, wording: Wording
) -> None:
    booklet = laid(paper, FoldOptions(flip=flip, duplex=duplex), wording)
    edge = 7 * MILLIMETRE
    for number, page in enumerate(booklet.pages):
        rulers = figure(booklet, number)
        texts = [shape for mark in page.marks for shape in mark.shapes if isinstance(shape, Text)]
        boxes = [text_box(text) for text in texts]
        for one, other in itertools.combinations(boxes, 2):
            assert not overlapping(one, other)
        for box in boxes:
            assert box.left > edge
            assert box.top > edge
            assert box.right < booklet.width - edge
            assert box.bottom < booklet.height - edge
        for shape in shapes_of(page, rulers):
            if isinstance(shape, Polyline):
                xs, ys = zip(*shape.points, strict=True)
                line = Box(min(xs) - 0.5, min(ys) - 0.5, max(xs) - min(xs) + 1, max(ys) - min(ys) + 1)
                assert not any(overlapping(line, box) for box in boxes)


@pytest.mark.parametrize("paper", Paper, ids=str)
def test_each_number_stands_at_its_tick_and_grows_to_the_right_and_upwards(
    paper: Paper, wording: Wording
) -> None:
    booklet = laid(paper, FoldOptions(), wording)
    middle, level = booklet.width / 2, booklet.height / 2
    shapes = list(shapes_of(booklet.pages[0], figure(booklet, 0)))
    numbers = [shape for shape in shapes if isinstance(shape, Text)]
    (line, _), *_ = Counter(number.baseline for number in numbers).most_common()
    across, up = set(), set()
    for number in numbers:
        value = int(number.text.replace("\N{MINUS SIGN}", "-"))
        box = text_box(number)
        if number.baseline == line:
            assert box.left + box.width / 2 == pytest.approx(middle + value * MILLIMETRE)
            across.add(value)
        else:
            assert number.baseline == pytest.approx(level - value * MILLIMETRE, abs=0.4 * number.size)
            up.add(value)
    assert {-100, -10, 10, 100} <= across
    assert {-10, 10, 80} <= up
    ticks = [shape.points for shape in shapes if isinstance(shape, Polyline)]
    at = {round((points[0][0] - middle) / MILLIMETRE, 3) for points in ticks if points[0][0] == points[1][0]}
    assert set(range(-120, 121)) <= at


@pytest.mark.parametrize("paper", Paper, ids=str)
def test_the_frames_are_three_to_six_millimetres_from_every_edge(paper: Paper, wording: Wording) -> None:
    booklet = laid(paper, FoldOptions(), wording)
    boxes = [shape.box for shape in frames(paper) if isinstance(shape, Rectangle)]
    for distance, box in zip((3, 4, 5, 6), boxes, strict=True):
        sides = (box.left, box.top, booklet.width - box.right, booklet.height - box.bottom)
        assert [side / MILLIMETRE for side in sides] == pytest.approx([distance] * 4)


@pytest.mark.parametrize(
    ("options", "front", "back"),
    [
        (FoldOptions(), "flip on the short edge", "with --flip long"),
        (FoldOptions(flip=Flip.LONG), "flip on the long edge", "with --flip short"),
        (FoldOptions(duplex=Duplex.MANUAL), "like the page of a book, put it back", "with --flip long"),
        (FoldOptions(Flip.LONG, Duplex.MANUAL), "like the page of a wall calendar", "with --flip short"),
    ],
    ids=["short", "long", "short by hand", "long by hand"],
)
def test_the_sheet_says_how_to_print_it(
    options: FoldOptions, front: str, back: str, wording: Wording
) -> None:
    booklet = laid(Paper.A4, options, wording)
    assert front in said(booklet, 0)
    assert back in said(booklet, 1)
    assert "--offset-back 1.5,-2" in said(booklet, 0)
    assert "--offset-front 1.5,0" in said(booklet, 1)


def test_no_text_is_smaller_than_twelve_points(wording: Wording) -> None:
    booklet = laid(Paper.A4, FoldOptions(), wording)
    texts = [
        shape
        for page in booklet.pages
        for mark in page.marks
        for shape in mark.shapes
        if isinstance(shape, Text)
    ]
    assert min(text.size for text in texts) >= 12


def test_words_that_are_too_long_are_refused_by_name(wording: Wording) -> None:
    labels = {**wording.words.labels, "test-sheet.type-how": "Ein sehr langer Satz. " * 60}
    long = Wording(replace(wording.words, labels=labels))
    with pytest.raises(DoesNotFitError, match="Type them"):
        laid(Paper.A4, FoldOptions(), long)
