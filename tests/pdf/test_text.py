"""Measuring, wrapping and cleaning text."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.booklet.model import Face
from generator.pdf.text import FontMeasure, clean_text
from generator.problems import BadDataError

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


@pytest.mark.parametrize(
    ("given_text", "text"),
    [
        ("  Jo\n\tSmith  ", "Jo Smith"),
        ("e\u0301", "é"),
        ("Jo\u2003\u3000Smith", "Jo Smith"),
        ("30\u202fkg", "30\N{NO-BREAK SPACE}kg"),
        ("a \N{NO-BREAK SPACE} b", "a b"),
        ("a\N{NO-BREAK SPACE}\N{NO-BREAK SPACE}b", "a\N{NO-BREAK SPACE}b"),
        ("<b>Tom & Jerry</b> ]]>", "<b>Tom & Jerry</b> ]]>"),
        ("", ""),
    ],
)
def test_spaces_and_composition_are_put_right_without_a_word(given_text: str, text: str) -> None:
    clean = clean_text(given_text, "--client", 80)
    assert (clean.text, clean.dropped, clean.problems) == (text, (), ())


@pytest.mark.parametrize(
    ("character", "name"),
    [
        ("\u202e", "U+202E RIGHT-TO-LEFT OVERRIDE"),
        ("\u200b", "U+200B ZERO WIDTH SPACE"),
        ("\u00ad", "U+00AD SOFT HYPHEN"),
        ("\ufeff", "U+FEFF ZERO WIDTH NO-BREAK SPACE"),
        ("\x00", "U+0000 control character"),
        ("\x1b", "U+001B control character"),
        ("\ud800", "U+D800 surrogate"),
        ("\ue000", "U+E000 private-use character"),
        ("\uffff", "U+FFFF character without a name"),
        ("\ufdd0", "U+FDD0 character without a name"),
        ("\ufe0f", "U+FE0F VARIATION SELECTOR-16"),
        ("\U000e0100", "U+E0100 VARIATION SELECTOR-17"),
        ("\u034f", "U+034F COMBINING GRAPHEME JOINER"),
    ],
)
def test_what_cannot_be_seen_is_dropped_and_reported_once(character: str, name: str) -> None:
    clean = clean_text(f"{character}J{character}o", "--client", 80)
    assert (clean.text, clean.dropped, clean.problems) == ("Jo", (name,), ())


def test_an_accent_joins_its_letter_when_what_stood_between_is_dropped() -> None:
    assert clean_text("e\u200d\u0301", "--client", 80).text == "é"


def test_each_character_that_no_font_has_is_refused_by_name_and_place() -> None:
    problems = clean_text("Jo 😀 漢 😀 שלום", "--client", 80).problems
    assert {problem.path for problem in problems} == {"--client"}
    assert problems[0].message == "character 4 cannot be printed: “😀” (U+1F600 GRINNING FACE)"
    assert "U+6F22 CJK UNIFIED IDEOGRAPH-6F22" in problems[1].message
    assert len(problems) == 6  # each once
    assert all(problem.hint for problem in problems)


def test_a_mark_without_a_glyph_is_refused_without_putting_it_on_the_quote() -> None:
    (problem,) = clean_text("a\u20dd", "--client", 80).problems
    assert problem.message == "character 2 cannot be printed: (U+20DD COMBINING ENCLOSING CIRCLE)"


def test_of_many_unprintable_characters_the_first_eight_are_named_and_the_rest_counted() -> None:
    problems = clean_text("".join(chr(0x4E00 + number) for number in range(50)), "--clinic", 80).problems
    assert len(problems) == 9
    assert problems[-1].message == "42 more characters cannot be printed"


def test_a_text_that_is_too_long_is_refused_and_cut() -> None:
    clean = clean_text("a" * 10_000, "--client", 80)
    assert clean.text == "a" * 80
    assert [problem.message for problem in clean.problems] == [
        "is 10,000 characters long; at most 80 can be printed"
    ]
    assert clean_text("a" * 80, "--client", 80).problems == ()


@given(st.text(st.characters(exclude_categories=()), max_size=60))
def test_cleaning_twice_is_cleaning_once_and_what_passes_can_be_measured(text: str) -> None:
    clean = clean_text(text, "--client", 40)
    again = clean_text(clean.text, "--client", 40)
    assert again.text == clean.text
    assert again.dropped == ()
    if not clean.problems:
        assert again.problems == ()
        assert all(MEASURE.width(clean.text, face, 10) >= 0 for face in Face)
