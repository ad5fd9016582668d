from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.programs import skip_or_fail
from tests.verapdf import VeraPdf, missing_parts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


@pytest.fixture(scope="session")
def verapdf() -> Iterator[VeraPdf]:
    """The real validator, one for all tests; without its parts they are skipped, or fail in CI."""
    if missing := missing_parts():
        skip_or_fail(f"veraPDF needs {', '.join(missing)}: run .ci/install-system-packages and make gate")
    with VeraPdf() as validator:
        yield validator


@pytest.fixture
def broken_rules(verapdf: VeraPdf, tmp_path: Path) -> Callable[[bytes, str], dict[str, str]]:
    """The rules of a flavour that a file breaks, with what they ask for, by clause and test."""

    def broken_rules(content: bytes, flavour: str) -> dict[str, str]:
        path = tmp_path / "file.pdf"
        path.write_bytes(content)
        return {rule.number: rule.description for rule in verapdf.verdicts([path], flavour)[path]}

    return broken_rules
