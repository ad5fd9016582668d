"""What no validator sees: whether a file makes sense to somebody who cannot see its pages.

Each check reads the file back and says, in plain words, what is wrong with it.
"""

from __future__ import annotations

import io
import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations, pairwise
from typing import TYPE_CHECKING, Any, TypeAlias

import pikepdf
import pypdfium2  # type: ignore[import-untyped]
from pypdfium2 import raw

from tests.whole.booklets import Node, squeezed, tree_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

Place: TypeAlias = tuple[float, float, float, float]
"""Left, bottom, right and top on the page, in points; upwards counts up."""

_HEADINGS = ("H1", "H2", "H3", "H4", "H5", "H6")
_LEAST_WORDS = 3  # of a description
_HEAD = 60.0  # points from the upper edge
_FOOT = 54.0  # points from the lower edge
_TOUCHING = 2.0  # points that lines of text, with their accents, may reach into each other


class ReadBack:
    """A file, read with pikepdf and pdfium."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.pdf = pikepdf.open(io.BytesIO(content))

    @cached_property
    def tree(self) -> Node:
        """The document element."""
        return tree_of(self.content)

    @cached_property
    def places(self) -> dict[tuple[int, int], Place]:
        """By page, from 0, and the mark's number: where it is drawn."""
        found: dict[tuple[int, int], Place] = {}
        with pypdfium2.PdfDocument(self.content) as document:
            for number, page in enumerate(document):
                for item in page.get_objects(max_depth=1):
                    mark = number, raw.FPDFPageObj_GetMarkedContentID(item.raw)
                    left, bottom, right, top = item.get_bounds()
                    if mark in found:
                        before = found[mark]
                        left, bottom = min(left, before[0]), min(bottom, before[1])
                        right, top = max(right, before[2]), max(top, before[3])
                    found[mark] = (left, bottom, right, top)
        return {mark: place for mark, place in found.items() if mark[1] >= 0}


def language(file: ReadBack) -> Iterator[str]:
    """The whole has a language, and each part that says one says a proper one (BCP 47)."""
    tags = [str(file.pdf.Root.get("/Lang", ""))]
    tags += [str(thing.Lang) for thing in _elements(file.pdf) if "/Lang" in thing]
    for tag in tags:
        if not re.fullmatch(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?", tag):
            yield f"{tag!r} is not a language"


def title(file: ReadBack) -> Iterator[str]:
    """The window shows a title, and the two places where it stands agree."""
    shown = file.pdf.Root.get("/ViewerPreferences", pikepdf.Dictionary()).get("/DisplayDocTitle", False)
    if not shown:
        yield "the window shows the name of the file"
    said = str(file.pdf.docinfo.get("/Title", ""))
    with file.pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
        if not said or metadata.get("dc:title") != said:
            yield f"the title is {said!r} and {metadata.get('dc:title')!r}"


def marks(file: ReadBack) -> Iterator[str]:
    """What the tree says is on the page, and the other way round; and the page knows the way back."""
    told = Counter(mark for node in file.tree.walk() for mark in node.marks)
    yield from (f"mark {mark} belongs to {count} elements" for mark, count in told.items() if count > 1)
    yield from (f"mark {mark} is said but not drawn" for mark in told.keys() - file.places.keys())
    yield from (f"mark {mark} is drawn but not said" for mark in file.places.keys() - told.keys())
    owners = {}
    numbers = {page.objgen: number for number, page in enumerate(file.pdf.pages)}
    for element in _elements(file.pdf):
        for kid in _kids(element):
            if isinstance(kid, int):
                owners[numbers[element.Pg.objgen], kid] = element.objgen
            elif kid.get("/Type") == "/MCR":
                owners[numbers[kid.Pg.objgen], int(kid.MCID)] = element.objgen
    back = _number_tree(file.pdf)
    for (page, identifier), owner in sorted(owners.items()):
        key = int(file.pdf.pages[page].StructParents)
        parents = list(back.get(key, []))
        if identifier >= len(parents) or parents[identifier].objgen != owner:
            yield f"mark {page, identifier} does not lead back to its element"


def artifacts(file: ReadBack) -> Iterator[str]:
    """Words that are not read out stand at the head or foot of a page, or are said elsewhere; not numbers."""
    said = squeezed(file.tree.text)
    with pypdfium2.PdfDocument(file.content) as document:
        for number, page in enumerate(document, start=1):
            textpage, head = page.get_textpage(), page.get_height() - _HEAD
            for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], max_depth=1):
                left, bottom, right, top = item.get_bounds()
                if raw.FPDFPageObj_GetMarkedContentID(item.raw) >= 0 or top <= _FOOT or bottom >= head:
                    continue
                words = textpage.get_text_bounded(left, bottom, right, top).strip()
                if re.search(r"[^\W\d]", words) and squeezed(words) not in said:
                    yield f"page {number}: {words!r} is not read out"


