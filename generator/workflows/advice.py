"""What to tell whoever prints: how to print a file, and what could not be done as asked."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from generator.booklet.choices import Duplex
from generator.booklet.layouts.registry import advice_label

if TYPE_CHECKING:
    from generator.booklet.choices import FoldOptions, Paper
    from generator.booklet.wording import Wording
    from generator.request.printing import Printing
    from generator.workflows.booklet import DrawnBooklet


def printing_advice(printing: Printing, drawn: DrawnBooklet, wording: Wording) -> str:
    """How to print the file of a booklet, in one line."""
    paper = _paper(printing.paper, wording)
    if printing.fold is None:
        return wording.label(advice_label(printing.layout, printing.flip), paper=paper)
    if printing.fold.duplex is Duplex.AUTO:
        return wording.label(f"printing.fold-{printing.fold.flip}", paper=paper)
    # Page 1 are the instructions, on a sheet of their own.
    last = drawn.sheets
    return wording.label(
        "printing.fold-by-hand", paper=paper, last=last, back=last + 1, last_back=drawn.sides
    )


def drawn_notes(drawn: DrawnBooklet, wording: Wording) -> tuple[str, ...]:
    """What the clinician should know about how the booklet was drawn, a paragraph each."""
    limited = (
        wording.label(
            f"printing.limited-{limited.move}",
            wanted=f"{limited.wanted:g}",
            given=f"{_whole_tenths(limited.given):.1f}",
        )
        for limited in drawn.limited
    )
    return (*drawn.warnings, *limited)


def _whole_tenths(millimetres: float) -> float:
    """Never more than the length, so that a note names one that is less than wanted, and that is possible."""
    return math.trunc(round(millimetres * 10, 6)) / 10


def advice_on_test_sheet(paper: Paper, options: FoldOptions, wording: Wording) -> str:
    """How to print the test sheet and what to read on it, in one line."""
    how = "by-hand" if options.duplex is Duplex.MANUAL else options.flip
    printed = wording.label(f"printing.test-sheet-{how}", paper=_paper(paper.sheet, wording))
    return f"{printed} {wording.label('printing.test-sheet-read')}"


def _paper(paper: Paper, wording: Wording) -> str:
    return wording.label(f"printing.paper-{paper}")
