"""What stands on the cards: first what to know before you start, then an exercise on each."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING

from generator.booklet.blocks import Columns, Items, Paragraph, Rule, Stack
from generator.booklet.card_blocks import Framed, Frames, NameLine, panel
from generator.booklet.in_short import (
    agreed_and_left_out,
    dose_block,
    emergency,
    for_the_client,
    pain_rule,
    plan_line,
    stop_signs,
    title_of,
    whom_and_when,
    whom_to_call,
)
from generator.booklet.model import Box, Colour, ListNumbering, Role
from generator.booklet.style import MILLIMETRE, TextStyle
from generator.booklet.wording import stopping_pain
from generator.problems import DoesNotFitError, Problem
from generator.text.faces import Face

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.booklet.blocks import Block
    from generator.booklet.details import Details
    from generator.booklet.model import Pictures
    from generator.booklet.sheet import LookMeasure, Sheet
    from generator.booklet.style import Look
    from generator.booklet.wording import Wording
    from generator.routine.model import Chosen, Routine

_DOSE_SHARE = 0.36  # of the width, where the dose stands beside the pictures
_STEPS_SHARES = (0.66, 0.62, 0.58, 0.54, 0.5)  # of the width, where cautions stand beside the steps
_LEAST_PICTURE = 30 * MILLIMETRE  # of the longer side: a card is held in the hand
_SMALLER = 0.75  # of that, rather than refuse a card for a line too many
_LEAST_NOTES = 3  # lines to write on; fewer are no help


@dataclass(frozen=True, slots=True)
class Setting:
    """What all cards have in common.

    Attributes:
        style: of most text.
        width: of the room on a card, in points.
        height: of the room on a card, in points.
    """

    look: Look
    style: TextStyle
    width: float
    height: float
    measure: LookMeasure
    pictures: Pictures
    details: Details
    wording: Wording

    @property
    def is_lying(self) -> bool:
        """Whether cards are wider than they are high."""
        return self.width > self.height

    @property
    def bold(self) -> TextStyle:
        """The text's style in bold."""
        return TextStyle(self.style.size, self.style.leading, Face.BOLD)

    @property
    def quiet(self) -> TextStyle:
        """The smallest there is, in less weight."""
        return self.look.small_quiet


@dataclass(frozen=True, slots=True)
class CardFace:
    """One side of a card: blocks from the top down, and others that end at the bottom.

    Attributes:
        name: what to call it when it does not fit.
        middle: what stands in the middle between them.
        foot: what stands below all, and is said elsewhere; may be empty.
    """

    name: str
    upper: tuple[Block, ...]
    lower: tuple[Block, ...] = ()
    middle: tuple[Block, ...] = ()
    foot: str = ""

    def height(self, setting: Setting) -> float:
        """What it needs, in points."""
        blocks = (*self.upper, *self.middle, *self.lower)
        return _stacked(blocks, setting) + self._foot_height(setting)

    def _foot_lines(self, setting: Setting) -> tuple[str, ...]:
        style = setting.quiet
        return setting.measure.wrap(self.foot, style.face, style.size, setting.width) if self.foot else ()

    def _foot_height(self, setting: Setting) -> float:
        lines = len(self._foot_lines(setting))
        return setting.look.gap_small + lines * setting.quiet.leading if lines else 0.0

    def place(self, sheet: Sheet, parent: int, room: Box, setting: Setting) -> None:
        """Put it into the room of a card."""
        gap, bottom = setting.look.gap, room.bottom - self._foot_height(setting)
        free = bottom - room.top - self.height(setting) + self._foot_height(setting)
        tops = (
            room.top,
            room.top + _stacked(self.upper, setting) + gap + free / 2,
            bottom - _stacked(self.lower, setting),
        )
        for blocks, start in zip((self.upper, self.middle, self.lower), tops, strict=True):
            top = start
            for block in blocks:
                block.place(sheet, parent, room.left, top, room.width)
                top += block.height(setting.measure, room.width) + gap
        lines = self._foot_lines(setting)
        sheet.lines(None, lines, room.left, bottom + setting.look.gap_small, setting.quiet)


