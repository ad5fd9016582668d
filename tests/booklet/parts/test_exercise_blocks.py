"""What stands on the page of an exercise: its facts, steps, dose, cautions and notes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from generator.booklet import style as s
from generator.booklet.blocks.containers import Panel, Stack
from generator.booklet.blocks.lines import (
    Rule,
)
from generator.booklet.model import Colour, Page, Rectangle, Role
from generator.booklet.page_setup import PageSetup
from generator.booklet.parts.exercise_blocks import caution_box, dose_of
from generator.booklet.surface import DOCUMENT, Surface
from generator.library.model import Dose, Span
from generator.library.vocabulary import Manner
from generator.routine.model import Step
from generator.routine.plan import Level
from tests.asking import Asked
from tests.booklet.exercise_pages import (
    ALL,
    CAT,
    ONLY_CAT,
    first_page,
    laid_texts,
    one,
    with_rulings,
)
from tests.booklet.laying_out import (
    NO_PICTURES,
    STANDING,
    EvenMeasure,
    PictureOfAll,
    in_order,
    is_tick_box,
    laid_out,
    of_each_look,
    shapes_of,
    text_box,
    texts_on,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.booklet.blocks.warnings import WarningBox
    from generator.library.model import Library
    from generator.routine.model import Routine

CARE, LEAVE_OUT, SAME = ("osteoporosis", "pressure-on-the-ribs"), ("osteoporosis", "turning"), "arching"
SHORT, LONG = Dose(Manner.HOLD, Span(15, 15)), Dose(Manner.HOLD, Span(30, 30))
TWICE = Dose(Manner.HOLD_AND_REPEAT, Span(30, 30), times=2)


def test_the_facts_line_names_kind_goals_and_position(library: Library) -> None:
    laid = laid_out(library, Asked(goals=("extension", "side"), include=("latissimus-release",)))
    number = [chosen.exercise.id for chosen in laid.routine.chosen].index("latissimus-release") + 1
    facts = laid.texts(laid.exercise(number), Role.PARAGRAPH)[0]
    assert facts == "Release · Extension and Side bending · Lying on your side"


def test_an_exercise_that_serves_no_goal_asked_for_names_its_own(library: Library) -> None:
    laid = laid_out(library, Asked(goals=("rotation",), include=("hanging",)))
    number = [chosen.exercise.id for chosen in laid.routine.chosen].index("hanging") + 1
    assert laid.texts(laid.exercise(number), Role.PARAGRAPH)[0] == "Stretch · Flexion · Squatting"


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


def test_a_pinch_is_spoken_of_where_the_spine_bends_sideways(library: Library) -> None:
    laid = laid_out(library, ALL)
    tip = library.words.labels["exercise.pinch-tip"]
    with_tip = {
        chosen.exercise.id
        for number, chosen in enumerate(laid.routine.chosen, start=1)
        if in_order(["If it pinches", tip], laid.texts(laid.exercise(number))) == []
    }
    assert with_tip == {
        "side-stretch",
        "intercostal-stretch",
        "side-stretch-with-flexion",
        "translation",
        "childs-pose-to-the-side",
        "side-lying-reach",
        "side-bend-arm-over",
    }


def test_there_are_lines_for_notes_where_the_page_has_room(library: Library) -> None:
    laid = one(library, "hanging")
    assert laid_texts(laid)[-1] == "Notes from your clinician"


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
    laid = laid_out(library, Asked(goals=("flexion",)), change=change)
    assert laid_texts(laid).count(conditions["stenosis"].rules[SAME]) == 1


def test_without_conditions_no_caution_is_called_the_clients_own(library: Library) -> None:
    assert "For you" not in laid_out(library, ALL).texts(0)


def week_by_week(*doses: Dose) -> Callable[[Routine], Routine]:
    """Every exercise begins with the first of three doses, and goes on to the others."""
    steps = tuple(Step(level, dose) for level, dose in zip(Level, doses, strict=True))
    return lambda routine: replace(
        routine,
        chosen=tuple(replace(chosen, dose=doses[0], steps=steps) for chosen in routine.chosen),
    )


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
    ids=["changes twice", "changes once", "one week", "never changes", "never changes, in sets"],
)
def test_how_much_is_said_for_each_span_of_weeks_where_it_changes(
    library: Library, weeks: str, doses: tuple[Dose, Dose, Dose], amounts: list[str]
) -> None:
    request = Asked(goals=("side",), include=("side-stretch",), max_exercises="1", weeks=weeks)
    texts = laid_texts(laid_out(library, request, change=week_by_week(*doses)))
    start = texts.index("How much") + 1
    assert texts[start : start + len(amounts)] == amounts


def test_where_the_pictures_show_the_usual_position_and_another_is_due_the_page_says_so(
    library: Library,
) -> None:
    request = Asked(goals=("extension", "rotation"))
    for pictures, told in ((PictureOfAll(STANDING), True), (NO_PICTURES, False)):
        laid = laid_out(library, request, pictures)
        places = [chosen.exercise.id for chosen in laid.routine.chosen]
        texts = " ".join(laid.texts(laid.exercise(places.index("intercostal-release") + 1)))
        assert "Lying on your back" in texts
        assert ("Lying on your back (the pictures: sitting on a chair)" in texts) == told


CAUTION = "Keep the ball on muscle, and stop if your arm tingles or goes numb."


def boxed(look: s.Look, width: float) -> tuple[WarningBox, Page]:
    """A caution on a page with so much room."""
    page_style = s.PageStyle(width + 40, 300, margin_side=20, margin_top=20)
    surface = Surface(PageSetup(page_style, EvenMeasure(), NO_PICTURES, look))
    box = caution_box((("Take care", (CAUTION,)), ("For you", ("No turning.",))), surface.setup)
    surface.add_page()
    box.place(surface, DOCUMENT, 20, 20, width)
    (page,), _ = surface.finish()
    return box, page


def test_the_heading_of_a_caution_stands_beside_its_text_where_there_is_room() -> None:
    _, page = boxed(s.WHOLE_PAGE, 480)
    care, *lines, for_you, turning = texts_on(page)
    assert (care.text, for_you.text, turning.text) == ("Take care", "For you", "No turning.")
    assert care.baseline == pytest.approx(lines[0].baseline)
    assert for_you.baseline == pytest.approx(turning.baseline)
    assert text_box(care).right < lines[0].left == turning.left
    assert care.left == for_you.left


def test_the_heading_of_a_caution_stands_above_its_text_where_it_would_be_broken() -> None:
    _, page = boxed(s.WHOLE_PAGE, 300)
    care, *lines, for_you, turning = texts_on(page)
    assert care.left == lines[0].left == for_you.left == turning.left
    assert care.baseline < lines[0].baseline
    assert for_you.baseline < turning.baseline


@of_each_look
def test_a_caution_is_framed_as_heavily_as_its_look_says(look: s.Look) -> None:
    box, page = boxed(look, 480)
    frame, *_ = (shape for mark in page.marks for shape in mark.shapes if isinstance(shape, Rectangle))
    assert box.label == CAUTION
    assert (frame.line_width, frame.radius) == (look.outline, look.panel_radius)
    for text in texts_on(page):
        line = text_box(text)
        assert frame.box.left + look.padding <= line.left
        assert line.right <= frame.box.right - look.padding
        assert frame.box.top + look.outline < line.top < line.bottom < frame.box.bottom - look.outline


@of_each_look
def test_the_dose_has_the_padding_and_the_lines_of_its_look(look: s.Look, library: Library) -> None:
    laid = one(library, CAT)
    panel = dose_of(laid.routine.chosen[0], 4, look, laid.wording)
    assert isinstance(panel, Panel)
    assert panel.padding == pytest.approx(look.padding * 9 / 11)
    assert panel.radius == look.panel_radius
    assert isinstance(panel.block, Stack)
    assert {block.line_width for block in panel.block.blocks if isinstance(block, Rule)} == {look.hairline}
