"""The first cards: what to know before you start, and what concerns this client."""

from __future__ import annotations

from generator.booklet.blocks.containers import Block, Columns, Stack
from generator.booklet.blocks.lines import Rule, lines_in
from generator.booklet.blocks.text import Items, Paragraph, heading
from generator.booklet.model import Colour, Role
from generator.booklet.parts.card_face import Card, CardFace, CardFormat, check_fits, paired
from generator.booklet.parts.condensed import (
    agreed_and_left_out,
    emergency,
    for_the_client,
    pain_rule,
    plan_line,
    stop_signs,
    who_to_call,
    whom_and_when,
)
from generator.booklet.style import ROUNDING


def safety_cards(card: CardFormat) -> list[Card]:
    """When to stop, the pain rule, whom to call, and what concerns this client; on as few cards as hold them.

    Raises:
        DoesNotFitError: a part is higher than a card; names it.
    """
    faces = _filled(_safety(card), card)
    own = for_the_client(card.content) + agreed_and_left_out(card.content)
    if own:
        if len(faces) % 2:
            faces.append(None)
        faces += _for_you(own, card)
    return paired(faces)


def _safety(card: CardFormat) -> list[Block]:
    """The parts in their order; on a card that lies, some stand beside each other."""
    label, look, style = card.wording.label, card.look, card.style
    content, wording = card.content, card.wording
    details = content.details
    signs = wording.labels("card.doctor-signs")
    people = [Paragraph(whom_and_when(content), style.bold)]
    if details.review:
        review = label("card.review", date=wording.day(details.review))
        people.append(Paragraph(review, card.look.small.quiet))
    head = Stack(
        (
            heading(label("cover.title"), look.heading, Role.HEADING_1),
            Rule(Colour.ACCENT, look.rule),
            *people,
            Paragraph(plan_line(content, "card.plan"), style),
        ),
        look.gap_small,
    )
    start = heading(label("safety.title"), look.card_title, Role.HEADING_2)
    help_ = emergency(look, style, wording)
    stop = stop_signs(content, look, style)
    pain = pain_rule(content, look, style)
    doctor = Stack((heading(label("card.doctor"), look.subheading), Items(signs, style, gap=0)), gap=0)
    call = who_to_call(content, look, style)
    if card.is_lying:
        stop_beside = Columns((help_, stop), (1.5, 1), look.gap_large)
        first = [head, Stack((start, stop_beside), look.gap_small)]
        pain_beside = Columns((Stack((pain, call), look.gap), doctor), (1, 1), look.gap_large)
        if pain_beside.height(card.setup.measure, card.width) <= card.height + ROUNDING:
            return [*first, pain_beside]
        return [*first, pain, doctor, call]
    return [head, Stack((start, help_), look.gap_small), stop, pain, doctor, call]


def _for_you(texts: tuple[str, ...], card: CardFormat) -> list[CardFace | None]:
    """The client's own cautions, and lines for the clinician's notes where they leave room."""
    look, style, label = card.look, card.style, card.wording.label
    title = label("safety.for-you")
    items = [Items((text,), style, look.gap_small) for text in texts]
    head = (heading(title, look.exercise_name, Role.HEADING_2), Rule(Colour.ACCENT, look.rule))
    faces = _filled([Stack((*head, items[0]), look.gap_small), *items[1:]], card, title)
    last = faces[-1]
    assert last is not None, "there is at least one text"
    left_over = card.height - last.height(card) - look.gap_large
    notes = lines_in(left_over, heading(label("card.notes"), look.subheading), look)
    if notes:
        faces[-1] = CardFace(last.name, last.upper, (notes,))
    return faces


def _filled(blocks: list[Block], card: CardFormat, name: str = "") -> list[CardFace | None]:
    """Blocks on as few sides of cards as hold them, in order."""
    faces: list[CardFace | None] = []
    on_face: tuple[Block, ...] = ()
    for block in blocks:
        face = CardFace(name or block.label, (*on_face, block))
        if on_face and face.height(card) > card.height + ROUNDING:
            faces.append(CardFace(name or on_face[0].label, on_face))
            face = CardFace(name or block.label, (block,))
        check_fits(face, card)
        on_face = face.upper
    return [*faces, CardFace(name or on_face[0].label, on_face)]
