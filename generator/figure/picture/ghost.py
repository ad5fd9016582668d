"""The figure as it was at the start, behind the figure as it is: a faint outline where it shows."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from scipy import ndimage

from generator.figure.picture import cover, curves, masks
from generator.figure.picture.layers import Dresser
from generator.figure.picture.raster import nearest_pixels

if TYPE_CHECKING:
    from generator.figure.geometry.rotations import Array, BoolArray
    from generator.figure.picture.scene import Scene
    from generator.figure.pose.stage import Stage

FILL, INK = "#f3f5f6", "#7d8f9c"  # the ink of what stays in the background
# SVG units (0.1 mm on paper).
WIDTH, DASH, DASH_GAP = 1.8, 10.0, 8.0
APART = 7.0  # from the outline of the present figure: nearer, two lines would blur into one
SHORTEST = 40.0  # a shorter stretch of outline tells nothing
LEAST = 400  # pixels of an area worth a line
COARSER = 2  # pixels of the scene a pixel of the ghost's own raster


def staged(stage: Stage) -> Stage | None:
    """The ghost of a stage, as the stage's own camera sees it; none if it has none."""
    if stage.before is None:
        return None
    frame = stage.before.frame.model_copy(update={"camera": stage.frame.camera, "zones": ()})
    return replace(stage.before, frame=frame)


def points(stage: Stage) -> Array:
    """World points that the ghost reaches to; none if there is none."""
    ghost = staged(stage)
    if ghost is None:
        return np.zeros((0, 3))
    return np.vstack([layer.vertices[np.unique(layer.triangles)] for layer in Dresser(ghost).layers()])


def silhouette(scene: Scene) -> BoolArray:
    """Pixels of a scene that the figure takes up at the start, whatever stands before them now."""
    ghost = staged(scene.stage)
    wide, high = scene.crop.pixels
    if ghost is None:
        return np.zeros((high, wide), bool)
    crop = replace(scene.crop, detail=scene.crop.detail / COARSER)
    mask = scene.rasterise(Dresser(ghost).layers(), crop).grid("layer") > 0
    return np.kron(mask, np.ones((COARSER, COARSER), bool))[:high, :wide]


def ground(scene: Scene, mask: BoolArray) -> str:
    """A path that tints what a silhouette covers; it is drawn before everything else."""
    data = masks.path(mask & ~cover.body_and_things(scene), LEAST, 1.2, 3.0, scene.scale)
    return f'<path fill="{FILL}" d="{data}"/>' if data else ""


def outline(scene: Scene, mask: BoolArray) -> str:
    """A dashed path round a silhouette, where neither figure nor thing stands before or beside it now."""
    taken = cover.body_and_things(scene)
    clear = ndimage.distance_transform_edt(~taken) * scene.scale > APART
    data = ""
    for ring in masks.rings(mask, LEAST, 5.0):
        shown = _long(ring, clear[nearest_pixels(ring, clear.shape)], SHORTEST / scene.scale)
        for dash in masks.dashes(ring, shown, DASH / scene.scale, DASH_GAP / scene.scale):
            data += curves.path_data(curves.fitted(dash, 0.8), scene.scale)
    style = f'fill="none" stroke="{INK}" stroke-width="{WIDTH}" stroke-linecap="round"'
    return f'<path {style} d="{data}"/>' if data else ""


def _long(points: Array, shown: BoolArray, least: float) -> BoolArray:
    """The stretches of a polyline that show, less those shorter than `least` (same units)."""
    kept = np.zeros(len(points), bool)
    edges = np.nonzero(np.diff(np.concatenate([[False], shown, [False]]).astype(int)))[0]
    for first, last in zip(edges[::2], edges[1::2], strict=True):
        if np.linalg.norm(np.diff(points[first:last], axis=0), axis=1).sum() >= least:
            kept[first:last] = True
    return kept
