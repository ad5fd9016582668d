"""The files of a library → contradictions between them, which no single file can show.

The checks look at the values as they stand in the files, so that a file with a mistake of another kind is
checked too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.documents.suggestions import did_you_mean
from generator.library.condition_checks import condition_disagreements
from generator.library.references import unknown_and_unused
from generator.library.vocabulary import FRAMES, KIT_OF_POSITION, Goal, Kind, Position, Sides
from generator.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.documents.reading import Document
    from generator.library.files import Files
    from generator.library.model import Exercise


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
            yield from _kit_of_positions(exercise, files.kit)
    yield from condition_disagreements(files.precautions, files.conditions, files.exercises.keys())
    yield from unknown_and_unused(files)


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


def _kit_of_positions(exercise: Document, kit: Document | None) -> Iterator[Problem]:
    """Positions that need kit which the library does not have."""
    positions = exercise.at("positions")
    for index, position in enumerate(positions if isinstance(positions, list) else ()):
        needed = KIT_OF_POSITION.get(position) if position in list(Position) else None
        if needed and kit and isinstance(kit.value, list) and needed not in kit.value:
            message = f"needs the kit '{needed}', which is not in {kit.name}"
            yield exercise.problem(("positions", index), message, "add it there")
