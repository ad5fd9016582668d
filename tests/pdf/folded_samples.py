"""Booklets on small pages, the sheets that they are folded from, and what these look like cut apart again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PIL import Image

from generator.booklet.choices import Binding, Duplex, Flip, Paper
from generator.booklet.imposition import impose
from generator.booklet.model import (
    Box,
    Colour,
    Drawing,
    Element,
    Mark,
    Page,
    Picture,
    Polyline,
    Rectangle,
    Role,
    Text,
)
from generator.booklet.style import MILLIMETRE
from generator.pdf.folded import clearance_of
from generator.text.faces import Face
from tests.pdf.samples import PICTURE, booklet

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from generator.booklet.choices import FoldOptions
    from generator.booklet.imposition import Imposition
    from generator.booklet.model import Booklet, Shape

PAGE_SIZES = {Paper.A4: (148 * MILLIMETRE, 210 * MILLIMETRE), Paper.LETTER: (5.5 * 72, 8.5 * 72)}


def numbered(page_count: int, paper: Paper) -> Booklet:
    """Pages that differ, each with a heading and a picture; one paragraph runs over all of them."""
    width, height = PAGE_SIZES[paper.sheet]
    elements = [Element(Role.PARAGRAPH, 0)]
    pages = []
    for number in range(1, page_count + 1):
        role = Role.HEADING_1 if number == 1 else Role.HEADING_2
        elements += [
            Element(role, 0, bookmark=f"Leaf {number}"),
            Element(Role.FIGURE, 0, alt=f"A red field and a blue one on page {number}"),
        ]
        heading, figure = 2 * number, 2 * number + 1
        bar = Box(40, 120, 20 + 240 * number / page_count, 30)
        pages.append(
            [
                Mark(heading, (Text(40, 60, f"Leaf {number}", Face.BOLD, 24, Colour.ACCENT),)),
                Mark(1, (Text(40, 90, f"goes on {number}.", Face.REGULAR, 14),)),
                Mark(None, (Rectangle(bar, Colour.INK), Rectangle(Box(40, 400, 9, 9), Colour.INK))),
                Mark(figure, (Picture("lean-start", Box(60 + 5 * number, 200, 120, 60)),)),
                Mark(None, (Text(width - 120, height - 30, f"Page {number}", Face.REGULAR, 12),)),
            ]
        )
    return replace(booklet(pages, elements), width=width, height=height)


def picture_of(folder: Path) -> Path:
    """A folder with the picture of `numbered`."""
    (folder / "lean-start.svg").write_text(PICTURE, encoding="utf-8")
    return folder


def folded(value: Booklet, paper: Paper, options: FoldOptions) -> Imposition:
    """The map of a booklet's pages, from its own size and clearance."""
    return impose(len(value.pages), (value.width, value.height), clearance_of(value), paper, options)


def read_as_a_booklet(
    images: Sequence[Image.Image], options: FoldOptions, page_size: tuple[int, int]
) -> list[Image.Image]:
    """The pages of a printed, folded and stapled booklet, from what the file shows of its sheets' sides.

    Works with pictures alone: pairs fronts and backs, turns backs as the printer turns the paper, cuts at the
    fold and orders the leaves. A page is what lies next to the fold, in the middle from top to bottom.

    Args:
        images: of the file's pages.
        options: flip, duplex and binding are heeded.
        page_size: in pixels.
    """
    count = len(images) // 2
    if options.duplex is Duplex.MANUAL:
        fronts, backs = images[:count], images[count:]
    else:
        fronts, backs = images[::2], images[1::2]
    if options.flip is Flip.LONG:
        # As one turns the page of a book, what was printed after a turn round the long edge is upside down.
        backs = [back.transpose(Image.Transpose.ROTATE_180) for back in backs]

    def half(image: Image.Image, *, is_right: bool) -> Image.Image:
        width, height = page_size
        left = image.width // 2 - (0 if is_right else width)
        top = (image.height - height) // 2
        return image.crop((left, top, left + width, top + height))

    right = options.binding is Binding.LEFT
    pages = []
    for front, back in zip(fronts, backs, strict=True):
        pages += [half(front, is_right=right), half(back, is_right=not right)]
    for front, back in reversed(list(zip(fronts, backs, strict=True))):
        pages += [half(back, is_right=right), half(front, is_right=not right)]
    return pages


def resized(value: Booklet, paper: Paper) -> Booklet:
    """A booklet made to fit the pages of a folded one, all that is on them scaled."""
    width, height = PAGE_SIZES[paper.sheet]
    scale = min(width / value.width, height / value.height)

    def scaled(shape: Shape) -> Shape:
        if isinstance(shape, Text):
            return shape._replace(
                left=shape.left * scale, baseline=shape.baseline * scale, size=shape.size * scale
            )
        if isinstance(shape, Polyline):
            points = tuple((x * scale, y * scale) for x, y in shape.points)
            return shape._replace(points=points, line_width=shape.line_width * scale, dash=shape.dash * scale)
        box = shape.box
        box = Box(box.left * scale, box.top * scale, box.width * scale, box.height * scale)
        if isinstance(shape, Picture):
            return shape._replace(box=box)
        if isinstance(shape, Drawing):
            lines = tuple(
                tuple(tuple(value * scale for value in step) for step in line) for line in shape.lines
            )
            return shape._replace(box=box, lines=lines, line_width=shape.line_width * scale)
        return shape._replace(box=box, line_width=shape.line_width * scale, radius=shape.radius * scale)

    pages = tuple(
        Page(tuple(Mark(mark.element, tuple(map(scaled, mark.shapes))) for mark in page.marks))
        for page in value.pages
    )
    return replace(value, width=width, height=height, pages=pages)
