"""What is printed of conditions."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest

from generator.library.prepared import own_library
from generator.library.vocabulary import Action
from generator.problems import ExitCode
from tests.outputs import flat

if TYPE_CHECKING:
    from tests.conftest import Run


LIBRARY = own_library()
ACTIONS = {
    Action.CARE: "Done with care",
    Action.ADAPT: "Made easier",
    Action.LEAVE_OUT: "Left out",
    Action.REFER: "See a clinician or doctor first",
}


def conditions(run: Run) -> list[dict[str, Any]]:
    values = json.loads(run("conditions", "--json").out)
    assert isinstance(values, list)
    return values


@pytest.mark.parametrize("columns", ["40", "80", "250"])
def test_all_conditions_are_listed_with_names_and_synonyms(
    run: Run, monkeypatch: pytest.MonkeyPatch, columns: str
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    said = run("conditions")
    assert max(map(len, said.out.splitlines())) <= min(int(columns), 100)
    blocks = dict(re.findall(r"^([a-z-]+).*\n((?: {4}.*\n)+)", said.out, re.MULTILINE))
    for each in conditions(run):
        block = flat(blocks[each["id"]])
        assert each["name"] in block
        assert not each["synonyms"] or f"Also called: {', '.join(each['synonyms'])}." in block


def test_stages_are_listed_as_they_are_typed(run: Run) -> None:
    lines = run("conditions").out.splitlines()
    assert "pregnancy[:N-weeks]" in lines
    assert "ankylosing-spondylitis[:mobile|fused]" in lines
    assert "hernia" in lines


def test_a_condition_in_full_says_every_rule_with_its_basis_and_source(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    labels = LIBRARY.words.labels
    for each in conditions(run):
        assert json.loads(run("conditions", each["id"], "--json").out) == each
        monkeypatch.setenv("COLUMNS", "40")
        narrow = run("conditions", each["id"])
        assert max(map(len, narrow.out.splitlines())) <= 40
        monkeypatch.delenv("COLUMNS")
        said = flat(run("conditions", each["id"]).out)
        assert said == flat(narrow.out)
        assert each["client"] in said
        assert each["clinician"] in said
        for rule in each["rules"]:
            demands = "; ".join(labels[f"demand.{demand}"] for demand in rule["demands"]) or "every exercise"
            assert f"{ACTIONS[Action(rule['action'])]}" in said
            assert f": {demands}" in said
            assert f"Basis: {labels['basis.' + rule['basis']]}. Source: {rule['source']['title']}" in said
            assert rule["source"]["where"] in said
            assert rule["text"] in said
            for name in rule["exercises"] if rule["demands"] else ():
                assert f"{LIBRARY.words.exercises[name].name} ({LIBRARY.exercise(name).number})" in said


def test_when_a_rule_holds_and_in_which_positions(run: Run) -> None:
    said = flat(run("conditions", "pregnancy").out)
    assert "Left out (from week 16 on): lying on the back" in said
    assert "Release between the ribs (5), when done like this: lying on your back;" in said
    assert "See a clinician or doctor first (before week 6): every exercise" in flat(
        run("conditions", "fracture").out
    )
    assert "Left out (where it is fused): " in flat(run("conditions", "ankylosing-spondylitis").out)
    values = json.loads(run("conditions", "pregnancy", "--json").out)
    (on_the_back,) = [rule for rule in values["rules"] if rule["id"] == "on-the-back"]
    assert on_the_back["from_week"] == 16
    assert on_the_back["exercises"]["intercostal-release"] == ["on-back"]
    assert "side-stretch" not in on_the_back["exercises"]


def test_what_a_condition_calls_for_and_takes_away(run: Run) -> None:
    assert "Calls for: Hanging (17) Basis: one clinician’s article." in flat(
        run("conditions", "compressed-upper-back").out
    )
    assert "In place of extension: flexion and rotation" in run("conditions", "painful-extension").out
    assert "Not at hand: bar" in run("conditions", "no-bar").out
    assert "Not possible: lying on your back, " in run("conditions", "only-sitting").out
    values = json.loads(run("conditions", "stiff-ribs", "--json").out)
    assert [LIBRARY.exercise(name).number for name in values["favours"]["exercises"]] == [8, 14]


@pytest.mark.parametrize("typed", ["Pregnancy", " PREGNANCY "])
def test_a_condition_in_whatever_case(run: Run, typed: str) -> None:
    assert run("conditions", typed) == run("conditions", "pregnancy")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("brittle bones", "ID  there is no condition “brittle bones” → did you mean osteoporosis?\n"),
        ("qqqq", "ID  there is no condition “qqqq” → `thoracic conditions` lists every condition\n"),
    ],
)
def test_an_unknown_condition(run: Run, typed: str, said: str) -> None:
    ended = run("conditions", typed)
    assert (ended.code, ended.out, ended.err) == (ExitCode.USAGE, "", said)


def test_conditions_in_an_unknown_language(run: Run) -> None:
    ended = run("conditions", "--language", "xx")
    assert (ended.code, ended.out) == (ExitCode.USAGE, "")
    assert ended.err.startswith("--language  there are no words in the language “xx”")
