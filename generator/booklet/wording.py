"""Turns ids and numbers into the sentences of one language."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.library.model import Span
from generator.library.plurals import category
from generator.library.vocabulary import Manner
from generator.routine.progression import weeks_of_steps
from generator.routine.timing import SECONDS_PER_MINUTE, whole_minutes

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from generator.booklet.details import Details
    from generator.library.model import Dose, ExerciseWords, Source, Words
    from generator.library.vocabulary import Goal
    from generator.routine.model import Chosen, Step
    from generator.routine.plan import Side
    from generator.routine.reasons import Reason, Value

MOST_PAIN = 10
_SEVERAL = {"conditions": "condition", "demands": "demand", "goals": "goal"}


class DoseFigure(NamedTuple):
    """A dose as a big figure: `30`, `seconds`, `on each side`."""

    value: str
    unit: str
    note: str

    @property
    def words(self) -> str:
        """What stands beside the number: “seconds on each side”, “times, 30 seconds each, on each side”."""
        comma = "," if self.note and "," in self.unit else ""
        return f"{self.unit}{comma} {self.note}".strip()


class Wording:
    """Asks the words of one language for whole sentences.

    Args:
        words: of the language.
        sources: of the library, by id; a source that is not among them is called by its id.
    """

    def __init__(self, words: Words, sources: Mapping[str, Source] | None = None) -> None:
        self.words = words
        self.sources = sources or {}

    def label(self, key: str, **values: object) -> str:
        """The label of that key, its placeholders filled.

        Raises:
            KeyError: the words have no such label, or it needs a value that is not given.
        """
        text = self.words.labels[key]
        return text.format(**values) if values else text

    def labels(self, key: str) -> tuple[str, ...]:
        """The entries of the label of that key, which is a list.

        Raises:
            KeyError: the words have no such list.
        """
        labels = self.words.labels
        entries = [labels[f"{key}.1"]]
        while text := labels.get(f"{key}.{len(entries) + 1}"):
            entries.append(text)
        return tuple(entries)

    def plural(self, key: str, count: int, **values: object) -> str:
        """The label of that key in the plural form for this number, its placeholders filled.

        Raises:
            KeyError: the words have no such label, or it needs a value that is not given.
        """
        return self.label(f"{key}.{category(self.words.language, count)}", count=count, **values)

    def counted(self, noun: str, count: int) -> str:
        """`1 exercise`, `3 exercises`: the number with its noun."""
        return self.plural(f"count.{noun}", count)

    def goals(self, goals: Iterable[Goal]) -> str:
        """Goals as a list inside a sentence."""
        return self.listed(self.label(f"goal-in-sentence.{goal}") for goal in goals)

    def listed(self, texts: Iterable[str]) -> str:
        """`a`, `a and b`, `a, b and c`."""
        *others, last = texts
        return f"{', '.join(others)} {self.label('cover.and')} {last}" if others else last

    def kit(self, kit: Iterable[str]) -> str:
        """Pieces of kit as a list in words."""
        return self.listed(self.label(f"kit.{piece}") for piece in kit)

    def exercise(self, chosen: Chosen) -> ExerciseWords:
        """The words of an exercise of the routine."""
        return self.words.exercises[chosen.exercise.id]

    def numbered(self, number: int, chosen: Chosen) -> str:
        """`3. Rotation in sitting`: the name of an exercise after its place in the routine."""
        return f"{number}. {self.exercise(chosen).name}"

    def one_side(self, chosen: Chosen) -> str:
        """Which way to go where only one side is worked on; else nothing."""
        return self.exercise(chosen).sides.get(chosen.sides[0], "") if len(chosen.sides) == 1 else ""

    def kit_needed(self, chosen: Chosen) -> str:
        """What an exercise needs, as a short list; nothing where it needs nothing."""
        needed = chosen.exercise.kit_in(chosen.position)
        return self.listed(self.label(f"kit-short.{piece}") for piece in needed) if needed else ""

    def day(self, day: date) -> str:
        """A date that no one can misread: the month is spelled out."""
        month = self.label(f"date.month-{day.month}")
        return self.label("date.form", day=day.day, month=month, year=day.year)

    def time(self, span: Span) -> str:
        """`30 seconds`, `10 to 30 seconds`, `1 to 2 minutes`."""
        unit, span = _in_unit(span)
        most = self.plural(f"duration.{unit}", span.most)
        return most if span.least == span.most else self.label("duration.span", least=span.least, most=most)

    def short_time(self, span: Span) -> str:
        """`30 s`, `10 to 30 s`, `1 to 2 min`: for signs."""
        unit, span = _in_unit(span)
        most = self.label(f"duration.short-{unit}", count=span.most)
        return most if span.least == span.most else self.label("duration.span", least=span.least, most=most)

    def minutes(self, seconds: int) -> str:
        """A duration in whole minutes, rounded up."""
        rounded = whole_minutes(seconds) * SECONDS_PER_MINUTE
        return self.time(Span(rounded, rounded))

    def dose(self, dose: Dose, sides: tuple[Side, ...]) -> str:
        """The dose as plain sentences: “Hold for 30 seconds. Do both sides.”."""
        time = self.time(dose.seconds) if dose.seconds else ""
        if dose.manner in (Manner.WORK, Manner.HOLD):
            sentences = [self.label(f"dose.{dose.manner}", time=time)]
        else:
            sentences = [self._counted(dose, time)]
        if dose.sets > 1:
            sentences.append(self.plural("dose.sets", dose.sets))
        if sides:
            sentences.append(self.sides(sides))
        return " ".join(sentences)

    def _counted(self, dose: Dose, time: str) -> str:
        if dose.is_paced:
            each = self.plural("dose.breaths-each", dose.breaths)
            return self.plural("dose.repeat-paced", dose.times, breaths=each)
        if dose.manner is Manner.BREATHE and not dose.has_spots:
            return self.plural("dose.breathe-freely", dose.breaths)
        return self.plural(f"dose.{dose.manner}", dose.breaths or dose.times, time=time)

    def sides(self, sides: tuple[Side, ...]) -> str:
        """Which sides to do, as a sentence; there is at least one."""
        return self.label("dose.both-sides" if len(sides) > 1 else f"dose.{sides[0]}-side")

    def dose_figure(self, dose: Dose, sides: tuple[Side, ...]) -> DoseFigure:
        """The dose as a big figure with a unit, and a note on sets and sides."""
        value, unit = self._figure(dose)
        notes = []
        if dose.sets > 1:
            notes.append(self.plural("figure.set", dose.sets))
        if sides:
            notes.append(self.label(f"figure.{'each' if len(sides) > 1 else sides[0]}-side"))
        return DoseFigure(value, unit, ", ".join(notes))

    def _figure(self, dose: Dose) -> tuple[str, str]:
        if dose.manner is Manner.BREATHE:
            unit = "breath" if dose.has_spots else "free-breath"
            return str(dose.breaths), self.plural(f"figure.{unit}", dose.breaths)
        if dose.is_paced:
            each = self.plural("dose.breaths-each", dose.breaths)
            return str(dose.times), self.plural("figure.time-paced", dose.times, breaths=each)
        if dose.manner in (Manner.WORK, Manner.HOLD):
            assert dose.seconds is not None, "checked when the library is read"
            unit, span = _in_unit(dose.seconds)
            value = str(span.most) if span.least == span.most else f"{span.least}–{span.most}"
            return value, self.plural(f"figure.{unit}", span.most)
        if dose.manner is Manner.HOLD_AND_REPEAT:
            assert dose.seconds is not None, "checked when the library is read"
            time = self.time(dose.seconds)
            return str(dose.times), self.plural("figure.hold-and-repeat", dose.times, time=time)
        noun = "rock" if dose.manner is Manner.OSCILLATE else "time"
        return str(dose.times), self.plural(f"figure.{noun}", dose.times)

    def other_position(self, chosen: Chosen) -> str:
        """The position to be in, where the pictures show the usual one, and which that is."""
        return self.label(
            "exercise.other-position",
            position=self.label(f"position.{chosen.position}"),
            shown=self.label(f"position-in-sentence.{chosen.exercise.positions[0]}"),
        )

    def chosen_dose(self, chosen: Chosen) -> str:
        """The dose of a chosen exercise as plain sentences; of a progressive routine, the first."""
        return self.dose(chosen.dose, chosen.sides)

    def short_dose(self, dose: Dose) -> str:
        """The dose in a few words, without its sides: “30 seconds”, “2 times, 30 seconds each”."""
        value, unit = self._figure(dose)
        sets = f", {self.plural('figure.set', dose.sets)}" if dose.sets > 1 else ""
        return f"{value} {unit}{sets}"

    def weeks(self, first: int, last: int) -> str:
        """`Week 1`, `Weeks 2 to 3`."""
        if first == last:
            return self.label("calendar.week", week=first)
        return self.label("calendar.weeks", first=first, last=last)

    def own_cautions(self, chosen: Chosen) -> tuple[str, ...]:
        """What the client's conditions say about an exercise, for the client: each text once."""
        texts = (
            self.words.conditions[ruling.condition.id].rules.get(ruling.rule.id) for ruling in chosen.rulings
        )
        return tuple(dict.fromkeys(text for text in texts if text))

    def reason(self, reason: Reason) -> str:
        """A reason as a sentence; ids among its values are put into words."""
        values = {name: self.value(name, value) for name, value in reason.values.items()}
        return capitalised(self.label(f"reason.{reason.code}", **values))

    def value(self, name: str, value: Value) -> str:
        """A reason's value of that name in words: ids become names, and several ids a list."""
        if isinstance(value, tuple):
            texts = [self.value(_SEVERAL[name], each) for each in value]
            # Names with commas of their own would run into each other.
            return "; ".join(texts) if any("," in text for text in texts) else self.listed(texts)
        value = str(value)
        match name:
            case "exercise":
                text = self.words.exercises[value].name
            case "condition":
                text = self.words.conditions[value].name_in_sentence
            case "source":
                text = self.sources[value].title if value in self.sources else value
            case "kit":
                text = self.label(f"kit-short.{value}")
            case "goal" | "position":
                text = self.label(f"{name}-in-sentence.{value}")
            case "side" | "demand" | "basis" | "level":
                text = self.label(f"{name}.{value}")
            case _:
                text = value
        return text


