"""The locks in `requirements/`: complete, exact, and good for everybody."""

from __future__ import annotations

import contextlib
import re
import tomllib
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

if TYPE_CHECKING:
    from packaging.markers import Marker

CHECKOUT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))
NAMES = ("program", "dev", "gate", "lock")
HASH = re.compile(r" --hash=sha256:[0-9a-f]{64}\b")


class Locked(NamedTuple):
    version: str
    marker: Marker | None


def entries(name: str) -> list[str]:
    """The requirements of a lock, each in one line, without remarks."""
    text = (CHECKOUT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
    lines = re.sub(r"\\\n *", "", text).splitlines()
    return [line for line in lines if line and not line.lstrip().startswith("#")]


def requirements_of(name: str) -> list[Requirement]:
    return [Requirement(HASH.sub("", entry)) for entry in entries(name)]


def locked(name: str) -> dict[str, list[Locked]]:
    found: dict[str, list[Locked]] = {}
    for requirement in requirements_of(name):
        (pin,) = requirement.specifier
        assert pin.operator == "=="
        found.setdefault(canonicalize_name(requirement.name), []).append(
            Locked(pin.version, requirement.marker)
        )
    return found


def group(name: str) -> list[Requirement]:
    found = []
    for entry in PROJECT["dependency-groups"][name]:
        found += group(entry["include-group"]) if isinstance(entry, dict) else [Requirement(entry)]
    return found


def declared(name: str) -> list[Requirement]:
    """What pyproject.toml says has to be in a lock."""
    program = [Requirement(entry) for entry in PROJECT["project"]["dependencies"]]
    extra = [Requirement(entry) for entry in PROJECT["project"]["optional-dependencies"]["draw"]]
    build = [Requirement(entry) for entry in PROJECT["build-system"]["requires"]]
    return {
        "program": [*program, *build, *group("install")],
        "dev": [*program, *extra, *build, *group("dev")],
        "gate": group("gate"),
        "lock": group("lock"),
    }[name]


@pytest.mark.parametrize("name", NAMES)
def test_everything_that_is_declared_is_locked_in_its_range(name: str) -> None:
    found = locked(name)
    for requirement in declared(name):
        pins = found[canonicalize_name(requirement.name)]
        assert all(requirement.specifier.contains(pin.version, prereleases=True) for pin in pins), requirement


@pytest.mark.parametrize("name", NAMES)
def test_every_entry_has_hashes_and_nothing_says_where_it_comes_from(name: str) -> None:
    assert all(HASH.search(entry) for entry in entries(name))
    # Options, such as an index, begin with a hyphen; addresses and paths have slashes.
    assert [entry for entry in entries(name) if entry.lstrip().startswith("-")] == []
    text = (CHECKOUT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
    assert not re.search(r"[/@]|\\(?!\n)|\b-c\b", text)


def test_the_locks_agree_with_each_other() -> None:
    together: dict[str, set[str]] = {}
    for name in NAMES:
        for package, pins in locked(name).items():
            together.setdefault(package, set()).update(pin.version for pin in pins)
    assert {package: versions for package, versions in together.items() if len(versions) > 1} == {}


@pytest.mark.parametrize("python", ["3.11", "3.12", "3.13", "3.14"])
@pytest.mark.parametrize("system", ["linux", "darwin", "win32"])
def test_what_is_declared_is_installed_on_every_python_and_system(python: str, system: str) -> None:
    where = {"python_version": python, "python_full_version": f"{python}.0", "sys_platform": system}
    for name in NAMES:
        found = locked(name)
        for requirement in declared(name):
            (pin,) = found[canonicalize_name(requirement.name)]
            assert pin.marker is None or pin.marker.evaluate(where), requirement


def test_no_group_or_extra_was_forgotten() -> None:
    assert set(PROJECT["dependency-groups"]) == {"install", "dev", "gate", "lock"}
    assert set(PROJECT["project"]["optional-dependencies"]) == {"draw"}
    assert {path.name for path in (CHECKOUT / "requirements").iterdir()} == {f"{name}.txt" for name in NAMES}


@pytest.mark.parametrize("name", NAMES)
def test_an_extra_that_a_package_needs_is_locked_with_the_package(name: str) -> None:
    """Older pips look for `coverage[toml]` by itself, and take its newest release, which no lock knows."""
    wanted: dict[str, set[str]] = {}
    for package in locked(name):
        with contextlib.suppress(PackageNotFoundError):  # another lock's, or another system's
            for text in requires(package) or ():
                needed = Requirement(text)
                if needed.marker is None or needed.marker.evaluate({"extra": ""}):
                    wanted.setdefault(canonicalize_name(needed.name), set()).update(needed.extras)
    kept = {requirement.name: requirement.extras for requirement in requirements_of(name)}
    assert {
        package: extras
        for package, extras in wanted.items()
        if package in kept and not extras <= kept[package]
    } == {}
