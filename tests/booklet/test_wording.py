"""Sentences made of ids and numbers."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from generator.booklet.wording import DoseFigure, Wording, doses_by_week, tick_sides
from generator.library.model import Dose, Span
from generator.library.vocabulary import Goal, Manner, Position
from generator.routine.model import Step
from generator.routine.plan import Level, Side
from generator.routine.reasons import (
    AskedFor,
    BestForGoal,
    GoalNeedsKit,
    KitMissing,
    OneSide,
    OverTime,
    PositionImpossible,
)
from tests.asking import Asked
from tests.booklet.laying_out import laid_out
from tests.reasons import EVERY_REASON

if TYPE_CHECKING:
    from generator.library.model import Library
    from generator.routine.reasons import Reason, Value

BOTH = (Side.LEFT, Side.RIGHT)
HALF_MINUTE = Dose(Manner.HOLD, Span(30, 30))
TEN_TO_THIRTY = Dose(Manner.HOLD, Span(10, 30))
MINUTE = Dose(Manner.WORK, Span(60, 60))
MINUTE_OR_TWO = Dose(Manner.WORK, Span(60, 120))
TWO_MINUTES = Dose(Manner.WORK, Span(120, 120))
BREATHS = Dose(Manner.BREATHE, breaths=3)
FREE_BREATHS = Dose(Manner.BREATHE, breaths=5, has_spots=False)
BREATH_EACH = Dose(Manner.REPEAT, times=8, breaths=1)
ROCKS = Dose(Manner.OSCILLATE, times=30)
THERE_AND_BACK = Dose(Manner.ALTERNATE, times=30)
TIMES = Dose(Manner.REPEAT, times=30)
HELD_TIMES = Dose(Manner.HOLD_AND_REPEAT, Span(5, 5), times=20)
TWO_SETS = Dose(Manner.HOLD, Span(90, 90), sets=2)


@pytest.mark.parametrize(
    ("dose", "sides", "sentence", "figure"),
    [
        (HALF_MINUTE, (), "Hold for 30 seconds.", ("30", "seconds", "")),
        (HALF_MINUTE, BOTH, "Hold for 30 seconds. Do both sides.", ("30", "seconds", "on each side")),
        (TEN_TO_THIRTY, (), "Hold for 10 to 30 seconds.", ("10–30", "seconds", "")),
        (MINUTE, (), "Work slowly for 1 minute.", ("1", "minute", "")),
        (MINUTE_OR_TWO, (), "Work slowly for 1 to 2 minutes.", ("1–2", "minutes", "")),
        (TWO_MINUTES, (), "Work slowly for 2 minutes.", ("2", "minutes", "")),
        (
            BREATHS,
            (Side.LEFT,),
            "Stay for 3 slow breaths on each sore spot. Do the left side only.",
            ("3", "breaths on each sore spot", "on the left side"),
        ),
        (FREE_BREATHS, (), "Take 5 slow breaths.", ("5", "slow breaths", "")),
        (BREATH_EACH, (), "Do it 8 times, 1 slow breath each.", ("8", "times, 1 slow breath each", "")),
        (ROCKS, (), "Rock gently 30 times.", ("30", "gentle rocks", "")),
        (THERE_AND_BACK, (), "Go there and back 30 times.", ("30", "times", "")),
        (
            TIMES,
            (Side.RIGHT,),
            "Do it 30 times. Do the right side only.",
            ("30", "times", "on the right side"),
        ),
        (
            HELD_TIMES,
            BOTH,
            "Hold for 5 seconds. Do it 20 times. Do both sides.",
            ("20", "times, 5 seconds each", "on each side"),
        ),
        (
            TWO_SETS,
            BOTH,
            "Hold for 90 seconds. Do all of this 2 times. Do both sides.",
            ("90", "seconds", "2 sets, on each side"),
        ),
    ],
)
def test_a_dose_is_a_plain_sentence_and_a_figure(
    wording: Wording, dose: Dose, sides: tuple[Side, ...], sentence: str, figure: tuple[str, str, str]
) -> None:
    assert wording.dose(dose, sides) == sentence
    assert wording.dose_figure(dose, sides) == DoseFigure(*figure)


@pytest.mark.parametrize(
    ("least", "most", "text"),
    [
        (1, 1, "1 second"),
        (5, 5, "5 seconds"),
        (60, 60, "1 minute"),
        (120, 120, "2 minutes"),
        (90, 90, "90 seconds"),
        (30, 60, "30 to 60 seconds"),
        (60, 180, "1 to 3 minutes"),
    ],
)
def test_a_time_is_in_the_unit_that_people_use(wording: Wording, least: int, most: int, text: str) -> None:
    assert wording.time(Span(least, most)) == text


@pytest.mark.parametrize(
    ("seconds", "text"), [(1, "1 minute"), (60, "1 minute"), (61, "2 minutes"), (890, "15 minutes")]
)
def test_minutes_are_rounded_up(wording: Wording, seconds: int, text: str) -> None:
    assert wording.minutes(seconds) == text


@pytest.mark.parametrize("noun", ["exercise", "day", "minute", "week", "page"])
def test_one_is_singular_and_more_are_plural(wording: Wording, noun: str) -> None:
    assert wording.counted(noun, 1) == f"1 {noun}"
    assert wording.counted(noun, 3) == f"3 {noun}s"


@pytest.mark.parametrize(
    ("manner", "sentence", "short"),
    [
        (Manner.OSCILLATE, "Rock gently once.", "1 gentle rock"),
        (Manner.ALTERNATE, "Go there and back once.", "1 time"),
        (Manner.REPEAT, "Do it once.", "1 time"),
    ],
    ids=str,
)
def test_a_dose_of_one_is_singular(wording: Wording, manner: Manner, sentence: str, short: str) -> None:
    assert wording.dose(Dose(manner, times=1), ()) == sentence
    assert wording.short_dose(Dose(manner, times=1)) == short


def test_a_number_takes_the_plural_form_of_its_language(wording: Wording) -> None:
    labels = {
        f"count.week.{form}": f"{{count}} {text}"
        for form, text in (("one", "tydzień"), ("few", "tygodnie"), ("many", "tygodni"))
    }
    polish = Wording(replace(wording.words, language="pl", labels=labels))
    assert [polish.counted("week", number) for number in (1, 3, 5, 22)] == [
        "1 tydzień",
        "3 tygodnie",
        "5 tygodni",
        "22 tygodnie",
    ]


def test_a_language_may_have_as_many_signs_as_it_needs(wording: Wording) -> None:
    labels = {"safety.doctor-signs.1": "fever", "safety.doctor-signs.2": "pain", "safety.doctor-lead": "If:"}
    assert Wording(replace(wording.words, labels=labels)).labels("safety.doctor-signs") == ("fever", "pain")


def test_lists_read_as_a_sentence_does(wording: Wording) -> None:
    assert wording.listed(["a"]) == "a"
    assert wording.listed(["a", "b"]) == "a and b"
    assert wording.listed(["a", "b", "c"]) == "a, b and c"
    assert wording.kit(["mat", "bar"]) == "a mat or carpet and a strong bar to hold"


@pytest.mark.parametrize(
    ("day", "text"),
    [(dt.date(2026, 3, 1), "1 March 2026"), (dt.date(2027, 12, 31), "31 December 2027")],
)
def test_months_are_spelled_out(wording: Wording, day: dt.date, text: str) -> None:
    assert wording.day(day) == text


def test_every_month_has_its_name(wording: Wording) -> None:
    names = [wording.day(dt.date(2026, month, 1)).split()[1] for month in range(1, 13)]
    assert names == [dt.date(2026, month, 1).strftime("%B") for month in range(1, 13)]


@pytest.mark.parametrize(
    ("reason", "sentence"),
    [
        (AskedFor(), "You asked for it."),
        (BestForGoal(Goal.SIDE), "The first choice for side bending."),
        (KitMissing("massage-ball"), "It needs what the client does not have: ball."),
        (OneSide(Side.LEFT), "Only one side was asked for: the left side."),
        (
            PositionImpossible(Position.FACE_DOWN),
            "The client cannot be in its position: lying face down.",
        ),
        (OverTime(minutes=3, left=2), "It needs 3 more minutes, and 2 are left."),
        (
            GoalNeedsKit(Goal.EXTENSION, "hanging", "bar"),
            "For extension, “Hanging” would do, but it needs: bar.",
        ),
    ],
)
def test_ids_in_reasons_are_put_into_words(wording: Wording, reason: Reason, sentence: str) -> None:
    assert wording.reason(reason) == sentence


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("condition", "glaucoma", "glaucoma"),
        ("condition", "compressed-upper-back", "an upper back that feels compressed"),
        ("conditions", ("glaucoma",), "glaucoma"),
        ("conditions", ("glaucoma", "reflux", "vertigo"), "glaucoma, reflux and vertigo"),
        ("demand", "head-down", "head lower than the heart"),
        ("demands", ("head-down", "kneeling"), "head lower than the heart and kneeling"),
        ("goals", ("flexion", "rotation"), "flexion and rotation"),
        ("level", "full", "full"),
        ("basis", "indirect", "indirect evidence"),
        ("source", "no-such-source", "no-such-source"),
        ("name", "glaucoma", "glaucoma"),
        ("because", "A, b,c", "A, b,c"),
    ],
)
def test_ids_of_each_kind_have_their_words(wording: Wording, name: str, value: Value, words: str) -> None:
    assert wording.value(name, value) == words


def test_a_source_is_called_by_its_title_where_it_is_known(library: Library) -> None:
    source = next(iter(library.sources.values()))
    assert Wording(library.words, library.sources).value("source", source.id) == source.title


def test_names_with_commas_of_their_own_are_kept_apart(library: Library) -> None:
    glaucoma = replace(library.words.conditions["glaucoma"], name_in_sentence="glaucoma, or high pressure")
    words = replace(library.words, conditions={**library.words.conditions, "glaucoma": glaucoma})
    assert Wording(words).value("conditions", ("glaucoma", "reflux")) == "glaucoma, or high pressure; reflux"


def test_every_reason_of_the_routine_is_a_sentence_that_begins_with_a_capital(library: Library) -> None:
    wording = Wording(library.words, library.sources)
    for reason in EVERY_REASON:
        sentence = wording.reason(reason)
        assert re.match(r"[A-Z“0-9]", sentence), sentence
        assert not re.search(r"[{}]|seventeen-best|[a-z]+-[a-z]+:", sentence), sentence


@pytest.mark.parametrize(
    ("dose", "words"),
    [
        (HALF_MINUTE, "30 seconds"),
        (MINUTE_OR_TWO, "1–2 minutes"),
        (BREATHS, "3 breaths on each sore spot"),
        (ROCKS, "30 gentle rocks"),
        (HELD_TIMES, "20 times, 5 seconds each"),
        (TWO_SETS, "90 seconds, 2 sets"),
    ],
)
def test_a_short_dose_is_a_few_words_without_sides(wording: Wording, dose: Dose, words: str) -> None:
    assert wording.short_dose(dose) == words


def test_a_span_of_weeks_is_named_by_its_ends(wording: Wording) -> None:
    assert wording.weeks(1, 1) == "Week 1"
    assert wording.weeks(2, 3) == "Weeks 2 to 3"


def test_doses_by_week_are_of_progressive_routines_alone(library: Library) -> None:
    laid = laid_out(library, Asked(goals=("side",)))
    plain = laid.routine.chosen[0]
    assert doses_by_week(plain, 4) == ()
    steps = tuple(Step(level, HALF_MINUTE if level is Level.GENTLE else MINUTE) for level in Level)
    spans = doses_by_week(replace(plain, steps=steps), 4)
    assert [(step.dose, first, last) for step, first, last in spans] == [(HALF_MINUTE, 1, 2), (MINUTE, 3, 4)]


def test_an_exercise_has_a_tick_row_for_each_side_it_is_done_on(library: Library) -> None:
    for side, sides in (("both", BOTH), ("left", (Side.LEFT,)), ("right", (Side.RIGHT,))):
        laid = laid_out(library, Asked(goals=("all",), minutes="none", side=side))
        found = {chosen.exercise.id: tick_sides(chosen) for chosen in laid.routine.chosen}
        assert found["hanging"] == (None,)
        assert found["side-stretch"] == sides


def test_a_label_that_is_missing_is_an_error(wording: Wording) -> None:
    with pytest.raises(KeyError):
        wording.label("cover.no-such-label")
    with pytest.raises(KeyError):
        wording.labels("cover.no-such-list")
    with pytest.raises(KeyError):
        wording.label("footer.page", page=1)
