"""The facts of the 17 exercises, as far as choosing needs them, in plain values."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.library.model import Dose, Exercise, Span
from generator.library.vocabulary import Goal, Kind, Manner, Position, Sides

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

MINUTE_OR_TWO = Dose(Manner.WORK, seconds=Span(60, 120))
HALF_MINUTE = Dose(Manner.HOLD, seconds=Span(30, 30))
UP_TO_HALF_MINUTE = Dose(Manner.HOLD, seconds=Span(10, 30))
HELD_TURNS = Dose(Manner.HOLD_AND_REPEAT, seconds=Span(5, 5), times=20)
THREE_BREATHS = Dose(Manner.BREATHE, breaths=3)
BOUNCES = Dose(Manner.OSCILLATE, times=30)
THERE_AND_BACK = Dose(Manner.ALTERNATE, times=30)
SLIDES = Dose(Manner.REPEAT, times=30)

# number, id, kind, serves, positions, kit, dose, each side
FACTS = """
 1 shoulder-blade-release    release      flexion:5,rotation:3 on-back          massage-ball WORK      each
 2 chest-release             release      extension:5          face-down        massage-ball WORK      each
 3 latissimus-release        release      side:5,extension:2   on-side          foam-roller  WORK      each
 4 upper-abdominal-release   release      extension:3          face-down        massage-ball WORK      none
 5 intercostal-release       release      rotation:5,side:4    chair,on-back,on-side,standing - BREATHE each
 6 side-stretch              stretch      side:5               standing         door-frame   HOLD      each
 7 front-stretch             stretch      extension:4          standing         door-frame   HOLD      none
 8 intercostal-stretch       stretch      side:3               on-side          -            HOLD      each
 9 posterior-line-stretch    stretch      flexion:4            chair            chair        HOLD      none
10 side-stretch-with-flexion stretch      side:2,flexion:1     chair,standing   -            HOLD      each
11 extension-over-roller     mobilisation extension:5          on-back          foam-roller  OSCILLATE none
12 cat-stretch               mobilisation flexion:5            four-point-kneel -            ALTERNATE none
13 seated-rotation           mobilisation rotation:5           chair            chair        OSCILLATE each
14 translation               mobilisation side:4               sitting-floor    -            REPEAT    each
15 four-point-rotation       mobilisation rotation:4           four-point-kneel -            HELD      each
16 standing-decompression    stretch      flexion:2            standing         -            RANGE     none
17 hanging                   stretch      flexion:3            squatting        bar          HOLD      none
"""
SHORT = {"chair": "sitting-chair"}
DOSES = {
    "WORK": MINUTE_OR_TWO,
    "BREATHE": THREE_BREATHS,
    "HOLD": HALF_MINUTE,
    "RANGE": UP_TO_HALF_MINUTE,
    "HELD": HELD_TURNS,
    "OSCILLATE": BOUNCES,
    "ALTERNATE": THERE_AND_BACK,
    "REPEAT": SLIDES,
}


def build_exercise(
    number: int,
    serves: Mapping[Goal, int],
    positions: tuple[Position, ...],
    *,
    name: str = "",
    kind: Kind = Kind.STRETCH,
    kit: tuple[str, ...] = (),
    dose: Dose = HALF_MINUTE,
    sides: Sides = Sides.NONE,
) -> Exercise:
    return Exercise(
        id=name or f"exercise-{number}",
        number=number,
        kind=kind,
        serves=serves,
        positions=positions,
        kit_needed=kit,
        kit_optional=(),
        muscles=(),
        demands=(),
        dose=dose,
        sides=sides,
        source="article",
        source_reference=str(number),
    )


def _from_line(line: str) -> Exercise:
    number, name, kind, serves, positions, kit, dose, sides = line.split()
    return build_exercise(
        int(number),
        {Goal(goal): int(how_well) for goal, how_well in (part.split(":") for part in serves.split(","))},
        tuple(Position(SHORT.get(position, position)) for position in positions.split(",")),
        name=name,
        kind=Kind(kind),
        kit=() if kit == "-" else (kit,),
        dose=DOSES[dose],
        sides=Sides(sides),
    )


@pytest.fixture(scope="session")
def seventeen() -> tuple[Exercise, ...]:
    """The source's 17 exercises, in the order of their numbers."""
    return tuple(_from_line(line) for line in FACTS.strip().splitlines())


@pytest.fixture(scope="session")
def build() -> Callable[..., Exercise]:
    """Makes an exercise that holds for 30 s, unless told otherwise."""
    return build_exercise
