"""Movement arrows: a smooth stroke with a solid head, on a white halo that parts it from what it crosses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.figure.picture import courses, curves
from generator.figure.picture.courses import STROKE

if TYPE_CHECKING:
    from generator.figure.geometry.rotations import Array
    from generator.figure.picture.scene import Scene
    from generator.figure.pose.marks import Arrow

HALO = 20.0  # units of 0.1 mm on paper
FIT = 0.3  # SVG units
COLOUR = "#00566b"  # dark enough to stay clear in grey print


def draw(arrow: Arrow, scene: Scene) -> str:
    """SVG elements of one arrow."""
    run = courses.course(arrow, scene)
    path = "".join(
        curves.path_data(curves.fitted(piece, FIT))
        for piece in courses.pieces(run.points, courses.shown(arrow, run, scene))
    )
    halo = "".join(f'<path d="{_outline(head.corners)}"/>' for head in run.heads)
    stroke = f'<path fill="none" stroke-width="{HALO:.0f}" d="{path}"/>' if path else ""
    text = (
        f'<g fill="#ffffff" stroke="#ffffff" stroke-linejoin="round" stroke-linecap="round">'
        f'{stroke}<g stroke-width="{HALO - STROKE:.0f}">{halo}</g></g>'
    )
    if path:
        text += (
            f'<path fill="none" stroke="{COLOUR}" stroke-width="{STROKE:.0f}" stroke-linecap="round" '
            f'd="{path}"/>'
        )
    return text + f'<g fill="{COLOUR}">{halo}</g>'


def _outline(corners: Array) -> str:
    return "M" + "L".join(curves.joined_numbers([*corner]) for corner in corners) + "z"
