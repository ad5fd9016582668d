"""Pixel polylines become smooth Bezier curves: smoothing, fitting (Schneider 1990), and SVG path data."""

from __future__ import annotations

import itertools
from typing import TypeAlias

import numpy as np
from scipy import ndimage

from generator.figure.geometry.rotations import TINY, Array, IntArray, unit

Curve: TypeAlias = Array  # (4, 2): a cubic Bezier's points

NEWTON_ROUNDS = 10
HOPELESS = 8.0  # a fit this many tolerances off is split at once
SEGMENT = 2  # points of the shortest line
FEWEST_SMOOTHED = 4  # points; with fewer there is nothing to smooth
SAME = 1e-6  # pixels
TANGENT_REACH = 4  # points over which an end's direction is measured
MOST_HANDLES = 1.4  # of the points' length, both together: with more, a curve shoots out between its points
LONGEST_HANDLE = 3.0  # of a chord; longer handles make loops
CORNER_TOLERANCE = 1.3  # pixels
CORNER_COSINE = 0.90  # two straight pieces that turn more than this meet in a corner
SHORT_PIECE, LONG_PIECE = 5.0, 24.0  # pixels: what counts as a straight piece beside a corner
STRAIGHT_BOW = 0.12  # SVG units, hundredths of a millimetre: handles nearer to the chord make no curve
STRAIGHT_LEAST, STRAIGHT_MOST, STRAIGHT_SHARE = 1.6, 3.0, 0.012  # pixels off, pixels off, share of length


def smoothed(points: Array, sigma: float, *, closed: bool) -> Array:
    """Gaussian smoothing along a polyline; the ends of an open one stay where they are."""
    count = len(points)
    if count < FEWEST_SMOOTHED:
        return points
    if closed:
        ring = ndimage.gaussian_filter1d(points[:-1], sigma, axis=0, mode="wrap")
        return np.vstack([ring, ring[:1]])
    reach = min(count - 1, int(4 * sigma) + 1)
    before = 2 * points[0] - points[reach:0:-1]
    after = 2 * points[-1] - points[-2 : -reach - 2 : -1]
    extended = ndimage.gaussian_filter1d(np.vstack([before, points, after]), sigma, axis=0)
    result: Array = extended[reach : reach + count]
    result[0], result[-1] = points[0], points[-1]
    return result


def basis(share: Array) -> Array:
    """(n, 4): how much each point of a Bezier curve counts at shares of its way."""
    t, m = share, 1 - share
    return np.stack([m**3, 3 * t * m**2, 3 * t**2 * m, t**3], 1)


def line(start: Array, end: Array) -> Curve:
    """A straight piece as a Bezier curve."""
    return np.array([start, start + (end - start) / 3, start + (end - start) * 2 / 3, end])


def _generate(points: Array, counts: Array, start: Array, end: Array, chord: float) -> Curve:
    b1, b2 = counts[:, 1], counts[:, 2]
    c00, c01, c11 = float(b1 @ b1), float(b1 @ b2) * float(start @ end), float(b2 @ b2)
    first_end, last_end = points[0], points[-1]
    rest = points - np.outer(counts[:, 0] + b1, first_end) - np.outer(b2 + counts[:, 3], last_end)
    x0, x1 = float(b1 @ (rest @ start)), float(b2 @ (rest @ end))
    determinant = c00 * c11 - c01 * c01
    first = second = 0.0
    if abs(determinant) > TINY:
        first, second = (x0 * c11 - x1 * c01) / determinant, (c00 * x1 - c01 * x0) / determinant
    if min(first, second) < 1e-3 * chord or max(first, second) > LONGEST_HANDLE * chord:
        first = second = chord / 3
    return np.array([first_end, first_end + start * first, last_end + end * second, last_end])


