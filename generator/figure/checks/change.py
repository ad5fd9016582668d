"""Two scenes → whether a reader sees at a glance what has changed from the first to the second."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from generator.figure.body.wardrobe import EAR, EYE, LINING, PROP, SKIN
from generator.figure.picture import cover
from generator.figure.picture.ghost import silhouette

if TYPE_CHECKING:
    from generator.figure.geometry.rotations import IntArray
    from generator.figure.picture.scene import Scene

# Of what either picture shows, see `share`: pairs that a reader without the words took for one picture
# measured up to 0.23, the others 0.26 and more.
CHANGED = 0.25
GHOST_SHOWN = 0.03  # of the figure: a ghost that shows less tells nothing
SKIPPED = 2  # each second pixel of each second row tells enough


def too_alike(start: Scene, end: Scene) -> list[str]:
    """Pictures between which too little changes, in words; a ghost or an inset makes up for it."""
    changed = share(start, end)
    if changed >= CHANGED or end.stage.frame.insets:
        return []
    found = (
        f"only {100 * changed:.0f} % of the picture differs from the start, of {100 * CHANGED:.0f} % asked; "
    )
    if end.stage.before is None:
        return [f"{found}move more, or write ghost: true, or add an inset"]
    figure = end.buffers.grid("figure")
    ghost_seen = (silhouette(end) & ~cover.body_and_things(end)).sum() / max(figure.sum(), 1)
    return [] if ghost_seen >= GHOST_SHOWN else [f"{found}its ghost is hidden: move more, or add an inset"]


def share(start: Scene, end: Scene) -> float:
    """How much of what two pictures show differs, once one is laid over the other as well as it goes.

    Both stand on one floor, but each begins where its figure begins, so they are moved sideways alone. What
    counts is what shows: skin, hair, each piece of clothing, each thing; no zones, arrows or ghosts.
    """
    one, other = _shown(start), _shown(end)
    wide = one.shape[1] + 2 * other.shape[1]
    still = np.zeros((max(one.shape[0], other.shape[0]), wide), int)
    moved = np.zeros_like(still)
    still[: one.shape[0], other.shape[1] : other.shape[1] + one.shape[1]] = one
    moved[: other.shape[0], : other.shape[1]] = other
    least = 1.0
    for _ in range(wide - other.shape[1] + 1):
        either = int(((still > 0) | (moved > 0)).sum())
        least = min(least, float((still != moved).sum()) / max(either, 1))
        moved = np.roll(moved, 1, axis=1)
    return least


def _shown(scene: Scene) -> IntArray:
    """A number for what shows at each pixel; 0 for nothing."""
    layer, region, figure = (scene.buffers.grid(name) for name in ("layer", "region", "figure"))
    kind = np.where(region > LINING, region - LINING, region)
    kind = np.where(np.isin(kind, [EAR, EYE]), SKIN, kind)
    things = np.zeros(len(scene.layers) + 1, int)
    for number, numbers in enumerate(scene.prop_numbers.values(), PROP):
        things[numbers] = number
    return np.asarray(np.where(figure, kind, things[layer])[::SKIPPED, ::SKIPPED])
