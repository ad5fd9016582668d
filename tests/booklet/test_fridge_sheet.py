"""The fridge sheet: a whole routine on one page, with a week's boxes, or refused by name."""

from __future__ import annotations

from functools import cache
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.booklet import style as s
from generator.booklet.fridge_sheet import MOST_EXERCISES, fridge_warnings, lay_out_fridge_sheet
from generator.booklet.model import Picture, Rectangle, Role, Scope, Text
from generator.library.loading import load_library
from generator.problems import DoesNotFitError, ExitCode, NothingLeftError
from tests.booklet.layouts import (
    HEADING_LEVELS,
    LYING,
    NO_PICTURES,
    STANDING,
    PictureOfAll,
    in_order,
    overlapping,
    texts_on,
)
from tests.booklet.small_papers import PRINTABLE, asked, drawn, faults, placed, room_of, solid
from tests.reading import grade

if TYPE_CHECKING:
    from pathlib import Path

    from generator.booklet.model import Pictures
    from generator.booklet.style import Look
    from generator.request import Request
    from tests.booklet.layouts import Laid

LIBRARY = load_library()
DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
LONG_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]

REQUESTS = {
    "one": asked(1),
    "three, letter": asked(3, paper="letter"),
    "four": asked(4),
    "six": asked(6),
    "six, letter": asked(6, paper="letter"),
    "eight": asked(8),
    "left": asked(6, side="left"),
    "right, letter": asked(5, side="right", paper="letter"),
    "week by week": asked(6, progress=True),
    "full": asked(5, level="full"),
    "conditions": asked(6, conditions=("osteoporosis", "lower-back-trouble", "pregnancy:20-weeks")),
    "five conditions": asked(
        4,
        conditions=(
            "osteoporosis",
            "lower-back-trouble",
            "pregnancy:20-weeks",
            "ankylosing-spondylitis",
            "rheumatoid-neck",
        ),
        cleared_by="Dr Eve Stone",
    ),
    "nobody": asked(6, client="", clinician="", clinic="", review=""),
    "long names": asked(
        5, client="Wilhelmina Featherstonehaugh of the Sea " * 2, clinician="Prof. van der Heuvel " * 3
    ),
}
LARGE_PRINT = {"one": REQUESTS["one"], "three, letter": REQUESTS["three, letter"]}


@cache
def _laid(name: str, look: Look) -> Laid:
    return placed(LIBRARY, REQUESTS[name], lay_out_fridge_sheet, look)


@pytest.fixture(
    params=[*((name, s.WHOLE_PAGE) for name in REQUESTS), *((name, s.LARGE_PRINT) for name in LARGE_PRINT)],
    ids=[*REQUESTS, *(f"{name}, large print" for name in LARGE_PRINT)],
)
def laid(request: pytest.FixtureRequest) -> Laid:
    return _laid(*request.param)


def table_of(laid: Laid) -> int:
    ((table, _),) = laid.elements(Role.TABLE)
    return table


def names(laid: Laid) -> list[str]:
    words = laid.library.words.exercises
    return [f"{n}. {words[each.exercise.id].name}" for n, each in enumerate(laid.routine.chosen, start=1)]


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
        assert min(text.size for text in texts_on(_laid(name, look).booklet.pages[0])) >= least


def test_few_exercises_are_told_in_larger_text_and_pictures() -> None:
    def body(name: str) -> float:
        laid = _laid(name, s.WHOLE_PAGE)
        return next(
            shape.size
            for index in laid.within(table_of(laid))
            for shape in laid.shapes(index)
            if isinstance(shape, Text) and shape.text.startswith("1. ")
        )

    def picture(name: str) -> float:
        laid = _laid(name, s.WHOLE_PAGE)
        return max(
            shape.box.width * shape.box.height
            for mark in laid.booklet.pages[0].marks
            for shape in mark.shapes
            if isinstance(shape, Picture)
        )

    assert body("one") > body("six") > body("eight")
    assert picture("one") > picture("six") > picture("eight")


def test_each_row_has_pictures_name_dose_and_caution(laid: Laid) -> None:
    wording = laid.wording
    texts = laid.texts(table_of(laid))
    for number, chosen in enumerate(laid.routine.chosen, start=1):
        words = laid.library.words.exercises[chosen.exercise.id]
        wanted = [f"{number}. {words.name}"]
        if not chosen.steps:
            wanted.append(wording.dose(chosen.dose, ()))
        if len(chosen.sides) == 1:
            wanted.append(words.sides[chosen.sides[0]])
        assert in_order(wanted, texts) == []
        first_sentence = words.caution.split(". ")[0].rstrip(".")
        cautions = [text for text in texts if text.startswith(first_sentence)]
        assert cautions
        assert all(text in words.caution for text in cautions)
    figures = [element.alt for _, element in laid.elements(Role.FIGURE)]
    words_of = laid.library.words.exercises
    assert figures == [
        frame.alt for each in laid.routine.chosen for frame in words_of[each.exercise.id].frames.values()
    ]


def test_cautions_are_told_whole_up_to_six_exercises() -> None:
    for name in ("one", "four", "six", "six, letter", "left", "week by week"):
        laid = _laid(name, s.WHOLE_PAGE)
        texts = laid.texts(table_of(laid))
        for chosen in laid.routine.chosen:
            assert laid.library.words.exercises[chosen.exercise.id].caution in texts


