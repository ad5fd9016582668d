"""The command line: parse, call, report.

What a command needs is imported when it runs, so that help is quick.
"""

from __future__ import annotations

import gc
import os
import shutil
import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from generator import __version__, options
from generator.problems import ExitCode, ThoracicError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.booklet.wording import Wording
    from generator.library.model import Library
    from generator.preparing import Prepared
    from generator.problems import Problem

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
      the exercises there are
  thoracic show cat-stretch
      one of them in full

Goals: extension, flexion, rotation,
side, or all of them (all).
Every command explains itself: --help"""

_WIDEST_HELP = 100
_NARROWEST_HELP = 30
_INTERRUPTED = 130  # as shells have it: 128 and the number of the signal

app = typer.Typer(
    name="thoracic",
    cls=options.CommandGroup,
    help="Make printable exercise booklets for the thoracic spine.",
    epilog=options.EXIT_CODES,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _print_version(wanted: bool) -> None:  # noqa: FBT001 - Typer passes the switch by position
    if wanted:
        _print_out(__version__)
        raise typer.Exit


@app.callback()
def start(
    *,
    version: Annotated[
        bool, typer.Option("--version", is_eager=True, callback=_print_version, help="Print the version.")
    ] = False,
) -> None:
    """Make printable exercise booklets for the thoracic spine."""


@app.command(cls=options.Command, epilog=options.EXIT_CODES)
def make(  # noqa: PLR0913 - one argument for each option
    *,
    goals: options.Goals = None,
    minutes: options.Minutes = "15",
    max_exercises: options.MaxExercises = "",
    kit: options.KitAtHand = None,
    no_kit: options.KitMissing = None,
    positions: options.PositionsPossible = None,
    no_positions: options.PositionsImpossible = None,
    include: options.Include = None,
    exclude: options.Exclude = None,
    side: options.Side = "both",
    level: options.Level = "standard",
    client: options.Client = "",
    clinician: options.Clinician = "",
    clinic: options.Clinic = "",
    date: options.Date = "",
    review: options.Review = "",
    days_per_week: options.DaysPerWeek = "7",
    weeks: options.Weeks = "4",
    language: options.Language = "en",
    paper: options.PaperSize = "a4",
    ink_saver: options.InkSaver = False,
    output: options.Output = "",
    force: options.Force = False,
    open_it: options.Open = False,
    as_json: options.AsJson = False,
) -> None:
    """Choose, dose, order, lay out; write a booklet as PDF."""
    values = locals()
    from pathlib import Path

    from generator.reporting import made_text, made_values, note_lines
    from generator.writing import STANDARD_OUTPUT, default_target, output_problems, print_note, write_whole

    prepared = _prepared(values, output_problems(output, opens=open_it, as_json=as_json))
    from generator.drawing import draw as draw_pages

    content, pages = draw_pages(prepared)
    order, routine, wording = prepared.order, prepared.routine, _wording(prepared.library)
    if output == STANDARD_OUTPUT:
        _print_out(content)
    else:
        target = (
            Path(output)
            if output
            else default_target(order.details.client, order.plan.goals, order.details.date)
        )
        write_whole(target, content, force=force)
        if as_json:
            _print_json(made_values(routine, wording, str(target), pages))
        else:
            _print_out(made_text(routine, wording, str(target), pages))
        if open_it and typer.launch(str(target.absolute())) != 0:
            print_note("Note: there is no program that opens PDF files.")
    for line in note_lines(routine.warnings, order.notes, wording):
        print_note(line)


@app.command(cls=options.Command, epilog=options.EXIT_CODES)
def explain(  # noqa: PLR0913 - one argument for each option
    *,
    goals: options.Goals = None,
    minutes: options.Minutes = "15",
    max_exercises: options.MaxExercises = "",
    kit: options.KitAtHand = None,
    no_kit: options.KitMissing = None,
    positions: options.PositionsPossible = None,
    no_positions: options.PositionsImpossible = None,
    include: options.Include = None,
    exclude: options.Exclude = None,
    side: options.Side = "both",
    level: options.Level = "standard",
    client: options.Client = "",
    clinician: options.Clinician = "",
    clinic: options.Clinic = "",
    date: options.Date = "",
    review: options.Review = "",
    days_per_week: options.DaysPerWeek = "7",
    weeks: options.Weeks = "4",
    language: options.Language = "en",
    as_json: options.AsJson = False,
) -> None:
    """Show what is in, what is out, and why; write no file."""
    prepared = _prepared(locals())
    from generator.reporting import routine_text, routine_values

    if as_json:
        _print_json(routine_values(prepared.routine, _wording(prepared.library)))
    else:
        _print_out(routine_text(prepared.routine, _wording(prepared.library)))


@app.command("list", cls=options.Command, epilog=options.EXIT_CODES)
def list_exercises(
    *,
    goals: options.OnlyGoals = None,
    kinds: options.OnlyKinds = None,
    language: options.Language = "en",
    as_json: options.AsJson = False,
) -> None:
    """List the exercises of the library."""
    from generator.preparing import listed
    from generator.reporting import exercise_values, library_text

    library, exercises = listed(language, goals or (), kinds or ())
    wording = _wording(library)
    if as_json:
        _print_json([exercise_values(exercise, wording) for exercise in exercises])
    else:
        _print_out(library_text(exercises, wording))


@app.command(cls=options.Command, epilog=options.EXIT_CODES)
def show(
    exercise_id: options.ExerciseId, *, language: options.Language = "en", as_json: options.AsJson = False
) -> None:
    """Show one exercise: steps, dose, demands, source, pictures."""
    from generator.preparing import found, pictures_of
    from generator.reporting import exercise_details, exercise_text

    library, exercise = found(exercise_id, language)
    pictures = pictures_of(exercise, library)
    if as_json:
        _print_json(exercise_details(exercise, library, pictures, _wording(library)))
    else:
        _print_out(exercise_text(exercise, library, pictures, _wording(library)))


@app.command(cls=options.Command, epilog=options.EXIT_CODES)
def draw(
    pose: options.PoseFile,
    *,
    frame: options.Frame = "end",
    output: options.PictureFile = "",
    height: options.Height = "900",
    force: options.Force = False,
) -> None:
    """Draw one picture of a pose file in the house style."""
    from generator.posing import drawn_pose
    from generator.writing import write_whole

    target, content = drawn_pose(pose, frame, output, height)
    write_whole(target, content, force=force)
    _print_out(str(target))


def _prepared(values: Mapping[str, Any], also: list[Problem] | None = None) -> Prepared:
    """The routine for the options that a command was called with."""
    import datetime as dt

    from generator.preparing import prepare
    from generator.request import request_from

    return prepare(
        request_from(values),
        today=dt.datetime.now().astimezone().date(),
        epoch=os.environ.get("SOURCE_DATE_EPOCH", "").strip(),
        version=__version__,
        also=also or (),
    )


def _wording(library: Library) -> Wording:
    from generator.booklet.wording import Wording

    return Wording(library.words)


def _print_out(content: str | bytes) -> None:
    from generator.writing import print_out

    print_out(content)


def _print_json(values: object) -> None:
    from generator.reporting import json_text

    _print_out(json_text(values, sys.stdout.encoding if sys.stdout else "ascii"))


def main() -> None:
    """Run the command line; every error ends in a message and an exit code, never in a traceback."""
    from generator.writing import make_printable, print_note, print_out

    # A command lives for less than a second; collecting cycles would take a tenth of it.
    gc.disable()
    make_printable()
    try:
        if sys.argv[1:] or "_THORACIC_COMPLETE" in os.environ:
            columns = shutil.get_terminal_size().columns
            # Typer by itself never goes below 50 columns.
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
