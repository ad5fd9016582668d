"""Named lengths: every measure of the booklet stands here, in points (1/72 inch).

Sizes follow the clear-print guidance of the UK Association for Accessible Formats: body text of 14 points,
nothing below 12, set flush left with generous leading.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from generator.booklet.choices import Paper
from generator.booklet.model import Colour
from generator.text.faces import Face

MILLIMETRE = 72 / 25.4

# What exactly fits must fit on every machine, and the last figure of a sum is not the same in all Pythons.
ROUNDING = 1e-6

# Height of the capitals as a share of the size (Atkinson Hyperlegible Next: 0.668 em), which centres a line.
CAPITAL_HEIGHT = 0.668


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a paragraph is set: face, size, distance from line to line, colour."""

    size: float
    leading: float
    face: Face = Face.REGULAR
    colour: Colour = Colour.INK

    @property
    def bold(self) -> TextStyle:
        """The same in bold."""
        return _with(self, Face.BOLD, self.colour)

    @property
    def quiet(self) -> TextStyle:
        """The same in less weight."""
        return _with(self, self.face, Colour.QUIET)

    @property
    def baseline(self) -> float:
        """How far below the top of its line the baseline is, so that capitals stand in the middle."""
        return (self.leading + CAPITAL_HEIGHT * self.size) / 2


@cache
def _with(style: TextStyle, face: Face, colour: Colour) -> TextStyle:
    return replace(style, face=face, colour=colour)


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
    # Half a page needs less of a margin; printers leave the outermost 5 mm white.
    Paper.A5: PageStyle(148 * MILLIMETRE, 210 * MILLIMETRE, 28.0, 26.0, 42.0, 22.0),
    Paper.HALF_LETTER: PageStyle(5.5 * 72, 8.5 * 72, 26.0, 26.0, 42.0, 22.0),
}


@dataclass(frozen=True, slots=True)
class Look:
    """All text styles and lengths of a booklet, in points.

    Attributes:
        body: what most text is set in.
        body_tight: for a page that would run over by a line or two.
        small: labels, captions, table cells; the smallest there is.
        weeks: a line of its own that names weeks, with some room above.
        gap_small: between lines that belong together.
        gap: between paragraphs of one thought.
        gap_large: between parts of a page.
        padding: inside a panel.
        outline: the caution's frame, which must stand out without colour.
        tick_box: at an exercise's name: easy to hit with a pen.
        day_column: the width of a day in the tick calendar.
        side_column: the width of the words left and right there.
        writing_line: from line to line, where something is to be written by hand.
        picture_height_least: lying figures are wide and low; less is not read at arm's length.
    """

    title: TextStyle
    heading: TextStyle
    exercise_name: TextStyle
    subheading: TextStyle
    lead: TextStyle
    body: TextStyle
    body_tight: TextStyle
    weeks: TextStyle
    emergency: TextStyle
    small: TextStyle
    figure_large: TextStyle
    figure_tile: TextStyle

    gap_small: float
    gap: float
    gap_large: float
    padding: float
    panel_radius: float
    hairline: float
    rule: float
    outline: float

    tick_box: float
    tick_box_calendar: float
    tick_box_line: float
    day_column: float
    side_column: float
    writing_line: float

    picture_height_least: float
    picture_height_good: float
    picture_height_most: float
    thumbnail_height: float

    @property
    def card_title(self) -> TextStyle:
        """The title of a card or of the fridge sheet: as large as a name, in the colour of headings."""
        return replace(self.exercise_name, colour=self.heading.colour)

    def line_name(self, text: TextStyle) -> TextStyle:
        """The style of a name that stands before lines of that text."""
        return TextStyle(self.small.size, text.leading, Face.BOLD, Colour.ACCENT)


