from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.figure.checks.arrow_places import misplaced_arrows

if TYPE_CHECKING:
    from tests.figure.conftest import View

FRONT = "camera: {azimuth: 0, elevation: 5}\n"


def arrow(text: str) -> str:
    return f"{FRONT}arrows: [{{{text}}}]"


@pytest.mark.parametrize(
    "course",
    [
        "path: [{point: head, right: 0.3}, {point: head, right: 0.5}]",
        "path: [{point: sternum}, {point: sternum, right: 0.45}]",
        "path: [{point: left_shoulder, right: 0.5}, {point: navel, up: 0.05}], over: true",
        "ring: {around: T7, from: -100, to: 40}",
    ],
    ids=["beside the figure", "out of the figure", "over it on purpose", "round it"],
)
def test_arrows_that_cover_nothing_are_found_good(scene: View, course: str) -> None:
    assert misplaced_arrows(scene(arrow(course))) == []


@pytest.mark.parametrize(
    ("course", "words"),
    [
        (
            "path: [{point: head, right: 0.5}, {point: head}], over: true",
            "has its head over the head; move it",
        ),
        (
            "path: [{point: left_hand, right: 0.4}, {point: left_hand}]",
            "has its head over the left hand; move it",
        ),
        (
            "path: [{point: head, right: 0.4}, {point: head, right: -0.4}], over: true",
            "crosses the head; lead it past",
        ),
        (
            "path: [{point: sternum, right: 0.5}, {point: sternum}]",
            "has its head over the body or a thing; move it, or write over: true",
        ),
        (
            "ring: {around: T7, from: 0, to: 180}",
            "has its head behind the body or a thing; end the ring earlier or later",
        ),
        (
            "path: [{point: head, right: 0.3}, {point: head, right: 0.33}]",
            "has a head without a stroke; give it more room",
        ),
    ],
    ids=["face", "hand", "across the face", "body", "behind", "too short"],
)
def test_arrows_in_bad_places_are_found(scene: View, course: str, words: str) -> None:
    assert misplaced_arrows(scene(arrow(course))) == [f"arrow 1 {words}"]
