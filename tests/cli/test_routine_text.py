"""What `explain` prints of a routine."""

from __future__ import annotations

import json
import re
from itertools import combinations
from typing import TYPE_CHECKING

import pytest

from generator.library.vocabulary import Goal
from tests.outputs import NUMBERS, flat

if TYPE_CHECKING:
    from tests.conftest import Run


GOALS = [*combinations(Goal, 1), *combinations(Goal, 2), tuple(Goal)]


def options_for(goals: tuple[Goal, ...]) -> list[str]:
    return [word for goal in goals for word in ("-g", goal)]


@pytest.mark.parametrize("goals", GOALS, ids=" ".join)
def test_explain_says_why_for_every_exercise(run: Run, goals: tuple[Goal, ...]) -> None:
    values = json.loads(run("explain", *options_for(goals), "--json").out)
    everything = [*values["chosen"], *values["left_out"]]
    assert sorted(each["number"] for each in everything) == NUMBERS
    assert values["goals"] == list(goals)
    assert 1 <= len(values["chosen"]) <= 6
    assert values["minutes"] <= 15
    for goal in goals:
        assert any(goal in each["goals"] for each in values["chosen"])
    text = run("explain", *options_for(goals)).out
    for each in everything:
        name = re.escape(f"{each['name']} ({each['id']})")
        (block,) = re.findall(rf"^ *(?:\d+\.|–) {name}\n((?:    .*\n)+)", text, re.MULTILINE)
        assert [flat(reason["text"]) for reason in each["reasons"]] == [
            flat(line) for line in re.findall(r"- ((?:.|\n {6})*)", block)
        ]


@pytest.mark.parametrize("columns", [40, 80, 100, 250])
@pytest.mark.parametrize("goals", [(Goal.ROTATION,), tuple(Goal)], ids=" ".join)
def test_explain_says_the_same_in_any_width(
    run: Run, monkeypatch: pytest.MonkeyPatch, goals: tuple[Goal, ...], columns: int
) -> None:
    usual = run("explain", *options_for(goals)).out
    monkeypatch.setenv("COLUMNS", str(columns))
    text = run("explain", *options_for(goals)).out
    assert max(map(len, text.splitlines())) <= min(columns, 100)
    assert flat(text) == flat(usual)


def test_explain_shows_dose_time_and_position(run: Run) -> None:
    values = json.loads(run("explain", "-g", "side", "--json").out)
    text = flat(run("explain", "-g", "side").out)
    assert text.startswith(
        f"Routine for side bending: {len(values['chosen'])} exercises, {values['minutes']} minutes at most."
    )
    for each in values["chosen"]:
        time = f"{each['seconds'] // 60}:{each['seconds'] % 60:02} min"
        assert f"{each['dose_text']} ({time})" in text


def test_where_nothing_is_left_out_no_heading_says_so(run: Run) -> None:
    text = run("explain", "-g", "all", "--minutes", "none").out
    assert "17. " in text
    assert "Left out:" not in text
    assert "Sources:" not in text


def test_explain_has_warnings_as_notes(run: Run) -> None:
    arguments = ("explain", "-g", "extension", "--position", "on-side", "--exclude", "25")
    values = json.loads(run(*arguments, "--json").out)
    assert values["warnings"][0]["code"] == "goal-only-prepared"
    text = flat(run(*arguments).out)
    for warning in values["warnings"]:
        assert f"Note: {warning['text']}" in text