def _in_unit(span: Span) -> tuple[str, Span]:
    """Seconds as whole minutes where both ends are such: the unit and the figures."""
    if span.least % SECONDS_PER_MINUTE == span.most % SECONDS_PER_MINUTE == 0:
        return "minute", Span(span.least // SECONDS_PER_MINUTE, span.most // SECONDS_PER_MINUTE)
    return "second", span


def stopping_pain(details: Details, wording: Wording) -> str:
    """From which pain on the client stops: `6 or more`."""
    least = details.pain_settles + 1
    return wording.label("contact.pain-or-more", least=least) if least < MOST_PAIN else str(MOST_PAIN)


def pain_bands(details: Details, wording: Wording) -> tuple[tuple[str, str], ...]:
    """The pain rule, from the least pain to the worst: the numbers of a band, and what to do."""
    bands = (
        ("low", 0, details.pain_carry_on),
        ("middle", details.pain_carry_on + 1, details.pain_settles),
        ("high", details.pain_settles + 1, MOST_PAIN),
    )
    return tuple(
        (
            wording.label(f"safety.pain-{band}", least=least, most=most) if least < most else str(most),
            wording.label(f"safety.pain-{band}-action"),
        )
        for band, least, most in bands
    )


def tick_sides(chosen: Chosen) -> tuple[Side | None, ...]:
    """One entry for each tick row of an exercise: a side, or None for the whole."""
    return chosen.sides or (None,)


def doses_by_week(chosen: Chosen, weeks: int) -> tuple[tuple[Step, int, int], ...]:
    """The doses of an exercise in a progressive routine, each with its first and last week; else nothing."""
    return weeks_of_steps(chosen.steps, weeks) if chosen.steps else ()


def capitalised(text: str) -> str:
    """The text with a capital at its beginning, the rest as it is."""
    return text[:1].upper() + text[1:]
