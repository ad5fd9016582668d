"""From a routine to a booklet: the parts in their order, then the footers with the number of pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.booklet import style as s
from generator.booklet.layouts.finishing import finished
from generator.booklet.model import Booklet, Colour, Polyline, Text
from generator.booklet.parts.calendar import lay_out_calendar
from generator.booklet.parts.closing import lay_out_back, lay_out_flare_up, lay_out_notes
from generator.booklet.parts.cover import lay_out_cover, lay_out_glance
from generator.booklet.parts.exercise import lay_out_exercise
from generator.booklet.parts.safety import lay_out_safety
from generator.booklet.surface import Sheet
from generator.booklet.wording import Wording

if TYPE_CHECKING:
    from generator.booklet.details import Details
    from generator.booklet.model import Pictures, TextMeasure
    from generator.booklet.style import Look, Paper
    from generator.library.model import Library
    from generator.routine.model import Routine


def lay_out(
    routine: Routine,
    details: Details,
    library: Library,
    paper: Paper,
    measure: TextMeasure,
    pictures: Pictures,
    look: Look = s.WHOLE_PAGE,
    *,
    pages_a_sheet: int = 1,
) -> Booklet:
    """Lay out a whole booklet in portrait.

    Args:
        routine: what to do.
        details: names, dates and schedule.
        library: with the words.
        paper: whose size the pages have.
        measure: how wide text is.
        pictures: which pictures there are.
        look: text styles and lengths.
        pages_a_sheet: the number of pages becomes a multiple of this, 4 for a booklet that is folded: pages
            for notes fill it up, before the last, which is then the back cover. An exercise of two pages
            then begins on a left one, after a page for notes where need be.

    Raises:
        DoesNotFitError: a text is higher than a whole page.
    """
    wording = Wording(library.words, library.sources)
    sheet = Sheet(s.PAGES[paper], measure, pictures, look)
    has_glance = lay_out_cover(sheet, routine, details, wording)
    lay_out_safety(sheet, routine.plan, details, wording)
    if not has_glance:
        lay_out_glance(sheet, routine, details, wording)
    for number, chosen in enumerate(routine.chosen, start=1):
        if pages_a_sheet > 1 and sheet.page_count % 2 == 0:
            # The next page is a right one: what takes two pages is better seen at once.
            trial = Sheet(sheet.style, measure, pictures, look)
            lay_out_exercise(trial, number, chosen, details.weeks, wording)
            if trial.page_count > 1:
                lay_out_notes(sheet, wording)
        lay_out_exercise(sheet, number, chosen, details.weeks, wording)
    lay_out_calendar(sheet, routine, details, wording)
    top = lay_out_flare_up(sheet, routine, details, wording)
    if pages_a_sheet > 1:
        top = sheet.style.room_height  # the back cover is shared with nothing
        for _ in range(-(sheet.page_count + 1) % pages_a_sheet):
            lay_out_notes(sheet, wording)
    used = {chosen.exercise.source for chosen in routine.chosen}
    sources = tuple(source for source in library.sources.values() if source.id in used)
    lay_out_back(sheet, details, sources, wording, top)
    _footers(sheet, details, wording)
    return finished(sheet, routine, details, wording)


def _footers(sheet: Sheet, details: Details, wording: Wording) -> None:
    """Client, date and page number below every page, as artifacts."""
    style, look = sheet.style, sheet.look.small_quiet
    baseline = style.height - style.footer_baseline
    rule = baseline - look.leading
    right = style.width - style.margin_side
    for index in range(sheet.page_count):
        number = wording.label("footer.page", page=index + 1, pages=sheet.page_count)
        width = sheet.measure.width(number, look.face, look.size)
        date = wording.day(details.date)
        whom = f"{wording.label('footer.for', client=details.client)} · {date}" if details.client else date
        room = style.room_width - width - s.GAP_LARGE
        lines = sheet.measure.wrap(whom, look.face, look.size, room)
        if len(lines) > 1:
            # A long name: the date is what must stay readable here; the whole name is on the cover.
            kept = f"… · {date}"
            left_over = room - sheet.measure.width(kept, look.face, look.size)
            whom = sheet.measure.wrap(whom, look.face, look.size, left_over)[0] + kept
        sheet.mark(
            None,
            Polyline(((style.margin_side, rule), (right, rule)), Colour.LINE, s.HAIRLINE),
            Text(style.margin_side, baseline, whom, look.face, look.size, look.colour),
            Text(right - width, baseline, number, look.face, look.size, look.colour),
            page=index,
        )
