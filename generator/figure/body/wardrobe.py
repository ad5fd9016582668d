# ruff: noqa: PLR2004 - garments are cut by dozens of lengths and shares, each of which says itself where it stands
"""Plain clothes and hair: shells over the body whose edges are cut by where they lie on the body at rest.

Every test here is a function of rest position and part shares, so that a hem stays where it is in any pose.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from generator.figure.body.anatomy import SIDES, SIGN, body_of, subdivisions
from generator.figure.body.cast import CAST
from generator.figure.geometry.surface import normals

if TYPE_CHECKING:
    from generator.figure.geometry.rotations import Array, BoolArray, IntArray

SKIN, TOP, BOTTOM, SHOE, HAIR, EAR, EYE, BUN, PROP = 1, 2, 3, 4, 5, 6, 7, 8, 100
LINING = 50  # added to a garment's region where its inside shows
FILLS = {
    SKIN: "skin", EAR: "skin", EYE: "eye", TOP: "top", BOTTOM: "bottom", SHOE: "shoe", HAIR: "hair",
    BUN: "bun",
    TOP + LINING: "top_lining", BOTTOM + LINING: "bottom_lining", SHOE + LINING: "shoe",
}  # fmt: skip

# Columns of the values that are interpolated over the surface.
LEFT_ARM, RIGHT_ARM, LEFT_LEG, RIGHT_LEG, HEAD, EAR_SHARE, NORMAL_X, NORMAL_Y, NORMAL_Z = range(9)

SHOE_HEIGHT = 0.082  # metres
LEG_ENDS = {"shorts": 0.70, "leggings": 1.82, "capri": 1.36}  # along the leg: knee at 1, ankle at 2
SLEEVE_END = 0.52  # along the upper arm
# The hairline, seen from the side: depth (towards the face) and height, from the ear's middle at eye level.
HAIRLINES = {
    "short": (
        (-0.125, -0.07, -0.042, -0.030, 0.012, 0.016, 0.024, 0.032, 0.046, 0.062, 0.10),
        (-0.078, -0.074, -0.060, 0.000, 0.004, -0.014, -0.012, 0.018, 0.046, 0.060, 0.068),
    ),
    "crop": (
        (-0.125, -0.07, -0.042, -0.030, 0.012, 0.016, 0.024, 0.032, 0.046, 0.062, 0.10),
        (-0.066, -0.062, -0.046, 0.004, 0.008, -0.006, -0.004, 0.026, 0.054, 0.068, 0.076),
    ),
}
HAIRLINES["bun"] = HAIRLINES["low_bun"] = HAIRLINES["short"]


class Wardrobe:
    """What one person wears, as functions of rest position `r` and interpolated values `a`."""

    def __init__(self, name: str) -> None:
        body = body_of(name)
        self.person = CAST[name]
        self.joint = body.joint
        self.loose = self.person.top == "tee"
        ear = body.vertices[body.ear & (body.vertices[:, 0] > 0)].mean(0)
        self.eye = {side: body.vertices[np.unique(body.eye_quads[side])].mean(0) for side in SIDES}
        self.ear = ear * [0, 1, 1]
        self.head_centre = np.array([0, self.eye["left"][1], ear[2]])
        self.hip, self.knee, self.lumbar, self.t12, self.t7, self.c7 = (
            body.joint[name][1]
            for name in ("left_thigh_1", "left_shin_1", "spine_3", "spine_6", "spine_9", "C7")
        )
        self.hem = self.hip + (0.02 if self.loose else 0.05)

    @staticmethod
    def arms(a: Array) -> Array:
        """Share that belongs to either arm."""
        return np.maximum(a[:, LEFT_ARM], a[:, RIGHT_ARM])

    @staticmethod
    def part(a: Array) -> IntArray:
        """0 torso, 1 and 2 arms, 3 and 4 legs, 5 head."""
        shares = np.column_stack([1 - a[:, :5].sum(1), a[:, :5]])
        return np.asarray(shares.argmax(1))

    def along_arm(self, r: Array) -> Array:
        """0 at the shoulder, 1 at the elbow."""
        along = np.zeros(len(r))
        for side in SIDES:
            start = self.joint[f"{side}_upper_arm_1"]
            line = self.joint[f"{side}_forearm_1"] - start
            here = r[:, 0] * SIGN[side] > 0
            along[here] = (r[here] - start) @ line / (line @ line)
        return along

    def along_leg(self, r: Array) -> Array:
        """0 at the hip, 1 at the knee, 2 at the ankle."""
        ankle = self.joint["left_foot"][1]
        thigh = (self.hip - r[:, 1]) / (self.hip - self.knee)
        shin = 1 + (self.knee - r[:, 1]) / (self.knee - ankle)
        return np.asarray(np.where(thigh < 1, thigh, shin))

    def in_top(self, r: Array, a: Array, grow: float = 0.0) -> BoolArray:
        """Whether the shirt covers this; `grow` moves its edges outwards (metres)."""
        x, y = abs(r[:, 0]), r[:, 1]
        half, depth = abs(self.joint["left_upper_arm_1"][0]), self.joint["left_upper_arm_1"][2]
        front = np.clip((r[:, 2] - (depth - 0.03)) / 0.07, 0, 1)
        front = front * front * (3 - 2 * front)
        low, back, tall = (0.050, 0.012, 0.045) if self.loose else (0.085, 0.045, 0.075)
        neckline = self.c7 - (low * front + back * (1 - front)) + grow
        width = ((0.50 if self.loose else 0.55) * half - grow) * np.sqrt(np.clip((y - neckline) / tall, 0, 1))
        covered = (y > self.hem - grow) & (a[:, HEAD] < 0.5) & ~((y > neckline) & (x < width + 1e-4))
        if self.loose:
            return np.asarray(
                covered & ~((self.arms(a) > 0.62) & (self.along_arm(r) > SLEEVE_END + grow * 4))
            )
        share = np.clip((y - (self.t7 - 0.01)) / (self.c7 - self.t7), 0, 1)
        strap = half * (1.12 - 0.34 * share**0.6) + grow
        return np.asarray(covered & (x < np.where(y > self.t7 - 0.02, strap, 9)) & (self.arms(a) < 0.62))

    def in_bottom(self, r: Array, a: Array, grow: float = 0.0) -> BoolArray:
        """Whether trousers or shorts cover this."""
        end = LEG_ENDS[self.person.bottom] + grow * 3
        return np.asarray(
            (r[:, 1] < self.lumbar + 0.02 + grow) & (self.along_leg(r) < end) & (self.arms(a) < 0.3)
        )

    @staticmethod
    def in_shoe(r: Array, _a: Array, grow: float = 0.0) -> BoolArray:
        """Whether a shoe covers this; it is higher at the heel."""
        return np.asarray(r[:, 1] < SHOE_HEIGHT + 0.35 * np.clip(-r[:, 2] - 0.04, 0, 0.05) + grow)

    def in_hair(self, r: Array, a: Array, grow: float = 0.0) -> BoolArray:
        """Whether hair covers this."""
        off = r - self.head_centre
        line = np.interp(off[:, 2], *HAIRLINES[self.person.hair])
        return np.asarray(
            (off[:, 1] > line - grow) & (a[:, EAR_SHARE] < 0.3) & (a[:, HEAD] > 0.5) & (off[:, 2] < 0.14)
        )

    def hair_thickness(self, r: Array) -> Array:
        """How far the hair stands off the scalp, metres."""
        most = {"short": 0.016, "bun": 0.012, "low_bun": 0.015, "crop": 0.005}[self.person.hair]
        off = r - self.head_centre
        rise = np.clip((off[:, 1] - 0.65 * off[:, 2]) / 0.07, 0, 1)
        return np.asarray(rise * most + 0.004)

    def top_offset(self, r: Array, a: Array) -> Array:
        """How far the shirt stands off the body, metres."""
        low = np.clip((self.t12 - r[:, 1]) / (self.t12 - self.hem), 0, 1)
        if not self.loose:
            return np.asarray(0.004 + 0.004 * low)
        sleeve = np.where(self.arms(a) > 0.6, np.clip(self.along_arm(r), 0, 0.6) / 0.5, 0)
        return np.asarray(0.008 + 0.012 * sleeve + 0.010 * low)

    def bottom_offset(self, r: Array) -> Array:
        """How far trousers stand off the body, metres."""
        if self.person.bottom == "shorts":
            return 0.005 + 0.020 * np.clip(self.along_leg(r), 0, 1)
        return np.full(len(r), 0.003)

    @staticmethod
    def shoe_offset(r: Array) -> Array:
        """A sole is wider than the foot."""
        return 0.004 + 0.010 * np.clip(1 - r[:, 1] / 0.09, 0, 1)


@cache
def wardrobe_of(name: str) -> Wardrobe:
    """The person's clothes."""
    return Wardrobe(name)


@cache
def base_values(name: str) -> Array:
    """The interpolated values at the body's own vertices."""
    body = body_of(name)
    shares = [body.parts[part] for part in ("left_arm", "right_arm", "left_leg", "right_leg", "head")]
    faces = np.concatenate([body.skin_quads, body.cloth_quads])
    return np.column_stack([*shares, body.ear.astype(float), normals(body.vertices, faces)])


@cache
def rest_values(name: str) -> tuple[tuple[Array, Array], tuple[Array, Array]]:
    """Rest position and interpolated values of the subdivided skin, and of the subdivided clothes."""
    body, values = body_of(name), base_values(name)
    skin, cloth = subdivisions(name)
    return (
        (skin.matrix @ body.vertices, skin.matrix @ values),
        (cloth.matrix @ body.vertices, cloth.matrix @ values),
    )
