"""An exercise's pictures side by side, as large as the page allows within the house's limits."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.booklet.blocks.pictures import Frames, frames_of, roomiest
from generator.booklet.blocks.signs import Signs
from generator.booklet.signs import signs_of

if TYPE_CHECKING:
    from generator.booklet.blocks.containers import Block
    from generator.booklet.blocks.pictures import Arrangement
    from generator.booklet.content import Content
    from generator.booklet.model import Pictures, TextMeasure
    from generator.booklet.style import Look, TextStyle
    from generator.routine.model import Chosen


class PictureRow(NamedTuple):
    """An exercise's pictures, in order, in the look of the booklet."""

    frames: Frames
    look: Look

    def highest(self, measure: TextMeasure, width: float) -> float:
        """The height at which the pictures fill a row of that width, but never more than the look's most."""
        row = self.frames.arrangements(side_by_side=True)[0]
        return min(self.look.picture_height_most, row.highest(measure, width))

    def block(self, measure: TextMeasure, width: float, height: float, least: float = 0.0) -> Block:
        """The pictures side by side, or two and one where that makes them larger.

        `height` is what there is for pictures, captions and signs together; pictures have at least the look's
        least height, or `least` where that is more and the width allows it, and at most its most.
        """
        tried = self.frames.arrangements(side_by_side=True)
        return self._fitted(tried, measure, width, height, least)

    def largest(self, measure: TextMeasure, width: float, height: float) -> Block:
        """The same, or one above the other where that makes them larger."""
        return self._fitted(self.frames.arrangements(), measure, width, height)

    def _fitted(
        self, tried: list[Arrangement], measure: TextMeasure, width: float, height: float, least: float = 0.0
    ) -> Block:
        look = self.look
        least, most = max(look.picture_height_least, least), look.picture_height_most
        row = roomiest([each for each in tried if len(each.rows) == 1], measure, width, height, (least, most))
        # Where the rest leaves too little room, it goes over to the next page, not the pictures to nothing.
        aside = min(max(row.fitted(measure, width, height), least), row.highest(measure, width), most)
        several = [each for each in tried if len(each.rows) > 1]
        if several:
            rows = roomiest(several, measure, width, height, (aside, most))
            above = min(rows.fitted(measure, width, height), most)
            if above > aside:
                return rows.block(measure, width, above)
        return row.block(measure, width, aside)


def picture_frames(chosen: Chosen, content: Content, pictures: Pictures, look: Look) -> Frames | None:
    """The exercise's pictures for the side to do, with its signs; None where there are no pictures."""
    frames = frames_of(content.wording.exercise(chosen), pictures)
    if not frames:
        return None
    signs = signs_block(chosen, content, look.small)
    gap, between = look.gap_small, look.gap_large
    return Frames(frames, chosen.is_mirrored, look.small.bold, signs, gap, between, look.gap)


def signs_block(chosen: Chosen, content: Content, style: TextStyle) -> Signs:
    """The exercise's signs, with figures in that style made bold."""
    return Signs(signs_of(chosen, content.details.weeks, content.wording), style.bold)


def picture_row(chosen: Chosen, content: Content, pictures: Pictures, look: Look) -> PictureRow | None:
    """The exercise's pictures for its page; None where there are none."""
    frames = picture_frames(chosen, content, pictures, look)
    return PictureRow(frames, look) if frames else None
