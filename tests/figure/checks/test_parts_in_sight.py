from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.figure.checks.parts_in_sight import hidden_parts

if TYPE_CHECKING:
    from tests.figure.conftest import View

BEHIND = "pose: {left_arm: {grip: {on: lower_back}}}"


def test_head_and_hands_in_full_view_are_found_good(scene: View) -> None:
    assert hidden_parts(scene("camera: {azimuth: 20}")) == []


def test_a_hand_behind_the_body_is_found(scene: View) -> None:
    (found,) = hidden_parts(scene(f"camera: {{azimuth: 0}}\n{BEHIND}"))
    assert found.startswith("only 0 % of the left hand shows")
    assert found.endswith("unseen: [left_hand]")


def test_a_hand_that_is_out_of_sight_on_purpose_is_excused(scene: View) -> None:
    assert hidden_parts(scene(f"camera: {{azimuth: 0}}\nunseen: [left_hand]\n{BEHIND}")) == []


@pytest.mark.parametrize("high", [1.35, 0.2])
def test_a_head_behind_a_thing_is_found(scene: View, high: float) -> None:
    box = f"camera: {{azimuth: 0}}\nprops: [{{kind: box, at: [0, {high}, 0.5], height: 0.4}}]"
    names = [found.split(" of the ")[1].split(" shows")[0] for found in hidden_parts(scene(box))]
    assert ("head" in names) == (high > 1)
