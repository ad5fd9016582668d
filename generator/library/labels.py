"""The sentences and labels that the program needs in every language, apart from those of the exercises."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.library.model import Demand, Goal, Kind, Kit, Muscle, Position

if TYPE_CHECKING:
    from collections.abc import Mapping

_NONE: frozenset[str] = frozenset()

_BY_ID: Mapping[str, tuple[str, ...]] = {
    "goal": tuple(Goal),
    "kind": tuple(Kind),
    "position": tuple(Position),
    "kit": tuple(Kit),
    "muscle": tuple(Muscle),
    "demand": tuple(Demand),
    "side": ("left", "right", "both"),
}

REQUIRED_LABELS: Mapping[str, frozenset[str]] = {
    f"{group}.{id_}": _NONE for group, ids in _BY_ID.items() for id_ in ids
}
"""By dotted key: the names of the `{placeholders}` that the label may use."""
