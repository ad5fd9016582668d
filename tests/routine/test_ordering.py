"""The order: releases first, and as little getting about as can be."""

from __future__ import annotations

from itertools import groupby, permutations, product
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.library.vocabulary import Goal, Kind, Position
from generator.routine.ordering import FLOOR, Positioned, arrange, fewest_changes
from generator.routine.plan import Plan
from generator.routine.rulings import client_of
from generator.routine.screening import Candidate, candidate, screen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from generator.library.model import Exercise

PLAN = Plan(goals=tuple(Goal))
SOME_POSITIONS = [
    Position.ON_BACK,
    Position.FOUR_POINT_KNEEL,
    Position.SITTING_CHAIR,
    Position.STANDING,
]


def _candidates(exercises: Iterable[Exercise]) -> list[Candidate]:
    screened = screen(exercises, client_of(PLAN, {}))
    return [candidate(each, each.positions, PLAN.goals) for each in screened]


def _changes_and_descents(positions: Iterable[Position]) -> tuple[int, int]:
    visited = [position for position, _ in groupby(positions)]
    descents = sum(1 for on_floor, _ in groupby(visited, key=FLOOR.__contains__) if on_floor)
    return len(visited) - 1, descents


def _by_trying_everything(candidates: Sequence[Candidate]) -> tuple[int, int]:
    """The fewest changes, then the fewest times down to the floor, over all orders and all positions."""
    releases = [each for each in candidates if each.is_release]
    others = [each for each in candidates if not each.is_release]
    return min(
        _changes_and_descents(positions)
        for first, second in product(permutations(releases), permutations(others))
        for positions in product(*(each.positions for each in (*first, *second)))
    )


def _placed(placements: Iterable[Positioned]) -> list[str]:
    return [f"{placed.candidate.exercise.number} {placed.position}" for placed in placements]


def test_a_routine_on_the_floor_does_not_go_to_bed_for_one_exercise(build: Callable[..., Exercise]) -> None:
    on_the_floor = build(1, {Goal.SIDE: 1}, (Position.ON_BACK,))
    either = build(2, {Goal.SIDE: 1}, (Position.BED_ON_SIDE, Position.ON_SIDE))
    assert _placed(arrange(_candidates([on_the_floor, either]))) == ["1 on-back", "2 on-side"]
    in_bed = build(1, {Goal.SIDE: 1}, (Position.BED_ON_BACK,))
    assert _placed(arrange(_candidates([in_bed, either]))) == ["1 bed-on-back", "2 bed-on-side"]


def test_standing_up_from_the_chair_is_better_than_going_down_to_the_floor(
    build: Callable[..., Exercise],
) -> None:
    chair, back, knees = Position.SITTING_CHAIR, Position.ON_BACK, Position.FOUR_POINT_KNEEL
    drawn = [
        (Kind.RELEASE, (chair,)),
        (Kind.STRETCH, (back, knees, chair)),
        (Kind.STRETCH, (back, knees, Position.STANDING)),
    ]
    candidates = _candidates(
        build(number, {Goal.SIDE: 1}, positions, kind=kind)
        for number, (kind, positions) in enumerate(drawn, start=1)
    )
    assert _placed(arrange(candidates)) == ["1 sitting-chair", "2 sitting-chair", "3 standing"]


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_no_other_order_has_fewer_changes_or_fewer_ways_down_to_the_floor(
    build: Callable[..., Exercise], data: st.DataObject
) -> None:
    drawn = data.draw(
        st.lists(
            st.tuples(
                st.sampled_from([Kind.RELEASE, Kind.STRETCH, Kind.MOBILISATION]),
                st.lists(st.sampled_from(SOME_POSITIONS), min_size=1, max_size=3, unique=True),
            ),
            min_size=1,
            max_size=5,
        )
    )
    candidates = _candidates(
        build(number, {Goal.SIDE: 1}, tuple(positions), kind=kind)
        for number, (kind, positions) in enumerate(drawn, start=1)
    )
    placements = arrange(candidates)
    found = _changes_and_descents(placed.position for placed in placements)
    assert found == _by_trying_everything(candidates)
    assert found[0] == fewest_changes(candidates)
    assert sorted(placed.candidate.exercise.number for placed in placements) == list(range(1, len(drawn) + 1))
    assert all(placed.position in placed.candidate.positions for placed in placements)
    kinds = [placed.candidate.is_release for placed in placements]
    assert kinds == sorted(kinds, reverse=True)


@settings(max_examples=30, deadline=None)
@given(data=st.data())
def test_the_order_of_the_input_does_not_matter(seventeen: tuple[Exercise, ...], data: st.DataObject) -> None:
    candidates = _candidates(seventeen)
    some = data.draw(
        st.lists(st.sampled_from(candidates), min_size=1, unique_by=lambda each: each.exercise.id)
    )
    shuffled = data.draw(st.permutations(some))
    assert arrange(some) == arrange(shuffled)


@settings(max_examples=30, deadline=None)
@given(data=st.data())
def test_one_exercise_fewer_never_takes_more_changes(
    seventeen: tuple[Exercise, ...], data: st.DataObject
) -> None:
    some = data.draw(
        st.lists(st.sampled_from(_candidates(seventeen)), min_size=2, unique_by=lambda each: each.exercise.id)
    )
    assert fewest_changes(some[1:]) <= fewest_changes(some)


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        # 5 goes where the releases before it, or the exercises after it, are already.
        ((5, 13), ["5 sitting-chair", "13 sitting-chair"]),
        ((5, 11), ["5 on-back", "11 on-back"]),
        ((5, 6), ["5 standing", "6 standing"]),
        ((3, 5, 13), ["3 on-side", "5 sitting-chair", "13 sitting-chair"]),
        # Its preferred position, where no other saves anything.
        ((5, 17), ["5 sitting-chair", "17 squatting"]),
        ((10, 12), ["12 four-point-kneel", "10 sitting-chair"]),
        ((10, 12, 16), ["12 four-point-kneel", "10 standing", "16 standing"]),
        # The last release is where the first stretch is: 8 before 14, though 3 comes before 4 by number.
        ((3, 4, 8, 14), ["4 face-down", "3 on-side", "8 on-side", "14 sitting-floor"]),
        # From the floor up, so that the client gets up once; by number in each position.
        ((6, 7, 8, 9, 12, 14, 16, 15), [
            "8 on-side",
            "12 four-point-kneel",
            "15 four-point-kneel",
            "14 sitting-floor",
            "9 sitting-chair",
            "6 standing",
            "7 standing",
            "16 standing",
        ]),
    ],
    ids=lambda value: "+".join(map(str, value)) if isinstance(value[0], int) else "",
)  # fmt: skip
def test_whole_orders(seventeen: tuple[Exercise, ...], numbers: tuple[int, ...], expected: list[str]) -> None:
    candidates = _candidates(each for each in seventeen if each.number in numbers)
    assert _placed(arrange(candidates)) == expected


def test_off_the_floor_first_where_that_saves_a_way_down(build: Callable[..., Exercise]) -> None:
    candidates = _candidates(
        [
            build(1, {Goal.SIDE: 1}, (Position.FACE_DOWN,), kind=Kind.RELEASE),
            build(2, {Goal.SIDE: 1}, (Position.STANDING,), kind=Kind.RELEASE),
            build(3, {Goal.SIDE: 1}, (Position.FOUR_POINT_KNEEL,)),
        ]
    )
    assert _placed(arrange(candidates)) == ["2 standing", "1 face-down", "3 four-point-kneel"]


def test_nothing_needs_no_order() -> None:
    assert arrange([]) == ()
    assert fewest_changes([]) == 0
