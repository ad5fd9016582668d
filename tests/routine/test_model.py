"""What a routine says of itself."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from generator.library.model import Rule
from generator.library.vocabulary import Action, Basis, Goal, Position, ShownSide, Sides
from generator.routine.choosing import choose
from generator.routine.plan import Condition, Plan, Side
from generator.routine.rulings import Ruling

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.library.model import Exercise
    from generator.routine.model import Chosen


def _chosen(build: Callable[..., Exercise], shown: ShownSide | None, side: Side) -> Chosen:
    sides = Sides.EACH if shown else Sides.NONE
    exercise = replace(build(1, {Goal.SIDE: 5}, (Position.STANDING,), sides=sides), shown_side=shown)
    [chosen] = choose((exercise,), Plan((Goal.SIDE,), side=side)).chosen
    return chosen


@pytest.mark.parametrize(
    ("shown", "side", "expected", "is_mirrored"),
    [
        pytest.param(ShownSide.LEFT, Side.LEFT, "left", False, id="as drawn"),
        pytest.param(ShownSide.LEFT, Side.RIGHT, "right", True, id="turned round"),
        pytest.param(ShownSide.RIGHT, Side.BOTH, "right", False, id="both sides"),
        pytest.param(None, Side.RIGHT, None, False, id="without sides"),
    ],
)
def test_the_pictures_show_the_side_to_do(
    build: Callable[..., Exercise],
    shown: ShownSide | None,
    side: Side,
    expected: str | None,
    is_mirrored: bool,
) -> None:
    chosen = _chosen(build, shown, side)
    assert chosen.shown_side == expected
    assert chosen.is_mirrored is is_mirrored


@pytest.mark.parametrize("action", [Action.CARE, Action.ADAPT, Action.LEAVE_OUT])
def test_only_what_would_leave_it_out_is_overridden(build: Callable[..., Exercise], action: Action) -> None:
    rule = Rule("rule", action, (), Basis.ARTICLE, "article")
    chosen = replace(_chosen(build, None, Side.BOTH), rulings=(Ruling(Condition("hernia"), rule, ()),))
    assert chosen.is_overridden is (action is Action.LEAVE_OUT)


def test_the_minutes_printed_are_rounded_up(build: Callable[..., Exercise]) -> None:
    routine = choose((build(1, {Goal.SIDE: 5}, (Position.STANDING,)),), Plan((Goal.SIDE,)))
    assert [replace(routine, seconds=seconds).minutes for seconds in (60, 61, 120)] == [1, 2, 2]
