"""The last pages: flare-ups, who to call, words explained, and what the booklet is."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import pytest

from generator.booklet.choices import Paper
from generator.booklet.layouts.pages import lay_out_pages
from generator.booklet.model import ListNumbering, Polyline, Role, Text
from generator.booklet.page_setup import PageSetup
from generator.booklet.style import PAGES
from tests.asking import Asked
from tests.booklet.laying_out import NO_PICTURES, EvenMeasure, content_of, in_order, laid_out, shapes_of

if TYPE_CHECKING:
    from generator.library.model import Library
    from tests.booklet.laying_out import Laid

NAMED = Asked(
    goals=("rotation",), client="Ann Example", clinician="Dr Bo", clinic="Spine Clinic", review="2026-04-28"
)
OF_ONE_ARTICLE = NAMED | Asked(
    include=("intercostal-release", "seated-rotation", "four-point-rotation", "translation"),
    max_exercises="4",
)
OF_TWO_SOURCES = NAMED | Asked(include=("seated-rotation", "crossed-arm-turn"), max_exercises="2")


def flare_up(laid: Laid) -> int:
    return laid.sections[-2]


def back(laid: Laid) -> int:
    return laid.sections[-1]


def test_a_flare_up_has_five_steps_and_leads_back_to_the_stop_signs(library: Library) -> None:
    laid = laid_out(library, NAMED)
    labels = library.words.labels
    ((steps, element),) = laid.elements(Role.LIST, flare_up(laid))
    assert element.numbering is ListNumbering.DECIMAL
    assert laid.texts(steps, Role.LIST_BODY) == [labels[f"flare.steps.{number}"] for number in range(1, 6)]
    wanted = ["flare.title", "flare.lead", "flare.steps.1", "flare.stop", "contact.title"]
    assert in_order([labels[key] for key in wanted], laid.texts(flare_up(laid))) == []
    assert labels["safety.title"] in labels["flare.stop"]


def test_whom_to_call_names_who_is_known_and_leaves_room_for_the_rest(library: Library) -> None:
    laid = laid_out(library, NAMED)
    found = laid.texts(flare_up(laid))
    assert found[found.index("Clinician") + 1] == "Dr Bo"
    assert found[found.index("Clinic") + 1] == "Spine Clinic"
    assert found[found.index("Phone") + 1] == "Best time to call"  # a line to write on says nothing
    assert found[found.index("Best time to call") + 1].startswith("In an emergency, call")


@pytest.mark.parametrize(
    ("limits", "pain"), [("3,5", "at 6 or more,"), ("2,4", "at 5 or more,"), ("0,9", "at 10,")]
)
def test_the_pain_to_call_for_is_the_pain_to_stop_for(library: Library, limits: str, pain: str) -> None:
    laid = laid_out(library, Asked(goals=("rotation",), pain_limits=limits))
    assert any(f"when pain stays {pain}" in text for text in laid.texts(flare_up(laid)))


def test_the_words_explained_are_those_of_the_booklet_in_alphabetical_order(library: Library) -> None:
    laid = laid_out(library, NAMED)
    texts = laid.texts(flare_up(laid))
    listed = texts[texts.index("Words explained") + 1 :]
    terms, meanings = listed[::2], listed[1::2]
    assert terms == sorted(terms, key=str.casefold)
    by_term = {entry.term: entry.meaning for entry in library.words.glossary.values()}
    assert meanings == [by_term[term] for term in terms]
    used = {
        term for chosen in laid.routine.chosen for term in library.words.exercises[chosen.exercise.id].terms
    }
    assert {library.words.glossary[term].term for term in used} <= set(terms)
    assert "Foam roller" not in terms


def test_the_kinds_of_exercise_on_the_pages_are_explained(library: Library) -> None:
    laid = laid_out(library, Asked(goals=("all",), minutes="none"))
    assert {"Release", "Mobilisation", "Stretch"} <= set(laid.texts(flare_up(laid)))


def test_the_back_says_whose_it_is_and_promises_nothing(library: Library) -> None:
    laid = laid_out(library, OF_ONE_ARTICLE)
    texts = laid.texts(back(laid))
    for label, value in (
        ("Made for", "Ann Example"),
        ("Clinician", "Dr Bo"),
        ("Clinic", "Spine Clinic"),
        ("Made on", "31 March 2026"),
        ("Review on", "28 April 2026"),
    ):
        assert texts[texts.index(label) + 1] == value
    assert any("no result is promised" in text for text in texts)
    assert "Source of the exercises: The 17 Best Thoracic Spine Stretches" in texts
    assert any("Thoracic Routines 1.2.3" in text for text in texts)


def test_the_back_names_each_source_of_the_exercises_once(library: Library) -> None:
    laid = laid_out(library, OF_TWO_SOURCES)
    sources = {chosen.exercise.source for chosen in laid.routine.chosen}
    assert len(sources) == 2
    [line] = [text for text in laid.texts(back(laid)) if text.startswith("Source")]
    assert [line.count(library.sources[each].title) for each in sources] == [1, 1]


def test_the_back_tells_how_to_make_it_again(library: Library) -> None:
    laid = laid_out(library, NAMED)
    texts = laid.texts(back(laid))
    assert texts[texts.index("To make this booklet again, type:") + 1] == (
        "thoracic make -g rotation --client 'Ann Example' --clinician 'Dr Bo' --clinic 'Spine Clinic' "
        "--date 2026-03-31 --review 2026-04-28"
    )


def test_the_back_has_lines_for_notes_down_to_the_end_of_the_page(library: Library) -> None:
    laid = laid_out(library, OF_ONE_ARTICLE)
    assert laid.texts(back(laid))[-1] == "Notes"
    (page,) = laid.pages_of(back(laid))
    rules = [shape for shape in shapes_of(laid.booklet.pages[page], None) if isinstance(shape, Polyline)]
    lowest = max(point[1] for rule in rules[:-1] for point in rule.points)  # the last is the footer's
    assert 0 <= laid.style.room_bottom - lowest < 30


def test_a_booklet_without_a_command_does_not_speak_of_one(library: Library) -> None:
    laid = laid_out(library, OF_ONE_ARTICLE)
    details = dataclasses.replace(laid.order.details, command="")
    setup = PageSetup(PAGES[Paper.A4], EvenMeasure(), NO_PICTURES)
    booklet = lay_out_pages(content_of(laid.routine, details, library), setup)
    assert len(booklet.elements) == len(laid.booklet.elements) - 2


def test_the_back_fills_a_page_that_the_words_explained_left_nearly_empty(library: Library) -> None:
    shared = set()
    for goals in (("rotation",), ("side",), ("rotation", "extension"), ("flexion", "side"), ("all",)):
        for minutes in ("5", "15", "none"):
            laid = laid_out(library, Asked(goals=goals, minutes=minutes, client="Ann Example"))
            *_, closing, last = (index for index, _ in laid.elements(Role.SECTION))
            page = laid.pages_of(closing)[-1]
            words = [
                shape
                for index in laid.within(closing)
                for mark in laid.booklet.pages[page].marks
                if mark.element == index
                for shape in mark.shapes
                if isinstance(shape, Text)
            ]
            shares = laid.pages_of(last)[0] == page
            # Where they end within the last line's leading of the limit, either is right.
            end, limit = max(word.baseline for word in words), 0.4 * laid.style.room_height
            if abs(end - limit) > laid.look.body.leading:
                assert shares == (end < limit)
            assert laid.texts(last)[0] == "About this booklet"
            shared.add(shares)
    assert shared == {True, False}


def test_the_command_is_never_parted_at_a_hyphen(library: Library) -> None:
    request = Asked(goals=("side",), conditions=("cannot-get-to-the-floor", "hypermobile-lower-back"))
    for paper in Paper:
        laid = laid_out(library, request, paper=paper)
        command = laid.order.details.command
        [index] = [each for each in laid.within(laid.sections[-1]) if laid.text(each) == command]
        lines = [shape.text for shape in laid.shapes(index) if isinstance(shape, Text)]
        assert len(lines) > 1
        assert [word for line in lines for word in line.split()] == command.split()
