"""Values as they are typed → the values of a request, and what is said of those that are none."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings

from generator.library.vocabulary import Goal, Position
from generator.problems import UsageError
from generator.request.declaration import keys_of
from generator.request.keys import Request
from generator.request.reading import Reader
from generator.request.resolving import resolve
from generator.request.values import Offset, PainLimits, Unlimited
from generator.routine.plan import Condition, Level, Side
from tests.asking import Asked
from tests.request.requests import AROUND, REQUESTS, parsed, problems_with, read


@given(REQUESTS)
@settings(max_examples=100, deadline=None)
def test_values_of_the_keys_own_types_are_taken_like_typed_ones(request: Asked) -> None:
    try:
        order = resolve(request, AROUND)
    except UsageError:
        return
    typed = {name: getattr(order.request, name) for name in keys_of(Request)}
    assert replace(resolve(typed, AROUND), notes=()) == replace(order, notes=())


@pytest.mark.parametrize(
    ("typed", "goals"),
    [
        (("all",), tuple(Goal)),
        (("rotation", "all"), (Goal.ROTATION, Goal.EXTENSION, Goal.FLEXION, Goal.SIDE)),
        (("all", "flexion"), (Goal.EXTENSION, Goal.ROTATION, Goal.SIDE, Goal.FLEXION)),
        (("side, Rotation",), (Goal.SIDE, Goal.ROTATION)),
    ],
)
def test_all_stands_for_the_goals_that_are_not_named(typed: tuple[str, ...], goals: tuple[Goal, ...]) -> None:
    assert resolve(Asked(goals=typed), AROUND).plan.goals == goals


@pytest.mark.parametrize(
    ("typed", "side", "sides"),
    [
        ("both", Side.BOTH, ()),
        ("LEFT", Side.LEFT, ()),
        ("left,left", Side.LEFT, ()),
        ("8=left", Side.BOTH, (("intercostal-stretch", Side.LEFT),)),
        ("right, 8 = left ,intercostal-stretch=left", Side.RIGHT, (("intercostal-stretch", Side.LEFT),)),
        ("8=left,left", Side.LEFT, ()),
        ("left,8=both", Side.LEFT, (("intercostal-stretch", Side.BOTH),)),
        (
            "6=right,14=left,13=both",
            Side.BOTH,
            (("side-stretch", Side.RIGHT), ("translation", Side.LEFT)),
        ),
    ],
)
def test_sides_of_the_routine_and_of_single_exercises(
    typed: str, side: Side, sides: tuple[tuple[str, Side], ...]
) -> None:
    plan = resolve(Asked(goals=("side",), side=typed), AROUND).plan
    assert (plan.side, plan.sides) == (side, sides)


def test_several_sides_on_the_command_line_are_read_together() -> None:
    several = parsed("thoracic make -g side --side left --side 8=both,6=right")
    assert resolve(several, AROUND) == resolve(Asked(goals="side", side="left,8=both,6=right"), AROUND)


def test_exercises_are_named_by_number_too() -> None:
    plan = resolve(
        Asked(goals=("side",), include=("8", "intercostal-stretch,06"), exclude=("١",)), AROUND
    ).plan
    assert (plan.include, plan.exclude) == (
        ("intercostal-stretch", "side-stretch"),
        ("shoulder-blade-release",),
    )


def test_none_stands_alone() -> None:
    assert problems_with(Asked(goals=("side",), kit=("none", "mat")))[0].startswith(
        "--kit  “none” is not one"
    )
    assert problems_with(Asked(goals=("side",), positions=("none",)))[0].startswith(
        "--position  “none” is not one"
    )


def test_names_are_cleaned_and_the_notes_say_so() -> None:
    order = resolve(Asked(goals=("side",), client="  A\u202e \n b\u0301 ", clinic=" "), AROUND)
    assert (order.details.client, order.details.clinic) == ("A b\u0301", "")
    assert order.notes == ("--client: left out U+202E RIGHT-TO-LEFT OVERRIDE, which cannot be seen",)


@pytest.mark.parametrize(
    ("name", "typed", "value"),
    [
        ("minutes", " ٢٠ ", 20),
        ("minutes", "None", Unlimited.NONE),
        ("minutes", 120, 120),
        ("max_exercises", "", None),
        ("max_exercises", "007", 7),
        ("no_kit", ["Mat, bar", "mat"], ("mat", "bar", "mat")),
        ("positions", ["Standing,on-back"], (Position.STANDING, Position.ON_BACK)),
        ("level", " FULL ", Level.FULL),
        ("flip", " ", None),
        ("pain_limits", "٢ , ٤", PainLimits(2, 4)),
        ("date", "2024-02-29", dt.date(2024, 2, 29)),
        ("date", dt.date(2024, 2, 29), dt.date(2024, 2, 29)),
        ("date", " ", None),
        ("language", "PT-br", "pt-BR"),
        ("offset_back", "\N{MINUS SIGN}0.5, +10", Offset(-0.5, 10)),
        ("paper_thickness", "0,25", 0.25),
        ("binding_margin", "-0", 0),
        ("progress", True, True),
        ("fields", False, False),
        ("client", " Ann ", "Ann"),
        ("conditions", ["Fracture: 3 weeks"], (Condition("fracture", weeks=3),)),
    ],
)
def test_what_is_typed_is_read(name: str, typed: object, value: object) -> None:
    request, problems = read(**{name: typed})
    assert problems == []
    assert request == Request(**dict[str, Any]({name: value}))


def test_what_is_not_given_has_its_default() -> None:
    assert read(minutes=None, goals=[], kit=None, unknown="x") == (Request(), [])


def test_only_the_keys_that_are_named_are_read() -> None:
    reader = Reader(AROUND)
    request = reader.read(
        Request, {"weeks": "x", "language": "EN", "minutes": "20"}, only=("language", "minutes")
    )
    assert request == Request(minutes=20)
    assert reader.problems == []


def test_kit_of_which_a_word_cannot_be_read_might_be_any() -> None:
    typed = Asked(kit=["mat", "rope,bar"], no_kit=["chair,rope"])
    request, problems = read(**typed)
    assert (request.kit, request.no_kit) == (None, ("chair",))
    assert [problem.split("  ")[0] for problem in problems] == ["--kit", "--no-kit"]
    # "Only this kit" would refuse an exercise that needs what the unknown word may have meant.
    asked = Asked(goals=("side",), kit=["mat,rope"], include=("hanging",))
    assert [problem.split("  ")[0] for problem in problems_with(asked)] == ["--kit"]


def test_the_keys_that_cannot_be_read_are_remembered() -> None:
    reader = Reader(AROUND)
    reader.read(Request, {"weeks": "0", "kit": "mat,rope", "conditions": ("hernia:x",), "level": "full"})
    assert reader.unread == {"weeks", "kit", "conditions"}


def test_a_problem_names_the_form_of_a_switch_that_changes_something() -> None:
    reader, keys = Reader(AROUND), keys_of(Request)
    for name in ("fields", "fold"):
        reader.refuse(keys[name], "is odd")
    assert [problem.path for problem in reader.problems] == ["--no-fields", "--fold"]


def test_all_that_cannot_be_read_is_told_once() -> None:
    assert read(
        paper="a3",
        layout="crads",
        flip="top",
        duplex="auot",
        borderless="maybe",
        offset_front="1",
        offset_back="1,11",
        paper_thickness="0.6",
        binding_margin="x",
    )[1] == [
        "--layout  “crads” is not one of the choices → did you mean cards?",
        "--paper  “a3” is not one of the choices → choose from a4, letter, a5, half-letter",
        "--flip  “top” is not one of the choices → choose from short, long",
        "--duplex  “auot” is not one of the choices → did you mean auto?",
        (
            "--offset-front  must be two numbers from -10 to 10 millimetres, got “1” → "
            "write them like 0.5,-1: to the right, then down"
        ),
        (
            "--offset-back  must be two numbers from -10 to 10 millimetres, got “1,11” → "
            "write them like 0.5,-1: to the right, then down"
        ),
        "--paper-thickness  must be 0 to 0.5 millimetres, got “0.6” → give a number in that range",
        "--binding-margin  must be 0 to 20 millimetres, got “x” → give a number in that range",
        "--borderless  “maybe” is not one of the choices → choose from yes, no",
    ]


@pytest.mark.parametrize(
    "typed",
    ["", ",", "1,", "1,2,3", "a,b", "1;2", "10.1,0", "0,-10.01", "1e1,0", "nan,0", "0x1,0", "1.234,0"],
)
def test_what_is_no_offset(typed: str) -> None:
    _, (problem,) = read(offset_back=typed)
    assert problem.startswith("--offset-back  must be two numbers from -10 to 10 millimetres, got ")


@pytest.mark.parametrize("typed", ["", "-0.1", "0.51", "0.1 mm", "inf", "1/10", "0.1,2", "1" * 5000])
def test_what_is_no_thickness(typed: str) -> None:
    _, (problem,) = read(paper_thickness=typed)
    assert problem.startswith("--paper-thickness  must be 0 to 0.5 millimetres, got ")
    assert len(problem) < 150
