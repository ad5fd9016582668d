"""The programs that people read and print with: all draw a page alike, and give its text in order."""

from __future__ import annotations

import html
import io
import itertools
import re
import subprocess
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np
import pikepdf
import pymupdf
import pypdfium2  # type: ignore[import-untyped]
import pytest
from numpy.typing import NDArray
from PIL import Image

from tests.gate.files import file
from tests.gate.sense import ReadBack
from tests.programs import needs_program
from tests.whole.booklets import missing_in_order, page_texts, squeezed

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Grey = NDArray[np.float64]

NAMES = [
    "all, a4",
    "few, ink saver, letter",
    "hostile names, a4",
    "few, folded, letter",
    "few, cards, a4",
    "few, sheet, letter",
    "one, large print, a4",
]

_DRAWN_AT = 144  # dpi; compared at a quarter, so that it matters little on which pixel an edge falls
_REDUCED = 4
_HALF_AN_INCH = _DRAWN_AT // _REDUCED // 2  # pixels

# Of 255 levels. The four programs differ by 5, 0.006 and 27 at most, mostly in how heavy thin lines become,
# those of black thumbnails most; a picture that is missing changes its half inch by more than a hundred.
_MEAN = 8.0
_GREAT = 64
_SHARE_OF_GREAT = 0.015
_WORST_HALF_INCH = 28.0


def poppler(path: Path) -> list[Grey]:
    subprocess.run(
        [needs_program("pdftoppm"), "-r", str(_DRAWN_AT), "-gray", str(path), str(path.parent / "poppler")],
        check=True,
    )
    return [_reduced(np.asarray(Image.open(page))) for page in sorted(path.parent.glob("poppler-*.pgm"))]


def ghostscript(path: Path) -> list[Grey]:
    _ghostscript(
        path, "-sDEVICE=pgmraw", f"-r{_DRAWN_AT}", "-dTextAlphaBits=4", "-dGraphicsAlphaBits=4",
        f"-sOutputFile={path.parent}/ghostscript-%03d.pgm",
    )  # fmt: skip
    return [_reduced(np.asarray(Image.open(page))) for page in sorted(path.parent.glob("ghostscript-*.pgm"))]


def mupdf(path: Path) -> list[Grey]:
    pages = []
    with pymupdf.open(path) as document:  # type: ignore[no-untyped-call]
        for page in document:
            drawn = page.get_pixmap(dpi=_DRAWN_AT, colorspace=pymupdf.csGRAY)
            pages.append(_reduced(np.frombuffer(drawn.samples, np.uint8).reshape(drawn.height, drawn.width)))
    return pages


def pdfium(path: Path) -> list[Grey]:
    with pypdfium2.PdfDocument(path) as document:
        return [
            _reduced(np.asarray(page.render(scale=_DRAWN_AT / 72).to_pil().convert("L"))) for page in document
        ]


DRAWING = {"poppler": poppler, "ghostscript": ghostscript, "mupdf": mupdf, "pdfium": pdfium}


def differences(one: Grey, other: Grey) -> list[str]:
    """How far two drawings of a page are apart, where that is too far."""
    height, width = min(one.shape[0], other.shape[0]), min(one.shape[1], other.shape[1])
    assert one.shape == pytest.approx(other.shape, abs=1)
    apart = np.abs(one[:height, :width] - other[:height, :width])
    parts = _blocks(np.pad(apart, [(0, -side % _HALF_AN_INCH) for side in apart.shape]), _HALF_AN_INCH)
    measures = {
        "mean": (apart.mean(), _MEAN),
        "share of great differences": ((apart > _GREAT).mean(), _SHARE_OF_GREAT),
        "worst half inch": (parts.max(), _WORST_HALF_INCH),
    }
    return [f"{name} {value:.4g}" for name, (value, most) in measures.items() if value > most]


@pytest.mark.parametrize("name", NAMES)
def test_every_program_draws_every_page_alike(name: str, tmp_path: Path) -> None:
    path = _written(file(name), tmp_path)
    drawn = {program: draw(path) for program, draw in DRAWING.items()}
    with pikepdf.open(path) as pdf:
        assert {len(pages) for pages in drawn.values()} == {len(pdf.pages)}
    far = {
        f"{one} and {other}, page {number}": apart
        for one, other in itertools.combinations(drawn, 2)
        for number, pages in enumerate(zip(drawn[one], drawn[other], strict=True), start=1)
        if (apart := differences(*pages))
    }
    assert far == {}


def without_a_thumbnail(content: bytes) -> bytes:
    return re.sub(rb"/P\d+ Do", b"", content, count=1)


