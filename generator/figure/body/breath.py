"""The rib cage in a breath: the lower ribs swing out to both sides, and a little to the front."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from generator.figure.body.anatomy import BONES, SPINE, body_of

if TYPE_CHECKING:
    from generator.figure.geometry.rotations import Array

# Shares of the thorax's height (0 = below T12, 1 = C7): the eighth to tenth ribs swing out furthest.
WIDEST, REACH = 0.22, 0.34
FRONT = 0.35  # of what the sides move out
HALF_WIDTH, HALF_DEPTH = 0.11, 0.09  # metres from the middle of the chest at which it moves in full


@cache
def spread(person: str) -> Array:
    """How each vertex of a body at rest moves (n, 3) when its ribs widen by one metre on each side."""
    body = body_of(person)
    low, high = body.joint["spine_6"][1], body.joint["C7"][1]
    level = (body.vertices[:, 1] - low) / (high - low)
    trunk = np.asarray(body.weights[:, [BONES.index(bone) for bone in SPINE]].sum(1)).ravel()
    much = trunk * np.exp(-(((level - WIDEST) / REACH) ** 2))
    middle = body.joint["spine_8"][2] + HALF_DEPTH
    aside = np.clip(body.vertices[:, 0] / HALF_WIDTH, -1, 1)
    ahead = np.clip((body.vertices[:, 2] - middle) / HALF_DEPTH, 0, 1)
    return np.asarray(np.stack([much * aside, 0 * much, much * ahead * FRONT], 1))
