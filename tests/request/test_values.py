"""Values of several parts as they are typed; `test_keys` reads them back."""

from __future__ import annotations

import pytest

from generator.request.values import Offset, PainLimits, SidesToWorkOn
from generator.routine.plan import Side


@pytest.mark.parametrize(
    ("value", "typed"),
    [
        (PainLimits(3, 5), "3,5"),
        (Offset(0.5, -1), "0.5,-1"),
        (SidesToWorkOn(), "both"),
        (SidesToWorkOn(Side.LEFT), "left"),
        (SidesToWorkOn(Side.BOTH, (("hanging", Side.LEFT),)), "hanging=left"),
        (
            SidesToWorkOn(Side.LEFT, (("hanging", Side.BOTH), ("translation", Side.RIGHT))),
            "left,hanging=both,translation=right",
        ),
    ],
)
def test_as_it_is_typed(value: object, typed: str) -> None:
    assert str(value) == typed
