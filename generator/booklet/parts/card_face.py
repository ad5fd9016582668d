"""A card and its two sides: blocks in a room that is refused when it is too small."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from generator.booklet.style import ROUNDING
from generator.problems import DoesNotFitError, Problem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.booklet.blocks.containers import Block
    from generator.booklet.content import Content
    from generator.booklet.model import Box
    from generator.booklet.page_setup import PageSetup
    from generator.booklet.style import Look, TextStyle
    from generator.booklet.surface import Surface
    from generator.booklet.wording import Wording


class CardFormat(NamedTuple):
    """What all cards of a booklet have in common.

    Attributes:
        style: of most text.
        width: of the room on a card, in points.
        height: of the room on a card, in points.
    """

    content: Content
    setup: PageSetup
    style: TextStyle
    width: float
    height: float

    @property
    def is_lying(self) -> bool:
        """Whether cards are wider than they are high."""
        return self.width > self.height

    @property
    def look(self) -> Look:
        """Text styles and lengths."""
        return self.setup.look

    @property
    def wording(self) -> Wording:
        """The words of the content."""
        return self.content.wording

    def stacked(self, blocks: tuple[Block, ...]) -> float:
        """The height of blocks with gaps between them."""
        heights = sum(block.height(self.setup.measure, self.width) for block in blocks)
        return heights + self.look.gap * max(0, len(blocks) - 1)


class CardFace(NamedTuple):
    """One side of a card: blocks from the top down, and others that end at the bottom.

    Attributes:
        name: what to call it when it does not fit.
        middle: what stands in the middle between them.
        foot: what stands below all, and is said elsewhere; may be empty.
    """

    name: str
    upper: tuple[Block, ...]
    lower: tuple[Block, ...] = ()
    middle: tuple[Block, ...] = ()
    foot: str = ""

    def height(self, card: CardFormat) -> float:
        """What it needs, in points."""
        blocks = (*self.upper, *self.middle, *self.lower)
        return card.stacked(blocks) + self._foot_height(card)

    def _foot_lines(self, card: CardFormat) -> tuple[str, ...]:
        style = card.look.small.quiet
        return card.setup.measure.wrap(self.foot, style.face, style.size, card.width) if self.foot else ()

    def _foot_height(self, card: CardFormat) -> float:
        lines = len(self._foot_lines(card))
        return card.look.gap_small + lines * card.look.small.quiet.leading if lines else 0.0

    def place(self, surface: Surface, parent: int, room: Box, card: CardFormat) -> None:
        """Put it into the room of a card."""
        gap, bottom = card.look.gap, room.bottom - self._foot_height(card)
        free = bottom - room.top - self.height(card) + self._foot_height(card)
        tops = (
            room.top,
            room.top + card.stacked(self.upper) + gap + free / 2,
            bottom - card.stacked(self.lower),
        )
        for blocks, start in zip((self.upper, self.middle, self.lower), tops, strict=True):
            top = start
            for block in blocks:
                block.place(surface, parent, room.left, top, room.width)
                top += block.height(card.setup.measure, room.width) + gap
        lines = self._foot_lines(card)
        surface.lines(None, lines, room.left, bottom + card.look.gap_small, card.look.small.quiet)


class Card(NamedTuple):
    """Both sides of a card; no back leaves it blank."""

    front: CardFace
    back: CardFace | None = None


def paired(faces: Sequence[CardFace | None]) -> list[Card]:
    """Two faces a card; the last may have no back."""
    return [Card(front, back) for front, back in zip_longest(faces[::2], faces[1::2]) if front is not None]


def check_fits(face: CardFace, card: CardFormat) -> None:
    """Refuse what would be cut off.

    Raises:
        DoesNotFitError: the face needs more height than its card has; names it and both figures.
    """
    needed = face.height(card)
    if needed > card.height + ROUNDING:
        raise DoesNotFitError(
            Problem(
                f"“{face.name}” needs {needed:.0f} points of height, its card has room for {card.height:.0f}",
                "use a shorter text, or choose the layout of whole pages",
            )
        )
