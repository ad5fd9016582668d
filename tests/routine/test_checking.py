"""What is wrong with a plan, and what to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from generator.library.ids import kit_ids
from generator.library.vocabulary import Goal, Position
from generator.routine.checking import problems_of
from generator.routine.plan import Plan

if TYPE_CHECKING:
    from generator.library.model import Exercise

SIDE = (Goal.SIDE,)


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        pytest.param(
            {"goals": ()},
            ["goal  no goal is given → give at least one of extension, flexion, rotation, side"],
            id="no goal",
        ),
        pytest.param(
            {"goals": (Goal.SIDE, Goal.FLEXION, Goal.SIDE)},
            ["goal  side is given 2 times → give each goal once, the most important first"],
            id="a goal twice",
        ),
        pytest.param(
            {"minutes": 500},
            ["minutes  must be 1 to 120, got 500 → give a number in that range, or none for no limit"],
            id="minutes",
        ),
        pytest.param(
            {"minutes": 0, "max_exercises": -1},
            [
                "minutes  must be 1 to 120, got 0 → give a number in that range, or none for no limit",
                "max-exercises  must be 1 to 50, got -1 → give a number in that range, or none for no limit",
            ],
            id="minutes and number",
        ),
        pytest.param(
            {"include": ("hangin",), "exclude": ("zzz", "zzz")},
            [
                "exclude  there is no exercise 'zzz' → `thoracic list` lists every exercise",
                "include  there is no exercise 'hangin' → did you mean hanging?",
            ],
            id="unknown exercises",
        ),
        pytest.param(
            {"include": ("hanging",), "exclude": ("hanging",)},
            ["include  hanging is both included and excluded → remove it from one of the two"],
            id="included and excluded",
        ),
        pytest.param(
            {
                "include": ("hanging",),
                "no_kit": frozenset(kit_ids()),
                "positions": frozenset({Position.STANDING}),
            },
            [
                (
                    "include  hanging needs bar, which is not at hand"
                    " → add bar to the kit, or do not include hanging"
                ),
                (
                    "include  hanging is done in the position squatting, which is not possible"
                    " → allow the position squatting, or do not include hanging"
                ),
            ],
            id="cannot be done",
        ),
        pytest.param(
            {"include": ("hanging", "translation", "side-stretch"), "max_exercises": 2},
            [
                (
                    "include  3 exercises are included, more than the 2 allowed"
                    " → allow at least 3 with max-exercises, or include fewer"
                )
            ],
            id="too many included",
        ),
        pytest.param(
            # 300 s and 80 s, and a change of position.
            {"include": ("four-point-rotation", "seated-rotation"), "minutes": 6},
            [
                (
                    "include  the included exercises take 7 minutes, more than the 6 allowed"
                    " → allow at least 7 minutes, or include fewer"
                )
            ],
            id="too long together",
        ),
    ],
)
def test_each_mistake_is_told_with_its_remedy(
    seventeen: tuple[Exercise, ...], settings: dict[str, Any], expected: list[str]
) -> None:
    plan = Plan(**{"goals": SIDE, **settings})
    assert [str(problem) for problem in problems_of(seventeen, plan)] == expected


@pytest.mark.parametrize(
    "plan",
    [
        pytest.param(Plan(goals=SIDE, minutes=1, max_exercises=1), id="least limits"),
        pytest.param(Plan(goals=SIDE, minutes=120, max_exercises=50), id="most limits"),
        pytest.param(
            Plan(
                goals=SIDE,
                minutes=None,
                max_exercises=None,
                no_kit=frozenset(kit_ids()),
                positions=frozenset(),
            ),
            id="no limits",
        ),
        pytest.param(
            Plan(goals=SIDE, minutes=7, include=("four-point-rotation", "seated-rotation")),
            id="includes to the minute",
        ),
        pytest.param(
            Plan(goals=SIDE, minutes=1, max_exercises=1, include=("hanging", "hanging")), id="included twice"
        ),
        pytest.param(
            Plan(goals=SIDE, include=("side-stretch-with-flexion",), no_kit=frozenset(kit_ids()) - {"mat"}),
            id="another position without kit",
        ),
    ],
)
def test_a_plan_that_can_be_kept_has_no_problem(seventeen: tuple[Exercise, ...], plan: Plan) -> None:
    assert problems_of(seventeen, plan) == ()
