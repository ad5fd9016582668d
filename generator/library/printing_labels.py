"""The labels of pages for the one who prints: how to fold by hand, and the test sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

# By group and name: the placeholders that the label may use, parted by spaces.
PRINTING_LABELS: Mapping[str, Mapping[str, str]] = {
    "folding": {
        "title": "",
        "lead": "",
        "page": "page",
        "pages": "first last",
        "fronts": "pages",
        "turn-short": "",
        "turn-long": "",
        "back-in": "",
        "back-in-one": "",
        "backs": "pages",
        "stack": "",
        "fold-at-ticks": "",
        "fold-in-the-middle": "",
        "staple-at-marks": "",
        "staple-in-the-fold": "",
        "try": "front back",
        "trouble": "",
    },
    "test-sheet": {
        "title": "",
        "lead": "",
        "print": "",
        "print-both": "",
        "print-short": "",
        "print-long": "",
        "print-first": "",
        "print-turn-short": "",
        "print-turn-long": "",
        "print-size": "",
        "read": "",
        "read-hold": "",
        "read-across": "",
        "read-up": "",
        "type": "",
        "type-how": "",
        "type-example": "",
        "type-again": "",
        "edge": "",
        "edge-how": "",
        "edge-enough": "",
        "rulers": "",
        "back": "",
        "back-upright": "flip",
        "back-cross": "",
        "middle": "",
        "middle-how": "",
        "middle-example": "",
        "middle-again": "",
    },
}
