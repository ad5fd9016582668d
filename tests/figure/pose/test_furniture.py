from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from generator.figure.pose.model import PropSpec
from generator.figure.pose.props import build_prop

if TYPE_CHECKING:
    from generator.figure.pose.prop import Prop


def _prop(kind: str, **said: object) -> Prop:
    return build_prop(PropSpec.model_validate({"kind": kind, **said}))


def test_a_bed_s_mattress_is_the_floor_that_the_figure_lies_on() -> None:
    bed = _prop("bed")
    middle = np.array([[0, 0.1, 0]])
    assert bed.top(middle)[0] == pytest.approx(0)
    assert bed.ground == pytest.approx(min(solid.mesh().vertices[:, 1].min() for _, solid in bed.solids))
    assert bed.ground < -0.3


def test_the_headboard_is_at_the_head_of_who_lies_on_the_back() -> None:
    heights = {
        z: _prop("bed", turn=turn).top(np.array([[0, 0, z]]))[0] for z, turn in ((-1.03, 0), (1.03, 180))
    }
    assert min(heights.values()) > 0.2
    assert _prop("bed").top(np.array([[0, 0, 1.03]]))[0] < 0.2


@pytest.mark.parametrize("turn", [0, 180])
def test_a_wall_s_left_is_the_world_s_whichever_way_it_faces(turn: float) -> None:
    wall = _prop("wall", at=[0, 0.5], turn=turn)
    assert wall.handles["left"].start[0] > 0.2 > -0.2 > wall.handles["right"].start[0]


def test_a_worktop_is_as_high_as_it_is_said() -> None:
    assert _prop("worktop").handles["edge"].start[1] == pytest.approx(0.9)
    assert _prop("worktop", height=0.75).handles["top"].start[1] == pytest.approx(0.75)


def test_a_chair_has_as_high_a_back_as_is_said_and_is_held_at_its_top_rail() -> None:
    low, usual = _prop("chair", back=0.75), _prop("chair")
    for chair, top in ((low, 0.75), (usual, 0.88)):
        heights = np.concatenate([solid.mesh().vertices[:, 1] for _, solid in chair.solids])
        assert heights.max() == pytest.approx(top)
        held = chair.handles["back"].start
        assert top - 0.02 < held[1] <= top
        assert chair.distance(held[None])[0] < 0.02
    assert low.handles["seat"].start[1] == usual.handles["seat"].start[1]
