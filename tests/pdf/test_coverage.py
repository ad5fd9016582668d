"""The ink of a print, against areas that are known, and against pages as a reader draws them."""

from __future__ import annotations

import datetime as dt
import io
import zlib
from typing import TYPE_CHECKING, Any

import pypdfium2  # type: ignore[import-untyped]
import pytest
from PIL import Image, ImageChops, ImageStat

from generator.booklet.model import (
    Booklet,
    Box,
    Colour,
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
from generator.pdf.picture_ink import inks_of, picture_inks
from generator.pdf.picture_object import PictureObject
from generator.pdf.raster import RasterPicture
from generator.pdf.svg import read_svg
from generator.text.faces import Face
from generator.workflows.booklet import coverage_of, draw
from generator.workflows.prescription import prescribe
from tests.asking import Asked

if TYPE_CHECKING:
    from generator.booklet.model import Shape
    from generator.pdf.palette import Palette

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


def svg(content: str) -> PictureObject:
    head = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">'
    picture = read_svg(f"{head}{content}</svg>".encode(), "a.svg")
    return PictureObject(picture.proportion, zlib.compress(picture.operators.encode("ascii")))


@pytest.mark.parametrize(
    ("colour", "inks"),
    [
        ((1, 1, 1), (0, 0, 0, 0)),
        ((0, 0, 0), (0, 0, 0, 1)),
        ((0.5, 0.5, 0.5), (0, 0, 0, 0.5)),
        ((0, 1, 1), (1, 0, 0, 0)),
        ((1, 0, 1), (0, 1, 0, 0)),
        ((1, 1, 0), (0, 0, 1, 0)),
        ((1, 0, 0), (0, 1, 1, 0)),
        ((0, 0.5, 0.75), (0.75, 0.25, 0, 0.25)),
    ],
)
def test_what_three_inks_share_is_black(colour: tuple[float, ...], inks: tuple[float, ...]) -> None:
    assert inks_of(*colour) == pytest.approx(inks)


@pytest.mark.parametrize(
    ("shape", "black"),
    [
        (Rectangle(Box(0, 0, 100, 100), Colour.INK), 10_000),
        (Rectangle(Box(50, 50, 100, 50), None, Colour.INK, 2.0), 600),
        (Rectangle(Box(50, 50, 100, 100), Colour.INK, radius=50), 7_854),
        (Rectangle(Box(50, 50, 100, 100), None, Colour.INK, 1.0, radius=50), 314.2),
        (Rectangle(Box(0, 0, 100, 100), None, None), 0),
        (Polyline(((0, 0), (30, 40)), Colour.INK, 3.0), 150),
        (Polyline(((0, 0), (30, 40)), Colour.INK, 3.0, dash=2), 75),
        (Polyline(((0, 0), (40, 0), (40, 30)), Colour.INK, 1.0, closed=True), 120),
        (Polyline(((0, 0), (40, 0), (40, 30)), None, closed=True, fill=Colour.INK), 600),
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


@pytest.mark.parametrize(
    ("content", "black"),
    [
        ('<rect x="10" y="10" width="50" height="50"/>', 0.25),
        # A hole that turns the other way, one that turns the same way, and the same by the other rule.
        ('<path d="M0 0H80V80H0Z M20 20V60H60V20Z"/>', 0.48),
        ('<path d="M0 0H80V80H0Z M20 20H60V60H20Z"/>', 0.64),
        ('<path fill-rule="evenodd" d="M0 0H80V80H0Z M20 20H60V60H20Z"/>', 0.48),
        ('<circle cx="50" cy="50" r="40"/>', 0.5027),
        ('<path fill="none" stroke="black" stroke-width="10" d="M10 50H90"/>', 0.08),
        ('<path fill="none" stroke="black" stroke-width="10" stroke-linecap="round" d="M10 50H90"/>', 0.0879),
        ('<path fill="none" stroke="black" stroke-width="4" d="M20 20H80V80H20Z"/>', 0.096),
        ('<rect x="20" y="20" width="60" height="60" stroke="black" stroke-width="4"/>', 0.4096),
        ('<rect width="80" height="80"/><rect width="40" height="40" fill="white"/>', 0.48),
    ],
)
def test_a_drawing_by_what_is_seen_of_it(content: str, black: float) -> None:
    cyan, magenta, yellow, found = picture_inks(svg(content))
    assert found == pytest.approx(black, rel=0.02)
    assert (cyan, magenta, yellow) == pytest.approx((0, 0, 0), abs=0.001)


def test_a_picture_counts_by_its_size_wherever_it_stands() -> None:
    pictures = _Pictures(one=svg('<rect width="100" height="50" fill="#ff0000"/>'))
    small, large = Picture("one", Box(0, 0, 50, 50)), Picture("one", Box(0, 0, 100, 100), mirrored=True)
    assert covered(small, pictures=pictures).magenta == pytest.approx(1_250 / SIDE**2, rel=0.01)
    both = covered(small, large, pictures=pictures)
    assert both.magenta == both.yellow == pytest.approx(6_250 / SIDE**2, rel=0.01)


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
@pytest.mark.parametrize("grey", [False, True])
def test_a_photo_by_its_pixels(kind: str, grey: bool) -> None:
    image = Image.new("RGB", (400, 400), "white")
    image.paste((255, 0, 0), (0, 0, 400, 100))
    stream = io.BytesIO()
    image.save(stream, kind)
    inks = picture_inks(RasterPicture(stream.getvalue(), "a").picture_object(grey=grey))
    # Red is as dark as a grey of 0.299.
    expected = (0, 0, 0, 0.25 * (1 - 0.299)) if grey else (0, 0.25, 0.25, 0)
    assert inks == pytest.approx(expected, abs=0.01)


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
