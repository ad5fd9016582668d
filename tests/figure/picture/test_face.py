from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from generator.figure.picture import face

if TYPE_CHECKING:
    from tests.figure.conftest import Make


@pytest.mark.parametrize(
    ("given", "elevation", "seen"),
    [
        pytest.param("open", 0, "open", id="open, from the front"),
        pytest.param("open", 40, "down", id="open, from above"),
        pytest.param("closed", 40, "closed", id="closed, from above"),
        pytest.param("down", 0, "down", id="lowered, from the front"),
    ],
)
def test_a_face_seen_from_above_lowers_its_eyes(stage: Make, given: str, elevation: float, seen: str) -> None:
    angle = np.radians(elevation)
    viewer = np.array([0, np.sin(angle), np.cos(angle)])
    assert face.eyes_seen(given, stage("position: standing").posture, viewer) == seen


def test_lowered_eyes_are_lids_without_pupils(stage: Make) -> None:
    posture = stage("position: standing").posture
    kinds = {eyes: [stroke.kind for stroke in face.strokes(posture, eyes)] for eyes in ("open", "down")}
    assert kinds["open"].count("pupil") == 2
    assert kinds["down"].count("pupil") == 0
    assert kinds["down"].count("lid") == 2
