"""The last pages: if it flares up, words explained, whom to call, and the back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.booklet import style as s
from generator.booklet.blocks import Columns, Items, Panel, Paragraph, Rule, Stack, Typed
from generator.booklet.cover import heading, named_line
from generator.booklet.flow import Flow
from generator.booklet.model import Colour, ListNumbering, Role
from generator.booklet.notes import fill_with_lines
from generator.booklet.wording import stopping_pain

if TYPE_CHECKING:
    from generator.booklet.details import Details
    from generator.booklet.sheet import Sheet
    from generator.booklet.wording import Wording
    from generator.library.model import Source
    from generator.routine.model import Routine

_TERM_SHARE = (3, 7)  # the width of a term beside its meaning
_NEARLY_EMPTY = 0.4  # of a page: what is filled so far leaves room for the whole back


def lay_out_flare_up(sheet: Sheet, routine: Routine, details: Details, wording: Wording) -> float:
    """What to do when it hurts more, whom to call, and the words explained; returns where they end."""
    label = wording.label
    flow = Flow(sheet, sheet.element(Role.SECTION))
    title = label("flare.title")
    flow.put(Paragraph(title, s.HEADING, Role.HEADING_2, bookmark=title))
    steps = wording.labels("flare.steps")
    flow.put(
        Paragraph(label("flare.lead")), Items(steps, ListNumbering.DECIMAL), Paragraph(label("flare.stop"))
    )
    flow.skip(s.GAP)
    lines = [
        heading(label("contact.title")),
        Paragraph(label("contact.lead", pain=stopping_pain(details, wording))),
        named_line(label("contact.clinician"), details.clinician),
        named_line(label("contact.clinic"), details.clinic),
        named_line(label("contact.phone"), ""),
        named_line(label("contact.hours"), ""),
        Paragraph(label("contact.emergency"), s.BODY_BOLD),
    ]
    flow.put(Panel(Stack(tuple(lines), gap=s.GAP)))
    flow.skip(s.GAP)
    _glossary(flow, routine, wording)
    return flow.top


def _glossary(flow: Flow, routine: Routine, wording: Wording) -> None:
    """The words that this booklet uses, in the order of the word list."""
    words = wording.words
    used = {term for chosen in routine.chosen for term in words.exercises[chosen.exercise.id].terms}
    used |= {str(chosen.exercise.kind) for chosen in routine.chosen}
    entries = [entry for entry in words.glossary.values() if entry.id in used]
    for number, entry in enumerate(sorted(entries, key=lambda entry: entry.term.casefold())):
        line = Columns((Paragraph(entry.term, s.BODY_BOLD), Paragraph(entry.meaning)), _TERM_SHARE)
        if number == 0:
            flow.put(heading(wording.label("glossary.title")), line, gap=s.GAP_SMALL)
        else:
            flow.put(line, gap=s.GAP_SMALL)


def lay_out_notes(sheet: Sheet, wording: Wording) -> None:
    """A page of lines to write on."""
    fill_with_lines(Flow(sheet, sheet.element(Role.SECTION)), wording.label("back.notes"), Role.HEADING_2)


def lay_out_back(
    sheet: Sheet, details: Details, sources: tuple[Source, ...], wording: Wording, top: float
) -> None:
    """Who made it, when, from what, and how to make it again.

    On a page of its own, unless the words explained left most of theirs free: `top` is where they end.
    """
    label = wording.label
    shares_page = top < sheet.style.room_height * _NEARLY_EMPTY
    flow = Flow(sheet, sheet.element(Role.SECTION), new_page=not shares_page)
    if shares_page:
        flow.top = top
        flow.skip(s.GAP_LARGE)
    title = label("back.title")
    flow.put(Paragraph(title, s.HEADING, Role.HEADING_2, bookmark=title))
    review = wording.day(details.review) if details.review else ""
    lines = [
        named_line(label("back.client"), details.client),
        named_line(label("back.clinician"), details.clinician),
        named_line(label("back.clinic"), details.clinic),
        named_line(label("back.date"), wording.day(details.date)),
        named_line(label("back.review"), review),
    ]
    flow.put(Stack(tuple(lines), gap=s.GAP_SMALL))
    flow.skip(s.GAP_LARGE)
    flow.put(Paragraph(label("back.disclaimer")))
    titles = "; ".join(source.title for source in sources)
    flow.put(Paragraph(label("back.source", sources=titles)))
    flow.put(Paragraph(label("back.made-by", version=details.version)))
    if details.command:
        flow.skip(s.GAP)
        command = Stack((Paragraph(label("back.again"), s.SMALL_BOLD), Typed(details.command)))
        flow.put(Rule(Colour.LINE), command)
    flow.skip(s.GAP_LARGE)
    fill_with_lines(flow, label("back.notes"))
