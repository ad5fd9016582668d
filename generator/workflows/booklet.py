"""From a chosen routine to the bytes of its booklet, and what it takes to print it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.booklet.choices import Duplex
from generator.booklet.content import Content
from generator.booklet.imposition import PAGES_A_SHEET, impose
from generator.booklet.layouts.registry import traits_of
from generator.booklet.page_setup import PageSetup
from generator.booklet.style import PAGES
from generator.booklet.wording import Wording
from generator.pdf.document import draw_booklet
from generator.pdf.palette import COLOUR, INK_SAVER
from generator.pdf.pictures import IllustrationStore, own_pictures
from generator.resources import DATA
from generator.text.measuring import FontMeasure
from generator.workflows.lookups import ILLUSTRATIONS

if TYPE_CHECKING:
    from generator.booklet.choices import FoldOptions
    from generator.booklet.imposition import ReducedMove
    from generator.booklet.model import Booklet
    from generator.pdf.coverage import Coverage
    from generator.pdf.palette import Palette
    from generator.workflows.prescription import Prescription


class DrawnBooklet(NamedTuple):
    """A booklet as a file, and what it takes to print it.

    Attributes:
        content: the file.
        booklet: what is printed, in the order of reading.
        pages: of the booklet, without those that say how to print it.
        sides: of paper; each is a page of the file.
        sheets: of paper, where both sides are printed.
        limited: what folding moves less far than was asked for.
        warnings: what the clinician should know about this layout.
    """

    content: bytes
    booklet: Booklet
    pages: int
    sides: int
    sheets: int
    limited: tuple[ReducedMove, ...] = ()
    warnings: tuple[str, ...] = ()


def draw(prescription: Prescription) -> DrawnBooklet:
    """The PDF of the booklet, cards or sheet.

    Raises:
        BadDataError: a picture, or a character of the words, cannot be printed.
        DoesNotFitError: a text is larger than the room it has.
    """
    order, printing = prescription.resolved, prescription.resolved.printing
    store = _pictures(prescription)
    content, setup = _content(prescription), _setting(prescription, store)
    booklet = traits_of(printing.layout).lay_out(content, setup)
    if printing.fold:
        return _folded(prescription, booklet, setup, printing.fold)
    file = draw_booklet(
        booklet,
        store,
        date=order.details.date,
        palette=_palette(prescription),
        archive=printing.is_archive,
        fields=printing.has_fields,
    )
    sides, warnings = len(booklet.pages), traits_of(printing.layout).warnings(content)
    return DrawnBooklet(file, booklet, sides, sides, sheets=-(-sides // 2), warnings=warnings)


def coverage_of(prescription: Prescription, drawn: DrawnBooklet) -> Coverage:
    """How much of the paper its print covers, by colorant; see `generator.pdf.coverage`."""
    from generator.pdf.coverage import coverage  # noqa: PLC0415 - for scripts alone, and it loads Pillow

    paper = PAGES[prescription.resolved.paper]
    side_area = paper.width * paper.height
    return coverage(drawn.booklet, _pictures(prescription), _palette(prescription), drawn.sides, side_area)


def draw_clinician_sheet(prescription: Prescription) -> bytes:
    """The PDF of the clinician's record of a routine, on whole sheets that are not folded.

    Raises:
        BadDataError: a character of the words cannot be printed.
        DoesNotFitError: a text is larger than the room it has.
    """
    # Seldom asked for.
    from generator.booklet.record.clinician_sheet import lay_out_clinician_sheet  # noqa: PLC0415

    order = prescription.resolved
    sheet = lay_out_clinician_sheet(
        prescription.routine, order.details, prescription.library, order.paper, FontMeasure()
    )
    return draw_booklet(
        sheet,
        IllustrationStore(ILLUSTRATIONS),
        date=order.details.date,
        palette=_palette(prescription),
        archive=order.printing.is_archive,
    )


def _pictures(prescription: Prescription) -> IllustrationStore:
    return IllustrationStore(ILLUSTRATIONS, own_pictures(prescription.library, DATA))


def _palette(prescription: Prescription) -> Palette:
    return INK_SAVER if prescription.resolved.ink_saver else COLOUR


def _content(prescription: Prescription) -> Content:
    library = prescription.library
    return Content(
        prescription.routine, prescription.resolved.details, Wording(library.words, library.sources)
    )


def _setting(prescription: Prescription, store: IllustrationStore) -> PageSetup:
    printing = prescription.resolved.printing
    return PageSetup(
        PAGES[printing.page],
        FontMeasure(),
        store,
        traits_of(printing.layout).look_for(printing.page, large_print=printing.large_print),
        pages_a_sheet=PAGES_A_SHEET if printing.fold else 1,
        flip=printing.flip,
        borderless=printing.borderless,
    )


def _folded(
    prescription: Prescription, booklet: Booklet, setup: PageSetup, options: FoldOptions
) -> DrawnBooklet:
    # Few booklets are folded.
    from generator.booklet.layouts.folding import lay_out_folding, with_pages_before  # noqa: PLC0415
    from generator.pdf.folded import clearance_of, draw_folded  # noqa: PLC0415

    order = prescription.resolved
    imposition = impose(
        len(booklet.pages), (booklet.width, booklet.height), clearance_of(booklet), order.paper, options
    )
    instructions = None
    printed, sides, sheets = booklet, len(imposition.sides), imposition.sheet_count
    if options.duplex is Duplex.MANUAL:
        instructions = lay_out_folding(imposition, setup, Wording(prescription.library.words))
        printed, sides, sheets = with_pages_before(booklet, instructions), sides + 1, sheets + 1
    file = draw_folded(
        booklet,
        _pictures(prescription),
        imposition,
        date=order.details.date,
        instructions=instructions,
        palette=_palette(prescription),
        archive=order.printing.is_archive,
    )
    return DrawnBooklet(file, printed, len(booklet.pages), sides, sheets, imposition.limited)
