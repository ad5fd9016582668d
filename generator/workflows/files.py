"""A routine → its files: the booklet, and whatever else was asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.booklet.wording import Wording
from generator.workflows.advice import drawn_notes, printing_advice
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

    from generator.workflows.booklet import DrawnBooklet
    from generator.workflows.prescription import Prescription


class MadeBooklet(NamedTuple):
    """A booklet that was made.

    Attributes:
        prescription: the routine, and what it was chosen from and for.
        drawn: the booklet's file and what it takes to print it.
        files: by option, such as `--output`, what was written.
    """

    prescription: Prescription
    drawn: DrawnBooklet
    files: Mapping[str, str]

    @property
    def content(self) -> bytes:
        """The PDF."""
        return self.drawn.content

    @property
    def how_to_print(self) -> str:
        """How to print it, in one line."""
        return printing_advice(self.prescription.resolved.printing, self.drawn, self._wording)

    @property
    def notes(self) -> tuple[str, ...]:
        """What the clinician should know about the routine and its booklet.

        Goals left out, clearance, overrides, other warnings, what was taken for granted, and what could not
        be printed as asked.
        """
        routine, wording = self.prescription.routine, self._wording
        return (
            *(wording.reason(reason) for reason in (*routine.goals_left_out, *routine.warnings)),
            *(f"{note}." for note in self.prescription.resolved.notes),
            *drawn_notes(self.drawn, wording),
        )

    @property
    def _wording(self) -> Wording:
        return Wording(self.prescription.library.words, self.prescription.library.sources)


def make_files(prescription: Prescription, given: Mapping[str, object] | None) -> MadeBooklet:
    """Draw the booklet and write all files, after checking that each of them can be written.

    Args:
        prescription: the routine.
        given: values of the keys of `Files`; the booklet has a name by default. Standard output is left to
            the caller. None writes nothing.

    Raises:
        UsageError: two of the files are the same.
        CannotWriteError: a file exists already, or cannot be written.
        BadDataError: a picture, or a character of the words, cannot be printed.
        DoesNotFitError: a text is larger than the room it has.
    """
    order, named = prescription.resolved, named_files(given or {})
    if given is not None and not named[OUTPUT]:
        named[OUTPUT] = str(default_target(order.details.client, order.plan.goals, order.details.date))
    files = {option: name for option, name in named.items() if name not in ("", STANDARD_OUTPUT)}
    force = bool(given and given.get("force"))
    check_targets(files, force=force)
    drawn = draw(prescription)
    contents = {OUTPUT: drawn.content}
    if CLINICIAN_SHEET in files:
        contents[CLINICIAN_SHEET] = draw_clinician_sheet(prescription)
    if SUMMARY in files:
        from generator.workflows.summary import summary_text  # noqa: PLC0415 - for few booklets

        text = summary_text(prescription.routine, order.details, prescription.library)
        contents[SUMMARY] = text.encode()
    write_all({option: (name, contents[option]) for option, name in files.items()}, force=force)
    return MadeBooklet(prescription, drawn, files)
