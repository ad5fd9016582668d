"""What can be chosen about how a booklet is printed: paper, layout, folding; quick to load, for help."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

# Least and most of each length that the options may have, in millimetres.
RANGES: Mapping[str, tuple[float, float]] = MappingProxyType(
    {
        "paper_thickness": (0.0, 0.5),  # tissue to thin card
        "binding_margin": (0.0, 20.0),
        "offset_front": (-10.0, 10.0),
        "offset_back": (-10.0, 10.0),
    }
)


class Paper(StrEnum):
    """A page: a sheet that home and office printers take, or half of one."""

    A4 = "a4"
    LETTER = "letter"
    A5 = "a5"
    HALF_LETTER = "half-letter"

    @property
    def is_half(self) -> bool:
        """Whether it is half of a sheet."""
        return self.sheet is not self

    @property
    def sheet(self) -> Paper:
        """The whole sheet: itself, or what it is half of."""
        return {Paper.A5: Paper.A4, Paper.HALF_LETTER: Paper.LETTER}.get(self, self)

    @property
    def half(self) -> Paper:
        """Half of the sheet."""
        return Paper.A5 if self.sheet is Paper.A4 else Paper.HALF_LETTER


class Layout(StrEnum):
    """What is made of a routine, by the name that is typed."""

    PAGES = "pages"  # the booklet
    CARDS = "cards"  # one exercise a card, to cut out
    SHEET = "sheet"  # everything on one page, to hang up


class Flip(StrEnum):
    """The edge of the landscape sheet round which it is turned for its back."""

    SHORT = "short"
    LONG = "long"


class Duplex(StrEnum):
    """Who turns the sheets: the printer, or whoever prints, after all fronts."""

    AUTO = "auto"
    MANUAL = "manual"


class Binding(StrEnum):
    """Where the spine is, seen from the cover: on the right for scripts that run from right to left."""

    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class FoldOptions:
    """How a booklet is printed and folded.

    Attributes:
        flip: how the printer turns a sheet, or how the stack is turned by hand.
        duplex: with `MANUAL` all fronts come before all backs.
        binding: the edge where the spine is.
        paper_thickness: of a sheet; 0.1 mm is office paper of 80 g/m².
        binding_margin: how much further from the fold every page stands.
        offset_front: how far everything on a front is moved, to the right and down, seen with its text
            upright, to correct what the printer does.
        offset_back: the same for backs.
        fold_ticks: whether short lines show where to fold.
        staple_marks: whether lines on the outside show where to staple; never for a single sheet.
        borderless: whether the printer reaches the edges of the sheet: fold ticks begin there, and the
            binding margin may bring print up to there.
    """

    flip: Flip = Flip.SHORT
    duplex: Duplex = Duplex.AUTO
    binding: Binding = Binding.LEFT
    paper_thickness: float = 0.1
    binding_margin: float = 0.0
    offset_front: tuple[float, float] = (0.0, 0.0)
    offset_back: tuple[float, float] = (0.0, 0.0)
    fold_ticks: bool = True
    staple_marks: bool = True
    borderless: bool = False
