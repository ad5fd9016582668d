"""Every pose of the project, checked frame by frame."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.figure import illustrations
from generator.figure.checks.findings import check_file
from generator.figure.pose.reading import read_pose_file

if TYPE_CHECKING:
    from pathlib import Path

POSES = sorted(illustrations.POSES.glob("*.yaml"))


@pytest.mark.parametrize("path", POSES, ids=lambda path: path.stem)
def test_a_body_can_do_it_and_the_picture_shows_it(path: Path) -> None:
    assert [str(finding) for finding in check_file(path)] == []


def test_every_exercise_shows_its_start_and_its_end() -> None:
    for path in POSES:
        assert {"start", "end"} <= set(read_pose_file(path).frames), path.stem


def test_women_and_men_take_turns() -> None:
    people = [read_pose_file(path).person for path in POSES]
    women = sum(person.startswith("woman") for person in people)
    assert abs(2 * women - len(people)) <= 1
