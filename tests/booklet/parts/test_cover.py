"""The first page: for whom, the plan in short, the routine at a glance."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from generator.booklet import style as s
from generator.booklet.model import Picture, Polyline, Role, Text
from generator.library.model import Dose, Span
from generator.library.vocabulary import Goal, Manner
from generator.routine.model import Step
from generator.routine.plan import Level
from generator.routine.reasons import GoalShortOfTime, GoalUnsafe
from tests.asking import Asked
from tests.booklet.laying_out import (
    LYING,
    NO_PICTURES,
    PictureOfAll,
    SomePictures,
    laid_out,
    text_box,
    texts_on,
)

if TYPE_CHECKING:
    from generator.library.model import Library
    from generator.routine.model import Routine
    from tests.booklet.laying_out import Laid

NAMED = Asked(
    goals=("rotation",),
    client="Ann Example",
    clinician="Dr Bo",
    clinic="Spine Clinic",
    review="2026-04-28",
    days_per_week="5",
    weeks="6",
)


FOUR = NAMED | Asked(
    include=("shoulder-blade-release", "seated-rotation", "four-point-rotation", "translation"),
    max_exercises="4",
)


def cover_texts(laid: Laid, *roles: Role) -> list[str]:
    return laid.texts(laid.sections[0], *roles)


def test_the_title_is_the_one_heading_of_the_first_level_and_says_what_it_is(library: Library) -> None:
    laid = laid_out(library, NAMED)
    assert cover_texts(laid, Role.HEADING_1) == ["Your upper back routine"]
    assert [laid.text(index) for index, _ in laid.elements(Role.HEADING_1)] == ["Your upper back routine"]
    assert texts_on(laid.booklet.pages[0])[0].text == "Your upper back routine"


@pytest.mark.parametrize(
    ("goals", "aim"),
    [
        (("extension",), "These exercises may help you to arch back."),
        (("side", "flexion"), "These exercises may help you to bend to the side and to round forward."),
        (("all",), "to arch back, to round forward, to turn and to bend to the side."),
    ],
    ids=["one", "two", "all"],
)
def test_the_purpose_is_in_plain_words(library: Library, goals: tuple[str, ...], aim: str) -> None:
    laid = laid_out(library, Asked(goals=goals))
    assert aim in cover_texts(laid, Role.PARAGRAPH)[0]


def without_extension(routine: Routine) -> Routine:
    """Extension was asked for, and is not safe for this client."""
    unsafe = GoalUnsafe(Goal.EXTENSION, ("stenosis", "painful-extension"))
    short = GoalShortOfTime(Goal.FLEXION, 20)
    return replace(routine, goals=(Goal.ROTATION, Goal.SIDE), goals_left_out=(unsafe, short))


def test_a_goal_that_is_not_safe_is_said_to_be_left_out_and_not_aimed_at(library: Library) -> None:
    request = Asked(goals=("extension", "flexion", "rotation"))
    laid = laid_out(library, request, change=without_extension)
    aim, left_out = cover_texts(laid, Role.PARAGRAPH)[:2]
    assert aim.startswith("These exercises may help you to turn and to bend to the side.")
    assert left_out == (
        "To keep you safe, exercises to arch back are left out for now. "
        "The reason: spinal stenosis and pain on arching back. Ask your clinician about them."
    )
    # That there was no time for it is the clinician's to know.
    assert not any("round forward" in text for text in cover_texts(laid))
    assert laid.booklet.subject == "rotation and side bending"


def test_where_every_goal_is_worked_on_none_is_said_to_be_left_out(library: Library) -> None:
    assert not any("left out" in text for text in laid_out(library, NAMED).texts(0))


def test_a_dose_that_grows_is_said_to_be_the_first(library: Library) -> None:
    doses = (Dose(Manner.HOLD, Span(15, 15)), *[Dose(Manner.HOLD, Span(30, 30))] * 2)
    steps = tuple(Step(level, dose) for level, dose in zip(Level, doses, strict=True))

    def growing(routine: Routine) -> Routine:
        chosen = tuple(replace(each, dose=doses[0], steps=steps) for each in routine.chosen)
        return replace(routine, chosen=chosen)

    for weeks, head in (("6", "How much at first"), ("1", "How much")):
        laid = laid_out(library, NAMED | Asked(weeks=weeks), change=growing)
        assert laid.rows(laid.glance)[0][-1] == head
        assert {row[-1].split(".")[0] for row in laid.rows(laid.glance)[1:]} == {"Hold for 15 seconds"}


def test_names_and_dates_stand_beside_their_labels(library: Library) -> None:
    laid = laid_out(library, NAMED)
    texts = cover_texts(laid)
    pairs = [
        ("For", "Ann Example"),
        ("From", "Dr Bo, Spine Clinic"),
        ("Date", "31 March 2026"),
        ("Review on", "28 April 2026"),
    ]
    for label, value in pairs:
        assert texts[texts.index(label) + 1] == value


def test_what_is_not_given_is_a_line_to_write_on(library: Library) -> None:
    laid = laid_out(library, Asked(goals=("rotation",)))
    lines = {text.text: text_box(text) for text in texts_on(laid.booklet.pages[0])}
    rules = [
        shape.points
        for mark in laid.booklet.pages[0].marks
        for shape in mark.shapes
        if isinstance(shape, Polyline) and shape.line_width == s.WHOLE_PAGE.hairline
    ]
    for label in ("For", "From", "Review on"):
        box = lines[label]
        beside = [
            (end[0] - start[0])
            for start, end in rules
            if start[0] > box.right and box.top < start[1] < box.bottom + 3
        ]
        assert beside, label
        assert beside[0] > 60


@pytest.mark.parametrize(
    ("request_", "tiles"),
    [
        (FOUR, ["4", "exercises", "15", "minutes at most", "5", "days a week", "6", "weeks"]),
        (
            Asked(goals=("side",), minutes="1", days_per_week="1", weeks="1", kit=("none",), side="left"),
            ["1", "exercise", "1", "minute at most", "1", "day a week", "1", "week"],
        ),
    ],
    ids=["several", "one of each"],
)
def test_the_plan_in_short_counts_in_singular_and_plural(
    library: Library, request_: Asked, tiles: list[str]
) -> None:
    laid = laid_out(library, request_)
    texts = cover_texts(laid)
    start = texts.index("Your plan in short") + 1
    assert texts[start : start + 8] == tiles


def test_needed_kit_is_named_once_and_the_optional_after_it(library: Library) -> None:
    laid = laid_out(library, FOUR)
    texts = cover_texts(laid)
    start = texts.index("What you need") + 1
    assert texts[start : start + 2] == [
        "A massage ball (a tennis ball works too) and a firm chair.",
        "Nice to have: a mat or carpet.",
    ]


def test_no_kit_is_said_too(library: Library) -> None:
    laid = laid_out(library, Asked(goals=("flexion",), kit=("none",)))
    assert "You need no kit." in cover_texts(laid)


def test_the_glance_has_a_row_for_each_exercise_in_order(library: Library) -> None:
    laid = laid_out(library, Asked(goals=("all",), minutes="none"))
    head, *rows = laid.rows(laid.glance)
    assert head == ["No.", "Exercise", "How much"]
    names = [laid.library.words.exercises[chosen.exercise.id].name for chosen in laid.routine.chosen]
    assert [row[:2] for row in rows] == [[str(i), name] for i, name in enumerate(names, start=1)]
    assert [row[2] for row in rows] == [laid.wording.chosen_dose(chosen) for chosen in laid.routine.chosen]


def test_the_order_is_explained_by_the_releases_where_there_are_any(library: Library) -> None:
    with_release = cover_texts(laid_out(library, Asked(goals=("extension",))))
    without = cover_texts(
        laid_out(library, Asked(goals=("extension",), no_kit=("massage-ball", "foam-roller")))
    )
    assert any("The first ones relax the muscles" in text for text in with_release)
    assert not any("The first ones relax" in text for text in without)
    assert any("change position as little as you can" in text for text in without)


def test_a_long_glance_stands_after_the_signs_to_stop_and_a_short_one_on_the_cover(library: Library) -> None:
    seventeen = Asked(goals=("all",), minutes="none", max_exercises="17")
    short, long = laid_out(library, FOUR), laid_out(library, seventeen)
    assert (short.pages_of(short.glance), long.pages_of(long.glance)) == ([0], [2])
    for laid in (short, long):
        assert texts_on(laid.booklet.pages[1])[0].text == "Before you start"
    assert texts_on(long.booklet.pages[2])[0].text == "Your routine at a glance"
    # What is alone on a cover stands lower on it.
    titles = [texts_on(laid.booklet.pages[0])[0].baseline for laid in (short, long)]
    assert titles[0] < titles[1]


def test_names_in_the_glance_keep_clear_of_the_doses_beside_them(library: Library) -> None:
    laid = laid_out(library, Asked(goals=("all",), minutes="none"))
    names: list[float] = []
    doses: list[float] = []
    for row in laid.children(laid.glance)[1:]:
        for cell, edges in zip(laid.children(row)[-2:], (names, doses), strict=True):
            boxes = [text_box(shape) for shape in laid.shapes(cell) if isinstance(shape, Text)]
            edges += [box.right if edges is names else box.left for box in boxes]
    assert min(doses) - max(names) >= s.WHOLE_PAGE.body.size  # or they are taken for one line


def test_thumbnails_show_the_end_and_there_is_no_column_for_none(library: Library) -> None:
    def thumbnails(laid: Laid) -> list[str]:
        page = laid.booklet.pages[laid.pages_of(laid.glance)[0]]
        return [shape.name for mark in page.marks for shape in mark.shapes if isinstance(shape, Picture)]

    ids = [chosen.exercise.id for chosen in laid_out(library, NAMED).routine.chosen]
    assert thumbnails(laid_out(library, NAMED, PictureOfAll(LYING))) == [f"{each}-end" for each in ids]
    assert thumbnails(laid_out(library, NAMED, NO_PICTURES)) == []
    some = laid_out(library, NAMED, SomePictures({f"{ids[1]}-end": LYING}))
    assert some.rows(some.glance)[0] == ["No.", "Picture", "Exercise", "How much"]
    assert thumbnails(some) == [f"{ids[1]}-end"]
    figures = [element.alt for _, element in some.elements(Role.FIGURE, some.glance)]
    assert figures == [library.words.exercises[ids[1]].frames["end"].alt]
