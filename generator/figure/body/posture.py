"""A person's skeleton in a pose, and the skin that follows it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from generator.figure.body.anatomy import BONES, PARENTS, body_of
from generator.figure.body.breath import spread

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.figure.geometry.rotations import Array, IntArray


@dataclass(slots=True)
class Posture:
    """A posed skeleton: where each bone begins and how it is turned.

    Attributes:
        ribs: how far the breath has spread the lower ribs to each side, metres.
    """

    person: str
    ribs: float = 0.0
    rotation: dict[str, Array] = field(default_factory=dict)
    position: dict[str, Array] = field(default_factory=dict)

    def skin(self, vertices: Sequence[int] | IntArray | None = None) -> Array:
        """The posed vertices (all, or those asked for), by linear blending."""
        body = body_of(self.person)
        table = np.empty((len(BONES), 12))
        for row, bone in enumerate(BONES):
            turn = self.rotation[bone]
            table[row, :9] = turn.ravel()
            table[row, 9:] = self.position[bone] - turn @ body.joint[bone]
        weights = body.weights if vertices is None else body.weights[vertices]
        rest = body.vertices if vertices is None else body.vertices[vertices]
        if self.ribs:
            wider = spread(self.person)
            rest = rest + self.ribs * (wider if vertices is None else wider[vertices])
        blended = weights @ table
        return np.asarray(np.einsum("nij,nj->ni", blended[:, :9].reshape(-1, 3, 3), rest) + blended[:, 9:])

    def place(self, bone: str, turn: Array) -> None:
        """Attach a bone to its parent with this rotation."""
        joint = body_of(self.person).joint
        parent = PARENTS[bone]
        self.position[bone] = self.position[parent] + self.rotation[parent] @ (joint[bone] - joint[parent])
        self.rotation[bone] = turn

    def follow(self, name: str, bone: str) -> None:
        """Carry a named point of the body along with a bone."""
        joint = body_of(self.person).joint
        self.position[name] = self.position[bone] + self.rotation[bone] @ (joint[name] - joint[bone])