def headings(file: ReadBack) -> Iterator[str]:
    """One of the first level, which comes first; none is left out on the way down; all say something."""
    found = file.tree.all(*_HEADINGS)
    levels = [int(node.role[1]) for node in found]
    if levels[:1] != [1] or levels.count(1) > 1:
        yield f"the levels are {levels}"
    for before, after in pairwise(found):
        if int(after.role[1]) > int(before.role[1]) + 1:
            yield f"{after.role} {after.text!r} comes after {before.role}"
    yield from (f"an {node.role} says nothing" for node in found if not node.text)


def bookmarks(file: ReadBack) -> Iterator[str]:
    """They are headings, in their order, at their level and page; all of the first two levels are there."""
    with pypdfium2.PdfDocument(file.content) as document:
        entries = [
            (squeezed(entry.get_title()), entry.level + 1, entry.get_dest().get_index())
            for entry in document.get_toc(max_depth=len(_HEADINGS))
        ]
    wanted = [
        (squeezed(node.text), int(node.role[1]), min(child.pages[0] for child in node.walk() if child.pages))
        for node in file.tree.all(*_HEADINGS)
        if node.text
    ]
    missing = [heading for heading in wanted if heading[1] <= 2 and heading not in entries]
    yield from (f"{heading} has no bookmark" for heading in missing)
    rest = iter(wanted)
    yield from (f"{entry} is no heading, or not in its order" for entry in entries if entry not in rest)


def tables(file: ReadBack) -> Iterator[str]:
    """Each cell has a head in its row, and one above it where columns have heads; all rows are as wide."""
    for number, table in enumerate(file.tree.all("Table"), start=1):
        cells = _grid(table)
        heads = {place: cell.attributes.get("Scope") for place, cell in cells.items() if cell.role == "TH"}
        columns = {place for place, scope in heads.items() if scope in ("Column", "Both")}
        rows = {row for (row, _), scope in heads.items() if scope in ("Row", "Both")}
        for (row, column), cell in cells.items():
            name = f"table {number}, row {row + 1}, column {column + 1}"
            if cell.role == "TH" and not cell.text:
                yield f"{name}: a head says nothing"
            elif cell.role == "TH" and (row, column) not in columns and row not in rows:
                yield f"{name}: a head has the scope {heads[row, column]}"
            elif cell.role == "TD" and row not in rows:
                yield f"{name}: the row has no head"
            elif (
                cell.role == "TD" and columns and not any((above, column) in columns for above in range(row))
            ):
                yield f"{name}: the column has no head"
        if len(widths := {sum(1 for place in cells if place[0] == row) for row, _ in cells}) != 1:
            yield f"table {number}: its rows are {sorted(widths)} cells wide"


def descriptions(file: ReadBack) -> Iterator[str]:
    """Each figure is told in words of its own, which are more than its caption or the name of a file."""
    for part in file.tree.walk():
        for figure, following in zip(part.children, [*part.children[1:], Node("")], strict=False):
            if figure.role != "Figure":
                continue
            words = figure.alt.split()
            is_name = re.search(r"\.(svg|png|jpe?g)$|\w_\w|^\w+(-\w+)+$", figure.alt)
            if len(words) < _LEAST_WORDS or is_name:
                yield f"{figure.alt!r} says little"
            elif re.match(r"(an? )?(image|picture|photo|figure|drawing) of ", figure.alt, re.IGNORECASE):
                yield f"{figure.alt!r} begins with what a screen reader says by itself"
            elif squeezed(figure.alt) == squeezed(following.text):
                yield f"{figure.alt!r} is the caption once more"


