"""Whole booklets from the real library to the bytes of their files, and what is read back from those."""

from __future__ import annotations

import datetime as dt
import io
import re
from dataclasses import dataclass, field
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, Any

import pikepdf
import pypdfium2  # type: ignore[import-untyped]
from pypdfium2 import raw

from generator.booklet.content import Content
from generator.booklet.layouts.pages import lay_out_pages
from generator.booklet.page_setup import PageSetup
from generator.booklet.style import PAGES
from generator.booklet.wording import Wording, doses_by_week
from generator.pdf.document import draw_booklet
from generator.pdf.palette import COLOUR, INK_SAVER
from generator.pdf.pictures import IllustrationStore
from generator.text.measuring import FontMeasure
from generator.workflows.lookups import ILLUSTRATIONS
from generator.workflows.prescription import Prescription, prescribe
from tests.asking import Asked

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from generator.booklet.model import Booklet
    from generator.library.model import Words
    from generator.routine.model import Chosen

TODAY = dt.date(2026, 3, 31)

REQUESTS = {
    "all": Asked(goals=("all",), minutes="none"),
    "two goals, named": Asked(
        goals=("extension", "rotation"),
        client="Ann Example",
        clinician="Dr Bo Larsson",
        clinic="Spine & Rib Clinic",
        review="2026-04-28",
    ),
    "gentle, letter": Asked(goals=("flexion",), level="gentle", paper="letter", weeks="1"),
    "left side": Asked(goals=("side",), minutes="none", side="left", days_per_week="3"),
    "one exercise, half a year": Asked(goals=("rotation",), max_exercises="1", weeks="26"),
    "no kit, long name": Asked(goals=("side", "flexion"), kit=("none",), client="Ångström-Żółć " * 5),
    "all, letter, ink saver": Asked(goals=("all",), minutes="none", paper="letter", ink_saver=True),
    "brittle bones": Asked(
        goals=("extension", "rotation"), conditions=("osteoporosis",), client="Ann Example", weeks="2"
    ),
    "five conditions, letter": Asked(
        goals=("all",),
        minutes="none",
        conditions=("glaucoma", "pregnancy:20-weeks", "sternotomy", "wrist-trouble", "shoulder-impingement"),
        cleared_by="Dr Bo Larsson",
        paper="letter",
        weeks="1",
    ),
    "week by week, an override": Asked(
        goals=("rotation", "side"),
        include=("seated-rotation",),
        conditions=("osteoporosis", "scoliosis"),
        because="She has turned like this for years.",
        side="left",
        progress=True,
        weeks="6",
    ),
}


@dataclass(frozen=True)
class Whole:
    """A booklet, what it was made from, and its file."""

    prepared: Prescription
    booklet: Booklet
    content: bytes

    @property
    def wording(self) -> Wording:
        return Wording(self.prepared.library.words, self.prepared.library.sources)

    def doses(self, chosen: Chosen) -> list[str]:
        """How much of an exercise to do: one sentence, or one for each span of weeks."""
        spans = doses_by_week(chosen, self.prepared.resolved.details.weeks)
        if len(spans) > 1:
            return [self.wording.dose(step.dose, ()) for step, _, _ in spans]
        return [self.wording.chosen_dose(chosen)]


def make(request: Asked, illustrations: Path = ILLUSTRATIONS) -> Whole:
    """Make a booklet as the command line does."""
    prepared = prescribe(request, today=TODAY)
    order = prepared.resolved
    store = IllustrationStore(illustrations)
    wording = Wording(prepared.library.words, prepared.library.sources)
    content = Content(prepared.routine, order.details, wording)
    booklet = lay_out_pages(content, PageSetup(PAGES[order.paper], FontMeasure(), store))
    palette = INK_SAVER if order.ink_saver else COLOUR
    return Whole(prepared, booklet, draw_booklet(booklet, store, date=order.details.date, palette=palette))


@cache
def made(name: str) -> Whole:
    """One of the requests above, made once."""
    return make(REQUESTS[name])


FILLS = {"start": "#e8c9a8", "way": "#8fb3a8", "end": "#0b5f6b"}


def draw_pictures(folder: Path, words: Words) -> None:
    """Simple pictures of each exercise's frames, lying and standing ones in turn; of three, squarer ones."""
    for number, (exercise_id, each) in enumerate(words.exercises.items()):
        width, height = ((240, 100), (90, 160))[number % 2] if len(each.frames) == 2 else (100, 110)
        for frame in each.frames:
            (folder / f"{exercise_id}-{frame}.svg").write_text(
                f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">'
                f'<g fill="{FILLS[frame]}" stroke="#1a1f20" stroke-width="2">'
                f'<ellipse cx="{width / 2}" cy="{height / 2}" rx="{width / 3}" ry="{height / 4}"/>'
                f'<path d="M4 {height - 4} L{width - 4} {height - 4}" fill="none"/></g></svg>',
                encoding="utf-8",
            )


