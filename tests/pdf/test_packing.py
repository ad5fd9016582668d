"""Objects packed together: each comes back, in a file that is sound."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.pdf.objects import PdfFile
from generator.pdf.packing import packed_file
from tests.programs import damage

if TYPE_CHECKING:
    from pathlib import Path

FRAME = [b"<</Type/Catalog/Pages 3 0 R>>", b"<</Title(x)>>", b"<</Type/Pages/Count 0/Kids[]>>"]


def stream(data: bytes) -> bytes:
    return b"<</Length %d>>\nstream\n%b\nendstream" % (len(data), data)


def opened(sources: list[bytes]) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(packed_file(sources, root=1, information=2)))


@given(st.lists(st.one_of(st.integers(-9999, 9999), st.binary(max_size=20)), max_size=30))
def test_every_object_comes_back_by_its_number(things: list[int | bytes]) -> None:
    sources = [b"%d" % thing if isinstance(thing, int) else stream(thing) for thing in things]
    pdf = opened([*FRAME, *sources])
    for number, thing in enumerate(things, start=len(FRAME) + 1):
        got = pdf.get_object(number, 0)
        if isinstance(thing, int):
            assert got == thing
        else:
            assert isinstance(got, pikepdf.Stream)
            assert got.read_raw_bytes() == thing


@pytest.mark.parametrize("count", [247, 248, 500, 1003])
def test_there_may_be_more_than_one_stream_holds(count: int) -> None:
    pdf = opened([*FRAME, *(b"(%d)" % number for number in range(count))])
    assert [str(pdf.get_object(number + 4, 0)) for number in range(count)] == list(map(str, range(count)))


def test_the_file_is_sound_and_says_its_version(tmp_path: Path) -> None:
    made = PdfFile()
    for _ in range(300):
        stream_number = made.add_stream("", b"0 0 m\n" * 20)
        made.add_page(f"<</Type/Page/Parent {{pages}}/MediaBox[0 0 9 9]/Contents {stream_number} 0 R>>")
    content = made.finish({}, "<</Title(x)>>")
    assert content.startswith(b"%PDF-1.7")
    assert damage(content, tmp_path) == []
    with pikepdf.open(io.BytesIO(content)) as pdf:
        assert len(pdf.pages) == 300
        assert str(pdf.docinfo.Title) == "x"


def test_many_small_objects_that_are_alike_take_little_room() -> None:
    entries = [b"<</Type/StructElem/S/TD/P %d 0 R/K[0]>>" % number for number in range(1, 1001)]
    assert len(packed_file([*FRAME, *entries], 1, 2)) < len(b"".join(entries)) / 4


def test_what_identifies_a_file_is_its_content() -> None:
    one, same, other = (opened([*FRAME, source]).trailer.ID for source in (b"1", b"1", b"2"))
    assert bytes(one[0]) == bytes(one[1]) == bytes(same[0])
    assert bytes(one[0]) != bytes(other[0])
