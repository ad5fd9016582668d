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

from generator import __version__
from generator.cli import options
from generator.cli import printing_options as print_options
from generator.problems import ExitCode, ThoracicError

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from generator.booklet.wording import Wording
    from generator.library.model import Library
    from generator.problems import Problem
    from generator.workflows.routine import Prepared

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
    layout: print_options.LayoutName = "pages",
    paper: print_options.PaperSize = "a4",
    large_print: print_options.LargePrint = False,
    ink_saver: print_options.InkSaver = False,
    no_fields: print_options.NoFields = False,
    archive: print_options.Archive = False,
    borderless: print_options.Borderless = "no",
    fold: print_options.Fold = False,
    flip: print_options.FlipEdge = "",
    duplex: print_options.DuplexWay = "auto",
    offset_front: print_options.OffsetFront = "0,0",
    offset_back: print_options.OffsetBack = "0,0",
    paper_thickness: print_options.PaperThickness = "0.1",
    binding_margin: print_options.BindingMargin = "0",
    no_fold_marks: print_options.NoFoldMarks = False,
    output: print_options.Output = "",
    clinician_sheet: print_options.ClinicianSheet = "",
    summary: print_options.Summary = "",
    force: print_options.Force = False,
    open_it: print_options.Open = False,
    as_json: options.AsJson = False,
) -> None:
    """Choose, dose, order, lay out; write a booklet as PDF."""
    values = locals()
    from generator.workflows.writing import OUTPUT, STANDARD_OUTPUT, output_problems, print_note

    named = {OUTPUT: output, "--clinician-sheet": clinician_sheet, "--summary": summary}
    prepared = _prepared(values, output_problems(named, opens=open_it, as_json=as_json))
    from generator.cli.routine_text import made_text, note_lines
    from generator.workflows.files import make_files

    drawn, files = make_files(prepared, named, force=force)
    if output == STANDARD_OUTPUT:
        _print_out(drawn.content)
    elif as_json:
        from generator.workflows.booklet import coverage_of
        from generator.workflows.json_output import made_values

        _print_json(made_values(prepared, files, drawn, coverage_of(prepared, drawn)))
    else:
        _print_out(made_text(prepared, files, drawn))
    if open_it and typer.launch(os.path.abspath(files[OUTPUT])) != 0:  # noqa: PTH100 - pathlib is not loaded
        print_note("Note: there is no program that opens PDF files.")
    for line in note_lines(prepared, drawn):
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
        from generator.workflows.json_output import routine_values

        _print_json(routine_values(prepared))
    else:
        from generator.cli.routine_text import routine_text

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
    from generator.workflows.routine import listed

    library, exercises = listed(language, goals or (), kinds or ())
    if as_json:
        from generator.workflows.json_output import demand_values, exercise_values

        wording = _wording(library)
        if demands:
            _print_json(demand_values(exercises, wording))
        else:
            _print_json([exercise_values(exercise, wording) for exercise in exercises])
    else:
        from generator.cli.exercise_text import demands_text, library_text

        _print_out((demands_text if demands else library_text)(exercises, _wording(library)))


@app.command(cls=options.Command, epilog=options.EXIT_CODES)
def show(
    exercise_id: options.ExerciseId, *, language: options.Language = "en", as_json: options.AsJson = False
) -> None:
    """Show one exercise: steps, dose, demands, source, pictures."""
    from generator.workflows.routine import found, pictures_of

    library, exercise = found(exercise_id, language)
    pictures = pictures_of(exercise, library)
    if as_json:
        from generator.workflows.json_output import exercise_details

        _print_json(exercise_details(exercise, library, pictures, _wording(library)))
    else:
        from generator.cli.exercise_text import exercise_text

        _print_out(exercise_text(exercise, library, pictures, _wording(library)))


@app.command(cls=options.Command, epilog=options.EXIT_CODES)
def conditions(
    condition_id: options.ConditionId = "",
    *,
    language: options.Language = "en",
    as_json: options.AsJson = False,
) -> None:
    """Show the conditions there are precautions for, or the rules of one of them."""
    from generator.workflows.routine import found_condition, library_in

    if condition_id:
        library, precaution = found_condition(condition_id, language)
        if as_json:
            from generator.workflows.json_output import condition_values

            _print_json(condition_values(precaution, library))
        else:
            from generator.cli.condition_text import condition_text

            _print_out(condition_text(precaution, library, _wording(library)))
        return
    library = library_in(language)
    if as_json:
        from generator.workflows.json_output import condition_values

        _print_json([condition_values(each, library) for each in library.precautions.values()])
    else:
        from generator.cli.condition_text import conditions_text

        _print_out(conditions_text(library))


@app.command(cls=options.Command, epilog=options.EXIT_CODES)
def draw(
    pose: options.PoseFile,
    *,
    frame: options.Frame = "end",
    output: options.PictureFile = "",
    height: options.Height = "900",
    force: print_options.Force = False,
) -> None:
    """Draw one picture of a pose file in the house style."""
    from generator.workflows.picture import drawn_pose
    from generator.workflows.writing import write_whole

    target, content = drawn_pose(pose, frame, output, height)
    write_whole(target, content, force=force)
    _print_out(str(target))


@app.command("test-sheet", cls=options.Command, epilog=options.EXIT_CODES)
def align(
    *,
    paper: print_options.PaperSize = "a4",
    flip: print_options.FlipEdge = "",
    duplex: print_options.DuplexWay = "auto",
    offset_front: print_options.OffsetFront = "0,0",
    offset_back: print_options.OffsetBack = "0,0",
    language: options.Language = "en",
    output: print_options.TestSheetFile = "output/test-sheet.pdf",
    force: print_options.Force = False,
) -> None:
    """Write a sheet that shows how far a printer's backs are off its fronts."""
    values = locals()
    from pathlib import Path

    from generator.workflows.test_sheet import drawn_test_sheet
    from generator.workflows.writing import OUTPUT, STANDARD_OUTPUT, output_problems, write_whole

    problems = output_problems({OUTPUT: output}, opens=False, as_json=False)
    content, advice = drawn_test_sheet(values, today=_today(), epoch=_epoch(), also=problems)
    if output == STANDARD_OUTPUT:
        _print_out(content)
        return
    write_whole(Path(output), content, force=force)
    _print_out(f"{output}\n{advice}")


def _prepared(values: Mapping[str, Any], also: list[Problem] | None = None) -> Prepared:
    """The routine for the options that a command was called with."""
    from generator.request.command_line import request_from
    from generator.workflows.routine import prepare

    return prepare(
        request_from(values),
        today=_today(),
        epoch=_epoch(),
        version=__version__,
        also=also or (),
    )


def _today() -> dt.date:
    import datetime as dt

    return dt.datetime.now().astimezone().date()


def _epoch() -> str:
    return os.environ.get("SOURCE_DATE_EPOCH", "").strip()


def _wording(library: Library) -> Wording:
    from generator.booklet.wording import Wording

    return Wording(library.words, library.sources)


def _print_out(content: str | bytes) -> None:
    from generator.workflows.writing import print_out

    print_out(content)


def _print_json(values: object) -> None:
    from generator.workflows.json_output import json_text

    _print_out(json_text(values, sys.stdout.encoding if sys.stdout else "ascii"))


def main() -> None:
    """Run the command line; every error ends in a message and an exit code, never in a traceback."""
    from generator.workflows.writing import make_printable, print_note, print_out

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
