"""A scene's lines: outlines, hems and folds, what the body hides of balls and rollers, and the face."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy import ndimage

from generator.figure.body.wardrobe import BUN, EAR, EYE, SKIN
from generator.figure.picture import bun, contours, curves, face, masks
from generator.figure.picture.contours import Chain, Line
from generator.figure.picture.raster import nearest_pixels
from generator.figure.picture.scene import SEE_THROUGH

if TYPE_CHECKING:
    from generator.figure.geometry.rotations import Array
    from generator.figure.picture.scene import Scene

# SVG units, which are tenths of a millimetre in print.
WIDTHS = {Line.SILHOUETTE: 2.4, Line.OBJECT: 2.0, Line.HEM: 1.5, Line.FOLD: 1.8}
STROKES = {"lid": 1.6, "brow": 1.5, "nose": 1.3, "mouth": 1.6, "ear": 1.2, "strand": 1.4}
MAT_WIDTH, DASH_WIDTH, DASH, DASH_GAP = 1.4, 2.0, 14.0, 9.0
BACKGROUND = {"mat", "wall", "wall_edge", "skirting", "mattress"}  # drawn in thin grey lines
# Pixels.
FREE_END, SHORT, SMALL_LOOP = 24, 6, 30  # shorter chains are not drawn
FIT, LINE_SIGMA = 0.85, 3.0
SHORTEST_STRAND = 12  # a stroke of a bun
NEAR_SKIN, NEAR_PUPIL = 0.007, 0.012  # metres that a stroke may lie behind what shows there
SIDE_ON = 4  # a stroke of the face shorter than this is seen from the side
TAPER = 60.0  # over which a fold's free end thins out

LOOKS_AWAY = 0.25  # cosine of the face to the viewer below which eyes are not drawn
# Shares of a stroke of the face that must be seen for it to be drawn.
SHOWN, USUALLY_SHOWN = {"mouth": 0.4, "ear": 0.7, "nose": 0.75}, 0.6
CIRCLE = 0.5523  # handles of this length make four Bezier curves a circle


def lines(scene: Scene) -> str:
    """Paths of all lines that show, and of the face."""
    found = contours.cracks(scene.buffers, scene.pixel, scene.muted, scene.ear_front)
    found = contours.within(found, scene.window)
    groups: dict[str, str] = {}
    tapered = ""
    for chain in contours.join_chains(contours.trace(found), scene.is_figure):
        free = chain.degrees[0] == 1, chain.degrees[1] == 1
        least = SMALL_LOOP if chain.closed else FREE_END if any(free) else SHORT
        if len(chain.points) < least:
            continue
        style = f'stroke-width="{WIDTHS[chain.kind]}"'
        if not scene.is_figure[chain.owner]:
            if scene.layers[chain.owner - 1].fill in BACKGROUND:
                style = f'stroke="{scene.colours["soft_ink"]}" stroke-width="{MAT_WIDTH}"'
            fit = curves.fitted_edges(chain.points, FIT, 2.5, closed=chain.closed)
        elif chain.kind == Line.FOLD and any(free) and not chain.closed:
            tapered += _taper(scene, chain, free)
            continue
        else:
            smooth = curves.smoothed(chain.points, LINE_SIGMA, closed=chain.closed)
            fit = curves.fitted(smooth, FIT, closed=chain.closed)
        groups[style] = groups.get(style, "") + curves.path_data(fit, scene.scale, close=chain.closed)
    strokes = "".join(f'<path {style} d="{groups[style]}"/>' for style in sorted(groups))
    ink = scene.colours["ink"]
    return (
        f'<g fill="none" stroke="{ink}" stroke-linecap="round" stroke-linejoin="round">{strokes}'
        f"{_face(scene)}{_knot(scene)}</g>" + (f'<path fill="{ink}" d="{tapered}"/>' if tapered else "")
    )


def _taper(scene: Scene, chain: Chain, free: tuple[bool, bool]) -> str:
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
    half = WIDTHS[Line.FOLD] / 2 / scene.scale * share
    across = np.stack([-tangent[:, 1], tangent[:, 0]], 1) * half[:, None]
    one, two = curves.fitted(points + across, 0.8), curves.fitted((points - across)[::-1], 0.8)
    if not one or not two:
        return ""
    loop = [*one, curves.line(one[-1][3], two[0][0]), *two]
    return curves.path_data(loop, scene.scale, close=True)


def hidden_outlines(scene: Scene) -> str:
    """Outlines, dashed, of balls and rollers where the body hides them."""
    text = ""
    shown, figure = scene.buffers.grid("layer"), scene.buffers.grid("figure")
    dash, gap = DASH * scene.crop.detail, DASH_GAP * scene.crop.detail
    for prop in scene.stage.props:
        if prop.kind in SEE_THROUGH:
            numbers = scene.prop_numbers[prop.name]
            alone = scene.rasterise([scene.layers[i - 1] for i in numbers]).grid("layer") > 0
            seen = ndimage.binary_dilation(np.isin(shown, numbers), iterations=3) | ~(figure & scene.window)
            for chain in contours.trace(contours.mask_cracks(np.pad(alone, 1))):
                points = curves.smoothed(chain.points - 1, 4.0, closed=True)
                text += masks.dashed(points, seen, dash, gap, scene.scale)
    if not text:
        return ""
    style = 'fill="none" stroke-linecap="round"'
    return (
        f'<path {style} stroke="#ffffff" stroke-width="{2 * DASH_WIDTH}" d="{text}"/>'
        f'<path {style} stroke="{scene.colours["ink"]}" stroke-width="{DASH_WIDTH}" d="{text}"/>'
    )


def _face(scene: Scene) -> str:
    depth, region = scene.buffers.grid("depth"), scene.buffers.grid("region")
    text = ""
    for stroke in face.strokes(scene.stage.posture, scene.eyes):
        screen = scene.crop.screen(stroke.points, scene.view)
        at = nearest_pixels(screen, depth.shape)
        near = screen[:, 2] < depth[at] + (NEAR_PUPIL if stroke.kind == "pupil" else NEAR_SKIN)
        shown = near & np.isin(region[at], [SKIN, EYE, EAR]) & scene.window[at]
        if shown.mean() < SHOWN.get(stroke.kind, USUALLY_SHOWN):
            continue
        if stroke.kind == "pupil":
            text += _pupil(scene, screen[:, :2] * scene.scale)
            continue
        first, last = np.nonzero(shown)[0][[0, -1]]
        visible = screen[first : last + 1, :2]
        if np.linalg.norm(np.ptp(visible, axis=0)) >= SIDE_ON:
            data = curves.path_data(curves.fitted(visible, 0.7), scene.scale)
            text += f'<path stroke-width="{STROKES[stroke.kind]}" d="{data}"/>'
    return text


def _knot(scene: Scene) -> str:
    """The strokes on a bun, as far as they show."""
    depth, region = scene.buffers.grid("depth"), scene.buffers.grid("region")
    text = ""
    for points in bun.strokes(scene.stage.posture):
        screen = scene.crop.screen(points, scene.view)
        at = nearest_pixels(screen, depth.shape)
        shown = (screen[:, 2] < depth[at] + NEAR_SKIN) & (region[at] == BUN) & scene.window[at]
        for first, last in masks.runs(shown):
            visible = screen[first:last, :2]
            if np.linalg.norm(np.ptp(visible, axis=0)) >= SHORTEST_STRAND:
                text += curves.path_data(curves.fitted(visible, 0.7), scene.scale)
    return f'<path stroke-width="{STROKES["strand"]}" d="{text}"/>' if text else ""


def _pupil(scene: Scene, points: Array) -> str:
    """An eye as a dot, narrower when the head is turned; drawn as a polygon where the head is tilted."""
    toward = float((scene.view @ scene.stage.posture.rotation["head"])[2, 2])
    if toward < LOOKS_AWAY:
        return ""
    middle = points.mean(0)
    up = (points[-1] - points[0]) / 2
    side = np.array([-up[1], up[0]]) * (face.PUPIL_WIDTH / face.PUPIL_HEIGHT) * max(toward, 0.4)
    quarter = [(up, side), (side, -up), (-up, -side), (-side, up)]
    loop = [
        np.array([middle + a, middle + a + CIRCLE * b, middle + b + CIRCLE * a, middle + b])
        for a, b in quarter
    ]
    return f'<path fill="{scene.colours["ink"]}" stroke="none" d="{curves.path_data(loop, close=True)}"/>'
