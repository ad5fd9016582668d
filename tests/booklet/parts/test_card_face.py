"""The sides of a card: what is too long is refused, and the foot says for whom it is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from generator.booklet.layouts.cards import lay_out_cards
from generator.problems import DoesNotFitError
from tests.booklet.cards import LIBRARY, SMALL
from tests.booklet.laying_out import (
    texts_on,
)
from tests.booklet.small_papers import asked, placed

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.library.model import Library


def longer(library: Library, changes: dict[str, Callable[[str], str]]) -> Library:
    """The library with longer first steps in some exercises."""
    exercises = dict(library.words.exercises)
    for exercise_id, change in changes.items():
        words = exercises[exercise_id]
        exercises[exercise_id] = replace(words, steps=(change(words.steps[0]), *words.steps[1:]))
    return replace(library, words=replace(library.words, exercises=exercises))


def test_texts_too_long_for_their_cards_are_all_refused_by_name() -> None:
    library = longer(
        LIBRARY, {"cat-stretch": lambda step: step * 12, "seated-rotation": lambda step: step * 15}
    )
    with pytest.raises(DoesNotFitError) as caught:
        placed(library, asked(17), lay_out_cards, SMALL)
    messages = [problem.message for problem in caught.value.problems]
    assert len(messages) == 2
    for name, message in zip(("Flexion stretch (cat)", "Rotation in sitting"), messages, strict=True):
        assert name in message
        assert "points of height, its card has room for" in message


def test_a_name_of_any_length_is_printed_whole() -> None:
    name = "Wilhelmina Featherstonehaugh-Cholmondeley of Saint Bartholomew by the Sea"
    laid = placed(LIBRARY, asked(2, client=name), lay_out_cards, SMALL)
    for page in laid.booklet.pages[:1]:
        said = " ".join(text.text for text in texts_on(page))
        # On the first card, and at the foot of both others.
        assert said.replace("- ", "-").count(name) == 3
