"""Values for scripts: routines, exercises, doses, in any encoding."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from generator.library.model import Dose, Span
from generator.library.vocabulary import Demand, Goal, Kind, Manner
from generator.workflows import json_output as values
from tests.outputs import NUMBERS, page_texts

if TYPE_CHECKING:
    from tests.conftest import Run


@pytest.mark.parametrize(
    ("dose", "given"),
    [
        (Dose(Manner.WORK, Span(60, 120)), {"seconds": {"least": 60, "most": 120}, "times": 1}),
        (Dose(Manner.BREATHE, breaths=3), {"breaths": 3, "spots": True}),
        (Dose(Manner.BREATHE, breaths=5, has_spots=False), {"breaths": 5, "spots": False}),
        (Dose(Manner.REPEAT, times=8, breaths=1), {"times": 8, "breaths": 1}),
        (Dose(Manner.OSCILLATE, times=20, sets=2), {"times": 20, "sets": 2}),
    ],
)
def test_a_dose_for_scripts(dose: Dose, given: dict[str, Any]) -> None:
    assert values.dose_values(dose) == {"manner": dose.manner, "sets": 1, **given}


@pytest.mark.parametrize(
    ("encoding", "text"), [("utf-8", '"–"'), ("UTF8", '"–"'), ("cp1252", '"\\u2013"'), ("ascii", '"\\u2013"')]
)
def test_json_survives_every_encoding(encoding: str, text: str) -> None:
    assert values.json_text("–", encoding) == text


def test_list_for_scripts_has_what_is_promised(run: Run) -> None:
    values = json.loads(run("list", "--json").out)
    assert [each["number"] for each in values] == NUMBERS
    for each in values:
        assert {"id", "number", "name", "kind", "goals", "kit", "dose", "demands"} <= each.keys()
        assert set(each["goals"]) <= set(Goal)
        assert set(each["demands"]) <= set(Demand)
        assert each["kind"] in list(Kind)


def test_for_scripts_it_says_what_is_promised(run: Run) -> None:
    said = run("make", "-g", "rotation", "-g", "side", "--no-kit", "bar", "--json", "-o", "a.pdf")
    values = json.loads(said.out)
    assert values["file"] == "a.pdf"
    assert values["pages"] == len(page_texts("a.pdf"))
    explained = json.loads(run("explain", "-g", "rotation", "-g", "side", "--no-kit", "bar", "--json").out)
    assert {name: values[name] for name in explained} == explained
    check_routine(values, ["rotation", "side"])


def check_routine(values: dict[str, Any], goals: list[str]) -> None:
    assert {"chosen", "left_out", "minutes", "goals", "warnings"} <= values.keys()
    assert values["goals"] == goals
    assert isinstance(values["minutes"], int)
    chosen, left_out = values["chosen"], values["left_out"]
    assert sorted(each["number"] for each in (*chosen, *left_out)) == NUMBERS
    for each in (*chosen, *left_out):
        assert {"id", "number", "name", "reasons"} <= each.keys()
        assert each["reasons"]
        for reason in each["reasons"]:
            assert reason["code"]
            assert "{" not in reason["text"]
    for each in chosen:
        assert {"dose", "side", "cautions"} <= each.keys()
        assert each["side"] in ("left", "right", "both", None)
        assert all(each["cautions"])