def _improved(off: Array, share: Array, curve: Curve) -> Array:
    """Newton's step towards each point's nearest place on the curve; `off` is from point to curve."""
    one, two, three = np.diff(curve, axis=0)
    t, m = share, 1 - share
    slope = np.stack([m * m, 2 * m * t, t * t], 1) @ (3 * np.stack([one, two, three]))
    bend = np.stack([m, t], 1) @ (6 * np.stack([two - one, three - two]))
    over = np.einsum("ij,ij->i", off, slope)
    under = np.einsum("ij,ij->i", slope, slope) + np.einsum("ij,ij->i", off, bend)
    flat = abs(under) <= TINY
    under[flat], over[flat] = 1, 0
    return np.maximum.accumulate(np.clip(share - over / under, 0, 1))


def _fit(points: Array, start: Array, end: Array, tolerance: float) -> list[Curve]:
    if len(points) == SEGMENT:
        third = np.linalg.norm(points[1] - points[0]) / 3
        return [np.array([points[0], points[0] + start * third, points[1] + end * third, points[1]])]
    length = np.concatenate([[0], np.cumsum(np.hypot(*np.diff(points, axis=0).T))])
    share = length / length[-1]
    chord = float(np.hypot(*(points[-1] - points[0])))
    worst = len(points) // 2
    for _ in range(NEWTON_ROUNDS):
        counts = basis(share)
        curve = _generate(points, counts, start, end, chord)
        off = counts @ curve - points
        error = np.einsum("ij,ij->i", off, off)
        worst = int(error.argmax())
        handles = np.hypot(*(curve[[1, 3]] - curve[[0, 2]]).T).sum()
        if error[worst] < tolerance**2 and handles < MOST_HANDLES * length[-1]:
            return [curve]
        if error[worst] > (HOPELESS * tolerance) ** 2:
            break
        share = _improved(off, share, curve)
    split = min(max(worst, 1), len(points) - 2)
    reach = max(1, min(TANGENT_REACH, split, len(points) - 1 - split))
    across = unit(points[split - reach] - points[split + reach])
    return [
        *_fit(points[: split + 1], start, across, tolerance),
        *_fit(points[split:], -across, end, tolerance),
    ]


def fitted(points: Array, tolerance: float, *, closed: bool = False) -> list[Curve]:
    """Bezier curves along a polyline, nowhere further off than the tolerance (same units as the points)."""
    points = points[np.concatenate([[True], np.linalg.norm(np.diff(points, axis=0), axis=1) > SAME])]
    if len(points) < SEGMENT:
        return []
    reach = min(TANGENT_REACH, len(points) - 1)
    start, end = points[reach] - points[0], points[-1 - reach] - points[-1]
    if closed and len(points) > 2 * TANGENT_REACH:
        start = points[reach] - points[-1 - reach]
        end = -start
    return _fit(points, unit(start), unit(end), tolerance)


def corners(points: Array, tolerance: float) -> IntArray:
    """The points that a Douglas-Peucker simplification keeps."""
    keep = np.zeros(len(points), bool)
    keep[[0, -1]] = True
    waiting = [(0, len(points) - 1)]
    while waiting:
        first, last = waiting.pop()
        if last - first < SEGMENT:
            continue
        chord = points[last] - points[first]
        length = float(np.hypot(*chord))
        off = points[first + 1 : last] - points[first]
        error = np.hypot(*off.T)
        if length > TINY:
            error = abs(chord[0] * off[:, 1] - chord[1] * off[:, 0]) / length
        worst = int(error.argmax())
        if error[worst] > tolerance:
            middle = first + 1 + worst
            keep[middle] = True
            waiting += [(first, middle), (middle, last)]
    return np.nonzero(keep)[0]


