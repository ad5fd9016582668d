"""How a key of a request is declared: once, for the command line, Python, plan files, schemas and forms.

A key is a field of a dataclass, annotated with its type, perhaps the range or length of its values or what
they name, and a `Key`. Its default is the field's. What is derived from that: the option of the command line
and its completion (`generator.cli`), how a value is read (`generator.request.reading`), and the printed
command (`generator.request.command_line`).
"""

from dataclasses import MISSING, fields
from enum import StrEnum
from functools import cache
from typing import Any, NamedTuple, get_args, get_origin


class Section(StrEnum):
    """The heading that a key stands under, in help and forms."""

    EXERCISES = "What to choose"
    SAFETY = "What is safe"
    PEOPLE = "People and days"
    PRINT = "How it is printed"
    FOLD = "A booklet to fold"
    FILES = "Files"
    USUAL = "Options"


class Names(StrEnum):
    """What a text names: an id of the library, or a file."""

    EXERCISE = "exercise"  # by its id or number
    KIT = "kit"
    LANGUAGE = "language"  # by its tag, as in the names of the folders in `data/words/`
    FILE = "file"  # by its path, or `-` for standard output


class Range(NamedTuple):
    """The least and the most that a number may be."""

    least: float
    most: float

    def __str__(self) -> str:
        """As it reads in a sentence: `0 to 0.5`."""
        return f"{self.least:g} to {self.most:g}"


class Length(NamedTuple):
    """How many characters a text may have at most."""

    most: int


class Key(NamedTuple):
    """What a person reads about a key.

    Attributes:
        help: one or two sentences. `{range}`, `{length}` and `{choices}` stand for those of the key.
        section: the heading that it stands under.
        metavar: what stands for the value in the help.
        option: its name on the command line, where that differs from the key's.
        short: its one-letter option.
        prints_short: whether the printed command uses the short option.
        when_off: for a switch that is on by default, the help of its off form.
        is_repeated: whether its option may be given several times, although it has one value.
        extra_word: a word that stands for several values, or for none.
        default_text: how the help words the default, where the value itself would be unclear.
    """

    help: str
    section: Section = Section.USUAL
    metavar: str = ""
    option: str = ""
    short: str = ""
    prints_short: bool = False
    when_off: str = ""
    is_repeated: bool = False
    extra_word: str = ""
    default_text: str = ""


class DeclaredKey(NamedTuple):
    """A key with its name, type and default."""

    name: str
    value_type: Any
    default: Any
    key: Key
    range: Range | None = None
    length: Length | None = None
    names: Names | None = None

    @property
    def option(self) -> str:
        """The option of the command line; of a switch, the one that switches it on."""
        return f"--{self.key.option or self.name.replace('_', '-')}"

    @property
    def option_off(self) -> str:
        """What undoes a switch."""
        return f"--no-{self.option.removeprefix('--')}"

    @property
    def parts(self) -> tuple[Any, ...]:
        """The types that the value's type is made of: of several exercises or none, what an exercise is."""
        return _parts(self.value_type)

    @property
    def is_switch(self) -> bool:
        """Whether it is on or off."""
        return self.value_type is bool

    @property
    def is_on(self) -> bool:
        """Whether it is a switch that is on by default."""
        return self.is_switch and bool(self.default)

    @property
    def is_several(self) -> bool:
        """Whether it may be given several times."""
        return self.key.is_repeated or any(get_origin(part) is tuple for part in self.parts)

    @property
    def choices(self) -> type[StrEnum] | None:
        """The words to choose from, if the type says so."""
        return next(
            (each for each in self.parts if isinstance(each, type) and issubclass(each, StrEnum)), None
        )


def _parts(value_type: Any) -> tuple[Any, ...]:  # noqa: ANN401 - types have no type in common
    return (value_type, *(inner for part in get_args(value_type) for inner in _parts(part)))


def keys_of(model: type) -> dict[str, DeclaredKey]:
    """Every key that a dataclass declares, by name, in order."""
    return _keys_of(model)


@cache
def _keys_of(model: Any) -> dict[str, DeclaredKey]:  # noqa: ANN401 - mypy takes no dataclass for hashable
    found = {}
    for field in fields(model):
        shape, *extras = get_args(field.type)
        assert field.default is not MISSING, f"{field.name} has no default"
        found[field.name] = DeclaredKey(
            field.name,
            shape,
            field.default,
            key=next(extra for extra in extras if isinstance(extra, Key)),
            range=next((extra for extra in extras if isinstance(extra, Range)), None),
            length=next((extra for extra in extras if isinstance(extra, Length)), None),
            names=next((extra for extra in extras if isinstance(extra, Names)), None),
        )
    return found


def as_texts(declared: DeclaredKey, value: object) -> list[str]:
    """A value of a key as it is typed; nothing at all is the word for it, where there is one."""
    # Values of several parts, such as the pain limits, are one text.
    if isinstance(value, list | tuple | set | frozenset) and not hasattr(value, "_fields"):
        return [str(one) for one in value] or [declared.key.extra_word]
    return [f"{value:g}" if isinstance(value, float) else str(value)]
