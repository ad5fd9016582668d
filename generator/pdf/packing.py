"""Objects → a file that packs all but the streams together, deflated (ISO 32000-1, 7.5.7 and 7.5.8).

A tagged booklet has thousands of small objects that are much alike; packed they take a tenth of the space.
"""

from __future__ import annotations

import hashlib
import struct
import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"  # PDF/UA-1 is defined on this version
_TOGETHER = 250  # objects in one stream; a place within it takes one byte
_PLACE = struct.Struct(">BIB")  # of an object: kind, offset or stream, place within the stream
_FREE, _ALONE, _PACKED = range(3)


def packed_file(sources: Sequence[bytes], root: int, information: int) -> bytes:
    """The bytes of a file; what identifies it is made from its content alone.

    Args:
        sources: of all objects, from number 1 on; those of streams end with `endstream`.
        root: the object number of the catalogue.
        information: the object number of the information dictionary.
    """
    parts = [_HEADER]
    offset = len(_HEADER)
    places: dict[int, tuple[int, int, int]] = {0: (_FREE, 0, 0)}
    small: list[tuple[int, bytes]] = []

    def write(number: int, source: bytes) -> None:
        nonlocal offset
        places[number] = (_ALONE, offset, 0)
        parts.append(b"%d 0 obj\n%b\nendobj\n" % (number, source))
        offset += len(parts[-1])

    for number, source in enumerate(sources, start=1):
        if source.endswith(b"endstream"):
            write(number, source)
        else:
            small.append((number, source))
    number = len(sources)
    for start in range(0, len(small), _TOGETHER):
        number += 1
        group = small[start : start + _TOGETHER]
        places.update((packed, (_PACKED, number, place)) for place, (packed, _) in enumerate(group))
        write(number, _object_stream(group))
    number += 1
    places[number] = (_ALONE, offset, 0)
    identifier = hashlib.sha256(b"".join(parts)).hexdigest()[:32]
    entries = (
        f"/Type/XRef/Size {number + 1}/W[1 4 1]/Root {root} 0 R/Info {information} 0 R"
        f"/ID[<{identifier}><{identifier}>]/DecodeParms<</Columns {_PLACE.size}/Predictor 12>>"
    )
    table = b"".join([_PLACE.pack(*places[entry]) for entry in range(number + 1)])
    parts.append(b"%d 0 obj\n%b\nendobj\n" % (number, _deflated(entries, _differences(table))))
    return b"".join([*parts, b"startxref\n%d\n%%%%EOF\n" % offset])


def _object_stream(objects: Sequence[tuple[int, bytes]]) -> bytes:
    """Objects by number: first a list of where each begins, then one after the other."""
    offset = 0
    index = []
    for number, source in objects:
        index.append(b"%d %d" % (number, offset))
        offset += len(source) + 1
    head = b" ".join(index) + b"\n"
    body = b"\n".join([source for _, source in objects])
    return _deflated(f"/Type/ObjStm/N {len(objects)}/First {len(head)}", head + body)


def _differences(table: bytes) -> bytes:
    """Each row less the one above it (the predictor “up” of PNG): nearly all are alike then."""
    size = _PLACE.size
    less = bytes([(one - above) & 255 for one, above in zip(table, bytes(size) + table, strict=False)])
    return b"".join([b"\2" + less[start : start + size] for start in range(0, len(less), size)])


def _deflated(entries: str, data: bytes) -> bytes:
    deflated = zlib.compress(data)
    head = f"<<{entries}/Filter/FlateDecode/Length {len(deflated)}>>"
    return b"%b\nstream\n%b\nendstream" % (head.encode("ascii"), deflated)
