"""The order of the exercises, and the position to do each in.

Releases come first (the source's own rule). Within that, the client changes position as seldom as possible;
among orders that are equal in this, gets down to the floor as seldom as possible; then changes between floor,
bed and neither as seldom as possible; then each exercise is done in its preferred position if possible; then
the positions go from the floor up. The result is exact.
"""

from __future__ import annotations

from itertools import combinations, groupby, product
from typing import TYPE_CHECKING, NamedTuple

from generator.library.vocabulary import POSITIONS_IN_BED, Position

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from generator.routine.screening import Candidate

FLOOR = frozenset(
    {
        Position.ON_BACK,
        Position.FACE_DOWN,
        Position.ON_SIDE,
        Position.FOUR_POINT_KNEEL,
        Position.SITTING_FLOOR,
    }
)
"""Positions that mean getting down to the floor and up again."""

_HEIGHT = {position: height for height, position in enumerate(Position)}

_Halves = tuple[tuple[Position, ...], tuple[Position, ...]]


class Positioned(NamedTuple):
    """An exercise and the position to do it in."""

    candidate: Candidate
    position: Position


def fewest_changes(candidates: Collection[Candidate]) -> int:
    """How often the client changes position between exercises, at the least, with the releases first."""
    releases, others = _halves(candidates)
    pairs = list(product(_smallest_sets(releases), _smallest_sets(others)))
    can_meet = any(first & second for first, second in pairs)
    return max(0, len(pairs[0][0]) + len(pairs[0][1]) - can_meet - 1)


def arrange(candidates: Collection[Candidate]) -> tuple[Positioned, ...]:
    """All of the candidates in the order in which to do them, each in one of its positions."""
    releases, others = _halves(candidates)
    options = [halves for first, second in _pairs(releases, others) for halves in _orders(first, second)]

    def cost(halves: _Halves) -> tuple[int, int, int, int, tuple[int, ...]]:
        visited = [position for position, _ in groupby((*halves[0], *halves[1]))]
        liking = sum(
            _liking(candidate, half)
            for half, part in zip(halves, (releases, others), strict=True)
            for candidate in part
        )
        descents = sum(on_floor for on_floor, _ in groupby(position in FLOOR for position in visited))
        places = len(list(groupby((position in FLOOR, position in POSITIONS_IN_BED) for position in visited)))
        return len(visited), descents, places, liking, tuple(_HEIGHT[position] for position in visited)

    first, second = min(options, key=cost)
    return (*_placed(releases, first), *_placed(others, second))


def _pairs(
    releases: Sequence[Candidate], others: Sequence[Candidate]
) -> list[tuple[frozenset[Position], frozenset[Position]]]:
    """The sets of positions, for each half, that may belong to an order with the fewest changes.

    The smallest ones; and, where none of those meet, one that is larger by a position, if it meets the other
    half: the step between the halves then saves the change that the further position costs.
    """
    first, second = _smallest_sets(releases), _smallest_sets(others)
    pairs = list(product(first, second))
    if any(before & after for before, after in pairs):
        return pairs
    larger = [*product(_larger_sets(releases), second), *product(first, _larger_sets(others))]
    return pairs + [(before, after) for before, after in larger if before & after]


def _larger_sets(candidates: Sequence[Candidate]) -> list[frozenset[Position]]:
    """The sets of one position more than the smallest in which all of the candidates can be done."""
    size = len(_smallest_sets(candidates)[0]) + 1
    positions = sorted({each for one in candidates for each in one.positions}, key=_HEIGHT.__getitem__)
    return [
        frozenset(some)
        for some in combinations(positions, size)
        if not any(frozenset(some).isdisjoint(candidate.positions) for candidate in candidates)
    ]


def _halves(candidates: Collection[Candidate]) -> tuple[list[Candidate], list[Candidate]]:
    return (
        [candidate for candidate in candidates if candidate.is_release],
        [candidate for candidate in candidates if not candidate.is_release],
    )


def _smallest_sets(candidates: Sequence[Candidate]) -> list[frozenset[Position]]:
    """The smallest sets of positions in which all of the candidates can be done; all of equal size."""
    forced = frozenset(each.positions[0] for each in candidates if len(each.positions) == 1)
    flexible = [each.positions for each in candidates if forced.isdisjoint(each.positions)]
    found = [] if flexible else [forced]
    choices = sorted({position for positions in flexible for position in positions}, key=_HEIGHT.__getitem__)
    size = 0
    while not found:
        size += 1
        found = [
            forced.union(extra)
            for extra in combinations(choices, size)
            if not any(frozenset(extra).isdisjoint(positions) for positions in flexible)
        ]
    return found


def _orders(first: frozenset[Position], second: frozenset[Position]) -> list[_Halves]:
    """The orders worth comparing: each half either way up, and meeting the other where it can."""
    orders: list[_Halves] = []
    for before, after in product(_either_way_up(first), _either_way_up(second)):
        orders.append((before, after))
        for shared in before:
            if shared in second:
                start = (position for position in before if position is not shared)
                end = (position for position in after if position is not shared)
                orders.append(((*start, shared), (shared, *end)))
    return orders


def _either_way_up(positions: frozenset[Position]) -> tuple[tuple[Position, ...], ...]:
    """From the floor up; and off the floor first, then down to it."""
    rising = tuple(sorted(positions, key=_HEIGHT.__getitem__))
    return rising, tuple(sorted(rising, key=FLOOR.__contains__))


def _liking(candidate: Candidate, positions: Collection[Position]) -> int:
    """How far down the candidate's own list the first of these positions stands; 0 for its preferred one."""
    return next(rank for rank, position in enumerate(candidate.positions) if position in positions)


def _placed(candidates: Sequence[Candidate], positions: Sequence[Position]) -> list[Positioned]:
    return sorted(
        (Positioned(each, each.positions[_liking(each, positions)]) for each in candidates),
        key=lambda placed: (positions.index(placed.position), placed.candidate.exercise.number),
    )
