"""The objects of a PDF, given as their source; ReportLab numbers them and writes the file.

Only what decides the bytes goes in: no clock, no setting and no variable of the environment.
"""

from __future__ import annotations

import hashlib
import zlib
from functools import lru_cache
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFObject, PDFStream

_VERSION = (1, 7)  # PDF/UA-1 is defined on it


class _Source(PDFObject):  # type: ignore[misc]  # ReportLab has no types
    """An object given as its source, in bytes."""

    __RefOnly__ = 1  # always an object with a number of its own

    def __init__(self, source: bytes = b"") -> None:
        self.source = source

    def format(self, _document: Any) -> bytes:  # noqa: ANN401  # the type is ReportLab's
        """The source, for ReportLab."""
        return self.source


class PdfFile:
    """Collects the objects of one file, by number, and puts the file together.

    Attributes:
        document: ReportLab's, for the fonts.
    """

    def __init__(self) -> None:
        self.document = PDFDocument(compression=1, invariant=1, pdfVersion=_VERSION)
        self._sources: dict[int, _Source] = {}
        self._digest = hashlib.sha256()

    def reserve(self) -> int:
        """The number of an object that will be `put` later."""
        source = _Source()
        self.document.Reference(source)
        number: int = self.document.objectcounter
        self._sources[number] = source
        return number

    def number(self, thing: Any) -> int:  # noqa: ANN401  # ReportLab has no types
        """The number of an object of ReportLab's."""
        name = self.document.Reference(thing).name
        number: int = self.document.idToObjectNumberAndVersion[name][0]
        return number

    def put(self, number: int, source: str) -> None:
        """Give a reserved number its object, in Latin-1."""
        self._put(number, source.encode("latin-1"))

    def add(self, source: str) -> int:
        """Add an object and return its number."""
        number = self.reserve()
        self.put(number, source)
        return number

    def add_stream(self, entries: str, data: bytes) -> int:
        """Add a stream with more entries in its dictionary, deflated, and return its number."""
        return self.add_deflated(entries, zlib.compress(data))

    def add_deflated(self, entries: str, data: bytes) -> int:
        """Add a stream that is deflated already."""
        return self.add_plain_stream(f"{entries}/Filter/FlateDecode", data)

    def add_plain_stream(self, entries: str, data: bytes) -> int:
        """Add a stream that stands in the file as it is."""
        number = self.reserve()
        head = f"<<{entries}/Length {len(data)}>>\nstream\n".encode("latin-1")
        self._put(number, head + data + b"\nendstream")
        return number

    def _put(self, number: int, source: bytes) -> None:
        self._sources[number].source = source
        self._digest.update(source)

    def add_page(self, source: str) -> int:
        """Add the next page and return its number; `{pages}` in the source stands for the tree of pages."""
        page = _Source(source.replace("{pages}", f"{self.number(self.document.Pages)} 0 R").encode("latin-1"))
        self.document.addPage(page)
        return self.number(page)

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
        for font in document.delayedFonts:
            font.addObjects(document)
        for name, thing in document.idToObject.items():
            if isinstance(thing, PDFStream):
                # ReportLab lets the end of a stream follow its last byte; PDF/A gives it a line (6.1.7.1).
                source = thing.format(document).removesuffix(b"endstream\n")
                document.idToObject[name] = _Source(source + b"\nendstream")
        document.Catalog.Outlines = None
        # ReportLab writes the entries that it knows, and would drop others in silence.
        document.Catalog.__NoDefault__ = [*dict.fromkeys([*document.Catalog.__NoDefault__, *catalogue])]
        for key, value in catalogue.items():
            setattr(document.Catalog, key, value)
        document.info = _Source(information.encode("latin-1"))
        self._digest.update(document.info.source)
        # The identifier of the file is what stands in it, so that equal booklets have equal ones.
        identifier = self._digest.hexdigest()[:32].encode("ascii")
        document._ID = b"[<%b><%b>]" % (identifier, identifier)  # noqa: SLF001  # there is no setter
        file: bytes = document.format()
        return file


def text_string(text: str) -> str:
    """A text for people (a title, an alternative description) as a PDF string."""
    if text.isascii() and text.isprintable():
        return "(" + text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)") + ")"
    marked = "\N{BYTE ORDER MARK}" + text
    return f"<{marked.encode('utf-16-be').hex().upper()}>"


@lru_cache(maxsize=65_536)  # the same margins and line heights come up again and again
def number_text(value: float) -> str:
    """A length in points, to the hundredth (3.5 micrometres), as short as can be."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
