"""What exists: the values that the library room hands to all others.

Everything here is frozen. Numbers come from `data/exercises/`, sentences from `data/words/<language>/`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


FRAMES = ("start", "way", "end")
"""The names of an exercise's pictures, in the order of the movement; `way` may be left out."""


class Kind(StrEnum):
    """What sort of work an exercise is."""

    RELEASE = "release"
    MOBILISATION = "mobilisation"
    STRETCH = "stretch"


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
    SITTING_CHAIR = "sitting-chair"
    STANDING = "standing"
    SQUATTING = "squatting"


class Kit(StrEnum):
    """What a client needs to have at hand."""

    MASSAGE_BALL = "massage-ball"
    FOAM_ROLLER = "foam-roller"
    DOOR_FRAME = "door-frame"
    CHAIR = "chair"
    BAR = "bar"
    MAT = "mat"


class Muscle(StrEnum):
    """A muscle or an area that an exercise works on."""

    TRAPEZIUS = "trapezius"
    RHOMBOIDS = "rhomboids"
    ERECTOR_SPINAE = "erector-spinae"
    INTERCOSTALS = "intercostals"
    PECTORALIS_MAJOR = "pectoralis-major"
    PECTORALIS_MINOR = "pectoralis-minor"
    LATISSIMUS_DORSI = "latissimus-dorsi"
    UPPER_ABDOMINALS = "upper-abdominals"
    THORACIC_ROTATORS = "thoracic-rotators"
    SIDE_OF_THE_TRUNK = "side-of-the-trunk"
    SIDE_OF_THE_RIB_CAGE = "side-of-the-rib-cage"
    SIDE_OF_THE_SPINE = "side-of-the-spine"
    FRONT_OF_THE_TRUNK = "front-of-the-trunk"
    THORACIC_JOINTS = "thoracic-joints"
    BETWEEN_THE_SHOULDER_BLADES = "between-the-shoulder-blades"
    UPPER_BACK = "upper-back"


class Demand(StrEnum):
    """What an exercise asks of the body; precautions speak of demands, never of exercises."""

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

    WORK = "work"  # so many seconds of slow pressure (releases)
    BREATHE = "breathe"  # so many breaths on each tender spot
    HOLD = "hold"  # stay in the stretch for so many seconds
    OSCILLATE = "oscillate"  # rock gently at the end of the range, so many times
    ALTERNATE = "alternate"  # go there and back, so many times
    REPEAT = "repeat"  # do a movement, so many times
    HOLD_AND_REPEAT = "hold-and-repeat"  # hold for so many seconds, so many times


@dataclass(frozen=True, slots=True)
class Span:
    """A range of whole numbers, both ends included; `least == most` for one figure."""

    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Dose:
    """How much of an exercise to do, for one side where it has sides.

    Attributes:
        manner: how it is counted, which decides what of the rest is set.
        seconds: WORK: how long to work; HOLD and HOLD_AND_REPEAT: how long to hold each time.
        times: OSCILLATE, ALTERNATE, REPEAT, HOLD_AND_REPEAT: how many times; else 1.
        breaths: BREATHE: breaths on each spot; else 0.
        sets: how often the whole is done.
    """

    manner: Manner
    seconds: Span | None = None
    times: int = 1
    breaths: int = 0
    sets: int = 1


@dataclass(frozen=True, slots=True)
class Exercise:
    """The facts of one exercise.

    Attributes:
        number: the exercise's number in its source (1 to 17 there), and its default order.
        serves: how well it serves each goal, from 1 (a little) to 5 (the first choice); for a release:
            how well it prepares for the goal.
        positions: the positions it can be done in, the preferred one first.
        kit_optional: makes it more comfortable; never a reason to leave it out.
        source: id of an entry of `data/sources.yaml`.
        source_reference: where in that source.
        shown_side: the side of the body that the pictures show at work; None for an exercise without sides.
        own_pictures: by frame name, pictures that stand for the house's: paths from the library's folder,
            with slashes between folders.
    """

    id: str
    number: int
    kind: Kind
    serves: Mapping[Goal, int]
    positions: tuple[Position, ...]
    kit_needed: tuple[Kit, ...]
    kit_optional: tuple[Kit, ...]
    muscles: tuple[Muscle, ...]
    demands: tuple[Demand, ...]
    dose: Dose
    sides: Sides
    source: str
    source_reference: str
    shown_side: ShownSide | None = None
    own_pictures: Mapping[str, str] = field(default_factory=dict)


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


