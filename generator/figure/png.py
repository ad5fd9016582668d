"""SVG → PNG, for a user's own files and the contact sheet.

resvg-py is chosen because it carries its renderer in the wheel (no system library) and draws these files
exactly; the booklet never needs it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def png_from_svg(svg: str, height: int, fonts: Sequence[Path] = ()) -> bytes:
    """The picture as PNG on white, `height` pixels high, its texts in one of the fonts.

    Raises:
        ImportError: resvg-py is not installed (it comes with the extra `draw`).
    """
    import resvg_py  # noqa: PLC0415 - only whoever wants PNG needs it

    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=svg,
            height=height,
            background="white",
            font_files=[str(font) for font in fonts],
            skip_system_fonts=True,
        )
    )
