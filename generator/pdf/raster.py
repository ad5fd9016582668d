"""PNG and JPEG files → pictures for the page: judged by their header, decoded last, and without metadata.

Pillow is imported with this module, which is imported only for a picture of that kind.
"""

from __future__ import annotations

import io
import re
import struct
import warnings
import zlib
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PIL import ExifTags, Image
from PIL.JpegImagePlugin import JpegImageFile
from PIL.PngImagePlugin import PngImageFile

from generator.pdf.picture_object import PictureObject
from generator.problems import BadDataError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"

_MOST_PIXELS = 24_000_000  # what a good camera takes; decoded, 72 MB
_LEAST_HEIGHT = 354  # pixels: 150 dpi at a height of 60 mm
_MOST_HEIGHT = 1181  # pixels: 400 dpi at a height of 75 mm; what is decoded is reduced to that

_PNG_DEPTH = 24  # place of the bits per sample in a PNG
_TWO_BYTES = 16  # bits

# What Pillow raises, depending on where a file is broken; SyntaxError is its word for a bad format.
_BROKEN = (OSError, SyntaxError, ValueError, LookupError, TypeError, EOFError, struct.error, zlib.error)

# What turns a picture upright, by the orientation that its Exif data name (CIPA DC-008, 4.6.4).
_UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_ON_ITS_SIDE = {5, 6, 7, 8}

# Markers of JPEG (ITU-T T.81, table B.1).
_START_OF_SCAN = 0xDA
_END_OF_IMAGE = 0xD9
_JFIF = 0xE0
_ADOBE = 0xEE
_FRAMES_OF_PDF = {0xC0, 0xC1, 0xC2}  # baseline, extended and progressive, which PDF knows
_LEFT_OUT = {*range(0xE0, 0xF0), 0xFE}  # segments for applications, and comments
_TABLES = {0xC4, 0xDB, 0xDC, 0xDD}  # Huffman, quantisation, number of lines, restart interval
_END_OF_SCAN = re.compile(rb"\xff+[^\x00\xff\xd0-\xd7]")


class RasterPicture:
    """A PNG or JPEG file whose header is sound.

    Attributes:
        proportion: width divided by height, upright.
    """

    def __init__(self, source: bytes, file: str) -> None:
        """Read the header.

        Args:
            source: the bytes of the file.
            file: its name, for the problems.

        Raises:
            BadDataError: it is neither PNG nor JPEG, or is damaged, too large, too coarse, or not printable.
        """
        self._source = source
        self._file = file
        if not source.startswith((_PNG, _JPEG)):
            message = "is neither SVG nor PNG nor JPEG, whatever its name says"
            raise self._bad(message, "save it as one of these")
        with self._told_when_broken():
            image = _opened(source)
            self._check(image)
            orientation = _orientation(image, source)
        self._turn = _UPRIGHT.get(orientation)
        width, height = reversed(image.size) if orientation in _ON_ITS_SIDE else image.size
        if height < _LEAST_HEIGHT:
            message = f"is {height} pixels high, which looks coarse in print"
            raise self._bad(message, f"use a picture that is at least {_LEAST_HEIGHT} pixels high")
        self.proportion = width / height

    def picture_object(self, *, grey: bool) -> PictureObject:
        """The picture for the page: the file's own data if the page can have them, else its pixels.

        Raises:
            BadDataError: the file is damaged after its header.
        """
        with self._told_when_broken():
            return self._as_it_is(grey=grey) or self._decoded(grey=grey)

    def _check(self, image: Image.Image) -> None:
        width, height = image.size
        if width * height > _MOST_PIXELS:
            message = f"has {width:,} × {height:,} pixels, which is more than {_MOST_PIXELS:,}"
            raise self._bad(message, f"{_MOST_HEIGHT} pixels of height are enough for any printer")
        if getattr(image, "is_animated", False):
            raise self._bad("is animated", "save a single picture from it")
        if _is_deep(self._source) and "transparency" in image.info:
            raise self._bad("has one colour of 16 bits that is transparent", "save it with 8 bits")

    def _as_it_is(self, *, grey: bool) -> PictureObject | None:
        if self._turn is not None or not self._source.startswith(_JPEG):
            return None
        content = _without_metadata(self._source)
        if content is None:
            return None
        image = _opened(content)
        if image.mode != "L" and (grey or image.mode != "RGB"):
            return None
        size = image.size
        image.draft(image.mode, (1, 1))  # decoded to an eighth of its size, it is checked at little cost
        image.load()
        return self._image(image.mode, size, content, "DCTDecode")

    def _decoded(self, *, grey: bool) -> PictureObject:
        image = _flat(_opened(self._source), deep=_is_deep(self._source))
        if self._turn is not None:
            image = image.transpose(self._turn)
        if grey:
            image = image.convert("L")
        if image.height > _MOST_HEIGHT:
            size = (round(_MOST_HEIGHT * self.proportion), _MOST_HEIGHT)
            image = image.resize(size, Image.Resampling.LANCZOS)
        return self._image(image.mode, image.size, zlib.compress(image.tobytes()), "FlateDecode")

    def _image(self, mode: str, size: tuple[int, int], content: bytes, coding: str) -> PictureObject:
        space = "DeviceGray" if mode == "L" else "DeviceRGB"
        entries = f"/Subtype/Image/Width {size[0]}/Height {size[1]}/ColorSpace/{space}/BitsPerComponent 8"
        return PictureObject(self.proportion, content, f"{entries}/Filter/{coding}")

    def _bad(self, message: str, hint: str) -> BadDataError:
        return BadDataError(Problem(message, hint, file=self._file))

    @contextmanager
    def _told_when_broken(self) -> Iterator[None]:
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # of Pillow's, about metadata, which are not used
                yield
        except _BROKEN:
            raise self._bad("is damaged or incomplete", "save it or copy it again") from None


