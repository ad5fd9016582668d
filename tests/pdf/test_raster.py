"""Own PNG and JPEG pictures: what is refused and why, and what is printed of the rest."""

from __future__ import annotations

import io
import struct
import zlib
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageFile
from PIL.PngImagePlugin import PngInfo

from generator.booklet.model import Box, Element, Mark, Picture, Role
from generator.pdf.document import draw_booklet
from generator.pdf.palette import COLOUR, INK_SAVER, Palette
from generator.pdf.raster import RasterPicture
from generator.problems import BadDataError
from tests.pdf.samples import DATE, assert_pixel, booklet, opened, rendered
from tests.programs import failed_rules

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from generator.pdf.picture_object import PictureObject

Colour = tuple[int, int, int]

RED, GREEN, BLUE, WHITE = (255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 255)
CORNERS = (RED, GREEN, BLUE, WHITE)  # upper left, upper right, lower left, lower right
SIZE = (480, 360)

# Where the corners of an upright picture are in the file, by Exif orientation, and how to get them there.
TURNS = {
    1: None,
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}


def quarters(size: tuple[int, int] = SIZE, mode: str = "RGB") -> Image.Image:
    """A picture with another colour in each quarter."""
    image = Image.new("RGB", (2, 2))
    for place, colour in zip([(0, 0), (1, 0), (0, 1), (1, 1)], CORNERS, strict=True):
        image.putpixel(place, colour)
    return image.resize(size, Image.Resampling.NEAREST).convert(mode)


def saved(image: Image.Image, form: str = "PNG", **options: Any) -> bytes:  # noqa: ANN401 - Pillow's options
    stream = io.BytesIO()
    options |= {"quality": 95, "subsampling": 0} if form == "JPEG" else {}
    image.save(stream, form, **options)
    return stream.getvalue()


def exif(orientation: int) -> Image.Exif:
    data = Image.Exif()
    data[0x0112] = orientation
    data[0x010F] = "Secret camera"
    data.get_ifd(0x8825)[1] = "N"  # GPS
    return data


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png(*chunks: tuple[bytes, bytes]) -> bytes:
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(name, data) for name, data in (*chunks, (b"IEND", b"")))


def header(width: int, height: int, depth: int, colours: int) -> tuple[bytes, bytes]:
    return b"IHDR", struct.pack(">IIBBBBB", width, height, depth, colours, 0, 0, 0)


def picture(source: bytes) -> RasterPicture:
    return RasterPicture(source, "own.png")


class One:
    """The pictures of a booklet with a single picture."""

    def __init__(self, source: bytes) -> None:
        self.source = source

    def picture_object(self, name: str, *, grey: bool) -> PictureObject:
        assert name == "own"
        return picture(self.source).picture_object(grey=grey)


def drawn(source: bytes, palette: Palette = COLOUR, *, mirrored: bool = False) -> bytes:
    """A booklet with the picture, 100 by 100 points, in its upper left corner."""
    shape = Picture("own", Box(0, 0, 100, 100), mirrored=mirrored)
    value = booklet([[Mark(1, (shape,))]], [Element(Role.FIGURE, 0, alt="A woman sits.")])
    return draw_booklet(value, One(source), date=DATE, palette=palette)


def page_of(source: bytes, palette: Palette = COLOUR, *, mirrored: bool = False) -> Image.Image:
    return rendered(drawn(source, palette, mirrored=mirrored))


def assert_corners(page: Image.Image, corners: tuple[Colour, ...], tolerance: int = 3) -> None:
    for place, expected in zip([(25, 25), (75, 25), (25, 75), (75, 75)], corners, strict=True):
        got: Any = page.getpixel(place)
        near = all(abs(one - other) <= tolerance for one, other in zip(got, expected, strict=True))
        assert near, f"pixel {place}: expected {expected}, got {got}"


def stored(source: bytes) -> tuple[dict[str, str], bytes]:
    """What the booklet's file says of the picture, and the picture's data in there."""
    with opened(drawn(source)) as pdf:
        (image,) = pdf.pages[0].resources.XObject.values()
        return {key: str(value) for key, value in image.items()}, image.read_raw_bytes()


def complaint(act: Callable[[], object]) -> str:
    with pytest.raises(BadDataError) as caught:
        act()
    (problem,) = caught.value.problems
    assert problem.file == "own.png"
    assert problem.hint
    return f"{problem.message} → {problem.hint}"


