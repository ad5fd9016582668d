"""Whole layouts without fonts or files of pictures, and what a reader finds on their pages."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, TypeGuard

import pytest

from generator.booklet import style as s
from generator.booklet.content import Content
from generator.booklet.layouts.pages import lay_out_pages
from generator.booklet.model import Box, Picture, Rectangle, Role, Text
from generator.booklet.page_setup import PageSetup
from generator.booklet.surface import Surface
from generator.booklet.wording import Wording
from generator.request.reading import Context
from generator.request.resolving import resolve
from generator.routine.choosing import choose

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from generator.booklet.choices import Paper
    from generator.booklet.details import Details
    from generator.booklet.model import Booklet, Element, Mark, Page, Pictures, Shape, TextMeasure
    from generator.library.model import Library
    from generator.request.resolving import ResolvedRequest
    from generator.routine.model import Routine
    from generator.text.faces import Face
    from tests.asking import Asked

TODAY = dt.date(2026, 3, 31)
HEADING_LEVELS = {Role.HEADING_1: 1, Role.HEADING_2: 2, Role.HEADING_3: 3}

LOOKS = {"whole page": s.WHOLE_PAGE, "half page": s.HALF_PAGE, "large print": s.LARGE_PRINT}
of_each_look = pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)

LYING = 2.4
STANDING = 0.5


class EvenMeasure:
    """Every character is half an em wide, about what letters are on average."""

    def width(self, text: str, face: Face, size: float) -> float:  # noqa: ARG002  # the same in every face
        return len(text) * size / 2

    def wrap(self, text: str, face: Face, size: float, room: float) -> tuple[str, ...]:  # noqa: ARG002
        most = max(1, int(room / (size / 2) + 1e-6))
        lines, line = [], ""
        for word in text.split():
            rest = word
            if line and len(line) + 1 + len(rest) > most:
                lines.append(line)
                line = ""
            while len(rest) > most:
                lines.append(rest[:most])
                rest = rest[most:]
            line = f"{line} {rest}" if line else rest
        return (*lines, line)


class SomePictures:
    """Pictures of those proportions by name; there are no others."""

    def __init__(self, proportions: Mapping[str, float] | None = None) -> None:
        self._proportions = proportions or {}

    def proportion(self, name: str) -> float | None:
        return self._proportions.get(name)


class PictureOfAll:
    """Pictures of every frame: lying ones, standing ones or both in turn."""

    def __init__(self, *proportions: float) -> None:
        self._proportions = proportions

    def proportion(self, name: str) -> float | None:
        return self._proportions[len(name) % len(self._proportions)]


NO_PICTURES = SomePictures()


@dataclass(frozen=True)
class Laid:
    """A booklet and what it was made from."""

    booklet: Booklet
    routine: Routine
    order: ResolvedRequest
    library: Library
    style: s.PageStyle
    pictures: Pictures
    look: s.Look = s.WHOLE_PAGE

    @property
    def wording(self) -> Wording:
        return Wording(self.library.words, self.library.sources)

    @property
    def sections(self) -> list[int]:
        """Its parts: cover, safety, perhaps the glance, exercises, calendar, flare-up, back."""
        return [i for i, each in enumerate(self.booklet.elements) if each.role is Role.SECTION]

    def within(self, element: int) -> list[int]:
        """The element and all below it, in the order of the tree."""
        return [element, *chain.from_iterable(map(self.within, self.children(element)))]

    def pages_of(self, element: int) -> list[int]:
        """On which pages, counted from 0, the element or something below it stands."""
        return sorted({number for index in self.within(element) for number, _ in self._marked[index]})

    def texts(self, section: int, *roles: Role) -> list[str]:
        """The texts of a section's elements in reading order, each whole; of some roles, or of all."""
        return [
            text
            for index in self.within(section)
            if not roles or self.booklet.elements[index].role in roles
            if (text := self.text(index))
        ]

    def text(self, element: int) -> str:
        """What an element itself says, its lines joined."""
        return " ".join(shape.text.strip() for shape in self.shapes(element) if isinstance(shape, Text))

    def shapes(self, element: int) -> list[Shape]:
        """The shapes that are marked as an element's own."""
        return [shape for _, shape in self._marked[element]]

    def elements(self, role: Role, section: int = 0) -> list[tuple[int, Element]]:
        """All elements of a role in a section, with their indices."""
        return [
            (index, self.booklet.elements[index])
            for index in self.within(section)
            if self.booklet.elements[index].role is role
        ]

    @property
    def glance(self) -> int:
        """The table of the routine at a glance, on the cover or in a section of its own."""
        before = self.sections[: -3 - len(self.routine.chosen)]
        ((table, _),) = self.elements(Role.TABLE, before[2] if len(before) > 2 else before[0])
        return table

    @property
    def exercises(self) -> list[int]:
        """The sections of the exercises."""
        return self.sections[-3 - len(self.routine.chosen) : -3]

    def exercise(self, number: int) -> int:
        """The section of an exercise, by its number in the routine."""
        return self.exercises[number - 1]

    @property
    def calendar(self) -> int:
        """The section of the tick calendar."""
        return self.sections[-3]

    def rows(self, table: int) -> list[list[str]]:
        """The texts of a table's cells, row for row."""
        return [
            [self.text(cell) for cell in self.children(row)]
            for row in self.children(table)
            if self.booklet.elements[row].role is Role.TABLE_ROW
        ]

    def children(self, element: int) -> list[int]:
        """The elements right below."""
        return self._children[element]

    @cached_property
    def _children(self) -> dict[int, list[int]]:
        found: dict[int, list[int]] = defaultdict(list)
        for index, element in enumerate(self.booklet.elements):
            if element.parent is not None:
                found[element.parent].append(index)
        return found

    @cached_property
    def _marked(self) -> dict[int | None, list[tuple[int, Shape]]]:
        found: dict[int | None, list[tuple[int, Shape]]] = defaultdict(list)
        for number, page in enumerate(self.booklet.pages):
            for mark in page.marks:
                found[mark.element] += [(number, shape) for shape in mark.shapes]
        return found


