"""How far healthy joints go, and how far they go in a posed figure.

Sources, by the letter in the table:

* A: American Academy of Orthopaedic Surgeons, Joint Motion: Method of Measuring and Recording (1965).
* K: Kapandji, The Physiology of the Joints, volumes I to III (passive ranges for hip and knee).

A wrist that carries weight, as on hands and knees, bends back to a right angle: further than A's 70 degrees
without load.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from generator.figure.body.anatomy import GIRDLE, SIDES, SIGN
from generator.figure.body.hands import hand_of
from generator.figure.geometry import rotations as rot

if TYPE_CHECKING:
    from generator.figure.body.posture import Posture
    from generator.figure.pose.model import Pose
    from generator.figure.pose.stage import Stage


@dataclass(frozen=True, slots=True)
class Range:
    """A joint's range, degrees; `source` is a letter of the module's list."""

    least: float
    most: float
    source: str


RANGES = {
    "lumbar flexion": Range(-35, 60, "K"),
    "lumbar side_bend": Range(-20, 20, "K"),
    "lumbar rotation": Range(-5, 5, "K"),
    # K gives 105 forward and 60 back for the thoracic and lumbar spine together, less its lumbar figures.
    "thoracic flexion": Range(-25, 45, "K"),
    "thoracic side_bend": Range(-20, 20, "K"),
    "thoracic rotation": Range(-35, 35, "K"),
    "neck flexion": Range(-60, 60, "K"),
    "neck side_bend": Range(-45, 45, "K"),
    "neck rotation": Range(-60, 60, "A"),
    "shoulder elevation": Range(0, 180, "A"),
    "shoulder extension": Range(-90, 60, "A"),
    "shoulder crossing": Range(-90, 45, "A"),
    "elbow": Range(0, 150, "A"),
    "wrist flexion": Range(-90, 80, "A"),
    "wrist deviation": Range(-30, 30, "A"),
    "hip flexion": Range(-30, 145, "K"),
    "hip abduction": Range(-30, 45, "A"),
    "knee": Range(-5, 160, "K"),
    "ankle": Range(-60, 30, "K"),
}
# Degrees of grace: a cartoon's joint centres are not a goniometer's, and 0.5 is a rounding.
GRACE = {"wrist deviation": 10.0, "wrist flexion": 5.0, "ankle": 8.0, "neck flexion": 5.0}
USUAL_GRACE = 0.5
# Cosines beyond which a thigh points so far sideways or forward that flexion or abduction means nothing.
SIDEWAYS, FORWARD = 0.95, 0.7


def spine_angles(pose: Pose) -> dict[str, float]:
    """What the pose says about the spine; the head's turn on the atlas counts with the neck."""
    found = {}
    for region, bends in (
        ("lumbar", [pose.lumbar]), ("thoracic", [pose.thoracic]), ("neck", [pose.neck, pose.head]),
    ):  # fmt: skip
        found[f"{region} flexion"] = sum(bend.flexion for bend in bends)
        found[f"{region} side_bend"] = sum(bend.side_bend for bend in bends)
        found[f"{region} rotation"] = sum(bend.rotation for bend in bends)
    return found


def limb_angles(posture: Posture, side: str) -> dict[str, float]:
    """Angles of one side's limbs, measured on the posed skeleton (so after all reaching and resting)."""
    sign, turn, place = SIGN[side], posture.rotation, posture.position
    shoulder, elbow, wrist = (place[f"{side}_{bone}"] for bone in ("upper_arm_1", "forearm_1", "hand"))
    upper, lower = rot.unit(elbow - shoulder), rot.unit(wrist - elbow)
    x, y, z = turn[GIRDLE].T @ upper
    hand = (turn[f"{side}_hand"] @ hand_of(posture.person, side).frame).T @ lower
    hip, knee, ankle = (place[f"{side}_{bone}"] for bone in ("thigh_1", "shin_1", "foot"))
    thigh, shin = rot.unit(knee - hip), rot.unit(ankle - knee)
    tx, ty, tz = turn["pelvis"].T @ thigh
    toes = turn[f"{side}_shin_1"].T @ turn[f"{side}_foot"] @ [0, 0, 1.0]
    return {
        "shoulder elevation": float(np.degrees(np.arccos(np.clip(-y, -1, 1)))),
        "shoulder extension": float(np.degrees(np.arcsin(np.clip(-z, -1, 1)))),
        "shoulder crossing": float(np.degrees(np.arcsin(np.clip(-x * sign, -1, 1)))),
        "elbow": rot.angle_between(upper, lower),
        "wrist flexion": float(np.degrees(np.arctan2(-hand[1], hand[0]))),
        "wrist deviation": float(np.degrees(np.arcsin(np.clip(hand[2], -1, 1)))),
        "hip flexion": float(np.degrees(np.arctan2(tz, -ty))) if abs(tx) < SIDEWAYS else 0.0,
        "hip abduction": float(np.degrees(np.arcsin(np.clip(tx * sign, -1, 1)))) if tz < FORWARD else 0.0,
        "knee": rot.angle_between(thigh, shin),
        "ankle": float(np.degrees(np.arctan2(toes[1], toes[2]))),
    }


def angles(posture: Posture, pose: Pose) -> dict[str, float]:
    """All checked angles: `lumbar flexion`, `left knee`, and so on."""
    found = spine_angles(pose)
    for side in SIDES:
        found |= {f"{side} {joint}": value for joint, value in limb_angles(posture, side).items()}
    return found


def out_of_range(stage: Stage) -> list[str]:
    """Joints bent further than healthy joints go, in words."""
    found = []
    for name, value in angles(stage.posture, stage.pose).items():
        joint = name.removeprefix("left ").removeprefix("right ")
        limits, grace = RANGES[joint], GRACE.get(joint, USUAL_GRACE)
        if not limits.least - grace <= value <= limits.most + grace:
            normal = f"{limits.least:.0f} to {limits.most:.0f} is normal ({limits.source})"
            found.append(f"{name} is {value:.0f} degrees; {normal}")
    return found
