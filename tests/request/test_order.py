from __future__ import annotations

import datetime as dt
import shlex
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any

import pytest
import typer
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.cli import app as cli
from generator.library.model import Library
from generator.library.prepared import own_library
from generator.library.vocabulary import Goal, Kind, Position
from generator.problems import Problem, UsageError
from generator.request.declaration import keys_of
from generator.request.keys import Filters, Request
from generator.request.order import as_options, filters_from, order_from
from generator.request.reading import Surroundings
from generator.routine.plan import Plan, Side
from tests.asking import Asked

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.library.model import Library

LIBRARY: Library = own_library()
AROUND = Surroundings(
    LIBRARY.exercises,
    ("en", "pt-BR"),
    dt.date(2026, 1, 1),
    version="1.2.3",
    precautions=LIBRARY.precautions,
    conditions=LIBRARY.words.conditions,
    kit=LIBRARY.kit,
)
IDS = [exercise.id for exercise in LIBRARY.exercises]
NUMBERS = [str(exercise.number) for exercise in LIBRARY.exercises]


def parsed(command: str) -> Asked:
    """What the program's own parser makes of a command line, as far as it was given."""
    program, name, *arguments = shlex.split(command)
    assert program == "thoracic"
    group: Any = typer.main.get_command(cli.application(cli.COMMANDS))
    given = group.commands[name].make_context(name, arguments).params
    return {key: value for key, value in given.items() if value is not None}


def problems_with(request: Asked, around: Surroundings = AROUND) -> list[str]:
    with pytest.raises(UsageError) as raised:
        order_from(request, around)
    return [str(problem) for problem in raised.value.problems]


def some_of(choices: Iterable[str]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from([str(choice) for choice in choices]), max_size=3).map(tuple)


def figures(most: int) -> st.SearchStrategy[str]:
    return st.integers(1, most).map(str)


# Of any text at all, most cannot be printed.
NAMES = st.one_of(
    st.text(alphabet="aZéя'\"\\ -–$`<&>!*~#|;=\t\u202e", max_size=30),
    st.sampled_from(["--force", "-", "-x", "=", "a b", "'", "Zoë O'Brien", "<b>&amp;</b>", "%PATH%", "none"]),
)
OFFSETS = st.sampled_from(["0,0", "-0.0, +0", "1.5,-2", "-10,10", "\N{MINUS SIGN}3,0.25"])
EVERYWHERE = {name: st.booleans() for name in ("ink_saver", "fields", "archive")}
BORDERLESS = st.sampled_from(["no", "YES"])
WHOLE = st.sampled_from(["a4", "letter", "Letter"])
# What goes together, and what may not.
PRINTINGS = st.one_of(
    st.fixed_dictionaries(
        {
            **EVERYWHERE,
            "layout": st.sampled_from(["pages", "Sheet"]),
            "paper": WHOLE,
            "large_print": st.booleans(),
        }
    ),
    st.fixed_dictionaries(
        {
            **EVERYWHERE,
            "layout": st.just("cards"),
            "paper": WHOLE,
            "large_print": st.booleans(),
            "flip": st.sampled_from(["", "short", "Long"]),
            "borderless": BORDERLESS,
        }
    ),
    st.fixed_dictionaries(
        {
            **EVERYWHERE,
            "fold": st.booleans(),
            "paper": st.sampled_from(["a4", "letter", "A5", "half-letter"]),
        }
    ),
    st.fixed_dictionaries(
        {
            **EVERYWHERE,
            "fold": st.just(True),  # noqa: FBT003 - a value, not a switch
            "flip": st.sampled_from(["", "SHORT", "long"]),
            "duplex": st.sampled_from(["auto", "Manual"]),
            "offset_front": OFFSETS,
            "offset_back": OFFSETS,
            "paper_thickness": st.sampled_from(["0.1", "0,1", "0", " .2", "0.25"]),
            "binding_margin": st.sampled_from(["0", "0.0", "12,5", "20"]),
            "fold_marks": st.booleans(),
            "borderless": BORDERLESS,
            "layout": st.sampled_from(["pages", "pages", "pages", "cards"]),
        }
    ),
)
REQUESTS = st.builds(
    lambda printing, **others: Asked(**others, **printing),
    PRINTINGS,
    goals=st.permutations([*Goal, "all"]).flatmap(
        lambda goals: st.integers(1, 5).map(lambda n: tuple(goals[:n]))
    ),
    minutes=st.one_of(st.sampled_from(["none", "15", "007", "NONE"]), figures(120)),
    max_exercises=st.one_of(st.sampled_from(["", "none", "6"]), figures(50)),
    kit=st.one_of(st.just(()), st.just(("none",)), some_of(LIBRARY.kit)),
    no_kit=some_of(LIBRARY.kit),
    positions=some_of(Position),
    no_positions=some_of(Position),
    include=st.one_of(st.just(()), some_of([*IDS, *NUMBERS])),
    exclude=some_of([*IDS, *NUMBERS]),
    conditions=some_of([*LIBRARY.precautions, "pregnancy:20-weeks", "fracture: 3 weeks, Hernia"]),
    cleared_by=st.one_of(st.just("Dr O'Brien"), NAMES),
    side=st.lists(
        st.sampled_from(["left", "hanging=left", "6=left", "8=Right", "13=both", "10 = right"]),
        max_size=3,
        unique=True,
    ).map(lambda sides: ",".join(["Both", *sides] if "left" not in sides else sides)),
    level=st.sampled_from(["gentle", "standard", "full"]),
    progress=st.booleans(),
    older_adult=st.booleans(),
    client=NAMES,
    clinician=NAMES,
    clinic=NAMES,
    date=st.one_of(st.just(""), st.dates(max_value=dt.date(2026, 1, 1)).map(str)),
    review=st.one_of(st.just(""), st.dates(min_value=dt.date(2026, 1, 1)).map(str)),
    days_per_week=figures(7),
    weeks=figures(26),
    pain_limits=st.sampled_from(["3,5", "0, 9", "٣,٥", "2,4"]),
    language=st.sampled_from(["en", "EN", "pt-br"]),
)


