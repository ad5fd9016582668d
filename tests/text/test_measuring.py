"""Measuring and wrapping text."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.problems import BadDataError
from generator.text.faces import Face
from generator.text.measuring import FontMeasure

MEASURE = FontMeasure()
PRINTABLE = st.text(st.sampled_from("abcdefg éßŁЖαậ-–—/.,()12\N{NO-BREAK SPACE}"), max_size=120)
FACES = st.sampled_from(Face)


def wrapped(text: str, room: float) -> tuple[str, ...]:
    return MEASURE.wrap(text, Face.REGULAR, 10, room)


def test_a_text_is_as_wide_as_its_letters_and_twice_as_wide_at_twice_the_size() -> None:
    letters = [MEASURE.width(letter, Face.REGULAR, 10) for letter in "Hold"]
    assert MEASURE.width("Hold", Face.REGULAR, 10) == pytest.approx(sum(letters))
    assert MEASURE.width("Hold", Face.REGULAR, 20) == pytest.approx(2 * sum(letters))
    assert MEASURE.width("Hold", Face.BOLD, 10) > MEASURE.width("Hold", Face.REGULAR, 10)
    assert MEASURE.width("", Face.REGULAR, 10) == 0


def test_a_no_break_space_is_as_wide_as_a_space_and_never_ends_a_line() -> None:
    assert MEASURE.width("\N{NO-BREAK SPACE}", Face.BOLD, 10) == MEASURE.width(" ", Face.BOLD, 10)
    room = MEASURE.width("for 30", Face.REGULAR, 10) + 0.1
    assert wrapped("for 30 sets", room) == ("for 30", "sets")
    assert wrapped("for 30\N{NO-BREAK SPACE}s", room) == ("for", "30\N{NO-BREAK SPACE}s")


@pytest.mark.parametrize(
    ("word", "lines"),
    [
        ("well-known", ("well-", "known")),
        ("and/or", ("and/", "or")),
        ("out—back", ("out—", "back")),
        ("T4-T8", ("T4-", "T8")),
    ],
)
def test_a_line_may_end_after_a_hyphen_a_dash_or_a_slash(word: str, lines: tuple[str, ...]) -> None:
    assert wrapped(word, MEASURE.width(word, Face.REGULAR, 10) - 0.1) == lines


def test_a_range_of_figures_stays_on_one_line() -> None:
    room = MEASURE.width("do it 10-", Face.REGULAR, 10) + 0.1
    assert wrapped("do it 10-12", room) == ("do it", "10-12")
    assert wrapped("do it 10/12", room) == ("do it", "10/12")


def test_a_word_wider_than_the_room_is_broken_between_letters() -> None:
    room = MEASURE.width("abc", Face.REGULAR, 10) + 0.1
    assert wrapped("x abcabc y", room) == ("x", "abc", "abc", "y")
    assert wrapped("WW", 0.5) == ("W", "W")


def test_a_mark_stays_with_its_letter_when_a_word_is_broken() -> None:
    assert wrapped("a\u0323b\u0323", 1) == ("a\u0323", "b\u0323")


def test_a_line_exactly_as_wide_as_the_room_fits() -> None:
    assert wrapped("Hold for 30 seconds", MEASURE.width("Hold for 30 seconds", Face.REGULAR, 10)) == (
        "Hold for 30 seconds",
    )


@pytest.mark.parametrize("text", ["", " ", "\n \t"])
def test_an_empty_text_is_one_empty_line(text: str) -> None:
    assert wrapped(text, 100) == ("",)


def test_lines_and_runs_of_spaces_in_a_text_are_single_spaces() -> None:
    assert wrapped("  Sit\n tall,  breathe\tout ", 500) == ("Sit tall, breathe out",)


def test_a_letter_that_no_font_has_is_named_when_it_is_measured() -> None:
    with pytest.raises(BadDataError, match=r"U\+6F22"):
        MEASURE.width("漢", Face.REGULAR, 10)


@given(PRINTABLE, FACES, st.floats(4, 40), st.floats(1, 300))
def test_wrapping_loses_nothing_and_keeps_the_order(text: str, face: Face, size: float, room: float) -> None:
    lines = MEASURE.wrap(text, face, size, room)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(line == line.strip(" ") for line in lines)


@given(PRINTABLE, FACES, st.floats(4, 40), st.floats(1, 300))
def test_no_line_is_wider_than_the_room_unless_it_is_one_letter(
    text: str, face: Face, size: float, room: float
) -> None:
    for line in MEASURE.wrap(text, face, size, room):
        letters = [letter for letter in line if not unicodedata.combining(letter)]
        assert len(letters) <= 1 or MEASURE.width(line, face, size) <= room * 1.00001


@given(PRINTABLE, FACES, st.floats(20, 300))
def test_lines_are_filled_as_far_as_they_go(text: str, face: Face, room: float) -> None:
    lines = MEASURE.wrap(text, face, 10, room)
    for line, following in pairwise(lines):
        first = following.split(" ")[0]
        joined = line + " " + first
        whole_word_fits = f" {first} " in f" {text} " and MEASURE.width(first, face, 10) <= room
        if whole_word_fits and f"{line} {first}" in text:
            assert MEASURE.width(joined, face, 10) > room
