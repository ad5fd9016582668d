"""The documents of a library's folder, before they are checked against each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from generator.documents.reading import Document


@dataclass(frozen=True, slots=True)
class Files:
    """The files of a library; None stands for one that exists but could not be read.

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
    kit: Document | None
    muscles: Document | None
