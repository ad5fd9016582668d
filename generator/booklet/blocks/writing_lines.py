"""Lines to write on by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.booklet import style as s
from generator.booklet.blocks.text import Rule, Stack
from generator.booklet.model import Colour, Role
from generator.booklet.parts.cover import heading

if TYPE_CHECKING:
    from generator.booklet.blocks.flow import Flow


def fill_with_lines(flow: Flow, title: str, role: Role = Role.HEADING_3) -> None:
    """A heading and lines under it, down to the end of the page; nothing where fewer than two go on it."""
    look = flow.sheet.look
    head = heading(title, role)
    count = int((flow.left_over - look.subheading.leading) // look.writing_line)
    if count > 1:
        lines = (Rule(Colour.LINE, s.HAIRLINE, above=look.writing_line - s.HAIRLINE) for _ in range(count))
        flow.put(Stack((head, *lines), gap=0))
