"""A scene → head and hands that a reader cannot see, unless the frame names them as `unseen`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from generator.figure.body.anatomy import body_of
from generator.figure.picture import cover

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.figure.geometry.rotations import Array, BoolArray, IntArray
    from generator.figure.picture.raster import Interpolate, Layer, Region
    from generator.figure.picture.scene import Scene

    Own = Callable[[IntArray, IntArray, Array], BoolArray]

# Shares of a part's own picture, drawn alone, that must show.
HEAD_SHOWN, HAND_SHOWN = 0.6, 0.4


def hidden_parts(scene: Scene) -> list[str]:
    """Head and hands of which too little shows, in words; `unseen` of the frame excuses them."""
    found = []
    for name, seen in cover.head_and_hands(scene).items():
        if name.replace(" ", "_") not in scene.stage.frame.unseen:
            share = float(seen.sum()) / max(1, _alone(scene, name))
            least = HEAD_SHOWN if name == "head" else HAND_SHOWN
            if share < least:
                found.append(
                    f"only {100 * share:.0f} % of the {name} shows, of which {100 * least:.0f} % should; "
                    f"turn the camera, or write unseen: [{name.replace(' ', '_')}]"
                )
    return found


def _alone(scene: Scene, name: str) -> int:
    """How many pixels the head or a hand would cover if there were nothing else."""
    side = name.partition(" ")[0]

    def own(region: IntArray, part: IntArray, rest: Array) -> BoolArray:
        if name == "head":
            return cover.is_head(region, part)
        return cover.is_hand(scene.stage.person, side, region, part, rest)

    near = body_of(scene.stage.person).joint["C7" if name == "head" else f"{side}_forearm_2"]
    out = np.array([0, 1.0, 0]) if name == "head" else near - body_of(scene.stage.person).joint["C7"]
    layers = [
        replace(_only(one, own), triangles=one.triangles[((one.rest - near) @ out > 0)[one.triangles].any(1)])
        for one in scene.layers
        if not one.fill and not one.lining  # clothes cover neither
    ]
    return int((scene.rasterise(layers).layer > 0).sum())


def _only(layer: Layer, own: Own) -> Layer:
    def region(r: Array, interpolate: Interpolate) -> tuple[IntArray, IntArray, IntArray]:
        kind, part, zone = whole(r, interpolate)
        return np.where(own(kind, part, r), kind, -1), part, zone

    whole: Region = layer.region
    return replace(layer, region=region)
