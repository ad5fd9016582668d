"""The `d` of an SVG path, basic shapes and transforms → moves, lines and cubic curves.

Of SVG 1.1, 8.3 (without arcs), 9 and 7.6; what is not here is refused by the reader.
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

Point = tuple[float, float]

# An operator of PDF (m, l, c or h) and its points.
Segment = tuple[str, tuple[Point, ...]]

_NUMBER = r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?"
_NUMBERS = re.compile(_NUMBER)
_PATH_TOKEN = re.compile(rf"\s*,?\s*(?:([MmLlHhVvCcSsQqZz])|({_NUMBER}))")
_TRANSFORM = re.compile(r"\s*,?\s*(translate|scale|matrix)\s*\(([^()]*)\)\s*")

LARGEST = 1e6  # of a coordinate; more is a slip, and too much for some readers
_QUARTER_CIRCLE = (
    0.5522847498  # length of the handles of a cubic that draws a quarter of a circle of radius 1
)

_POINTS_OF = {"M": 1, "L": 1, "C": 3, "S": 2, "Q": 2, "Z": 0}


class OutlineError(ValueError):
    """What is written is not an outline, a number or a transform that the reader knows."""


class Matrix(NamedTuple):
    """x' = a x + c y + e; y' = b x + d y + f."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def then_inside(self, inner: Matrix) -> Matrix:
        """The matrix of what stands in a group of this matrix with a matrix of its own.

        Raises:
            OutlineError: it moves or enlarges too far.
        """
        matrix = Matrix(
            self.a * inner.a + self.c * inner.b,
            self.b * inner.a + self.d * inner.b,
            self.a * inner.c + self.c * inner.d,
            self.b * inner.c + self.d * inner.d,
            *self.apply((inner.e, inner.f)),
        )
        if max(map(abs, matrix)) > LARGEST:
            raise OutlineError("is moved or enlarged too far")
        return matrix

    def apply(self, point: Point) -> Point:
        """Where a point ends up."""
        x, y = point
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def scale(self) -> float | None:
        """How much lengths grow; None where they grow differently in different directions."""
        across, down = math.hypot(self.a, self.b), math.hypot(self.c, self.d)
        skewed = abs(self.a * self.c + self.b * self.d) > 1e-6 * across * down
        return None if skewed or not math.isclose(across, down, rel_tol=1e-6) else across


def number(text: str) -> float:
    """A single number without a unit.

    Raises:
        OutlineError: when it is not one, or too large.
    """
    if not _NUMBERS.fullmatch(text.strip()):
        raise OutlineError(f"“{text}” is not a number")
    value = float(text)
    if not abs(value) <= LARGEST:
        raise OutlineError(f"{text} is too large")
    return value


def numbers(text: str) -> list[float]:
    """Numbers with spaces or commas between them.

    Raises:
        OutlineError: when something else is among them.
    """
    if _NUMBERS.sub("", text).strip(" \t\r\n,"):
        raise OutlineError(f"“{text[:40]}” is not a list of numbers")
    return [number(part) for part in _NUMBERS.findall(text)]


def transform(text: str) -> Matrix:
    """The matrix of a `transform`: translate, scale and matrix, one after the other.

    Raises:
        OutlineError: for any other function, or a wrong count of numbers.
    """
    matrix = Matrix()
    place = 0
    while place < len(text):
        found = _TRANSFORM.match(text, place)
        if not found:
            raise OutlineError(f"“{text[place : place + 40]}” is not translate, scale or matrix")
        place = found.end()
        values = numbers(found[2])
        match found[1], values:
            case "translate", [x, *rest] if len(rest) <= 1:
                inner = Matrix(e=x, f=rest[0] if rest else 0.0)
            case "scale", [x, *rest] if len(rest) <= 1:
                inner = Matrix(a=x, d=rest[0] if rest else x)
            case "matrix", [_, _, _, _, _, _]:
                inner = Matrix(*values)
            case name, _:
                raise OutlineError(f"{name} does not take {len(values)} numbers")
        matrix = matrix.then_inside(inner)
    return matrix


def path(text: str) -> list[Segment]:
    """The segments of a path's `d`.

    Raises:
        OutlineError: for arcs, smooth quadratics and what is no path at all.
    """
    reader = _PathReader(text)
    while reader.read_command():
        pass
    return reader.segments


