"""The closed sets of words that the library's files, plans and the code share.

They are kept apart from `model` because help and completion need only these, and must be quick.
"""

from __future__ import annotations

from enum import StrEnum

FRAMES = ("start", "way", "end")
"""The names of an exercise's pictures, in the order of the movement; `way` may be left out."""


ARTICLE = "seventeen-best"
"""The source that the library began with; what comes from elsewhere goes beyond it."""

BASES = ("dose", "steps", "serves", "demands")
"""The parts of an exercise's facts that may each rest on a source of its own."""


class Kind(StrEnum):
    """What sort of work an exercise is."""

    RELEASE = "release"
    MOBILISATION = "mobilisation"
    STRETCH = "stretch"
    STRENGTHENING = "strengthening"
    CONTROL = "control"


class Goal(StrEnum):
    """The movement of the thoracic spine that a client wants back."""

    EXTENSION = "extension"
    FLEXION = "flexion"
    ROTATION = "rotation"
    SIDE = "side"


class Position(StrEnum):
    """How the body rests during an exercise, from the floor up."""

    ON_BACK = "on-back"
    FACE_DOWN = "face-down"
    ON_SIDE = "on-side"
    FOUR_POINT_KNEEL = "four-point-kneel"
    SITTING_FLOOR = "sitting-floor"
    BED_ON_BACK = "bed-on-back"
    BED_FACE_DOWN = "bed-face-down"
    BED_ON_SIDE = "bed-on-side"
    SITTING_CHAIR = "sitting-chair"
    STANDING = "standing"
    SQUATTING = "squatting"


class Demand(StrEnum):
    """What an exercise asks of the body; precautions are about demands, never about exercises."""

    END_RANGE_FLEXION = "end-range-flexion"
    END_RANGE_EXTENSION = "end-range-extension"
    END_RANGE_ROTATION = "end-range-rotation"
    END_RANGE_SIDE_BENDING = "end-range-side-bending"
    FLEXION_WITH_SIDE_BENDING = "flexion-with-side-bending"
    NECK_FLEXION_WITH_HAND_PRESSURE = "neck-flexion-with-hand-pressure"
    HEAD_DOWN = "head-down"
    ARMS_OVERHEAD = "arms-overhead"
    HANGING_BY_THE_ARMS = "hanging-by-the-arms"
    WEIGHT_THROUGH_THE_HANDS = "weight-through-the-hands"
    KNEELING = "kneeling"
    DEEP_SQUAT_OR_LUNGE = "deep-squat-or-lunge"
    STANDING_BALANCE = "standing-balance"
    GETTING_TO_AND_FROM_THE_FLOOR = "getting-to-and-from-the-floor"
    LYING_ON_THE_BACK = "lying-on-the-back"
    LYING_FACE_DOWN = "lying-face-down"
    LYING_ON_THE_SIDE = "lying-on-the-side"
    PRESSURE_ON_MUSCLE = "pressure-on-muscle"
    PRESSURE_OF_THE_FINGERTIPS = "pressure-of-the-fingertips"
    PRESSURE_ON_THE_SPINE = "pressure-on-the-spine"
    PRESSURE_ON_THE_RIBS = "pressure-on-the-ribs"
    PRESSURE_ON_THE_ABDOMEN = "pressure-on-the-abdomen"
    DEEP_CHEST_STRETCH = "deep-chest-stretch"
    BENDING_OVER_IN_STANDING = "bending-over-in-standing"
    REPEATED_END_RANGE_OSCILLATION = "repeated-end-range-oscillation"
    MID_RANGE_FLEXION = "mid-range-flexion"
    MID_RANGE_EXTENSION = "mid-range-extension"
    MID_RANGE_ROTATION = "mid-range-rotation"
    MID_RANGE_SIDE_BENDING = "mid-range-side-bending"
    BACK_MUSCLE_WORK = "back-muscle-work"
    HANDS_BEHIND_THE_HEAD = "hands-behind-the-head"
    ARMS_TO_SHOULDER_HEIGHT = "arms-to-shoulder-height"
    ONE_ARM_OVERHEAD = "one-arm-overhead"
    ONE_ARM_BEHIND = "one-arm-behind"
    BOTH_ARMS_NEEDED = "both-arms-needed"
    HEAD_TIPPED_BACK = "head-tipped-back"
    NECK_DRAWN_BACK = "neck-drawn-back"
    NECK_FLEXION = "neck-flexion"  # without a pull of the hands
    LYING_FLAT = "lying-flat"  # without a prop below head and shoulders
    DEEP_BREATHING = "deep-breathing"
    BREATH_HOLD = "breath-hold"
    EDGE_OF_THE_BED = "edge-of-the-bed"


class Sides(StrEnum):
    """Whether an exercise is done once for the whole body or once for each side."""

    NONE = "none"
    EACH = "each"


class ShownSide(StrEnum):
    """The side of the body that an exercise's pictures show at work."""

    LEFT = "left"
    RIGHT = "right"


class Manner(StrEnum):
    """How a dose is counted."""

    WORK = "work"  # seconds of slow pressure (releases)
    BREATHE = "breathe"  # breaths, on each tender spot where it has such
    HOLD = "hold"  # seconds in the stretch
    OSCILLATE = "oscillate"  # times to rock gently at the end of the range
    ALTERNATE = "alternate"  # times to go there and back
    REPEAT = "repeat"  # times to do a movement
    HOLD_AND_REPEAT = "hold-and-repeat"  # times to hold, and seconds for each


class Action(StrEnum):
    """What a precaution does to an exercise, from the mildest to the strictest."""

    CARE = "care"  # do it, and mind these words
    ADAPT = "adapt"  # do an easier form of it, or less of it
    LEAVE_OUT = "leave-out"
    REFER = "refer"  # do nothing at all before a clinician or doctor has agreed


class Basis(StrEnum):
    """How firm a precaution is, from the firmest to the least firm."""

    GUIDELINE = "guideline"
    TRIAL = "trial"
    CONSENSUS = "consensus"
    INDIRECT = "indirect"  # concluded from facts about something near it
    ARTICLE = "article"  # what one clinician advises
    CONVENTION = "convention"  # what is usually done; nobody has tested it


KIT_OF_POSITION = {
    Position.SITTING_CHAIR: "chair",
    Position.BED_ON_BACK: "bed",
    Position.BED_FACE_DOWN: "bed",
    Position.BED_ON_SIDE: "bed",
}
"""The kit that a position itself needs, whatever the exercise: nobody sits on a chair without one."""

POSITIONS_IN_BED = tuple(position for position, kit in KIT_OF_POSITION.items() if kit == "bed")
"""Lying in them asks for no way down to the floor."""
