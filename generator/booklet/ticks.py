"""What the boxes to tick are called, for those who tick on a screen or have the page read out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.booklet.wording import Wording
    from generator.routine.model import Chosen, Side

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@dataclass(frozen=True, slots=True)
class Tick:
    """What a box is called.

    Attributes:
        name: by which programs know it, the only one in the booklet; without full stops.
        description: what a screen reader says of it.
    """

    name: str
    description: str


def exercise_tick(number: int, chosen: Chosen, wording: Wording) -> Tick:
    """The box at the name of an exercise; `number` is its place in the routine."""
    name = wording.words.exercises[chosen.exercise.id].name
    return Tick(f"done/{chosen.exercise.id}", wording.label("tick.exercise", number=number, name=name))


def day_ticks(
    week: int, number: int, chosen: Chosen, side: Side | None, wording: Wording
) -> tuple[Tick, ...]:
    """The boxes of an exercise, or of one side of it, for the days of a week from Monday on."""
    label = wording.label
    name = wording.words.exercises[chosen.exercise.id].name
    end = f"/{side}" if side else ""
    ticks = []
    for day in DAYS:
        texts = {"week": week, "day": label(f"tick.{day}"), "number": number, "name": name}
        if side:
            description = label("tick.day-and-side", side=label(f"side.{side}"), **texts)
        else:
            description = label("tick.day", **texts)
        ticks.append(Tick(f"week-{week}/{day}/{chosen.exercise.id}{end}", description))
    return tuple(ticks)
