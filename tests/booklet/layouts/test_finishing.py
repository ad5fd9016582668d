"""What a file says of itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.asking import Asked
from tests.booklet.laying_out import (
    laid_out,
)

if TYPE_CHECKING:
    from generator.library.model import Library


@pytest.mark.parametrize(
    ("client", "clinician", "clinic", "title", "author"),
    [
        ("Ann Example", "Dr Bo", "Spine Clinic", "Your upper back routine – Ann Example", "Dr Bo"),
        ("", "", "Spine Clinic", "Your upper back routine", "Spine Clinic"),
        ("", "", "", "Your upper back routine", ""),
    ],
)
def test_the_file_is_described_by_its_people_and_goals(
    library: Library, client: str, clinician: str, clinic: str, title: str, author: str
) -> None:
    request = Asked(goals=("side", "rotation"), client=client, clinician=clinician, clinic=clinic)
    booklet = laid_out(library, request).booklet
    assert (booklet.title, booklet.author) == (title, author)
    assert booklet.subject == "side bending and rotation"
    assert booklet.language == "en"
