"""The ink of one picture, against areas that are known."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from generator.pdf.picture_ink import inks_of, picture_inks
from generator.pdf.raster import RasterPicture
from tests.pdf.samples import square


@pytest.mark.parametrize(
    ("colour", "inks"),
    [
        pytest.param((1, 1, 1), (0, 0, 0, 0), id="white"),
        pytest.param((0, 0, 0), (0, 0, 0, 1), id="black"),
        pytest.param((0.5, 0.5, 0.5), (0, 0, 0, 0.5), id="grey"),
        pytest.param((0, 1, 1), (1, 0, 0, 0), id="cyan"),
        pytest.param((1, 0, 1), (0, 1, 0, 0), id="magenta"),
        pytest.param((1, 1, 0), (0, 0, 1, 0), id="yellow"),
        pytest.param((1, 0, 0), (0, 1, 1, 0), id="red"),
        pytest.param((0, 0.5, 0.75), (0.75, 0.25, 0, 0.25), id="a mixed colour"),
    ],
)
def test_what_three_inks_share_is_black(colour: tuple[float, ...], inks: tuple[float, ...]) -> None:
    assert inks_of(*colour) == pytest.approx(inks)


@pytest.mark.parametrize(
    ("content", "black"),
    [
        pytest.param('<rect x="10" y="10" width="50" height="50"/>', 0.25, id="square"),
        pytest.param(
            '<path d="M0 0H80V80H0Z M20 20V60H60V20Z"/>', 0.48, id="a hole that turns the other way"
        ),
        pytest.param('<path d="M0 0H80V80H0Z M20 20H60V60H20Z"/>', 0.64, id="one that turns the same way"),
        pytest.param(
            '<path fill-rule="evenodd" d="M0 0H80V80H0Z M20 20H60V60H20Z"/>', 0.48, id="by the other rule"
        ),
        pytest.param('<circle cx="50" cy="50" r="40"/>', 0.5027, id="circle"),
        pytest.param('<path fill="none" stroke="black" stroke-width="10" d="M10 50H90"/>', 0.08, id="line"),
        pytest.param(
            '<path fill="none" stroke="black" stroke-width="10" stroke-linecap="round" d="M10 50H90"/>',
            0.0879,
            id="line with round ends",
        ),
        pytest.param(
            '<path fill="none" stroke="black" stroke-width="4" d="M20 20H80V80H20Z"/>', 0.096, id="outline"
        ),
        pytest.param(
            '<rect x="20" y="20" width="60" height="60" stroke="black" stroke-width="4"/>',
            0.4096,
            id="filled with an outline",
        ),
        pytest.param(
            '<rect width="80" height="80"/><rect width="40" height="40" fill="white"/>',
            0.48,
            id="white over black",
        ),
    ],
)
def test_a_drawing_by_what_is_seen_of_it(content: str, black: float) -> None:
    cyan, magenta, yellow, found = picture_inks(square(content))
    assert found == pytest.approx(black, rel=0.02)
    assert (cyan, magenta, yellow) == pytest.approx((0, 0, 0), abs=0.001)


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
@pytest.mark.parametrize("grey", [False, True])
def test_a_photo_by_its_pixels(kind: str, grey: bool) -> None:
    image = Image.new("RGB", (400, 400), "white")
    image.paste((255, 0, 0), (0, 0, 400, 100))
    stream = io.BytesIO()
    image.save(stream, kind)
    inks = picture_inks(RasterPicture(stream.getvalue(), "a").picture_object(grey=grey))
    # Red is as dark as a grey of 0.299.
    expected = (0, 0, 0, 0.25 * (1 - 0.299)) if grey else (0, 0.25, 0.25, 0)
    assert inks == pytest.approx(expected, abs=0.01)
