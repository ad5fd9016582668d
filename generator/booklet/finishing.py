"""What every layout ends with: the pages, and what the file says of itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.booklet.model import Booklet

if TYPE_CHECKING:
    from generator.booklet.details import Details
    from generator.booklet.sheet import Sheet
    from generator.booklet.wording import Wording
    from generator.routine.model import Routine


def finished(sheet: Sheet, routine: Routine, details: Details, wording: Wording) -> Booklet:
    """The sheet's pages as a booklet with its title, author and subject."""
    pages, elements = sheet.finish()
    title = wording.label("cover.title")
    goals = routine.goals or routine.plan.goals
    return Booklet(
        title=f"{title} – {details.client}" if details.client else title,
        author=details.clinician or details.clinic,
        subject=wording.listed(wording.label(f"goal-in-sentence.{goal}") for goal in goals),
        language=wording.words.language,
        width=sheet.style.width,
        height=sheet.style.height,
        pages=pages,
        elements=elements,
    )
