from __future__ import annotations

import numpy as np
import pytest

from generator.figure.geometry.soft_solids import Pillow, Roll, Slab

SIZE = np.array([0.6, 0.1, 0.4])
PILLOW = Pillow(np.array([0, 0.05, 0]), SIZE, np.eye(3))
SLAB = Slab(np.array([0, -0.05, 0]), np.array([1.0, 0.1, 2.0]), np.eye(3), 0.1, creased=True)
ROLL = Roll(np.array([-0.2, 0.05, 0]), np.array([0.2, 0.05, 0]), 0.05)


@pytest.mark.parametrize("solid", [PILLOW, SLAB, ROLL], ids=["pillow", "slab", "roll"])
def test_what_is_drawn_lies_on_the_surface(solid: Pillow | Slab | Roll) -> None:
    mesh = solid.mesh()
    rim = mesh.vertices[abs(mesh.vertices[:, 1] - mesh.vertices[:, 1].mean()) > 0.04]
    assert abs(solid.distance(rim)).max() < 0.003
    assert len(mesh.triangles) == len(mesh.face)
    assert np.allclose(np.linalg.norm(mesh.normals, axis=1), 1)


@pytest.mark.parametrize("solid", [PILLOW, SLAB], ids=["pillow", "slab"])
def test_what_is_drawn_faces_outwards(solid: Pillow | Slab) -> None:
    mesh = solid.mesh()
    assert solid.distance(mesh.vertices + mesh.normals * 0.01).min() > 0.004


def test_a_pillow_is_thick_in_the_middle_and_thin_at_its_rim() -> None:
    middle, edge, beside = PILLOW.top(np.array([[0, 0, 0], [0.28, 0, 0], [0.31, 0, 0]]))
    assert middle == pytest.approx(0.1)
    assert 0.05 < edge < 0.09
    assert beside == -np.inf


def test_a_pillow_says_how_near_it_is() -> None:
    assert PILLOW.distance(np.array([[0, 0.12, 0], [0, 0.09, 0]])) == pytest.approx([0.02, -0.01], abs=0.002)


def test_a_slab_has_round_corners() -> None:
    off = SLAB.distance(np.array([[0.5, -0.05, 1.0], [0.5, -0.05, 0.5], [0, 0.2, 0]]))
    assert off == pytest.approx([0.0414, 0, 0.2], abs=1e-3)


def test_a_mat_s_rim_is_no_face_of_its_own() -> None:
    flat = Slab(SLAB.centre, SLAB.size, SLAB.turn, 0.1, creased=False)
    assert [len(set(one.mesh().face.tolist())) for one in (SLAB, flat)] == [3, 2]


def test_nothing_is_deeper_in_a_pillow_than_the_pillow_is_thick() -> None:
    inside = np.random.default_rng(1).uniform(-0.5, 0.5, (500, 3)) * SIZE + PILLOW.centre
    assert (PILLOW.distance(inside) >= -SIZE[1] / 2 - 1e-9).all()
