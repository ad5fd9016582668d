"""From anatomical angles and targets to the place and rotation of every bone.

Each limb is described by a frame (its direction and its hinge), so that joint angles and inverse kinematics
share one way to turn bones: rotation = target frame x rest frame transposed.
"""

from __future__ import annotations

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
from generator.figure.body.hands import STYLES, Hand, Style, hand_of
from generator.figure.body.limbs import Limb, limb_of
from generator.figure.body.posture import Posture
from generator.figure.geometry import rotations as rot
from generator.figure.pose.handles import find_handle, target_place

if TYPE_CHECKING:
    from generator.figure.geometry.rotations import Array
    from generator.figure.pose.handle import Handle
    from generator.figure.pose.model import Arm, Bend, Leg, Pose, ThoracicBend
    from generator.figure.pose.prop import Prop


# Scapulohumeral rhythm: about a third of arm elevation beyond the first 30 degrees comes from the shoulder
# girdle (Inman 1944 gives 2:1); the clavicle takes rather more than half of the girdle's share.
RHYTHM, RHYTHM_FROM, CLAVICLE_SHARE = 0.30, 30.0, 0.55
FORWARD_SHARE = 14.0  # degrees of protraction when the arm points straight forward
RHYTHM_ROUNDS = 8  # the girdle moves the shoulder, and so the arm's own angle: settle by repetition

# Twist is spread over the two bones of a segment, so that skin turns gradually.
UPPER_ARM_TWIST, LOWER_UPPER_ARM_TWIST = -0.6, -0.15
FOREARM_TWIST, LOWER_FOREARM_TWIST = 0.15, 0.6
THIGH_TWIST = -0.5

BASE_WEIGHT = 0.35  # each thoracic level's share of a bend that has an apex, before the apex adds to it
LYING = 0.3  # level part of the pelvis's front below which the figure lies: then its length gives its heading
TOES_OUT = 7.0  # degrees that feet turn out in easy standing


def _turn(bend: Bend, share: float) -> Array:
    return (
        rot.about_x(bend.flexion * share)
        @ rot.about_z(-bend.side_bend * share)
        @ rot.about_y(bend.rotation * share)
    )


def _thoracic_shares(thorax: ThoracicBend) -> Array:
    shares = np.ones(THORACIC)
    if thorax.apex:
        level = (np.arange(THORACIC) + 0.5) / THORACIC
        off = (level - thoracic_fraction(thorax.apex)) / thorax.spread
        shares = BASE_WEIGHT + np.exp(-(off**2))
    return np.asarray(shares / shares.sum())


