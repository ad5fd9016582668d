"""Programs outside Python that some tests look at the files with."""

from __future__ import annotations

import os
import shutil
from typing import NoReturn

import pytest


def needs_program(name: str) -> str:
    """The path of a program; without it the test is skipped, or fails where everything must be there."""
    path = shutil.which(name)
    if path is None:
        skip_or_fail(f"{name} is not installed")
    return path


def skip_or_fail(reason: str) -> NoReturn:
    """Skip the test, or fail in CI, where everything must be there."""
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)
