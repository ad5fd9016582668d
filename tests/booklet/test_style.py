"""Looks: large enough to be read and written on, each by its own measure."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

import pytest

from generator.booklet.choices import Paper
from generator.booklet.style import HALF_PAGE, LARGE_PRINT, MILLIMETRE, WHOLE_PAGE, TextStyle, look_for
from generator.text.faces import Face
from tests.booklet.laying_out import LOOKS, of_each_look

if TYPE_CHECKING:
    from generator.booklet.style import Look


def styles_of(look: Look) -> dict[str, TextStyle]:
    values = {field.name: getattr(look, field.name) for field in fields(look)}
    return {name: value for name, value in values.items() if isinstance(value, TextStyle)}


@pytest.mark.parametrize(
    ("look", "body", "least"),
    [(WHOLE_PAGE, 14, 12), (HALF_PAGE, 12, 12), (LARGE_PRINT, 18, 16)],
    ids=LOOKS,
)
def test_text_is_as_large_as_the_guidance_asks_for(look: Look, body: float, least: float) -> None:
    assert look.body.size >= body
    assert min(style.size for style in styles_of(look).values()) >= least


@of_each_look
def test_lines_of_text_stand_clear_of_each_other(look: Look) -> None:
    styles = styles_of(look)
    figures = {"figure_large", "figure_tile"}  # a single line
    for name, style in styles.items():
        assert style.leading >= style.size * (1.0 if name in figures else 1.1), name


@of_each_look
def test_there_is_room_to_write_between_lines(look: Look) -> None:
    assert look.writing_line >= 8 * MILLIMETRE
    assert look.writing_line >= 1.4 * look.body.leading


def test_large_print_has_heavier_lines_and_larger_boxes_than_a_whole_page() -> None:
    for name in ("hairline", "rule", "outline", "tick_box_line", "tick_box", "padding", "writing_line"):
        assert getattr(LARGE_PRINT, name) > getattr(WHOLE_PAGE, name), name


@of_each_look
def test_lines_are_thin_beside_the_strokes_of_its_letters(look: Look) -> None:
    stroke = look.body.size / 6  # of a bold letter, or a little more
    assert 0.5 <= look.hairline <= look.tick_box_line <= look.rule <= look.outline <= stroke


def test_a_style_in_bold_or_quiet_keeps_its_size() -> None:
    bold, quiet = WHOLE_PAGE.body.bold, WHOLE_PAGE.body.quiet
    assert (bold.face, quiet.face) == (Face.BOLD, Face.REGULAR)
    assert bold.colour is WHOLE_PAGE.body.colour is not quiet.colour
    assert {(style.size, style.leading) for style in (bold, quiet)} == {(14, 18)}


@of_each_look
def test_a_name_before_a_line_stands_on_the_lines_height(look: Look) -> None:
    for text in (look.body, look.body_tight):
        name = look.line_name(text)
        assert (name.leading, name.size) == (text.leading, look.small.size)


@pytest.mark.parametrize(
    ("paper", "large_print", "look"),
    [
        (Paper.A4, False, WHOLE_PAGE),
        (Paper.LETTER, True, LARGE_PRINT),
        (Paper.A5, False, HALF_PAGE),
        (Paper.HALF_LETTER, False, HALF_PAGE),
    ],
    ids=["A4", "letter in large print", "A5", "half letter"],
)
def test_the_look_goes_by_the_paper_and_large_print(paper: Paper, large_print: bool, look: Look) -> None:
    assert look_for(paper, large_print=large_print) is look
