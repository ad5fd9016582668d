"""The command line: parse, call, report. Heavy imports stand inside the commands that need them."""

from __future__ import annotations

import datetime as dt
import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from generator import __version__
from generator.library.model import Goal, Kind, Kit, Position
from generator.problems import ExitCode, Problem, ThoracicError, UsageError

if TYPE_CHECKING:
    from generator.booklet.wording import Wording
    from generator.library.model import Library
    from generator.request import Order, Request
    from generator.routine.model import Routine

START = """\
thoracic makes a printable exercise booklet for a client's upper back.

Try one of these:

  thoracic make -g extension -g rotation     a booklet in the folder output/
  thoracic explain -g all --minutes 20       which exercises, and why; no file
  thoracic list                              the exercises there are
  thoracic show cat-stretch                  one of them in full

Goals: extension, flexion, rotation, side, or all of them (all).
Every command explains itself with --help."""

EPILOG = (
    "Exit codes: 0 done; 1 internal error; 2 wrong use; 3 bad data; 4 nothing is left to prescribe; "
    "5 cannot write the file; 6 a text does not fit the page."
)

app = typer.Typer(
    name="thoracic",
    help="Make printable exercise booklets for the thoracic spine.",
    epilog=EPILOG,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


def _starting_with(incomplete: str, choices: list[str]) -> list[str]:
    return [choice for choice in choices if choice.startswith(incomplete)]


def _complete_goal(incomplete: str) -> list[str]:
    return _starting_with(incomplete, [*Goal, "all"])


def _complete_kit(incomplete: str) -> list[str]:
    return _starting_with(incomplete, list(Kit))


def _complete_position(incomplete: str) -> list[str]:
    return _starting_with(incomplete, list(Position))


def _complete_exercise(incomplete: str) -> list[str]:
    return _starting_with(incomplete, [exercise.id for exercise in _load("en").exercises])


def _complete_side(incomplete: str) -> list[str]:
    return _starting_with(incomplete, ["left", "right", "both"])


def _complete_level(incomplete: str) -> list[str]:
    return _starting_with(incomplete, ["gentle", "standard"])


def _complete_paper(incomplete: str) -> list[str]:
    return _starting_with(incomplete, ["a4", "letter"])


Goals = Annotated[
    list[str] | None,
    typer.Option(
        "--goal",
        "-g",
        metavar="GOAL",
        autocompletion=_complete_goal,
        help="What the client wants back: extension, flexion, rotation, side, or all. Give it once for each "
        "goal, the most important first.",
    ),
]
Minutes = Annotated[
    str, typer.Option(metavar="N|none", help="The most minutes that one session may take, 1 to 120.")
]
MaxExercises = Annotated[
    str,
    typer.Option(
        metavar="N|none",
        help="The most exercises, 1 to 50.  [default: 6, or none with --minutes none]",
        show_default=False,
    ),
]
KitAtHand = Annotated[
    list[str] | None,
    typer.Option(
        "--kit",
        metavar="KIT",
        autocompletion=_complete_kit,
        help=f"Only this kit is at hand, or none: {', '.join(Kit)}. May be given several times.",
    ),
]
KitMissing = Annotated[
    list[str] | None,
    typer.Option(
        "--no-kit", metavar="KIT", autocompletion=_complete_kit, help="This kit is not at hand; all else is."
    ),
]
PositionsPossible = Annotated[
    list[str] | None,
    typer.Option(
        "--position",
        metavar="POSITION",
        autocompletion=_complete_position,
        help=f"Only this position is possible: {', '.join(Position)}. May be given several times.",
    ),
]
PositionsImpossible = Annotated[
    list[str] | None,
    typer.Option(
        "--no-position",
        metavar="POSITION",
        autocompletion=_complete_position,
        help="This position is not possible; all others are.",
    ),
]
Include = Annotated[
    list[str] | None,
    typer.Option(metavar="ID", autocompletion=_complete_exercise, help="This exercise must be in."),
]
Exclude = Annotated[
    list[str] | None,
    typer.Option(metavar="ID", autocompletion=_complete_exercise, help="This exercise must not be in."),
]
SideOption = Annotated[
    str,
    typer.Option("--side", metavar="SIDE", autocompletion=_complete_side, help="left, right or both."),
]
LevelOption = Annotated[
    str,
    typer.Option(
        "--level",
        metavar="LEVEL",
        autocompletion=_complete_level,
        help="standard is the dose of the source, gentle about half of it.",
    ),
]
Client = Annotated[
    str,
    typer.Option(
        metavar="NAME",
        show_default=False,
        help="For whom, at most 80 characters. What is not given is a line to write on. Characters that the "
        "booklet's fonts cannot print (emoji, Arabic, Chinese …) are refused by name; invisible control "
        "characters are dropped. The same holds for --clinician and --clinic.",
    ),
]
Clinician = Annotated[str, typer.Option(metavar="NAME", show_default=False, help="From whom.")]
Clinic = Annotated[str, typer.Option(metavar="NAME", show_default=False, help="Practice or clinic.")]
Date = Annotated[
    str,
    typer.Option(
        metavar="YYYY-MM-DD",
        show_default=False,
        help="The booklet's date.  [default: today, or SOURCE_DATE_EPOCH]",
    ),
]
Review = Annotated[
    str, typer.Option(metavar="YYYY-MM-DD", show_default=False, help="When the routine is looked at again.")
]
DaysPerWeek = Annotated[str, typer.Option(metavar="N", help="How many days a week, 1 to 7.")]
Weeks = Annotated[str, typer.Option(metavar="N", help="How many weeks the tick calendar has, 1 to 26.")]
Language = Annotated[str, typer.Option(metavar="TAG", help="The booklet's language.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print values for scripts instead of text.")]


def _request(values: dict[str, Any]) -> Request:
    """The options that the two commands share, from the values that a command was called with."""
    from generator.request import Request

    names = Request.__dataclass_fields__
    return Request(**{name: value for name, value in values.items() if name in names and value is not None})


@app.callback(invoke_without_command=True)
def start(
    context: typer.Context,
    *,
    version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,
) -> None:
    """Make printable exercise booklets for the thoracic spine."""
    if version:
        typer.echo(__version__)
    elif context.invoked_subcommand is None:
        typer.echo(START)


@app.command()
def make(  # noqa: PLR0913 - one argument for each option
    *,
    goals: Goals = None,
    minutes: Minutes = "15",
    max_exercises: MaxExercises = "",
    kit: KitAtHand = None,
    no_kit: KitMissing = None,
    positions: PositionsPossible = None,
    no_positions: PositionsImpossible = None,
    include: Include = None,
    exclude: Exclude = None,
    side: SideOption = "both",
    level: LevelOption = "standard",
    client: Client = "",
    clinician: Clinician = "",
    clinic: Clinic = "",
    date: Date = "",
    review: Review = "",
    days_per_week: DaysPerWeek = "7",
    weeks: Weeks = "4",
    language: Language = "en",
    paper: Annotated[
        str, typer.Option(metavar="PAPER", autocompletion=_complete_paper, help="a4 or letter.")
    ] = "a4",
    ink_saver: Annotated[
        bool, typer.Option("--ink-saver", help="Black only, without grounds of colour.")
    ] = False,
    output: Annotated[
        str,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            show_default=False,
            help="Where to write; - for standard output.  [default: output/<client or goals>-<date>.pdf]",
        ),
    ] = "",
    force: Annotated[bool, typer.Option("--force", help="Replace a file that is there already.")] = False,
    open_it: Annotated[bool, typer.Option("--open", help="Open the booklet when it is made.")] = False,
    as_json: AsJson = False,
) -> None:
    """Make a booklet: choose, dose, order, lay out, write the PDF."""
    library, order, routine = _prepare(_request(locals()))
    target = Path(output) if output else _default_target(order)
    content, pages = _drawn(library, order, routine, ink_saver=ink_saver)
    if output == "-":
        if open_it or as_json:
            raise UsageError(Problem("cannot be combined with --open or --json", path="--output -"))
        sys.stdout.buffer.write(content)
        return
    from generator.writing import write_whole

    write_whole(target, content, force=force)
    wording = _wording(library)
    if as_json:
        from generator.reporting import routine_values

        _print_json(routine_values(routine, wording) | {"file": str(target), "pages": pages})
    else:
        counts = (
            wording.counted("exercise", len(routine.chosen)),
            f"{wording.counted('minute', routine.minutes)} at most",
            wording.counted("page", pages),
        )
        typer.echo(f"{', '.join(counts)}: {target}")
        _print_notes(order, routine, wording)
    if open_it:
        typer.launch(str(target))


