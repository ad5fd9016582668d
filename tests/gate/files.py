"""The files that the gate looks at. A new layout, or another kind of file, is one more line in a table."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from generator.booklet.choices import FoldOptions
from generator.booklet.wording import Wording
from generator.pdf.test_sheet import draw_test_sheet
from generator.workflows.booklet import draw, draw_clinician_sheet
from generator.workflows.prescription import Prescription, prescribe
from tests.asking import Asked
from tests.whole.booklets import TODAY

if TYPE_CHECKING:
    from collections.abc import Callable

PAPERS = ("a4", "letter")


def printed_booklet(prepared: Prescription) -> bytes:
    """What the program makes of the request."""
    return draw(prepared).content


def sheet_for_testing(prepared: Prescription) -> bytes:
    """The sheet that shows how far a printer's backs are off."""
    wording = Wording(prepared.library.words, prepared.library.sources)
    return draw_test_sheet(prepared.resolved.paper, FoldOptions(), wording, date=TODAY)


@dataclass(frozen=True)
class Printed:
    """What is asked for, and what prints it.

    Attributes:
        is_archived: whether it can be drawn for the archive.
        exempt: from these checks of its sense.
        keeps_clear: whether nothing may be where printers cannot print.
    """

    request: Asked
    draw: Callable[[Prescription], bytes] = printed_booklet
    is_archived: bool = True
    exempt: frozenset[str] = frozenset()
    keeps_clear: bool = True


FEW = Asked(goals=("extension", "rotation"), client="Ann Example", clinician="Dr Bo Larsson", weeks="2")
CAUTIOUS = Asked(
    goals=("rotation", "side"),
    include=("seated-rotation",),
    conditions=("osteoporosis", "pregnancy:20-weeks", "scoliosis"),
    because="She has turned like this for years.",
    cleared_by="Dr Eve Stone",
    progress=True,
    weeks="6",
    side="left",
)

# Its pages are read in their order, not in that of the sheets; nor are they as high as the sheets.
ON_SHEETS = frozenset({"reading_order", "artifacts"})
# Cards are read one by one, front and back, and the backs stand mirrored.
CARD_BY_CARD = frozenset({"reading_order"})

# Each is printed on each paper.
KINDS: dict[str, Printed] = {
    "all": Printed(Asked(goals=("all",), minutes="none", weeks="1")),
    "few": Printed(FEW),
    "few, ink saver": Printed(FEW | Asked(ink_saver=True)),
    "few, no fields": Printed(FEW | Asked(fields=False)),
    "few, large print": Printed(FEW | Asked(large_print=True)),
    "few, large print, no fields": Printed(FEW | Asked(large_print=True, fields=False)),
    "few, half pages": Printed(FEW | Asked(paper="half")),
    "few, half pages, no fields": Printed(FEW | Asked(paper="half", fields=False)),
    "few, folded": Printed(FEW | Asked(fold=True), exempt=ON_SHEETS),
    "few, folded by hand": Printed(
        FEW | Asked(fold=True, duplex="manual", flip="long", ink_saver=True),
        # The page that says how to print comes first, with a title of its own.
        exempt=ON_SHEETS | {"headings"},
    ),
    "few, cards": Printed(FEW | Asked(layout="cards"), exempt=CARD_BY_CARD),
    "few, cards, no fields": Printed(FEW | Asked(layout="cards", fields=False), exempt=CARD_BY_CARD),
    "few, cards, large print": Printed(FEW | Asked(layout="cards", large_print=True), exempt=CARD_BY_CARD),
    "few, cards, large print, no fields": Printed(
        FEW | Asked(layout="cards", large_print=True, fields=False), exempt=CARD_BY_CARD
    ),
    "few, sheet": Printed(FEW | Asked(layout="sheet")),
    "few, sheet, no fields": Printed(FEW | Asked(layout="sheet", fields=False)),
    "few, sheet, large print": Printed(FEW | Asked(layout="sheet", large_print=True, max_exercises="3")),
    "few, sheet, large print, no fields": Printed(
        FEW | Asked(layout="sheet", large_print=True, max_exercises="3", fields=False)
    ),
    "one": Printed(Asked(goals=("rotation",), max_exercises="1", weeks="1", side="left")),
    "one, large print": Printed(
        Asked(goals=("rotation",), max_exercises="1", weeks="1", side="left", large_print=True)
    ),
    "cautions": Printed(CAUTIOUS),
    "cautions, folded": Printed(CAUTIOUS | Asked(fold=True), exempt=ON_SHEETS),
    "cautions, large print": Printed(CAUTIOUS | Asked(large_print=True)),
    "cautions, cards": Printed(CAUTIOUS | Asked(layout="cards"), exempt=CARD_BY_CARD),
    "cautions, clinician's sheet": Printed(CAUTIOUS, draw_clinician_sheet),
    "hostile names": Printed(
        Asked(
            goals=("side",),
            max_exercises="2",
            client="</rdf:li> ]]> <b>&amp; (Jo\\) 'x' \"y\" \u202eevil\u202c",
            clinician="Ångström Жук Ωμέγα Nguyễn " * 3,
            clinic="W" * 80,
        )
    ),
    # Its frames show how near to the edge the printer comes.
    "test sheet": Printed(FEW, sheet_for_testing, is_archived=False, keeps_clear=False),
}

HALVES = {"a4": "a5", "letter": "half-letter"}

FILES: dict[str, Printed] = {
    f"{kind}, {paper}": replace(
        printed,
        request=printed.request
        | Asked(paper=HALVES[paper] if printed.request.get("paper") == "half" else paper),
    )
    for kind, printed in KINDS.items()
    for paper in PAPERS
}


@cache
def file(name: str, *, archive: bool = False) -> bytes:
    """One of the files, made once."""
    printed = FILES[name]
    request = printed.request | Asked(archive=archive)
    return printed.draw(prescribe(request, today=TODAY))
