"""Clinician's sheets without fonts, and what a reader finds in their parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.booklet import style as s
from generator.booklet.choices import Paper
from generator.booklet.model import Role
from generator.booklet.record.clinician_sheet import lay_out_clinician_sheet
from generator.request.printing import Printing
from generator.request.resolving import ResolvedRequest
from tests.booklet.laying_out import NO_PICTURES, EvenMeasure, Laid
from tests.records import DETAILS, PLANS

if TYPE_CHECKING:
    from generator.booklet.details import Details
    from generator.library.model import Library
    from generator.routine.model import Routine

NO_CONDITION, OVERRIDE, CLEARED, ALL = PLANS


def laid_out(library: Library, routine: Routine, details: Details = DETAILS, paper: Paper = Paper.A4) -> Laid:
    """Lay out the sheet of a routine."""
    booklet = lay_out_clinician_sheet(routine, details, library, paper, EvenMeasure())
    order = ResolvedRequest(routine.plan, details, Printing(paper))
    return Laid(booklet, routine, order, library, s.PAGES[paper.sheet], NO_PICTURES)


def part(laid: Laid, name: str) -> int:
    """The section under a heading."""
    title = laid.library.words.labels[f"sheet.{name}"]
    (section,) = (each for each in laid.sections if laid.texts(each, Role.HEADING_2) == [title])
    return section


def tables(laid: Laid, name: str) -> list[list[list[str]]]:
    """The rows of the tables of a part."""
    return [laid.rows(table) for table, _ in laid.elements(Role.TABLE, part(laid, name))]


def facts(laid: Laid, name: str) -> dict[str, str]:
    """The names and texts of a part's first table."""
    return dict(row for row in tables(laid, name)[0] if len(row) == 2)


def sources_of(laid: Laid) -> dict[str, str]:
    """By its number in brackets: the title of each source."""
    return {row[0]: row[1] for row in tables(laid, "sources")[0][1:]}
