"""A scene → marked zones that the camera does not see."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.figure.picture.zone_marks import enough, find_marks

if TYPE_CHECKING:
    from generator.figure.picture.scene import Scene

MARKED = 0.0020  # square metres of the picture plane: a mark of 2 x 1 mm in print can still be told


def unseen_zones(scene: Scene) -> list[str]:
    """Marked zones of which the camera sees too little, even as if the body were glass."""
    if not scene.stage.frame.zones:
        return []
    marks = find_marks(scene)
    found = []
    for name, mask in (marks.seen | marks.through).items():
        area = float(mask.sum()) * scene.pixel**2
        if area < (MARKED if name in marks.through else enough(name)):
            found.append(f"of the zone {name} only {10000 * area:.0f} cm² can be marked; turn the camera")
    return found
