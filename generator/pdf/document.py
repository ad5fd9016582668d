"""A booklet → the bytes of a tagged PDF that passes PDF/UA-1 (ISO 14289-1), and PDF/A-2a if asked for."""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from generator.booklet.model import Role
from generator.pdf.archive import write_output_intent
from generator.pdf.canvas import PageCanvas
from generator.pdf.extents import around
from generator.pdf.fields import Widget, write_fields
from generator.pdf.metadata import Metadata
from generator.pdf.objects import PdfFile, number_text, text_string
from generator.pdf.outline import Bookmark, write_outline
from generator.pdf.palette import COLOUR, is_grey
from generator.pdf.placing import one_page_a_side
from generator.pdf.tags import TaggedMark, write_tags
from generator.text.glyphs import GlyphWriter

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from generator.booklet.model import Booklet, Shape
    from generator.pdf.palette import Palette
    from generator.pdf.picture_object import PictureObject, PictureSource
    from generator.pdf.placing import Arrangement


def draw_booklet(
    booklet: Booklet,
    pictures: PictureSource,
    *,
    date: dt.date,
    palette: Palette = COLOUR,
    archive: bool = False,
    arrangement: Arrangement | None = None,
    fields: bool = True,
) -> bytes:
    """The booklet as a PDF file; the same arguments give the same bytes.

    Args:
        booklet: what stands where, and what it means.
        pictures: asked once for each picture that is placed, however often; for levels of grey when the
            palette has no colour.
        date: of the file, at midnight UTC.
        palette: the inks.
        archive: whether the file keeps PDF/A-2a (ISO 19005-2) as well; it is two kilobytes longer at most.
        arrangement: where the pages stand; by default each on a page of its own.
        fields: whether boxes can be ticked on a screen; in an `arrangement`, which is for paper, they never
            can.

    Raises:
        BadDataError: from `pictures`.
    """
    drawer = _Drawer(booklet, pictures, palette, arrangement or one_page_a_side(booklet))
    return drawer.file(date, archive=archive, fields=fields and arrangement is None)


