"""Puts bytes into a file, whole or not at all, and text onto the standard streams."""

from __future__ import annotations

import contextlib
import errno
import io
import os
import stat
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from generator.problems import CannotWriteError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

STANDARD_OUTPUT = "-"

_SLUG_LENGTH = 60  # characters; at most 240 bytes of a file name, which may have 255

_ANOTHER_FOLDER = "choose another folder with --output"
_MORE_SPACE = "free some space, or choose another disk with --output"
_HINTS = {
    errno.EACCES: _ANOTHER_FOLDER,
    errno.EPERM: _ANOTHER_FOLDER,
    errno.EROFS: _ANOTHER_FOLDER,
    errno.ENOENT: _ANOTHER_FOLDER,
    errno.ENOSPC: _MORE_SPACE,
    errno.EDQUOT: _MORE_SPACE,
    errno.EFBIG: _MORE_SPACE,
    errno.EEXIST: "a part of the path is a file, not a folder; choose another path with --output",
    errno.ENOTDIR: "a part of the path is a file, not a folder; choose another path with --output",
    errno.ENAMETOOLONG: "choose a shorter name with --output",
    errno.ELOOP: "a link on the way leads back to itself; choose another path with --output",
}


def default_target(client: str, goals: Iterable[str], day: date) -> Path:
    """`output/<client or goals>-<date>.pdf` below the current folder."""
    # Letters and figures of any script are kept; all else could mean something to a shell or a file system.
    name = "".join(character if character.isalnum() else " " for character in client.lower())
    slug = "-".join(name.split() or goals)[:_SLUG_LENGTH].rstrip("-")
    return Path("output") / f"{slug}-{day.isoformat()}.pdf"


def output_problems(output: str, *, opens: bool, as_json: bool) -> list[Problem]:
    """What is wrong with `--output` beside other options, before anything is made."""
    if output.endswith(tuple(filter(None, (os.sep, os.altsep)))):
        return [Problem("names a folder", f"name a file, such as {output}routine.pdf", "--output")]
    if output != STANDARD_OUTPUT:
        return []
    found = []
    for option in [name for name, given in (("--open", opens), ("--json", as_json)) if given]:
        message = f"cannot be combined with {option}"
        found.append(Problem(message, f"leave {option} out, or name a file", "--output -"))
    if sys.stdout is not None and sys.stdout.isatty():
        hint = "send it on: thoracic make … -o - > booklet.pdf"
        found.append(Problem("would put a PDF onto the terminal", hint, "--output -"))
    return found


def write_whole(target: Path, content: bytes, *, force: bool = False) -> None:
    """Write a file beside its target, then move it there in one step; makes the folders on the way.

    A link is followed: the file that it leads to is written. A file that is replaced hands on its
    permissions.

    Args:
        target: where the file is to be.
        content: all of it.
        force: replace a file that is there already.

    Raises:
        CannotWriteError: the target exists and `force` is not set, it is no ordinary file, or the file system
            refuses. Whatever was at the target is still there, whole.
    """
    try:
        # Without `strict`, a path that cannot be followed is left as it is, for the system to complain about.
        place = Path(os.path.realpath(target))
        mode = _mode_of(place)
        if mode is not None:
            if stat.S_ISDIR(mode):
                raise _refused(target, "is a folder", "name a file, such as routine.pdf")
            if not stat.S_ISREG(mode):
                raise _refused(target, "is not an ordinary file", "for standard output, use --output -")
            if not force:
                raise _exists(target)
        place.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=place.parent, prefix=".thoracic-", suffix=".tmp")
        temporary = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            temporary.chmod(0o666 & ~_umask() if mode is None else stat.S_IMODE(mode))
            if force:
                temporary.replace(place)
            else:
                _move_unless_there(temporary, place, target)
        finally:
            temporary.unlink(missing_ok=True)
    except OSError as error:
        raise _cannot_be_written(str(target), error) from error


def _mode_of(path: Path) -> int | None:
    try:
        return path.stat().st_mode
    except FileNotFoundError:
        return None


def _move_unless_there(temporary: Path, place: Path, target: Path) -> None:
    try:
        # A link fails if another program made the target in the meantime; a move would replace it.
        os.link(temporary, place)
    except FileExistsError as error:
        raise _exists(target) from error
    except (OSError, AttributeError):
        # Some file systems (memory sticks, network shares) and some systems know no hard links.
        if place.exists():
            raise _exists(target) from None
        temporary.replace(place)


def _umask() -> int:
    """The mask that new files of this process get; it can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask


def print_out(content: str | bytes) -> None:
    """Put text and a line end, or bytes as they are, onto standard output.

    Nothing happens if its reader has gone (`thoracic list | head -1`): there is nobody left to tell.

    Raises:
        CannotWriteError: it is closed, or what it leads to is full.
    """
    if sys.stdout is None:
        raise _refused("standard output", "is closed", "")
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
            raise _cannot_be_written("standard output", error) from error


def print_note(text: str) -> None:
    """Put a line onto standard error, if there is one."""
    with contextlib.suppress(OSError, AttributeError):
        sys.stderr.write(f"{text}\n")
        sys.stderr.flush()


def _silence_standard_output() -> None:
    """Lead standard output nowhere, so that what is left in its buffer can cause no further error."""
    with contextlib.suppress(OSError, AttributeError, io.UnsupportedOperation):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def make_printable() -> None:
    """Let the standard streams replace letters that they do not know, rather than fail."""
    # Windows and bare POSIX locales cannot print every letter; a question mark is better than a crash.
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _exists(target: Path) -> CannotWriteError:
    return _refused(target, "exists already", "add --force to replace it, or choose another --output")


def _cannot_be_written(name: str, error: OSError) -> CannotWriteError:
    reason = error.strerror or type(error).__name__
    return _refused(name, f"cannot be written: {reason}", _HINTS.get(error.errno or 0, ""))


def _refused(target: Path | str, message: str, hint: str) -> CannotWriteError:
    return CannotWriteError(Problem(message, hint, file=str(target)))
