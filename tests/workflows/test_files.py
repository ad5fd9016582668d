"""The files that `thoracic make` writes beside the booklet: all of them, or the reason why not."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from generator.problems import ExitCode

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Process, Run


ALL = ("-o", "a.pdf", "--clinician-sheet", "sheet.pdf", "--summary", "record/summary.txt")


def files_in(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_all_three_are_written_and_named(run: Run, folder: Path) -> None:
    said = run("make", "-g", "side", "-c", "glaucoma", *ALL)
    assert said.code == 0
    assert files_in(folder) == ["a.pdf", "record/summary.txt", "sheet.pdf"]
    assert said.out.splitlines()[0].endswith(": a.pdf")
    assert said.out.splitlines()[2:] == [
        "For the clinician: sheet.pdf",
        "Summary for the record: record/summary.txt",
    ]
    assert (folder / "sheet.pdf").read_bytes().startswith(b"%PDF-1.7")
    assert "Glaucoma" in (folder / "record/summary.txt").read_text(encoding="utf-8")


def test_the_booklet_is_the_same_with_and_without_them(run: Run, folder: Path) -> None:
    run("make", "-g", "side", *ALL)
    run("make", "-g", "side", "-o", "alone.pdf")
    assert (folder / "a.pdf").read_bytes() == (folder / "alone.pdf").read_bytes()


def test_for_scripts_they_are_named_or_null(run: Run) -> None:
    values = json.loads(run("make", "-g", "side", *ALL, "--json").out)
    assert (values["file"], values["clinician_sheet"], values["summary"]) == (
        "a.pdf",
        "sheet.pdf",
        "record/summary.txt",
    )
    values = json.loads(run("make", "-g", "side", "--json").out)
    assert (values["clinician_sheet"], values["summary"]) == (None, None)


def test_beside_standard_output_the_others_are_files(process: Process, folder: Path) -> None:
    said = process("make", "-g", "side", "-o", "-", "--summary", "s.txt", "--clinician-sheet", "c.pdf")
    assert said.returncode == 0
    assert said.stdout.startswith(b"%PDF")
    assert files_in(folder) == ["c.pdf", "s.txt"]
    assert (folder / "c.pdf").read_bytes() != said.stdout


def test_every_file_that_is_there_is_named_and_none_is_written(run: Run, folder: Path) -> None:
    for name in ("sheet.pdf", "a.pdf"):
        (folder / name).write_text("keep me")
    said = run("make", "-g", "side", *ALL)
    assert (said.code, said.out) == (ExitCode.CANNOT_WRITE, "")
    assert said.err.splitlines() == [
        "a.pdf  exists already → add --force to replace it, or choose another --output",
        "sheet.pdf  exists already → add --force to replace it, or choose another --clinician-sheet",
    ]
    assert files_in(folder) == ["a.pdf", "sheet.pdf"]
    assert run("make", "-g", "side", *ALL, "--force").code == 0
    assert (folder / "sheet.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(
    ("arguments", "problems"),
    [
        (
            ["-o", "a.pdf", "--clinician-sheet", "./x/../a.pdf", "--summary", "a.pdf"],
            [
                "--clinician-sheet  names the same file as --output: ./x/../a.pdf → name another file",
                "--summary  names the same file as --output: a.pdf → name another file",
            ],
        ),
        (
            ["--clinician-sheet", "b.pdf", "--summary", "b.pdf"],
            ["--summary  names the same file as --clinician-sheet: b.pdf → name another file"],
        ),
        (
            ["--summary", "output/side-2026-01-01.pdf"],
            ["--summary  names the same file as --output: output/side-2026-01-01.pdf → name another file"],
        ),
        (
            ["--summary", "-", "--clinician-sheet", "-"],
            [
                "--clinician-sheet -  must name a file → only --output can be standard output",
                "--summary -  must name a file → only --output can be standard output",
            ],
        ),
        (
            ["--summary", "old/", "--clinician-sheet", "new/"],
            [
                "--clinician-sheet  names a folder → name a file, such as new/routine.pdf",
                "--summary  names a folder → name a file, such as old/routine.pdf",
            ],
        ),
    ],
)
def test_names_that_cannot_be_meant(
    run: Run, folder: Path, arguments: list[str], problems: list[str]
) -> None:
    for force in ([], ["--force"]):
        said = run("make", "-g", "side", *arguments, *force)
        assert (said.code, said.out) == (ExitCode.USAGE, "")
        assert said.err.splitlines() == problems
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("option", ["--clinician-sheet", "--summary"])
@pytest.mark.parametrize(
    ("name", "said"),
    [
        (".", "is a folder → name a file"),
        ("/dev/null", "is not an ordinary file → name an ordinary file"),
        ("file/a.pdf", "part of the path is a file, not a folder; choose another path with {option}"),
        ("a" * 300, "File name too long → choose a shorter name with {option}"),
    ],
)
def test_where_they_cannot_be_written_nothing_is(
    run: Run, folder: Path, option: str, name: str, said: str
) -> None:
    (folder / "file").write_text("keep me")
    ended = run("make", "-g", "side", "-o", "a.pdf", option, name, "--force")
    assert (ended.code, ended.out) == (ExitCode.CANNOT_WRITE, "")
    assert ended.err.startswith(f"{name}  ")
    assert said.format(option=option) in ended.err
    assert files_in(folder) == ["file"]


def test_where_a_later_one_fails_those_written_are_named(run: Run, folder: Path) -> None:
    # That no folder can be made there shows only when it is tried.
    said = run(
        "make", "-g", "side", "-o", "a.pdf", "--clinician-sheet", "b.pdf", "--summary", "/proc/x/s.txt"
    )
    assert (said.code, said.out) == (ExitCode.CANNOT_WRITE, "")
    first, *others = said.err.splitlines()
    assert first.startswith(
        "/proc/x/s.txt  cannot be written: No such file or directory → choose another folder"
    )
    assert first.endswith("with --summary")
    assert others == [
        "a.pdf  was written before that, and is complete",
        "b.pdf  was written before that, and is complete",
    ]
    assert files_in(folder) == ["a.pdf", "b.pdf"]
