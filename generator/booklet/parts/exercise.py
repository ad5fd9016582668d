"""One exercise on its page, or on two where one is too small."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.booklet import style as s
from generator.booklet.blocks.flow import Flow
from generator.booklet.blocks.text import Columns, Paragraph
from generator.booklet.model import Role
from generator.booklet.parts.exercise_blocks import (
    Fit,
    cautions_of,
    continued,
    dose_of,
    head_of,
    help_of,
    notes,
    steps_of,
)
from generator.booklet.parts.exercise_pictures import picture_row

if TYPE_CHECKING:
    from generator.booklet.blocks.text import Block
    from generator.booklet.parts.exercise_blocks import Arranged
    from generator.booklet.parts.exercise_pictures import PictureRow
    from generator.booklet.surface import Sheet
    from generator.booklet.wording import Wording
    from generator.library.model import ExerciseWords
    from generator.routine.model import Chosen

_WIDE_SHARE = 0.67  # of the width: what stands beside the dose
_WHILE_DOING = 2  # of the lines that help, the first: how it feels and how to breathe
_NOTE_LINES = 2
_NOTE_LINES_OVERLEAF = 6
_ROOMY = Fit(s.LINE_NAME, s.BODY, s.GAP, 4)
_FITS = (
    _ROOMY,
    Fit(s.LINE_NAME_TIGHT, s.BODY_TIGHT, s.GAP, 4),
    Fit(s.LINE_NAME_TIGHT, s.BODY_TIGHT, 5, 2),
)


@dataclass(frozen=True, slots=True)
class _Exercise:
    """An exercise on its way to a sheet: its place in the routine, and how long the routine goes on."""

    sheet: Sheet
    number: int
    chosen: Chosen
    weeks: int
    wording: Wording

    @property
    def words(self) -> ExerciseWords:
        return self.wording.words.exercises[self.chosen.exercise.id]

    @property
    def pictures(self) -> PictureRow | None:
        return picture_row(self.chosen, self.words, self.sheet.pictures)

    def height(self, arranged: Arranged) -> float:
        """Of blocks one below the other, without the gap below the last."""
        measure, width = self.sheet.measure, self.sheet.style.room_width
        return sum(block.height(measure, width) + gap for block, gap in arranged) - arranged[-1][1]

    def fits(self, arranged: Arranged) -> bool:
        """Whether they go on one page."""
        return self.height(arranged) <= self.sheet.style.room_height

    def head(self, fit: Fit) -> Arranged:
        """Down to what the exercise is for."""
        has_pictures = self.pictures is not None
        head = head_of(self.number, self.chosen, self.words, self.wording, has_pictures=has_pictures)
        return [*head, (Paragraph(self.words.purpose), fit.gap)]

    def steps(self) -> Block:
        return steps_of(self.chosen, self.words, self.wording)

    def dose(self) -> Block:
        return dose_of(self.chosen, self.weeks, self.wording)

    def cautions(self, fit: Fit) -> Arranged:
        return [(box, fit.gap) for box in cautions_of(self.chosen, self.words, self.wording)]

    def help(self, fit: Fit) -> Arranged:
        return [(line, fit.line_gap) for line in help_of(self.chosen, self.wording, fit)]


def lay_out_exercise(sheet: Sheet, number: int, chosen: Chosen, weeks: int, wording: Wording) -> None:
    """An exercise on a page of its own, or on two where that is too small.

    Of two pages, the first has all that is needed to do it, and the second what helps to vary it; where not
    even that goes on one page, the steps stand on the second, and the pictures are larger.

    Args:
        sheet: where it goes.
        number: its place in the routine, from 1.
        chosen: the exercise.
        weeks: how long the routine goes on.
        wording: in the booklet's language.
    """
    exercise = _Exercise(sheet, number, chosen, weeks, wording)
    flow = Flow(sheet, sheet.element(Role.SECTION))
    tried = (_one_page(exercise, fit, exercise.help(fit)) for fit in _FITS)
    whole = next((arranged for arranged in tried if exercise.fits(arranged)), None)
    first, second = (whole, []) if whole else _two_pages(exercise)
    for block, gap in first:
        flow.put(block, gap=gap)
    if second:
        flow.turn()
        continued(flow, number, chosen, wording)
        for block, gap in second:
            flow.put(block, gap=gap)
    flow.skip(s.GAP_SMALL)
    notes(flow, wording, _NOTE_LINES if whole else _NOTE_LINES_OVERLEAF)


def _one_page(exercise: _Exercise, fit: Fit, help_: Arranged) -> Arranged:
    """The page with these of the lines that help."""
    sheet, row = exercise.sheet, exercise.pictures
    head, steps, dose = exercise.head(fit), exercise.steps(), exercise.dose()
    after = [*exercise.cautions(fit), *help_]
    width = sheet.style.room_width
    beside = (width - s.GAP_LARGE) * _WIDE_SHARE
    if row is None:
        return [*head, (_beside(steps, dose), fit.gap), *after]
    if row.highest(beside, sheet.look) >= sheet.look.picture_height_good:
        # Narrow pictures leave room for the dose beside them, and the whole width for the steps.
        others = [*head, (steps, fit.gap), *after]
        captions = row.caption_height(sheet.measure, beside)
        as_the_dose = dose.height(sheet.measure, width - s.GAP_LARGE - beside) - captions
        height = max(as_the_dose, _room_for(row, exercise, beside, others, fit))
        pictures = row.block(beside, height, sheet.look)
        arranged = [*head, (_beside(pictures, dose), fit.gap), (steps, fit.gap), *after]
        # Only the last try gives up their size for the sake of one page.
        if fit is not _FITS[-1] or exercise.fits(arranged):
            return arranged
    others = [*head, (_beside(steps, dose), fit.gap), *after]
    pictures = row.block(width, _room_for(row, exercise, width, others, fit), sheet.look)
    return [*head, (pictures, fit.gap), *others[len(head) :]]


def _two_pages(exercise: _Exercise) -> tuple[Arranged, Arranged]:
    """What stands on the first page and on the second."""
    lines = exercise.help(_ROOMY)
    for count in range(_WHILE_DOING, -1, -1):
        first = _one_page(exercise, _ROOMY, lines[:count])
        if exercise.fits(first):
            return first, lines[count:]
    return _before_the_steps(exercise), [(exercise.steps(), _ROOMY.gap), *lines]


def _before_the_steps(exercise: _Exercise) -> Arranged:
    """The first of two pages: pictures as large as they can be, one above the other if so, dose, cautions."""
    sheet, row, fit = exercise.sheet, exercise.pictures, _ROOMY
    dose = (exercise.dose(), fit.gap)
    head, cautions = exercise.head(fit), exercise.cautions(fit)
    if row is None:
        return [*head, dose, *cautions]
    width = sheet.style.room_width
    beside = (width - s.GAP_LARGE) * _WIDE_SHARE
    if row.highest(beside, sheet.look) >= sheet.look.picture_height_good:
        pictures = row.block(beside, _room_for(row, exercise, beside, [*head, *cautions], fit), sheet.look)
        return [*head, (_beside(pictures, dose[0]), fit.gap), *cautions]
    others = [*head, dose, *cautions]
    room = sheet.style.room_height - exercise.height(others) - fit.gap
    return [*head, (row.largest(sheet.measure, width, room), fit.gap), dose, *cautions]


def _room_for(row: PictureRow, exercise: _Exercise, width: float, others: Arranged, fit: Fit) -> float:
    """How high pictures may be so that all goes on one page; at least the look's least."""
    sheet = exercise.sheet
    taken = exercise.height(others) + row.caption_height(sheet.measure, width) + fit.gap
    return max(sheet.look.picture_height_least, sheet.style.room_height - taken)


def _beside(wide: Block, narrow: Block) -> Block:
    return Columns((wide, narrow), (_WIDE_SHARE, 1 - _WIDE_SHARE))
