from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.figure.checks.findings import check_stage
from generator.problems import BadDataError

if TYPE_CHECKING:
    from tests.figure.conftest import Make


def test_a_hand_on_a_knee_touches_it(stage: Make) -> None:
    made = stage(
        "position: sitting\nprops: [kind: chair]\npose: {arms: {grip: {on: left_thigh, at: 0.1, palm: down}}}"
    )
    assert [what for what in check_stage(made) if "hand" in what or "through" in what] == []


def test_what_nobody_can_hold_is_refused_by_name(stage: Make) -> None:
    with pytest.raises(BadDataError, match="there is nothing to hold called 'rope'"):
        stage("pose: {left_arm: {grip: {on: rope}}}")
