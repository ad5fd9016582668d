"""An exercise on its card: all it needs, on both sides, for the side to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.booklet.layouts.cards import lay_out_cards
from generator.booklet.model import Picture, Polyline, Role, Text
from tests.booklet.cards import (
    LIBRARY,
    SMALL,
    laid_cards,
    of_every_card,
    of_exercise,
    section_of,
)
from tests.booklet.laying_out import (
    NO_PICTURES,
    in_order,
)
from tests.booklet.small_papers import asked, placed

if TYPE_CHECKING:
    import pytest

    from tests.booklet.laying_out import Laid


@of_every_card
def laid(request: pytest.FixtureRequest) -> Laid:
    return laid_cards(*request.param)


def test_every_exercise_has_a_card_that_says_all_it_needs(laid: Laid) -> None:
    wording = laid.wording
    for number, chosen in enumerate(laid.routine.chosen, start=1):
        words = laid.library.words.exercises[chosen.exercise.id]
        card, *more = of_exercise(laid, number)
        wanted = [f"{number}. {words.name}"]
        if len(chosen.sides) == 1:
            wanted.append(words.sides[chosen.sides[0]])
        wanted += [*words.steps, words.caution]
        assert in_order(wanted, laid.texts(card)) == []
        assert any(text.startswith("Stop if pain is sharp or at 6 or more") for text in laid.texts(card))
        front, back = laid.pages_of(card)
        assert (front % 2, back) == (0, front + 1)
        figures = [element.alt for _, element in laid.elements(Role.FIGURE, card)]
        assert figures == [frame.alt for frame in words.frames.values()]
        captions = [frame.caption for frame in words.frames.values()]
        assert in_order(captions, laid.texts(card)) == []
        if not chosen.steps:
            figure = wording.dose_figure(chosen.dose, chosen.sides)
            dose = [f"{figure.value} {figure.words}", wording.chosen_dose(chosen)]
            assert in_order(dose, laid.texts(card)) == []
        # A second card belongs right behind the first.
        assert laid.sections[laid.sections.index(card) :][: len(more) + 1] == [card, *more]


def test_the_box_at_the_name_can_be_ticked_on_a_screen(laid: Laid) -> None:
    fields = [(number, field) for number, page in enumerate(laid.booklet.pages) for field in page.fields]
    words = laid.library.words.exercises
    assert [field.description for _, field in fields] == [
        f"Done: {number}. {words[chosen.exercise.id].name}"
        for number, chosen in enumerate(laid.routine.chosen, start=1)
    ]
    assert len({field.name for _, field in fields}) == len(fields)
    for page, field in fields:
        boxes = [
            shape.box
            for mark in laid.booklet.pages[page].marks
            for shape in mark.shapes
            if not isinstance(shape, (Text, Polyline, Picture))
        ]
        assert field.box in boxes
        assert section_of(laid.booklet, field.element) in laid.sections


def test_pictures_show_the_side_to_do() -> None:
    for side in ("left", "right"):
        laid = placed(LIBRARY, asked(17, side=side), lay_out_cards, SMALL)
        for number, chosen in enumerate(laid.routine.chosen, start=1):
            pictures = [
                shape
                for index in laid.within(of_exercise(laid, number)[0])
                for shape in laid.shapes(index)
                if isinstance(shape, Picture)
            ]
            frames = LIBRARY.words.exercises[chosen.exercise.id].frames
            assert [picture.name for picture in pictures] == [
                f"{chosen.exercise.id}-{frame}" for frame in frames
            ]
            assert {picture.mirrored for picture in pictures} == {chosen.is_mirrored}


def test_a_dose_that_grows_is_told_for_each_span_of_weeks() -> None:
    laid = placed(LIBRARY, asked(17, progress=True, weeks="6"), lay_out_cards, SMALL)
    number = [chosen.exercise.id for chosen in laid.routine.chosen].index("front-stretch") + 1
    texts = laid.texts(of_exercise(laid, number)[0])
    start = texts.index("Weeks 1 to 2")
    assert texts[start : start + 6] == [
        "Weeks 1 to 2", "15 seconds",
        "Weeks 3 to 4", "30 seconds",
        "Weeks 5 to 6", "2 times, 30 seconds each",
    ]  # fmt: skip


def test_cards_are_made_without_pictures_too() -> None:
    laid = placed(LIBRARY, asked(4), lay_out_cards, SMALL, NO_PICTURES)
    assert laid.elements(Role.FIGURE) == []
    for number in range(1, 5):
        assert laid.pages_of(of_exercise(laid, number)[0])
