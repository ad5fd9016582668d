from __future__ import annotations

import errno
import os
import stat
import tempfile
from pathlib import Path
from typing import NoReturn

import pytest

from generator.problems import CannotWriteError, Problem
from generator.workflows import writing
from generator.workflows.writing import write_all, write_atomically

NEW = b"%PDF new"
OLD = b"old"


def refusal(target: Path, *, force: bool = False) -> str:
    with pytest.raises(CannotWriteError) as raised:
        write_atomically(target, NEW, force=force)
    (problem,) = raised.value.problems
    return str(problem)


def failing(code: int) -> object:
    def fail(*_: object, **__: object) -> NoReturn:
        raise OSError(code, os.strerror(code))

    return fail


def test_folders_on_the_way_are_made(tmp_path: Path) -> None:
    write_atomically(tmp_path / "a" / "b" / "c.pdf", NEW)
    assert (tmp_path / "a" / "b" / "c.pdf").read_bytes() == NEW


@pytest.mark.parametrize(("mask", "mode"), [(0o022, 0o644), (0o077, 0o600)])
def test_a_new_file_has_the_permissions_of_any_other(tmp_path: Path, mask: int, mode: int) -> None:
    before = os.umask(mask)
    try:
        write_atomically(tmp_path / "a.pdf", NEW)
        assert os.umask(mask) == mask
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "a.pdf").stat().st_mode) == mode


def test_a_file_that_is_replaced_hands_on_its_permissions(tmp_path: Path) -> None:
    target = tmp_path / "private.pdf"
    target.write_bytes(OLD)
    target.chmod(0o600)
    write_atomically(target, NEW, force=True)
    assert target.read_bytes() == NEW
    assert stat.S_IMODE(target.stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("code", "hint"),
    [
        (errno.ENOSPC, "free some space"),
        (errno.EDQUOT, "free some space"),
        (errno.EACCES, "choose another folder"),
        (errno.EROFS, "choose another folder"),
        (errno.EIO, ""),
    ],
)
@pytest.mark.parametrize("step", ["mkstemp", "fsync", "replace"])
def test_whatever_fails_the_old_file_is_whole_and_nothing_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, hint: str, step: str
) -> None:
    target = tmp_path / "a.pdf"
    target.write_bytes(OLD)
    where = {"mkstemp": tempfile, "fsync": os, "replace": Path}[step]
    monkeypatch.setattr(where, step, failing(code))
    said = refusal(target, force=True)
    assert said.startswith(f"{target}  cannot be written: {os.strerror(code)}")
    assert hint in said
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a.pdf", OLD)]


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written_to(tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    assert "Permission denied → choose another folder" in refusal(tmp_path / "a.pdf")
    tmp_path.chmod(0o755)
    assert list(tmp_path.iterdir()) == []


def test_a_file_made_in_the_meantime_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "a.pdf"
    really_sync = os.fsync

    def sync(handle: int) -> None:
        really_sync(handle)
        target.write_bytes(OLD)

    monkeypatch.setattr(os, "fsync", sync)
    for links in (True, False):
        target.unlink(missing_ok=True)
        if not links:
            monkeypatch.setattr(os, "link", failing(errno.EPERM))
        assert "exists already" in refusal(target)
        assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a.pdf", OLD)]


@pytest.mark.parametrize("known", [True, False])
def test_where_there_are_no_hard_links(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, known: bool
) -> None:
    if known:
        monkeypatch.setattr(os, "link", failing(errno.EPERM))
    else:
        monkeypatch.delattr(os, "link")
    write_atomically(tmp_path / "a.pdf", NEW)
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a.pdf", NEW)]


def test_a_link_is_followed(tmp_path: Path) -> None:
    real, link, broken = tmp_path / "real.pdf", tmp_path / "link.pdf", tmp_path / "broken.pdf"
    real.write_bytes(OLD)
    link.symlink_to(real)
    assert refusal(link).startswith(f"{link}  exists already")
    write_atomically(link, NEW, force=True)
    assert link.is_symlink()
    assert real.read_bytes() == NEW
    broken.symlink_to(tmp_path / "later.pdf")
    write_atomically(broken, NEW)
    assert (tmp_path / "later.pdf").read_bytes() == NEW
    loop = tmp_path / "loop.pdf"
    loop.symlink_to(loop)
    assert "leads back to itself" in refusal(loop, force=True)


def test_what_is_no_ordinary_file_is_left_alone(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for force in (False, True):
        assert "is not an ordinary file → for standard output, use --output -" in refusal(pipe, force=force)
        assert "is a folder" in refusal(tmp_path, force=force)
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_only_what_was_written_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = writing.write_atomically

    def fail_at_the_second(target: Path, content: bytes, *, force: bool, option: str) -> None:
        if option == "--clinician-sheet":
            raise CannotWriteError(Problem("cannot be written: No space left on device", file=str(target)))
        whole(target, content, force=force, option=option)

    monkeypatch.setattr(writing, "write_atomically", fail_at_the_second)
    names = {name: str(tmp_path / name.strip("-")) for name in ("--output", "--clinician-sheet", "--summary")}
    with pytest.raises(CannotWriteError) as raised:
        write_all({option: (name, b"x") for option, name in names.items()}, force=False)
    assert [problem.file for problem in raised.value.problems] == [
        names["--clinician-sheet"],
        names["--output"],
    ]
    assert [path.name for path in tmp_path.iterdir()] == ["output"]
