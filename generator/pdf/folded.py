"""Booklets on sheets that are folded, and the test sheet for printing on both sides.

These files are for paper, but keep PDF/UA-1 like all others: each page of the booklet is drawn once, straight
on its side of a sheet, and is read in the order of the booklet. (A form for each page would need marks that
fewer readers can follow, and makes no file smaller: each page is on one side only.)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.booklet.imposition import Clearance, Duplex, Flip
from generator.booklet.layouts.folding import with_pages_before
from generator.booklet.layouts.test_sheet import frames, lay_out_test_sheet
from generator.booklet.model import Box, Colour, Polyline, Text
from generator.booklet.style import MILLIMETRE
from generator.pdf.document import draw_booklet
from generator.pdf.extents import around
from generator.pdf.palette import COLOUR
from generator.pdf.placing import Place, Sides
from generator.text.measuring import FontMeasure

if TYPE_CHECKING:
    import datetime as dt

    from generator.booklet.imposition import FoldOptions, Imposition, SheetSide
    from generator.booklet.model import Booklet, Shape
    from generator.booklet.style import Paper
    from generator.booklet.wording import Wording
    from generator.pdf.document import Drawing, Drawings
    from generator.pdf.palette import Palette

_TICK_WIDTH = 0.5
_STAPLE_WIDTH = 1.0
_DESCENT = 0.25  # of the size: how far letters reach below their line, at most


def clearance_of(booklet: Booklet) -> Clearance:
    """How close to the edges of its pages the print of a booklet comes, for `impose`."""
    side, top, bottom = booklet.width / 2, booklet.height / 2, booklet.height / 2
    for page in booklet.pages:
        shapes = [shape for mark in page.marks for shape in mark.shapes]
        if not shapes:
            continue
        box = around(shapes)
        lowest = max(
            (shape.baseline + _DESCENT * shape.size for shape in shapes if isinstance(shape, Text)),
            default=0.0,
        )
        side = min(side, box.left, booklet.width - box.right)
        top = min(top, box.top)
        bottom = min(bottom, booklet.height - max(box.bottom, lowest))
    return Clearance(max(side, 0.0), max(top, 0.0), max(bottom, 0.0))


def draw_folded(
    booklet: Booklet,
    drawings: Drawings,
    imposition: Imposition,
    *,
    date: dt.date,
    instructions: Booklet | None = None,
    palette: Palette = COLOUR,
    archive: bool = False,
) -> bytes:
    """The booklet on the sides of sheets, as a PDF file; the same arguments give the same bytes.

    The file asks the printer for both sides as the options of the imposition say, at actual size.

    Args:
        booklet: what stands where, and what it means.
        drawings: asked once for each picture.
        imposition: of as many pages as the booklet has.
        date: of the file, at midnight UTC.
        instructions: at most two pages of the same size, on a sheet of their own before all others, for
            manual duplex; see `generator.booklet.layouts.folding`.
        palette: the inks.
        archive: whether the file keeps PDF/A-2a as well.

    Raises:
        BadDataError: from `drawings`.
    """
    size = (booklet.width, booklet.height)
    places: list[Place] = []
    artifacts: list[tuple[Shape, ...]] = []
    whole = booklet
    if instructions is not None:
        whole = with_pages_before(booklet, instructions)
        left, top = imposition.width / 2 - size[0], (imposition.height - size[1]) / 2
        places += [
            Place(0, Box(left + half * size[0], top, *size)) for half in range(len(instructions.pages))
        ]
        artifacts.append(())
    on_sheets = {
        placement.page: Place(
            len(artifacts) + number, Box(placement.left, placement.top, *size), placement.turned
        )
        for number, side in enumerate(imposition.sides)
        for placement in side.placements
    }
    places += [on_sheets[page] for page in range(len(booklet.pages))]
    artifacts += map(_fold_marks, imposition.sides)
    sides = Sides(
        imposition.width, imposition.height, tuple(places), tuple(artifacts), _preferences(imposition.options)
    )
    return draw_booklet(whole, drawings, date=date, palette=palette, archive=archive, sides=sides)


def _fold_marks(side: SheetSide) -> tuple[Shape, ...]:
    return (
        *(Polyline(line, Colour.INK, _TICK_WIDTH) for line in side.fold_ticks),
        *(Polyline(line, Colour.INK, _STAPLE_WIDTH) for line in side.staple_marks),
    )


def _preferences(options: FoldOptions) -> str:
    if options.duplex is Duplex.MANUAL:
        return "/Duplex/Simplex"
    return f"/Duplex/DuplexFlip{options.flip.capitalize()}Edge"


class _NoDrawings:
    """The test sheet has no pictures."""

    def drawing(self, name: str, *, grey: bool) -> Drawing:
        raise AssertionError(name, grey)


def draw_test_sheet(paper: Paper, options: FoldOptions, wording: Wording, *, date: dt.date) -> bytes:
    """A sheet that shows how far a printer's backs are off its fronts, as a PDF file of two pages.

    It is turned and moved as a booklet would be, so that a second print shows whether the numbers are right.
    Frames show how close to the edge the printer prints; they stay where they are.

    Args:
        paper: of the sheet.
        options: flip, duplex and both offsets.
        wording: in the reader's language.
        date: of the file, at midnight UTC.

    Raises:
        DoesNotFitError: the words are too long for the sheet.
    """
    booklet = lay_out_test_sheet(paper, options, wording, FontMeasure())
    places = []
    for side, (x, y) in enumerate((options.offset_front, options.offset_back)):
        turned = side == 1 and options.flip is Flip.LONG
        sign = -MILLIMETRE if turned else MILLIMETRE  # offsets are meant with the text upright
        places.append(Place(side, Box(sign * x, sign * y, booklet.width, booklet.height), turned))
    sides = Sides(booklet.width, booklet.height, tuple(places), (frames(paper),) * 2, _preferences(options))
    return draw_booklet(booklet, _NoDrawings(), date=date, sides=sides)
