"""Shared by the tests of the figure room."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.figure.illustrations import draw_file
from generator.figure.picture import camera
from generator.figure.picture.framing import extent
from generator.figure.picture.scene import Scene
from generator.figure.pose.reading import frames, read_pose_file
from generator.figure.pose.stage import Stage, produce
from tests.figure.samples import COARSE, SAMPLE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Pose = Callable[[str], Path]
    Make = Callable[..., Stage]
    View = Callable[..., Scene]


@pytest.fixture
def pose(tmp_path: Path) -> Pose:
    """Writes a pose file and returns its path."""

    def write(text: str) -> Path:
        path = tmp_path / "pose.yaml"
        path.write_text(text, encoding="utf-8")
        return path

    return write


@pytest.fixture
def stage(pose: Pose) -> Make:
    """Puts a pose text's only frame `start` on stage; the text says everything but person and frames."""

    def make(text: str, person: str = "woman-1") -> Stage:
        path = pose(f"person: {person}\nframes: {{start: {{}}}}\n{text}")
        return produce(person, frames(read_pose_file(path))["start"])

    return make


@pytest.fixture
def scene(stage: Make) -> View:
    """A coarse scene of what `stage` makes; `detail` is raster pixels per SVG unit."""

    def make(text: str, person: str = "woman-1", detail: float = COARSE) -> Scene:
        made = stage(text, person)
        return Scene(made, camera.crops({"": extent(made)}, detail)[""])

    return make


@pytest.fixture(scope="session")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The pictures of `SAMPLE`, by frame."""
    path = tmp_path_factory.mktemp("poses") / "sample.yaml"
    path.write_text(SAMPLE, encoding="utf-8")
    return {frame: picture.svg for frame, picture in draw_file(path, COARSE).items()}
