"""Puts bytes into files, each whole or not at all, and text onto the standard streams."""

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

from generator.problems import CannotWriteError, Problem, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

STANDARD_OUTPUT = "-"
OUTPUT = "--output"  # the option that names the booklet's file

_SLUG_LENGTH = 60  # characters; at most 240 bytes of a file name, which may have 255

_ANOTHER_FOLDER = "choose another folder with {option}"
_MORE_SPACE = "free some space, or choose another disk with {option}"
_HINTS = {
    errno.EACCES: _ANOTHER_FOLDER,
    errno.EPERM: _ANOTHER_FOLDER,
    errno.EROFS: _ANOTHER_FOLDER,
    errno.ENOENT: _ANOTHER_FOLDER,
    errno.ENOSPC: _MORE_SPACE,
    errno.EDQUOT: _MORE_SPACE,
    errno.EFBIG: _MORE_SPACE,
    errno.EEXIST: "a part of the path is a file, not a folder; choose another path with {option}",
    errno.ENOTDIR: "a part of the path is a file, not a folder; choose another path with {option}",
    errno.ENAMETOOLONG: "choose a shorter name with {option}",
    errno.ELOOP: "a link on the way leads back to itself; choose another path with {option}",
}


def default_target(client: str, goals: Iterable[str], day: date) -> Path:
    """`output/<client or goals>-<date>.pdf` below the current folder."""
    # Letters and figures of any script are kept; all else could mean something to a shell or a file system.
    name = "".join(character if character.isalnum() else " " for character in client.lower())
    slug = "-".join(name.split() or goals)[:_SLUG_LENGTH].rstrip("-")
    return Path("output") / f"{slug}-{day.isoformat()}.pdf"


def output_problems(typed: Mapping[str, str], *, opens: bool, as_json: bool) -> list[Problem]:
    """What is wrong with the names of files beside other options, before anything is made.

    Args:
        typed: by option, the file that it names; `--output` may be empty.
        opens: whether the booklet is to be opened.
        as_json: whether values for scripts are to be printed.
    """
    found = []
    for option, name in typed.items():
        if name.endswith(tuple(filter(None, (os.sep, os.altsep)))):
            found.append(Problem("names a folder", f"name a file, such as {name}routine.pdf", option))
        elif name == STANDARD_OUTPUT and option != OUTPUT:
            found.append(Problem("must name a file", "only --output can be standard output", f"{option} -"))
    if typed[OUTPUT] == STANDARD_OUTPUT:
        for other in [name for name, given in (("--open", opens), ("--json", as_json)) if given]:
            message = f"cannot be combined with {other}"
            found.append(Problem(message, f"leave {other} out, or name a file", f"{OUTPUT} -"))
        if sys.stdout is not None and sys.stdout.isatty():
            hint = "send it on: thoracic make … -o - > booklet.pdf"
            found.append(Problem("would put a PDF onto the terminal", hint, f"{OUTPUT} -"))
    files = {option: name for option, name in typed.items() if name not in ("", STANDARD_OUTPUT)}
    return [*found, *_named_twice(files)]


def _named_twice(files: Mapping[str, str]) -> list[Problem]:
    found = []
    first: dict[str, str] = {}
    for option, name in files.items():
        # Links, and `a/../b.pdf`, may lead two names to one file.
        other = first.setdefault(os.path.normcase(os.path.realpath(name)), option)
        if other != option:
            found.append(Problem(f"names the same file as {other}: {name}", "name another file", option))
    return found


def check_targets(files: Mapping[str, str], *, force: bool) -> None:
    """Make sure, before anything is written, that all of these files can be, as far as that shows.

    Args:
        files: by the option that names it, where each file is to be.
        force: replace files that are there already.

    Raises:
        UsageError: two of them are the same file.
        CannotWriteError: some exist and `force` is not set, or are no ordinary files; carries every problem.
    """
    twice = _named_twice(files)
    if twice:
        raise UsageError(*twice)
    problems = []
    for option, name in files.items():
        try:
            problem = _obstacle(Path(name), _mode_of(Path(os.path.realpath(name))), option, force=force)
        except OSError as error:
            problem = _unwritable(name, error, option)
        if problem:
            problems.append(problem)
    if problems:
        raise CannotWriteError(*problems)


def write_all(files: Mapping[str, tuple[str, bytes]], *, force: bool) -> None:
    """Write several files, each whole or not at all; where one fails, say which were written before it.

    Args:
        files: by the option that names it, where each file is to be, and all that it holds.
        force: replace files that are there already.

    Raises:
        CannotWriteError: as `write_whole`, for the first file that fails.
    """
    written: list[str] = []
    for option, (name, content) in files.items():
        try:
            write_whole(Path(name), content, force=force, option=option)
        except CannotWriteError as error:
            before = (Problem("was written before that, and is whole", file=one) for one in written)
            raise CannotWriteError(*error.problems, *before) from error
        written.append(name)


def write_whole(target: Path, content: bytes, *, force: bool = False, option: str = OUTPUT) -> None:
    """Write a file beside its target, then move it there in one step; makes the folders on the way.

    A link is followed: the file that it leads to is written. A file that is replaced hands on its
    permissions.

    Args:
        target: where the file is to be.
        content: all of it.
        force: replace a file that is there already.
        option: that names the target, for the hints.

    Raises:
        CannotWriteError: the target exists and `force` is not set, it is no ordinary file, or the file system
            refuses. Whatever was at the target is still there, whole.
    """
    try:
        # Without `strict`, a path that cannot be followed is left as it is, for the system to complain about.
        place = Path(os.path.realpath(target))
        mode = _mode_of(place)
        obstacle = _obstacle(target, mode, option, force=force)
        if obstacle:
            raise CannotWriteError(obstacle)
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
                _move_unless_there(temporary, place, _exists(target, option))
        finally:
            temporary.unlink(missing_ok=True)
    except OSError as error:
        raise CannotWriteError(_unwritable(str(target), error, option)) from error


def _obstacle(target: Path, mode: int | None, option: str, *, force: bool) -> Problem | None:
    """Why a file of this mode, None where there is none, cannot be replaced."""
    if mode is None:
        return None
    if stat.S_ISDIR(mode):
        return Problem("is a folder", "name a file, such as routine.pdf", file=str(target))
    if not stat.S_ISREG(mode):
        hint = "for standard output, use --output -" if option == OUTPUT else "name an ordinary file"
        return Problem("is not an ordinary file", hint, file=str(target))
    return None if force else _exists(target, option)


def _mode_of(path: Path) -> int | None:
    try:
        return path.stat().st_mode
    except FileNotFoundError:
        return None


def _move_unless_there(temporary: Path, place: Path, exists: Problem) -> None:
    try:
        # A link fails if another program made the target in the meantime; a move would replace it.
        os.link(temporary, place)
    except FileExistsError as error:
        raise CannotWriteError(exists) from error
    except (OSError, AttributeError):
        # Some file systems (memory sticks, network shares) and some systems know no hard links.
        if place.exists():
            raise CannotWriteError(exists) from None
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
            raise CannotWriteError(_unwritable("standard output", error, OUTPUT)) from error


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


def _exists(target: Path, option: str) -> Problem:
    hint = f"add --force to replace it, or choose another {option}"
    return Problem("exists already", hint, file=str(target))


def _unwritable(name: str, error: OSError, option: str) -> Problem:
    hint = _HINTS.get(error.errno or 0, "").format(option=option)
    return Problem(f"cannot be written: {error.strerror or type(error).__name__}", hint, file=name)
