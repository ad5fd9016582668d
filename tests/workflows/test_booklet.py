"""A routine → the file of its booklet, and the paper that it takes."""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import TYPE_CHECKING

import pytest

from generator.booklet.choices import Paper
from generator.workflows.booklet import coverage_of, draw, draw_clinician_sheet
from generator.workflows.prescription import prescribe
from tests.asking import Asked
from tests.outputs import A4, A5, HALF_LETTER, LETTER, lying, near, page_sizes, page_texts

if TYPE_CHECKING:
    from generator.workflows.booklet import DrawnBooklet
    from generator.workflows.prescription import Prescription

FEW = Asked(goals=("side",), max_exercises="4")
WAYS = {
    "pages": Asked(),
    "a5": Asked(paper="a5"),
    "half-letter": Asked(paper="half-letter"),
    "large print": Asked(large_print=True),
    "fold": Asked(fold=True),
    "fold by hand": Asked(fold=True, duplex="manual", paper="letter"),
    "cards": Asked(layout="cards"),
    "sheet": Asked(layout="sheet", paper="letter"),
}
of_every_way = pytest.mark.parametrize("way", WAYS)


@cache
def made(way: str) -> tuple[Prescription, DrawnBooklet]:
    prescription = prescribe(FEW | WAYS[way], today=dt.date(2026, 1, 1))
    return prescription, draw(prescription)


@of_every_way
def test_the_file_has_a_page_for_each_side_of_paper(way: str) -> None:
    _, drawn = made(way)
    assert len(page_texts(drawn.content)) == drawn.sides
    sizes = {
        "a5": A5,
        "half-letter": HALF_LETTER,
        "fold": lying(A4),
        "fold by hand": lying(LETTER),
        "sheet": lying(LETTER),
    }
    assert page_sizes(drawn.content) == near(sizes.get(way, A4))


def test_pages_sides_and_sheets() -> None:
    counts = {way: (made(way)[1].pages, made(way)[1].sides, made(way)[1].sheets) for way in WAYS}
    pages = counts["pages"][0]
    assert counts["pages"] == (pages, pages, (pages + 1) // 2)
    folded = counts["fold"][0]
    assert counts["fold"] == (folded, folded // 2, folded // 4)
    assert folded % 4 == 0
    by_hand = counts["fold by hand"][0]
    assert counts["fold by hand"] == (by_hand, by_hand // 2 + 1, by_hand // 4 + 1)
    assert (counts["cards"], counts["sheet"]) == ((4, 4, 2), (1, 1, 1))


@of_every_way
def test_it_is_the_same_each_time(way: str) -> None:
    prescription, drawn = made(way)
    assert draw(prescription).content == drawn.content


@of_every_way
def test_its_ink_is_that_of_its_text_and_pictures(way: str) -> None:
    prescription, drawn = made(way)
    ink = coverage_of(prescription, drawn)
    assert 0.02 < ink.black < 0.15
    assert ink.full_pages == pytest.approx((ink.cyan + ink.magenta + ink.yellow + ink.black) * drawn.sides)


@of_every_way
def test_the_clinicians_sheet_is_on_whole_sheets_of_the_paper(way: str) -> None:
    prescription, _ = made(way)
    size = LETTER if prescription.resolved.paper in (Paper.LETTER, Paper.HALF_LETTER) else A4
    assert page_sizes(draw_clinician_sheet(prescription)) == near(size)


def test_a_layout_warns_of_what_it_can_hardly_hold() -> None:
    many = Asked(goals=("side", "rotation"), minutes="none", max_exercises="7", layout="sheet")
    (warning,) = draw(prescribe(many, today=dt.date(2026, 1, 1))).warnings
    assert warning.startswith("7 exercises are a lot for one sheet.")
