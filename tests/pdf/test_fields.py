"""Boxes that are ticked on a screen: found, named, ticked and kept by readers, and unseen on paper."""

from __future__ import annotations

import io
import subprocess
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pikepdf
import pymupdf
import pypdfium2  # type: ignore[import-untyped]
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from pypdfium2 import raw

from generator.booklet.content import Content
from generator.booklet.layouts.pages import lay_out_pages
from generator.booklet.model import Box, Colour, Element, Mark, Rectangle, Role, Scope, TickField
from generator.booklet.page_setup import PageSetup
from generator.booklet.style import PAGES
from generator.booklet.wording import Wording
from generator.pdf.document import draw_booklet
from generator.pdf.palette import COLOUR, INK_SAVER
from generator.pdf.pictures import IllustrationStore
from generator.pdf.placing import one_page_a_side
from generator.text.measuring import FontMeasure
from generator.workflows.lookups import ILLUSTRATIONS
from generator.workflows.prescription import prescribe
from tests.asking import Asked
from tests.pdf.samples import DATE, HEIGHT, NoPictures, booklet, line, opened
from tests.programs import failed_rules, needs_program

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from generator.booklet.model import Booklet
    from generator.pdf.palette import Palette

    Ticking = Callable[[bytes, Sequence[str]], bytes]

AT_NAME = Box(20, 20, 19, 19)
MONDAY, TUESDAY = Box(120, 82, 13, 13), Box(160, 82, 13, 13)
TICKS = {
    "done/hanging": "Done: 1. Hanging",
    "week-1/monday/hanging/left": "Week 1, Monday: 1. Child’s pose, left side",
    "week-1/tuesday/hanging/left": "Week 1, Tuesday: 1. Child’s pose, left side",
}


def boxes(palette_of_tick: Colour = Colour.INK) -> Booklet:
    """A heading with a box beside it, and on the next page a row with two."""
    elements = [
        Element(Role.HEADING_1, 0, bookmark="Hanging"),
        Element(Role.FORM, 0),  # 2
        Element(Role.TABLE, 0),
        Element(Role.TABLE_ROW, 3),
        Element(Role.HEADER_CELL, 4, scope=Scope.ROW),  # 5
        Element(Role.DATA_CELL, 4),
        Element(Role.FORM, 6),
        Element(Role.DATA_CELL, 4),  # 8
        Element(Role.FORM, 8),
    ]

    def drawn(*squares: Box) -> Mark:
        return Mark(None, tuple(Rectangle(box, Colour.PAPER, palette_of_tick, 1.4) for box in squares))

    first = [drawn(AT_NAME), Mark(1, (line("Hanging", 36, 50),))]
    second = [Mark(5, (line("Left", 94),)), drawn(MONDAY, TUESDAY)]
    value = booklet([first, second], elements)
    places = zip((2, 7, 9), (AT_NAME, MONDAY, TUESDAY), TICKS.items(), strict=True)
    at_name, *of_days = (TickField(element, box, *names) for element, box, names in places)
    pages = zip(value.pages, ((at_name,), tuple(of_days)), strict=True)
    return replace(value, pages=tuple(replace(page, fields=fields) for page, fields in pages))


def drawn(
    *, fields: bool = True, archive: bool = False, palette: Palette = COLOUR, value: Booklet | None = None
) -> bytes:
    return draw_booklet(
        value or boxes(), NoPictures(), date=DATE, fields=fields, archive=archive, palette=palette
    )


@cache
def whole(*, fields: bool) -> bytes:
    """A booklet of the real library: two exercises, one of them with sides, and two weeks."""
    request = Asked(goals=("side", "flexion"), max_exercises="2", weeks="2")
    prepared = prescribe(request, today=DATE)
    store = IllustrationStore(ILLUSTRATIONS)
    order = prepared.resolved
    content = Content(
        prepared.routine, order.details, Wording(prepared.library.words, prepared.library.sources)
    )
    value = lay_out_pages(content, PageSetup(PAGES[order.paper], FontMeasure(), store))
    return draw_booklet(value, store, date=DATE, fields=fields)


class CheckBox(NamedTuple):
    """What a file says of a box; `looks` are the numbers of the objects that paint it."""

    name: str
    description: str
    kind: tuple[str, str]
    flags: tuple[int, int]
    value: str
    shown: str
    corners: tuple[float, ...]
    looks: dict[str, tuple[int, int]]


