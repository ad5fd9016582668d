"""The gate itself: a good file is broken in one way at a time, and the layer that can see it notices."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Any, NamedTuple

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from tests.gate.files import file
from tests.gate.sense import findings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    BrokenRules = Callable[[bytes, str], dict[str, str]]

GOOD = "one, a4"


def elements(pdf: pikepdf.Pdf, role: str) -> list[Any]:
    """All structure elements of a role, in the order of reading."""

    def walk(element: Any) -> Iterator[Any]:  # noqa: ANN401  # pikepdf gives objects of any type
        for kid in element.get("/K", []):
            if isinstance(kid, Dictionary) and "/S" in kid:
                yield kid
                yield from walk(kid)

    return [element for element in walk(pdf.Root.StructTreeRoot) if str(element.S)[1:] == role]


def rewrite(pdf: pikepdf.Pdf, page: int, pattern: bytes, replacement: bytes) -> None:
    """Change the first place of a page's content that is like a pattern."""
    content, count = re.subn(
        pattern, replacement, pdf.pages[page].Contents.read_bytes(), count=1, flags=re.DOTALL
    )
    assert count
    pdf.pages[page].Contents = pdf.make_stream(content)


def rewrite_metadata(pdf: pikepdf.Pdf, pattern: bytes) -> None:
    packet, count = re.subn(pattern, b"", pdf.Root.Metadata.read_bytes(), flags=re.DOTALL)
    assert count
    pdf.Root.Metadata.write(packet)


