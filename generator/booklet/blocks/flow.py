"""Fills pages from top to bottom and turns the page before something is cut off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.booklet.style import ROUNDING
from generator.booklet.surface import DOCUMENT, Surface
from generator.problems import DoesNotFitError, Problem

if TYPE_CHECKING:
    from generator.booklet.blocks.containers import Block


class Flow:
    """A cursor that moves down the surface's pages.

    Args:
        surface: where the blocks go.
        parent: the element that they become children of.
        new_page: start on a page of its own.
    """

    def __init__(self, surface: Surface, parent: int = DOCUMENT, *, new_page: bool = True) -> None:
        self.surface = surface
        self.parent = parent
        self.top = 0.0
        if new_page or not surface.page_count:
            self.turn()

    def turn(self) -> None:
        """Go on at the top of a new page."""
        self.surface.add_page()
        self.top = self.surface.page_style.margin_top

    def ensure_room(self, height: float, name: str) -> None:
        """Turn the page if something of this height, in points, does not fit on it.

        Raises:
            DoesNotFitError: it is higher than a whole page; says so by the name.
        """
        room = self.surface.page_style.room_height
        if height > room + ROUNDING:
            raise DoesNotFitError(
                Problem(
                    f"“{_shortened(name)}” needs {height:.0f} points of height, "
                    f"a page has room for {room:.0f}",
                    "use a shorter text or larger paper",
                ),
            )
        self.turn()

    @property
    def left_over(self) -> float:
        """How much height is still free on this page, in points."""
        return self.surface.page_style.room_bottom - self.top + ROUNDING

    def put(self, *blocks: Block, gap: float | None = None) -> None:
        """Place blocks that belong together on one page, with `gap` after each, or the look's.

        Raises:
            DoesNotFitError: they are higher than a whole page; names the text and the room.
        """
        gap = self.surface.look.gap if gap is None else gap
        width = self.surface.page_style.room_width
        heights = [block.height(self.surface.measure, width) for block in blocks]
        whole = sum(heights) + gap * (len(blocks) - 1)
        if whole > self.left_over:
            self.ensure_room(whole, next((block.label for block in blocks if block.label), ""))
        for block, height in zip(blocks, heights, strict=True):
            block.place(self.surface, self.parent, self.surface.page_style.margin_side, self.top, width)
            self.top += height + gap

    def skip(self, points: float) -> None:
        """Leave some room free, but never at the cost of a page."""
        self.top = min(self.top + points, self.surface.page_style.room_bottom)


_NAME_LENGTH = 60  # characters of a text that are enough to recognise it in a message


def _shortened(text: str) -> str:
    return text if len(text) <= _NAME_LENGTH else f"{text[:_NAME_LENGTH]}…"