@given(REQUESTS)
@settings(max_examples=200, deadline=None)
def test_the_printed_command_asks_for_the_very_same_booklet(request: Asked) -> None:
    try:
        order = order_from(request, AROUND)
    except UsageError:
        return
    again = parsed(order.details.command)
    tomorrow = replace(AROUND, today=dt.date(2027, 2, 2))
    assert replace(order_from(again, tomorrow), notes=()) == replace(order, notes=())


@given(NAMES, NAMES)
@settings(max_examples=50, deadline=None)
def test_the_printed_command_repeats_a_reason_word_for_word(name: str, because: str) -> None:
    asked = Asked(
        goals=("flexion",), include=("16",), conditions=("glaucoma",), cleared_by=name, because=f"x{because}"
    )
    try:
        order = order_from(asked, AROUND)
    except UsageError:
        return
    again = order_from(parsed(order.details.command), AROUND)
    assert (again.plan, again.details) == (order.plan, order.details)


@given(REQUESTS)
@settings(max_examples=100, deadline=None)
def test_values_of_the_keys_own_types_are_taken_like_typed_ones(request: Asked) -> None:
    try:
        order = order_from(request, AROUND)
    except UsageError:
        return
    typed = {name: getattr(order.request, name) for name in keys_of(Request)}
    assert replace(order_from(typed, AROUND), notes=()) == replace(order, notes=())


@pytest.mark.parametrize(
    ("request_", "command"),
    [
        (Asked(goals=("side",)), "thoracic make -g side --date 2026-01-01"),
        (
            Asked(goals=("all",)),
            "thoracic make -g extension -g flexion -g rotation -g side --date 2026-01-01",
        ),
        (
            Asked(
                goals=("side",), minutes="none", max_exercises="none", client="Zoë O'Brien", ink_saver=True
            ),
            (
                """thoracic make -g side --minutes none --client 'Zoë O'"'"'Brien' --date 2026-01-01 """
                "--ink-saver"
            ),
        ),
        (
            Asked(goals=("side",), kit=("mat", "bar"), no_positions=("standing",), client="-x\u202e"),
            "thoracic make -g side --kit bar --kit mat --no-position standing --client=-x --date 2026-01-01",
        ),
        (
            Asked(goals=("side",), kit=("none",), date="2025-05-05", paper="LETTER", weeks="٦"),
            "thoracic make -g side --kit none --date 2025-05-05 --weeks 6 --paper letter",
        ),
        (
            Asked(
                goals=("flexion",),
                include=("16", "Hanging"),
                exclude=("12",),
                conditions=("Pregnancy: 3 Weeks", "glaucoma,hernia"),
                cleared_by="Dr Who",
                because="stands well",
                side="10=left,right,6=Right",
            ),
            (
                "thoracic make -g flexion --include standing-decompression --include hanging "
                "--exclude cat-stretch --condition glaucoma --condition hernia "
                "--condition pregnancy:3-weeks --cleared-by 'Dr Who' --because 'stands well' "
                "--side right,side-stretch-with-flexion=left --date 2026-01-01"
            ),
        ),
        (
            Asked(goals=("side",), side="8=left", progress=True, older_adult=True, pain_limits=" 2 , 4 "),
            (
                "thoracic make -g side --side intercostal-stretch=left --progress --older-adult "
                "--date 2026-01-01 --pain-limits 2,4"
            ),
        ),
    ],
)
def test_the_printed_command_holds_only_what_differs(request_: Asked, command: str) -> None:
    assert order_from(request_, AROUND).details.command == command


