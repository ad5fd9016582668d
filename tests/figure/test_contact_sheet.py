from __future__ import annotations

from typing import TYPE_CHECKING

from generator.figure import contact_sheet
from generator.figure.illustrations import Entry, write_index

if TYPE_CHECKING:
    from pathlib import Path


def test_the_sheet_shows_every_picture_by_its_name_from_start_to_end(
    tmp_path: Path, drawn: dict[str, str]
) -> None:
    names = {frame: f"one-{frame}.svg" for frame in ("end", "start")}
    for frame, name in names.items():
        (tmp_path / name).write_text(drawn[frame], encoding="utf-8")
    write_index({name: Entry("", (1.0, 1.0), (600, 600)) for name in names.values()}, tmp_path)
    sheet = contact_sheet.svg(tmp_path)
    assert 0 < sheet.index(">one-start<") < sheet.index(">one-end<")
    assert contact_sheet.write(tmp_path).read_bytes().startswith(b"\x89PNG")
