"""The page of an exercise."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.library.loading import load_library
from generator.routine.plan import Condition
from generator.routine.rulings import Ruling
from tests.asking import Asked
from tests.booklet.laying_out import (
    NO_PICTURES,
    laid_out,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.booklet.model import Page, Pictures
    from generator.library.model import Library
    from generator.routine.model import Routine
    from tests.booklet.laying_out import Laid


ALL = Asked(goals=("all",), minutes="none")


CAT = "cat-stretch"


def one(library: Library, exercise_id: str, pictures: Pictures = NO_PICTURES, side: str = "both") -> Laid:
    """A booklet of one exercise."""
    request = Asked(goals=("all",), include=(exercise_id,), max_exercises="1", side=side)
    return laid_out(library, request, pictures)


def first_page(laid: Laid) -> Page:
    return laid.booklet.pages[laid.pages_of(laid.exercise(1))[0]]


def with_rulings(*rules: tuple[str, str]) -> Callable[[Routine], Routine]:
    """Every exercise of the routine falls under those rules, each named by condition and rule."""
    precautions = load_library().precautions
    rulings = tuple(
        Ruling(Condition(condition), rule, ())
        for condition, name in rules
        for rule in precautions[condition].rules
        if rule.id == name
    )
    return lambda routine: replace(
        routine, chosen=tuple(replace(chosen, rulings=rulings) for chosen in routine.chosen)
    )


def all_rules(library: Library) -> list[tuple[str, str]]:
    """Every rule that has words, by condition and rule."""
    return [(words.id, rule) for words in library.words.conditions.values() for rule in words.rules]


ONLY_CAT = Asked(goals=("flexion",), include=(CAT,), max_exercises="1")


def laid_texts(laid: Laid) -> list[str]:
    return laid.texts(laid.exercise(1))