class _Drawer:
    """The file in the making."""

    def __init__(
        self, booklet: Booklet, pictures: PictureSource, palette: Palette, arrangement: Arrangement
    ) -> None:
        self._booklet = booklet
        self._arrangement = arrangement
        self._source = pictures
        self._palette = palette
        self._grey = is_grey(palette)
        self._file = PdfFile()
        self._glyphs = GlyphWriter(self._file.document)
        self._pictures: dict[str, int] = {}  # name to object number
        self._objects: dict[PictureObject, int] = {}  # several names may be of one picture
        self._marks: list[TaggedMark] = []
        self._mark_counts = [0] * len(arrangement.artifacts)  # of each side
        # Element to the page where it begins and what it shows there.
        self._begins: dict[int, tuple[int, list[Shape]]] = {}

    def file(self, date: dt.date, *, archive: bool, fields: bool) -> bytes:
        booklet, file, arrangement = self._booklet, self._file, self._arrangement
        resources = file.reserve()
        size = f"{number_text(arrangement.width)} {number_text(arrangement.height)}"
        contents = [self._artifacts(shapes) for shapes in arrangement.artifacts]
        # In the order of the booklet, so that the marks of a side count up as they are read.
        for page, place in enumerate(arrangement.places):
            contents[place.side] += self._content(page)
        pages: list[int] = []
        widgets: list[Widget] = []
        for index, content in enumerate(contents):
            stream = file.add_stream("", b"\n".join(content))
            on_page = booklet.pages[index].fields if fields else ()
            numbers = [file.reserve() for _ in on_page]
            annotations = f"/Annots[{' '.join(f'{number} 0 R' for number in numbers)}]" if numbers else ""
            page = file.add_page(
                f"<</Type/Page/Parent {{pages}}/MediaBox[0 0 {size}]/Resources {resources} 0 R"
                f"/Contents {stream} 0 R/StructParents {index}/Tabs/S{annotations}>>"
            )
            pages.append(page)
            for number, field in zip(numbers, on_page, strict=True):
                widgets.append(Widget(number, len(contents) + len(widgets), page, field))
        pictures = "".join(f"/P{number} {number} 0 R" for number in self._objects.values())
        file.put(resources, f"<</Font {file.font_resources()}/XObject<<{pictures}>>>>")
        boxes = {
            index: arrangement.places[page].moved(around(shapes))
            for index, (page, shapes) in self._begins.items()
            if booklet.elements[index].role is Role.FIGURE
        }
        tags = write_tags(file, booklet.elements, self._marks, pages, boxes, arrangement.height, widgets)
        outline = write_outline(file, list(self._bookmarks(pages)))
        metadata = Metadata(booklet.title, booklet.author, booklet.subject, date, archive)
        packet = file.add_plain_stream("/Type/Metadata/Subtype/XML", metadata.packet())
        catalogue = {
            "Lang": text_string(booklet.language),
            "MarkInfo": "<</Marked true>>",
            "StructTreeRoot": f"{tags} 0 R",
            "Metadata": f"{packet} 0 R",
            # The title of the booklet in the window; and on paper the size that the layout chose.
            "ViewerPreferences": f"<</DisplayDocTitle true/PrintScaling/None{arrangement.preferences}>>",
        }
        if widgets:
            catalogue["AcroForm"] = f"{write_fields(file, widgets, arrangement.height, self._palette)} 0 R"
        if outline is not None:
            catalogue["Outlines"] = f"{outline} 0 R"
        if archive:
            catalogue["OutputIntents"] = f"[{write_output_intent(file)} 0 R]"
        return file.finish(catalogue, metadata.information())

    def _artifacts(self, shapes: Sequence[Shape]) -> list[bytes]:
        """The operators of what is on a side besides the pages."""
        if not shapes:
            return []
        canvas = self._canvas(self._arrangement.height)
        canvas.open_artifact()
        canvas.draw(shapes)
        canvas.close_mark()
        return [canvas.content()]

    def _canvas(self, height: float) -> PageCanvas:
        return PageCanvas(height, self._palette, self._glyphs, self._picture_name)

    def _content(self, page: int) -> list[bytes]:
        """The operators of a page where it stands; notes its marks on the way."""
        place = self._arrangement.places[page]
        canvas = self._canvas(self._booklet.height)
        elements = self._booklet.elements
        # Neighbouring marks of one element are one to a reader.
        for index, group in groupby(self._booklet.pages[page].marks, key=attrgetter("element")):
            shapes = [shape for mark in group for shape in mark.shapes]
            if not shapes:
                continue
            if index is None:
                canvas.open_artifact()
            else:
                identifier = self._mark_counts[place.side]
                self._mark_counts[place.side] += 1
                canvas.open_mark(elements[index].role, identifier)
                self._marks.append(TaggedMark(place.side, identifier, index))
                begun_on, begun_with = self._begins.setdefault(index, (page, shapes))
                if begun_on == page and begun_with is not shapes:
                    begun_with += shapes
            canvas.draw(shapes)
            canvas.close_mark()
        matrix = place.matrix(self._arrangement.height)
        content = canvas.content()
        return [f"q {matrix}".encode("ascii"), content, b"Q"] if matrix else [content]

    def _picture_name(self, name: str) -> str:
        number = self._pictures.get(name)
        if number is None:
            picture = self._source.picture_object(name, grey=self._grey)
            number = self._objects.get(picture)
            if number is None:
                number = self._file.add_plain_stream(f"/Type/XObject{picture.entries}", picture.content)
                self._objects[picture] = number
            self._pictures[name] = number
        return f"P{number}"

    def _bookmarks(self, pages: Sequence[int]) -> Iterable[Bookmark]:
        for index, element in enumerate(self._booklet.elements):
            if element.bookmark and index in self._begins:
                page, shapes = self._begins[index]
                place = self._arrangement.places[page]
                height = self._arrangement.height - place.moved(around(shapes)).top
                yield Bookmark(element.bookmark, element.role, pages[place.side], height)
