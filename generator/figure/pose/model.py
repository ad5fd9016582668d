"""What a pose file may say, checked by pydantic.

Angles are degrees, lengths metres. Positive is flexion, bending to the figure's left and turning to its left.
Everything has a default: a frame says only what differs from the file's base, and the base only what differs
from the starting position. The defaults below hold for what none of the three says.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator

from generator.documents.checking import mistake
from generator.figure.geometry.rotations import DIRECTIONS
from generator.figure.pose.marks import Arrow, Camera, Inset
from generator.figure.pose.part import Degrees, Part, Vector

PartName = Literal[
    "head", "torso", "chest", "pelvis", "left_arm", "right_arm", "left_hand", "right_hand", "left_forearm",
    "right_forearm", "left_leg", "right_leg", "left_foot", "right_foot", "left_toes", "right_toes",
    "left_shin", "right_shin", "left_thigh", "right_thigh",
]  # fmt: skip
ZoneName = Literal[
    "between_shoulder_blades", "upper_back", "rotators", "upper_abdomen",
    "left_between_shoulder_blades", "right_between_shoulder_blades",
    "left_chest", "right_chest", "left_lat", "right_lat", "left_ribs", "right_ribs",
    "left_side", "right_side", "left_side_of_spine", "right_side_of_spine", "upper_chest", "back_muscles",
    "left_serratus", "right_serratus", "left_waist", "right_waist",
]  # fmt: skip
HandName = Literal["relaxed", "flat", "spread", "point", "fist", "press"]
FrameName = Literal["start", "way", "end"]
PositionName = Literal["standing", "four_point", "lying_on_back", "lying_face_down", "lying_on_left",
                       "lying_on_right", "sitting", "floor_sitting", "squatting"]  # fmt: skip


def _check_direction(value: object) -> object:
    if isinstance(value, str):
        unknown = [word for word in value.split("+") if word.strip() not in DIRECTIONS]
        if unknown:
            raise mistake(f"is not a direction: '{unknown[0]}'", f"use {', '.join(DIRECTIONS)}, joined by +")
    return value


Direction = Annotated[str | Vector, BeforeValidator(_check_direction)]


class Bend(Part):
    """How a stretch of the spine, or the head, is bent: total angles over the stretch."""

    flexion: Degrees = 0
    side_bend: Degrees = 0
    rotation: Degrees = 0


class ThoracicBend(Bend):
    """The thoracic spine's bend; `apex` is where it is strongest, `spread` how far it reaches (0-1)."""

    apex: str | None = Field(default=None, pattern=r"^T([1-9]|1[0-2])$")
    spread: float = Field(default=0.4, ge=0.1, le=2)


class Pelvis(Part):
    """Where the pelvis is (the middle between the hip joints) and how it lies.

    `turn` is about the vertical, `tilt` forward (90 = face down, -90 = on the back), `lean` to the left,
    `roll` about the trunk's own length.
    """

    at: Vector | None = None
    turn: Degrees = 0
    tilt: Degrees = 0
    lean: Degrees = 0
    roll: Degrees = 0


class Target(Part):
    """A place: fixed (`at`), or a named point of body or prop, moved by `offset` along the world's axes."""

    at: Vector | None = None
    point: str | None = None
    offset: Vector = (0, 0, 0)

    @model_validator(mode="before")
    @classmethod
    def _short_forms(cls, value: Any) -> Any:  # noqa: ANN401 - raw YAML
        if isinstance(value, str):
            return {"point": value}
        if isinstance(value, list | tuple):
            return {"at": value}
        return value

    @model_validator(mode="after")
    def _one_place(self) -> Target:
        if (self.at is None) == (self.point is None):
            raise mistake("needs one place", "write either [x, y, z], or the name of a point")
        return self


class Grip(Part):
    """A hand that holds something: `on` is a prop's handle or a body part, `at` how far along it (metres)."""

    on: str
    at: float = 0
    palm: Direction | None = None
    fingers: Direction | None = None


class Arm(Part):
    """An arm: joint angles, or a place for the hand (`palm_at`, `wrist_at`, `grip`, `palm_on_floor`)."""

    flexion: Degrees = 0
    abduction: Degrees = 8
    rotation: Degrees = 0
    elbow: Annotated[float, Field(ge=0, le=160)] = 10
    pronation: Degrees = 30
    wrist_flexion: Degrees = 0
    palm_at: Target | None = None
    fingertips_at: Target | None = None
    wrist_at: Target | None = None
    elbow_at: Target | None = None
    palm_on_floor: tuple[float, float] | None = None
    grip: Grip | None = None
    palm: Direction | None = None
    fingers: Direction | None = None
    elbow_towards: Direction | None = None
    curl: float | Vector = 14  # of the fingers' joints, relaxed
    thumb: float = 8
    hand: HandName | None = None  # the fingers' shape, instead of `curl` and `thumb`
    shrug: Degrees = 0
    protraction: Degrees = 0

    @model_validator(mode="after")
    def _one_shape(self) -> Arm:
        others = {"curl", "thumb", "grip", "palm_on_floor"} & self.model_fields_set
        if self.hand is not None and others:
            raise mistake("shapes the fingers twice", f"leave out either hand or {min(others)}")
        return self


