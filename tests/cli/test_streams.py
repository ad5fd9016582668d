from __future__ import annotations

import errno
import io
import os
import sys

import pytest

from generator.cli.streams import make_printable, print_note, print_out
from generator.problems import CannotWriteError


class Failing(io.StringIO):
    """A stream whose other end fails."""

    def __init__(self, code: int) -> None:
        super().__init__()
        self.code = code

    def flush(self) -> None:
        raise OSError(self.code, os.strerror(self.code))


def test_standard_output_that_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", Failing(errno.EPIPE))
    print_out("nobody listens")
    monkeypatch.setattr(sys, "stdout", Failing(errno.ENOSPC))
    with pytest.raises(CannotWriteError, match="standard output  cannot be written: No space left"):
        print_out("no room")
    monkeypatch.setattr(sys, "stdout", None)
    with pytest.raises(CannotWriteError, match="standard output  is closed"):
        print_out("nothing there")


@pytest.mark.parametrize("stream", [Failing(errno.EPIPE), None], ids=["fails", "closed"])
def test_a_note_that_nobody_can_read(monkeypatch: pytest.MonkeyPatch, stream: Failing | None) -> None:
    monkeypatch.setattr(sys, "stderr", stream)
    print_note("unheard")
    make_printable()
