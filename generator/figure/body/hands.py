"""Hands: their rest geometry, how fingers curl, and how they close round what they hold."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from generator.figure.body import grasp
from generator.figure.body.anatomy import FINGERS, SIGN, body_of
from generator.figure.geometry import rotations as rot

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Literal

    from generator.figure.body.posture import Posture
    from generator.figure.geometry.rotations import Array

    Distance = Callable[[Array], Array]
    Bend = tuple[float, float, float]
    HandName = Literal["relaxed", "flat", "spread", "point", "fist", "press"]

FINGER_RADIUS = 0.0085  # metres from a finger bone to its skin
THUMB_RADIUS = 0.009
CLOSING = np.arange(-40.0, 112.0, 4.0)  # degrees tried at each finger joint, from straightened to closed
FLAT = {1: 30.0, 2: 25.0, 3: 20.0}  # most that each joint bends when the hand lies flat
# Least and most degrees of the three joints, and of the swing of the base, when something is held.
GRASP = ((-30.0, 90.0), (0.0, 100.0), (0.0, 60.0), (0.0, 0.0))
THUMB_GRASP = ((-40.0, 30.0), (-10.0, 50.0), (0.0, 60.0), (0.0, 80.0))
# The same of a thumb that lies over the closed fingers, and what a metre across them is worth to it.
THUMB_OVER = ((0.0, 90.0), (0.0, 60.0), (0.0, 70.0), (-30.0, 30.0))
THUMB_OVER_REACH = 0.3
THUMB_REACH = 0.18  # what a metre past the palm is worth to a thumb that holds
SAMPLES = np.linspace(0.25, 1.0, 4)  # places along a finger bone that may touch
OWN_HAND = 0.9  # share beyond which a vertex is the hand, not its blend into the forearm
BALL = 0.03  # metres beside the middle finger where the ball of the thumb begins
TOUCH = 0.001  # metres that skin may give
TOGETHER = 0.8  # share of the rest pose's spread that is taken out, so that fingers lie side by side
THUMB_TOGETHER = 0.65  # of the thumb's spread: it rests beside the index finger
LAID, LAID_THUMB = 0.15, 0.45  # the same of a hand that lies flat: its fingers and thumb part
SKIN = 0.004  # metres that a resting palm stays clear, so that no skin dips below what it lies on
FLESH = 80  # percentile of the palm's thickness that stays when a hand presses on something
PALM_SHARE = 0.55  # the palm's middle, from the wrist to the knuckles
CREASE_SHARE = 0.88  # where a bar lies across the palm


@dataclass(frozen=True, slots=True)
class Style:
    """How a hand that holds nothing is shaped.

    Attributes:
        curl: degrees that the three joints of index to little finger bend, from the rest hand's easy bend.
        thumb: degrees that the thumb bends.
        together: share of the rest hand's spread that is taken out of the fingers.
        thumb_in: the same of the thumb.
    """

    curl: tuple[Bend, Bend, Bend, Bend]
    thumb: float
    together: float = TOGETHER
    thumb_in: float = THUMB_TOGETHER


_EASY, _STRAIGHT, _CLOSED = (12.0, 14.0, 10.0), (-13.0, -11.0, -9.0), (78.0, 88.0, 45.0)
STYLES: dict[HandName, Style] = {
    "relaxed": Style(((6, 10, 8), _EASY, (17, 18, 12), (20, 22, 14)), 6, 0.5, 0.5),
    "flat": Style((_STRAIGHT,) * 4, -4, 0.7, 0.5),
    "spread": Style((_STRAIGHT,) * 4, -4, -0.4, -0.1),
    "point": Style((_STRAIGHT, _CLOSED, _CLOSED, _CLOSED), 30),
    "fist": Style((_CLOSED,) * 4, 50, TOGETHER, 1.2),
    "press": Style((_STRAIGHT, _STRAIGHT, _STRAIGHT, (6, 8, 6)), -6, 0.9, -0.1),
}


@dataclass(frozen=True, slots=True)
class Hand:
    """A hand at rest. Offsets are from the wrist, in the frame (fingers, palm, across).

    Attributes:
        frame: rest frame: columns are the fingers' direction, the palm's and the one across.
        palm_surface: the middle of the palm's skin.
        crease: the skin below the knuckles, where a bar lies.
        tips: the tip of the middle finger.
    """

    person: str
    side: str
    frame: Array
    palm_surface: Array
    crease: Array
    tips: Array

    def curl(self, posture: Posture, style: Style) -> None:
        """Shape a hand that holds nothing."""
        turn = posture.rotation[f"{self.side}_hand"]
        axis = turn @ self.frame[:, 2]
        for number, finger in enumerate(FINGERS):
            share = style.thumb_in if finger == "thumb" else style.together
            total, base = 0.0, self._together(finger, turn, share)
            for joint in (1, 2, 3):
                total += style.thumb / 2 if finger == "thumb" else style.curl[number - 1][joint - 1]
                posture.place(f"{self.side}_{finger}_{joint}", rot.about(axis, total) @ base)
            posture.follow(f"{self.side}_{finger}_tip", f"{self.side}_{finger}_3")
        if style.curl[1] == _CLOSED:
            self._fold_thumb(posture, turn)

    def _fold_thumb(self, posture: Posture, turn: Array) -> None:
        """Lay the thumb over the fingers that are closed into the palm."""
        joint, place = body_of(self.person).joint, posture.position
        shares = np.linspace(0, 1, 5)[:, None]
        ends = [
            (place[f"{self.side}_{finger}_{one}"], place[f"{self.side}_{finger}_{two}"])
            for finger in ("index", "middle", "ring")
            for one, two in (("1", "2"), ("2", "3"), ("3", "tip"))
        ]
        flesh = np.concatenate([start + (end - start) * shares for start, end in ends])
        wrist = place[f"{self.side}_hand"]
        flesh = np.concatenate([flesh, wrist + (ends[3][0] - wrist) * shares])

        def distance(points: Array) -> Array:
            return np.asarray(np.linalg.norm(points[:, None] - flesh, axis=2).min(1) - FINGER_RADIUS)

        names = [f"{self.side}_thumb_{end}" for end in ("1", "2", "3", "tip")]
        bones = np.diff([joint[name] for name in names], axis=0)
        fingers, palm, across = (turn @ self.frame[:, column] for column in range(3))
        over, inward = -fingers * self._thumb_beside, -across * self._thumb_beside
        root, reach = place[names[0]], (inward, THUMB_OVER_REACH)
        digit = grasp.Digit(root, bones, turn, over, THUMB_RADIUS, palm, reach)
        angles = grasp.closed(digit, THUMB_OVER, distance)
        for name, rotation in zip(names, digit.rotations(angles), strict=False):
            posture.place(name, rotation)
        posture.follow(names[3], names[2])

    def tips_of(self, style: Style) -> Array:
        """Where the middle finger's tip is in a style; as `tips`."""
        joint = body_of(self.person).joint
        names = ("middle_1", "middle_2", "middle_3", "middle_tip")
        places = [(joint[f"{self.side}_{name}"] - joint[f"{self.side}_hand"]) @ self.frame for name in names]
        total, tip = 0.0, places[0]
        for bend, start, end in zip(style.curl[1], places, places[1:], strict=False):
            total += bend
            tip = tip + rot.about(np.array([0, 0, 1.0]), total) @ (end - start)
        return np.asarray(tip)

    def close(self, posture: Posture, distance: Distance, *, flat: bool) -> None:
        """Bend each finger joint until the finger touches; the thumb comes from the other side."""
        turn = posture.rotation[f"{self.side}_hand"]
        if not flat:
            self._grasp(posture, distance, turn)
            return
        for finger in FINGERS[1:]:
            base = self._together(finger, turn, LAID)
            for joint in (1, 2, 3):
                options = CLOSING[FLAT[joint] >= CLOSING]
                axis = turn @ self.frame[:, 2]
                base = self._bend(posture, f"{finger}_{joint}", base, axis, options, distance)
            posture.follow(f"{self.side}_{finger}_tip", f"{self.side}_{finger}_3")
        self._lay_thumb(posture, distance, turn)

    def _grasp(self, posture: Posture, distance: Distance, turn: Array) -> None:
        """Close fingers and thumb round something, the thumb from its other side."""
        joint = body_of(self.person).joint
        fingers, palm, across = (turn @ self.frame[:, column] for column in range(3))
        for finger in FINGERS:
            names = [f"{self.side}_{finger}_{end}" for end in ("1", "2", "3", "tip")]
            bones = np.diff([joint[name] for name in names], axis=0)
            base = turn if finger == "thumb" else self._together(finger, turn, TOGETHER)
            posture.place(names[0], base)
            root = posture.position[names[0]]
            digit, ranges = grasp.Digit(root, bones, base, across, FINGER_RADIUS), GRASP
            if finger == "thumb":
                under = -fingers * self._thumb_beside  # turning about this swings the thumb under the palm
                reach = palm, THUMB_REACH
                digit = grasp.Digit(root, bones, base, -across, THUMB_RADIUS, under, reach)
                ranges = THUMB_GRASP
            angles = grasp.closed(digit, ranges, distance)
            for name, rotation in zip(names, digit.rotations(angles), strict=False):
                posture.place(name, rotation)
            posture.follow(names[3], names[2])

    @property
    def _thumb_beside(self) -> float:
        """1 or -1: on which side of the hand the thumb is, across it."""
        rest = body_of(self.person).joint
        thumb = rest[f"{self.side}_thumb_2"] - rest[f"{self.side}_hand"]
        return float(np.sign(thumb @ self.frame[:, 2]))

    def _lay_thumb(self, posture: Posture, distance: Distance, turn: Array) -> None:
        fingers, across = turn @ self.frame[:, 0], turn @ self.frame[:, 2]
        under = -fingers * self._thumb_beside
        swings, wraps = np.arange(-70.0, 10.0, 5.0), np.arange(-10.0, 50.0, 5.0)
        base = self._together("thumb", turn, LAID_THUMB)
        base = self._bend(posture, "thumb_1", base, under, swings, distance)
        for joint in (2, 3):
            base = self._bend(posture, f"thumb_{joint}", base, -across, wraps, distance)
        posture.follow(f"{self.side}_thumb_tip", f"{self.side}_thumb_3")

    def _together(self, finger: str, turn: Array, share: float) -> Array:
        """The hand's rotation with a share of the finger's spread taken out."""
        joint = body_of(self.person).joint
        along = (joint[f"{self.side}_{finger}_tip"] - joint[f"{self.side}_{finger}_1"]) @ self.frame
        spread = float(np.degrees(np.arctan2(along[2], along[0])))
        return rot.about(turn @ self.frame[:, 1], spread * share) @ turn

    def _bend(
        self, posture: Posture, name: str, base: Array, axis: Array, options: Array, distance: Distance
    ) -> Array:
        """Turn one joint as far as the options go before its bone meets the surface; returns its rotation."""
        bone = f"{self.side}_{name}"
        stem, number = name.rsplit("_", 1)
        following = f"{self.side}_{stem}_{int(number) + 1}" if number != "3" else f"{self.side}_{stem}_tip"
        joint = body_of(self.person).joint
        posture.place(bone, base)
        length = joint[following] - joint[bone]
        turns = np.array([rot.about(axis, float(angle)) @ base for angle in options])
        samples = posture.position[bone] + np.einsum("aij,j->ai", turns, length)[:, None] * SAMPLES[:, None]
        radius = THUMB_RADIUS if stem == "thumb" else FINGER_RADIUS
        gaps = distance(samples.reshape(-1, 3)).reshape(len(options), -1).min(1) - radius
        blocked = np.nonzero(gaps < -TOUCH)[0]
        start = int(abs(options).argmin())
        if len(blocked) == 0:
            chosen = len(options) - 1
        elif (gaps[start:] < -TOUCH).all() or gaps[start] < -TOUCH:
            free = np.nonzero(gaps >= -TOUCH)[0]  # straight is already inside: open until it is free
            chosen = int(free[abs(free - start).argmin()]) if len(free) else int(gaps.argmax())
        else:
            after = blocked[blocked > start]
            chosen = int(after[0]) - 1 if len(after) else len(options) - 1
        posture.rotation[bone] = turns[chosen]
        return np.asarray(turns[chosen])


