"""Insets: circles with a closer view, each with a thin line to a small ring round the place that it shows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from generator.figure.body.points import point
from generator.figure.geometry.rotations import Array, unit
from generator.figure.picture import camera
from generator.figure.picture.camera import Crop

if TYPE_CHECKING:
    from generator.figure.picture.scene import Scene
    from generator.figure.pose.marks import Inset
    from generator.figure.pose.stage import Stage

INK = "#25313b"  # as the lines of figure and things
EDGE, LEADER, HALO = 4.0, 1.8, 5.0  # widths of lines, SVG units


@dataclass(frozen=True, slots=True)
class Place:
    """Where an inset is, on the picture plane (metres right and up).

    Attributes:
        of: the middle of the place that it shows.
        middle: of its circle.
        radius: of its circle.
    """

    of: Array
    middle: Array
    radius: float


def world_point(inset: Inset, stage: Stage) -> Array:
    """What an inset is about, world metres: a thing's middle, or a named point."""
    for prop in stage.props:
        if prop.name == inset.of:
            return np.asarray(np.vstack([solid.mesh().vertices for _, solid in prop.solids]).mean(0))
    return point(stage.posture, inset.of)


def place(inset: Inset, stage: Stage) -> Place:
    """Where an inset is in the picture of a stage."""
    of = (camera.view(stage.frame.camera) @ world_point(inset, stage))[:2]
    return Place(of, of + np.array([inset.right, inset.up]), inset.radius * inset.zoom)


def inner_scene(inset: Inset, scene: Scene) -> Scene:
    """What an inset shows; its lines keep the width that they have in the picture."""
    stage, seen_from = scene.stage, inset.camera or scene.stage.frame.camera
    x, y = (camera.view(seen_from) @ world_point(inset, stage))[:2]
    size, scale = 2 * inset.radius, scene.crop.units_per_metre * inset.zoom
    crop = Crop(x - inset.radius, y + inset.radius, size, size, scale, scene.crop.detail)
    changes = {"camera": seen_from, "arrows": inset.arrows, "insets": ()}
    inner = replace(stage, frame=stage.frame.model_copy(update=changes), before=None)
    return type(scene)(inner, crop, in_circle=True, zoom=inset.zoom)


def frame(inset: Inset, scene: Scene, inside: str) -> str:
    """An inset with its line and rings; `inside` is its own picture, from the corner of its square."""
    stage, crop = scene.stage, scene.crop
    at = place(inset, stage)
    of, middle = crop.to_units(np.array([at.of, at.middle]))
    small, large = inset.radius * crop.units_per_metre, at.radius * crop.units_per_metre
    spot = _circle(of, small) if inset.is_closer else ""
    line = ""
    if inset.is_closer and np.linalg.norm(middle - of) > small + large:
        along = unit(middle - of)
        start, end = of + along * small, middle - along * large
        line = f'<path d="M{_pair(start)}L{_pair(end)}"/>'
    corner = middle - large
    return (
        f'<g fill="none" stroke="#ffffff" stroke-width="{HALO}">{spot}{line}</g>'
        f'<g fill="none" stroke="{INK}" stroke-width="{LEADER}" stroke-linecap="round">{spot}{line}</g>'
        f'<g fill="#ffffff">{_circle(middle, large)}</g>'
        f'<g transform="translate({_pair(corner)})">{inside}</g>'
        f'<g fill="none" stroke="#ffffff" stroke-width="{EDGE}">{_circle(middle, large + EDGE)}</g>'
        f'<g fill="none" stroke="{INK}" stroke-width="{EDGE}">{_circle(middle, large)}</g>'
    )


def _circle(middle: Array, radius: float) -> str:
    return f'<ellipse cx="{middle[0]:.1f}" cy="{middle[1]:.1f}" rx="{radius:.1f}" ry="{radius:.1f}"/>'


def _pair(spot: Array) -> str:
    return f"{spot[0]:.1f} {spot[1]:.1f}"