def check_boxes(source: bytes) -> list[CheckBox]:
    """The boxes of a file, in the order of its form."""
    with opened(source) as pdf:
        return [
            CheckBox(
                str(field.T),
                str(field.TU),
                (str(field.FT), str(field.Subtype)),
                (int(field.F), int(field.get("/Ff", 0))),
                str(field.V),
                str(field.AS),
                tuple(map(float, field.Rect)),
                {state: look.objgen for state, look in field.AP.N.items()},
            )
            for field in pdf.Root.AcroForm.Fields
        ]


def ticked(source: bytes) -> dict[str, bool]:
    """Which boxes a reader finds ticked: those whose value and whose looks both say so."""
    fields = check_boxes(source)
    assert all(field.value == field.shown for field in fields)
    return {field.name: field.value == "/Yes" for field in fields}


def on_paper(source: bytes, folder: Path, name: str = "page") -> list[NDArray[np.uint8]]:
    """The pages as poppler prints them at 150 dots an inch."""
    file = folder / f"{name}.pdf"
    file.write_bytes(source)
    subprocess.run([needs_program("pdftoppm"), "-r", "150", file, folder / name], check=True)
    return [np.asarray(Image.open(page)) for page in sorted(folder.glob(f"{name}-*.ppm"))]


def on_screen(source: bytes) -> list[NDArray[np.uint8]]:
    """The pages as pdfium shows them with their fields, two dots a point."""
    with pypdfium2.PdfDocument(source) as document:
        document.init_forms()
        return [page.render(scale=2, may_draw_forms=True).to_numpy().copy() for page in document]


def in_mupdf(source: bytes) -> list[NDArray[np.uint8]]:
    with pymupdf.open(stream=source, filetype="pdf") as document:  # type: ignore[no-untyped-call]
        maps = [page.get_pixmap(dpi=144, annots=True) for page in document]
    return [np.frombuffer(each.samples, np.uint8).reshape(each.h, each.w, 3) for each in maps]


def within(page: NDArray[np.uint8], box: Box, dots_a_point: float) -> NDArray[np.uint8]:
    """The inside of a box, without its outline."""
    left, top, right, bottom = (
        round(edge * dots_a_point) for edge in (box.left + 2, box.top + 2, box.right - 2, box.bottom - 2)
    )
    return page[top:bottom, left:right]


def has_ink(part: NDArray[np.uint8]) -> bool:
    return bool((part[..., :3].astype(int).sum(axis=-1) < 500).any())


def tick_with_pdfium(source: bytes, names: Sequence[str]) -> bytes:
    """Click on boxes as a reader does, and save the file."""
    document = pypdfium2.PdfDocument(source)
    document.init_forms()
    form = document.formenv
    for page, fields in zip(document, boxes().pages, strict=True):
        for field in fields.fields:
            if field.name in names:
                place = (field.box.left + field.box.width / 2, HEIGHT - field.box.top - field.box.height / 2)
                raw.FORM_OnMouseMove(form.raw, page.raw, 0, *place)
                raw.FORM_OnLButtonDown(form.raw, page.raw, 0, *place)
                raw.FORM_OnLButtonUp(form.raw, page.raw, 0, *place)
        raw.FORM_ForceToKillFocus(form.raw)
        page.close()
    saved = io.BytesIO()
    document.save(saved)
    document.close()
    return saved.getvalue()


def tick_with_mupdf(source: bytes, names: Sequence[str]) -> bytes:
    """Toggle boxes as MuPDF's own reader does; `Widget.update` of PyMuPDF would paint them anew."""
    with pymupdf.open(stream=source, filetype="pdf") as document:  # type: ignore[no-untyped-call]
        for page in document:
            for widget in page.widgets():
                if widget.field_name in names:
                    pymupdf.mupdf.pdf_toggle_widget(widget._annot.this)
        saved: bytes = document.tobytes()
    return saved


def tick_by_name(source: bytes, names: Sequence[str]) -> bytes:
    """Set the values, as programs do that fill in forms."""
    pdf = opened(source)
    for field in pdf.Root.AcroForm.Fields:
        if str(field.T) in names:
            field.V = field.AS = pikepdf.Name.Yes
    saved = io.BytesIO()
    pdf.save(saved)
    return saved.getvalue()


TICKING = [
    pytest.param(tick_with_pdfium, id="pdfium"),
    pytest.param(tick_with_mupdf, id="mupdf"),
    pytest.param(tick_by_name, id="by name"),
]


