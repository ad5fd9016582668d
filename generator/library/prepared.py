"""The program's own library, read and checked once, kept as one file that loads in a few milliseconds.

Reading 39 YAML files and checking every value takes ten times as long as laying out a booklet, most of it for
importing the checker. The prepared file carries a digest of the data that it was made from. It is used only
while the digest is right, so an edited `data/` is always read and checked anew. `make prepare` writes it.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
from typing import TYPE_CHECKING, Any

from generator.library.model import (
    ConditionWords,
    Dose,
    Exercise,
    ExerciseWords,
    Favour,
    FrameWords,
    Library,
    Precaution,
    Rule,
    Source,
    Span,
    Term,
    Words,
)
from generator.library.vocabulary import Action, Basis, Demand, Goal, Kind, Manner, Position, ShownSide, Sides
from generator.resources import ASSETS, DATA

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = ASSETS / "prepared"


def digest_of(data: Path, language: str) -> str:
    """A digest of everything that the library of one language is made from: names and bytes of its files."""
    digest = hashlib.sha256()
    files = [*data.glob("*.yaml"), *(data / "exercises").iterdir()]
    files += (path for path in (data / "words" / language).rglob("*") if path.is_file())
    for path in sorted(files):
        content = path.read_bytes()
        digest.update(f"{path.relative_to(data).as_posix()}\0{len(content)}\0".encode())
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
    try:
        prepared = json.loads((folder / f"library-{language}.json").read_bytes())
        if prepared["digest"] != digest_of(data, language):
            return None
        return _library(prepared["library"])
    except (OSError, ValueError, KeyError, TypeError):
        # Whatever is wrong with a prepared file, the data themselves are there to be read.
        return None


def prepare(library: Library, data: Path = DATA, folder: Path = FOLDER) -> Path:
    """Write the prepared file of a library that was read from `data`; returns where it is."""
    language = library.words.language
    prepared = {"digest": digest_of(data, language), "library": dataclasses.asdict(library)}
    target = folder / f"library-{language}.json"
    folder.mkdir(parents=True, exist_ok=True)
    text = json.dumps(prepared, ensure_ascii=False, indent=1, sort_keys=False)
    target.write_text(text + "\n", encoding="utf-8")
    return target


def _library(values: dict[str, Any]) -> Library:
    words = values["words"]
    return Library(
        exercises=tuple(_exercise(exercise) for exercise in values["exercises"]),
        sources={name: Source(**source) for name, source in values["sources"].items()},
        words=Words(
            language=words["language"],
            exercises={name: _exercise_words(exercise) for name, exercise in words["exercises"].items()},
            glossary={name: Term(**term) for name, term in words["glossary"].items()},
            labels=words["labels"],
            conditions={name: _condition_words(condition) for name, condition in words["conditions"].items()},
        ),
        precautions={name: _precaution(precaution) for name, precaution in values["precautions"].items()},
        kit=tuple(values["kit"]),
        muscles=tuple(values["muscles"]),
    )


def _exercise(values: dict[str, Any]) -> Exercise:
    dose = values["dose"]
    seconds = Span(**dose["seconds"]) if dose["seconds"] else None
    changed = {
        "kind": Kind(values["kind"]),
        "serves": {Goal(goal): service for goal, service in values["serves"].items()},
        "positions": tuple(map(Position, values["positions"])),
        "kit_needed": tuple(values["kit_needed"]),
        "kit_optional": tuple(values["kit_optional"]),
        "muscles": tuple(values["muscles"]),
        "demands": tuple(map(Demand, values["demands"])),
        "dose": Dose(**dose | {"manner": Manner(dose["manner"]), "seconds": seconds}),
        "sides": Sides(values["sides"]),
        "shown_side": ShownSide(values["shown_side"]) if values["shown_side"] else None,
    }
    return Exercise(**values | changed)


def _precaution(values: dict[str, Any]) -> Precaution:
    favours = values["favours"]
    changed = {
        "rules": tuple(map(_rule, values["rules"])),
        "stages": tuple(values["stages"]),
        "favours": _favour(favours) if favours else None,
        "instead": {Goal(goal): tuple(map(Goal, others)) for goal, others in values["instead"].items()},
        "no_positions": tuple(map(Position, values["no_positions"])),
        "no_kit": tuple(values["no_kit"]),
    }
    return Precaution(**values | changed)


def _rule(values: dict[str, Any]) -> Rule:
    changed = {
        "action": Action(values["action"]),
        "demands": tuple(map(Demand, values["demands"])),
        "basis": Basis(values["basis"]),
        "stages": tuple(values["stages"]),
    }
    return Rule(**values | changed)


def _favour(values: dict[str, Any]) -> Favour:
    changed = {
        "basis": Basis(values["basis"]),
        "muscles": tuple(values["muscles"]),
        "demands": tuple(map(Demand, values["demands"])),
        "goals": tuple(map(Goal, values["goals"])),
    }
    return Favour(**values | changed)


def _condition_words(values: dict[str, Any]) -> ConditionWords:
    return ConditionWords(**values | {"synonyms": tuple(values["synonyms"])})


def _exercise_words(values: dict[str, Any]) -> ExerciseWords:
    changed = {
        "steps": tuple(values["steps"]),
        "frames": {name: FrameWords(**frame) for name, frame in values["frames"].items()},
        "terms": tuple(values["terms"]),
    }
    return ExerciseWords(**values | changed)


if __name__ == "__main__":
    from generator.library.loading import load_library

    for words in sorted((DATA / "words").iterdir()):
        prepare(load_library(language=words.name))
