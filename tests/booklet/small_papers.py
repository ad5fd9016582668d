"""Cards and fridge sheets for requests, measured with the program's own fonts, and what stands on them."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from generator.booklet import style as s
from generator.booklet.choices import Flip
from generator.booklet.model import Box, Drawing, Picture, Polyline, Rectangle, Text
from generator.booklet.page_setup import PageSetup
from generator.pdf.document import draw_booklet
from generator.pdf.palette import COLOUR, INK_SAVER
from generator.pdf.pictures import IllustrationStore
from generator.request.reading import Context
from generator.request.resolving import resolve
from generator.routine.choosing import choose
from generator.text.measuring import FontMeasure
from generator.workflows.lookups import ILLUSTRATIONS
from tests.booklet.laying_out import LYING, STANDING, TODAY, Laid, PictureOfAll, content_of
from tests.programs import damage, failed_rules

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from generator.booklet.content import Content
    from generator.booklet.model import Booklet, Mark, Pictures, Shape
    from generator.booklet.style import Look
    from generator.library.model import Library
    from tests.asking import Asked

    LayOut = Callable[[Content, PageSetup], Booklet]

MEASURE = FontMeasure()
BOTH = PictureOfAll(LYING, STANDING, 1.1)
PRINTABLE = 5 * s.MILLIMETRE  # what many printers keep clear along each edge

NAMES = {
    "client": "Ann Example",
    "clinician": "Dr Bo Larsson",
    "clinic": "Spine & Rib Clinic",
    "review": "2026-04-28",
    "days_per_week": "5",
}


# What gives the cards of a client more cautions than one side holds.
CONDITIONS = ("osteoporosis", "lower-back-trouble", "pregnancy:20-weeks")
MANY_CONDITIONS = (*CONDITIONS, "ankylosing-spondylitis", "rheumatoid-neck")
LONG_NAMES = {
    "client": "Wilhelmina Featherstonehaugh of the Sea " * 2,
    "clinician": "Prof. van der Heuvel " * 3,
}


def asked(count: int, **others: object) -> Asked:
    """So many exercises for every goal."""
    return {"goals": ("all",), "minutes": "none", "max_exercises": str(count), **NAMES, **others}


def placed(
    library: Library,
    request: Asked,
    lay_out: LayOut,
    look: Look,
    pictures: Pictures = BOTH,
    flip: Flip = Flip.LONG,
) -> Laid:
    """What a request asks for, on cards or on a sheet."""
    around = Context(
        library.exercises,
        ["en"],
        TODAY,
        version="1.2.3",
        precautions=library.precautions,
        conditions=library.words.conditions,
        kit=library.kit,
    )
    order = resolve(request, around)
    routine = choose(library.exercises, order.plan, library.precautions)
    setup = PageSetup(s.PAGES[order.paper], MEASURE, pictures, look, flip=flip)
    booklet = lay_out(content_of(routine, order.details, library), setup)
    return Laid(booklet, routine, order, library, s.PAGES[order.paper], pictures)


def drawn(laid: Laid, *, ink_saver: bool = False) -> bytes:
    """The file, with the program's own pictures."""
    store = IllustrationStore(ILLUSTRATIONS)
    palette = INK_SAVER if ink_saver else COLOUR
    return draw_booklet(laid.booklet, store, date=laid.order.details.date, palette=palette)


def faults(content: bytes, folder: Path) -> list[str]:
    """What is wrong with a file by PDF/UA-1, and by qpdf."""
    return [*failed_rules(content, folder), *damage(content, folder)]


def room_of(shape: Shape) -> Box:
    """Where a shape is."""
    match shape:
        case Text():
            width = MEASURE.width(shape.text.rstrip(), shape.face, shape.size)
            return Box(shape.left, shape.baseline - 0.7 * shape.size, width, 0.9 * shape.size)
        case Rectangle() | Drawing() | Picture():
            return shape.box
        case Polyline():
            across, down = [x for x, _ in shape.points], [y for _, y in shape.points]
            return Box(min(across), min(down), max(across) - min(across), max(down) - min(down))


def solid(marks: tuple[Mark, ...]) -> Iterator[tuple[str, Box]]:
    """Whatever must not lie on something else: words and pictures."""
    for shape in chain.from_iterable(mark.shapes for mark in marks):
        if isinstance(shape, Text) and shape.text.strip():
            yield shape.text, room_of(shape)
        elif isinstance(shape, Picture):
            yield shape.name, shape.box
