"""A booklet to the bytes of a tagged PDF that passes PDF/UA-1 (ISO 14289-1), and PDF/A-2a if asked for."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, Protocol

from generator.booklet.model import Box, Picture, Polyline, Rectangle, Role
from generator.pdf.archive import write_output_intent
from generator.pdf.canvas import PageCanvas
from generator.pdf.metadata import Metadata
from generator.pdf.objects import PdfFile, number_text, text_string
from generator.pdf.outline import Bookmark, write_outline
from generator.pdf.palette import COLOUR, is_grey
from generator.pdf.tags import TaggedMark, write_tags
from generator.pdf.text import FontMeasure, GlyphWriter

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from generator.booklet.model import Booklet, Shape
    from generator.pdf.palette import Palette


FORM = "/Subtype/Form/BBox[0 0 1 1]/Resources<<>>/Filter/FlateDecode"
"""Entries for a drawing whose content is PDF operators, deflated."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture, ready for the page, as an external object that paints itself into the unit square.

    Attributes:
        proportion: its width divided by its height.
        content: of the object's stream.
        entries: of the object's dictionary, without type and length.
    """

    proportion: float
    content: bytes
    entries: str = FORM


class Drawings(Protocol):
    """Where the pictures of a booklet come from."""

    def drawing(self, name: str, *, grey: bool) -> Drawing:
        """The picture of that name, perhaps in levels of grey.

        Raises:
            BadDataError: when there is none, or it cannot be read.
        """
        ...


def draw_booklet(
    booklet: Booklet, drawings: Drawings, *, date: dt.date, palette: Palette = COLOUR, archive: bool = False
) -> bytes:
    """The booklet as a PDF file; the same booklet, drawings, date and palette give the same bytes.

    Args:
        booklet: what stands where, and what it means.
        drawings: asked once for each picture that is placed, however often; for levels of grey when the
            palette has no colour.
        date: of the file, at midnight UTC.
        palette: the inks.
        archive: whether the file keeps PDF/A-2a (ISO 19005-2) as well; it is about a kilobyte longer then.

    Raises:
        BadDataError: from `drawings`.
    """
    return _Drawer(booklet, drawings, palette).file(date, archive=archive)


class _Drawer:
    """The file in the making."""

    def __init__(self, booklet: Booklet, drawings: Drawings, palette: Palette) -> None:
        self._booklet = booklet
        self._drawings = drawings
        self._palette = palette
        self._grey = is_grey(palette)
        self._file = PdfFile()
        self._glyphs = GlyphWriter(self._file.document)
        self._pictures: dict[str, int] = {}  # name to object number
        self._objects: dict[Drawing, int] = {}  # several names may be of one drawing
        self._marks: list[TaggedMark] = []
        # Element to the page where it begins and what it shows there.
        self._begins: dict[int, tuple[int, list[Shape]]] = {}

    def file(self, date: dt.date, *, archive: bool) -> bytes:
        booklet, file = self._booklet, self._file
        resources = file.reserve()
        size = f"{number_text(booklet.width)} {number_text(booklet.height)}"
        pages = []
        for index in range(len(booklet.pages)):
            content = file.add_stream("", self._content(index))
            pages.append(
                file.add_page(
                    f"<</Type/Page/Parent {{pages}}/MediaBox[0 0 {size}]/Resources {resources} 0 R"
                    f"/Contents {content} 0 R/StructParents {index}/Tabs/S>>"
                )
            )
        pictures = "".join(f"/P{number} {number} 0 R" for number in self._objects.values())
        file.put(resources, f"<</Font {file.font_resources()}/XObject<<{pictures}>>>>")
        boxes = {
            index: _around(shapes)
            for index, (_, shapes) in self._begins.items()
            if booklet.elements[index].role is Role.FIGURE
        }
        tags = write_tags(file, booklet.elements, self._marks, pages, boxes, booklet.height)
        outline = write_outline(file, list(self._bookmarks(pages)))
        metadata = Metadata(booklet.title, booklet.author, booklet.subject, date, archive)
        packet = file.add_plain_stream("/Type/Metadata/Subtype/XML", metadata.packet())
        catalogue = {
            "Lang": text_string(booklet.language),
            "MarkInfo": "<</Marked true>>",
            "StructTreeRoot": f"{tags} 0 R",
            "Metadata": f"{packet} 0 R",
            # The title of the booklet in the window; and on paper the size that the layout chose.
            "ViewerPreferences": "<</DisplayDocTitle true/PrintScaling/None>>",
        }
        if outline is not None:
            catalogue["Outlines"] = f"{outline} 0 R"
        if archive:
            catalogue["OutputIntents"] = f"[{write_output_intent(file)} 0 R]"
        return file.finish(catalogue, metadata.information())

    def _content(self, page: int) -> bytes:
        """The operators of a page; notes its marks on the way."""
        canvas = PageCanvas(self._booklet.height, self._palette, self._glyphs, self._picture_name)
        elements = self._booklet.elements
        identifier = 0
        # Neighbouring marks of one element are one to a reader.
        for index, group in groupby(self._booklet.pages[page].marks, key=attrgetter("element")):
            shapes = [shape for mark in group for shape in mark.shapes]
            if not shapes:
                continue
            if index is None:
                canvas.open_artifact()
            else:
                canvas.open_mark(elements[index].role, identifier)
                self._marks.append(TaggedMark(page, identifier, index))
                begun_on, begun_with = self._begins.setdefault(index, (page, shapes))
                if begun_on == page and begun_with is not shapes:
                    begun_with += shapes
                identifier += 1
            canvas.draw(shapes)
            canvas.close_mark()
        return canvas.content()

    def _picture_name(self, name: str) -> str:
        number = self._pictures.get(name)
        if number is None:
            drawing = self._drawings.drawing(name, grey=self._grey)
            number = self._objects.get(drawing)
            if number is None:
                number = self._file.add_plain_stream(f"/Type/XObject{drawing.entries}", drawing.content)
                self._objects[drawing] = number
            self._pictures[name] = number
        return f"P{number}"

    def _bookmarks(self, pages: Sequence[int]) -> Iterable[Bookmark]:
        for index, element in enumerate(self._booklet.elements):
            if element.bookmark and index in self._begins:
                page, shapes = self._begins[index]
                height = self._booklet.height - _around(shapes).top
                yield Bookmark(element.bookmark, element.role, pages[page], height)


def _around(shapes: Sequence[Shape]) -> Box:
    """The rectangle around all shapes."""
    boxes = [_box(shape) for shape in shapes]
    left, top = min(box.left for box in boxes), min(box.top for box in boxes)
    width, height = max(box.right for box in boxes) - left, max(box.bottom for box in boxes) - top
    return Box(left, top, width, height)


def _box(shape: Shape) -> Box:
    """The rectangle around a shape; a text's from its baseline to the height of its letters."""
    if isinstance(shape, (Rectangle, Picture)):
        return shape.box
    if isinstance(shape, Polyline):
        xs, ys = zip(*shape.points, strict=True)
        return Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
    width = FontMeasure().width(shape.text, shape.face, shape.size)
    return Box(shape.left, shape.baseline - shape.size, width, shape.size)
