"""For weak eyes and old printers: sizes, contrast, and nothing that colour alone says, in every layout."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from functools import cache
from typing import TYPE_CHECKING

import pytest

from generator.booklet.model import Colour, Drawing, Polyline, Rectangle, Text
from generator.figure.picture.arrows import COLOUR as ARROW
from generator.pdf.palette import COLOUR, INK_SAVER
from generator.text.measuring import FontMeasure
from generator.workflows.booklet import draw
from generator.workflows.lookups import ILLUSTRATIONS
from generator.workflows.prescription import prescribe
from tests.asking import Asked
from tests.pdf.test_palette import contrast
from tests.whole.booklets import TODAY

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from generator.booklet.model import Booklet, Page, Shape

POSES = ILLUSTRATIONS.parent.parent / "data" / "poses"
CLIENT = Asked(
    goals=("rotation", "side"),
    max_exercises="3",
    conditions=("scoliosis", "wrist-trouble"),
    client="Ann Example",
    clinician="Dr Bo Larsson",
    progress=True,
    side="left",
    weeks="3",
)
LAYOUTS = {
    f"{name}, {paper}": request | Asked(paper=paper)
    for paper in ("a4", "letter")
    for name, request in {
        "pages": CLIENT,
        "pages, large print": CLIENT | Asked(large_print=True),
        "pages, ink saver": CLIENT | Asked(ink_saver=True),
        "folded": CLIENT | Asked(fold=True),
        "cards": CLIENT | Asked(layout="cards"),
        "cards, large print": CLIENT | Asked(layout="cards", large_print=True, conditions=()),
        "sheet": CLIENT | Asked(layout="sheet"),
        "sheet, large print": CLIENT
        | Asked(layout="sheet", large_print=True, conditions=(), progress=False, max_exercises="2"),
    }.items()
}
ZONE = "#9c1c12"  # the hatching of pictures, see `generator.figure.picture.zone_marks`
EVERY_LAYOUT = pytest.mark.parametrize("name", LAYOUTS)


@cache
def _booklet(name: str) -> Booklet:
    return draw(prescribe(LAYOUTS[name], today=TODAY)).booklet


def _shapes(page: Page) -> Iterator[Shape]:
    for mark in page.marks:
        yield from mark.shapes


def _ground(page: Page, text: Text) -> Colour:
    """What a text stands on: the last ground that was laid below its first letter."""
    ground = Colour.PAPER
    for shape in _shapes(page):
        if shape is text:
            break
        if isinstance(shape, Rectangle) and shape.fill:
            box = shape.box
            if box.left <= text.left <= box.right and box.top <= text.baseline <= box.bottom:
                ground = shape.fill
    return ground


@EVERY_LAYOUT
def test_no_text_is_smaller_than_promised(name: str) -> None:
    least = 16 if "large print" in name else 12
    booklet = _booklet(name)
    sizes = {shape.size for page in booklet.pages for shape in _shapes(page) if isinstance(shape, Text)}
    assert min(sizes) >= least
    if "large print" in name and "pages" in name:
        assert 18 in sizes


@EVERY_LAYOUT
def test_every_text_and_every_line_stands_out_from_its_ground(name: str) -> None:
    palette = INK_SAVER if LAYOUTS[name].get("ink_saver") else COLOUR
    for page in _booklet(name).pages:
        for shape in _shapes(page):
            if isinstance(shape, Text):
                ground = _ground(page, shape)
                assert contrast(palette[shape.colour], palette[ground]) >= 4.5, shape.text
            elif isinstance(shape, Drawing | Polyline | Rectangle) and shape.stroke not in (
                None,
                Colour.PAPER,
            ):
                assert contrast(palette[shape.stroke], palette[Colour.TINT]) >= 4.5


@EVERY_LAYOUT
def test_a_ground_of_colour_says_nothing_by_itself(name: str) -> None:
    # One tint wherever there is a ground, or the ink of a drawn sign: none tells one thing from another.
    fills = {
        shape.fill
        for page in _booklet(name).pages
        for shape in _shapes(page)
        if isinstance(shape, Drawing | Rectangle | Polyline) and shape.fill
    }
    assert fills <= {Colour.PAPER, Colour.TINT, Colour.INK, Colour.ACCENT}


@EVERY_LAYOUT
def test_the_parts_that_colour_marks_are_marked_by_form_too(name: str) -> None:
    """What is set in the accent is bold or large as well, so that a grey print tells it from the text."""
    for page in _booklet(name).pages:
        for shape in _shapes(page):
            if isinstance(shape, Text) and shape.colour is Colour.ACCENT and shape.text.strip("•"):
                assert shape.face == "bold", shape.text


@pytest.mark.parametrize("path", sorted(ILLUSTRATIONS.glob("*-end.svg")), ids=lambda path: path.stem)
def test_where_it_is_felt_is_hatched_so_that_a_grey_print_keeps_it(path: Path) -> None:
    groups = ET.parse(path).iter("{http://www.w3.org/2000/svg}g")  # our own file
    zones = [group for group in groups if group.get("stroke") == ZONE]
    pose = (POSES / f"{path.stem.removesuffix('-end')}.yaml").read_text("utf-8")
    assert bool(zones) == ("zones:" in pose)  # none where the camera cannot see it
    for zone in zones:
        # On a ground of its own, or on whatever covers it; its edge or its lines are drawn in any case.
        fill = zone.attrib["fill"]
        assert contrast(ZONE, "#ffffff" if fill == "none" else fill) >= 4.5
        assert len(zone) >= 1


def test_arrows_stand_out_from_their_halos() -> None:
    assert contrast(ARROW, "#ffffff") >= 4.5


@pytest.mark.parametrize(
    ("paper", "large_print"), [("a4", False), ("a4", True), ("letter", True), ("a5", False)]
)
def test_a_long_name_leaves_room_for_the_date_and_the_number_of_the_page(
    paper: str, large_print: bool
) -> None:
    name = "Wilhelmina Featherstonehaugh-Cholmondeley of Saint Bartholomew by the Sea, the 3"
    request = CLIENT | Asked(client=name, paper=paper, large_print=large_print, date="2026-09-23")
    booklet = draw(prescribe(request, today=TODAY)).booklet
    measure = FontMeasure()
    for number, page in enumerate(booklet.pages, start=1):
        *_, whom, count = (shape for shape in _shapes(page) if isinstance(shape, Text))
        assert whom.text.endswith("… · 23 September 2026")
        assert count.text == f"Page {number} of {len(booklet.pages)}"
        assert whom.left + measure.width(whom.text, whom.face, whom.size) < count.left - 10
