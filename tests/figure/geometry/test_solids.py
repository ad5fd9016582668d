from __future__ import annotations

import numpy as np
import pytest

from generator.figure.geometry.solids import Ball, Box, Cylinder, Floor, Solid

BOX = Box(np.array([0, 0.5, 0]), np.array([1.0, 1.0, 2.0]), np.eye(3))
ROLLER = Cylinder(np.array([-0.3, 0.1, 0]), np.array([0.3, 0.1, 0]), 0.1, 0.5)
BALL = Ball(np.array([0, 0.2, 0]), 0.2)


@pytest.mark.parametrize(
    ("solid", "point", "distance"),
    [
        (BOX, [0, 1.25, 0], 0.25),
        (BOX, [0, 0.5, 0], -0.5),
        (BOX, [0.8, 1.4, 0], 0.5),
        (ROLLER, [0, 0.1, 0.3], 0.2),
        (ROLLER, [0, 0.1, 0], -0.1),
        (ROLLER, [0.5, 0.1, 0], 0.2),
        (BALL, [0, 0.5, 0], 0.1),
        (Floor(), [3, 0.4, 1], 0.4),
    ],
)
def test_distance_is_signed_and_in_metres(solid: Solid, point: list[float], distance: float) -> None:
    assert solid.distance(np.array([point], float))[0] == pytest.approx(distance)


@pytest.mark.parametrize(
    ("solid", "point", "height"),
    [
        (BOX, [0.4, 0, 0.9], 1.0),
        (BOX, [0.6, 0, 0], -np.inf),
        (ROLLER, [0.2, 0, 0], 0.2),
        (ROLLER, [0.2, 0, 0.06], 0.18),
        (ROLLER, [0.4, 0, 0], -np.inf),
        (BALL, [0, 9, 0], 0.4),
        (BALL, [0.3, 0, 0], -np.inf),
        (Floor(), [1, 1, 1], 0),
    ],
)
def test_the_top_is_what_a_body_rests_on(solid: Solid, point: list[float], height: float) -> None:
    assert solid.top(np.array([point], float))[0] == pytest.approx(height)


@pytest.mark.parametrize("solid", [BOX, ROLLER, BALL])
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
