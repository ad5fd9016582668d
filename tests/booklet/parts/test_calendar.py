"""The tick calendar: a table for each week, a box for each day, left and right apart."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

import pytest

from generator.booklet import style as s
from generator.booklet.model import Role, Scope
from generator.library.model import Dose, Span
from generator.library.vocabulary import Manner
from generator.routine.model import Step
from generator.routine.plan import Level
from tests.asking import Asked
from tests.booklet.laying_out import is_tick_box, laid_out, overlapping, text_box, texts_on

if TYPE_CHECKING:
    from generator.library.model import Library
    from generator.routine.model import Routine
    from tests.booklet.laying_out import Laid

DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
HAND_WRITTEN = ["Pain before (0–10)", "Pain after (0–10)", "Effort (0–10)"]
ALL = Asked(goals=("all",), minutes="none")


def tables(laid: Laid) -> list[int]:
    return [index for index, _ in laid.elements(Role.TABLE, laid.calendar)]


def row_names(laid: Laid, table: int) -> list[list[str]]:
    """The texts of the row headers, row for row."""
    return [[text for text in row if text] for row in laid.rows(table)]


@pytest.mark.parametrize(("days", "counted"), [("5", "5 days"), ("1", "1 day")], ids=["several", "one"])
def test_it_says_how_to_use_it_before_the_first_week(library: Library, days: str, counted: str) -> None:
    laid = laid_out(library, Asked(goals=("side",), days_per_week=days))
    title, how_to, week = laid.texts(laid.calendar)[:3]
    assert (title, week) == ("Tick calendar", "Week 1")
    assert f"{counted} a week." in how_to
    assert "0 to 10" in how_to
    assert "ffort" in how_to  # each row that is written in by hand is explained


@pytest.mark.parametrize("weeks", [1, 2, 4, 13, 26], ids="{} weeks".format)
def test_each_week_has_its_heading_and_its_table(library: Library, weeks: int) -> None:
    laid = laid_out(library, Asked(goals=("rotation",), weeks=str(weeks)))
    names = [f"Week {week}" for week in range(1, weeks + 1)]
    headings = [element for _, element in laid.elements(Role.HEADING_3, laid.calendar)]
    assert laid.texts(laid.calendar, Role.HEADING_3) == names
    assert [element.bookmark for element in headings] == names
    assert len(tables(laid)) == weeks


def test_a_week_is_on_one_page_with_its_heading_where_a_page_can_hold_it(library: Library) -> None:
    for goal in ("extension", "flexion", "rotation", "side"):
        for paper in ("a4", "letter"):
            laid = laid_out(library, Asked(goals=(goal,), weeks="8", paper=paper))
            headings = [index for index, _ in laid.elements(Role.HEADING_3, laid.calendar)]
            for heading, table in zip(headings, tables(laid), strict=True):
                assert len(laid.pages_of(table)) == 1
                assert laid.pages_of(table) == laid.pages_of(heading)


def test_sides_are_ticked_apart_and_an_exercise_without_sides_once(library: Library) -> None:
    laid = laid_out(library, Asked(goals=("extension",), include=("side-stretch", "hanging")))
    head, *rows = row_names(laid, tables(laid)[0])
    assert head == ["Exercise", *DAYS]
    wanted = []
    for number, chosen in enumerate(laid.routine.chosen, start=1):
        name = f"{number}. {library.words.exercises[chosen.exercise.id].name}"
        wanted += [[name, "left"], ["right"]] if chosen.sides else [[name]]
    assert ["right"] in wanted
    assert [f"{len(laid.routine.chosen)}. Hanging"] in wanted
    assert rows == [*wanted, *([name] for name in HAND_WRITTEN)]


def test_one_side_has_one_row(library: Library) -> None:
    laid = laid_out(library, Asked(goals=("side",), side="left"))
    sides = [row[1] for row in row_names(laid, tables(laid)[0])[1:-3]]
    assert sides == ["left"] * len(laid.routine.chosen)


def test_without_sides_there_is_no_column_for_them(library: Library) -> None:
    laid = laid_out(library, Asked(goals=("flexion",), include=("cat-stretch",), max_exercises="1"))
    row = laid.children(tables(laid)[0])[1]
    assert len(laid.children(row)) == 1 + len(DAYS)
    assert all(laid.booklet.elements[cell].column_span == 1 for cell in laid.children(row))


def test_a_name_heads_the_rows_of_both_its_sides(library: Library) -> None:
    laid = laid_out(library, Asked(goals=("side",)))
    _, left, right, *_ = laid.children(tables(laid)[0])
    name, side, *days = (laid.booklet.elements[cell] for cell in laid.children(left))
    assert (name.scope, name.row_span) == (Scope.ROW, 2)
    assert side.scope is Scope.ROW
    assert [day.role for day in days] == [Role.DATA_CELL] * 7
    assert len(laid.children(right)) == 8


def test_every_day_of_every_row_has_a_box_to_tick_or_room_to_write(library: Library) -> None:
    laid = laid_out(library, Asked(goals=("rotation",), weeks="1"))
    (number,) = laid.pages_of(tables(laid)[0])
    page = laid.booklet.pages[number]
    boxes = [shape.box for mark in page.marks for shape in mark.shapes if is_tick_box(shape)]
    rows = sum(len(chosen.sides) or 1 for chosen in laid.routine.chosen)
    assert len(boxes) == 7 * rows
    assert {box.width for box in boxes} == {s.WHOLE_PAGE.tick_box_calendar}
    lines = {text.text: text_box(text) for text in texts_on(page)}
    for day, column in zip(DAYS, sorted({box.left for box in boxes}), strict=True):
        middle = (lines[day].left + lines[day].right) / 2
        assert column + s.WHOLE_PAGE.tick_box_calendar / 2 == pytest.approx(middle, abs=0.1)
    baselines = [lines[name].top for name in HAND_WRITTEN]
    assert all(below - above >= 20 for above, below in pairwise(baselines))


def test_rows_to_write_in_stay_together(library: Library) -> None:
    for paper in ("a4", "letter"):
        laid = laid_out(library, Asked(goals=("all",), minutes="none", paper=paper))
        for table in tables(laid):
            rows = [row for row in laid.children(table) if laid.texts(row)[0] in HAND_WRITTEN]
            assert len({tuple(laid.pages_of(row)) for row in rows}) == 1


def test_both_sides_of_an_exercise_stay_together(library: Library) -> None:
    laid = laid_out(library, Asked(goals=("all",), minutes="none", paper="letter", weeks="26"))
    for table in tables(laid):
        rows = laid.children(table)
        for above, below in pairwise(rows):
            if laid.texts(below)[0] == "right":
                assert laid.pages_of(above) == laid.pages_of(below)


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_the_first_week_starts_below_the_title_and_the_others_are_whole(library: Library, paper: str) -> None:
    request = Asked(goals=("all",), minutes="none", max_exercises="17", paper=paper)
    laid = laid_out(library, request)
    title, week = (laid.elements(role, laid.calendar)[0][0] for role in (Role.HEADING_2, Role.HEADING_3))
    first, *others = tables(laid)
    assert laid.pages_of(week) == laid.pages_of(title)
    assert len(laid.pages_of(first)) == 2
    assert [len(laid.pages_of(other)) for other in others] == [1, 1, 1]


def growing(routine: Routine) -> Routine:
    """Every exercise is held for 15 seconds, then for 30, then twice."""
    doses = (
        Dose(Manner.HOLD, Span(15, 15)),
        Dose(Manner.HOLD, Span(30, 30)),
        Dose(Manner.HOLD_AND_REPEAT, Span(30, 30), times=2),
    )
    steps = tuple(Step(level, dose) for level, dose in zip(Level, doses, strict=True))
    chosen = tuple(replace(each, dose=doses[0], steps=steps) for each in routine.chosen)
    return replace(routine, chosen=chosen)


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize(
    ("weeks", "levels"),
    [("1", [0]), ("2", [0, 1]), ("3", [0, 1, 2]), ("5", [0, 0, 1, 1, 2])],
    ids=["one week", "two weeks", "three weeks", "five weeks"],
)
def test_each_week_says_what_is_due_where_the_dose_grows(
    library: Library, weeks: str, levels: list[int], paper: str
) -> None:
    due = ["15 seconds", "30 seconds", "2 times, 30 seconds each"]
    request = Asked(goals=("side", "flexion"), weeks=weeks, paper=paper)
    laid = laid_out(library, request, change=growing)
    for table, level in zip(tables(laid), levels, strict=True):
        names = [row[0] for row in row_names(laid, table)[1:-3] if row != ["right"]]
        assert names == [
            f"{number}. {library.words.exercises[chosen.exercise.id].name} {due[level]}"
            for number, chosen in enumerate(laid.routine.chosen, start=1)
        ]
        notes = [text for page in laid.booklet.pages for text in texts_on(page) if text.text in due]
        assert {text.size for text in notes} == {12}
    texts = laid.texts(laid.calendar)
    assert texts.index(library.words.labels["calendar.how-much"]) < texts.index("Week 1")


def test_rows_hold_names_and_doses_that_need_more_lines(library: Library) -> None:
    laid = laid_out(library, Asked(goals=("all",), minutes="none", weeks="2"), change=growing)
    for number in laid.pages_of(laid.calendar):
        page = laid.booklet.pages[number]
        lines = sorted((text_box(text) for text in texts_on(page)), key=lambda box: box.top)
        assert not any(overlapping(one, other) for one, other in combinations(lines, 2))


def test_without_steps_nothing_is_due_by_the_week(library: Library) -> None:
    laid = laid_out(library, Asked(goals=("side",)))
    assert library.words.labels["calendar.how-much"] not in laid.texts(laid.calendar)
    assert row_names(laid, tables(laid)[0])[1][0] == (
        f"1. {library.words.exercises[laid.routine.chosen[0].exercise.id].name}"
    )


def test_few_exercises_share_a_page_with_other_weeks(library: Library) -> None:
    laid = laid_out(library, Asked(goals=("flexion",), max_exercises="2", weeks="4"))
    assert len(laid.pages_of(laid.calendar)) <= 2
