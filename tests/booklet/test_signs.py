"""Which signs an exercise has, and which figures stand beside them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.booklet.signs import Sign, SignKind, signs_of, signs_used, without_sides
from generator.booklet.wording import Wording
from generator.library.loading import load_library
from generator.library.model import Dose, Span
from generator.library.vocabulary import Manner
from generator.routine.model import Step
from generator.routine.plan import Level, Side
from tests.asking import Asked
from tests.booklet.laying_out import laid_out

if TYPE_CHECKING:
    from generator.routine.model import Chosen

LIBRARY = load_library()
WORDING = Wording(LIBRARY.words)
CHOSEN = laid_out(LIBRARY, Asked(goals=("all",), include=("cat-stretch",), max_exercises="1")).routine.chosen[
    0
]


def done(dose: Dose, *later: Dose, sides: tuple[Side, ...] = ()) -> Chosen:
    """An exercise with that dose, or with one for each level."""
    steps = tuple(Step(level, each) for level, each in zip(Level, (dose, *later), strict=False))
    return replace(CHOSEN, dose=dose, sides=sides, steps=steps if later else ())


def told(dose: Dose, *later: Dose, sides: tuple[Side, ...] = ()) -> list[tuple[str, str]]:
    signs = signs_of(done(dose, *later, sides=sides), 6, WORDING)
    return [(str(sign.kind), sign.figure.replace("\N{NO-BREAK SPACE}", " ")) for sign in signs]


@pytest.mark.parametrize(
    ("dose", "signs"),
    [
        (Dose(Manner.HOLD, Span(30, 30)), [("hold", "30 s")]),
        (Dose(Manner.HOLD, Span(30, 60)), [("hold", "30 to 60 s")]),
        (Dose(Manner.HOLD, Span(30, 30), sets=2), [("hold", "30 s"), ("repeat", "2×")]),
        (Dose(Manner.HOLD_AND_REPEAT, Span(5, 5), 20), [("hold", "5 s"), ("repeat", "20×")]),
        (Dose(Manner.WORK, Span(60, 120)), [("press", "1 to 2 min")]),
        (Dose(Manner.WORK, Span(60, 90)), [("press", "60 to 90 s")]),
        (Dose(Manner.BREATHE, breaths=3), [("breathe", "3×")]),
        (Dose(Manner.BREATHE, breaths=3, sets=2), [("breathe", "3×"), ("repeat", "2×")]),
        (Dose(Manner.OSCILLATE, times=30), [("rock", "30×")]),
        (Dose(Manner.ALTERNATE, times=30), [("alternate", "30×")]),
        (Dose(Manner.REPEAT, times=1), [("repeat", "1×")]),
        (Dose(Manner.REPEAT, times=10, sets=3), [("repeat", "3 × 10")]),
    ],
    ids=lambda value: f"{value.manner}, {value.sets} sets" if isinstance(value, Dose) else "",
)
def test_each_manner_has_its_sign_with_the_figure_of_its_dose(
    dose: Dose, signs: list[tuple[str, str]]
) -> None:
    assert told(dose) == signs
    assert told(dose, sides=(Side.LEFT, Side.RIGHT)) == [*signs, ("both-sides", "")]
    assert told(dose, sides=(Side.RIGHT,)) == signs


def test_a_figure_that_changes_from_week_to_week_is_left_out() -> None:
    few, many = Dose(Manner.REPEAT, times=5), Dose(Manner.REPEAT, times=10)
    assert told(few, many, many) == [("repeat", "")]
    held = [Dose(Manner.HOLD_AND_REPEAT, Span(5, 5), times) for times in (10, 20, 20)]
    assert told(*held) == [("hold", "5 s"), ("repeat", "")]
    assert told(many, many, many) == [("repeat", "10×")]
    once = Dose(Manner.HOLD, Span(30, 30))
    assert told(once, once, Dose(Manner.HOLD_AND_REPEAT, Span(30, 30), 2)) == [("hold", "30 s")]


SPANS = st.tuples(st.integers(1, 300), st.integers(0, 300)).map(lambda pair: Span(pair[0], sum(pair)))
COUNTS = st.integers(1, 60)
DOSES = st.one_of(
    st.builds(Dose, st.sampled_from([Manner.WORK, Manner.HOLD]), SPANS, sets=COUNTS),
    st.builds(Dose, st.just(Manner.HOLD_AND_REPEAT), SPANS, COUNTS, sets=COUNTS),
    st.builds(Dose, st.just(Manner.BREATHE), breaths=COUNTS, sets=COUNTS),
    st.builds(
        Dose,
        st.sampled_from([Manner.OSCILLATE, Manner.ALTERNATE, Manner.REPEAT]),
        times=st.integers(2, 60),
        sets=COUNTS,
    ),
)


@given(DOSES)
def test_every_figure_of_a_dose_is_at_its_signs_and_no_other(dose: Dose) -> None:
    at_signs = re.findall(r"\d+", " ".join(figure for _, figure in told(dose)))
    in_words = re.findall(r"\d+", WORDING.dose(dose, ()))
    # “Once” is a word without a figure, and needs none at a sign.
    assert sorted(figure for figure in at_signs if figure != "1") == sorted(
        figure for figure in in_words if figure != "1"
    )


def test_a_booklets_signs_come_each_once_and_thumbnails_have_none_for_the_sides() -> None:
    both = (Side.LEFT, Side.RIGHT)
    hold, rock = Dose(Manner.HOLD, Span(30, 30)), Dose(Manner.OSCILLATE, times=30)
    exercises = [done(rock), done(hold, sides=both), done(hold)]
    assert signs_used(exercises, 4, WORDING) == (SignKind.HOLD, SignKind.ROCK, SignKind.BOTH_SIDES)
    assert without_sides(signs_of(exercises[1], 4, WORDING)) == (
        Sign(SignKind.HOLD, "30\N{NO-BREAK SPACE}s"),
    )
