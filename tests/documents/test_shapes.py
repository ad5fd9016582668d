from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

import pytest
from pydantic import BaseModel, Field, RootModel

from generator.documents.shapes import bound, find, options


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


class Circle(BaseModel):
    form: Literal["circle"]
    radius: Annotated[int, Field(ge=1, le=9)]


class Square(BaseModel):
    form: Literal["square"]


class Drawing(BaseModel):
    colour: Colour | None = None
    figures: list[Annotated[Circle | Square, Field(discriminator="form")]]
    corner: tuple[int, str]
    names: dict[Colour, str]
    line_width: int = Field(alias="line-width")


class Drawings(RootModel[dict[str, Drawing]]):
    pass


@pytest.mark.parametrize(
    ("location", "keys", "shape"),
    [
        (("a", "colour"), ("a", "colour"), Colour),
        (("a", "line-width"), ("a", "line-width"), int),
        (("a", "figures", 0, "circle", "radius"), ("a", "figures", 0, "radius"), int),
        (("a", "corner", 1), ("a", "corner", 1), str),
        (("a", "names", "red"), ("a", "names", "red"), str),
        (("a", "nothing"), ("a", "nothing"), None),
    ],
    ids=["optional", "alias", "member of a union", "tuple", "mapping", "unknown"],
)
def test_a_location_is_followed_to_its_type(
    location: tuple[str | int, ...], keys: tuple[str | int, ...], shape: object
) -> None:
    spot = find(Drawings, location)
    assert (spot.keys, spot.shape, spot.is_key) == (keys, shape, False)


def test_a_finding_on_a_key_is_at_the_mapping_entry() -> None:
    spot = find(Drawings, ("a", "names", "green", "[key]"))
    assert (spot.keys, spot.shape, spot.is_key) == (("a", "names", "green"), Colour, True)


def test_bounds_are_found_in_what_annotated_says() -> None:
    metadata = find(Drawings, ("a", "figures", 0, "circle", "radius")).metadata
    assert (bound(metadata, "ge"), bound(metadata, "le"), bound(metadata, "gt")) == (1, 9, None)


@pytest.mark.parametrize(
    ("shape", "words"),
    [(Colour, ["red", "blue"]), (Circle, ["circle"]), (Circle | Square, ["circle", "square"]), (int, [])],
    ids=["enumeration", "model", "union", "number"],
)
def test_the_words_that_a_type_allows(shape: object, words: list[str]) -> None:
    assert options(shape) == words
