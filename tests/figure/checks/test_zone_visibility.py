from __future__ import annotations

from typing import TYPE_CHECKING

from generator.figure.checks.zone_visibility import unseen_zones

if TYPE_CHECKING:
    from tests.figure.conftest import View


def test_a_zone_that_faces_the_camera_is_found_good(scene: View) -> None:
    assert unseen_zones(scene("camera: {azimuth: 180}\nzones: [upper_back]")) == []


def test_a_zone_on_the_far_side_is_found(scene: View) -> None:
    (found,) = unseen_zones(scene("camera: {azimuth: 0}\nzones: [upper_back]"))
    assert found.startswith("of the zone upper_back only 0 cm²")


def test_a_zone_that_an_inset_shows_is_found_good(scene: View) -> None:
    inset = "{of: mid_back, radius: 0.3, right: 0.8, zoom: 1, camera: {azimuth: 180}}"
    assert unseen_zones(scene(f"camera: {{azimuth: 0}}\nzones: [upper_back]\ninsets: [{inset}]")) == []