@dataclass(frozen=True, slots=True)
class Rule:
    """What one condition means for exercises that ask certain things of the body.

    Attributes:
        id: unique in its precaution; names the words that are printed at an exercise.
        demands: an exercise that makes any of them is concerned; none named: every exercise is.
        source: id of an entry of `data/sources.yaml`.
        from_week: holds from this week of the condition on; None from the beginning.
        until_week: holds before this week; None for ever.
        stages: holds in these stages of the condition; none named: in all.
        is_gentle: the dose is at most the gentle one (only with `adapt`).
    """

    id: str
    action: Action
    demands: tuple[Demand, ...]
    basis: Basis
    source: str
    from_week: int | None = None
    until_week: int | None = None
    stages: tuple[str, ...] = ()
    is_gentle: bool = False


@dataclass(frozen=True, slots=True)
class Favour:
    """Exercises that a condition calls for: those that have any of these, and are not releases."""

    basis: Basis
    source: str
    muscles: tuple[Muscle, ...] = ()
    demands: tuple[Demand, ...] = ()
    goals: tuple[Goal, ...] = ()


@dataclass(frozen=True, slots=True)
class Precaution:
    """All that a condition means: `data/precautions.yaml`.

    Attributes:
        id: of the condition.
        rules: in the order of the file.
        has_weeks: its stage is a number of weeks, as in `pregnancy:20-weeks`.
        stages: the names of its stages, where it has such, as in `ankylosing-spondylitis:fused`.
        favours: exercises that it calls for.
        instead: goals to work on in place of one that it leaves nothing safe for.
        no_positions: positions that are impossible with it.
        no_kit: what is not at hand with it.
    """

    id: str
    rules: tuple[Rule, ...]
    has_weeks: bool = False
    stages: tuple[str, ...] = ()
    favours: Favour | None = None
    instead: Mapping[Goal, tuple[Goal, ...]] = field(default_factory=dict)
    no_positions: tuple[Position, ...] = ()
    no_kit: tuple[Kit, ...] = ()


@dataclass(frozen=True, slots=True)
class ConditionWords:
    """Every sentence about one condition, in one language: `words/<language>/conditions.yaml`.

    Attributes:
        name: as a clinician would write it.
        synonyms: what else a clinician may type for it; only ever suggested, never taken silently.
        client: what the client reads about it on the page "Before you start".
        clinician: what the clinician should know of it; may be empty.
        rules: by rule id, what the client reads at an exercise that the rule concerns. Every rule that
            changes an exercise (`care`, `adapt`) has such words; a rule that leaves it out has them for an
            exercise that the clinician puts in all the same.
    """

    id: str
    name: str
    synonyms: tuple[str, ...]
    client: str
    clinician: str
    rules: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Source:
    """Where facts come from: `data/sources.yaml`.

    Attributes:
        kind: such as article, guideline, trial.
        where: a DOI or the like; empty where there is none.
    """

    id: str
    title: str
    kind: str
    where: str = ""


@dataclass(frozen=True, slots=True)
class FrameWords:
    """The words of one picture: what stands below it, and what a screen reader says instead of it."""

    caption: str
    alt: str


@dataclass(frozen=True, slots=True)
class ExerciseWords:
    """Every sentence that a client reads about one exercise, in one language.

    Attributes:
        frames: by frame name, in order: `start`, perhaps `way`, `end`.
        terms: ids of glossary entries that these words use.
        sides: by side (`left`, `right`), which way to go when only that side is worked on; empty for an
            exercise without sides.
    """

    id: str
    name: str
    purpose: str
    steps: tuple[str, ...]
    frames: Mapping[str, FrameWords]
    feel: str
    caution: str
    easier: str
    harder: str
    mistake: str
    breathing: str
    terms: tuple[str, ...]
    sides: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Term:
    """A word explained: a line of the booklet's word list."""

    id: str
    term: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Words:
    """All words of one language.

    Attributes:
        language: BCP 47 tag, such as `en`.
        exercises: by exercise id.
        conditions: by condition id.
        glossary: by term id, in the order of the file.
        labels: every other sentence or label, by dotted key (`cover.title`); some hold `{placeholders}`.
    """

    language: str
    exercises: Mapping[str, ExerciseWords]
    glossary: Mapping[str, Term]
    labels: Mapping[str, str]
    conditions: Mapping[str, ConditionWords] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Library:
    """All exercises, in the order of their numbers, and all precautions, with their sources and words.

    Attributes:
        precautions: by condition id, in the order of the file.
    """

    exercises: tuple[Exercise, ...]
    sources: Mapping[str, Source]
    words: Words
    precautions: Mapping[str, Precaution] = field(default_factory=dict)

    def exercise(self, exercise_id: str) -> Exercise:
        """The exercise of that id.

        Raises:
            KeyError: there is none.
        """
        for exercise in self.exercises:
            if exercise.id == exercise_id:
                return exercise
        raise KeyError(exercise_id)
