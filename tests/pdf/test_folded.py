"""Files of sheets to fold: sound, accessible, and the booklet once they are printed, folded and read."""

from __future__ import annotations

import itertools
import subprocess
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
import pikepdf
import pytest

from generator.booklet.choices import Binding, Duplex, Flip, FoldOptions, Paper
from generator.booklet.imposition import Clearance
from generator.booklet.layouts.folding import lay_out_folding
from generator.booklet.model import Box, Colour, Element, Mark, Polyline, Rectangle, Role, Text, TickField
from generator.booklet.page_setup import PageSetup
from generator.booklet.style import MILLIMETRE, PageStyle
from generator.booklet.wording import Wording
from generator.library.loading import load_library
from generator.pdf.document import draw_booklet
from generator.pdf.folded import clearance_of, draw_folded
from generator.pdf.pictures import IllustrationStore
from generator.text.faces import Face
from generator.text.measuring import FontMeasure
from generator.workflows.lookups import ILLUSTRATIONS
from tests.pdf.folded_samples import folded, numbered, picture_of, read_as_a_booklet, resized
from tests.pdf.samples import DATE, booklet, line, opened, rendered, text_of
from tests.programs import damage, failed_rules, needs_program
from tests.whole.booklets import made

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PIL import Image

    from generator.booklet.imposition import Imposition
    from generator.booklet.model import Booklet

WAYS = [
    FoldOptions(flip=flip, duplex=duplex, binding=binding)
    for flip, duplex, binding in itertools.product(Flip, Duplex, Binding)
]
NAMES = [f"{way.flip}-{way.duplex}-{way.binding}" for way in WAYS]
every_way = pytest.mark.parametrize("options", WAYS, ids=NAMES)


@pytest.fixture
def store(tmp_path: Path) -> IllustrationStore:
    return IllustrationStore(picture_of(tmp_path))


def sheets(
    value: Booklet, store: IllustrationStore, paper: Paper, options: FoldOptions, *, archive: bool = False
) -> bytes:
    """The file, with instructions where it is turned by hand."""
    plan = folded(value, paper, options)
    instructions = None
    if options.duplex is Duplex.MANUAL:
        instructions = instructions_for(value, plan)
    return draw_folded(value, store, plan, date=DATE, instructions=instructions, archive=archive)


def instructions_for(value: Booklet, plan: Imposition) -> Booklet:
    style = PageStyle(value.width, value.height, 36, 36, 40, 24)
    setup = PageSetup(style, FontMeasure(), NoPictures())
    return lay_out_folding(plan, setup, Wording(load_library().words))


class NoPictures:
    def proportion(self, name: str) -> float | None:
        raise AssertionError(name)


def images_of(source: bytes, scale: float) -> list[Image.Image]:
    return [rendered(source, page, scale) for page in range(len(opened(source).pages))]


@every_way
@pytest.mark.parametrize("paper", Paper)
def test_every_way_to_fold_passes_pdf_ua(
    paper: Paper, options: FoldOptions, store: IllustrationStore, tmp_path: Path
) -> None:
    assert failed_rules(sheets(numbered(6, paper), store, paper, options), tmp_path) == []


def test_a_folded_file_may_be_for_the_archive(store: IllustrationStore, tmp_path: Path) -> None:
    source = sheets(numbered(6, Paper.A4), store, Paper.A4, FoldOptions(flip=Flip.LONG), archive=True)
    assert failed_rules(source, tmp_path, "2a") == []
    assert failed_rules(source, tmp_path) == []


def test_the_file_is_sound(store: IllustrationStore, tmp_path: Path) -> None:
    source = sheets(numbered(9, Paper.A4), store, Paper.A4, FoldOptions(duplex=Duplex.MANUAL))
    assert damage(source, tmp_path) == []


@every_way
def test_the_same_booklet_gives_the_same_bytes(options: FoldOptions, store: IllustrationStore) -> None:
    value = numbered(6, Paper.LETTER)
    assert sheets(value, store, Paper.LETTER, options) == sheets(value, store, Paper.LETTER, options)


