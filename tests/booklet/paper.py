"""Sheets of paper: printed, turned, put back, laid in each other, folded and read, by geometry alone.

A point of a sheet is `(u, v)` in points from its middle, u to the right and v upwards as one looks at the
side that was printed first.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.booklet.choices import Binding, Duplex, Flip

if TYPE_CHECKING:
    from generator.booklet.imposition import Imposition, SheetSide


@dataclass(frozen=True)
class Printed:
    """A page on paper: which, where its middle is, and whether its text stands on its head."""

    slot: int
    page: int | None
    u: float
    v: float
    on_its_head: bool


@dataclass(frozen=True)
class PrintedSheet:
    """A sheet with what is on both sides; `u` of the second is as seen through from the first."""

    front: tuple[Printed, ...]
    back: tuple[Printed, ...]


@dataclass(frozen=True)
class Read:
    """A page as the reader turns to it: the open side, and how far its box is from the fold and the top."""

    slot: int
    page: int | None
    is_right: bool
    from_fold: float
    from_top: float


def _printed(
    side: SheetSide, plan: Imposition, page_size: tuple[float, float], error: tuple[float, float]
) -> tuple[Printed, ...]:
    """A side as it comes out of a printer that prints everything so far to the right and down."""
    return tuple(
        Printed(
            place.slot,
            place.page,
            place.left + page_size[0] / 2 - plan.width / 2 + error[0],
            plan.height / 2 - place.top - page_size[1] / 2 - error[1],
            place.turned,
        )
        for place in side.placements
    )


def _through(page: Printed, flip: Flip) -> Printed:
    """A page on the back, seen from the front, after the sheet was turned round an edge.

    Round the short edge (as a page is turned) left and right change places. Round the long edge up and down
    do, and so does which way the text stands.
    """
    if flip is Flip.SHORT:
        return Printed(page.slot, page.page, -page.u, page.v, page.on_its_head)
    return Printed(page.slot, page.page, page.u, -page.v, not page.on_its_head)


def printed_sheets(
    plan: Imposition, page_size: tuple[float, float], back_error: tuple[float, float] = (0.0, 0.0)
) -> list[PrintedSheet]:
    """The sheets as they come out, the first one first.

    Args:
        plan: what is printed.
        page_size: of the pages.
        back_error: how far the printer prints the backs away from where the file has them, to the right and
            down as it shows them.
    """
    flip, count = plan.options.flip, len(plan.sides) // 2
    if plan.options.duplex is Duplex.AUTO:
        pairs = list(zip(plan.sides[::2], plan.sides[1::2], strict=True))
    else:
        # A pile of fronts. It is turned round that edge and goes back so that the sheet with the cover is
        # drawn first, then the others as they came out; the printer knows nothing of sheets.
        pile, backs = list(plan.sides[:count]), iter(plan.sides[count:])
        if 1 not in {place.slot for place in pile[0].placements}:
            pile.reverse()
        pairs = [(front, next(backs)) for front in pile]
    return [
        PrintedSheet(
            _printed(front, plan, page_size, (0.0, 0.0)),
            tuple(_through(page, flip) for page in _printed(back, plan, page_size, back_error)),
        )
        for front, back in pairs
    ]


def simulate(
    plan: Imposition, page_size: tuple[float, float], back_error: tuple[float, float] = (0.0, 0.0)
) -> list[Read]:
    """Print, turn, stack, fold and staple, then read from cover to cover.

    The first sheet lies at the bottom, its front down, the next ones on it. All are folded to the middle,
    upwards. Then the half that is right as one looks at a front is the first leaf for a spine on the left.
    """
    stack = printed_sheets(plan, page_size, back_error)
    is_first = -1 if plan.options.binding is Binding.RIGHT else 1
    leaves = [(sheet.front, sheet.back, is_first) for sheet in stack]
    leaves += [(sheet.back, sheet.front, -is_first) for sheet in reversed(stack)]
    read = []
    for upper, lower, half in leaves:
        for pages, is_front_of_leaf in ((upper, True), (lower, False)):
            (page,) = [page for page in pages if page.u * half > 0]
            assert not page.on_its_head, page
            read.append(
                Read(
                    page.slot,
                    page.page,
                    is_front_of_leaf == (plan.options.binding is Binding.LEFT),
                    abs(page.u) - page_size[0] / 2,
                    plan.height / 2 - page.v - page_size[1] / 2,
                )
            )
    return read
