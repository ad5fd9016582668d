"""Numbers, strings and files."""

from __future__ import annotations

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.pdf.objects import PdfFile, number_text, text_string
from tests.pdf.samples import opened


@pytest.mark.parametrize(
    ("value", "text"),
    [(0, "0"), (-0.001, "0"), (1, "1"), (100, "100"), (1.5, "1.5"), (-2.345, "-2.35"), (841.89, "841.89")],
)
def test_lengths_are_written_short_and_to_the_hundredth(value: float, text: str) -> None:
    assert number_text(value) in {text, text.replace("-2.35", "-2.34")}


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_any_text_comes_back_from_the_file(text: str) -> None:
    assert str(pikepdf.Object.parse(text_string(text).encode("latin-1"))) == text


def test_a_stream_comes_back_and_equal_files_are_equal() -> None:
    def file() -> bytes:
        made = PdfFile()
        made.add_page("<</Type/Page/Parent {pages}/MediaBox[0 0 9 9]>>")
        number = made.add_stream("/Kind/Note", b"endstream " * 99)
        return made.finish({"Extra": "true", "Metadata": f"{number} 0 R"}, "<</Title(x)>>")

    assert file() == file()
    pdf = opened(file())
    assert pdf.Root.Metadata.read_bytes() == b"endstream " * 99
    assert pdf.Root.Metadata.Kind == "/Note"


def test_the_identifier_changes_with_the_content() -> None:
    def identifier(note: bytes) -> bytes:
        made = PdfFile()
        made.add_page("<</Type/Page/Parent {pages}/MediaBox[0 0 9 9]>>")
        made.add_stream("", note)
        pdf = opened(made.finish({}, "<<>>"))
        return bytes(pdf.trailer.ID[0])

    assert identifier(b"one") == identifier(b"one")
    assert identifier(b"one") != identifier(b"two")
