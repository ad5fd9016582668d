"""A person's body at rest: mesh, joints, skin weights and the parts they belong to.

At rest the figure stands on y = 0 in an A-pose and every bone's frame is the world's.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np
import scipy.sparse as sp

from generator.figure.geometry.surface import DeltaMush, Matrix, Subdivision, neighbour_mean
from generator.resources import ASSETS

if TYPE_CHECKING:
    from generator.figure.geometry.rotations import Array, BoolArray, IntArray

ARCHIVE = ASSETS / "body" / "body.npz"
STEP = 7e-5  # metres a step of the stored vertices: 16 bits reach 2.29 m, taller than anyone in the cast
SIDES = ("left", "right")
SIGN = {"left": 1.0, "right": -1.0}  # of x, and of every turn that is mirrored
FINGERS = ("thumb", "index", "middle", "ring", "little")

# The rig has two joints in the thorax; the thoracic curve is this project's point, so the trunk bends at
# twelve virtual vertebrae instead: five lumbar, seven for the thorax.
LUMBAR, THORACIC = 5, 7
SPINE = tuple(f"spine_{i}" for i in range(1, LUMBAR + THORACIC + 1))
PIVOT_BACK = 0.012  # metres: vertebrae turn about a point behind the middle of the trunk
HAT_WIDTH = 2.0  # bones over which a vertebra's influence fades
GIRDLE = SPINE[-2]  # the shoulder girdle rides on T3, not on C7
SPINE_PATH_POINTS = 6
THORACIC_VERTEBRAE = 12

ARM_BONES = ("upper_arm_1", "upper_arm_2", "forearm_1", "forearm_2", "hand")
LEG_BONES = ("thigh_1", "thigh_2", "shin_1", "shin_2", "foot", "toes")


@cache
def archive() -> dict[str, np.ndarray[Any, Any]]:
    """The baked arrays: see `prepare_body.bake`."""
    with np.load(ARCHIVE) as stored:
        return {name: stored[name] for name in stored.files}


def parents() -> dict[str, str]:
    """Every bone's parent, parents first."""
    tree = {"pelvis": ""}
    last = "pelvis"
    for bone in (*SPINE, "neck_1", "neck_2", "neck_3", "head"):
        tree[bone] = last
        last = bone
    for side in SIDES:
        last = GIRDLE
        for stem in ("clavicle", "shoulder", *ARM_BONES):
            tree[f"{side}_{stem}"] = last
            last = f"{side}_{stem}"
        for finger in FINGERS:
            last = f"{side}_hand"
            for joint in (1, 2, 3):
                tree[f"{side}_{finger}_{joint}"] = last
                last = f"{side}_{finger}_{joint}"
        last = "pelvis"
        for stem in LEG_BONES:
            tree[f"{side}_{stem}"] = last
            last = f"{side}_{stem}"
    return tree


PARENTS = parents()
BONES = tuple(PARENTS)


def _spine(path: Array) -> Array:
    """The thirteen joints from the pelvis to C7, evenly spaced in height along the rig's trunk."""
    heights = np.linspace(path[0, 1], path[-1, 1], len(SPINE) + 1)
    joints = np.stack([np.interp(heights, path[:, 1], path[:, k]) for k in range(3)], 1)
    joints[:, 2] = np.convolve(np.pad(joints[:, 2], 2, "edge"), np.ones(5) / 5, "valid") - PIVOT_BACK
    return joints


