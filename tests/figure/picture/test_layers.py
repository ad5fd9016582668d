from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from generator.figure.body.wardrobe import BOTTOM, EYE, SKIN
from generator.figure.picture.layers import BOTTOM_PARTS, Dresser, prop_layers
from generator.figure.pose.stage import part_vertices

if TYPE_CHECKING:
    from generator.figure.geometry.rotations import Array
    from tests.figure.conftest import Make, View


@pytest.mark.parametrize(
    ("person", "layers"),
    [pytest.param("woman-1", 8, id="with a bun"), pytest.param("man-1", 7, id="with short hair")],
)
def test_a_figure_is_skin_eyes_hair_and_three_garments(stage: Make, person: str, layers: int) -> None:
    assert len(Dresser(stage("position: standing", person)).layers()) == layers


@pytest.mark.parametrize(("eyes", "seen"), [("open", EYE), ("closed", SKIN)], ids=["open", "closed"])
def test_only_open_eyes_are_seen(stage: Make, eyes: str, seen: int) -> None:
    _, *balls = Dresser(stage(f"eyes: {eyes}")).layers()[:3]

    def interpolate(values: Array) -> Array:
        return values

    for ball in balls:
        region, _, _ = ball.region(np.zeros((2, 3)), interpolate)
        assert region.tolist() == [seen, seen]


def test_shirt_and_shoes_lie_outside_the_skin(stage: Make) -> None:
    made = stage("position: standing", "man-1")
    *_, top, _, shoes = (layer.vertices[np.unique(layer.triangles)] for layer in Dresser(made).layers())
    chest, foot = (made.vertices[part_vertices("man-1", part)] for part in ("chest", "left_foot"))
    assert 0.005 < top[:, 2].max() - chest[:, 2].max() < 0.05
    assert 0.002 < shoes[:, 2].max() - foot[:, 2].max() < 0.05


def test_each_solid_of_a_prop_is_a_layer_with_its_fill(stage: Make) -> None:
    found = prop_layers(stage("props: [{kind: bar, name: rail, at: [0, 1]}, {kind: mat}]"))
    assert [(name, layer.fill) for name, layer in found] == [("rail", "metal")] * 5 + [("mat", "mat")]


def test_from_below_mat_and_pillow_are_left_out_but_not_a_ball(stage: Make) -> None:
    kinds = "{kind: mat}, {kind: bed}, {kind: pillow}, {kind: cushion}, {kind: ball, at: [0, 1]}"
    made = stage(f"props: [{kinds}]")
    assert {name for name, _ in prop_layers(made, below=True)} == {"ball"}


@pytest.mark.parametrize("azimuth", [0, 58, 180])
def test_the_hem_of_tight_trousers_is_level(scene: View, azimuth: int) -> None:
    """A calf that showed through above it would make a step."""
    seen = scene(f"camera: {{azimuth: {azimuth}}}", "woman-2", detail=2.0).buffers
    leg = (seen.grid("region") == BOTTOM) & (seen.grid("part") == BOTTOM_PARTS + 3)
    hem = int(np.nonzero(leg.any(1))[0][-1])
    columns = np.nonzero(leg[hem - 40])[0][4:-4]
    lowest = np.array([np.nonzero(leg[:, column])[0][-1] for column in columns])
    assert abs(np.diff(lowest)).max() <= 5
