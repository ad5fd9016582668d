"""What others say of our files: a validator of PDF/UA and PDF/A, qpdf, and programs that some tests need."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import TYPE_CHECKING, NoReturn

import page as page_validation
import pytest

if TYPE_CHECKING:
    from pathlib import Path


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


def failed_rules(content: bytes, folder: Path, profile: str = "ua1") -> list[str]:
    """What the validator finds wrong, of PDF/UA-1 or another profile."""
    file = folder / "validated.pdf"
    file.write_bytes(content)
    report = page_validation.validate_pdf(str(file), profile=profile)
    assert report.is_compliant is not bool(report.failures)
    return [str(failure) for failure in report.failures]


def damage(content: bytes, folder: Path) -> list[str]:
    """What qpdf finds wrong with the file's own build, line by line."""
    file = folder / "checked.pdf"
    file.write_bytes(content)
    done = subprocess.run(
        [needs_program("qpdf"), "--check", file], capture_output=True, text=True, check=False
    )
    assert (done.returncode == 0) is not bool(done.stderr)
    return done.stderr.splitlines()
