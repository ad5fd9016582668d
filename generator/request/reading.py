"""Values as they were given → the values of a request, and every problem in them.

What is given for a key is a text, several texts or a yes or no, as typed; or a value of the key's own type,
which is read as if it had been typed, so that every value passes the same checks in the same words.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar, TypeVar

from generator.documents.suggestions import did_you_mean
from generator.library.vocabulary import POSITIONS_IN_BED, Goal, Position, Sides
from generator.problems import Problem
from generator.request.conditions import read_conditions
from generator.request.declaration import Names, as_texts, keys_of
from generator.request.finding import exercise_called, no_such_exercise, shortened
from generator.request.values import (
    BED,
    Offset,
    PainLimits,
    SidesToWorkOn,
    Unlimited,
)
from generator.routine.plan import Condition, Side

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from enum import StrEnum

    from generator.library.model import ConditionWords, Exercise, Precaution
    from generator.request.declaration import DeclaredKey

_LONGEST_NUMBER = 40  # digits: no sensible number is longer, and Python refuses very long ones

Model = TypeVar("Model")
_Choice = TypeVar("_Choice", bound="StrEnum")


@dataclass(frozen=True, slots=True)
class Context:
    """What a request is checked against.

    Attributes:
        exercises: of the library.
        languages: that the library has words in.
        today: the booklet's date where the request names none.
        epoch: the variable SOURCE_DATE_EPOCH, which takes precedence over `today`; empty if it is not set.
        version: of the program, for the back page.
        precautions: of the library, by condition id.
        conditions: their words, by condition id.
        kit: ids of all kit that the library knows.
    """

    exercises: Sequence[Exercise]
    languages: Sequence[str]
    today: dt.date
    epoch: str = ""
    version: str = ""
    precautions: Mapping[str, Precaution] = field(default_factory=dict)
    conditions: Mapping[str, ConditionWords] = field(default_factory=dict)
    kit: Sequence[str] = ()


class Reader:
    """Reads what was given for the keys of a request.

    Attributes:
        problems: what is wrong, each with the option's name.
        notes: what was put right without being asked, such as invisible characters left out of a name.
        unread: the names of the keys whose value could not be read, wholly or in part.
    """

    def __init__(self, context: Context) -> None:
        self.context = context
        self.problems: list[Problem] = []
        self.notes: list[str] = []
        self.unread: set[str] = set()

    def read(self, model: type[Model], given: Mapping[str, object], *, only: Iterable[str] = ()) -> Model:
        """The model's keys as far as they were given and can be read; all others have their defaults.

        Args:
            model: a dataclass of declared keys.
            given: values by name; None, and what the model does not declare, was not given.
            only: the keys to read; all if none is named.
        """
        values: dict[str, object] = {}
        for name, declared in keys_of(model).items():
            value = given.get(name)
            if value is None or (only and name not in only):
                continue
            if value in (declared.default, []):
                continue
            if declared.is_switch:
                values[name] = bool(value)
                continue
            before = len(self.problems)
            kind = declared.names or declared.value_type
            if kind not in self._READING:  # an enumeration
                kind = "choices" if declared.is_several else "choice"
            read = self._READING[kind](self, declared, as_texts(declared, value))
            if len(self.problems) > before:
                self.unread.add(name)
            if read is not None:
                values[name] = read
        return model(**values)

    def refuse(self, declared: DeclaredKey, message: str, hint: str = "") -> None:
        """Record a problem with this key."""
        option = declared.option_off if declared.is_on else declared.option
        self.problems.append(Problem(message, hint, path=option))

    def choice(self, declared: DeclaredKey, typed: str, choices: type[_Choice]) -> _Choice | None:
        """One of the choices, in whatever case it is typed."""
        value = typed.strip().lower()
        if value in list(choices):
            return choices(value)
        self._refuse_choice(declared, typed, list(choices))
        return None

    def _refuse_choice(self, declared: DeclaredKey, typed: str, choices: Iterable[str]) -> None:
        known = [*choices, *filter(None, (declared.key.extra_word,))]
        message = f"“{shortened(typed)}” is not one of the choices"
        self.refuse(declared, message, did_you_mean(typed.strip().lower(), known))

    def _one_choice(self, declared: DeclaredKey, texts: list[str]) -> StrEnum | None:
        text = ",".join(texts)
        assert declared.choices
        # Where the key has no default of its own, an empty text gives none.
        if declared.default is None and not text.strip():
            return None
        return self.choice(declared, text, declared.choices)

    def _choices(self, declared: DeclaredKey, texts: list[str]) -> tuple[StrEnum, ...]:
        assert declared.choices
        values = (self.choice(declared, one, declared.choices) for one in _parted(texts))
        return tuple(value for value in values if value is not None)

    def _goals(self, declared: DeclaredKey, texts: list[str]) -> tuple[StrEnum, ...]:
        """The goals in their order; `all` stands for those that are not named."""
        named = _parted(texts)
        rest = [goal for goal in Goal if goal not in named]
        every = declared.key.extra_word
        return self._choices(declared, [one for text in named for one in (rest if text == every else [text])])

    def _positions(self, declared: DeclaredKey, texts: list[str]) -> tuple[StrEnum, ...]:
        """The positions, each once; `bed` stands for all that are on one."""
        named = [
            one for text in _parted(texts) for one in (map(str, POSITIONS_IN_BED) if text == BED else [text])
        ]
        return self._choices(declared, list(dict.fromkeys(named)))

    def _kit(self, declared: DeclaredKey, texts: list[str]) -> tuple[str, ...] | None:
        """Ids of kit, or nothing at all for `none`; None where a part of it cannot be read."""
        named = _parted(texts)
        if declared.key.extra_word and named == [declared.key.extra_word]:
            return ()
        for text in named:
            if text not in self.context.kit:
                self._refuse_choice(declared, text, self.context.kit)
        # What could not be read might have been anything.
        known = tuple(text for text in named if text in self.context.kit)
        return known if len(known) == len(named) or declared.default is not None else None

    def _exercise_ids(self, declared: DeclaredKey, texts: list[str]) -> tuple[str, ...]:
        """Ids of exercises, named by id or number, each once."""
        found = (self._exercise(declared, text) for text in _parted(texts))
        return tuple(dict.fromkeys(exercise.id for exercise in found if exercise))

    def _exercise(self, declared: DeclaredKey, typed: str) -> Exercise | None:
        exercise = exercise_called(typed, self.context.exercises)
        if exercise is None:
            self.problems.append(no_such_exercise(typed, self.context.exercises, declared.option))
        return exercise

    def _conditions(self, declared: DeclaredKey, texts: list[str]) -> tuple[Condition, ...]:
        context = self.context
        conditions, problems, notes = read_conditions(
            texts, context.precautions, context.conditions, declared.option
        )
        self.problems += problems
        self.notes += notes
        return conditions

    def _sides(self, declared: DeclaredKey, texts: list[str]) -> SidesToWorkOn:
        """A side, or an exercise's id or number with its side, several times: `left`, `8=right`."""
        given: dict[str, Side] = {}  # an empty text stands for the whole routine
        for text in _parted(texts):
            named, equals, value = (part.strip() for part in text.rpartition("="))
            exercise = self._exercise(declared, named) if equals else None
            side = self.choice(declared, value, Side)
            if side is None or (equals and exercise is None):
                continue
            name = exercise.id if exercise else ""
            if exercise and exercise.sides is Sides.NONE:
                self.refuse(declared, f"{name} is not done on one side", f"remove {shortened(text)}")
            elif given.setdefault(name, side) is not side:
                what = name or "the side of the routine"
                self.refuse(declared, f"{what} is both {given[name]} and {side}", "give one of the two")
        usual = given.pop("", Side.BOTH)
        return SidesToWorkOn(
            usual, tuple(sorted((name, side) for name, side in given.items() if side is not usual))
        )

    def _number(self, declared: DeclaredKey, texts: list[str], instead: str = "") -> int | None:
        """A whole number within bounds, in the digits of any script."""
        typed = ",".join(texts)
        text = typed.strip()
        value = int(text) if text.isdecimal() and len(text) <= _LONGEST_NUMBER else None
        allowed = declared.range
        assert allowed
        if value is None or not allowed.least <= value <= allowed.most:
            message = (
                f"must be a whole number from {allowed.least} to {allowed.most}, got “{shortened(typed)}”"
            )
            self.refuse(declared, message, instead or "give a number in that range")
            return None
        return value

    def _limit(self, declared: DeclaredKey, texts: list[str]) -> int | Unlimited | None:
        """A whole number within bounds, or `none`."""
        text = ",".join(texts).strip().lower()
        if text == Unlimited.NONE:
            return Unlimited.NONE
        if declared.default is None and not text:
            return None
        hint = f"give a number in that range, or {Unlimited.NONE} for no limit"
        return self._number(declared, texts, hint)

    def _pain_limits(self, declared: DeclaredKey, texts: list[str]) -> PainLimits | None:
        text = ",".join(texts)
        figures = re.fullmatch(
            r"(\d)\s*,\s*(\d)", text.strip()
        )  # at 10 out of 10, nobody is told to carry on
        if figures and int(figures[1]) < int(figures[2]):
            return PainLimits(int(figures[1]), int(figures[2]))
        message = f"must be two whole numbers from {declared.range}, the lower first, got “{shortened(text)}”"
        self.refuse(declared, message, "write them like 3,5")
        return None

    def _millimetres(self, declared: DeclaredKey, texts: list[str]) -> float | None:
        """A length, with a point or a comma before its decimals."""
        text = ",".join(texts)
        value = _decimal(text.replace(",", "."))
        allowed = declared.range
        assert allowed
        if value is None or not allowed.least <= value <= allowed.most:
            message = f"must be {allowed} millimetres, got “{shortened(text)}”"
            self.refuse(declared, message, "give a number in that range")
            return None
        return value

    def _offset(self, declared: DeclaredKey, texts: list[str]) -> Offset | None:
        text = ",".join(texts)
        allowed = declared.range
        assert allowed
        values = [_decimal(part) for part in text.split(",")]
        match [value for value in values if value is not None and allowed.least <= value <= allowed.most]:
            case [right, down] if len(values) == 2:  # noqa: PLR2004 - across and down
                return Offset(right, down)
        message = f"must be two numbers from {allowed} millimetres, got “{shortened(text)}”"
        self.refuse(declared, message, "write them like 0.5,-1: to the right, then down")
        return None

    def _date(self, declared: DeclaredKey, texts: list[str]) -> dt.date | None:
        """A day as year-month-day; None when the text is empty."""
        typed = ",".join(texts)
        text = typed.strip()
        if not text:
            return None
        hint = "write year-month-day, such as 2026-03-31"
        if re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
            try:
                return dt.date.fromisoformat(text)
            except ValueError:
                hint = "there is no such day in the calendar"
        self.refuse(declared, f"“{shortened(typed)}” is not a day", hint)
        return None

    def _language(self, declared: DeclaredKey, texts: list[str]) -> str | None:
        """The tag of a language that there are words in, in whatever case it is typed."""
        typed = ",".join(texts)
        for tag in self.context.languages:
            if tag.lower() == typed.strip().lower():
                return tag
        message = f"there are no words in the language “{shortened(typed)}”"
        self.refuse(declared, message, f"choose from {', '.join(self.context.languages)}")
        return None

    def _text(self, declared: DeclaredKey, texts: list[str]) -> str:
        """A text that the booklet's fonts can print."""
        typed = ",".join(texts)
        assert declared.length
        longest = declared.length.most
        if typed.isascii() and typed.isprintable() and len(typed) <= longest and "  " not in typed:
            return typed.strip()
        from generator.text.cleaning import clean_text  # noqa: PLC0415 - loads the fonts, for unusual names only

        clean = clean_text(typed, declared.option, longest)
        self.problems += clean.problems
        self.notes += [f"{declared.option}: left out {what}, which cannot be seen" for what in clean.dropped]
        return clean.text

    def epoch(self) -> dt.date | None:
        """The day, in UTC, of a number of seconds since 1970, as SOURCE_DATE_EPOCH holds it."""
        try:
            seconds = dt.timedelta(seconds=int(self.context.epoch))
            return (dt.datetime(1970, 1, 1, tzinfo=dt.UTC) + seconds).date()
        except (ValueError, OverflowError):
            message = f"“{shortened(self.context.epoch)}” is not a number of seconds since 1970"
            hint = "unset it, or set it to a whole number"
            self.problems.append(Problem(message, hint, "SOURCE_DATE_EPOCH"))
            return None

    # How values are read, by what they name, or by their type.
    _READING: ClassVar[Mapping[object, Callable[[Reader, DeclaredKey, list[str]], object]]] = {
        "choice": _one_choice,
        "choices": _choices,
        tuple[Goal, ...]: _goals,
        tuple[Position, ...]: _positions,
        Names.KIT: _kit,
        Names.EXERCISE: _exercise_ids,
        Names.LANGUAGE: _language,
        tuple[Condition, ...]: _conditions,
        SidesToWorkOn: _sides,
        int: _number,
        int | Unlimited: _limit,
        int | Unlimited | None: _limit,
        PainLimits: _pain_limits,
        float: _millimetres,
        Offset: _offset,
        dt.date | None: _date,
        str: _text,
    }


def _decimal(typed: str) -> float | None:
    """A number with at most two decimals, in the digits of any script."""
    # A minus copied from the test sheet is not the hyphen of a keyboard.
    text = typed.strip().replace("\N{MINUS SIGN}", "-")
    # Adding zero turns minus zero into zero.
    return float(text) + 0.0 if re.fullmatch(r"[-+]?\d{1,3}(\.\d{1,2})?", text) else None


def _parted(texts: Iterable[str]) -> list[str]:
    return [one.strip().lower() for text in texts for one in text.split(",")]
