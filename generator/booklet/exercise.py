"""One exercise: name and tick box, pictures, steps beside the dose, caution, and what helps to do it well."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.booklet import style as s
from generator.booklet.blocks import (
    Columns,
    Items,
    Panel,
    Paragraph,
    Rule,
    Stack,
    Warn,
)
from generator.booklet.exercise_pictures import picture_row
from generator.booklet.flow import Flow
from generator.booklet.model import Box, Colour, Face, ListNumbering, Rectangle, Role
from generator.booklet.style import TextStyle

if TYPE_CHECKING:
    from generator.booklet.blocks import Block
    from generator.booklet.exercise_pictures import PictureRow
    from generator.booklet.model import TextMeasure
    from generator.booklet.sheet import Sheet
    from generator.booklet.wording import Wording
    from generator.library.model import ExerciseWords
    from generator.routine.model import Chosen

_WIDE_SHARE = 0.67  # of the width: what stands beside the dose
_NAME_SHARE = 0.215  # of the width: the name of a line
_GAP = s.GAP
_LINE_GAP = 4.0
_NOTE_LINES = 2
_NOTE_LINE = 23.0  # from writing line to writing line: room for handwriting


@dataclass(frozen=True, slots=True)
class _NameLine:
    """Tick box, number and name on one line; the heading is “3. Rotation in sitting”."""

    number: int
    name: str

    @property
    def label(self) -> str:
        return self.name

    _indent = s.TICK_BOX + 11

    @property
    def _text(self) -> Paragraph:
        text = f"{self.number}. {self.name}"
        return Paragraph(text, s.EXERCISE_NAME, Role.HEADING_2, bookmark=text)

    def height(self, measure: TextMeasure, width: float) -> float:
        return self._text.height(measure, width - self._indent)

    def place(self, sheet: Sheet, parent: int, left: float, top: float, width: float) -> None:
        box = Box(left, top + (s.EXERCISE_NAME.leading - s.TICK_BOX) / 2, s.TICK_BOX, s.TICK_BOX)
        sheet.mark(None, Rectangle(box, Colour.PAPER, Colour.INK, s.TICK_BOX_LINE + 0.4, radius=3))
        self._text.place(sheet, parent, left + self._indent, top, width - self._indent)


def lay_out_exercise(sheet: Sheet, number: int, chosen: Chosen, wording: Wording) -> None:
    """An exercise on a page of its own; what does not fit goes on to the next page."""
    flow = Flow(sheet, sheet.element(Role.SECTION))
    arranged = _arranged(sheet, number, chosen, wording, s.BODY)
    if _height(arranged, sheet) > sheet.style.room_height:
        arranged = _arranged(sheet, number, chosen, wording, s.BODY_TIGHT)
    for block, gap in arranged:
        flow.put(block, gap=gap)
    flow.skip(s.GAP_SMALL)
    _notes(flow, wording)


_Arranged = list[tuple["Block", float]]  # blocks from top to bottom, each with the gap below it


def _height(arranged: _Arranged, sheet: Sheet) -> float:
    measure, width = sheet.measure, sheet.style.room_width
    return sum(block.height(measure, width) + gap for block, gap in arranged) - arranged[-1][1]


def _arranged(sheet: Sheet, number: int, chosen: Chosen, wording: Wording, look: TextStyle) -> _Arranged:
    """The whole page; `look` is that of the lines below the caution."""
    words = wording.words.exercises[chosen.exercise.id]
    row = picture_row(chosen, words, sheet.pictures)
    head = _head(number, chosen, words, wording, has_pictures=row is not None)
    steps, dose = _steps(words, wording), _dose(chosen, wording)
    after: _Arranged = [
        (Warn(wording.label("exercise.caution"), words.caution), _GAP),
        *((line, _LINE_GAP) for line in _help(words, wording, look)),
    ]
    beside = _share_beside(sheet.style.room_width)
    if row is None:
        return [*head, (_beside(steps, dose), _GAP), *after]
    if row.highest(beside) >= s.PICTURE_HEIGHT_GOOD:
        # Narrow pictures leave room for the dose beside them, and the whole width for the steps.
        others = [*head, (steps, _GAP), *after]
        pictures = row.block(beside, _room_for(row, sheet, beside, others))
        return [*head, (_beside(pictures, dose), _GAP), (steps, _GAP), *after]
    others = [*head, (_beside(steps, dose), _GAP), *after]
    width = sheet.style.room_width
    return [*head, (row.block(width, _room_for(row, sheet, width, others)), _GAP), *others[len(head) :]]


def _room_for(row: PictureRow, sheet: Sheet, width: float, others: _Arranged) -> float:
    """How high pictures may be so that all goes on one page; at least the house's least."""
    taken = _height(others, sheet) + row.caption_height(sheet.measure, width) + _GAP
    return max(s.PICTURE_HEIGHT_LEAST, sheet.style.room_height - taken)


