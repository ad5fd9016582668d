"""A stage → limbs that pass through the rest of the body."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy.spatial import cKDTree

from generator.figure.body.anatomy import SIDES, body_of
from generator.figure.geometry.surface import normals
from generator.figure.pose.stage import part_vertices

if TYPE_CHECKING:
    from generator.figure.geometry.rotations import Array, BoolArray
    from generator.figure.pose.stage import Stage

INTO_BODY = 0.012  # metres: how deep a limb's bone may lie under the skin of another part
BESIDE = 0.08  # metres: further from the skin than this is outside: no trunk or thigh is thicker by so much
ARM_POINTS = ("forearm_1", "forearm_2", "hand", "middle_1", "middle_tip", "index_tip")
LEG_POINTS = ("shin_1", "shin_2", "foot", "toe_tip")


def through_body(stage: Stage) -> list[str]:
    """Limb bones that lie inside another part of the body."""
    body = body_of(stage.person)
    outward = normals(stage.vertices, body.skin_quads)
    found = []
    trunk = part_vertices(stage.person, "torso") | part_vertices(stage.person, "head")
    for side, other in (SIDES, SIDES[::-1]):
        own, opposite = (part_vertices(stage.person, f"{one}_leg") for one in (side, other))
        for limb, stems, obstacles in (
            ("arm", ARM_POINTS, {"trunk": trunk, "legs": own | opposite}),
            ("leg", LEG_POINTS, {"trunk": trunk, "other leg": opposite}),
        ):
            bones = [f"{side}_{stem}" for stem in stems]
            for name, mask in obstacles.items():
                if _deepest(stage, outward, bones, mask) > INTO_BODY:
                    found.append(f"the {side} {limb} passes through the {name}")
    return found


def _deepest(stage: Stage, outward: Array, bones: list[str], mask: BoolArray) -> float:
    """How deep the deepest of some bones lies under the skin of a part; negative outside."""
    chosen = np.nonzero(mask)[0]
    places = np.array([stage.posture.position[bone] for bone in bones])
    away, nearest = cKDTree(stage.vertices[chosen]).query(places)
    skin = chosen[nearest]
    depth = ((stage.vertices[skin] - places) * outward[skin]).sum(1)
    depth[away > BESIDE] = -BESIDE  # the nearest skin says nothing of a place this far off
    return float(depth.max())
