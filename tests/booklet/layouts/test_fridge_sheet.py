"""The fridge sheet: a whole routine on one page, with a week's boxes, or refused by name."""

from __future__ import annotations

from itertools import combinations, pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.booklet import style as s
from generator.booklet.content import Content
from generator.booklet.layouts.fridge_sheet import MOST_EXERCISES, fridge_warnings, lay_out_fridge_sheet
from generator.booklet.layouts.pages import lay_out_pages
from generator.booklet.model import Picture, Pictures, Text
from generator.problems import DoesNotFitError, ExitCode, NothingLeftError
from tests.booklet.fridge_sheets import LARGE_PRINT, LIBRARY, REQUESTS, laid_sheet, of_every_sheet, table_of
from tests.booklet.laying_out import (
    HEADING_LEVELS,
    LYING,
    NO_PICTURES,
    STANDING,
    PictureOfAll,
    overlapping,
    texts_on,
)
from tests.booklet.small_papers import PRINTABLE, asked, drawn, faults, placed, room_of, solid
from tests.reading_level import grade

if TYPE_CHECKING:
    from pathlib import Path

    from generator.booklet.style import Look
    from tests.asking import Asked
    from tests.booklet.laying_out import Laid


@of_every_sheet
def laid(request: pytest.FixtureRequest) -> Laid:
    return laid_sheet(*request.param)


def test_everything_is_on_one_lying_page(laid: Laid) -> None:
    assert len(laid.booklet.pages) == 1
    assert (laid.booklet.width, laid.booklet.height) == (laid.style.height, laid.style.width)


def test_nothing_is_clipped_or_lies_on_something_else(laid: Laid) -> None:
    (page,) = laid.booklet.pages
    for mark in page.marks:
        for shape in mark.shapes:
            box = room_of(shape)
            assert box.left >= PRINTABLE, shape
            assert box.top >= PRINTABLE, shape
            assert box.right <= laid.booklet.width - PRINTABLE, shape
            assert box.bottom <= laid.booklet.height - PRINTABLE, shape
    ticks = [("box", field.box) for field in page.fields]
    for (one, box), (other, another) in combinations([*solid(page.marks), *ticks], 2):
        assert not overlapping(box, another), (one, other)


def test_text_is_as_large_as_promised() -> None:
    for name, look, least in (
        *((name, s.WHOLE_PAGE, 12) for name in REQUESTS),
        *((name, s.LARGE_PRINT, 16) for name in LARGE_PRINT),
    ):
        assert min(text.size for text in texts_on(laid_sheet(name, look).booklet.pages[0])) >= least


def test_few_exercises_are_told_in_larger_text_and_pictures() -> None:
    def body(name: str) -> float:
        laid = laid_sheet(name, s.WHOLE_PAGE)
        return next(
            shape.size
            for index in laid.within(table_of(laid))
            for shape in laid.shapes(index)
            if isinstance(shape, Text) and shape.text.startswith("1. ")
        )

    def picture(name: str) -> float:
        laid = laid_sheet(name, s.WHOLE_PAGE)
        return max(
            shape.box.width * shape.box.height
            for mark in laid.booklet.pages[0].marks
            for shape in mark.shapes
            if isinstance(shape, Picture)
        )

    assert body("one") > body("six") > body("eight")
    assert picture("one") > picture("six") > picture("eight")


def test_cautions_are_told_whole_up_to_six_exercises() -> None:
    for name in ("one", "four", "six", "six, letter", "left", "week by week"):
        laid = laid_sheet(name, s.WHOLE_PAGE)
        texts = laid.texts(table_of(laid))
        for chosen in laid.routine.chosen:
            assert laid.library.words.exercises[chosen.exercise.id].caution in texts


def test_the_clients_own_cautions_stand_with_each_exercise_where_there_is_room() -> None:
    laid = placed(LIBRARY, asked(3, conditions=("osteoporosis",)), lay_out_fridge_sheet, s.WHOLE_PAGE)
    texts = laid.texts(table_of(laid))
    for chosen in laid.routine.chosen:
        own = laid.wording.own_cautions(chosen)
        if own:
            assert f"For you: {' '.join(own)}" in texts
    assert any(laid.wording.own_cautions(chosen) for chosen in laid.routine.chosen)


CONDITIONS = st.lists(st.sampled_from(sorted(LIBRARY.precautions)), min_size=1, max_size=6, unique=True)


