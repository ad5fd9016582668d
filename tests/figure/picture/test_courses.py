from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from generator.figure.body import trunk
from generator.figure.picture import courses, cover

if TYPE_CHECKING:
    from generator.figure.picture.scene import Scene
    from tests.figure.conftest import View

SIDE = "camera: {azimuth: 90, elevation: 0}\n"


def run(scene: Scene) -> tuple[courses.Course, np.ndarray]:
    (arrow,) = scene.stage.frame.arrows
    found = courses.course(arrow, scene)
    return found, courses.shown(arrow, found, scene)


def test_a_stroke_leaves_a_clear_gap_where_it_would_cover_the_figure(scene: View) -> None:
    seen = scene(SIDE + "arrows: [{path: [{point: T7, right: 0.4}, {point: T7, right: -0.5}]}]")
    found, kept = run(seen)
    inside = cover.near(cover.body_and_things(seen), found.points / seen.scale, 0)
    assert inside.any()
    assert not (kept & inside).any()
    edge = found.points[inside][:, 0]
    drawn = np.concatenate([piece[:, 0] for piece in courses.pieces(found.points, kept)])
    gaps = [drawn[drawn > edge.max()].min() - edge.max(), edge.min() - drawn[drawn < edge.min()].max()]
    assert all(courses.STROKE / 2 + 5 < gap < 3 * courses.STROKE for gap in gaps)
    assert len(courses.pieces(found.points, kept)) == 2


def test_an_arrow_over_the_figure_crosses_clothes_but_not_hands(scene: View) -> None:
    front = "camera: {azimuth: 0, elevation: 0}\npose: {arms: {elbow: 0, abduction: 20}}\n"
    across = "[{{point: {0}, right: -0.3}}, {{point: {0}, right: 0.5}}], over: true"
    _, kept = run(scene(f"{front}arrows: [{{path: {across.format('navel')}}}]"))
    assert kept.all()
    _, kept = run(scene(f"{front}arrows: [{{path: {across.format('left_hand')}}}]"))
    assert not kept.all()
    assert kept[0]


def test_out_leads_away_from_the_trunk_however_it_lies(scene: View) -> None:
    for tilt in (0, 60):
        seen = scene(
            f"{SIDE}pose: {{pelvis: {{tilt: {tilt}}}}}\n"
            "arrows: [{path: [{point: mid_back, out: 0.1}, {point: mid_back, out: 0.3}]}]"
        )
        view, posture = seen.view, seen.stage.posture
        start, end = courses.plane_points(seen.stage.frame.arrows[0], posture, view)
        assert np.linalg.norm(end - start) == pytest.approx(0.2)
        spine = (view @ (trunk.middle(posture, "T5") - trunk.middle(posture, "T9")))[:2]
        assert abs((end - start) @ spine) / np.linalg.norm(spine) < 0.06
        assert np.linalg.norm(end - (view @ trunk.middle(posture, "T7"))[:2]) > 0.3


def test_a_ring_is_hidden_behind_the_body_and_shows_in_front(scene: View) -> None:
    seen = scene("camera: {azimuth: 0, elevation: 10}\narrows: [{ring: {from: -180, to: 45}}]")
    found, kept = run(seen)
    middle = seen.crop.screen(trunk.middle(seen.stage.posture, "T7")[None], seen.view)[0]
    before = abs(found.points[:, 0] - middle[0] * seen.scale) < 15
    assert found.depth is not None
    behind = before & (found.depth > middle[2])
    assert behind.any()
    assert not kept[behind].any()
    assert kept[before & (found.depth < middle[2])].all()


def test_heads_point_on_as_the_stroke_runs(scene: View) -> None:
    seen = scene(SIDE + "arrows: [{path: [{at: [0, 1, 1]}, {at: [0, 1.4, 1]}], both: true}]")
    found, _ = run(seen)
    assert np.array([head.along for head in found.heads]) == pytest.approx(np.array([[0, -1], [0, 1]]))
    assert found.heads[0].tip[1] < found.points[-1][1] < found.points[0][1] < found.heads[1].tip[1]
    assert np.ptp(found.heads[0].corners[:, 0]) == pytest.approx(2 * courses.HEAD_HALF)


def test_stubs_are_left_out() -> None:
    points = np.column_stack([np.arange(100.0), np.zeros(100)])
    kept = (points[:, 0] < 40) | ((points[:, 0] > 60) & (points[:, 0] < 70))
    (piece,) = courses.pieces(points, kept)
    assert piece[-1, 0] == 39
