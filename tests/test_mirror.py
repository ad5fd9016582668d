"""Where tests stand: those of `generator/x/y.py` are in `tests/x/test_y.py`, or in `tests/x/test_y_*.py`."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

CHECKOUT = Path(__file__).resolve().parent.parent

# Modules without logic of their own.
UNTESTED = {
    "booklet/content",  # dataclasses
    "booklet/details",
    "booklet/model",
    "booklet/page_setup",
    "library/files",
    "pdf/picture_object",
    "figure/body/cast",  # data
    "library/vocabulary",
    "text/faces",
    "version",
    "resources",  # two paths; `distribution/test_wheel` looks at those of an installed copy
}
# Tests of the whole: of the data, of booklets, of what is distributed, of files by other programs' verdict.
WHOLE = {"data", "distribution", "gate", "whole", "test_documentation", "test_mirror"}


def modules(folder: str, pattern: str) -> set[PurePosixPath]:
    """The modules below a folder of the checkout, without their endings."""
    root = CHECKOUT / folder
    return {PurePosixPath(path.relative_to(root).with_suffix("")) for path in root.rglob(pattern)}


SOURCES = {
    str(source.parent / source.name.strip("_"))
    for source in modules("generator", "*.py")
    if source.name != "__init__"
}
TESTED = {
    str(test.parent / test.name.removeprefix("test_"))
    for test in modules("tests", "test_*.py")
    if test.parts[0] not in WHOLE
}


def source_of(tested: str) -> str | None:
    """The longest name that fits: `svg_path` has tests of `svg_path`, not of `svg`."""
    fitting = (source for source in SOURCES if tested == source or tested.startswith(f"{source}_"))
    return max(fitting, key=len, default=None)


def test_every_module_with_logic_has_tests_of_its_own() -> None:
    assert SOURCES - {source_of(tested) for tested in TESTED} == UNTESTED


def test_every_file_of_tests_has_its_module() -> None:
    assert [tested for tested in TESTED if source_of(tested) is None] == []
