"""What may be asked for together, of how a booklet is put on paper, and what it comes to."""

from __future__ import annotations

from typing import Any, cast

import pytest

from generator.booklet.choices import Duplex, Flip, FoldOptions, Layout, Paper
from generator.request.printing import Printing
from generator.request.resolving import resolve
from tests.asking import Asked
from tests.request.requests import AROUND, problems_with


def printing(**typed: str | bool) -> Printing:
    return resolve(Asked(goals=("side",), **cast("Any", typed)), AROUND).printing


def problems(**typed: str | bool) -> list[str]:
    return problems_with(Asked(goals=("side",), **typed))


def test_usually_whole_pages_in_colour_to_be_ticked_anywhere() -> None:
    assert printing() == Printing(Paper.A4, Layout.PAGES, has_fields=True, fold=None)
    assert printing().page is Paper.A4


@pytest.mark.parametrize(
    ("typed", "sheet", "page"),
    [
        ("a4", Paper.A4, Paper.A5),
        ("a5", Paper.A4, Paper.A5),
        ("letter", Paper.LETTER, Paper.HALF_LETTER),
        ("half-letter", Paper.LETTER, Paper.HALF_LETTER),
    ],
)
def test_folded_either_name_of_the_paper_is_the_sheet(typed: str, sheet: Paper, page: Paper) -> None:
    folded = printing(fold=True, paper=typed)
    assert (folded.paper, folded.page) == (sheet, page)
    assert folded.fold == FoldOptions()
    whole = printing(paper=typed)
    assert (whole.paper, whole.page) == (Paper(typed), Paper(typed))


def test_a_folded_booklet_is_for_paper() -> None:
    assert not printing(fold=True).has_fields
    assert printing(fold=True, fields=False) == printing(fold=True)
    assert not printing(fields=False).has_fields


def test_every_setting_of_folding_arrives() -> None:
    folded = printing(
        fold=True,
        flip="Long",
        duplex="MANUAL",
        offset_front=" 1.5 , -2",
        offset_back="\N{MINUS SIGN}0.25,+10",
        paper_thickness="0,2",
        binding_margin="12.5",
        fold_marks=False,
        borderless="yes",
    )
    assert folded.fold == FoldOptions(
        flip=Flip.LONG,
        duplex=Duplex.MANUAL,
        paper_thickness=0.2,
        binding_margin=12.5,
        offset_front=(1.5, -2.0),
        offset_back=(-0.25, 10.0),
        fold_ticks=False,
        staple_marks=False,
        borderless=True,
    )


@pytest.mark.parametrize(("typed", "flip"), [("", Flip.LONG), ("short", Flip.SHORT), ("long", Flip.LONG)])
def test_cards_are_usually_turned_round_the_long_edge(typed: str, flip: Flip) -> None:
    assert printing(layout="cards", flip=typed).flip is flip


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("duplex", "manual"),
        ("offset_front", "0,1"),
        ("offset_back", "-1,0"),
        ("paper_thickness", "0.2"),
        ("binding_margin", "3"),
        ("fold_marks", False),
    ],
)
@pytest.mark.parametrize("layout", list(Layout))
def test_what_means_something_in_a_fold_is_refused_without_it(
    name: str, typed: str | bool, layout: str
) -> None:
    option = name.replace("_", "-").replace("fold-marks", "no-fold-marks")
    assert problems(layout=layout, **{name: typed}) == [
        f"--{option}  only works with --fold → add --fold, or remove this option"
    ]


@pytest.mark.parametrize("layout", ["pages", "sheet"])
def test_what_means_something_for_cards_as_well_is_refused_elsewhere(layout: str) -> None:
    hint = "only works with --fold or --layout cards → add one of them, or remove this option"
    assert problems(layout=layout, flip="short", borderless="yes") == [
        f"--flip  {hint}",
        f"--borderless  {hint}",
    ]
    assert printing(layout="cards", flip="short", borderless="yes").borderless


@pytest.mark.parametrize(("paper", "whole"), [("a5", "a4"), ("half-letter", "letter")])
def test_half_a_sheet_is_too_small_for_large_print_cards_and_the_sheet(paper: str, whole: str) -> None:
    for layout in ("cards", "sheet"):
        assert problems(paper=paper, large_print=True, layout=layout) == [
            (
                f"--large-print  cannot be combined with --paper {paper}, which is too small for 18 points → "
                f"use --paper {whole}"
            ),
            (
                f"--layout  {layout} cannot be combined with --paper {paper}, which is too small → "
                f"use --paper {whole}"
            ),
        ]


@pytest.mark.parametrize("layout", ["cards", "sheet"])
def test_only_pages_in_usual_print_are_folded(layout: str) -> None:
    assert problems(fold=True, large_print=True, layout=layout, paper="a5") == [
        f"--fold  cannot be combined with --layout {layout} → remove one of the two",
        (
            "--large-print  cannot be combined with --fold, whose pages are too small for 18 points → "
            "remove one of the two"
        ),
    ]
