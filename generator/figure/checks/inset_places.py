"""A scene → insets that cover what a reader needs to see, or that show nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from generator.figure.checks.arrow_places import misplaced_arrows
from generator.figure.picture import courses, cover, insets

if TYPE_CHECKING:
    from generator.figure.geometry.rotations import Array, BoolArray
    from generator.figure.picture.scene import Scene
    from generator.figure.pose.marks import Inset

COVERED = 0.10  # of its circle, at most so much lies over figure and things
FILLED = 0.25  # of what it shows, at least so much is not empty


def misplaced_insets(scene: Scene) -> list[str]:
    """Insets in the wrong place, or of nothing, in words; those of their arrows too."""
    found = []
    for number, inset in enumerate(scene.stage.frame.insets, 1):
        inner = insets.inner_scene(inset, scene)
        said = [*_covering(inset, scene), *_content(inner)]
        said += [f"'s {what}" for what in misplaced_arrows(inner)]
        found += [f"inset {number}{what}" for what in said]
    return found


def _circle(inset: Inset, scene: Scene) -> tuple[Array, float]:
    """The middle and radius of an inset's circle, SVG units."""
    at = insets.place(inset, scene.stage)
    return scene.crop.to_units(at.middle[None])[0], at.radius * scene.crop.units_per_metre


def _within(points: np.ndarray, circle: tuple[Array, float], margin: float = 0) -> BoolArray:
    return np.asarray(np.linalg.norm(points - circle[0], axis=1) < circle[1] + margin)


def _covering(inset: Inset, scene: Scene) -> list[str]:
    circle = _circle(inset, scene)
    rows, columns = np.indices((scene.buffers.height, scene.buffers.width))
    places = np.stack([columns.ravel(), rows.ravel()], 1) * scene.scale
    disc = _within(places, circle).reshape(rows.shape)
    masks = cover.head_and_hands(scene)
    found = [f" covers the {name}; move it" for name, mask in masks.items() if (mask & disc).any()]
    covered = (cover.body_and_things(scene) & disc).sum() / max(disc.sum(), 1)
    if not found and covered > COVERED:
        found.append(f" covers figure or things with {100 * covered:.0f} % of its circle; move it")
    for number, arrow in enumerate(scene.stage.frame.arrows, 1):
        run = courses.course(arrow, scene)
        marks = np.vstack(
            [run.points[courses.shown(arrow, run, scene)], *(head.corners for head in run.heads)]
        )
        if _within(marks, circle, courses.STROKE).any():
            found.append(f" meets arrow {number}; move one of them")
    return found


def _content(inner: Scene) -> list[str]:
    filled = (inner.buffers.grid("layer") > 0)[inner.window].mean()
    found = []
    if filled < FILLED:
        found.append(f" shows something on {100 * filled:.0f} % of its circle alone; aim it better")
    width = inner.crop.units[0]
    circle = np.array([width / 2, width / 2]), width / 2 - courses.STROKE / 2
    for number, arrow in enumerate(inner.stage.frame.arrows, 1):
        run = courses.course(arrow, inner)
        marks = np.vstack([run.points, *(head.corners for head in run.heads)])
        if not _within(marks, circle).all():
            found.append(f"'s arrow {number} runs out of its circle")
    return found
