"""The file that PDF objects stand in: numbers, streams, cross-reference (ISO 32000-1, 7.5).

Objects are given as their source text. The same objects always give the same bytes: there is no clock, no
chance and no setting from outside.
"""

from __future__ import annotations

import hashlib
import zlib
from struct import pack

_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"

# Small enough that a reader which wants one object need not unpack all of them.
_MOST_IN_AN_OBJECT_STREAM = 200

_FREE, _PLAIN, _IN_STREAM = 0, 1, 2  # kinds of cross-reference entries


class PdfFile:
    """Collects objects, numbered from 1, and puts the file together."""

    def __init__(self) -> None:
        self._count = 0
        self._small: dict[int, bytes] = {}
        self._streams: dict[int, bytes] = {}

    def reserve(self) -> int:
        """The number of an object that will be `put` later."""
        self._count += 1
        return self._count

    def put(self, number: int, source: str) -> None:
        """Give a reserved number its object, in Latin-1."""
        self._small[number] = source.encode("latin-1")

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
        return self._add(f"{entries}/Filter/FlateDecode", data)

    def add_plain_stream(self, entries: str, data: bytes) -> int:
        """Add a stream that anyone can read without unpacking it."""
        return self._add(entries, data)

    def _add(self, entries: str, data: bytes) -> int:
        number = self.reserve()
        self._streams[number] = _stream(entries, data)
        return number

    def finish(self, root: int, information: int) -> bytes:
        """The whole file.

        Args:
            root: the number of the catalogue.
            information: the number of the information dictionary.
        """
        places: dict[int, tuple[int, int, int]] = {}
        numbers = sorted(self._small)
        for start in range(0, len(numbers), _MOST_IN_AN_OBJECT_STREAM):
            holder = self.reserve()
            self._streams[holder] = self._object_stream(
                numbers[start : start + _MOST_IN_AN_OBJECT_STREAM], holder, places
            )
        parts = [_HEADER]
        length = len(_HEADER)
        for number, stream in sorted(self._streams.items()):
            places[number] = (_PLAIN, length, 0)
            part = b"%d 0 obj\n%b\nendobj\n" % (number, stream)
            parts.append(part)
            length += len(part)
        # The identifier of the file is what stands in it, so equal booklets have equal ones.
        identifier = hashlib.sha256(b"".join(parts)).hexdigest()[:32]
        last = self.reserve()
        places[last] = (_PLAIN, length, 0)
        table = pack(">BLH", _FREE, 0, 0xFFFF) + b"".join(
            pack(">BLH", *places[number]) for number in range(1, last + 1)
        )
        cross_reference = _stream(
            f"/Type/XRef/Size {last + 1}/W[1 4 2]/Root {root} 0 R/Info {information} 0 R"
            f"/ID[<{identifier}><{identifier}>]/Filter/FlateDecode",
            zlib.compress(table),
        )
        parts.append(b"%d 0 obj\n%b\nendobj\nstartxref\n%d\n%%%%EOF\n" % (last, cross_reference, length))
        return b"".join(parts)

    def _object_stream(
        self, numbers: list[int], holder: int, places: dict[int, tuple[int, int, int]]
    ) -> bytes:
        heads = []
        offset = 0
        for index, number in enumerate(numbers):
            places[number] = (_IN_STREAM, holder, index)
            heads.append(b"%d %d" % (number, offset))
            offset += len(self._small[number]) + 1
        head = b" ".join(heads) + b"\n"
        body = b"\n".join([self._small[number] for number in numbers])
        return _stream(
            f"/Type/ObjStm/N {len(numbers)}/First {len(head)}/Filter/FlateDecode", zlib.compress(head + body)
        )


def _stream(entries: str, data: bytes) -> bytes:
    return f"<<{entries}/Length {len(data)}>>\nstream\n".encode("latin-1") + data + b"\nendstream"


def text_string(text: str) -> str:
    """A text for people (a title, an alternative description) as a PDF string."""
    if text.isascii() and text.isprintable():
        return "(" + text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)") + ")"
    marked = "\N{BYTE ORDER MARK}" + text
    return f"<{marked.encode('utf-16-be').hex().upper()}>"


def number_text(value: float) -> str:
    """A length in points, to the hundredth (3.5 micrometres), as short as can be."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
