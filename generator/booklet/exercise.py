"""One exercise: name and tick box, pictures, steps beside the dose, caution, and what helps to do it well."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.booklet import style as s
from generator.booklet.blocks import (
    CaptionedPicture,
    Columns,
    Items,
    Panel,
    Paragraph,
    Rule,
    Stack,
    Warn,
)
from generator.booklet.flow import Flow
from generator.booklet.model import Box, Colour, ListNumbering, Rectangle, Role

if TYPE_CHECKING:
    from generator.booklet.blocks import Block
    from generator.booklet.model import TextMeasure
    from generator.booklet.sheet import Sheet
    from generator.booklet.wording import Wording
    from generator.library.model import ExerciseWords
    from generator.routine.model import Chosen

_STEPS_SHARE, _DOSE_SHARE = 0.66, 0.34
_LEAST_SHARE = 0.3  # of the room for pictures, for each
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
    words = wording.words.exercises[chosen.exercise.id]
    flow = Flow(sheet, sheet.element(Role.SECTION))
    above = _head(number, chosen, words, wording)
    below: list[Block] = [
        Columns(
            (_steps(words, wording), _dose(chosen, wording)), (_STEPS_SHARE, _DOSE_SHARE), gap=s.GAP_LARGE
        ),
        Warn(wording.label("exercise.caution"), words.caution),
        *_help(words, wording),
    ]
    measure, width = sheet.measure, sheet.style.room_width
    rest = sum(block.height(measure, width) + s.GAP + 2 for block in (*above, *below))
    flow.put(*above, gap=s.GAP_SMALL)
    flow.skip(s.GAP_SMALL)
    pictures = _pictures(words, sheet, sheet.style.room_height - rest)
    if pictures:
        flow.put(pictures)
        flow.skip(2)
    for block in below:
        flow.put(block, gap=s.GAP + 2)
    _notes(flow, wording)


def _head(number: int, chosen: Chosen, words: ExerciseWords, wording: Wording) -> list[Block]:
    goals = wording.listed(wording.label(f"goal.{goal}") for goal in chosen.goals or chosen.exercise.serves)
    kind = wording.label(f"kind.{chosen.exercise.kind}")
    position = wording.label(f"position.{chosen.position}")
    facts = f"{kind} · {goals} · {position}"
    return [
        _NameLine(number, words.name),
        Paragraph(facts, s.SMALL_QUIET),
        Rule(Colour.ACCENT, s.RULE, above=1, below=2),
        Paragraph(words.purpose, s.LEAD),
    ]


def _pictures(words: ExerciseWords, sheet: Sheet, room: float) -> Block | None:
    """The frames side by side, as large as page and limits allow; None without pictures."""
    frames = [
        (name, frame, proportion)
        for name, frame in words.frames.items()
        if (proportion := sheet.pictures.proportion(f"{words.id}-{name}"))
    ]
    if not frames:
        return None
    # A narrow picture beside a wide one keeps room for its caption.
    least = _LEAST_SHARE * sum(proportion for _, _, proportion in frames)
    shares = tuple(max(proportion, least) for _, _, proportion in frames)
    across = sheet.style.room_width - s.GAP_LARGE * (len(frames) - 1)
    widths = [across * share / sum(shares) for share in shares]
    caption = max(
        Paragraph(frame.caption, s.SMALL_BOLD).height(sheet.measure, width)
        for (_, frame, _), width in zip(frames, widths, strict=True)
    )
    wanted = max(s.PICTURE_HEIGHT_LEAST, min(s.PICTURE_HEIGHT_MOST, room - caption - s.GAP_SMALL - s.GAP))
    height = min(wanted, *(width / frame[2] for frame, width in zip(frames, widths, strict=True)))
    blocks = tuple(
        CaptionedPicture(f"{words.id}-{name}", frame.alt, frame.caption, proportion, height)
        for name, frame, proportion in frames
    )
    return Columns(blocks, shares)


def _titled(title: str, *blocks: Block) -> Stack:
    return Stack((Paragraph(title, s.SUBHEADING, Role.HEADING_3), *blocks), gap=1)


def _steps(words: ExerciseWords, wording: Wording) -> Block:
    return _titled(
        wording.label("exercise.what-to-do"), Items(words.steps, ListNumbering.DECIMAL, gap=s.GAP_SMALL)
    )


def _dose(chosen: Chosen, wording: Wording) -> Block:
    figure = wording.dose_figure(chosen.dose, chosen.sides)
    exercise = chosen.exercise
    lines: list[Block] = [
        Paragraph(wording.label("exercise.how-much"), s.SUBHEADING, Role.HEADING_3),
        Paragraph(figure.value, s.FIGURE_LARGE),
        Paragraph(figure.unit, s.BODY_BOLD),
    ]
    if figure.note:
        lines.append(Paragraph(figure.note, s.BODY_BOLD))
    lines += [Rule(Colour.ACCENT, s.HAIRLINE, above=5, below=5), Paragraph(wording.chosen_dose(chosen))]
    lines += [
        Rule(Colour.ACCENT, s.HAIRLINE, above=5, below=5),
        Paragraph(wording.label("exercise.takes", time=wording.minutes(chosen.seconds))),
    ]
    if exercise.kit_needed:
        kit = wording.listed(wording.label(f"kit-short.{piece}") for piece in exercise.kit_needed)
        lines += [
            Rule(Colour.ACCENT, s.HAIRLINE, above=5, below=5),
            Paragraph(wording.label("exercise.need", kit=kit)),
        ]
    return Panel(Stack(tuple(lines), gap=0))


def _help(words: ExerciseWords, wording: Wording) -> list[Block]:
    """Pairs of short texts side by side."""

    def part(name: str, text: str) -> Block:
        return _titled(wording.label(f"exercise.{name}"), Paragraph(text))

    return [
        Columns((part("feel", words.feel), part("breathing", words.breathing)), (1, 1)),
        Columns((part("easier", words.easier), part("harder", words.harder)), (1, 1)),
        part("mistake", words.mistake),
    ]


def _notes(flow: Flow, wording: Wording) -> None:
    """Lines to write on, where the page has room for them."""
    title = Paragraph(wording.label("exercise.note"), s.SUBHEADING, Role.HEADING_3)
    needed = title.style.leading + _NOTE_LINES * _NOTE_LINE
    if needed <= flow.left_over:
        lines = (Rule(Colour.INK, s.HAIRLINE, above=_NOTE_LINE - s.HAIRLINE) for _ in range(_NOTE_LINES))
        flow.put(Stack((title, *lines), gap=0))
