"""One exercise on its page, or on two where one is too small."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from generator.booklet.blocks.containers import Block, Columns
from generator.booklet.blocks.flow import Flow
from generator.booklet.blocks.text import Paragraph
from generator.booklet.model import Role
from generator.booklet.parts.exercise_blocks import (
    Arranged,
    Fit,
    cautions_of,
    continued,
    dose_of,
    head_of,
    help_of,
    notes,
    steps_of,
)
from generator.booklet.parts.exercise_pictures import PictureRow, picture_row
from generator.booklet.style import ROUNDING, WHOLE_PAGE, Look

if TYPE_CHECKING:
    from generator.booklet.content import Content
    from generator.booklet.surface import Surface
    from generator.routine.model import Chosen

_WIDE_SHARE = 0.67  # of the width: what stands beside the dose
_WHILE_DOING = 2  # of the lines that help, the first: how it feels and how to breathe
_NOTE_LINES = 2
_NOTE_LINES_OVERLEAF = 6
_TIGHT_GAP = 0.625  # of the usual gap, where all must go on one page


def _fits(look: Look) -> tuple[Fit, Fit, Fit]:
    """How the lines below the caution may be set, from the roomiest to the tightest."""
    return (
        Fit(look.body, look.gap, 4),
        Fit(look.body_tight, look.gap, 4),
        Fit(look.body_tight, _TIGHT_GAP * look.gap, 2),
    )


class _Exercise(NamedTuple):
    """An exercise on its way to a surface, with its place in the routine."""

    surface: Surface
    number: int
    chosen: Chosen
    content: Content

    @property
    def pictures(self) -> PictureRow | None:
        return picture_row(self.chosen, self.content, self.surface.pictures, self.surface.look)

    def height(self, arranged: Arranged) -> float:
        """Of blocks one below the other, without the gap below the last."""
        measure, width = self.surface.measure, self.surface.page_style.room_width
        return sum(block.height(measure, width) + gap for block, gap in arranged) - arranged[-1][1]

    def fits(self, arranged: Arranged) -> bool:
        """Whether they go on one page."""
        return self.height(arranged) <= self.surface.page_style.room_height + ROUNDING

    def head(self, fit: Fit) -> Arranged:
        """Down to what the exercise is for."""
        look, wording = self.surface.look, self.content.wording
        has_pictures = self.pictures is not None
        head = head_of(self.number, self.chosen, look, wording, has_pictures=has_pictures)
        return [*head, (Paragraph(wording.exercise(self.chosen).purpose, look.body), fit.gap)]

    def steps(self) -> Block:
        return steps_of(self.chosen, self.surface.look, self.content.wording)

    def dose(self) -> Block:
        return dose_of(self.chosen, self.content.details.weeks, self.surface.look, self.content.wording)

    def cautions(self, fit: Fit) -> Arranged:
        boxes = cautions_of(self.chosen, self.surface.setup, self.content.wording)
        return [(box, fit.gap) for box in boxes]

    def help(self, fit: Fit) -> Arranged:
        lines = help_of(self.chosen, self.surface.look, self.content.wording, fit)
        return [(line, fit.line_gap) for line in lines]

    def beside(self, wide: Block, narrow: Block) -> Block:
        return Columns((wide, narrow), (_WIDE_SHARE, 1 - _WIDE_SHARE), self.surface.look.gap_large)


def lay_out_exercise(surface: Surface, number: int, chosen: Chosen, content: Content) -> None:
    """An exercise on a page of its own, or on two where that is too small.

    Of two pages, the first has all that is needed to do it, and the second what helps to vary it; where not
    even that goes on one page, the steps stand on the second, and the pictures are larger.

    Args:
        surface: where it goes.
        number: its place in the routine, from 1.
        chosen: the exercise.
        content: the schedule, and the words in the booklet's language.
    """
    exercise = _Exercise(surface, number, chosen, content)
    look, wording = surface.look, content.wording
    flow = Flow(surface, surface.element(Role.SECTION))
    whole = _whole(exercise)
    first, second = (whole, []) if whole else _two_pages(exercise)
    for block, gap in first:
        flow.put(block, gap=gap)
    if second:
        flow.turn()
        continued(flow, number, chosen, wording)
        for block, gap in second:
            flow.put(block, gap=gap)
    flow.skip(look.gap_small)
    notes(flow, wording, _NOTE_LINES if whole else _NOTE_LINES_OVERLEAF)


def _whole(exercise: _Exercise) -> Arranged | None:
    """All on one page, as roomy as good pictures let it be; None where that is too small."""
    look = exercise.surface.look
    *_, tightest = fits = _fits(look)
    tries = [*((fit, look.picture_height_good) for fit in fits), (tightest, look.picture_height_least)]
    tried = (_one_page(exercise, fit, exercise.help(fit), least) for fit, least in tries)
    return next((arranged for arranged in tried if exercise.fits(arranged)), None)


def _one_page(exercise: _Exercise, fit: Fit, help_: Arranged, least: float = 0.0) -> Arranged:
    """The page with these of the lines that help, and pictures at least that high where the width allows."""
    surface, look, row = exercise.surface, exercise.surface.look, exercise.pictures
    head, steps, dose = exercise.head(fit), exercise.steps(), exercise.dose()
    after = [*exercise.cautions(fit), *help_]
    measure, width = surface.measure, surface.page_style.room_width
    beside = (width - look.gap_large) * _WIDE_SHARE
    if row is None:
        return [*head, (exercise.beside(steps, dose), fit.gap), *after]
    if row.highest(measure, beside) >= look.picture_height_good:
        # Narrow pictures leave room for the dose beside them, and the whole width for the steps.
        others = [*head, (steps, fit.gap), *after]
        as_the_dose = dose.height(measure, width - look.gap_large - beside)
        room = max(as_the_dose, _room_for(exercise, others, fit))
        pictures = row.block(measure, beside, room, least)
        arranged = [*head, (exercise.beside(pictures, dose), fit.gap), (steps, fit.gap), *after]
        # Only the last try gives up their size for the sake of one page.
        if fit != _fits(look)[-1] or exercise.fits(arranged):
            return arranged
    others = [*head, (exercise.beside(steps, dose), fit.gap), *after]
    pictures = row.block(measure, width, _room_for(exercise, others, fit), least)
    return [*head, (pictures, fit.gap), *others[len(head) :]]


def _two_pages(exercise: _Exercise) -> tuple[Arranged, Arranged]:
    """What stands on the first page and on the second."""
    roomy, *_ = _fits(exercise.surface.look)
    lines = exercise.help(roomy)
    # Large print gives up its wider gaps before it parts the steps from the pictures.
    closer = replace(roomy, gap=min(roomy.gap, WHOLE_PAGE.gap))
    for fit in dict.fromkeys((roomy, closer)):
        for count in range(_WHILE_DOING, -1, -1):
            first = _one_page(exercise, fit, lines[:count])
            if exercise.fits(first):
                return first, lines[count:]
    return _before_the_steps(exercise), [(exercise.steps(), roomy.gap), *lines]


def _before_the_steps(exercise: _Exercise) -> Arranged:
    """The first of two pages: pictures as large as they can be, one above the other if so, dose, cautions."""
    surface, look, row = exercise.surface, exercise.surface.look, exercise.pictures
    fit, *_ = _fits(look)
    dose = (exercise.dose(), fit.gap)
    head, cautions = exercise.head(fit), exercise.cautions(fit)
    if row is None:
        return [*head, dose, *cautions]
    measure, width = surface.measure, surface.page_style.room_width
    beside = (width - look.gap_large) * _WIDE_SHARE
    if row.highest(measure, beside) >= look.picture_height_good:
        pictures = row.block(measure, beside, _room_for(exercise, [*head, *cautions], fit))
        return [*head, (exercise.beside(pictures, dose[0]), fit.gap), *cautions]
    room = _room_for(exercise, [*head, dose, *cautions], fit)
    return [*head, (row.largest(measure, width, room), fit.gap), dose, *cautions]


def _room_for(exercise: _Exercise, others: Arranged, fit: Fit) -> float:
    """How much height there is for pictures, captions and signs if all goes on one page."""
    return exercise.surface.page_style.room_height - exercise.height(others) - fit.gap
