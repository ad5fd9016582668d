"""What `make --json` says of the booklet: its paper and its ink."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.outputs import page_texts

if TYPE_CHECKING:
    from tests.conftest import Run


@pytest.mark.parametrize("how", [[], ["--fold", "--duplex", "manual"], ["--layout", "cards"]], ids=" ".join)
def test_for_scripts_the_print_is_described_in_numbers(run: Run, how: list[str]) -> None:
    asked = ("make", "-g", "side", "--max-exercises", "4", *how, "--force")
    values = json.loads(run(*asked, "--json", "-o", "a.pdf").out)
    told = run(*asked).out
    assert values["how_to_print"] in told
    assert f", {values['pages']} pages" in told
    assert values["sides"] == len(page_texts("a.pdf"))
    assert values["sheets"] == -(-values["sides"] // 2)
    ink = values["ink"]
    assert list(ink) == ["cyan", "magenta", "yellow", "black", "full_pages"]
    shares = sum(ink[name] for name in list(ink)[:4])
    assert ink["full_pages"] == pytest.approx(shares * values["sides"], abs=0.002)


def test_the_ink_saver_saves_ink_and_has_no_colour(run: Run) -> None:
    usual, spare = (
        json.loads(run("make", "-g", "side", *how, "--json", "--force").out)["ink"]
        for how in ([], ["--ink-saver"])
    )
    assert usual["cyan"] > 0
    assert (spare["cyan"], spare["magenta"], spare["yellow"]) == (0, 0, 0)
    assert spare["full_pages"] < usual["full_pages"]
