from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.figure.picture import camera
from generator.figure.picture.scene import Scene, darker, extent

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


def test_layers_are_numbered_from_one_the_figure_s_before_the_props(stage: Make) -> None:
    made = stage("props: [{kind: bar, at: [0, 1]}, {kind: ball, at: [0.5, 0.5]}]")
    scene = Scene(made, camera.crops({"": extent(made)}, 0.4)[""])
    figure = len(scene.layers) - 6
    assert scene.prop_numbers == {"bar": list(range(figure + 1, figure + 6)), "ball": [figure + 6]}
    assert not scene.is_figure[0]
    assert scene.is_figure[1 : figure + 1].all()
    assert not scene.is_figure[figure + 1 :].any()
    assert set(scene.prop_numbers["ball"]) <= set(scene.buffers.layer.tolist())


def test_a_colour_is_darkened_to_a_share_of_its_brightness() -> None:
    assert darker("#64c8ff", 0.5) == "#326480"
