"""Puts bytes into a file, whole or not at all."""

from __future__ import annotations

import errno
import os
import tempfile
from pathlib import Path

from generator.problems import CannotWriteError, Problem

_HINTS = {
    errno.EACCES: "choose another folder with --output",
    errno.EPERM: "choose another folder with --output",
    errno.EROFS: "choose another folder with --output",
    errno.ENOSPC: "free some space, or choose another disk with --output",
    errno.EDQUOT: "free some space, or choose another disk with --output",
    errno.ENOTDIR: "a part of the path is a file, not a folder; choose another path with --output",
    errno.ENAMETOOLONG: "choose a shorter name with --output",
}


def write_whole(target: Path, content: bytes, *, force: bool = False) -> None:
    """Write a file beside its target, then move it there in one step; makes the folders on the way.

    Args:
        target: where the file is to be.
        content: all of it.
        force: replace a file that is there already.

    Raises:
        CannotWriteError: the target exists and `force` is not set, or the file system refuses. Whatever was
            at the target is still there, whole.
    """
    try:
        if target.is_dir():
            raise _refused(target, "is a folder", "name a file, such as routine.pdf")
        if target.exists() and not force:
            raise _refused(target, "exists already", "add --force to replace it, or choose another --output")
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=".thoracic-", suffix=".tmp")
        temporary = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            temporary.chmod(0o666 & ~_umask())
            if force:
                temporary.replace(target)
            else:
                # A link fails if another program made the target in the meantime; a move would replace it.
                _move_unless_there(temporary, target)
        finally:
            temporary.unlink(missing_ok=True)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise _refused(target, f"cannot be written: {reason}", _HINTS.get(error.errno or 0, "")) from error


def _move_unless_there(temporary: Path, target: Path) -> None:
    try:
        os.link(temporary, target)
    except FileExistsError as error:
        raise _refused(target, "exists already", "add --force to replace it") from error
    except OSError:
        # Some file systems (memory sticks, network shares) know no hard links.
        temporary.replace(target)


def _umask() -> int:
    """The mask that new files of this process get; it can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _refused(target: Path, message: str, hint: str) -> CannotWriteError:
    return CannotWriteError(Problem(message, hint, file=str(target)))
