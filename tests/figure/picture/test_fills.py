from __future__ import annotations

from typing import TYPE_CHECKING

from generator.figure.body.cast import CAST
from generator.figure.picture import camera
from generator.figure.picture.fills import fills
from generator.figure.picture.framing import extent
from generator.figure.picture.scene import SHADE, Scene, darker

if TYPE_CHECKING:
    from tests.figure.conftest import Make


def test_skin_hair_every_garment_and_the_roller_are_filled(drawn: dict[str, str]) -> None:
    for fill in (*CAST["woman-2"].colours.values(), "#b9c7b0"):
        assert f'<path fill="{fill}"' in drawn["start"]


def test_what_turns_away_from_the_light_is_shaded_over_its_fill(stage: Make) -> None:
    made = stage("camera: {azimuth: 180}")
    drawn = fills(Scene(made, camera.crops({"": extent(made)}, 2.0)[""]))
    bottom = CAST["woman-1"].colours["bottom"]
    shade = drawn.index(f'<path fill="{darker(bottom, SHADE)}"')
    assert shade > drawn.index(f'<path fill="{bottom}"')