def page_texts(content: bytes) -> list[str]:
    """The text that a reader copies from each page."""
    with pypdfium2.PdfDocument(content) as document:
        return [page.get_textpage().get_text_range() for page in document]


def squeezed(text: str) -> str:
    """A text without spaces and hyphens, which a line's end may add or take away."""
    return re.sub(r"[\s\ufffe\u00ad-]+", "", text)


def missing_in_order(texts: list[str], page_text: str) -> list[str]:
    """Those of the texts that a page does not have, or has too early."""
    page, place, missing = squeezed(page_text), 0, []
    for text in texts:
        found = page.find(squeezed(text), place)
        if found < 0:
            missing.append(text)
        else:
            place = found + len(squeezed(text))
    return missing


@dataclass
class Node:
    """An element of the structure tree, as it is in the file."""

    role: str
    alt: str = ""
    attributes: Asked = field(default_factory=dict)
    children: list[Node] = field(default_factory=list)
    own_text: str = ""
    marks: list[tuple[int, int]] = field(default_factory=list)
    """By page, from 0, and the mark's number."""

    @property
    def pages(self) -> list[int]:
        """Those of its own marks."""
        return [page for page, _ in self.marks]

    @property
    def text(self) -> str:
        """All that it says, with its children, in the order of reading."""
        return " ".join(filter(None, [self.own_text, *(child.text for child in self.children)]))

    def walk(self) -> Iterator[Node]:
        """Itself and all below it, in the order of reading."""
        yield self
        yield from chain.from_iterable(child.walk() for child in self.children)

    def all(self, *roles: str) -> list[Node]:
        """All of some roles, in the order of reading."""
        return [node for node in self.walk() if node.role in roles]


def tree_of(content: bytes) -> Node:
    """The structure tree of a file, with the text of its marks as pdfium reads them from the pages."""
    texts = _marked_texts(content)
    with pikepdf.open(io.BytesIO(content)) as pdf:
        numbers = {page.objgen: number for number, page in enumerate(pdf.pages)}
        kids = pdf.Root.StructTreeRoot.K
        (root,) = kids if isinstance(kids, pikepdf.Array) else [kids]
        return _node(root, numbers, texts)


def _node(element: Any, numbers: dict[Any, int], texts: dict[tuple[int, int], str]) -> Node:  # noqa: ANN401  # pikepdf gives objects of any type
    node = Node(str(element.S)[1:], str(element.get("/Alt", "")))
    attributes = element.get("/A")
    if attributes is not None:
        node.attributes = {key[1:]: _plain(value) for key, value in attributes.items()}
    kids = element.get("/K", pikepdf.Array())
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, int):
            marked = numbers[element.Pg.objgen], kid
        elif kid.get("/Type") == "/MCR":
            marked = numbers[kid.Pg.objgen], int(kid.MCID)
        elif kid.get("/Type") == "/OBJR":
            continue  # a link or a field, which says itself what it is
        else:
            assert kid.P.objgen == element.objgen
            node.children.append(_node(kid, numbers, texts))
            continue
        node.marks.append(marked)
        node.own_text = " ".join(filter(None, [node.own_text, texts.get(marked, "")]))
    return node


def _plain(value: Any) -> Any:  # noqa: ANN401  # a name, a number or an array
    return str(value)[1:] if isinstance(value, pikepdf.Name) else value


def _marked_texts(content: bytes) -> dict[tuple[int, int], str]:
    """By page, from 0, and the mark's number: its text, spaces as they are in the file."""
    found: dict[tuple[int, int], str] = {}
    with pypdfium2.PdfDocument(content) as document:
        for number, page in enumerate(document):
            textpage = page.get_textpage()
            for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
                identifier = raw.FPDFPageObj_GetMarkedContentID(item.raw)
                if identifier < 0:
                    continue
                size = raw.FPDFTextObj_GetText(item.raw, textpage.raw, None, 0)
                buffer = (raw.FPDF_WCHAR * (size // 2))()
                raw.FPDFTextObj_GetText(item.raw, textpage.raw, buffer, size)
                # pdfium has a character of its own for a hyphen at the end of a line.
                text = bytes(buffer).decode("utf-16-le").rstrip("\0").replace("\x02", "-")
                found[number, identifier] = found.get((number, identifier), "") + text
    return {mark: " ".join(text.split()) for mark, text in found.items()}
