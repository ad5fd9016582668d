"""An exercise's pictures side by side, as large as the page allows within the house's limits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.booklet import style as s
from generator.booklet.blocks.text import CaptionedPicture, Columns, Paragraph, Stack

if TYPE_CHECKING:
    from generator.booklet.blocks.text import Block
    from generator.booklet.model import Pictures
    from generator.booklet.style import Look
    from generator.booklet.surface import LookMeasure
    from generator.library.model import ExerciseWords, FrameWords
    from generator.routine.model import Chosen

_LEAST_SHARE = 0.34  # of the row that a narrow picture has for its caption


@dataclass(frozen=True, slots=True)
class PictureRow:
    """The frames that there are pictures for, in order: name, words, and width divided by height."""

    exercise: str
    frames: tuple[tuple[str, FrameWords, float], ...]
    is_mirrored: bool

    @property
    def _shares(self) -> tuple[float, ...]:
        """Parts of the width; a narrow picture beside a wide one keeps room for its caption."""
        least = _LEAST_SHARE * sum(proportion for _, _, proportion in self.frames)
        return tuple(max(proportion, least) for _, _, proportion in self.frames)

    def _widths(self, width: float) -> list[float]:
        shares = self._shares
        across = width - s.GAP_LARGE * (len(shares) - 1)
        return [across * share / sum(shares) for share in shares]

    def highest(self, width: float, look: Look) -> float:
        """The height at which the pictures fill a row of that width, but never more than the look's most."""
        pairs = zip(self.frames, self._widths(width), strict=True)
        return min(look.picture_height_most, *(part / proportion for (_, _, proportion), part in pairs))

    def caption_height(self, measure: LookMeasure, width: float) -> float:
        """What the captions need below the pictures."""
        pairs = zip(self.frames, self._widths(width), strict=True)
        return s.GAP_SMALL + max(
            Paragraph(words.caption, s.SMALL_BOLD).height(measure, part) for (_, words, _), part in pairs
        )

    def block(self, width: float, height: float, look: Look) -> Block:
        """The row with pictures of that height, or lower where the width asks for it."""
        return Columns(self._pictures(min(height, self.highest(width, look))), self._shares)

    def largest(self, measure: LookMeasure, width: float, height: float) -> Block:
        """The pictures side by side, or one above the other where that makes them larger.

        `height` is what there is for pictures and captions together; at least the look's least is taken.
        """
        look = measure.look
        captions = sum(
            Paragraph(words.caption, s.SMALL_BOLD).height(measure, width) + s.GAP_SMALL
            for _, words, _ in self.frames
        )
        count = len(self.frames)
        widest = max(proportion for _, _, proportion in self.frames)
        above = min(
            (height - captions - (count - 1) * s.GAP) / count, look.picture_height_most, width / widest
        )
        # Where the rest leaves too little room, it goes over to the next page, not the pictures to nothing.
        left_over = max(height - self.caption_height(measure, width), look.picture_height_least)
        aside = min(left_over, self.highest(width, look))
        return Stack(self._pictures(above), s.GAP) if above > aside else self.block(width, aside, look)

    def _pictures(self, height: float) -> tuple[Block, ...]:
        return tuple(
            CaptionedPicture(
                f"{self.exercise}-{name}", words.alt, words.caption, proportion, height, self.is_mirrored
            )
            for name, words, proportion in self.frames
        )


def picture_row(chosen: Chosen, words: ExerciseWords, pictures: Pictures) -> PictureRow | None:
    """The exercise's pictures for the side to do; None where there are none."""
    frames = tuple(
        (name, frame, proportion)
        for name, frame in words.frames.items()
        if (proportion := pictures.proportion(f"{words.id}-{name}"))
    )
    return PictureRow(words.id, frames, chosen.is_mirrored) if frames else None
