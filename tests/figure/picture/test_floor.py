from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from generator.figure.picture import camera
from generator.figure.picture.floor import floor
from generator.figure.picture.framing import extent
from generator.figure.picture.scene import Scene

if TYPE_CHECKING:
    from tests.figure.conftest import Make


def _floor(stage: Make, text: str) -> str:
    made = stage(text)
    return floor(Scene(made, camera.crops({"": extent(made)}, 0.4)[""]))


@pytest.mark.parametrize(
    ("text", "shadows"),
    [
        pytest.param("position: standing", 1, id="standing"),
        pytest.param("pose: {rest: [], pelvis: {at: [0, 1.5, 0]}}", 0, id="in the air"),
    ],
)
def test_the_floor_is_a_line_with_shadows_where_it_is_touched(stage: Make, text: str, shadows: int) -> None:
    drawn = _floor(stage, text)
    assert drawn.count("#e6e9eb") == shadows
    assert re.search(r'stroke="#98a6b0" stroke-width="1.6" d="M0 [\d.]+h\d+"/>$', drawn)


def test_a_mat_is_floor_enough(stage: Make) -> None:
    assert _floor(stage, "props: [kind: mat]") == ""


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("camera: {azimuth: 60, elevation: 50}", id="from high above"),
        pytest.param("props: [kind: bed]\nposition: lying_on_back\ncamera: {azimuth: 80}", id="under a bed"),
    ],
)
def test_no_line_crosses_the_picture_behind_a_bed_or_from_high_above(stage: Make, text: str) -> None:
    drawn = _floor(stage, text)
    assert "#98a6b0" not in drawn
    assert "#e6e9eb" in drawn  # its shadow stays


def test_a_close_up_has_no_floor(stage: Make) -> None:
    assert _floor(stage, "cut_below: 0.5") == ""


def test_a_bed_seen_from_below_needs_no_things_for_its_floor(stage: Make) -> None:
    text = "position: lying_on_back\ncamera: {azimuth: 180, elevation: -80}\nprops: [kind: bed]"
    assert "#98a6b0" not in _floor(stage, text)
