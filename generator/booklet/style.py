"""Named lengths: every measure of the booklet stands here, in points (1/72 inch).

Sizes follow the clear-print guidance of the UK Association for Accessible Formats: body text of 14 points,
nothing below 12, set flush left with generous leading.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from generator.booklet.model import Colour
from generator.text.faces import Face

MILLIMETRE = 72 / 25.4

# Height of the capitals as a share of the size (Atkinson Hyperlegible Next: 0.668 em), which centres a line.
CAPITAL_HEIGHT = 0.668


class Paper(StrEnum):
    """A page: a sheet that home and office printers take, or half of one."""

    A4 = "a4"
    LETTER = "letter"
    A5 = "a5"
    HALF_LETTER = "half-letter"

    @property
    def is_half(self) -> bool:
        """Whether it is half of a sheet."""
        return self.sheet is not self

    @property
    def sheet(self) -> Paper:
        """The whole sheet: itself, or what it is half of."""
        return {Paper.A5: Paper.A4, Paper.HALF_LETTER: Paper.LETTER}.get(self, self)

    @property
    def half(self) -> Paper:
        """Half of the sheet."""
        return Paper.A5 if self.sheet is Paper.A4 else Paper.HALF_LETTER


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a paragraph is set: face, size, distance from line to line, colour.

    A style with a `name` stands for that style of whatever look the booklet has (see `Look.of`).
    """

    size: float
    leading: float
    face: Face = Face.REGULAR
    colour: Colour = Colour.INK
    name: str = ""


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

TITLE = TextStyle(36, 40, Face.BOLD, Colour.ACCENT, name="title")
HEADING = TextStyle(26, 31, Face.BOLD, Colour.ACCENT, name="heading")
EXERCISE_NAME = TextStyle(23, 27, Face.BOLD, name="exercise_name")
SUBHEADING = TextStyle(15, 20, Face.BOLD, Colour.ACCENT, name="subheading")
BODY = TextStyle(14, 18, name="body")
BODY_BOLD = TextStyle(14, 18, Face.BOLD, name="body_bold")
LEAD = TextStyle(16, 22, name="lead")
BODY_TIGHT = TextStyle(13, 16.5, name="body_tight")  # for a page that would run over by a line or two
SMALL = TextStyle(12, 15.5, name="small")
SMALL_BOLD = TextStyle(12, 15.5, Face.BOLD, name="small_bold")
SMALL_QUIET = TextStyle(12, 15.5, Face.REGULAR, Colour.QUIET, name="small_quiet")
FIGURE_LARGE = TextStyle(42, 43, Face.BOLD, Colour.ACCENT, name="figure_large")
FIGURE_TILE = TextStyle(34, 38, Face.BOLD, Colour.ACCENT, name="figure_tile")

LINE_NAME = TextStyle(12, 18, Face.BOLD, Colour.ACCENT, name="line_name")  # before a line of body text
LINE_NAME_TIGHT = TextStyle(12, 16.5, Face.BOLD, Colour.ACCENT, name="line_name_tight")
WEEKS = TextStyle(14, 21, Face.BOLD, Colour.ACCENT, name="weeks")  # a line of its own, and some room above
EMERGENCY = TextStyle(17, 22, Face.BOLD, name="emergency")

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


