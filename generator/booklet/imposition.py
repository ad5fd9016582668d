"""Which page of a folded booklet is printed where: a map from pages to the sides of sheets, without drawing.

The booklet is saddle-stitched: sheets lie in each other, are folded in the middle and stapled in the fold.
Sheets count from the outside in. Lengths of `FoldOptions` are in millimetres, all others in points; as on
pages, the origin is the top left corner, x grows to the right and y downwards.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from generator.booklet.choices import Binding, Duplex, Flip, FoldOptions, Paper
from generator.booklet.style import MILLIMETRE

if TYPE_CHECKING:
    from collections.abc import Mapping

Line: TypeAlias = tuple[tuple[float, float], tuple[float, float]]
"""From point to point."""

PAGES_A_SHEET = 4

# Width and height of a sheet with its two pages upright: landscape.
SHEET_SIZES: Mapping[Paper, tuple[float, float]] = MappingProxyType(
    {Paper.A4: (297 * MILLIMETRE, 210 * MILLIMETRE), Paper.LETTER: (11 * 72.0, 8.5 * 72.0)}
)

EDGE = 5 * MILLIMETRE  # what many printers cannot print along each edge of the sheet

# A move made smaller by less than this is not reported: no printer is that exact, and a note gives tenths.
NOTICEABLE = 0.05 * MILLIMETRE

_TICK = 4 * MILLIMETRE  # of fold ticks
_STAPLE = 12 * MILLIMETRE  # the crown of a common staple
_STAPLE_PLACES = (1 / 4, 3 / 4)  # of the height
_ROUNDING = 0.005  # points; half of the hundredth that a file keeps


def edge_of(options: FoldOptions) -> float:
    """The strip along each edge of the sheet that stays blank, in points."""
    return 0.0 if options.borderless else EDGE


class Half(StrEnum):
    """A half of a sheet's side, as the file shows it."""

    LEFT = "left"
    RIGHT = "right"


class Clearance(NamedTuple):
    """How wide the strips along a page's edges are on which no page of the booklet has any print; 0 or more.

    Attributes:
        side: the narrower one of left and right.
    """

    side: float
    top: float
    bottom: float


class PlacedPage(NamedTuple):
    """A page on a half of a side.

    Attributes:
        slot: which page of the folded booklet it is, counted from 1.
        page: which page of the laid-out booklet stands there, counted from 0; None for a blank one.
        half: as the file shows the side.
        turned: whether it is upside down.
        left: of the page's box on the side.
        top: of the page's box on the side.
    """

    slot: int
    page: int | None
    half: Half
    turned: bool
    left: float
    top: float


class SheetSide(NamedTuple):
    """One side of a sheet, as the file shows it.

    Attributes:
        sheet: counted from 1, the outermost.
        is_front: whether it is the side that is outside when the sheet is folded; it is printed first.
        placements: left and right.
        fold_ticks: on the line of the fold, near the upper and the lower edge.
        staple_marks: on the line of the fold.
    """

    sheet: int
    is_front: bool
    placements: tuple[PlacedPage, PlacedPage]
    fold_ticks: tuple[Line, ...]
    staple_marks: tuple[Line, ...]


class Move(StrEnum):
    """What moves pages on the paper."""

    CREEP = "creep"
    BINDING_MARGIN = "binding-margin"
    OFFSET_FRONT = "offset-front"
    OFFSET_BACK = "offset-back"


class ReducedMove(NamedTuple):
    """A move that would have put print over the fold or off the paper, and was made noticeably smaller.

    Attributes:
        move: an offset is limited across and down the sheet apart, so it may come up twice.
        wanted: in millimetres; creep is that of the innermost sheet.
        given: in millimetres.
    """

    move: Move
    wanted: float
    given: float


@dataclass(frozen=True, slots=True)
class Imposition:
    """The sides of the sheets, in the order of the file.

    Attributes:
        width: of every sheet, in landscape.
        height: of every sheet, in landscape.
        options: what it was made with.
        sides: with `Duplex.AUTO` front and back of each sheet, outermost first; with `Duplex.MANUAL` all
            fronts, then all backs, both outermost first.
        blanks: the slots without a page, which stand before the back cover.
        limited: the moves that were made noticeably smaller.
    """

    width: float
    height: float
    options: FoldOptions
    sides: tuple[SheetSide, ...]
    blanks: tuple[int, ...]
    limited: tuple[ReducedMove, ...]

    @property
    def sheet_count(self) -> int:
        """How many sheets of paper it takes."""
        return len(self.sides) // 2


def _pages_of_slots(page_count: int) -> tuple[int | None, ...]:
    if page_count < 1:
        raise ValueError("a booklet has at least one page")
    blanks = (None,) * (-page_count % PAGES_A_SHEET)
    body = max(page_count - 1, 1)  # all but the back cover; a single page is the front cover
    return (*range(body), *blanks, *range(body, page_count))


