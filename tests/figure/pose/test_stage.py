from __future__ import annotations

from typing import TYPE_CHECKING

from generator.figure.pose.reading import read_pose_file
from generator.figure.pose.stage import part_vertices, stages

if TYPE_CHECKING:
    from tests.figure.conftest import Make, Pose


def test_a_number_is_solved_until_a_part_touches(stage: Make) -> None:
    made = stage(
        "position: lying_on_back\nprops: [{kind: roller, under: T7}]\npose:\n  rest:\n"
        "    - {parts: [chest], on: roller}\n    - {parts: [pelvis], by: pelvis.tilt, between: [-110, -50]}\n"
    )
    seat = made.vertices[part_vertices("woman-1", "pelvis"), 1].min()
    chest = made.vertices[part_vertices("woman-1", "chest")]
    assert abs(seat) < 0.015
    assert abs(made.props[0].distance(chest).min()) < 0.02
    assert -110 < made.pose.pelvis.tilt < -50


def test_both_legs_can_be_solved_together(stage: Make) -> None:
    made = stage(
        "position: lying_face_down\npose:\n  rest:\n    - {parts: [pelvis]}\n"
        "    - {parts: [left_shin, right_shin], by: legs.hip_flexion, between: [-20, 20]}\n"
    )
    assert made.pose.left_leg.hip_flexion == made.pose.right_leg.hip_flexion


def test_a_frame_with_a_ghost_knows_the_start(pose: Pose) -> None:
    staged = stages(
        read_pose_file(pose("person: man-1\nghost: true\nframes: {start: {}, way: {}, end: {}}\n"))
    )
    assert staged["start"].before is None
    assert staged["way"].before is staged["end"].before is staged["start"]
