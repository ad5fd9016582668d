from __future__ import annotations

import os
import random
import subprocess
import sys
import textwrap
from collections.abc import Collection, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, fields, is_dataclass
from typing import TYPE_CHECKING, TypeAlias

import pytest
from hypothesis import HealthCheck, is_hypothesis_test, settings

from generator.cli import main

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

# CI looks for new cases each time, as many as this and no more, however slow its machine is.
settings.register_profile(
    "ci",
    max_examples=100,
    derandomize=False,
    database=None,
    deadline=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
# How long one case takes says more about the machine than about the program.
settings.register_profile("local", deadline=None)
settings.load_profile("ci" if os.environ.get("CI") else "local")


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    """One seed for the whole run, which xdist hands on to its workers: with it a failure can be repeated."""
    if config.option.hypothesis_seed is None:
        config.option.hypothesis_seed = str(random.getrandbits(32))


def pytest_itemcollected(item: pytest.Item) -> None:
    """What only some random case reaches does not count as covered, and measuring it takes long."""
    if is_hypothesis_test(getattr(item, "obj", None)):
        item.add_marker("no_cover")


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """What a case is called that has no id of its own; pytest would number the values of most types."""
    if isinstance(val, _NAMED_BY_PYTEST) or callable(val):
        return None
    name = _readable(val)
    assert "object at 0x" not in name, f"give the cases of {argname!r} ids: {val!r}"
    return textwrap.shorten(name, _LONGEST_NAME, placeholder="…") or f"no {argname}"


_NAMED_BY_PYTEST = (str, bytes, int, float, complex, type(None))
_LONGEST_NAME = 60


def _readable(value: object) -> str:
    if isinstance(value, Mapping):
        return ", ".join(f"{_readable(key)} {_readable(inner)}" for key, inner in value.items())
    if isinstance(value, Collection) and not isinstance(value, str | bytes):
        names = map(_readable, value)
        return " ".join(sorted(names) if isinstance(value, AbstractSet) else names)
    if is_dataclass(value) and not isinstance(value, type) and "__str__" not in vars(type(value)):
        given = {field.name: getattr(value, field.name) for field in fields(value)}
        return _readable([given[field.name] for field in fields(value) if given[field.name] != field.default])
    return str(value)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    if terminalreporter.stats.get("failed"):
        profile = "CI=true " if os.environ.get("CI") else ""
        terminalreporter.section("Hypothesis")
        again = f"pytest --hypothesis-seed={config.option.hypothesis_seed}"
        terminalreporter.line(f"The same cases again: {profile}{again}")


@dataclass(frozen=True)
class Outcome:
    code: int
    out: str
    err: str


Run: TypeAlias = "Callable[..., Outcome]"
"""`run("make", "-g", "side")`: the command line in this process."""
Process: TypeAlias = "Callable[..., subprocess.CompletedProcess[bytes]]"
"""The command line as a process of its own; keywords are variables of its environment (None: not set)."""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that the test works in, away from the checkout, on a day that is always the same."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")  # 2026-01-01
    for name in ("COLUMNS", "THORACIC_DEBUG", "PYTHONUNBUFFERED"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


@pytest.fixture
def run(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    assert folder

    def run(*arguments: str) -> Outcome:
        monkeypatch.setattr(sys, "argv", ["thoracic", *arguments])
        code = 0
        try:
            main()
        except SystemExit as ended:
            code = int(ended.code or 0)
        said = capsys.readouterr()
        return Outcome(code, said.out, said.err)

    return run


@pytest.fixture
def process(folder: Path) -> Process:
    def process(*arguments: str, **variables: str | None) -> subprocess.CompletedProcess[bytes]:
        environment = {**os.environ, **variables}
        return subprocess.run(
            [sys.executable, "-c", "from generator.cli import main; main()", *arguments],
            cwd=folder,
            env={name: value for name, value in environment.items() if value is not None},
            capture_output=True,
            check=False,
        )

    return process
