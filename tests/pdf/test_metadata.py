"""What the file says about itself, whatever the names are."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from generator.booklet.model import Element, Mark, Role
from generator.pdf.metadata import PROGRAM, Metadata
from tests.pdf.samples import booklet, drawn, line, opened
from tests.programs import failed_rules

if TYPE_CHECKING:
    from pathlib import Path

NAMES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
}
HOSTILE = [
    "<b>Jo</b> & Sons ]]>",
    "\ud800Jo\udfff",
    "J\u202eo\u0000",
    "Jo 😀",
    "a" * 10_000,
    "(Jo) \\ )(",
    "<!ENTITY x 'y'> &x;",
]


def texts(source: bytes) -> list[str]:
    """Title, author and subject of the XMP packet."""
    pdf = opened(source)
    root = ET.fromstring(pdf.Root.Metadata.read_bytes())
    places = ("dc:title//rdf:li", "dc:creator//rdf:li", "dc:description//rdf:li")
    return [root.findtext(f".//{place}", "", NAMES) for place in places]


@pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
def test_any_name_gives_a_sound_file_that_says_the_same_twice(name: str, tmp_path: Path) -> None:
    source = drawn(booklet([[Mark(1, (line("x"),))]], [Element(Role.PARAGRAPH, 0)], title=name, author=name))
    assert failed_rules(source, tmp_path) == []
    pdf = opened(source)
    information = pdf.docinfo
    title, author, subject = texts(source)
    assert title == author == str(information.Title) == str(information.Author)
    assert subject == "Exercises"
    assert title.startswith(name[:1].replace("\ud800", "J"))


def test_markup_in_a_name_is_text() -> None:
    source = drawn(booklet([[]], [], title=HOSTILE[0]))
    assert texts(source)[0] == HOSTILE[0]


def test_dates_program_and_conformance_are_stated() -> None:
    metadata = Metadata("Title", "", "", dt.date(2026, 1, 5))
    root = ET.fromstring(metadata.packet())
    assert root.findtext(".//xmp:CreateDate", "", NAMES) == "2026-01-05T00:00:00Z"
    assert root.findtext(".//pdfuaid:part", "", NAMES) == "1"
    assert root.find(".//dc:creator", NAMES) is None
    assert root.find(".//dc:description", NAMES) is None
    assert "/CreationDate(D:20260105000000Z)" in metadata.information()
    assert f"({PROGRAM})" in metadata.information()
    assert "/Author" not in metadata.information()
