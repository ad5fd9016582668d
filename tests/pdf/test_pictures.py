"""The store of pictures and its prepared file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.pdf import svg
from generator.pdf.pictures import PREPARED, IllustrationStore, is_fresh, prepare
from generator.pdf.svg import read_svg
from generator.problems import BadDataError
from tests.pdf.samples import PICTURE, picture_folder

if TYPE_CHECKING:
    from pathlib import Path


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
        IllustrationStore(inner).drawing(name)


def test_a_picture_is_read_once(folder: Path, readings: list[str]) -> None:
    store = IllustrationStore(folder)
    assert store.drawing("lean-start") is store.drawing("lean-start")
    assert store.proportion("lean-start") == 2
    assert readings == [str(folder / "lean-start.svg")]


def test_a_prepared_picture_is_not_read_at_all_and_the_same(folder: Path, readings: list[str]) -> None:
    read = IllustrationStore(folder).drawing("lean-start")
    prepare(folder)
    readings.clear()
    assert IllustrationStore(folder).drawing("lean-start") == read
    assert readings == []
    assert is_fresh(folder)


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
