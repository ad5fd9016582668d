"""Blocks, and those that hold others: one below the other, side by side, or on a background."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

from generator.booklet.model import Box, Colour, Rectangle, Role, TextMeasure

if TYPE_CHECKING:
    from generator.booklet.style import Look
    from generator.booklet.surface import Surface


class Block(Protocol):
    """Something with a height that can be placed on a surface."""

    def height(self, measure: TextMeasure, width: float) -> float:
        """How high it is at this width, in points."""
        ...

    def place(self, surface: Surface, parent: int, left: float, top: float, width: float) -> None:
        """Mark it on the surface's current page, as children of the element `parent`."""
        ...

    @property
    def label(self) -> str:
        """What to call it when it does not fit."""
        ...


class Stack(NamedTuple):
    """Blocks one below the other, with a gap between them."""

    blocks: tuple[Block, ...]
    gap: float
    role: Role | None = None

    @property
    def label(self) -> str:
        """The first name among its blocks."""
        return next((block.label for block in self.blocks if block.label), "")

    def height(self, measure: TextMeasure, width: float) -> float:
        """The blocks and the gaps."""
        return sum(block.height(measure, width) for block in self.blocks) + self.gap * (len(self.blocks) - 1)

    def place(self, surface: Surface, parent: int, left: float, top: float, width: float) -> None:
        """Top to bottom, in an element of its own when it has a role."""
        if self.role:
            parent = surface.element(self.role, parent)
        for block in self.blocks:
            block.place(surface, parent, left, top, width)
            top += block.height(surface.measure, width) + self.gap


class Columns(NamedTuple):
    """Blocks side by side, read from left to right; `shares` are their shares of the width."""

    blocks: tuple[Block, ...]
    shares: tuple[float, ...]
    gap: float

    @property
    def label(self) -> str:
        """The first name among its blocks."""
        return next((block.label for block in self.blocks if block.label), "")

    def _widths(self, width: float) -> list[float]:
        room = width - self.gap * (len(self.blocks) - 1)
        return [room * share / sum(self.shares) for share in self.shares]

    def height(self, measure: TextMeasure, width: float) -> float:
        """The height of the tallest."""
        pairs = zip(self.blocks, self._widths(width), strict=True)
        return max(block.height(measure, part) for block, part in pairs)

    def place(self, surface: Surface, parent: int, left: float, top: float, width: float) -> None:
        """All start at the same height; panels are stretched to the row's."""
        row = self.height(surface.measure, width)
        for block, part in zip(self.blocks, self._widths(width), strict=True):
            if isinstance(block, Panel):
                block.place_stretched(surface, parent, Box(left, top, part, row))
            else:
                block.place(surface, parent, left, top, part)
            left += part + self.gap


class Panel(NamedTuple):
    """A block on a tinted background, with padding on all sides."""

    block: Block
    padding: float
    radius: float

    @property
    def label(self) -> str:
        """Its block's."""
        return self.block.label

    def height(self, measure: TextMeasure, width: float) -> float:
        """The block and the padding."""
        return self.block.height(measure, width - 2 * self.padding) + 2 * self.padding

    def place(self, surface: Surface, parent: int, left: float, top: float, width: float) -> None:
        """As high as its block needs."""
        self.place_stretched(surface, parent, Box(left, top, width, self.height(surface.measure, width)))

    def place_stretched(self, surface: Surface, parent: int, box: Box) -> None:
        """As high as the box says: panels side by side end together."""
        surface.mark(None, Rectangle(box, Colour.TINT, radius=self.radius))
        inner = box.width - 2 * self.padding
        self.block.place(surface, parent, box.left + self.padding, box.top + self.padding, inner)


def panel(block: Block, look: Look, padding: float = 1.0) -> Panel:
    """A block on a background; `padding` is a share of what the look declares."""
    return Panel(block, look.padding * padding, look.panel_radius)
