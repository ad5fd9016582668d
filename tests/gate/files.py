"""The files that the gate looks at. A new layout, or another kind of file, is one more line in a table."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from generator.booklet.wording import Wording
from generator.command import Request
from generator.drawing import draw, draw_clinician_sheet
from generator.pdf.alignment import draw_test_sheet
from generator.preparing import Prepared, prepare
from generator.printing import read_printing
from generator.reading import Reader
from tests.whole.booklets import TODAY

if TYPE_CHECKING:
    from collections.abc import Callable

PAPERS = ("a4", "letter")


def printed_booklet(prepared: Prepared) -> bytes:
    """What the program makes of the request."""
    return draw(prepared).content


def sheet_for_testing(prepared: Prepared) -> bytes:
    """The sheet that shows how far a printer's backs are off."""
    options = read_printing(Reader(), Request(fold=True)).fold
    assert options
    wording = Wording(prepared.library.words, prepared.library.sources)
    return draw_test_sheet(prepared.order.paper, options, wording, date=TODAY)


@dataclass(frozen=True)
class Printed:
    """What is asked for, and what prints it.

    Attributes:
        is_archived: whether it can be drawn for the archive.
        exempt: from these checks of its sense.
        keeps_clear: whether nothing may be where printers cannot print.
    """

    request: Request
    draw: Callable[[Prepared], bytes] = printed_booklet
    is_archived: bool = True
    exempt: frozenset[str] = frozenset()
    keeps_clear: bool = True


FEW = Request(goals=("extension", "rotation"), client="Ann Example", clinician="Dr Bo Larsson", weeks="2")
CAUTIOUS = Request(
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
    "all": Printed(Request(goals=("all",), minutes="none", weeks="1")),
    "few": Printed(FEW),
    "few, ink saver": Printed(replace(FEW, ink_saver=True)),
    "few, no fields": Printed(replace(FEW, no_fields=True)),
    "few, large print": Printed(replace(FEW, large_print=True)),
    "few, large print, no fields": Printed(replace(FEW, large_print=True, no_fields=True)),
    "few, half pages": Printed(replace(FEW, paper="half")),
    "few, half pages, no fields": Printed(replace(FEW, paper="half", no_fields=True)),
    "few, folded": Printed(replace(FEW, fold=True), exempt=ON_SHEETS),
    "few, folded by hand": Printed(
        replace(FEW, fold=True, duplex="manual", flip="long", ink_saver=True),
        # The page that says how to print comes first, with a title of its own.
        exempt=ON_SHEETS | {"headings"},
    ),
    "few, cards": Printed(replace(FEW, layout="cards"), exempt=CARD_BY_CARD),
    "few, cards, no fields": Printed(replace(FEW, layout="cards", no_fields=True), exempt=CARD_BY_CARD),
    "few, cards, large print": Printed(replace(FEW, layout="cards", large_print=True), exempt=CARD_BY_CARD),
    "few, cards, large print, no fields": Printed(
        replace(FEW, layout="cards", large_print=True, no_fields=True), exempt=CARD_BY_CARD
    ),
    "few, sheet": Printed(replace(FEW, layout="sheet")),
    "few, sheet, no fields": Printed(replace(FEW, layout="sheet", no_fields=True)),
    "few, sheet, large print": Printed(replace(FEW, layout="sheet", large_print=True, max_exercises="3")),
    "few, sheet, large print, no fields": Printed(
        replace(FEW, layout="sheet", large_print=True, max_exercises="3", no_fields=True)
    ),
    "one": Printed(Request(goals=("rotation",), max_exercises="1", weeks="1", side="left")),
    "one, large print": Printed(
        Request(goals=("rotation",), max_exercises="1", weeks="1", side="left", large_print=True)
    ),
    "cautions": Printed(CAUTIOUS),
    "cautions, folded": Printed(replace(CAUTIOUS, fold=True), exempt=ON_SHEETS),
    "cautions, large print": Printed(replace(CAUTIOUS, large_print=True)),
    "cautions, cards": Printed(replace(CAUTIOUS, layout="cards"), exempt=CARD_BY_CARD),
    "cautions, clinician's sheet": Printed(CAUTIOUS, draw_clinician_sheet),
    "hostile names": Printed(
        Request(
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
        request=replace(printed.request, paper=HALVES[paper] if printed.request.paper == "half" else paper),
    )
    for kind, printed in KINDS.items()
    for paper in PAPERS
}


@cache
def file(name: str, *, archive: bool = False) -> bytes:
    """One of the files, made once."""
    printed = FILES[name]
    request = replace(printed.request, archive=archive)
    return printed.draw(prepare(request, today=TODAY, epoch="", version="1.2.3"))
