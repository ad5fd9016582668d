from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np
import pytest

from generator.figure.picture import camera, cover, ghost
from generator.figure.picture.framing import extent
from generator.figure.picture.illustration import illustrate
from generator.figure.picture.scene import Scene
from generator.figure.pose.reading import read_pose_file
from generator.figure.pose.stage import stages
from tests.figure.samples import COARSE

if TYPE_CHECKING:
    from generator.figure.pose.stage import Stage
    from tests.figure.conftest import Pose

ARM_RISES = (
    "person: man-1\nframes:\n"
    "  start: {camera: {azimuth: 90, elevation: 0}, props: [{kind: ball, at: [-0.4, 0.5]}]}\n"
    "  end: {ghost: GHOST, camera: {azimuth: 0, elevation: 0}, pose: {left_arm: {abduction: 90}}}\n"
)


@pytest.fixture
def end(pose: Pose) -> Stage:
    return stages(read_pose_file(pose(ARM_RISES.replace("GHOST", "true"))))["end"]


def drawn(stage: Stage) -> tuple[Scene, str]:
    crop = camera.crops({"": extent(stage)}, COARSE)[""]
    return Scene(stage, crop), illustrate(stage, crop, "").svg


def test_a_dashed_outline_runs_where_the_figure_no_longer_is(end: Stage) -> None:
    scene, svg = drawn(end)
    (data,) = re.findall(rf'stroke="{ghost.INK}" stroke-width="{ghost.WIDTH}"[^>]* d="([^"]+)"', svg)
    begins = [tuple(map(float, at)) for at in re.findall(r"M([\d.]+) ([\d.]+)", data)]
    assert len(begins) > 6
    places = np.array(begins) / scene.scale
    assert not cover.near(cover.body_and_things(scene), places, 2).any()
    hip = scene.crop.screen(end.posture.position["pelvis"][None], scene.view)[0]
    assert (places[:, 0] > hip[0]).all()  # the left arm alone has moved, and it was on the left


def test_the_ghost_is_seen_by_the_frame_s_own_camera_and_without_things(end: Stage) -> None:
    scene, _ = drawn(end)
    mask = ghost.silhouette(scene)
    hand = scene.crop.screen(end.before.posture.position["left_hand"][None], scene.view)[0]  # type: ignore[union-attr]
    assert mask[int(hand[1]), int(hand[0])]
    assert not scene.buffers.grid("layer")[int(hand[1]), int(hand[0])]
    ball = scene.crop.screen(np.array([[-0.4, 0.1, 0.5]]), scene.view)[0]
    assert not mask[int(ball[1]), max(int(ball[0]), 0)]


def test_without_it_there_is_none(pose: Pose) -> None:
    without = stages(read_pose_file(pose(ARM_RISES.replace("GHOST", "false"))))["end"]
    assert ghost.INK not in drawn(without)[1]


def test_the_picture_has_room_for_the_ghost(pose: Pose) -> None:
    text = "person: man-1\nframes: {start: {pose: {pelvis: {at: [0.5, 0.9, 0]}}}, end: {ghost: GHOST}}\n"
    widths = []
    for said in ("true", "false"):
        stage = stages(read_pose_file(pose(text.replace("GHOST", said))))["end"]
        found = extent(stage)
        widths.append(found.right - found.left)
    assert widths[0] > widths[1] + 0.3