@pytest.mark.parametrize(
    ("paper", "size"),
    [
        pytest.param(Paper.A4, (297 * MILLIMETRE, 210 * MILLIMETRE), id="a4"),
        pytest.param(Paper.LETTER, (792, 612), id="letter"),
    ],
)
def test_every_sheet_lies_and_has_the_size_of_the_paper(
    paper: Paper, size: tuple[float, float], store: IllustrationStore
) -> None:
    options = FoldOptions(offset_back=(3, 3), binding_margin=4)
    for page in opened(sheets(numbered(9, paper), store, paper, options)).pages:
        assert [float(number) for number in page.mediabox] == pytest.approx([0, 0, *size], abs=0.01)
        assert "/Rotate" not in page


@pytest.mark.parametrize(
    ("options", "wanted"),
    [
        (FoldOptions(), "/DuplexFlipShortEdge"),
        (FoldOptions(flip=Flip.LONG), "/DuplexFlipLongEdge"),
        (FoldOptions(duplex=Duplex.MANUAL), "/Simplex"),
    ],
    ids=["short", "long", "manual"],
)
def test_the_file_asks_the_printer_for_what_it_needs(
    options: FoldOptions, wanted: str, store: IllustrationStore
) -> None:
    pdf = opened(sheets(numbered(5, Paper.A4), store, Paper.A4, options))
    asked: Any = pdf.Root.ViewerPreferences
    assert (asked.Duplex, asked.PrintScaling, asked.DisplayDocTitle) == (wanted, "/None", True)


def test_title_author_and_language_are_those_of_the_booklet(store: IllustrationStore) -> None:
    for options in (FoldOptions(), FoldOptions(duplex=Duplex.MANUAL)):
        pdf = opened(sheets(numbered(5, Paper.A4), store, Paper.A4, options))
        assert (str(pdf.docinfo.Title), str(pdf.docinfo.Author)) == ("Routine", "Clinic")
        assert str(pdf.Root.Lang) == "en-GB"


def difference(one: Image.Image, other: Image.Image) -> float:
    """The mean difference of two images of one size, as a share of black on white."""
    return float(np.abs(np.asarray(one, float) - np.asarray(other, float)).mean() / 255)


def assert_reads_as(
    found: Sequence[Image.Image], value: Booklet, plan: Imposition, whole: Sequence[Image.Image]
) -> None:
    """Each page read is nearest to its own page of the booklet, and hardly differs from it."""
    pages = iter(whole)
    for slot, image in enumerate(found, start=1):
        if slot in plan.blanks:
            assert np.asarray(image).min() == 255
            continue
        page = next(pages)
        differences = [difference(image, other) for other in whole]
        assert differences.index(min(differences)) == whole.index(page)
        assert min(differences) < 0.01, (slot, differences)
    assert next(pages, None) is None
    assert len(found) == len(value.pages) + len(plan.blanks)


@every_way
@pytest.mark.parametrize("page_count", [1, 6, 12])
def test_printed_cut_and_ordered_the_sheets_are_the_booklet(
    page_count: int, options: FoldOptions, store: IllustrationStore
) -> None:
    value = numbered(page_count, Paper.LETTER)
    still = replace(options, paper_thickness=0, fold_ticks=False, staple_marks=False)
    plan = folded(value, Paper.LETTER, still)
    source = draw_folded(value, store, plan, date=DATE)
    whole = images_of(draw_booklet(value, store, date=DATE), 0.5)
    found = read_as_a_booklet(images_of(source, 0.5), still, whole[0].size)
    assert_reads_as(found, value, plan, whole)


