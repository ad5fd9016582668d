"""What was made → plain values, for `thoracic make --json`."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

from generator.booklet.wording import Wording
from generator.workflows.advice import drawn_notes
from generator.workflows.booklet import coverage_of
from generator.workflows.json_output import routine_values
from generator.workflows.targets import CLINICIAN_SHEET, SUMMARY
from generator.workflows.writing import OUTPUT

if TYPE_CHECKING:
    from generator.workflows.files import MadeBooklet


def made_values(made: MadeBooklet) -> dict[str, Any]:
    """What was made, for `thoracic make --json`."""
    drawn, wording = made.drawn, Wording(made.prescription.library.words)
    routine, ink = routine_values(made.prescription), coverage_of(made.prescription, drawn)
    return {
        **routine,
        "notes": [*routine["notes"], *drawn_notes(drawn, wording)],
        "file": made.files[OUTPUT],
        "pages": drawn.pages,
        "sheets": drawn.sheets,
        "sides": drawn.sides,
        "ink": {
            **{name: round(share, 5) for name, share in dataclasses.asdict(ink).items()},
            "full_pages": round(ink.full_pages, 3),
        },
        "how_to_print": made.how_to_print,
        "clinician_sheet": made.files.get(CLINICIAN_SHEET),
        "summary": made.files.get(SUMMARY),
    }
