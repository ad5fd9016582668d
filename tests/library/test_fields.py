from __future__ import annotations

from typing import Annotated

import pytest
from pydantic import Field, ValidationError

from generator.library.fields import Id, MayBeLeftOut, Schema, Text, Unique


class Entry(Schema):
    id: Id = "an-id"
    weeks: MayBeLeftOut[Annotated[int, Field(ge=1)]] = None
    name: MayBeLeftOut[Text] = None
    terms: MayBeLeftOut[Unique[str]] = None


@pytest.mark.parametrize("key", ["weeks", "name", "terms"])
def test_what_may_be_left_out_may_not_be_left_empty(key: str) -> None:
    assert getattr(Entry.model_validate({}), key) is None
    with pytest.raises(ValidationError, match=rf"{key}\n  Input should be a valid (integer|string|list)"):
        Entry.model_validate({key: None})


@pytest.mark.parametrize(
    ("key", "value", "message"),
    [
        ("id", "An id", "must be small letters and digits"),
        ("id", "an--id", "must be small letters and digits"),
        ("weeks", "3", "Input should be a valid integer"),
        ("name", " ", "should have at least 1 character"),
        ("terms", ["a", "b", "a"], r"terms\.2\n  appears twice in this list"),
        ("weight", 3, "Extra inputs are not permitted"),
    ],
    ids=["capital", "two hyphens", "quoted number", "blank text", "double", "unknown key"],
)
def test_nothing_else_is_taken(key: str, value: object, message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        Entry.model_validate({key: value})