def judged(source: bytes) -> RasterPicture:
    """The picture by its header; fails when anything is decoded."""

    def load(_image: Image.Image) -> None:
        raise AssertionError("decoded")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ImageFile.ImageFile, "load", load)
        patch.setattr(Image.Image, "load", load)
        return picture(source)


@pytest.fixture(scope="module")
def bomb() -> bytes:
    """A small file with many pixels."""
    packer = zlib.compressobj(9)
    rows = b"".join(packer.compress(b"\0" * 1501) for _ in range(12_000)) + packer.flush()
    return png(header(12_000, 12_000, 1, 0), (b"IDAT", rows))


class TestRefusedByTheHeader:
    def test_too_many_pixels(self, bomb: bytes) -> None:
        assert len(bomb) < 25_000
        assert complaint(lambda: judged(bomb)) == (
            "has 12,000 × 12,000 pixels, which is more than 24,000,000"
            " → 1181 pixels of height are enough for any printer"
        )

    def test_too_many_pixels_of_a_jpeg(self) -> None:
        source = saved(quarters((8, 8)), "JPEG")
        place = source.index(b"\xff\xc0") + 5
        source = source[:place] + struct.pack(">HH", 65_000, 65_000) + source[place + 4 :]
        assert "65,000 × 65,000 pixels" in complaint(lambda: judged(source))

    @pytest.mark.parametrize("form", ["PNG", "JPEG"])
    def test_too_coarse(self, form: str) -> None:
        source = saved(Image.new("L", (600, 353)), form)
        assert complaint(lambda: judged(source)) == (
            "is 353 pixels high, which looks coarse in print → use a picture that is at least 354 pixels high"
        )
        assert judged(saved(Image.new("L", (600, 354)), form)).proportion == 600 / 354

    def test_too_coarse_once_upright(self) -> None:
        source = saved(Image.new("L", (353, 600)), "JPEG", exif=exif(6))
        assert "is 353 pixels high" in complaint(lambda: judged(source))

    def test_animated(self) -> None:
        source = saved(quarters(), save_all=True, append_images=[Image.new("RGB", SIZE)])
        assert complaint(lambda: judged(source)).startswith("is animated")

    def test_a_transparent_colour_of_16_bits(self) -> None:
        source = png(header(400, 400, 16, 0), (b"tRNS", b"\0\1"), (b"IDAT", zlib.compress(b"")))
        assert "16 bits" in complaint(lambda: judged(source))

    @pytest.mark.parametrize("form", ["GIF", "BMP", "WEBP", "TIFF"])
    def test_another_format(self, form: str) -> None:
        source = saved(quarters(), form)
        assert complaint(lambda: judged(source)).startswith("is neither SVG nor PNG nor JPEG")

    @pytest.mark.parametrize("source", [b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"\xff\xd8\xff\xd9"])
    def test_hardly_begun(self, source: bytes) -> None:
        assert complaint(lambda: judged(source)).startswith("is damaged or incomplete")

    def test_twelve_bits_a_sample_in_a_jpeg(self) -> None:
        source = saved(quarters(), "JPEG")
        place = source.index(b"\xff\xc0") + 4
        source = source[:place] + b"\x0c" + source[place + 1 :]
        assert complaint(lambda: judged(source)).startswith("is damaged")


@pytest.mark.parametrize("form", ["PNG", "JPEG"])
def test_the_proportion_is_known_without_decoding(form: str) -> None:
    assert judged(saved(quarters(), form)).proportion == 480 / 360


@pytest.mark.parametrize("form", ["PNG", "JPEG"])
@pytest.mark.parametrize("share", [0.3, 0.6, 0.95])
def test_a_file_that_is_cut_off_is_refused(form: str, share: float) -> None:
    source = saved(Image.effect_noise((400, 400), 60), form)
    cut = source[: int(len(source) * share)]
    assert complaint(lambda: picture(cut).picture_object(grey=False)).startswith("is damaged or incomplete")


NOISE = Image.effect_noise((360, 360), 40).convert("RGB")
SOUND = [saved(NOISE), saved(NOISE, "JPEG"), saved(NOISE.convert("CMYK"), "JPEG", exif=exif(6))]


