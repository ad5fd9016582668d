"""A staged frame → whether a body can do it, and whether its picture shows what it must.

Nothing floats, nothing passes through anything, hands are on what they hold, joints stay in human range, and
every marked zone can be seen from the camera.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.figure.checks.collisions import through_body
from generator.figure.checks.contacts import floating, hands_and_feet, inside_things
from generator.figure.checks.joint_ranges import out_of_range
from generator.figure.checks.zone_visibility import unseen_zones
from generator.figure.pose.reading import read_pose_file
from generator.figure.pose.stage import stages

if TYPE_CHECKING:
    from pathlib import Path

    from generator.figure.pose.stage import Stage


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
    return [Finding(path.stem, name, what) for name, stage in staged.items() for what in check_stage(stage)]


def check_stage(stage: Stage) -> list[str]:
    """All that is wrong with a staged frame, in words."""
    return [
        *inside_things(stage), *floating(stage), *hands_and_feet(stage), *through_body(stage),
        *out_of_range(stage), *unseen_zones(stage),
    ]  # fmt: skip
