from __future__ import annotations

from generator.figure import png


def test_png_is_as_high_as_asked(drawn: dict[str, str]) -> None:
    data = png.png_from_svg(drawn["start"], 120)
    assert int.from_bytes(data[20:24], "big") == 120
