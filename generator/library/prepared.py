"""The program's own library, read and checked once → one JSON file that loads in a few milliseconds.

Reading 41 YAML files and checking every value takes ten times as long as laying out a booklet, most of it for
importing the checker. The prepared file carries a digest of the data that it was made from. It is used only
while the digest is right, so an edited `data/` is always read and checked anew. `make prepare` writes it.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
import os
from collections.abc import Callable, Mapping
from enum import Enum
from functools import lru_cache
from types import UnionType
from typing import TYPE_CHECKING, Any, get_args, get_origin

from generator.library.model import Library
from generator.resources import ASSETS, DATA

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = ASSETS / "prepared"


def digest_of(data: Path, language: str) -> str:
    """A digest of everything that the library of one language is made from: names and bytes of its files.

    Files that have not been touched since they were last looked at are not read again.
    """
    files = []
    for folder in ("", "exercises", f"words/{language}", f"words/{language}/exercises"):
        with os.scandir(data / folder) as entries:
            found = [(entry.name, entry.stat()) for entry in entries if entry.is_file()]
        files += sorted(
            (f"{folder}/{name}", state.st_size, state.st_mtime_ns, state.st_ino) for name, state in found
        )
    return _digest(data, tuple(files))


@lru_cache(maxsize=4)
def _digest(data: Path, files: tuple[tuple[str, int, int, int], ...]) -> str:
    """The digest of these files, which have this size, time of the last change and number."""
    digest = hashlib.sha256()
    for name, *_ in files:
        content = (data / name.lstrip("/")).read_bytes()
        digest.update(f"{name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()


def own_library(language: str = "en") -> Library:
    """The library that comes with the program, prepared if possible, else read and checked.

    Raises:
        BadDataError: the data have mistakes, or there are no words in that language.
    """
    library = load_prepared(language)
    if library is None:
        from generator.library.loading import load_library  # noqa: PLC0415 - the checker is slow to import

        library = load_library(language=language)
    return library


def load_prepared(language: str, data: Path = DATA, folder: Path = FOLDER) -> Library | None:
    """The prepared library, or None when there is none for this language or the data have changed since."""
    file = folder / f"library-{language}.json"
    try:
        digest, library = _read(file, file.stat().st_mtime_ns)
        return library if digest == digest_of(data, language) else None
    except (OSError, ValueError, KeyError, TypeError):
        # Whatever is wrong with a prepared file, the data themselves can be read instead.
        return None


@lru_cache(maxsize=4)
def _read(file: Path, _changed: int) -> tuple[str, Library]:
    """The digest and the library in a prepared file, which was last changed at that time."""
    prepared = json.loads(file.read_bytes())
    return prepared["digest"], _decoder(Library)(prepared["library"])


def prepare(library: Library, data: Path = DATA, folder: Path = FOLDER) -> Path:
    """Write the prepared file of a library that was read from `data`; returns where it is."""
    language = library.words.language
    prepared = {"digest": digest_of(data, language), "library": dataclasses.asdict(library)}
    target = folder / f"library-{language}.json"
    folder.mkdir(parents=True, exist_ok=True)
    text = json.dumps(prepared, ensure_ascii=False, indent=1, sort_keys=False)
    target.write_text(text + "\n", encoding="utf-8")
    return target


def _decoder(form: Any) -> Callable[[Any], Any]:  # noqa: ANN401 - a type, or a form such as `tuple[str, ...]`
    """What turns values of JSON into those of this type, as an annotation in `model` names it."""
    arguments = get_args(form)
    if dataclasses.is_dataclass(form):
        return _object_decoder(form)
    if get_origin(form) is UnionType:  # of a type and None
        decode = _decoder(arguments[0])
        return lambda value: None if value is None else decode(value)
    if get_origin(form) is tuple:
        decode = _decoder(arguments[0])
        return tuple if decode is _unchanged else lambda value: tuple(map(decode, value))
    if get_origin(form) is Mapping:
        of_key, of_value = map(_decoder, arguments)
        if of_key is of_value is _unchanged:
            return _unchanged
        return lambda value: {of_key(key): of_value(below) for key, below in value.items()}
    return form if issubclass(form, Enum) else _unchanged


def _object_decoder(form: Any) -> Callable[[Any], Any]:  # noqa: ANN401 - one of the library's classes
    decoders = {field.name: _decoder(field.type) for field in dataclasses.fields(form)}
    changing = [(name, decode) for name, decode in decoders.items() if decode is not _unchanged]

    def decode(values: dict[str, Any]) -> Any:  # noqa: ANN401 - of that class
        for name, decode_field in changing:
            values[name] = decode_field(values[name])
        return form(**values)

    return decode


def _unchanged(value: object) -> object:
    return value


if __name__ == "__main__":
    from generator.library.loading import load_library

    for words in sorted((DATA / "words").iterdir()):
        prepare(load_library(language=words.name))
