"""The booklet on paper, by the real command line: folded, large, as cards, on one sheet."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path
from typing import TYPE_CHECKING

import pikepdf
import pymupdf
import pypdfium2  # type: ignore[import-untyped]
import pytest
from PIL import ImageChops

from generator.problems import ExitCode
from tests.outputs import A4, A5, HALF_LETTER, LETTER, lying, near, page_sizes, page_texts

if TYPE_CHECKING:
    from PIL import Image

    from tests.conftest import Run


def made(run: Run, *arguments: str) -> tuple[str, list[str]]:
    """What the command says of the file a.pdf: what was made, and how to print it; and its notes."""
    said = run("make", "-g", "side", "--max-exercises", "4", *arguments, "-o", "a.pdf", "--force")
    assert said.code == 0, said.err
    what, how = said.out.splitlines()
    assert what.endswith(": a.pdf")
    return f"{what.removesuffix(': a.pdf')}\n{how}", said.err.splitlines()


def bounds(page: int, path: str = "a.pdf") -> tuple[float, float, float, float]:
    """How far, in millimetres, the print of a page keeps away from left, top, right and bottom."""
    with pypdfium2.PdfDocument(path) as document:
        image: Image.Image = document[page].render(scale=300 / 72).to_pil().convert("L")
    left, top, right, bottom = ImageChops.invert(image).getbbox() or (0, 0, 0, 0)
    pixel = 25.4 / 300
    return left * pixel, top * pixel, (image.width - right) * pixel, (image.height - bottom) * pixel


@pytest.mark.parametrize(
    ("paper", "size", "name"),
    [
        ("a4", A4, "A4"),
        ("a5", A4, "A4"),
        ("letter", LETTER, "Letter"),
        ("half-letter", LETTER, "Letter"),
    ],
)
def test_folded_two_pages_are_on_each_side_of_a_sheet(
    run: Run, paper: str, size: tuple[float, float], name: str
) -> None:
    said, notes = made(run, "--fold", "--paper", paper)
    found = re.fullmatch(
        r"4 exercises, \d+ minutes at most, (\d+) pages on (\d+) sheets\n"
        rf"To print: {name} paper, 100 %, on both sides, flip on the short edge. "
        r"Fold the stack in the middle and staple it in the fold.",
        said,
    )
    assert found
    pages, sheets = int(found[1]), int(found[2])
    assert pages == 4 * sheets
    assert len(page_texts("a.pdf")) == 2 * sheets
    assert page_sizes("a.pdf") == near(lying(size))
    # The cover is the right half of the first side, the back cover its left half.
    assert f"Page 1 of {pages}" in page_texts("a.pdf")[0]
    assert f"Page {pages} of {pages}" in page_texts("a.pdf")[0]
    assert notes == []


def test_by_hand_the_first_page_says_how_and_the_command_agrees(run: Run) -> None:
    said, _ = made(run, "--fold", "--duplex", "manual")
    found = re.search(
        r"on one side, pages 1 to (\d+)\. Page 1 says how to put the sheets back for pages (\d+) to (\d+)",
        said,
    )
    assert found
    last, back, last_back = map(int, found.groups())
    pages = page_texts("a.pdf")
    assert len(pages) == last_back
    assert back == last + 1
    assert pages[0].startswith("How to print and fold this booklet")
    assert f"Print pages 2 to {last} of this file" in pages[0]
    assert f"Print pages {back} to {last_back} in the same way" in pages[0]
    assert f" on {last} sheets" in said


def test_a_flip_on_the_long_edge_is_asked_of_the_printer_and_of_the_reader(run: Run) -> None:
    said, _ = made(run, "--fold", "--flip", "long")
    assert "flip on the long edge" in said
    with pikepdf.open("a.pdf") as file:
        assert file.Root.ViewerPreferences.Duplex == "/DuplexFlipLongEdge"


def test_offsets_move_fronts_and_backs_apart(run: Run) -> None:
    made(run, "--fold", "--no-fold-marks")
    before = [bounds(page) for page in (0, 1)]
    made(run, "--fold", "--no-fold-marks", "--offset-front", "2,-1", "--offset-back", "-1.5,0")
    after = [bounds(page) for page in (0, 1)]
    for (left, top, *_), (x, y, *_), move in zip(before, after, [(2, -1), (-1.5, 0)], strict=True):
        assert (x - left, y - top) == pytest.approx(move, abs=0.1)


def test_a_binding_margin_moves_pages_outwards_and_says_where_it_stops(run: Run) -> None:
    # The first side has the cover on its right: the narrowest margin is at both outer edges alike.
    edges = []
    for margin in ("0", "2", "20"):
        _, notes = made(
            run, "--fold", "--no-fold-marks", "--paper-thickness", "0", "--binding-margin", margin
        )
        left, _, right, _ = bounds(0)
        edges.append(min(left, right))
        assert bool(notes) is (margin == "20")
    assert edges[0] - edges[1] == pytest.approx(2, abs=0.1)
    assert edges[2] == pytest.approx(5, abs=0.1)
    made(run, "--fold", "--no-fold-marks", "--binding-margin", "20", "--borderless", "yes")
    assert min(bounds(0)) == pytest.approx(0, abs=0.1)
    note = " ".join(" ".join(notes).split())
    told = re.match(
        r"Note: --binding-margin: the pages are moved away from the fold by ([\d.]+) mm, not by 20 mm", note
    )
    assert told
    # The note never names more than there is room for.
    for more, is_told in ((0.0, False), (0.2, True)):
        _, notes = made(run, "--fold", "--no-fold-marks", "--binding-margin", f"{float(told[1]) + more:g}")
        assert bool(notes) is is_told


def test_thick_paper_moves_the_inner_pages_until_the_fold(run: Run) -> None:
    _, notes = made(run, "--fold", "--paper-thickness", "0.3")
    assert notes == []
    said = run(
        *("make", "-g", "all", "--minutes", "none", "--weeks", "26", "--fold", "--paper-thickness", "0.5"),
        *("-o", "b.pdf"),
    )
    note = " ".join(said.err.split())
    assert "--paper-thickness: the innermost pages are moved towards the fold by" in note


def test_marks_to_fold_and_staple_begin_where_printers_can_print(run: Run) -> None:
    made(run, "--fold")
    assert bounds(0)[1] == pytest.approx(5, abs=0.1)
    made(run, "--fold", "--borderless", "yes")
    assert bounds(0)[1] == pytest.approx(0, abs=0.1)
    made(run, "--fold", "--no-fold-marks")
    assert bounds(0)[1] > 7


@pytest.mark.parametrize(
    ("paper", "size", "name"), [("a5", A5, "A5"), ("half-letter", HALF_LETTER, "half-letter")]
)
def test_half_pages_are_set_for_their_size(
    run: Run, paper: str, size: tuple[float, float], name: str
) -> None:
    said, _ = made(run, "--paper", paper)
    assert said.endswith(f"To print: {name} paper, 100 %, on one side or both (flip on the long edge).")
    assert page_sizes("a.pdf") == near(size)
    assert smallest_text() >= 12
    assert " on " not in said.splitlines()[0]


def smallest_text(path: str = "a.pdf") -> float:
    """The size of the smallest letters, in points."""
    with pymupdf.open(path) as document:  # type: ignore[no-untyped-call]
        return min(
            round(float(span["size"]), 1)
            for page in document
            for block in page.get_text("dict")["blocks"]
            for line in block.get("lines", ())
            for span in line["spans"]
            if span["text"].strip()
        )


@pytest.mark.parametrize("layout", ["pages", "cards", "sheet"])
def test_large_print_is_large_in_every_layout(run: Run, layout: str) -> None:
    made(run, "--large-print", "--layout", layout, "--max-exercises", "2")
    assert smallest_text() >= 16


def test_cards_are_fronts_and_backs_to_cut(run: Run) -> None:
    said, _ = made(run, "--layout", "cards")
    assert said.splitlines()[0].endswith("minutes at most, 4 pages on 2 sheets")
    assert said.endswith(
        "To print: A4 paper, 100 %, on both sides, flip on the long edge. Cut at the short lines."
    )
    long = Path("a.pdf").read_bytes()
    said, _ = made(run, "--layout", "cards", "--flip", "short")
    assert "flip on the short edge" in said
    assert Path("a.pdf").read_bytes() != long
    assert 4.9 <= min(bounds(0)) <= 5.5
    made(run, "--layout", "cards", "--borderless", "yes")
    assert min(bounds(0)) == pytest.approx(0, abs=0.1)


def test_the_sheet_is_one_lying_page_and_warns_where_it_is_full(run: Run) -> None:
    said, notes = made(run, "--layout", "sheet", "--paper", "letter")
    assert said.splitlines()[0].endswith("minutes at most, 1 page")
    assert said.endswith("To print: Letter paper, 100 %, on one side.")
    assert page_sizes("a.pdf") == near(lying(LETTER))
    assert notes == []
    many = ("--max-exercises", "7", "--minutes", "none", "-g", "rotation", "--layout", "sheet")
    _, notes = made(run, *many)
    assert notes[-1].startswith("Note: 7 exercises are a lot for one sheet.")
    values = json.loads(run("make", "-g", "side", *many, "--json").out)
    assert values["notes"][-1] == notes[-1].removeprefix("Note: ")


def test_what_does_not_fit_the_sheet_is_named_and_nothing_is_written(run: Run, folder: Path) -> None:
    said = run("make", "-g", "all", "--minutes", "none", "--layout", "sheet")
    assert (said.code, said.out) == (ExitCode.DOES_NOT_FIT, "")
    (problem,) = said.err.splitlines()
    assert "Hanging" in problem
    assert re.search(r"→ take \d+ exercises or fewer, or", problem)
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("layout", ["pages", "cards", "sheet"])
def test_boxes_to_tick_are_there_unless_they_are_not_wanted(run: Run, layout: str) -> None:
    made(run, "--layout", layout)
    with pikepdf.open("a.pdf") as file:
        assert len(file.Root.AcroForm.Fields) >= 4
    made(run, "--layout", layout, "--no-fields")
    with pikepdf.open("a.pdf") as file:
        assert "/AcroForm" not in file.Root
    made(run, "--fold")
    with pikepdf.open("a.pdf") as file:
        assert "/AcroForm" not in file.Root


@pytest.mark.parametrize("how", [[], ["--fold"], ["--layout", "cards"], ["--layout", "sheet"]], ids=" ".join)
def test_for_the_archive_the_file_and_the_record_say_so(run: Run, how: list[str]) -> None:
    for archive in (False, True):
        switch = ["--archive"] if archive else []
        said = run(
            "make", "-g", "side", *how, *switch, "-o", "a.pdf", "--clinician-sheet", "c.pdf", "--force"
        )
        assert said.code == 0
        for name in ("a.pdf", "c.pdf"):
            with pikepdf.open(name) as file, file.open_metadata() as metadata:
                assert (metadata.get("pdfaid:part"), metadata.get("pdfaid:conformance")) == (
                    ("2", "A") if archive else (None, None)
                )
                assert metadata.get("pdfuaid:part") == "1"


FOLDED_BY_ALL_MEANS = (
    "--fold --flip long --duplex manual --offset-front=-0.5,1 --offset-back 1,0 --paper-thickness 0.2 "
    "--binding-margin 2 --no-fold-marks --borderless yes --archive --paper letter"
)


@pytest.mark.parametrize(
    "how",
    [FOLDED_BY_ALL_MEANS, "--large-print --ink-saver --no-fields", "--paper half-letter --archive"],
)
def test_the_command_on_the_back_page_prints_the_same(run: Run, how: str) -> None:
    assert run("make", "-g", "side", "--max-exercises", "2", *how.split(), "-o", "a.pdf").code == 0
    with pymupdf.open("a.pdf") as document:  # type: ignore[no-untyped-call]
        lines = [line for page in document for line in page.get_text().splitlines()]
    start = next(index for index, line in enumerate(lines) if line.startswith("thoracic make "))
    # Below it is room for notes, or the footer.
    end = start + next(
        index for index, line in enumerate(lines[start:]) if line == "Notes" or "January" in line
    )
    # A line may end behind a hyphen.
    command = re.sub(r"(?<=-) ", "", " ".join(line.strip() for line in lines[start:end]))
    assert run(*shlex.split(command)[1:], "-o", "b.pdf").code == 0
    assert Path("a.pdf").read_bytes() == Path("b.pdf").read_bytes()


@pytest.mark.parametrize(
    ("arguments", "problems"),
    [
        (
            ["--fold", "--layout", "cards", "--large-print"],
            [
                "--fold  cannot be combined with --layout cards → remove one of the two",
                (
                    "--large-print  cannot be combined with --fold, whose pages are too small for 18 points "
                    "→ remove one of the two"
                ),
            ],
        ),
        (
            ["--duplex", "manual", "--offset-back", "-1,0", "--weeks", "0"],
            [
                "--weeks  must be a whole number from 1 to 26, got “0” → give a number in that range",
                "--duplex  only works with --fold → add --fold, or remove this option",
                "--offset-back  only works with --fold → add --fold, or remove this option",
            ],
        ),
        (
            ["--layout", "card", "--paper", "a6"],
            [
                "--layout  “card” is not one of the choices → did you mean cards?",
                "--paper  “a6” is not one of the choices → choose from a4, letter, a5, half-letter",
            ],
        ),
        (
            ["--layout", "sheet", "--paper", "a5", "--borderless", "yes"],
            [
                (
                    "--borderless  only works with --fold or --layout cards → "
                    "add one of them, or remove this option"
                ),
                "--layout  sheet cannot be combined with --paper a5, which is too small → use --paper a4",
            ],
        ),
    ],
    ids=str,
)
def test_what_does_not_go_together_is_told_and_nothing_is_written(
    run: Run, folder: Path, arguments: list[str], problems: list[str]
) -> None:
    said = run("make", "-g", "side", *arguments)
    assert (said.code, said.out) == (ExitCode.USAGE, "")
    assert said.err.splitlines() == problems
    assert list(folder.iterdir()) == []


# The test sheet.
