"""A library's folder, `data/` or one of the same layout → a `Library`, or every problem in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from operator import attrgetter
from typing import TYPE_CHECKING, TypeVar

from generator.documents.checking import check
from generator.documents.reading import read_document
from generator.library.checks import disagreements, unserved_goals
from generator.library.files import Files
from generator.library.labels import forms_in, read_labels
from generator.library.model import Library, Words
from generator.library.precaution_schemas import ConditionsSchema, PrecautionsSchema
from generator.library.schemas import (
    ExerciseSchema,
    ExerciseWordsSchema,
    GlossarySchema,
    IdsSchema,
    SourcesSchema,
)
from generator.problems import BadDataError, Problem
from generator.resources import DATA

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from pydantic import BaseModel

    from generator.documents.reading import Document

    ModelT = TypeVar("ModelT", bound=BaseModel)

ENGLISH_LABELS = DATA / "words" / "en" / "labels.yaml"
"""What the labels of every language are held to."""


def load_library(data: Path = DATA, language: str = "en", name: str = "data") -> Library:
    """Read and validate all exercises and precautions with their sources, and the words of one language.

    Args:
        data: the folder.
        language: a folder of `words/` in it.
        name: the folder as the user would name it, for the problems.

    Raises:
        BadDataError: something is missing or wrong; it holds all problems, in the order of file and place.
    """
    folder = _Folder(data, name)
    if not data.is_dir():
        raise BadDataError(Problem("there is no such folder", file=name))
    languages = sorted(path.name for path in data.glob("words/*") if path.is_dir())
    if language not in languages:
        hint = f"languages here: {', '.join(languages)}" if languages else "there are none here"
        message = f"there are no words in the language '{language}'"
        raise BadDataError(Problem(message, hint, file=f"{name}/words"))
    files = Files(
        folder=data,
        folder_name=name,
        exercises=folder.documents("exercises"),
        exercises_name=f"{name}/exercises",
        words=folder.documents(f"words/{language}/exercises"),
        words_name=f"{name}/words/{language}/exercises",
        precautions=folder.document("precautions.yaml"),
        conditions=folder.document(f"words/{language}/conditions.yaml"),
        sources=folder.document("sources.yaml"),
        kit=folder.document("kit.yaml"),
        muscles=folder.document("muscles.yaml"),
        glossary=folder.document(f"words/{language}/glossary.yaml"),
    )
    exercises = [schema.exercise() for schema in folder.checked_all(files.exercises, ExerciseSchema)]
    exercises.sort(key=attrgetter("number"))
    words = {schema.id: schema.words() for schema in folder.checked_all(files.words, ExerciseWordsSchema)}
    precautions = folder.checked(files.precautions, PrecautionsSchema)
    conditions = folder.checked(files.conditions, ConditionsSchema)
    sources = folder.checked(files.sources, SourcesSchema)
    glossary = folder.checked(files.glossary, GlossarySchema)
    kit = folder.checked(files.kit, IdsSchema)
    muscles = folder.checked(files.muscles, IdsSchema)
    labels = folder.labels(language, {"kit": kit, "kit-short": kit, "muscle": muscles})
    folder.problems += disagreements(files)
    if exercises and len(exercises) == len(files.exercises):
        folder.problems += unserved_goals(exercises, files.exercises_name)
    if folder.problems or not (precautions and conditions and sources and glossary and kit and muscles):
        by_place = attrgetter("file", "line", "column", "path", "message")
        raise BadDataError(*sorted(folder.problems, key=by_place))
    precautions_by_id, conditions_by_id = precautions.precautions(), conditions.words()
    return Library(
        exercises=tuple(exercises),
        sources=sources.sources(),
        words=Words(
            language=language,
            exercises={exercise.id: words[exercise.id] for exercise in exercises},
            glossary=glossary.glossary(),
            labels=labels,
            conditions={id_: conditions_by_id[id_] for id_ in precautions_by_id},
        ),
        precautions=precautions_by_id,
        kit=tuple(kit.root),
        muscles=tuple(muscles.root),
    )


@dataclass(slots=True)
class _Folder:
    """Reads files of a folder and collects what is wrong with them."""

    path: Path
    name: str
    problems: list[Problem] = field(default_factory=list)

    def document(self, relative: str) -> Document | None:
        try:
            return read_document(self.path / relative, f"{self.name}/{relative}")
        except BadDataError as error:
            self.problems += error.problems
            return None

    def documents(self, relative: str) -> dict[str, Document | None]:
        """The YAML files of a folder, by name without the ending; anything else there is a problem."""
        folder = self.path / relative
        if not folder.is_dir():
            self.problems.append(Problem("there is no such folder", file=f"{self.name}/{relative}"))
            return {}
        found = {}
        for path in sorted(folder.iterdir()):
            if path.name.startswith(".") or path.name.endswith("~"):
                continue  # what editors leave behind
            if path.suffix == ".yaml" and not path.is_dir():
                found[path.stem] = self.document(f"{relative}/{path.name}")
                continue
            hint = f"rename it to {path.stem}.yaml" if path.suffix == ".yml" else "move it elsewhere"
            message = "only files that end in .yaml belong here"
            self.problems.append(Problem(message, hint, file=f"{self.name}/{relative}/{path.name}"))
        if not found:
            self.problems.append(Problem("contains no .yaml file", file=f"{self.name}/{relative}"))
        return found

    def checked(self, document: Document | None, model: type[ModelT]) -> ModelT | None:
        if document is None:
            return None
        value, problems = check(document, model)
        self.problems += problems
        return value

    def checked_all(self, documents: Mapping[str, Document | None], model: type[ModelT]) -> list[ModelT]:
        values = (self.checked(document, model) for document in documents.values())
        return [value for value in values if value is not None]

    def labels(self, language: str, named: Mapping[str, IdsSchema | None]) -> dict[str, str]:
        """The labels of one language, held to the program's own English ones.

        Args:
            language: a folder of `words/`.
            named: by group of labels, the ids that have one there.
        """
        document = self.document(f"words/{language}/labels.yaml")
        if document is None:
            return {}
        english = document
        if self.path / f"words/{language}/labels.yaml" != ENGLISH_LABELS:
            english = read_document(ENGLISH_LABELS, "data/words/en/labels.yaml")
        ids = {group: schema.root if schema else None for group, schema in named.items()}
        labels, problems = read_labels(document, forms_in(english, ids), language)
        self.problems += problems
        return labels
