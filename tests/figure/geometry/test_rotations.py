from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.figure.geometry import rotations as rot

angles = st.floats(-179, 179)
vectors = st.tuples(*[st.floats(-1, 1)] * 3).filter(lambda v: float(np.linalg.norm(v)) > 0.1)


def test_turning_left_takes_forward_to_the_left() -> None:
    assert np.allclose(rot.about_y(90) @ rot.direction("forward"), rot.direction("left"))


def test_tipping_forward_takes_up_to_forward() -> None:
    assert np.allclose(rot.about_x(90) @ rot.direction("up"), rot.direction("forward"))


def test_words_add_up_to_a_unit_direction() -> None:
    assert np.allclose(rot.direction("left+up"), [np.sqrt(0.5), np.sqrt(0.5), 0])


def test_an_unknown_word_is_refused() -> None:
    with pytest.raises(KeyError, match="sideways"):
        rot.direction("sideways")


@given(vectors, vectors)
def test_a_swing_takes_one_direction_to_the_other(one: tuple[float, ...], other: tuple[float, ...]) -> None:
    start, end = rot.unit(np.array(one)), rot.unit(np.array(other))
    if start @ end > -0.999:
        assert np.allclose(rot.swing(start, end) @ start, end, atol=1e-6)


@given(vectors, angles)
def test_the_twist_of_a_turn_about_its_own_axis_is_the_turn(axis: tuple[float, ...], angle: float) -> None:
    assert rot.twist_degrees(rot.about(np.array(axis), angle), rot.unit(np.array(axis))) == pytest.approx(
        angle, abs=1e-6
    )


def test_a_frame_is_square() -> None:
    frame = rot.frame(np.array([1.0, 1, 0]), np.array([0, 1.0, 1]))
    assert np.allclose(frame.T @ frame, np.eye(3))
