"""Shapes are where the layout put them, in the inks of the palette."""

from __future__ import annotations

import pypdfium2  # type: ignore[import-untyped]
import pytest

from generator.booklet.model import Box, Colour, Drawing, Polyline, Rectangle
from generator.pdf.document import draw_booklet
from generator.pdf.objects import number_text
from generator.pdf.palette import INK_SAVER
from generator.pdf.pictures import IllustrationStore
from generator.text.faces import Face
from tests.pdf.samples import (
    DATE,
    assert_pixel,
    drawn,
    every_kind,
    line,
    paragraph,
    rendered,
)

TEAL, TINT, WHITE, BLACK = (11, 95, 107), (230, 241, 242), (255, 255, 255), (0, 0, 0)
RED, BLUE = (255, 0, 0), (0, 0, 255)


def test_a_filled_rectangle_covers_its_box_and_nothing_else() -> None:
    image = rendered(drawn(paragraph(Rectangle(Box(50, 20, 100, 40), Colour.ACCENT))))
    assert image.size == (300, 200)
    for inside in ((51, 21), (148, 21), (51, 58), (148, 58)):
        assert_pixel(image, inside, TEAL)
    for outside in ((48, 40), (152, 40), (100, 17), (100, 62)):
        assert_pixel(image, outside, WHITE)


def test_round_corners_are_round_and_the_sides_straight() -> None:
    image = rendered(drawn(paragraph(Rectangle(Box(50, 20, 100, 40), Colour.ACCENT, radius=20))))
    for corner in ((52, 22), (147, 22), (52, 57), (147, 57)):
        assert_pixel(image, corner, WHITE)
    for side in ((51, 40), (148, 40), (100, 21), (100, 58)):
        assert_pixel(image, side, TEAL)


def test_an_outline_leaves_the_inside_free_and_both_paints_both() -> None:
    box = Box(50, 20, 100, 40)
    outlined = rendered(drawn(paragraph(Rectangle(box, None, Colour.ACCENT, 4))))
    assert_pixel(outlined, (50, 40), TEAL)
    assert_pixel(outlined, (100, 40), WHITE)
    both = rendered(drawn(paragraph(Rectangle(box, Colour.TINT, Colour.ACCENT, 4))))
    assert_pixel(both, (50, 40), TEAL)
    assert_pixel(both, (100, 40), TINT)


def test_a_shape_without_ink_paints_nothing() -> None:
    shapes = (Rectangle(Box(0, 0, 300, 200)), Polyline(((0, 0), (300, 200)), None), Polyline(()))
    assert rendered(drawn(paragraph(*shapes))).getcolors() == [(60_000, WHITE)]


def test_a_line_goes_from_point_to_point_and_only_a_closed_one_returns() -> None:
    corners = ((20.0, 20.0), (100.0, 20.0), (100.0, 100.0), (20.0, 100.0))
    lines = rendered(drawn(paragraph(Polyline(corners, Colour.ACCENT, 4))))
    assert_pixel(lines, (60, 20), TEAL)
    assert_pixel(lines, (60, 100), TEAL)
    assert_pixel(lines, (20, 60), WHITE)
    closed = rendered(drawn(paragraph(Polyline(corners, Colour.ACCENT, 4, closed=True))))
    assert_pixel(closed, (20, 60), TEAL)
    filled = rendered(drawn(paragraph(Polyline(corners, None, closed=True, fill=Colour.TINT))))
    assert_pixel(filled, (60, 60), TINT)


def test_a_dashed_line_has_gaps_and_the_line_after_it_none() -> None:
    shapes = (
        Polyline(((20, 20), (280, 20)), Colour.ACCENT, 4, dash=10),
        Polyline(((20, 60), (280, 60)), Colour.ACCENT, 4),
    )
    image = rendered(drawn(paragraph(*shapes)))
    assert_pixel(image, (25, 20), TEAL)
    assert_pixel(image, (35, 20), WHITE)
    assert_pixel(image, (25, 60), TEAL)
    assert_pixel(image, (35, 60), TEAL)


