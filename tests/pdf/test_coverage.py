"""The ink of a print, against areas that are known, and against pages as a reader draws them."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pypdfium2  # type: ignore[import-untyped]
import pytest
from PIL import ImageChops, ImageStat

from generator.booklet.model import (
    Booklet,
    Box,
    Colour,
    Drawing,
    Element,
    Mark,
    Page,
    Picture,
    Polyline,
    Rectangle,
    Role,
    Text,
)
from generator.pdf.coverage import Coverage, coverage
from generator.pdf.palette import COLOUR
from generator.pdf.picture_object import PictureObject
from generator.text.faces import Face
from generator.workflows.booklet import coverage_of, draw
from generator.workflows.prescription import prescribe
from tests.asking import Asked
from tests.pdf.samples import square

if TYPE_CHECKING:
    from generator.booklet.model import Shape
    from generator.pdf.palette import Palette
    from generator.pdf.picture_object import PictureObject

SIDE = 200.0
BLACK = {**COLOUR, Colour.INK: "#000000", Colour.TINT: "#00ffff"}  # the tint is all cyan


class _Pictures:
    def __init__(self, **pictures: PictureObject) -> None:
        self._pictures = pictures

    def picture_object(self, name: str, *, grey: bool) -> PictureObject:
        assert not grey
        return self._pictures[name]


def covered(*shapes: Shape, palette: Palette = BLACK, pictures: _Pictures | None = None) -> Coverage:
    """The ink of a page of 200 by 200 points."""
    page = Page((Mark(None, shapes),))
    booklet = Booklet("", "", "", "en", SIDE, SIDE, (page,), (Element(Role.DOCUMENT, None),))
    return coverage(booklet, pictures or _Pictures(), palette, 1, SIDE * SIDE)


@pytest.mark.parametrize(
    ("shape", "black"),
    [
        pytest.param(Rectangle(Box(0, 0, 100, 100), Colour.INK), 10_000, id="filled"),
        pytest.param(Rectangle(Box(50, 50, 100, 50), None, Colour.INK, 2.0), 600, id="outlined"),
        pytest.param(Rectangle(Box(50, 50, 100, 100), Colour.INK, radius=50), 7_854, id="filled circle"),
        pytest.param(
            Rectangle(Box(50, 50, 100, 100), None, Colour.INK, 1.0, radius=50), 314.2, id="outlined circle"
        ),
        pytest.param(Rectangle(Box(0, 0, 100, 100), None, None), 0, id="nothing"),
        pytest.param(Polyline(((0, 0), (30, 40)), Colour.INK, 3.0), 150, id="line"),
        pytest.param(Polyline(((0, 0), (30, 40)), Colour.INK, 3.0, dash=2), 75, id="dashed line"),
        pytest.param(
            Polyline(((0, 0), (40, 0), (40, 30)), Colour.INK, 1.0, closed=True), 120, id="closed line"
        ),
        pytest.param(
            Polyline(((0, 0), (40, 0), (40, 30)), None, closed=True, fill=Colour.INK),
            600,
            id="filled triangle",
        ),
        pytest.param(
            Drawing(Box(9, 9, 30, 40), (((0, 0), (30, 40)), ((0, 0), (0, 10))), line_width=3.0),
            180,
            id="drawn lines",
        ),
        pytest.param(
            Drawing(Box(9, 9, 40, 30), (((0, 0), (40, 0), (40, 30)),), None, fill=Colour.INK),
            600,
            id="drawn triangle",
        ),
        pytest.param(
            Drawing(
                Box(9, 9, 60, 60), (((0, 0), (60, 0), (60, 33.1, 33.1, 60, 0, 60)),), None, fill=Colour.INK
            ),
            2_809,  # by chords; by the curve 2827
            id="drawn curve",
        ),
    ],
)
def test_fills_and_lines_by_their_area(shape: Shape, black: float) -> None:
    found = covered(shape)
    assert found.black * SIDE * SIDE == pytest.approx(black, rel=1e-3)
    assert (found.cyan, found.magenta, found.yellow) == (0, 0, 0)
    assert found.full_pages == pytest.approx(found.black)


def test_text_by_the_area_of_its_glyphs() -> None:
    one = covered(Text(10, 100, "n", Face.REGULAR, 100.0)).black * SIDE * SIDE
    assert 900 < one < 1_200  # two stems and an arch, half an em high
    assert covered(Text(10, 100, "nn n", Face.REGULAR, 100.0)).black * SIDE * SIDE == pytest.approx(3 * one)
    assert covered(Text(10, 100, "n", Face.REGULAR, 50.0)).black * SIDE * SIDE == pytest.approx(one / 4)
    assert covered(Text(10, 100, "n", Face.BOLD, 100.0)).black * SIDE * SIDE > 1.2 * one
    assert covered(Text(10, 100, "Ж", Face.REGULAR, 100.0)).black > 0  # of the other font
    assert covered(Text(10, 100, " \N{NO-BREAK SPACE}", Face.REGULAR, 100.0)).black == 0


def test_what_is_hidden_takes_no_ink() -> None:
    ground = Rectangle(Box(0, 0, 100, 100), Colour.TINT)
    over = Rectangle(Box(20, 20, 50, 50), Colour.INK)
    beside = Rectangle(Box(120, 20, 50, 50), Colour.INK)
    hole = Rectangle(Box(30, 30, 10, 10), Colour.PAPER)
    assert covered(ground).cyan == 0.25
    assert covered(ground, beside).cyan == 0.25
    both = covered(ground, over)
    assert (both.cyan, both.black) == ((10_000 - 2_500) / SIDE**2, 2_500 / SIDE**2)
    holed = covered(ground, over, hole)
    assert (holed.cyan, holed.black) == ((10_000 - 2_500) / SIDE**2, 2_400 / SIDE**2)
    assert both.full_pages == pytest.approx(0.25)


def test_a_line_across_a_hole_in_a_filled_outline() -> None:
    triangle = Polyline(((0, 0), (100, 0), (100, 100)), None, closed=True, fill=Colour.INK)
    stem = Polyline(((60, 20), (60, 40)), Colour.PAPER, 5)
    assert covered(triangle, stem).black == pytest.approx((5_000 - 100) / SIDE**2)


def test_shares_are_of_all_sides_and_pages_of_one() -> None:
    mark = Mark(None, (Rectangle(Box(0, 0, 100, 200), Colour.INK),))
    pages = (Page((mark,)), Page((mark,)), Page(()))
    booklet = Booklet("", "", "", "en", SIDE, SIDE, pages, (Element(Role.DOCUMENT, None),))
    found = coverage(booklet, _Pictures(), BLACK, 2, 2 * SIDE * SIDE)
    assert found == Coverage(0, 0, 0, 0.25, 0.5)


def test_a_picture_counts_by_its_size_wherever_it_stands() -> None:
    pictures = _Pictures(one=square('<rect width="100" height="50" fill="#ff0000"/>'))
    small, large = Picture("one", Box(0, 0, 50, 50)), Picture("one", Box(0, 0, 100, 100), mirrored=True)
    assert covered(small, pictures=pictures).magenta == pytest.approx(1_250 / SIDE**2, rel=0.01)
    both = covered(small, large, pictures=pictures)
    assert both.magenta == both.yellow == pytest.approx(6_250 / SIDE**2, rel=0.01)


def seen(content: bytes) -> tuple[list[float], int]:
    """The colorants of a file as pdfium draws it at 300 dots to the inch, and how many pages it has."""
    total = [0.0] * 4
    with pypdfium2.PdfDocument(content) as document:
        for page in document:
            inverted = ImageChops.invert(page.render(scale=300 / 72).to_pil().convert("RGB")).split()
            black = ImageChops.darker(ImageChops.darker(inverted[0], inverted[1]), inverted[2])
            means = [ImageStat.Stat(band).mean[0] / 255 for band in (*inverted, black)]
            for index, mean in enumerate(means):
                total[index] += mean - (means[3] if index < 3 else 0)
        return [each / len(document) for each in total], len(document)


@pytest.mark.parametrize(
    "asked",
    [
        {"max_exercises": "1", "weeks": "1"},
        {"max_exercises": "1", "weeks": "1", "fold": True, "duplex": "manual", "paper": "letter"},
        {"layout": "cards"},
        {"layout": "cards", "ink_saver": True, "large_print": True, "max_exercises": "2"},
        {"layout": "sheet"},
    ],
    ids=str,
)
def test_the_sum_is_within_a_hundredth_of_what_a_reader_draws(asked: dict[str, Any]) -> None:
    prepared = prescribe(Asked(goals=("side",), **asked), today=dt.date(2026, 1, 1))
    drawn = draw(prepared)
    found = coverage_of(prepared, drawn)
    drawn_by_reader, sides = seen(drawn.content)
    assert sides == drawn.sides
    colorants = [found.cyan, found.magenta, found.yellow, found.black]
    assert sum(colorants) == pytest.approx(sum(drawn_by_reader), rel=0.01)
    assert colorants == pytest.approx(drawn_by_reader, abs=0.0006)  # versions of FreeType differ by a little
    assert found.full_pages == pytest.approx(sum(colorants) * sides)
    assert (found.cyan > 0.001) is not asked.get("ink_saver", False)
