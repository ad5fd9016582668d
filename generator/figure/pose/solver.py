"""From anatomical angles and targets to the place and rotation of every bone.

Each limb is described by a frame (its direction and its hinge), so that joint angles and inverse kinematics
share one way to turn bones: rotation = target frame x rest frame transposed.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from generator.figure.body.anatomy import (
    BONES,
    GIRDLE,
    LUMBAR,
    PARENTS,
    SIDES,
    SIGN,
    SPINE,
    THORACIC,
    body_of,
    thoracic_fraction,
)  # fmt: skip
from generator.figure.body.hands import Hand, hand_of
from generator.figure.body.points import point
from generator.figure.geometry import rotations as rot
from generator.figure.pose.model import Arm, Leg, Pelvis, Pose, Segment, Target, Thorax

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from generator.figure.geometry.rotations import Array
    from generator.figure.pose.handles import Handle

    Handles = Callable[["Posture", str], Handle]

# Scapulohumeral rhythm: about a third of arm elevation beyond the first 30 degrees comes from the shoulder
# girdle (Inman 1944 gives 2:1); the clavicle takes rather more than half of the girdle's share.
RHYTHM, RHYTHM_FROM, CLAVICLE_SHARE = 0.30, 30.0, 0.55
FORWARD_SHARE = 14.0  # degrees of protraction when the arm points straight forward
RHYTHM_ROUNDS = 8  # the girdle moves the shoulder, and so the arm's own angle: settle by repetition
MOST_REACH = 0.9985  # share of full length that a limb may stretch to a target: never quite locked

# Twist is spread over the two bones of a segment, so that skin turns gradually.
UPPER_ARM_TWIST, LOWER_UPPER_ARM_TWIST = -0.6, -0.15
FOREARM_TWIST, LOWER_FOREARM_TWIST = 0.15, 0.6
THIGH_TWIST = -0.5

BASE_WEIGHT = 0.35  # each thoracic level's share of a bend that has an apex, before the apex adds to it
RELAXED_CURL, RELAXED_THUMB = 14.0, 8.0
LYING = 0.3  # level part of the pelvis's front below which the figure lies: then its length gives its heading
TOES_OUT = 7.0  # degrees that feet turn out in easy standing


@dataclass(slots=True)
class Posture:
    """A posed skeleton: where each bone begins and how it is turned."""

    person: str
    rotation: dict[str, Array] = field(default_factory=dict)
    position: dict[str, Array] = field(default_factory=dict)

    def skin(self, vertices: Sequence[int] | rot.IntArray | None = None) -> Array:
        """The posed vertices (all, or those asked for), by linear blending."""
        body = body_of(self.person)
        table = np.empty((len(BONES), 12))
        for row, bone in enumerate(BONES):
            turn = self.rotation[bone]
            table[row, :9] = turn.ravel()
            table[row, 9:] = self.position[bone] - turn @ body.joint[bone]
        weights = body.weights if vertices is None else body.weights[vertices]
        rest = body.vertices if vertices is None else body.vertices[vertices]
        blended = weights @ table
        return np.asarray(np.einsum("nij,nj->ni", blended[:, :9].reshape(-1, 3, 3), rest) + blended[:, 9:])

    def place(self, bone: str, turn: Array) -> None:
        """Hang a bone on its parent with this rotation."""
        joint = body_of(self.person).joint
        parent = PARENTS[bone]
        self.position[bone] = self.position[parent] + self.rotation[parent] @ (joint[bone] - joint[parent])
        self.rotation[bone] = turn

    def follow(self, name: str, bone: str) -> None:
        """Carry a named point of the body along with a bone."""
        joint = body_of(self.person).joint
        self.position[name] = self.position[bone] + self.rotation[bone] @ (joint[name] - joint[bone])


@dataclass(frozen=True, slots=True)
class Limb:
    """A limb at rest: directions and lengths of its two segments, and its hinge."""

    upper: Array
    lower: Array
    hinge: Array
    upper_length: float
    lower_length: float


@cache
def limb_of(person: str, side: str, kind: str) -> Limb:
    """The rest limb of a person: kind `arm` or `leg`."""
    joint = body_of(person).joint
    names = ("upper_arm_1", "forearm_1", "hand") if kind == "arm" else ("thigh_1", "shin_1", "foot")
    top, middle, end = (joint[f"{side}_{name}"] for name in names)
    upper, lower = rot.unit(middle - top), rot.unit(end - middle)
    hinge = rot.unit(np.cross(upper, lower)) if kind == "arm" else np.array([1.0, 0, 0])
    lengths = float(np.linalg.norm(middle - top)), float(np.linalg.norm(end - middle))
    return Limb(upper, lower, hinge, *lengths)


def number(value: float | None, default: float = 0.0) -> float:
    """The value, or the default where nothing was said."""
    return default if value is None else value


def _turn(segment: Segment, share: float) -> Array:
    return (
        rot.about_x(number(segment.flexion) * share)
        @ rot.about_z(-number(segment.side_bend) * share)
        @ rot.about_y(number(segment.rotation) * share)
    )


def _thoracic_shares(thorax: Thorax) -> Array:
    shares = np.ones(THORACIC)
    if thorax.apex:
        level = (np.arange(THORACIC) + 0.5) / THORACIC
        off = (level - thoracic_fraction(thorax.apex)) / number(thorax.spread, 0.4)
        shares = BASE_WEIGHT + np.exp(-(off**2))
    return np.asarray(shares / shares.sum())


def pelvis_turn(pelvis: Pelvis) -> Array:
    """The pelvis's rotation."""
    return (
        rot.about_y(number(pelvis.turn))
        @ rot.about_x(number(pelvis.tilt))
        @ rot.about_z(-number(pelvis.lean))
        @ rot.about_y(number(pelvis.roll))
    )


