"""A block alone on a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.booklet.surface import DOCUMENT
from tests.booklet.laying_out import blank_surface

if TYPE_CHECKING:
    from generator.booklet.blocks.containers import Block
    from generator.booklet.surface import Surface

LEFT, TOP, WIDTH = 20.0, 20.0, 140.0  # 20 characters of body text

LONG = "one two three four five six seven eight nine ten"  # three lines


def placed(block: Block, width: float = WIDTH) -> Surface:
    surface = blank_surface()
    surface.add_page()
    block.place(surface, DOCUMENT, LEFT, TOP, width)
    return surface
