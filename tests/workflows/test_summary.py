"""The summary for the record: the facts of the clinician's sheet in plain text, the same on every machine."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from generator.booklet.wording import Wording
from generator.library.loading import load_library
from generator.library.vocabulary import Action
from generator.workflows.summary import WIDTH, summary_text
from tests.records import BECAUSE, DETAILS, PLANS, everything, routine_of

if TYPE_CHECKING:
    from generator.library.model import Library
    from generator.routine.model import Routine

NO_CONDITION, OVERRIDE, CLEARED, ALL = PLANS


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library()


@pytest.fixture(scope="module", params=[*PLANS, "everything"])
def routine(request: pytest.FixtureRequest, library: Library) -> Routine:
    return everything(library) if request.param == "everything" else routine_of(request.param, library)


@pytest.fixture(scope="module")
def text(routine: Routine, library: Library) -> str:
    return summary_text(routine, DETAILS, library)


def on_one_line(text: str) -> str:
    return " ".join(text.split())


def test_no_line_is_long_and_the_last_one_ends(text: str) -> None:
    assert max(map(len, text.splitlines())) <= WIDTH == 80
    assert text.endswith(".\n")
    assert not text.endswith("\n\n")
    assert not any(line != line.rstrip() for line in text.splitlines())


def test_lines_are_used_to_the_full(text: str) -> None:
    assert max(map(len, text.splitlines())) > 70


@pytest.mark.parametrize("columns", ["40", "200"])
def test_the_window_changes_nothing(
    text: str, routine: Routine, library: Library, columns: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert summary_text(routine, DETAILS, library) == text


def test_it_is_plain_text(text: str) -> None:
    assert set(re.findall(r"[^\x20-\x7e\n]", text)) <= set("–“”’")


def test_a_name_wider_than_a_line_is_kept_whole(library: Library) -> None:
    name = "X" * 120
    text = summary_text(routine_of(NO_CONDITION, library), replace(DETAILS, client=name), library)
    assert max(map(len, text.splitlines())) <= WIDTH
    assert name in re.sub(r"\n +", "", text)


def test_it_tells_who_when_and_what_was_asked_for(library: Library) -> None:
    text = summary_text(routine_of(CLEARED, library), DETAILS, library)
    lines = text.splitlines()
    for line in (
        "Made for: Ann Example",
        "From: Dr Bo Larsson, Spine & Rib Clinic",
        "Made on: 31 March 2026",
        "Review on: 28 April 2026",
        "Goals asked for: Side bending and extension",
        "Not at hand: Bar",
        "Cleared by: Dr Eve Stone",
        "Overridden: none",
    ):
        assert line in lines
    assert "Recent fracture (3 weeks). Basis: one clinician’s article [1]." in on_one_line(text)


def test_every_exercise_is_told_once_with_every_reason(text: str, routine: Routine, library: Library) -> None:
    wording = Wording(library.words)
    one_line = on_one_line(text).lower()

    def after(place: int, told: str) -> int:
        # A sentence may have a capital at its beginning, and the number of its source before its end.
        return one_line.index(told.lower().removesuffix("."), place)

    place = after(0, "Chosen exercises")
    for number, chosen in enumerate(routine.chosen, start=1):
        name = library.words.exercises[chosen.exercise.id].name
        place = after(place, f"{number}. {name} (no. {chosen.exercise.number})")
        place = after(place, wording.minutes(chosen.seconds))
        for reason in chosen.reasons:
            if not reason.code.startswith("condition-"):
                place = after(place, wording.reason(reason))
        for ruling in chosen.rulings:
            place = after(place, f"Basis: {wording.label(f'basis.{ruling.rule.basis}')}")
    for left_out in routine.left_out:
        name = library.words.exercises[left_out.exercise.id].name
        place = after(place, f"- {name} (no. {left_out.exercise.number}):")
        for reason in left_out.reasons:
            place = after(place, wording.reason(reason))


def test_an_override_is_told_with_its_reason(library: Library) -> None:
    routine = everything(library)
    text = on_one_line(summary_text(routine, DETAILS, library))
    overrides = [
        ruling for each in routine.chosen for ruling in each.rulings if ruling.rule.action is Action.LEAVE_OUT
    ]
    assert len(overrides) > 17
    assert text.count(f"Reason given: “{BECAUSE}”") == len(overrides)
    assert text.count("– overridden How:") == sum(chosen.is_overridden for chosen in routine.chosen)


def test_every_number_in_brackets_is_a_source_below(text: str) -> None:
    told, _, below = text.partition("Sources, and how firm they are\n")
    sources = [line[: line.index("]") + 1] for line in below.splitlines() if line.startswith("[")]
    assert sources == [f"[{number}]" for number in range(1, len(sources) + 1)]
    assert set(re.findall(r"\[\d+\]", told)) <= set(sources)


def test_the_words_for_the_client_and_the_other_doses_are_left_to_the_sheet(text: str) -> None:
    assert "The client reads" not in text
    assert "hamstrings" not in text


def test_it_says_who_decides(text: str) -> None:
    assert "The program applies rules. It has not seen or examined anyone. The clinician decides." in (
        on_one_line(text)
    )
