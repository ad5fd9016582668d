"""The signs for how an exercise is done: one family, drawn on a square of 24 by 24.

They are made of lines of one width with round ends, and of few filled parts, so that they are told apart at
the size of a capital and a half, and without colour. They are never turned round with a picture.
"""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from generator.booklet.model import Box, Colour, Drawing
from generator.booklet.signs import SignKind

if TYPE_CHECKING:
    from generator.booklet.model import Shape

_GRID = 24.0
_LINE = 2.0  # of that: the width of all lines
_QUARTER = math.pi / 2

_Step: TypeAlias = tuple[float, ...]
_Line: TypeAlias = tuple[_Step, ...]


class _Parts(NamedTuple):
    """Of a sign: its lines, what is filled, and how wide it is."""

    lines: tuple[_Line, ...]
    filled: tuple[_Line, ...] = ()
    width: float = _GRID


def sign_width(kind: SignKind, height: float) -> float:
    """How wide a sign of that height is, in points."""
    return _SIGNS[kind].width * height / _GRID


def sign_shapes(kind: SignKind, left: float, top: float, height: float) -> tuple[Shape, ...]:
    """A sign of that height."""
    lines, filled = _scaled(kind, round(height, 2))
    box = Box(left, top, sign_width(kind, height), height)
    shapes = [Drawing(box, lines, Colour.ACCENT, round(_LINE * height / _GRID, 2))]
    if filled:
        shapes.append(Drawing(box, filled, None, fill=Colour.ACCENT))
    return tuple(shapes)


@lru_cache(maxsize=64)
def _scaled(kind: SignKind, height: float) -> tuple[tuple[_Line, ...], tuple[_Line, ...]]:
    scale = height / _GRID

    def scaled(lines: tuple[_Line, ...]) -> tuple[_Line, ...]:
        return tuple(
            tuple(tuple(round(value * scale, 2) for value in step) for step in line) for line in lines
        )

    parts = _SIGNS[kind]
    return scaled(parts.lines), scaled(parts.filled)


def _arc(x: float, y: float, radius: float, start: float, end: float) -> _Line:
    """Round a middle, from one angle to another: degrees from the right on, clockwise."""
    first, last = math.radians(start), math.radians(end)
    count = max(1, math.ceil(abs(last - first) / _QUARTER - 1e-9))
    turn = (last - first) / count
    handle = radius * 4 / 3 * math.tan(turn / 4)
    steps: list[_Step] = [_at(x, y, radius, first)]
    for number in range(count):
        one, other = first + number * turn, first + (number + 1) * turn
        (x1, y1), (x2, y2) = _at(x, y, radius, one), _at(x, y, radius, other)
        steps.append(
            (
                x1 - handle * math.sin(one), y1 + handle * math.cos(one),
                x2 + handle * math.sin(other), y2 - handle * math.cos(other),
                x2, y2,
            )
        )  # fmt: skip
    return tuple(steps)


def _at(x: float, y: float, radius: float, angle: float) -> tuple[float, float]:
    return x + radius * math.cos(angle), y + radius * math.sin(angle)


def _circle(x: float, y: float, radius: float) -> _Line:
    return _arc(x, y, radius, 0, 360)


def _head(x: float, y: float, angle: float, length: float = 6.0, width: float = 7.0) -> _Line:
    """The head of an arrow: its tip, and which way it points, in degrees clockwise from the right."""
    way = math.radians(angle)
    back = (x - length * math.cos(way), y - length * math.sin(way))
    across = (-math.sin(way) * width / 2, math.cos(way) * width / 2)
    return (
        (x, y),
        (back[0] + across[0], back[1] + across[1]),
        (back[0] - across[0], back[1] - across[1]),
    )


def _mirrored(line: _Line, width: float) -> _Line:
    return tuple(
        tuple(width - value if index % 2 == 0 else value for index, value in enumerate(step)) for step in line
    )


def _stopwatch() -> _Parts:
    wedge: _Line = ((12, 14), (12, 8.2), *_arc(12, 14, 5.8, -90, 0)[1:])
    return _Parts(
        (_circle(12, 14, 8.6), ((9.2, 1.6), (14.8, 1.6)), ((12, 1.6), (12, 5)), ((18.4, 7.2), (20.2, 5.4))),
        (wedge,),
    )


def _ring() -> _Parts:
    radius = 8.6
    arcs, heads = [], []
    for start in (200, 20):
        end = start + 118
        arcs.append(_arc(12, 12, radius, start, end))
        x, y = _at(12, 12, radius, math.radians(end + 38))
        heads.append(_head(x, y, end + 38 + 90 - 20))
    return _Parts(tuple(arcs), tuple(heads))


def _there_and_back() -> _Parts:
    return _Parts(
        (((2, 7.2), (17, 7.2)), ((22, 16.8), (7, 16.8))),
        (_head(23, 7.2, 0), _head(1, 16.8, 180)),
    )


def _rocker() -> _Parts:
    """A weight that swings, and the way it goes."""
    arc = _arc(12, 4, 16.5, 58, 122)
    (left, right) = _at(12, 4, 16.5, math.radians(131)), _at(12, 4, 16.5, math.radians(49))
    return _Parts(
        (((12, 1.6), (12, 9)), arc),
        (_circle(12, 11.4, 3.6), _head(*left, 222, 5.6, 6.6), _head(*right, -42, 5.6, 6.6)),
    )


def _ball() -> _Parts:
    """A ball that sinks into a line, and the way it rolls."""
    ground: _Line = (
        (1.2, 12.5),
        (4, 12.5),
        (6.4, 12.5, 6.2, 17, 12, 17),
        (17.8, 17, 17.6, 12.5, 20, 12.5),
        (22.8, 12.5),
    )
    return _Parts(
        (_circle(12, 8, 6), ground, ((5, 21.4), (19, 21.4))),
        (_head(23, 21.4, 0, 5, 5.2), _head(1, 21.4, 180, 5, 5.2)),
    )


def _lungs() -> _Parts:
    lobe: _Line = (
        (9.6, 9.6),
        (8.8, 6.2, 6.4, 6.4, 4.6, 10.2),
        (2.8, 13.8, 1.6, 17.8, 1.8, 20.4),
        (2, 22.6, 4.4, 22.2, 6.2, 21.2),
        (8.4, 20, 9.6, 20, 9.6, 17.4),
        (9.6, 9.6),
    )
    return _Parts(
        (lobe, _mirrored(lobe, _GRID), ((12, 1.8), (12, 9)), ((12, 9), (14.4, 12)), ((12, 9), (9.6, 12))),
    )


def _pair() -> _Parts:
    """Two figures, each with the arm on its side lifted, and the line between them."""
    width = 30.0
    body: _Line = ((20.6, 22.4), (20.6, 10.6))
    arm: _Line = ((20.6, 12), (28.4, 7.2))
    head = _circle(20.6, 4.8, 2.9)
    axis = tuple(((width / 2, y), (width / 2, y + 2.2)) for y in (1.6, 7.8, 14, 20.2))
    return _Parts(
        (body, arm, _mirrored(body, width), _mirrored(arm, width), *axis),
        (head, _mirrored(head, width)),
        width,
    )


_SIGNS = {
    SignKind.HOLD: _stopwatch(),
    SignKind.PRESS: _ball(),
    SignKind.BREATHE: _lungs(),
    SignKind.ROCK: _rocker(),
    SignKind.ALTERNATE: _there_and_back(),
    SignKind.REPEAT: _ring(),
    SignKind.BOTH_SIDES: _pair(),
}
