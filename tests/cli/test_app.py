"""The program as a whole: how it begins, what it imports, how it ends when something fails."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from generator.cli import app as cli
from generator.library.prepared import load_prepared
from generator.library.vocabulary import Goal
from generator.problems import ExitCode
from generator.version import __version__
from generator.workflows import lookups as preparing

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Process, Run


COMMANDS = ("make", "explain", "list", "show", "conditions", "draw", "test-sheet")
HELP_PAGES = [(), *((command,) for command in COMMANDS)]


def test_alone_it_says_how_to_begin(run: Run) -> None:
    said = run()
    assert said.code == 0
    assert "thoracic make -g extension -g rotation" in said.out
    for goal in (*Goal, "all"):
        assert goal in said.out


def test_what_the_start_names_works(run: Run) -> None:
    tries = re.findall(r"^  thoracic (.*)$", run().out, re.MULTILINE)
    assert len(tries) == 4
    for command in tries:
        assert run(*command.split()).code == 0


def test_version(run: Run) -> None:
    assert run("--version").out == f"{__version__}\n"


def test_the_start_keeps_within_a_narrow_terminal(run: Run) -> None:
    assert max(map(len, run().out.splitlines())) <= 40


@pytest.mark.parametrize(
    "arguments", [["--help"], ["list"], ["explain", "-g", "side"], ["make", "-g", "nought"]]
)
def test_no_colour_codes_reach_a_pipe(process: Process, arguments: list[str]) -> None:
    for variables in ({}, {"NO_COLOR": "1"}, {"FORCE_COLOR": "1", "TERM": "xterm-256color"}):
        said = process(*arguments, **variables)
        assert b"\x1b" not in said.stdout + said.stderr


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["mak"], "mak"),
        (["make", "--gaol", "side"], "--gaol"),
        (["make", "plan.yaml"], "plan.yaml"),
        (["show"], "ID"),
        (["--loud"], "--loud"),
    ],
)
def test_an_unknown_command_or_option_names_itself_and_the_help(
    run: Run, arguments: list[str], named: str
) -> None:
    said = run(*arguments)
    assert (said.code, said.out) == (ExitCode.USAGE, "")
    assert "-h' for help" in said.err
    assert named in said.err.splitlines()[-1]


def test_a_mistyped_command_is_suggested(run: Run) -> None:
    assert "Did you mean 'make'?" in run("mak").err


@pytest.mark.parametrize("arguments", [["list"], ["explain", "-g", "all", "--json"]])
def test_a_reader_that_has_gone_is_no_error(folder: Path, arguments: list[str]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    program = [sys.executable, "-c", "from generator.cli import main; main()", *arguments]
    ended = subprocess.run(program, stdout=writing, stderr=subprocess.PIPE, cwd=folder, check=False)
    os.close(writing)
    assert (ended.returncode, ended.stderr) == (0, b"")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="the system has no /dev/full")  # noqa: PTH110 - at import
@pytest.mark.parametrize("arguments", [["list"], ["make", "-g", "side", "-o", "-"]])
def test_a_full_disk_behind_standard_output(folder: Path, arguments: list[str]) -> None:
    program = [sys.executable, "-c", "from generator.cli import main; main()", *arguments]
    with open("/dev/full", "wb") as full:  # noqa: PTH123 - a device, not a path of ours
        ended = subprocess.run(program, stdout=full, stderr=subprocess.PIPE, cwd=folder, check=False)
    assert ended.returncode == ExitCode.CANNOT_WRITE
    assert ended.stderr.startswith(b"standard output  cannot be written: No space left on device")
    assert len(ended.stderr.splitlines()) == 1


def test_letters_that_the_terminal_does_not_know_are_replaced(process: Process) -> None:
    said = process("list", PYTHONIOENCODING="ascii")
    assert said.returncode == 0
    assert b"1?2 minutes" in said.stdout
    values = json.loads(process("show", "1", "--json", PYTHONIOENCODING="ascii").stdout)
    assert "?" not in values["steps"][0]
    assert values == json.loads(process("show", "1", "--json", PYTHONIOENCODING="utf-8").stdout)


def test_a_mistake_of_the_program_says_how_to_report_it(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise LookupError("lost\nmy way")

    monkeypatch.setattr(preparing, "listed", fail)
    said = run("list")
    assert said.code == ExitCode.INTERNAL_ERROR
    assert "LookupError: lost" in said.err
    assert "Please report it" in said.err
    assert "Traceback" not in said.err
    monkeypatch.setenv("THORACIC_DEBUG", "1")
    with pytest.raises(LookupError):
        run("list")


def test_an_interruption_ends_quietly(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "application", interrupt)
    said = run("list")
    assert (said.code, said.out, said.err) == (130, "", "")


@pytest.mark.parametrize(
    ("arguments", "unneeded"),
    [
        (
            ["--help"],
            [
                "pydantic",
                "yaml",
                "reportlab",
                "rich",
                "generator.request.keys",
                "generator.library.loading",
            ],
        ),
        (["make", "--help"], ["pydantic", "yaml", "reportlab", "rich"]),
        (["list"], ["pydantic", "reportlab", "rich"]),
        (["explain", "-g", "side", "-c", "pregnancy"], ["pydantic", "reportlab", "rich"]),
        (["conditions"], ["pydantic", "yaml", "reportlab", "rich"]),
    ],
    ids=" ".join,
)
def test_only_what_a_command_needs_is_imported(
    folder: Path, arguments: list[str], unneeded: list[str]
) -> None:
    assert load_prepared("en") is not None, "the prepared library is older than data/: `make prepare`"
    script = (
        "import sys\nfrom generator.cli import main\n"
        "try: main()\nexcept SystemExit: pass\n"
        "print(*sys.modules, file=sys.stderr)"
    )
    ended = subprocess.run(
        [sys.executable, "-c", script, *arguments], cwd=folder, capture_output=True, text=True, check=True
    )
    assert set(ended.stderr.split()).isdisjoint(unneeded)
