"""An exercise on a card: pictures and dose in front, steps and cautions on the back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.booklet.blocks.containers import Block, Columns, Stack, panel
from generator.booklet.blocks.lines import Rule
from generator.booklet.blocks.name_line import NameLine
from generator.booklet.blocks.text import Items, Paragraph, heading
from generator.booklet.blocks.warnings import WarningBox, warning_under
from generator.booklet.model import Colour, ListNumbering, Role
from generator.booklet.parts.card_face import Card, CardFace, CardFormat, check_fits, paired
from generator.booklet.parts.condensed import CARD_PADDING, dose_block, whom_and_when
from generator.booklet.parts.exercise_pictures import picture_frames
from generator.booklet.style import MILLIMETRE, ROUNDING
from generator.booklet.ticks import card_tick
from generator.booklet.wording import stopping_pain

if TYPE_CHECKING:
    from generator.routine.model import Chosen

_DOSE_SHARE = 0.36  # of the width, where the dose stands beside the pictures
_STEPS_SHARES = (0.66, 0.62, 0.58, 0.54, 0.5)  # of the width, where cautions stand beside the steps
_LEAST_PICTURE = 30 * MILLIMETRE  # of the longer side: a card is held in the hand
_SMALLER = 0.75  # of that, rather than refuse a card for a line too many


def exercise_cards(number: int, chosen: Chosen, card: CardFormat) -> list[Card]:
    """An exercise: pictures and dose in front, steps and cautions on the back.

    The client's own cautions stand on the back, as many as fit there, and the others in front; where even
    that is too small, on a second card, and the first one says so.

    Raises:
        DoesNotFitError: it does not fit; names the exercise and what it needs.
    """
    own = card.wording.own_cautions(chosen)
    most = 0
    for count in range(len(own), -1, -1):
        back = _back(number, chosen, own[:count], card)
        if back.height(card) > card.height + ROUNDING:
            continue
        front = _front(number, chosen, own[count:], card)
        if front.height(card) <= card.height + ROUNDING:
            return [Card(front, back)]
        most = max(most, count)
    # The line that points to the second card takes the place of a caution.
    pointer = (card.wording.label("card.more"),) if own else ()
    backs = [_back(number, chosen, (*own[:count], *pointer), card) for count in range(most, -1, -1)]
    back = next((back for back in backs if back.height(card) <= card.height + ROUNDING), backs[-1])
    first = Card(_front(number, chosen, (), card), back)
    check_fits(first.front, card)
    check_fits(back, card)
    return [first, *_more(number, chosen, own[len(backs) - 1 - backs.index(back) :], card)]


def _more(number: int, chosen: Chosen, own: tuple[str, ...], card: CardFormat) -> list[Card]:
    """Cards with the rest of the client's own cautions for an exercise."""
    name = card.wording.numbered(number, chosen)
    title = heading(name, card.look.exercise_name)
    faces: list[CardFace] = []
    while own:
        tried = [
            CardFace(name, (title, _cautions((), own[:count], card))) for count in range(len(own), 0, -1)
        ]
        face = next((face for face in tried if face.height(card) <= card.height + ROUNDING), tried[-1])
        check_fits(face, card)
        own = own[len(tried) - tried.index(face) :]
        faces.append(face)
    return paired(faces)


