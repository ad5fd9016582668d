from __future__ import annotations

from typing import TYPE_CHECKING, get_args

import numpy as np
import pytest

from generator.figure.pose.handle import Handle
from generator.figure.pose.model import PropSpec
from generator.figure.pose.props import build_prop

if TYPE_CHECKING:
    from generator.figure.geometry.solids import Mesh
    from generator.figure.pose.prop import Prop

KINDS = get_args(PropSpec.model_fields["kind"].annotation)


def _meshes(prop: Prop) -> list[Mesh]:
    return [solid.mesh() for _, solid in prop.solids]


def _prop(kind: str, **said: object) -> Prop:
    return build_prop(PropSpec.model_validate({"kind": kind, **said}))


@pytest.mark.parametrize("kind", KINDS)
def test_a_prop_stands_on_the_floor(kind: str) -> None:
    heights = np.concatenate([mesh.vertices[:, 1] for mesh in _meshes(_prop(kind))])
    if kind == "mat":  # its upper side is the floor
        assert heights.max() == pytest.approx(0)
    elif kind == "bed":
        assert heights.min() == pytest.approx(_prop(kind).ground)
    else:
        assert heights.min() == pytest.approx(0, abs=0.002)


@pytest.mark.parametrize("kind", KINDS)
def test_a_prop_stands_where_it_is_put_and_turns_about_its_own_middle(kind: str) -> None:
    here, there = _prop(kind), _prop(kind, at=[1, 2], turn=90)
    for before, after in zip(_meshes(here), _meshes(there), strict=True):
        x, y, z = before.vertices.T
        turned = np.column_stack([1 + z, y, 2 - x])
        if kind not in {"ball", "towel", "roller"}:  # whose vertices turn with their axis
            assert np.allclose(np.sort(turned.sum(1)), np.sort(after.vertices.sum(1)), atol=0.02)
        assert np.allclose(turned.mean(0), after.vertices.mean(0), atol=0.02)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if _prop(kind).handles])
def test_the_surface_under_a_palm_is_the_prop_s(kind: str) -> None:
    prop = _prop(kind)
    for handle in prop.handles.values():
        palm = handle.palm if handle.palm is not None else np.array([0, 0, 1.0])
        assert abs(float(prop.distance(handle.under_palm(0, palm)[None])[0])) < 0.03
        assert np.linalg.norm(handle.axis) == pytest.approx(1)


def test_a_prop_under_the_body_follows_its_point() -> None:
    spec = PropSpec.model_validate({"kind": "ball", "under": "T7", "offset": [0.1, 0]})
    ball = build_prop(spec, np.array([0.2, 0.5, 0.3]))
    assert np.allclose(ball.handles[""].start, [0.3, 0.035, 0.3])


def test_a_prop_is_called_by_its_name_or_else_its_kind() -> None:
    assert [_prop("box").name, _prop("box", name="step").name] == ["box", "step"]


def test_something_round_is_put_against_the_skin_that_it_presses() -> None:
    skin = Handle(
        np.array([0.1, 1.2, -0.1]), np.array([1.0, 0, 0]), 0, lambda p: p[:, 0], np.array([0, 0, 1.0])
    )
    spec = PropSpec.model_validate({"kind": "ball", "presses": "mid_back"})
    assert build_prop(spec, None, skin).distance(skin.start[None])[0] == pytest.approx(0, abs=1e-9)
    placed = PropSpec.model_validate({"kind": "ball", "presses": "mid_back", "at": [1, 1]})
    assert build_prop(placed, None, skin).handles[""].start[0] == 1


def test_a_towel_ends_in_spirals_and_is_hemmed() -> None:
    assert len(set(_meshes(_prop("towel"))[0].face.tolist())) > 5
