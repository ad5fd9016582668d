from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.figure.picture.framing import extent

if TYPE_CHECKING:
    from tests.figure.conftest import Make


def test_the_extent_holds_the_figure_and_its_arrows(stage: Make) -> None:
    plain = extent(stage("camera: {azimuth: 0, elevation: 0}"))
    assert 1.5 < plain.top < 2
    assert -0.1 < plain.bottom <= 0
    higher = extent(
        stage("camera: {azimuth: 0, elevation: 0}\narrows: [{path: [{at: [0, 1, 0]}, {at: [0, 2.5, 0]}]}]")
    )
    assert higher.top == pytest.approx(2.53)
    assert (higher.left, higher.right) == (plain.left, plain.right)


def test_a_close_up_shows_only_what_is_above_its_cut(stage: Make) -> None:
    feet_apart = "camera: {azimuth: 0, elevation: 0}\npose: {legs: {foot_at: [0.4, 0, 0]}}"
    whole, upper = extent(stage(feet_apart)), extent(stage(f"{feet_apart}\ncut_below: 0.9"))
    assert (upper.bottom, upper.top) == (0.9, whole.top)
    assert upper.right - upper.left < whole.right - whole.left
