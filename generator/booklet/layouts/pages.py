"""Whole pages: the parts of a booklet in their order, then the footers with the number of pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.booklet.layouts.finishing import finished
from generator.booklet.model import Booklet, Colour, Polyline, Text
from generator.booklet.parts.calendar import lay_out_calendar
from generator.booklet.parts.closing import lay_out_back, lay_out_flare_up, lay_out_notes
from generator.booklet.parts.cover import lay_out_cover, lay_out_glance
from generator.booklet.parts.exercise import lay_out_exercise
from generator.booklet.parts.safety import lay_out_safety
from generator.booklet.surface import Surface

if TYPE_CHECKING:
    from generator.booklet.content import Content
    from generator.booklet.page_setup import PageSetup

_ABOVE_RULE = 4.0  # points between the text area and the footer's rule, at least


def lay_out_pages(content: Content, setup: PageSetup) -> Booklet:
    """Lay out a whole booklet in portrait.

    If it is folded, pages for notes fill it up before the last, which is then the back cover. An exercise of
    two pages then begins on a left one, after a page for notes if necessary.

    Raises:
        DoesNotFitError: a text is higher than a whole page.
    """
    wording, surface = content.wording, Surface(setup)
    is_folded = setup.pages_a_sheet > 1
    has_glance, has_key = lay_out_cover(surface, content)
    lay_out_safety(surface, content)
    if not has_glance:
        has_key = lay_out_glance(surface, content)
    for number, chosen in enumerate(content.routine.chosen, start=1):
        if is_folded and surface.page_count % 2 == 0:
            # The next page is a right one: what takes two pages is better seen together.
            trial = Surface(setup)
            lay_out_exercise(trial, number, chosen, content)
            if trial.page_count > 1:
                lay_out_notes(surface, wording)
        lay_out_exercise(surface, number, chosen, content)
    lay_out_calendar(surface, content)
    top = lay_out_flare_up(surface, content, with_key=not has_key)
    if is_folded:
        top = surface.page_style.room_height  # the back cover is shared with nothing
        for _ in range(-(surface.page_count + 1) % setup.pages_a_sheet):
            lay_out_notes(surface, wording)
    lay_out_back(surface, content, top)
    _footers(surface, content)
    return finished(surface, content)


def _footers(surface: Surface, content: Content) -> None:
    """Client, date and page number below every page, as artifacts."""
    details, wording, page_style, look = content.details, content.wording, surface.page_style, surface.look
    style = look.small.quiet
    baseline = page_style.height - page_style.footer_baseline
    rule = max(baseline - style.leading, page_style.room_bottom + _ABOVE_RULE)
    left, right = page_style.margin_side, page_style.width - page_style.margin_side
    for index in range(surface.page_count):
        number = wording.label("footer.page", page=index + 1, pages=surface.page_count)
        width = surface.measure.width(number, style.face, style.size)
        date = wording.day(details.date)
        whom = f"{wording.label('footer.for', client=details.client)} · {date}" if details.client else date
        room = page_style.room_width - width - look.gap_large
        lines = surface.measure.wrap(whom, style.face, style.size, room)
        if len(lines) > 1:
            # A long name: the date is what must stay readable here; the whole name is on the cover.
            kept = f"… · {date}"
            left_over = room - surface.measure.width(kept, style.face, style.size)
            whom = surface.measure.wrap(whom, style.face, style.size, left_over)[0] + kept
        surface.mark(
            None,
            Polyline(((left, rule), (right, rule)), Colour.LINE, look.hairline),
            Text(left, baseline, whom, style.face, style.size, style.colour),
            Text(right - width, baseline, number, style.face, style.size, style.colour),
            page=index,
        )
