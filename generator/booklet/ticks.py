"""What the boxes to tick are called, for those who tick on a screen or have the page read out."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from generator.booklet.wording import Wording
    from generator.routine.model import Chosen
    from generator.routine.plan import Side

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


class Tick(NamedTuple):
    """What a box is called.

    Attributes:
        name: by which programs know it, the only one in the booklet; without full stops.
        description: what a screen reader says about it.
    """

    name: str
    description: str


def exercise_tick(number: int, chosen: Chosen, wording: Wording) -> Tick:
    """The box at the name of an exercise; `number` is its place in the routine."""
    return Tick(f"done/{chosen.exercise.id}", _description(number, chosen, wording))


def card_tick(number: int, chosen: Chosen, wording: Wording) -> Tick:
    """The box at the name of an exercise on its card."""
    return Tick(f"card-{number}", _description(number, chosen, wording))


def _description(number: int, chosen: Chosen, wording: Wording) -> str:
    return wording.label("tick.exercise", number=number, name=wording.exercise(chosen).name)


def day_ticks(
    week: int, number: int, chosen: Chosen, side: Side | None, wording: Wording
) -> tuple[Tick, ...]:
    """The boxes of an exercise, or of one side of it, for the days of a week from Monday on."""
    key = "tick.day-and-side" if side else "tick.day"
    end = f"/{side}" if side else ""
    return tuple(
        Tick(
            f"week-{week}/{day}/{chosen.exercise.id}{end}",
            _of_day(key, day, number, chosen, side, wording, week=week),
        )
        for day in DAYS
    )


def fridge_ticks(number: int, chosen: Chosen, side: Side | None, wording: Wording) -> tuple[Tick, ...]:
    """The same on the fridge sheet, which is of any week."""
    key = "fridge.tick-side" if side else "fridge.tick"
    return tuple(
        Tick(f"{number}-{side or 'whole'}-{day}", _of_day(key, day, number, chosen, side, wording))
        for day in DAYS
    )


def _of_day(
    key: str, day: str, number: int, chosen: Chosen, side: Side | None, wording: Wording, **values: int
) -> str:
    texts = {"day": wording.label(f"tick.{day}"), "number": number, "name": wording.exercise(chosen).name}
    if side:
        texts["side"] = wording.label(f"side.{side}")
    return wording.label(key, **texts, **values)