def _stacked(blocks: tuple[Block, ...], setting: Setting) -> float:
    """The height of blocks with gaps between them."""
    heights = sum(block.height(setting.measure, setting.width) for block in blocks)
    return heights + setting.look.gap * max(0, len(blocks) - 1)


@dataclass(frozen=True, slots=True)
class Card:
    """Both sides of a card; no back leaves it blank."""

    front: CardFace
    back: CardFace | None = None


def safety_cards(routine: Routine, setting: Setting) -> list[Card]:
    """When to stop, the pain rule, whom to call, and what concerns this client; on as few cards as hold them.

    Raises:
        DoesNotFitError: a part is higher than a card; names it.
    """
    faces = _filled(_safety(routine, setting), setting)
    own = for_the_client(routine, setting.wording) + agreed_and_left_out(routine, setting.wording)
    if own:
        if len(faces) % 2:
            faces.append(None)
        faces += _for_you(own, setting)
    return _paired(faces)


def _safety(routine: Routine, setting: Setting) -> list[Block]:
    """The parts in their order; on a card that lies, some stand beside each other."""
    label, look, style = setting.wording.label, setting.look, setting.style
    details, wording = setting.details, setting.wording
    title, before = label("cover.title"), label("safety.title")
    before_style = TextStyle(
        look.exercise_name.size, look.exercise_name.leading, Face.BOLD, look.heading.colour
    )
    signs = wording.labels("card.doctor-signs")
    people = [Paragraph(whom_and_when(details, wording), setting.bold)]
    if details.review:
        review = label("card.review", date=wording.day(details.review))
        people.append(Paragraph(review, setting.quiet))
    head = Stack(
        (
            Paragraph(title, look.heading, Role.HEADING_1, bookmark=title),
            Rule(Colour.ACCENT, look.rule),
            *people,
            Paragraph(plan_line(routine, details, "card.plan", wording), style),
        ),
        look.gap_small,
    )
    start = Paragraph(before, before_style, Role.HEADING_2, bookmark=before)
    help_ = emergency(look, style, wording)
    stop = stop_signs(details, look, style, wording)
    pain = pain_rule(details, look, style, wording)
    doctor = Stack((title_of(label("card.doctor"), look), Items(signs, style=style, gap=0)), gap=0)
    call = whom_to_call(details, look, style, wording)
    if setting.is_lying:
        stop_beside = Columns((help_, stop), (1.5, 1), look.gap_large)
        first = [head, Stack((start, stop_beside), look.gap_small)]
        pain_beside = Columns((Stack((pain, call), look.gap), doctor), (1, 1), look.gap_large)
        if pain_beside.height(setting.measure, setting.width) <= setting.height:
            return [*first, pain_beside]
        return [*first, pain, doctor, call]
    return [head, Stack((start, help_), look.gap_small), stop, pain, doctor, call]


