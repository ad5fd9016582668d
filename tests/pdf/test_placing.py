"""Where pages of a booklet stand on the sides of a file."""

from __future__ import annotations

import pytest

from generator.booklet.choices import Duplex, Flip, FoldOptions
from generator.booklet.model import Box, Element, Mark, Role
from generator.pdf.placing import PagePlace, duplex_preferences, one_page_a_side
from tests.pdf.samples import HEIGHT, WIDTH, booklet, line

SIDE_HEIGHT = 500.0
PAGE = Box(100, 50, WIDTH, HEIGHT)
ON_THE_PAGE = Box(20, 30, 40, 60)


@pytest.mark.parametrize(
    ("place", "box", "matrix"),
    [
        pytest.param(PagePlace(0, PAGE), Box(120, 80, 40, 60), "1 0 0 1 100 250 cm", id="upright"),
        pytest.param(
            PagePlace(0, PAGE, turned=True),
            Box(100 + WIDTH - 60, 50 + HEIGHT - 90, 40, 60),
            "-1 0 0 -1 400 450 cm",
            id="on its head",
        ),
        pytest.param(
            PagePlace(0, Box(0, SIDE_HEIGHT - HEIGHT, WIDTH, HEIGHT)),
            Box(20, SIDE_HEIGHT - HEIGHT + 30, 40, 60),
            "",
            id="where the side has its origin",
        ),
    ],
)
def test_what_stands_on_the_page_stands_on_the_side(place: PagePlace, box: Box, matrix: str) -> None:
    assert place.moved(ON_THE_PAGE) == box
    assert place.matrix(SIDE_HEIGHT) == matrix


def test_without_folding_every_page_is_a_side() -> None:
    marks = [Mark(1, (line("on"),))]
    arrangement = one_page_a_side(booklet([marks, marks], [Element(Role.PARAGRAPH, 0)]))
    assert (arrangement.width, arrangement.height) == (WIDTH, HEIGHT)
    assert [place.side for place in arrangement.places] == [0, 1]
    assert {place.matrix(HEIGHT) for place in arrangement.places} == {""}
    assert arrangement.artifacts == ((), ())


@pytest.mark.parametrize(
    ("options", "preferences"),
    [
        pytest.param(FoldOptions(flip=Flip.SHORT), "/Duplex/DuplexFlipShortEdge", id="short edge"),
        pytest.param(FoldOptions(flip=Flip.LONG), "/Duplex/DuplexFlipLongEdge", id="long edge"),
        pytest.param(FoldOptions(duplex=Duplex.MANUAL), "/Duplex/Simplex", id="by hand"),
    ],
)
def test_the_printer_is_asked_for_both_sides(options: FoldOptions, preferences: str) -> None:
    assert duplex_preferences(options) == preferences
