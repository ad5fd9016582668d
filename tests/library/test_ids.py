from __future__ import annotations

import pytest

from generator.library import ids
from generator.library.prepared import own_library


@pytest.fixture(scope="module")
def known() -> dict[str, tuple[str, ...]]:
    library = own_library()
    return {
        "exercise_ids": tuple(sorted(exercise.id for exercise in library.exercises)),
        "condition_ids": tuple(library.precautions),
        "kit_ids": library.kit,
        "languages": (library.words.language,),
    }


@pytest.mark.parametrize("name", ["exercise_ids", "condition_ids", "kit_ids", "languages"])
def test_what_is_seen_at_a_glance_is_what_the_library_holds(
    name: str, known: dict[str, tuple[str, ...]]
) -> None:
    assert getattr(ids, name)() == known[name]
