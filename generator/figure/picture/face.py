"""Calm, friendly faces: a few strokes glued to the skin, in place of the mesh's own creases.

At 60 mm a head is 8 mm high: a smile, easy brows and eyes that are dots say more than anatomy would.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from generator.figure.body.anatomy import SIDES, SIGN, body_of
from generator.figure.body.wardrobe import EAR_SHARE, HEAD, rest_values, wardrobe_of

if TYPE_CHECKING:
    from generator.figure.body.posture import Posture
    from generator.figure.geometry.rotations import Array, BoolArray

SAMPLES = 11
MOST = 0.5  # share of a vertex that must belong to head or ear
MIDLINE = 0.01  # metres from the middle within which the tip of the nose is looked for
EYE_HALF, LID_RISE = 0.0135, 0.0055  # metres: half a lid's width, how far it arches
PUPIL_HEIGHT, PUPIL_WIDTH = 0.0052, 0.0038  # half sizes
BROW_HALF, BROW_ABOVE, BROW_RISE = 0.0160, 0.0215, 0.0038
NOSE_HALF, NOSE_RISE = 0.0095, 0.0035  # the wings of the nose, seen from the front
MOUTH_HALF, SMILE = 0.0225, 0.0058  # half its width, how far the corners rise
LIFT = 0.001  # strokes lie this far off the skin
FROM_ABOVE = 0.42  # sine of the angle to the face from above which eyes look lowered
NEAR = 6  # vertices that tell how far forward the skin is at a place


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line on the head.

    Attributes:
        kind: `lid`, `pupil`, `brow`, `nose`, `mouth` or `ear`.
        points: world metres.
    """

    kind: str
    points: Array


def eyes_seen(eyes: str, posture: Posture, viewer: Array) -> str:
    """How eyes are drawn: as the frame has it, but lowered when the face is seen from above.

    Args:
        eyes: `open`, `down` or `closed`.
        posture: tells how the head is turned.
        viewer: the direction to the viewer.
    """
    from_above = float((viewer @ posture.rotation["head"])[1])
    return "down" if eyes == "open" and from_above > FROM_ABOVE else eyes


def strokes(posture: Posture, eyes: str) -> list[Stroke]:
    """The strokes of a posed head; `eyes` is `open`, `down` or `closed`."""
    person = posture.person
    body, wardrobe = body_of(person), wardrobe_of(person)
    (rest, values), _ = rest_values(person)
    face = rest[(values[:, HEAD] > MOST) & (rest[:, 2] > wardrobe.head_centre[2] + 0.03)]
    turn, place = posture.rotation["head"], posture.position["head"]
    t = np.linspace(-1, 1, SAMPLES)

    def world(points: Array) -> Array:
        moved: Array = place + (points - body.joint["head"]) @ turn.T
        return moved

    def on_face(x: Array, y: Array) -> Array:
        depth = [face[np.hypot(*(face[:, :2] - [a, b]).T).argsort()[:NEAR], 2].max()
                 for a, b in zip(x, y, strict=True)]  # fmt: skip
        even = np.polyval(np.polyfit(t, depth, 2), t)
        return world(np.column_stack([x, y, even + LIFT]))

    found = []
    for side in SIDES:
        sign = SIGN[side]
        centre = wardrobe.eye[side]
        arch = LID_RISE * (1 - t * t)
        if eyes != "open":  # lids lie in a low, open curve
            arch = -0.6 * arch - 0.002
        found.append(Stroke("lid", on_face(centre[0] + EYE_HALF * t, centre[1] + arch - 0.001)))
        if eyes == "open":
            ball = body.vertices[np.unique(body.eye_quads[side])]
            pupil = np.tile([centre[0], centre[1] + 0.0002, ball[:, 2].max()], (SAMPLES, 1))
            pupil[:, 1] += PUPIL_HEIGHT * t
            found.append(Stroke("pupil", world(pupil)))
        rise = BROW_ABOVE + BROW_RISE * (1 - (t * sign + 0.2) ** 2)
        found.append(Stroke("brow", on_face(centre[0] + BROW_HALF * t + 0.002 * sign, centre[1] + rise)))
        found.append(
            Stroke("ear", world(_ear(rest[(values[:, EAR_SHARE] > MOST) & (rest[:, 0] * sign > 0)], sign)))
        )
    tip = face[np.argmax(np.where(abs(face[:, 0]) < MIDLINE, face[:, 2], -np.inf))]
    found.append(Stroke("nose", on_face(NOSE_HALF * t, tip[1] - 0.008 + NOSE_RISE * t * t)))
    mouth = (body.joint["upper_lip"][1] + body.joint["lower_lip"][1]) / 2
    found.append(Stroke("mouth", on_face(MOUTH_HALF * t, mouth - 0.001 + SMILE * t * t)))
    return found


def _ear(ear: Array, sign: float) -> Array:
    """The inner fold of an ear, a C open towards the face."""
    centre, size = ear.mean(0), ear[:, 1:].std(0) * 1.15
    angle = np.radians(np.linspace(20, 235, SAMPLES))
    y = centre[1] + np.sin(angle) * size[0] + 0.004
    z = centre[2] + np.cos(angle) * size[1]
    out = [
        np.abs(ear[np.hypot(ear[:, 1] - b, ear[:, 2] - c).argsort()[: NEAR - 1], 0]).max()
        for b, c in zip(y, z, strict=True)
    ]
    step = np.arange(SAMPLES)
    x = np.polyval(np.polyfit(step, out, 2), step) + 0.002
    return np.column_stack([x * sign, y, z])


def silent(person: str, rest: Array) -> BoolArray:
    """Whether rest positions lie round eyes or mouth, where strokes replace the mesh's creases."""
    body, wardrobe = body_of(person), wardrobe_of(person)
    mouth = (body.joint["left_mouth_corner"] + body.joint["right_mouth_corner"]) / 2
    mouth[1] = (body.joint["upper_lip"][1] + body.joint["lower_lip"][1]) / 2
    quiet = (((rest - mouth) / [0.036, 0.020, 0.05]) ** 2).sum(1) < 1
    for eye in wardrobe.eye.values():
        quiet |= (((rest - eye) / [0.026, 0.022, 0.05]) ** 2).sum(1) < 1
    return np.asarray(quiet)
