"""Cards to cut out: one exercise each, several to a sheet, fronts and backs for printing on both sides."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.booklet import style as s
from generator.booklet.imposition import Flip
from generator.booklet.layouts.finishing import finished
from generator.booklet.model import Booklet, Box, Colour, Polyline, Role, TickField
from generator.booklet.parts.exercise_cards import Setting, exercise_cards, safety_cards
from generator.booklet.surface import DOCUMENT, Sheet
from generator.booklet.wording import Wording
from generator.problems import DoesNotFitError

if TYPE_CHECKING:
    from generator.booklet.details import Details
    from generator.booklet.model import Pictures, Shape, TextMeasure
    from generator.booklet.parts.exercise_cards import Card
    from generator.booklet.style import Look, PageStyle, Paper
    from generator.library.model import Library
    from generator.problems import Problem
    from generator.routine.model import Routine

_EDGE = 5.3 * s.MILLIMETRE  # a little more than what many printers cannot print along each edge
_MARGIN = 9 * s.MILLIMETRE  # between the paper's edge and the cards: room for the cut marks
_MARK_GAP = 1 * s.MILLIMETRE  # between a card and a cut mark
_PADDING = 4 * s.MILLIMETRE  # inside a card: what a cut or a turned sheet may be off
_LARGE = 16.0  # points: from here on it is large print, and a card is half a sheet


@dataclass(frozen=True, slots=True)
class CardGrid:
    """Where the cards stand on a sheet; places are counted from 0, row by row, as one looks at the fronts.

    Attributes:
        edge: how far from the paper's edge the cut marks begin, in points.
    """

    page: PageStyle
    columns: int
    rows: int = 2
    edge: float = _EDGE

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
        width = (self.page.width - 2 * _MARGIN) / self.columns
        height = (self.page.height - 2 * _MARGIN) / self.rows
        return Box(_MARGIN + column * width, _MARGIN + row * height, width, height)

    def cut_marks(self) -> tuple[Polyline, ...]:
        """Short lines outside the cards, at the end of each cut, where a printer can still print."""
        across = sorted({edge for place in range(self.count) for edge in _sides(self.front(place))})
        down = sorted({edge for place in range(self.count) for edge in _ends(self.front(place))})
        outer, inner = self.edge, _MARGIN - _MARK_GAP
        width, height = self.page.width, self.page.height
        lines = [((x, start), (x, end)) for x in across for start, end in _marks(outer, inner, height)]
        lines += [((start, y), (end, y)) for y in down for start, end in _marks(outer, inner, width)]
        return tuple(Polyline(line, Colour.INK, s.HAIRLINE) for line in lines)


def _sides(box: Box) -> tuple[float, float]:
    return round(box.left, 3), round(box.right, 3)


def _ends(box: Box) -> tuple[float, float]:
    return round(box.top, 3), round(box.bottom, 3)


def _marks(outer: float, inner: float, length: float) -> tuple[tuple[float, float], tuple[float, float]]:
    """From where to where the marks at both ends of a cut go."""
    return (outer, inner), (length - inner, length - outer)


class _Sides(Sheet):
    """Pages that are filled in any order: cards are read one by one, front and back."""

    turned_to = -1

    def mark(self, element: int | None, *shapes: Shape, page: int = -1) -> None:
        super().mark(element, *shapes, page=self.turned_to if page < 0 else page)

    def tick_field(self, parent: int, box: Box, name: str, description: str) -> None:
        field = TickField(self.element(Role.FORM, parent), box, name, description)
        self._fields[self.turned_to].append(field)


def lay_out_cards(  # noqa: PLR0913  # as for every layout, and two for how the sheets are printed
    routine: Routine,
    details: Details,
    library: Library,
    paper: Paper,
    measure: TextMeasure,
    pictures: Pictures,
    look: Look = s.HALF_PAGE,
    flip: Flip = Flip.LONG,
    *,
    borderless: bool = False,
) -> Booklet:
    """A card “Before you start”, and one for each exercise: fronts on odd pages, backs on even ones.

    The sheets are to be printed on both sides, turned round the edge `flip` of the upright paper, and cut at
    the marks, which begin at the edge of the paper if the printer is borderless. In large print two cards go
    on a sheet, else four.

    Raises:
        DoesNotFitError: a text is too long for its card; names every such exercise.
    """
    wording = Wording(library.words, library.sources)
    columns = 1 if look.small.size >= _LARGE else 2
    grid = CardGrid(s.PAGES[paper], columns, edge=0.0 if borderless else _EDGE)
    room = _room(grid.front(0))
    sheet = _Sides(grid.page, measure, pictures, look)
    cards: list[Card] = []
    *roomy, tightest = dict.fromkeys((look.body, look.body_tight, look.small))
    for style in (*roomy, tightest):
        setting = Setting(look, style, room.width, room.height, sheet.measure, pictures, details, wording)
        cards, problems = _cards(routine, setting)
        if not problems:
            break
    else:
        raise DoesNotFitError(*problems)
    marks = grid.cut_marks()
    for index, card in enumerate(cards):
        number, place = divmod(index, grid.count)
        if place == 0:
            for page in (2 * number, 2 * number + 1):
                sheet.add_page()
                sheet.mark(None, *marks, page=page)
        section = sheet.element(Role.SECTION, DOCUMENT)
        sheet.turned_to = 2 * number
        card.front.place(sheet, section, _room(grid.front(place)), setting)
        if card.back:
            sheet.turned_to = 2 * number + 1
            card.back.place(sheet, section, _room(grid.back(place, flip)), setting)
    return finished(sheet, routine, details, wording)


def _cards(routine: Routine, setting: Setting) -> tuple[list[Card], list[Problem]]:
    """All cards in order, and every text that does not fit on its own."""
    cards: list[Card] = []
    problems: list[Problem] = []
    try:
        cards += safety_cards(routine, setting)
    except DoesNotFitError as error:
        problems += error.problems
    for number, chosen in enumerate(routine.chosen, start=1):
        try:
            cards += exercise_cards(number, chosen, setting)
        except DoesNotFitError as error:
            problems += error.problems
    return cards, problems


def _room(card: Box) -> Box:
    """What a card has for text and pictures."""
    return Box(
        card.left + _PADDING, card.top + _PADDING, card.width - 2 * _PADDING, card.height - 2 * _PADDING
    )
