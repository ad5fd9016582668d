from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from generator.figure.body.cast import CAST
from generator.figure.body.wardrobe import BUN, HAIR
from generator.figure.picture import bun
from generator.figure.picture.lines import STROKES, lines

if TYPE_CHECKING:
    from tests.figure.conftest import Make, View

STRAND = f'stroke-width="{STROKES["strand"]}"'


def test_a_bun_stands_out_of_the_head_from_behind(scene: View) -> None:
    shown = scene("camera: {azimuth: 180}").buffers.grid("region")
    highest = {region: int(np.nonzero((shown == region).any(1))[0][0]) for region in (BUN, HAIR)}
    assert highest[BUN] <= highest[HAIR]


@pytest.mark.parametrize(("person", "strands"), [("woman-1", True), ("man-1", False)])
def test_a_bun_is_drawn_with_strands(scene: View, person: str, *, strands: bool) -> None:
    drawn = scene("camera: {azimuth: 180}", person, detail=1.5)
    assert (STRAND in lines(drawn)) is strands


def test_only_who_has_a_bun_has_strokes_and_they_lie_on_it(stage: Make) -> None:
    for person in CAST:
        posture = stage("pose: {head: {flexion: 20, rotation: 30}}", person).posture
        knot = bun.ball(posture)
        assert (knot is not None) == ("bun" in CAST[person].hair)
        for stroke in bun.strokes(posture):
            assert knot is not None
            assert np.allclose(np.linalg.norm(stroke - knot.centre, axis=1), bun.RADIUS, atol=0.002)
