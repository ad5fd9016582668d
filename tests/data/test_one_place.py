"""Clients who stay in one place: every goal has something to do on a chair, standing, and in bed."""

from __future__ import annotations

import datetime as dt

import pytest

from generator.library.vocabulary import Goal
from generator.routine.screening import trains
from generator.workflows.prescription import prescribe
from tests.asking import Asked

PLACES = {
    "chair": Asked(positions=("sitting-chair",), kit=("chair",)),
    "standing": Asked(positions=("standing",), kit=("none",)),
    "bed": Asked(positions=("bed",), kit=("bed",)),
}
# The least that each place has for a goal, by number; any one of them will do.
LEAST = {
    ("chair", "extension"): {18, 29, 31},
    ("chair", "flexion"): {22},
    ("chair", "rotation"): {24},
    ("chair", "side"): {26},
    ("standing", "extension"): {29},
    ("standing", "flexion"): {16},
    ("standing", "rotation"): {24, 33},
    ("standing", "side"): {26},
    ("bed", "extension"): {21},
    ("bed", "flexion"): {28},
    ("bed", "rotation"): {25},
    ("bed", "side"): {27},
}


@pytest.mark.parametrize(("place", "goal"), LEAST)
def test_a_client_who_stays_in_one_place_has_something_for_every_goal(place: str, goal: str) -> None:
    asked = PLACES[place] | Asked(goals=(goal,))
    routine = prescribe(asked, today=dt.date(2026, 1, 1)).routine
    numbers = {each.exercise.number for each in routine.chosen}
    assert numbers & LEAST[place, goal]
    assert {each.position.partition("-")[0] for each in routine.chosen} == {
        {"chair": "sitting"}.get(place, place)
    }
    assert any(trains(each.exercise, Goal(goal)) for each in routine.chosen)
    assert "goal-only-prepared" not in {reason.code for reason in routine.warnings}


@pytest.mark.parametrize(
    ("kit", "goal", "number"),
    [(("wall",), "extension", 19), (("worktop",), "extension", 32), (("worktop",), "flexion", 23)],
)
def test_a_wall_or_a_worktop_brings_more_to_do_standing(kit: tuple[str, ...], goal: str, number: int) -> None:
    asked = Asked(positions=("standing",), kit=kit, goals=(goal,))
    routine = prescribe(asked, today=dt.date(2026, 1, 1)).routine
    assert number in {each.exercise.number for each in routine.chosen}
