"""`thoracic draw`: one picture from a pose file."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from generator.problems import BadDataError, UsageError
from generator.resources import DATA
from generator.workflows.picture import draw_pose

if TYPE_CHECKING:
    from generator.problems import Problem

POSE = str(DATA / "poses" / "side-stretch.yaml")


def problems_of(pose: str, frame: str = "end", output: str = "a.svg", height: str = "900") -> list[Problem]:
    with pytest.raises((UsageError, BadDataError)) as caught:
        draw_pose(pose, frame, output, height)
    return list(caught.value.problems)


def test_a_picture_is_drawn_as_svg_and_as_png_of_the_height_asked_for() -> None:
    target, svg = draw_pose(POSE, "start", "", "900")
    assert target == Path("side-stretch-start.svg")
    assert svg.startswith(b"<svg ")
    _, png = draw_pose(POSE, "start", "picture.PNG", "240")
    with Image.open(io.BytesIO(png)) as picture:
        assert (picture.format, picture.height) == ("PNG", 240)
        grey = picture.convert("L")
        assert grey.getpixel((1, 1)) == 255, "on white"
        assert min(grey.tobytes()) < 80, "with dark lines"


def test_all_that_is_wrong_is_said_at_once() -> None:
    found = problems_of("nowhere.yaml", output="picture.gif", height="10000")
    assert [problem.path for problem in found] == ["--output", "--height", "nowhere.yaml"]


@pytest.mark.parametrize("height", ["0", "49", "4001", "tall", "-5", "1e3"])
def test_heights_out_of_bounds_are_refused(height: str) -> None:
    (problem,) = problems_of(POSE, height=height)
    assert str(problem) == "--height  must be a whole number from 50 to 4000"


def test_a_frame_that_is_not_there_is_refused_with_those_that_are() -> None:
    (problem,) = problems_of(POSE, frame="middle")
    assert "start" in problem.hint


def test_a_pose_file_with_a_mistake_is_refused_with_its_place(tmp_path: Path) -> None:
    path = tmp_path / "pose.yaml"
    path.write_text(Path(POSE).read_text(encoding="utf-8").replace("person:", "persn:"), encoding="utf-8")
    assert any("person" in problem.hint for problem in problems_of(str(path)))


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    engine = ("generator.figure.illustrations", "generator.figure.picture.")
    for module in [name for name in sys.modules if name.startswith(engine)]:
        monkeypatch.delitem(sys.modules, module)
    monkeypatch.setitem(sys.modules, "scipy", None)
    monkeypatch.setitem(sys.modules, "numpy", None)
    (problem,) = problems_of(POSE)
    assert "thoracic-routines[draw]" in problem.hint
