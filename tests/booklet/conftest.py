"""The real library, read once, and a measure that is quick and easy to reckon with."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.booklet.wording import Wording
from generator.library.loading import load_library
from tests.booklet.laying_out import EvenMeasure

if TYPE_CHECKING:
    from generator.library.model import Library


@pytest.fixture(scope="session")
def library() -> Library:
    return load_library()


@pytest.fixture(scope="session")
def wording(library: Library) -> Wording:
    return Wording(library.words)


@pytest.fixture
def measure() -> EvenMeasure:
    return EvenMeasure()
