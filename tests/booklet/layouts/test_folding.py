"""The instructions for printing by hand, and pages put before a booklet."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from generator.booklet.choices import Duplex, Flip, FoldOptions, Paper
from generator.booklet.imposition import Clearance, Imposition, impose
from generator.booklet.layouts.folding import lay_out_folding, with_pages_before
from generator.booklet.model import Booklet, Box, Element, Mark, Page, Role, Text, TickField
from generator.booklet.page_setup import PageSetup
from generator.booklet.style import MILLIMETRE, PageStyle
from generator.text.faces import Face
from generator.text.measuring import FontMeasure
from tests.booklet.laying_out import NO_PICTURES, texts_on
from tests.reading_level import grade

if TYPE_CHECKING:
    from generator.booklet.wording import Wording

A5 = PageStyle(148 * MILLIMETRE, 210 * MILLIMETRE, 36, 36, 40, 24)


def plan(page_count: int, options: FoldOptions) -> Imposition:
    return impose(page_count, (A5.width, A5.height), Clearance(36, 36, 36), Paper.A4, options)


def laid(imposition: Imposition, wording: Wording) -> Booklet:
    return lay_out_folding(imposition, PageSetup(A5, FontMeasure(), NO_PICTURES), wording)


def said(booklet: Booklet) -> str:
    return " ".join(text.text for page in booklet.pages for text in texts_on(page))


@pytest.mark.parametrize(
    ("page_count", "fronts", "backs"),
    [(8, (2, 3), (4, 5)), (29, (2, 9), (10, 17))],
    ids=["two sheets", "eight sheets"],
)
def test_fronts_and_backs_are_named_by_their_pages_in_the_file(
    page_count: int, fronts: tuple[int, int], backs: tuple[int, int], wording: Wording
) -> None:
    text = said(laid(plan(page_count, FoldOptions(duplex=Duplex.MANUAL)), wording))
    assert f"Print pages {fronts[0]} to {fronts[1]} of this file" in text
    assert f"Print pages {backs[0]} to {backs[1]} in the same way" in text
    assert f"print page 2, turn the sheet, and print page {backs[0]}" in text


def test_a_single_sheet_is_neither_stacked_nor_stapled(wording: Wording) -> None:
    text = said(laid(plan(3, FoldOptions(duplex=Duplex.MANUAL)), wording))
    assert "Print page 2 of this file" in text
    assert "Print page 3 in the same way" in text
    for word in ("sheets", "staple", "pages"):
        assert word not in text


def test_what_is_not_marked_is_not_spoken_of(wording: Wording) -> None:
    plain = FoldOptions(duplex=Duplex.MANUAL, fold_ticks=False, staple_marks=False)
    text = said(laid(plan(12, plain), wording))
    assert "lines" not in text
    assert "Fold in the middle" in text
    assert "staple twice in the fold." in text


def test_the_paper_is_turned_as_the_backs_are_printed(wording: Wording) -> None:
    short, long = (
        said(laid(plan(8, FoldOptions(flip=flip, duplex=Duplex.MANUAL)), wording))
        for flip in (Flip.SHORT, Flip.LONG)
    )
    assert "page of a book" in short
    assert "page of a wall calendar" in long
    assert "wall calendar" not in short


@pytest.mark.parametrize(
    ("page_count", "flip", "marks"),
    list(itertools.product([4, 400], Flip, [True, False])),
    ids=[
        ", ".join(each) for each in itertools.product(["4 pages", "400 pages"], Flip, ["marks", "no marks"])
    ],
)
def test_the_instructions_fit_on_one_side_of_a_sheet_within_its_margins(
    page_count: int, flip: Flip, marks: bool, wording: Wording
) -> None:
    options = FoldOptions(flip=flip, duplex=Duplex.MANUAL, fold_ticks=marks, staple_marks=marks)
    booklet = laid(plan(page_count, options), wording)
    assert len(booklet.pages) <= 2
    assert (booklet.width, booklet.height) == (A5.width, A5.height)
    measure = FontMeasure()
    for page in booklet.pages:
        for text in texts_on(page):
            assert text.size >= 12
            assert text.left >= A5.margin_side - 0.01
            assert (
                text.left + measure.width(text.text, text.face, text.size) <= A5.width - A5.margin_side + 0.1
            )
            assert A5.margin_top <= text.baseline <= A5.room_bottom


def test_the_sentences_for_whoever_prints_are_easy_to_read(wording: Wording) -> None:
    for group in ("folding.", "test-sheet."):
        texts = [text for key, text in wording.words.labels.items() if key.startswith(group)]
        assert grade([text for text in texts if text.endswith((".", "?"))]) <= 6


def test_pages_are_put_before_a_booklet_with_all_that_they_mean() -> None:
    def small(title: str, *texts: str) -> Booklet:
        pages = tuple(
            Page((Mark(None, ()), Mark(2 * number, (Text(0, 9, text, Face.REGULAR, 12),))))
            for number, text in enumerate(texts, start=1)
        )
        elements = [Element(Role.DOCUMENT, None)]
        for number in range(len(texts)):
            elements += [Element(Role.SECTION, 0), Element(Role.PARAGRAPH, 2 * number + 1)]
        return Booklet(title, f"author of {title}", "", "en", 100, 100, pages, tuple(elements))

    joined = with_pages_before(small("booklet", "one", "two"), small("help", "first"))
    assert (joined.title, joined.author) == ("booklet", "author of booklet")
    found = []
    for page in joined.pages:
        for mark in page.marks:
            if mark.element is not None:
                element = joined.elements[mark.element]
                assert element.role is Role.PARAGRAPH
                assert element.parent is not None
                assert joined.elements[element.parent] == Element(Role.SECTION, 0)
                found.append(texts_on(Page((mark,)))[0].text)
    assert found == ["first", "one", "two"]
    assert [element.role for element in joined.elements].count(Role.DOCUMENT) == 1
    assert len({mark.element for page in joined.pages for mark in page.marks}) == 4


def test_boxes_to_tick_stay_with_their_elements_behind_other_pages() -> None:
    field = TickField(2, Box(0, 0, 9, 9), "done", "Done")
    elements = (Element(Role.DOCUMENT, None), Element(Role.PARAGRAPH, 0), Element(Role.FORM, 1))
    ticked = Booklet("booklet", "", "", "en", 100, 100, (Page((), (field,)),), elements)
    plain = replace(ticked, pages=(Page(()),), elements=elements[:2])
    joined = with_pages_before(ticked, plain)
    (moved,) = joined.pages[1].fields
    assert joined.elements[moved.element].role is Role.FORM
    assert joined.elements[moved.element].parent == 2
