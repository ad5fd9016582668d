"""Turns ids and numbers into the sentences of one language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.library.model import Manner, Span

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from generator.library.model import Dose, Kit, Words
    from generator.routine.model import Chosen, Reason, Side

SECONDS_A_MINUTE = 60


@dataclass(frozen=True, slots=True)
class DoseFigure:
    """A dose as a big figure: `30`, `seconds`, `on each side`."""

    value: str
    unit: str
    note: str


class Wording:
    """Asks the words of one language for whole sentences."""

    def __init__(self, words: Words) -> None:
        self.words = words

    def label(self, key: str, **values: object) -> str:
        """The label of that key, its placeholders filled.

        Raises:
            KeyError: the words have no such label, or it needs a value that is not given.
        """
        text = self.words.labels[key]
        return text.format(**values) if values else text

    def counted(self, noun: str, count: int) -> str:
        """`1 exercise`, `3 exercises`: the label of the noun in the singular or the plural."""
        return self.label(f"count.{noun}") if count == 1 else self.label(f"count.{noun}s", count=count)

    def listed(self, texts: Iterable[str]) -> str:
        """`a`, `a and b`, `a, b and c`."""
        *others, last = texts
        return f"{', '.join(others)} {self.label('cover.and')} {last}" if others else last

    def kit(self, kit: Iterable[Kit]) -> str:
        """Pieces of kit as a list in words."""
        return self.listed(self.label(f"kit.{piece}") for piece in kit)

    def day(self, day: date) -> str:
        """A date that no one can misread: the month is spelled out."""
        month = self.label(f"date.month-{day.month}")
        return self.label("date.form", day=day.day, month=month, year=day.year)

    def time(self, span: Span) -> str:
        """`30 seconds`, `10 to 30 seconds`, `1 to 2 minutes`."""
        if span.least % SECONDS_A_MINUTE == span.most % SECONDS_A_MINUTE == 0:
            unit, span = "minute", Span(span.least // SECONDS_A_MINUTE, span.most // SECONDS_A_MINUTE)
        else:
            unit = "second"
        if span.least != span.most:
            return self.label(f"duration.{unit}s-span", least=span.least, most=span.most)
        if span.most == 1:
            return self.label(f"duration.{unit}")
        return self.label(f"duration.{unit}s", count=span.most)

    def minutes(self, seconds: int) -> str:
        """A duration in whole minutes, rounded up."""
        minutes = -(-seconds // SECONDS_A_MINUTE)
        return self.time(Span(minutes * SECONDS_A_MINUTE, minutes * SECONDS_A_MINUTE))

    def dose(self, dose: Dose, sides: tuple[Side, ...]) -> str:
        """The dose as plain sentences: “Hold for 30 seconds. Do both sides.”."""
        time = self.time(dose.seconds) if dose.seconds else ""
        sentences = [self.label(f"dose.{dose.manner}", time=time, times=dose.times, breaths=dose.breaths)]
        if dose.sets > 1:
            sentences.append(self.label("dose.sets", sets=dose.sets))
        if sides:
            key = "both-sides" if len(sides) > 1 else f"{sides[0]}-side"
            sentences.append(self.label(f"dose.{key}"))
        return " ".join(sentences)

    def dose_figure(self, dose: Dose, sides: tuple[Side, ...]) -> DoseFigure:
        """The dose as a big figure with a unit, and a note on sets and sides."""
        value, unit = self._figure(dose)
        notes = []
        if dose.sets > 1:
            notes.append(self.label("figure.sets", sets=dose.sets))
        if sides:
            notes.append(self.label(f"figure.{'each' if len(sides) > 1 else sides[0]}-side"))
        return DoseFigure(value, unit, ", ".join(notes))

    def _figure(self, dose: Dose) -> tuple[str, str]:
        if dose.manner is Manner.BREATHE:
            return str(dose.breaths), self.label("figure.breaths")
        if dose.manner in (Manner.WORK, Manner.HOLD):
            assert dose.seconds is not None, "checked when the library is read"
            span, unit = dose.seconds, "seconds"
            if span.least % SECONDS_A_MINUTE == span.most % SECONDS_A_MINUTE == 0:
                span = Span(span.least // SECONDS_A_MINUTE, span.most // SECONDS_A_MINUTE)
                unit = "minute" if span.most == 1 else "minutes"
            value = str(span.most) if span.least == span.most else f"{span.least}–{span.most}"
            return value, self.label(f"figure.{unit}")
        if dose.manner is Manner.HOLD_AND_REPEAT:
            assert dose.seconds is not None, "checked when the library is read"
            return str(dose.times), self.label("figure.hold-and-repeat", time=self.time(dose.seconds))
        key = "oscillate" if dose.manner is Manner.OSCILLATE else "times"
        return str(dose.times), self.label(f"figure.{key}")

    def chosen_dose(self, chosen: Chosen) -> str:
        """The dose of a chosen exercise as plain sentences."""
        return self.dose(chosen.dose, chosen.sides)

    def reason(self, reason: Reason) -> str:
        """A reason as a sentence; ids among its values are put into words."""
        return self.label(
            f"reason.{reason.code}", **{name: self._value(name, value) for name, value in reason.values}
        )

    def _value(self, name: str, value: str) -> str:
        match name:
            case "exercise":
                return self.words.exercises[value].name
            case "goal":
                return self.label(f"goal.{value}").lower()
            case "kit":
                return self.label(f"kit-short.{value}")
            case "position" | "side" | "kind":
                return self.label(f"{name}.{value}").lower()
            case _:
                return value


def tick_sides(chosen: Chosen) -> tuple[Side | None, ...]:
    """One entry for each tick row of an exercise: a side, or None for the whole."""
    return chosen.sides or (None,)
