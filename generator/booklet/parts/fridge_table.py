"""The table of the fridge sheet: a row for each exercise, with its boxes for a week."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from generator.booklet.blocks.containers import Block, Stack
from generator.booklet.model import Box, Colour, Picture, Polyline, Rectangle, Role, Scope, TextMeasure
from generator.booklet.ticks import DAYS, fridge_ticks
from generator.booklet.wording import Wording, tick_sides

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.booklet.blocks.pictures import Frame
    from generator.booklet.blocks.signs import Signs
    from generator.booklet.blocks.text import Paragraph
    from generator.booklet.style import Look
    from generator.booklet.surface import Surface
    from generator.routine.model import Chosen
    from generator.routine.plan import Side

_HEAD_PADDING = 3.0  # above and below the heads of the columns
_SIDE_PADDING = 5.0  # inside a cell, left and right
_ARROW = 15.0  # the room of the arrow between two pictures
_SIGNS_GAP = 5.0  # between the last picture and the signs
_LITTLE_SMALLER = 0.7  # of a picture's least height, rather than a higher row for the sake of the signs
_TICK_ROOM = 5.0  # around a box


class FridgeRow(NamedTuple):
    """An exercise, ready to be placed.

    Attributes:
        heading: number and name.
        how: the dose, and which way to go where that must be said.
        cautions: the exercise's own and the client's.
        frames: the pictures.
        signs: beside the last of them, or below it; None for none.
        least_picture: how high pictures must be at least, where the width allows.
    """

    number: int
    chosen: Chosen
    heading: Paragraph
    how: tuple[Block, ...]
    cautions: tuple[Block, ...]
    frames: tuple[Frame, ...]
    signs: Signs | None
    least_picture: float


@dataclass(frozen=True, slots=True)
class FridgeTable:
    """All rows, in columns: pictures, name and dose, cautions, side, and the days of a week.

    Attributes:
        room: the width of the whole, in points.
        picture_width: of that, for the pictures; 0 where there are none.
        name_share: of the width that name and cautions share, for the name.
        box: the side of a box to tick.
        padding: inside a cell, above and below.
    """

    rows: tuple[FridgeRow, ...]
    room: float
    picture_width: float
    name_share: float
    box: float
    padding: float
    look: Look
    wording: Wording

    @property
    def _has_sides(self) -> bool:
        return any(row.chosen.sides for row in self.rows)

    def columns(self, measure: TextMeasure) -> tuple[float, ...]:
        """The widths; that of the pictures, and that of the sides, may be 0."""
        label, style = self.wording.label, self.look.small.bold

        def widest(*keys: str) -> float:
            return max(measure.width(label(key), style.face, style.size) for key in keys)

        side = 0.0
        if self._has_sides:
            side = widest("fridge.side", "calendar.left", "calendar.right") + 2 * _SIDE_PADDING
        day = max(widest(*(f"calendar.{day}" for day in DAYS)) + 2, self.box + _TICK_ROOM)
        left = self.room - self.picture_width - side - len(DAYS) * day
        return (
            self.picture_width,
            left * self.name_share,
            left * (1 - self.name_share),
            side,
            *(day,) * len(DAYS),
        )

    def head_height(self) -> float:
        """The row of column heads."""
        return self.look.small.bold.leading + 2 * _HEAD_PADDING

    def row_heights(self, measure: TextMeasure) -> tuple[float, ...]:
        """What each row needs at least."""
        pictures, name, cautions, *_ = self.columns(measure)
        heights: list[float] = []
        for row in self.rows:
            texts = (
                _stack((row.heading, *row.how)).height(measure, name - 2 * _SIDE_PADDING),
                _stack(row.cautions).height(measure, cautions - 2 * _SIDE_PADDING),
            )
            boxes = len(tick_sides(row.chosen)) * (self.box + _TICK_ROOM)
            drawn = _least_height(row, measure, pictures - 2 * _SIDE_PADDING) if row.frames else 0.0
            heights.append(max(*texts, boxes, drawn) + 2 * self.padding)
        return tuple(heights)

    def place(self, surface: Surface, parent: int, left: float, top: float, heights: Sequence[float]) -> None:
        """Put the rows on the surface, each as high as it says."""
        columns = self.columns(surface.measure)
        table = surface.element(Role.TABLE, parent)
        lefts = [left + before for before in accumulate(columns, initial=0.0)]
        self._place_head(surface, table, lefts, columns, top)
        tops = list(accumulate(heights, initial=top + self.head_height()))
        for row, start, height in zip(self.rows, tops, heights, strict=False):
            self._place_row(surface, table, row, lefts, columns, Box(left, start, self.room, height))
        rules = (((left, y), (left + self.room, y)) for y in tops)
        surface.mark(None, *(Polyline(rule, Colour.LINE, self.look.hairline) for rule in rules))

    def _place_head(
        self, surface: Surface, table: int, lefts: Sequence[float], columns: Sequence[float], top: float
    ) -> None:
        label, style = self.wording.label, self.look.small.bold
        surface.mark(None, Rectangle(Box(lefts[0], top, self.room, self.head_height()), Colour.TINT))
        row = surface.element(Role.TABLE_ROW, table)
        keys: tuple[str, ...] = (
            "cover.glance-picture",
            "cover.glance-exercise",
            "exercise.caution",
            "fridge.side",
        )
        keys += tuple(f"calendar.{day}" for day in DAYS)
        for number, (key, start, width) in enumerate(zip(keys, lefts, columns, strict=False)):
            if not width:
                continue
            cell = surface.element(Role.HEADER_CELL, row, scope=Scope.COLUMN)
            centred = number >= len(keys) - len(DAYS)
            indent = 0.0 if centred else _SIDE_PADDING
            room = width - 2 * indent
            surface.lines(
                cell, [label(key)], start + indent, top + _HEAD_PADDING, style, room=room, centred=centred
            )

    def _place_row(
        self,
        surface: Surface,
        table: int,
        row: FridgeRow,
        lefts: Sequence[float],
        columns: Sequence[float],
        box: Box,
    ) -> None:
        sides = tick_sides(row.chosen)
        span = len(sides)
        element = surface.element(Role.TABLE_ROW, table)
        cells = [
            Box(start + _SIDE_PADDING, box.top, width - 2 * _SIDE_PADDING, box.height)
            for start, width in zip(lefts, columns, strict=False)
        ]
        if columns[0]:
            cell = surface.element(Role.DATA_CELL, element, row_span=span)
            _place_pictures(surface, cell, row, cells[0], self.padding)
        name = surface.element(Role.HEADER_CELL, element, scope=Scope.ROW, row_span=span)
        _place_in_the_middle(surface, name, _stack((row.heading, *row.how)), cells[1])
        cautions = surface.element(Role.DATA_CELL, element, row_span=span)
        _place_in_the_middle(surface, cautions, _stack(row.cautions), cells[2])
        for index, side in enumerate(sides):
            if index:
                element = surface.element(Role.TABLE_ROW, table)
            height = box.height / span
            line = Box(box.left, box.top + index * height, box.width, height)
            self._place_boxes(surface, element, row, side, lefts, columns, line)

    def _place_boxes(
        self,
        surface: Surface,
        element: int,
        row: FridgeRow,
        side: Side | None,
        lefts: Sequence[float],
        columns: Sequence[float],
        line: Box,
    ) -> None:
        """A box for each day, with the side before them."""
        label, size, style = self.wording.label, self.box, self.look.small.bold
        if columns[3]:
            if side is None:
                surface.element(Role.DATA_CELL, element)
            else:
                cell = surface.element(Role.HEADER_CELL, element, scope=Scope.ROW)
                top = line.top + (line.height - style.leading) / 2
                surface.lines(cell, [label(f"calendar.{side}")], lefts[3] + _SIDE_PADDING, top, style)
        ticks = fridge_ticks(row.number, row.chosen, side, self.wording)
        for tick, start, width in zip(ticks, lefts[4:], columns[4:], strict=False):
            cell = surface.element(Role.DATA_CELL, element)
            box = Box(
                start + (width - size) / 2,
                line.top + (line.height - size) / 2,
                size,
                size,
            )
            surface.mark(None, Rectangle(box, Colour.PAPER, Colour.INK, self.look.tick_box_line, radius=2))
            surface.tick_field(cell, box, tick)


def _stack(blocks: tuple[Block, ...]) -> Stack:
    return Stack(blocks, gap=1)


def _place_in_the_middle(surface: Surface, parent: int, block: Block, room: Box) -> None:
    top = room.top + (room.height - block.height(surface.measure, room.width)) / 2
    block.place(surface, parent, room.left, top, room.width)


def _widest(row: FridgeRow, width: float) -> float:
    """How high pictures side by side may be in that width, with arrows between them."""
    return (width - _ARROW * (len(row.frames) - 1)) / sum(frame.proportion for frame in row.frames)


def _least_height(row: FridgeRow, measure: TextMeasure, width: float) -> float:
    """What pictures and signs need in that width; signs stand beside the last if that costs it little."""
    least = min(row.least_picture, _widest(row, width))
    if row.signs is None:
        return least
    beside = _widest(row, width - _SIGNS_GAP - row.signs.narrowest(measure))
    if beside >= _LITTLE_SMALLER * least:
        return max(min(least, beside), row.signs.height_below_each_other())
    return least + _SIGNS_GAP + row.signs.height(measure, width)


def _place_pictures(surface: Surface, cell: int, row: FridgeRow, room: Box, padding: float) -> None:
    """From start to end, with arrows between; as large as the cell lets them be.

    The signs stand beside the last picture or below it, whichever leaves more for the pictures.
    """
    if not row.frames:
        return
    measure, signs, free = surface.measure, row.signs, room.height - 2 * padding
    aside = signs.narrowest(measure) + _SIGNS_GAP if signs else 0.0
    line = signs.height(measure, room.width) + _SIGNS_GAP if signs else 0.0
    beside = min(free, _widest(row, room.width - aside))
    below = min(free - line, _widest(row, room.width))
    height, is_below = max((beside, False), (below, True), key=itemgetter(0))
    width = sum(frame.proportion * height for frame in row.frames) + _ARROW * (len(row.frames) - 1)
    left = room.left + (room.width - width - (0.0 if is_below else aside)) / 2
    top = room.top + (room.height - height - (line if is_below else 0.0)) / 2
    box = Box(left, top, 0.0, height)
    for index, (name, words, proportion) in enumerate(row.frames):
        if index:
            surface.mark(None, *_arrow(left, top + height / 2))
            left += _ARROW
        figure = surface.element(Role.FIGURE, cell, alt=words.alt)
        box = Box(left, top, proportion * height, height)
        surface.mark(figure, Picture(name, box, row.chosen.is_mirrored))
        left += box.width
    if signs and is_below:
        across = signs.wide(measure)
        start = min(max(room.left, box.left + (box.width - across) / 2), room.right - across)
        signs.place(surface, cell, start, box.bottom + _SIGNS_GAP, across)
    elif signs:
        middle = room.top + (room.height - signs.height_below_each_other()) / 2
        signs.place_below_each_other(surface, box.right + _SIGNS_GAP, middle)


def _arrow(left: float, y: float) -> tuple[Polyline, Polyline]:
    """From one picture to the next."""
    start, end = left + 3, left + _ARROW - 3
    return (
        Polyline(((start, y), (end - 3, y)), Colour.ACCENT, 1.6),
        Polyline(((end - 4, y - 3.2), (end, y), (end - 4, y + 3.2)), None, closed=True, fill=Colour.ACCENT),
    )
