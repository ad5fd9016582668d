"""From a chosen routine to the bytes of its booklet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.booklet.clinician_sheet import lay_out_clinician_sheet
from generator.booklet.layout import lay_out
from generator.pdf.document import draw_booklet
from generator.pdf.palette import COLOUR, INK_SAVER
from generator.pdf.pictures import IllustrationStore, own_pictures
from generator.pdf.text import FontMeasure
from generator.preparing import ILLUSTRATIONS
from generator.resources import DATA

if TYPE_CHECKING:
    from generator.preparing import Prepared


def draw(prepared: Prepared) -> tuple[bytes, int]:
    """The PDF, and how many pages it has.

    Raises:
        BadDataError: a picture, or a character of the words, cannot be printed.
        DoesNotFitError: a text is larger than the room it has.
    """
    order = prepared.order
    store = IllustrationStore(ILLUSTRATIONS, own_pictures(prepared.library, DATA))
    booklet = lay_out(prepared.routine, order.details, prepared.library, order.paper, FontMeasure(), store)
    palette = INK_SAVER if order.ink_saver else COLOUR
    return draw_booklet(booklet, store, date=order.details.date, palette=palette), len(booklet.pages)


def draw_clinician_sheet(prepared: Prepared) -> bytes:
    """The PDF of the clinician's record of a routine.

    Raises:
        BadDataError: a character of the words cannot be printed.
        DoesNotFitError: a text is larger than the room it has.
    """
    order = prepared.order
    sheet = lay_out_clinician_sheet(
        prepared.routine, order.details, prepared.library, order.paper, FontMeasure()
    )
    palette = INK_SAVER if order.ink_saver else COLOUR
    return draw_booklet(sheet, IllustrationStore(ILLUSTRATIONS), date=order.details.date, palette=palette)
