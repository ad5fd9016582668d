"""Putting a frame on stage: the posed body, its contacts made, and the props in their places."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from generator.figure.body.anatomy import SIDES, body_of, mush_of
from generator.figure.body.points import point
from generator.figure.geometry.solids import Floor
from generator.figure.pose.handles import find_handle
from generator.figure.pose.model import Frame, Leg, Pose, Rest
from generator.figure.pose.props import build_prop
from generator.figure.pose.reading import frames
from generator.figure.pose.solver import Solver

if TYPE_CHECKING:
    from generator.figure.body.posture import Posture
    from generator.figure.geometry.rotations import Array, BoolArray, IntArray
    from generator.figure.pose.model import PoseFile
    from generator.figure.pose.prop import Prop

HALVINGS = 12  # steps of each bisection: a range of 60 degrees to 0.015 degrees
SWEEPS = 2  # times that solved numbers are gone through, since one contact moves another
TORSO_HEAD = 0.3  # most share of the head in the torso, so that the neck belongs to it
SEAT_LEG = 0.8  # most share of a leg in the pelvis, so that the buttocks belong to it
OWN = 0.5  # share of a vertex that must belong to a part


@dataclass(frozen=True, slots=True)
class Stage:
    """A frame ready to be drawn or checked.

    Attributes:
        pose: the pose with its solved numbers.
        vertices: the whole mesh, posed and smoothed, world metres.
        before: the start on stage, for a frame with its ghost.
    """

    person: str
    frame: Frame
    pose: Pose
    posture: Posture
    vertices: Array
    props: tuple[Prop, ...]
    before: Stage | None = None


def part_vertices(person: str, name: str) -> BoolArray:
    """Which of the person's vertices (skin only) make up a part of a pose file."""
    body = body_of(person)
    skin = body.is_skin
    if name in body.parts:
        chosen: BoolArray = body.parts[name] > OWN
        return chosen & skin
    limbs = sum(body.parts[f"{side}_{limb}"] for side in SIDES for limb in ("arm", "leg"))
    torso = (np.asarray(limbs) < OWN) & (body.parts["head"] < TORSO_HEAD) & skin
    if name == "pelvis":
        buttocks = sum(body.parts[f"{side}_leg"] for side in SIDES)
        whole = (np.asarray(buttocks) < SEAT_LEG) & (np.asarray(limbs) - buttocks < OWN) & skin
        return np.asarray(whole & (body.vertices[:, 1] < body.joint["spine_3"][1]))
    if name == "chest":
        return np.asarray(
            torso & (body.vertices[:, 1] > body.joint["spine_6"][1]) & (body.parts["neck"] < OWN)
        )
    return torso


def support(props: tuple[Prop, ...], name: str) -> Floor | Prop:
    """What a rest's `on` names: a prop, or else the floor."""
    return next((prop for prop in props if prop.name == name), Floor())


class Producer:
    """Solves one frame: contacts, props and all."""

    def __init__(self, person: str, frame: Frame) -> None:
        self.person, self.frame = person, frame
        self._props: tuple[Prop, ...] = ()
        self._arms_rest = any(
            part.endswith(("arm", "hand")) for rest in frame.pose.rest for part in rest.parts
        )
        self._rests = [
            (rest, np.nonzero(np.any([part_vertices(person, part) for part in rest.parts], axis=0))[0])
            for rest in frame.pose.rest
        ]

    def stage(self) -> Stage:
        """The frame with every contact made."""
        pose = self.frame.pose
        # Without legs at first: they may reach for props that do not stand yet.
        footless = pose.model_copy(update={"left_leg": Leg(), "right_leg": Leg()})
        self._place_props(self._solve(footless, arms=False))
        pose = self._settle(pose)
        for _ in range(SWEEPS):
            for rest, touching in self._rests:
                if rest.by:
                    pose = self._solve_number(pose, rest, touching)
        self._place_props(self._solve(pose))
        posture = self._solve(pose)
        vertices = mush_of(self.person)(posture.skin())
        return Stage(self.person, self.frame, pose, posture, vertices, self._props)

    def _solve(self, pose: Pose, *, arms: bool = True) -> Posture:
        return Solver(self.person, self._props).solve(pose, arms=arms)

    def _place_props(self, posture: Posture) -> None:
        self._props = tuple(
            build_prop(
                spec,
                point(posture, spec.under) if spec.under else None,
                find_handle((), posture, spec.presses) if spec.presses else None,
            )
            for spec in self.frame.props
        )

    # contacts

    def _gap(self, posture: Posture, rest: Rest, vertices: IntArray) -> float:
        """How far the parts hang above what they rest on, less the depth to which they may sink."""
        skin = posture.skin(vertices)
        return -float((support(self._props, rest.on).top(skin) - skin[:, 1]).max()) + rest.sink

    def _settle(self, pose: Pose) -> Pose:
        """Move the figure up or down until its parts rest on what they should."""
        plain = [(rest, vertices) for rest, vertices in self._rests if not rest.by]
        for _ in range(2 if plain else 0):
            posture = self._solve(pose, arms=self._arms_rest)
            self._place_props(posture)
            gaps = [self._gap(posture, rest, vertices) for rest, vertices in plain]
            lift = max(-gap for gap in gaps if np.isfinite(gap)) if np.isfinite(gaps).any() else 0.0
            pelvis = pose.pelvis
            at = pelvis.at if pelvis.at is not None else tuple(body_of(self.person).hip_centre)
            moved = pelvis.model_copy(update={"at": (at[0], at[1] + lift, at[2])})
            pose = pose.model_copy(update={"pelvis": moved})
        return pose

    def _solve_number(self, pose: Pose, rest: Rest, vertices: IntArray) -> Pose:
        low, high = rest.between

        def gap(value: float) -> tuple[float, Pose]:
            tried = self._settle(with_number(pose, str(rest.by), value))
            return self._gap(self._solve(tried, arms=self._arms_rest), rest, vertices), tried

        first, best = gap(low)
        for _ in range(HALVINGS):
            middle = (low + high) / 2
            found, best = gap(middle)
            low, high = (middle, high) if (found > 0) == (first > 0) else (low, middle)
        return best


def with_number(pose: Pose, path: str, value: float) -> Pose:
    """The pose with one number changed, named as in `pelvis.tilt`; `legs.` and `arms.` change both sides."""
    part, _, name = path.partition(".")
    for stem in ("leg", "arm"):
        if part == f"{stem}s":
            return with_number(with_number(pose, f"left_{stem}.{name}", value), f"right_{stem}.{name}", value)
    return pose.model_copy(update={part: getattr(pose, part).model_copy(update={name: value})})


def produce(person: str, frame: Frame) -> Stage:
    """The frame on stage."""
    return Producer(person, frame).stage()


def stages(file: PoseFile) -> dict[str, Stage]:
    """Every frame of a pose file on stage.

    Raises:
        BadDataError: a hand is to hold what does not exist.
    """
    staged = {name: produce(file.person, frame) for name, frame in frames(file).items()}
    return {
        name: replace(stage, before=staged["start"]) if stage.frame.ghost and name != "start" else stage
        for name, stage in staged.items()
    }
