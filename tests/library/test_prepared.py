from __future__ import annotations

import dataclasses
import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from generator.library import prepared
from generator.library.loading import load_library
from generator.library.prepared import load_prepared, own_library, prepare
from generator.library.vocabulary import Action, ShownSide
from generator.resources import DATA

if TYPE_CHECKING:
    from pathlib import Path

    from generator.library.model import Library
    from tests.library.conftest import SmallLibrary


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library()


def test_the_committed_copy_is_fresh_and_the_same_as_the_data(library: Library) -> None:
    assert load_prepared("en") == library, "run make prepare"


def test_the_order_of_mappings_survives(library: Library) -> None:
    copy = own_library()
    assert list(copy.words.glossary) == list(library.words.glossary)
    assert [list(one.serves) for one in copy.exercises] == [list(one.serves) for one in library.exercises]


def copied_data(folder: Path) -> Path:
    for path in DATA.rglob("*.yaml"):
        target = folder / path.relative_to(DATA)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(path.read_bytes())
    return folder


@pytest.mark.parametrize(
    "change",
    [
        lambda data: (data / "sources.yaml").write_text("# nothing\n"),
        lambda data: (data / "precautions.yaml").write_text("{}\n"),
        lambda data: (data / "precautions.yaml").unlink(),
        lambda data: (data / "words/en/conditions.yaml").write_text("{}\n"),
        lambda data: (data / "exercises/hanging.yaml").unlink(),
        lambda data: (data / "exercises/hanging.yaml").rename(data / "exercises/swinging.yaml"),
        lambda data: (data / "words/en/glossary.yaml").write_text(""),
        lambda data: (data / "words/en/exercises/new.yaml").write_text("id: new\n"),
    ],
    ids=[
        "a changed file",
        "emptied precautions",
        "no precautions",
        "no words of conditions",
        "one less",
        "another name",
        "emptied words",
        "one more",
    ],
)
def test_any_change_of_the_data_sets_the_copy_aside(library: Library, tmp_path: Path, change: object) -> None:
    data = copied_data(tmp_path / "data")
    prepare(library, data, tmp_path)
    assert load_prepared("en", data, tmp_path) == library
    assert callable(change)
    change(data)
    assert load_prepared("en", data, tmp_path) is None


def test_files_that_nobody_touched_are_read_once(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = copied_data(tmp_path / "data")
    prepare(library, data, tmp_path)
    read: list[str] = []
    read_bytes = type(data).read_bytes

    def counted(path: Path) -> bytes:
        read.append(path.name)
        return read_bytes(path)

    monkeypatch.setattr(type(data), "read_bytes", counted)
    assert load_prepared("en", data, tmp_path) == library
    read.clear()
    assert load_prepared("en", data, tmp_path) == library
    assert read == []
    (data / "kit.yaml").write_bytes((data / "kit.yaml").read_bytes()[::-1])  # of the same length
    assert load_prepared("en", data, tmp_path) is None


@pytest.mark.parametrize("content", ["", "{", "[]", '{"digest": 1}', "null"])
def test_a_broken_copy_is_set_aside(tmp_path: Path, content: str) -> None:
    (tmp_path / "library-en.json").write_text(content)
    assert load_prepared("en", DATA, tmp_path) is None


def test_a_copy_of_another_shape_is_set_aside(library: Library, tmp_path: Path) -> None:
    path = prepare(library, DATA, tmp_path)
    content = json.loads(path.read_text(encoding="utf-8"))
    content["library"]["exercises"][0]["weight"] = 3
    path.write_text(json.dumps(content), encoding="utf-8")
    assert load_prepared("en", DATA, tmp_path) is None


def test_without_a_copy_the_data_are_read(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(prepared, "load_prepared", lambda _language: None)
    assert own_library("en") == library


def test_pictures_of_ones_own_are_kept(library: Library, tmp_path: Path) -> None:
    first, *others = library.exercises
    changed = dataclasses.replace(
        first, own_pictures={"start": "pictures/a.png", "end": "b.svg"}, shown_side=ShownSide.RIGHT
    )
    given = dataclasses.replace(library, exercises=(changed, *others))
    prepare(given, DATA, tmp_path)
    assert load_prepared("en", DATA, tmp_path) == given


def test_a_language_without_words_has_no_copy() -> None:
    assert load_prepared("xx") is None


def test_every_field_of_the_library_is_kept(library: Library, tmp_path: Path) -> None:
    prepare(library, DATA, tmp_path)
    copy = load_prepared("en", DATA, tmp_path)
    assert copy is not None
    assert dataclasses.asdict(copy) == dataclasses.asdict(library)


def test_every_part_of_a_condition_is_kept(small: SmallLibrary, tmp_path: Path) -> None:
    given = small.load()
    prepare(given, small.folder, tmp_path)
    copy = load_prepared("en", small.folder, tmp_path)
    assert copy == given
    assert isinstance(copy.precautions["stiff-back"].rules[0].action, Action)
    assert list(copy.precautions) == list(given.precautions)


def test_a_copy_is_read_without_the_checker(library: Library, tmp_path: Path) -> None:
    prepare(library, DATA, tmp_path)
    program = (
        "import sys; from pathlib import Path; from generator.library.prepared import load_prepared, DATA;"
        f" assert load_prepared('en', DATA, Path({str(tmp_path)!r}));"
        " print(sorted({'pydantic', 'yaml'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