def kinds(element: pikepdf.Object) -> list[str]:
    """The role of an element and of all that it is in, outwards."""
    roles = []
    while "/S" in element:
        roles.append(str(element.S))
        element = element.P
    return roles


def test_each_box_is_a_check_box_with_a_name_to_read_out() -> None:
    fields = check_boxes(drawn())
    assert {field.name: field.description for field in fields} == TICKS
    assert {field.kind for field in fields} == {("/Btn", "/Widget")}
    # On paper too, and a plain box: no push button, nor one of a set.
    assert {field.flags for field in fields} == {(4, 0)}
    assert not any(ticked(drawn()).values())


def test_a_field_is_where_the_box_is_painted() -> None:
    for field, box in zip(check_boxes(drawn()), (AT_NAME, MONDAY, TUESDAY), strict=True):
        left, bottom, right, top = field.corners
        assert (left, HEIGHT - top, right - left, top - bottom) == (
            box.left, box.top, box.width, box.height
        )  # fmt: skip


def test_a_reader_comes_to_the_boxes_in_the_order_of_the_tree() -> None:
    pdf = opened(drawn())
    root = pdf.Root.StructTreeRoot
    entries = list(root.ParentTree.Nums)
    parents = dict(zip(map(int, entries[::2]), entries[1::2], strict=True))
    assert root.ParentTreeNextKey == len(parents) == max(parents) + 1
    found = []
    for page in pdf.pages:
        assert page.Tabs == "/S"
        for widget in page.Annots:
            assert widget.P.objgen == page.obj.objgen
            form = parents[int(widget.StructParent)]
            (kid,) = form.K
            assert (str(form.S), str(kid.Type)) == ("/Form", "/OBJR")
            assert kid.Obj.objgen == widget.objgen
            assert form.Pg.objgen == page.obj.objgen
            found.append((str(widget.T), kinds(form)[1:]))
    row = ["/TD", "/TR", "/Table", "/Document"]
    assert found == [(name, ["/Document"] if name.startswith("done") else row) for name in TICKS]
    assert [(str(widget.T)) for widget in pdf.Root.AcroForm.Fields] == list(TICKS)

    def read_out(element: pikepdf.Object) -> Iterator[str]:
        for kid in element.K:
            if isinstance(kid, pikepdf.Dictionary):
                if kid.get("/Type") == "/OBJR":
                    yield str(kid.Obj.T)
                else:
                    yield from read_out(kid)

    assert list(read_out(root)) == list(TICKS)


def test_the_form_needs_no_font_no_script_and_no_help_from_the_reader() -> None:
    pdf = opened(drawn())
    assert set(pdf.Root.AcroForm.keys()) == {"/Fields"}
    assert not any("/OpenAction" in holder or "/AA" in holder for holder in (pdf.Root, *pdf.pages))
    assert not any("/A" in field or "/AA" in field for field in pdf.Root.AcroForm.Fields)
    for field in pdf.Root.AcroForm.Fields:
        assert set(field.AP.N.keys()) == {"/Yes", "/Off"}
        assert field.AP.N.Off.read_bytes() == b""
        assert not field.AP.N.Yes.Resources.keys()


def test_all_boxes_share_the_looks_of_one(tmp_path: Path) -> None:
    fields = check_boxes(whole(fields=True))
    assert len(fields) > 40
    assert all(field.looks == fields[0].looks for field in fields)
    assert len(whole(fields=True)) - len(whole(fields=False)) < 1500 + 100 * len(fields)
    assert failed_rules(whole(fields=True), tmp_path) == []


def test_paper_shows_no_difference(tmp_path: Path) -> None:
    with_fields, without = (
        on_paper(whole(fields=each), tmp_path, f"fields-{each}") for each in (True, False)
    )
    assert len(with_fields) == len(without) > 5
    for one, other in zip(with_fields, without, strict=True):
        assert np.array_equal(one, other)


@pytest.mark.parametrize("shown", [on_screen, in_mupdf])
def test_a_box_that_is_not_ticked_looks_the_same_on_a_screen(
    shown: Callable[[bytes], list[NDArray[np.uint8]]],
) -> None:
    for one, other in zip(shown(drawn()), shown(drawn(fields=False)), strict=True):
        assert np.array_equal(one, other)


@pytest.mark.parametrize("ticking", TICKING)
@pytest.mark.parametrize(
    "names",
    [
        pytest.param(["done/hanging"], id="one"),
        pytest.param(["week-1/tuesday/hanging/left", "done/hanging"], id="two"),
        pytest.param([], id="none"),
    ],
)
def test_ticks_are_kept_when_the_file_is_saved(ticking: Ticking, names: list[str]) -> None:
    saved = ticking(drawn(), names)
    assert ticked(saved) == {name: name in names for name in TICKS}
    assert ticked(ticking(saved, [])) == ticked(saved)


