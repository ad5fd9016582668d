from __future__ import annotations

import pytest
from pydantic import ValidationError

from generator.figure.pose.model import Frame, Pose, PoseFile, Rest, Target


def test_what_is_not_said_is_easy_standing_seen_from_the_front_left() -> None:
    frame = Frame()
    assert (frame.position, frame.eyes, frame.camera.azimuth) == ("standing", "open", 35)
    assert (frame.pose.left_arm.elbow, frame.pose.thoracic.flexion, frame.props) == (10, 0, ())


def test_an_empty_value_means_the_default() -> None:
    empty = {"zones": None, "camera": None, "pose": {"pelvis": {"tilt": None}}}
    assert Frame.model_validate(empty) == Frame()


def test_an_empty_value_that_is_needed_is_refused() -> None:
    with pytest.raises(ValidationError):
        Rest.model_validate({"parts": None})


@pytest.mark.parametrize(
    ("short", "whole"),
    [
        pytest.param("T7", {"point": "T7"}, id="a name"),
        pytest.param([0, 1, 2], {"at": [0, 1, 2]}, id="three numbers"),
    ],
)
def test_a_target_has_short_forms(short: object, whole: object) -> None:
    assert Target.model_validate(short) == Target.model_validate(whole)


@pytest.mark.parametrize("side", ["left", "right"])
def test_limbs_are_found_by_their_side(side: str) -> None:
    pose = Pose.model_validate({"left_arm": {"elbow": 20}, "left_leg": {"knee": 30}})
    assert (pose.arm(side).elbow, pose.leg(side).knee) == ((20, 30) if side == "left" else (10, 2))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ({"frames": {"end": {"ghost": True}}}, "shows the start, and there is none"),
        ({"frames": {"start": {"ghost": True}, "end": {}}}, "the start cannot have a ghost"),
    ],
    ids=["no start", "of itself"],
)
def test_a_ghost_needs_a_start_and_a_later_frame(text: dict[str, object], said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        PoseFile.model_validate({"person": "man-1"} | text)
