"""The options of the command line: names, what they say of themselves, and how a shell completes them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

from generator.library.model import Goal, Kind, Kit, Position
from generator.resources import DATA

if TYPE_CHECKING:
    from collections.abc import Iterable

EXIT_CODES = (
    "Exit codes: 0 done; 1 internal error; 2 wrong use; 3 bad data; 4 nothing is left to prescribe; "
    "5 cannot write the file; 6 a text does not fit the page."
)

# What the choices of `--side`, `--level` and `--paper` are is checked in `generator.request`, which is not
# loaded for mere help or completion.
_SIDES = ("left", "right", "both")
_LEVELS = ("gentle", "standard")
_PAPERS = ("a4", "letter")


class Command(TyperCommand):
    """A command that takes its options as they are typed.

    They are texts and switches only, and are checked in `generator.request`, all at once. Typer would import
    pydantic and build a validator for each of them, which takes as long as choosing and laying out a booklet.
    """

    def __init__(self, *args: Any, **keywords: Any) -> None:  # noqa: ANN401 - whatever Typer passes on
        super().__init__(*args, **keywords)
        _take_as_typed(self.params)


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


def _goals(incomplete: str) -> list[str]:
    return _beginning_with(incomplete, *Goal, "all")


def _kinds(incomplete: str) -> list[str]:
    return _beginning_with(incomplete, *Kind)


def _kit(incomplete: str) -> list[str]:
    return _beginning_with(incomplete, *Kit)


def _kit_or_none(incomplete: str) -> list[str]:
    return _beginning_with(incomplete, *Kit, "none")


def _positions(incomplete: str) -> list[str]:
    return _beginning_with(incomplete, *Position)


def _exercises(incomplete: str) -> list[str]:
    # The names of the files are the ids; to read them all would be slow, and fail where one is broken.
    return _beginning_with(incomplete, *sorted(path.stem for path in DATA.glob("exercises/*.yaml")))


def _languages(incomplete: str) -> list[str]:
    return _beginning_with(incomplete, *sorted(path.name for path in DATA.glob("words/*")))


def _sides(incomplete: str) -> list[str]:
    return _beginning_with(incomplete, *_SIDES)


def _levels(incomplete: str) -> list[str]:
    return _beginning_with(incomplete, *_LEVELS)


def _papers(incomplete: str) -> list[str]:
    return _beginning_with(incomplete, *_PAPERS)


def _beginning_with(incomplete: str, *choices: str) -> list[str]:
    return [str(choice) for choice in choices if choice.startswith(incomplete)]


# What to choose from, and for whom.

Goals = Annotated[
    list[str] | None,
    typer.Option(
        "--goal",
        "-g",
        metavar="GOAL",
        autocompletion=_goals,
        help=f"What the client wants back: {', '.join(Goal)}. Give it once for each goal, the most important "
        "first; all stands for those that are not named.",
    ),
]
Minutes = Annotated[
    str,
    typer.Option(
        metavar="N|none",
        help="The most minutes that one session may take, 1 to 120; none lifts this limit, and that of the "
        "number of exercises with it.",
    ),
]
MaxExercises = Annotated[
    str,
    typer.Option(
        metavar="N|none",
        show_default=False,
        help="The most exercises, 1 to 50.  [default: 6, or none with --minutes none]",
    ),
]
KitAtHand = Annotated[
    list[str] | None,
    typer.Option(
        "--kit",
        metavar="KIT",
        autocompletion=_kit_or_none,
        help=f"Only this kit is at hand: {', '.join(Kit)}; or none. May be given several times.",
    ),
]
KitMissing = Annotated[
    list[str] | None,
    typer.Option(
        "--no-kit",
        metavar="KIT",
        autocompletion=_kit,
        help="This kit is not at hand, all else is. May be given several times.",
    ),
]
PositionsPossible = Annotated[
    list[str] | None,
    typer.Option(
        "--position",
        metavar="POSITION",
        autocompletion=_positions,
        help=f"Only this position is possible: {', '.join(Position)}. May be given several times.",
    ),
]
PositionsImpossible = Annotated[
    list[str] | None,
    typer.Option(
        "--no-position",
        metavar="POSITION",
        autocompletion=_positions,
        help="This position is not possible, all others are. May be given several times.",
    ),
]
Include = Annotated[
    list[str] | None,
    typer.Option(
        metavar="ID",
        autocompletion=_exercises,
        help="This exercise must be in. May be given several times.",
    ),
]
Exclude = Annotated[
    list[str] | None,
    typer.Option(
        metavar="ID",
        autocompletion=_exercises,
        help="This exercise must not be in. May be given several times.",
    ),
]
Side = Annotated[
    str, typer.Option(metavar="SIDE", autocompletion=_sides, help="The side to work on: left, right or both.")
]
Level = Annotated[
    str,
    typer.Option(
        metavar="LEVEL",
        autocompletion=_levels,
        help="How much to do: standard is the dose of the source, gentle about half of it.",
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
        "The same holds for --clinician and --clinic.",
    ),
]
Clinician = Annotated[str, typer.Option(metavar="NAME", show_default=False, help="From whom.")]
Clinic = Annotated[str, typer.Option(metavar="NAME", show_default=False, help="The practice or clinic.")]
Date = Annotated[
    str,
    typer.Option(
        metavar="YYYY-MM-DD",
        show_default=False,
        help="The booklet's date.  [default: today, or SOURCE_DATE_EPOCH]",
    ),
]
Review = Annotated[
    str,
    typer.Option(metavar="YYYY-MM-DD", show_default=False, help="When the routine is looked at again."),
]
DaysPerWeek = Annotated[str, typer.Option(metavar="N", help="How many days a week, 1 to 7.")]
Weeks = Annotated[str, typer.Option(metavar="N", help="How many weeks the tick calendar has, 1 to 26.")]
Language = Annotated[
    str, typer.Option(metavar="TAG", autocompletion=_languages, help="The language of the words.")
]

# How the booklet is made, and where it goes.

PaperSize = Annotated[
    str, typer.Option("--paper", metavar="PAPER", autocompletion=_papers, help="a4 or letter.")
]
InkSaver = Annotated[bool, typer.Option("--ink-saver", help="Black only, without grounds of colour.")]
Output = Annotated[
    str,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        show_default=False,
        help="Where to write; - for standard output.  [default: output/<client or goals>-<date>.pdf]",
    ),
]
Force = Annotated[bool, typer.Option("--force", help="Replace a file that is there already.")]
Open = Annotated[bool, typer.Option("--open", help="Open the booklet when it is made.")]
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
        autocompletion=_goals,
        help=f"Only exercises for this goal: {', '.join(Goal)}. May be given several times.",
    ),
]
OnlyKinds = Annotated[
    list[str] | None,
    typer.Option(
        "--kind",
        metavar="KIND",
        autocompletion=_kinds,
        help=f"Only exercises of this kind: {', '.join(Kind)}. May be given several times.",
    ),
]
ExerciseId = Annotated[
    str,
    typer.Argument(metavar="ID", autocompletion=_exercises, help="The exercise's id, or its number."),
]