@settings(max_examples=80, deadline=None)
@given(
    st.sampled_from(SOUND),
    st.lists(st.tuples(st.floats(0, 1), st.binary(min_size=1, max_size=8)), min_size=1, max_size=4),
)
@example(SOUND[1], [(0.0, b"\xff\xd8\xff\xff")])
def test_damage_is_told_or_does_not_matter(source: bytes, damage: list[tuple[float, bytes]]) -> None:
    for where, data in damage:
        # Most of it where the structure is, at the beginning.
        place = int(where**4 * (len(source) - len(data)))
        source = source[:place] + data + source[place + len(data) :]
    # Any other exception would be a traceback on a clinician's screen.
    with suppress(BadDataError):
        assert picture(source).picture_object(grey=False).content


class TestPixels:
    @pytest.mark.parametrize("form", ["PNG", "JPEG"])
    def test_right_way_up(self, form: str) -> None:
        assert_corners(page_of(saved(quarters(), form)), CORNERS)

    @pytest.mark.parametrize("form", ["PNG", "JPEG"])
    def test_mirrored(self, form: str) -> None:
        assert_corners(page_of(saved(quarters(), form), mirrored=True), (GREEN, RED, WHITE, BLUE))

    @pytest.mark.parametrize("form", ["PNG", "JPEG"])
    @pytest.mark.parametrize("orientation", TURNS)
    def test_turned_as_the_camera_says(self, form: str, orientation: int) -> None:
        turn = TURNS[orientation]
        stored = quarters() if turn is None else quarters().transpose(turn)
        source = saved(stored, form, exif=exif(orientation))
        assert picture(source).proportion == 480 / 360
        assert_corners(page_of(source), CORNERS)

    def test_turned_as_the_camera_says_behind_the_pixels(self) -> None:
        source = saved(quarters().transpose(Image.Transpose.ROTATE_90))
        end = source.index(b"IEND") - 4
        source = source[:end] + chunk(b"eXIf", exif(6).tobytes()[6:]) + source[end:]
        assert picture(source).proportion == 480 / 360
        assert_corners(page_of(source), CORNERS)

    @pytest.mark.parametrize("value", [0, 9, 4000])
    def test_an_orientation_that_does_not_exist_is_none(self, value: int) -> None:
        assert_corners(page_of(saved(quarters(), "JPEG", exif=exif(value))), CORNERS)

    @pytest.mark.parametrize("palette", [COLOUR, INK_SAVER], ids=["colour", "ink saver"])
    @pytest.mark.parametrize("kind", ["RGBA", "LA", "palette", "key", "palette key"])
    def test_what_is_transparent_is_white(self, kind: str, palette: Palette) -> None:
        image = Image.new("L", SIZE, 0)
        image.paste(128, (240, 0, 480, 360))
        mask = image.point([0] * 128 + [255] * 128)  # the left half is not there
        options: dict[str, Any] = {}
        if kind in ("RGBA", "LA"):
            image = image.convert(kind)
            image.putalpha(mask)
        elif kind == "palette":
            image = Image.merge("RGBA", (image, image, image, mask)).quantize(4)
        elif kind == "key":
            options = {"transparency": 0}
        else:
            image = image.quantize(4)
            options = {"transparency": image.getpixel((0, 0))}
        grey = (128, 128, 128)
        assert_corners(page_of(saved(image, **options), palette), (WHITE, grey, WHITE, grey))

    def test_half_transparent_is_half_white(self) -> None:
        image = Image.new("RGBA", SIZE, (255, 0, 0, 128))
        assert_pixel(page_of(saved(image)), (50, 50), (255, 127, 127))

    def test_a_palette(self) -> None:
        assert_corners(page_of(saved(quarters(mode="P"))), CORNERS)

    @pytest.mark.parametrize("mode", ["1", "L"])
    def test_grey_stays_grey(self, mode: str) -> None:
        image = Image.new("L", SIZE, 0)
        image.paste(255, (240, 0, 480, 360))
        source = saved(image.convert(mode))
        assert stored(source)[0]["/ColorSpace"] == "/DeviceGray"
        assert_corners(page_of(source), ((0, 0, 0), WHITE, (0, 0, 0), WHITE))

    def test_grey_of_16_bits(self) -> None:
        image = Image.new("I;16", SIZE, 0x8040)
        assert_pixel(page_of(saved(image)), (50, 50), (128, 128, 128))

    def test_colour_of_16_bits(self) -> None:
        row = b"\0" + b"\xff\x01\x80\x02\x00\x03" * 360
        source = png(header(360, 360, 16, 2), (b"IDAT", zlib.compress(row * 360)))
        assert_pixel(page_of(source), (50, 50), (255, 128, 0))

    def test_the_inks_of_a_press_become_those_of_a_screen(self) -> None:
        source = saved(quarters(mode="CMYK"), "JPEG")
        assert stored(source)[0]["/ColorSpace"] == "/DeviceRGB"
        assert_corners(page_of(source), CORNERS)

    @pytest.mark.parametrize("form", ["PNG", "JPEG"])
    def test_in_grey_for_the_ink_saver(self, form: str) -> None:
        levels = tuple((level, level, level) for level in (76, 150, 29, 255))
        assert_corners(page_of(saved(quarters(), form), INK_SAVER), levels)

    def test_a_large_one_is_reduced_to_what_a_printer_shows(self) -> None:
        source = saved(quarters((3000, 2362)))
        entries, _ = stored(source)
        assert (entries["/Width"], entries["/Height"]) == ("1500", "1181")
        assert_corners(page_of(source), CORNERS)


