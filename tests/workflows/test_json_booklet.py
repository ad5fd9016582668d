"""The booklet on paper, by the real command line: folded, large, as cards, on one sheet; the test sheet."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.outputs import page_texts

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Run


@pytest.mark.parametrize(
    ("how", "sides_of", "sheets_of"),
    [
        ([], lambda pages: pages, lambda pages: (pages + 1) // 2),
        (["--paper", "a5"], lambda pages: pages, lambda pages: (pages + 1) // 2),
        (["--fold"], lambda pages: pages // 2, lambda pages: pages // 4),
        (["--fold", "--duplex", "manual"], lambda pages: pages // 2 + 1, lambda pages: pages // 4 + 1),
        (["--layout", "cards"], lambda _: 4, lambda _: 2),
        (["--layout", "sheet"], lambda _: 1, lambda _: 1),
    ],
    ids=["pages", "a5", "fold", "fold by hand", "cards", "sheet"],
)
def test_for_scripts_the_print_is_described_in_numbers(
    run: Run, how: list[str], sides_of: Callable[[int], int], sheets_of: Callable[[int], int]
) -> None:
    said = run("make", "-g", "side", "--max-exercises", "4", *how, "--json", "-o", "a.pdf")
    values = json.loads(said.out)
    assert values["sides"] == len(page_texts("a.pdf")) == sides_of(values["pages"])
    assert values["sheets"] == sheets_of(values["pages"])
    ink = values["ink"]
    assert list(ink) == ["cyan", "magenta", "yellow", "black", "full_pages"]
    assert 0.02 < ink["black"] < 0.15
    shares = sum(ink[name] for name in list(ink)[:4])
    assert ink["full_pages"] == pytest.approx(shares * values["sides"], abs=0.002)
    assert values["how_to_print"] in run("make", "-g", "side", "--max-exercises", "4", *how).out


def test_the_ink_saver_saves_ink_and_has_no_colour(run: Run) -> None:
    usual, spare = (
        json.loads(run("make", "-g", "side", *how, "--json", "--force").out)["ink"]
        for how in ([], ["--ink-saver"])
    )
    assert usual["cyan"] > 0
    assert (spare["cyan"], spare["magenta"], spare["yellow"]) == (0, 0, 0)
    assert spare["full_pages"] < usual["full_pages"]
