"""What a hand can hold: a handle has an axis, a thickness, and a side on which the palm lies by default."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from generator.figure import rotations as rot
from generator.figure.rotations import Array

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


@dataclass(frozen=True, slots=True)
class Handle:
    """Something to hold.

    Attributes:
        start: the point that `at: 0` means, metres.
        axis: along which `at` counts.
        radius: from the start to the surface under the palm, metres.
        distance: signed distance to the whole thing, for closing fingers.
        palm: which way the palm faces by default; None for something round, held overhand.
        fingers: which way the fingers point by default.
    """

    start: Array
    axis: Array
    radius: float
    distance: Callable[[Array], Array]
    palm: Array | None = None
    fingers: Array | None = None

    def hold(
        self,
        reach: Array,
        forward: Array,
        palm: str | Sequence[float] | None,
        fingers: str | Sequence[float] | None,
    ) -> tuple[Array, Array]:
        """Where palm and fingers point when the hand comes from a shoulder `reach` away.

        Round things are held overhand: fingers across the axis and away from the shoulder, palm facing forward.
        """
        across = rot.unit(reach - self.axis * float(reach @ self.axis))
        chosen_fingers = rot.direction(fingers) if fingers is not None else self.fingers
        if chosen_fingers is None:
            chosen_fingers = across
        chosen_palm = rot.direction(palm) if palm is not None else self.palm
        if chosen_palm is None:
            chosen_palm = np.cross(self.axis, chosen_fingers)
            chosen_palm = chosen_palm * (1 if chosen_palm @ forward > 0 else -1)
        return chosen_palm, chosen_fingers
