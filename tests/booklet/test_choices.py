"""What there is to choose from for printing."""

from __future__ import annotations

import pytest

from generator.booklet.choices import RANGES, FoldOptions, Paper


@pytest.mark.parametrize(
    ("sheet", "half"), [(Paper.A4, Paper.A5), (Paper.LETTER, Paper.HALF_LETTER)], ids=["A4", "letter"]
)
def test_a_sheet_and_its_half(sheet: Paper, half: Paper) -> None:
    assert {sheet.sheet, half.sheet} == {sheet}
    assert {sheet.half, half.half} == {half}
    assert (sheet.is_half, half.is_half) == (False, True)


def test_the_defaults_are_in_their_ranges() -> None:
    for name, (least, most) in RANGES.items():
        value = getattr(FoldOptions(), name)
        for number in value if isinstance(value, tuple) else (value,):
            assert least <= number <= most, name
