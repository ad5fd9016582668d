"""A staged frame → whether a body can do it, and whether its picture shows what it must.

Nothing floats, nothing passes through anything, hands are on what they hold, joints stay in human range, and
every marked zone, the head and both hands can be seen from the camera; arrows and insets stand beside what
they are about; and the end looks unlike the start.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.figure.checks.arrow_places import misplaced_arrows
from generator.figure.checks.change import too_alike
from generator.figure.checks.collisions import through_body
from generator.figure.checks.contacts import floating, hands_and_feet, inside_things
from generator.figure.checks.inset_places import misplaced_insets
from generator.figure.checks.joint_ranges import out_of_range
from generator.figure.checks.parts_in_sight import hidden_parts
from generator.figure.checks.pressing import not_pressing
from generator.figure.checks.zone_visibility import unseen_zones
from generator.figure.picture import camera
from generator.figure.picture.framing import extent
from generator.figure.picture.scene import Scene
from generator.figure.pose.reading import read_pose_file
from generator.figure.pose.stage import stages

if TYPE_CHECKING:
    from pathlib import Path

    from generator.figure.pose.stage import Stage

COARSE = 0.6  # raster pixels per SVG unit that suffice to measure what a picture shows


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is wrong with a frame."""

    file: str
    frame: str
    what: str

    def __str__(self) -> str:
        """`file frame: what`."""
        return f"{self.file} {self.frame}: {self.what}"


def check_file(path: Path) -> list[Finding]:
    """Every finding in every frame of a pose file.

    Raises:
        BadDataError: the file is not valid.
    """
    staged = stages(read_pose_file(path))
    crops = camera.crops({name: extent(stage) for name, stage in staged.items()}, COARSE)
    scenes = {name: Scene(stage, crops[name]) for name, stage in staged.items()}
    found = [Finding(path.stem, name, what) for name, scene in scenes.items() for what in check_scene(scene)]
    if {"start", "end"} <= scenes.keys():
        found += [Finding(path.stem, "end", what) for what in too_alike(scenes["start"], scenes["end"])]
    return found


def check_stage(stage: Stage) -> list[str]:
    """All that is wrong with a staged frame by itself, in words, on a scale of its own."""
    return check_scene(Scene(stage, camera.crops({"": extent(stage)}, COARSE)[""]))


def check_scene(scene: Scene) -> list[str]:
    """All that is wrong with a frame by itself, in words."""
    stage = scene.stage
    return [
        *inside_things(stage), *floating(stage), *hands_and_feet(stage), *through_body(stage),
        *not_pressing(stage), *out_of_range(stage), *unseen_zones(scene), *misplaced_arrows(scene),
        *hidden_parts(scene), *misplaced_insets(scene),
    ]  # fmt: skip
