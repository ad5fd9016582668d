from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.figure.picture import curves

CIRCLE = np.array([[50 + 40 * np.cos(a), 50 + 40 * np.sin(a)] for a in np.linspace(0, 2 * np.pi, 200)])


def test_a_circle_is_fitted_closely_with_few_curves() -> None:
    found = curves.fitted(CIRCLE, 0.3, closed=True)
    points = np.vstack([curves.basis(np.linspace(0, 1, 50)) @ curve for curve in found])
    assert abs(np.hypot(*(points - 50).T) - 40).max() < 0.5
    assert len(found) <= 10


def test_curves_join_end_to_start() -> None:
    found = curves.fitted(CIRCLE[:150], 0.2)
    assert all(np.allclose(one[3], other[0]) for one, other in pairwise(found))


def test_smoothing_keeps_the_ends_of_an_open_line() -> None:
    rough = CIRCLE[:80] + np.tile([[0.5, 0], [-0.5, 0]], (40, 1))
    smooth = curves.smoothed(rough, 3.0, closed=False)
    assert np.allclose(smooth[[0, -1]], rough[[0, -1]])
    assert abs(np.diff(smooth, 2, axis=0)).max() < abs(np.diff(rough, 2, axis=0)).max() / 4


def test_a_square_keeps_its_corners() -> None:
    side = np.arange(0, 60, 1.0)
    square = np.vstack(
        [
            np.column_stack([side, 0 * side]),
            np.column_stack([0 * side + 60, side]),
            np.column_stack([60 - side, 0 * side + 60]),
            np.column_stack([0 * side, 60 - side]),
            [[0, 0]],
        ]
    )
    found = curves.fitted_edges(square, 0.85, 2.5, closed=True)
    assert len(found) == 4
    assert {tuple(np.round(curve[0])) for curve in found} == {(0, 0), (60, 0), (60, 60), (0, 60)}


@pytest.mark.parametrize(
    ("value", "text"),
    [(0.04, "0"), (-0.04, "0"), (0.5, ".5"), (-0.5, "-.5"), (12.0, "12"), (-3.26, "-3.3")],
    ids=str,
)
def test_numbers_are_as_short_as_they_go(value: float, text: str) -> None:
    assert curves.number(value) == text


def test_straight_pieces_become_lines() -> None:
    piece = curves.line(np.array([1.0, 2.0]), np.array([11.0, 2.0]))
    assert curves.path_data([piece], close=True) == "M1 2h10z"


def test_numbers_stand_apart_only_where_they_must() -> None:
    assert curves.joined_numbers([0.5, 0.25, 3, -1, 2, 0.5]) == ".5.2 3-1 2 .5"


def test_a_command_is_not_said_twice() -> None:
    places = [np.array(place, float) for place in ((0, 0), (3, 4), (5, 1), (5, 9), (5, 9))]
    pieces = [curves.line(one, other) for one, other in pairwise(places)]
    assert curves.path_data(pieces) == "M0 0l3 4 2-3v8"


def test_nothing_to_draw_is_no_path() -> None:
    assert curves.fitted(np.array([[1.0, 1.0], [1.0, 1.0]]), 0.5) == []
    assert curves.path_data([]) == ""


@given(st.lists(st.tuples(st.floats(0, 300), st.floats(0, 300)), min_size=4, max_size=40, unique=True))
def test_any_line_is_followed_from_its_first_to_its_last_point(points: list[tuple[float, float]]) -> None:
    line = np.array(points)
    found = curves.fitted(line, 1.0)
    if found:
        assert np.allclose(found[0][0], line[0])
        assert np.isfinite(np.array(found)).all()
