"""The wheel, in an environment that holds nothing else, outside the checkout."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]
LOCK = CHECKOUT / "requirements" / "program.txt"


def ran(*command: str | Path, folder: Path) -> subprocess.CompletedProcess[str]:
    # Nothing that points to the checkout, or to the environment that the tests run in, is handed on.
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("PYTHON", "VIRTUAL_ENV", "COV_", "COVERAGE"))
    }
    return subprocess.run(command, cwd=folder, env=kept, capture_output=True, text=True, check=False)


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    build: list[str | Path] = [
        sys.executable,
        "-m",
        "build",
        "--wheel",
        "--no-isolation",
        "--outdir",
        folder,
        CHECKOUT,
    ]
    built = ran(*build, folder=folder)
    assert built.returncode == 0, built.stdout + built.stderr
    (made,) = folder.glob("*.whl")
    return made


@pytest.fixture(scope="session")
def thoracic(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command, installed with what is locked for the program and nothing else."""
    environment = tmp_path_factory.mktemp("environment")
    venv.create(environment, with_pip=True)
    programs = environment / ("Scripts" if os.name == "nt" else "bin")
    pip: list[str | Path] = [programs / "python", "-m", "pip"]
    install = [*pip, "install", "--quiet", "--no-compile"]
    locked: list[str | Path] = ["--require-hashes", "--only-binary", ":all:", "-r", LOCK]
    installed = ran(*install, *locked, folder=environment)
    if "No matching distribution" in installed.stderr and not os.environ.get("CI"):
        pytest.skip("no package index can be reached")
    assert installed.returncode == 0, installed.stderr
    installed = ran(*install, "--no-index", "--no-deps", wheel, folder=environment)
    assert installed.returncode == 0, installed.stderr
    checked = ran(*pip, "check", folder=environment)
    assert checked.returncode == 0, checked.stdout  # what the wheel declares is there
    return programs / "thoracic"


def test_it_holds_the_library_the_fonts_and_every_licence(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
        texts = {Path(name).name: name for name in names if "/licenses/" in name}
        mit = archive.read(texts["LICENSE"]).decode()
        font_licences = [archive.read(name) for name in texts.values() if name.endswith("-OFL.txt")]
    assert "MIT License" in mit
    assert font_licences
    assert all(b"SIL OPEN FONT LICENSE" in text.upper() for text in font_licences)
    carried = [*(CHECKOUT / "data").rglob("*.yaml"), *(CHECKOUT / "assets" / "fonts").iterdir()]
    assert {f"generator/_resources/{path.relative_to(CHECKOUT).as_posix()}" for path in carried} <= names
    assert "generator/py.typed" in names
    assert [name for name in names if name.split("/")[0] in ("tests", "bench", "output")] == []


def test_it_makes_a_booklet_outside_the_checkout(thoracic: Path, tmp_path: Path) -> None:
    made = ran(thoracic, "make", "-g", "rotation", "--json", folder=tmp_path)
    assert made.returncode == 0, made.stderr
    values = json.loads(made.stdout)
    assert values["pages"] > 1
    assert (tmp_path / values["file"]).read_bytes().startswith(b"%PDF-1.7")
    exercises = {path.stem for path in (CHECKOUT / "data" / "exercises").glob("*.yaml")}
    listed = json.loads(ran(thoracic, "list", "--json", folder=tmp_path).stdout)
    assert {each["id"] for each in listed} == exercises
    where = "from generator.resources import DATA; print(DATA)"
    data = ran(thoracic.parent / "python", "-c", where, folder=tmp_path).stdout.strip()
    assert Path(data).is_dir()
    assert CHECKOUT not in Path(data).parents
