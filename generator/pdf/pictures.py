"""The library's pictures, ready for the page; kept prepared beside the files that they come from."""

from __future__ import annotations

import hashlib
import json
import re
import zlib
from typing import TYPE_CHECKING

from generator.pdf.document import Drawing
from generator.problems import BadDataError, Problem

if TYPE_CHECKING:
    from pathlib import Path

PREPARED = "prepared.bin"

_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")

# Of the prepared file; another one is not read. It changes with the form of the file, or of the operators.
_VERSION = 1


class IllustrationStore:
    """The SVG pictures of a folder, by file name without `.svg`; each is read at most once.

    The prepared form is used where it was made from the very same file; else the SVG is read.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._drawings: dict[str, Drawing | None] = {}
        self._prepared: dict[str, tuple[str, Drawing]] | None = None

    def proportion(self, name: str) -> float | None:
        """Width divided by height of the picture; None where there is no such one.

        Raises:
            BadDataError: when it is not a picture in the house's form.
        """
        drawing = self._find(name)
        return None if drawing is None else drawing.proportion

    def drawing(self, name: str) -> Drawing:
        """The picture for the page.

        Raises:
            BadDataError: when there is none, or it is not in the house's form.
        """
        drawing = self._find(name)
        if drawing is None:
            raise BadDataError(Problem(f"there is no picture {name}", file=str(self._folder / f"{name}.svg")))
        return drawing

    def _find(self, name: str) -> Drawing | None:
        if name not in self._drawings:
            self._drawings[name] = self._load(name)
        return self._drawings[name]

    def _load(self, name: str) -> Drawing | None:
        path = self._folder / f"{name}.svg"
        # A name is never a way out of the folder.
        if not _NAME.fullmatch(name) or not path.is_file():
            return None
        source = path.read_bytes()
        if self._prepared is None:
            self._prepared = _read_prepared(self._folder / PREPARED)
        digest, drawing = self._prepared.get(name, ("", None))
        if drawing is not None and digest == _digest(source):
            return drawing
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
            drawing = _prepare(source, path)
        except BadDataError as error:
            problems += error.problems
            continue
        index[path.stem] = [_digest(source), drawing.proportion, start, len(drawing.content)]
        contents.append(drawing.content)
        start += len(drawing.content)
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


def _prepare(source: bytes, path: Path) -> Drawing:
    from generator.pdf.svg import read_svg  # noqa: PLC0415 - with all pictures prepared, none is read

    picture = read_svg(source, str(path))
    return Drawing(picture.proportion, zlib.compress(picture.operators.encode("ascii"), 9))


def _read_prepared(path: Path) -> dict[str, tuple[str, Drawing]]:
    """Digest and drawing by name; nothing where there is no such file, or one that cannot be understood."""
    try:
        head, _, body = path.read_bytes().partition(b"\n")
        content = json.loads(head)
        if content["version"] != _VERSION:
            return {}
        return {
            name: (digest, Drawing(proportion, body[start : start + length]))
            for name, (digest, proportion, start, length) in content["pictures"].items()
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def _digest(source: bytes) -> str:
    return hashlib.sha256(source).hexdigest()
