"""Requests as they are typed, at random and by hand, and what is made of them."""

from __future__ import annotations

import datetime as dt
import shlex
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
import typer
from hypothesis import strategies as st

from generator.cli import app as cli
from generator.library.model import Library
from generator.library.prepared import own_library
from generator.library.vocabulary import Goal, Position
from generator.problems import UsageError
from generator.request.keys import Request
from generator.request.reading import Context, Reader
from generator.request.resolving import resolve
from tests.asking import Asked

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.library.model import Library


LIBRARY: Library = own_library()


AROUND = Context(
    LIBRARY.exercises,
    ("en", "pt-BR"),
    dt.date(2026, 1, 1),
    version="1.2.3",
    precautions=LIBRARY.precautions,
    conditions=LIBRARY.words.conditions,
    kit=LIBRARY.kit,
)


IDS = [exercise.id for exercise in LIBRARY.exercises]


NUMBERS = [str(exercise.number) for exercise in LIBRARY.exercises]


@cache
def _program() -> Any:  # noqa: ANN401 - click's, which Typer may hide
    return typer.main.get_command(cli.application(cli.COMMANDS))


def parsed(command: str) -> Asked:
    """What the program's own parser makes of a command line, as far as it was given."""
    program, name, *arguments = shlex.split(command)
    assert program == "thoracic"
    given = _program().commands[name].make_context(name, arguments).params
    return {key: value for key, value in given.items() if value is not None}


def read(**given: object) -> tuple[Request, list[str]]:
    """The keys of a request as far as they can be read, and what a person reads of the others."""
    reader = Reader(AROUND)
    request = reader.read(Request, given)
    return request, [str(problem) for problem in reader.problems]


def problems_with(request: Asked, context: Context = AROUND) -> list[str]:
    with pytest.raises(UsageError) as raised:
        resolve(request, context)
    return [str(problem) for problem in raised.value.problems]


def some_of(choices: Iterable[str]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from([str(choice) for choice in choices]), max_size=3).map(tuple)


def figures(most: int) -> st.SearchStrategy[str]:
    return st.integers(1, most).map(str)


# Of any text at all, most cannot be printed.
NAMES = st.one_of(
    st.text(alphabet="aZéя'\"\\ -–$`<&>!*~#|;=\t\u202e", max_size=30),
    st.sampled_from(["--force", "-", "-x", "=", "a b", "'", "Zoë O'Brien", "<b>&amp;</b>", "%PATH%", "none"]),
)


OFFSETS = st.sampled_from(["0,0", "-0.0, +0", "1.5,-2", "-10,10", "\N{MINUS SIGN}3,0.25"])


EVERYWHERE = {name: st.booleans() for name in ("ink_saver", "fields", "archive")}


BORDERLESS = st.sampled_from(["no", "YES"])


WHOLE = st.sampled_from(["a4", "letter", "Letter"])


# What goes together, and what may not.
PRINTINGS = st.one_of(
    st.fixed_dictionaries(
        {
            **EVERYWHERE,
            "layout": st.sampled_from(["pages", "Sheet"]),
            "paper": WHOLE,
            "large_print": st.booleans(),
        }
    ),
    st.fixed_dictionaries(
        {
            **EVERYWHERE,
            "layout": st.just("cards"),
            "paper": WHOLE,
            "large_print": st.booleans(),
            "flip": st.sampled_from(["", "short", "Long"]),
            "borderless": BORDERLESS,
        }
    ),
    st.fixed_dictionaries(
        {
            **EVERYWHERE,
            "fold": st.booleans(),
            "paper": st.sampled_from(["a4", "letter", "A5", "half-letter"]),
        }
    ),
    st.fixed_dictionaries(
        {
            **EVERYWHERE,
            "fold": st.just(True),  # noqa: FBT003 - a value, not a switch
            "flip": st.sampled_from(["", "SHORT", "long"]),
            "duplex": st.sampled_from(["auto", "Manual"]),
            "offset_front": OFFSETS,
            "offset_back": OFFSETS,
            "paper_thickness": st.sampled_from(["0.1", "0,1", "0", " .2", "0.25"]),
            "binding_margin": st.sampled_from(["0", "0.0", "12,5", "20"]),
            "fold_marks": st.booleans(),
            "borderless": BORDERLESS,
            "layout": st.sampled_from(["pages", "pages", "pages", "cards"]),
        }
    ),
)


REQUESTS = st.builds(
    lambda printing, **others: Asked(**others, **printing),
    PRINTINGS,
    goals=st.permutations([*Goal, "all"]).flatmap(
        lambda goals: st.integers(1, 5).map(lambda n: tuple(goals[:n]))
    ),
    minutes=st.one_of(st.sampled_from(["none", "15", "007", "NONE"]), figures(120)),
    max_exercises=st.one_of(st.sampled_from(["", "none", "6"]), figures(50)),
    kit=st.one_of(st.just(()), st.just(("none",)), some_of(LIBRARY.kit)),
    no_kit=some_of(LIBRARY.kit),
    positions=some_of(Position),
    no_positions=some_of(Position),
    include=st.one_of(st.just(()), some_of([*IDS, *NUMBERS])),
    exclude=some_of([*IDS, *NUMBERS]),
    conditions=some_of([*LIBRARY.precautions, "pregnancy:20-weeks", "fracture: 3 weeks, Hernia"]),
    cleared_by=st.one_of(st.just("Dr O'Brien"), NAMES),
    side=st.lists(
        st.sampled_from(["left", "hanging=left", "6=left", "8=Right", "13=both", "10 = right"]),
        max_size=3,
        unique=True,
    ).map(lambda sides: ",".join(["Both", *sides] if "left" not in sides else sides)),
    level=st.sampled_from(["gentle", "standard", "full"]),
    progress=st.booleans(),
    older_adult=st.booleans(),
    client=NAMES,
    clinician=NAMES,
    clinic=NAMES,
    date=st.one_of(st.just(""), st.dates(max_value=dt.date(2026, 1, 1)).map(str)),
    review=st.one_of(st.just(""), st.dates(min_value=dt.date(2026, 1, 1)).map(str)),
    days_per_week=figures(7),
    weeks=figures(26),
    pain_limits=st.sampled_from(["3,5", "0, 9", "٣,٥", "2,4"]),
    language=st.sampled_from(["en", "EN", "pt-br"]),
)
