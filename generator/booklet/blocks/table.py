"""Tables that screen readers can read: header cells with a scope, rows kept whole, the head on each page."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from generator.booklet.model import Box, Colour, Polyline, Rectangle, Role, Scope, TextMeasure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.booklet.blocks.flow import Flow
    from generator.booklet.blocks.thumbnails import Thumbnail
    from generator.booklet.style import Look, TextStyle
    from generator.booklet.surface import Surface
    from generator.booklet.ticks import Tick


class Cell(NamedTuple):
    """One cell.

    Attributes:
        style: of the text; that of small text where there is none.
        heads: what it is a header of; None for a data cell.
        tick: what the tick box in its middle is called; None for no box.
        picture: a thumbnail in its middle.
        span: how many columns it takes.
        rows: how many rows it takes; the rows below it must be joined, with a covered cell in its place.
        covered: a cell from a row above reaches into this place; nothing is drawn here.
        note: what stands below the text, smaller in weight.
        clear: kept clear right of the text beside the padding, so that its lines are not taken for one with
            those of the next cell.
    """

    text: str = ""
    style: TextStyle | None = None
    heads: Scope | None = None
    centred: bool = False
    tick: Tick | None = None
    picture: Thumbnail | None = None
    span: int = 1
    rows: int = 1
    covered: bool = False
    note: str = ""
    clear: float = 0.0

    def paragraphs(
        self, measure: TextMeasure, look: Look, room: float
    ) -> list[tuple[TextStyle, tuple[str, ...]]]:
        """Text and note in lines at this width, in points, each with its style."""
        texts = [(self.style or look.small, self.text)] if self.text else []
        texts += [(look.small.quiet, self.note)] if self.note else []
        return [(style, measure.wrap(text, style.face, style.size, room)) for style, text in texts]


class Row(NamedTuple):
    """Cells from left to right; `joined` keeps the row on one page with the row above it."""

    cells: tuple[Cell, ...]
    least_height: float = 0.0
    fill: Colour | None = None
    joined: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a head.

    Attributes:
        columns: widths in points.
        head: the row of column headers; None when only row headers are needed.
        upright: draw lines between the columns too, for cells that are filled in by hand.
    """

    columns: tuple[float, ...]
    rows: tuple[Row, ...]
    look: Look
    head: Row | None = None
    upright: bool = False
    padding: float = 5.0
    _heights: dict[int, tuple[Row, float]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def row_height(self, measure: TextMeasure, row: Row) -> float:
        """The tallest cell and the padding, or the row's least height if that is more."""
        # Asked for several times, to see what fits and then to place it.
        if id(row) not in self._heights:
            self._heights[id(row)] = row, self._measured(measure, row)
        return self._heights[id(row)][1]

    def _measured(self, measure: TextMeasure, row: Row) -> float:
        needed = row.least_height
        column = 0
        for cell in row.cells:
            width = sum(self.columns[column : column + cell.span])
            column += cell.span
            if cell.text:
                paragraphs = cell.paragraphs(measure, self.look, width - 2 * self.padding - cell.clear)
                # A cell over several rows shares its lines among them.
                needed = max(needed, (_lines_height(paragraphs) + 2 * self.padding) / cell.rows)
            if cell.picture:
                needed = max(needed, self.look.thumbnail_height + 2 * self.padding)
        return needed

    def height(self, measure: TextMeasure) -> float:
        """All rows on one page, the head included, in points."""
        return self._height(measure, (*((self.head,) if self.head else ()), *self.rows))

    def _height(self, measure: TextMeasure, rows: Sequence[Row]) -> float:
        return sum(self.row_height(measure, row) for row in rows)

    def pour(self, flow: Flow) -> None:
        """Put the rows on the flow's pages, the head again on top of each new page.

        Rows that are joined stay together on one page.

        Raises:
            DoesNotFitError: joined rows are, with the head, higher than a whole page; names their text.
        """
        surface = flow.surface
        table = surface.element(Role.TABLE, flow.parent)
        groups: list[list[Row]] = []
        for row in self.rows:
            if row.joined and groups:
                groups[-1].append(row)
            else:
                groups.append([row])
        rules = _Rules(self.look.hairline)
        for number, group in enumerate(groups):
            head = [self.head] if self.head and number == 0 else []
            if self._height(surface.measure, head + group) > flow.left_over:
                head = [self.head] if self.head else []
                name = next((cell.text for row in group for cell in row.cells if cell.text), "")
                rules.draw(surface)
                flow.ensure_room(self._height(surface.measure, head + group), name)
            for row in head:
                # A repeated head is an artifact: the cells have their headers already.
                self._place(flow, row, table if number == 0 else None, rules)
            for index, row in enumerate(group):
                below = [self.row_height(surface.measure, other) for other in group[index + 1 :]]
                self._place(flow, row, table, rules, below)
        rules.draw(surface)

    def _place(
        self, flow: Flow, row: Row, table: int | None, rules: _Rules, below: Sequence[float] = ()
    ) -> None:
        """Place one row; `below` holds the heights of the rows that are joined to it."""
        surface = flow.surface
        height = self.row_height(surface.measure, row)
        left = surface.page_style.margin_side
        whole = Box(left, flow.top, sum(self.columns), height)
        if row.fill:
            surface.mark(None, Rectangle(whole, row.fill))
        element = None if table is None else surface.element(Role.TABLE_ROW, table)
        column = 0
        for cell in row.cells:
            width = sum(self.columns[column : column + cell.span])
            column += cell.span
            box = Box(left, flow.top, width, height + sum(below[: cell.rows - 1]))
            if not cell.covered:
                self._place_cell(surface, cell, box, element)
            if cell.rows == 1:
                rules.across(left, left + width, whole.bottom)
            left += width
            if self.upright and column < len(self.columns):
                rules.down(left, whole.top, whole.bottom)
        flow.top += height

    def _place_cell(self, surface: Surface, cell: Cell, box: Box, row: int | None) -> None:
        element = None
        if row is not None:
            role = Role.HEADER_CELL if cell.heads else Role.DATA_CELL
            element = surface.element(role, row, scope=cell.heads, column_span=cell.span, row_span=cell.rows)
        if cell.tick:
            square = tick_box(box, self.look)
            surface.mark(None, square)
            if element is not None:
                surface.tick_field(element, square.box, cell.tick)
        if cell.picture:
            inner = Box(
                box.left + self.padding,
                box.top + self.padding,
                box.width - 2 * self.padding,
                box.height - 2 * self.padding,
            )
            figure = None if element is None else surface.element(Role.FIGURE, element, alt=cell.picture.alt)
            picture, signs = cell.picture.beside_signs(inner, self.look.small.size)
            surface.mark(figure, picture)
            surface.mark(None, *signs)
        if cell.text:
            room = box.width - 2 * self.padding - cell.clear
            paragraphs = cell.paragraphs(surface.measure, self.look, room)
            top = box.top + (box.height - _lines_height(paragraphs)) / 2
            for style, lines in paragraphs:
                surface.lines(
                    element, lines, box.left + self.padding, top, style, room=room, centred=cell.centred
                )
                top += len(lines) * style.leading


def _lines_height(paragraphs: Sequence[tuple[TextStyle, tuple[str, ...]]]) -> float:
    return sum(len(lines) * style.leading for style, lines in paragraphs)


class _Rules:
    """The lines of a table on one page, neighbours joined: fewer, longer strokes print and load faster."""

    def __init__(self, line_width: float) -> None:
        self._line_width = line_width
        self._across: list[tuple[float, float, float]] = []
        self._down: dict[float, list[tuple[float, float]]] = {}

    def across(self, left: float, right: float, y: float) -> None:
        if self._across and self._across[-1][1:] == (left, y):
            left = self._across.pop()[0]
        self._across.append((left, right, y))

    def down(self, x: float, top: float, bottom: float) -> None:
        lines = self._down.setdefault(x, [])
        if lines and lines[-1][1] == top:
            top = lines.pop()[0]
        lines.append((top, bottom))

    def draw(self, surface: Surface) -> None:
        """Put the lines on the surface's current page, and start anew."""
        ends = [((left, y), (right, y)) for left, right, y in self._across]
        ends += [((x, top), (x, bottom)) for x, lines in self._down.items() for top, bottom in lines]
        surface.mark(None, *(Polyline(line, Colour.LINE, self._line_width) for line in ends))
        self._across, self._down = [], {}


def tick_box(room: Box, look: Look) -> Rectangle:
    """An empty box to tick, in the middle of a room."""
    size = look.tick_box_calendar
    left = room.left + (room.width - size) / 2
    top = room.top + (room.height - size) / 2
    return Rectangle(Box(left, top, size, size), Colour.PAPER, Colour.INK, look.tick_box_line)
