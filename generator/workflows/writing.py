"""Bytes → files, each whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from generator.problems import CannotWriteError, Problem
from generator.request.declaration import keys_of
from generator.request.keys import Files

if TYPE_CHECKING:
    from collections.abc import Mapping

OUTPUT = keys_of(Files)["output"].option

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
    errno.EEXIST: "part of the path is a file, not a folder; choose another path with {option}",
    errno.ENOTDIR: "part of the path is a file, not a folder; choose another path with {option}",
    errno.ENAMETOOLONG: "choose a shorter name with {option}",
    errno.ELOOP: "a link in the path leads back to itself; choose another path with {option}",
}


def write_all(files: Mapping[str, tuple[str, bytes]], *, force: bool) -> None:
    """Write several files, each whole or not at all; where one fails, say which were written before it.

    Args:
        files: by the option that names it, where each file is to be, and all that it holds.
        force: replace files that exist already.

    Raises:
        CannotWriteError: as `write_atomically`, for the first file that fails.
    """
    written: list[str] = []
    for option, (name, content) in files.items():
        try:
            write_atomically(Path(name), content, force=force, option=option)
        except CannotWriteError as error:
            before = (Problem("was written before that, and is complete", file=one) for one in written)
            raise CannotWriteError(*error.problems, *before) from error
        written.append(name)


def write_atomically(target: Path, content: bytes, *, force: bool = False, option: str = OUTPUT) -> None:
    """Write a file beside its target, then move it there in one step; missing folders are created.

    A link is followed: the file that it leads to is written. A new version keeps the permissions of the file
    that it replaces.

    Args:
        target: where the file is to be.
        content: all of it.
        force: replace a file that exists already.
        option: that names the target, for the hints.

    Raises:
        CannotWriteError: the target exists and `force` is not set, it is no ordinary file, or the file system
            refuses. Whatever was at the target is still there, whole.
    """
    try:
        # Without `strict`, a path that cannot be followed is left as it is, for the system to complain about.
        place = Path(os.path.realpath(target))
        mode = mode_of(place)
        obstacle = obstacle_at(target, mode, option, force=force)
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
        raise CannotWriteError(unwritable(str(target), error, option)) from error


def obstacle_at(target: Path, mode: int | None, option: str, *, force: bool) -> Problem | None:
    """Why a file of this mode, None where there is none, cannot be replaced."""
    if mode is None:
        return None
    if stat.S_ISDIR(mode):
        return Problem("is a folder", "name a file, such as routine.pdf", file=str(target))
    if not stat.S_ISREG(mode):
        hint = "for standard output, use --output -" if option == OUTPUT else "name an ordinary file"
        return Problem("is not an ordinary file", hint, file=str(target))
    return None if force else _exists(target, option)


def mode_of(path: Path) -> int | None:
    """The mode of a file; None where there is none."""
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
        # Some file systems (memory sticks, network shares) and some systems have no hard links.
        if place.exists():
            raise CannotWriteError(exists) from None
        temporary.replace(place)


def _umask() -> int:
    """The mask that new files of this process get; it can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _exists(target: Path, option: str) -> Problem:
    hint = f"add --force to replace it, or choose another {option}"
    return Problem("exists already", hint, file=str(target))


def unwritable(name: str, error: OSError, option: str) -> Problem:
    """The problem that the system refuses to write, with what may help."""
    hint = _HINTS.get(error.errno or 0, "").format(option=option)
    return Problem(f"cannot be written: {error.strerror or type(error).__name__}", hint, file=name)