class TestJpegAsItIs:
    """The data of a plain JPEG go into the file as they are, but nothing else of it."""

    @pytest.mark.parametrize("mode", ["RGB", "L"])
    @pytest.mark.parametrize("progressive", [False, True])
    def test_data_are_kept(self, mode: str, progressive: bool) -> None:
        source = saved(quarters(mode=mode), "JPEG", progressive=progressive)
        entries, data = stored(source)
        assert data == source
        assert entries["/Filter"] == "/DCTDecode"
        assert entries["/ColorSpace"] == {"RGB": "/DeviceRGB", "L": "/DeviceGray"}[mode]
        assert (entries["/Width"], entries["/Height"]) == ("480", "360")

    def test_grey_stays_as_it_is_for_the_ink_saver_too(self) -> None:
        source = saved(quarters(mode="L"), "JPEG")
        assert picture(source).picture_object(grey=True) == picture(source).picture_object(grey=False)
        assert picture(source).picture_object(grey=True).content == source

    def test_metadata_are_left_out_and_what_follows_as_well(self) -> None:
        plain = saved(quarters(), "JPEG")
        source = saved(
            quarters(), "JPEG", exif=exif(1), comment=b"Secret comment", icc_profile=b"Secret profile"
        )
        source += b"Secret video"
        assert source.count(b"Secret") == 4
        content = picture(source).picture_object(grey=False).content
        assert content == plain

    def test_a_small_picture_in_the_header_is_left_out(self) -> None:
        plain = saved(quarters(), "JPEG")
        start = plain.index(b"JFIF\0")
        source = (
            plain[: start - 2]
            + struct.pack(">H", 16 + 3)
            + plain[start : start + 12]
            + b"\1\1RGB"
            + plain[start + 14 :]
        )
        assert picture(source).picture_object(grey=False).content == plain

    def test_the_coding_of_colours_is_kept(self) -> None:
        source = saved(quarters(), "JPEG", keep_rgb=True)
        assert b"Adobe" in source
        assert stored(source)[0]["/Filter"] == "/DCTDecode"
        assert_corners(page_of(source), CORNERS)

    @pytest.mark.parametrize("filling", [b"\xff", b"\0"])
    def test_one_with_oddities_is_decoded(self, filling: bytes) -> None:
        plain = saved(quarters(), "JPEG")
        place = plain.index(b"\xff\xdb")
        odd = plain[:place] + filling + plain[place:]
        assert picture(odd).picture_object(grey=False).entries.endswith("/FlateDecode")
        assert_corners(page_of(odd), CORNERS)


@pytest.mark.parametrize("palette", [COLOUR, INK_SAVER], ids=["colour", "ink saver"])
@pytest.mark.parametrize("form", ["PNG", "JPEG"])
def test_own_pictures_pass_pdf_ua_with_the_same_bytes_twice(
    tmp_path: Path, form: str, palette: Palette
) -> None:
    text = PngInfo()
    text.add_text("Author", "Secret author")
    options: dict[str, Any] = {"pnginfo": text} if form == "PNG" else {}
    source = saved(quarters(), form, exif=exif(6), **options)
    file = drawn(source, palette)
    assert failed_rules(file, tmp_path) == []
    assert drawn(source, palette) == file
    assert b"Secret" in source
    assert b"Secret" not in file
