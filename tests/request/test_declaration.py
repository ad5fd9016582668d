"""A dataclass of annotated fields → its keys, and values as they are typed."""

from dataclasses import dataclass, make_dataclass
from typing import Annotated

import pytest

from generator.library.vocabulary import Goal
from generator.request.declaration import (
    DeclaredKey,
    Key,
    Length,
    Names,
    Range,
    Section,
    as_texts,
    keys_of,
)
from generator.request.keys import Request
from generator.request.values import SidesToWorkOn
from generator.routine.plan import Side
from tests.request.requests import parsed


def test_every_switch_can_be_undone() -> None:
    for key in keys_of(Request).values():
        if key.is_switch:
            on_then_off = parsed(f"thoracic make {key.option} {key.option_off}")
            assert on_then_off == {key.name: False}
            assert parsed(f"thoracic make {key.option_off} {key.option}") == {key.name: True}


@dataclass(frozen=True, slots=True, kw_only=True)
class Tea:
    """A model with a key of every shape."""

    kinds: Annotated[tuple[Goal, ...], Key("Which.", option="kind", extra_word="all")] = ()
    cups: Annotated[int | None, Range(1, 12.5), Key("How many, {range}.", Section.FILES, "N")] = None
    name: Annotated[str, Length(20), Key("For whom.", metavar="NAME")] = ""
    pot: Annotated[str, Names.FILE, Key("Where.", metavar="FILE", short="-p")] = "-"
    hot_milk: Annotated[bool, Key("With milk.")] = False
    sugar: Annotated[bool, Key("With sugar.", when_off="Without sugar.")] = True
    side: Annotated[SidesToWorkOn, Key("Whose.", metavar="SIDE", is_repeated=True)] = SidesToWorkOn()  # noqa: RUF009 - a tuple does not change


KINDS, CUPS, NAME, POT, MILK, SUGAR, SIDE = keys_of(Tea).values()


def test_keys_stand_by_name_in_their_order() -> None:
    assert list(keys_of(Tea)) == ["kinds", "cups", "name", "pot", "hot_milk", "sugar", "side"]


def test_a_key_has_all_that_stands_in_its_field() -> None:
    assert (KINDS.default, CUPS.default, NAME.default, SUGAR.default) == ((), None, "", True)
    assert (CUPS.range, NAME.length, POT.names) == (Range(1, 12.5), Length(20), Names.FILE)
    assert (NAME.range, CUPS.length, NAME.names) == (None, None, None)
    assert (KINDS.choices, CUPS.choices) == (Goal, None)
    assert str(CUPS.range) == "1 to 12.5"


def test_its_option_is_its_name_unless_it_has_another() -> None:
    assert [key.option for key in (KINDS, CUPS, MILK)] == ["--kind", "--cups", "--hot-milk"]
    assert [key.option_off for key in (MILK, SUGAR)] == ["--no-hot-milk", "--no-sugar"]


def test_switches_and_what_may_be_given_several_times() -> None:
    assert [key for key in keys_of(Tea).values() if key.is_switch] == [MILK, SUGAR]
    assert [key for key in keys_of(Tea).values() if key.is_on] == [SUGAR]
    assert [key for key in keys_of(Tea).values() if key.is_several] == [KINDS, SIDE]


@pytest.mark.parametrize(
    ("key", "value", "texts"),
    [
        (KINDS, (Goal.SIDE, Goal.FLEXION), ["side", "flexion"]),
        (KINDS, (), ["all"]),
        (CUPS, 3, ["3"]),
        (CUPS, 2.50, ["2.5"]),
        (NAME, "Ann", ["Ann"]),
        (SIDE, SidesToWorkOn(Side.LEFT), ["left"]),
    ],
)
def test_a_value_as_it_is_typed(key: DeclaredKey, value: object, texts: list[str]) -> None:
    assert as_texts(key, value) == texts


def test_a_field_without_a_default_is_no_key() -> None:
    nothing = make_dataclass("nothing", [("cups", Annotated[int, Key("How many.")])])
    with pytest.raises(AssertionError, match="cups has no default"):
        keys_of(nothing)
