from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.figure.body.anatomy import body_of
from generator.figure.body.points import point, point_names

if TYPE_CHECKING:
    from tests.figure.conftest import Make


def test_named_points_lie_where_their_names_say(stage: Make) -> None:
    made = stage("position: standing")
    places = {name: point(made.posture, name) for name in point_names("woman-1")}
    assert places["T1"][1] > places["T7"][1] > places["T12"][1]
    assert places["sternum"][2] > places["T5"][2] + 0.05
    assert places["mid_back"][2] < places["T7"][2]
    assert places["left_ribs"][0] > 0.08 > -0.08 > places["right_ribs"][0]
    assert places["crown"][1] == pytest.approx(body_of("woman-1").vertices[:, 1].max(), abs=0.03)
    with pytest.raises(KeyError):
        point(made.posture, "T13")