@cache
def hand_of(person: str, side: str) -> Hand:
    """The rest hand of a person."""
    body = body_of(person)
    joint = body.joint
    wrist = joint[f"{side}_hand"]
    fingers = rot.unit(joint[f"{side}_middle_1"] - wrist)
    across = joint[f"{side}_little_1"] - joint[f"{side}_index_1"]
    frame = rot.frame(fingers, np.cross(fingers, across) * -SIGN[side])
    hand = body.parts[f"{side}_hand"] > OWN_HAND
    knuckles = (joint[f"{side}_middle_1"] - wrist) @ frame[:, 0]
    local = (body.vertices - wrist) @ frame
    digits = local[:, 0] > knuckles
    thumb = rot.unit(joint[f"{side}_thumb_2"] - wrist) @ frame[:, 2]
    beside = local[:, 2] * np.sign(thumb) > BALL
    palm = hand & body.is_skin & ~digits & ~beside & (local[:, 1] > 0)
    depth = float(np.percentile(local[palm, 1], FLESH))
    knuckle_depth = float(np.percentile(local[palm & (local[:, 0] > 0.75 * knuckles), 1], FLESH))
    tip = (joint[f"{side}_middle_tip"] - wrist) @ frame
    return Hand(
        person,
        side,
        frame,
        palm_surface=np.array([knuckles * PALM_SHARE, depth + SKIN, 0]),
        crease=np.array([knuckles * CREASE_SHARE, knuckle_depth, 0]),
        tips=tip,
    )
