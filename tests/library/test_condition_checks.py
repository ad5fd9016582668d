from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.library.conftest import mistakes

if TYPE_CHECKING:
    from tests.library.conftest import SmallLibrary


@pytest.mark.parametrize("mistake", mistakes("condition_checks"))
def test_a_mistake_is_shown_where_it_is(small: SmallLibrary, mistake: str) -> None:
    small.assert_shown(mistake)
