"""A scene → arrows that cover face, hands or body, or that cannot be seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from generator.figure.picture import courses, cover

if TYPE_CHECKING:
    from generator.figure.geometry.rotations import Array
    from generator.figure.picture.courses import Course, Head
    from generator.figure.picture.scene import Scene
    from generator.figure.pose.marks import Arrow

STEM = 20.0  # SVG units: of the stroke behind a head, at least this much shows


def misplaced_arrows(scene: Scene) -> list[str]:
    """Arrows that lie where a reader needs to see something else, in words."""
    found = []
    for number, arrow in enumerate(scene.stage.frame.arrows, 1):
        run = courses.course(arrow, scene)
        said = [*_heads(arrow, run, scene), *_crossed(run, scene)]
        if not said and not _stems(arrow, run, scene):
            said = ["has a head without a stroke; give it more room"]
        found += [f"arrow {number} {what}" for what in said]
    return found


def _heads(arrow: Arrow, run: Course, scene: Scene) -> list[str]:
    reach = courses.HEAD_CLEAR / scene.scale
    spots = [_spots(head) / scene.scale for head in run.heads]
    found = []
    for name, mask in cover.head_and_hands(scene).items():
        if any(cover.near(mask, places, reach).any() for places in spots):
            found.append(f"has its head over the {name}; move it")
    if found:
        return found
    if run.depth is not None:
        ends = [run.depth[-1], run.depth[0]]
        if any(
            cover.hidden(scene, places, np.full(len(places), end), 0).any()
            for places, end in zip(spots, ends, strict=False)
        ):
            return ["has its head behind the body or a thing; end the ring earlier or later"]
    elif not arrow.over:
        body = cover.body_and_things(scene)
        if any(cover.near(body, places, reach).any() for places in spots):
            return ["has its head over the body or a thing; move it, or write over: true"]
    return []


def _crossed(run: Course, scene: Scene) -> list[str]:
    """What of face and hands breaks a stroke in the middle; it may come out from behind them."""
    found = []
    for name, mask in cover.head_and_hands(scene).items():
        over = cover.near(mask, run.points / scene.scale, courses.STROKE / 2 / scene.scale)
        if run.depth is not None:
            over &= ~cover.hidden(scene, run.points / scene.scale, run.depth, 0)
        if over.any() and not over[0] and not over[-1]:
            found.append(f"crosses the {name}; lead it past")
    return found


def _stems(arrow: Arrow, run: Course, scene: Scene) -> bool:
    """Whether every head has a stroke behind it."""
    kept = courses.shown(arrow, run, scene)
    lengths = np.linalg.norm(np.diff(run.points, axis=0), axis=1)
    along = np.concatenate([[0], np.cumsum(lengths)])
    stems = [along >= along[-1] - STEM, along <= STEM][: len(run.heads)]
    return along[-1] >= STEM and all(bool(kept[stem].all()) for stem in stems)


def _spots(head: Head) -> Array:
    """Places all over a head, SVG units."""
    one, tip, other = head.corners
    return np.vstack(
        [head.corners, (one + tip) / 2, (other + tip) / 2, (one + other) / 2, (one + tip + other) / 3]
    )
