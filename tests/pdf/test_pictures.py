"""The store of pictures and its prepared file."""

from __future__ import annotations

import re
import subprocess
import sys
import zlib
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from generator.booklet.model import Box, Element, Mark, Picture, Role
from generator.library.loading import load_library
from generator.pdf import svg
from generator.pdf.document import draw_booklet
from generator.pdf.palette import COLOUR, INK_SAVER
from generator.pdf.pictures import PREPARED, IllustrationStore, is_fresh, own_pictures, prepare
from generator.pdf.svg import read_svg
from generator.problems import BadDataError
from generator.resources import ASSETS
from tests.pdf.samples import (
    DATE,
    PICTURE,
    assert_pixel,
    booklet,
    every_kind,
    opened,
    picture_folder,
    rendered,
)
from tests.programs import failed_rules

if TYPE_CHECKING:
    from pathlib import Path

    from generator.pdf.palette import Palette


HOUSE = ASSETS / "illustrations"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return picture_folder(tmp_path)


@pytest.fixture
def readings(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that are read as SVG."""
    read: list[str] = []

    def counted(source: bytes, file: str) -> object:
        read.append(file)
        return read_svg(source, file)

    monkeypatch.setattr(svg, "read_svg", counted)
    return read


def test_a_picture_has_the_proportion_of_its_view_box(folder: Path) -> None:
    assert IllustrationStore(folder).proportion("lean-start") == 2


@pytest.mark.parametrize(
    "name", ["nowhere", "../lean-start", "lean-start.svg", "", "Lean-start", "lean--start"]
)
def test_what_is_not_in_the_folder_has_no_proportion_and_no_drawing(folder: Path, name: str) -> None:
    inner = folder / "inner"
    inner.mkdir()
    assert IllustrationStore(inner).proportion(name) is None
    with pytest.raises(BadDataError, match="there is no picture"):
        IllustrationStore(inner).picture_object(name)


def test_a_picture_is_read_once(folder: Path, readings: list[str]) -> None:
    store = IllustrationStore(folder)
    assert store.picture_object("lean-start") is store.picture_object("lean-start")
    assert store.proportion("lean-start") == 2
    assert readings == [str(folder / "lean-start.svg")]


def test_a_prepared_picture_is_not_read_at_all_and_the_same(folder: Path, readings: list[str]) -> None:
    read = IllustrationStore(folder).picture_object("lean-start")
    prepare(folder)
    readings.clear()
    assert IllustrationStore(folder).picture_object("lean-start") == read
    assert readings == []
    assert is_fresh(folder)


def test_a_prepared_file_made_anew_takes_the_place_of_the_old_one(folder: Path, readings: list[str]) -> None:
    prepare(folder)
    assert IllustrationStore(folder).proportion("lean-start") == 2
    (folder / "lean-start.svg").write_text(
        PICTURE.replace('viewBox="0 0 20 10"', 'viewBox="0 0 10 10"'), "utf-8"
    )
    prepare(folder)
    readings.clear()
    assert IllustrationStore(folder).proportion("lean-start") == 1
    assert readings == []


def test_a_changed_picture_is_read_anew(folder: Path, readings: list[str]) -> None:
    prepare(folder)
    (folder / "lean-start.svg").write_text(
        PICTURE.replace('viewBox="0 0 20 10"', 'viewBox="0 0 10 10"'), "utf-8"
    )
    readings.clear()
    assert IllustrationStore(folder).proportion("lean-start") == 1
    assert readings
    assert not is_fresh(folder)


def test_a_new_and_a_removed_picture_make_the_prepared_file_stale(folder: Path) -> None:
    prepare(folder)
    (folder / "other.svg").write_text(PICTURE, "utf-8")
    assert not is_fresh(folder)
    assert IllustrationStore(folder).proportion("other") == 2
    prepare(folder)
    (folder / "other.svg").unlink()
    assert not is_fresh(folder)
    assert IllustrationStore(folder).proportion("other") is None


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"not json\n",
        b"[]\n",
        b'{"version":0}\n',
        b'{"version":1}\n',
        b'{"version":1,"pictures":{"a":1}}\n',
    ],
)
def test_a_prepared_file_that_cannot_be_understood_is_passed_over(folder: Path, content: bytes) -> None:
    (folder / PREPARED).write_bytes(content)
    assert IllustrationStore(folder).proportion("lean-start") == 2
    assert not is_fresh(folder)


def test_preparing_twice_gives_the_same_file_and_leaves_nothing_else(folder: Path) -> None:
    first = prepare(folder).read_bytes()
    assert prepare(folder).read_bytes() == first
    assert {path.name for path in folder.iterdir()} == {"lean-start.svg", PREPARED}


def test_all_bad_pictures_are_told_and_nothing_is_written(folder: Path) -> None:
    (folder / "a.svg").write_text("<svg/>", "utf-8")
    (folder / "b.svg").write_text("<g/>", "utf-8")
    with pytest.raises(BadDataError) as caught:
        prepare(folder)
    files = {problem.file for problem in caught.value.problems}
    assert files == {str(folder / "a.svg"), str(folder / "b.svg")}
    assert not (folder / PREPARED).exists()


@pytest.mark.parametrize("make_ready", [True, False], ids=["prepared", "read"])
def test_house_pictures_are_outlines_for_the_ink_saver(folder: Path, make_ready: bool) -> None:
    if make_ready:
        prepare(folder)
    value, store = every_kind(folder)
    page = rendered(draw_booklet(value, store, date=DATE, palette=INK_SAVER))
    for ground in ((30, 115), (65, 125), (65, 105)):  # red, blue, white
        assert_pixel(page, ground, (255, 255, 255))
    assert_pixel(rendered(draw_booklet(value, store, date=DATE, palette=COLOUR)), (30, 115), (255, 0, 0))


def test_lines_and_arrows_are_black_for_the_ink_saver_and_their_halos_white(folder: Path) -> None:
    line = '<line x1="0" y1="5" x2="20" y2="5" stroke="#ff0000" stroke-width="4"/>'
    halo = '<line x1="0" y1="5" x2="5" y2="5" stroke="#ffffff" stroke-width="4"/>'
    arrow = '<rect x="16" y="0" width="4" height="2" fill="#00566b"/>'
    (folder / "line.svg").write_text(PICTURE.replace("</svg>", f"{line}{halo}{arrow}</svg>"), "utf-8")
    value = booklet([[Mark(1, (Picture("line", Box(0, 0, 200, 100)),))]], [Element(Role.FIGURE, 0, alt="x")])
    page = rendered(draw_booklet(value, IllustrationStore(folder), date=DATE, palette=INK_SAVER))
    assert_pixel(page, (150, 45), (0, 0, 0))
    assert_pixel(page, (25, 45), (255, 255, 255))
    assert_pixel(page, (180, 10), (0, 0, 0))


def test_lines_are_half_as_wide_again_for_the_ink_saver(folder: Path) -> None:
    line = '<line x1="0" y1="5" x2="20" y2="5" stroke="#ff0000" stroke-width="2.4"/>'
    (folder / "line.svg").write_text(PICTURE.replace("</svg>", f"{line}</svg>"), "utf-8")
    store = IllustrationStore(folder)
    plain, outlined = (
        re.findall(rb"([\d.]+) w\b", zlib.decompress(store.picture_object("line", grey=grey).content))
        for grey in (False, True)
    )
    assert plain
    assert [float(width) for width in outlined] == pytest.approx([1.5 * float(width) for width in plain])


@pytest.mark.parametrize("name", sorted(path.stem for path in HOUSE.glob("*.svg")))
def test_every_house_picture_has_black_lines_on_white_and_nothing_else_for_the_ink_saver(name: str) -> None:
    operators = zlib.decompress(IllustrationStore(HOUSE).picture_object(name, grey=True).content)
    inks = set(re.findall(rb"[\d.]+ [gG]\b", operators))
    assert {b"1 g", b"0 G"} <= inks <= {b"0 g", b"1 g", b"0 G", b"1 G"}
    assert not re.findall(rb"\b(?:rg|RG)\b", operators)


def test_a_grey_picture_is_made_once(folder: Path) -> None:
    store = IllustrationStore(folder)
    assert store.picture_object("lean-start", grey=True) is store.picture_object("lean-start", grey=True)
    assert store.picture_object("lean-start", grey=True) != store.picture_object("lean-start")


class TestOwn:
    """Pictures that a library has of its own."""

    @pytest.fixture
    def photo(self, folder: Path) -> Path:
        path = folder / "photo.svg"  # what it is is in the file, not in its name
        Image.new("RGB", (400, 400), (0, 128, 0)).save(path, "PNG")
        return path

    def refusal(self, path: Path) -> str:
        with pytest.raises(BadDataError) as caught:
            IllustrationStore(path.parent, {"lean-start": path}).proportion("lean-start")
        (problem,) = caught.value.problems
        assert problem.file == str(path)
        return str(problem).partition("  ")[2]

    def test_they_come_before_the_houses(self, folder: Path, photo: Path) -> None:
        own = folder / "mine.PNG"
        own.write_text("\ufeff\n" + PICTURE.replace("0 0 20 10", "0 0 20 20"), "utf-8")
        store = IllustrationStore(folder, {"lean-start": photo, "lean-end": own})
        assert store.proportion("lean-start") == 1
        assert store.picture_object("lean-end").proportion == 1
        assert store.proportion("lean-way") is None
        assert IllustrationStore(folder, {"lean-end": photo}).proportion("lean-start") == 2

    def test_a_library_says_which(self, tmp_path: Path) -> None:
        library = load_library()
        first, second, *others = library.exercises
        first = replace(first, own_pictures={"start": "pictures/a.png", "end": "b.svg"})
        library = replace(library, exercises=(first, second, *others))
        assert own_pictures(library, tmp_path) == {
            f"{first.id}-start": tmp_path / "pictures/a.png",
            f"{first.id}-end": tmp_path / "b.svg",
        }

    @pytest.mark.parametrize("palette", [COLOUR, INK_SAVER], ids=["colour", "ink saver"])
    def test_one_file_stands_in_the_booklet_once_however_often_it_is_placed(
        self, tmp_path: Path, photo: Path, palette: Palette
    ) -> None:
        store = IllustrationStore(tmp_path, {"lean-start": photo, "lean-end": photo})
        marks = [
            Mark(1, (Picture(name, Box(left, 10, 40, 40), mirrored=left > 80),))
            for name in ("lean-start", "lean-end")
            for left in (10, 60, 110)
        ]
        value = booklet([marks, marks], [Element(Role.FIGURE, 0, alt="x")])
        file = draw_booklet(value, store, date=DATE, palette=palette)
        with opened(file) as pdf:
            assert len(pdf.pages[0].resources.XObject) == 1
        assert failed_rules(file, tmp_path) == []

    def test_only_what_is_asked_for_is_read(self, folder: Path, photo: Path) -> None:
        own = {"lean-start": photo, "lean-end": folder / "nowhere.png"}
        assert IllustrationStore(folder, own).picture_object("lean-start").proportion == 1

    def test_a_file_that_is_gone(self, folder: Path) -> None:
        assert self.refusal(folder / "gone.png") == "cannot be read: No such file or directory"

    def test_too_many_bytes(self, folder: Path) -> None:
        path = folder / "large.png"
        with path.open("wb") as file:
            file.truncate(10_000_001)
        assert (
            self.refusal(path) == "has 10,000,001 bytes, which is more than 10,000,000 → save a smaller one"
        )

    @pytest.mark.parametrize(
        ("size", "relation"), [((1_601, 400), "wider"), ((400, 1_601), "taller")], ids=["wide", "high"]
    )
    def test_too_long_a_shape(self, folder: Path, size: tuple[int, int], relation: str) -> None:
        path = folder / "long.png"
        Image.new("1", size).save(path)
        assert self.refusal(path) == f"is {relation} than 4 to 1 → crop it to what matters"

    def test_another_kind(self, folder: Path) -> None:
        path = folder / "text.png"
        path.write_text("not a picture", "utf-8")
        assert self.refusal(path).startswith("is neither SVG nor PNG nor JPEG")

    def test_every_fault_of_an_svg_is_told_in_its_place(self, folder: Path) -> None:
        path = folder / "mine.svg"
        path.write_text(PICTURE.replace("</svg>", "<text>a</text>\n<image/>\n</svg>"), "utf-8")
        with pytest.raises(BadDataError) as caught:
            IllustrationStore(folder, {"lean-start": path}).proportion("lean-start")
        places = [(problem.file, problem.line, problem.column) for problem in caught.value.problems]
        assert places == [(str(path), 4, 1), (str(path), 5, 1)]

    def test_pillow_is_left_alone_when_all_pictures_are_the_houses(self, folder: Path) -> None:
        code = (
            "import pathlib, sys\n"
            "from generator.pdf.pictures import IllustrationStore\n"
            "store = IllustrationStore(pathlib.Path(sys.argv[1]), {'lean-end': pathlib.Path('photo.png')})\n"
            "store.picture_object('lean-start', grey=True)\n"
            "sys.exit('generator.pdf.raster' in sys.modules)"
        )
        done = subprocess.run([sys.executable, "-c", code, folder], check=False)
        assert done.returncode == 0
