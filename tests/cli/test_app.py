from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from generator.booklet.choices import RANGES, Duplex, Flip, Layout, Paper
from generator.cli import app as cli
from generator.cli.arguments import EXIT_CODES
from generator.library.ids import kit_ids
from generator.library.prepared import load_prepared
from generator.library.vocabulary import Demand, Goal, Kind, Position
from generator.problems import ExitCode
from generator.routine.plan import Level, Side
from generator.version import __version__
from generator.workflows import lookups as preparing

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Outcome

    Run = Callable[..., Outcome]
    Process = Callable[..., subprocess.CompletedProcess[bytes]]

COMMANDS = ("make", "explain", "list", "show", "conditions", "draw", "test-sheet")
HELP_PAGES = [(), *((command,) for command in COMMANDS)]


def flat(text: str) -> str:
    return " ".join(text.split())


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


def test_the_start_keeps_within_a_narrow_terminal(run: Run) -> None:
    assert max(map(len, run().out.splitlines())) <= 40


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


def test_list_has_all_17_in_a_table_or_in_blocks(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    table = run("list").out.splitlines()
    assert table[0].split() == ["No.", "Id", "Kind", "Goals", "Kit", "Dose"]
    assert [int(line.split()[0]) for line in table[1:]] == list(range(1, 18))
    monkeypatch.setenv("COLUMNS", "40")
    blocks = run("list").out
    assert max(map(len, blocks.splitlines())) <= 40
    assert [int(number) for number in re.findall(r"^(\d+)\. ", blocks, re.MULTILINE)] == list(range(1, 18))


def test_list_for_scripts_has_what_is_promised(run: Run) -> None:
    values = json.loads(run("list", "--json").out)
    assert [each["number"] for each in values] == list(range(1, 18))
    for each in values:
        assert {"id", "number", "name", "kind", "goals", "kit", "dose", "demands"} <= each.keys()
        assert set(each["goals"]) <= set(Goal)
        assert set(each["demands"]) <= set(Demand)
        assert each["kind"] in list(Kind)


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


def test_show_of_an_unknown_exercise(run: Run) -> None:
    said = run("show", "hangin")
    assert (said.code, said.out) == (ExitCode.USAGE, "")
    assert said.err == "ID  there is no exercise “hangin” → did you mean hanging?\n"
    assert run("show", "18").err == "ID  there is no exercise “18” → `thoracic list` lists every exercise\n"


def test_show_names_the_pictures_that_exist(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(preparing, "ILLUSTRATIONS", tmp_path)
    assert json.loads(run("show", "hanging", "--json").out)["pictures"] == []
    (tmp_path / "hanging-start.svg").touch()
    pictures = json.loads(run("show", "hanging", "--json").out)["pictures"]
    assert pictures == [str(tmp_path / "hanging-start.svg")]


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
