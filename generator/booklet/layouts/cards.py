"""Cards to cut out: one exercise each, several to a sheet, fronts and backs for printing on both sides."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.booklet.choices import Flip
from generator.booklet.layouts.finishing import finished
from generator.booklet.model import Booklet, Box, Colour, Polyline, Role, Shape, TickField
from generator.booklet.parts.card_face import Card, CardFormat
from generator.booklet.parts.exercise_cards import exercise_cards
from generator.booklet.parts.safety_cards import safety_cards
from generator.booklet.style import MILLIMETRE, WHOLE_PAGE, PageStyle
from generator.booklet.surface import DOCUMENT, Surface
from generator.problems import DoesNotFitError, Problem

if TYPE_CHECKING:
    from generator.booklet.content import Content
    from generator.booklet.page_setup import PageSetup
    from generator.booklet.ticks import Tick


_EDGE = 5.3 * MILLIMETRE  # a little more than what many printers cannot print along each edge
_MARGIN = 9 * MILLIMETRE  # between the paper's edge and the cards: room for the cut marks
_MARK_GAP = 1 * MILLIMETRE  # between a card and a cut mark
_PADDING = 4 * MILLIMETRE  # inside a card: what a cut or a turned sheet may be off
_LARGE = 16.0  # points: from here on it is large print, and a card is half a sheet


@dataclass(frozen=True, slots=True)
class CardGrid:
    """Where the cards are on a sheet; places are counted from 0, row by row, seen from the fronts.

    Attributes:
        edge: how far from the paper's edge the cut marks begin, in points.
    """

    page_style: PageStyle
    columns: int
    rows: int = 2
    edge: float = _EDGE
    line_width: float = WHOLE_PAGE.hairline

    @property
    def count(self) -> int:
        """How many cards a sheet has."""
        return self.columns * self.rows

    def front(self, place: int) -> Box:
        """A card's front, on the first side of its sheet."""
        row, column = divmod(place, self.columns)
        return self._box(row, column)

    def back(self, place: int, flip: Flip) -> Box:
        """The same card's back, on the second side of its sheet, as the file shows it.

        Turned round its long edge, left becomes right; round its short edge, top becomes bottom.
        """
        row, column = divmod(place, self.columns)
        if flip is Flip.LONG:
            return self._box(row, self.columns - 1 - column)
        return self._box(self.rows - 1 - row, column)

    def _box(self, row: int, column: int) -> Box:
        width = (self.page_style.width - 2 * _MARGIN) / self.columns
        height = (self.page_style.height - 2 * _MARGIN) / self.rows
        return Box(_MARGIN + column * width, _MARGIN + row * height, width, height)

    def cut_marks(self) -> tuple[Polyline, ...]:
        """Short lines outside the cards, at the end of each cut, where a printer can still print."""
        across = sorted({edge for place in range(self.count) for edge in _sides(self.front(place))})
        down = sorted({edge for place in range(self.count) for edge in _ends(self.front(place))})
        outer, inner = self.edge, _MARGIN - _MARK_GAP
        width, height = self.page_style.width, self.page_style.height
        lines = [((x, start), (x, end)) for x in across for start, end in _marks(outer, inner, height)]
        lines += [((start, y), (end, y)) for y in down for start, end in _marks(outer, inner, width)]
        return tuple(Polyline(line, Colour.INK, self.line_width) for line in lines)


def _sides(box: Box) -> tuple[float, float]:
    return round(box.left, 3), round(box.right, 3)


def _ends(box: Box) -> tuple[float, float]:
    return round(box.top, 3), round(box.bottom, 3)


def _marks(outer: float, inner: float, length: float) -> tuple[tuple[float, float], tuple[float, float]]:
    """From where to where the marks at both ends of a cut go."""
    return (outer, inner), (length - inner, length - outer)


class _CardSurface(Surface):
    """Pages that are filled in any order: cards are read one by one, front and back."""

    turned_to = -1

    def mark(self, element: int | None, *shapes: Shape, page: int = -1) -> None:
        super().mark(element, *shapes, page=self.turned_to if page < 0 else page)

    def tick_field(self, parent: int, box: Box, tick: Tick) -> None:
        field = TickField(self.element(Role.FORM, parent), box, tick.name, tick.description)
        self._fields[self.turned_to].append(field)


def lay_out_cards(content: Content, setup: PageSetup) -> Booklet:
    """A card “Before you start”, and one for each exercise: fronts on odd pages, backs on even ones.

    The sheets are to be printed on both sides, turned as the setting says, and cut at the marks, which begin
    at the edge of the paper if the printer is borderless. In large print two cards go on a sheet, else four.

    Raises:
        DoesNotFitError: a text is too long for its card; names every such exercise.
    """
    look = setup.look
    columns = 1 if look.small.size >= _LARGE else 2
    grid = CardGrid(
        setup.page_style, columns, edge=0.0 if setup.borderless else _EDGE, line_width=look.hairline
    )
    room = _room(grid.front(0))
    surface = _CardSurface(setup)
    cards: list[Card] = []
    for style in dict.fromkeys((look.body, look.body_tight, look.small)):
        card_format = CardFormat(content, setup, style, room.width, room.height)
        cards, problems = _cards(card_format)
        if not problems:
            break
    else:
        raise DoesNotFitError(*problems)
    marks = grid.cut_marks()
    for index, card in enumerate(cards):
        number, place = divmod(index, grid.count)
        if place == 0:
            for page in (2 * number, 2 * number + 1):
                surface.add_page()
                surface.mark(None, *marks, page=page)
        section = surface.element(Role.SECTION, DOCUMENT)
        surface.turned_to = 2 * number
        card.front.place(surface, section, _room(grid.front(place)), card_format)
        if card.back:
            surface.turned_to = 2 * number + 1
            card.back.place(surface, section, _room(grid.back(place, setup.flip)), card_format)
    return finished(surface, content)


def _cards(card_format: CardFormat) -> tuple[list[Card], list[Problem]]:
    """All cards in order, and every text that does not fit on its own."""
    cards: list[Card] = []
    problems: list[Problem] = []
    try:
        cards += safety_cards(card_format)
    except DoesNotFitError as error:
        problems += error.problems
    for number, chosen in enumerate(card_format.content.routine.chosen, start=1):
        try:
            cards += exercise_cards(number, chosen, card_format)
        except DoesNotFitError as error:
            problems += error.problems
    return cards, problems


def _room(card: Box) -> Box:
    """What a card has for text and pictures."""
    return Box(
        card.left + _PADDING, card.top + _PADDING, card.width - 2 * _PADDING, card.height - 2 * _PADDING
    )