@pytest.mark.parametrize("flip", Flip)
@pytest.mark.parametrize(
    ("paper", "thickness", "most"),
    [
        pytest.param(Paper.LETTER, 0.0, 0.02, id="letter"),
        # Creep, and half a millimetre beside A5 pages, move by parts of a pixel.
        pytest.param(Paper.A4, 0.1, 0.08, id="a4"),
    ],
)
def test_a_real_booklet_reads_the_same_from_the_sheets(
    paper: Paper, thickness: float, most: float, flip: Flip
) -> None:
    options = FoldOptions(flip=flip, paper_thickness=thickness, fold_ticks=False, staple_marks=False)
    value = resized(made("two goals, named").booklet, paper)
    store = IllustrationStore(ILLUSTRATIONS)
    plan = folded(value, paper, options)
    whole = images_of(draw_booklet(value, store, date=DATE), 1)
    found = read_as_a_booklet(
        images_of(draw_folded(value, store, plan, date=DATE), 1), options, whole[0].size
    )
    pages = iter(whole)
    for slot, image in enumerate(found, start=1):
        if slot in plan.blanks:
            continue
        page = next(pages)
        assert difference(image, page) < most
        others = [difference(image, other) for other in whole if other is not page]
        assert difference(image, page) < min(others)


@pytest.mark.parametrize("flip", Flip)
def test_what_is_drawn_stands_where_the_map_says(flip: Flip, store: IllustrationStore) -> None:
    options = FoldOptions(
        flip=flip, paper_thickness=0.5, binding_margin=3, offset_front=(2, 1), offset_back=(-3, -2)
    )
    value = numbered(12, Paper.A4)
    plan = folded(value, Paper.A4, options)
    assert plan.limited == ()
    images = images_of(draw_folded(value, store, plan, date=DATE), 2)
    for image, side in zip(images, plan.sides, strict=True):
        for place in side.placements:
            # The middle of the small square at (40, 400), and the paper right above it.
            for y, ink in ((404.5, (26, 31, 32)), (390.0, (255, 255, 255))):
                x = value.width - 44.5 if place.turned else 44.5
                y_on_page = value.height - y if place.turned else y
                spot = round(2 * (place.left + x)), round(2 * (place.top + y_on_page))
                assert image.getpixel(spot) == ink


