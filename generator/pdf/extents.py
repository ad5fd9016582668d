"""Shapes → the rectangle around them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.booklet.model import Box, Drawing, Picture, Polyline, Rectangle
from generator.text.measuring import FontMeasure

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.booklet.model import Shape


def around(shapes: Iterable[Shape]) -> Box:
    """The rectangle around all shapes, of which there is at least one; lines count as thin.

    A text reaches from its baseline to the height of its letters.
    """
    boxes = [_box(shape) for shape in shapes]
    left, top = min(box.left for box in boxes), min(box.top for box in boxes)
    width, height = max(box.right for box in boxes) - left, max(box.bottom for box in boxes) - top
    return Box(left, top, width, height)


def _box(shape: Shape) -> Box:
    if isinstance(shape, (Rectangle, Drawing, Picture)):
        return shape.box
    if isinstance(shape, Polyline):
        xs, ys = zip(*shape.points, strict=True)
        return Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
    width = FontMeasure().width(shape.text, shape.face, shape.size)
    return Box(shape.left, shape.baseline - shape.size, width, shape.size)