class Body:
    """One person at rest.

    Attributes:
        vertices: (n, 3) metres.
        joint: where each bone begins, and the named points (finger tips, lips), by name.
        weights: (n, bones) sparse, rows add up to one.
        is_skin: (n,) whether each vertex is skin, and not clothes or eyes.
        parts: (n,) share of each vertex that belongs to `left_arm`, `head`, and so on.
    """

    def __init__(self, name: str) -> None:
        data = archive()
        index = list(data["people"]).index(name)
        self.name = name
        self.vertices: Array = data["vertices"][index].astype(float) * STEP
        self.joint: dict[str, Array] = {
            str(point): place.astype(float)
            for point, place in zip(data["point_names"], data["points"][index], strict=True)
        }
        self.ear: BoolArray = data["ear"]
        self.skin_quads: IntArray = data["faces_body"].astype(np.int64)
        self.is_skin: BoolArray = np.isin(np.arange(len(self.vertices)), self.skin_quads)
        self.cloth_quads: IntArray = data["faces_helper-tights"].astype(np.int64)
        self.eye_quads: dict[str, IntArray] = {
            side: data[f"faces_helper-{side[0]}-eye"].astype(np.int64) for side in SIDES
        }
        spine = _spine(np.array([self.joint[f"path_{i}"] for i in range(SPINE_PATH_POINTS)]))
        self.joint.update(zip(SPINE, spine[:-1], strict=True))
        self.joint["C7"] = spine[-1]
        self.hip_centre: Array = (self.joint["left_thigh_1"] + self.joint["right_thigh_1"]) / 2
        self.joint["pelvis"] = self.hip_centre
        self.weights: Matrix = self._skin_weights(data, spine[:, 1])
        self.parts = self._parts()
        self.skin_mean = neighbour_mean(self.skin_quads, len(self.vertices))
        self.cloth_mean = neighbour_mean(self.cloth_quads, len(self.vertices))

    def _skin_weights(self, data: dict[str, Any], heights: Array) -> Matrix:
        count = len(self.vertices)
        names = [str(bone) for bone in data["bones"]]
        rig = sp.csr_matrix(
            (
                data["weight_value"].astype(float),
                (data["weight_row"].astype(np.int64), data["weight_column"].astype(np.int64)),
            ),
            (count, len(names)),
        ).tocsc()
        trunk = np.asarray(rig[:, [names.index("trunk")]].todense()).ravel()
        centres = (heights[:-1] + heights[1:]) / 2
        level = np.clip((self.vertices[:, 1] - centres[0]) / (heights[1] - heights[0]), 0, len(SPINE) - 1)
        hats = np.clip(1 - abs(level[:, None] - np.arange(len(SPINE))) / HAT_WIDTH, 0, None)
        hats *= (trunk / hats.sum(1))[:, None]
        columns = [
            sp.csc_matrix(hats[:, [SPINE.index(bone)]]) if bone in SPINE else rig[:, [names.index(bone)]]
            for bone in BONES
        ]
        joined = sp.hstack(columns).tocsr()
        return (sp.diags(1 / np.maximum(np.asarray(joined.sum(1)).ravel(), 1)) @ joined).tocsr()

    def _parts(self) -> dict[str, Array]:
        def share(*stems: str) -> Array:
            columns = [i for i, bone in enumerate(BONES) if bone.startswith(stems)]
            return np.asarray(self.weights[:, columns].sum(1)).ravel()

        parts = {"head": share("head"), "neck": share("neck")}
        for side in SIDES:
            digits = tuple(f"{side}_{finger}" for finger in FINGERS)
            parts[f"{side}_hand"] = share(f"{side}_hand", *digits)
            parts[f"{side}_forearm"] = share(f"{side}_forearm")
            parts[f"{side}_arm"] = share(*(f"{side}_{stem}" for stem in ARM_BONES), *digits)
            parts[f"{side}_foot"] = share(f"{side}_foot", f"{side}_toes")
            parts[f"{side}_toes"] = share(f"{side}_toes")
            parts[f"{side}_shin"] = share(f"{side}_shin")
            parts[f"{side}_thigh"] = share(f"{side}_thigh")
            parts[f"{side}_leg"] = share(*(f"{side}_{stem}" for stem in LEG_BONES))
        return parts

    def vertebra(self, fraction: float) -> tuple[str, float]:
        """The virtual vertebra at a share of the thorax (0 = below T12, 1 = C7), and how far up it."""
        place = LUMBAR + float(np.clip(fraction, 0, 1)) * THORACIC
        number = min(int(place), len(SPINE) - 1)
        return SPINE[number], place - number


@cache
def body_of(name: str) -> Body:
    """The person's body, loaded once."""
    return Body(name)


@cache
def mush_of(name: str) -> DeltaMush:
    """The smoother for the person's whole mesh."""
    body = body_of(name)
    faces = np.concatenate([body.skin_quads, body.cloth_quads, *body.eye_quads.values()])
    return DeltaMush(body.vertices, faces)


@cache
def subdivisions(name: str) -> tuple[Subdivision, Subdivision]:
    """The subdivided skin and clothes of a person."""
    body = body_of(name)
    return Subdivision(body.skin_quads, len(body.vertices)), Subdivision(body.cloth_quads, len(body.vertices))


def thoracic_fraction(vertebra: str) -> float:
    """Where a vertebra sits along the thorax: T12 near 0, T1 near 1, C7 at 1.

    Raises:
        KeyError: it is not T1 to T12 or C7.
    """
    if vertebra == "C7":
        return 1.0
    names = [f"T{number}" for number in range(THORACIC_VERTEBRAE, 0, -1)]
    if vertebra not in names:
        raise KeyError(vertebra)
    return (names.index(vertebra) + 0.5) / THORACIC_VERTEBRAE
