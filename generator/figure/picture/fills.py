"""A scene's areas: every fill under the lines, and the shade on it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from scipy import ndimage

from generator.figure.body.wardrobe import FILLS, TOP, wardrobe_of
from generator.figure.geometry.rotations import BoolArray, unit
from generator.figure.picture import contours, masks
from generator.figure.picture.scene import SHADE, darker

if TYPE_CHECKING:
    from generator.figure.picture.scene import Scene

SHADE_BELOW = -0.02  # cosine to the light under which a surface is in shade
LIGHT = unit(np.array([-0.45, 0.75, 0.55]))  # from the upper left, in front
BLUR, BLUR_REACH = 5, 21  # pixels: of the light, and how far that reaches
GROIN = (0.09, 0.11)  # metres either side of the hip's middle where shade would make a blot
UNSHADED = {"eye", "mat", "wall", "mattress", "skirting"}
FILL_GROWS, FILL_FIT = 2, 1.1  # pixels: fills reach under the lines, which hide how nearly they follow


def fills(scene: Scene) -> str:
    """Paths of all fills, and over them of their shades."""
    cross = ndimage.generate_binary_structure(2, 1)
    text = ""
    areas = _areas(scene)
    for fill, mask in areas.items():
        grows, least, fit = (1, 12, 0.7) if fill == "eye" else (FILL_GROWS, 150, FILL_FIT)
        grown = masks.in_box(partial(ndimage.binary_dilation, structure=cross, iterations=grows), mask, grows)
        data = masks.path(grown, least, fit, 2.0, scene.scale)
        if data:
            text += f'<path fill="{scene.colours[fill]}" fill-rule="evenodd" d="{data}"/>'
    shade = _shade(scene)
    for fill, mask in areas.items():
        data = masks.path(shade & mask, 1100, 1.6, 4.0, scene.scale) if fill not in UNSHADED else ""
        if data:
            text += f'<path fill="{darker(scene.colours[fill], SHADE)}" d="{data}"/>'
    return text


def _areas(scene: Scene) -> dict[str, BoolArray]:
    """What each fill covers."""
    layer, region, figure = (scene.buffers.grid(name) for name in ("layer", "region", "figure"))
    areas: dict[str, BoolArray] = {}
    for fill in dict.fromkeys(one.fill for one in scene.layers if one.fill):
        numbers = [i for i, one in enumerate(scene.layers, 1) if one.fill == fill]
        areas[fill] = np.isin(layer, numbers)
    for number, fill in FILLS.items():
        areas[fill] = areas.get(fill, np.zeros_like(figure)) | (figure & (region == number))
    areas = {fill: mask & scene.window for fill, mask in areas.items()}
    return {fill: mask for fill, mask in areas.items() if mask.any()}


def _shade(scene: Scene) -> BoolArray:
    b = scene.buffers
    light = b.grid("normal") @ LIGHT
    layer, figure, rest = b.grid("layer"), b.grid("figure"), b.grid("rest")
    soft = np.zeros(layer.shape)
    for group in (figure, (layer > 0) & ~figure):
        box = contours.bounds(group, BLUR_REACH)
        part = group[box]
        weight = ndimage.gaussian_filter(part.astype(float), BLUR)
        blurred = ndimage.gaussian_filter(light[box] * part, BLUR)
        soft[box] = np.where(part, blurred / np.maximum(weight, 1e-3), soft[box])
    hip = wardrobe_of(scene.stage.person).hip
    groin = (
        figure
        & (b.grid("region") != TOP)
        & (abs(rest[..., 0]) < GROIN[0])
        & (abs(rest[..., 1] - hip + 0.02) < GROIN[1])
    )
    shade = (layer > 0) & (soft < SHADE_BELOW) & ~groin
    return masks.in_box(lambda part: ndimage.binary_opening(part, iterations=4), shade, 1)
