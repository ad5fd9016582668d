"""Names of pictures to objects for the page: the house's, which are kept prepared, and a library's own."""

from __future__ import annotations

import hashlib
import json
import re
import zlib
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from generator.pdf.picture_object import PictureObject
from generator.problems import BadDataError, Problem
from generator.resources import ASSETS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from generator.library.model import Library
    from generator.pdf.raster import RasterPicture

PREPARED = "prepared.bin"

_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")

# Of the prepared file; another one is not read. It changes with the form of the file, or of the operators.
_VERSION = 1

# Of an own picture, so that what a clinic chooses can be printed and sent.
_LARGEST_FILE = 10_000_000  # bytes
_WIDEST = 4.0  # width by height, and height by width

_LINE_INKS = frozenset({(0x25, 0x31, 0x3B), (0x00, 0x56, 0x6B)})
"""What the house's pictures draw contours and arrows in (red, green, blue); see `generator.figure`."""

_WHITE = (255, 255, 255)

_OUTLINE = 1.5  # times its width is a line of the ink saver, which has no fills: thumbnails fade else
_WIDTH = re.compile(rb"(?<![\d.])([\d.]+) w\b")

_COLOUR = re.compile(rb"^([\d.]+) ([\d.]+) ([\d.]+) (rg|RG)\b", re.MULTILINE)


def own_pictures(library: Library, data: Path) -> dict[str, Path]:
    """The pictures that a library has of its own, for an `IllustrationStore`.

    Args:
        library: says which.
        data: the folder that it was read from.
    """
    return {
        f"{exercise.id}-{frame}": data / path
        for exercise in library.exercises
        for frame, path in exercise.own_pictures.items()
    }


class IllustrationStore:
    """The SVG pictures of a folder, by file name without `.svg`, and own ones that stand for some of them.

    Each file is read at most once, and only when it is asked for. The prepared form is used where it was made
    from the very same file; else the SVG is read.
    """

    def __init__(self, folder: Path, own: Mapping[str, Path] = MappingProxyType({})) -> None:
        """The pictures of a booklet.

        Args:
            folder: of the house's pictures.
            own: by name, files in SVG, PNG or JPEG, wherever they are; they come before the house's.
        """
        self._folder = folder
        self._own = own
        # By the name of a house picture, by the path of an own one, which may have several names.
        self._found: dict[str | Path, PictureObject | RasterPicture | None] = {}
        self._objects: dict[tuple[str | Path, bool], PictureObject] = {}
        self._prepared: Mapping[str, tuple[str, PictureObject]] | None = None

    def proportion(self, name: str) -> float | None:
        """Width divided by height of the picture; None if there is none.

        Raises:
            BadDataError: when it cannot be printed.
        """
        picture = self._find(self._own.get(name, name))
        return None if picture is None else picture.proportion

    def picture_object(self, name: str, *, grey: bool = False) -> PictureObject:
        """The picture for the page, perhaps without colour.

        The house's pictures are then black outlines with hatched zones; own ones are in levels of grey, since
        nobody knows what their backgrounds mean.

        Raises:
            BadDataError: when there is none, or it cannot be printed.
        """
        key = self._own.get(name, name)
        if (key, grey) not in self._objects:
            picture = self._find(key)
            if picture is None:
                file = str(self._folder / f"{name}.svg")
                raise BadDataError(Problem(f"there is no picture {name}", file=file))
            if not isinstance(picture, PictureObject):
                picture = picture.picture_object(grey=grey)
            elif grey:
                is_own = not isinstance(key, str)
                picture = _recoloured(picture, _grey_level) if is_own else _outlined(picture)
            self._objects[key, grey] = picture
        return self._objects[key, grey]

    def _find(self, key: str | Path) -> PictureObject | RasterPicture | None:
        if key not in self._found:
            self._found[key] = self._load(key) if isinstance(key, str) else _read_own(key)
        return self._found[key]

    def _load(self, name: str) -> PictureObject | None:
        path = self._folder / f"{name}.svg"
        # A name is never a way out of the folder.
        if not _NAME.fullmatch(name) or not path.is_file():
            return None
        source = path.read_bytes()
        if self._prepared is None:
            self._prepared = _read_prepared(self._folder / PREPARED)
        digest, picture = self._prepared.get(name, ("", None))
        if picture is not None and digest == _digest(source):
            return picture
        return _prepare(source, path)


def prepare(folder: Path) -> Path:
    """Prepare all pictures of a folder and write them into one file in there, whose path is returned.

    Raises:
        BadDataError: with the problems of all files.
    """
    problems: list[Problem] = []
    index = {}
    contents = []
    start = 0
    for path in sorted(folder.glob("*.svg")):
        source = path.read_bytes()
        try:
            picture = _prepare(source, path)
        except BadDataError as error:
            problems += error.problems
            continue
        index[path.stem] = [_digest(source), picture.proportion, start, len(picture.content)]
        contents.append(picture.content)
        start += len(picture.content)
    if problems:
        raise BadDataError(*problems)
    head = json.dumps({"version": _VERSION, "pictures": index}, separators=(",", ":"))
    target = folder / PREPARED
    partial = target.with_suffix(".partial")
    partial.write_bytes(head.encode("ascii") + b"\n" + b"".join(contents))
    partial.replace(target)
    return target


