from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import typer
from typer.testing import CliRunner

from generator.figure import illustrations
from generator.figure.__main__ import main

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

app = typer.Typer()
app.command()(main)


def _run(folder: Path, monkeypatch: pytest.MonkeyPatch, text: str) -> tuple[int, str]:
    (folder / "one.yaml").write_text(text, encoding="utf-8")
    monkeypatch.setattr(illustrations, "POSES", folder)
    result = CliRunner().invoke(app, ["one", "--check"])
    return result.exit_code, result.stderr


def test_a_sound_pose_passes_the_checks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code, said = _run(tmp_path, monkeypatch, "person: man-1\nframes: {start: {}}\n")
    assert (code, "one start" in said) == (0, False)


def test_what_the_checks_find_is_said_and_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "person: man-1\nframes: {start: {pose: {thoracic: {rotation: 60}}}}\n"
    code, said = _run(tmp_path, monkeypatch, text)
    assert code == 1
    assert "one start: thoracic rotation is 60 degrees" in said


def test_a_bad_file_is_told_with_its_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    running = set(threading.enumerate())
    code, said = _run(tmp_path, monkeypatch, "person: man-1\nframes: {start: {pos: {}}}\n")
    assert code == 3
    for thread in set(threading.enumerate()) - running:
        thread.join(timeout=5)
        assert not thread.is_alive(), "the progress bar goes on"
    assert "one.yaml:2:" in said.replace("\n", "")
