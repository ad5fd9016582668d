"""The fonts and the way back from their codes to the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.text import fonts
from generator.text.faces import Face
from generator.text.fonts import FONT_FILES, FONT_FOLDER, font_for, load_font, to_unicode_map

if TYPE_CHECKING:
    from pathlib import Path


def test_every_font_is_there_with_its_licence() -> None:
    names = {name for files in FONT_FILES.values() for name in files}
    assert {path.name for path in FONT_FOLDER.glob("*.ttf")} == names
    for name in names:
        licence = FONT_FOLDER / f"{name.split('-')[0]}-OFL.txt"
        assert "SIL Open Font License" in licence.read_text(encoding="utf-8")


@pytest.mark.parametrize("face", Face)
def test_latin_is_set_in_the_main_font_and_other_alphabets_in_the_second(face: Face) -> None:
    main, fallback = FONT_FILES[face]
    assert {font_for(letter, face) for letter in "AaéßŁž–—“”½×°\N{NO-BREAK SPACE}"} == {main}
    assert {font_for(letter, face) for letter in "αЖậ"} == {fallback}
    assert {font_for(letter, face) for letter in "漢😀ש"} == {None}


def test_bold_is_never_printed_as_regular() -> None:
    regular, bold = (load_font(FONT_FILES[face][0]) for face in (Face.REGULAR, Face.BOLD))
    assert regular.face.name != bold.face.name
    assert regular.face.charWidths != bold.face.charWidths


def test_two_files_with_one_name_are_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    original = FONT_FILES[Face.REGULAR][0]
    load_font(original)
    (tmp_path / "Copy.ttf").write_bytes((FONT_FOLDER / original).read_bytes())
    monkeypatch.setattr(fonts, "FONT_FOLDER", tmp_path)
    with pytest.raises(RuntimeError, match="both named AtkinsonHyperlegibleNext-Regular"):
        load_font("Copy.ttf")


def test_the_unicode_map_leaves_out_unused_codes_and_pairs_surrogates() -> None:
    text = to_unicode_map("AAAAAA+Font", [0, 0x41, 0, 0x1F600])
    assert "<01> <0041>" in text
    assert "<03> <D83DDE00>" in text
    assert "2 beginbfchar" in text
    assert "<02> " not in text


def test_a_block_of_the_unicode_map_has_at_most_a_hundred_entries() -> None:
    lines = to_unicode_map("AAAAAA+Font", list(range(0x100, 0x1FF))).splitlines()
    assert [line for line in lines if line.endswith(" beginbfchar")] == [
        "100 beginbfchar",
        "100 beginbfchar",
        "55 beginbfchar",
    ]
