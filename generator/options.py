"""The options of the command line: names, what they say of themselves, and how a shell completes them.

Those of what is printed and written are in `generator.printing_options`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

from generator import completing
from generator.library.ids import kit_ids
from generator.library.vocabulary import Goal, Kind, Position

if TYPE_CHECKING:
    from collections.abc import Iterable
EXIT_CODES = (
    "Exit codes: 0 done; 1 internal error; 2 wrong use; 3 bad data; 4 nothing safe is left to prescribe, or "
    "a doctor must agree first; 5 cannot write the file; 6 a text does not fit the page."
)


# The sections of a command's help, in their order there.
_EXERCISES = "What to choose"
_SAFETY = "What is safe"
_PEOPLE = "People and days"
_USUAL = "Options"


class Command(TyperCommand):
    """A command that takes its options as they are typed, and shows them in sections.

    They are texts and switches only, and are checked in `generator.request`, all at once. Typer would import
    pydantic and build a validator for each of them, which takes as long as choosing and laying out a booklet.
    """

    def __init__(self, *args: Any, **keywords: Any) -> None:  # noqa: ANN401 - whatever Typer passes on
        super().__init__(*args, **keywords)
        _take_as_typed(self.params)

    def format_options(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401 - click's, which Typer may hide
        """Write the help of the options, each section under its heading."""
        sections: dict[str, list[tuple[str, str]]] = {}
        for parameter in self.get_params(ctx):
            record = parameter.get_help_record(ctx)
            if record:
                usual = "Arguments" if parameter.param_type_name == "argument" else _USUAL
                heading = getattr(parameter, "rich_help_panel", None) or usual
                sections.setdefault(heading, []).append(record)
        # Those of every command come last.
        for heading, records in sorted(sections.items(), key=lambda section: section[0] == _USUAL):
            with formatter.section(heading):
                formatter.write_dl(records)


class CommandGroup(TyperGroup):
    """The program itself; takes its options as they are typed."""

    def __init__(self, *args: Any, **keywords: Any) -> None:  # noqa: ANN401 - whatever Typer passes on
        super().__init__(*args, **keywords)
        _take_as_typed(self.params)


def _take_as_typed(parameters: Iterable[Any]) -> None:
    for parameter in parameters:
        parameter.type_cast_value = _as_typed


def _as_typed(_context: object, value: object) -> object:
    return value


# What to choose from, and for whom.

Goals = Annotated[
    list[str] | None,
    typer.Option(
        "--goal",
        "-g",
        metavar="GOAL",
        autocompletion=completing.goals,
        help=f"What the client wants back: {', '.join(Goal)}. Give it once for each goal, the most important "
        "first; all stands for those that are not named.",
        rich_help_panel=_EXERCISES,
    ),
]
Minutes = Annotated[
    str,
    typer.Option(
        metavar="N|none",
        help="The most minutes that one session may take, 1 to 120; none lifts this limit, and that of the "
        "number of exercises with it.",
        rich_help_panel=_EXERCISES,
    ),
]
MaxExercises = Annotated[
    str,
    typer.Option(
        metavar="N|none",
        show_default=False,
        help="The most exercises, 1 to 50.  [default: 6, or none with --minutes none]",
        rich_help_panel=_EXERCISES,
    ),
]
KitAtHand = Annotated[
    list[str] | None,
    typer.Option(
        "--kit",
        metavar="KIT",
        autocompletion=completing.kit_or_none,
        help=f"Only this kit is at hand: {', '.join(kit_ids())}; or none. May be given several times.",
        rich_help_panel=_EXERCISES,
    ),
]
KitMissing = Annotated[
    list[str] | None,
    typer.Option(
        "--no-kit",
        metavar="KIT",
        autocompletion=completing.kit,
        help="This kit is not at hand, all else is. May be given several times.",
        rich_help_panel=_EXERCISES,
    ),
]
PositionsPossible = Annotated[
    list[str] | None,
    typer.Option(
        "--position",
        metavar="POSITION",
        autocompletion=completing.positions,
        help=f"Only this position is possible: {', '.join(Position)}. May be given several times.",
        rich_help_panel=_EXERCISES,
    ),
]
PositionsImpossible = Annotated[
    list[str] | None,
    typer.Option(
        "--no-position",
        metavar="POSITION",
        autocompletion=completing.positions,
        help="This position is not possible, all others are. May be given several times.",
        rich_help_panel=_EXERCISES,
    ),
]
Include = Annotated[
    list[str] | None,
    typer.Option(
        metavar="ID",
        autocompletion=completing.exercises,
        help="This exercise, by id or number, must be in. May be given several times. One that a condition "
        "leaves out needs --because.",
        rich_help_panel=_EXERCISES,
    ),
]
Exclude = Annotated[
    list[str] | None,
    typer.Option(
        metavar="ID",
        autocompletion=completing.exercises,
        help="This exercise, by id or number, must not be in. May be given several times.",
        rich_help_panel=_EXERCISES,
    ),
]
Side = Annotated[
    list[str] | None,
    typer.Option(
        metavar="[ID=]SIDE",
        show_default=False,
        autocompletion=completing.sides,
        help="The side to work on: left, right or both; of one exercise as 8=left. May be given several "
        "times.  [default: both]",
        rich_help_panel=_EXERCISES,
    ),
]
Level = Annotated[
    str,
    typer.Option(
        metavar="LEVEL",
        autocompletion=completing.levels,
        help="How much to do: standard is the dose of the source, gentle about half of it, full towards 60 "
        "seconds in total for each stretch.",
        rich_help_panel=_EXERCISES,
    ),
]
Progress = Annotated[
    bool,
    typer.Option(
        "--progress",
        help="Begin gently, then standard, then full, spread over the weeks.",
        rich_help_panel=_EXERCISES,
    ),
]
OlderAdult = Annotated[
    bool,
    typer.Option(
        "--older-adult",
        help="The client is 65 or over: longer holds at the full level.",
        rich_help_panel=_EXERCISES,
    ),
]

# What is safe.

Conditions = Annotated[
    list[str] | None,
    typer.Option(
        "--condition",
        "-c",
        metavar="COND",
        autocompletion=completing.conditions,
        help="A condition of the client, with its stage where that matters: glaucoma, fracture:8-weeks. "
        "`thoracic conditions` shows them all. May be given several times; the strictest rule wins.",
        rich_help_panel=_SAFETY,
    ),
]
ClearedBy = Annotated[
    str,
    typer.Option(
        metavar="NAME",
        show_default=False,
        help="Who has agreed to exercises in spite of a condition that must be referred first.",
        rich_help_panel=_SAFETY,
    ),
]
Because = Annotated[
    str,
    typer.Option(
        metavar="TEXT",
        show_default=False,
        help="Why an exercise is included that a condition leaves out; at most 200 characters.",
        rich_help_panel=_SAFETY,
    ),
]

# What is printed about people, days and words.

Client = Annotated[
    str,
    typer.Option(
        metavar="NAME",
        show_default=False,
        help="For whom, at most 80 characters; without it there is a line to write on. Characters that the "
        "booklet's fonts cannot print are refused by name; invisible control characters are dropped. "
        "The same holds for --clinician, --clinic, --cleared-by and --because.",
        rich_help_panel=_PEOPLE,
    ),
]
Clinician = Annotated[
    str, typer.Option(metavar="NAME", show_default=False, help="From whom.", rich_help_panel=_PEOPLE)
]
Clinic = Annotated[
    str,
    typer.Option(metavar="NAME", show_default=False, help="The practice or clinic.", rich_help_panel=_PEOPLE),
]
Date = Annotated[
    str,
    typer.Option(
        metavar="YYYY-MM-DD",
        show_default=False,
        help="The booklet's date.  [default: today, or SOURCE_DATE_EPOCH]",
        rich_help_panel=_PEOPLE,
    ),
]
Review = Annotated[
    str,
    typer.Option(
        metavar="YYYY-MM-DD",
        show_default=False,
        help="When the routine is looked at again.",
        rich_help_panel=_PEOPLE,
    ),
]
DaysPerWeek = Annotated[
    str, typer.Option(metavar="N", help="How many days a week, 1 to 7.", rich_help_panel=_PEOPLE)
]
Weeks = Annotated[
    str,
    typer.Option(metavar="N", help="How many weeks the tick calendar has, 1 to 26.", rich_help_panel=_PEOPLE),
]
PainLimits = Annotated[
    str,
    typer.Option(
        metavar="LOW,HIGH",
        help="The pain rule, of 10: up to LOW carry on, up to HIGH only if it settles within a day, above it "
        "stop; 0 to 9, LOW below HIGH.",
        rich_help_panel=_PEOPLE,
    ),
]
Language = Annotated[
    str,
    typer.Option(
        metavar="TAG",
        autocompletion=completing.languages,
        help="The language of the words.",
    ),
]

# For scripts.

AsJson = Annotated[bool, typer.Option("--json", help="Print values for scripts instead of text.")]

# What to draw.

PoseFile = Annotated[
    str, typer.Argument(metavar="POSE.yaml", help="A pose file; data/poses/ has one for each exercise.")
]
Frame = Annotated[
    str, typer.Option("--frame", metavar="NAME", help="Which picture of it: start, way or end.")
]
PictureFile = Annotated[
    str,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        show_default=False,
        help="Where to write, as .svg or .png.  [default: <pose>-<frame>.svg]",
    ),
]
Height = Annotated[str, typer.Option("--height", metavar="PIXELS", help="Height of a PNG, 50 to 4000.")]

# What to list or show.

OnlyGoals = Annotated[
    list[str] | None,
    typer.Option(
        "--goal",
        "-g",
        metavar="GOAL",
        autocompletion=completing.goals,
        help=f"Only exercises for this goal: {', '.join(Goal)}. May be given several times.",
    ),
]
OnlyKinds = Annotated[
    list[str] | None,
    typer.Option(
        "--kind",
        metavar="KIND",
        autocompletion=completing.kinds,
        help=f"Only exercises of this kind: {', '.join(Kind)}. May be given several times.",
    ),
]
Demands = Annotated[
    bool, typer.Option("--demands", help="Show what each exercise asks of the body, as a table.")
]
ConditionId = Annotated[
    str,
    typer.Argument(
        metavar="[ID]",
        autocompletion=completing.conditions,
        show_default=False,
        help="The condition's id; all conditions without it.",
    ),
]
ExerciseId = Annotated[
    str,
    typer.Argument(
        metavar="ID", autocompletion=completing.exercises, help="The exercise's id, or its number."
    ),
]
