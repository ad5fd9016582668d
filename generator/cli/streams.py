"""Text and bytes → the standard streams."""

from __future__ import annotations

import contextlib
import io
import os
import sys

from generator.problems import CannotWriteError, Problem


def print_out(content: str | bytes) -> None:
    """Write text with a line end, or bytes as they are, to standard output.

    Nothing happens if its reader has gone (`thoracic list | head -1`): there is nobody left to tell.

    Raises:
        CannotWriteError: it is closed, or what it leads to is full.
    """
    if sys.stdout is None:
        raise CannotWriteError(Problem("is closed", file="standard output"))
    try:
        if isinstance(content, bytes):
            sys.stdout.flush()
            sys.stdout.buffer.write(content)
        else:
            sys.stdout.write(f"{content}\n")
        sys.stdout.flush()
    except OSError as error:
        _silence_standard_output()
        if not isinstance(error, BrokenPipeError):
            from generator.workflows.writing import OUTPUT, unwritable  # noqa: PLC0415 - seldom needed

            raise CannotWriteError(unwritable("standard output", error, OUTPUT)) from error


def print_note(text: str) -> None:
    """Write a line to standard error, if there is one."""
    with contextlib.suppress(OSError, AttributeError):
        sys.stderr.write(f"{text}\n")
        sys.stderr.flush()


def _silence_standard_output() -> None:
    """Discard standard output, so that what is left in its buffer causes no further error."""
    with contextlib.suppress(OSError, AttributeError, io.UnsupportedOperation):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def make_printable() -> None:
    """Let the standard streams replace characters that they cannot encode, rather than fail."""
    # Windows and bare POSIX locales cannot print every letter; a question mark is better than a crash.
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
