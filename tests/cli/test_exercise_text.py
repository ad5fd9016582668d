"""What is printed of exercises, in any width: `list`, `show` and `list --demands`."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest

from generator.library.prepared import own_library
from generator.library.vocabulary import Demand
from tests.outputs import flat

if TYPE_CHECKING:
    from tests.conftest import Run


LIBRARY = own_library()


def test_list_has_all_17_in_a_table_or_in_blocks(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    table = run("list").out.splitlines()
    assert table[0].split() == ["No.", "Id", "Kind", "Goals", "Kit", "Dose"]
    assert [int(line.split()[0]) for line in table[1:]] == list(range(1, 18))
    monkeypatch.setenv("COLUMNS", "40")
    blocks = run("list").out
    assert max(map(len, blocks.splitlines())) <= 40
    assert [int(number) for number in re.findall(r"^(\d+)\. ", blocks, re.MULTILINE)] == list(range(1, 18))


@pytest.mark.parametrize("name", ["cat-stretch", "12", " Cat-Stretch "])
def test_show_finds_an_exercise_by_id_or_number(run: Run, name: str) -> None:
    assert "(id cat-stretch)" in run("show", name).out


def test_show_says_everything_in_any_width(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in map(str, range(1, 18)):
        values = json.loads(run("show", number, "--json").out)
        texts = [values["name"], values["purpose"], *values["steps"], *values["source"].values()]
        texts += [values[name] for name in ("feel", "caution", "breathing", "easier", "harder", "mistake")]
        for columns in ("40", "100"):
            monkeypatch.setenv("COLUMNS", columns)
            printed = flat(run("show", number).out)
            assert [text for text in texts if flat(text) not in printed] == []


def demands(run: Run, *arguments: str) -> dict[str, dict[str, Any]]:
    values = json.loads(run("list", "--demands", "--json", *arguments).out)
    assert isinstance(values, dict)
    return values


def test_the_table_of_demands_has_a_mark_where_the_library_has_the_demand(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    values = demands(run)
    assert list(values) == list(Demand)
    monkeypatch.setenv("COLUMNS", "120")
    head, *lines = run("list", "--demands").out.split("\n\n")[0].splitlines()
    assert [int(number) for number in head.split()] == list(range(1, 18))
    table = {line[: -17 * 3].strip(): line[-17 * 3 :].split() for line in lines}
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
    assert values["lying-on-the-back"]["in_some_positions"] == ["intercostal-release"]


@pytest.mark.parametrize("columns", [40, 70, 80, 100, 250])
def test_demands_keep_within_the_terminal_with_every_label_and_name(
    run: Run, monkeypatch: pytest.MonkeyPatch, columns: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    text = run("list", "--demands").out
    assert max(map(len, text.splitlines())) <= columns
    for exercise in LIBRARY.exercises:
        assert f"{exercise.number} {LIBRARY.words.exercises[exercise.id].name}" in flat(text)
    blocks = flat(re.sub(r"(?: +[xo.]){17}$", "", text, flags=re.MULTILINE))
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
