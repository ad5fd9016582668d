"""All files that are made of a routine: the booklet, and what was asked for beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.workflows.booklet import draw, draw_clinician_sheet
from generator.workflows.targets import (
    CLINICIAN_SHEET,
    STANDARD_OUTPUT,
    SUMMARY,
    check_targets,
    default_target,
    named_files,
)
from generator.workflows.writing import OUTPUT, write_all

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.workflows.booklet import Drawn
    from generator.workflows.prescription import Prescription


def make_files(prescription: Prescription, given: Mapping[str, object]) -> tuple[Drawn, Mapping[str, str]]:
    """Draw the booklet and write all files, once it is known that each of them can be.

    Args:
        prescription: the routine.
        given: values of the keys of `Files`, as typed; the booklet has a name by default. Standard output is
            left to the caller.

    Returns:
        The booklet, and by option the files that were written.

    Raises:
        UsageError: two of the files are the same.
        CannotWriteError: a file is there already, or cannot be written.
        BadDataError: a picture, or a character of the words, cannot be printed.
        DoesNotFitError: a text is larger than the room it has.
    """
    details = prescription.order.details
    named, force = named_files(given), bool(given.get("force"))
    output = named[OUTPUT] or str(default_target(details.client, prescription.order.plan.goals, details.date))
    files = {
        option: name
        for option, name in {**named, OUTPUT: output}.items()
        if name not in ("", STANDARD_OUTPUT)
    }
    check_targets(files, force=force)
    drawn = draw(prescription)
    contents = {OUTPUT: drawn.content}
    if CLINICIAN_SHEET in files:
        contents[CLINICIAN_SHEET] = draw_clinician_sheet(prescription)
    if SUMMARY in files:
        from generator.workflows.summary import summary_text  # noqa: PLC0415 - for few booklets

        contents[SUMMARY] = summary_text(prescription.routine, details, prescription.library).encode()
    write_all({option: (name, contents[option]) for option, name in files.items()}, force=force)
    return drawn, files
