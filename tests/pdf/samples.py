"""Small booklets made by hand, and what is read back from their files."""

from __future__ import annotations

import datetime as dt
import io
import zlib
from typing import TYPE_CHECKING, Any

import pikepdf
import pypdfium2  # type: ignore[import-untyped]

from generator.booklet.model import (
    Booklet,
    Box,
    Colour,
    Element,
    ListNumbering,
    Mark,
    Page,
    Picture,
    Polyline,
    Rectangle,
    Role,
    Scope,
    Text,
)
from generator.pdf.document import draw_booklet
from generator.pdf.palette import COLOUR
from generator.pdf.picture_object import PictureObject
from generator.pdf.pictures import IllustrationStore
from generator.pdf.svg import read_svg
from generator.text.faces import Face

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import PIL.Image

    from generator.booklet.model import Shape
    from generator.pdf.palette import Palette

DATE = dt.date(2026, 1, 5)
WIDTH, HEIGHT = 300.0, 200.0

# Red fills the left half, blue the lower right quarter.
PICTURE = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10">
<rect width="10" height="10" fill="#ff0000"/>
<rect x="10" y="5" width="10" height="5" fill="#0000ff"/>
</svg>
"""


def line(
    text: str, baseline: float = 40, left: float = 20, face: Face = Face.REGULAR, colour: Colour = Colour.INK
) -> Text:
    """A line of text at 14 points."""
    return Text(left, baseline, text, face, 14, colour)


def booklet(
    pages: Sequence[Sequence[Mark]],
    elements: Sequence[Element],
    title: str = "Routine",
    author: str = "Clinic",
) -> Booklet:
    """A small booklet; the document itself stands before the elements."""
    return Booklet(
        title=title,
        author=author,
        subject="Exercises",
        language="en-GB",
        width=WIDTH,
        height=HEIGHT,
        pages=tuple(Page(tuple(marks)) for marks in pages),
        elements=(Element(Role.DOCUMENT, None), *elements),
    )


def paragraph(*shapes: Shape) -> Booklet:
    """A booklet of one paragraph."""
    return booklet([[Mark(1, shapes)]], [Element(Role.PARAGRAPH, 0)])


def picture_folder(folder: Path) -> Path:
    """A folder with the one picture `lean-start`."""
    (folder / "lean-start.svg").write_text(PICTURE, encoding="utf-8")
    return folder


def every_kind(folder: Path) -> tuple[Booklet, IllustrationStore]:
    """Two pages with every role, shape and attribute, and the store of its picture."""
    elements = [
        Element(Role.SECTION, 0),  # 1
        Element(Role.HEADING_1, 1, bookmark="Lean back"),
        Element(Role.PARAGRAPH, 1, language="de-DE"),
        Element(Role.LIST, 1, numbering=ListNumbering.DECIMAL),  # 4
        Element(Role.LIST_ITEM, 4),
        Element(Role.LABEL, 5),
        Element(Role.LIST_BODY, 5),
        Element(Role.FIGURE, 1, alt="A woman leans back — über die Rolle"),  # 8
        Element(Role.CAPTION, 8),
        Element(Role.HEADING_2, 1, bookmark="Calendar"),  # 10
        Element(Role.TABLE, 1),  # 11
        Element(Role.TABLE_ROW, 11),
        Element(Role.HEADER_CELL, 12, scope=Scope.COLUMN, column_span=2),
        Element(Role.TABLE_ROW, 11),  # 14
        Element(Role.HEADER_CELL, 14, scope=Scope.ROW),
        Element(Role.DATA_CELL, 14),
        Element(Role.NOTE, 1),  # 17
        Element(Role.HEADING_3, 1, bookmark="Later"),
    ]
    rule = Polyline(((20, 60), (280, 60)), Colour.LINE, 0.5, dash=2)
    first = [
        Mark(None, (Rectangle(Box(10, 10, 280, 30), Colour.TINT, radius=4), rule)),
        Mark(2, (line("Lean back", 32, face=Face.BOLD, colour=Colour.ACCENT),)),
        Mark(3, (line("Lehnen Sie sich zurück", 56), line("und atmen Sie aus.", 72))),
        Mark(6, (line("1.", 92),)),
        Mark(7, (line("Sit tall", 92, 40),)),
        Mark(8, (Picture("lean-start", Box(20, 100, 60, 30)),)),
        Mark(8, (Picture("lean-start", Box(90, 100, 60, 30), mirrored=True),)),
        Mark(9, (line("Start", 144),)),
        Mark(7, (line("and breathe", 92, 100),)),
        Mark(None, (line("Page 1 of 2", 190, colour=Colour.QUIET),)),
    ]
    second = [
        Mark(7, (line("out.", 30),)),
        Mark(10, (line("Calendar", 50, face=Face.BOLD),)),
        Mark(None, (Rectangle(Box(20, 60, 200, 40), None, Colour.LINE),)),
        Mark(13, (line("Monday", 74),)),
        Mark(15, (line("Pain", 94),)),
        Mark(17, (line("A note: αβγ, Ж, ậ.", 120),)),
        Mark(18, (line("Later", 140, face=Face.BOLD),)),
        Mark(None, ()),
    ]
    return booklet([first, second], elements), IllustrationStore(picture_folder(folder))


def picture_object(source: bytes) -> PictureObject:
    """An SVG picture, ready for the page."""
    picture = read_svg(source, "a.svg")
    return PictureObject(picture.proportion, zlib.compress(picture.operators.encode("ascii")))


def square(inside: str) -> PictureObject:
    """An SVG picture of 100 by 100 units."""
    head = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">'
    return picture_object(f"{head}{inside}</svg>".encode())


class NoPictures:
    """For booklets without pictures."""

    def picture_object(self, name: str, *, grey: bool) -> PictureObject:
        raise AssertionError(name, grey)


def drawn(value: Booklet, palette: Palette = COLOUR) -> bytes:
    """The file of a booklet without pictures."""
    return draw_booklet(value, NoPictures(), date=DATE, palette=palette)


def opened(source: bytes) -> pikepdf.Pdf:
    """The file, for looking at its objects."""
    return pikepdf.open(io.BytesIO(source))


def text_of(source: bytes, page: int = 0) -> str:
    """The text that a reader copies from a page, on lines without outer spaces."""
    with pypdfium2.PdfDocument(source) as document:
        text: str = document[page].get_textpage().get_text_range()
    return "\n".join(part.strip() for part in text.splitlines())


def rendered(source: bytes, page: int = 0, scale: float = 1) -> PIL.Image.Image:
    """A page as an image, `scale` pixels a point."""
    with pypdfium2.PdfDocument(source) as document:
        image: PIL.Image.Image = document[page].render(scale=scale).to_pil().convert("RGB")
    return image


def assert_pixel(image: PIL.Image.Image, place: tuple[int, int], expected: tuple[int, int, int]) -> None:
    """A pixel has a colour, within what smoothing changes."""
    got: Any = image.getpixel(place)
    near = all(abs(one - other) <= 3 for one, other in zip(got, expected, strict=True))
    assert near, f"pixel {place}: expected {expected}, got {got}"