@app.command()
def explain(  # noqa: PLR0913 - one argument for each option
    *,
    goals: Goals = None,
    minutes: Minutes = "15",
    max_exercises: MaxExercises = "",
    kit: KitAtHand = None,
    no_kit: KitMissing = None,
    positions: PositionsPossible = None,
    no_positions: PositionsImpossible = None,
    include: Include = None,
    exclude: Exclude = None,
    side: SideOption = "both",
    level: LevelOption = "standard",
    client: Client = "",
    clinician: Clinician = "",
    clinic: Clinic = "",
    date: Date = "",
    review: Review = "",
    days_per_week: DaysPerWeek = "7",
    weeks: Weeks = "4",
    language: Language = "en",
    as_json: AsJson = False,
) -> None:
    """Show the routine and every reason for what is in and what is out; writes no file."""
    library, _, routine = _prepare(_request(locals()))
    from generator.reporting import routine_text, routine_values

    if as_json:
        _print_json(routine_values(routine, _wording(library)))
    else:
        typer.echo(routine_text(routine, _wording(library)))


@app.command("list")
def list_exercises(
    *,
    goals: Annotated[
        list[str] | None,
        typer.Option(
            "--goal", "-g", metavar="GOAL", autocompletion=_complete_goal, help="Only those for this goal."
        ),
    ] = None,
    kinds: Annotated[
        list[str] | None,
        typer.Option("--kind", metavar="KIND", help=f"Only this kind: {', '.join(Kind)}."),
    ] = None,
    language: Language = "en",
    as_json: AsJson = False,
) -> None:
    """List the exercises of the library."""
    from generator.reporting import exercise_values, library_text
    from generator.request import filters_from

    wanted_goals, wanted_kinds = filters_from(goals or (), kinds or ())
    library = _load(language)
    found = [
        exercise
        for exercise in library.exercises
        if any(goal in exercise.serves for goal in wanted_goals) and exercise.kind in wanted_kinds
    ]
    wording = _wording(library)
    if as_json:
        _print_json([exercise_values(exercise, wording) for exercise in found])
    else:
        typer.echo(library_text(found, wording))


