"""Objects of a PDF, given as their source → the whole file; ReportLab makes those of the fonts.

Only what decides the bytes goes in: no clock, no setting and no variable of the environment.
"""

from __future__ import annotations

import zlib
from functools import lru_cache

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFStream

from generator.pdf.packing import packed_file


class PdfFile:
    """Collects the objects of one file, by number, and puts the file together.

    Attributes:
        document: ReportLab's, for the fonts; it counts the objects, its own and those given as source.
    """

    def __init__(self) -> None:
        self.document = PDFDocument(compression=1, invariant=1)
        self._sources: dict[int, bytes] = {}
        self._tree = self.reserve()
        self._pages: list[int] = []

    def reserve(self) -> int:
        """The number of an object that will be `put` later."""
        self.document.objectcounter += 1
        number: int = self.document.objectcounter
        return number

    def put(self, number: int, source: str) -> None:
        """Give a reserved number its object, in Latin-1."""
        self._sources[number] = source.encode("latin-1")

    def add(self, source: str) -> int:
        """Add an object and return its number."""
        number = self.reserve()
        self.put(number, source)
        return number

    def add_stream(self, entries: str, data: bytes) -> int:
        """Add a stream with more entries in its dictionary, deflated, and return its number."""
        return self.add_plain_stream(f"{entries}/Filter/FlateDecode", zlib.compress(data))

    def add_plain_stream(self, entries: str, data: bytes) -> int:
        """Add a stream that stands in the file as it is."""
        number = self.reserve()
        head = f"<<{entries}/Length {len(data)}>>\nstream\n".encode("latin-1")
        self._sources[number] = head + data + b"\nendstream"
        return number

    def add_page(self, source: str) -> int:
        """Add the next page and return its number; `{pages}` in the source stands for the tree of pages."""
        page = self.add(source.replace("{pages}", f"{self._tree} 0 R"))
        self._pages.append(page)
        return page

    def font_resources(self) -> str:
        """A reference to the dictionary of all fonts that the document uses."""
        return f"{self.document.idToObjectNumberAndVersion['BasicFonts'][0]} 0 R"

    def finish(self, catalogue: dict[str, str], information: str) -> bytes:
        """The whole file.

        Args:
            catalogue: entries of the document's catalogue, besides the pages.
            information: the information dictionary.
        """
        document = self.document
        kids = " ".join(f"{page} 0 R" for page in self._pages)
        self.put(self._tree, f"<</Type/Pages/Count {len(self._pages)}/Kids[{kids}]>>")
        entries = "".join(f"/{key} {value}" for key, value in catalogue.items())
        root = self.add(f"<</Type/Catalog/Pages {self._tree} 0 R{entries}>>")
        about = self.add(information)
        for font in document.delayedFonts:
            font.addObjects(document)
        sources: list[bytes] = []
        # An object of ReportLab's may add more while its source is made.
        while len(sources) < document.objectcounter:
            number = len(sources) + 1
            sources.append(self._sources.get(number) or self._made_by_reportlab(number))
        return packed_file(sources, root, about)

    def _made_by_reportlab(self, number: int) -> bytes:
        thing = self.document.idToObject[self.document.numberToId[number]]
        source: bytes = thing.format(self.document)
        if isinstance(thing, PDFStream):
            # ReportLab lets the end of a stream follow its last byte; PDF/A gives it a line (6.1.7.1).
            source = source.removesuffix(b"endstream\n") + b"\nendstream"
        return source


def text_string(text: str) -> str:
    """A text for people (a title, an alternative description) as a PDF string."""
    if text.isascii() and text.isprintable():
        return "(" + text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)") + ")"
    marked = "\N{BYTE ORDER MARK}" + text
    return f"<{marked.encode('utf-16-be').hex().upper()}>"


@lru_cache(maxsize=65_536)  # the same margins and line heights come up again and again
def number_text(value: float) -> str:
    """A length in points, to the hundredth (3.5 micrometres), as short as possible."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
