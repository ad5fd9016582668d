"""The registry: each layout can be made on its papers, and is loaded when it is."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from generator.booklet.choices import Flip, Layout, Paper
from generator.booklet.content import Content
from generator.booklet.layouts.registry import advice_label, traits_of
from generator.booklet.page_setup import PageSetup
from generator.booklet.style import HALF_PAGE, LARGE_PRINT, PAGES, WHOLE_PAGE
from generator.text.measuring import FontMeasure
from tests.asking import Asked
from tests.booklet.laying_out import NO_PICTURES, laid_out

if TYPE_CHECKING:
    from generator.library.model import Library

PAIRS = [(layout, paper) for layout in Layout for paper in traits_of(layout).papers]


def content_of(library: Library, count: int) -> Content:
    laid = laid_out(library, Asked(goals=("all",), minutes="none", max_exercises=str(count)))
    return Content(laid.routine, laid.order.details, laid.wording)


@pytest.mark.parametrize(("layout", "paper"), PAIRS, ids=[f"{layout} on {paper}" for layout, paper in PAIRS])
def test_each_layout_is_made_on_its_papers_in_every_look_that_these_allow(
    layout: Layout, paper: Paper, library: Library
) -> None:
    traits, page_style = traits_of(layout), PAGES[paper]
    for large_print in (False,) if paper.is_half else (False, True):
        look = traits.look_for(paper, large_print=large_print)
        setup = PageSetup(page_style, FontMeasure(), NO_PICTURES, look)
        booklet = traits.lay_out(content_of(library, 2), setup)
        assert {booklet.width, booklet.height} == {page_style.width, page_style.height}
        assert booklet.pages


def test_a_card_is_small_on_any_paper() -> None:
    look_for = traits_of(Layout.CARDS).look_for
    assert look_for(Paper.A4, large_print=False) is HALF_PAGE
    assert look_for(Paper.A4, large_print=True) is LARGE_PRINT
    assert traits_of(Layout.SHEET).look_for(Paper.A4, large_print=False) is WHOLE_PAGE


@pytest.mark.parametrize("layout", Layout, ids=str)
def test_there_is_advice_on_how_to_print_each(layout: Layout, library: Library) -> None:
    texts = {library.words.labels[advice_label(layout, flip)] for flip in Flip}
    assert len(texts) == (len(Flip) if traits_of(layout).has_backs else 1)


def test_only_a_full_sheet_is_warned_of(library: Library) -> None:
    few, many = content_of(library, 6), content_of(library, 7)
    assert [len(traits_of(layout).warnings(few)) for layout in Layout] == [0, 0, 0]
    assert [layout for layout in Layout if traits_of(layout).warnings(many)] == [Layout.SHEET]


def test_layouts_are_loaded_only_when_they_are_made() -> None:
    look = "import generator.booklet.layouts.registry, sys; print(*sorted(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True).stdout
    assert "generator.booklet.layouts.registry" in loaded
    for name in ("layouts.pages", "layouts.cards", "layouts.fridge_sheet", "generator.booklet.parts"):
        assert name not in loaded