class Leg(Part):
    """A leg: joint angles, or a place on the floor for the sole (`foot_at`, under the ankle)."""

    hip_flexion: Degrees = 0
    hip_abduction: Degrees = 3
    hip_rotation: Degrees = 0
    knee: Annotated[float, Field(ge=-5, le=165)] = 2
    ankle: Degrees = 0
    foot_at: Target | None = None
    knee_towards: Direction | None = None
    toes: Direction | None = None
    sole: Direction | None = None
    toe_extension: Degrees = 0


class Rest(Part):
    """A contact: the named parts rest on the floor or on a prop.

    Without `by` the whole figure is moved up or down. With it, the named number of the pose is solved between
    two values so that the parts just touch.
    """

    parts: tuple[PartName, ...]
    on: str = "floor"
    by: str | None = None
    between: tuple[float, float] = (-30, 30)
    sink: float = Field(default=0.005, ge=0, le=0.04)  # that soft tissue gives


class Pose(Part):
    """How the body is held."""

    pelvis: Pelvis = Pelvis()
    lumbar: Bend = Bend()
    thoracic: ThoracicBend = ThoracicBend()
    ribs: float = Field(default=0, ge=-0.02, le=0.04)  # spread by the breath, metres on each side
    neck: Bend = Bend()
    head: Bend = Bend()
    arms: Arm | None = None  # both, said for the left; none are left once frames are laid over each other
    left_arm: Arm = Arm()
    right_arm: Arm = Arm()
    legs: Leg | None = None
    left_leg: Leg = Leg()
    right_leg: Leg = Leg()
    rest: tuple[Rest, ...] = ()

    def arm(self, side: str) -> Arm:
        """The arm of one side."""
        return self.left_arm if side == "left" else self.right_arm

    def leg(self, side: str) -> Leg:
        """The leg of one side."""
        return self.left_leg if side == "left" else self.right_leg


class PropSpec(Part):
    """A thing in the picture; `under` puts it below a named point of the body, `at` on a fixed place.

    `presses` names the point of the body that it must touch.
    """

    kind: Literal["mat", "roller", "ball", "chair", "door", "bar", "box", "pillow", "cushion", "towel",
                  "wall", "worktop", "bed"]  # fmt: skip
    name: str | None = None
    at: tuple[float, float] | Vector | None = None
    under: str | None = None
    presses: str | None = None
    offset: tuple[float, float] = (0, 0)
    axis: Direction | None = None
    radius: Annotated[float, Field(gt=0, lt=0.5)] | None = None
    length: Annotated[float, Field(gt=0, lt=4)] | None = None
    width: Annotated[float, Field(gt=0, lt=4)] | None = None
    height: Annotated[float, Field(gt=0, lt=3)] | None = None
    back: Annotated[float, Field(gt=0.5, lt=1.5)] | None = None  # how high a chair's back ends
    turn: Degrees = 0


class Frame(Part):
    """What can differ from frame to frame."""

    position: PositionName = "standing"
    camera: Camera = Camera()
    zones: tuple[ZoneName, ...] = ()
    props: tuple[PropSpec, ...] = ()
    pose: Pose = Pose()
    arrows: tuple[Arrow, ...] = ()
    insets: tuple[Inset, ...] = ()
    eyes: Literal["open", "closed", "down"] = "open"
    cut_below: Annotated[float | None, Field(gt=0, lt=2)] = None  # a close-up of what is above, metres
    ghost: bool = False  # the start's outline behind a later frame
    unseen: tuple[Literal["head", "left_hand", "right_hand"], ...] = ()  # that the checks need not see


class PoseFile(Frame):
    """A pose file: a person, a base and the frames that override it."""

    person: str
    title: str = ""
    frames: dict[FrameName, Frame] = Field(min_length=1)

    @model_validator(mode="after")
    def _ghost_of_the_start(self) -> PoseFile:
        if "start" in self.frames and self.frames["start"].ghost:
            raise mistake("the start cannot have a ghost", "write ghost: true in way or end")
        if "start" not in self.frames and (self.ghost or any(frame.ghost for frame in self.frames.values())):
            raise mistake("a ghost shows the start, and there is none", "add a frame called start")
        return self
