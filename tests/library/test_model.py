from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.library.vocabulary import Position

if TYPE_CHECKING:
    from tests.library.conftest import SmallLibrary


def test_an_exercise_is_found_by_its_id(small: SmallLibrary) -> None:
    assert small.load().exercise("turn").number == 2


def test_an_unknown_id_is_a_key_error(small: SmallLibrary) -> None:
    with pytest.raises(KeyError, match="tern"):
        small.load().exercise("tern")


def test_a_position_may_need_kit_besides_that_of_the_exercise(small: SmallLibrary) -> None:
    arch = small.load().exercise("arch")
    assert arch.kit_in(Position.STANDING) == ("door-frame",)
    assert arch.kit_in(Position.SITTING_CHAIR) == ("door-frame", "chair")
    assert arch.kit_in(Position.BED_ON_SIDE) == ("door-frame", "bed")


def test_what_is_not_of_the_article_goes_beyond_it(small: SmallLibrary) -> None:
    small.replace("sources.yaml", "article:", "seventeen-best:")
    small.replace("exercises/turn.yaml", "{id: article,", "{id: seventeen-best,")
    library = small.load()
    assert [each.id for each in library.exercises if each.goes_beyond_the_article] == ["arch", "press"]
