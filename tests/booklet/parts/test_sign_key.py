"""What the signs mean: told once in each booklet, and only of those that it uses."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.booklet.model import Drawing
from generator.booklet.signs import signs_used
from tests.asking import Asked
from tests.booklet.laying_out import LYING, NO_PICTURES, PictureOfAll, laid_out

if TYPE_CHECKING:
    from generator.booklet.signs import SignKind
    from generator.library.model import Library
    from tests.booklet.laying_out import Laid

TITLE = "What the signs mean"


def used(laid: Laid) -> tuple[SignKind, ...]:
    return signs_used(laid.routine.chosen, laid.order.details.weeks, laid.wording)


@pytest.mark.parametrize("side", ["both", "left"])
@pytest.mark.parametrize("minutes", ["5", "15", "none"])
@pytest.mark.parametrize("goal", ["rotation", "all"])
def test_each_sign_that_is_used_is_explained_once_and_no_other(
    library: Library, goal: str, minutes: str, side: str
) -> None:
    laid = laid_out(library, Asked(goals=(goal,), minutes=minutes, side=side), PictureOfAll(LYING))
    texts = laid.texts(0)
    assert texts.count(TITLE) == 1
    meanings = {kind: text for kind, text in library.words.labels.items() if kind.startswith("signs.")}
    told = [kind for kind, text in meanings.items() if text in texts[texts.index(TITLE) + 1 :]]
    assert {kind for kind in told if kind != "signs.title"} == {f"signs.{kind}" for kind in used(laid)}
    assert ("signs.both-sides" in told) == (side == "both" and any(c.sides for c in laid.routine.chosen))


def test_the_key_stands_with_the_glance_or_else_with_the_words(library: Library) -> None:
    short = laid_out(library, Asked(goals=("rotation",), max_exercises="1"), PictureOfAll(LYING))
    assert TITLE in short.texts(short.sections[0])
    full = laid_out(library, Asked(goals=("all",), max_exercises="6", minutes="none"), PictureOfAll(LYING))
    assert TITLE in full.texts(full.sections[0]) or TITLE in full.texts(full.sections[-2])


def test_without_pictures_there_are_no_signs_and_no_key(library: Library) -> None:
    laid = laid_out(library, Asked(goals=("rotation",)), NO_PICTURES)
    assert TITLE not in laid.texts(0)
    shapes = [shape for page in laid.booklet.pages for mark in page.marks for shape in mark.shapes]
    assert not any(isinstance(shape, Drawing) for shape in shapes)
