"""What small paper says in few words: for whom, when to stop, who to call, how much."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.booklet import style as s
from tests.booklet.fridge_sheets import LIBRARY, laid_sheet, of_every_sheet, table_of
from tests.booklet.laying_out import (
    in_order,
)

if TYPE_CHECKING:
    import pytest

    from tests.booklet.laying_out import Laid


@of_every_sheet
def laid(request: pytest.FixtureRequest) -> Laid:
    return laid_sheet(*request.param)


def test_it_says_for_whom_and_when_to_stop_and_whom_to_call(laid: Laid) -> None:
    details, texts = laid.order.details, laid.texts(0)
    whom = f"For {details.client} · 31 March 2026" if details.client else "31 March 2026"
    wanted = [
        "Your upper back routine", whom, "Week of", "Who to call", "Phone",
        "Call for emergency help at once", "Stop if", "pain is sharp, or at 6 or more",
        "The pain rule", "0 to 3", "Carry on.", "4 to 5", "6 to 10",
    ]  # fmt: skip
    assert in_order(wanted, texts) == []
    assert "5 days a week for 4 weeks, " in " ".join(texts)
    assert f"{laid.routine.minutes} minute" in " ".join(texts)
    if details.clinician:
        assert f"{details.clinician}, {details.clinic}" in texts
    else:
        assert in_order(["Who to call", "Clinician", "Phone"], texts) == []


def test_a_dose_that_grows_is_told_for_each_span_of_weeks() -> None:
    laid = laid_sheet("week by week", s.WHOLE_PAGE)
    texts = laid.texts(table_of(laid))
    start = texts.index("Week 3")
    assert texts[start - 2 : start + 4] == [
        "Weeks 1 to 2", "15 seconds", "Week 3", "30 seconds", "Week 4", "2 times, 30 seconds each",
    ]  # fmt: skip


def test_the_emergency_signs_are_those_of_the_booklet() -> None:
    labels = LIBRARY.words.labels
    for number in range(1, 5):
        assert labels[f"safety.emergency-signs.{number}"] in labels["fridge.emergency"]
