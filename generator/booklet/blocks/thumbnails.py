"""Small pictures of the exercises: one for a table's cell, and a strip of them with their numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.booklet.blocks.sign_drawings import sign_shapes, sign_width
from generator.booklet.model import Box, Picture, Pictures, Shape, Text, TextMeasure
from generator.booklet.signs import signs_of, without_sides

if TYPE_CHECKING:
    from generator.booklet.content import Content
    from generator.booklet.signs import SignKind
    from generator.booklet.style import Look
    from generator.booklet.surface import Surface
    from generator.routine.model import Chosen

_FRAME = "end"  # the frame that tells an exercise best
_NUMBER_WIDTH = 1.42  # times the size of the number
_LEAST_WIDTH = 2.79  # of number and picture, times their height: lying is still told from kneeling
_MOST_WIDTH = 5.6  # the same
_GAP = 6.0
_SIGN = 0.46  # of the height: that of a sign, which leaves room for the number above it
_SIGN_GAP = 2.0  # between signs, and between them and the picture


class Thumbnail(NamedTuple):
    """A small picture of an exercise.

    Attributes:
        name: its key.
        alt: what it shows.
        proportion: its width divided by its height.
        signs: for the manner, at most two; too small for figures.
    """

    name: str
    alt: str
    proportion: float
    is_mirrored: bool = False
    signs: tuple[SignKind, ...] = ()

    def beside_signs(self, room: Box, height: float) -> tuple[Picture, tuple[Shape, ...]]:
        """As large as it goes into a room with its signs of that height, one below the other at the right."""
        if not self.signs:
            return self.fitted(room), ()
        aside = max(sign_width(kind, height) for kind in self.signs)
        top = room.top + (room.height - len(self.signs) * height - (len(self.signs) - 1) * _SIGN_GAP) / 2
        drawn: list[Shape] = []
        for index, kind in enumerate(self.signs):
            left = room.right - (aside + sign_width(kind, height)) / 2
            drawn += sign_shapes(kind, left, top + index * (height + _SIGN_GAP), height)
        return self.fitted(room._replace(width=room.width - aside - 2 * _SIGN_GAP)), tuple(drawn)

    def fitted(self, room: Box) -> Picture:
        """As large as it goes into the middle of a room."""
        width = min(room.width, room.height * self.proportion)
        height = width / self.proportion
        left = room.left + (room.width - width) / 2
        top = room.top + (room.height - height) / 2
        return Picture(self.name, Box(left, top, width, height), self.is_mirrored)


def thumbnail_of(chosen: Chosen, content: Content, pictures: Pictures) -> Thumbnail | None:
    """The exercise's end picture for the side to do, with its signs; None where there is none."""
    exercise = content.wording.exercise(chosen)
    name = f"{exercise.id}-{_FRAME}"
    proportion = pictures.proportion(name)
    if proportion is None:
        return None
    signs = without_sides(signs_of(chosen, content.details.weeks, content.wording))
    kinds = tuple(sign.kind for sign in signs)
    return Thumbnail(name, exercise.frames[_FRAME].alt, proportion, chosen.is_mirrored, kinds)


class ThumbnailStrip(NamedTuple):
    """Numbered thumbnails in as few lines as hold them, evenly spread.

    A reminder for whoever ticks the calendar. An artifact: each exercise is named, and its picture described,
    where it stands in full.
    """

    thumbnails: tuple[tuple[int, Thumbnail], ...]
    look: Look

    @property
    def label(self) -> str:
        """It has no name."""
        return ""

    def _lines(self, width: float) -> list[tuple[tuple[int, Thumbnail], ...]]:
        least = _LEAST_WIDTH * self.look.thumbnail_height
        count = -(-len(self.thumbnails) // max(1, int(width // least)))
        each = -(-len(self.thumbnails) // count)
        return [self.thumbnails[start : start + each] for start in range(0, len(self.thumbnails), each)]

    def height(self, measure: TextMeasure, width: float) -> float:  # noqa: ARG002
        """So many lines of pictures."""
        return len(self._lines(width)) * (self.look.thumbnail_height + _GAP) - _GAP

    def place(self, surface: Surface, parent: int, left: float, top: float, width: float) -> None:  # noqa: ARG002
        """The number stands before its picture, and the signs below the number."""
        style, height = self.look.small.bold, self.look.thumbnail_height
        lines = self._lines(width)
        sign = _SIGN * height
        # Few pictures stand together at the left, each near its number.
        room = min(width / len(lines[0]), _MOST_WIDTH * height)
        for line in lines:
            shapes: list[Shape] = []
            for column, (number, thumbnail) in enumerate(line):
                start = left + column * room
                free = height - sign if thumbnail.signs else height
                baseline = top + (free - style.leading) / 2 + style.baseline
                shapes.append(Text(start, baseline, str(number), style.face, style.size, style.colour))
                end = start
                for kind in thumbnail.signs:
                    shapes += sign_shapes(kind, end, top + height - sign, sign)
                    end += sign_width(kind, sign) + _SIGN_GAP
                before = max(_NUMBER_WIDTH * style.size, end - start)
                space = Box(start + before, top, room - before - _GAP, height)
                shapes.append(thumbnail.fitted(space))
            surface.mark(None, *shapes)
            top += height + _GAP


def thumbnail_strip(content: Content, pictures: Pictures, look: Look) -> ThumbnailStrip | None:
    """A thumbnail for each exercise that has a picture; None when none has."""
    found = [
        (number, thumbnail)
        for number, chosen in enumerate(content.routine.chosen, start=1)
        if (thumbnail := thumbnail_of(chosen, content, pictures))
    ]
    return ThumbnailStrip(tuple(found), look) if found else None
