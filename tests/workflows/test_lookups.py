"""Questions to the library, as `list`, `show`, `conditions` and the others ask them."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING

import pytest

from generator.library.prepared import own_library
from generator.library.vocabulary import Demand, Position
from generator.problems import ExitCode, UsageError
from generator.workflows import lookups
from generator.workflows.prescription import prescribe
from tests.asking import Asked

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Run

LIBRARY = own_library()


def test_list_keeps_to_goals_and_kinds(run: Run) -> None:
    values = json.loads(run("list", "-g", "rotation", "--kind", "stretch,mobilisation", "--json").out)
    assert values
    for each in values:
        assert "rotation" in each["goals"]
        assert each["kind"] != "release"
    everything = json.loads(run("list", "--json").out)
    assert [
        each for each in everything if "rotation" in each["goals"] and each["kind"] != "release"
    ] == values


def test_list_reports_all_that_is_wrong(run: Run) -> None:
    said = run("list", "-g", "sid", "--kind", "streching", "--language", "xx")
    assert said.code == ExitCode.USAGE
    assert said.err.splitlines() == [
        "--goal  “sid” is not one of the choices → did you mean side?",
        "--kind  “streching” is not one of the choices → did you mean stretch or strengthening?",
        "--language  there are no words in the language “xx” → choose from en",
    ]


def test_show_of_an_unknown_exercise(run: Run) -> None:
    said = run("show", "hangin")
    assert (said.code, said.out) == (ExitCode.USAGE, "")
    assert said.err == "ID  there is no exercise “hangin” → did you mean hanging?\n"
    assert run("show", "99").err == "ID  there is no exercise “99” → `thoracic list` lists every exercise\n"


def test_show_names_the_pictures_that_exist(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(lookups, "ILLUSTRATIONS", tmp_path)
    assert json.loads(run("show", "hanging", "--json").out)["pictures"] == []
    (tmp_path / "hanging-start.svg").touch()
    pictures = json.loads(run("show", "hanging", "--json").out)["pictures"]
    assert pictures == [str(tmp_path / "hanging-start.svg")]


@pytest.mark.parametrize("ask", [lookups.found, lookups.find_condition], ids=["exercise", "condition"])
def test_what_there_is_not_is_told(
    ask: Callable[[str, object], object],
) -> None:
    for language in (None, "EN"):
        with pytest.raises(UsageError, match=r"^ID  there is no "):
            ask("qqqq", language)
    with pytest.raises(UsageError, match=r"^--language  there are no words"):
        ask("qqqq", "xx")


def test_a_demand_that_only_some_positions_make() -> None:
    release = LIBRARY.exercise("intercostal-release")
    assert lookups.positions_with(Demand.LYING_ON_THE_BACK, release) == (Position.ON_BACK,)
    hanging = LIBRARY.exercise("hanging")
    assert lookups.positions_with(Demand.LYING_ON_THE_BACK, hanging) == ()
    for demand in hanging.demands:
        assert lookups.positions_with(demand, hanging) == hanging.positions


def test_a_rule_concerns_the_positions_that_make_its_demands() -> None:
    rules = {rule.id: rule for rule in LIBRARY.precautions["pregnancy"].rules}
    release, side_stretch = LIBRARY.exercise("intercostal-release"), LIBRARY.exercise("side-stretch")
    assert lookups.positions_concerned(rules["on-the-back"], release) == (Position.ON_BACK,)
    assert lookups.positions_concerned(rules["on-the-back"], side_stretch) == ()
    of_all = next(rule for rule in LIBRARY.precautions["fracture"].rules if not rule.demands)
    assert lookups.positions_concerned(of_all, side_stretch) == side_stretch.positions


def test_what_a_condition_calls_for() -> None:
    called = lookups.called_for(LIBRARY.precautions["compressed-upper-back"], LIBRARY)
    assert [exercise.id for exercise in called] == ["hanging"]
    assert lookups.called_for(LIBRARY.precautions["glaucoma"], LIBRARY) == ()


def test_every_source_is_named_once_in_the_order_of_the_reasons() -> None:
    asked = Asked(goals=("all",), conditions=("glaucoma", "osteoporosis", "pregnancy:20-weeks"))
    routine = prescribe(asked, today=dt.date(2026, 1, 1)).routine
    named = lookups.sources_named(routine)
    assert len(named) == len(set(named)) > 2
    rulings = {ruling.rule.source for chosen in routine.chosen for ruling in chosen.rulings}
    assert rulings <= set(named) <= LIBRARY.sources.keys()
    unconditional = prescribe(Asked(goals=("all",)), today=dt.date(2026, 1, 1)).routine
    assert lookups.sources_named(unconditional) == ()
