"""`thoracic test-sheet`: its pages, its advice, and what is wrong with a request for one."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pymupdf
import pytest

from generator.problems import ExitCode
from tests.outputs import A4, LETTER, MILLIMETRE, lying, near, page_sizes, page_texts

if TYPE_CHECKING:
    from tests.conftest import Process, Run


@pytest.mark.parametrize(("paper", "size"), [("a4", A4), ("letter", LETTER), ("a5", A4)])
def test_the_test_sheet_is_two_lying_pages(run: Run, paper: str, size: tuple[float, float]) -> None:
    said = run("test-sheet", "--paper", paper)
    name = "Letter" if paper == "letter" else "A4"
    assert (said.code, said.err) == (0, "")
    assert said.out.splitlines() == [
        "output/test-sheet.pdf",
        (
            f"Print it on {name} paper, 100 %, on both sides, flip on the short edge. "
            "Hold it against a window: the cross of the back meets the rulers at X and Y "
            "for --offset-back X,Y."
        ),
    ]
    assert page_sizes("output/test-sheet.pdf") == near(lying(size))
    assert len(page_texts("output/test-sheet.pdf")) == 2


def test_the_test_sheet_and_its_advice_follow_the_options(run: Run) -> None:
    ways = [("--flip", "short"), ("--flip", "long"), ("--duplex", "manual")]
    said = [run("test-sheet", *way, "-o", f"{index}.pdf").out for index, way in enumerate(ways)]
    assert "flip on the long edge" in said[1]
    assert "Print page 1 on A4 paper, 100 %, put the sheet back as it says, and print page 2." in said[2]
    assert "Choose actual size (100 %), and flip on the long edge." in page_texts("1.pdf")[0]
    for one, other in pairwise(range(3)):
        assert Path(f"{one}.pdf").read_bytes() != Path(f"{other}.pdf").read_bytes()


def test_the_test_sheet_is_moved_as_a_booklet_would_be(run: Run) -> None:
    run("test-sheet", "-o", "still.pdf")
    run("test-sheet", "-o", "moved.pdf", "--offset-back=1.5,-2")
    crosses = []
    for name in ("still.pdf", "moved.pdf"):
        with pymupdf.open(name) as document:  # type: ignore[no-untyped-call]
            lines = [
                item for drawing in document[1].get_drawings() for item in drawing["items"] if item[0] == "l"
            ]
        upright = next(line[1].x for line in lines if abs(line[1].x - line[2].x) < 0.1)
        level = next(line[1].y for line in lines if abs(line[1].y - line[2].y) < 0.1)
        crosses.append((upright, level))
    (x, y), (moved_x, moved_y) = crosses
    assert (moved_x - x, moved_y - y) == pytest.approx((1.5 * MILLIMETRE, -2 * MILLIMETRE), abs=0.05)


def test_the_test_sheet_stays_unless_forced(run: Run, folder: Path) -> None:
    assert run("test-sheet").code == 0
    there = folder / "output" / "test-sheet.pdf"
    before = there.read_bytes()
    said = run("test-sheet", "--flip", "long")
    assert (said.code, said.out) == (ExitCode.CANNOT_WRITE, "")
    assert said.err == (
        "output/test-sheet.pdf  exists already → add --force to replace it, or choose another --output\n"
    )
    assert there.read_bytes() == before
    assert run("test-sheet", "--flip", "long", "--force").code == 0
    assert there.read_bytes() != before


def test_the_test_sheet_on_standard_output(process: Process, folder: Path) -> None:
    said = process("test-sheet", "-o", "-")
    assert said.returncode == 0
    assert said.stdout.startswith(b"%PDF-1.7")
    assert list(folder.iterdir()) == []


def test_what_is_wrong_with_a_test_sheet_is_told_at_once(run: Run, folder: Path) -> None:
    said = run(
        *("test-sheet", "--paper", "a3", "--flip", "left", "--duplex", "both", "--offset-front", "1"),
        *("--offset-back", "0,20", "--language", "xx", "-o", "new/"),
    )
    assert (said.code, said.out) == (ExitCode.USAGE, "")
    assert [line.split("  ")[0] for line in said.err.splitlines()] == [
        "--language",
        "--paper",
        "--flip",
        "--duplex",
        "--offset-front",
        "--offset-back",
        "--output",
    ]
    assert list(folder.iterdir()) == []


def test_the_test_sheet_has_the_date_that_is_given(process: Process) -> None:
    dated = process("test-sheet", "-o", "-").stdout
    assert dated == process("test-sheet", "-o", "-", TZ="Pacific/Kiritimati").stdout
    assert dated != process("test-sheet", "-o", "-", SOURCE_DATE_EPOCH="86400").stdout
    said = process("test-sheet", "-o", "-", SOURCE_DATE_EPOCH="soon")
    assert said.returncode == ExitCode.USAGE
    assert said.stderr.startswith(b"SOURCE_DATE_EPOCH")