def reading_order(file: ReadBack) -> Iterator[str]:
    """Nothing is read before what stands above it in its column, or left of it on its line."""
    by_page: dict[int, list[tuple[Place, Node]]] = {}
    for node in file.tree.walk():
        for mark in node.marks:
            if mark in file.places:
                by_page.setdefault(mark[0], []).append((file.places[mark], node))
    for page, read in by_page.items():
        for (one, first), (other, second) in combinations(read, 2):
            if _is_before(other, one):
                said = (first.alt or first.own_text)[:40], (second.alt or second.own_text)[:40]
                yield f"page {page + 1}: {said[0]!r} is read before {said[1]!r}"


def links_and_fields(file: ReadBack) -> Iterator[str]:
    """Each link and field says what it is, has its place in the tree, and knows the way back there."""
    parents = _number_tree(file.pdf)
    for number, page in enumerate(file.pdf.pages, start=1):
        for thing in page.get("/Annots", pikepdf.Array()):
            name = str(thing.get("/TU" if thing.Subtype == "/Widget" else "/Contents", ""))
            if len(name.split()) < _LEAST_WORDS - 1:
                yield f"page {number}: a {thing.Subtype} is named {name!r}"
            owner = parents.get(int(thing.get("/StructParent", -1)), pikepdf.Dictionary())
            if not any(kid.Obj.objgen == thing.objgen for kid in _kids(owner) if _is_reference(kid)):
                yield f"page {number}: {name!r} is not in the tree"


CHECKS: tuple[Callable[[ReadBack], Iterable[str]], ...] = (
    language, title, marks, artifacts, headings, bookmarks, tables, descriptions, reading_order,
    links_and_fields,
)  # fmt: skip


@dataclass(frozen=True)
class Finding:
    """A check, by its name, and what it found wrong."""

    check: str
    message: str


def findings(content: bytes) -> list[Finding]:
    """All that is wrong with a file."""
    file = ReadBack(content)
    if "/StructTreeRoot" not in file.pdf.Root:
        return [Finding("marks", "there is no tree of meaning")]
    return [Finding(check.__name__, message) for check in CHECKS for message in check(file)]


def _elements(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """The elements of the tree, in the order of reading."""
    waiting = [pdf.Root.StructTreeRoot]
    while waiting:
        thing = waiting.pop()
        if "/S" in thing:
            yield thing
        kids = [kid for kid in _kids(thing) if not isinstance(kid, int) and "/S" in kid]
        waiting += reversed(kids)


def _number_tree(pdf: pikepdf.Pdf) -> Mapping[int, Any]:
    """From the key of a page, or of a link or field, to its elements."""
    return dict(pikepdf.NumberTree(pdf.Root.StructTreeRoot.ParentTree))


def _is_reference(kid: Any) -> bool:  # noqa: ANN401
    return not isinstance(kid, int) and kid.get("/Type") == "/OBJR"


def _kids(element: Any) -> list[Any]:  # noqa: ANN401  # pikepdf gives objects of any type
    kids = element.get("/K", pikepdf.Array())
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def _grid(table: Node) -> dict[tuple[int, int], Node]:
    """The cells of a table by row and column, from 0; one that spans several stands in each of them."""
    cells: dict[tuple[int, int], Node] = {}
    for row, line in enumerate(node for node in table.walk() if node.role == "TR"):
        column = 0
        for cell in line.children:
            while (row, column) in cells:
                column += 1
            for down in range(int(cell.attributes.get("RowSpan", 1))):
                for right in range(int(cell.attributes.get("ColSpan", 1))):
                    cells[row + down, column + right] = cell
    return cells


def _is_before(one: Place, other: Place) -> bool:
    """Whether eyes come to a place before they come to the other, in a script from left to right."""
    across = min(one[2], other[2]) - max(one[0], other[0])
    along = min(one[3], other[3]) - max(one[1], other[1])
    if across > 1:
        return one[1] >= other[3] - _TOUCHING
    is_same_line = along > min(one[3] - one[1], other[3] - other[1]) / 2
    return is_same_line and one[2] <= other[0] + 1