@app.command()
def show(
    exercise_id: Annotated[
        str,
        typer.Argument(
            metavar="ID", autocompletion=_complete_exercise, help="The exercise's id, or its number."
        ),
    ],
    *,
    language: Language = "en",
    as_json: AsJson = False,
) -> None:
    """Show one exercise: steps, dose, demands, source, pictures."""
    from generator.reporting import exercise_text, exercise_values
    from generator.request import did_you_mean, shortened
    from generator.resources import ASSETS

    library = _load(language)
    for exercise in library.exercises:
        if exercise_id.strip().lower() in (exercise.id, str(exercise.number)):
            break
    else:
        hint = did_you_mean(exercise_id, [exercise.id for exercise in library.exercises])
        raise UsageError(Problem(f"there is no exercise “{shortened(exercise_id)}”", hint, path="ID"))
    words = library.words.exercises[exercise.id]
    paths = [ASSETS / "illustrations" / f"{exercise.id}-{frame}.svg" for frame in words.frames]
    pictures = [str(path) for path in paths if path.exists()]
    wording = _wording(library)
    if as_json:
        values = exercise_values(exercise, wording)
        texts = {
            name: getattr(words, name)
            for name in ("purpose", "steps", "feel", "caution", "easier", "harder", "mistake", "breathing")
        }
        source = library.sources[exercise.source]
        cited = {"title": source.title, "kind": source.kind, "reference": exercise.source_reference}
        _print_json(values | texts | {"source": cited, "pictures": pictures})
    else:
        typer.echo(exercise_text(exercise, library, pictures, wording))


