"""A paper and a printer's offsets → the test sheet for printing on both sides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.booklet.choices import Flip
from generator.booklet.layouts.test_sheet import frames, lay_out_test_sheet
from generator.booklet.model import Box
from generator.booklet.style import MILLIMETRE
from generator.pdf.document import draw_booklet
from generator.pdf.placing import Arrangement, PagePlace, duplex_preferences
from generator.text.measuring import FontMeasure

if TYPE_CHECKING:
    import datetime as dt

    from generator.booklet.choices import FoldOptions, Paper
    from generator.booklet.wording import Wording
    from generator.pdf.picture_object import PictureObject


class _NoPictures:
    """The test sheet has no pictures."""

    def picture_object(self, name: str, *, grey: bool) -> PictureObject:
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
        places.append(PagePlace(side, Box(sign * x, sign * y, booklet.width, booklet.height), turned))
    arrangement = Arrangement(
        booklet.width, booklet.height, tuple(places), (frames(paper),) * 2, duplex_preferences(options)
    )
    return draw_booklet(booklet, _NoPictures(), date=date, arrangement=arrangement)