@dataclass(frozen=True, slots=True)
class Look:
    """All text styles and lengths of a booklet, in points; the defaults are those of a whole page.

    Attributes:
        body: what most text is set in.
        body_tight: for a page that would run over by a line or two.
        small: labels, captions, table cells; the smallest there is.
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

    title: TextStyle = TITLE
    heading: TextStyle = HEADING
    exercise_name: TextStyle = EXERCISE_NAME
    subheading: TextStyle = SUBHEADING
    lead: TextStyle = LEAD
    body: TextStyle = BODY
    body_bold: TextStyle = BODY_BOLD
    body_tight: TextStyle = BODY_TIGHT
    line_name: TextStyle = LINE_NAME
    line_name_tight: TextStyle = LINE_NAME_TIGHT
    weeks: TextStyle = WEEKS
    emergency: TextStyle = EMERGENCY
    small: TextStyle = SMALL
    small_bold: TextStyle = SMALL_BOLD
    small_quiet: TextStyle = SMALL_QUIET
    figure_large: TextStyle = FIGURE_LARGE
    figure_tile: TextStyle = FIGURE_TILE

    gap_small: float = GAP_SMALL
    gap: float = GAP
    gap_large: float = GAP_LARGE
    padding: float = PADDING
    panel_radius: float = PANEL_RADIUS
    hairline: float = HAIRLINE
    rule: float = RULE
    outline: float = OUTLINE

    tick_box: float = TICK_BOX
    tick_box_calendar: float = TICK_BOX_CALENDAR
    tick_box_line: float = TICK_BOX_LINE
    day_column: float = 37.0
    side_column: float = 42.0
    writing_line: float = 26.0

    picture_height_least: float = PICTURE_HEIGHT_LEAST
    picture_height_good: float = PICTURE_HEIGHT_GOOD
    picture_height_most: float = PICTURE_HEIGHT_MOST
    thumbnail_height: float = THUMBNAIL_HEIGHT

    def of(self, style: TextStyle) -> TextStyle:
        """This look's style of the same name; a style without a name stays as it is."""
        if not style.name:
            return style
        found: TextStyle = getattr(self, style.name)
        return found


WHOLE_PAGE = Look()

HALF_PAGE = Look(
    title=TextStyle(26, 29, Face.BOLD, Colour.ACCENT),
    heading=TextStyle(20, 24, Face.BOLD, Colour.ACCENT),
    exercise_name=TextStyle(17, 20.5, Face.BOLD),
    subheading=TextStyle(13, 16.5, Face.BOLD, Colour.ACCENT),
    lead=TextStyle(13, 17),
    body=TextStyle(12, 15.5),
    body_bold=TextStyle(12, 15.5, Face.BOLD),
    body_tight=TextStyle(12, 14.5),
    line_name=TextStyle(12, 15.5, Face.BOLD, Colour.ACCENT),
    line_name_tight=TextStyle(12, 14.5, Face.BOLD, Colour.ACCENT),
    weeks=TextStyle(12, 18, Face.BOLD, Colour.ACCENT),
    emergency=TextStyle(14, 18, Face.BOLD),
    small=TextStyle(12, 14.5),
    small_bold=TextStyle(12, 14.5, Face.BOLD),
    small_quiet=TextStyle(12, 14.5, Face.REGULAR, Colour.QUIET),
    figure_large=TextStyle(30, 32, Face.BOLD, Colour.ACCENT),
    figure_tile=TextStyle(24, 27, Face.BOLD, Colour.ACCENT),
    gap_small=3.0,
    gap=6.0,
    gap_large=11.0,
    padding=8.0,
    panel_radius=5.0,
    tick_box=16.0,
    tick_box_calendar=12.0,
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
    body_bold=TextStyle(18, 24, Face.BOLD),
    body_tight=TextStyle(18, 23),
    line_name=TextStyle(16, 24, Face.BOLD, Colour.ACCENT),
    line_name_tight=TextStyle(16, 23, Face.BOLD, Colour.ACCENT),
    weeks=TextStyle(18, 27, Face.BOLD, Colour.ACCENT),
    emergency=TextStyle(22, 28, Face.BOLD),
    small=TextStyle(16, 21),
    small_bold=TextStyle(16, 21, Face.BOLD),
    small_quiet=TextStyle(16, 21, Face.REGULAR, Colour.QUIET),
    figure_large=TextStyle(54, 56, Face.BOLD, Colour.ACCENT),
    figure_tile=TextStyle(42, 46, Face.BOLD, Colour.ACCENT),
    gap_small=6.0,
    gap=11.0,
    gap_large=20.0,
    padding=13.0,
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
"""Clear print for weak eyes: 18 points, nothing below 16, re-flowed and not scaled up (UKAAF)."""


def look_for(paper: Paper, *, large_print: bool = False) -> Look:
    """The look of a booklet with such pages; large print needs whole ones."""
    if large_print:
        return LARGE_PRINT
    return HALF_PAGE if paper.is_half else WHOLE_PAGE
