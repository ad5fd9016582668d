"""Bookmarks → the outline that readers show beside the pages, nested by the level of their headings."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.booklet.model import Role
from generator.pdf.objects import number_text, text_string

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.pdf.objects import PdfFile

_LEVELS = {Role.HEADING_1: 1, Role.HEADING_2: 2, Role.HEADING_3: 3}
_BELOW_HEADINGS = 4


class Bookmark(NamedTuple):
    """An entry: the object number of its page, and how far up that page it leads, in points."""

    title: str
    role: Role
    page: int
    height: float


def write_outline(file: PdfFile, bookmarks: Sequence[Bookmark]) -> int | None:
    """Write the entries and return the object number of the outline; None when there are none."""
    if not bookmarks:
        return None
    root = file.reserve()
    numbers = [file.reserve() for _ in bookmarks]
    parents: list[int] = []
    children: dict[int, list[int]] = {root: []}
    ancestors: list[tuple[int, int]] = []  # levels and object numbers of the entries that are open
    for bookmark, number in zip(bookmarks, numbers, strict=True):
        level = _LEVELS.get(bookmark.role, _BELOW_HEADINGS)
        while ancestors and ancestors[-1][0] >= level:
            ancestors.pop()
        parent = ancestors[-1][1] if ancestors else root
        parents.append(parent)
        children[parent].append(number)
        children[number] = []
        ancestors.append((level, number))
    for bookmark, number, parent in zip(bookmarks, numbers, parents, strict=True):
        siblings = children[parent]
        place = siblings.index(number)
        previous = f"/Prev {siblings[place - 1]} 0 R" if place else ""
        following = f"/Next {siblings[place + 1]} 0 R" if place + 1 < len(siblings) else ""
        file.put(
            number,
            f"<</Title{text_string(bookmark.title)}/Parent {parent} 0 R{previous}{following}"
            f"{_ends(children[number], -len(children[number]))}"
            f"/Dest[{bookmark.page} 0 R/XYZ null {number_text(bookmark.height)} null]>>",
        )
    # Only the highest level is open at first.
    file.put(root, f"<</Type/Outlines{_ends(children[root], len(children[root]))}>>")
    return root


def _ends(children: Sequence[int], count: int) -> str:
    return f"/First {children[0]} 0 R/Last {children[-1]} 0 R/Count {count}" if children else ""