@every_way
def test_ticks_are_printed_on_the_fold_and_staples_outside_alone(
    options: FoldOptions, store: IllustrationStore
) -> None:
    value = numbered(8, Paper.LETTER)
    plan = folded(value, Paper.LETTER, options)
    scale = 4
    images = images_of(draw_folded(value, store, plan, date=DATE), scale)
    for image, side in zip(images, plan.sides, strict=True):
        fold = (
            np.asarray(image.convert("L"))[:, image.width // 2 - 2 : image.width // 2 + 2].min(axis=1) < 200
        )
        dark = {
            place: bool(fold[round(scale * height)])
            for place, height in (
                ("upper tick", 6 * MILLIMETRE),
                ("lower tick", 612 - 6 * MILLIMETRE),
                ("upper staple", 612 / 4),
                ("lower staple", 612 * 3 / 4),
                ("middle", 306),
            )
        }
        outside = side.sheet == 1 and side.is_front
        assert dark == {
            "upper tick": True,
            "lower tick": True,
            "upper staple": outside,
            "lower staple": outside,
            "middle": False,
        }


@every_way
def test_nothing_is_printed_within_five_millimetres_of_the_edge(
    options: FoldOptions, store: IllustrationStore
) -> None:
    source = sheets(numbered(8, Paper.A4), store, Paper.A4, replace(options, binding_margin=20))
    margin = int(5 * MILLIMETRE * 2)
    for image in images_of(source, 2):
        ground = np.asarray(image.convert("L")).copy()
        ground[margin:-margin, margin:-margin] = 255
        assert ground.min() == 255


@every_way
def test_a_listener_hears_the_pages_in_their_order(
    options: FoldOptions, store: IllustrationStore, tmp_path: Path
) -> None:
    file = tmp_path / "sheets.pdf"
    file.write_bytes(sheets(numbered(9, Paper.A4), store, Paper.A4, options))
    heard = subprocess.run(
        [needs_program("pdfinfo"), "-struct-text", file], capture_output=True, text=True, check=True
    ).stdout
    wanted = [f'"Leaf {number}"' for number in range(1, 10)]
    wanted[:0] = ['"How to print and fold'] * (options.duplex is Duplex.MANUAL)
    places = [heard.index(text) for text in wanted]
    assert places == sorted(places)
    assert heard.index("goes on 1.") < heard.index("goes on 9.")


@every_way
def test_every_mark_leads_to_its_element_and_back(options: FoldOptions, store: IllustrationStore) -> None:
    pdf = opened(sheets(numbered(9, Paper.A4), store, Paper.A4, options))
    numbers: Any = pdf.Root.StructTreeRoot.ParentTree.Nums
    pages: list[Any] = [page.objgen for page in pdf.pages]
    used: list[tuple[int, int]] = []

    def collect(node: Any) -> None:  # noqa: ANN401  # nested as the document is
        for kid in node.get("/K", []):
            if isinstance(kid, int):
                used.append((pages.index(node.Pg.objgen), kid))
            elif kid.get("/Type") == "/MCR":
                used.append((pages.index(kid.Pg.objgen), int(kid.MCID)))
            else:
                collect(kid)

    collect(pdf.Root.StructTreeRoot.K[0])
    painted = []
    for place, page in enumerate(pdf.pages):
        parents = numbers[2 * page.obj.StructParents + 1]
        marked = [
            (str(step.operands[0])[1:], int(step.operands[1].MCID))
            for step in pikepdf.parse_content_stream(page)
            if str(step.operator) == "BDC"
        ]
        assert [number for _, number in marked] == list(range(len(parents)))
        assert [role for role, _ in marked] == [str(parent.S)[1:] for parent in parents]
        painted += [(place, number) for _, number in marked]
    assert sorted(used) == painted


@pytest.mark.parametrize("flip", Flip)
def test_bookmarks_lead_to_the_sheets(flip: Flip, store: IllustrationStore) -> None:
    options = FoldOptions(flip=flip)
    value = numbered(6, Paper.A4)
    plan = folded(value, Paper.A4, options)
    pdf = opened(sheets(value, store, Paper.A4, options))
    pages: list[Any] = [page.objgen for page in pdf.pages]
    sides = {place.page: (side, place) for side in plan.sides for place in side.placements}
    with pdf.open_outline() as outline:
        (first,) = outline.root
        items = [first, *first.children]
        assert [item.title for item in items] == [f"Leaf {number}" for number in range(1, 7)]
        for number, item in enumerate(items):
            side, place = sides[number]
            destination: Any = item.destination
            page, _, _, height, _ = destination
            assert pages.index(page.objgen) == plan.sides.index(side)
            # Letters of 24 points stand on 60; on its head, the line begins below it.
            top = value.height - 60 if place.turned else 60 - 24
            assert float(height) == pytest.approx(plan.height - place.top - top, abs=0.02)


@pytest.mark.parametrize("flip", Flip)
def test_the_room_of_a_figure_is_given_on_its_sheet(flip: Flip, store: IllustrationStore) -> None:
    options = FoldOptions(flip=flip)
    source = sheets(numbered(4, Paper.LETTER), store, Paper.LETTER, options)
    pdf = opened(source)
    images = images_of(source, 1)
    pages: list[Any] = [page.objgen for page in pdf.pages]
    figures = [
        thing
        for thing in pdf.objects
        if isinstance(thing, pikepdf.Dictionary) and thing.get("/S") == "/Figure"
    ]
    assert len(figures) == 4
    for figure in figures:
        left, bottom, right, top = (float(side) for side in figure.A.BBox)
        image = images[pages.index(figure.Pg.objgen)]
        box = round(left), round(612 - top), round(right), round(612 - bottom)
        colours: Any = image.crop(box).getcolors(10_000)
        assert {(255, 0, 0), (0, 0, 255)} <= {colour for _, colour in colours}
        around = image.crop((box[0] - 3, box[1] - 3, box[2] + 3, box[3] + 3))
        assert around.getpixel((0, 0)) == (255, 255, 255)


def test_the_picture_and_the_fonts_stand_in_the_file_once(store: IllustrationStore) -> None:
    pdf = opened(sheets(numbered(12, Paper.A4), store, Paper.A4, FoldOptions()))
    forms = [thing for thing in pdf.objects if isinstance(thing, pikepdf.Stream) and "/BBox" in thing]
    assert len(forms) == 1
    fonts = [thing for thing in pdf.objects if isinstance(thing, pikepdf.Stream) and "/Length1" in thing]
    assert len(fonts) == 2


def test_sheets_take_no_more_room_than_pages(store: IllustrationStore) -> None:
    value = numbered(24, Paper.A4)
    plain = draw_booklet(value, store, date=DATE)
    assert len(sheets(value, store, Paper.A4, FoldOptions())) < len(plain) * 1.02


def test_boxes_to_tick_are_of_no_use_on_paper(store: IllustrationStore, tmp_path: Path) -> None:
    value = numbered(4, Paper.A4)
    elements = (*value.elements, Element(Role.FORM, 1))
    field = TickField(len(elements) - 1, Box(40, 400, 9, 9), "done", "Done")
    ticked = replace(
        value, elements=elements, pages=(replace(value.pages[0], fields=(field,)), *value.pages[1:])
    )
    for options in (FoldOptions(), FoldOptions(duplex=Duplex.MANUAL)):
        source = sheets(ticked, store, Paper.A4, options)
        assert failed_rules(source, tmp_path) == []
        pdf = opened(source)
        assert "/AcroForm" not in pdf.Root
        assert not any("/Annots" in page for page in pdf.pages)
        assert not [
            thing
            for thing in pdf.objects
            if isinstance(thing, pikepdf.Dictionary) and thing.get("/S") == "/Form"
        ]


def test_by_hand_the_first_page_says_which_are_fronts_and_backs(store: IllustrationStore) -> None:
    source = sheets(numbered(9, Paper.A4), store, Paper.A4, FoldOptions(duplex=Duplex.MANUAL))
    pages = [text_of(source, page) for page in range(7)]
    assert len(opened(source).pages) == 7
    assert "Print pages 2 to 4 of this file" in pages[0].replace("\n", " ")
    assert "Print pages 5 to 7" in pages[0].replace("\n", " ")
    # Pages 2 to 4 are the outsides, from the outermost sheet in.
    assert [("Leaf 1\n" in text, "Leaf 3\n" in text, "Leaf 5\n" in text) for text in pages[1:4]] == [
        (True, False, False),
        (False, True, False),
        (False, False, True),
    ]
    assert [("Leaf 2\n" in text, "Leaf 4\n" in text, "Leaf 6\n" in text) for text in pages[4:]] == [
        (True, False, False),
        (False, True, False),
        (False, False, True),
    ]


@pytest.mark.parametrize(("right", "side"), [(282, 12), (292, 8)], ids=["left", "right"])
def test_the_clearance_is_that_of_the_page_that_comes_closest(right: float, side: float) -> None:
    pages = [
        [Mark(None, (Rectangle(Box(30, 20, 200, 50), Colour.TINT),))],
        [Mark(1, (line("Words", 180, 12),)), Mark(None, (Polyline(((50, 60), (right, 60))),))],
        [],
    ]
    value = booklet(pages, [Element(Role.PARAGRAPH, 0)])  # 300 by 200 points
    assert clearance_of(value) == Clearance(side, 20, pytest.approx(200 - 180 - 0.25 * 14))  # type: ignore[arg-type]


def test_print_beyond_the_page_leaves_no_clearance() -> None:
    value = booklet([[Mark(1, (Text(-5, 9, "Words", Face.REGULAR, 14),))]], [Element(Role.PARAGRAPH, 0)])
    clearance = clearance_of(value)
    assert (clearance.side, clearance.top) == (0, 0)
