"""What an arrow must not cover: the figure and things, or, for one that lies over them, face and hands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from generator.figure.body.anatomy import SIDES, body_of
from generator.figure.body.wardrobe import BUN, EAR, EYE, HAIR, SKIN
from generator.figure.geometry.rotations import unit

if TYPE_CHECKING:
    from generator.figure.geometry.rotations import Array, BoolArray, IntArray
    from generator.figure.picture.scene import Scene

GROUND = {"mat", "bed", "wall"}  # kinds of things that lie behind or below: an arrow may cross them
ARM_PART, HEAD_PART = {"left": 1, "right": 2}, 5  # as `Wardrobe.part` numbers them
WRIST = -0.01  # metres along the hand, from the wrist
ROUND = 16  # places looked at round a point


def is_head(region: IntArray, part: IntArray) -> BoolArray:
    """Which pixels of the figure are face, ears or hair, by their region and part."""
    return np.asarray(np.isin(region, [HAIR, BUN, EAR, EYE]) | ((region == SKIN) & (part == HEAD_PART)))


def is_hand(person: str, side: str, region: IntArray, part: IntArray, rest: Array) -> BoolArray:
    """Which pixels of the figure are the left or right hand, by their region, part and place at rest."""
    joint = body_of(person).joint
    wrist = joint[f"{side}_hand"]
    found: BoolArray = np.asarray((region == SKIN) & (part == ARM_PART[side]))
    found[found] = (rest[found] - wrist) @ unit(joint[f"{side}_middle_1"] - wrist) > WRIST
    return found


def head(scene: Scene) -> BoolArray:
    """Pixels of face, ears and hair."""
    region, part, figure = (scene.buffers.grid(name) for name in ("region", "part", "figure"))
    return np.asarray(figure & is_head(region, part))


def hand(scene: Scene, side: str) -> BoolArray:
    """Pixels of the left or right hand."""
    region, part, rest = (scene.buffers.grid(name) for name in ("region", "part", "rest"))
    return np.asarray(scene.buffers.grid("figure") & is_hand(scene.stage.person, side, region, part, rest))


def head_and_hands(scene: Scene) -> dict[str, BoolArray]:
    """Pixels of the head and of each hand, by what words call them."""
    return {"head": head(scene)} | {f"{side} hand": hand(scene, side) for side in SIDES}


def body_and_things(scene: Scene) -> BoolArray:
    """Pixels of the figure and of things that stand in the picture, not of what lies under or behind all."""
    ground = [
        number
        for prop in scene.stage.props
        if prop.kind in GROUND
        for number in scene.prop_numbers.get(prop.name, ())
    ]
    layer = scene.buffers.grid("layer")
    return np.asarray((layer > 0) & ~np.isin(layer, ground))


def near(mask: BoolArray, points: Array, reach: float) -> BoolArray:
    """Whether a mask has pixels at points or round them, at a distance (all in pixels)."""
    return np.asarray((_looked_at(mask, points, reach)).any(0))


def hidden(scene: Scene, points: Array, depth: Array, reach: float) -> BoolArray:
    """Whether something stands before points in space, or before what is round them (pixels, metres)."""
    layer = scene.buffers.grid("layer")
    before = np.where(layer > 0, scene.buffers.grid("depth"), np.inf)
    return np.asarray((_looked_at(before, points, reach, np.inf) < depth).any(0))


def _looked_at(grid: Array | BoolArray, points: Array, reach: float, outside: float = 0) -> Array:
    """A grid's values at points and on two circles round each; one row a place looked at."""
    angle = np.arange(ROUND) * 2 * np.pi / ROUND
    circle = np.stack([np.cos(angle), np.sin(angle)], 1) * reach
    offsets = np.vstack([[[0, 0]], circle / 2, circle])
    place = np.floor(points[None] + offsets[:, None]).astype(int)
    inside = ((place >= 0) & (place < [grid.shape[1], grid.shape[0]])).all(-1)
    column, row = (np.clip(place[..., k], 0, grid.shape[1 - k] - 1) for k in (0, 1))
    return np.where(inside, grid[row, column], outside)
