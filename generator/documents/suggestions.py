"""An unknown word → what was probably meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_COMPARED = 40  # characters of the word: more would only take time
_MOST_OFFERED = 3
_MOST_LISTED = 24


def did_you_mean(word: str, known: Iterable[str], otherwise: str = "") -> str:
    """A hint: the known words that look like this one; else `otherwise`, or all of them if they are few.

    Args:
        word: what was written.
        known: the words that could have been meant.
        otherwise: a hint for where none of them looks like it.
    """
    from difflib import get_close_matches  # noqa: PLC0415 - only for what is wrong

    words = [str(each) for each in known]
    close = get_close_matches(word[:_COMPARED], words, n=_MOST_OFFERED)
    if close:
        return f"did you mean {' or '.join(close)}?"
    return otherwise or (f"choose from {', '.join(words)}" if 0 < len(words) <= _MOST_LISTED else "")
