"""A breath widens the lower ribs evenly to both sides, and moves nothing else."""

from __future__ import annotations

import numpy as np
import pytest

from generator.figure.body.anatomy import BONES, body_of
from generator.figure.body.breath import spread
from generator.figure.body.cast import CAST
from generator.figure.body.points import point, skin_vertices
from generator.figure.body.posture import Posture


def at_rest(person: str, ribs: float) -> Posture:
    joint = body_of(person).joint
    rotation = {bone: np.eye(3) for bone in BONES}
    return Posture(person, ribs, rotation, dict(joint))


@pytest.mark.parametrize("person", CAST)
def test_both_sides_of_the_lower_ribs_move_out_alike(person: str) -> None:
    narrow, wide = at_rest(person, 0), at_rest(person, 0.03)
    left = point(wide, "left_lower_ribs")[0] - point(narrow, "left_lower_ribs")[0]
    right = point(narrow, "right_lower_ribs")[0] - point(wide, "right_lower_ribs")[0]
    assert left == pytest.approx(0.03, abs=0.006)
    assert right == pytest.approx(left, abs=0.002)


@pytest.mark.parametrize("person", CAST)
def test_head_arms_and_hips_stay_where_they_are(person: str) -> None:
    moves = np.linalg.norm(spread(person), axis=1) * 0.03
    body = body_of(person)
    for part in ("head", "left_hand", "right_hand", "left_leg", "right_leg"):
        assert moves[body.parts[part] > 0.9].max() < 0.0005, part
    assert moves[skin_vertices(person)["crown"]] == 0


def test_no_breath_leaves_the_body_as_it_is() -> None:
    body = body_of("man-1")
    assert np.allclose(at_rest("man-1", 0).skin(), body.vertices)
