from __future__ import annotations

import re


def test_the_zone_is_filled_hatched_and_outlined(drawn: dict[str, str]) -> None:
    assert '<g fill="#f9b0a3" stroke="#9c1c12"' in drawn["start"]
    outline, hatch = re.findall(
        r'<path stroke-width="[\d.]+" d="([^"]+)"', drawn["start"].split("#9c1c12")[1]
    )[:2]
    assert hatch.count("M") >= 3
    assert outline.endswith("z")
