from __future__ import annotations

import numpy as np
import pytest

from generator.figure.geometry import rotations as rot
from generator.figure.geometry.surface import (
    DeltaMush,
    Subdivision,
    neighbour_mean,
    normals,
    smooth,
    triangles,
)

CORNERS = np.array([[x, y, z] for x in (-1.0, 1) for y in (-1.0, 1) for z in (-1.0, 1)])
CUBE = np.array([[0, 1, 3, 2], [4, 6, 7, 5], [0, 4, 5, 1], [2, 3, 7, 6], [0, 2, 6, 4], [1, 5, 7, 3]])


@pytest.mark.parametrize("faces", [CUBE, triangles(CUBE)], ids=["quads", "triangles"])
def test_normals_are_of_unit_length_and_point_outwards(faces: np.ndarray) -> None:
    found = normals(CORNERS, faces)
    assert np.allclose(np.linalg.norm(found, axis=1), 1)
    assert ((found * CORNERS).sum(1) > 0.9).all()


def test_a_closed_mesh_is_rounded_where_it_is_subdivided() -> None:
    finer = Subdivision(CUBE, len(CORNERS))
    points = finer.matrix @ CORNERS
    assert (len(points), len(finer.quads)) == (8 + 12 + 6, 24)
    assert np.allclose(np.linalg.norm(points[:8], axis=1), np.sqrt(3) * 5 / 9)
    assert np.allclose(np.linalg.norm(points[-6:], axis=1), 1)


def test_the_border_of_an_open_mesh_stays_in_its_plane_and_follows_itself_alone() -> None:
    flat = np.array([[0.0, 0, 0], [1, 0, 0], [1, 1, 0], [0, 1, 0]])
    points = Subdivision(np.array([[0, 1, 2, 3]]), 4).matrix @ flat
    assert np.allclose(points[:, 2], 0)
    assert np.allclose(points[0], [1 / 8, 1 / 8, 0])
    assert np.allclose(points[-1], [0.5, 0.5, 0])


def test_smoothing_moves_vertices_towards_their_neighbours() -> None:
    smaller = smooth(CORNERS, neighbour_mean(CUBE, 8), 3)
    assert np.allclose(smaller / np.abs(smaller).max(), CORNERS)
    assert np.abs(smaller).max() < 0.5


def test_delta_mush_gives_the_rest_shape_back_however_it_is_turned() -> None:
    mush = DeltaMush(CORNERS, CUBE)
    turn = rot.about(np.array([1.0, 2, 3]), 50)
    assert np.allclose(mush(CORNERS), CORNERS)
    assert np.allclose(mush(CORNERS @ turn.T), CORNERS @ turn.T)
