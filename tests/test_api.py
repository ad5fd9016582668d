"""The program from Python: the same answers and errors as on the command line."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import generator
from generator import (
    Condition,
    Files,
    Goal,
    Request,
    RoutineRequest,
    Side,
    SidesToWorkOn,
    ThoracicError,
    Unlimited,
    choose_routine,
    make_booklet,
    read_library,
)
from generator.problems import CannotWriteError, UsageError

if TYPE_CHECKING:
    from tests.conftest import Run


def test_a_booklet_is_the_one_of_the_command_line(run: Run, folder: Path) -> None:
    made = make_booklet(
        Request(
            goals=(Goal.SIDE, Goal.ROTATION),
            minutes=Unlimited.NONE,
            conditions=(Condition("pregnancy", weeks=20),),
            side=SidesToWorkOn(Side.LEFT),
            client="Alex Example",
        )
    )
    said = run(
        *("make", "-g", "side", "-g", "rotation", "--minutes", "none", "-c", "pregnancy:20-weeks"),
        *("--side", "left", "--client", "Alex Example", "-o", "a.pdf"),
    )
    assert (folder / "a.pdf").read_bytes() == made.content
    assert made.how_to_print == said.out.splitlines()[1]
    assert " ".join(f"Note: {note}" for note in made.notes) == " ".join(said.err.split())
    assert [path.name for path in folder.iterdir()] == ["a.pdf"]


def test_files_are_written_where_they_are_named_or_by_default(folder: Path) -> None:
    request = Request(goals=(Goal.SIDE,), client="Alex Example")
    made = make_booklet(request, Files(summary="record.txt"))
    assert made.files == {"--output": "output/alex-example-2026-01-01.pdf", "--summary": "record.txt"}
    assert (folder / "output/alex-example-2026-01-01.pdf").read_bytes() == made.content
    with pytest.raises(CannotWriteError, match="exists already"):
        make_booklet(request, Files(output="record.txt"))
    make_booklet(request, Files(output="record.txt", force=True))
    assert (folder / "record.txt").read_bytes() == made.content


def test_a_routine_has_a_sentence_for_each_exercise_that_is_in_or_out() -> None:
    prescription = choose_routine(
        RoutineRequest(goals=(Goal.EXTENSION,), conditions=(Condition("osteoporosis"),))
    )
    routine = prescription.routine
    library = read_library()
    assert len(routine.chosen) + len(routine.left_out) == len(library.exercises)
    both = [
        *map(prescription.sentences, routine.chosen),
        *map(prescription.sentences, routine.left_out),
    ]
    for sentences in both:
        assert sentences
        assert all(each.endswith(".") for each in sentences)


def test_problems_are_those_of_the_command_line(run: Run) -> None:
    wrong = Request(
        goals=(),
        minutes=500,
        kit=("rope",),
        include=("cat-strech",),
        client="\N{GRINNING FACE}",
        days_per_week=8,
        conditions=(Condition("bones"),),
    )
    with pytest.raises(UsageError) as raised:
        make_booklet(wrong, Files(output="-", open=True))
    said = run(
        *(
            "make",
            "--minutes",
            "500",
            "--kit",
            "rope",
            "--include",
            "cat-strech",
            "--client",
            "\N{GRINNING FACE}",
        ),
        *("--days-per-week", "8", "-c", "bones", "-o", "-", "--open"),
    )
    assert [str(problem) for problem in raised.value.problems] == said.err.splitlines()
    assert len(raised.value.problems) == 8


def test_a_language_that_there_is_not() -> None:
    with pytest.raises(ThoracicError, match="there are no words in the language “xx” → choose from en"):
        read_library("xx")


def test_nothing_but_what_is_offered_can_be_had() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'make_leaflet'"):
        _ = generator.make_leaflet  # type: ignore[attr-defined]


def test_everything_offered_is_there_and_typed() -> None:
    tree = ast.parse(Path(generator.__file__).read_text(encoding="utf-8"))
    typed = {
        name.name
        for block in tree.body
        if isinstance(block, ast.If)
        for line in block.body
        if isinstance(line, ast.ImportFrom)
        for name in line.names
    }
    assert typed | {"__version__"} == set(generator.__all__)
    for name in generator.__all__:
        assert getattr(generator, name) is not None