class _PathReader:
    """Reads one `d`, command by command."""

    def __init__(self, text: str) -> None:
        self._text = text.rstrip()
        self._place = 0
        self._here: Point = (0.0, 0.0)
        self._start: Point = (0.0, 0.0)
        self._handle: Point | None = None  # of the cubic before, for the smooth one after it
        self._command = ""
        self.segments: list[Segment] = []

    def read_command(self) -> bool:
        """One command with its numbers, or the same again; False at the end."""
        if self._place >= len(self._text):
            return False
        letter = self._token(letter=True)
        if letter:
            self._command = letter
        elif not self._command or self._command in "Zz":
            raise OutlineError(f"a command is missing at “{self._text[self._place : self._place + 20]}”")
        if not self.segments and self._command not in "Mm":
            raise OutlineError("a path begins with M")
        kind = self._command.upper()
        if kind in "HV":
            self._along_an_axis(kind)
        else:
            self._draw(kind, [self._point() for _ in range(_POINTS_OF[kind])])
        # Further points after a move are lines.
        self._command = {"M": "L", "m": "l"}.get(self._command, self._command)
        return True

    def _token(self, *, letter: bool) -> str:
        """The next letter (empty when a number is next) or number."""
        found = _PATH_TOKEN.match(self._text, self._place)
        if not found:
            raise OutlineError(
                f"“{self._text[self._place : self._place + 20].strip()}” is no part of a path here"
            )
        if letter and not found[1]:
            return ""
        if not letter and found[1]:
            raise OutlineError(f"{self._command} needs more numbers before {found[1]}")
        self._place = found.end()
        return found[1] or found[2]

    def _number(self) -> float:
        if self._place >= len(self._text):
            raise OutlineError(f"{self._command} needs more numbers")
        return number(self._token(letter=False))

    def _point(self) -> Point:
        x, y = self._number(), self._number()
        return (x + self._here[0], y + self._here[1]) if self._command.islower() else (x, y)

    def _along_an_axis(self, kind: str) -> None:
        x, y = self._here
        value = self._number()
        if kind == "H":
            x = value + x if self._command == "h" else value
        else:
            y = value + y if self._command == "v" else value
        self._draw("L", [(x, y)])

    def _draw(self, kind: str, points: list[Point]) -> None:
        handle = None
        match kind:
            case "M":
                self._start = points[0]
                self.segments.append(("m", (points[0],)))
            case "L":
                self.segments.append(("l", (points[0],)))
            case "Z":
                points = [self._start]
                self.segments.append(("h", ()))
            case "Q":
                middle, end = points
                self.segments.append(("c", (_two_thirds(self._here, middle), _two_thirds(end, middle), end)))
            case _:
                if kind == "S":
                    points.insert(0, _opposite(self._handle, self._here))
                handle = points[1]
                self.segments.append(("c", tuple(points)))
        self._handle = handle
        self._here = points[-1]


def _two_thirds(start: Point, end: Point) -> Point:
    return start[0] + (end[0] - start[0]) * 2 / 3, start[1] + (end[1] - start[1]) * 2 / 3


def _opposite(handle: Point | None, middle: Point) -> Point:
    return middle if handle is None else (2 * middle[0] - handle[0], 2 * middle[1] - handle[1])


def polygon(points: Sequence[float], *, closed: bool) -> list[Segment]:
    """Straight lines through points, given as one x and y after the other.

    Raises:
        OutlineError: when there are fewer than two, or one lacks its y.
    """
    if len(points) % 2 or len(points) < 4:  # noqa: PLR2004  # two points
        raise OutlineError("points are at least two pairs of numbers")
    first, *rest = zip(points[::2], points[1::2], strict=True)
    segments: list[Segment] = [("m", (first,)), *(("l", (point,)) for point in rest)]
    return [*segments, ("h", ())] if closed else segments


def ellipse(x: float, y: float, across: float, down: float) -> list[Segment]:
    """An ellipse around a point, with its two radii."""
    return rectangle(x - across, y - down, 2 * across, 2 * down, across, down)


def rectangle(x: float, y: float, width: float, height: float, across: float, down: float) -> list[Segment]:
    """A rectangle, its corners rounded by the two radii.

    Raises:
        OutlineError: when a length is negative.
    """
    if min(width, height, across, down) < 0:
        raise OutlineError("a width, a height or a radius is negative")
    across, down = min(across, width / 2), min(down, height / 2)
    right, bottom = x + width, y + height
    if not across or not down:
        return polygon([x, y, right, y, right, bottom, x, bottom], closed=True)
    beside, below = across * (1 - _QUARTER_CIRCLE), down * (1 - _QUARTER_CIRCLE)
    segments: list[Segment] = [("m", ((x + across, y),))]
    for start, corner in (
        ((right - across, y), ((right - beside, y), (right, y + below), (right, y + down))),
        (
            (right, bottom - down),
            ((right, bottom - below), (right - beside, bottom), (right - across, bottom)),
        ),
        ((x + across, bottom), ((x + beside, bottom), (x, bottom - below), (x, bottom - down))),
        ((x, y + down), ((x, y + below), (x + beside, y), (x + across, y))),
    ):
        segments += [("l", (start,)), ("c", corner)]
    return [*segments, ("h", ())]