def _share_beside(width: float) -> float:
    """The width of what stands beside the dose."""
    return (width - s.GAP_LARGE) * _WIDE_SHARE


def _beside(wide: Block, narrow: Block) -> Block:
    return Columns((wide, narrow), (_WIDE_SHARE, 1 - _WIDE_SHARE))


def _head(
    number: int, chosen: Chosen, words: ExerciseWords, wording: Wording, *, has_pictures: bool
) -> _Arranged:
    label = wording.label
    goals = wording.listed(label(f"goal.{goal}") for goal in chosen.goals or chosen.exercise.serves)
    facts = [label(f"kind.{chosen.exercise.kind}"), goals, label(f"position.{chosen.position}")]
    if has_pictures and chosen.shown_side:
        facts.append(label(f"exercise.shown-{chosen.shown_side}"))
    return [
        (_NameLine(number, words.name), 1),
        (Paragraph(" · ".join(facts), s.SMALL_QUIET), 2),
        (Rule(Colour.ACCENT, s.RULE, above=1, below=2), 3),
        (Paragraph(words.purpose), _GAP),
    ]


def _titled(title: str, *blocks: Block) -> Stack:
    return Stack((Paragraph(title, s.SUBHEADING, Role.HEADING_3), *blocks), gap=1)


def _steps(words: ExerciseWords, wording: Wording) -> Block:
    return _titled(wording.label("exercise.what-to-do"), Items(words.steps, ListNumbering.DECIMAL, gap=3))


def _dose(chosen: Chosen, wording: Wording) -> Block:
    figure = wording.dose_figure(chosen.dose, chosen.sides)
    small = [wording.label("exercise.takes", time=wording.minutes(chosen.seconds))]
    if chosen.exercise.kit_needed:
        kit = wording.listed(wording.label(f"kit-short.{piece}") for piece in chosen.exercise.kit_needed)
        small.append(wording.label("exercise.need", kit=kit))
    rule = Rule(Colour.ACCENT, s.HAIRLINE, above=4, below=4)
    return Panel(
        Stack(
            (
                Paragraph(wording.label("exercise.how-much"), s.SUBHEADING, Role.HEADING_3),
                Paragraph(figure.value, s.FIGURE_LARGE),
                Paragraph(f"{figure.unit} {figure.note}".strip(), s.BODY_BOLD),
                rule,
                Paragraph(wording.chosen_dose(chosen)),
                rule,
                *(Paragraph(text, s.SMALL) for text in small),
            ),
            gap=0,
        ),
        padding=9,
    )


def _help(words: ExerciseWords, wording: Wording, look: TextStyle) -> list[Block]:
    """What helps to do it well: a line each, its name before it."""
    name_look = TextStyle(s.SMALL.size, look.leading, Face.BOLD, Colour.ACCENT)
    return [
        Columns(
            (
                Paragraph(wording.label(f"exercise.{name}"), name_look, Role.HEADING_3),
                Paragraph(getattr(words, name), look),
            ),
            (_NAME_SHARE, 1 - _NAME_SHARE),
            gap=s.GAP,
        )
        for name in ("feel", "breathing", "easier", "harder", "mistake")
    ]


def _notes(flow: Flow, wording: Wording) -> None:
    """Lines to write on, where the page has room for them."""
    title = Paragraph(wording.label("exercise.note"), s.SUBHEADING, Role.HEADING_3)
    needed = title.style.leading + _NOTE_LINES * _NOTE_LINE
    if needed <= flow.left_over:
        lines = (Rule(Colour.INK, s.HAIRLINE, above=_NOTE_LINE - s.HAIRLINE) for _ in range(_NOTE_LINES))
        flow.put(Stack((title, *lines), gap=0))
