"""What every layout for the client ends with: the pages, and what the file says about itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.booklet.content import Content
    from generator.booklet.model import Booklet
    from generator.booklet.surface import Surface


def finished(surface: Surface, content: Content) -> Booklet:
    """The surface's pages as a booklet with its title, author and subject."""
    routine, details, wording = content.routine, content.details, content.wording
    title = wording.label("cover.title")
    return surface.booklet(
        title=f"{title} – {details.client}" if details.client else title,
        language=wording.words.language,
        author=details.clinician or details.clinic,
        subject=wording.goals(routine.goals or routine.plan.goals),
    )
