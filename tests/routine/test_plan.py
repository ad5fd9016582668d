"""What a routine says of itself."""

from __future__ import annotations

import pytest

from generator.routine.plan import Condition


@pytest.mark.parametrize(
    ("condition", "text"),
    [
        pytest.param(Condition("hernia"), "hernia", id="plain"),
        pytest.param(Condition("pregnancy", weeks=0), "pregnancy:0-weeks", id="weeks"),
        pytest.param(Condition("spondylitis", stage="fused"), "spondylitis:fused", id="stage"),
    ],
)
def test_a_condition_is_written_as_it_is_typed(condition: Condition, text: str) -> None:
    assert str(condition) == text
