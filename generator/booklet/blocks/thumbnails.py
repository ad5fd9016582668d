"""Small pictures of the exercises: one for a table's cell, and a strip of them with their numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.booklet.model import Box, Picture, Pictures, Shape, Text, TextMeasure

if TYPE_CHECKING:
    from generator.booklet.style import Look
    from generator.booklet.surface import Surface
    from generator.library.model import Words
    from generator.routine.model import Chosen, Routine

_FRAME = "end"  # the frame that tells an exercise best
_NUMBER_WIDTH = 1.42  # times the size of the number
_LEAST_WIDTH = 2.79  # of number and picture, times their height: lying is still told from kneeling
_MOST_WIDTH = 5.6  # the same
_GAP = 6.0


class Thumbnail(NamedTuple):
    """A small picture: its key, what it shows, width divided by height, and whether it is mirrored."""

    name: str
    alt: str
    proportion: float
    is_mirrored: bool = False

    def fitted(self, room: Box) -> Picture:
        """As large as it goes into the middle of a room."""
        width = min(room.width, room.height * self.proportion)
        height = width / self.proportion
        left = room.left + (room.width - width) / 2
        top = room.top + (room.height - height) / 2
        return Picture(self.name, Box(left, top, width, height), self.is_mirrored)


def thumbnail_of(chosen: Chosen, words: Words, pictures: Pictures) -> Thumbnail | None:
    """The exercise's end picture for the side to do; None where there is none."""
    exercise = words.exercises[chosen.exercise.id]
    name = f"{exercise.id}-{_FRAME}"
    proportion = pictures.proportion(name)
    if proportion is None:
        return None
    return Thumbnail(name, exercise.frames[_FRAME].alt, proportion, chosen.is_mirrored)


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
        """The number stands before its picture."""
        style, height = self.look.small.bold, self.look.thumbnail_height
        lines = self._lines(width)
        before = _NUMBER_WIDTH * style.size
        # Few pictures stand together at the left, each near its number.
        room = min(width / len(lines[0]), _MOST_WIDTH * height)
        for line in lines:
            baseline = top + (height - style.leading) / 2 + style.baseline
            shapes: list[Shape] = []
            for column, (number, thumbnail) in enumerate(line):
                start = left + column * room
                shapes.append(Text(start, baseline, str(number), style.face, style.size, style.colour))
                space = Box(start + before, top, room - before - _GAP, height)
                shapes.append(thumbnail.fitted(space))
            surface.mark(None, *shapes)
            top += height + _GAP


def thumbnail_strip(routine: Routine, words: Words, pictures: Pictures, look: Look) -> ThumbnailStrip | None:
    """A thumbnail for each exercise that has a picture; None when none has."""
    found = [
        (number, thumbnail)
        for number, chosen in enumerate(routine.chosen, start=1)
        if (thumbnail := thumbnail_of(chosen, words, pictures))
    ]
    return ThumbnailStrip(tuple(found), look) if found else None