class Solver:
    """Solves poses of one person; `handles` finds what a hand can hold, by name."""

    def __init__(self, person: str, handles: Handles) -> None:
        self.person = person
        self.body = body_of(person)
        self._handles = handles

    def solve(self, pose: Pose, *, arms: bool = True) -> Posture:
        """The skeleton in this pose, before any contact is made; without `arms` they hang at rest."""
        posture = Posture(self.person)
        self._trunk(posture, pose)
        for side in SIDES:
            self._leg(posture, side, (pose.left_leg if side == "left" else pose.right_leg) or Leg())
        for side in SIDES if arms else ():
            self._arm(posture, side, (pose.left_arm if side == "left" else pose.right_arm) or Arm())
        return posture

    def _trunk(self, posture: Posture, pose: Pose) -> None:
        pelvis = pose.pelvis or Pelvis()
        posture.rotation["pelvis"] = pelvis_turn(pelvis)
        posture.position["pelvis"] = np.array(pelvis.at if pelvis.at is not None else self.body.hip_centre)
        thorax = pose.thoracic or Thorax()
        shares = _thoracic_shares(thorax)
        for level, bone in enumerate(SPINE):
            bend = (
                _turn(pose.lumbar or Segment(), 1 / LUMBAR)
                if level < LUMBAR
                else _turn(thorax, float(shares[level - LUMBAR]))
            )
            posture.place(bone, posture.rotation[PARENTS[bone]] @ bend)
        for bone in ("neck_1", "neck_2", "neck_3"):
            posture.place(bone, posture.rotation[PARENTS[bone]] @ _turn(pose.neck or Segment(), 1 / 3))
        posture.place("head", posture.rotation["neck_3"] @ _turn(pose.head or Segment(), 1))
        posture.follow("C7", SPINE[-1])
        for (
            side
        ) in SIDES:  # girdles at rest until the arms are solved, so that arm targets on the trunk exist
            for stem in ("clavicle", "shoulder", "upper_arm_1"):
                posture.place(f"{side}_{stem}", posture.rotation[GIRDLE])
            self._carry(posture, side, "upper_arm_1")

    def _carry(self, posture: Posture, side: str, stem: str) -> None:
        """Put all bones beyond this one of an arm or leg at rest upon it."""
        start = BONES.index(f"{side}_{stem}") + 1
        for bone in BONES[start:]:
            if PARENTS[bone] == "pelvis" or not bone.startswith(side) or bone.endswith("clavicle"):
                break
            posture.place(bone, posture.rotation[PARENTS[bone]])

    def target(self, posture: Posture, target: Target) -> Array:
        """The place that a target names, in world metres."""
        if target.at is not None:
            return np.array(target.at, float) + target.offset
        name = str(target.point)
        if "." in name:
            return self._handles(posture, name).start + target.offset
        return point(posture, name) + target.offset

    # legs

    def _leg(self, posture: Posture, side: str, leg: Leg) -> None:
        limb, sign = limb_of(self.person, side, "leg"), SIGN[side]
        base = posture.rotation["pelvis"]
        posture.place(f"{side}_thigh_1", base)
        facing = rot.about_y(_heading(base)) @ rot.about_y(sign * TOES_OUT)
        toes = rot.direction(leg.toes) if leg.toes is not None else facing @ np.array([0, 0, 1.0])
        sole = rot.direction(leg.sole) if leg.sole is not None else np.array([0, -1.0, 0])
        if leg.foot_at is not None:
            ankle = self.target(posture, leg.foot_at) - sole * self.body.joint[f"{side}_foot"][1]
            pole = rot.direction(leg.knee_towards) if leg.knee_towards is not None else toes
            upper, lower, hinge = two_bone(posture.position[f"{side}_thigh_1"], ankle, limb, pole)
        else:
            turn = (
                base
                @ rot.about_x(-number(leg.hip_flexion))
                @ rot.about_z(sign * number(leg.hip_abduction, 3))
                @ rot.about_y(sign * number(leg.hip_rotation))
            )
            upper, hinge = turn @ [0, -1.0, 0], turn @ [1.0, 0, 0]
            lower = rot.about(hinge, number(leg.knee, 2)) @ upper
        thigh = rot.frame(upper, hinge) @ rot.frame(limb.upper, limb.hinge).T
        shin = rot.frame(lower, hinge) @ rot.frame(limb.lower, limb.hinge).T
        untwisted = base @ rot.swing(limb.upper, base.T @ upper)
        twist = rot.twist_degrees(thigh @ untwisted.T, untwisted @ limb.upper)
        posture.place(f"{side}_thigh_1", rot.about(upper, THIGH_TWIST * twist) @ thigh)
        posture.place(f"{side}_thigh_2", thigh)
        posture.place(f"{side}_shin_1", shin)
        posture.place(f"{side}_shin_2", shin)
        if leg.foot_at is not None or leg.toes is not None or leg.sole is not None:
            joint = self.body.joint
            along = (joint[f"{side}_toes"] - joint[f"{side}_foot"]) * [1, 0, 1]
            foot = rot.frame(toes, sole) @ rot.frame(along, np.array([0, -1.0, 0])).T
        else:
            foot = rot.about(hinge, -number(leg.ankle)) @ shin
        posture.place(f"{side}_foot", foot)
        posture.place(f"{side}_toes", rot.about(foot @ [1.0, 0, 0], -number(leg.toe_extension)) @ foot)
        posture.follow(f"{side}_toe_tip", f"{side}_toes")

    # arms

    def _arm(self, posture: Posture, side: str, arm: Arm) -> None:
        limb, sign = limb_of(self.person, side, "arm"), SIGN[side]
        hand = hand_of(self.person, side)
        base = posture.rotation[GIRDLE]
        grip = self._handles(posture, arm.grip.on) if arm.grip else None
        approach = np.array([0, -1.0, 0])
        if grip is not None and arm.grip is not None:
            approach = rot.unit(
                grip.start + grip.axis * arm.grip.at - posture.position[f"{side}_upper_arm_1"]
            )
        for _ in range(RHYTHM_ROUNDS):
            shoulder = posture.position[f"{side}_upper_arm_1"]
            palm_frame, wrist = self._hand_goal(posture, arm, hand, grip, approach)
            if arm.elbow_at is not None:
                upper = rot.unit(self.target(posture, arm.elbow_at) - shoulder)
                elbow = shoulder + upper * limb.upper_length
                lower = rot.unit((wrist if wrist is not None else elbow + upper) - elbow)
                hinge = rot.unit(np.cross(upper, lower))
            elif wrist is not None:
                pole = rot.direction(arm.elbow_towards if arm.elbow_towards is not None else "back+down")
                upper, lower, hinge = two_bone(shoulder, wrist, limb, pole)
            else:
                turn = (
                    base
                    @ rot.about_x(-number(arm.flexion))
                    @ rot.about_z(sign * number(arm.abduction, 8))
                    @ rot.about_y(sign * number(arm.rotation))
                )
                upper, hinge = turn @ [0, -1.0, 0], turn @ [-1.0, 0, 0]
                lower = rot.about(hinge, number(arm.elbow, 10)) @ upper
            self._girdle(posture, side, arm, base.T @ upper)
            approach = rot.unit(
                approach + lower
            )  # halfway: the hand follows the forearm, which follows the hand
        self._arm_bones(posture, side, limb, (upper, lower, hinge))
        if palm_frame is None:
            palm = rot.about(lower, sign * number(arm.pronation, 30)) @ (sign * hinge)
            palm_frame = rot.frame(lower, palm)
            palm_frame = rot.about(np.cross(lower, palm), number(arm.wrist_flexion)) @ palm_frame
        self._hand_bones(posture, side, limb, palm_frame @ hand.frame.T)
        self._fingers(posture, arm, hand, grip)

    def _hand_goal(
        self, posture: Posture, arm: Arm, hand: Hand, grip: Handle | None, forearm: Array
    ) -> tuple[Array | None, Array | None]:
        """The hand's frame (fingers, palm, across) and the wrist's place, where the pose says them."""
        if grip is not None and arm.grip is not None:
            forward = posture.rotation[GIRDLE] @ [0, 0, 1.0]
            frame = grip.hold(forearm, forward, arm.grip.palm, arm.grip.fingers)
            contact = hand.palm_surface if grip.on_body else hand.crease
            return frame, grip.under_palm(arm.grip.at, frame[:, 1]) - frame @ contact
        if arm.palm_on_floor is not None:
            facing = rot.about_y(_heading(posture.rotation["pelvis"])) @ np.array([0, 0, 1.0])
            fingers = rot.direction(arm.fingers) if arm.fingers is not None else facing
            frame = rot.frame(fingers, np.array([0, -1.0, 0]))
            x, z = arm.palm_on_floor
            return frame, np.array([x, 0, z]) - frame @ hand.palm_surface
        given = None
        if arm.palm is not None or arm.fingers is not None:
            given = rot.frame(
                rot.direction(arm.fingers if arm.fingers is not None else "forward"),
                rot.direction(arm.palm if arm.palm is not None else "down"),
            )
        for goal, offset in (
            (arm.wrist_at, np.zeros(3)), (arm.palm_at, hand.palm_surface), (arm.fingertips_at, hand.tips),
        ):  # fmt: skip
            if goal is not None:
                place = self.target(posture, goal)
                return given, place - given @ offset if given is not None else place
        return given, None

    def _girdle(self, posture: Posture, side: str, arm: Arm, upper: Array) -> None:
        """Move clavicle and shoulder blade with the arm (its direction in the thorax's frame)."""
        sign, base = SIGN[side], posture.rotation[GIRDLE]
        elevation = float(np.degrees(np.arccos(np.clip(-upper[1], -1, 1))))
        raise_by = RHYTHM * max(0.0, elevation - RHYTHM_FROM) + number(arm.shrug)
        forward = FORWARD_SHARE * float(upper[2]) * float(np.sin(np.radians(elevation))) + number(
            arm.protraction
        )
        posture.place(
            f"{side}_clavicle",
            base @ rot.about_z(sign * raise_by * CLAVICLE_SHARE) @ rot.about_y(-sign * forward),
        )
        posture.place(
            f"{side}_shoulder", base @ rot.about_z(sign * raise_by) @ rot.about_y(-sign * forward * 1.3)
        )
        posture.place(f"{side}_upper_arm_1", base)

    def _arm_bones(self, posture: Posture, side: str, limb: Limb, solved: tuple[Array, Array, Array]) -> None:
        upper, lower, hinge = solved
        base = posture.rotation[GIRDLE]
        turn = rot.frame(upper, hinge) @ rot.frame(limb.upper, limb.hinge).T
        untwisted = base @ rot.swing(limb.upper, base.T @ upper)
        twist = rot.twist_degrees(turn @ untwisted.T, untwisted @ limb.upper)
        posture.place(f"{side}_upper_arm_1", rot.about(upper, UPPER_ARM_TWIST * twist) @ turn)
        posture.place(f"{side}_upper_arm_2", rot.about(upper, LOWER_UPPER_ARM_TWIST * twist) @ turn)
        posture.place(f"{side}_forearm_1", rot.frame(lower, hinge) @ rot.frame(limb.lower, limb.hinge).T)

    def _hand_bones(self, posture: Posture, side: str, limb: Limb, turn: Array) -> None:
        """Hang the hand, and spread its twist over the two bones of the forearm."""
        forearm = posture.rotation[f"{side}_forearm_1"]
        lower = forearm @ limb.lower
        twist = rot.twist_degrees(turn @ forearm.T, lower)
        posture.place(f"{side}_forearm_1", rot.about(lower, FOREARM_TWIST * twist) @ forearm)
        posture.place(f"{side}_forearm_2", rot.about(lower, LOWER_FOREARM_TWIST * twist) @ forearm)
        posture.place(f"{side}_hand", turn)

    @staticmethod
    def _fingers(posture: Posture, arm: Arm, hand: Hand, grip: Handle | None) -> None:
        if grip is not None:
            hand.close(posture, grip.distance, flat=grip.on_body)
        elif arm.palm_on_floor is not None:
            hand.close(posture, lambda points: points[:, 1], flat=True)
        else:
            curl = number(arm.curl, RELAXED_CURL) if not isinstance(arm.curl, tuple) else arm.curl
            angles = curl if isinstance(curl, tuple) else (curl, curl, curl)
            hand.curl(posture, angles, number(arm.thumb, RELAXED_THUMB))


