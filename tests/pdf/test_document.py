"""Whole booklets: accessible, sound, and the same every time."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import pikepdf
import pytest

from generator.booklet.model import Box, Element, Mark, Picture, Rectangle, Role
from generator.pdf.document import draw_booklet
from generator.pdf.palette import INK_SAVER
from generator.problems import BadDataError
from generator.text.faces import Face
from tests.pdf import samples
from tests.pdf.samples import (
    DATE,
    booklet,
    drawn,
    every_kind,
    line,
    opened,
    paragraph,
    text_of,
)
from tests.programs import damage, failed_rules

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from generator.pdf.picture_object import PictureObject


def sample(folder: Path) -> bytes:
    value, store = every_kind(folder)
    return draw_booklet(value, store, date=DATE)


def test_every_kind_of_element_passes_pdf_ua(tmp_path: Path) -> None:
    assert failed_rules(sample(tmp_path), tmp_path) == []


def test_the_ink_saver_passes_pdf_ua(tmp_path: Path) -> None:
    value, store = every_kind(tmp_path)
    source = draw_booklet(value, store, date=DATE, palette=INK_SAVER)
    assert failed_rules(source, tmp_path) == []
    assert source != draw_booklet(value, store, date=DATE)


def test_the_file_is_sound(tmp_path: Path) -> None:
    source = sample(tmp_path)
    assert source.startswith(b"%PDF-1.7")
    assert damage(source, tmp_path) == []


def test_the_catalogue_says_language_title_and_that_it_is_tagged(tmp_path: Path) -> None:
    pdf = opened(sample(tmp_path))
    root = pdf.Root
    assert str(root.Lang) == "en-GB"
    assert root.MarkInfo.Marked
    assert root.ViewerPreferences.DisplayDocTitle
    assert root.ViewerPreferences.PrintScaling == "/None"


def test_text_is_read_in_the_order_of_the_page(tmp_path: Path) -> None:
    source = sample(tmp_path)
    first = text_of(source).replace("\n", " ")
    places = [first.index(part) for part in ("Lean back", "Lehnen", "und atmen", "1.", "Sit tall", "Start")]
    assert places == sorted(places)
    assert "Monday" in text_of(source, 1)


def test_every_font_is_embedded_and_no_other_is_named(tmp_path: Path) -> None:
    pdf = opened(sample(tmp_path))
    fonts = [font for page in pdf.pages for font in page.resources.Font.values()]
    names = {str(font.BaseFont).partition("+")[2] for font in fonts}
    assert names == {
        "AtkinsonHyperlegibleNext-Regular",
        "AtkinsonHyperlegibleNext-Bold",
        "NotoSans-Regular",
    }
    assert all("/FontFile2" in font.FontDescriptor for font in fonts)


@pytest.mark.parametrize("face", Face)
def test_letters_of_all_alphabets_come_back(face: Face) -> None:
    text = "é ß Ł Ж α ậ ½ “so” 3–5 × (1\\2) l I 1 O 0"
    assert text_of(drawn(paragraph(line(text, face=face)))) == text


def test_more_letters_than_one_subset_holds_come_back(tmp_path: Path) -> None:
    letters = [chr(code) for code in (*range(0x410, 0x450), *range(0x1EA0, 0x1EFA), *range(0xC0, 0x17F))]
    lines = ["".join(letters[start : start + 24]) for start in range(0, len(letters), 24)]
    shapes = [line(text, 12 + 14 * number, 5) for number, text in enumerate(lines)]
    source = drawn(paragraph(*shapes))
    read = text_of(source).replace("\n", "").replace(" ", "")
    assert read == "".join(letters)
    assert failed_rules(source, tmp_path) == []


def test_a_picture_is_written_once_and_asked_for_once(tmp_path: Path) -> None:
    asked = []

    class Counting:
        def picture_object(self, name: str, *, grey: bool) -> PictureObject:
            asked.append(name)
            return every_kind(tmp_path)[1].picture_object("lean-start", grey=grey)

    value, _ = every_kind(tmp_path)
    pdf = opened(draw_booklet(value, Counting(), date=DATE))
    assert asked == ["lean-start"]
    forms = [thing for thing in pdf.objects if isinstance(thing, pikepdf.Stream) and "/BBox" in thing]
    assert len(forms) == 1


def test_a_picture_that_is_not_there_is_refused_by_name(tmp_path: Path) -> None:
    value = booklet([[Mark(1, (Picture("nowhere", Box(0, 0, 9, 9)),))]], [Element(Role.FIGURE, 0, alt="x")])
    with pytest.raises(BadDataError, match="nowhere"):
        draw_booklet(value, every_kind(tmp_path)[1], date=DATE)


def test_a_figure_may_be_drawn_with_shapes_and_words(tmp_path: Path) -> None:
    shapes = (Rectangle(Box(50, 50, 20, 20)), line("wide words", 100, 40))
    source = drawn(booklet([[Mark(1, shapes)]], [Element(Role.FIGURE, 0, alt="x")]))
    assert failed_rules(source, tmp_path) == []


def test_the_same_booklet_gives_the_same_bytes_whatever_was_drawn_before(tmp_path: Path) -> None:
    first = sample(tmp_path)
    drawn(paragraph(line("Ω another one Ж")))
    assert sample(tmp_path) == first


def test_another_date_gives_another_file(tmp_path: Path) -> None:
    value, store = every_kind(tmp_path)
    assert draw_booklet(value, store, date=DATE) != draw_booklet(value, store, date=DATE.replace(day=6))


_DIGEST = """
import hashlib, importlib.util, pathlib, sys
spec = importlib.util.spec_from_file_location("samples", sys.argv[1])
samples = importlib.util.module_from_spec(spec)
spec.loader.exec_module(samples)
booklet, store = samples.every_kind(pathlib.Path(sys.argv[2]))
source = samples.draw_booklet(booklet, store, date=samples.DATE)
print(hashlib.sha256(source).hexdigest())
"""


@pytest.mark.parametrize(
    "surroundings",
    [
        {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "2", "TZ": "America/New_York", "LC_ALL": "C.UTF-8"},
        {"PYTHONHASHSEED": "3", "TZ": "UTC", "SOURCE_DATE_EPOCH": "1"},
    ],
    ids=["east", "west", "epoch"],
)
def test_the_bytes_do_not_depend_on_the_surroundings(surroundings: dict[str, str], tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _DIGEST, samples.__file__, tmp_path],
        env={**os.environ, **surroundings},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == hashlib.sha256(sample(tmp_path)).hexdigest()


def _without_alt(pdf: pikepdf.Pdf) -> None:
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Dictionary) and thing.get("/S") == "/Figure":
            del thing["/Alt"]


def _without_an_artifact_mark(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[0]
    page.Contents = pdf.make_stream(
        page.Contents.read_bytes().replace(b"/Artifact BMC", b"", 1).replace(b"EMC", b"", 1)
    )


def _without_display_title(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.ViewerPreferences["/DisplayDocTitle"]


def _without_unicode(pdf: pikepdf.Pdf) -> None:
    for font in pdf.pages[0].resources.Font.values():
        del font["/ToUnicode"]


def _without_embedding(pdf: pikepdf.Pdf) -> None:
    for font in pdf.pages[0].resources.Font.values():
        del font.FontDescriptor["/FontFile2"]


def _without(key: str) -> Callable[[pikepdf.Pdf], None]:
    def remove(pdf: pikepdf.Pdf) -> None:
        del pdf.Root[key]

    return remove


@pytest.mark.parametrize(
    "breaking",
    [
        pytest.param(_without_alt, id="alternative text"),
        pytest.param(_without_an_artifact_mark, id="artifact mark"),
        pytest.param(_without_display_title, id="title in the window"),
        pytest.param(_without_unicode, id="way back to the text"),
        pytest.param(_without_embedding, id="font program"),
        pytest.param(_without("/Lang"), id="language"),
        pytest.param(_without("/MarkInfo"), id="mark information"),
        pytest.param(_without("/Metadata"), id="metadata"),
        pytest.param(_without("/StructTreeRoot"), id="structure tree"),
    ],
)
def test_the_validator_would_notice_what_is_missing(
    breaking: Callable[[pikepdf.Pdf], None], tmp_path: Path
) -> None:
    pdf = opened(sample(tmp_path))
    breaking(pdf)
    file = tmp_path / "broken.pdf"
    pdf.save(file)
    assert failed_rules(file.read_bytes(), tmp_path)


def test_a_heading_level_that_is_left_out_is_noticed(tmp_path: Path) -> None:
    value, store = every_kind(tmp_path)
    elements = tuple(
        element._replace(role=Role.HEADING_3) if element.role is Role.HEADING_2 else element
        for element in value.elements
    )
    assert failed_rules(draw_booklet(replace(value, elements=elements), store, date=DATE), tmp_path)
