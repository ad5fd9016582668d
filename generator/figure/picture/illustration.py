"""From a stage to its finished illustration: floor, areas, zones, lines and arrows, one over the other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from generator.figure.picture import arrows, ghost, insets, zone_marks
from generator.figure.picture.fills import fills
from generator.figure.picture.floor import floor
from generator.figure.picture.lines import hidden_outlines, lines
from generator.figure.picture.scene import Scene

if TYPE_CHECKING:
    from generator.figure.picture.camera import Crop
    from generator.figure.pose.marks import Inset
    from generator.figure.pose.stage import Stage


@dataclass(frozen=True, slots=True)
class Illustration:
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


def illustrate(stage: Stage, crop: Crop, title: str) -> Illustration:
    """Draw one staged frame in its crop."""
    scene = Scene(stage, crop)
    before = ghost.silhouette(scene)
    width, height = crop.units
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">',
        f"<title>{escape(title)}</title>",
        floor(scene),
        ghost.ground(scene, before),
        f"<g>{fills(scene)}</g>",
        ghost.outline(scene, before),
        *_marks_and_lines(scene),
        *(_inset(inset, scene) for inset in stage.frame.insets),
        _arrows(scene),
        "</svg>",
    ]
    svg = "\n".join(part for part in parts if part) + "\n"
    return Illustration(svg, crop.width, crop.height, crop.units)


def _marks_and_lines(scene: Scene) -> tuple[str, str, str]:
    marks = zone_marks.svg(zone_marks.find_marks(scene), scene.scale)
    return marks, lines(scene), hidden_outlines(scene)


def _arrows(scene: Scene) -> str:
    return "".join(arrows.draw(arrow, scene) for arrow in scene.stage.frame.arrows)


def _inset(inset: Inset, scene: Scene) -> str:
    inner = insets.inner_scene(inset, scene)
    inside = floor(inner) + f"<g>{fills(inner)}</g>" + "".join(_marks_and_lines(inner)) + _arrows(inner)
    return insets.frame(inset, scene, inside)
