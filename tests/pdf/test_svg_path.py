"""Outlines: paths, shapes and transforms."""

from __future__ import annotations

import pytest

from generator.pdf import svg_path
from generator.pdf.svg_path import Matrix, OutlineError


@pytest.mark.parametrize(
    ("written", "segments"),
    [
        pytest.param("M1 2L3 4", [("m", ((1, 2),)), ("l", ((3, 4),))], id="absolute"),
        pytest.param("m1 2 3 4", [("m", ((1, 2),)), ("l", ((4, 6),))], id="relative"),
        pytest.param(
            "M1,2 3,4-5.5.5",
            [("m", ((1, 2),)), ("l", ((3, 4),)), ("l", ((-5.5, 0.5),))],
            id="signs and points part numbers",
        ),
        pytest.param(
            "M1 2H5V6h-1v-1",
            [("m", ((1, 2),)), *(("l", (p,)) for p in ((5, 2), (5, 6), (4, 6), (4, 5)))],
            id="across and down",
        ),
        pytest.param("M0 0C1 1 2 2 3 3", [("m", ((0, 0),)), ("c", ((1, 1), (2, 2), (3, 3)))], id="curve"),
        pytest.param(
            "M1 1c1 1 2 2 3 3", [("m", ((1, 1),)), ("c", ((2, 2), (3, 3), (4, 4)))], id="relative curve"
        ),
        pytest.param(
            "M0 0S2 2 3 3",
            [("m", ((0, 0),)), ("c", ((0, 0), (2, 2), (3, 3)))],
            id="smooth without a curve before",
        ),
        pytest.param(
            "M0 0C0 1 2 1 2 0S4 1 4 0",
            [("m", ((0, 0),)), ("c", ((0, 1), (2, 1), (2, 0))), ("c", ((2, -1), (4, 1), (4, 0)))],
            id="smooth after a curve",
        ),
        pytest.param("M0 0Q3 3 6 0", [("m", ((0, 0),)), ("c", ((2, 2), (4, 2), (6, 0)))], id="quadratic"),
        pytest.param(
            "M1 1h2zl1 1", [("m", ((1, 1),)), ("l", ((3, 1),)), ("h", ()), ("l", ((2, 2),))], id="closed"
        ),
        pytest.param("M1e1 2E-1", [("m", ((10, 0.2),))], id="exponents"),
        pytest.param("", [], id="empty"),
    ],
)
def test_a_path_is_moves_lines_and_curves(written: str, segments: object) -> None:
    assert svg_path.path(written) == segments


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("L1 2", "begins with M"),
        ("1 2", "a command is missing"),
        ("M1", "needs more numbers"),
        ("M1 L2 3", "M needs more numbers before L"),
        ("M1 2A1 1 0 0 1 2 2", "“A1 1 0 0 1 2 2” is no part"),
        ("M0 0T1 1", "no part of a path"),
        ("M0 0z1 1", "a command is missing"),
        ("M nan 0", "no part of a path"),
        ("M1e9 0", "too large"),
        ("M1e999 0", "too large"),
        ("M0 0 L 1 2 #", "no part of a path"),
    ],
)
def test_what_is_no_path_is_refused(written: str, message: str) -> None:
    with pytest.raises(OutlineError, match=message):
        svg_path.path(written)


def test_transforms_apply_from_right_to_left() -> None:
    assert svg_path.transform("translate(10 20) scale(2)").apply((1, 1)) == (12, 22)
    assert svg_path.transform("scale(2,3) translate(10)").apply((1, 1)) == (22, 3)
    assert svg_path.transform("matrix(0 1 -1 0 5 6)").apply((1, 2)) == (3, 7)
    assert svg_path.transform("") == Matrix()


@pytest.mark.parametrize(
    "written",
    ["rotate(30)", "translate(1 2 3)", "scale()", "matrix(1 2 3)", "translate(a)", "scale(2", "skewX(1)"],
)
def test_other_transforms_are_refused(written: str) -> None:
    with pytest.raises(OutlineError):
        svg_path.transform(written)


def test_a_stroke_grows_only_where_both_directions_grow_alike() -> None:
    assert svg_path.transform("scale(-2 2)").scale() == 2
    assert svg_path.transform("matrix(0 3 -3 0 0 0)").scale() == 3
    assert svg_path.transform("scale(2 3)").scale() is None
    assert svg_path.transform("matrix(1 0 1 1 0 0)").scale() is None


def test_a_rectangle_goes_round_and_its_corners_are_at_most_half_its_sides() -> None:
    straight = svg_path.rectangle(1, 2, 3, 4, 0, 0)
    assert [points for _, points in straight] == [((1, 2),), ((4, 2),), ((4, 6),), ((1, 6),), ()]
    rounded = svg_path.rectangle(0, 0, 4, 2, 9, 9)
    assert [letter for letter, _ in rounded] == ["m", *"lc" * 4, "h"]
    assert rounded == svg_path.ellipse(2, 1, 2, 1)


def test_points_come_in_pairs() -> None:
    assert svg_path.polygon([0, 0, 1, 1], closed=False) == [("m", ((0, 0),)), ("l", ((1, 1),))]
    for points in ([0.0, 0.0, 1.0], [0.0, 0.0]):
        with pytest.raises(OutlineError, match="pairs"):
            svg_path.polygon(points, closed=True)


def test_negative_lengths_and_other_things_than_numbers_are_refused() -> None:
    with pytest.raises(OutlineError, match="negative"):
        svg_path.rectangle(0, 0, -1, 1, 0, 0)
    with pytest.raises(OutlineError, match="not a number"):
        svg_path.number("10px")
    with pytest.raises(OutlineError, match="list of numbers"):
        svg_path.numbers("1 2 x")