def _heading(turn: Array) -> float:
    """Which way the pelvis faces, degrees about the vertical; lying down, the body's length tells."""
    ahead = turn @ [0, 0, 1.0]
    if np.hypot(ahead[0], ahead[2]) < LYING:
        ahead = turn @ [0, 1.0, 0] * (1 if ahead[1] < 0 else -1)
    return float(np.degrees(np.arctan2(ahead[0], ahead[2])))


def two_bone(start: Array, goal: Array, limb: Limb, pole: Array) -> tuple[Array, Array, Array]:
    """Directions of the two segments and their hinge, so that the limb ends at the goal.

    The middle joint points towards the pole. A goal out of reach is approached as far as the limb is long.
    """
    a, b = limb.upper_length, limb.lower_length
    reach = goal - start
    length = min(float(np.linalg.norm(reach)), (a + b) * MOST_REACH)
    along = rot.unit(reach)
    out = rot.unit(pole - along * float(pole @ along))
    cosine = float(np.clip((a * a + length * length - b * b) / (2 * a * length), -1, 1))
    middle = start + along * a * cosine + out * a * np.sqrt(1 - cosine * cosine)
    upper = rot.unit(middle - start)
    lower = rot.unit(start + along * length - middle)
    return upper, lower, rot.unit(np.cross(out, along))