def test_there_is_a_box_for_each_day_and_side(laid: Laid) -> None:
    (page,) = laid.booklet.pages
    wanted = [
        f"{day}: {name}{f', {side} side' if side else ''}"
        for name, chosen in zip(names(laid), laid.routine.chosen, strict=True)
        for side in chosen.sides or (None,)
        for day in LONG_DAYS
    ]
    assert [field.description for field in page.fields] == wanted
    assert len({field.name for field in page.fields}) == len(wanted)
    boxes = {shape.box for mark in page.marks for shape in mark.shapes if isinstance(shape, Rectangle)}
    assert all(field.box in boxes for field in page.fields)
    assert all(field.box.width == field.box.height >= 12 for field in page.fields)


def test_boxes_stand_below_their_day_and_beside_their_side(laid: Laid) -> None:
    (page,) = laid.booklet.pages
    texts = texts_on(page)
    heads = {text.text: room_of(text) for text in texts if text.text in DAYS}
    for field in page.fields:
        head = heads[field.description[:3]]
        assert head.left < field.box.left + field.box.width / 2 < head.right
        for side in ("left", "right"):
            if field.description.endswith(f", {side} side"):
                beside = [
                    text
                    for text in texts
                    if text.text == side and field.box.top < text.baseline < field.box.bottom
                ]
                assert beside


def test_the_table_has_heads_for_columns_and_rows(laid: Laid) -> None:
    head, *rows = laid.children(table_of(laid))
    elements = laid.booklet.elements
    scopes = [elements[cell].scope for cell in laid.children(head)]
    assert set(scopes) == {Scope.COLUMN}
    assert [laid.text(cell) for cell in laid.children(head)][-7:] == DAYS
    reaching = 0
    for row in rows:
        cells = [elements[cell] for cell in laid.children(row)]
        assert len(cells) + reaching == len(scopes)
        assert {cell.scope for cell in cells if cell.role is Role.HEADER_CELL} == {Scope.ROW}
        reaching = sum(cell.row_span - 1 for cell in cells)
    assert reaching == 0


def test_it_says_for_whom_and_when_to_stop_and_whom_to_call(laid: Laid) -> None:
    details, texts = laid.order.details, laid.texts(0)
    whom = f"For {details.client} · 31 March 2026" if details.client else "31 March 2026"
    wanted = [
        "Your upper back routine", whom, "Week of", "Whom to call", "Phone",
        "Call for emergency help at once", "Stop if", "pain is sharp, or at 6 or more",
        "The pain rule", "0 to 3", "Carry on.", "4 to 5", "6 to 10",
    ]  # fmt: skip
    assert in_order(wanted, texts) == []
    assert "5 days a week for 4 weeks, " in " ".join(texts)
    assert f"{laid.routine.minutes} minute" in " ".join(texts)
    if details.clinician:
        assert f"{details.clinician}, {details.clinic}" in texts
    else:
        assert in_order(["Whom to call", "Clinician", "Phone"], texts) == []


def test_a_dose_that_grows_is_told_for_each_span_of_weeks() -> None:
    laid = _laid("week by week", s.WHOLE_PAGE)
    texts = laid.texts(table_of(laid))
    start = texts.index("Week 3")
    assert texts[start - 2 : start + 4] == [
        "Weeks 1 to 2", "15 seconds", "Week 3", "30 seconds", "Week 4", "2 times, 30 seconds each",
    ]  # fmt: skip


def test_the_emergency_signs_are_those_of_the_booklet() -> None:
    labels = LIBRARY.words.labels
    for number in range(1, 5):
        assert labels[f"safety.emergency-signs.{number}"] in labels["fridge.emergency"]


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


@pytest.mark.parametrize("pictures", [NO_PICTURES, PictureOfAll(LYING), PictureOfAll(STANDING)])
@pytest.mark.parametrize("count", [1, 4, 6])
def test_any_pictures_do(pictures: Pictures, count: int) -> None:
    laid = placed(LIBRARY, asked(count), lay_out_fridge_sheet, s.WHOLE_PAGE, pictures)
    test_nothing_is_clipped_or_lies_on_something_else(laid)
    heads = laid.rows(table_of(laid))[0]
    assert ("Picture" in heads) == (pictures is not NO_PICTURES)


def test_pictures_show_the_side_to_do() -> None:
    laid = _laid("left", s.WHOLE_PAGE)
    shown = [
        shape.mirrored
        for mark in laid.booklet.pages[0].marks
        for shape in mark.shapes
        if isinstance(shape, Picture)
    ]
    assert shown == [chosen.is_mirrored for chosen in laid.routine.chosen for _ in range(2)]


def refused(request: Request, look: Look) -> DoesNotFitError:
    with pytest.raises(DoesNotFitError) as caught:
        placed(LIBRARY, request, lay_out_fridge_sheet, look)
    assert caught.value.exit_code is ExitCode.DOES_NOT_FIT
    return caught.value


def test_too_many_exercises_are_refused_by_name_and_what_would_fit_is_told() -> None:
    error = refused(asked(17), s.WHOLE_PAGE)
    (problem,) = error.problems
    assert "“17. Hanging”" in problem.message
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
        warnings = fridge_warnings(laid.routine, laid.wording)
        assert len(warnings) == (count > MOST_EXERCISES)
        assert all(f"{count} exercises" in warning for warning in warnings)


def test_the_free_room_is_for_notes() -> None:
    titles = {name: _laid(name, s.WHOLE_PAGE).texts(0) for name in ("one", "six")}
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


@pytest.mark.parametrize(("name", "ink_saver"), [("eight", False), ("conditions", True), ("one", False)])
def test_the_file_is_accessible_and_sound(name: str, ink_saver: bool, tmp_path: Path) -> None:
    laid = _laid(name, s.WHOLE_PAGE)
    content = drawn(laid, ink_saver=ink_saver)
    assert faults(content, tmp_path) == []
    assert content == drawn(laid, ink_saver=ink_saver)
