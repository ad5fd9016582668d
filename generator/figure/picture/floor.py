"""The floor of a scene: a line behind everything, and soft shadows where the floor is touched."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy import ndimage

from generator.figure.picture import curves, masks

if TYPE_CHECKING:
    from generator.figure.picture.scene import Scene

LINE_WIDTH = 1.6  # SVG units
NEAR = 0.06  # metres: what is lower shades the floor
CELL = 0.01  # metres: of the shadow's own raster
STEEP = 45  # degrees: whoever looks down more steeply sees floor all round, and no line behind it
REACH = 7  # cells by which a shadow is wider than what stands there


def floor(scene: Scene) -> str:
    """Paths of shadow and line; none in a close-up, nor on a mat, which is drawn as a thing.

    Under a bed the floor has its shadow only, as it has when it is seen from high above.
    """
    stage, view = scene.stage, scene.view
    if stage.frame.cut_below is not None or any(prop.kind == "mat" for prop in stage.props):
        return ""
    ground = min((prop.ground for prop in stage.props), default=0.0)
    things = [layer.vertices for layer in scene.layers if layer.fill] if ground else []
    places = np.vstack(things or [stage.vertices])  # from below there may be no things
    low = places[:, 1] < ground + NEAR
    behind = places[low] if low.any() else places[:1]
    furthest = float((behind @ view.T)[:, 2].min())
    tilt = float(view[1] @ view[1] * view[2, 1])
    level = ground * float(view[1, 1]) + max(0.0, -furthest) * tilt + 0.02
    y = float(scene.crop.to_units(np.array([[0, level]]))[0, 1])
    stroke = f'stroke="{scene.colours["floor"]}" stroke-width="{LINE_WIDTH}"'
    line = f'<path fill="none" {stroke} d="{_across(scene, y)}"/>'
    if stage.frame.camera.elevation >= STEEP or any(prop.kind == "bed" for prop in stage.props):
        line = ""
    return line if scene.in_circle else _shadow(scene, ground) + line


def _across(scene: Scene, y: float) -> str:
    """Path data of a level line from edge to edge of what is drawn; y in SVG units."""
    width, height = scene.crop.units
    left, right = 0.0, float(width)
    if scene.in_circle:
        half = np.sqrt(max((width / 2) ** 2 - (y - height / 2) ** 2, 0.0))
        left, right = width / 2 - half, width / 2 + half
    return curves.path_data([curves.line(np.array([left, y]), np.array([right, y]))])


def _shadow(scene: Scene, level: float) -> str:
    """Where figure and props stand, widened and laid on the floor."""
    ground = np.vstack(
        [layer.vertices[layer.vertices[:, 1] < level + NEAR][:, [0, 2]] for layer in scene.layers]
    )
    if not len(ground):
        return ""
    low = ground.min(0) - CELL * (REACH + 4)
    place = np.floor((ground - low) / CELL).astype(int)
    mask = np.zeros(tuple(place.max(0) + REACH + 5), bool)
    mask[place[:, 0], place[:, 1]] = True
    off = np.hypot(*np.mgrid[-REACH : REACH + 1, -REACH : REACH + 1])
    mask = ndimage.binary_dilation(mask, off <= REACH)
    text = ""
    for loop in masks.outlines(mask, 60, 0.6, 5.0):
        moved = []
        for curve in loop:
            world = np.stack([low[0] + curve[:, 1] * CELL, np.full(4, level), low[1] + curve[:, 0] * CELL], 1)
            moved.append(scene.crop.to_units((world @ scene.view.T)[:, :2]))
        text += curves.path_data(moved, close=True)
    return f'<path fill="{scene.colours["shadow"]}" d="{text}"/>' if text else ""
