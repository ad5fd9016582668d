"""The people in the pictures: three women and three men of several ages, builds and skin tones.

Shapes are MakeHuman macro values (0 to 1, age in years); they are baked into `assets/body/` by
`prepare_body`.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Shape:
    """Macro values of the body model: 0.5 is average; `origins` are the shares of the three face types."""

    male: float
    age: int
    muscle: float
    weight: float
    proportions: float
    origins: tuple[float, float, float]
    cup: float = 0.4
    details: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Person:
    """A person who can be drawn.

    Attributes:
        shape: what the body was baked from.
        top: `tank` or `tee`.
        bottom: `leggings`, `capri` or `shorts`.
        hair: `bun` (high), `low_bun`, `short` or `crop` (very short).
        colours: what the fills are made of, by layer.
    """

    name: str
    shape: Shape
    top: str
    bottom: str
    hair: str
    colours: dict[str, str]


# A resting smile and open brows, so that nobody looks stern.
_CALM = {"mouth/mouth-angles-up": 0.55}


def _colours(skin: str, hair: str, top: str, bottom: str) -> dict[str, str]:
    return {"skin": skin, "hair": hair, "top": top, "bottom": bottom, "shoe": "#f4f5f6"}


CAST = {
    person.name: person
    for person in (
        Person(
            "woman-1",
            Shape(0.10, 32, 0.55, 0.47, 0.75, (0.5, 0.4, 0.1), 0.35, _CALM),
            "tank",
            "leggings",
            "bun",
            _colours("#f3d3bb", "#5b4030", "#8fb7cf", "#4d6479"),
        ),
        Person(
            "woman-2",
            Shape(0.12, 38, 0.58, 0.60, 0.60, (0.1, 0.1, 0.8), 0.5, _CALM),
            "tee",
            "capri",
            "bun",
            _colours("#a8714c", "#2b2320", "#a9c6a0", "#46546b"),
        ),
        Person(
            "woman-3",
            Shape(0.15, 66, 0.45, 0.60, 0.55, (0.6, 0.3, 0.1), 0.5, _CALM),
            "tee",
            "leggings",
            "low_bun",
            _colours("#f0cfb8", "#c9c8c6", "#c7b3d3", "#515a72"),
        ),
        Person(
            "man-1",
            Shape(0.97, 35, 0.55, 0.50, 0.75, (0.2, 0.7, 0.1), 0.4, _CALM),
            "tee",
            "shorts",
            "short",
            _colours("#e2b48d", "#2e2825", "#8fb7cf", "#4d6479"),
        ),
        Person(
            "man-2",
            Shape(0.97, 41, 0.60, 0.58, 0.62, (0.1, 0.0, 0.9), 0.4, _CALM),
            "tee",
            "shorts",
            "crop",
            _colours("#85563a", "#241d1a", "#e0c488", "#50606b"),
        ),
        Person(
            "man-3",
            Shape(0.97, 68, 0.46, 0.58, 0.60, (0.7, 0.2, 0.1), 0.4, _CALM),
            "tee",
            "shorts",
            "short",
            _colours("#efcdb4", "#cfcecb", "#a9c6a0", "#465a6e"),
        ),
    )
}
