"""Reading a pose file: validated, then each frame laid over the base and the position's defaults."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.documents.checking import check
from generator.documents.reading import read_document
from generator.documents.suggestions import did_you_mean
from generator.figure.body.cast import CAST
from generator.figure.body.points import point_names, skin_vertices
from generator.figure.pose.model import Frame, PoseFile
from generator.figure.pose.positions import POSITIONS
from generator.problems import BadDataError, Problem

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from generator.documents.reading import Document

# Ways to say where a limb goes: a later layer that chooses one drops the others of the layers below it.
ANGLES = {
    "arm": {"flexion", "abduction", "rotation"},
    "leg": {"hip_flexion", "hip_abduction", "hip_rotation", "knee"},
}
PLACES = {
    "arm": {"palm_at", "fingertips_at", "wrist_at", "palm_on_floor", "grip"},
    "leg": {"foot_at"},
}
AIMS = {"arm": {"palm", "fingers", "curl", "hand", "elbow_at"}, "leg": {"toes", "sole"}}

COMPLAINTS = {
    "thing": "there is nothing called '{}' here",
    "point": "there is no point called '{}'",
    "skin": "there is no point of the skin called '{}'",
    "place": "there is no point and no thing called '{}'",
}

RawPose = dict[str, Any]


def read_pose_file(path: Path) -> PoseFile:
    """Read and validate a pose file.

    Raises:
        BadDataError: with every problem and its place.
    """
    document = read_document(path, str(path))
    value, problems = check(document, PoseFile)
    if value is not None:
        problems += _name_problems(document, value)
    if problems or value is None:
        raise BadDataError(*problems)
    return value


def frames(file: PoseFile) -> dict[str, Frame]:
    """Every frame of the file in full, in the file's order."""
    base = file.model_dump(by_alias=True, exclude_unset=True, exclude={"frames", "person", "title"})
    complete: dict[str, Frame] = {}
    for name, frame in file.frames.items():
        layers = [base, frame.model_dump(by_alias=True, exclude_unset=True)]
        position = (base | layers[1]).get("position", "standing")
        layers.insert(0, {"pose": POSITIONS[position]})
        merged: RawPose = {}
        for layer in layers:
            pose = layer.get("pose")
            merged = merge(merged, {**layer, "pose": sides_apart(pose)} if pose else layer)
        complete[name] = Frame.model_validate(merged)
    return complete


def merge(below: RawPose, above: RawPose) -> RawPose:
    """Lay one mapping over another; nested mappings are merged, everything else is replaced."""
    result = dict(below)
    for key, value in above.items():
        old = result.get(key)
        if isinstance(value, dict) and isinstance(old, dict) and key not in {"palm_at", "foot_at", "grip"}:
            for kind in ("arm", "leg"):
                if key.endswith(kind):
                    old = _without_other_ways(old, value, kind)
            result[key] = merge(old, value)
        else:
            result[key] = value
    return result


def _without_other_ways(below: RawPose, above: RawPose, kind: str) -> RawPose:
    """What remains of a limb's lower layer when an upper one says by other means where it goes."""
    if above.keys() & PLACES[kind]:
        dropped = ANGLES[kind] | PLACES[kind]
        if not above.keys() & below.keys() & PLACES[kind]:
            dropped |= AIMS[kind]
        return {key: value for key, value in below.items() if key not in dropped}
    if above.keys() & ANGLES[kind]:
        return {key: value for key, value in below.items() if key not in PLACES[kind] | AIMS[kind]}
    return below


def sides_apart(pose: RawPose) -> RawPose:
    """`arms` and `legs` (said for the left) as both sides, the right one mirrored; single sides on top."""
    result = {key: value for key, value in pose.items() if key not in {"arms", "legs"}}
    for kind in ("arm", "leg"):
        both = pose.get(f"{kind}s")
        if both is not None:
            result = merge({f"left_{kind}": both, f"right_{kind}": mirror(both)}, result)
    return result


def mirror(value: Any, key: str = "") -> Any:  # noqa: ANN401 - any part of a raw pose
    """The other side of something said for the left: names, directions and places."""
    if isinstance(value, dict):
        mirrored = {name: mirror(part, name) for name, part in value.items()}
        if "on" in value and not value["on"].startswith(("left", "right")) and ".left" not in value["on"]:
            mirrored["at"] = -value.get("at", 0)  # along something that lies across, such as a bar
        return mirrored
    if isinstance(value, str):
        swapped = value.replace("left", "\0").replace("right", "left")
        return swapped.replace("\0", "right")
    if isinstance(value, list | tuple) and key != "curl":
        return [-value[0], *value[1:]]
    return value


def _kind_of_name(value: str, keys: tuple[str | int, ...]) -> str:
    """What a text at this place of a pose file must name; empty if it is no name."""
    if keys[-1] == "presses":
        return "skin"
    if keys[-1] in {"point", "under"} and "." not in value:
        return "point"
    if keys[-1] == "of" and "insets" in keys:
        return "place"
    return "thing" if keys[-1] == "on" and "rest" in keys else ""


def _name_problems(document: Document, file: PoseFile) -> list[Problem]:
    """Names that can only be checked against this person's body and this file's props."""
    if file.person not in CAST:
        return [
            document.problem(
                ("person",), f"there is no person called '{file.person}'", did_you_mean(file.person, CAST)
            )
        ]
    props = [prop for part in (file, *file.frames.values()) for prop in part.props]
    known: dict[str, Collection[str]] = {
        "thing": {prop.name or prop.kind for prop in props} | {"floor"},
        "point": point_names(file.person),
        "skin": list(skin_vertices(file.person)),
        "place": [*point_names(file.person), *sorted({prop.name or prop.kind for prop in props})],
    }
    problems: list[Problem] = []

    def look(value: object, keys: tuple[str | int, ...]) -> None:
        if isinstance(value, dict):
            for key, part in value.items():
                look(part, (*keys, key))
        elif isinstance(value, list):
            for number, part in enumerate(value):
                look(part, (*keys, number))
        elif isinstance(value, str):
            kind = _kind_of_name(value, keys)
            if kind and value not in known[kind]:
                what = COMPLAINTS[kind].format(value)
                problems.append(document.problem(keys, what, did_you_mean(value, known[kind])))

    look(document.value, ())
    return problems
