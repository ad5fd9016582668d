"""The camera and the crop: an orthographic view, one scale and one floor level for all frames of an exercise.

Print decides the scale: a picture is meant to stand 60 mm high (or 84 mm wide, if it is a long one), and
lines, hatching and arrows have their widths in printed millimetres.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from generator.figure.geometry import rotations as rot

if TYPE_CHECKING:
    from generator.figure.geometry.rotations import Array
    from generator.figure.pose.marks import Camera

HEIGHT_MM, WIDTH_MM = 60.0, 84.0
UNITS_PER_MM = 10.0  # SVG units
PIXELS_PER_UNIT = 2.3  # of the raster that the lines are found in
MARGIN_MM = 1.6


def view(camera: Camera) -> Array:
    """The rotation from world to camera: x right, y up, z towards the viewer."""
    return rot.about_x(camera.elevation) @ rot.about_y(-camera.azimuth)


@dataclass(frozen=True, slots=True)
class Extent:
    """What a frame takes up on its picture plane, metres from the world's origin."""

    left: float
    right: float
    bottom: float
    top: float


@dataclass(frozen=True, slots=True)
class Crop:
    """A frame's window on the picture plane.

    Attributes:
        left, top: the window's corner, metres.
        width, height: metres.
        units_per_metre: the scale, the same for all frames of an exercise.
        detail: raster pixels per SVG unit.
    """

    left: float
    top: float
    width: float
    height: float
    units_per_metre: float
    detail: float = PIXELS_PER_UNIT

    @property
    def pixels_per_metre(self) -> float:
        """Raster resolution."""
        return self.units_per_metre * self.detail

    @property
    def units(self) -> tuple[int, int]:
        """Width and height in SVG units."""
        return round(self.width * self.units_per_metre), round(self.height * self.units_per_metre)

    @property
    def pixels(self) -> tuple[int, int]:
        """Width and height of the raster."""
        width, height = self.units
        return int(np.ceil(width * self.detail)), int(np.ceil(height * self.detail))

    def screen(self, points: Array, camera: Array) -> Array:
        """World points as pixel x, pixel y and depth (metres, larger is further)."""
        seen = points @ camera.T
        scale = self.pixels_per_metre
        return np.stack([(seen[:, 0] - self.left) * scale, (self.top - seen[:, 1]) * scale, -seen[:, 2]], 1)

    def to_units(self, plane: Array) -> Array:
        """Points of the picture plane (metres right and up) as SVG units."""
        scale = self.units_per_metre
        return np.stack([(plane[:, 0] - self.left) * scale, (self.top - plane[:, 1]) * scale], 1)


def crops(extents: dict[str, Extent], detail: float = PIXELS_PER_UNIT) -> dict[str, Crop]:
    """A crop for every frame: own width, and common height, floor level and scale."""
    bottom = min(extent.bottom for extent in extents.values())
    top = max(extent.top for extent in extents.values())
    width = max(extent.right - extent.left for extent in extents.values())
    room = 2 * MARGIN_MM
    mm_per_metre = min((HEIGHT_MM - room) / (top - bottom), (WIDTH_MM - room) / width)
    margin = MARGIN_MM / mm_per_metre
    return {
        name: Crop(
            extent.left - margin,
            top + margin,
            extent.right - extent.left + 2 * margin,
            top - bottom + 2 * margin,
            mm_per_metre * UNITS_PER_MM,
            detail,
        )
        for name, extent in extents.items()
    }
