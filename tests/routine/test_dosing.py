"""The gentle dose, and the sides."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.library.model import Dose, Span
from generator.library.vocabulary import Manner, Sides
from generator.routine.dosing import dose_for, sides_for
from generator.routine.plan import Level, Side
from generator.routine.timing import seconds_of


@pytest.mark.parametrize(
    ("standard", "gentle"),
    [
        pytest.param(Dose(Manner.HOLD, Span(30, 30)), Dose(Manner.HOLD, Span(15, 15)), id="hold"),
        pytest.param(Dose(Manner.HOLD, Span(10, 30)), Dose(Manner.HOLD, Span(10, 10)), id="hold range"),
        pytest.param(Dose(Manner.HOLD, Span(14, 14)), Dose(Manner.HOLD, Span(10, 10)), id="hold of 14 s"),
        pytest.param(Dose(Manner.HOLD, Span(6, 6)), Dose(Manner.HOLD, Span(6, 6)), id="hold of 6 s"),
        pytest.param(Dose(Manner.WORK, Span(60, 120)), Dose(Manner.WORK, Span(60, 60)), id="work"),
        pytest.param(Dose(Manner.BREATHE, breaths=3), Dose(Manner.BREATHE, breaths=2), id="breathe"),
        pytest.param(
            Dose(Manner.REPEAT, times=5, breaths=2),
            Dose(Manner.REPEAT, times=3, breaths=2),
            id="paced",
        ),
        pytest.param(Dose(Manner.OSCILLATE, times=30), Dose(Manner.OSCILLATE, times=15), id="oscillate"),
        pytest.param(Dose(Manner.ALTERNATE, times=1), Dose(Manner.ALTERNATE, times=1), id="once"),
        pytest.param(
            Dose(Manner.HOLD_AND_REPEAT, Span(5, 5), times=20),
            Dose(Manner.HOLD_AND_REPEAT, Span(5, 5), times=10),
            id="hold and repeat",
        ),
        pytest.param(Dose(Manner.REPEAT, times=10, sets=3), Dose(Manner.REPEAT, times=5, sets=3), id="sets"),
    ],
)
def test_a_gentle_dose_is_about_half(standard: Dose, gentle: Dose) -> None:
    assert dose_for(standard, Level.GENTLE) == gentle
    assert dose_for(standard, Level.STANDARD) == standard


@st.composite
def _doses(draw: st.DrawFn) -> Dose:
    manner = draw(st.sampled_from(Manner))
    least = draw(st.integers(1, 120))
    in_seconds = manner in (Manner.WORK, Manner.HOLD, Manner.HOLD_AND_REPEAT)
    return Dose(
        manner,
        seconds=Span(least, least + draw(st.integers(0, 60))) if in_seconds else None,
        times=1 if manner in (Manner.WORK, Manner.HOLD, Manner.BREATHE) else draw(st.integers(1, 60)),
        breaths=draw(st.integers(1, 10)) if manner is Manner.BREATHE else 0,
        sets=draw(st.integers(1, 4)),
    )


@given(_doses())
def test_a_gentle_dose_is_never_more_and_never_nothing(standard: Dose) -> None:
    gentle = dose_for(standard, Level.GENTLE)
    assert seconds_of(gentle, ()) <= seconds_of(standard, ())
    assert gentle.times >= 1
    assert gentle.breaths >= (1 if standard.breaths else 0)
    if standard.seconds and gentle.seconds:
        assert min(10, standard.seconds.least) <= gentle.seconds.most <= standard.seconds.most


@pytest.mark.parametrize(
    ("asked", "sides"),
    [
        pytest.param(Side.BOTH, (Side.LEFT, Side.RIGHT), id="both"),
        pytest.param(Side.LEFT, (Side.LEFT,), id="left"),
        pytest.param(Side.RIGHT, (Side.RIGHT,), id="right"),
    ],
)
def test_only_exercises_with_sides_have_sides(asked: Side, sides: tuple[Side, ...]) -> None:
    assert sides_for(Sides.EACH, asked) == sides
    assert sides_for(Sides.NONE, asked) == ()


@pytest.mark.parametrize(
    ("dose", "times", "seconds"),
    [
        pytest.param(Dose(Manner.HOLD, seconds=Span(30, 30)), 2, Span(30, 30), id="30 s"),
        pytest.param(Dose(Manner.HOLD, seconds=Span(10, 30)), 2, Span(30, 30), id="10 to 30 s"),
        pytest.param(Dose(Manner.HOLD, seconds=Span(20, 20)), 3, Span(20, 20), id="20 s"),
        # Four times at most, although that stays below 60 seconds.
        pytest.param(Dose(Manner.HOLD, seconds=Span(10, 10)), 4, Span(10, 10), id="10 s"),
        # Two sets of 30 seconds come to 60 already.
        pytest.param(Dose(Manner.HOLD, seconds=Span(30, 30), sets=2), 1, Span(30, 30), id="two sets"),
        pytest.param(Dose(Manner.HOLD, seconds=Span(60, 60)), 1, Span(60, 60), id="60 s"),
    ],
)
def test_a_full_stretch_comes_to_a_minute_in_two_to_four_holds(dose: Dose, times: int, seconds: Span) -> None:
    full = dose_for(dose, Level.FULL)
    assert (full.times, full.seconds, full.sets) == (times, seconds, dose.sets)
    assert full.manner is (Manner.HOLD if times == 1 else Manner.HOLD_AND_REPEAT)


@pytest.mark.parametrize(
    "dose",
    [
        pytest.param(Dose(Manner.WORK, seconds=Span(60, 120)), id="work"),
        pytest.param(Dose(Manner.OSCILLATE, times=30), id="oscillate"),
        pytest.param(Dose(Manner.ALTERNATE, times=30), id="alternate"),
        pytest.param(Dose(Manner.REPEAT, times=30), id="repeat"),
        pytest.param(Dose(Manner.HOLD_AND_REPEAT, seconds=Span(5, 5), times=20), id="hold and repeat"),
        pytest.param(Dose(Manner.BREATHE, breaths=3), id="breathe"),
    ],
)
def test_what_is_not_a_held_stretch_is_the_sources_own_in_full(dose: Dose) -> None:
    assert dose_for(dose, Level.FULL) == dose
    assert dose_for(dose, Level.FULL, is_older=True) == dose


def test_from_65_on_a_full_stretch_is_one_hold_of_half_a_minute_to_a_minute() -> None:
    for seconds in (Span(30, 30), Span(10, 30)):
        full = dose_for(Dose(Manner.HOLD, seconds=seconds), Level.FULL, is_older=True)
        assert (full.manner, full.seconds, full.times) == (Manner.HOLD, Span(30, 60), 1)
    standard = Dose(Manner.HOLD, seconds=Span(30, 30))
    assert dose_for(standard, Level.STANDARD, is_older=True) == standard
