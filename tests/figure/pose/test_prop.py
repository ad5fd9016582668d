from __future__ import annotations

import numpy as np

from generator.figure.geometry.solids import Ball
from generator.figure.pose.prop import Prop, given

TWO = Prop("box", "box", tuple(("wood", Ball(np.array([x, 0.1, 0]), 0.1)) for x in (0.0, 1.0)), {})


def test_a_prop_is_as_near_as_its_nearest_solid_and_as_high_as_its_highest() -> None:
    assert np.allclose(TWO.distance(np.array([[1.0, 0.3, 0], [0.0, 0.4, 0]])), [0.1, 0.2])
    assert TWO.top(np.array([[1.0, 0, 0], [0.5, 0, 0]])).tolist() == [0.2, -np.inf]


def test_a_size_of_nothing_is_not_the_usual_one() -> None:
    assert [given(0.0, 2.0), given(None, 2.0)] == [0.0, 2.0]
