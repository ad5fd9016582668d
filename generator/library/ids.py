"""The library's folder → the ids in it, quickly, for help and completion.

Nothing here checks, and nothing fails: a library with mistakes gives whatever ids can be found. Reading the
files as YAML would be slow, and would fail if one is broken.
"""

from __future__ import annotations

import re

from generator.resources import DATA


def exercise_ids() -> tuple[str, ...]:
    """The ids of the exercises, sorted: the names of their files."""
    return tuple(sorted(path.stem for path in DATA.glob("exercises/*.yaml")))


def condition_ids() -> tuple[str, ...]:
    """The ids of the conditions, in their order: the keys at the beginning of a line."""
    return _found("precautions.yaml", r"^([a-z0-9-]+):")


def kit_ids() -> tuple[str, ...]:
    """The ids of the kit, in their order: the entries of the list."""
    return _found("kit.yaml", r"^ *- +([a-z0-9-]+)")


def languages() -> tuple[str, ...]:
    """The tags of the languages that there are words in, sorted."""
    return tuple(sorted(path.name for path in DATA.glob("words/*") if path.is_dir()))


def _found(name: str, pattern: str) -> tuple[str, ...]:
    try:
        text = (DATA / name).read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ()
    return tuple(re.findall(pattern, text, re.MULTILINE))