def laid_out(
    library: Library,
    request: Asked,
    pictures: Pictures = NO_PICTURES,
    measure: EvenMeasure | None = None,
    change: Callable[[Routine], Routine] | None = None,
    *,
    paper: Paper | None = None,
    large_print: bool = False,
    pages_a_sheet: int = 1,
) -> Laid:
    """Lay out what a request asks for, from the real library; `change` puts the routine right by hand.

    `paper` stands for the request's, if given.
    """
    around = Context(
        library.exercises,
        ["en"],
        TODAY,
        version="1.2.3",
        kit=library.kit,
        precautions=library.precautions,
        conditions=library.words.conditions,
    )
    order = resolve(request, around)
    routine = choose(library.exercises, order.plan, library.precautions)
    routine = change(routine) if change else routine
    page = paper or order.paper
    look = s.look_for(page, large_print=large_print)
    setup = PageSetup(s.PAGES[page], measure or EvenMeasure(), pictures, look, pages_a_sheet=pages_a_sheet)
    booklet = lay_out_pages(content_of(routine, order.details, library), setup)
    return Laid(booklet, routine, order, library, s.PAGES[page], pictures, look)


def blank_surface(width: float = 300, height: float = 300, pictures: Pictures = NO_PICTURES) -> Surface:
    """A surface with margins of 20 points all around, and no page yet."""
    style = s.PageStyle(width, height, margin_side=20, margin_top=20, margin_bottom=20, footer_baseline=8)
    return Surface(PageSetup(style, EvenMeasure(), pictures))


def content_of(routine: Routine, details: Details, library: Library) -> Content:
    """What a booklet of the routine tells."""
    return Content(routine, details, Wording(library.words, library.sources))


@dataclass(frozen=True)
class Blank:
    """A block that takes so much height and leaves it empty."""

    points: float
    label: str = ""

    def height(self, measure: TextMeasure, width: float) -> float:  # noqa: ARG002  # the same in every width
        return self.points

    def place(self, surface: Surface, parent: int, left: float, top: float, width: float) -> None:
        """Mark nothing."""


def shapes_of(page: Page, element: int | None) -> Iterator[Shape]:
    """The shapes on a page that are marked as an element's own; None for artifacts."""
    return chain.from_iterable(mark.shapes for mark in page.marks if mark.element == element)


def texts_on(page: Page) -> list[Text]:
    """All lines of text on a page, artifacts too, in the order of painting."""
    return [shape for mark in page.marks for shape in mark.shapes if isinstance(shape, Text)]


def text_box(text: Text) -> Box:
    """The room that a line takes: its capitals, and its letters' tails."""
    words = text.text.rstrip()
    top, bottom = text.baseline - 0.7 * text.size, text.baseline + 0.2 * text.size
    return Box(text.left, top, EvenMeasure().width(words, text.face, text.size), bottom - top)


def things_on(page: Page) -> Iterator[tuple[str, Box]]:
    """Whatever must not lie on something else: texts, pictures and tick boxes, each with its room."""
    for mark in page.marks:
        for shape in mark.shapes:
            if isinstance(shape, Text) and shape.text.strip():
                yield shape.text, text_box(shape)
            elif isinstance(shape, Picture):
                yield shape.name, shape.box
            elif is_tick_box(shape):
                yield "tick box", shape.box


def is_tick_box(shape: Shape) -> TypeGuard[Rectangle]:
    """Whether a shape is a small outlined square."""
    return (
        isinstance(shape, Rectangle)
        and shape.stroke is not None
        and shape.box.width == shape.box.height
        and shape.box.width <= s.WHOLE_PAGE.tick_box
    )


def overlapping(one: Box, other: Box) -> bool:
    """Whether two boxes share more than an edge."""
    slack = 0.01
    across = min(one.right, other.right) - max(one.left, other.left) > slack
    return across and min(one.bottom, other.bottom) - max(one.top, other.top) > slack


def is_footer(mark: Mark, style: s.PageStyle) -> bool:
    """Whether a mark is the line below the text area, with the page's number."""
    return mark.element is None and any(
        isinstance(shape, Text) and shape.baseline == style.height - style.footer_baseline
        for shape in mark.shapes
    )


def in_order(wanted: list[str], found: list[str]) -> list[str]:
    """Those of the wanted texts that are missing from the found ones, or stand there too early."""
    place, missing = 0, []
    for text in wanted:
        try:
            place = found.index(text, place) + 1
        except ValueError:
            missing.append(text)
    return missing
