"""From a stage to an SVG picture: rasterise, find areas and lines, and write them in layers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

import numpy as np
from scipy import ndimage

from generator.figure.body.cast import CAST
from generator.figure.body.wardrobe import EAR, EYE, FILLS, SKIN, TOP, wardrobe_of
from generator.figure.geometry.rotations import Array, BoolArray, unit
from generator.figure.picture import arrows, camera, contours, curves, face, masks, zone_marks
from generator.figure.picture.camera import Crop, Extent
from generator.figure.picture.contours import Chain, Line
from generator.figure.picture.layers import Dresser, prop_layers
from generator.figure.picture.raster import Buffers, Layer

if TYPE_CHECKING:
    from generator.figure.pose.stage import Stage

INK = "#25313b"
SOFT_INK = "#7d8f9c"  # mats and the floor line stay in the background
COLOURS = {
    "eye": "#ffffff", "roller": "#b9c7b0", "ball": "#e6b84f", "mat": "#dbe4ea", "metal": "#c9ced3",
    "wood": "#e6d5b8", "pillow": "#f4f4f0", "shadow": "#e6e9eb", "floor": "#98a6b0",
}  # fmt: skip
# Printed tenths of a millimetre, which are SVG units.
WIDTHS = {Line.SILHOUETTE: 2.4, Line.OBJECT: 2.0, Line.HEM: 1.5, Line.FOLD: 1.8}
STROKES = {"lid": 1.6, "brow": 1.5, "nose": 1.3, "mouth": 1.6, "ear": 1.2}
FLOOR_WIDTH, DASH_WIDTH, DASH, DASH_GAP = 1.6, 2.0, 14.0, 9.0
SHADE = 0.86  # a shaded colour's share of its brightness
SHADE_BELOW = -0.02  # cosine to the light under which a surface is in shade
LIGHT = unit(np.array([-0.45, 0.75, 0.55]))  # from the upper left, in front
LOOKS_AWAY = 0.25  # cosine of the face to the viewer below which eyes are not drawn
GROIN = (0.09, 0.11)  # metres either side of the hip's middle where shade would make a blot
NEAR_FLOOR = 0.06  # metres: what is lower shades the floor
SEE_THROUGH = {"ball", "roller"}  # drawn dashed where the body hides them
# Pixels.
FILL_GROWS, FILL_FIT = 2, 1.1  # fills reach under the lines, which hide how nearly they follow
FREE_END, SHORT, SMALL_LOOP = 24, 6, 30  # shorter chains are not drawn
FIT, LINE_SIGMA = 0.85, 3.0
SIDE_ON = 4  # pixels: a stroke of the face shorter than this is seen from the side
TAPER = 60.0  # over which a fold's free end thins out


@dataclass(frozen=True, slots=True)
class Drawing:
    """A finished picture.

    Attributes:
        svg: the file's text.
        width, height: metres that it shows.
        size: width and height in SVG units.
    """

    svg: str
    width: float
    height: float
    size: tuple[int, int]


def extent(stage: Stage) -> Extent:
    """What the frame takes up on its picture plane."""
    view = camera.view(stage.frame.camera)
    points = [layer.vertices[np.unique(layer.triangles)] for layer in Dresser(stage).layers()]
    points += [layer.vertices for _, layer in prop_layers(stage)]
    plane = (np.vstack(points) @ view.T)[:, :2]
    ends = [
        arrows.plane_point(spot, stage.posture, view)
        for arrow in stage.frame.arrows or ()
        for spot in arrow.path
    ]
    if ends:
        plane = np.vstack([plane, np.array(ends) - 0.03, np.array(ends) + 0.03])
    low, high = plane.min(0), plane.max(0)
    return Extent(float(low[0]), float(high[0]), float(min(low[1], 0)), float(high[1]))


class Artist:
    """Draws one staged frame in its crop."""

    def __init__(self, stage: Stage, crop: Crop) -> None:
        self.stage, self.crop = stage, crop
        self.view = camera.view(stage.frame.camera)
        self.scale = 1 / crop.detail  # SVG units a pixel
        self.colours = COLOURS | CAST[stage.person].colours
        for key in ("top", "bottom"):
            self.colours[f"{key}_lining"] = darker(self.colours[key], SHADE * 0.94)
        self.layers: list[Layer] = Dresser(stage).layers()
        named = prop_layers(stage)
        self.prop_numbers = {
            name: [len(self.layers) + 1 + i for i, (other, _) in enumerate(named) if other == name]
            for name, _ in named
        }
        self.layers += [layer for _, layer in named]
        self.is_figure = np.zeros(contours.MOST_LAYERS, bool)
        self.is_figure[1 : len(self.layers) + 1] = [not layer.fill for layer in self.layers]
        self.buffers = self._rasterise(self.layers)
        self._muted, self._ear_front = self._quiet_places()
        masks.tidy(self.buffers)

    def _rasterise(self, layers: list[Layer]) -> Buffers:
        """What shows of these layers, numbered from 1."""
        buffers = Buffers(*self.crop.pixels)
        for number, layer in enumerate(layers, 1):
            screen = self.crop.screen(layer.vertices, self.view)
            buffers.draw(layer, number, screen, layer.normals @ self.view.T)
        buffers.depth[buffers.layer == 0] = 0
        return buffers

    def zones(self) -> zone_marks.Marks:
        """Where the frame's zones are marked."""
        figure = [layer for layer in self.layers if not layer.fill]
        pixel = 1 / self.crop.pixels_per_metre
        pressed = any(prop.kind in SEE_THROUGH for prop in self.stage.props)
        names = self.stage.frame.zones or ()
        return zone_marks.find(names, self.buffers, figure, self._rasterise, pixel, pressed=pressed)

    def _quiet_places(self) -> tuple[BoolArray, BoolArray]:
        b = self.buffers
        on_head = b.figure & np.isin(b.region, [SKIN, EAR, EYE])
        muted, ear_front = np.zeros(len(b.depth), bool), np.zeros(len(b.depth), bool)
        muted[on_head] = face.silent(self.stage.person, b.rest[on_head])
        ear_front[on_head] = b.rest[on_head][:, 2] > wardrobe_of(self.stage.person).ear[2] + 0.030
        shape = (b.height, b.width)
        return muted.reshape(shape), ear_front.reshape(shape)

    # areas

    def _loops(self, mask: BoolArray, least: float, tolerance: float = 1.0, sigma: float = 2.0) -> str:
        return masks.path(mask, least, tolerance, sigma, self.scale)

    def _areas(self) -> dict[str, BoolArray]:
        """What each fill covers."""
        layer, region, figure = (self.buffers.grid(name) for name in ("layer", "region", "figure"))
        areas: dict[str, BoolArray] = {}
        for fill in dict.fromkeys(one.fill for one in self.layers if one.fill):
            numbers = [i for i, one in enumerate(self.layers, 1) if one.fill == fill]
            areas[fill] = np.isin(layer, numbers)
        for number, fill in FILLS.items():
            areas[fill] = areas.get(fill, np.zeros_like(figure)) | (figure & (region == number))
        return {fill: mask for fill, mask in areas.items() if mask.any()}

    def _fills(self) -> str:
        cross = ndimage.generate_binary_structure(2, 1)
        text = ""
        areas = self._areas()
        for fill, mask in areas.items():
            grown = ndimage.binary_dilation(mask, cross, 1 if fill == "eye" else FILL_GROWS)
            data = self._loops(grown, 12 if fill == "eye" else 150, 0.7 if fill == "eye" else FILL_FIT)
            if data:
                text += f'<path fill="{self.colours[fill]}" d="{data}"/>'
        shade = self._shade()
        for fill, mask in areas.items():
            data = self._loops(shade & mask, 1100, 1.6, 4.0) if fill not in {"eye", "mat"} else ""
            if data:
                text += f'<path fill="{darker(self.colours[fill], SHADE)}" d="{data}"/>'
        return text

    def _shade(self) -> BoolArray:
        b = self.buffers
        light = b.grid("normal") @ LIGHT
        layer, figure, rest = b.grid("layer"), b.grid("figure"), b.grid("rest")
        soft = np.zeros(layer.shape)
        for group in (figure, (layer > 0) & ~figure):
            weight = ndimage.gaussian_filter(group.astype(float), 5)
            soft = np.where(group, ndimage.gaussian_filter(light * group, 5) / np.maximum(weight, 1e-3), soft)
        hip = wardrobe_of(self.stage.person).hip
        groin = (
            figure
            & (b.grid("region") != TOP)
            & (abs(rest[..., 0]) < GROIN[0])
            & (abs(rest[..., 1] - hip + 0.02) < GROIN[1])
        )
        shade = (layer > 0) & (soft < SHADE_BELOW) & ~groin
        return np.asarray(ndimage.binary_opening(shade, iterations=4))

    # lines

    def _lines(self) -> str:
        pixel = 1 / self.crop.pixels_per_metre
        found = contours.cracks(self.buffers, pixel, self._muted, self._ear_front)
        groups: dict[str, str] = {}
        tapered = ""
        for chain in contours.joined(contours.trace(found), self.is_figure):
            free = chain.degrees[0] == 1, chain.degrees[1] == 1
            length = len(chain.points)
            least = SMALL_LOOP if chain.closed else FREE_END if any(free) else SHORT
            if length < least:
                continue
            if not self.is_figure[chain.owner]:
                soft = self.layers[chain.owner - 1].fill == "mat"
                style = f'stroke="{SOFT_INK}" stroke-width="1.4"' if soft else _width(chain.kind)
                fit = curves.fitted_edges(chain.points, FIT, 2.5, closed=chain.closed)
            elif chain.kind == Line.FOLD and any(free) and not chain.closed:
                tapered += self._taper(chain, free)
                continue
            else:
                style = _width(chain.kind)
                fit = curves.fitted(
                    curves.smoothed(chain.points, LINE_SIGMA, closed=chain.closed), FIT, closed=chain.closed
                )
            data = curves.path_data([curve * self.scale for curve in fit], close=chain.closed)
            groups[style] = groups.get(style, "") + data
        strokes = "".join(f'<path {style} d="{groups[style]}"/>' for style in sorted(groups))
        return (
            f'<g fill="none" stroke="{INK}" stroke-linecap="round" stroke-linejoin="round">{strokes}'
            f"{self._face()}</g>" + (f'<path fill="{INK}" d="{tapered}"/>' if tapered else "")
        )

    def _taper(self, chain: Chain, free: tuple[bool, bool]) -> str:
        """A fold as a brush stroke that thins out at its free ends."""
        points = curves.smoothed(chain.points, LINE_SIGMA, closed=False)
        along = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(points, axis=0), axis=1))])
        reach = min(TAPER, along[-1] / 2)
        share = np.ones(len(points))
        if free[0]:
            share = np.minimum(share, np.sqrt(np.clip(along / reach, 0.02, 1)))
        if free[1]:
            share = np.minimum(share, np.sqrt(np.clip((along[-1] - along) / reach, 0.02, 1)))
        tangent = np.gradient(points, axis=0)
        tangent /= np.maximum(np.linalg.norm(tangent, axis=1, keepdims=True), 1e-9)
        tangent = ndimage.gaussian_filter1d(tangent, 3, axis=0)
        half = WIDTHS[Line.FOLD] / 2 / self.scale * share
        across = np.stack([-tangent[:, 1], tangent[:, 0]], 1) * half[:, None]
        one, two = curves.fitted(points + across, 0.8), curves.fitted((points - across)[::-1], 0.8)
        if not one or not two:
            return ""
        loop = [*one, curves.line(one[-1][3], two[0][0]), *two]
        return curves.path_data([curve * self.scale for curve in loop], close=True)

    def _face(self) -> str:
        b = self.buffers
        depth, region = b.grid("depth"), b.grid("region")
        text = ""
        eyes = face.eyes_seen(self.stage.frame.eyes, self.stage.posture, self.view[2])
        for stroke in face.strokes(self.stage.posture, eyes):
            screen = self.crop.screen(stroke.points, self.view)
            x = np.clip(screen[:, 0].astype(int), 0, b.width - 1)
            y = np.clip(screen[:, 1].astype(int), 0, b.height - 1)
            near = screen[:, 2] < depth[y, x] + (0.012 if stroke.kind == "pupil" else 0.007)
            shown = near & np.isin(region[y, x], [SKIN, EYE, EAR])
            if shown.mean() < {"mouth": 0.4, "ear": 0.7, "nose": 0.75}.get(stroke.kind, 0.6):
                continue
            if stroke.kind == "pupil":
                text += self._pupil(screen[:, :2] * self.scale)
                continue
            first, last = np.nonzero(shown)[0][[0, -1]]
            visible = screen[first : last + 1, :2]
            if np.linalg.norm(np.ptp(visible, axis=0)) < SIDE_ON:
                continue
            data = curves.path_data([curve * self.scale for curve in curves.fitted(visible, 0.7)])
            text += f'<path stroke-width="{STROKES[stroke.kind]}" d="{data}"/>'
        return text

    def _pupil(self, points: Array) -> str:
        """An eye as a dot, narrower when the head is turned; drawn as a polygon where the head is tilted."""
        toward = float((self.view @ self.stage.posture.rotation["head"])[2, 2])
        if toward < LOOKS_AWAY:
            return ""
        middle = points.mean(0)
        up = (points[-1] - points[0]) / 2
        side = np.array([-up[1], up[0]]) * (face.PUPIL_WIDTH / face.PUPIL_HEIGHT) * max(toward, 0.4)
        k = 0.5523  # handles that make four Bezier curves a circle
        quarter = [(up, side), (side, -up), (-up, -side), (-side, up)]
        loop = [
            np.array([middle + a, middle + a + k * b, middle + b + k * a, middle + b]) for a, b in quarter
        ]
        return f'<path fill="{INK}" stroke="none" d="{curves.path_data(loop, close=True)}"/>'

    # floor, hidden props, arrows

    def _floor(self) -> str:
        """The floor line, behind everything, and soft shadows where the floor is touched."""
        width, _ = self.crop.units
        low = self.stage.vertices[:, 1] < NEAR_FLOOR
        mats = any(prop.kind == "mat" for prop in self.stage.props)
        if mats:
            return ""
        behind = self.stage.vertices[low] if low.any() else self.stage.vertices[:1]
        furthest = float((behind @ self.view.T)[:, 2].min())
        tilt = float(self.view[1] @ self.view[1] * self.view[2, 1])
        level = max(0.0, -furthest) * tilt + 0.02
        y = float(self.crop.to_units(np.array([[0, level]]))[0, 1])
        ends = np.array([[0, y], [width, y]])
        data = curves.path_data([curves.line(*ends)])
        shadow = self._shadow()
        return shadow + (
            f'<path fill="none" stroke="{COLOURS["floor"]}" stroke-width="{FLOOR_WIDTH}" d="{data}"/>'
        )

    def _shadow(self) -> str:
        """Where figure and props stand, widened and laid on the floor."""
        points = [layer.vertices[layer.vertices[:, 1] < NEAR_FLOOR][:, [0, 2]] for layer in self.layers]
        ground = np.vstack(points)
        if not len(ground):
            return ""
        cell, reach = 0.01, 7  # metres, cells
        low = ground.min(0) - cell * (reach + 4)
        place = np.floor((ground - low) / cell).astype(int)
        mask = np.zeros(tuple(place.max(0) + reach + 5), bool)
        mask[place[:, 0], place[:, 1]] = True
        off = np.hypot(*np.mgrid[-reach : reach + 1, -reach : reach + 1])
        mask = ndimage.binary_dilation(mask, off <= reach)
        text = ""
        for loop in masks.outlines(mask, 60, 0.6, 5.0):
            moved = []
            for curve in loop:
                world = np.stack([low[0] + curve[:, 1] * cell, np.zeros(4), low[1] + curve[:, 0] * cell], 1)
                moved.append(self.crop.to_units((world @ self.view.T)[:, :2]))
            text += curves.path_data(moved, close=True)
        return f'<path fill="{COLOURS["shadow"]}" d="{text}"/>' if text else ""

    def _hidden_props(self) -> str:
        """Outlines, dashed, of balls and rollers where the body hides them."""
        text = ""
        shown = self.buffers.grid("layer")
        for prop in self.stage.props:
            if prop.kind not in SEE_THROUGH:
                continue
            numbers = self.prop_numbers[prop.name]
            alone = self._rasterise([self.layers[i - 1] for i in numbers]).grid("layer") > 0
            mine = ndimage.binary_dilation(np.isin(shown, numbers), iterations=3)
            for chain in contours.trace(contours.mask_cracks(np.pad(alone, 1))):
                points = curves.smoothed(chain.points - 1, 4.0, closed=True)
                x = np.clip(points[:, 0].astype(int), 0, shown.shape[1] - 1)
                y = np.clip(points[:, 1].astype(int), 0, shown.shape[0] - 1)
                detail = self.crop.detail
                for dash in masks.dashes(points, ~mine[y, x], DASH * detail, DASH_GAP * detail):
                    text += curves.path_data([curve * self.scale for curve in curves.fitted(dash, 1.0)])
        if not text:
            return ""
        style = 'fill="none" stroke-linecap="round"'
        return (
            f'<path {style} stroke="#ffffff" stroke-width="{2 * DASH_WIDTH}" d="{text}"/>'
            f'<path {style} stroke="{INK}" stroke-width="{DASH_WIDTH}" d="{text}"/>'
        )

    def draw(self, title: str) -> Drawing:
        """The picture."""
        marks = self.zones()
        width, height = self.crop.units
        pointing = "".join(
            arrows.draw(arrow, self.stage.posture, self.view, self.crop)
            for arrow in self.stage.frame.arrows or ()
        )
        parts = [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">',
            f"<title>{escape(title)}</title>",
            self._floor(),
            f"<g>{self._fills()}</g>",
            zone_marks.svg(marks, self.scale),
            self._lines(),
            self._hidden_props(),
            pointing,
            "</svg>",
        ]
        svg = "\n".join(part for part in parts if part) + "\n"
        return Drawing(svg, self.crop.width, self.crop.height, self.crop.units)


def _width(kind: Line) -> str:
    return f'stroke-width="{WIDTHS[kind]}"'


def darker(colour: str, share: float) -> str:
    """A colour at a share of its brightness."""
    values = [int(colour[i : i + 2], 16) for i in (1, 3, 5)]
    return "#" + "".join(f"{round(value * share):02x}" for value in values)
