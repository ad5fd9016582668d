"""The page of an exercise: what it says, in which order, and what its pictures do to it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from generator.booklet import style as s
from generator.booklet.model import Colour, Picture, Role, Text
from tests.asking import Asked
from tests.booklet.exercise_pages import (
    ALL,
    CAT,
    ONLY_CAT,
    all_rules,
    first_page,
    laid_texts,
    one,
    with_rulings,
)
from tests.booklet.laying_out import (
    LYING,
    STANDING,
    PictureOfAll,
    SomePictures,
    in_order,
    is_tick_box,
    laid_out,
    shapes_of,
    text_box,
    texts_on,
)

if TYPE_CHECKING:
    from generator.booklet.model import Page
    from generator.library.model import Library


def pictures_on(page: Page) -> list[Picture]:
    return [shape for mark in page.marks for shape in mark.shapes if isinstance(shape, Picture)]


def test_each_exercise_starts_a_page(library: Library) -> None:
    laid = laid_out(library, ALL)
    pages = [laid.pages_of(section) for section in laid.exercises]
    assert len(pages) == len(library.exercises)
    assert len({page for each in pages for page in each}) == sum(map(len, pages))
    assert pages == sorted(pages)


def test_name_and_tick_box_stand_on_one_line(library: Library) -> None:
    laid = one(library, CAT)
    page = first_page(laid)
    name = texts_on(page)[0]
    assert name.text == f"1. {library.words.exercises[CAT].name}"
    (box,) = (shape.box for shape in shapes_of(page, None) if is_tick_box(shape))
    assert box.right < name.left
    assert box.left == laid.style.margin_side
    middle = (text_box(name).top + name.baseline) / 2
    assert (box.top + box.bottom) / 2 == pytest.approx(middle, abs=2)


def test_every_word_is_there_from_the_name_to_the_common_mistake(library: Library) -> None:
    laid = laid_out(library, ALL, PictureOfAll(LYING, LYING))
    for number, chosen in enumerate(laid.routine.chosen, start=1):
        words = library.words.exercises[chosen.exercise.id]
        figure = laid.wording.dose_figure(chosen.dose, chosen.sides)
        wanted = [
            f"{number}. {words.name}", words.purpose,
            *(frame.caption for frame in words.frames.values()),
            "What to do", *words.steps,
            "How much", figure.value, figure.words,
            laid.wording.chosen_dose(chosen),
            "Take care", words.caution,
            "You feel it", words.feel, "Breathing", words.breathing,
            "Easier", words.easier, "Harder", words.harder,
            "Common mistake", words.mistake,
        ]  # fmt: skip
        assert in_order(wanted, laid.texts(laid.exercise(number))) == [], chosen.exercise.id


def test_no_picture_that_may_be_turned_round_is_described_by_a_side(library: Library) -> None:
    for exercise in library.exercises:
        for frame in library.words.exercises[exercise.id].frames.values():
            names_a_side = re.search(r"\b(left|right)\b", f"{frame.caption} {frame.alt}")
            assert not (exercise.shown_side and names_a_side), exercise.id


def test_without_pictures_there_is_neither_a_figure_nor_a_frame(library: Library) -> None:
    laid = one(library, CAT)
    assert laid.elements(Role.FIGURE) == []
    captions = {frame.caption for frame in library.words.exercises[CAT].frames.values()}
    assert not captions & set(laid_texts(laid))
    texts = texts_on(first_page(laid))
    place = [text.text for text in texts].index("What to do")
    purpose, steps = text_box(texts[place - 1]), text_box(texts[place])
    assert steps.top - purpose.bottom < 30  # the words have the room


@pytest.mark.parametrize(
    "proportion", [STANDING, 1.0, LYING, 4.0], ids=["standing", "square", "lying", "very wide"]
)
def test_pictures_stand_side_by_side_at_one_height_with_their_captions_below(
    library: Library, proportion: float
) -> None:
    laid = one(library, CAT, PictureOfAll(proportion))
    page = first_page(laid)
    start, end = (picture.box for picture in pictures_on(page))
    frames = library.words.exercises[CAT].frames
    assert [picture.name for picture in pictures_on(page)] == [f"{CAT}-start", f"{CAT}-end"]
    assert start.right < end.left
    assert start.top == pytest.approx(end.top)
    assert start.height == pytest.approx(end.height)
    assert start.width / start.height == pytest.approx(proportion)
    assert start.left >= laid.style.margin_side - 0.01
    assert end.right <= laid.style.width - laid.style.margin_side + 0.01
    assert 40 < start.height <= s.WHOLE_PAGE.picture_height_most + 0.01
    figures = [element.alt for _, element in laid.elements(Role.FIGURE, laid.exercise(1))]
    assert figures == [frame.alt for frame in frames.values()]
    captions = [
        text
        for mark in page.marks
        if mark.element is not None
        for text in mark.shapes
        if isinstance(text, Text)
        and text.size == s.WHOLE_PAGE.small.size
        and text.face is s.WHOLE_PAGE.small.bold.face
        and text.colour is Colour.INK
    ]
    middle = (start.right + end.left) / 2
    for box, frame in zip((start, end), frames.values(), strict=True):
        below = [text for text in captions if (text.left < middle) == (box is start)]
        assert " ".join(text.text for text in below) == frame.caption
        assert all(text_box(text).top > box.bottom for text in below)
    steps = next(text_box(text) for text in texts_on(page) if text.text == "What to do")
    assert all(text_box(text).bottom < steps.top for text in captions)


def test_narrow_pictures_stand_beside_the_dose_and_are_large(library: Library) -> None:
    page = first_page(one(library, "front-stretch", PictureOfAll(STANDING)))
    lines = {text.text: text for text in texts_on(page)}
    for picture in pictures_on(page):
        assert picture.box.right < lines["How much"].left
        assert picture.box.height >= s.WHOLE_PAGE.picture_height_good
        assert picture.box.bottom < lines["What to do"].baseline


def test_wide_pictures_stand_across_the_page_above_dose_and_steps(library: Library) -> None:
    page = first_page(one(library, "hanging", PictureOfAll(LYING)))
    lines = {text.text: text for text in texts_on(page)}
    assert max(picture.box.right for picture in pictures_on(page)) > lines["How much"].left
    assert max(picture.box.bottom for picture in pictures_on(page)) < lines["How much"].baseline


def test_lines_are_set_closer_before_pictures_are_small(library: Library) -> None:
    look, sizes = s.WHOLE_PAGE, set()
    for request in (ALL, ALL | Asked(paper="letter")):
        laid = laid_out(library, request, PictureOfAll(1.2))
        for section, chosen in zip(laid.exercises, laid.routine.chosen, strict=True):
            number, *others = laid.pages_of(section)
            page, feel = laid.booklet.pages[number], library.words.exercises[chosen.exercise.id].feel
            size = next(
                text.size for text in texts_on(page) if len(text.text) > 9 and feel.startswith(text.text)
            )
            sizes.add(size)
            height = min(picture.box.height for picture in pictures_on(page))
            # Three in a row have no room to be that high.
            is_good = height >= look.picture_height_good - 0.01 or len(pictures_on(page)) > 2
            assert others or is_good or size == look.body_tight.size, chosen.exercise.id
    assert sizes == {look.body.size, look.body_tight.size}


@pytest.mark.parametrize(
    ("side", "is_mirrored"),
    [("left", False), ("right", True), ("both", False)],
    ids=["left", "right", "both"],
)
def test_pictures_are_turned_round_for_the_other_side_and_say_which_they_show(
    library: Library, side: str, is_mirrored: bool
) -> None:
    laid = one(library, "translation", PictureOfAll(STANDING), side=side)
    assert {picture.mirrored for picture in pictures_on(first_page(laid))} == {is_mirrored}
    shown = "right" if side == "right" else "left"
    assert laid_texts(laid)[1].endswith(f"Pictures show the {shown} side")


def test_pictures_without_sides_do_not_speak_of_them(library: Library) -> None:
    laid = one(library, "hanging", PictureOfAll(STANDING), side="right")
    assert not any(picture.mirrored for picture in pictures_on(first_page(laid)))
    assert not any("Pictures show" in text for text in laid_texts(laid))


def test_pictures_of_unlike_width_have_one_height_too(library: Library) -> None:
    pictures = SomePictures({f"{CAT}-start": LYING, f"{CAT}-end": STANDING})
    start, end = (picture.box for picture in pictures_on(first_page(one(library, CAT, pictures))))
    assert start.height == pytest.approx(end.height)
    assert start.bottom == pytest.approx(end.bottom)


def test_a_missing_frame_leaves_no_gap_and_no_caption(library: Library) -> None:
    frames = library.words.exercises[CAT].frames
    laid = one(library, CAT, SomePictures({f"{CAT}-end": LYING}))
    (picture,) = pictures_on(first_page(laid))
    assert picture.name == f"{CAT}-end"
    (figure,) = (text_box(text) for text in texts_on(first_page(laid)) if text.text == "30×")
    assert picture.box.left + figure.right == pytest.approx(laid.style.width)  # in the middle, with its signs
    assert frames["end"].caption in laid_texts(laid)
    assert frames["start"].caption not in laid_texts(laid)


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("count", [1, 3, 6, 12, None], ids=["1", "3", "6", "12", "all"])
def test_however_many_cautions_there_are_nothing_is_lost(
    library: Library, count: int | None, paper: str
) -> None:
    rules = all_rules(library)[:count]
    own = list(dict.fromkeys(library.words.conditions[condition].rules[rule] for condition, rule in rules))
    request = Asked(goals=("all",), minutes="none", paper=paper)
    laid = laid_out(library, request, PictureOfAll(LYING, STANDING), change=with_rulings(*rules))
    for number, chosen in enumerate(laid.routine.chosen, start=1):
        words = library.words.exercises[chosen.exercise.id]
        section = laid.exercise(number)
        wanted = [words.caution, *own, words.feel, words.breathing, words.easier, words.harder, words.mistake]
        assert in_order(wanted, laid.texts(section)) == []
        assert all(len(laid.pages_of(index)) <= 1 for index in laid.children(section))


def test_a_page_that_would_run_over_goes_on_by_name_with_how_to_vary_the_exercise(library: Library) -> None:
    laid = laid_out(library, ONLY_CAT, PictureOfAll(LYING), change=with_rulings(*all_rules(library)[:5]))
    words = library.words.exercises[CAT]
    first, second = laid.pages_of(laid.exercise(1))
    by_text = {laid.text(index): index for index in laid.within(laid.exercise(1))}
    for text in (words.feel, words.breathing):
        assert laid.pages_of(by_text[text]) == [first]
    for text in (words.easier, words.harder, words.mistake, "Notes from your clinician"):
        assert laid.pages_of(by_text[text]) == [second]
    assert texts_on(laid.booklet.pages[second])[0].text == f"More on exercise 1: {words.name}"


def test_words_that_do_not_fit_go_on_to_the_next_page_whole(library: Library) -> None:
    laid = laid_out(library, Asked(goals=("all",), minutes="none", paper="letter"), PictureOfAll(STANDING))
    for number, chosen in enumerate(laid.routine.chosen, start=1):
        words = library.words.exercises[chosen.exercise.id]
        section = laid.exercise(number)
        assert in_order([words.caution, words.mistake], laid.texts(section)) == []
        for index in laid.within(section):
            if laid.booklet.elements[index].role in (Role.PARAGRAPH, Role.LIST):
                assert len(laid.pages_of(index)) == 1
