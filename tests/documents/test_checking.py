from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated, Any, Literal

import pytest
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, field_validator

from generator.documents.checking import check, mistake
from generator.documents.reading import Document, read_document
from generator.documents.suggestions import did_you_mean

if TYPE_CHECKING:
    from pathlib import Path


def read(folder: Path, text: str) -> Document:
    path = folder / "some.yaml"
    path.write_text(text, encoding="utf-8")
    return read_document(path, "some.yaml")


def _even(number: int) -> int:
    if number % 2:
        raise mistake("must be even", "add one")
    return number


class Strict(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid")


class Circle(Strict):
    form: Literal["circle"]
    radius: Annotated[float, Field(gt=0)]


class Box(Strict):
    form: Literal["box"]
    size: Annotated[tuple[float, float], Field(strict=False)]


class Drawing(Strict):
    title: str | None = None
    pages: Annotated[int, Field(ge=1)] = 1
    copies: Annotated[int, Field(le=9)] = 1
    lot: Annotated[int, AfterValidator(_even)] = 2
    on: Annotated[date, Field(strict=False)] | None = None
    colour: bool = False
    outlines: list[Annotated[Circle | Box, Field(discriminator="form")]] = Field(default=[], alias="shapes")
    marks: tuple[str, ...] = Field(default=(), strict=False)
    anything: Any = None

    @field_validator("title")
    @classmethod
    def _no_shouting(cls, title: str | None) -> str | None:
        if title and title.isupper():
            message = "is shouted"
            raise ValueError(message)
        return title


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("pages: 0", ["1:8  pages  must be at least 1, got 0"]),
        ("copies: 10", ["1:9  copies  must be at most 9, got 10"]),
        ("lot: 3", ["1:6  lot  must be even, got the number 3 → add one"]),
        ("title: HELLO", ["1:8  title  is shouted"]),
        ("on: tomorrow", ["1:5  on  must be a date such as 2026-03-14, got text 'tomorrow'"]),
        ("colour: red", ["1:9  colour  must be true or false, got text 'red'"]),
        (
            "shapes: [{form: circle, radius: '2.5'}]",
            ["1:33  shapes[1].radius  must be a number, got text '2.5'"],
        ),
        (
            "shapes: [{form: circle, radius: '2'}]",
            ["1:33  shapes[1].radius  must be a number, got text '2' → remove the quotation marks"],
        ),
        (
            "shapes: [{form: circle, radius: 0}]",
            ["1:33  shapes[1].radius  must be greater than 0, got the number 0"],
        ),
        (
            "shapes: [{form: box, size: [1]}]",
            ["1:28  shapes[1].size[2]  is missing → write one more entry"],
        ),
        (
            "shapes: [{form: box, size: [1, x]}]",
            ["1:32  shapes[1].size[2]  must be a number, got text 'x'"],
        ),
        (
            "shapes: [{form: box, size: [1, 2], box: 1}]",
            ["1:36  shapes[1].box  is not a known key here → choose from form, size"],
        ),
        (
            "shapes: [{form: bix}]",
            ["1:17  shapes[1].form  must be one of the known words, got text 'bix' → did you mean box?"],
        ),
        (
            "shapes: [{form: }]",
            ["1:17  shapes[1].form  must be one of the known words, got nothing → choose from circle, box"],
        ),
        ("shapes: [{}]", ["1:10  shapes[1].form  is missing → add 'form:'"]),
        (
            "outlines: []",
            [
                "1:1  outlines  is not a known key here → "
                + did_you_mean(
                    "outlines",
                    ["title", "pages", "copies", "lot", "on", "colour", "shapes", "marks", "anything"],
                )
            ],
        ),
        ("marks: [a, 3]", ['1:12  marks[2]  must be text, got the number 3 → put it in quotes: "3"']),
        (
            "anything: !odd 1",
            ["1:11  anything  tags such as !name are not allowed → remove it, or quote the text"],
        ),
    ],
)
def test_what_pydantic_finds_is_said_in_plain_words(tmp_path: Path, text: str, lines: list[str]) -> None:
    value, problems = check(read(tmp_path, text), Drawing)
    assert value is None
    assert [str(problem).removeprefix("some.yaml:") for problem in problems] == lines


def test_problems_come_in_the_order_of_the_file(tmp_path: Path) -> None:
    _, problems = check(read(tmp_path, "lot: 1\nzzz: 1\npages: 0\ncopies: 10\npages: 1\n"), Drawing)
    assert [problem.path for problem in problems] == ["lot", "zzz", "pages", "copies", "pages"]


def test_a_good_document_becomes_the_model(tmp_path: Path) -> None:
    text = "title: A drawing\non: 2026-03-14\nshapes: [{form: box, size: [1, 2.5]}]\n"
    value, problems = check(read(tmp_path, text), Drawing)
    assert not problems
    assert value == Drawing(title="A drawing", on=date(2026, 3, 14), shapes=[Box(form="box", size=(1, 2.5))])


def test_a_long_text_is_shortened_in_the_message(tmp_path: Path) -> None:
    _, problems = check(read(tmp_path, f"pages: {'long ' * 20}"), Drawing)
    assert problems[0].message == f"must be a whole number, got text '{('long ' * 20)[:39]}…'"
