"""The test sheet: what a printer does to the two sides of a sheet, and how close to the edge it prints.

Held against the light, the lines of the back cross the rulers of the front at the two numbers by which the
back must be moved, so that they can be typed as they are read. The back is seen as in a mirror: if its print
is too far left, its upright line shows on the right of the front's, and it must be moved to the right. If its
print is too high, its level line shows higher, and it must be moved down: so the ruler up the page counts
upwards, though offsets count downwards.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.booklet.blocks.containers import Block, Stack
from generator.booklet.blocks.text import Items, Paragraph, heading
from generator.booklet.choices import Duplex, Flip, FoldOptions, Paper
from generator.booklet.imposition import SHEET_SIZES
from generator.booklet.model import (
    Booklet,
    Box,
    Colour,
    ListNumbering,
    Polyline,
    Rectangle,
    Role,
    Shape,
    Text,
    TextMeasure,
)
from generator.booklet.page_setup import NoPictures, PageSetup
from generator.booklet.style import CAPITAL_HEIGHT, MILLIMETRE, WHOLE_PAGE, PageStyle
from generator.booklet.surface import DOCUMENT, Surface
from generator.problems import DoesNotFitError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.booklet.wording import Wording


FRAMES = (3, 4, 5, 6)  # millimetres from the edge

_ACROSS, _UP = 120, 85  # millimetres from the middle to the ends of the rulers
_NEAR, _EACH_NEAR, _EACH_FAR = 20, 10, 20  # millimetres from number to number, up to 20 and beyond
_TICKS = {10: 5.0, 5: 3.5, 1: 2.0}  # lengths in millimetres, of each tenth, fifth and first
_LINE_WIDTH = 0.6
_LOOK = WHOLE_PAGE
_NUMBERS = _LOOK.small

_EDGE = 14 * MILLIMETRE  # from the edge of the sheet to the words
_BESIDE_RULER = 6 * MILLIMETRE  # from the middle to the words
_BESIDE_NUMBERS = 16 * MILLIMETRE
_BELOW_NUMBERS = 12 * MILLIMETRE


def frames(paper: Paper) -> tuple[Shape, ...]:
    """Frames along the edges of a landscape sheet; a printer leaves out what is too close to its edge."""
    width, height = SHEET_SIZES[paper.sheet]
    boxes = []
    for distance in FRAMES:
        inset = distance * MILLIMETRE
        boxes.append(Box(inset, inset, width - 2 * inset, height - 2 * inset))
    return tuple(Rectangle(box, None, Colour.INK, _LINE_WIDTH) for box in boxes)


def lay_out_test_sheet(paper: Paper, options: FoldOptions, wording: Wording, measure: TextMeasure) -> Booklet:
    """Front and back of the test sheet, in landscape, without the frames; each is one page.

    Args:
        paper: of the surface.
        options: of these, how the sheet is turned and who turns it.
        wording: in the reader's language.
        measure: how wide text is.

    Raises:
        DoesNotFitError: the words are longer than the room beside the rulers.
    """
    width, height = SHEET_SIZES[paper.sheet]
    surface = Surface(PageSetup(PageStyle(width, height), measure, NoPictures()))
    label = wording.label
    title = label("test-sheet.title")
    surface.add_page()
    front = (
        (
            heading(title, _LOOK.heading, Role.HEADING_1),
            Paragraph(label("test-sheet.lead"), _LOOK.body),
            *_steps("print", (*_printing(options), "print-size"), wording),
        ),
        _steps("read", ("read-hold", "read-across", "read-up"), wording),
        _texts("type", ("type-how", "type-example", "type-again"), wording),
        _texts("edge", ("edge-how", "edge-enough"), wording),
    )
    for blocks, room in zip(front, _rooms(width, height), strict=True):
        _put(surface, blocks, room)
    rulers = surface.element(Role.FIGURE, alt=label("test-sheet.rulers"))
    surface.mark(rulers, *_cross(width, height), *_ticks(width, height, measure))

    surface.add_page()
    other_flip = Flip.LONG if options.flip is Flip.SHORT else Flip.SHORT
    back = (
        (
            _heading("back", wording),
            Paragraph(label("test-sheet.back-upright", flip=other_flip), _LOOK.body),
        ),
        _texts("middle", ("middle-how", "middle-example", "middle-again"), wording),
    )
    for blocks, room in zip(back, _rooms(width, height)[::2], strict=True):
        _put(surface, blocks, room)
    cross = surface.element(Role.FIGURE, alt=label("test-sheet.back-cross"))
    surface.mark(cross, *_cross(width, height))
    return surface.booklet(title, wording.words.language)


def _printing(options: FoldOptions) -> tuple[str, ...]:
    """The labels that say how to print both sides."""
    if options.duplex is Duplex.MANUAL:
        return "print-first", f"print-turn-{options.flip}"
    return "print-both", f"print-{options.flip}"


def _steps(key: str, steps: Iterable[str], wording: Wording) -> tuple[Block, ...]:
    texts = tuple(wording.label(f"test-sheet.{step}") for step in steps)
    return _heading(key, wording), Items(texts, _LOOK.body, _LOOK.gap_small, ListNumbering.DECIMAL)


def _texts(key: str, texts: Iterable[str], wording: Wording) -> tuple[Block, ...]:
    paragraphs = [Paragraph(wording.label(f"test-sheet.{text}"), _LOOK.body) for text in texts]
    return _heading(key, wording), *paragraphs


def _heading(key: str, wording: Wording) -> Paragraph:
    return heading(wording.label(f"test-sheet.{key}"), _LOOK.subheading, Role.HEADING_2)


def _rooms(width: float, height: float) -> tuple[Box, Box, Box, Box]:
    """The four rooms between the rulers and the frames, in reading order."""
    middle, level = width / 2, height / 2
    right, low = middle + _BESIDE_NUMBERS, level + _BELOW_NUMBERS
    wide = middle - _BESIDE_RULER - _EDGE
    narrow = width - _EDGE - right
    upper, lower = level - _BESIDE_RULER - _EDGE, height - _EDGE - low
    return (
        Box(_EDGE, _EDGE, wide, upper),
        Box(right, _EDGE, narrow, upper),
        Box(_EDGE, low, wide, lower),
        Box(right, low, narrow, lower),
    )


def _put(surface: Surface, blocks: tuple[Block, ...], room: Box) -> None:
    stack = Stack(blocks, _LOOK.gap)
    height = stack.height(surface.measure, room.width)
    if height > room.height:
        raise DoesNotFitError(
            Problem(
                f"“{stack.label}” and what belongs to it need {height:.0f} points of height, "
                f"the test sheet has room for {room.height:.0f}",
                "use shorter texts",
            )
        )
    stack.place(surface, DOCUMENT, room.left, room.top, room.width)


def _cross(width: float, height: float) -> tuple[Shape, ...]:
    """The lines of both rulers."""
    middle, level = width / 2, height / 2
    across, up = _ACROSS * MILLIMETRE, _UP * MILLIMETRE
    return (
        Polyline(((middle - across, level), (middle + across, level)), Colour.INK, _LINE_WIDTH),
        Polyline(((middle, level - up), (middle, level + up)), Colour.INK, _LINE_WIDTH),
    )


def _ticks(width: float, height: float, measure: TextMeasure) -> Iterable[Shape]:
    """The ticks of both rulers and their numbers, which grow to the right and upwards."""
    middle, level = width / 2, height / 2
    for millimetres in range(-_ACROSS, _ACROSS + 1):
        x, half = middle + millimetres * MILLIMETRE, _tick(millimetres) / 2
        yield Polyline(((x, level - half), (x, level + half)), Colour.INK, _LINE_WIDTH)
        if number := _number(millimetres, _EACH_FAR if abs(millimetres) > _NEAR else _EACH_NEAR):
            left = x - measure.width(number, _NUMBERS.face, _NUMBERS.size) / 2
            baseline = level + half + _LOOK.gap_small + CAPITAL_HEIGHT * _NUMBERS.size
            yield Text(left, baseline, number, _NUMBERS.face, _NUMBERS.size)
    for millimetres in range(-_UP, _UP + 1):
        y, half = level - millimetres * MILLIMETRE, _tick(millimetres) / 2
        yield Polyline(((middle - half, y), (middle + half, y)), Colour.INK, _LINE_WIDTH)
        if number := _number(millimetres, _EACH_NEAR):
            baseline = y + CAPITAL_HEIGHT * _NUMBERS.size / 2
            left = middle + half + _LOOK.gap_small
            yield Text(left, baseline, number, _NUMBERS.face, _NUMBERS.size)


def _tick(millimetres: int) -> float:
    """The length of a tick, in points."""
    step = next(step for step in _TICKS if millimetres % step == 0)
    return _TICKS[step] * MILLIMETRE


def _number(millimetres: int, each: int) -> str:
    """What stands at a tick; nothing at most of them, and in the middle."""
    if millimetres == 0 or millimetres % each:
        return ""
    return str(millimetres).replace("-", "\N{MINUS SIGN}")
