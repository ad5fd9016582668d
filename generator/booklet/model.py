"""What stands where: pages of marks, and the tree of meaning that they belong to.

All lengths are in points (1/72 inch). The origin is the top left corner of the page, y grows downwards.
Nothing here draws; `generator.pdf` does.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from generator.text.faces import Face


class Role(StrEnum):
    """What an element is, in the standard structure types of PDF 1.7 (ISO 32000-1, 14.8.4)."""

    DOCUMENT = "Document"
    SECTION = "Sect"
    HEADING_1 = "H1"
    HEADING_2 = "H2"
    HEADING_3 = "H3"
    PARAGRAPH = "P"
    LIST = "L"
    LIST_ITEM = "LI"
    LABEL = "Lbl"
    LIST_BODY = "LBody"
    TABLE = "Table"
    TABLE_ROW = "TR"
    HEADER_CELL = "TH"
    DATA_CELL = "TD"
    FIGURE = "Figure"
    CAPTION = "Caption"
    NOTE = "Note"
    FORM = "Form"


class Scope(StrEnum):
    """What a header cell heads."""

    ROW = "Row"
    COLUMN = "Column"
    BOTH = "Both"


class ListNumbering(StrEnum):
    """What stands before the items of a list."""

    NONE = "None"
    DISC = "Disc"
    DECIMAL = "Decimal"


class Colour(StrEnum):
    """A colour by its use; `generator.pdf` knows the ink."""

    INK = "ink"  # text and outlines
    QUIET = "quiet"  # text of less weight; still at least 4.5:1 on paper
    ACCENT = "accent"  # the one colour: figures, headings, rules
    TINT = "tint"  # a light background in the accent colour
    LINE = "line"  # hairlines, table rules
    PAPER = "paper"


class Box(NamedTuple):
    """A rectangle; `top` is its upper edge."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.top + self.height


class Element(NamedTuple):
    """A node of the tree of meaning.

    Attributes:
        parent: index in `Booklet.elements`; None for the document itself, which comes first.
        alt: what a screen reader says instead of the picture; for figures only.
        scope: for header cells only.
        numbering: for lists only.
        column_span: for table cells.
        row_span: for table cells.
        bookmark: the text of its outline entry; empty for none. Headings have one.
        language: BCP 47 tag where it differs from the booklet's; else empty.
    """

    role: Role
    parent: int | None
    alt: str = ""
    scope: Scope | None = None
    numbering: ListNumbering | None = None
    column_span: int = 1
    row_span: int = 1
    bookmark: str = ""
    language: str = ""


class Text(NamedTuple):
    """One line of text, already measured: `left` and the `baseline` it stands on."""

    left: float
    baseline: float
    text: str
    face: Face
    size: float
    colour: Colour = Colour.INK


class Rectangle(NamedTuple):
    """A box, filled or outlined or both; `radius` rounds its corners."""

    box: Box
    fill: Colour | None = None
    stroke: Colour | None = None
    line_width: float = 1.0
    radius: float = 0.0


class Polyline(NamedTuple):
    """Straight lines from point to point; `dash` is the length of on and off, 0 for a whole line."""

    points: tuple[tuple[float, float], ...]
    stroke: Colour | None = Colour.INK
    line_width: float = 1.0
    closed: bool = False
    fill: Colour | None = None
    dash: float = 0.0


class Drawing(NamedTuple):
    """Lines and curves with round ends and corners: a sign that comes again and again.

    Attributes:
        box: around the middle of its lines.
        lines: in points from the box's upper left corner. Each begins at its first point; of its other steps,
            two numbers are where a straight line goes, and six the handles and the end of a cubic curve.
        stroke: of all lines; none leaves them out.
        fill: of what each line goes round, as if it were closed.
    """

    box: Box
    lines: tuple[tuple[tuple[float, ...], ...], ...]
    stroke: Colour | None = Colour.INK
    line_width: float = 1.0
    fill: Colour | None = None


class Picture(NamedTuple):
    """A picture of the library, fitted into a box (which has the picture's own proportions).

    `name` is the picture's key in the `Pictures` that the layout asked; `mirrored` swaps left and right.
    """

    name: str
    box: Box
    mirrored: bool = False


Shape = Text | Rectangle | Polyline | Drawing | Picture


class Mark(NamedTuple):
    """Shapes that belong to one element, or to None: artifacts (rules, backgrounds, page numbers)."""

    element: int | None
    shapes: tuple[Shape, ...]


class TickField(NamedTuple):
    """Where a box can be ticked on a screen; the box that is printed stands among the marks.

    Attributes:
        element: of the role `Role.FORM`, and of nothing else.
        box: the box to tick.
        name: by which programs know it, the only one in the booklet; without full stops.
        description: what a screen reader says about it.
    """

    element: int
    box: Box
    name: str
    description: str


@dataclass(frozen=True, slots=True)
class Page:
    """A page; marks and fields stand in reading order, artifacts where they must be painted."""

    marks: tuple[Mark, ...]
    fields: tuple[TickField, ...] = ()


@dataclass(frozen=True, slots=True)
class Booklet:
    """Pages and what they mean.

    Attributes:
        width: of every page, in points.
        height: of every page, in points.
        elements: the tree in reading order; the first is the document.
        language: BCP 47 tag of the whole.
    """

    title: str
    author: str
    subject: str
    language: str
    width: float
    height: float
    pages: tuple[Page, ...]
    elements: tuple[Element, ...]


class TextMeasure(Protocol):
    """What the layout asks of the fonts; `generator.text` answers."""

    def width(self, text: str, face: Face, size: float) -> float:
        """How wide the text is on one line, in points."""
        ...

    def wrap(self, text: str, face: Face, size: float, room: float) -> tuple[str, ...]:
        """The lines of the text at this width, in points, never hyphenated.

        A single word wider than the room is broken between letters, so that nothing is cut off. Returns at
        least one line; an empty text gives one empty line.
        """
        ...


class Pictures(Protocol):
    """What the layout asks of the pictures; `generator.pdf` answers."""

    def proportion(self, name: str) -> float | None:
        """Width divided by height of the picture `<exercise id>-<frame>`; None if there is none."""
        ...