def no_mark_information(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/MarkInfo"]


def no_tree(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/StructTreeRoot"]


def no_language(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/Lang"]


def language_in_words(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Lang = String("English, please")


def no_title_in_the_window(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.ViewerPreferences["/DisplayDocTitle"]


def no_title(pdf: pikepdf.Pdf) -> None:
    rewrite_metadata(pdf, b"<dc:title>.*</dc:title>")


def no_claim_of_pdf_ua(pdf: pikepdf.Pdf) -> None:
    rewrite_metadata(pdf, b"<pdfuaid:part>1</pdfuaid:part>")


def no_description(pdf: pikepdf.Pdf) -> None:
    del elements(pdf, "Figure")[0]["/Alt"]


def description_that_says_nothing(pdf: pikepdf.Pdf) -> None:
    elements(pdf, "Figure")[0].Alt = String("seated-rotation-start.svg")


def text_without_a_mark(pdf: pikepdf.Pdf) -> None:
    rewrite(pdf, 0, rb"/P<</MCID \d+>>BDC(.*?)\nEMC", rb"\1")


def text_as_an_artifact(pdf: pikepdf.Pdf) -> None:
    rewrite(pdf, 0, rb"/P<</MCID 1>>BDC", b"/Artifact BMC")


def text_that_is_not_read_out(pdf: pikepdf.Pdf) -> None:
    text_as_an_artifact(pdf)
    part = elements(pdf, "Sect")[0]
    part.K = Array([kid for kid in part.K if list(kid.get("/K", [])) != [1]])


def text_of_another(pdf: pikepdf.Pdf) -> None:
    """Two elements say the same words, and nobody says the others."""
    rewrite(pdf, 0, rb"/P<</MCID 2>>BDC", b"/P<</MCID 1>>BDC")


def no_way_back(pdf: pikepdf.Pdf) -> None:
    """The first two pages lead to each other's elements."""
    numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
    numbers[1], numbers[3] = numbers[3], numbers[1]


def font_that_is_not_there(pdf: pikepdf.Pdf) -> None:
    for font in pdf.pages[0].resources.Font.values():
        del font.FontDescriptor["/FontFile2"]


def font_without_letters(pdf: pikepdf.Pdf) -> None:
    for font in pdf.pages[0].resources.Font.values():
        del font["/ToUnicode"]


def unknown_role(pdf: pikepdf.Pdf) -> None:
    elements(pdf, "P")[0].S = Name("/Chapter")


def heading_that_skips_a_level(pdf: pikepdf.Pdf) -> None:
    elements(pdf, "H2")[0].S = Name("/H3")


def heading_that_says_nothing(pdf: pikepdf.Pdf) -> None:
    del elements(pdf, "H2")[-1]["/K"]


def heading_that_is_a_paragraph(pdf: pikepdf.Pdf) -> None:
    elements(pdf, "H2")[1].S = Name("/P")


def header_cells_that_are_data(pdf: pikepdf.Pdf) -> None:
    for cell in elements(pdf, "TH"):
        cell.S = Name("/TD")


def header_cell_without_scope(pdf: pikepdf.Pdf) -> None:
    del elements(pdf, "TH")[0]["/A"]


def header_cells_of_rows_for_columns(pdf: pikepdf.Pdf) -> None:
    for cell in elements(pdf, "TH"):
        if cell.A.Scope == "/Row":
            cell.A.Scope = Name("/Column")


def row_that_lacks_a_cell(pdf: pikepdf.Pdf) -> None:
    row = elements(pdf, "TR")[1]
    row.K = Array(list(row.K)[:-1])


def parts_in_another_order(pdf: pikepdf.Pdf) -> None:
    """The third thing on the first page is read before the second."""
    part = elements(pdf, "Sect")[0]
    first, second, third, *rest = part.K
    part.K = Array([first, third, second, *rest])


def bookmark_to_another_page(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Outlines.First.First.Dest[0] = pdf.pages[-1].obj


def bookmark_of_another_name(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Outlines.First.First.Title = String("Chapter 1")


def link_that_is_not_in_the_tree(pdf: pikepdf.Pdf) -> None:
    link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[72, 72, 144, 90], Border=[0, 0, 0], F=4)
    link.A = Dictionary(S=Name.URI, URI=String("https://example.org"))
    pdf.pages[0].Annots = Array([*pdf.pages[0].get("/Annots", []), pdf.make_indirect(link)])


def field_without_a_name(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.AcroForm.Fields[0]["/TU"]


def field_that_is_not_in_the_tree(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.AcroForm.Fields[0]["/StructParent"]


def field_of_another(pdf: pikepdf.Pdf) -> None:
    """Two boxes lead to each other's elements."""
    first, second = pdf.Root.AcroForm.Fields[0], pdf.Root.AcroForm.Fields[1]
    first.StructParent, second.StructParent = second.StructParent, first.StructParent


class Breaking(NamedTuple):
    """A way to break a file.

    Attributes:
        rules: of PDF/UA-1 that veraPDF then finds broken, among others; none where it cannot see it.
        checks: of our own that then find something; none where they do not look.
    """

    change: Callable[[pikepdf.Pdf], None]
    rules: set[str]
    checks: set[str]


BREAKINGS = [
    Breaking(no_mark_information, {"6.2-1"}, set()),
    Breaking(no_tree, {"7.1-11"}, {"marks"}),
    Breaking(no_language, {"7.2-34"}, {"language"}),
    Breaking(language_in_words, {"7.2-29"}, {"language"}),
    Breaking(no_title_in_the_window, {"7.1-10"}, {"title"}),
    Breaking(no_title, {"7.1-9"}, {"title"}),
    Breaking(no_claim_of_pdf_ua, {"5-1"}, set()),
    Breaking(no_description, {"7.3-1"}, {"descriptions"}),
    Breaking(description_that_says_nothing, set(), {"descriptions"}),
    Breaking(text_without_a_mark, {"7.1-3"}, {"marks", "artifacts"}),
    Breaking(text_as_an_artifact, set(), {"marks", "artifacts"}),
    Breaking(text_that_is_not_read_out, set(), {"artifacts"}),
    Breaking(text_of_another, set(), {"marks"}),
    Breaking(no_way_back, {"7.1-3"}, {"marks"}),
    Breaking(font_that_is_not_there, {"7.21.4.1-1"}, set()),
    Breaking(font_without_letters, {"7.21.7-1"}, {"bookmarks"}),
    Breaking(unknown_role, {"7.1-5"}, set()),
    Breaking(heading_that_skips_a_level, {"7.4.2-1"}, {"headings", "bookmarks"}),
    Breaking(heading_that_says_nothing, set(), {"marks", "headings", "bookmarks"}),
    Breaking(heading_that_is_a_paragraph, set(), {"bookmarks"}),
    Breaking(header_cells_that_are_data, set(), {"tables"}),
    Breaking(header_cell_without_scope, {"7.5-1"}, {"tables"}),
    Breaking(header_cells_of_rows_for_columns, set(), {"tables"}),
    Breaking(row_that_lacks_a_cell, {"7.2-43"}, {"marks", "tables"}),
    Breaking(parts_in_another_order, set(), {"reading_order"}),
    Breaking(bookmark_to_another_page, set(), {"bookmarks"}),
    Breaking(bookmark_of_another_name, set(), {"bookmarks"}),
    Breaking(field_without_a_name, {"7.18.1-3"}, {"links_and_fields"}),
    Breaking(field_that_is_not_in_the_tree, {"7.18.4-1"}, {"links_and_fields"}),
    Breaking(field_of_another, set(), {"links_and_fields"}),
    Breaking(link_that_is_not_in_the_tree, {"7.18.1-2", "7.18.5-1", "7.18.5-2"}, {"links_and_fields"}),
]
each_breaking = pytest.mark.parametrize("breaking", BREAKINGS, ids=[b.change.__name__ for b in BREAKINGS])


def broken(change: Callable[[pikepdf.Pdf], None], *, archive: bool = False) -> bytes:
    """The good file after a change."""
    changed = io.BytesIO()
    with pikepdf.open(io.BytesIO(file(GOOD, archive=archive))) as pdf:
        change(pdf)
        pdf.save(changed)
    return changed.getvalue()


@each_breaking
def test_verapdf_notices(breaking: Breaking, broken_rules: BrokenRules) -> None:
    noticed = set(broken_rules(broken(breaking.change), "ua1"))
    assert noticed >= breaking.rules
    assert bool(noticed) == bool(breaking.rules)


@each_breaking
def test_our_own_checks_notice(breaking: Breaking) -> None:
    assert {finding.check for finding in findings(broken(breaking.change))} == breaking.checks


def test_every_way_is_noticed_and_each_layer_sees_what_the_other_does_not() -> None:
    assert all(breaking.rules or breaking.checks for breaking in BREAKINGS)
    assert any(not breaking.checks for breaking in BREAKINGS)
    assert any(not breaking.rules for breaking in BREAKINGS)


def without_output_intent(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/OutputIntents"]


def without_claim_of_pdf_a(pdf: pikepdf.Pdf) -> None:
    rewrite_metadata(pdf, b"<pdfaid:part>2</pdfaid:part>")


def without_word_of_pdf_ua(pdf: pikepdf.Pdf) -> None:
    rewrite_metadata(pdf, b"<pdfaExtension:schemas>.*</pdfaExtension:schemas>")


def picture_that_shines_through(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].Group = Dictionary(S=Name.Transparency, CS=Name.DeviceCMYK)


def script(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


@pytest.mark.parametrize(
    ("change", "rules"),
    [
        (without_output_intent, {"6.2.4.3-2"}),
        (without_claim_of_pdf_a, {"6.6.4-2"}),
        (without_word_of_pdf_ua, {"6.6.2.3.1-1", "6.6.2.3.1-2"}),
        (picture_that_shines_through, {"6.2.4.3-3"}),
        (script, {"6.5.1-1"}),
    ],
)
def test_verapdf_notices_what_an_archive_cannot_keep(
    change: Callable[[pikepdf.Pdf], None], rules: set[str], broken_rules: BrokenRules
) -> None:
    assert set(broken_rules(broken(change, archive=True), "2a")) == rules
