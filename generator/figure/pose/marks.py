"""What a pose file may say about the marks on its pictures: the view, arrows, insets.

Angles are degrees; lengths are metres, those on the picture included.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from generator.documents.checking import mistake
from generator.figure.pose.part import Part, Vector

AxisName = Literal["pelvis", "T1", "T2", "T3", "T4", "T5", "T6", "T7", "T8", "T9", "T10", "T11", "T12", "C7",
                   "head"]  # fmt: skip
CLOSER = 1.25  # the zoom beyond which an inset enlarges a detail


class Camera(Part):
    """From where the figure is seen: azimuth 0 = from the front, 90 = its left side, -90 = its right side.

    Seen from below, what the figure lies on is left out.
    """

    azimuth: Annotated[float, Field(ge=-360, le=360)] = 35
    elevation: Annotated[float, Field(ge=-90, le=80)] = 7


class ArrowPoint(Part):
    """A point of an arrow: a named point or a place in the world, moved on the picture.

    `right` and `up` move it as the picture lies, `out` away from the middle of the trunk at its height.
    """

    point: str | None = None
    at: Vector | None = None
    right: float = 0
    up: float = 0
    out: float = 0


class Ring(Part):
    """An arc in space round the trunk's own axis.

    Attributes:
        around: where on the spine.
        radius: from the trunk's middle.
        from_: where it begins, degrees (written `from`): 0 = in front, positive = to the figure's left.
        to: where its head is, degrees.
        rise: how far its end lies above its beginning, along the axis.
    """

    around: AxisName = "T7"
    radius: Annotated[float, Field(gt=0.05, le=0.6)] = 0.26
    from_: Annotated[float, Field(alias="from", ge=-360, le=360)]
    to: Annotated[float, Field(ge=-360, le=360)]
    rise: Annotated[float, Field(ge=-0.5, le=0.5)] = 0


class Arrow(Part):
    """A movement arrow, through two or more points or along a ring; `both` gives it two heads.

    Its stroke leaves a gap where it would cover the figure or a thing, unless it lies `over` them.
    """

    path: Annotated[tuple[ArrowPoint, ...], Field(min_length=2)] | None = None
    ring: Ring | None = None
    both: bool = False
    over: bool = False

    @model_validator(mode="after")
    def _one_course(self) -> Arrow:
        if (self.path is None) == (self.ring is None):
            raise mistake("needs one course", "write either path: with two or more points, or ring:")
        return self


class Inset(Part):
    """A circle in the picture with a closer view of one place, or with the same seen from elsewhere.

    A closer view has a ring round its place in the picture, and a line to it.

    Attributes:
        of: a named point of the body, or the name of a thing: what the circle is about.
        radius: of what is shown, as much as that is in the world.
        right, up: from that place to the circle's middle, on the picture.
        zoom: how much larger than in the picture.
        camera: another view than the picture's.
        arrows: inside the circle.
    """

    of: str
    radius: Annotated[float, Field(ge=0.03, le=0.4)] = 0.09
    right: float = 0
    up: float = 0
    zoom: Annotated[float, Field(ge=0.5, le=6)] = 2.2
    camera: Camera | None = None
    arrows: tuple[Arrow, ...] = ()

    @property
    def is_closer(self) -> bool:
        """Whether it enlarges a detail, rather than showing the whole from elsewhere."""
        return self.zoom > CLOSER
