"""What a booklet is set with: pages, look, and what fonts and pictures answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.booklet.choices import Flip
from generator.booklet.style import WHOLE_PAGE, Look, PageStyle

if TYPE_CHECKING:
    from generator.booklet.model import Pictures, TextMeasure


@dataclass(frozen=True, slots=True)
class PageSetup:
    """How a layout is set.

    Attributes:
        page_style: the pages and their margins.
        measure: how wide text is.
        pictures: which pictures there are.
        look: text styles and lengths.
        pages_a_sheet: the number of pages becomes a multiple of this, 4 for a booklet that is folded.
        flip: the edge of the upright paper round which a sheet is turned, where backs must match fronts.
        borderless: whether the printer reaches the edges of the paper.
    """

    page_style: PageStyle
    measure: TextMeasure
    pictures: Pictures
    look: Look = WHOLE_PAGE
    pages_a_sheet: int = 1
    flip: Flip = Flip.LONG
    borderless: bool = False


class NoPictures:
    """Stands in for the pictures where there are none."""

    def proportion(self, name: str) -> float | None:  # noqa: ARG002 - the same for every name
        """None of any name."""
        return None
