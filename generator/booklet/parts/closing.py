"""The last pages: if it flares up, words explained, whom to call, and the back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.booklet.blocks.containers import Columns, Stack, panel
from generator.booklet.blocks.flow import Flow
from generator.booklet.blocks.lines import Rule, fill_with_lines, named_line
from generator.booklet.blocks.text import Items, Paragraph, Typed, heading
from generator.booklet.model import Colour, ListNumbering, Role
from generator.booklet.parts.sign_key import sign_key
from generator.booklet.wording import Wording, stopping_pain

if TYPE_CHECKING:
    from generator.booklet.content import Content
    from generator.booklet.surface import Surface

_TERM_SHARE = (3, 7)  # the width of a term beside its meaning
_NEARLY_EMPTY = 0.4  # of a page: what is filled so far leaves room for the whole back


def lay_out_flare_up(surface: Surface, content: Content, *, with_key: bool) -> float:
    """What to do when it hurts more, whom to call, and the words explained; returns where they end.

    Before the words come the signs, if their key found no room earlier.
    """
    details, wording, look = content.details, content.wording, surface.look
    label = wording.label
    flow = Flow(surface, surface.element(Role.SECTION))
    flow.put(heading(label("flare.title"), look.heading, Role.HEADING_2))
    steps = wording.labels("flare.steps")
    flow.put(
        Paragraph(label("flare.lead"), look.body),
        Items(steps, look.body, look.gap_small, ListNumbering.DECIMAL),
        Paragraph(label("flare.stop"), look.body),
    )
    flow.skip(look.gap)
    lines = [
        heading(label("contact.title"), look.subheading),
        Paragraph(label("contact.lead", pain=stopping_pain(details, wording)), look.body),
        named_line(label("contact.clinician"), details.clinician, look),
        named_line(label("contact.clinic"), details.clinic, look),
        named_line(label("contact.phone"), "", look),
        named_line(label("contact.hours"), "", look),
        Paragraph(label("contact.emergency"), look.body.bold),
    ]
    flow.put(panel(Stack(tuple(lines), look.gap), look))
    flow.skip(look.gap)
    key = sign_key(content, surface.pictures, look, surface.page_style.room_width) if with_key else None
    if key:
        flow.put(key)
        flow.skip(look.gap)
    _glossary(flow, content)
    return flow.top


def _glossary(flow: Flow, content: Content) -> None:
    """The words that this booklet uses, in the order of the word list."""
    routine, wording, look = content.routine, content.wording, flow.surface.look
    words = wording.words
    used = {term for chosen in routine.chosen for term in words.exercises[chosen.exercise.id].terms}
    used |= {str(chosen.exercise.kind) for chosen in routine.chosen}
    entries = [entry for entry in words.glossary.values() if entry.id in used]
    for number, entry in enumerate(sorted(entries, key=lambda entry: entry.term.casefold())):
        texts = (Paragraph(entry.term, look.body.bold), Paragraph(entry.meaning, look.body))
        line = Columns(texts, _TERM_SHARE, look.gap_large)
        if number == 0:
            flow.put(heading(wording.label("glossary.title"), look.subheading), line, gap=look.gap_small)
        else:
            flow.put(line, gap=look.gap_small)


def lay_out_notes(surface: Surface, wording: Wording) -> None:
    """A page of lines to write on."""
    fill_with_lines(Flow(surface, surface.element(Role.SECTION)), wording.label("back.notes"), Role.HEADING_2)


def lay_out_back(surface: Surface, content: Content, top: float) -> None:
    """Who made it, when, from what, and how to make it again.

    On a page of its own, unless the words explained left most of theirs free: `top` is where they end.
    """
    details, wording, look = content.details, content.wording, surface.look
    label = wording.label
    shares_page = top < surface.page_style.room_height * _NEARLY_EMPTY
    flow = Flow(surface, surface.element(Role.SECTION), new_page=not shares_page)
    if shares_page:
        flow.top = top
        flow.skip(look.gap_large)
    flow.put(heading(label("back.title"), look.heading, Role.HEADING_2))
    review = wording.day(details.review) if details.review else ""
    lines = [
        named_line(label("back.client"), details.client, look),
        named_line(label("back.clinician"), details.clinician, look),
        named_line(label("back.clinic"), details.clinic, look),
        named_line(label("back.date"), wording.day(details.date), look),
        named_line(label("back.review"), review, look),
    ]
    flow.put(Stack(tuple(lines), gap=look.gap_small))
    flow.skip(look.gap_large)
    flow.put(Paragraph(label("back.disclaimer"), look.body))
    used = {chosen.exercise.source for chosen in content.routine.chosen}
    titles = "; ".join(source.title for source in wording.sources.values() if source.id in used)
    flow.put(Paragraph(label("back.source", sources=titles), look.body))
    flow.put(Paragraph(label("back.made-by", version=details.version), look.body))
    if details.command:
        flow.skip(look.gap)
        again = Paragraph(label("back.again"), look.small.bold)
        command = Stack((again, Typed(details.command, look.small)), look.gap_small)
        flow.put(Rule(Colour.LINE, look.hairline), command)
    flow.skip(look.gap_large)
    fill_with_lines(flow, label("back.notes"))
