"""What no file can show alone: whether the library's files agree with each other.

The checks look at the values as they stand in the files, so that a file with a mistake of another kind is
checked all the same. Whether anything is unused is asked only when every file that could use it was readable.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.documents.suggestions import did_you_mean
from generator.library.condition_checks import condition_disagreements, places_of_sources
from generator.library.vocabulary import FRAMES, Goal, Kind, Sides
from generator.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from generator.documents.reading import Document, Keys
    from generator.library.model import Exercise

# Words of the booklet itself, explained in every booklet whether or not an exercise uses them.
GENERAL_TERMS = frozenset({"release", "mobilisation", "stretch", "thoracic-spine"})


@dataclass(frozen=True, slots=True)
class Files:
    """The files of a library; None stands for one that is there and could not be read.

    Attributes:
        folder: what holds them all.
        folder_name: as the user would name it.
        exercises: by file name without its ending.
        exercises_name: that folder as the user would name it.
        words: by file name without its ending.
        words_name: that folder as the user would name it.
        conditions: the words about them.
    """

    folder: Path
    folder_name: str
    exercises: Mapping[str, Document | None]
    exercises_name: str
    words: Mapping[str, Document | None]
    words_name: str
    precautions: Document | None
    conditions: Document | None
    sources: Document | None
    glossary: Document | None


def disagreements(files: Files) -> Iterator[Problem]:
    """All problems between files, in no particular order."""
    for documents in (files.exercises, files.words):
        yield from _ids_unlike_file_names(documents)
    yield from _shared_numbers(files.exercises)
    for missing in files.exercises.keys() - files.words.keys():
        message = f"is missing: the exercise '{missing}' has no words"
        yield Problem(message, "add this file", file=f"{files.words_name}/{missing}.yaml")
    for orphan in files.words.keys() - files.exercises.keys():
        message = f"there is no exercise '{orphan}' for these words"
        hint = did_you_mean(orphan, sorted(files.exercises))
        yield Problem(message, hint, file=f"{files.words_name}/{orphan}.yaml")
    for stem, exercise in files.exercises.items():
        if exercise:
            yield from _own_pictures(stem, exercise, files)
            yield from _words_of_sides(exercise, files.words.get(stem))
    yield from condition_disagreements(files.precautions, files.conditions, files.exercises.keys())
    readable = [document for document in files.exercises.values() if document]
    sources: list[tuple[Document, Keys]] = [(exercise, ("source", "id")) for exercise in readable]
    if files.precautions:
        sources += ((files.precautions, keys) for keys in places_of_sources(files.precautions))
    is_whole = bool(files.exercises) and None not in (*files.exercises.values(), files.precautions)
    yield from _references(sources, files.sources, frozenset(), is_whole=is_whole)
    terms: list[tuple[Document, Keys]] = [(words, ("terms",)) for words in files.words.values() if words]
    is_whole = bool(files.words) and None not in files.words.values()
    yield from _references(terms, files.glossary, GENERAL_TERMS, is_whole=is_whole)


def unserved_goals(exercises: Sequence[Exercise], exercises_name: str) -> Iterator[Problem]:
    """Goals for which a plan would find nothing, or nothing but releases, which only prepare."""
    for goal in Goal:
        kinds = {exercise.kind for exercise in exercises if goal in exercise.serves}
        if not kinds:
            yield Problem(f"no exercise serves the goal '{goal}'", file=exercises_name)
        elif kinds == {Kind.RELEASE}:
            hint = "add a stretch or a mobilisation"
            yield Problem(f"only releases serve the goal '{goal}'", hint, file=exercises_name)


def _ids_unlike_file_names(documents: Mapping[str, Document | None]) -> Iterator[Problem]:
    for stem, document in documents.items():
        if document and isinstance(document.at("id"), str) and document.at("id") != stem:
            message = f"must equal the file name, got {document.described(('id',))}"
            yield document.problem(("id",), message, f"write '{stem}', or rename the file")


def _shared_numbers(exercises: Mapping[str, Document | None]) -> Iterator[Problem]:
    first: dict[int, str] = {}
    for stem, document in exercises.items():
        number = document.at("number") if document else None
        if document and isinstance(number, int) and first.setdefault(number, stem) != stem:
            message = f"is {number}, which is the number of '{first[number]}'"
            yield document.problem(("number",), message, "give each exercise a number of its own")


def _own_pictures(stem: str, exercise: Document, files: Files) -> Iterator[Problem]:
    """Pictures that are not in the library, and those for which there are no words."""
    words = files.words.get(stem)
    frames = words.at("frames") if words else None
    for frame in FRAMES:
        keys = ("pictures", frame)
        picture = exercise.at(*keys)
        if not isinstance(picture, str):
            continue
        if isinstance(frames, dict) and frame not in frames:
            hint = f"add it to {files.words_name}/{stem}.yaml, or remove it here"
            yield exercise.problem(keys, "there are no words for this picture", hint, at_key=True)
        folder = files.folder.resolve()
        try:
            path = (folder / picture).resolve()
            is_file = path.is_file()
        except (OSError, RuntimeError):  # a name too long, links in a circle
            path, is_file = folder, False
        if not path.is_relative_to(folder):
            message = f"'{picture}' is outside the folder {files.folder_name}"
            yield exercise.problem(keys, message, "put the picture into the folder")
        elif not is_file:
            hint = f"write where it is in {files.folder_name}, as in pictures/{stem}-{frame}.png"
            yield exercise.problem(keys, f"there is no file '{picture}' in {files.folder_name}", hint)


def _words_of_sides(exercise: Document, words: Document | None) -> Iterator[Problem]:
    """Words for one side that are missing, or have no exercise with sides."""
    if words is None or not isinstance(words.value, dict):
        return
    sides = exercise.at("sides")
    if sides == Sides.EACH and "sides" not in words.value:
        yield words.problem(("sides",), "is missing", "add 'sides:', since the exercise has 'sides: each'")
    elif sides == Sides.NONE and "sides" in words.value:
        message = "is only for an exercise with 'sides: each'"
        yield words.problem(("sides",), message, "remove it", at_key=True)


def _references(
    users: Iterable[tuple[Document, Keys]],
    target: Document | None,
    general: frozenset[str],
    *,
    is_whole: bool,
) -> Iterator[Problem]:
    """Ids that the target lacks, and those there that nobody names.

    Args:
        users: what names an id or a list of them, and where.
        target: where the ids belong; None where it could not be read.
        general: ids of the target that nobody needs to name.
        is_whole: every file that could name an id was readable.
    """
    if target is None or not isinstance(target.value, dict):
        return
    known = target.value
    unused = known.keys() - general
    for document, keys in users:
        value = document.at(*keys)
        ids: dict[Keys, object] = {keys: value}
        if isinstance(value, list):
            ids = {(*keys, index): id_ for index, id_ in enumerate(value)}
        for place, id_ in ids.items():
            if not isinstance(id_, str):
                continue
            unused -= {id_}
            if id_ not in known:
                message = f"'{id_}' is not in {target.name}"
                yield document.problem(place, message, did_you_mean(id_, list(known)))
    if is_whole:
        for id_ in unused:
            hint = "remove it, or name it where it belongs"
            yield target.problem((id_,), "is used nowhere", hint, at_key=True)
