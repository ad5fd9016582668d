"""The page of an exercise: what it says, in which order, and what its pictures do to it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from generator.booklet import style as s
from generator.booklet.model import Colour, Picture, Rectangle, Role
from generator.library.loading import load_library
from generator.library.model import Dose, Span
from generator.library.vocabulary import Manner
from generator.request import Request
from generator.routine.model import Condition, Level, Ruling, Step
from tests.booklet.layouts import (
    LYING,
    NO_PICTURES,
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
    from collections.abc import Callable

    from generator.booklet.model import Page, Pictures
    from generator.library.model import Library
    from generator.routine.model import Routine
    from tests.booklet.layouts import Laid

ALL = Request(goals=("all",), minutes="none")
CAT = "cat-stretch"


def one(library: Library, exercise_id: str, pictures: Pictures = NO_PICTURES, side: str = "both") -> Laid:
    """A booklet of one exercise."""
    request = Request(goals=("all",), include=(exercise_id,), max_exercises="1", side=side)
    return laid_out(library, request, pictures)


def first_page(laid: Laid) -> Page:
    return laid.booklet.pages[laid.pages_of(laid.exercise(1))[0]]


def pictures_on(page: Page) -> list[Picture]:
    return [shape for mark in page.marks for shape in mark.shapes if isinstance(shape, Picture)]


def test_each_exercise_starts_a_page(library: Library) -> None:
    laid = laid_out(library, ALL)
    pages = [laid.pages_of(laid.exercise(number)) for number in range(1, 18)]
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


def test_the_facts_line_names_kind_goals_and_position(library: Library) -> None:
    laid = laid_out(library, Request(goals=("extension", "side"), include=("latissimus-release",)))
    number = [chosen.exercise.id for chosen in laid.routine.chosen].index("latissimus-release") + 1
    facts = laid.texts(laid.exercise(number), Role.PARAGRAPH)[0]
    assert facts == "Release · Extension and Side bending · Lying on your side"


def test_an_exercise_that_serves_no_goal_asked_for_names_its_own(library: Library) -> None:
    laid = laid_out(library, Request(goals=("rotation",), include=("hanging",)))
    number = [chosen.exercise.id for chosen in laid.routine.chosen].index("hanging") + 1
    assert laid.texts(laid.exercise(number), Role.PARAGRAPH)[0] == "Stretch · Flexion · Squatting"


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


def test_steps_are_numbered_one_by_one(library: Library) -> None:
    laid = one(library, CAT)
    ((steps, _),) = laid.elements(Role.LIST, laid.exercise(1))
    assert laid.texts(steps, Role.LABEL) == [f"{number}." for number in range(1, 7)]
    assert laid.texts(steps, Role.LIST_BODY) == list(library.words.exercises[CAT].steps)


def test_how_much_stands_beside_the_steps_large(library: Library) -> None:
    laid = one(library, CAT)
    page = first_page(laid)
    lines = {text.text: text for text in texts_on(page)}
    figure, steps, heading = lines["30"], lines["What to do"], lines["How much"]
    assert figure.size >= 40
    assert heading.left > steps.left + laid.style.room_width / 2
    assert abs(heading.baseline - steps.baseline) < 20
    (ground,) = (
        shape.box
        for shape in shapes_of(page, None)
        if isinstance(shape, Rectangle) and shape.fill is Colour.TINT
    )
    for text in laid.texts(laid.exercise(1)):
        if text in lines and lines[text].left > ground.left:
            assert ground.top < text_box(lines[text]).top
            assert text_box(lines[text]).bottom < ground.bottom


def test_the_time_it_takes_and_the_kit_it_needs_are_said(library: Library) -> None:
    assert "You need: bar." in laid_texts(one(library, "hanging"))
    assert not any(text.startswith("You need") for text in laid_texts(one(library, CAT)))
    laid = one(library, CAT)
    minutes = -(-laid.routine.chosen[0].seconds // 60)
    assert f"Takes {minutes} minute{'s' * (minutes > 1)} at most." in laid_texts(laid)


def laid_texts(laid: Laid) -> list[str]:
    return laid.texts(laid.exercise(1))


def test_one_side_is_printed_where_one_side_is_asked_for(library: Library) -> None:
    texts = laid_texts(one(library, "side-stretch", side="left"))
    assert "Hold for 30 seconds. Do the left side only." in texts
    assert "seconds on the left side" in texts
    assert not any("both sides" in text or "the right side" in text for text in texts)


@pytest.mark.parametrize(("side", "other"), [("left", "right"), ("right", "left")])
def test_which_way_to_go_is_said_before_the_steps_where_one_side_is_worked_on(
    library: Library, side: str, other: str
) -> None:
    for exercise_id, words in library.words.exercises.items():
        texts = laid_texts(one(library, exercise_id, side=side))
        if words.sides:
            assert texts[texts.index("What to do") + 1] == words.sides[side]
            assert words.sides[other] not in texts


def test_for_both_sides_no_way_is_named_before_the_steps(library: Library) -> None:
    laid = laid_out(library, ALL)
    ways = {way for words in library.words.exercises.values() for way in words.sides.values()}
    assert len(ways) > 10
    assert not ways & set(laid.texts(0))


def test_no_picture_that_may_be_turned_round_is_described_by_a_side(library: Library) -> None:
    for exercise in library.exercises:
        for frame in library.words.exercises[exercise.id].frames.values():
            names_a_side = re.search(r"\b(left|right)\b", f"{frame.caption} {frame.alt}")
            assert not (exercise.shown_side and names_a_side), exercise.id


def test_a_pinch_is_spoken_of_where_the_spine_bends_sideways(library: Library) -> None:
    laid = laid_out(library, ALL)
    tip = library.words.labels["exercise.pinch-tip"]
    with_tip = {
        chosen.exercise.id
        for number, chosen in enumerate(laid.routine.chosen, start=1)
        if in_order(["If it pinches", tip], laid.texts(laid.exercise(number))) == []
    }
    assert with_tip == {"side-stretch", "intercostal-stretch", "side-stretch-with-flexion", "translation"}


def test_without_pictures_there_is_neither_a_figure_nor_a_frame(library: Library) -> None:
    laid = one(library, CAT)
    assert laid.elements(Role.FIGURE) == []
    captions = {frame.caption for frame in library.words.exercises[CAT].frames.values()}
    assert not captions & set(laid_texts(laid))
    texts = texts_on(first_page(laid))
    place = [text.text for text in texts].index("What to do")
    purpose, steps = text_box(texts[place - 1]), text_box(texts[place])
    assert steps.top - purpose.bottom < 30  # the words have the room


@pytest.mark.parametrize("proportion", [STANDING, 1.0, LYING, 4.0])
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
    assert 40 < start.height <= s.PICTURE_HEIGHT_MOST + 0.01
    figures = [element.alt for _, element in laid.elements(Role.FIGURE, laid.exercise(1))]
    assert figures == [frame.alt for frame in frames.values()]
    captions = [
        text
        for text in texts_on(page)
        if text.size == s.SMALL.size and text.face is s.SMALL_BOLD.face and text.colour is Colour.INK
    ]
    middle = (start.right + end.left) / 2
    for box, frame in zip((start, end), frames.values(), strict=True):
        below = [text for text in captions if (text.left < middle) == (box is start)]
        assert " ".join(text.text for text in below) == frame.caption
        assert all(text_box(text).top > box.bottom for text in below)
    steps = next(text_box(text) for text in texts_on(page) if text.text == "What to do")
    assert all(text_box(text).bottom < steps.top for text in captions)


def test_narrow_pictures_stand_beside_the_dose_and_are_large(library: Library) -> None:
    page = first_page(one(library, "hanging", PictureOfAll(STANDING)))
    lines = {text.text: text for text in texts_on(page)}
    for picture in pictures_on(page):
        assert picture.box.right < lines["How much"].left
        assert picture.box.height >= s.PICTURE_HEIGHT_GOOD
        assert picture.box.bottom < lines["What to do"].baseline


def test_wide_pictures_stand_across_the_page_above_dose_and_steps(library: Library) -> None:
    page = first_page(one(library, "hanging", PictureOfAll(LYING)))
    lines = {text.text: text for text in texts_on(page)}
    assert max(picture.box.right for picture in pictures_on(page)) > lines["How much"].left
    assert max(picture.box.bottom for picture in pictures_on(page)) < lines["How much"].baseline


@pytest.mark.parametrize(("side", "is_mirrored"), [("left", False), ("right", True), ("both", False)])
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
    middle = (picture.box.left + picture.box.right) / 2
    assert middle == pytest.approx(laid.style.width / 2)
    assert frames["end"].caption in laid_texts(laid)
    assert frames["start"].caption not in laid_texts(laid)


def test_there_are_lines_for_notes_where_the_page_has_room(library: Library) -> None:
    laid = one(library, "hanging")
    assert laid_texts(laid)[-1] == "Notes from your clinician"


def with_rulings(*rules: tuple[str, str]) -> Callable[[Routine], Routine]:
    """Every exercise of the routine falls under those rules, each named by condition and rule."""
    precautions = load_library().precautions
    rulings = tuple(
        Ruling(Condition(condition), rule, ())
        for condition, name in rules
        for rule in precautions[condition].rules
        if rule.id == name
    )
    return lambda routine: replace(
        routine, chosen=tuple(replace(chosen, rulings=rulings) for chosen in routine.chosen)
    )


def all_rules(library: Library) -> list[tuple[str, str]]:
    """Every rule that has words, by condition and rule."""
    return [(words.id, rule) for words in library.words.conditions.values() for rule in words.rules]


ONLY_CAT = Request(goals=("flexion",), include=(CAT,), max_exercises="1")
CARE, LEAVE_OUT, SAME = ("osteoporosis", "pressure-on-the-ribs"), ("osteoporosis", "turning"), "arching"


def test_the_clients_own_cautions_stand_in_the_box_below_the_exercises_own(library: Library) -> None:
    words, rules = library.words.exercises[CAT], library.words.conditions["osteoporosis"].rules
    own = [rules[CARE[1]], rules[LEAVE_OUT[1]]]
    laid = laid_out(library, ONLY_CAT, change=with_rulings(CARE, LEAVE_OUT))
    texts = laid_texts(laid)
    start = texts.index("Take care")
    assert texts[start : start + 5] == ["Take care", words.caution, "For you", *own]
    page = first_page(laid)
    (frame,) = (
        shape.box
        for shape in shapes_of(page, None)
        if isinstance(shape, Rectangle) and shape.stroke is Colour.INK and not is_tick_box(shape)
    )
    inside = [
        text for text in texts_on(page) if frame.top < text_box(text).top < text.baseline < frame.bottom
    ]
    assert " ".join(text.text for text in inside) == " ".join(["Take care", words.caution, "For you", *own])


def test_a_caution_that_two_conditions_share_is_said_once(library: Library) -> None:
    conditions = library.words.conditions
    assert conditions["spondylolisthesis"].rules[SAME] == conditions["stenosis"].rules[SAME]
    change = with_rulings(("spondylolisthesis", SAME), ("stenosis", SAME))
    laid = laid_out(library, Request(goals=("flexion",)), change=change)
    assert laid_texts(laid).count(conditions["stenosis"].rules[SAME]) == 1


def test_without_conditions_no_caution_is_called_the_clients_own(library: Library) -> None:
    assert "For you" not in laid_out(library, ALL).texts(0)


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("count", [1, 3, 6, 12, None])
def test_however_many_cautions_there_are_nothing_is_lost(
    library: Library, count: int | None, paper: str
) -> None:
    rules = all_rules(library)[:count]
    own = list(dict.fromkeys(library.words.conditions[condition].rules[rule] for condition, rule in rules))
    request = Request(goals=("all",), minutes="none", paper=paper)
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


def week_by_week(*doses: Dose) -> Callable[[Routine], Routine]:
    """Every exercise begins with the first of three doses, and goes on to the others."""
    steps = tuple(Step(level, dose) for level, dose in zip(Level, doses, strict=True))
    return lambda routine: replace(
        routine,
        chosen=tuple(replace(chosen, dose=doses[0], steps=steps) for chosen in routine.chosen),
    )


SHORT, LONG = Dose(Manner.HOLD, Span(15, 15)), Dose(Manner.HOLD, Span(30, 30))
TWICE = Dose(Manner.HOLD_AND_REPEAT, Span(30, 30), times=2)


@pytest.mark.parametrize(
    ("weeks", "doses", "amounts"),
    [
        (
            "4",
            (SHORT, LONG, TWICE),
            [
                *("Weeks 1 to 2", "Hold for 15 seconds."),
                *("Week 3", "Hold for 30 seconds."),
                *("Week 4", "Hold for 30 seconds. Do it 2 times."),
                "Do both sides.",
            ],
        ),
        (
            "6",
            (SHORT, LONG, LONG),
            [
                "Weeks 1 to 2",
                "Hold for 15 seconds.",
                "Weeks 3 to 6",
                "Hold for 30 seconds.",
                "Do both sides.",
            ],
        ),
        ("1", (SHORT, LONG, TWICE), ["15", "seconds on each side", "Hold for 15 seconds. Do both sides."]),
        ("6", (LONG, LONG, LONG), ["30", "seconds on each side", "Hold for 30 seconds. Do both sides."]),
        ("6", (TWICE, TWICE, TWICE), ["2", "times, 30 seconds each, on each side"]),
    ],
)
def test_how_much_is_said_for_each_span_of_weeks_where_it_changes(
    library: Library, weeks: str, doses: tuple[Dose, Dose, Dose], amounts: list[str]
) -> None:
    request = Request(goals=("side",), include=("side-stretch",), max_exercises="1", weeks=weeks)
    texts = laid_texts(laid_out(library, request, change=week_by_week(*doses)))
    start = texts.index("How much") + 1
    assert texts[start : start + len(amounts)] == amounts


def test_words_that_do_not_fit_go_on_to_the_next_page_whole(library: Library) -> None:
    laid = laid_out(library, Request(goals=("all",), minutes="none", paper="letter"), PictureOfAll(STANDING))
    for number, chosen in enumerate(laid.routine.chosen, start=1):
        words = library.words.exercises[chosen.exercise.id]
        section = laid.exercise(number)
        assert in_order([words.caution, words.mistake], laid.texts(section)) == []
        for index in laid.within(section):
            if laid.booklet.elements[index].role in (Role.PARAGRAPH, Role.LIST):
                assert len(laid.pages_of(index)) == 1


def test_where_the_pictures_show_the_usual_position_and_another_is_due_the_page_says_so(
    library: Library,
) -> None:
    request = Request(goals=("extension", "rotation"))
    for pictures, told in ((PictureOfAll(STANDING), True), (NO_PICTURES, False)):
        laid = laid_out(library, request, pictures)
        places = [chosen.exercise.id for chosen in laid.routine.chosen]
        texts = " ".join(laid.texts(laid.exercise(places.index("intercostal-release") + 1)))
        assert "Lying on your back" in texts
        assert ("Lying on your back (the pictures: sitting on a chair)" in texts) == told
