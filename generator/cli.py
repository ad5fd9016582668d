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
    side: options.Side = None,
    level: options.Level = "standard",
    progress: options.Progress = False,
    older_adult: options.OlderAdult = False,
    conditions: options.Conditions = None,
    cleared_by: options.ClearedBy = "",
    because: options.Because = "",
    client: options.Client = "",
    clinician: options.Clinician = "",
    clinic: options.Clinic = "",
    date: options.Date = "",
    review: options.Review = "",
    days_per_week: options.DaysPerWeek = "7",
    weeks: options.Weeks = "4",
    pain_limits: options.PainLimits = "3,5",
    language: options.Language = "en",
    paper: options.PaperSize = "a4",
    ink_saver: options.InkSaver = False,
    output: options.Output = "",
    clinician_sheet: options.ClinicianSheet = "",
    summary: options.Summary = "",
    force: options.Force = False,
    open_it: options.Open = False,
    as_json: options.AsJson = False,
) -> None:
    """Choose, dose, order, lay out; write a booklet as PDF."""
    values = locals()
    from pathlib import Path

    from generator.reporting import made_text, note_lines
    from generator.values import made_values
    from generator.writing import (
        OUTPUT,
        STANDARD_OUTPUT,
        check_targets,
        default_target,
        output_problems,
        print_note,
        write_all,
    )

    named = {OUTPUT: output, "--clinician-sheet": clinician_sheet, "--summary": summary}
    prepared = _prepared(values, output_problems(named, opens=open_it, as_json=as_json))
    if not output:
        details = prepared.order.details
        named[OUTPUT] = str(default_target(details.client, prepared.order.plan.goals, details.date))
    files = {option: name for option, name in named.items() if name not in ("", STANDARD_OUTPUT)}
    check_targets(files, force=force)
    from generator.drawing import draw as draw_pages

    content, pages = draw_pages(prepared)
    contents = {OUTPUT: content}
    if clinician_sheet:
        from generator.drawing import draw_clinician_sheet

        contents["--clinician-sheet"] = draw_clinician_sheet(prepared)
    if summary:
        from generator.summarising import summary_text

        contents["--summary"] = summary_text(
            prepared.routine, prepared.order.details, prepared.library
        ).encode()
    write_all({option: (name, contents[option]) for option, name in files.items()}, force=force)
    if output == STANDARD_OUTPUT:
        _print_out(content)
    elif as_json:
        _print_json(made_values(prepared, files, pages))
    else:
        _print_out(made_text(prepared, files, pages))
    if open_it and typer.launch(str(Path(files[OUTPUT]).absolute())) != 0:
        print_note("Note: there is no program that opens PDF files.")
    for line in note_lines(prepared):
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
    side: options.Side = None,
    level: options.Level = "standard",
    progress: options.Progress = False,
    older_adult: options.OlderAdult = False,
    conditions: options.Conditions = None,
    cleared_by: options.ClearedBy = "",
    because: options.Because = "",
    client: options.Client = "",
    clinician: options.Clinician = "",
    clinic: options.Clinic = "",
    date: options.Date = "",
    review: options.Review = "",
    days_per_week: options.DaysPerWeek = "7",
    weeks: options.Weeks = "4",
    pain_limits: options.PainLimits = "3,5",
    language: options.Language = "en",
    as_json: options.AsJson = False,
) -> None:
    """Show what is in, what is out, and why; write no file."""
    prepared = _prepared(locals())
    if as_json:
        from generator.values import routine_values

        _print_json(routine_values(prepared))
    else:
        from generator.reporting import routine_text

        _print_out(routine_text(prepared))


@app.command("list", cls=options.Command, epilog=options.EXIT_CODES)
def list_exercises(
    *,
    goals: options.OnlyGoals = None,
    kinds: options.OnlyKinds = None,
    demands: options.Demands = False,
    language: options.Language = "en",
    as_json: options.AsJson = False,
) -> None:
    """List the exercises of the library, or what each asks of the body."""
    from generator.preparing import listed

    library, exercises = listed(language, goals or (), kinds or ())
    if as_json:
        from generator.values import demand_values, exercise_values

        wording = _wording(library)
        if demands:
            _print_json(demand_values(exercises, wording))
        else:
            _print_json([exercise_values(exercise, wording) for exercise in exercises])
    else:
        from generator.listing import demands_text, library_text

        _print_out((demands_text if demands else library_text)(exercises, _wording(library)))


@app.command(cls=options.Command, epilog=options.EXIT_CODES)
def show(
    exercise_id: options.ExerciseId, *, language: options.Language = "en", as_json: options.AsJson = False
) -> None:
    """Show one exercise: steps, dose, demands, source, pictures."""
    from generator.preparing import found, pictures_of

    library, exercise = found(exercise_id, language)
    pictures = pictures_of(exercise, library)
    if as_json:
        from generator.values import exercise_details

        _print_json(exercise_details(exercise, library, pictures, _wording(library)))
    else:
        from generator.listing import exercise_text

        _print_out(exercise_text(exercise, library, pictures, _wording(library)))


@app.command(cls=options.Command, epilog=options.EXIT_CODES)
def conditions(
    condition_id: options.ConditionId = "",
    *,
    language: options.Language = "en",
    as_json: options.AsJson = False,
) -> None:
    """Show the conditions there are precautions for, or the rules of one of them."""
    from generator.preparing import found_condition, library_in

    if condition_id:
        library, precaution = found_condition(condition_id, language)
        if as_json:
            from generator.values import condition_values

            _print_json(condition_values(precaution, library))
        else:
            from generator.condition_listing import condition_text

            _print_out(condition_text(precaution, library, _wording(library)))
        return
    library = library_in(language)
    if as_json:
        from generator.values import condition_values

        _print_json([condition_values(each, library) for each in library.precautions.values()])
    else:
        from generator.condition_listing import conditions_text

        _print_out(conditions_text(library))


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

    return Wording(library.words, library.sources)


def _print_out(content: str | bytes) -> None:
    from generator.writing import print_out

    print_out(content)


def _print_json(values: object) -> None:
    from generator.values import json_text

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
