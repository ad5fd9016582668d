from __future__ import annotations

import io
import json
import re
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PIL import Image

from generator.figure import illustrations, png
from generator.pdf.pictures import is_fresh
from generator.problems import BadDataError
from tests.figure.samples import COARSE, SAMPLE

if TYPE_CHECKING:
    from pathlib import Path

    from tests.figure.conftest import Pose


def test_the_same_pose_makes_the_same_bytes(drawn: dict[str, str], pose: Pose) -> None:
    assert illustrations.draw_pose(pose(SAMPLE), "end", COARSE) == drawn["end"]


def test_a_frame_that_does_not_exist_is_refused(pose: Pose) -> None:
    with pytest.raises(BadDataError, match=r"no frame 'way'.*start, end"):
        illustrations.draw_pose(pose(SAMPLE), "way", COARSE)


def test_changed_poses_are_drawn_and_the_index_tells_that_they_are_fresh(tmp_path: Path) -> None:
    poses, folder = tmp_path / "poses", tmp_path / "pictures"
    poses.mkdir()
    (poses / "one.yaml").write_text("person: man-1\nframes: {start: {}}\n", encoding="utf-8")
    assert [path.stem for path in illustrations.changed(poses, folder)] == ["one"]
    done: list[str] = []
    illustrations.draw_changed(
        illustrations.changed(poses, folder), folder, lambda path: done.append(path.stem), COARSE
    )
    assert done == ["one"]
    assert illustrations.changed(poses, folder) == []
    entry = illustrations.read_index(folder)["one-start.svg"]
    svg = (folder / "one-start.svg").read_text(encoding="utf-8")
    assert f'viewBox="0 0 {entry.size[0]} {entry.size[1]}"' in svg
    assert 1.6 < entry.metres[1] < 2.0
    (poses / "one.yaml").write_text("person: man-2\nframes: {start: {}}\n", encoding="utf-8")
    assert [path.stem for path in illustrations.changed(poses, folder)] == ["one"]


def test_a_bad_file_does_not_keep_the_others_from_being_drawn(tmp_path: Path) -> None:
    bad, good = tmp_path / "bad.yaml", tmp_path / "good.yaml"
    bad.write_text("person: nobody\nframes: {start: {}}\n", encoding="utf-8")
    good.write_text("person: man-1\nframes: {start: {}}\n", encoding="utf-8")
    with pytest.raises(BadDataError, match="nobody"):
        illustrations.draw_changed([bad, good], tmp_path, detail=COARSE)
    assert list(json.loads((tmp_path / "index.json").read_text())) == ["good-start.svg"]


def test_committed_pictures_are_fresh() -> None:
    stale = [path.stem for path in illustrations.changed()]
    assert stale == [], "draw them again: python -m generator.figure"


def test_a_committed_picture_drawn_again_is_the_same() -> None:
    name = "side-stretch-end"
    committed = (illustrations.ILLUSTRATIONS / f"{name}.svg").read_text(encoding="utf-8")
    again = illustrations.draw_pose(illustrations.POSES / "side-stretch.yaml", "end")
    pixels = [np.asarray(_grey(svg), dtype=float) for svg in (committed, again)]
    # On another kind of processor a contour may fall one pixel aside; nothing else may differ.
    assert np.abs(pixels[0] - pixels[1]).mean() < 0.2
    assert re.findall(r"[a-z-]+=\"#?[a-z0-9.]+\"", committed) == re.findall(
        r"[a-z-]+=\"#?[a-z0-9.]+\"", again
    )


def _grey(svg: str) -> Image.Image:
    return Image.open(io.BytesIO(png.png_from_svg(svg, 500))).convert("L")


def test_committed_pictures_are_small_and_prepared_for_the_page() -> None:
    sizes = {path.stem: path.stat().st_size for path in illustrations.ILLUSTRATIONS.glob("*.svg")}
    assert len(sizes) >= 34
    assert max(sizes.values()) <= 32_000  # with a ghost and an inset
    assert is_fresh(illustrations.ILLUSTRATIONS), "prepare them again: make pictures"
    assert (illustrations.ILLUSTRATIONS / "contact-sheet.png").is_file()
