"""How much room a frame takes on its picture plane: figure, kit, ghost, arrows and insets."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from generator.figure.picture import camera, courses, ghost, insets
from generator.figure.picture.layers import Dresser, prop_layers

if TYPE_CHECKING:
    from generator.figure.pose.stage import Stage

ARROW_ROOM = 0.03  # metres round an arrow's points
INSET_ROOM = 0.01  # and round an inset's circles


def extent(stage: Stage) -> camera.Extent:
    """What the frame takes up on its picture plane."""
    view = camera.view(stage.frame.camera)
    points = [layer.vertices[np.unique(layer.triangles)] for layer in Dresser(stage).layers()]
    points += [layer.vertices for _, layer in prop_layers(stage)]
    points.append(ghost.points(stage))
    plane = (np.vstack(points) @ view.T)[:, :2]
    for arrow in stage.frame.arrows:
        run = courses.plane_points(arrow, stage.posture, view)
        plane = np.vstack([plane, run - ARROW_ROOM, run + ARROW_ROOM])
    for inset in stage.frame.insets:
        at = insets.place(inset, stage)
        rings = [(at.middle, at.radius), (at.of, inset.radius)][: 2 if inset.is_closer else 1]
        for middle, radius in rings:
            plane = np.vstack([plane, middle - radius - INSET_ROOM, middle + radius + INSET_ROOM])
    cut = stage.frame.cut_below
    if cut is not None:
        plane = plane[plane[:, 1] > cut]
    low, high = plane.min(0), plane.max(0)
    bottom = min(low[1], 0) if cut is None else cut
    return camera.Extent(float(low[0]), float(high[0]), float(bottom), float(high[1]))
