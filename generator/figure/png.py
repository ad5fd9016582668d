"""SVG to PNG for a user's own files and the contact sheet.

resvg-py is chosen because it carries its renderer in the wheel (no system library) and draws these files
exactly; the booklet never needs it.
"""

from __future__ import annotations


def png_from_svg(svg: str, height: int) -> bytes:
    """The picture as PNG on white, `height` pixels high.

    Raises:
        ImportError: resvg-py is not installed (it comes with the extra `draw`).
    """
    import resvg_py  # noqa: PLC0415 - only whoever wants PNG needs it

    return bytes(resvg_py.svg_to_bytes(svg_string=svg, height=height, background="white"))
