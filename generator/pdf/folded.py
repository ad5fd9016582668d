"""A booklet and its imposition → a file of sheets to fold.

Such files are for paper, but keep PDF/UA-1 like all others: each page of the booklet is drawn once, straight
on its side of a sheet, and is read in the order of the booklet. (A form for each page would need marks that
fewer readers can follow, and makes no file smaller: each page is on one side only.)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.booklet.imposition import Clearance
from generator.booklet.layouts.folding import with_pages_before
from generator.booklet.model import Box, Colour, Polyline, Text
from generator.pdf.document import draw_booklet
from generator.pdf.extents import around
from generator.pdf.palette import COLOUR
from generator.pdf.placing import Arrangement, PagePlace, duplex_preferences

if TYPE_CHECKING:
    import datetime as dt

    from generator.booklet.imposition import Imposition, SheetSide
    from generator.booklet.model import Booklet, Shape
    from generator.pdf.palette import Palette
    from generator.pdf.picture_object import PictureSource

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
    pictures: PictureSource,
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
        pictures: asked once for each picture.
        imposition: of as many pages as the booklet has.
        date: of the file, at midnight UTC.
        instructions: at most two pages of the same size, on a sheet of their own before all others, for
            manual duplex; see `generator.booklet.layouts.folding`.
        palette: the inks.
        archive: whether the file keeps PDF/A-2a as well.

    Raises:
        BadDataError: from `pictures`.
    """
    size = (booklet.width, booklet.height)
    places: list[PagePlace] = []
    artifacts: list[tuple[Shape, ...]] = []
    whole = booklet
    if instructions is not None:
        whole = with_pages_before(booklet, instructions)
        left, top = imposition.width / 2 - size[0], (imposition.height - size[1]) / 2
        places += [
            PagePlace(0, Box(left + half * size[0], top, *size)) for half in range(len(instructions.pages))
        ]
        artifacts.append(())
    on_sheets = {
        placement.page: PagePlace(
            len(artifacts) + number, Box(placement.left, placement.top, *size), placement.turned
        )
        for number, side in enumerate(imposition.sides)
        for placement in side.placements
    }
    places += [on_sheets[page] for page in range(len(booklet.pages))]
    artifacts += map(_fold_marks, imposition.sides)
    arrangement = Arrangement(
        imposition.width,
        imposition.height,
        tuple(places),
        tuple(artifacts),
        duplex_preferences(imposition.options),
    )
    return draw_booklet(whole, pictures, date=date, palette=palette, archive=archive, arrangement=arrangement)


def _fold_marks(side: SheetSide) -> tuple[Shape, ...]:
    return (
        *(Polyline(line, Colour.INK, _TICK_WIDTH) for line in side.fold_ticks),
        *(Polyline(line, Colour.INK, _STAPLE_WIDTH) for line in side.staple_marks),
    )
