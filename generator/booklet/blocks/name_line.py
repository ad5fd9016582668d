"""The name of an exercise with its box to tick."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.booklet.blocks.text import Paragraph, heading
from generator.booklet.model import Box, Colour, Rectangle, Role, TextMeasure

if TYPE_CHECKING:
    from generator.booklet.style import Look
    from generator.booklet.surface import Surface
    from generator.booklet.ticks import Tick


@dataclass(frozen=True, slots=True)
class NameLine:
    """Tick box, number and name of an exercise; the heading is “3. Rotation in sitting”."""

    text: str
    tick: Tick
    look: Look

    @property
    def label(self) -> str:
        """The heading."""
        return self.text

    @property
    def _heading(self) -> Paragraph:
        return heading(self.text, self.look.exercise_name, Role.HEADING_2)

    @property
    def _indent(self) -> float:
        return self.look.tick_box + self.look.padding

    def height(self, measure: TextMeasure, width: float) -> float:
        """The lines of the heading."""
        return self._heading.height(measure, width - self._indent)

    def place(self, surface: Surface, parent: int, left: float, top: float, width: float) -> None:
        """The box stands beside the first line."""
        look, size = self.look, self.look.tick_box
        box = Box(left, top + (look.exercise_name.leading - size) / 2, size, size)
        surface.mark(None, Rectangle(box, Colour.PAPER, Colour.INK, look.tick_box_line + 0.4, radius=3))
        self._heading.place(surface, parent, left + self._indent, top, width - self._indent)
        surface.tick_field(parent, box, self.tick)
