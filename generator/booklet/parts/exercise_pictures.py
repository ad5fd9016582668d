"""An exercise's pictures side by side, as large as the page allows within the house's limits."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.booklet.blocks.containers import Block, Columns, Stack
from generator.booklet.blocks.pictures import CaptionedPicture, Frame, frames_of, shares_of
from generator.booklet.blocks.text import Paragraph

if TYPE_CHECKING:
    from generator.booklet.model import Pictures, TextMeasure
    from generator.booklet.style import Look
    from generator.library.model import ExerciseWords
    from generator.routine.model import Chosen


class PictureRow(NamedTuple):
    """An exercise's pictures, in order, in the look of the booklet."""

    frames: tuple[Frame, ...]
    is_mirrored: bool
    look: Look

    def _widths(self, width: float) -> list[float]:
        shares = shares_of(self.frames)
        across = width - self.look.gap_large * (len(shares) - 1)
        return [across * share / sum(shares) for share in shares]

    def highest(self, width: float) -> float:
        """The height at which the pictures fill a row of that width, but never more than the look's most."""
        pairs = zip(self.frames, self._widths(width), strict=True)
        return min(self.look.picture_height_most, *(part / frame.proportion for frame, part in pairs))

    def caption_height(self, measure: TextMeasure, width: float) -> float:
        """What the captions need below the pictures."""
        pairs = zip(self.frames, self._widths(width), strict=True)
        return self.look.gap_small + max(self._caption(frame, measure, part) for frame, part in pairs)

    def _caption(self, frame: Frame, measure: TextMeasure, width: float) -> float:
        return Paragraph(frame.words.caption, self.look.small.bold).height(measure, width)

    def block(self, width: float, height: float) -> Block:
        """The row with pictures of that height, or lower where the width asks for it."""
        pictures = self._pictures(min(height, self.highest(width)))
        return Columns(pictures, shares_of(self.frames), self.look.gap_large)

    def largest(self, measure: TextMeasure, width: float, height: float) -> Block:
        """The pictures side by side, or one above the other where that makes them larger.

        `height` is what there is for pictures and captions together; at least the look's least is taken.
        """
        look, count = self.look, len(self.frames)
        captions = sum(self._caption(frame, measure, width) + look.gap_small for frame in self.frames)
        widest = max(frame.proportion for frame in self.frames)
        above = min(
            (height - captions - (count - 1) * look.gap) / count, look.picture_height_most, width / widest
        )
        # Where the rest leaves too little room, it goes over to the next page, not the pictures to nothing.
        left_over = max(height - self.caption_height(measure, width), look.picture_height_least)
        aside = min(left_over, self.highest(width))
        return Stack(self._pictures(above), look.gap) if above > aside else self.block(width, aside)

    def _pictures(self, height: float) -> tuple[Block, ...]:
        look = self.look
        return tuple(
            CaptionedPicture(*frame, height, self.is_mirrored, look.small.bold, look.gap_small)
            for frame in self.frames
        )


def picture_row(chosen: Chosen, words: ExerciseWords, pictures: Pictures, look: Look) -> PictureRow | None:
    """The exercise's pictures for the side to do; None where there are none."""
    frames = frames_of(words, pictures)
    return PictureRow(frames, chosen.is_mirrored, look) if frames else None
