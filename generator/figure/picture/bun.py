"""A bun: a knot of hair as a ball on the head, with strokes on it that run as the hair is wound."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from generator.figure.body.anatomy import body_of
from generator.figure.body.wardrobe import wardrobe_of
from generator.figure.geometry.rotations import frame
from generator.figure.geometry.solids import Ball

if TYPE_CHECKING:
    from generator.figure.body.posture import Posture
    from generator.figure.geometry.rotations import Array

# From the head's centre, metres: high enough that the knot stands out of the head's outline from behind too.
BUNS = {"bun": (0, 0.099, -0.093), "low_bun": (0, -0.015, -0.128)}
RADIUS = 0.042  # metres
LIFT = 0.001  # strokes lie this far off the ball
SAMPLES = 13
# Strokes as (from, to) in degrees round the knot, and (from, to) away from its outermost point.
WOUND = (((-50, 95), (76, 52)), ((80, 230), (70, 38)), ((200, 330), (58, 22)))


def ball(posture: Posture) -> Ball | None:
    """The bun of a posed head; None for those who wear none."""
    wardrobe = wardrobe_of(posture.person)
    if wardrobe.person.hair not in BUNS:
        return None
    offset = wardrobe.head_centre + BUNS[wardrobe.person.hair] - body_of(posture.person).joint["head"]
    return Ball(posture.position["head"] + posture.rotation["head"] @ offset, RADIUS)


def strokes(posture: Posture) -> list[Array]:
    """Lines on the bun, world metres; none without one."""
    knot = ball(posture)
    if knot is None:
        return []
    turn = posture.rotation["head"]
    outward = turn @ np.array(BUNS[wardrobe_of(posture.person).person.hair])
    axes = frame(outward, turn @ np.array([0, 1.0, 0]))
    found = []
    for round_it, away in WOUND:
        about, off = (np.radians(np.linspace(*ends, SAMPLES)) for ends in (round_it, away))
        points = np.column_stack([np.cos(off), np.sin(off) * np.cos(about), np.sin(off) * np.sin(about)])
        found.append(knot.centre + points @ axes.T * (RADIUS + LIFT))
    return found