def _front(number: int, chosen: Chosen, own: tuple[str, ...], card: CardFormat) -> CardFace:
    """Name and tick box, pictures, dose; with cautions of the client's own where the back has no room."""
    look, wording, measure = card.look, card.wording, card.setup.measure
    name = wording.numbered(number, chosen)
    head = Stack(
        (
            NameLine(name, card_tick(number, chosen, wording), look),
            Rule(Colour.ACCENT, look.rule, above=1),
            Paragraph(_facts(chosen, card), card.look.small.quiet),
        ),
        look.gap_small,
    )
    dose = panel(dose_block(chosen, card.content, look, card.style), look, CARD_PADDING)
    foot = whom_and_when(card.content)
    cautions: tuple[Block, ...] = (_cautions((), own, card),) if own else ()
    bare = CardFace(name, (head,), (*cautions, dose), foot=foot)
    row = picture_frames(chosen, card.content, card.setup.pictures, look)
    if not row:
        return bare
    least = _LEAST_PICTURE / max(1.0, *(frame.proportion for frame in row.frames))
    left_over = card.height - bare.height(card) - look.gap
    needed = row.least_height(measure, card.width, least)
    if needed > left_over:
        needed = row.least_height(measure, card.width, least * _SMALLER)
    room = max(needed, left_over)
    pictures, height = row.largest(measure, card.width, room)
    below = CardFace(name, (head,), (*cautions, dose), (pictures,), foot)
    if not card.is_lying:
        return below
    # On a card that lies, the dose may stand beside the pictures.
    wide = (card.width - look.gap_large) * (1 - _DOSE_SHARE)
    rest = CardFace(name, (head,), cautions, foot=foot).height(card) + look.gap
    room = max(row.least_height(measure, wide, least), card.height - rest)
    pictures, beside_height = row.largest(measure, wide, room)
    both = Columns((pictures, dose), (1 - _DOSE_SHARE, _DOSE_SHARE), look.gap_large)
    beside = CardFace(name, (head,), cautions, (both,), foot)
    fitting = [face for face in (beside, below) if face.height(card) <= card.height + ROUNDING]
    if len(fitting) == 1:
        return fitting[0]
    return beside if beside_height > height else below


def _facts(chosen: Chosen, card: CardFormat) -> str:
    """The position, what is needed, and which side the pictures show."""
    wording = card.wording
    usual = chosen.position is chosen.exercise.positions[0]
    facts = [wording.label(f"position.{chosen.position}") if usual else wording.other_position(chosen)]
    if kit := wording.kit_needed(chosen):
        facts.append(kit)
    if chosen.shown_side:
        facts.append(wording.label(f"card.shown-{chosen.shown_side}"))
    return " · ".join(facts)


def _back(number: int, chosen: Chosen, own: tuple[str, ...], card: CardFormat) -> CardFace:
    """Steps, cautions, and when to stop."""
    look, style, wording = card.look, card.style, card.wording
    words, side = wording.exercise(chosen), wording.one_side(chosen)
    way = (Paragraph(side, card.style.bold),) if side else ()
    steps = Items(words.steps, style, look.gap_small / 2, ListNumbering.DECIMAL)
    title = heading(wording.label("card.steps", number=number), look.subheading)
    stop = wording.label("card.stop-line", pain=stopping_pain(card.content.details, wording))
    to_do = Stack((title, *way, steps), look.gap_small / 2)
    lower = (_cautions((words.caution,), own, card), Paragraph(stop, card.style.bold))
    name = wording.numbered(number, chosen)
    if not card.is_lying:
        return CardFace(name, (to_do,), lower)
    # On a card that lies, long lines would waste room: cautions stand beside the steps.
    beside = [
        CardFace(name, (Columns((to_do, Stack(lower, look.gap)), (share, 1 - share), look.gap_large),))
        for share in _STEPS_SHARES
    ]
    return min(beside, key=lambda face: face.height(card))


def _cautions(texts: tuple[str, ...], own: tuple[str, ...], card: CardFormat) -> WarningBox:
    """The exercise's caution and those of the client, in one frame."""
    label = card.wording.label
    parts = ((label("exercise.caution"), texts), (label("exercise.for-you"), own))
    blocks: list[Paragraph] = []
    for title, group in parts:
        if group:
            blocks.append(Paragraph(title, card.style.bold, Role.HEADING_3))
            blocks += [Paragraph(text, card.style) for text in group]
    head, *others = blocks
    return warning_under(head, tuple(others), card.look, card.look.gap_small / 2)
