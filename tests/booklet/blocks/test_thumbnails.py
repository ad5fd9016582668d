"""Small pictures: in the glance's cells, and as a reminder above the calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.booklet.blocks.thumbnails import Thumbnail, ThumbnailStrip, thumbnail_of, thumbnail_strip
from generator.booklet.model import Box, Drawing, Picture, Role, Text
from generator.booklet.signs import SignKind
from generator.booklet.style import WHOLE_PAGE
from generator.booklet.surface import DOCUMENT
from tests.asking import Asked
from tests.booklet.laying_out import (
    LYING,
    NO_PICTURES,
    STANDING,
    EvenMeasure,
    PictureOfAll,
    SomePictures,
    blank_surface,
    content_of,
    laid_out,
    overlapping,
    text_box,
)

if TYPE_CHECKING:
    from generator.booklet.content import Content
    from generator.library.model import Library
    from tests.booklet.laying_out import Laid

WIDTH = 480.0


@pytest.mark.parametrize("proportion", [0.3, 1.0, 2.0, 5.0])
def test_a_thumbnail_is_as_large_as_it_goes_into_the_middle_of_its_room(proportion: float) -> None:
    room = Box(10, 20, 60, 30)
    box = Thumbnail("cat-end", "A cat.", proportion).fitted(room).box
    assert box.width / box.height == pytest.approx(proportion)
    assert box.width == pytest.approx(60) or box.height == pytest.approx(30)
    assert box.left - room.left == pytest.approx(room.right - box.right)
    assert box.top - room.top == pytest.approx(room.bottom - box.bottom)
    assert min(box.left - room.left, box.top - room.top) >= -0.01


def content(laid: Laid) -> Content:
    return content_of(laid.routine, laid.order.details, laid.library)


def strip(count: int) -> ThumbnailStrip:
    return ThumbnailStrip(
        tuple((number, Thumbnail(f"e{number}-end", "Alt.", 1.5)) for number in range(1, count + 1)),
        WHOLE_PAGE,
    )


@pytest.mark.parametrize("count", [1, 6, 7, 13, 17])
def test_a_strip_shows_each_exercise_with_its_number_and_keeps_to_its_height(count: int) -> None:
    surface = blank_surface(width=WIDTH + 40)
    surface.add_page()
    strip(count).place(surface, DOCUMENT, 20, 50, WIDTH)
    (page,), elements = surface.finish()
    assert len(elements) == 1
    assert {mark.element for mark in page.marks} == {None}  # each is described where it stands in full
    shapes = [shape for mark in page.marks for shape in mark.shapes]
    numbers = [shape for shape in shapes if isinstance(shape, Text)]
    pictures = [shape for shape in shapes if isinstance(shape, Picture)]
    assert [number.text for number in numbers] == [str(number) for number in range(1, count + 1)]
    assert [picture.name for picture in pictures] == [f"e{number}-end" for number in range(1, count + 1)]
    boxes = [*map(text_box, numbers), *(picture.box for picture in pictures)]
    for index, box in enumerate(boxes):
        assert box.left >= 20
        assert box.right <= 20 + WIDTH
        assert 50 <= box.top < box.bottom <= 50 + strip(count).height(EvenMeasure(), WIDTH) + 0.01
        assert not any(overlapping(box, other) for other in boxes[index + 1 :])
    for number, picture in zip(numbers, pictures, strict=True):
        assert text_box(number).right <= picture.box.left
        assert picture.box.top <= number.baseline <= picture.box.bottom


def test_lines_of_a_strip_are_evenly_long() -> None:
    surface = blank_surface(width=WIDTH + 40)
    surface.add_page()
    strip(7).place(surface, DOCUMENT, 20, 50, WIDTH)
    (page,), _ = surface.finish()
    assert [sum(isinstance(shape, Text) for shape in mark.shapes) for mark in page.marks] == [4, 3]
    assert strip(7).label == ""


def test_the_end_is_shown_turned_to_the_side_to_do(library: Library) -> None:
    for side in ("left", "right"):
        laid = laid_out(library, Asked(goals=("side",), side=side))
        for chosen in laid.routine.chosen:
            thumbnail = thumbnail_of(chosen, content(laid), PictureOfAll(LYING))
            assert thumbnail is not None
            assert thumbnail.name == f"{chosen.exercise.id}-end"
            assert thumbnail.alt == library.words.exercises[chosen.exercise.id].frames["end"].alt
            assert thumbnail.is_mirrored == (chosen.exercise.shown_side != side)


def test_there_is_a_strip_only_of_what_has_a_picture(library: Library) -> None:
    laid = laid_out(library, Asked(goals=("rotation",)))
    second = laid.routine.chosen[1].exercise.id
    assert thumbnail_strip(content(laid), NO_PICTURES, WHOLE_PAGE) is None
    some = thumbnail_strip(content(laid), SomePictures({f"{second}-end": STANDING}), WHOLE_PAGE)
    assert some is not None
    assert [number for number, _ in some.thumbnails] == [2]


def test_the_strip_stands_above_the_first_week_and_nowhere_else(library: Library) -> None:
    laid = laid_out(library, Asked(goals=("rotation",), weeks="8"), PictureOfAll(LYING))
    first, *others = laid.pages_of(laid.calendar)
    pictures = {
        number: [
            shape.box for mark in laid.booklet.pages[number].marks for shape in mark.shapes
            if isinstance(shape, Picture)
        ]
        for number in (first, *others)
    }  # fmt: skip
    assert len(pictures[first]) == len(laid.routine.chosen)
    assert not any(pictures[number] for number in others)
    week = laid.elements(Role.HEADING_3, laid.calendar)[0][0]
    (line,) = (text_box(shape) for shape in laid.shapes(week) if isinstance(shape, Text))
    assert all(box.bottom < line.top for box in pictures[first])
    assert all(box.height <= WHOLE_PAGE.thumbnail_height + 0.01 for box in pictures[first])


def test_signs_of_the_manner_stand_below_the_number_and_are_never_turned_round() -> None:
    kinds = (SignKind.HOLD, SignKind.REPEAT)
    plain, turned = (
        ThumbnailStrip(((3, Thumbnail("cat-end", "A cat.", LYING, is_mirrored, kinds)),), WHOLE_PAGE)
        for is_mirrored in (False, True)
    )
    found = []
    for each in (plain, turned):
        surface = blank_surface(width=WIDTH + 40)
        surface.add_page()
        each.place(surface, DOCUMENT, 20, 50, WIDTH)
        (page,), _ = surface.finish()
        shapes = [shape for mark in page.marks for shape in mark.shapes]
        signs = [shape for shape in shapes if isinstance(shape, Drawing)]
        (number,) = (text_box(shape) for shape in shapes if isinstance(shape, Text))
        (picture,) = (shape.box for shape in shapes if isinstance(shape, Picture))
        assert all(sign.box.top > number.bottom for sign in signs)
        assert all(sign.box.right < picture.left for sign in signs)
        assert all(sign.box.bottom <= 50 + each.height(EvenMeasure(), WIDTH) + 0.01 for sign in signs)
        found.append(signs)
    assert found[0] == found[1]


def test_signs_stand_at_the_right_of_a_picture_in_a_cell() -> None:
    room = Box(10, 20, 80, 40)
    thumbnail = Thumbnail("cat-end", "A cat.", LYING, signs=(SignKind.HOLD, SignKind.REPEAT))
    picture, signs = thumbnail.beside_signs(room, 12)
    boxes = [shape.box for shape in signs if isinstance(shape, Drawing)]
    assert all(picture.box.right < box.left < box.right <= room.right for box in boxes)
    assert all(room.top <= box.top < box.bottom <= room.bottom for box in boxes)
