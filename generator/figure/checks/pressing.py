"""A stage → kit that is said to press on the body and does not touch it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from generator.figure.body.anatomy import body_of
from generator.figure.pose.handles import find_handle

if TYPE_CHECKING:
    from generator.figure.pose.stage import Stage

# Metres.
NEARBY = 0.05  # skin this near the named point may be what is pressed
TOUCHING = 0.010  # between skin and kit: clothes, and what a line in print cannot tell


def not_pressing(stage: Stage) -> list[str]:
    """Kit that misses the skin that it should press; that none sinks in too deep is asked of all kit."""
    found = []
    for spec, prop in zip(stage.frame.props, stage.props, strict=True):
        if spec.presses:
            place = find_handle((), stage.posture, spec.presses).start
            skin = stage.vertices[body_of(stage.person).is_skin]
            near = skin[np.linalg.norm(skin - place, axis=1) < NEARBY]
            gap = float(prop.distance(near if len(near) else place[None]).min())
            if gap > TOUCHING:
                found.append(f"the {prop.name} is {1000 * gap:.0f} mm off {spec.presses}, which it presses")
    return found
