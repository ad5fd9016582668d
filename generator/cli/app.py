"""The commands: parse, call, report.

Each command imports what it needs when it runs, so that help is quick.
"""

import gc
import os
import shutil
import sys
from collections.abc import Callable, Container, Mapping
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer

from generator.cli.arguments import (
    EPILOG,
    EXIT_CODES,
    Command,
    CommandGroup,
    keys_named,
    offering_ids,
    with_options,
)
from generator.cli.streams import make_printable, print_note, print_out
from generator.problems import ExitCode, ThoracicError
from generator.version import __version__

if TYPE_CHECKING:
    from generator.booklet.wording import Wording
    from generator.library.model import Library

# No line is wider than the narrowest terminal.
START = """\
thoracic makes a printable exercise
booklet for a client's upper back.

Try one of these:

  thoracic make -g extension -g rotation
      a booklet in the folder output/
  thoracic explain -g all --minutes 20
      what is in, what is out, and why
  thoracic list
      all exercises
  thoracic show cat-stretch
      one of them in full

Goals: extension, flexion, rotation,
side, or all of them (all).
Add --help to any command for more."""

_WIDEST_HELP = 100
_NARROWEST_HELP = 30
_INTERRUPTED = 130  # the convention of shells: 128 plus the number of the signal


class _Declared(NamedTuple):
    """A command: what it does, which keys it takes (see `keys_named`), and what its help ends with."""

    run: Callable[..., None]
    keys: tuple[str, ...]
    epilog: str


COMMANDS: dict[str, _Declared] = {}
"""By name, in the order of the help."""


def _command(
    name: str, *keys: str, epilog: str = EXIT_CODES
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    def declare(run: Callable[..., None]) -> Callable[..., None]:
        COMMANDS[name] = _Declared(run, keys, epilog)
        return run

    return declare


def application(named: Container[str]) -> typer.Typer:
    """The command line: all commands, those that are named with their options.

    Building the options of all takes a third of the time of `thoracic --help`, which only lists them.
    """
    app = typer.Typer(
        name="thoracic",
        cls=CommandGroup,
        help="Make printable exercise booklets for the thoracic spine.",
        epilog=EXIT_CODES,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(start)
    for name, command in COMMANDS.items():
        run = with_options(command.run, keys_named(*command.keys)) if name in named else _listed(command.run)
        app.command(name, cls=Command, epilog=command.epilog)(run)
    return app


def _listed(run: Callable[..., None]) -> Callable[..., None]:
    """A command for the list of commands alone."""

    def listed() -> None:
        raise AssertionError(run)

    listed.__doc__ = run.__doc__
    return listed


def _print_version(wanted: bool) -> None:  # noqa: FBT001 - Typer passes the switch by position
    if wanted:
        print_out(__version__)
        raise typer.Exit


def start(
    *,
    version: Annotated[
        bool, typer.Option("--version", is_eager=True, callback=_print_version, help="Print the version.")
    ] = False,
) -> None:
    """Make printable exercise booklets for the thoracic spine."""


@_command("make", "Request", "Files", epilog=EPILOG)
def make(given: Mapping[str, Any]) -> None:
    """Make a booklet: choose, dose, order and lay out exercises."""
    from generator.api import make_booklet
    from generator.cli.routine_text import made_text, note_lines
    from generator.workflows.targets import STANDARD_OUTPUT
    from generator.workflows.writing import OUTPUT

    made = make_booklet(given, given)
    if given["output"] == STANDARD_OUTPUT:
        print_out(made.content)
    elif given["json"]:
        from generator.workflows.json_booklet import made_values

        _print_json(made_values(made))
    else:
        print_out(made_text(made))
    if given["open"] and typer.launch(os.path.abspath(made.files[OUTPUT])) != 0:  # noqa: PTH100 - pathlib is not loaded
        print_note("Note: no program was found that opens PDF files.")
    for line in note_lines(made):
        print_note(line)


@_command("explain", "RoutineRequest", "Files.json", epilog=EPILOG)
def explain(given: Mapping[str, Any]) -> None:
    """Show what is in, what is out, and why, without a booklet."""
    from generator.api import choose_routine

    prescription = choose_routine(given)
    if given["json"]:
        from generator.workflows.json_output import routine_values

        _print_json(routine_values(prescription))
    else:
        from generator.cli.routine_text import routine_text

        print_out(routine_text(prescription))


@_command("list", "Filters", "Request.language", "Files.json")
def list_exercises(given: Mapping[str, Any]) -> None:
    """List the exercises, or what each asks of the body."""
    from generator.workflows.lookups import listed

    library, exercises = listed(given)
    wording = _wording(library)
    if given["json"]:
        from generator.workflows.json_output import demand_values, exercise_values

        if given["demands"]:
            _print_json(demand_values(exercises, wording))
        else:
            _print_json([exercise_values(exercise, wording) for exercise in exercises])
    else:
        from generator.cli.exercise_text import demands_text, library_text

        print_out((demands_text if given["demands"] else library_text)(exercises, wording))


@_command("show", "Request.language", "Files.json")
def show(
    given: Mapping[str, Any],
    exercise_id: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            autocompletion=offering_ids("exercise_ids"),
            help="The exercise's id or number.",
        ),
    ],
) -> None:
    """Show one exercise: steps, dose, demands, source, pictures."""
    from generator.workflows.lookups import found, pictures_of

    library, exercise = found(exercise_id, given["language"])
    pictures = pictures_of(exercise, library)
    if given["json"]:
        from generator.workflows.json_output import exercise_details

        _print_json(exercise_details(exercise, library, pictures, _wording(library)))
    else:
        from generator.cli.exercise_text import exercise_text

        print_out(exercise_text(exercise, library, pictures, _wording(library)))


