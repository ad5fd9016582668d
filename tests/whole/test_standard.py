"""The files of whole booklets: PDF/UA-1, sound, with all fonts inside, and drawn by every program alike."""

from __future__ import annotations

import io
import subprocess
from typing import TYPE_CHECKING, Any

import pikepdf
import pymupdf
import pypdfium2  # type: ignore[import-untyped]
import pytest

from tests.programs import damage, failed_rules, needs_program
from tests.whole.booklets import REQUESTS, Whole, draw_pictures, made, make

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module", params=[*REQUESTS, "pictures"])
def whole(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Whole:
    if request.param != "pictures":
        return made(request.param)
    plain = made("two goals, named")
    folder = tmp_path_factory.mktemp("pictures")
    draw_pictures(folder, plain.prepared.library.words)
    return make(REQUESTS["two goals, named"], folder)


@pytest.fixture
def file(whole: Whole, tmp_path: Path) -> Path:
    path = tmp_path / "booklet.pdf"
    path.write_bytes(whole.content)
    return path


def test_it_conforms_to_pdf_ua(file: Path, tmp_path: Path) -> None:
    assert failed_rules(file.read_bytes(), tmp_path) == []


def test_the_file_is_sound(file: Path, tmp_path: Path) -> None:
    assert damage(file.read_bytes(), tmp_path) == []


def test_every_font_is_in_the_file(whole: Whole) -> None:
    with pikepdf.open(io.BytesIO(whole.content)) as pdf:
        fonts: dict[str, Any] = {
            str(font.BaseFont): font for page in pdf.pages for font in page.Resources.Font.values()
        }
        assert fonts
        for name, font in fonts.items():
            inner = font.DescendantFonts[0] if "/DescendantFonts" in font else font
            assert "/FontFile2" in inner.FontDescriptor, name
            assert "/ToUnicode" in font, name


def test_it_says_what_it_is(whole: Whole) -> None:
    with pikepdf.open(io.BytesIO(whole.content)) as pdf:
        assert str(pdf.Root.Lang) == "en"
        assert bool(pdf.Root.MarkInfo.Marked)
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        assert str(pdf.docinfo["/Title"]) == whole.booklet.title
        with pdf.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
            assert metadata["dc:title"] == whole.booklet.title
        for page in pdf.pages:
            assert str(page.obj.Tabs) == "/S"


def test_the_outline_leads_to_every_part(whole: Whole) -> None:
    words = whole.prepared.library.words
    wanted = [
        "Your upper back routine",
        words.labels["safety.title"],
        *(
            f"{number}. {words.exercises[chosen.exercise.id].name}"
            for number, chosen in enumerate(whole.prepared.routine.chosen, start=1)
        ),
        words.labels["calendar.title"],
        words.labels["flare.title"],
        words.labels["back.title"],
    ]
    with pypdfium2.PdfDocument(whole.content) as document:
        entries = [
            (entry.get_title(), entry.get_dest().get_index()) for entry in document.get_toc(max_depth=5)
        ]
    pages = [page for _, page in entries]
    assert pages == sorted(pages)
    titles = [title for title, _ in entries]
    assert [title for title in titles if title in wanted] == wanted


def test_poppler_draws_it_without_a_word(file: Path, tmp_path: Path) -> None:
    drawn = subprocess.run(
        [needs_program("pdftoppm"), "-r", "20", "-gray", str(file), str(tmp_path / "page")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (drawn.returncode, drawn.stderr) == (0, "")


def test_ghostscript_draws_it_without_a_word(file: Path) -> None:
    drawn = subprocess.run(
        [needs_program("gs"), "-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-sDEVICE=nullpage", str(file)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (drawn.returncode, drawn.stdout, drawn.stderr) == (0, "", "")


def test_mupdf_draws_it_without_a_word(whole: Whole) -> None:
    pymupdf.TOOLS.reset_mupdf_warnings()  # type: ignore[no-untyped-call]
    with pymupdf.open(stream=whole.content, filetype="pdf") as document:  # type: ignore[no-untyped-call]
        for page in document:
            assert page.get_pixmap(dpi=20).width > 100
    assert pymupdf.TOOLS.mupdf_warnings() == ""  # type: ignore[no-untyped-call]


def test_pdfium_draws_every_page_with_something_on_it(whole: Whole) -> None:
    with pypdfium2.PdfDocument(whole.content) as document:
        assert len(document) == len(whole.booklet.pages)
        for page in document:
            assert page.get_size() == pytest.approx((whole.booklet.width, whole.booklet.height), abs=0.01)
            darkest, lightest = page.render(scale=0.3, grayscale=True).to_pil().getextrema()
            assert darkest < 128
            assert lightest > 250


def test_the_booklet_of_all_exercises_can_be_sent_by_mail() -> None:
    whole = made("all")
    assert len(whole.prepared.routine.chosen) == len(whole.prepared.library.exercises)
    assert len(whole.content) < 2_000_000


def test_the_same_request_gives_the_same_bytes() -> None:
    for name in ("two goals, named", "left side"):
        assert make(REQUESTS[name]).content == made(name).content


def test_black_alone_is_printed_when_ink_is_saved() -> None:
    with pypdfium2.PdfDocument(made("all, letter, ink saver").content) as document:
        for page in document:
            red, green, blue = page.render(scale=0.3).to_pil().convert("RGB").split()
            assert red.tobytes() == green.tobytes() == blue.tobytes()