def _for_you(texts: tuple[str, ...], setting: Setting) -> list[CardFace | None]:
    """The client's own cautions, and lines for the clinician's notes where they leave room."""
    look, style, label = setting.look, setting.style, setting.wording.label
    title = label("safety.for-you")
    head = Paragraph(title, look.exercise_name, Role.HEADING_2, bookmark=title)
    first = Stack((head, Rule(Colour.ACCENT, look.rule), Items(texts[:1], style=style)), look.gap_small)
    faces = _filled([first, *(Items((text,), style=style) for text in texts[1:])], setting, title)
    last = faces[-1]
    assert last is not None, "there is at least one text"
    line = look.writing_line
    notes = title_of(label("card.notes"), look)
    count = int((setting.height - last.height(setting) - look.gap_large - notes.style.leading) // line)
    if count >= _LEAST_NOTES:
        lines = (Rule(Colour.INK, look.hairline, above=line - look.hairline) for _ in range(count))
        faces[-1] = CardFace(last.name, last.upper, (Stack((notes, *lines), gap=0),))
    return faces


def _filled(blocks: list[Block], setting: Setting, name: str = "") -> list[CardFace | None]:
    """Blocks on as few sides of cards as hold them, in order."""
    faces: list[CardFace | None] = []
    on_face: tuple[Block, ...] = ()
    for block in blocks:
        face = CardFace(name or block.label, (*on_face, block))
        if on_face and face.height(setting) > setting.height:
            faces.append(CardFace(name or on_face[0].label, on_face))
            face = CardFace(name or block.label, (block,))
        check_fits(face, setting)
        on_face = face.upper
    return [*faces, CardFace(name or on_face[0].label, on_face)]


def exercise_cards(number: int, chosen: Chosen, setting: Setting) -> list[Card]:
    """An exercise: pictures and dose in front, steps and cautions on the back.

    The client's own cautions stand on the back, as many as fit there, and the others in front; where even
    that is too small, on a second card, and the first one says so.

    Raises:
        DoesNotFitError: it does not fit; names the exercise and what it needs.
    """
    own = setting.wording.own_cautions(chosen)
    most = 0
    for count in range(len(own), -1, -1):
        back = _back(number, chosen, own[:count], setting)
        if back.height(setting) > setting.height:
            continue
        front = _front(number, chosen, own[count:], setting)
        if front.height(setting) <= setting.height:
            return [Card(front, back)]
        most = max(most, count)
    # The line that points to the second card takes the place of a caution.
    pointer = (setting.wording.label("card.more"),) if own else ()
    backs = [_back(number, chosen, (*own[:count], *pointer), setting) for count in range(most, -1, -1)]
    back = next((back for back in backs if back.height(setting) <= setting.height), backs[-1])
    card = Card(_front(number, chosen, (), setting), back)
    check_fits(card.front, setting)
    check_fits(back, setting)
    return [card, *_more(number, chosen, own[len(backs) - 1 - backs.index(back) :], setting)]


def _more(number: int, chosen: Chosen, own: tuple[str, ...], setting: Setting) -> list[Card]:
    """Cards with the rest of the client's own cautions for an exercise."""
    name = setting.wording.words.exercises[chosen.exercise.id].name
    heading = f"{number}. {name}"
    title = Paragraph(heading, setting.look.exercise_name, Role.HEADING_3, bookmark=heading)
    faces: list[CardFace] = []
    while own:
        tried = [
            CardFace(heading, (title, _cautions((), own[:count], setting)))
            for count in range(len(own), 0, -1)
        ]
        face = next((face for face in tried if face.height(setting) <= setting.height), tried[-1])
        check_fits(face, setting)
        own = own[len(tried) - tried.index(face) :]
        faces.append(face)
    return _paired(faces)


def _paired(faces: Sequence[CardFace | None]) -> list[Card]:
    """Two faces a card; the last may have no back."""
    return [Card(front, back) for front, back in zip_longest(faces[::2], faces[1::2]) if front is not None]


def check_fits(face: CardFace, setting: Setting) -> None:
    """Refuse what would be cut off.

    Raises:
        DoesNotFitError: the face needs more height than its card has; names it and both figures.
    """
    needed = face.height(setting)
    if needed > setting.height:
        raise DoesNotFitError(
            Problem(
                f"“{face.name}” needs {needed:.0f} points of height, its card has room for "
                f"{setting.height:.0f}",
                "use a shorter text, or choose the layout of whole pages",
            )
        )


def _front(number: int, chosen: Chosen, own: tuple[str, ...], setting: Setting) -> CardFace:
    """Name and tick box, pictures, dose; with cautions of the client's own where the back has no room."""
    look, wording, details = setting.look, setting.wording, setting.details
    name = wording.words.exercises[chosen.exercise.id].name
    heading = f"{number}. {name}"
    description = wording.label("tick.exercise", number=number, name=name)
    head = Stack(
        (
            NameLine(heading, look, f"card-{number}", description),
            Rule(Colour.ACCENT, look.rule, above=1),
            Paragraph(_facts(chosen, setting), setting.quiet),
        ),
        look.gap_small,
    )
    dose = panel(dose_block(chosen, details.weeks, look, setting.style, wording), look)
    foot = whom_and_when(details, wording)
    cautions: tuple[Block, ...] = (_cautions((), own, setting),) if own else ()
    bare = CardFace(heading, (head,), (*cautions, dose), foot=foot)
    words = wording.words.exercises[chosen.exercise.id]
    frames = tuple(
        (f"{words.id}-{frame}", frame_words, proportion)
        for frame, frame_words in words.frames.items()
        if (proportion := setting.pictures.proportion(f"{words.id}-{frame}"))
    )
    if not frames:
        return bare
    row = Frames(frames, chosen.is_mirrored, look.small_bold, look.gap_small, look.gap_large)
    least = _LEAST_PICTURE / max(1.0, *(proportion for _, _, proportion in frames))
    left_over = setting.height - bare.height(setting) - look.gap
    needed = row.least_height(setting.measure, setting.width, least)
    if needed > left_over:
        needed = row.least_height(setting.measure, setting.width, least * _SMALLER)
    room = max(needed, left_over)
    pictures, height = row.largest(setting.measure, setting.width, room)
    below = CardFace(heading, (head,), (*cautions, dose), (pictures,), foot)
    if not setting.is_lying:
        return below
    # On a card that lies, the dose may stand beside the pictures.
    wide = (setting.width - look.gap_large) * (1 - _DOSE_SHARE)
    rest = CardFace(heading, (head,), cautions, foot=foot).height(setting) + look.gap
    room = max(row.least_height(setting.measure, wide, least), setting.height - rest)
    pictures, beside_height = row.largest(setting.measure, wide, room)
    both = Columns((pictures, dose), (1 - _DOSE_SHARE, _DOSE_SHARE), look.gap_large)
    beside = CardFace(heading, (head,), cautions, (both,), foot)
    fitting = [face for face in (beside, below) if face.height(setting) <= setting.height]
    if len(fitting) == 1:
        return fitting[0]
    return beside if beside_height > height else below


def _facts(chosen: Chosen, setting: Setting) -> str:
    """The position, what is needed, and which side the pictures show."""
    wording = setting.wording
    usual = chosen.position is chosen.exercise.positions[0]
    facts = [wording.label(f"position.{chosen.position}") if usual else wording.other_position(chosen)]
    if chosen.exercise.kit_needed:
        kit = wording.listed(wording.label(f"kit-short.{piece}") for piece in chosen.exercise.kit_needed)
        facts.append(kit)
    if chosen.shown_side:
        facts.append(wording.label(f"card.shown-{chosen.shown_side}"))
    return " · ".join(facts)


def _back(number: int, chosen: Chosen, own: tuple[str, ...], setting: Setting) -> CardFace:
    """Steps, cautions, and when to stop."""
    look, style, wording = setting.look, setting.style, setting.wording
    words = wording.words.exercises[chosen.exercise.id]
    side = words.sides.get(chosen.sides[0], "") if len(chosen.sides) == 1 else ""
    way = (Paragraph(side, setting.bold),) if side else ()
    steps = Items(words.steps, ListNumbering.DECIMAL, style, look.gap_small / 2)
    title = title_of(wording.label("card.steps", number=number), look)
    stop = wording.label("card.stop-line", pain=stopping_pain(setting.details, wording))
    to_do = Stack((title, *way, steps), look.gap_small / 2)
    lower = (_cautions((words.caution,), own, setting), Paragraph(stop, setting.bold))
    name = f"{number}. {words.name}"
    if not setting.is_lying:
        return CardFace(name, (to_do,), lower)
    # On a card that lies, long lines would waste room: cautions stand beside the steps.
    beside = [
        CardFace(name, (Columns((to_do, Stack(lower, look.gap)), (share, 1 - share), look.gap_large),))
        for share in _STEPS_SHARES
    ]
    return min(beside, key=lambda face: face.height(setting))


def _cautions(texts: tuple[str, ...], own: tuple[str, ...], setting: Setting) -> Framed:
    """The exercise's caution and those of the client, in one frame."""
    label = setting.wording.label
    parts = ((label("exercise.caution"), texts), (label("exercise.for-you"), own))
    blocks: list[Paragraph] = []
    for heading, group in parts:
        if group:
            blocks.append(Paragraph(heading, setting.bold, Role.HEADING_3))
            blocks += [Paragraph(text, setting.style) for text in group]
    head, *others = blocks
    return Framed(head, tuple(others), setting.look, setting.look.gap_small / 2)