@_command("conditions", "Request.language", "Files.json")
def conditions(
    given: Mapping[str, Any],
    condition_id: Annotated[
        str,
        typer.Argument(
            metavar="[ID]",
            autocompletion=offering_ids("condition_ids"),
            show_default=False,
            help="The condition's id; without it, all conditions.",
        ),
    ] = "",
) -> None:
    """List the conditions, or show the rules for one."""
    from generator.workflows.lookups import find_condition, library_in

    if condition_id:
        library, precaution = find_condition(condition_id, given["language"])
        if given["json"]:
            from generator.workflows.json_output import condition_values

            _print_json(condition_values(precaution, library))
        else:
            from generator.cli.condition_text import condition_text

            print_out(condition_text(precaution, library, _wording(library)))
        return
    library = library_in(given["language"])
    if given["json"]:
        from generator.workflows.json_output import condition_values

        _print_json([condition_values(each, library) for each in library.precautions.values()])
    else:
        from generator.cli.condition_text import conditions_text

        print_out(conditions_text(library))


@_command("draw", "Files.force")
def draw(
    given: Mapping[str, Any],
    pose: Annotated[
        str, typer.Argument(metavar="POSE.yaml", help="A pose file; data/poses/ has one for each exercise.")
    ],
    *,
    frame: Annotated[
        str, typer.Option("--frame", metavar="NAME", help="Which picture: start, way or end.")
    ] = "end",
    output: Annotated[
        str,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            show_default=False,
            help="Where to write, as .svg or .png.  [default: <pose>-<frame>.svg]",
        ),
    ] = "",
    height: Annotated[
        str, typer.Option("--height", metavar="PIXELS", help="Height of a PNG, 50 to 4000.")
    ] = "900",
) -> None:
    """Draw one picture from a pose file."""
    from generator.workflows.picture import draw_pose
    from generator.workflows.writing import write_atomically

    target, content = draw_pose(pose, frame, output, height)
    write_atomically(target, content, force=bool(given["force"]))
    print_out(str(target))


@_command(
    "test-sheet",
    *("Request.paper", "Request.flip", "Request.duplex", "Request.offset_front", "Request.offset_back"),
    *("Request.language", "Files.force"),
)
def make_test_sheet(
    given: Mapping[str, Any],
    *,
    output: Annotated[
        str,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Where to write; - for standard output.",
            rich_help_panel="Files",
        ),
    ] = "output/test-sheet.pdf",
) -> None:
    """Make a sheet that shows how far backs are off their fronts."""
    from pathlib import Path

    from generator.api import epoch, today
    from generator.workflows.targets import STANDARD_OUTPUT, target_problems
    from generator.workflows.test_sheet import drawn_test_sheet
    from generator.workflows.writing import write_atomically

    problems = target_problems({"output": output})
    content, advice = drawn_test_sheet(given, today=today(), epoch=epoch(), also=problems)
    if output == STANDARD_OUTPUT:
        print_out(content)
        return
    write_atomically(Path(output), content, force=bool(given["force"]))
    print_out(f"{output}\n{advice}")


def _wording(library: "Library") -> "Wording":
    from generator.booklet.wording import Wording

    return Wording(library.words, library.sources)


def _print_json(values: object) -> None:
    from generator.workflows.json_output import json_text

    print_out(json_text(values, sys.stdout.encoding if sys.stdout else "ascii"))


def main() -> None:
    """Run the command line; every error ends in a message and an exit code, never in a traceback."""
    # A command runs for less than a second; collecting cycles would take a tenth of that.
    gc.disable()
    make_printable()
    try:
        if sys.argv[1:] or "_THORACIC_COMPLETE" in os.environ:
            columns = shutil.get_terminal_size().columns
            # Left alone, Typer never goes below 50 columns.
            app = application(COMMANDS if "_THORACIC_COMPLETE" in os.environ else sys.argv)
            app(prog_name="thoracic", terminal_width=max(_NARROWEST_HELP, min(columns, _WIDEST_HELP)))
        else:
            print_out(START)
    except ThoracicError as error:
        for problem in error.problems:
            print_note(str(problem))
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        sys.exit(_INTERRUPTED)
    except Exception as error:  # the last line of defence
        if os.environ.get("THORACIC_DEBUG"):
            raise
        print_note(
            f"This is a mistake in the program, not yours: {type(error).__name__}: {error}\n"
            "Please report it with what you typed, and with the output of the same command after setting "
            "THORACIC_DEBUG=1."
        )
        sys.exit(ExitCode.INTERNAL_ERROR)
    finally:
        gc.enable()
