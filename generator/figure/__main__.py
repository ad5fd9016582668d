"""`python -m generator.figure`: draw the pictures whose pose, engine or body changed."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.progress import Progress

from generator.figure import contact_sheet, illustrations
from generator.figure.checks import findings
from generator.problems import ThoracicError

if TYPE_CHECKING:
    from pathlib import Path


def main(
    names: Annotated[
        list[str] | None, typer.Argument(help="Pose files to look at; all without names.")
    ] = None,
    *,
    everything: Annotated[bool, typer.Option("--all", help="Draw even what has not changed.")] = False,
    check: Annotated[bool, typer.Option("--check", help="Only check the poses, draw nothing.")] = False,
    sheet: Annotated[bool, typer.Option(help="Make the contact sheet too.")] = True,
) -> None:
    """Draw what changed, and report what the checks find."""
    console = Console(stderr=True)
    wanted = sorted(path for path in illustrations.POSES.glob("*.yaml") if not names or path.stem in names)
    try:
        if not check:
            stale = wanted if everything else [path for path in illustrations.changed() if path in wanted]
            _draw(stale, console)
            if stale and sheet:
                contact_sheet.write()
        found = []
        with Progress(console=console) as progress:
            task = progress.add_task("checking", total=len(wanted))
            for path in wanted:
                found += findings.check_file(path)
                progress.advance(task)
    except ThoracicError as error:
        console.print(str(error), markup=False, highlight=False)
        sys.exit(int(error.exit_code))
    for finding in found:
        console.print(str(finding), markup=False, highlight=False)
    sys.exit(1 if found else 0)


def _draw(stale: list[Path], console: Console) -> None:
    with Progress(console=console) as progress:
        task = progress.add_task("drawing", total=len(stale))
        illustrations.draw_changed(stale, done=lambda _path: progress.advance(task))


if __name__ == "__main__":
    typer.run(main)