def test_text_stands_on_its_baseline_in_its_ink() -> None:
    source = drawn(paragraph(line("Hold", 100, 50, Face.BOLD, Colour.ACCENT), line("it", 130, 50)))
    with pypdfium2.PdfDocument(source) as document:
        left, bottom, right, top = document[0].get_textpage().get_charbox(0)  # the H
    assert (left, bottom) == (pytest.approx(51, abs=1), pytest.approx(100, abs=0.1))
    assert top - bottom == pytest.approx(0.668 * 14, abs=0.2)  # the height of the font's capitals
    assert right < 61
    image = rendered(source, scale=4)
    colours = {colour for _, colour in image.crop((200, 340, 400, 420)).getcolors(9999) or ()}
    assert TEAL in colours


def test_a_space_is_put_between_lines_but_not_into_a_word_that_was_broken() -> None:
    shapes = (
        line("Lean", 40),
        line("back -", 60),
        line("well-", 80),
        line("known", 100),
        line("ever", 120),
        line("more", 120, 47),
        line("now", 120, 100),
    )
    with pypdfium2.PdfDocument(drawn(paragraph(*shapes))) as document:
        textpage = document[0].get_textpage()
        characters = "".join(textpage.get_text_range(number, 1) for number in range(textpage.count_chars()))
    # The reader writes U+FFFE for a hyphen at the end of a line.
    assert characters.replace("\r\n", "").replace("\ufffe", "-") == "Lean back - well-known evermore now"


def test_the_palette_decides_the_inks() -> None:
    shapes = (Rectangle(Box(0, 0, 150, 200), Colour.TINT), Rectangle(Box(200, 50, 50, 50), Colour.ACCENT))
    image = rendered(drawn(paragraph(*shapes), INK_SAVER))
    assert_pixel(image, (70, 100), WHITE)
    assert_pixel(image, (225, 75), BLACK)


def test_a_picture_fills_its_box_and_a_mirrored_one_is_the_other_way_round(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    booklet, store = every_kind(tmp_path_factory.mktemp("pictures"))
    image = rendered(draw_booklet(booklet, store, date=DATE))
    # 20 to 80 as it is: red on the left, blue at the lower right.
    assert_pixel(image, (22, 115), RED)
    assert_pixel(image, (48, 102), RED)
    assert_pixel(image, (78, 128), BLUE)
    assert_pixel(image, (78, 102), WHITE)
    # 90 to 150 mirrored.
    assert_pixel(image, (148, 115), RED)
    assert_pixel(image, (92, 128), BLUE)
    assert_pixel(image, (92, 102), WHITE)
    assert isinstance(store, IllustrationStore)


def test_steps_between_lines_add_up_without_error() -> None:
    lines = [line(f"{number}", 10 + number * 1.005, 20 + number / 3) for number in range(150)]
    with pypdfium2.PdfDocument(drawn(paragraph(*lines))) as document:
        textpage = document[0].get_textpage()
        last = textpage.count_chars() - 3
        assert textpage.get_text_range(last, 3) == "149"
        _, bottom, _, _ = textpage.get_charbox(last, loose=False)
    assert bottom == pytest.approx(200 - (10 + 149 * 1.005), abs=0.02)
    assert number_text(0.1 + 0.2) == "0.3"


def test_a_drawing_has_curves_and_round_ends_and_can_be_filled() -> None:
    curve = ((0.0, 50.0), (0.0, 0.0, 100.0, 0.0, 100.0, 50.0), (100.0, 100.0))
    box = Box(100, 40, 100, 100)
    lines = rendered(drawn(paragraph(Drawing(box, (curve,), Colour.ACCENT, 20))))
    for on_it in ((100, 90), (150, 52), (200, 148)):  # an end, three quarters to the handles, the round end
        assert_pixel(lines, on_it, TEAL)
    for beside in ((150, 90), (108, 98), (192, 149)):
        assert_pixel(lines, beside, WHITE)
    filled = rendered(drawn(paragraph(Drawing(box, (curve,), None, fill=Colour.TINT))))
    assert_pixel(filled, (150, 70), TINT)
    assert_pixel(filled, (150, 45), WHITE)
    nothing = rendered(drawn(paragraph(Drawing(box, (curve,), None))))
    assert nothing.getcolors() == [(60_000, WHITE)]