def test_a_second_click_takes_the_tick_away() -> None:
    once = tick_with_pdfium(drawn(), ["done/hanging"])
    assert not any(ticked(tick_with_pdfium(once, ["done/hanging"])).values())


@pytest.mark.parametrize("ticking", TICKING)
@pytest.mark.parametrize("palette", [COLOUR, INK_SAVER], ids=["colour", "ink saver"])
def test_a_tick_is_seen_within_its_box_and_nowhere_else(
    ticking: Ticking, palette: Palette, tmp_path: Path
) -> None:
    saved = ticking(drawn(palette=palette), ["done/hanging", "week-1/tuesday/hanging/left"])
    for shown, scale in ((on_paper(saved, tmp_path), 150 / 72), (on_screen(saved), 2), (in_mupdf(saved), 2)):
        first, second = shown
        assert has_ink(within(first, AT_NAME, scale))
        assert not has_ink(within(second, MONDAY, scale))
        assert has_ink(within(second, TUESDAY, scale))
    plain = on_paper(drawn(palette=palette), tmp_path, "plain")
    for page, (one, other) in enumerate(zip(on_paper(saved, tmp_path), plain, strict=True)):
        changed = np.argwhere((one != other).any(axis=-1)) * 72 / 150
        box = (AT_NAME, TUESDAY)[page]
        assert changed[:, 1].min() > box.left + 1
        assert changed[:, 1].max() < box.right - 1
        assert changed[:, 0].min() > box.top + 1
        assert changed[:, 0].max() < box.bottom - 1


@pytest.mark.parametrize("profile", ["ua1", "2a"])
@pytest.mark.parametrize("ticking", [None, tick_with_pdfium, tick_by_name])
def test_the_file_keeps_its_standards_ticked_or_not(
    ticking: Ticking | None, profile: str, tmp_path: Path
) -> None:
    source = drawn(archive=True)
    if ticking:
        source = ticking(source, ["done/hanging", "week-1/monday/hanging/left"])
        assert any(ticked(source).values())
    assert failed_rules(source, tmp_path, profile) == []


def test_without_fields_nothing_is_left_of_them(tmp_path: Path) -> None:
    source = drawn(fields=False)
    pdf = opened(source)
    assert "/AcroForm" not in pdf.Root
    assert not any("/Annots" in page for page in pdf.pages)
    things = [thing for thing in pdf.objects if isinstance(thing, pikepdf.Dictionary)]
    assert not any(thing.get("/S") == "/Form" for thing in things)
    assert failed_rules(source, tmp_path) == []


def test_sheets_for_paper_have_no_fields() -> None:
    value = boxes()
    source = draw_booklet(value, NoPictures(), date=DATE, arrangement=one_page_a_side(value))
    assert source == drawn(fields=False)


def test_a_booklet_without_boxes_has_no_form() -> None:
    assert "/AcroForm" not in opened(drawn(value=booklet([[]], []))).Root


def test_the_same_booklet_gives_the_same_bytes() -> None:
    assert drawn() == drawn()


def test_boxes_of_one_name_are_refused() -> None:
    value = boxes()
    (field,) = value.pages[0].fields
    twice = replace(value, pages=tuple(replace(page, fields=(field,)) for page in value.pages))
    with pytest.raises(AssertionError, match="one name"):
        drawn(value=twice)


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), min_size=1, max_size=9))
def test_any_words_are_read_out_as_they_are(descriptions: list[str]) -> None:
    count = len(descriptions)
    elements = [Element(Role.FORM, 0)] * count
    fields = tuple(
        TickField(index + 1, MONDAY, f"box/{index}", text) for index, text in enumerate(descriptions)
    )
    value = booklet([[]], elements)
    value = replace(value, pages=(replace(value.pages[0], fields=fields),))
    assert [field.description for field in check_boxes(drawn(value=value))] == descriptions


def test_a_screen_reader_is_told_apart_every_box_of_a_real_booklet() -> None:
    fields = check_boxes(whole(fields=True))
    told = {field.description for field in fields}
    assert len(told) == len(fields)
    assert all(text.startswith(("Done: ", "Week 1, ", "Week 2, ")) for text in told)
    assert not any("." in field.name for field in fields)  # which would be a field within a field
