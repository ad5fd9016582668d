"""One picture from a pose file, for `thoracic draw`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from generator.problems import Problem, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable

HEIGHTS = range(50, 4001)  # pixels of a PNG: from a thumbnail to a poster's worth
FORMATS = (".svg", ".png")


def draw_pose(pose: str, frame: str, output: str, height: str) -> tuple[Path, bytes]:
    """Where the picture of a pose goes, and its bytes: PNG if its name ends in .png, else SVG.

    Args:
        pose: path of the pose file.
        frame: start, way or end.
        output: path of the picture; empty for `<pose>-<frame>.svg` in the current folder.
        height: of a PNG, in pixels, as typed.

    Raises:
        UsageError: what was typed cannot be done, or the extra `draw` is not installed.
        BadDataError: the pose file is not valid, or has no such frame.
    """
    target = Path(output or f"{Path(pose).stem}-{frame}.svg")
    problems = []
    if target.suffix.lower() not in FORMATS:
        problems.append(Problem("must end in .svg or .png", f"such as {target.stem}.svg", "--output"))
    pixels = int(height) if height.strip().isdecimal() else 0
    if pixels not in HEIGHTS:
        bounds = f"{HEIGHTS.start} to {HEIGHTS.stop - 1}"
        problems.append(Problem(f"must be a whole number from {bounds}", "", "--height"))
    if not Path(pose).is_file():
        problems.append(Problem("is not a file", "name a pose file, such as data/poses/hanging.yaml", pose))
    if problems:
        raise UsageError(*problems)
    draw, png_from_svg = _engine()
    svg = draw(Path(pose), frame)
    return target, png_from_svg(svg, pixels) if target.suffix.lower() == ".png" else svg.encode()


def _engine() -> tuple[Callable[[Path, str], str], Callable[[str, int], bytes]]:
    """The drawing engine, which is an extra: booklets are made without it."""
    try:
        from generator.figure.illustrations import draw_pose  # noqa: PLC0415 - half a second, and an extra
        from generator.figure.png import png_from_svg  # noqa: PLC0415
    except ModuleNotFoundError as error:
        hint = 'install it with pip install "thoracic-routines[draw]"'
        raise UsageError(Problem(f"needs {error.name}, which is not installed", hint, "draw")) from error
    return draw_pose, png_from_svg