def with_another_thumbnail(content: bytes) -> bytes:
    first, second = re.findall(rb"/P\d+ Do", content)[:2]
    return content.replace(first, second, 1)


def without_words(content: bytes) -> bytes:
    return re.sub(rb"\nBT\n.*?\nET\n", b"\n", content, flags=re.DOTALL)


@pytest.mark.parametrize("change", [without_a_thumbnail, with_another_thumbnail, without_words])
def test_a_program_that_draws_less_would_be_noticed(change: Callable[[bytes], bytes], tmp_path: Path) -> None:
    changed = io.BytesIO()
    with pikepdf.open(io.BytesIO(file("few, a4"))) as pdf:
        page = pdf.pages[0]
        page.Contents = pdf.make_stream(change(page.Contents.read_bytes()))
        pdf.save(changed)
    good, less = tmp_path / "good", tmp_path / "less"
    good.mkdir()
    less.mkdir()
    pages = pdfium(_written(file("few, a4"), good))[0], pdfium(_written(changed.getvalue(), less))[0]
    assert differences(*pages) != []


def poppler_text(path: Path) -> list[str]:
    return _pdftotext(path, "-raw")


def ghostscript_text(path: Path) -> list[str]:
    """Letter by letter, in the order in which they are drawn."""
    _ghostscript(path, "-sDEVICE=txtwrite", "-dTextFormat=0", f"-sOutputFile={path.parent}/text-%03d.xml")
    pages = [page.read_text(encoding="utf-8") for page in sorted(path.parent.glob("text-*.xml"))]
    return ["".join(map(html.unescape, re.findall(r'<char [^>]*c="([^"]*)"', page))) for page in pages]


def mupdf_text(path: Path) -> list[str]:
    with pymupdf.open(path) as document:  # type: ignore[no-untyped-call]
        return [page.get_text() for page in document]


def pdfium_text(path: Path) -> list[str]:
    return page_texts(path.read_bytes())


COPYING = {
    "poppler": poppler_text, "ghostscript": ghostscript_text, "mupdf": mupdf_text, "pdfium": pdfium_text,
}  # fmt: skip


@pytest.mark.parametrize("program", COPYING)
@pytest.mark.parametrize("name", NAMES)
def test_the_text_comes_in_the_order_of_reading(name: str, program: str, tmp_path: Path) -> None:
    pages = COPYING[program](_written(file(name), tmp_path))
    missing = {
        number: gone
        for number, texts in enumerate(_read_out(name))
        if (gone := missing_in_order(texts, pages[number]))
    }
    assert missing == {}


# Where cards, or the cells of a full page, stand close side by side, looks alone cannot part them.
@pytest.mark.parametrize("name", [name for name in NAMES if "cards" not in name and "sheet" not in name])
def test_no_text_is_torn_apart_where_a_program_goes_by_the_look_of_the_page(
    name: str, tmp_path: Path
) -> None:
    """Poppler puts columns together by itself, as when text is marked with the mouse."""
    pages = _pdftotext(_written(file(name), tmp_path))
    torn = [
        (number, text)
        for number, texts in enumerate(_read_out(name))
        for text in texts
        if squeezed(text) not in squeezed(pages[number])
    ]
    assert torn == []


@cache
def _read_out(name: str) -> list[list[str]]:
    """What is said on each page, element by element, in the order of reading."""
    back = ReadBack(file(name))
    pages: list[list[str]] = [[] for _ in back.pdf.pages]
    for node in back.tree.walk():
        # What goes on on the next page is not looked for: its parts are not known apart.
        if node.own_text and len(set(node.pages)) == 1:
            pages[node.pages[0]].append(node.own_text)
    return pages


def _pdftotext(path: Path, *options: str) -> list[str]:
    command = [needs_program("pdftotext"), "-enc", "UTF-8", *options, str(path), "-"]
    text = subprocess.run(command, capture_output=True, check=True).stdout.decode()
    return text.split("\f")[:-1]


def _ghostscript(path: Path, *options: str) -> None:
    command = [needs_program("gs"), "-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", *options, str(path)]
    subprocess.run(command, check=True)


def _written(content: bytes, folder: Path) -> Path:
    path = folder / "booklet.pdf"
    path.write_bytes(content)
    return path


def _reduced(pixels: NDArray[Any]) -> Grey:
    height, width = (side // _REDUCED * _REDUCED for side in pixels.shape)
    return _blocks(pixels[:height, :width], _REDUCED)


def _blocks(pixels: NDArray[Any], size: int) -> Grey:
    """The means of squares of that many pixels a side."""
    height, width = (side // size for side in pixels.shape)
    means: Grey = pixels.reshape(height, size, width, size).mean(axis=(1, 3))
    return means
