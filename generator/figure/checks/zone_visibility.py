"""A scene → marked zones that neither its picture nor an inset shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.figure.picture import insets
from generator.figure.picture.zone_marks import enough, find_marks

if TYPE_CHECKING:
    from generator.figure.picture.scene import Scene

MARKED = 0.0020  # square metres of the picture plane: a mark of 2 x 1 mm in print can still be told


def unseen_zones(scene: Scene) -> list[str]:
    """Marked zones of which neither picture nor insets show enough, even as if the body were glass."""
    if not scene.stage.frame.zones:
        return []
    views = [_areas(scene), *(_areas(insets.inner_scene(one, scene)) for one in scene.stage.frame.insets)]
    return [
        f"of the zone {name} only {10000 * area:.0f} cm² can be marked; turn the camera"
        for name, (area, least) in views[0].items()
        if not any(view[name][0] >= view[name][1] for view in views)
    ]


def _areas(scene: Scene) -> dict[str, tuple[float, float]]:
    """What each zone has of marks, and what it must have: square metres as the picture enlarges them."""
    marks = find_marks(scene)
    return {
        name: (float(mask.sum()) * scene.pixel**2, MARKED if name in marks.through else enough(name))
        for name, mask in (marks.seen | marks.through).items()
    }
