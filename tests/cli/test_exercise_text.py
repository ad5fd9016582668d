"""What is printed of exercises, in any width: `list`, `show` and `list --demands`."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest

from generator.library.prepared import own_library
from generator.library.vocabulary import Demand
from tests.outputs import NUMBERS, flat

if TYPE_CHECKING:
    from tests.conftest import Run


LIBRARY = own_library()


def test_list_has_all_in_a_table_or_in_blocks(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    table = run("list").out.splitlines()
    assert table[0].split() == ["No.", "Id", "Kind", "Goals", "Kit", "Dose"]
    assert [int(line.split()[0]) for line in table[1 : len(NUMBERS) + 1]] == NUMBERS
    note = "Beyond the article that the others come from: "
    beyond = [each.number for each in LIBRARY.exercises if each.goes_beyond_the_article]
    assert flat("\n".join(table[len(NUMBERS) + 1 :])) == f"{note}{', '.join(map(str, beyond))}."
    monkeypatch.setenv("COLUMNS", "40")
    blocks = run("list").out
    assert max(map(len, blocks.splitlines())) <= 40
    assert [int(number) for number in re.findall(r"^(\d+)\. ", blocks, re.MULTILINE)] == NUMBERS


@pytest.mark.parametrize("name", ["cat-stretch", "12", " Cat-Stretch "])
def test_show_finds_an_exercise_by_id_or_number(run: Run, name: str) -> None:
    assert "(id cat-stretch)" in run("show", name).out


def test_show_says_everything_in_any_width(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in map(str, NUMBERS):
        values = json.loads(run("show", number, "--json").out)
        texts = [values["name"], values["purpose"], *values["steps"], *values["source"].values()]
        texts += [values[name] for name in ("feel", "caution", "breathing", "easier", "harder", "mistake")]
        for columns in ("40", "100"):
            monkeypatch.setenv("COLUMNS", columns)
            printed = flat(run("show", number).out)
            assert [text for text in texts if flat(text) not in printed] == []


def test_show_says_what_goes_beyond_the_article_and_what_it_rests_on(run: Run) -> None:
    exercise = LIBRARY.exercise("crossed-arm-turn")
    text = flat(run("show", exercise.id).out)
    assert "Beyond the article yes: it is none of the 17" in text
    for source in exercise.sources:
        assert flat(LIBRARY.sources[source].title) in text
    assert "standing balance (standing)" in text
    values = json.loads(run("show", exercise.id, "--json").out)
    assert values["beyond_the_article"] is True
    assert values["basis"]["dose"]["title"] == LIBRARY.sources[exercise.source_of("dose")].title
    assert values["demands_in"] == {"standing": ["standing-balance"]}
    article = json.loads(run("show", "12", "--json").out)
    assert (article["beyond_the_article"], article["basis"]) == (False, {})
    assert "Beyond" not in run("show", "12").out


def demands(run: Run, *arguments: str) -> dict[str, dict[str, Any]]:
    values = json.loads(run("list", "--demands", "--json", *arguments).out)
    assert isinstance(values, dict)
    return values


def test_the_table_of_demands_has_a_mark_where_the_library_has_the_demand(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    values = demands(run)
    assert list(values) == list(Demand)
    monkeypatch.setenv("COLUMNS", "200")
    head, *lines = run("list", "--demands").out.split("\n\n")[0].splitlines()
    assert [int(number) for number in head.split()] == NUMBERS
    width = 3 * len(NUMBERS)
    table = {line[:-width].strip(): line[-width:].split() for line in lines}
    for demand, value in values.items():
        marks = [
            "x"
            if exercise.id in value["exercises"]
            else "o"
            if exercise.id in value["in_some_positions"]
            else "."
            for exercise in LIBRARY.exercises
        ]
        assert marks == table[LIBRARY.words.labels[f"demand.{demand}"]] == table[value["label"]]
        assert value["exercises"] == [each.id for each in LIBRARY.exercises if demand in each.demands]
    assert "intercostal-release" in values["lying-on-the-back"]["in_some_positions"]


@pytest.mark.parametrize("columns", [40, 70, 80, 100, 250])
def test_demands_keep_within_the_terminal_with_every_label_and_name(
    run: Run, monkeypatch: pytest.MonkeyPatch, columns: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    text = run("list", "--demands").out
    assert max(map(len, text.splitlines())) <= columns
    for exercise in LIBRARY.exercises:
        assert f"{exercise.number} {LIBRARY.words.exercises[exercise.id].name}" in flat(text)
    marks = rf"(?: +[xo.]){{{len(NUMBERS)}}}$"
    blocks = flat(re.sub(marks, "", text, flags=re.MULTILINE))
    for demand in Demand:
        assert LIBRARY.words.labels[f"demand.{demand}"] in blocks
    assert "o: asks for it in some of the positions" in flat(text)


def test_demands_of_some_exercises_only(run: Run) -> None:
    some = demands(run, "-g", "rotation", "--kind", "mobilisation")
    listed = {
        each["id"]
        for each in json.loads(run("list", "-g", "rotation", "--kind", "mobilisation", "--json").out)
    }
    assert {name for value in some.values() for name in value["exercises"]} == listed
    head = run("list", "--demands", "-g", "rotation", "--kind", "mobilisation").out.splitlines()[0]
    assert {int(number) for number in head.split()} == {LIBRARY.exercise(name).number for name in listed}
