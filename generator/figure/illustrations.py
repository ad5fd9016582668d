"""Pose files → pictures: one frame, one file, or all that changed; the index tells which are up to date."""

from __future__ import annotations

import hashlib
import json
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from generator.figure.body.anatomy import ARCHIVE
from generator.figure.picture import camera
from generator.figure.picture.framing import extent
from generator.figure.picture.illustration import Illustration, illustrate
from generator.figure.pose.reading import read_pose_file
from generator.figure.pose.stage import stages
from generator.problems import BadDataError, Problem
from generator.resources import ASSETS, DATA

if TYPE_CHECKING:
    from collections.abc import Callable

POSES = DATA / "poses"
ILLUSTRATIONS = ASSETS / "illustrations"
INDEX = "index.json"
# The rooms that make a picture; of their modules only the one that bakes the bodies changes none.
ENGINE = ("geometry", "body", "pose", "picture")
NOT_ENGINE = "prepare_body.py"


@dataclass(frozen=True, slots=True)
class Entry:
    """A picture in the index: what it was made from, and what it shows (metres, SVG units)."""

    fingerprint: str
    metres: tuple[float, float]
    size: tuple[int, int]


def draw_file(path: Path, detail: float = camera.PIXELS_PER_UNIT) -> dict[str, Illustration]:
    """All pictures of a pose file, by frame; `detail` is the raster's fineness in pixels per SVG unit.

    Raises:
        BadDataError: the file is not valid.
    """
    return {frame: draw() for frame, draw in _prepared(path, detail).items()}


def draw_pose(path: Path, frame: str, detail: float = camera.PIXELS_PER_UNIT) -> str:
    """The SVG of one frame, on the scale that all frames of its file share.

    Raises:
        BadDataError: the file is not valid, or has no such frame.
    """
    prepared = _prepared(path, detail)
    if frame not in prepared:
        raise BadDataError(Problem(f"has no frame '{frame}'", f"it has {', '.join(prepared)}", "", str(path)))
    return prepared[frame]().svg


def _prepared(path: Path, detail: float) -> dict[str, Callable[[], Illustration]]:
    """What draws each frame of a pose file, on their common scale."""
    file = read_pose_file(path)
    title, staged = file.title or path.stem, stages(file)
    crops = camera.crops({name: extent(stage) for name, stage in staged.items()}, detail)
    return {
        name: partial(illustrate, stage, crops[name], f"{title}: {name}") for name, stage in staged.items()
    }


def fingerprint(path: Path) -> str:
    """A hash of all that a pose file's pictures are made from: the file, the engine and the bodies."""
    digest = hashlib.sha256(path.read_bytes())
    digest.update(_engine())
    return digest.hexdigest()


@cache
def _engine() -> bytes:
    """A hash of the sources of the engine, and of the bodies that it draws."""
    digest = hashlib.sha256(ARCHIVE.read_bytes())
    here = Path(__file__).parent
    for module in sorted(module for room in ENGINE for module in (here / room).rglob("*.py")):
        if module.name != NOT_ENGINE:
            digest.update(module.relative_to(here).as_posix().encode() + module.read_bytes())
    return digest.digest()


def read_index(folder: Path = ILLUSTRATIONS) -> dict[str, Entry]:
    """The index of a folder of pictures, by file name; empty when there is none."""
    path = folder / INDEX
    if not path.exists():
        return {}
    stored = json.loads(path.read_text(encoding="utf-8"))
    return {
        name: Entry(entry["fingerprint"], tuple(entry["metres"]), tuple(entry["size"]))
        for name, entry in stored.items()
    }


def write_index(entries: dict[str, Entry], folder: Path = ILLUSTRATIONS) -> None:
    """Write the index, sorted, so that equal pictures make equal bytes."""
    content = {
        name: {
            "fingerprint": entry.fingerprint,
            "metres": [round(value, 4) for value in entry.metres],
            "size": list(entry.size),
        }
        for name, entry in sorted(entries.items())
    }
    _write(folder / INDEX, json.dumps(content, indent=1) + "\n")


def _write(path: Path, text: str) -> None:
    """Write a file completely or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(path.name + ".new")
    fresh.write_text(text, encoding="utf-8")
    fresh.replace(path)


def changed(poses: Path = POSES, folder: Path = ILLUSTRATIONS) -> list[Path]:
    """The pose files whose pictures are missing or were made from something else."""
    index = read_index(folder)
    stale = []
    for path in sorted(poses.glob("*.yaml")):
        names = [f"{path.stem}-{frame}.svg" for frame in read_pose_file(path).frames]
        mark = fingerprint(path)
        if any(
            name not in index or index[name].fingerprint != mark or not (folder / name).exists()
            for name in names
        ):
            stale.append(path)
    return stale


def _draw_one(path: Path, folder: Path, detail: float) -> dict[str, Entry]:
    """Draw a file's pictures into the folder; what the index should say about them."""
    mark = fingerprint(path)
    entries = {}
    for frame, picture in draw_file(path, detail).items():
        name = f"{path.stem}-{frame}.svg"
        _write(folder / name, picture.svg)
        entries[name] = Entry(mark, (round(picture.width, 4), round(picture.height, 4)), picture.size)
    return entries


def draw_changed(
    paths: list[Path],
    folder: Path = ILLUSTRATIONS,
    done: Callable[[Path], None] = lambda _path: None,
    detail: float = camera.PIXELS_PER_UNIT,
) -> None:
    """Draw these pose files, one process a core, and bring the index up to date.

    Args:
        paths: pose files.
        folder: where pictures and index go.
        done: called with each file as it is finished.
        detail: the raster's fineness, pixels per SVG unit.

    Raises:
        BadDataError: a file is not valid; the others are drawn anyway.
    """
    index = read_index(folder)
    problems: list[Problem] = []
    with ProcessPoolExecutor() as pool:
        waiting = {pool.submit(_draw_one, path, folder, detail): path for path in paths}
        for future in as_completed(waiting):
            path = waiting[future]
            try:
                entries = future.result()
            except BadDataError as error:
                problems += error.problems
            else:
                old = [name for name in index if name.rpartition("-")[0] == path.stem]
                index = {name: entry for name, entry in index.items() if name not in old} | entries
            done(path)
    write_index(index, folder)
    if problems:
        raise BadDataError(*problems)
