"""What the command line says and writes, as a reader takes it in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdfium2  # type: ignore[import-untyped]

from generator.library.prepared import own_library

if TYPE_CHECKING:
    from pathlib import Path

NUMBERS = [exercise.number for exercise in own_library().exercises]
"""Of every exercise of the library."""

MILLIMETRE = 72 / 25.4
A4, LETTER = (210 * MILLIMETRE, 297 * MILLIMETRE), (612.0, 792.0)
A5, HALF_LETTER = (148 * MILLIMETRE, 210 * MILLIMETRE), (396.0, 612.0)


def flat(text: str) -> str:
    """A text in one line, however it was folded."""
    return " ".join(text.split())


def page_texts(file: Path | str | bytes) -> list[str]:
    """The text that a reader copies from each page, in one line."""
    with pypdfium2.PdfDocument(file) as document:
        return [flat(page.get_textpage().get_text_range()) for page in document]


def printed(file: Path | str | bytes) -> str:
    """The text of all pages, in one line."""
    return " ".join(page_texts(file))


def page_sizes(file: Path | str | bytes) -> set[tuple[float, float]]:
    """Width and height of the pages in points, to a tenth."""
    with pypdfium2.PdfDocument(file) as document:
        return {(round(page.get_width(), 1), round(page.get_height(), 1)) for page in document}


def near(size: tuple[float, float]) -> set[tuple[float, float]]:
    """What `page_sizes` gives where all pages have this size."""
    return {(round(size[0], 1), round(size[1], 1))}


def lying(size: tuple[float, float]) -> tuple[float, float]:
    """The size on its side."""
    return size[1], size[0]
