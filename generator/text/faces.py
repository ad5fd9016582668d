"""The typefaces of the booklet, by name: what the layout says about a text without opening a font."""

from __future__ import annotations

from enum import StrEnum


class Face(StrEnum):
    """A typeface of the booklet."""

    REGULAR = "regular"
    BOLD = "bold"
