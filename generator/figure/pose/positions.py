"""Starting positions: what a pose file leaves unsaid, so that a pose needs few numbers."""

from __future__ import annotations

from typing import Any

POSITIONS: dict[str, dict[str, Any]] = {
    "standing": {
        "legs": {"foot_at": [0.10, 0, 0.0]},
        "arms": {"abduction": 9, "elbow": 12, "pronation": 25},
        "rest": [{"parts": ["left_foot", "right_foot"]}],
    },
    "four_point": {
        "pelvis": {"tilt": 76},
        "legs": {"hip_flexion": 76, "hip_abduction": 4, "knee": 90, "ankle": -62},
        "arms": {"palm_on_floor": [0.18, 0.46], "elbow_towards": "back"},
        "neck": {"flexion": -10},
        "rest": [{"parts": ["left_leg", "right_leg"]}],
    },
    "lying_on_back": {
        "pelvis": {"tilt": -90},
        "legs": {"foot_at": [0.12, 0, 0.52], "knee_towards": "up", "toes": "forward", "sole": "down"},
        "arms": {"abduction": 18, "elbow": 8, "pronation": 0},
        "rest": [{"parts": ["pelvis", "chest"], "sink": 0.012}],
    },
    "lying_face_down": {
        "pelvis": {"tilt": 90},
        "legs": {"hip_flexion": 0, "hip_abduction": 5, "knee": 3, "ankle": -55},
        "arms": {"abduction": 60, "elbow": 90},
        "rest": [{"parts": ["pelvis", "chest", "left_leg", "right_leg"], "sink": 0.012}],
    },
    "lying_on_left": {
        "pelvis": {"lean": 90},
        "legs": {"hip_flexion": 50, "hip_abduction": 0, "knee": 70},
        "arms": {"flexion": 80, "abduction": 0, "elbow": 20},
        "left_arm": {"abduction": -16},  # the lower arm lies before the chest, not under it
        "rest": [
            {"parts": ["pelvis", "left_leg"], "sink": 0.012},
            {"parts": ["left_arm"], "by": "pelvis.lean", "between": [95, 65], "sink": 0.012},
        ],
    },
    "lying_on_right": {
        "pelvis": {"lean": -90},
        "legs": {"hip_flexion": 50, "hip_abduction": 0, "knee": 70},
        "arms": {"flexion": 80, "abduction": 0, "elbow": 20},
        "right_arm": {"abduction": -16},  # the lower arm lies before the chest, not under it
        "rest": [
            {"parts": ["pelvis", "right_leg"], "sink": 0.012},
            {"parts": ["right_arm"], "by": "pelvis.lean", "between": [-95, -65], "sink": 0.012},
        ],
    },
    "sitting": {
        "pelvis": {"at": [0, 0.54, 0]},
        "legs": {"foot_at": [0.13, 0, 0.42], "knee_towards": "up+forward"},
        "arms": {"abduction": 9, "elbow": 12},
        "rest": [{"parts": ["pelvis"], "on": "chair", "sink": 0.015}],
    },
    "floor_sitting": {
        "pelvis": {"at": [0, 0.09, 0], "tilt": -6},
        "legs": {"foot_at": [0.16, 0, 0.48], "knee_towards": "up+forward"},
        "arms": {"abduction": 12, "elbow": 12},
        "rest": [{"parts": ["pelvis"], "sink": 0.015}],
    },
    "squatting": {
        "pelvis": {"at": [0, 0.42, -0.12], "tilt": 20},
        "legs": {"foot_at": [0.16, 0, 0.08], "knee_towards": [0.35, 0.5, 1]},
    },
}
