"""Is a staged frame possible, and does its picture show what it must?

Nothing floats, nothing passes through anything, hands are on what they hold, joints stay in human range, and
every marked zone can be seen from the camera.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy.spatial import cKDTree

from generator.figure.body.anatomy import SIDES, body_of
from generator.figure.body.hands import hand_of
from generator.figure.body.points import point
from generator.figure.checks.joint_ranges import beyond
from generator.figure.geometry.solids import Floor
from generator.figure.geometry.surface import normals
from generator.figure.illustrations import stages
from generator.figure.picture import camera
from generator.figure.picture.illustration import Artist, extent
from generator.figure.picture.zone_marks import SEEN_ENOUGH
from generator.figure.pose import handles
from generator.figure.pose.model import Arm, Grip, Leg, Target
from generator.figure.pose.stage import SINK, part_vertices

if TYPE_CHECKING:
    from pathlib import Path

    from generator.figure.geometry.rotations import Array, BoolArray
    from generator.figure.pose.props import Prop
    from generator.figure.pose.stage import Stage

# Metres.
INTO_FLOOR = 0.012  # shoes, and skin that gives
INTO_PROP = 0.016  # the flesh of a hand that holds tight
FLOATING = 0.012  # between a resting part and what it rests on, for the part that is nearest
FLOATING_PART = 0.030  # for each of the parts named
OFF_TARGET = 0.030  # between a hand or foot and the place it was sent to
OFF_GRIP = 0.010
INTO_BODY = 0.012  # how deep a limb's bone may lie under the skin of another part
BESIDE = 0.08  # further from the skin than this is outside: no trunk or thigh is thicker by so much
ARM_POINTS = ("forearm_1", "forearm_2", "hand", "middle_1", "middle_tip", "index_tip")
LEG_POINTS = ("shin_1", "shin_2", "foot", "toe_tip")
MARKED = 0.0020  # square metres of the picture plane: a mark of 2 x 1 mm in print can still be told
COARSE = 0.6  # raster pixels per SVG unit that suffice to measure zones


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is wrong with a frame."""

    file: str
    frame: str
    what: str

    def __str__(self) -> str:
        """`file frame: what`."""
        return f"{self.file} {self.frame}: {self.what}"


def check_file(path: Path) -> list[Finding]:
    """Every finding in every frame of a pose file.

    Raises:
        BadDataError: the file is not as it must be.
    """
    return [
        Finding(path.stem, name, what) for name, stage in stages(path).items() for what in check_stage(stage)
    ]


def check_stage(stage: Stage) -> list[str]:
    """All that is wrong with a staged frame, in words."""
    return [
        *inside_things(stage), *floating(stage), *hands_and_feet(stage), *through_body(stage),
        *out_of_range(stage), *unseen_zones(stage),
    ]  # fmt: skip


def _skin(stage: Stage) -> Array:
    return stage.vertices[np.unique(body_of(stage.person).skin_quads)]


def _sinks(stage: Stage, name: str) -> float:
    """The most that any part may sink into this support."""
    rests = (stage.pose.rest or ()) if stage.pose else ()
    return max((SINK if rest.sink is None else rest.sink for rest in rests if rest.on == name), default=0.0)


def inside_things(stage: Stage) -> list[str]:
    """Skin under the floor or inside a prop."""
    skin, found = _skin(stage), []
    depth = -float(skin[:, 1].min())
    if depth > INTO_FLOOR + _sinks(stage, "floor"):
        found.append(f"the body is {1000 * depth:.0f} mm under the floor")
    for prop in stage.props:
        depth = -float(prop.distance(skin).min()) if prop.kind != "mat" else 0.0
        if depth > INTO_PROP + _sinks(stage, prop.name):
            found.append(f"the body is {1000 * depth:.0f} mm inside the {prop.name}")
    return found


def floating(stage: Stage) -> list[str]:
    """Parts that should rest on something and do not reach it."""
    found = []
    for rest in stage.pose.rest or ():
        support: Floor | Prop = next((prop for prop in stage.props if prop.name == rest.on), Floor())
        gaps = {}
        for part in rest.parts:
            skin = stage.vertices[part_vertices(stage.person, part)]
            gaps[part] = -float((support.top(skin) - skin[:, 1]).max())
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
        arm = (stage.pose.left_arm if side == "left" else stage.pose.right_arm) or Arm()
        leg = (stage.pose.left_leg if side == "left" else stage.pose.right_leg) or Leg()
        hand = stage.vertices[part_vertices(stage.person, f"{side}_hand")]
        foot = stage.vertices[part_vertices(stage.person, f"{side}_foot")]
        goals = [
            ("hand", hand, _place(stage, goal))
            for goal in (arm.palm_at, arm.fingertips_at, arm.wrist_at)
            if goal
        ]
        if arm.palm_on_floor is not None:
            goals.append(("palm", hand, np.array([arm.palm_on_floor[0], 0, arm.palm_on_floor[1]])))
        if leg.foot_at is not None:
            goals.append(("foot", foot, _place(stage, leg.foot_at)))
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
    handle = handles.find(stage.props, stage.posture, grip.on)
    palm = stage.posture.rotation[f"{side}_hand"] @ hand_of(stage.person, side).frame[:, 1]
    place = handle.under_palm(grip.at, palm)
    along = float(np.linalg.norm(hand - place, axis=1).min()) - (OFF_TARGET - OFF_GRIP)
    return max(float(handle.distance(hand).min()), along)


def _place(stage: Stage, target: Target) -> Array:
    if target.at is not None:
        return np.array(target.at) + target.offset
    name = str(target.point)
    start = (
        handles.find(stage.props, stage.posture, name).start if "." in name else point(stage.posture, name)
    )
    return np.array(start + target.offset)


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


def out_of_range(stage: Stage) -> list[str]:
    """Joints bent further than healthy joints go."""
    return [
        f"{name} is {value:.0f} degrees; {limits.least:.0f} to {limits.most:.0f} is normal ({limits.source})"
        for name, (value, limits) in beyond(stage.posture, stage.pose).items()
    ]


def unseen_zones(stage: Stage) -> list[str]:
    """Marked zones of which the camera sees too little, even as if the body were glass."""
    if not stage.frame.zones:
        return []
    crop = camera.crops({"": extent(stage)}, COARSE)[""]
    marks = Artist(stage, crop).zones()
    pixel = 1 / crop.pixels_per_metre
    found = []
    for name, mask in (marks.seen | marks.through).items():
        area = float(mask.sum()) * pixel**2
        if area < (MARKED if name in marks.through else SEEN_ENOUGH):
            found.append(f"of the zone {name} only {10000 * area:.0f} cm² can be marked; turn the camera")
    return found