WHOLE_PAGE = Look(
    title=TextStyle(36, 40, Face.BOLD, Colour.ACCENT),
    heading=TextStyle(26, 31, Face.BOLD, Colour.ACCENT),
    exercise_name=TextStyle(23, 27, Face.BOLD),
    subheading=TextStyle(15, 20, Face.BOLD, Colour.ACCENT),
    lead=TextStyle(16, 22),
    body=TextStyle(14, 18),
    body_tight=TextStyle(13, 16.5),
    weeks=TextStyle(14, 21, Face.BOLD, Colour.ACCENT),
    emergency=TextStyle(17, 22, Face.BOLD),
    small=TextStyle(12, 15.5),
    figure_large=TextStyle(42, 43, Face.BOLD, Colour.ACCENT),
    figure_tile=TextStyle(34, 38, Face.BOLD, Colour.ACCENT),
    gap_small=4.0,
    gap=8.0,
    gap_large=16.0,
    padding=11.0,
    panel_radius=7.0,
    hairline=0.75,
    rule=1.5,
    outline=1.8,
    tick_box=19.0,
    tick_box_calendar=13.0,
    tick_box_line=1.4,
    day_column=37.0,
    side_column=42.0,
    writing_line=26.0,
    picture_height_least=90.0,
    picture_height_good=55 * MILLIMETRE,
    picture_height_most=75 * MILLIMETRE,
    thumbnail_height=28.0,
)

HALF_PAGE = Look(
    title=TextStyle(26, 29, Face.BOLD, Colour.ACCENT),
    heading=TextStyle(20, 24, Face.BOLD, Colour.ACCENT),
    exercise_name=TextStyle(17, 20.5, Face.BOLD),
    subheading=TextStyle(13, 16.5, Face.BOLD, Colour.ACCENT),
    lead=TextStyle(13, 17),
    body=TextStyle(12, 15.5),
    body_tight=TextStyle(12, 14.5),
    weeks=TextStyle(12, 18, Face.BOLD, Colour.ACCENT),
    emergency=TextStyle(14, 18, Face.BOLD),
    small=TextStyle(12, 14.5),
    figure_large=TextStyle(30, 32, Face.BOLD, Colour.ACCENT),
    figure_tile=TextStyle(24, 27, Face.BOLD, Colour.ACCENT),
    gap_small=3.0,
    gap=6.0,
    gap_large=11.0,
    padding=8.0,
    panel_radius=5.0,
    hairline=0.75,
    rule=1.5,
    outline=1.8,
    tick_box=16.0,
    tick_box_calendar=12.0,
    tick_box_line=1.4,
    day_column=30.5,
    side_column=34.0,
    writing_line=24.0,
    picture_height_least=62.0,
    picture_height_good=95.0,
    picture_height_most=130.0,
    thumbnail_height=24.0,
)
"""For A5 and half-letter: set for that size, at 12 points or more, and not shrunk."""

LARGE_PRINT = Look(
    title=TextStyle(42, 47, Face.BOLD, Colour.ACCENT),
    heading=TextStyle(32, 38, Face.BOLD, Colour.ACCENT),
    exercise_name=TextStyle(29, 34, Face.BOLD),
    subheading=TextStyle(20, 26, Face.BOLD, Colour.ACCENT),
    lead=TextStyle(20, 27),
    body=TextStyle(18, 24),
    body_tight=TextStyle(18, 23),
    weeks=TextStyle(18, 27, Face.BOLD, Colour.ACCENT),
    emergency=TextStyle(22, 28, Face.BOLD),
    small=TextStyle(16, 21),
    figure_large=TextStyle(54, 56, Face.BOLD, Colour.ACCENT),
    figure_tile=TextStyle(42, 46, Face.BOLD, Colour.ACCENT),
    gap_small=6.0,
    gap=11.0,
    gap_large=20.0,
    padding=13.0,
    panel_radius=7.0,
    hairline=1.0,
    rule=2.2,
    outline=2.6,
    tick_box=26.0,
    tick_box_calendar=20.0,
    tick_box_line=2.0,
    day_column=42.0,
    side_column=54.0,
    writing_line=34.0,
    picture_height_least=120.0,
    picture_height_good=62 * MILLIMETRE,
    picture_height_most=95 * MILLIMETRE,
    thumbnail_height=42.0,
)
"""Clear print for low vision: 18 points, nothing below 16, reflowed and not scaled up (UKAAF)."""


def look_for(paper: Paper, *, large_print: bool = False) -> Look:
    """The look of a booklet with such pages; large print needs whole ones."""
    if large_print:
        return LARGE_PRINT
    return HALF_PAGE if paper.is_half else WHOLE_PAGE
