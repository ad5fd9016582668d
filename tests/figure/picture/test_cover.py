from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from generator.figure.body.points import point
from generator.figure.picture import cover

if TYPE_CHECKING:
    from generator.figure.geometry.rotations import BoolArray
    from generator.figure.picture.scene import Scene
    from tests.figure.conftest import View


def at(mask: BoolArray, scene: Scene, name: str) -> bool:
    screen = scene.crop.screen(point(scene.stage.posture, name)[None], scene.view)[0]
    return bool(mask[int(screen[1]), int(screen[0])])


def test_head_and_hands_are_told_from_the_rest(scene: View) -> None:
    seen = scene("camera: {azimuth: 0, elevation: 0}\npose: {arms: {abduction: 30}}")
    found = cover.head_and_hands(seen)
    assert {name for name, mask in found.items() if at(mask, seen, "forehead")} == {"head"}
    assert {name for name, mask in found.items() if at(mask, seen, "left_hand")} == {"left hand"}
    assert {name for name, mask in found.items() if at(mask, seen, "right_hand")} == {"right hand"}
    for name in ("sternum", "left_elbow", "left_ankle"):
        assert not any(at(mask, seen, name) for mask in found.values())


def test_a_mat_may_be_crossed_a_box_not(scene: View) -> None:
    seen = scene(
        "camera: {azimuth: 0, elevation: 20}\n"
        "props: [{kind: mat, at: [0, 0], width: 2}, {kind: box, at: [0.7, 0], height: 0.3}]"
    )
    covered, layer = cover.body_and_things(seen), seen.buffers.grid("layer")
    assert not covered[layer == seen.prop_numbers["mat"][0]].any()
    assert covered[layer == seen.prop_numbers["box"][0]].all()
    assert covered[cover.head(seen)].all()


def test_near_looks_round_a_point() -> None:
    mask = np.zeros((40, 40), bool)
    mask[20, 20] = True
    points = np.array([[20.5, 20.5], [26.5, 20.5], [32.5, 20.5], [-3, 4]])
    assert cover.near(mask, points, 6).tolist() == [True, True, False, False]
