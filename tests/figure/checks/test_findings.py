from __future__ import annotations

from typing import TYPE_CHECKING

from generator.figure.checks import findings

if TYPE_CHECKING:
    from tests.figure.conftest import Make, Pose


def test_a_stage_is_checked_in_every_way(stage: Make) -> None:
    made = stage(
        "camera: {azimuth: 0}\nzones: [upper_back]\nprops: [{kind: box, at: [0, 0], height: 0.3}]\n"
        "arrows: [{path: [{point: head, right: 0.5}, {point: head}]}]\n"
        "pose: {thoracic: {rotation: 60}, right_leg: {foot_at: [0.1, 0, 0]}}"
    )
    found = "\n".join(findings.check_stage(made))
    for said in (
        "inside the box",
        "thoracic rotation",
        "passes through the other leg",
        "zone upper_back",
        "arrow 1",
    ):
        assert said in found


def test_a_file_is_checked_frame_by_frame(pose: Pose) -> None:
    path = pose("person: man-1\nframes: {start: {}, end: {pose: {lumbar: {rotation: 9}}}}\n")
    found = [str(finding) for finding in findings.check_file(path)]
    assert [one.split(" is ")[0] for one in found[:1]] == ["pose end: lumbar rotation"]
    assert [one.split("%")[1] for one in found[1:]] == [" of the picture differs from the start, of 25 "]
