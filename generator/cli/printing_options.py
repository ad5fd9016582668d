"""The options of what is printed and written: paper, layout, folding, files."""

from __future__ import annotations

from typing import Annotated

import typer

from generator.cli import completion as completing

_PRINT = "How it is printed"
_FOLD = "A booklet to fold"
_FILES = "Files"

PaperSize = Annotated[
    str,
    typer.Option(
        "--paper",
        metavar="PAPER",
        autocompletion=completing.papers,
        help="a4, letter, a5 or half-letter.",
        rich_help_panel=_PRINT,
    ),
]
LayoutName = Annotated[
    str,
    typer.Option(
        "--layout",
        metavar="LAYOUT",
        autocompletion=completing.layouts,
        help="pages is the booklet; cards are to cut out, one exercise each; sheet is one page with "
        "everything, to hang up.",
        rich_help_panel=_PRINT,
    ),
]
LargePrint = Annotated[
    bool,
    typer.Option("--large-print", help="Text of 18 points and larger pictures.", rich_help_panel=_PRINT),
]
InkSaver = Annotated[
    bool,
    typer.Option("--ink-saver", help="Black only, without grounds of colour.", rich_help_panel=_PRINT),
]
NoFields = Annotated[
    bool,
    typer.Option("--no-fields", help="No boxes that can be ticked on a screen.", rich_help_panel=_PRINT),
]
Archive = Annotated[
    bool,
    typer.Option("--archive", help="Keep PDF/A-2a too, for files that must last.", rich_help_panel=_PRINT),
]
Borderless = Annotated[
    str,
    typer.Option(
        metavar="yes|no",
        autocompletion=completing.answers,
        help="Whether the printer reaches the edge of the paper: marks to fold and cut begin there, and "
        "--binding-margin may go there. Else 5 mm stay blank.",
        rich_help_panel=_PRINT,
    ),
]

Fold = Annotated[
    bool,
    typer.Option(
        "--fold",
        help="Two small pages on each side of a sheet, to fold and staple: A5 pages on A4, half-letter pages "
        "on Letter.",
        rich_help_panel=_FOLD,
    ),
]
FlipEdge = Annotated[
    str,
    typer.Option(
        "--flip",
        metavar="EDGE",
        show_default=False,
        autocompletion=completing.flips,
        help="The edge round which the printer turns a sheet: short or long.  [default: short, or long for "
        "cards]",
        rich_help_panel=_FOLD,
    ),
]
DuplexWay = Annotated[
    str,
    typer.Option(
        "--duplex",
        metavar="HOW",
        autocompletion=completing.duplexes,
        help="auto for a printer that prints on both sides; manual puts all fronts before all backs, and a "
        "page before them says how to put the sheets back.",
        rich_help_panel=_FOLD,
    ),
]
OffsetFront = Annotated[
    str,
    typer.Option(
        metavar="X,Y",
        help="How far all fronts are moved, in mm to the right and down, -10 to 10.",
        rich_help_panel=_FOLD,
    ),
]
OffsetBack = Annotated[
    str,
    typer.Option(
        metavar="X,Y",
        help="The same for the backs. `thoracic test-sheet` shows both numbers.",
        rich_help_panel=_FOLD,
    ),
]
PaperThickness = Annotated[
    str,
    typer.Option(
        metavar="MM",
        help="Of one sheet, 0 to 0.5: inner pages are moved towards the fold by it.",
        rich_help_panel=_FOLD,
    ),
]
BindingMargin = Annotated[
    str,
    typer.Option(
        metavar="MM", help="How much further from the fold all pages stand, 0 to 20.", rich_help_panel=_FOLD
    ),
]
NoFoldMarks = Annotated[
    bool,
    typer.Option(
        "--no-fold-marks", help="No lines that show where to fold and staple.", rich_help_panel=_FOLD
    ),
]

Output = Annotated[
    str,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        show_default=False,
        help="Where to write; - for standard output.  [default: output/<client or goals>-<date>.pdf]",
        rich_help_panel=_FILES,
    ),
]
TestSheetFile = Annotated[
    str,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Where to write; - for standard output.",
        rich_help_panel=_FILES,
    ),
]
ClinicianSheet = Annotated[
    str,
    typer.Option(
        metavar="FILE",
        show_default=False,
        help="Also write a PDF for the clinician: what was chosen, left out, changed and overridden, and "
        "why, with sources.",
        rich_help_panel=_FILES,
    ),
]
Summary = Annotated[
    str,
    typer.Option(
        metavar="FILE",
        show_default=False,
        help="Also write a summary for the record, as plain text.",
        rich_help_panel=_FILES,
    ),
]
Force = Annotated[
    bool,
    typer.Option("--force", help="Replace a file that is there already.", rich_help_panel=_FILES),
]
Open = Annotated[
    bool, typer.Option("--open", help="Open the booklet when it is made.", rich_help_panel=_FILES)
]
