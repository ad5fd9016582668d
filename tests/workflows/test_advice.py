"""What is told to the one who prints, in the order of the choices that were made."""

from __future__ import annotations

import pytest

from generator.booklet.choices import Duplex, Flip, FoldOptions, Layout, Paper
from generator.booklet.imposition import Move, ReducedMove
from generator.booklet.model import Booklet
from generator.booklet.wording import Wording
from generator.library.prepared import own_library
from generator.request.printing import Printing
from generator.workflows.advice import advice_on_test_sheet, drawn_notes, printing_advice
from generator.workflows.booklet import DrawnBooklet

WORDING = Wording(own_library().words)
BLANK = Booklet("", "", "", "en", 1, 1, (), ())
BY_HAND = FoldOptions(duplex=Duplex.MANUAL)


def drawn(limited: tuple[ReducedMove, ...] = (), warnings: tuple[str, ...] = ()) -> DrawnBooklet:
    """A booklet of three sheets, the first of which says how to print the others."""
    return DrawnBooklet(b"", BLANK, pages=8, sides=5, sheets=3, limited=limited, warnings=warnings)


@pytest.mark.parametrize(
    ("printing", "parts"),
    [
        (Printing(), ["A4 paper", "on one side or both", "long edge"]),
        (Printing(Paper.HALF_LETTER), ["half-letter paper", "on one side or both"]),
        (Printing(Paper.LETTER, Layout.SHEET), ["Letter paper", "on one side."]),
        (Printing(layout=Layout.CARDS), ["on both sides", "long edge", "Cut"]),
        (Printing(layout=Layout.CARDS, flip=Flip.SHORT), ["on both sides", "short edge", "Cut"]),
        (Printing(fold=FoldOptions()), ["on both sides", "short edge", "Fold"]),
        (Printing(fold=FoldOptions(flip=Flip.LONG)), ["on both sides", "long edge", "Fold"]),
        (Printing(fold=BY_HAND), ["on one side, pages 1 to 3", "for pages 4 to 5"]),
    ],
)
def test_how_a_booklet_is_printed(printing: Printing, parts: list[str]) -> None:
    advice = printing_advice(printing, drawn(), WORDING)
    assert [part for part in parts if part not in advice] == []
    assert "\n" not in advice
    assert "100 %" in advice


@pytest.mark.parametrize(
    ("given", "told"),
    [(4.96, "4.9"), (5.0, "5.0"), (4.999999999, "5.0"), (-2.39, "2.3"), (0, "0.0")],
    ids=str,
)
def test_a_note_never_names_more_than_is_possible(given: float, told: str) -> None:
    (note,) = drawn_notes(drawn((ReducedMove(Move.BINDING_MARGIN, 9.25, given),)), WORDING)
    assert "9.25 mm" in note
    assert f"{told} mm" in note


def test_warnings_of_the_layout_come_before_moves_that_were_limited() -> None:
    notes = drawn_notes(
        drawn((ReducedMove(Move.CREEP, 2, 1), ReducedMove(Move.OFFSET_BACK, 8, 3)), ("Full.",)), WORDING
    )
    assert [note.split(":")[0] for note in notes] == ["Full.", "--paper-thickness", "--offset-back"]


@pytest.mark.parametrize(
    ("options", "part"),
    [
        (FoldOptions(), "on both sides, flip on the short edge"),
        (FoldOptions(flip=Flip.LONG), "on both sides, flip on the long edge"),
        (BY_HAND, "put the sheet back as it says"),
    ],
    ids=["short", "long", "by hand"],
)
def test_the_test_sheet_is_printed_on_whole_sheets(options: FoldOptions, part: str) -> None:
    advice = advice_on_test_sheet(Paper.A5, options, WORDING)
    assert "A4 paper" in advice
    assert part in advice
    assert "--offset-back X,Y" in advice
