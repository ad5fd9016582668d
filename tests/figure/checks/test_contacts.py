from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from generator.figure.checks import contacts
from generator.figure.pose.stage import part_vertices

if TYPE_CHECKING:
    from tests.figure.conftest import Make


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param(
            "pose: {rest: [], pelvis: {at: [0, 0.70, 0]}, legs: {hip_flexion: 0, knee: 0}}",
            "the body is 128 mm under the floor",
            id="sunk to the knees",
        ),
        pytest.param("props: [{kind: box, at: [0, 0], height: 0.3}]", "inside the box", id="legs in a box"),
    ],
)
def test_skin_inside_things_is_found(stage: Make, text: str, said: str) -> None:
    assert said in "\n".join(contacts.inside_things(stage(text)))


@pytest.mark.parametrize(
    ("depth", "found"),
    [
        pytest.param(0.010, [], id="a palm that gives"),
        pytest.param(0.020, ["the body is 20 mm under the floor"], id="20 mm"),
        pytest.param(0.040, ["the body is 40 mm under the floor"], id="40 mm"),
    ],
)
def test_a_part_in_the_floor_is_found_however_deep_others_may_rest(
    stage: Make, depth: float, found: list[str]
) -> None:
    made = stage("pose: {rest: [{parts: [left_foot, right_foot], sink: 0.04}]}")
    lowered = made.vertices.copy()
    hand = part_vertices("woman-1", "left_hand")
    lowered[hand, 1] -= lowered[hand, 1].min() + depth
    assert contacts.inside_things(replace(made, vertices=lowered)) == found


def test_a_part_may_sink_as_deep_as_its_rest_says(stage: Make) -> None:
    for sink in (0.005, 0.04):
        made = stage(f"pose: {{rest: [{{parts: [left_foot, right_foot], sink: {sink}}}]}}")
        assert contacts.inside_things(made) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param(
            "position: lying_on_back\nprops: [{kind: roller, at: [0, 2]}]\n"
            "pose: {rest: [{parts: [pelvis]}, {parts: [head], on: roller, by: neck.flexion}]}",
            "above the roller",
            id="all parts",
        ),
        pytest.param(
            "pose: {legs: {hip_flexion: 0, knee: 0}, left_leg: {knee: 90}}",
            "the left_foot floats",
            id="one part of two",
        ),
    ],
)
def test_what_rests_on_nothing_is_found(stage: Make, text: str, said: str) -> None:
    assert said in "\n".join(contacts.floating(stage(text)))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("pose: {left_arm: {palm_at: [1.5, 1.5, 0]}}", "left hand is", id="hand"),
        pytest.param(
            "pose: {legs: {foot_at: [0.1, 0, 0.9]}, pelvis: {at: [0, 0.9, 0]}, rest: []}",
            "foot is",
            id="foot",
        ),
        pytest.param(
            "props: [{kind: bar, at: [0, 2], height: 1}]\npose: {left_arm: {grip: {on: bar}}}",
            "off bar",
            id="grip",
        ),
    ],
)
def test_what_cannot_be_reached_is_found(stage: Make, text: str, said: str) -> None:
    assert said in "\n".join(contacts.hands_and_feet(stage(text)))
