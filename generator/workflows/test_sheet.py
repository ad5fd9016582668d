"""From typed options to the test sheet: how far a printer's backs are off its fronts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.booklet.wording import Wording
from generator.library.ids import languages
from generator.library.prepared import own_library
from generator.pdf.test_sheet import draw_test_sheet
from generator.problems import UsageError
from generator.request.keys import Request
from generator.request.printing import fold_options_of
from generator.request.reading import Context, Reader
from generator.workflows.advice import advice_on_test_sheet

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from generator.problems import Problem


def drawn_test_sheet(
    given: Mapping[str, object], *, today: date, epoch: str, also: Iterable[Problem]
) -> tuple[bytes, str]:
    """The PDF of a test sheet, and how to print and read it, in one line.

    Args:
        given: what was typed for paper, flip, duplex, both offsets and language; None was not given.
        today: the date of the file.
        epoch: the variable SOURCE_DATE_EPOCH, which takes precedence over `today`, or nothing.
        also: problems found elsewhere, to be reported together with those of the options.

    Raises:
        UsageError: with one problem for each thing that is wrong.
        BadDataError: the library has mistakes.
        DoesNotFitError: the words are too long for the sheet.
    """
    reader = Reader(Context((), languages(), today, epoch))
    request = reader.read(Request, given)
    day = reader.epoch() if epoch else today
    problems = (*reader.problems, *also)
    if problems:
        raise UsageError(*problems)
    library, options = own_library(request.language), fold_options_of(request)
    wording = Wording(library.words, library.sources)
    content = draw_test_sheet(request.paper, options, wording, date=day or today)
    return content, advice_on_test_sheet(request.paper, options, wording)
