from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import numpy as np
import pytest

from generator.figure.picture import contours, insets
from generator.figure.picture.framing import extent
from generator.figure.picture.illustration import illustrate

if TYPE_CHECKING:
    from generator.figure.picture.scene import Scene
    from tests.figure.conftest import Make, View

KNEE = "{of: left_knee, radius: 0.1, right: 0.6, up: 0.3, zoom: 2.5}"


def picture(scene: Scene) -> ET.Element:
    return ET.fromstring(illustrate(scene.stage, scene.crop, "").svg)


def ellipses(root: ET.Element) -> list[dict[str, float]]:
    found = root.iter("{http://www.w3.org/2000/svg}ellipse")
    return [{key: float(value) for key, value in ellipse.attrib.items()} for ellipse in found]


def test_the_circle_and_the_ring_round_its_place_are_in_the_picture(scene: View) -> None:
    seen = scene(f"camera: {{azimuth: 0, elevation: 0}}\ninsets: [{KNEE}]")
    root = picture(seen)
    _, _, width, height = map(float, root.attrib["viewBox"].split())
    rings = ellipses(root)
    assert len({ring["rx"] for ring in rings}) == 3  # the small ring, the circle, the white round it
    for ring in rings:
        assert 0 <= ring["cx"] - ring["rx"] < ring["cx"] + ring["rx"] <= width
        assert 0 <= ring["cy"] - ring["ry"] < ring["cy"] + ring["ry"] <= height
    small, circle = rings[0], rings[-1]
    assert circle["rx"] == pytest.approx(2.5 * small["rx"], abs=0.2)
    assert circle["cx"] - small["cx"] == pytest.approx(0.6 * seen.crop.units_per_metre, abs=0.2)
    assert small["cy"] - circle["cy"] == pytest.approx(0.3 * seen.crop.units_per_metre, abs=0.2)


def test_the_line_runs_from_ring_to_circle(scene: View) -> None:
    root = picture(scene(f"camera: {{azimuth: 0, elevation: 0}}\ninsets: [{KNEE}]"))
    small, circle = (ellipses(root)[i] for i in (0, -1))
    lines = [path.attrib["d"] for path in root.iter("{http://www.w3.org/2000/svg}path")]
    (line,) = {d for d in lines if re.fullmatch(r"M[\d.]+ [\d.]+L[\d.]+ [\d.]+", d)}
    start, end = np.array([float(value) for value in re.findall(r"[\d.]+", line)]).reshape(2, 2)
    for spot, ring in ((start, small), (end, circle)):
        assert np.hypot(*(spot - [ring["cx"], ring["cy"]])) == pytest.approx(ring["rx"], abs=0.3)


def test_nothing_of_the_view_lies_outside_the_circle(scene: View) -> None:
    seen = scene("insets: [{of: sternum, radius: 0.15, right: 0.6, zoom: 2}]")
    inner = insets.inner_scene(seen.stage.frame.insets[0], seen)
    cracks = contours.cracks(inner.buffers, inner.pixel, inner.muted, inner.ear_front)
    middle = np.array([inner.window.shape]) / 2
    for kinds, _ in contours.within(cracks, inner.window):
        off = np.hypot(*(np.argwhere(kinds) - middle).T)
        assert off.size
        assert off.max() <= inner.window.shape[0] / 2 + 1


def test_lines_are_as_wide_inside_as_outside(scene: View) -> None:
    seen = scene(f"insets: [{KNEE}]")
    inner = insets.inner_scene(seen.stage.frame.insets[0], seen)
    assert inner.scale == pytest.approx(seen.scale)
    assert inner.pixel == pytest.approx(seen.pixel / 2.5)


def test_it_may_be_seen_from_elsewhere_and_be_about_a_thing(scene: View) -> None:
    seen = scene(
        "props: [{kind: ball, at: [0.3, 0.3]}]\n"
        "insets: [{of: ball, radius: 0.05, right: 0.5, up: 0.5, camera: {azimuth: 90, elevation: 0}}]"
    )
    inner = insets.inner_scene(seen.stage.frame.insets[0], seen)
    assert np.allclose(inner.view[0], [0, 0, -1], atol=1e-9)
    (ball,) = inner.prop_numbers["ball"]
    row, column = (size // 2 for size in inner.window.shape)
    assert inner.buffers.grid("layer")[row, column] == ball


def test_the_extent_makes_room(stage: Make) -> None:
    plain, more = extent(stage("")), extent(stage(f"insets: [{KNEE}]"))
    assert more.right > plain.right + 0.3


@pytest.mark.parametrize(("zoom", "rings"), [(2.2, 1), (0.9, 0)])
def test_only_what_it_enlarges_has_a_ring_in_the_picture(scene: View, zoom: float, rings: int) -> None:
    seen = scene(f"insets: [{{of: sternum, radius: 0.2, right: 0.9, up: 0.3, zoom: {zoom}}}]")
    (inset,) = seen.stage.frame.insets
    of = seen.crop.to_units(insets.place(inset, seen.stage).of[None])[0]
    drawn = insets.frame(inset, seen, "")
    assert drawn.count(f'<ellipse cx="{of[0]:.1f}" cy="{of[1]:.1f}"') == 2 * rings  # halo and line


def test_an_arrow_in_a_view_from_below_crosses_no_mat(scene: View) -> None:
    arrow = "{path: [{point: sternum, right: -0.1, up: 0.2}, {point: sternum, right: 0.1, up: 0.2}]}"
    seen = scene(
        "position: lying_face_down\nprops: [kind: mat]\n"
        "insets: [{of: sternum, radius: 0.3, up: 0.6, camera: {azimuth: 0, elevation: -80}, "
        f"arrows: [{arrow}]}}]"
    )
    assert "#00566b" in illustrate(seen.stage, seen.crop, "").svg
