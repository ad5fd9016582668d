"""The files that the gate looks at. A new layout, or another kind of file, is one more line in a table."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from generator.booklet.clinician_sheet import lay_out_clinician_sheet
from generator.booklet.imposition import FoldOptions
from generator.booklet.layout import lay_out
from generator.booklet.wording import Wording
from generator.pdf.document import draw_booklet
from generator.pdf.folded import draw_folded, draw_test_sheet
from generator.pdf.palette import COLOUR, INK_SAVER
from generator.pdf.pictures import IllustrationStore
from generator.pdf.text import FontMeasure
from generator.preparing import ILLUSTRATIONS, Prepared, prepare
from generator.request import Request
from tests.pdf.folded_samples import folded, resized
from tests.whole.booklets import TODAY

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.booklet.model import Booklet

PAPERS = ("a4", "letter")
PICTURES = IllustrationStore(ILLUSTRATIONS)


def booklet(prepared: Prepared, *, archive: bool, fields: bool = True) -> bytes:
    """The client's booklet."""
    palette = INK_SAVER if prepared.order.ink_saver else COLOUR
    return draw_booklet(
        _laid_out(prepared), PICTURES, date=TODAY, palette=palette, archive=archive, fields=fields
    )


def paper_booklet(prepared: Prepared, *, archive: bool) -> bytes:
    """The client's booklet, without boxes to tick on a screen."""
    return booklet(prepared, archive=archive, fields=False)


def folded_booklet(prepared: Prepared, *, archive: bool) -> bytes:
    """The client's booklet on sheets that are folded."""
    paper = prepared.order.paper
    small = resized(_laid_out(prepared), paper)
    return draw_folded(small, PICTURES, folded(small, paper, FoldOptions()), date=TODAY, archive=archive)


def clinician_sheet(prepared: Prepared, *, archive: bool) -> bytes:
    """The clinician's record."""
    order = prepared.order
    laid = lay_out_clinician_sheet(
        prepared.routine, order.details, prepared.library, order.paper, FontMeasure()
    )
    return draw_booklet(laid, PICTURES, date=TODAY, archive=archive)


def sheet_for_testing(prepared: Prepared, *, archive: bool) -> bytes:
    """The sheet that shows how far a printer's backs are off."""
    assert not archive
    wording = Wording(prepared.library.words, prepared.library.sources)
    return draw_test_sheet(prepared.order.paper, FoldOptions(), wording, date=TODAY)


@dataclass(frozen=True)
class Printed:
    """What is asked for, and what prints it.

    Attributes:
        is_archived: whether it can be drawn for the archive.
        exempt: from these checks of its sense.
        keeps_clear: whether nothing may be where printers cannot print.
    """

    request: Request
    draw: Callable[..., bytes] = booklet
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

# Each is printed on each paper.
KINDS: dict[str, Printed] = {
    "all": Printed(Request(goals=("all",), minutes="none", weeks="1")),
    "few": Printed(FEW),
    "few, ink saver": Printed(replace(FEW, ink_saver=True)),
    "few, no fields": Printed(FEW, paper_booklet),
    # Its pages are read in their order, not in that of the sheets; nor are they as high as the sheets.
    "few, folded": Printed(FEW, folded_booklet, exempt=frozenset({"reading_order", "artifacts"})),
    "one": Printed(Request(goals=("rotation",), max_exercises="1", weeks="1", side="left")),
    "cautions": Printed(CAUTIOUS),
    "cautions, clinician's sheet": Printed(CAUTIOUS, clinician_sheet),
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

FILES: dict[str, Printed] = {
    f"{kind}, {paper}": replace(printed, request=replace(printed.request, paper=paper))
    for kind, printed in KINDS.items()
    for paper in PAPERS
}


@cache
def file(name: str, *, archive: bool = False) -> bytes:
    """One of the files, made once."""
    printed = FILES[name]
    prepared = prepare(printed.request, today=TODAY, epoch="", version="1.2.3")
    return printed.draw(prepared, archive=archive)


def _laid_out(prepared: Prepared) -> Booklet:
    order = prepared.order
    return lay_out(prepared.routine, order.details, prepared.library, order.paper, FontMeasure(), PICTURES)