def _opened(source: bytes) -> JpegImageFile | PngImageFile:
    """The picture with its header read and nothing decoded.

    Not by Pillow's own choice of format, which warns of large pictures and takes other formats as well.
    """
    stream = io.BytesIO(source)
    return PngImageFile(stream) if source.startswith(_PNG) else JpegImageFile(stream)


def _is_deep(source: bytes) -> bool:
    return source.startswith(_PNG) and source[_PNG_DEPTH] == _TWO_BYTES


def _orientation(image: Image.Image, source: bytes) -> int:
    # Pillow would decode a PNG to look for it behind the pixels.
    if source.startswith(_PNG) and b"eXIf" not in source:
        return 1
    orientation = image.getexif().get(ExifTags.Base.Orientation, 1)
    return orientation if isinstance(orientation, int) else 1


def _flat(image: Image.Image, *, deep: bool) -> Image.Image:
    """The pixels in grey or in red, green and blue, 8 bits each, on white where they are transparent."""
    image.load()
    has_colour = image.mode in ("P", "RGB", "RGBA", "CMYK")
    if deep and image.mode.startswith("I"):
        # Pillow would cut off what is above 255; the higher byte, which is the second one, is what is wanted.
        image = Image.frombytes("L", image.size, image.convert("I;16").tobytes()[1::2])
    if image.mode in ("LA", "RGBA") or "transparency" in image.info:
        ground = Image.new("RGBA", image.size, "white")
        image = Image.alpha_composite(ground, image.convert("RGBA"))
    return image.convert("RGB" if has_colour else "L")


def _without_metadata(source: bytes) -> bytes | None:
    """A JPEG with nothing but what its pixels need; None where it is not of a kind that PDF knows.

    Exif and other segments for applications may tell where and by whom a photo was taken, and hold other
    pictures; so may what follows on the end of the picture.
    """
    parts = [source[:2]]
    place = 2
    while source[place : place + 1] == b"\xff":
        marker = source[place + 1]
        if marker == _END_OF_IMAGE:
            return b"".join([*parts, b"\xff\xd9"])
        end = place + 2 + int.from_bytes(source[place + 2 : place + 4])
        content = source[place + 4 : end]
        if marker == _JFIF and content.startswith(b"JFIF\0"):
            parts.append(b"\xff\xe0\0\x10" + content[:12].ljust(14, b"\0"))  # without its small picture
        elif marker == _ADOBE and content.startswith(b"Adobe"):
            parts.append(b"\xff\xee\0\x0e" + content[:12].ljust(12, b"\0"))  # says how the colours are coded
        elif marker in _FRAMES_OF_PDF | _TABLES:
            parts.append(source[place:end])
        elif marker == _START_OF_SCAN:
            found = _END_OF_SCAN.search(source, end)
            if not found:
                return None
            parts.append(source[place : found.start()])
            end = found.end() - 2
        elif marker not in _LEFT_OUT:
            return None
        place = end
    return None
