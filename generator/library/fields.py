"""The building blocks of the schemas of the library's files.

Every schema refuses keys it does not know and takes no value of another type: `"30"` is not 30.
"""

from __future__ import annotations

import re
from collections.abc import Hashable
from typing import Annotated, TypeAlias, TypeVar, get_args

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    StringConstraints,
    ValidationError,
)
from pydantic_core import CoreSchema, InitErrorDetails

from generator.documents.checking import mistake

EntryT = TypeVar("EntryT", bound=Hashable)
ValueT = TypeVar("ValueT")

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def _checked_id(text: str) -> str:
    if not _ID.fullmatch(text):
        raise mistake("must be small letters and digits, with hyphens between words")
    return text


def _without_doubles(entries: list[EntryT]) -> list[EntryT]:
    doubles = [
        InitErrorDetails(
            type=mistake("appears twice in this list", "remove one of them"), loc=(index,), input=entry
        )
        for index, entry in enumerate(entries)
        if entry in entries[:index]
    ]
    if doubles:
        raise ValidationError.from_exception_data("list", doubles)
    return entries


class _NotEmpty:
    """Removes None from the types of a field, so that an empty value gets the message of the other type."""

    def __get_pydantic_core_schema__(self, form: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        beside_none, _ = get_args(form)
        return handler.generate_schema(beside_none)


Id: TypeAlias = Annotated[str, AfterValidator(_checked_id)]
Text: TypeAlias = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Unique: TypeAlias = Annotated[list[EntryT], AfterValidator(_without_doubles)]
MayBeLeftOut: TypeAlias = Annotated[ValueT | None, _NotEmpty()]
"""A value that may be left out, but not left empty: None is the default, and cannot be written."""
# Strict models would take only members of an enumeration, never their words.
Word = Field(strict=False)


class Schema(BaseModel):
    """What all schemas have in common."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)