def impose(
    page_count: int,
    page_size: tuple[float, float],
    clearance: Clearance,
    paper: Paper,
    options: FoldOptions,
) -> Imposition:
    """Place the pages of a booklet on sheets, each once.

    A page stands with its inner edge on the fold, in the middle between top and bottom. Then it is moved:
    away from the fold by the binding margin; towards it by the paper's thickness for each sheet outside its
    own, since inner sheets are pushed out and their outer margins look narrow; and by the offset of its side.
    The binding margin stops where print would come closer to the outer edge than 5 mm, or over it where the
    printer is borderless, creep where it would come over the fold, and an offset where print would leave the
    paper.

    Args:
        page_count: at least 1.
        page_size: width and height of every page; at most those of half a sheet.
        clearance: of the pages.
        paper: of the sheets.
        options: how they are printed and folded.

    Raises:
        ValueError: when there is no page, or it is larger than half a sheet.
    """
    return _Imposer(page_count, page_size, clearance, SHEET_SIZES[paper.sheet], options).imposition()


class _Imposer:
    """The lengths that all sheets share, and what each page adds to them."""

    def __init__(
        self,
        page_count: int,
        page_size: tuple[float, float],
        clearance: Clearance,
        sheet_size: tuple[float, float],
        options: FoldOptions,
    ) -> None:
        self._pages = _pages_of_slots(page_count)
        self._page_width, self._page_height = page_size
        self._width, self._height = sheet_size
        self._options = options
        self._limited: list[ReducedMove] = []
        beside, above = self._width / 2 - self._page_width, (self._height - self._page_height) / 2
        if min(beside, above) < -_ROUNDING:
            raise ValueError("the pages are larger than half a sheet")
        outer = clearance.side + beside
        self._top = above
        self._margin = self._limit(
            Move.BINDING_MARGIN, options.binding_margin, max(0.0, outer - edge_of(options))
        )
        self._most_creep = clearance.side + self._margin
        # Print comes closest to the outer edges on the outermost sheet, which has no creep.
        across = outer - self._margin
        self._offsets = [
            (
                self._limit(move, x, across, -across),
                self._limit(move, y, clearance.bottom + above, -clearance.top - above),
            )
            for move, (x, y) in (
                (Move.OFFSET_FRONT, options.offset_front),
                (Move.OFFSET_BACK, options.offset_back),
            )
        ]

    def imposition(self) -> Imposition:
        sheet_count = len(self._pages) // PAGES_A_SHEET
        thickness = self._options.paper_thickness
        # Of the innermost sheet, which is pushed out most.
        creep = self._limit(Move.CREEP, (sheet_count - 1) * thickness, self._most_creep)
        pairs = []
        for sheet in range(sheet_count):
            outwards = self._margin - min(sheet * thickness * MILLIMETRE, creep)
            pairs.append([self._side(sheet, is_front, outwards) for is_front in (True, False)])
        # By hand: the sheet that came out first goes in first again.
        runs = zip(*pairs, strict=True) if self._options.duplex is Duplex.MANUAL else pairs
        return Imposition(
            self._width,
            self._height,
            self._options,
            tuple(side for run in runs for side in run),
            tuple(slot for slot, page in enumerate(self._pages, start=1) if page is None),
            tuple(self._limited),
        )

    def _limit(self, move: Move, wanted: float, most: float, least: float = 0.0) -> float:
        """A length that is wanted, in millimetres, as far as it may go, in points; notes a noticeable cut."""
        given = max(least, min(wanted * MILLIMETRE, most))
        if abs(given - wanted * MILLIMETRE) > NOTICEABLE:
            self._limited.append(ReducedMove(move, wanted, given / MILLIMETRE))
        return given

    def _side(self, sheet: int, is_front: bool, outwards: float) -> SheetSide:  # noqa: FBT001  # both come up
        """A side of a sheet, counted from 0, whose pages stand so far away from the fold."""
        options = self._options
        x, y = self._offsets[0 if is_front else 1]
        fold, top = self._width / 2 + x, self._top + y
        # With the spine on the left, the front cover is the right half of the outermost front.
        early, late = 2 * sheet + 1, len(self._pages) - 2 * sheet
        slots = (late, early) if is_front else (early + 1, late - 1)
        if options.binding is Binding.RIGHT:
            slots = slots[::-1]
        lefts = (fold - outwards - self._page_width, fold + outwards)
        edge = edge_of(options)
        ticks = [(y + inset, y + inset + _TICK) for inset in (edge, self._height - edge - _TICK)]
        staples = []
        if sheet == 0 and is_front and len(self._pages) > PAGES_A_SHEET:
            middles = [y + share * self._height for share in _STAPLE_PLACES]
            staples = [(middle - _STAPLE / 2, middle + _STAPLE / 2) for middle in middles]
        # A sheet that is turned round its long edge would show its back upside down.
        turned = options.flip is Flip.LONG and not is_front
        if turned:
            slots = slots[::-1]
            lefts = (self._width - lefts[1] - self._page_width, self._width - lefts[0] - self._page_width)
            fold, top = self._width - fold, self._height - top - self._page_height
            ticks = [(self._height - lower, self._height - upper) for upper, lower in reversed(ticks)]
        placements = [
            PlacedPage(slot, self._pages[slot - 1], half, turned, left, top)
            for half, slot, left in zip(Half, slots, lefts, strict=True)
        ]
        return SheetSide(
            sheet + 1,
            is_front,
            (placements[0], placements[1]),
            tuple(((fold, upper), (fold, lower)) for upper, lower in ticks if options.fold_ticks),
            tuple(((fold, upper), (fold, lower)) for upper, lower in staples if options.staple_marks),
        )
