"""An exercise's pictures with their captions: side by side, or one below the other."""

from __future__ import annotations

import math
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from generator.booklet.blocks.containers import Block, Columns, Stack
from generator.booklet.blocks.text import Paragraph
from generator.booklet.model import Box, Picture, Pictures, Role, TextMeasure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.booklet.style import TextStyle
    from generator.booklet.surface import Surface
    from generator.library.model import ExerciseWords, FrameWords

_LEAST_SHARE = 0.34  # of the row that a narrow picture has at least for its caption


class Frame(NamedTuple):
    """A picture of an exercise: its name, its words, and its width divided by its height."""

    name: str
    words: FrameWords
    proportion: float


def frames_of(words: ExerciseWords, pictures: Pictures) -> tuple[Frame, ...]:
    """The frames of an exercise that there are pictures for, in order."""
    return tuple(
        Frame(name, frame_words, proportion)
        for frame, frame_words in words.frames.items()
        if (proportion := pictures.proportion(name := f"{words.id}-{frame}"))
    )


def shares_of(frames: Sequence[Frame]) -> tuple[float, ...]:
    """Parts of the width of a row; a narrow picture beside a wide one keeps room for its caption."""
    least = _LEAST_SHARE * sum(frame.proportion for frame in frames)
    return tuple(max(frame.proportion, least) for frame in frames)


class CaptionedPicture(NamedTuple):
    """A picture of a given height, centred above its caption."""

    name: str
    words: FrameWords
    proportion: float
    picture_height: float
    is_mirrored: bool
    style: TextStyle
    gap: float

    @property
    def label(self) -> str:
        """Its caption."""
        return self.words.caption

    def _caption(self) -> Paragraph:
        return Paragraph(self.words.caption, self.style, centred=True)

    def height(self, measure: TextMeasure, width: float) -> float:
        """Picture, gap, caption."""
        return self.picture_height + self.gap + self._caption().height(measure, width)

    def place(self, surface: Surface, parent: int, left: float, top: float, width: float) -> None:
        """As large as height and width allow."""
        drawn = min(self.picture_height, width / self.proportion)
        across = drawn * self.proportion
        box = Box(left + (width - across) / 2, top + self.picture_height - drawn, across, drawn)
        figure = surface.element(Role.FIGURE, parent, alt=self.words.alt)
        surface.mark(figure, Picture(self.name, box, self.is_mirrored))
        self._caption().place(surface, parent, left, top + self.picture_height + self.gap, width)


class Frames(NamedTuple):
    """An exercise's pictures, and how they are captioned and spaced."""

    frames: tuple[Frame, ...]
    is_mirrored: bool
    style: TextStyle
    gap: float
    between: float

    def largest(self, measure: TextMeasure, width: float, height: float) -> tuple[Block, float]:
        """The pictures side by side or one below the other, whichever makes them larger.

        Returns the block and the height of its pictures: below 0 where the captions alone are too high.
        """
        drawn, widths = max(self._tried(measure, width, height), key=itemgetter(0))
        pictures = tuple(
            CaptionedPicture(name, words, proportion, drawn, self.is_mirrored, self.style, self.gap)
            for name, words, proportion in self.frames
        )
        if widths is None:
            return Stack(pictures, self.between), drawn
        return Columns(pictures, widths, self.between), drawn

    def least_height(self, measure: TextMeasure, width: float, least: float) -> float:
        """The height at which the pictures are as high as the least, or as the width allows."""
        most = max(drawn for drawn, _ in self._tried(measure, width, math.inf))
        least = min(least, most)
        heights = [
            captions + count * least
            for captions, count, limit, _ in self._arrangements(measure, width)
            if limit >= least
        ]
        return min(heights)

    def _tried(
        self, measure: TextMeasure, width: float, height: float
    ) -> list[tuple[float, tuple[float, ...] | None]]:
        """How high the pictures are in each arrangement, and the widths where they stand side by side."""
        return [
            (min(limit, (height - captions) / count), widths)
            for captions, count, limit, widths in self._arrangements(measure, width)
        ]

    def _arrangements(
        self, measure: TextMeasure, width: float
    ) -> list[tuple[float, int, float, tuple[float, ...] | None]]:
        """Side by side, and one below the other.

        Of each: what captions and gaps need, how many pictures share the height, how high the width lets them
        be, and the widths where they stand side by side.
        """
        proportions = [frame.proportion for frame in self.frames]
        shares = shares_of(self.frames)
        across = width - self.between * (len(shares) - 1)
        widths = tuple(across * share / sum(shares) for share in shares)
        count = len(proportions)
        return [
            (
                max(self._captions(measure, widths)),
                1,
                min(part / proportion for part, proportion in zip(widths, proportions, strict=True)),
                widths,
            ),
            (
                sum(self._captions(measure, [width] * count)) + self.between * (count - 1),
                count,
                min(width / proportion for proportion in proportions),
                None,
            ),
        ]

    def _captions(self, measure: TextMeasure, widths: Sequence[float]) -> list[float]:
        """What each caption needs below its picture."""
        return [
            self.gap + Paragraph(words.caption, self.style).height(measure, width)
            for width, (_, words, _) in zip(widths, self.frames, strict=True)
        ]
