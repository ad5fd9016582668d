from __future__ import annotations

import numpy as np
import pytest

from generator.figure.geometry.solids import Ball, Cuboid, Cylinder, Floor, Solid

BOX = Cuboid(np.array([0, 0.5, 0]), np.array([1.0, 1.0, 2.0]), np.eye(3))
ROLLER = Cylinder(np.array([-0.3, 0.1, 0]), np.array([0.3, 0.1, 0]), 0.1, 0.5)
BALL = Ball(np.array([0, 0.2, 0]), 0.2)


@pytest.mark.parametrize(
    ("solid", "point", "distance"),
    [
        pytest.param(BOX, [0, 1.25, 0], 0.25, id="above a box"),
        pytest.param(BOX, [0, 0.5, 0], -0.5, id="in the middle of a box"),
        pytest.param(BOX, [0.8, 1.4, 0], 0.5, id="off a box's edge"),
        pytest.param(ROLLER, [0, 0.1, 0.3], 0.2, id="beside a roller"),
        pytest.param(ROLLER, [0, 0.1, 0], -0.1, id="in the middle of a roller"),
        pytest.param(ROLLER, [0.5, 0.1, 0], 0.2, id="beyond a roller's end"),
        pytest.param(BALL, [0, 0.5, 0], 0.1, id="above a ball"),
        pytest.param(Floor(), [3, 0.4, 1], 0.4, id="above the floor"),
    ],
)
def test_distance_is_signed_and_in_metres(solid: Solid, point: list[float], distance: float) -> None:
    assert solid.distance(np.array([point], float))[0] == pytest.approx(distance)


@pytest.mark.parametrize(
    ("solid", "point", "height"),
    [
        pytest.param(BOX, [0.4, 0, 0.9], 1.0, id="on a box"),
        pytest.param(BOX, [0.6, 0, 0], -np.inf, id="beside a box"),
        pytest.param(ROLLER, [0.2, 0, 0], 0.2, id="along a roller's middle"),
        pytest.param(ROLLER, [0.2, 0, 0.06], 0.18, id="on a roller's flank"),
        pytest.param(ROLLER, [0.4, 0, 0], -np.inf, id="beyond a roller's end"),
        pytest.param(BALL, [0, 9, 0], 0.4, id="on a ball"),
        pytest.param(BALL, [0.3, 0, 0], -np.inf, id="beside a ball"),
        pytest.param(Floor(), [1, 1, 1], 0, id="on the floor"),
    ],
)
def test_the_top_is_what_a_body_rests_on(solid: Solid, point: list[float], height: float) -> None:
    assert solid.top(np.array([point], float))[0] == pytest.approx(height)


@pytest.mark.parametrize("solid", [BOX, ROLLER, BALL], ids=["box", "roller", "ball"])
def test_the_drawn_mesh_lies_on_the_surface(solid: Solid) -> None:
    mesh = solid.mesh()
    assert (
        abs(solid.distance(mesh.vertices)).max() < 0.101
    )  # the ring on a roller's end lies inside its circle
    assert abs(solid.distance(mesh.vertices)).min() < 1e-9
    assert len(mesh.triangles) == len(mesh.face)
    assert mesh.triangles.max() < len(mesh.vertices)


def test_the_floor_has_nothing_to_draw() -> None:
    assert len(Floor().mesh().triangles) == 0
