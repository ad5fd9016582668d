from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.figure.picture.zone_marks import find_marks, svg

if TYPE_CHECKING:
    from tests.figure.conftest import View

LYING = "position: lying_on_back\ncamera: {azimuth: 90, elevation: 12}\nzones: [between_shoulder_blades]\n"


def test_the_zone_is_filled_hatched_and_outlined(drawn: dict[str, str]) -> None:
    assert '<g fill="#f9b0a3" stroke="#9c1c12"' in drawn["start"]
    outline, hatch = re.findall(
        r'<path stroke-width="[\d.]+" d="([^"]+)"', drawn["start"].split("#9c1c12")[1]
    )[:2]
    assert hatch.count("M") >= 3
    assert outline.endswith("z")


def test_a_hidden_zone_shows_through_only_where_kit_presses(scene: View) -> None:
    under = "props: [{kind: ball, under: T6}]\npose: {rest: [{parts: [chest], on: ball}]}"
    beside = "props: [{kind: ball, at: [0.4, 0.6]}]"
    assert list(find_marks(scene(LYING + under)).through) == ["between_shoulder_blades"]
    assert find_marks(scene(LYING + beside)).through == {}


def test_narrow_stripes_are_not_hatched(scene: View) -> None:
    text = "camera: {{azimuth: 70}}\npose: {{arms: {{flexion: 90}}}}\nzones: [{}]"
    ribs, side = (
        svg(find_marks(scene(text.format(zone), detail=2)), 1) for zone in ("left_ribs", "left_side")
    )
    assert 'd=""' in ribs
    assert 'd="M' in ribs
    assert 'd=""' not in side