def test_the_defaults_of_the_command_line_are_those_of_a_request() -> None:
    assert parsed("thoracic make") == parsed("thoracic explain") == Asked()
    order = order_from(Asked(goals=("side",)), AROUND)
    assert order.plan == Plan(goals=(Goal.SIDE,))
    defaults = {field.name: field.default for field in fields(order.details)}
    for name in (
        *("client", "clinician", "clinic", "review", "days_per_week", "weeks"),
        *("pain_carry_on", "pain_settles"),
    ):
        assert getattr(order.details, name) == defaults[name]
    assert (order.details.date, order.details.version) == (dt.date(2026, 1, 1), "1.2.3")


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
    assert order_from(Asked(goals=typed), AROUND).plan.goals == goals


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
    plan = order_from(Asked(goals=("side",), minutes=minutes, max_exercises=number), AROUND).plan
    assert (plan.minutes, plan.max_exercises) == limits


@pytest.mark.parametrize(
    ("kit", "no_kit", "there"),
    [
        (None, (), set(LIBRARY.kit)),
        (("none",), (), set()),
        (("bar", "mat"), (), {"bar", "mat"}),
        (None, ("bar",), set(LIBRARY.kit) - {"bar"}),
        (("bar", "mat"), ("chair",), {"bar", "mat"}),
    ],
)
def test_kit_at_hand(kit: tuple[str, ...] | None, no_kit: tuple[str, ...], there: set[str]) -> None:
    assert (
        order_from(Asked(goals=("side",), kit=kit, no_kit=no_kit), AROUND).plan.no_kit
        == set(LIBRARY.kit) - there
    )


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
    plan = order_from(Asked(goals=("side",), side=typed), AROUND).plan
    assert (plan.side, plan.sides) == (side, sides)


def test_several_sides_on_the_command_line_are_read_together() -> None:
    several = parsed("thoracic make -g side --side left --side 8=both,6=right")
    assert order_from(several, AROUND) == order_from(Asked(goals="side", side="left,8=both,6=right"), AROUND)


def test_exercises_are_named_by_number_too() -> None:
    plan = order_from(
        Asked(goals=("side",), include=("8", "intercostal-stretch,06"), exclude=("١",)), AROUND
    ).plan
    assert (plan.include, plan.exclude) == (
        ("intercostal-stretch", "side-stretch"),
        ("shoulder-blade-release",),
    )


def test_what_was_taken_for_granted_is_noted() -> None:
    order = order_from(Asked(goals=("side",), conditions=("pregnancy", "hernia")), AROUND)
    (note,) = order.notes
    assert note.startswith("--condition pregnancy: ")
    assert order_from(Asked(goals=("side",), conditions=("pregnancy:12-weeks",)), AROUND).notes == ()
    (note,) = order_from(Asked(goals=("side",), older_adult=True), AROUND).notes
    assert note.startswith("--older-adult: ")
    for level in ({"level": "full"}, {"progress": True}):
        assert order_from(Asked(goals=("side",), older_adult=True, **level), AROUND).notes == ()


def test_none_stands_alone() -> None:
    assert problems_with(Asked(goals=("side",), kit=("none", "mat")))[0].startswith(
        "--kit  “none” is not one"
    )
    assert problems_with(Asked(goals=("side",), positions=("none",)))[0].startswith(
        "--position  “none” is not one"
    )


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
    order = order_from(Asked(goals=("side",), date=date), replace(AROUND, epoch=epoch))
    assert order.details.date.isoformat() == day


def test_a_review_on_the_day_itself() -> None:
    order = order_from(Asked(goals=("side",), date="2026-03-01", review="2026-03-01"), AROUND)
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


def test_names_are_cleaned_and_the_notes_say_so() -> None:
    order = order_from(Asked(goals=("side",), client="  A\u202e \n b\u0301 ", clinic=" "), AROUND)
    assert (order.details.client, order.details.clinic) == ("A b\u0301", "")
    assert order.notes == ("--client: left out U+202E RIGHT-TO-LEFT OVERRIDE, which cannot be seen",)


def test_problems_found_elsewhere_stand_with_the_others() -> None:
    with pytest.raises(UsageError) as raised:
        order_from(Asked(goals=("side",), weeks="0"), AROUND, [Problem("is odd", path="--output")])
    assert [problem.path for problem in raised.value.problems] == ["--weeks", "--output"]
    with pytest.raises(UsageError):
        order_from(Asked(goals=("side",)), AROUND, [Problem("is odd", path="--output")])


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


def test_every_switch_can_be_undone() -> None:
    for key in keys_of(Request).values():
        if key.is_switch:
            on_then_off = parsed(f"thoracic make {key.option} {key.option_off}")
            assert on_then_off == {key.name: False}
            assert parsed(f"thoracic make {key.option_off} {key.option}") == {key.name: True}
