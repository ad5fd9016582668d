"""The clinician's record of a routine in plain text, to be pasted into the client's notes."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from generator.booklet.record.facts import Record

if TYPE_CHECKING:
    from generator.booklet.details import Details
    from generator.library.model import Library
    from generator.routine.model import Routine

WIDTH = 80
"""The most characters of a line, whatever the window's width: a record is the same on every machine."""

_NO_BREAK_SPACE = "\u00a0"


def summary_text(routine: Routine, details: Details, library: Library) -> str:
    """Who and when, what was asked for, chosen, overridden and left out, and why, with sources.

    The same routine, details and library give the same text. It ends with a line end; no line is longer than
    `WIDTH`. What a client reads, the other doses and the demands are on the clinician's sheet only.
    """
    record = Record(routine, details, library)
    label = record.label
    parts = [
        [label("sheet.subject")],
        [_line(f"{fact.name}: {fact.text}") for fact in record.plan()],
        [_line(f"{fact.name}: {fact.text}") for fact in record.attention()],
        [_heading(label("sheet.chosen"))],
    ]
    for place, chosen in enumerate(routine.chosen, start=1):
        facts = record.chosen(chosen)
        parts.append(
            [
                _line(record.heading(place, chosen)),
                *(_line(f"{fact.name}: {fact.text}", indent=3) for fact in facts),
            ]
        )
    if routine.left_out:
        parts.append([_heading(label("sheet.left-out"))])
        parts.append(
            [
                _line(f"- {record.name(left_out.exercise)}: {' '.join(record.left_out(left_out))}")
                for left_out in routine.left_out
            ]
        )
    parts.append([_heading(label("sheet.sources"))])
    parts.append(
        [
            _line(
                f"{record.reference(source.id)} "
                + "; ".join(filter(None, (source.title, source.kind, source.where)))
            )
            for source in record.sources
        ]
    )
    parts.append([_line(f"{fact.name}: {fact.text}") for fact in record.bases()])
    parts.append([_line(label("sheet.decides")), _line(label("sheet.made-by", version=details.version))])
    return "\n\n".join("\n".join(lines) for lines in parts if lines) + "\n"


def _heading(text: str) -> str:
    return f"{text}\n{'-' * len(text)}"


def _line(text: str, indent: int = 0) -> str:
    """A text wrapped to the width, with further lines indented."""
    folded = textwrap.fill(
        text,
        WIDTH,
        initial_indent=" " * indent,
        subsequent_indent=" " * (indent + 4),
        break_on_hyphens=False,
    )
    return folded.replace(_NO_BREAK_SPACE, " ")