class Solver:
    """Solves poses of one person among these props."""

    def __init__(self, person: str, props: tuple[Prop, ...]) -> None:
        self.person, self.props = person, props
        self.body = body_of(person)

    def solve(self, pose: Pose, *, arms: bool = True) -> Posture:
        """The skeleton in this pose, before any contact is made; without `arms` they hang at rest."""
        posture = Posture(self.person, pose.ribs)
        self._trunk(posture, pose)
        for side in SIDES:
            self._leg(posture, side, pose.leg(side))
        for side in SIDES if arms else ():
            self._arm(posture, side, pose.arm(side))
        return posture

    def _trunk(self, posture: Posture, pose: Pose) -> None:
        pelvis, thorax = pose.pelvis, pose.thoracic
        posture.rotation["pelvis"] = (
            rot.about_y(pelvis.turn)
            @ rot.about_x(pelvis.tilt)
            @ rot.about_z(-pelvis.lean)
            @ rot.about_y(pelvis.roll)
        )
        posture.position["pelvis"] = np.array(pelvis.at if pelvis.at is not None else self.body.hip_centre)
        turns = [_turn(pose.lumbar, 1 / LUMBAR)] * LUMBAR
        turns += [_turn(thorax, float(share)) for share in _thoracic_shares(thorax)]
        turns += [_turn(pose.neck, 1 / 3)] * 3 + [_turn(pose.head, 1)]
        for bone, turn in zip((*SPINE, "neck_1", "neck_2", "neck_3", "head"), turns, strict=True):
            posture.place(bone, posture.rotation[PARENTS[bone]] @ turn)
        posture.follow("C7", SPINE[-1])
        for bone in BONES:
            if bone.startswith(SIDES):  # limbs hang at rest until they are solved: targets may lie on them
                posture.place(bone, posture.rotation[GIRDLE])

    # legs

    def _leg(self, posture: Posture, side: str, leg: Leg) -> None:
        limb, sign = limb_of(self.person, side, "leg"), SIGN[side]
        base = posture.rotation["pelvis"]
        posture.place(f"{side}_thigh_1", base)
        facing = rot.about_y(_heading(base)) @ rot.about_y(sign * TOES_OUT)
        toes = rot.direction(leg.toes) if leg.toes is not None else facing @ np.array([0, 0, 1.0])
        sole = rot.direction(leg.sole) if leg.sole is not None else np.array([0, -1.0, 0])
        if leg.foot_at is not None:
            ankle = target_place(self.props, posture, leg.foot_at) - sole * self.body.joint[f"{side}_foot"][1]
            pole = rot.direction(leg.knee_towards) if leg.knee_towards is not None else toes
            upper, lower, hinge = limb.reach(posture.position[f"{side}_thigh_1"], ankle, pole)
        else:
            turn = (
                base
                @ rot.about_x(-leg.hip_flexion)
                @ rot.about_z(sign * leg.hip_abduction)
                @ rot.about_y(sign * leg.hip_rotation)
            )
            upper, hinge = turn @ [0, -1.0, 0], turn @ [1.0, 0, 0]
            lower = rot.about(hinge, leg.knee) @ upper
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
            foot = rot.about(hinge, -leg.ankle) @ shin
        posture.place(f"{side}_foot", foot)
        posture.place(f"{side}_toes", rot.about(foot @ [1.0, 0, 0], -leg.toe_extension) @ foot)
        posture.follow(f"{side}_toe_tip", f"{side}_toes")

    # arms

    def _arm(self, posture: Posture, side: str, arm: Arm) -> None:
        limb, sign = limb_of(self.person, side, "arm"), SIGN[side]
        hand = hand_of(self.person, side)
        base = posture.rotation[GIRDLE]
        grip = find_handle(self.props, posture, arm.grip.on) if arm.grip else None
        approach = np.array([0, -1.0, 0])
        if grip is not None and arm.grip is not None:
            held = grip.start + grip.axis * arm.grip.at
            approach = rot.unit(held - posture.position[f"{side}_upper_arm_1"])
        for _ in range(RHYTHM_ROUNDS):
            shoulder = posture.position[f"{side}_upper_arm_1"]
            palm_frame, wrist = self._hand_goal(posture, arm, hand, grip, approach)
            if arm.elbow_at is not None:
                upper = rot.unit(target_place(self.props, posture, arm.elbow_at) - shoulder)
                elbow = shoulder + upper * limb.upper_length
                lower = rot.unit((wrist if wrist is not None else elbow + upper) - elbow)
                hinge = rot.unit(np.cross(upper, lower))
            elif wrist is not None:
                pole = rot.direction(arm.elbow_towards if arm.elbow_towards is not None else "back+down")
                upper, lower, hinge = limb.reach(shoulder, wrist, pole)
            else:
                turn = (
                    base
                    @ rot.about_x(-arm.flexion)
                    @ rot.about_z(sign * arm.abduction)
                    @ rot.about_y(sign * arm.rotation)
                )
                upper, hinge = turn @ [0, -1.0, 0], turn @ [-1.0, 0, 0]
                lower = rot.about(hinge, arm.elbow) @ upper
            self._girdle(posture, side, arm, base.T @ upper)
            # Halfway: the hand follows the forearm, which follows the hand.
            approach = rot.unit(approach + lower)
        self._arm_bones(posture, side, limb, (upper, lower, hinge))
        if palm_frame is None:
            palm = rot.about(lower, sign * arm.pronation) @ (sign * hinge)
            palm_frame = rot.frame(lower, palm)
            palm_frame = rot.about(np.cross(lower, palm), arm.wrist_flexion) @ palm_frame
        self._hand_bones(posture, side, limb, palm_frame @ hand.frame.T)
        self._fingers(posture, arm, hand, grip)

    def _hand_goal(
        self, posture: Posture, arm: Arm, hand: Hand, grip: Handle | None, forearm: Array
    ) -> tuple[Array | None, Array | None]:
        """The hand's frame (fingers, palm, across) and the wrist's place, where the pose says them."""
        if grip is not None and arm.grip is not None:
            forward = posture.rotation[GIRDLE] @ [0, 0, 1.0]
            frame = grip.hold(forearm, forward, arm.grip.palm, arm.grip.fingers)
            contact = hand.palm_surface if grip.on_body or grip.flat else hand.crease
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
        tips = hand.tips_of(_style(arm)) if arm.hand else hand.tips
        for goal, offset in (
            (arm.wrist_at, np.zeros(3)), (arm.palm_at, hand.palm_surface), (arm.fingertips_at, tips),
        ):  # fmt: skip
            if goal is not None:
                place = target_place(self.props, posture, goal)
                return given, place - given @ offset if given is not None else place
        return given, None

    def _girdle(self, posture: Posture, side: str, arm: Arm, upper: Array) -> None:
        """Move clavicle and shoulder blade with the arm (its direction in the thorax's frame)."""
        sign, base = SIGN[side], posture.rotation[GIRDLE]
        elevation = float(np.degrees(np.arccos(np.clip(-upper[1], -1, 1))))
        raise_by = RHYTHM * max(0.0, elevation - RHYTHM_FROM) + arm.shrug
        forward = FORWARD_SHARE * float(upper[2]) * float(np.sin(np.radians(elevation))) + arm.protraction
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
        """Attach the hand, and spread its twist over the two bones of the forearm."""
        forearm = posture.rotation[f"{side}_forearm_1"]
        lower = forearm @ limb.lower
        twist = rot.twist_degrees(turn @ forearm.T, lower)
        posture.place(f"{side}_forearm_1", rot.about(lower, FOREARM_TWIST * twist) @ forearm)
        posture.place(f"{side}_forearm_2", rot.about(lower, LOWER_FOREARM_TWIST * twist) @ forearm)
        posture.place(f"{side}_hand", turn)

    @staticmethod
    def _fingers(posture: Posture, arm: Arm, hand: Hand, grip: Handle | None) -> None:
        if grip is not None:
            hand.close(posture, grip.distance, flat=grip.on_body or grip.flat)
        elif arm.palm_on_floor is not None:
            hand.close(posture, lambda points: points[:, 1], flat=True)
        else:
            hand.curl(posture, _style(arm))


def _style(arm: Arm) -> Style:
    if arm.hand is not None:
        return STYLES[arm.hand]
    curl = arm.curl if isinstance(arm.curl, tuple) else (arm.curl, arm.curl, arm.curl)
    return Style((curl,) * 4, arm.thumb)


def _heading(turn: Array) -> float:
    """Which way the pelvis faces, degrees about the vertical; lying down, the body's length tells."""
    ahead = turn @ [0, 0, 1.0]
    if np.hypot(ahead[0], ahead[2]) < LYING:
        ahead = turn @ [0, 1.0, 0] * (1 if ahead[1] < 0 else -1)
    return float(np.degrees(np.arctan2(ahead[0], ahead[2])))
