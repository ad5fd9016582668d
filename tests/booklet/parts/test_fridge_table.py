"""The table of the fridge sheet: a row for each exercise, with boxes that screens can tick."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.booklet import style as s
from generator.booklet.model import Picture, Rectangle, Role, Scope
from tests.booklet.fridge_sheets import (
    DAYS,
    LONG_DAYS,
    laid_sheet,
    names,
    of_every_sheet,
    table_of,
)
from tests.booklet.laying_out import (
    in_order,
    texts_on,
)
from tests.booklet.small_papers import room_of

if TYPE_CHECKING:
    import pytest

    from tests.booklet.laying_out import Laid


@of_every_sheet
def laid(request: pytest.FixtureRequest) -> Laid:
    return laid_sheet(*request.param)


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


def test_pictures_show_the_side_to_do() -> None:
    laid = laid_sheet("left", s.WHOLE_PAGE)
    shown = [
        shape.mirrored
        for mark in laid.booklet.pages[0].marks
        for shape in mark.shapes
        if isinstance(shape, Picture)
    ]
    frames = {id_: words.frames for id_, words in laid.library.words.exercises.items()}
    assert shown == [chosen.is_mirrored for chosen in laid.routine.chosen for _ in frames[chosen.exercise.id]]
