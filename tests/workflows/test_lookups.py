from __future__ import annotations

import json
from typing import TYPE_CHECKING

from generator.problems import ExitCode
from generator.workflows import lookups as preparing

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from tests.conftest import Run


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
        "--kind  “streching” is not one of the choices → did you mean stretch?",
        "--language  there are no words in the language “xx” → choose from en",
    ]


def test_show_of_an_unknown_exercise(run: Run) -> None:
    said = run("show", "hangin")
    assert (said.code, said.out) == (ExitCode.USAGE, "")
    assert said.err == "ID  there is no exercise “hangin” → did you mean hanging?\n"
    assert run("show", "18").err == "ID  there is no exercise “18” → `thoracic list` shows every exercise\n"


def test_show_names_the_pictures_that_exist(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(preparing, "ILLUSTRATIONS", tmp_path)
    assert json.loads(run("show", "hanging", "--json").out)["pictures"] == []
    (tmp_path / "hanging-start.svg").touch()
    pictures = json.loads(run("show", "hanging", "--json").out)["pictures"]
    assert pictures == [str(tmp_path / "hanging-start.svg")]
