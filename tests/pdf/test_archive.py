"""Files for the archive: PDF/A-2a beside PDF/UA-1, and colours by measure."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PIL import Image, ImageCms

from generator.booklet.model import Booklet, Box, Element, Mark, Picture, Role
from generator.pdf.archive import srgb_profile
from generator.pdf.document import draw_booklet
from generator.pdf.palette import COLOUR, INK_SAVER
from generator.pdf.pictures import IllustrationStore
from tests.pdf.samples import DATE, booklet, every_kind, opened, rendered
from tests.programs import failed_rules

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from generator.pdf.palette import Palette

Sample = tuple[Booklet, IllustrationStore]


def with_photographs(folder: Path) -> Sample:
    """A page with pictures of a library's own: grey and coloured pixels, and a JPEG that goes in as it is."""
    own = {}
    for number, (mode, suffix) in enumerate([("L", "png"), ("RGBA", "png"), ("RGB", "jpg"), ("CMYK", "jpg")]):
        own[f"own-{number}"] = folder / f"own-{number}.{suffix}"
        Image.new(mode, (400, 400), tuple(range(40, 200, 40))[: len(mode)] if mode != "L" else 99).save(
            own[f"own-{number}"]
        )
    shapes = tuple(Picture(name, Box(10 + 60 * number, 10, 50, 50)) for number, name in enumerate(own))
    value = booklet([[Mark(1, shapes)]], [Element(Role.FIGURE, 0, alt="Four grounds of one colour each")])
    return value, IllustrationStore(folder, own)


@pytest.mark.parametrize("palette", [COLOUR, INK_SAVER], ids=["colour", "ink saver"])
@pytest.mark.parametrize("sample", [every_kind, with_photographs])
@pytest.mark.parametrize("profile", ["2a", "ua1"])
def test_a_file_for_the_archive_keeps_both_standards(
    sample: Callable[[Path], Sample], palette: Palette, profile: str, tmp_path: Path
) -> None:
    value, store = sample(tmp_path)
    source = draw_booklet(value, store, date=DATE, palette=palette, archive=True)
    assert failed_rules(source, tmp_path, profile) == []


def test_only_a_file_for_the_archive_says_that_it_is_one(tmp_path: Path) -> None:
    value, store = every_kind(tmp_path)
    usual = draw_booklet(value, store, date=DATE)
    archived = draw_booklet(value, store, date=DATE, archive=True)
    assert failed_rules(usual, tmp_path, "2a")
    with opened(archived).open_metadata() as metadata:
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("2", "A")
        assert metadata["pdfuaid:part"] == "1"
    with opened(usual).open_metadata() as metadata:
        assert "pdfaid:part" not in metadata
    assert "/OutputIntents" not in opened(usual).Root


def test_a_file_for_the_archive_looks_the_same_and_is_little_longer(tmp_path: Path) -> None:
    value, store = every_kind(tmp_path)
    usual = draw_booklet(value, store, date=DATE)
    archived = draw_booklet(value, store, date=DATE, archive=True)
    assert archived == draw_booklet(value, store, date=DATE, archive=True)
    assert len(archived) - len(usual) < 2000
    assert rendered(archived).tobytes() == rendered(usual).tobytes()


def test_the_profile_in_the_file_is_srgb(tmp_path: Path) -> None:
    """To LittleCMS, which has sRGB of its own, every colour means the same in both."""
    value, store = every_kind(tmp_path)
    pdf = opened(draw_booklet(value, store, date=DATE, archive=True))
    (intent,) = pdf.Root.OutputIntents
    assert intent.S == "/GTS_PDFA1"
    assert intent.DestOutputProfile.N == 3
    profile = ImageCms.ImageCmsProfile(io.BytesIO(intent.DestOutputProfile.read_bytes()))
    assert ImageCms.getProfileDescription(profile).strip() == "sRGB IEC61966-2.1"
    levels = np.arange(0, 256, 5, dtype=np.uint8)
    colours = np.stack(np.meshgrid(levels, levels, levels), axis=-1).reshape(-1, len(levels), 3)
    image = Image.fromarray(colours)
    to_own = ImageCms.buildTransform(profile, ImageCms.createProfile("sRGB"), "RGB", "RGB")
    mapped = np.asarray(ImageCms.applyTransform(image, to_own))
    assert np.abs(mapped.astype(int) - colours).max() <= 1


def test_the_colours_of_the_profile_are_those_of_the_standard() -> None:
    """Primaries and white of sRGB (x, y), adapted from D65 to D50 with the Bradford matrix."""

    def light(x: float, y: float) -> list[float]:
        return [x / y, 1, (1 - x - y) / y]

    bradford = np.array([[0.8951, 0.2664, -0.1614], [-0.7502, 1.7135, 0.0367], [0.0389, -0.0685, 1.0296]])
    d50, d65 = np.array([0.9642, 1, 0.8249]), np.array(light(0.3127, 0.3290))
    primaries = np.array([light(0.64, 0.33), light(0.30, 0.60), light(0.15, 0.06)]).T
    adaptation = np.linalg.inv(bradford) @ np.diag((bradford @ d50) / (bradford @ d65)) @ bradford
    expected = adaptation @ (primaries * np.linalg.solve(primaries, d65))
    profile = ImageCms.ImageCmsProfile(io.BytesIO(srgb_profile())).profile
    own = [profile.red_primary, profile.green_primary, profile.blue_primary]
    found = np.array([colour[0] for colour in own if colour is not None]).T
    assert found == pytest.approx(expected, abs=2e-5)
    assert found.sum(axis=1) == pytest.approx(d50, abs=2e-5)