def fitted_edges(points: Array, tolerance: float, sigma: float, *, closed: bool) -> list[Curve]:
    """Curves along a hard-edged outline: real corners stay corners, straight pieces become straight."""
    if closed:  # begin at the sharpest corner
        kept = corners(points, STRAIGHT_LEAST)
        sharpness = [_sharpness(points[i], points[j], points[k]) for i, j, k in _threes(kept)]
        if sharpness:
            first = int(kept[1 + int(np.argmax(sharpness))])
            points = np.vstack([points[first:-1], points[: first + 1]])
    breaks = [0]
    for i, j, k in _threes(corners(points, CORNER_TOLERANCE)):
        before, after = points[j] - points[i], points[k] - points[j]
        lengths = float(np.hypot(*before)), float(np.hypot(*after))
        turning = float(before @ after) / (lengths[0] * lengths[1]) < CORNER_COSINE
        if turning and min(lengths) > SHORT_PIECE and max(lengths) > LONG_PIECE:
            breaks.append(j)
    breaks.append(len(points) - 1)
    found: list[Curve] = []
    for i, j in itertools.pairwise(breaks):
        piece = points[i : j + 1]
        chord = piece[-1] - piece[0]
        length = float(np.hypot(*chord))
        off = piece - piece[0]
        error = abs(chord[0] * off[:, 1] - chord[1] * off[:, 0]).max() / length if length else np.inf
        if error < max(STRAIGHT_LEAST, min(STRAIGHT_MOST, STRAIGHT_SHARE * length)):
            found.append(line(piece[0], piece[-1]))
        else:
            found += fitted(smoothed(piece, sigma, closed=False), tolerance)
    return found


def _threes(kept: IntArray) -> list[tuple[int, int, int]]:
    return [(int(i), int(j), int(k)) for i, j, k in zip(kept[:-2], kept[1:-1], kept[2:], strict=True)]


def _sharpness(one: Array, middle: Array, other: Array) -> float:
    before, after = middle - one, other - middle
    lengths = float(np.hypot(*before)), float(np.hypot(*after))
    turn = abs(before[0] * after[1] - before[1] * after[0]) / (lengths[0] * lengths[1])
    return float(turn * min(*lengths, 40.0))


def number(value: float) -> str:
    """A coordinate with one decimal, as short as it goes."""
    text = f"{value:.1f}"
    text = text.removesuffix(".0")
    if text.startswith("-0") and text != "-0":
        return "-" + text[2:]
    if text.startswith("0."):
        return text[1:]
    return "0" if text == "-0" else text


def joined_numbers(values: list[float]) -> str:
    """Numbers one after another; a minus sign, or a second decimal point, separates as a space does."""
    text = before = ""
    for value in values:
        fresh = number(value)
        apart = before and not fresh.startswith("-") and not (fresh.startswith(".") and "." in before)
        text += f" {fresh}" if apart else fresh
        before = fresh
    return text


def path_data(curves: list[Curve], scale: float = 1, *, close: bool = False) -> str:
    """SVG path data of joined curves, in relative commands; straight pieces become lines.

    Args:
        curves: each begins where the one before it ends.
        scale: SVG units a unit of the curves.
        close: whether the path is closed.
    """
    if not curves:
        return ""
    curves = [curve * scale for curve in curves]
    here = np.round(curves[0][0], 1)
    text = "M" + joined_numbers([*here])
    command = "M"
    for curve in curves:
        end = np.round(curve[3], 1)
        step = end - here
        if not step.any():
            continue
        upright, level = step == 0
        if not _straight(curve):
            fresh, values = "c", [*(curve[1] - here), *(curve[2] - here), *step]
        elif upright:
            fresh, values = "v", [step[1]]
        elif level:
            fresh, values = "h", [step[0]]
        else:
            fresh, values = "l", [*step]
        data = joined_numbers(values)
        # A command that is given again may be left out.
        text += fresh + data if fresh != command else data if data.startswith("-") else f" {data}"
        command, here = fresh, end
    return text + ("z" if close else "")


def _straight(curve: Curve) -> bool:
    """Whether a curve bows less than can be printed."""
    chord = curve[3] - curve[0]
    length = float(np.hypot(*chord))
    if length < TINY:
        return False
    handles = (curve[1:3] - curve[0]) / length
    off = abs(chord[0] * handles[:, 1] - chord[1] * handles[:, 0])
    along = handles @ chord / length
    return bool(off.max() < STRAIGHT_BOW and along.min() >= 0 and along.max() <= 1)
