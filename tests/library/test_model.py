from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.library.conftest import SmallLibrary


def test_an_exercise_is_found_by_its_id(small: SmallLibrary) -> None:
    assert small.load().exercise("turn").number == 2


def test_an_unknown_id_is_a_key_error(small: SmallLibrary) -> None:
    with pytest.raises(KeyError, match="tern"):
        small.load().exercise("tern")