@settings(deadline=None, max_examples=40)
@given(CONDITIONS, st.integers(1, 6), st.sampled_from(["a4", "letter"]))
def test_no_caution_of_the_client_is_lost(conditions: list[str], count: int, paper: str) -> None:
    request = asked(count, conditions=tuple(conditions), cleared_by="Dr Eve Stone", paper=paper)
    try:
        laid = placed(LIBRARY, request, lay_out_fridge_sheet, s.WHOLE_PAGE)
    except (NothingLeftError, DoesNotFitError):
        return
    texts = laid.texts(0)
    for condition in laid.routine.plan.conditions:
        assert LIBRARY.words.conditions[condition.id].client in texts
    for number, chosen in enumerate(laid.routine.chosen, start=1):
        for text in laid.wording.own_cautions(chosen):
            in_row = any(each.startswith("For you: ") and text in each for each in texts)
            before = texts[texts.index(text) - 1] if text in texts else ""
            assert in_row or str(number) in before.removeprefix("No. ").split(", ")
    test_nothing_is_clipped_or_lies_on_something_else(laid)


def refused(request: Asked, look: Look) -> DoesNotFitError:
    with pytest.raises(DoesNotFitError) as caught:
        placed(LIBRARY, request, lay_out_fridge_sheet, look)
    assert caught.value.exit_code is ExitCode.DOES_NOT_FIT
    return caught.value


def test_too_many_exercises_are_refused_by_name_and_what_would_fit_is_told() -> None:
    error = refused(asked(17), s.WHOLE_PAGE)
    (problem,) = error.problems
    last = placed(LIBRARY, asked(17), lay_out_pages, s.WHOLE_PAGE).routine.chosen[-1]
    assert f"“17. {LIBRARY.words.exercises[last.exercise.id].name}”" in problem.message
    assert "“1. " not in problem.message
    assert "points of height are missing" in problem.message
    most = int(problem.hint.split()[1])
    assert problem.hint == f"take {most} exercises or fewer, or choose the layout of whole pages"
    left_over = problem.message.split("”")[0]
    assert left_over.startswith(f"“{most + 1}. ")
    # As many as were told to fit do fit.
    assert most >= MOST_EXERCISES
    placed(LIBRARY, asked(most - 1), lay_out_fridge_sheet, s.WHOLE_PAGE)


def test_too_many_cautions_of_the_client_are_refused_by_name() -> None:
    (problem,) = refused(REQUESTS["five conditions"], s.LARGE_PRINT).problems
    assert problem.message.startswith("“For you (")
    assert "“1. " in problem.message
    assert problem.hint == "choose the layout of whole pages"


def test_it_warns_above_six_exercises() -> None:
    for count in (1, 6, 7, 8):
        laid = placed(LIBRARY, asked(count), lay_out_fridge_sheet, s.WHOLE_PAGE)
        warnings = fridge_warnings(Content(laid.routine, laid.order.details, laid.wording))
        assert len(warnings) == (count > MOST_EXERCISES)
        assert all(f"{count} exercises" in warning for warning in warnings)


def test_the_free_room_is_for_notes() -> None:
    titles = {name: laid_sheet(name, s.WHOLE_PAGE).texts(0) for name in ("one", "six")}
    assert "Notes from your clinician" in titles["one"]
    assert "Notes from your clinician" not in titles["six"]


def test_headings_begin_with_the_title_and_leave_no_level_out(laid: Laid) -> None:
    headings = [element for element in laid.booklet.elements if element.role in HEADING_LEVELS]
    levels = [HEADING_LEVELS[element.role] for element in headings]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("group", ["card", "fridge"])
def test_what_it_says_reads_at_grade_six_or_lower(group: str) -> None:
    samples = {
        "exercises": "6 exercises", "minutes": "16 minutes", "days": "5 days", "weeks": "4 weeks",
        "pain": "6 or more",
    }  # fmt: skip
    texts = [
        text.format_map(samples)
        for key, text in LIBRARY.words.labels.items()
        if key.startswith(f"{group}.") and text.endswith(".") and not key.endswith("many")
    ]
    assert texts
    assert grade(texts) <= 6


@pytest.mark.parametrize(
    ("name", "ink_saver"),
    [("eight", False), ("conditions", True), ("one", False)],
    ids=["eight", "conditions, ink saver", "one"],
)
def test_the_file_is_accessible_and_sound(name: str, ink_saver: bool, tmp_path: Path) -> None:
    laid = laid_sheet(name, s.WHOLE_PAGE)
    content = drawn(laid, ink_saver=ink_saver)
    assert faults(content, tmp_path) == []
    assert content == drawn(laid, ink_saver=ink_saver)


@pytest.mark.parametrize(
    "pictures",
    [NO_PICTURES, PictureOfAll(LYING), PictureOfAll(STANDING)],
    ids=["no pictures", "lying", "standing"],
)
@pytest.mark.parametrize("count", [1, 4, 6], ids="{} exercises".format)
def test_any_pictures_do(pictures: Pictures, count: int) -> None:
    laid = placed(LIBRARY, asked(count), lay_out_fridge_sheet, s.WHOLE_PAGE, pictures)
    test_nothing_is_clipped_or_lies_on_something_else(laid)
    heads = laid.rows(table_of(laid))[0]
    assert ("Picture" in heads) == (pictures is not NO_PICTURES)
