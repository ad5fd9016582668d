"""An exercise's pictures with their captions, and the signs for its dose at the last of them."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from generator.booklet.blocks.containers import Block, Columns, Stack
from generator.booklet.blocks.text import Paragraph
from generator.booklet.model import Box, Picture, Pictures, Role, TextMeasure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.booklet.blocks.signs import Signs
    from generator.booklet.style import TextStyle
    from generator.booklet.surface import Surface
    from generator.library.model import ExerciseWords, FrameWords

_LEAST_SHARE = 0.34  # of the row that a narrow picture has at least for its caption
_LARGER = 1.02  # signs stand beside the picture where that makes pictures so much larger than below it


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


class CaptionedPicture(NamedTuple):
    """A picture of a given height, centred above its caption; signs stand below that, or beside the picture.

    Attributes:
        signs: of its exercise; the picture and those beside it are centred together.
    """

    name: str
    words: FrameWords
    proportion: float
    picture_height: float
    is_mirrored: bool
    style: TextStyle
    gap: float
    signs: Signs | None = None
    signs_beside: bool = False

    @property
    def label(self) -> str:
        """Its caption."""
        return self.words.caption

    def _caption(self) -> Paragraph:
        return Paragraph(self.words.caption, self.style, centred=True)

    def height(self, measure: TextMeasure, width: float) -> float:
        """Picture, caption, signs where they stand below, and the gaps between them."""
        height = self.picture_height + self.gap + self._caption().height(measure, width)
        if self.signs and not self.signs_beside:
            height += self.gap + self.signs.height(measure, width)
        return height

    def place(self, surface: Surface, parent: int, left: float, top: float, width: float) -> None:
        """As large as height and width allow."""
        aside = self.signs.narrowest(surface.measure) + self.gap if self.signs and self.signs_beside else 0.0
        drawn = min(self.picture_height, (width - aside) / self.proportion)
        across = drawn * self.proportion
        start = left + (width - across - aside) / 2
        box = Box(start, top + self.picture_height - drawn, across, drawn)
        figure = surface.element(Role.FIGURE, parent, alt=self.words.alt)
        surface.mark(figure, Picture(self.name, box, self.is_mirrored))
        caption = self._caption()
        caption.place(surface, parent, left, top + self.picture_height + self.gap, width)
        if self.signs is None:
            return
        if self.signs_beside:
            middle = box.top + (drawn - self.signs.height_below_each_other()) / 2
            self.signs.place_below_each_other(surface, box.right + self.gap, middle)
            return
        below = top + self.picture_height + 2 * self.gap + caption.height(surface.measure, width)
        self.signs.place(surface, parent, left, below, width)


class Arrangement(NamedTuple):
    """Rows of pictures, all of one height.

    Attributes:
        rows: from the start to the end, which has the signs.
        signs_beside: they stand beside the last picture; else below its caption.
        gap: between a picture and its caption, and what else belongs to it.
        between: two pictures in a row.
        below: between two rows.
    """

    rows: tuple[tuple[Frame, ...], ...]
    is_mirrored: bool
    style: TextStyle
    signs: Signs | None
    signs_beside: bool
    gap: float
    between: float
    below: float

    def _aside(self, measure: TextMeasure) -> float:
        return self.signs.narrowest(measure) + self.gap if self.signs and self.signs_beside else 0.0

    def widths(self, measure: TextMeasure, width: float, row: Sequence[Frame]) -> tuple[float, ...]:
        """How wide the column of each picture of a row is."""
        aside = self._aside(measure) if row[-1] is self.rows[-1][-1] else 0.0
        across = width - aside - self.between * (len(row) - 1)
        # A narrow picture beside a wide one keeps room for its caption.
        least = _LEAST_SHARE * sum(frame.proportion for frame in row)
        shares = [max(frame.proportion, least) for frame in row]
        *others, last = (across * share / sum(shares) for share in shares)
        if self.signs and others and row[-1] is self.rows[-1][-1]:
            # Nor must signs below a narrow picture be wider than its column.
            wider = max(last + aside, self.signs.narrowest(measure))
            rest = (across + aside - wider) / sum(others)
            return (*(other * rest for other in others), wider)
        return (*others, last + aside)

    def highest(self, measure: TextMeasure, width: float) -> float:
        """How high the width lets the pictures be."""
        aside = self._aside(measure)
        most = math.inf
        for row in self.rows:
            for frame, part in zip(row, self.widths(measure, width, row), strict=True):
                room = part - aside if frame is self.rows[-1][-1] else part
                most = min(most, room / frame.proportion)
        return most

    def besides(self, measure: TextMeasure, width: float) -> float:
        """How much height all but the pictures need: captions, signs and gaps."""
        rows = sum(
            max(picture.height(measure, part) for picture, part in self._row(measure, width, row, 0.0))
            for row in self.rows
        )
        return rows + self.below * (len(self.rows) - 1)

    def block(self, measure: TextMeasure, width: float, drawn: float) -> Block:
        """The pictures at that height."""
        rows: list[Block] = []
        for row in self.rows:
            pictures, widths = zip(*self._row(measure, width, row, drawn), strict=True)
            rows.append(Columns(pictures, widths, self.between))
        return rows[0] if len(rows) == 1 else Stack(tuple(rows), self.below)

    def fitted(self, measure: TextMeasure, width: float, height: float) -> float:
        """How high the pictures are in that room; below 0 where it is too low for the rest."""
        left = (height - self.besides(measure, width)) / len(self.rows)
        drawn = min(self.highest(measure, width), left)
        return drawn if drawn >= self.lowest else -math.inf

    @property
    def lowest(self) -> float:
        """How high pictures must be, so that signs beside the last one are no higher."""
        return self.signs.height_below_each_other() if self.signs and self.signs_beside else 0.0

    def _row(
        self, measure: TextMeasure, width: float, row: Sequence[Frame], drawn: float
    ) -> list[tuple[CaptionedPicture, float]]:
        """The pictures of a row at that height, and their widths."""
        return [
            (
                CaptionedPicture(
                    *frame,
                    drawn,
                    self.is_mirrored,
                    self.style,
                    self.gap,
                    self.signs if frame is self.rows[-1][-1] else None,
                    self.signs_beside,
                ),
                part,
            )
            for frame, part in zip(row, self.widths(measure, width, row), strict=True)
        ]


class Frames(NamedTuple):
    """An exercise's pictures, and how they are captioned and spaced.

    Attributes:
        signs: for its dose; None for none.
        gap: between a picture and its caption, and what else belongs to it.
        between: two pictures side by side.
        below: between two rows.
    """

    frames: tuple[Frame, ...]
    is_mirrored: bool
    style: TextStyle
    signs: Signs | None
    gap: float
    between: float
    below: float

    def largest(self, measure: TextMeasure, width: float, height: float) -> tuple[Block, float]:
        """The pictures side by side, one below the other, or two and one, whichever makes them largest.

        Returns the block and the height of its pictures: below 0 where the captions alone are too high.
        """
        best = roomiest(self.arrangements(), measure, width, height)
        drawn = best.fitted(measure, width, height)
        return best.block(measure, width, drawn), drawn

    def least_height(self, measure: TextMeasure, width: float, least: float) -> float:
        """The height at which the pictures are as high as the least, or as the width allows."""
        tried = [(each, each.highest(measure, width)) for each in self.arrangements()]
        tried = [(each, most) for each, most in tried if most >= each.lowest]
        least = min(least, max(most for _, most in tried))
        return min(
            each.besides(measure, width) + len(each.rows) * max(least, each.lowest)
            for each, most in tried
            if most >= least
        )

    def arrangements(self, *, side_by_side: bool = False) -> list[Arrangement]:
        """All there are, or only those with at least two pictures in the first row."""
        count = len(self.frames)
        lengths = {
            (count,),
            *([] if side_by_side else [(1,) * count]),
            *([(2, 1)] if count == _THREE else []),
        }
        places = [False, *([True] if self.signs else [])]
        return [
            Arrangement(
                self._rows(rows),
                self.is_mirrored,
                self.style,
                self.signs,
                beside,
                self.gap,
                self.between,
                self.below,
            )
            for rows in sorted(lengths, key=len)
            for beside in places
        ]

    def _rows(self, lengths: Sequence[int]) -> tuple[tuple[Frame, ...], ...]:
        frames = iter(self.frames)
        return tuple(tuple(next(frames) for _ in range(length)) for length in lengths)


_THREE = 3  # frames, which may stand as two and one


def roomiest(
    tried: Sequence[Arrangement],
    measure: TextMeasure,
    width: float,
    height: float,
    limits: tuple[float, float] = (0.0, math.inf),
) -> Arrangement:
    """The arrangement with the largest pictures in a room; of those much alike, the first.

    Args:
        tried: there is at least one.
        measure: of the captions and signs.
        width: of the room, in points.
        height: of the room.
        limits: how high pictures should be at least, so that none is much alike that has lower ones; and at
            most.
    """
    least, most = limits
    best, *others = tried
    before = min(most, best.fitted(measure, width, height))
    for each in others:
        drawn = min(most, each.fitted(measure, width, height))
        if drawn > (before * _LARGER if before >= least else before):
            best, before = each, drawn
    return best
