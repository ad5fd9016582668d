"""The pages of a booklet → their places in a file: each on a page of its own, or two on a side of paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.booklet.choices import Duplex
from generator.booklet.model import Box
from generator.pdf.objects import number_text

if TYPE_CHECKING:
    from generator.booklet.choices import FoldOptions
    from generator.booklet.model import Booklet, Shape


class PagePlace(NamedTuple):
    """Where a page of the booklet stands.

    Attributes:
        side: on which side, counted from 0.
        box: the whole page, on that side.
        turned: whether it is upside down.
    """

    side: int
    box: Box
    turned: bool = False

    def moved(self, box: Box) -> Box:
        """Where something on the page is on the side."""
        left = self.box.width - box.right if self.turned else box.left
        top = self.box.height - box.bottom if self.turned else box.top
        return Box(self.box.left + left, self.box.top + top, box.width, box.height)

    def matrix(self, side_height: float) -> str:
        """The operator that brings the page there; empty where nothing is to be moved."""
        left, bottom = self.box.left, side_height - self.box.bottom
        if self.turned:
            return f"-1 0 0 -1 {number_text(self.box.right)} {number_text(bottom + self.box.height)} cm"
        move = f"{number_text(left)} {number_text(bottom)}"
        return "" if move == "0 0" else f"1 0 0 1 {move} cm"


class Arrangement(NamedTuple):
    """How a file shows the pages of a booklet: on sides of paper, each of which is a page of the file.

    Attributes:
        width: of every side, in points.
        height: of every side, in points.
        places: of the pages of a booklet, in their order.
        artifacts: what is painted on each side besides, without meaning.
        preferences: further entries of the viewer preferences (ISO 32000-1, 12.2).
    """

    width: float
    height: float
    places: tuple[PagePlace, ...]
    artifacts: tuple[tuple[Shape, ...], ...]
    preferences: str = ""


def duplex_preferences(options: FoldOptions) -> str:
    """What a file asks of the printer: both sides, turned as the options say; or one, where it is by hand."""
    if options.duplex is Duplex.MANUAL:
        return "/Duplex/Simplex"
    return f"/Duplex/DuplexFlip{options.flip.capitalize()}Edge"


def one_page_a_side(booklet: Booklet) -> Arrangement:
    """The booklet as it is read on a screen, or printed without folding."""
    box = Box(0, 0, booklet.width, booklet.height)
    places = tuple(PagePlace(side, box) for side in range(len(booklet.pages)))
    return Arrangement(booklet.width, booklet.height, places, ((),) * len(places))
