"""Completion as the shells ask for it, and that an option takes what it offers."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from generator.booklet.choices import Duplex, Flip, Layout, Paper
from generator.library import ids
from generator.library.ids import kit_ids, languages
from generator.library.prepared import own_library
from generator.library.vocabulary import Goal, Kind, Position
from generator.request.declaration import keys_of
from generator.request.keys import Files, Request
from generator.routine.plan import Level, Side

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Run


SHELLS = ["bash", "zsh", "fish"]
NO_FORMS = {key.option_off for key in (*keys_of(Request).values(), *keys_of(Files).values()) if key.is_switch}
NO_FORMS |= {"--no-kit", "--no-position"}


@pytest.fixture(params=SHELLS)
def complete(
    request: pytest.FixtureRequest, run: Run, monkeypatch: pytest.MonkeyPatch
) -> Callable[[str], set[str]]:
    """What a shell is offered for the last word of a line."""
    shell: str = request.param

    def complete(line: str) -> set[str]:
        monkeypatch.setenv("_THORACIC_COMPLETE", f"complete_{shell}")
        monkeypatch.setenv("COMP_WORDS", line)
        monkeypatch.setenv("COMP_CWORD", str(len(line.split(" ")) - 1))
        monkeypatch.setenv("_TYPER_COMPLETE_ARGS", line)
        monkeypatch.setenv("_TYPER_COMPLETE_FISH_ACTION", "get-args")
        said = run()
        assert said.err == ""
        if shell == "zsh":
            inner = said.out.partition("((")[2].rpartition("))")[0]
            return {word.split(":")[0].strip('"') for word in inner.splitlines()}
        return {word.split("\t")[0] for word in said.out.split("\n")} - {""}

    return complete


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("thoracic make -g ", {*Goal, "all"}),
        ("thoracic explain --goal r", {"rotation"}),
        ("thoracic make -g rotation -g s", {"side"}),
        ("thoracic make --kit ", {*kit_ids(), "none"}),
        ("thoracic make --no-kit ma", {"massage-ball", "mat"}),
        ("thoracic make --position s", {"sitting-floor", "sitting-chair", "standing", "squatting"}),
        ("thoracic make --no-position ", {*Position, "bed"}),
        ("thoracic make --include h", {"hanging"}),
        ("thoracic explain --exclude cat", {"cat-stretch"}),
        ("thoracic make -c osteo", {"osteoporosis"}),
        ("thoracic explain --condition hy", {"hypermobile-lower-back", "hypermobility"}),
        ("thoracic conditions ", set(own_library().precautions)),
        ("thoracic make --side ", set(Side)),
        ("thoracic make --level ", set(Level)),
        ("thoracic make --paper ", set(Paper)),
        ("thoracic make --layout ", set(Layout)),
        ("thoracic make --flip ", set(Flip)),
        ("thoracic test-sheet --duplex ", set(Duplex)),
        ("thoracic make --borderless ", {"yes", "no"}),
        ("thoracic make --language ", set(languages())),
        ("thoracic list --kind ", set(Kind)),
        ("thoracic show seated-rot", {"seated-rotation"}),
        ("thoracic ex", {"explain"}),
        ("thoracic make --no-", NO_FORMS),
        ("thoracic make -g x", set()),
    ],
)
def test_what_is_offered(complete: Callable[[str], set[str]], line: str, offered: set[str]) -> None:
    assert complete(line) == set(map(str, offered))


def test_a_library_with_mistakes_does_not_disturb(
    complete: Callable[[str], set[str]], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "exercises").mkdir()
    (tmp_path / "exercises" / "broken.yaml").write_text(": [")
    (tmp_path / "precautions.yaml").write_bytes(b"hernia:\n  rules: [\xff\n# glaucoma:\nreflux: ]\n")
    (tmp_path / "kit.yaml").write_text("- rope\n- {")
    monkeypatch.setattr(ids, "DATA", tmp_path)
    assert complete("thoracic show ") == {"broken"}
    assert complete("thoracic make --language ") == set()
    assert complete("thoracic make -c ") == {"hernia", "reflux"}
    assert complete("thoracic make --kit ") == {"rope", "none"}
    monkeypatch.setattr(ids, "DATA", tmp_path / "gone")
    assert complete("thoracic show ") == set()
    assert complete("thoracic conditions ") == set()


@pytest.mark.parametrize("shell", SHELLS)
def test_the_script_for_the_shell_asks_this_program(
    run: Run, monkeypatch: pytest.MonkeyPatch, shell: str
) -> None:
    monkeypatch.setenv("_THORACIC_COMPLETE", f"source_{shell}")
    said = run()
    assert said.code == 0
    assert f"_THORACIC_COMPLETE=complete_{shell}" in said.out


def test_bash_completes_for_real(folder: Path) -> None:
    bash = shutil.which("bash")
    if bash is None:
        pytest.skip("bash is not installed")
    program = folder / "thoracic"
    program.write_text(f"#!{sys.executable}\nfrom generator.cli import main\nmain()\n")
    program.chmod(0o755)
    script = (
        'eval "$(_THORACIC_COMPLETE=source_bash thoracic)"\n'
        "COMP_WORDS=(thoracic make -g ro); COMP_CWORD=3\n"
        '_thoracic_completion thoracic; echo "${COMPREPLY[@]}"'
    )
    said = subprocess.run(
        [bash, "--norc", "-c", script],
        env={**os.environ, "PATH": f"{folder}{os.pathsep}{os.environ['PATH']}"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert said.stdout == "rotation\n"
