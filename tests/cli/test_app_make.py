"""`thoracic make`: which file, with whose names, and what it says."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import typer

from generator.problems import ExitCode
from generator.routine.plan import Plan
from tests.outputs import NUMBERS, page_texts, printed

if TYPE_CHECKING:
    from tests.conftest import Process, Run


MADE = Path("output/side-2026-01-01.pdf")


def test_it_says_what_it_made(run: Run) -> None:
    said = run("make", "-g", "side", "--max-exercises", "4")
    routine = json.loads(run("explain", "-g", "side", "--max-exercises", "4", "--json").out)
    pages = len(page_texts(MADE))
    exercises = len(routine["chosen"])
    assert said.code == 0
    made, how = said.out.splitlines()
    assert made == f"{exercises} exercises, {routine['minutes']} minutes at most, {pages} pages: {MADE}"
    assert how == "To print: A4 paper, 100 %, on one side or both (flip on the long edge)."
    assert said.err == ""


@pytest.mark.parametrize(
    ("arguments", "name"),
    [
        (["-g", "rotation", "-g", "side"], "rotation-side-2026-01-01"),
        (["-g", "side", "--client", "Ann  O’Brien/../x"], "ann-o-brien-x-2026-01-01"),
        (["-g", "side", "--client", "Ζωή Ёлкина"], "ζωή-ёлкина-2026-01-01"),
        (["-g", "side", "--client", "…", "--date", "2026-03-31"], "side-2026-03-31"),
        (["-g", "side", "--client", " "], "side-2026-01-01"),
        (["-g", "side", "--client", "a" * 80], f"{'a' * 60}-2026-01-01"),
    ],
)
def test_where_it_goes_unless_told(run: Run, folder: Path, arguments: list[str], name: str) -> None:
    said = run("make", *arguments)
    assert said.code == 0
    assert [path.relative_to(folder) for path in folder.rglob("*.*")] == [Path(f"output/{name}.pdf")]
    assert said.out.splitlines()[0].endswith(f": output/{name}.pdf")


def test_one_side(run: Run) -> None:
    values = json.loads(run("explain", "-g", "side", "--side", "left", "--json").out)
    assert {each["side"] for each in values["chosen"]} <= {"left", None}
    assert "left" in {each["side"] for each in values["chosen"]}


def test_all_goals_without_a_limit_of_time_are_all(run: Run) -> None:
    values = json.loads(run("make", "-g", "all", "--minutes", "none", "--json").out)
    assert sorted(each["number"] for each in values["chosen"]) == NUMBERS
    assert values["left_out"] == []
    limited = json.loads(
        run("explain", "-g", "all", "--minutes", "none", "--max-exercises", "6", "--json").out
    )
    assert len(limited["chosen"]) == 6


def test_what_is_not_asked_for_is_as_the_plan_has_it(run: Run) -> None:
    usual = Plan(goals=())
    said = json.loads(run("explain", "-g", "all", "--json").out)
    same = run(
        *("explain", "-g", "all", "--json", "--minutes", str(usual.minutes)),
        *("--max-exercises", str(usual.max_exercises), "--side", usual.side, "--level", usual.level),
    )
    assert json.loads(same.out) == said


def test_to_standard_output(process: Process, folder: Path) -> None:
    said = process("make", "-g", "side", "-o", "-")
    assert said.returncode == 0
    assert said.stdout.startswith(b"%PDF-1.7")
    assert list(folder.iterdir()) == []
    process("make", "-g", "side", "-o", "a.pdf")
    assert (folder / "a.pdf").read_bytes() == said.stdout


def test_notes_do_not_mix_with_the_pdf(process: Process) -> None:
    prepared_for = ("-g", "extension", "--position", "on-side", "--exclude", "25")
    said = process("make", *prepared_for, "--client", "A\u202eb", "-o", "-")
    assert said.stdout.startswith(b"%PDF-1.7")
    assert "Note: Only releases prepare for extension" in said.stderr.decode()
    assert "U+202E RIGHT-TO-LEFT OVERRIDE" in said.stderr.decode()


def test_it_is_opened_when_asked(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []

    def launch(url: str) -> int:
        assert Path(url).read_bytes().startswith(b"%PDF")
        opened.append(url)
        return len(opened) - 1

    monkeypatch.setattr(typer, "launch", launch)
    asked = ("make", "-g", "side", "--max-exercises", "4")
    assert run(*asked).code == 0
    assert opened == []
    assert run(*asked, "--open", "--force").err == ""
    assert opened == [str(folder / MADE)]
    again = run(*asked, "--open", "--force")
    assert again.code == 0
    assert again.err == "Note: no program was found that opens PDF files.\n"


def test_a_file_that_is_there_stays_unless_forced(run: Run, folder: Path) -> None:
    there = folder / "mine.pdf"
    there.write_text("keep me")
    said = run("make", "-g", "side", "-o", "mine.pdf")
    assert (said.code, said.out) == (ExitCode.CANNOT_WRITE, "")
    assert said.err == "mine.pdf  exists already → add --force to replace it, or choose another --output\n"
    assert there.read_text() == "keep me"
    assert run("make", "-g", "side", "-o", "mine.pdf", "--force").code == 0
    assert there.read_bytes().startswith(b"%PDF")
    assert list(folder.iterdir()) == [there]


@pytest.mark.parametrize(
    ("output", "said"),
    [
        ("file/a.pdf", "cannot be written: Not a directory → part of the path is a file"),
        ("file/below/a.pdf", "→ part of the path is a file"),
        (".", "is a folder → name a file"),
        ("a" * 300, "cannot be written: File name too long → choose a shorter name"),
        ("/dev/null", "is not an ordinary file → for standard output, use --output -"),
        ("/proc/self/a.pdf", "cannot be written: No such file or directory → choose another folder"),
    ],
)
def test_where_nothing_can_be_written(run: Run, folder: Path, output: str, said: str) -> None:
    (folder / "file").write_text("keep me")
    for more in ([], ["--force"]):
        ended = run("make", "-g", "side", "-o", output, *more)
        assert (ended.code, ended.out) == (ExitCode.CANNOT_WRITE, "")
        assert ended.err.startswith(f"{output}  ")
        assert said in ended.err
    assert [(path.name, path.read_text()) for path in folder.iterdir()] == [("file", "keep me")]


def test_a_full_disk_leaves_everything_as_it_was(folder: Path) -> None:
    there = folder / "mine.pdf"
    there.write_text("keep me")
    for more in (["mine.pdf", "--force"], ["other.pdf"]):
        ended = subprocess.run(
            [
                sys.executable,
                "-c",
                "from generator.cli import main; main()",
                "make",
                "-g",
                "side",
                "-o",
                *more,
            ],
            cwd=folder,
            env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096)),
            capture_output=True,
            text=True,
            check=False,
        )
        assert ended.returncode == ExitCode.CANNOT_WRITE
        assert ended.stdout == ""
        assert ended.stderr.startswith(f"{more[0]}  cannot be written: File too large → free some space")
        assert [(path.name, path.read_text()) for path in folder.iterdir()] == [("mine.pdf", "keep me")]


def test_without_a_home(process: Process, folder: Path) -> None:
    assert process("make", "-g", "side", HOME=None, USERPROFILE=None).returncode == 0
    assert process("make", "-g", "side", "-o", "b.pdf", HOME="/nonexistent").returncode == 0
    assert (folder / MADE).read_bytes() == (folder / "b.pdf").read_bytes()


def test_names_with_spaces_and_letters_of_other_scripts(run: Run, folder: Path) -> None:
    for output in ("für Zoë и Ω.pdf", "a b/c d.pdf", "-dash.pdf", "no ending"):
        said = run("make", "-g", "side", "-o", output)
        assert said.code == 0
        assert said.out.splitlines()[0].endswith(f" pages: {output}")
        assert (folder / output).read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(
    "name",
    [
        "<b>Ann</b> & Söns",
        "Zoë O'Brien",
        "Ольга Ёлкина",
        "Γιώργος Παππάς",
        'a\\n"%d{0}$HOME`',
        "--force",
        "a-b–c",
    ],
)
def test_a_name_is_printed_as_it_is(run: Run, name: str) -> None:
    said = run("make", "-g", "side", "--client", name, "-o", "a.pdf")
    assert said.code == 0
    assert name in printed("a.pdf")


def test_what_a_name_holds_beside_letters(run: Run) -> None:
    said = run("make", "-g", "side", "--client", "\u202eAnn\u200b\tLee\n\x07 ", "-o", "a.pdf")
    assert said.code == 0
    assert "Ann Lee" in printed("a.pdf")
    notes = [line for line in said.err.splitlines() if "--client" in line]
    assert len(notes) == 3
    for character in ("U+202E RIGHT-TO-LEFT OVERRIDE", "U+200B ZERO WIDTH SPACE", "U+0007"):
        assert any(character in note for note in notes)
