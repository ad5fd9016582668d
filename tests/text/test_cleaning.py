"""Cleaning texts from outside."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.cleaning import clean_text
from generator.text.faces import Face
from generator.text.measuring import FontMeasure

MEASURE = FontMeasure()


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
