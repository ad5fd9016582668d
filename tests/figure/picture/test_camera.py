from __future__ import annotations

import re

import numpy as np
import pytest

from generator.figure.picture import camera
from generator.figure.pose.marks import Camera


def test_frames_share_height_so_that_they_stand_side_by_side(drawn: dict[str, str]) -> None:
    heights = {re.search(r'viewBox="0 0 \d+ (\d+)"', svg)[1] for svg in drawn.values()}  # type: ignore[index]
    assert len(heights) == 1


@pytest.mark.parametrize(
    ("azimuth", "to_the_right"),
    [(0, [1, 0, 0]), (90, [0, 0, -1]), (-90, [0, 0, 1])],
    ids=["from the front", "from its left", "from its right"],
)
def test_the_camera_goes_round_the_figure(azimuth: float, to_the_right: list[float]) -> None:
    assert np.allclose(camera.view(Camera(azimuth=azimuth, elevation=0))[0], to_the_right, atol=1e-9)


def test_crops_share_scale_and_floor_and_keep_the_print_s_size() -> None:
    extents = {"low": camera.Extent(-0.5, 1.5, 0, 0.6), "high": camera.Extent(-0.2, 0.2, -0.1, 1.8)}
    low, high = camera.crops(extents).values()
    assert (low.units_per_metre, low.top, low.height) == (high.units_per_metre, high.top, high.height)
    assert high.units[1] == pytest.approx(600, abs=1)
    assert low.units[0] <= 840
