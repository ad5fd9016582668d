from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from generator.figure.body import trunk
from generator.figure.body.points import point

if TYPE_CHECKING:
    from tests.figure.conftest import Make


@pytest.mark.parametrize("level", ["pelvis", "T10", "T5", "C7", "head"])
def test_the_middle_lies_inside_the_body(stage: Make, level: str) -> None:
    made = stage("pose: {thoracic: {flexion: 30}}")
    middle = trunk.middle(made.posture, level)
    near = made.vertices[np.linalg.norm(made.vertices - middle, axis=1) < 0.18]
    for axis in (0, 2):
        assert near[:, axis].min() < middle[axis] < near[:, axis].max()


def test_places_round_the_trunk_turn_with_it(stage: Make) -> None:
    made = stage("pose: {pelvis: {turn: 90}}")  # it faces its left: +x
    found = trunk.around(made.posture, "T7", 0.3, np.array([0.0, 90.0]), np.array([0.0, 0.1]))
    off = found - trunk.middle(made.posture, "T7")
    assert np.allclose(off[:, [0, 2]], [[0.3, 0], [0, -0.3]], atol=0.02)
    assert off[1, 1] - off[0, 1] == pytest.approx(0.1, abs=0.02)


def test_the_nearest_middle_is_at_the_height_of_the_place(stage: Make) -> None:
    posture = stage("").posture
    found = trunk.nearest_middle(posture, point(posture, "T4"))
    assert abs(found[1] - point(posture, "T4")[1]) < 0.02
