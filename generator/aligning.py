"""From typed options to the test sheet: how far a printer's backs are off its fronts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.advising import advice_on_test_sheet
from generator.booklet.style import Paper
from generator.booklet.wording import Wording
from generator.library.prepared import own_library
from generator.pdf.alignment import draw_test_sheet
from generator.preparing import languages
from generator.printing import read_fold_options
from generator.problems import UsageError
from generator.reading import Reader

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from generator.problems import Problem


def drawn_test_sheet(
    typed: Mapping[str, str], *, today: date, epoch: str, also: Iterable[Problem]
) -> tuple[bytes, str]:
    """The PDF of a test sheet, and how to print and read it, in one line.

    Args:
        typed: by name, what was typed for paper, flip, duplex, both offsets and language.
        today: the date of the file.
        epoch: the variable SOURCE_DATE_EPOCH, which goes before `today`, or nothing.
        also: problems found elsewhere, to be reported together with those of the options.

    Raises:
        UsageError: with one problem for each thing that is wrong.
        BadDataError: the library has mistakes.
        DoesNotFitError: the words are too long for the sheet.
    """
    reader = Reader()
    paper = reader.choice("paper", typed["paper"], Paper) or Paper.A4
    options = read_fold_options(
        reader, typed["flip"], typed["duplex"], typed["offset_front"], typed["offset_back"]
    )
    language = reader.language(typed["language"], languages())
    day = reader.epoch(epoch) if epoch else today
    problems = (*reader.problems, *also)
    if problems:
        raise UsageError(*problems)
    library = own_library(language)
    wording = Wording(library.words, library.sources)
    content = draw_test_sheet(paper, options, wording, date=day or today)
    return content, advice_on_test_sheet(paper, options, wording)
