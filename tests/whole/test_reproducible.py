"""Same request, same bytes: on any run, in any place, at any time."""

from __future__ import annotations

import json
import re
import shlex
from typing import TYPE_CHECKING

import pytest

from tests.outputs import page_texts

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Process, Run


REQUEST = ["make", "-g", "all", "--minutes", "none", "--client", "Zoë Ω", "--clinic", "A & B"]
SURROUNDINGS: list[dict[str, str | None]] = [
    {},
    {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "LANG": "C"},
    {"PYTHONHASHSEED": "4242", "TZ": "Pacific/Pago_Pago", "LC_ALL": "tr_TR.UTF-8", "LANG": "de_DE.UTF-8"},
    {"PYTHONHASHSEED": "random", "TZ": None, "LC_ALL": "C.UTF-8", "HOME": "/nonexistent", "COLUMNS": "40"},
    {"PYTHONOPTIMIZE": "2", "PYTHONUTF8": "0", "SOURCE_DATE_EPOCH": None},
    {"SOURCE_DATE_EPOCH": "86400"},
]


def test_bytes_are_the_same_whatever_surrounds_the_process(process: Process) -> None:
    made = [process(*REQUEST, "--date", "2026-03-31", "-o", "-", **variables) for variables in SURROUNDINGS]
    assert [each.returncode for each in made] == [0] * len(made)
    assert made[0].stdout.startswith(b"%PDF")
    assert len({each.stdout for each in made}) == 1


def test_source_date_epoch_is_a_date_like_any_other(process: Process) -> None:
    # 23:59:59 UTC on the last of March, whatever day that is where the clinic stands.
    epoch = "1774999199"
    dated = process(*REQUEST, "--date", "2026-03-31", "-o", "-").stdout
    for zone in ("Pacific/Kiritimati", "Pacific/Pago_Pago"):
        assert process(*REQUEST, "-o", "-", SOURCE_DATE_EPOCH=epoch, TZ=zone).stdout == dated


def test_bytes_are_the_same_in_any_folder_and_for_any_target(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(*REQUEST, "-o", "first.pdf")
    (folder / "elsewhere").mkdir()
    monkeypatch.chdir(folder / "elsewhere")
    run("make", "-g", "side", "-o", "between.pdf")
    run(*REQUEST, "-o", "below/second.pdf", "--json")
    first, second = folder / "first.pdf", folder / "elsewhere" / "below" / "second.pdf"
    assert first.read_bytes() == second.read_bytes()


def test_another_date_gives_other_bytes(run: Run, folder: Path) -> None:
    run(*REQUEST, "--date", "2026-03-31", "-o", "a.pdf")
    run(*REQUEST, "--date", "2026-04-01", "-o", "b.pdf")
    assert (folder / "a.pdf").read_bytes() != (folder / "b.pdf").read_bytes()


@pytest.mark.parametrize(
    "arguments",
    [
        REQUEST[1:],
        ["-g", "rotation,side", "--client", "O'Brien-\u202eSmith ", "--weeks", "٦", "--paper", "letter"],
        [
            "-g",
            "all",
            "--no-kit",
            "bar",
            "--level",
            "gentle",
            "--side",
            "left",
            "--ink-saver",
            "--minutes",
            "20",
        ],
    ],
)
def test_the_command_on_the_back_page_makes_the_same_bytes(
    run: Run, folder: Path, arguments: list[str]
) -> None:
    assert run("make", *arguments, "-o", "first.pdf").code == 0
    *_, back = page_texts(folder / "first.pdf")
    command = re.search(
        r"thoracic make .*?--date 2026-01-01(?: --weeks 6)?(?: --paper letter)?(?: --ink-saver)?", back
    )
    assert command
    typed = shlex.split(command[0])
    assert run(*typed[1:], "-o", "second.pdf").code == 0
    assert (folder / "second.pdf").read_bytes() == (folder / "first.pdf").read_bytes()


def test_reasons_are_the_same_in_every_process(process: Process) -> None:
    said = {
        process("explain", "-g", "all", "--json", PYTHONHASHSEED=seed).stdout for seed in ("0", "1", "2", "3")
    }
    assert len(said) == 1
    assert json.loads(said.pop())["chosen"]
