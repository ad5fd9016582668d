from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.figure.body.cast import CAST
from generator.figure.checks.findings import check_stage

if TYPE_CHECKING:
    from tests.figure.conftest import Make


@pytest.mark.parametrize("person", CAST)
def test_each_person_stands_on_both_feet_in_normal_range(stage: Make, person: str) -> None:
    assert check_stage(stage("position: standing", person)) == []


@pytest.mark.parametrize("position", ["four_point", "lying_on_back", "lying_on_left", "lying_on_right"])
def test_the_starting_positions_need_no_more_to_be_sound(stage: Make, position: str) -> None:
    assert [
        what for what in check_stage(stage(f"position: {position}")) if "normal" in what or "under" in what
    ] == []
