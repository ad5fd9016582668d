"""The first cards: when to stop, who to call, and what concerns this client."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.booklet.layouts.cards import lay_out_cards
from tests.booklet.cards import LIBRARY, SMALL, laid_cards, of_every_card, of_exercise
from tests.booklet.laying_out import (
    in_order,
)
from tests.booklet.small_papers import asked, placed

if TYPE_CHECKING:
    from tests.booklet.laying_out import Laid


@of_every_card
def laid(request: pytest.FixtureRequest) -> Laid:
    return laid_cards(*request.param)


def test_the_first_card_says_when_to_stop_and_whom_to_call(laid: Laid) -> None:
    words = laid.library.words.labels
    # What a longer text leaves no room for goes to the next card.
    first = laid.sections[: laid.sections.index(of_exercise(laid, 1)[0])]
    texts = [text for section in first for text in laid.texts(section)]
    wanted = [
        "Your upper back routine",
        "Before you start",
        *laid.wording.labels("safety.emergency-signs"),
        "Stop if",
        "pain is sharp, or at 6 or more",
        "The pain rule",
        "0 to 3", "Carry on.", "4 to 5", words["safety.pain-middle-action"],
        "6 to 10", words["safety.pain-high-action"],
    ]  # fmt: skip
    assert in_order(wanted, texts) == []
    assert in_order([*laid.wording.labels("card.doctor-signs")], texts) == []
    assert in_order(["Who to call", "Phone"], texts) == []
    clinician = laid.order.details.clinician
    assert any(clinician in text for text in texts)


def test_without_conditions_it_is_one_card() -> None:
    for paper in ("a4", "letter"):
        laid = placed(LIBRARY, asked(3, paper=paper), lay_out_cards, SMALL)
        assert len(laid.sections) == 1 + 3


@pytest.mark.parametrize(
    ("limits", "numbers", "stop"),
    [
        ("0,1", ["0", "1", "2 to 10"], "2 or more"),
        ("2,4", ["0 to 2", "3 to 4", "5 to 10"], "5 or more"),
        ("8,9", ["0 to 8", "9", "10"], "10"),
    ],
    ids=["strict", "middling", "lenient"],
)
def test_pain_is_told_by_the_limits_that_were_set(limits: str, numbers: list[str], stop: str) -> None:
    laid = placed(LIBRARY, asked(1, pain_limits=limits), lay_out_cards, SMALL)
    texts = laid.texts(laid.sections[0])
    assert in_order(numbers, texts) == []
    assert f"pain is sharp, or at {stop}" in texts
    assert any(
        text.startswith(f"Stop if pain is sharp or at {stop},") for text in laid.texts(laid.sections[1])
    )