def is_fresh(folder: Path) -> bool:
    """Whether the prepared file holds exactly the folder's pictures as they are now."""
    prepared = _read_prepared(folder / PREPARED)
    now = {path.stem: _digest(path.read_bytes()) for path in folder.glob("*.svg")}
    return now == {name: digest for name, (digest, _) in prepared.items()}


def _prepare(source: bytes, path: Path) -> PictureObject:
    from generator.pdf.svg import read_svg  # noqa: PLC0415 - with all pictures prepared, none is read

    picture = read_svg(source, str(path))
    return PictureObject(picture.proportion, zlib.compress(picture.operators.encode("ascii"), 9))


def _read_own(path: Path) -> PictureObject | RasterPicture:
    """A picture of any kind, by what is in it and not by its name."""
    try:
        size = path.stat().st_size
        source = path.read_bytes() if size <= _LARGEST_FILE else b""
    except OSError as error:
        raise BadDataError(Problem(f"cannot be read: {error.strerror}", file=str(path))) from error
    if size > _LARGEST_FILE:
        message = f"has {size:,} bytes, which is more than {_LARGEST_FILE:,}"
        raise BadDataError(Problem(message, "save a smaller one", file=str(path)))
    picture: PictureObject | RasterPicture
    if source.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<"):
        picture = _prepare(source, path)
    else:
        from generator.pdf.raster import RasterPicture  # noqa: PLC0415 - few booklets need Pillow

        picture = RasterPicture(source, str(path))
    if not 1 / _WIDEST <= picture.proportion <= _WIDEST:
        message = f"is {'wider' if picture.proportion > 1 else 'taller'} than {_WIDEST:.0f} to 1"
        raise BadDataError(Problem(message, "crop it to what matters", file=str(path)))
    return picture


def _recoloured(
    picture: PictureObject,
    operator_for: Callable[[bytes, bytes, bytes, bytes], bytes],
    widen: float = 1.0,
) -> PictureObject:
    """A picture of operators, each of its colours replaced: red, green, blue and `rg` or `RG` to another.

    `widen` is what the widths of its lines are multiplied by.
    """
    content = zlib.decompress(picture.content)
    content = _COLOUR.sub(lambda colour: operator_for(*colour.groups()), content)
    if widen != 1:
        content = _WIDTH.sub(lambda width: b"%.4g w" % (float(width[1]) * widen), content)
    # Quickly rather than to the last byte, as this is done at every run.
    return PictureObject(picture.proportion, zlib.compress(content, 1))


def _outlined(picture: PictureObject) -> PictureObject:
    """A house picture for the ink saver: black lines on white, a little wider, and arrows."""
    return _recoloured(picture, _black_or_white, _OUTLINE)


@lru_cache(maxsize=256)  # a picture has few colours
def _black_or_white(red: bytes, green: bytes, blue: bytes, operator: bytes) -> bytes:
    """For a house picture in black lines on white: of what is filled, only lines and arrows stay."""
    levels = tuple(round(255 * float(level)) for level in (red, green, blue))
    is_line = levels != _WHITE if operator == b"RG" else levels in _LINE_INKS
    return b"%d %b" % (0 if is_line else 1, b"G" if operator == b"RG" else b"g")


@lru_cache(maxsize=256)
def _grey_level(red: bytes, green: bytes, blue: bytes, operator: bytes) -> bytes:
    """For the lightness of the colours alone: the weights of ITU-R BT.601, as for the pixels of photos."""
    level = 0.299 * float(red) + 0.587 * float(green) + 0.114 * float(blue)
    return b"%.3g %b" % (level, b"g" if operator == b"rg" else b"G")


def _read_prepared(path: Path) -> Mapping[str, tuple[str, PictureObject]]:
    """Digest and picture by name; nothing where there is no such file, or one that cannot be understood."""
    try:
        state = path.stat()
        return _parsed(path, state.st_mtime_ns, state.st_size)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


@lru_cache(maxsize=2)
def _parsed(path: Path, _changed: int, _size: int) -> Mapping[str, tuple[str, PictureObject]]:
    """The same of a file that was last changed at that time: further booklets do not read it again."""
    head, _, body = path.read_bytes().partition(b"\n")
    content = json.loads(head)
    if content["version"] != _VERSION:
        return {}
    return {
        name: (digest, PictureObject(proportion, body[start : start + length]))
        for name, (digest, proportion, start, length) in content["pictures"].items()
    }


def _digest(source: bytes) -> str:
    return hashlib.sha256(source).hexdigest()


if __name__ == "__main__":
    prepare(ASSETS / "illustrations")
