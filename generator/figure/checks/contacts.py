"""A stage → what floats, sinks in, or misses its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from generator.figure.body.anatomy import SIDES, body_of
from generator.figure.body.hands import hand_of
from generator.figure.pose.handles import find_handle, target_place
from generator.figure.pose.prop import LAIN_ON
from generator.figure.pose.stage import part_vertices, support

if TYPE_CHECKING:
    from generator.figure.geometry.rotations import Array, BoolArray
    from generator.figure.pose.model import Grip
    from generator.figure.pose.stage import Stage

# Metres.
INTO_FLOOR = 0.015  # shoes, and skin that gives
INTO_PROP = 0.016  # the flesh of a hand that holds tight
FLOATING = 0.012  # between a resting part and what it rests on, for the part that is nearest
FLOATING_PART = 0.030  # for each of the parts named
OFF_TARGET = 0.030  # between a hand or foot and the place it was sent to
OFF_GRIP = 0.010


def inside_things(stage: Stage) -> list[str]:
    """Skin under the floor or inside a prop."""
    skin, found = body_of(stage.person).is_skin, []
    depth = _too_deep(stage, "floor", -stage.vertices[:, 1], INTO_FLOOR, skin)
    if depth:
        found.append(f"the body is {1000 * depth:.0f} mm under the floor")
    for prop in stage.props:
        if prop.kind not in LAIN_ON:
            depth = _too_deep(stage, prop.name, -prop.distance(stage.vertices), INTO_PROP, skin)
            if depth:
                found.append(f"the body is {1000 * depth:.0f} mm inside the {prop.name}")
    return found


def _too_deep(stage: Stage, name: str, depths: Array, most: float, skin: BoolArray) -> float:
    """The greatest depth of skin that is deeper than it may be; 0 if none is.

    Only a part that rests there can sink in further, by its `sink`; all others stay within `most`.
    """
    allowed = np.full(len(depths), most)
    for rest in stage.pose.rest:
        if rest.on == name:
            for part in rest.parts:
                allowed[part_vertices(stage.person, part)] = most + rest.sink
    return float(depths[skin & (depths > allowed)].max(initial=0.0))


def floating(stage: Stage) -> list[str]:
    """Parts that should rest on something and do not reach it."""
    found = []
    for rest in stage.pose.rest:
        below = support(stage.props, rest.on)
        gaps = {}
        for part in rest.parts:
            skin = stage.vertices[part_vertices(stage.person, part)]
            gaps[part] = -float((below.top(skin) - skin[:, 1]).max())
        if min(gaps.values()) > FLOATING:
            found.append(f"{' and '.join(gaps)} float {1000 * min(gaps.values()):.0f} mm above the {rest.on}")
        found += [
            f"the {part} floats {1000 * gap:.0f} mm above the {rest.on}"
            for part, gap in gaps.items()
            if gap > FLOATING_PART
        ]
    return found


def hands_and_feet(stage: Stage) -> list[str]:
    """Hands and feet that do not reach what they were sent to."""
    found = []
    for side in SIDES:
        arm, leg = stage.pose.arm(side), stage.pose.leg(side)
        hand = stage.vertices[part_vertices(stage.person, f"{side}_hand")]
        foot = stage.vertices[part_vertices(stage.person, f"{side}_foot")]
        goals = [
            ("hand", hand, target_place(stage.props, stage.posture, goal))
            for goal in (arm.palm_at, arm.fingertips_at, arm.wrist_at)
            if goal
        ]
        if arm.palm_on_floor is not None:
            goals.append(("palm", hand, np.array([arm.palm_on_floor[0], 0, arm.palm_on_floor[1]])))
        if leg.foot_at is not None:
            goals.append(("foot", foot, target_place(stage.props, stage.posture, leg.foot_at)))
        for name, skin, place in goals:
            away = float(np.linalg.norm(skin - place, axis=1).min())
            if away > OFF_TARGET:
                found.append(f"the {side} {name} is {1000 * away:.0f} mm off its place")
        if arm.grip is not None:
            away = _off_grip(stage, side, arm.grip)
            if away > OFF_GRIP:
                found.append(f"the {side} hand is {1000 * away:.0f} mm off {arm.grip.on}")
    return found


def _off_grip(stage: Stage, side: str, grip: Grip) -> float:
    """How far a hand is from what it holds: from the thing, or from the place on it."""
    hand = stage.vertices[part_vertices(stage.person, f"{side}_hand")]
    handle = find_handle(stage.props, stage.posture, grip.on)
    palm = stage.posture.rotation[f"{side}_hand"] @ hand_of(stage.person, side).frame[:, 1]
    place = handle.under_palm(grip.at, palm)
    along = float(np.linalg.norm(hand - place, axis=1).min()) - (OFF_TARGET - OFF_GRIP)
    return max(float(handle.distance(hand).min()), along)
