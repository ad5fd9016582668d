"""Every kind of file: PDF/UA-1 and PDF/A-2a through veraPDF, and what no validator sees."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pypdfium2  # type: ignore[import-untyped]
import pytest

from tests.gate.files import FILES, file
from tests.gate.sense import findings

if TYPE_CHECKING:
    from collections.abc import Callable

    BrokenRules = Callable[[bytes, str], dict[str, str]]

_WHITE = 255
_DRAWN_AT = 127  # dpi: five pixels a millimetre
_UNPRINTABLE = 25  # pixels at each edge, 5 mm, on which many printers cannot print


@pytest.mark.parametrize("name", FILES)
def test_it_conforms_to_pdf_ua(name: str, broken_rules: BrokenRules) -> None:
    assert broken_rules(file(name), "ua1") == {}


# What the archive asks for has nothing to do with the paper's size.
@pytest.mark.parametrize(
    "name", [name for name, printed in FILES.items() if printed.is_archived and name.endswith("a4")]
)
def test_for_the_archive_it_conforms_to_pdf_a(name: str, broken_rules: BrokenRules) -> None:
    assert broken_rules(file(name, archive=True), "2a") == {}


def test_what_the_archive_needs_breaks_no_rule_of_pdf_ua(broken_rules: BrokenRules) -> None:
    assert broken_rules(file("few, a4", archive=True), "ua1") == {}


@pytest.mark.parametrize("name", FILES)
def test_it_makes_sense_to_those_who_cannot_see_it(name: str) -> None:
    assert [finding for finding in findings(file(name)) if finding.check not in FILES[name].exempt] == []


@pytest.mark.parametrize("name", [name for name, printed in FILES.items() if printed.keeps_clear])
def test_nothing_is_printed_where_printers_cannot(name: str) -> None:
    inside = slice(_UNPRINTABLE, -_UNPRINTABLE)
    with pypdfium2.PdfDocument(file(name)) as document:
        for number, page in enumerate(document, start=1):
            ink = np.asarray(page.render(scale=_DRAWN_AT / 72, grayscale=True).to_pil()) < _WHITE
            assert ink.any()
            ink[inside, inside] = False
            assert not ink.any(), (
                f"page {number}, {np.argwhere(ink)[0] / 5} mm from the top and from the left"
            )
