"""The options of the commands, as their help and the shell show them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from generator.booklet.choices import RANGES, Duplex, Flip, Layout, Paper
from generator.cli import app as cli
from generator.cli.arguments import EXIT_CODES, Command, CommandGroup
from generator.library.ids import kit_ids
from generator.library.vocabulary import Goal, Position
from generator.problems import ExitCode
from generator.routine.plan import Level, Side
from tests.outputs import flat

if TYPE_CHECKING:
    from tests.conftest import Run


COMMANDS = ("make", "explain", "list", "show", "conditions", "draw", "test-sheet")


HELP_PAGES = [(), *((command,) for command in COMMANDS)]


@pytest.mark.parametrize("page", HELP_PAGES, ids=" ".join)
@pytest.mark.parametrize("columns", ["40", "80", "250"])
def test_help_keeps_within_the_terminal(
    run: Run, monkeypatch: pytest.MonkeyPatch, page: tuple[str, ...], columns: str
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    said = run(*page, "--help")
    assert said.code == 0
    assert max(map(len, said.out.splitlines())) <= min(int(columns), 100)
    assert run(*page, "-h") == said


@pytest.mark.parametrize("command", COMMANDS)
def test_help_states_every_exit_code(run: Run, command: str) -> None:
    assert flat(EXIT_CODES) in flat(run(command, "--help").out)
    assert [int(code) for code in re.findall(r"\b\d\b", EXIT_CODES)] == list(ExitCode)


def test_help_of_make_is_in_sections(run: Run) -> None:
    help_ = run("make", "--help").out
    sections = re.findall(r"^([A-Z][^\n:]*):\n((?:  .*\n)+)", help_, re.MULTILINE)
    headings = ["What to choose", "What is safe", "People and days", "How it is printed", "A booklet to fold"]
    assert [heading for heading, _ in sections] == [*headings, "Files", "Options"]
    assert all(
        len(re.findall(r"^  -", options, re.MULTILINE)) <= 13 and options.startswith("  -")
        for _, options in sections
    )


def test_help_states_every_way_of_printing(run: Run) -> None:
    text = flat(run("make", "--help").out)
    for choice in (*Paper, *Layout, *Flip, *Duplex, "yes|no"):
        assert choice in text
    for least, most in RANGES.values():
        assert f"{least:g} to {most:g}" in text


@pytest.mark.parametrize("command", ["make", "explain"])
def test_help_states_every_choice_limit_and_rule(run: Run, command: str) -> None:
    text = flat(run(command, "--help").out).replace("- ", "-")
    for choice in (*Goal, *kit_ids(), *Position, *Level, *Side, "glaucoma", "fracture:8-weeks"):
        assert choice in text
    for limit in ("1 to 120", "1 to 50", "1 to 7", "1 to 26", "0 to 9", "at most 80 ", "at most 200 "):
        assert limit in text


def test_every_promised_option_is_there(run: Run) -> None:
    of_both = (
        "-g --goal --minutes --max-exercises --kit --no-kit --position --no-position --include --exclude "
        "--side --level --progress --older-adult -c --condition --cleared-by --because --client --clinician "
        "--clinic --date --review --days-per-week --weeks --pain-limits --language --json"
    )
    of_printing = "--paper --flip --duplex --offset-front --offset-back -o --output --force"
    of_make = (
        "--layout --large-print --ink-saver --no-fields --archive --borderless --fold --paper-thickness "
        "--binding-margin --no-fold-marks --clinician-sheet --summary --open"
    )
    for command, promised in (
        ("explain", of_both),
        ("make", f"{of_both} {of_printing} {of_make}"),
        ("test-sheet", f"{of_printing} --language"),
    ):
        there = set(re.findall(r"(?<![\w-])--?[a-z][a-z-]*", run(command, "--help").out))
        assert set(promised.split()) <= there


def test_lists_may_be_parted_by_commas(run: Run) -> None:
    parted = run("explain", "-g", "side, Rotation", "--no-kit", "bar,door-frame")
    assert parted.code == 0
    assert parted == run(
        "explain", "-g", "side", "-g", "rotation", "--no-kit", "bar", "--no-kit", "door-frame"
    )


@pytest.mark.parametrize("option", ["--goal", "--minutes", "--client", "-o"])
def test_an_option_without_its_value(run: Run, option: str) -> None:
    said = run("make", option)
    assert said.code == ExitCode.USAGE
    assert f"'{option}' requires an argument" in said.err


def test_options_are_not_checked_twice() -> None:
    # Typer's own check would import pydantic; the values reach `request` as they were typed.
    program = CommandGroup(name="thoracic")
    assert program.params == []
    app = cli.application(cli.COMMANDS)
    assert isinstance(app.info.cls, type)
    assert issubclass(app.info.cls, CommandGroup)
    assert all(command.cls is Command for command in app.registered_commands)
