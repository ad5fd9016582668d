"""A stage as its camera sees it: the layers of figure and props, and which of them shows at each pixel."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from generator.figure.body.cast import CAST
from generator.figure.body.wardrobe import EAR, EYE, SKIN, wardrobe_of
from generator.figure.picture import camera, contours, face, masks
from generator.figure.picture.layers import Dresser, prop_layers
from generator.figure.picture.raster import Buffers, Layer

if TYPE_CHECKING:
    from generator.figure.geometry.rotations import BoolArray
    from generator.figure.picture.camera import Crop
    from generator.figure.pose.stage import Stage

COLOURS = {
    "ink": "#25313b", "soft_ink": "#7d8f9c",  # mats stay in the background
    "eye": "#ffffff", "roller": "#b9c7b0", "ball": "#e6b84f", "mat": "#dbe4ea", "metal": "#c9ced3",
    "wood": "#e6d5b8", "pillow": "#f7f5ee", "cushion": "#e3dccb", "towel": "#86b8b1", "mattress": "#f3f5f7",
    "wall": "#f2f0ea", "wall_edge": "#cfcabd", "skirting": "#fbfaf7", "shadow": "#e6e9eb", "floor": "#98a6b0",
}  # fmt: skip
SHADE = 0.86  # a shaded colour's share of its brightness
LINING_SHADE = 0.94  # beyond that, the inside of a garment
BUN_SHINE = 0.13  # share of white in a bun, so that lines show on dark hair
FROM_BELOW = -0.3  # level part of the direction to the viewer: lower, it is seen from below
SEE_THROUGH = {"ball", "roller", "towel"}  # drawn dashed where the body hides them


class Scene:
    """A staged frame in its crop.

    Attributes:
        view: the rotation from world to camera.
        scale: SVG units a pixel.
        pixel: metres a pixel.
        colours: of fills and lines, by name.
        layers: of the figure, then of the props.
        prop_numbers: the numbers of each prop's layers, by its name; layers are numbered from 1.
        is_figure: for each layer number, whether it is part of the figure.
        buffers: what shows.
        eyes: how they are drawn: `open`, `down` or `closed`.
        muted: pixels of eyes and mouth, which are drawn as strokes instead of lines.
        ear_front: pixels where the ear runs into the cheek without a line.
        in_circle: whether only a circle of it is drawn, and no shadow.
        window: pixels that are drawn: all, or those of the circle.
    """

    def __init__(self, stage: Stage, crop: Crop, *, in_circle: bool = False, zoom: float = 1.0) -> None:
        self.stage, self.crop, self.in_circle = stage, crop, in_circle
        self.view = camera.view(stage.frame.camera)
        self.scale = 1 / crop.detail
        self.pixel = 1 / crop.pixels_per_metre
        self.colours = COLOURS | CAST[stage.person].colours
        for key in ("top", "bottom"):
            self.colours[f"{key}_lining"] = darker(self.colours[key], SHADE * LINING_SHADE)
        self.colours["bun"] = lighter(self.colours["hair"], BUN_SHINE)
        self.layers: list[Layer] = Dresser(stage).layers()
        self.prop_numbers: dict[str, list[int]] = {}
        for name, layer in prop_layers(stage, below=bool(self.view[2, 1] < FROM_BELOW)):
            self.layers.append(layer)
            self.prop_numbers.setdefault(name, []).append(len(self.layers))
        self.is_figure = np.zeros(contours.MOST_LAYERS, bool)
        self.is_figure[1 : len(self.layers) + 1] = [not layer.fill for layer in self.layers]
        self.buffers = self.rasterise(self.layers)
        self.eyes = face.eyes_seen(stage.frame.eyes, stage.posture, self.view[2])
        self.muted, self.ear_front = self._quiet_places()
        masks.tidy(self.buffers, zoom)
        self.window = _window(self.buffers, in_circle=in_circle)

    def rasterise(self, layers: list[Layer], crop: Crop | None = None) -> Buffers:
        """What shows of these layers, numbered from 1; in another crop if one is given."""
        crop = crop or self.crop
        buffers = Buffers(*crop.pixels)
        for number, layer in enumerate(layers, 1):
            screen = crop.screen(layer.vertices, self.view)
            buffers.draw(layer, number, screen, layer.normals @ self.view.T)
        buffers.depth[buffers.layer == 0] = 0
        return buffers

    def _quiet_places(self) -> tuple[BoolArray, BoolArray]:
        b = self.buffers
        on_head = b.figure & np.isin(b.region, [SKIN, EAR, EYE])
        muted, ear_front = np.zeros(len(b.depth), bool), np.zeros(len(b.depth), bool)
        muted[on_head] = face.silent(self.stage.person, b.rest[on_head])
        ear_front[on_head] = b.rest[on_head][:, 2] > wardrobe_of(self.stage.person).ear[2] + 0.030
        shape = (b.height, b.width)
        return muted.reshape(shape), ear_front.reshape(shape)


def _window(buffers: Buffers, *, in_circle: bool) -> BoolArray:
    """All pixels, or those of the largest circle."""
    size = np.array([buffers.height, buffers.width])
    if not in_circle:
        return np.ones(size, bool)
    row, column = np.ogrid[: buffers.height, : buffers.width]
    middle = (size - 1) / 2
    return np.asarray(np.hypot(row - middle[0], column - middle[1]) <= size.min() / 2)


def darker(colour: str, share: float) -> str:
    """A colour at a share of its brightness."""
    values = [int(colour[i : i + 2], 16) for i in (1, 3, 5)]
    return "#" + "".join(f"{round(value * share):02x}" for value in values)


def lighter(colour: str, share: float) -> str:
    """A colour with a share of white."""
    values = [int(colour[i : i + 2], 16) for i in (1, 3, 5)]
    return "#" + "".join(f"{round(value + (255 - value) * share):02x}" for value in values)