def _load(language: str) -> Library:
    from generator.library.loading import load_library

    return load_library(language=language)


def _wording(library: Library) -> Wording:
    from generator.booklet.wording import Wording

    return Wording(library.words)


def _prepare(request: Request) -> tuple[Library, Order, Routine]:
    """Read the library, check the request, choose."""
    from generator.request import order_from
    from generator.routine.choosing import choose

    library = _load(request.language)
    order = order_from(
        request,
        [exercise.id for exercise in library.exercises],
        today=_today(),
        version=__version__,
    )
    return library, order, choose(library.exercises, order.plan)


def _drawn(library: Library, order: Order, routine: Routine, *, ink_saver: bool) -> tuple[bytes, int]:
    """The PDF and how many pages it has."""
    from generator.booklet.layout import lay_out
    from generator.pdf.document import draw_booklet
    from generator.pdf.palette import COLOUR, INK_SAVER
    from generator.pdf.pictures import IllustrationStore
    from generator.pdf.text import FontMeasure
    from generator.resources import ASSETS

    store = IllustrationStore(ASSETS / "illustrations")
    booklet = lay_out(routine, order.details, library, order.paper, FontMeasure(), store)
    palette = INK_SAVER if ink_saver else COLOUR
    return draw_booklet(booklet, store, date=order.details.date, palette=palette), len(booklet.pages)


def _today() -> dt.date:
    """The day it is here, or the day that SOURCE_DATE_EPOCH names (seconds since 1970, UTC)."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch is None:
        return dt.datetime.now().astimezone().date()
    try:
        return dt.datetime.fromtimestamp(int(epoch), dt.UTC).date()
    except (ValueError, OverflowError, OSError) as error:
        raise UsageError(
            Problem("is not a number of seconds since 1970", "unset it, or give --date", "SOURCE_DATE_EPOCH")
        ) from error


def _default_target(order: Order) -> Path:
    """`output/<client or goals>-<date>.pdf` below the current folder."""
    name = order.details.client or "-".join(order.plan.goals)
    # Letters and figures of any script are kept; all else could mean something to a shell or a file system.
    slug = "-".join("".join(c if c.isalnum() else " " for c in name.lower()).split())[:_SLUG_LENGTH]
    return Path("output") / f"{slug or 'routine'}-{order.details.date.isoformat()}.pdf"


_SLUG_LENGTH = 60


def _print_notes(order: Order, routine: Routine, wording: Wording) -> None:
    """What the clinician should know of the booklet just made, on standard error."""
    from generator.reporting import warning_lines

    for line in (*warning_lines(routine.warnings, wording), *(f"Note: {note}" for note in order.notes)):
        typer.echo(line, err=True)


def _print_json(values: object) -> None:
    typer.echo(json.dumps(values, ensure_ascii=False, indent=2))


def main() -> None:
    """Run the command line; every error ends in a message and an exit code, never in a traceback."""
    for stream in (sys.stdout, sys.stderr):
        # Windows and bare POSIX locales cannot print every letter; a question mark is better than a crash.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    try:
        app()
    except ThoracicError as error:
        for problem in error.problems:
            typer.echo(str(problem), err=True)
        sys.exit(error.exit_code)
    except BrokenPipeError:
        # The reader of our output (`head`, a pager) has gone; there is nobody left to tell.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(ExitCode.DONE)
    except Exception as error:  # the last line of defence
        if os.environ.get("THORACIC_DEBUG"):
            raise
        typer.echo(
            f"This is a mistake in the program, not yours: {type(error).__name__}: {error}\n"
            "Please report it with what you typed, and with the output of the same command after setting "
            "THORACIC_DEBUG=1.",
            err=True,
        )
        sys.exit(ExitCode.INTERNAL_ERROR)
