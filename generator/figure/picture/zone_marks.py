"""Marking zones so that they survive grey print: fill, hatching, outline; what faces away is dashed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from scipy import ndimage
from scipy.spatial import cKDTree

from generator.figure.body.anatomy import body_of
from generator.figure.body.wardrobe import BOTTOM, SKIN, TOP, base_values, wardrobe_of
from generator.figure.body.zones import STRIPED, in_zone
from generator.figure.picture import masks
from generator.figure.picture.scene import SEE_THROUGH

if TYPE_CHECKING:
    from generator.figure.geometry.rotations import Array, BoolArray, IntArray
    from generator.figure.picture.raster import Interpolate, Region
    from generator.figure.picture.scene import Scene
    from generator.figure.pose.stage import Stage

FILL, INK = "#f9b0a3", "#9c1c12"
# SVG units (0.1 mm on paper).
HATCH_WIDTH, OUTLINE_WIDTH, HATCH_SPACING = 1.6, 2.4, 10.0
STRIPES_ENOUGH = 0.0008  # square metres of a zone of narrow stripes
DASH, DASH_GAP = 12.0, 8.0
SHORTEST_HATCH = 2.0
SEEN_ENOUGH = 0.0040  # square metres; of a zone that shows less, the hidden part is drawn as if seen through
PRESSED, BESIDE = 0.012, 0.04  # metres: from skin to kit that presses on it, and from there to a zone
LEAST_LOOP = 500  # pixels
SOFT, SOFT_THROUGH, SOFT_STRIPES = 7, 5, 3  # pixels over which a zone's border is evened


@dataclass(frozen=True, slots=True)
class Marks:
    """Where the zones of a picture are marked.

    Attributes:
        seen: pixels where each zone shows, by name.
        through: pixels of those that show too little, as if the body were glass.
    """

    seen: dict[str, BoolArray]
    through: dict[str, BoolArray]


def find_marks(scene: Scene) -> Marks:
    """The marks of the frame's zones.

    Only where a ball, roller or towel presses does a hidden zone show through: of a figure seen from the
    front, a mark on the back would be taken for one on the chest.
    """
    buffers = scene.buffers
    figure = [layer for layer in scene.layers if not layer.fill]
    pressed = _pressed(scene.stage)
    trunk = (buffers.grid("part") % 10 == 0) & np.isin(buffers.grid("region"), [SKIN, TOP, BOTTOM])
    on_trunk = buffers.grid("figure") & trunk
    seen: dict[str, BoolArray] = {}
    through: dict[str, BoolArray] = {}
    for number, name in enumerate(scene.stage.frame.zones, 1):  # as the layers number them
        soft = SOFT_STRIPES if _striped(name) else SOFT
        seen[name] = masks.softened(buffers.grid("zone") == number, on_trunk, soft) & scene.window
        if name in pressed and seen[name].sum() * scene.pixel**2 < enough(name):
            only = [replace(layer, region=_only(layer.region, number), cull=False) for layer in figure]
            whole = scene.rasterise(only).grid("layer") > 0
            whole = ndimage.gaussian_filter(whole.astype(float), SOFT_THROUGH) > 0.5  # noqa: PLR2004 - its border
            through[name] = whole & buffers.grid("figure") & scene.window
    return Marks(seen, through)


def _pressed(stage: Stage) -> set[str]:
    """The frame's zones that lie on a ball, roller or towel."""
    if not any(prop.kind in SEE_THROUGH for prop in stage.props):
        return set()
    body, wardrobe = body_of(stage.person), wardrobe_of(stage.person)
    kit = [prop.distance(stage.vertices) for prop in stage.props if prop.kind in SEE_THROUGH]
    met = body.is_skin & (np.min(kit, axis=0) < PRESSED)
    if not met.any():
        return set()
    places = cKDTree(stage.vertices[met])
    values = base_values(stage.person)
    found: set[str] = set()
    for name in stage.frame.zones:
        zone = stage.vertices[body.is_skin & in_zone(name, wardrobe, body.vertices, values)]
        if len(zone) and float(np.min(places.query(zone)[0])) < BESIDE:
            found.add(name)
    return found


def enough(name: str) -> float:
    """How much of a zone must show, square metres; stripes are known by their shape."""
    return STRIPES_ENOUGH if _striped(name) else SEEN_ENOUGH


def _striped(name: str) -> bool:
    return name.partition("_")[2] in STRIPED


def _only(region: Region, number: int) -> Region:
    """A region function that keeps one zone alone."""

    def kept(r: Array, interpolate: Interpolate) -> tuple[IntArray, IntArray, IntArray]:
        kind, part, zone = region(r, interpolate)
        return np.where(zone == number, kind, -1), part, zone

    return kept


def svg(marks: Marks, scale: float) -> str:
    """The marks as SVG; `scale` is SVG units a pixel."""
    text = ""
    seen = _union(list(marks.seen.values()))
    data = masks.path(seen, LEAST_LOOP, 1.2, 4.0, scale) if seen is not None else ""
    if seen is not None and data:
        broad = _union([mask for name, mask in marks.seen.items() if not _striped(name)])
        hatch = (
            ""
            if broad is None
            else masks.hatching(broad, HATCH_SPACING / scale, SHORTEST_HATCH / scale, scale)
        )
        text += (
            f'<g fill="{FILL}" stroke="{INK}" stroke-linecap="round" stroke-linejoin="round">'
            f'<path stroke-width="{OUTLINE_WIDTH}" d="{data}"/>'
            f'<path stroke-width="{HATCH_WIDTH}" d="{hatch}"/></g>'
        )
    hidden = _union(list(marks.through.values()))
    if hidden is not None and seen is not None:
        beside = ndimage.binary_dilation(seen, iterations=SOFT)
        hatch = _hatching(hidden & ~seen, scale)
        dashed = ""
        for points in masks.rings(hidden, LEAST_LOOP, 4.0):
            dashed += masks.dashed(points, beside, DASH / scale, DASH_GAP / scale, scale)
        text += (
            f'<g fill="none" stroke="{INK}" stroke-linecap="round">'
            f'<path stroke-width="{HATCH_WIDTH}" d="{hatch}"/>'
            f'<path stroke-width="{OUTLINE_WIDTH}" d="{dashed}"/></g>'
        )
    return text


def _hatching(mask: BoolArray, scale: float) -> str:
    return masks.hatching(mask, HATCH_SPACING / scale, SHORTEST_HATCH / scale, scale)


def _union(found: list[BoolArray]) -> BoolArray | None:
    return np.any(found, axis=0) if found else None
