from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

from generator.figure.body.cast import CAST
from generator.figure.picture import camera
from generator.figure.picture.fills import fills
from generator.figure.picture.framing import extent
from generator.figure.picture.illustration import illustrate
from generator.figure.picture.scene import SHADE, Scene, darker
from generator.figure.png import png_from_svg

if TYPE_CHECKING:
    from tests.figure.conftest import Make


def test_skin_hair_every_garment_and_the_roller_are_filled(drawn: dict[str, str]) -> None:
    for fill in (*CAST["woman-2"].colours.values(), "#b9c7b0"):
        assert f'<path fill="{fill}"' in drawn["start"]


def test_a_ball_before_the_shirt_is_seen_in_its_own_colour(stage: Make) -> None:
    made = stage("camera: {azimuth: 0, elevation: 0}\nprops: [{kind: ball, at: [0, 1.1, 0.6]}]")
    crop = camera.crops({"": extent(made)}, 1.0)[""]
    picture = illustrate(made, crop, "")
    drawn = Image.open(BytesIO(png_from_svg(picture.svg, picture.size[1]))).convert("RGB")
    x, y = crop.to_units(np.array([[-0.01, 1.145]]))[0]
    assert drawn.getpixel((int(x), int(y))) == (0xE6, 0xB8, 0x4F)


def test_what_turns_away_from_the_light_is_shaded_over_its_fill(stage: Make) -> None:
    made = stage("camera: {azimuth: 180}")
    drawn = fills(Scene(made, camera.crops({"": extent(made)}, 2.0)[""]))
    bottom = CAST["woman-1"].colours["bottom"]
    shade = drawn.index(f'<path fill="{darker(bottom, SHADE)}"')
    assert shade > drawn.index(f'<path fill="{bottom}"')
