"""What was given → an order: plan, details and printing, or every problem."""

from __future__ import annotations

import datetime as dt
from dataclasses import fields, replace

import pytest

from generator.library.vocabulary import Goal, Kind, Position
from generator.problems import Problem, UsageError
from generator.request.keys import Filters
from generator.request.resolving import as_options, filters_from, resolve
from generator.routine.plan import Plan
from tests.asking import Asked
from tests.request.requests import AROUND, LIBRARY, parsed, problems_with


def test_the_defaults_of_the_command_line_are_those_of_a_request() -> None:
    assert parsed("thoracic make") == parsed("thoracic explain") == Asked()
    order = resolve(Asked(goals=("side",)), AROUND)
    assert order.plan == Plan(goals=(Goal.SIDE,))
    defaults = {field.name: field.default for field in fields(order.details)}
    for name in (
        *("client", "clinician", "clinic", "review", "days_per_week", "weeks"),
        *("pain_carry_on", "pain_settles"),
    ):
        assert getattr(order.details, name) == defaults[name]
    assert (order.details.date, order.details.version) == (dt.date(2026, 1, 1), "1.2.3")


@pytest.mark.parametrize(
    ("minutes", "number", "limits"),
    [
        ("15", "", (15, 6)),
        ("none", "", (None, None)),
        ("none", "6", (None, 6)),
        ("120", "none", (120, None)),
        ("1", "50", (1, 50)),
    ],
)
def test_without_a_limit_of_time_there_is_none_of_number(
    minutes: str, number: str, limits: tuple[int | None, int | None]
) -> None:
    plan = resolve(Asked(goals=("side",), minutes=minutes, max_exercises=number), AROUND).plan
    assert (plan.minutes, plan.max_exercises) == limits


@pytest.mark.parametrize(
    ("kit", "no_kit", "there"),
    [
        (None, (), set(LIBRARY.kit)),
        (("none",), (), set()),
        (("bar", "mat"), (), {"bar", "mat"}),
        (None, ("bar",), set(LIBRARY.kit) - {"bar"}),
        (("bar", "mat"), ("chair",), {"bar", "mat"}),
        pytest.param(("bed",), (), {"bed", "pillow"}, id="a bed comes with a pillow"),
        pytest.param(("bed",), ("pillow",), {"bed"}, id="a bed without a pillow"),
    ],
)
def test_kit_at_hand(kit: tuple[str, ...] | None, no_kit: tuple[str, ...], there: set[str]) -> None:
    assert (
        resolve(Asked(goals=("side",), kit=kit, no_kit=no_kit), AROUND).plan.no_kit
        == set(LIBRARY.kit) - there
    )


IN_BED = frozenset({Position.BED_ON_BACK, Position.BED_FACE_DOWN, Position.BED_ON_SIDE})


@pytest.mark.parametrize(
    ("positions", "no_positions", "possible"),
    [
        (("bed",), (), IN_BED),
        (("Bed", "standing"), (), IN_BED | {Position.STANDING}),
        (("bed", "bed-on-back"), (), IN_BED),
        ((), ("bed",), frozenset(Position) - IN_BED),
    ],
)
def test_bed_stands_for_every_position_in_bed(
    positions: tuple[str, ...], no_positions: tuple[str, ...], possible: frozenset[Position]
) -> None:
    asked = Asked(goals=("side",), positions=positions, no_positions=no_positions)
    assert resolve(asked, AROUND).plan.positions == possible


def test_what_was_taken_for_granted_is_noted() -> None:
    order = resolve(Asked(goals=("side",), conditions=("pregnancy", "hernia")), AROUND)
    (note,) = order.notes
    assert note.startswith("--condition pregnancy: ")
    assert resolve(Asked(goals=("side",), conditions=("pregnancy:12-weeks",)), AROUND).notes == ()
    (note,) = resolve(Asked(goals=("side",), older_adult=True), AROUND).notes
    assert note.startswith("--older-adult: ")
    for level in ({"level": "full"}, {"progress": True}):
        assert resolve(Asked(goals=("side",), older_adult=True, **level), AROUND).notes == ()


@pytest.mark.parametrize(
    ("epoch", "date", "day"),
    [
        ("", "", "2026-01-01"),
        ("0", "", "1970-01-01"),
        ("1767311999", "", "2026-01-01"),
        ("1767312000", "", "2026-01-02"),
        ("-1", "", "1969-12-31"),
        ("0", "2030-12-31", "2030-12-31"),
        ("0", "  ", "1970-01-01"),
    ],
)
def test_the_day(epoch: str, date: str, day: str) -> None:
    order = resolve(Asked(goals=("side",), date=date), replace(AROUND, epoch=epoch))
    assert order.details.date.isoformat() == day


def test_a_review_on_the_day_itself() -> None:
    order = resolve(Asked(goals=("side",), date="2026-03-01", review="2026-03-01"), AROUND)
    assert order.details.review == dt.date(2026, 3, 1)


def test_what_cannot_be_read_brings_no_second_problem() -> None:
    wrong = Asked(
        goals=("sid",), kit=("rope",), include=("hanging",), minutes="x", date="x", review="2000-01-01"
    )
    assert [problem.split("  ")[0] for problem in problems_with(wrong)] == [
        "--goal",
        "--minutes",
        "--kit",
        "--date",
    ]


def test_problems_found_elsewhere_stand_with_the_others() -> None:
    with pytest.raises(UsageError) as raised:
        resolve(Asked(goals=("side",), weeks="0"), AROUND, [Problem("is odd", path="--output")])
    assert [problem.path for problem in raised.value.problems] == ["--weeks", "--output"]
    with pytest.raises(UsageError):
        resolve(Asked(goals=("side",)), AROUND, [Problem("is odd", path="--output")])


def test_problems_of_a_plan_in_the_names_of_the_command_line() -> None:
    (problem,) = as_options([Problem("is too many", "ask for more with max-exercises", "include")])
    assert problem == Problem("is too many", "ask for more with --max-exercises", "--include")
    (problem,) = as_options([Problem("is out", "say why with because, or who with cleared-by", "include")])
    assert problem.hint == "say why with --because, or who with --cleared-by"


def test_filters() -> None:
    everything, language = filters_from(Asked(language="PT-br"), AROUND)
    assert (everything, language) == (Filters(), "pt-BR")
    some, _ = filters_from(Asked(goals=["side"], kinds=["stretch", "Release"]), AROUND)
    assert some == Filters(goals=(Goal.SIDE,), kinds=(Kind.STRETCH, Kind.RELEASE))
    assert filters_from(Asked(goals=["all"]), AROUND)[0].goals == tuple(Goal)
