"""All pictures on one page, with their names: `contact-sheet.png` beside them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, get_args

from generator.figure.illustrations import ILLUSTRATIONS, read_index
from generator.figure.png import png_from_svg
from generator.figure.pose.model import FrameName
from generator.resources import ASSETS

if TYPE_CHECKING:
    from pathlib import Path

COLUMNS = 6
FONT = ASSETS / "fonts" / "AtkinsonHyperlegibleNext-Regular.ttf"
CELL_WIDTH, CELL_HEIGHT = 400, 330  # pixels
GAP, CAPTION = 16, 26
NAME = "contact-sheet"
_INSIDE = re.compile(r"<svg[^>]*>\s*<title>.*?</title>(.*)</svg>", re.DOTALL)


def svg(folder: Path = ILLUSTRATIONS) -> str:
    """An SVG of all pictures in the folder's index, each with its name below it."""
    cells = []
    index = read_index(folder)
    names = sorted(index, key=_exercise_and_frame)
    for number, name in enumerate(names):
        x, y = number % COLUMNS * CELL_WIDTH, number // COLUMNS * CELL_HEIGHT
        width, height = index[name].size
        room_x, room_y = CELL_WIDTH - GAP, CELL_HEIGHT - GAP - CAPTION
        scale = min(room_x / width, room_y / height)
        left = x + (CELL_WIDTH - width * scale) / 2
        top = y + GAP / 2 + room_y - height * scale
        inside = _INSIDE.search((folder / name).read_text(encoding="utf-8"))
        assert inside
        cells.append(
            f'<g transform="translate({left:.1f} {top:.1f}) scale({scale:.4f})">{inside[1]}</g>'
            f'<text x="{x + CELL_WIDTH / 2:.0f}" y="{y + CELL_HEIGHT - GAP / 2:.0f}" font-size="15" '
            f'font-family="Atkinson Hyperlegible Next" text-anchor="middle">'
            f"{name.removesuffix('.svg')}</text>"
        )
    width, height = COLUMNS * CELL_WIDTH, -(-len(names) // COLUMNS) * CELL_HEIGHT
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">'
        f'<path fill="#ffffff" d="M0 0h{width}v{height}h-{width}z"/>{"".join(cells)}</svg>\n'
    )


def _exercise_and_frame(name: str) -> tuple[str, int]:
    """The order of the sheet: by exercise, and each from its start to its end."""
    exercise, _, frame = name.removesuffix(".svg").rpartition("-")
    return exercise, get_args(FrameName).index(frame)


def write(folder: Path = ILLUSTRATIONS) -> Path:
    """Write the sheet of a folder as PNG beside its pictures; returns its path."""
    text = svg(folder)
    match = re.search(r'viewBox="0 0 \d+ (\d+)"', text)
    assert match
    path = folder / f"{NAME}.png"
    path.write_bytes(png_from_svg(text, int(match[1]), [FONT]))
    return path
