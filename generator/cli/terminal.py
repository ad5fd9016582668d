"""How text fits the terminal's width."""

from __future__ import annotations

import shutil
import textwrap

_WIDEST = 100  # characters of a line: wider text is hard to read even where the window is wide
_NARROWEST = 30


def terminal_width() -> int:
    """How many characters a line may have: the window's width within reason."""
    return max(_NARROWEST, min(_WIDEST, shutil.get_terminal_size((_WIDEST, 24)).columns))


def wrapped(text: str, indent: int = 0, hanging: int | None = None) -> str:
    """A text wrapped to the terminal's width."""
    return textwrap.fill(
        text,
        terminal_width(),
        initial_indent=" " * indent,
        subsequent_indent=" " * (indent if hanging is None else hanging),
        break_on_hyphens=False,
        break_long_words=False,
    )
