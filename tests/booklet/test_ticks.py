"""The boxes to tick: each is called what it stands for, and is where the reader looks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.booklet.model import Role
from tests.asking import Asked
from tests.booklet.laying_out import is_tick_box, laid_out

if TYPE_CHECKING:
    from generator.booklet.model import TickField
    from generator.library.model import Library
    from tests.booklet.laying_out import Laid

DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]

REQUESTS = {
    "sides": Asked(goals=("side",), weeks="2"),
    "one side": Asked(goals=("rotation",), side="left", weeks="1"),
    "all": Asked(goals=("all",), minutes="none", max_exercises="17", weeks="3", paper="letter"),
    "week by week": Asked(goals=("rotation", "flexion"), progress=True, weeks="6"),
}


@pytest.fixture(params=REQUESTS)
def laid(request: pytest.FixtureRequest, library: Library) -> Laid:
    return laid_out(library, REQUESTS[request.param])


def fields_of(laid: Laid) -> list[TickField]:
    return [field for page in laid.booklet.pages for field in page.fields]


def called(laid: Laid) -> list[str]:
    """What all boxes are called, by the routine."""
    names = [
        f"{number}. {laid.library.words.exercises[chosen.exercise.id].name}"
        for number, chosen in enumerate(laid.routine.chosen, start=1)
    ]
    rows = [
        name + end
        for name, chosen in zip(names, laid.routine.chosen, strict=True)
        for end in ([f", {side} side" for side in chosen.sides] or [""])
    ]
    weeks = range(1, laid.order.details.weeks + 1)
    return [f"Done: {name}" for name in names] + [
        f"Week {week}, {day}: {row}" for week in weeks for row in rows for day in DAYS
    ]


def test_a_screen_reader_says_week_day_exercise_and_side(laid: Laid) -> None:
    assert [field.description for field in fields_of(laid)] == called(laid)


def test_every_box_that_is_painted_can_be_ticked_where_it_is(laid: Laid) -> None:
    for page in laid.booklet.pages:
        painted = [shape.box for mark in page.marks for shape in mark.shapes if is_tick_box(shape)]
        assert [field.box for field in page.fields] == painted
    assert fields_of(laid)


def test_programs_know_each_box_by_a_name_of_its_own(laid: Laid) -> None:
    names = [field.name for field in fields_of(laid)]
    assert len(set(names)) == len(names)
    assert not any("." in name or " " in name for name in names)
    ids = {chosen.exercise.id for chosen in laid.routine.chosen}
    assert {name.split("/")[1] for name in names if name.startswith("done/")} == ids
    assert {name.split("/")[2] for name in names if name.startswith("week-")} == ids


def test_a_box_is_in_the_cell_of_its_day_or_after_the_name_of_its_exercise(laid: Laid) -> None:
    elements = laid.booklet.elements
    for field in fields_of(laid):
        form = elements[field.element]
        assert form.role is Role.FORM
        assert form.parent is not None
        if field.name.startswith("week-"):
            assert elements[form.parent].role is Role.DATA_CELL
            assert laid.children(form.parent) == [field.element]
        else:
            before = elements[field.element - 1]
            assert before.role is Role.HEADING_2
            assert field.description == f"Done: {before.bookmark}"
            assert before.parent == form.parent


def test_nothing_else_is_a_form(laid: Laid) -> None:
    forms = [index for index, element in enumerate(laid.booklet.elements) if element.role is Role.FORM]
    assert forms == [field.element for field in fields_of(laid)]
