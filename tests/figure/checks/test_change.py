from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.figure.checks.change import CHANGED, share, too_alike
from generator.figure.picture import camera
from generator.figure.picture.framing import extent
from generator.figure.picture.scene import Scene
from generator.figure.pose.reading import read_pose_file
from generator.figure.pose.stage import stages
from tests.figure.samples import COARSE

if TYPE_CHECKING:
    from tests.figure.conftest import Pose

NOD = "pose: {head: {flexion: 8}}"
SIDESTEP = "pose: {pelvis: {at: [0.4, 0.93, 0]}}"
BOW = "pose: {lumbar: {flexion: 50}, thoracic: {flexion: 40}, arms: {flexion: 60}}"
INSET = "insets: [{of: left_hand, right: 0.5}]"


def pair(pose: Pose, end: str) -> tuple[Scene, Scene]:
    text = (
        "person: man-2\ncamera: {{azimuth: 0, elevation: 5}}\n"
        "pose: {{pelvis: {{at: [0, 0.93, 0]}}, legs: {{hip_flexion: 0}}, rest: []}}\n"
        "frames: {{start: {{}}, end: {{{}}}}}\n"
    )
    staged = stages(read_pose_file(pose(text.format(end))))
    crops = camera.crops({name: extent(stage) for name, stage in staged.items()}, COARSE)
    start, last = (Scene(stage, crops[name]) for name, stage in staged.items())
    return start, last


@pytest.mark.parametrize(
    "end",
    [BOW, f"{NOD}, {INSET}", "ghost: true, pose: {left_arm: {abduction: 45}}"],
    ids=["a bow", "a nod and an inset", "an arm and its ghost"],
)
def test_a_change_that_shows_or_is_shown_is_enough(pose: Pose, end: str) -> None:
    assert too_alike(*pair(pose, end)) == []


@pytest.mark.parametrize(
    ("end", "advice"),
    [
        (NOD, "move more, or write ghost: true, or add an inset"),
        (SIDESTEP, "move more, or write ghost: true, or add an inset"),
        (f"ghost: true, {NOD}", "its ghost is hidden: move more, or add an inset"),
    ],
    ids=["a nod", "a step aside", "a nod whose ghost is hidden"],
)
def test_pictures_that_look_alike_are_found(pose: Pose, end: str, advice: str) -> None:
    (found,) = too_alike(*pair(pose, end))
    assert found.startswith("only ")
    assert found.endswith(f"% of the picture differs from the start, of 25 % asked; {advice}")


def test_how_much_differs_is_told_after_moving_one_over_the_other(pose: Pose) -> None:
    assert share(*pair(pose, "")) == 0
    assert share(*pair(pose, SIDESTEP)) < 0.1 < CHANGED < share(*pair(pose, BOW))
