"""Named lengths: every measure of the booklet stands here, in points (1/72 inch).

Sizes follow the clear-print guidance of the UK Association for Accessible Formats: body text of 14 points,
nothing below 12, set flush left with generous leading.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from generator.booklet.model import Colour, Face

MILLIMETRE = 72 / 25.4

# Height of the capitals as a share of the size (Atkinson Hyperlegible Next: 0.668 em), which centres a line.
CAPITAL_HEIGHT = 0.668


class Paper(StrEnum):
    """A sheet that home and office printers take."""

    A4 = "a4"
    LETTER = "letter"


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a paragraph is set: face, size, distance from line to line, colour."""

    size: float
    leading: float
    face: Face = Face.REGULAR
    colour: Colour = Colour.INK


@dataclass(frozen=True, slots=True)
class PageStyle:
    """The page and the room that text has on it."""

    width: float
    height: float
    margin_side: float = 50.0
    margin_top: float = 40.0
    margin_bottom: float = 54.0  # the footer stands inside it
    footer_baseline: float = 31.0  # above the lower edge

    @property
    def room_width(self) -> float:
        """Width of the text area."""
        return self.width - 2 * self.margin_side

    @property
    def room_bottom(self) -> float:
        """Where the text area ends, from the top edge."""
        return self.height - self.margin_bottom

    @property
    def room_height(self) -> float:
        """Height of the text area."""
        return self.room_bottom - self.margin_top


PAGES = {
    Paper.A4: PageStyle(width=210 * MILLIMETRE, height=297 * MILLIMETRE),
    Paper.LETTER: PageStyle(width=8.5 * 72, height=11 * 72),
}

TITLE = TextStyle(36, 40, Face.BOLD, Colour.ACCENT)
HEADING = TextStyle(26, 31, Face.BOLD, Colour.ACCENT)
EXERCISE_NAME = TextStyle(23, 27, Face.BOLD)
SUBHEADING = TextStyle(15, 20, Face.BOLD, Colour.ACCENT)
BODY = TextStyle(14, 18)
BODY_BOLD = TextStyle(14, 18, Face.BOLD)
LEAD = TextStyle(16, 22)
BODY_TIGHT = TextStyle(13, 16.5)  # for a page that would run over by a line or two
SMALL = TextStyle(12, 15.5)
SMALL_BOLD = TextStyle(12, 15.5, Face.BOLD)
SMALL_QUIET = TextStyle(12, 15.5, Face.REGULAR, Colour.QUIET)
FIGURE_LARGE = TextStyle(42, 43, Face.BOLD, Colour.ACCENT)
FIGURE_TILE = TextStyle(34, 38, Face.BOLD, Colour.ACCENT)

GAP_SMALL = 4.0  # between lines that belong together
GAP = 8.0  # between paragraphs of one thought
GAP_LARGE = 16.0  # between parts of a page
PADDING = 11.0  # inside a panel
PANEL_RADIUS = 7.0
HAIRLINE = 0.75
RULE = 1.5
OUTLINE = 1.8  # the caution's frame: it must stand out without colour

TICK_BOX = 19.0  # at an exercise's name: easy to hit with a pen
TICK_BOX_CALENDAR = 13.0
TICK_BOX_LINE = 1.4

PICTURE_HEIGHT_LEAST = 90.0  # lying figures are wide and low; less is not read at arm's length
PICTURE_HEIGHT_GOOD = 55 * MILLIMETRE
PICTURE_HEIGHT_MOST = 75 * MILLIMETRE
THUMBNAIL_HEIGHT = 28.0
