"""The page map, by printing, folding and reading what it says."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.booklet.choices import RANGES, Binding, Duplex, Flip, FoldOptions, Paper
from generator.booklet.imposition import (
    EDGE,
    NOTICEABLE,
    SHEET_SIZES,
    Clearance,
    Half,
    Imposition,
    Move,
    impose,
)
from generator.booklet.style import MILLIMETRE
from tests.booklet.paper import printed_sheets, simulate

PAGE_SIZES = {Paper.A4: (148 * MILLIMETRE, 210 * MILLIMETRE), Paper.LETTER: (5.5 * 72, 8.5 * 72)}
A5 = PAGE_SIZES[Paper.A4]
CLEARANCE = Clearance(side=12 * MILLIMETRE, top=10 * MILLIMETRE, bottom=8 * MILLIMETRE)
WAYS = list(itertools.product(Flip, Duplex, Binding))


def length(name: str) -> st.SearchStrategy[float]:
    return st.floats(*RANGES[name])


options_of_all_kinds = st.builds(
    FoldOptions,
    flip=st.sampled_from(Flip),
    duplex=st.sampled_from(Duplex),
    binding=st.sampled_from(Binding),
    paper_thickness=length("paper_thickness"),
    binding_margin=length("binding_margin"),
    offset_front=st.tuples(length("offset_front"), length("offset_front")),
    offset_back=st.tuples(length("offset_back"), length("offset_back")),
    fold_ticks=st.booleans(),
    staple_marks=st.booleans(),
)
clearances = st.builds(Clearance, *[st.floats(0, 60)] * 3)


def folded(page_count: int, options: FoldOptions, paper: Paper = Paper.A4) -> Imposition:
    return impose(page_count, PAGE_SIZES[paper.sheet], CLEARANCE, paper, options)


def slots(plan: Imposition) -> list[tuple[int, int]]:
    return [(side.placements[0].slot, side.placements[1].slot) for side in plan.sides]


def told(plan: Imposition) -> list[tuple[Move, float, float]]:
    """What was made smaller: from how many millimetres to how many."""
    return [(limited.move, limited.wanted, round(limited.given, 6)) for limited in plan.limited]


def test_eight_pages_lie_on_two_sheets_as_every_printer_knows_them() -> None:
    plan = folded(8, FoldOptions())
    assert slots(plan) == [(8, 1), (2, 7), (6, 3), (4, 5)]
    assert [(side.sheet, side.is_front) for side in plan.sides] == [
        (1, True),
        (1, False),
        (2, True),
        (2, False),
    ]
    assert plan.sheet_count == 2


def test_by_hand_all_fronts_come_before_all_backs() -> None:
    assert slots(folded(8, FoldOptions(duplex=Duplex.MANUAL))) == [(8, 1), (6, 3), (2, 7), (4, 5)]


def test_the_spine_on_the_right_swaps_the_halves() -> None:
    assert slots(folded(8, FoldOptions(binding=Binding.RIGHT))) == [(1, 8), (7, 2), (3, 6), (5, 4)]


def test_a_flip_on_the_long_edge_turns_the_backs_upside_down() -> None:
    plan = folded(8, FoldOptions(flip=Flip.LONG))
    assert slots(plan) == [(8, 1), (7, 2), (6, 3), (5, 4)]
    assert [place.turned for side in plan.sides for place in side.placements] == [
        False,
        False,
        True,
        True,
    ] * 2


@pytest.mark.parametrize(
    ("page_count", "blanks"), [(1, (2, 3, 4)), (2, (2, 3)), (5, (5, 6, 7)), (6, (6, 7)), (7, (7,)), (8, ())]
)
def test_blanks_stand_before_the_back_cover(page_count: int, blanks: tuple[int, ...]) -> None:
    assert folded(page_count, FoldOptions()).blanks == blanks


@given(page_count=st.integers(1, 400), paper=st.sampled_from(Paper), options=options_of_all_kinds)
def test_the_folded_booklet_has_each_page_once_and_in_order(
    page_count: int, paper: Paper, options: FoldOptions
) -> None:
    plan = folded(page_count, options, paper)
    read = simulate(plan, PAGE_SIZES[paper.sheet])
    assert [page.slot for page in read] == list(range(1, len(read) + 1))
    assert [page.page for page in read if page.page is not None] == list(range(page_count))
    assert [page.slot for page in read if page.page is None] == list(plan.blanks)
    assert 0 <= len(read) - page_count < 4
    # The back cover is the last page, and the cover lies on the side that is opened.
    assert read[-1].page == (page_count - 1 if page_count > 1 else None)
    assert [page.is_right for page in read[:2]] == [
        options.binding is Binding.LEFT,
        options.binding is Binding.RIGHT,
    ]


@given(page_count=st.integers(1, 400), options=options_of_all_kinds)
def test_the_file_has_two_different_pages_a_side_and_each_slot_once(
    page_count: int, options: FoldOptions
) -> None:
    plan = folded(page_count, options)
    found = sorted(slot for side in slots(plan) for slot in side)
    assert found == list(range(1, len(found) + 1))
    for side in plan.sides:
        left, right = side.placements
        assert (left.half, right.half) == (Half.LEFT, Half.RIGHT)
        assert left.left < right.left
        assert {left.turned, right.turned} == {options.flip is Flip.LONG and not side.is_front}


@given(
    page_count=st.integers(1, 400),
    paper=st.sampled_from(Paper),
    clearance=clearances,
    options=options_of_all_kinds,
)
def test_nothing_printed_ever_leaves_its_half(
    page_count: int, paper: Paper, clearance: Clearance, options: FoldOptions
) -> None:
    page_size = PAGE_SIZES[paper.sheet]
    still = replace(options, offset_front=(0.0, 0.0), offset_back=(0.0, 0.0))
    plan = impose(page_count, page_size, clearance, paper, still)
    half = SHEET_SIZES[paper.sheet][0] / 2
    for page in simulate(plan, page_size):
        inner = page.from_fold + clearance.side
        outer = half - page.from_fold - page_size[0] + clearance.side
        assert inner >= -0.01
        assert outer >= min(EDGE, clearance.side) - 0.01
    # Offsets move all of a side, and nothing off the paper.
    for side in impose(page_count, page_size, clearance, paper, options).sides:
        for place in side.placements:
            top, bottom = clearance.top, clearance.bottom
            if place.turned:
                top, bottom = bottom, top
            assert place.left + clearance.side >= -0.01
            assert place.left + page_size[0] - clearance.side <= plan.width + 0.01
            assert place.top + top >= -0.01
            assert place.top + page_size[1] - bottom <= plan.height + 0.01


@given(page_count=st.integers(1, 200), options=options_of_all_kinds, clearance=clearances)
# The margin is cut by two thousandths of a millimetre, which nobody can see.
@example(1, FoldOptions(binding_margin=5.041015625), Clearance(side=27.0390625, top=0, bottom=0))
def test_what_was_made_noticeably_smaller_is_told_and_nothing_else(
    page_count: int, options: FoldOptions, clearance: Clearance
) -> None:
    plan = impose(page_count, A5, clearance, Paper.A4, options)
    for limited in plan.limited:
        assert abs(limited.given) < abs(limited.wanted)
    moves = {limited.move for limited in plan.limited}
    pages = {page.slot: page for page in simulate(without_offsets(plan, clearance), A5)}
    margin = pages[1].from_fold
    creep = margin - pages[2 * plan.sheet_count].from_fold
    for move, wanted, got in (
        (Move.BINDING_MARGIN, options.binding_margin, margin),
        (Move.CREEP, (plan.sheet_count - 1) * options.paper_thickness, creep),
    ):
        cut = wanted * MILLIMETRE - got
        # Exactly at the border, sums of decimal numbers may fall on either side.
        assert cut > NOTICEABLE - 1e-9 if move in moves else cut < NOTICEABLE + 1e-9


def without_offsets(plan: Imposition, clearance: Clearance) -> Imposition:
    """The same plan without offsets."""
    count = sum(place.page is not None for side in plan.sides for place in side.placements)
    options = replace(plan.options, offset_front=(0.0, 0.0), offset_back=(0.0, 0.0))
    return impose(count, A5, clearance, Paper.A4, options)


def test_inner_sheets_stand_nearer_to_the_spine_by_the_paper_outside_them() -> None:
    plan = folded(16, FoldOptions(paper_thickness=0.15, binding_margin=2))
    read = simulate(plan, A5)
    distances = [round(page.from_fold / MILLIMETRE, 6) for page in read]
    away = [2.0, 2.0, 1.85, 1.85, 1.7, 1.7, 1.55, 1.55]
    assert distances == [*away, *away[::-1]]
    assert plan.limited == ()


def test_creep_ends_where_print_would_reach_over_the_fold() -> None:
    clearance = Clearance(side=1 * MILLIMETRE, top=30, bottom=30)
    plan = impose(40, A5, clearance, Paper.A4, FoldOptions(paper_thickness=0.5))
    read = simulate(plan, A5)
    distances = [round(page.from_fold / MILLIMETRE, 6) for page in read[:20:2]]
    assert distances == [0, -0.5, *[-1.0] * 8]
    assert told(plan) == [(Move.CREEP, 4.5, 1)]


def test_a_binding_margin_ends_five_millimetres_before_the_outer_edge() -> None:
    # 12 mm clear and half a millimetre beside the page leave 7.5 mm to move.
    plan = folded(4, FoldOptions(binding_margin=15))
    assert [page.from_fold / MILLIMETRE for page in simulate(plan, A5)] == pytest.approx([7.5] * 4)
    assert told(plan) == [(Move.BINDING_MARGIN, 15, 7.5)]


@given(flip=st.sampled_from(Flip), duplex=st.sampled_from(Duplex), x=st.floats(-5, 5), y=st.floats(-5, 5))
def test_an_offset_puts_right_what_the_printer_does_to_the_backs(
    flip: Flip, duplex: Duplex, x: float, y: float
) -> None:
    options = FoldOptions(flip=flip, duplex=duplex, offset_back=(x, y))
    plan = folded(8, options)
    # With its text upright the back is printed that much too far left and up; the file may show it turned.
    sign = 1 if flip is Flip.LONG else -1
    error = (sign * x * MILLIMETRE, sign * y * MILLIMETRE)
    true = simulate(folded(8, FoldOptions(paper_thickness=0.1)), A5)
    for page, wanted in zip(simulate(plan, A5, error), true, strict=True):
        assert (page.from_fold, page.from_top) == pytest.approx((wanted.from_fold, wanted.from_top))


@pytest.mark.parametrize("flip", Flip)
@pytest.mark.parametrize("front", [True, False], ids=["front", "back"])
def test_an_offset_moves_one_side_alone_with_all_that_is_marked_on_it(flip: Flip, front: bool) -> None:
    options = FoldOptions(flip=flip)
    if front:
        with_offset = replace(options, offset_front=(2.0, -1.0))
    else:
        with_offset = replace(options, offset_back=(2.0, -1.0))
    still, moved = folded(8, options), folded(8, with_offset)
    # A side that the file shows on its head moves the other way there.
    sign = -1 if flip is Flip.LONG and not front else 1
    for one, other in zip(still.sides, moved.sides, strict=True):
        step = (2 * sign * MILLIMETRE, -1 * sign * MILLIMETRE) if one.is_front is front else (0.0, 0.0)
        before = [(place.left, place.top) for place in one.placements]
        after = [(place.left, place.top) for place in other.placements]
        before += [point for line in (*one.fold_ticks, *one.staple_marks) for point in line]
        after += [point for line in (*other.fold_ticks, *other.staple_marks) for point in line]
        for (old_x, old_y), (new_x, new_y) in zip(before, after, strict=True):
            assert (new_x - old_x, new_y - old_y) == pytest.approx(step)


def test_an_offset_beyond_the_paper_is_made_smaller_and_told() -> None:
    plan = impose(
        8,
        A5,
        Clearance(4 * MILLIMETRE, 3 * MILLIMETRE, 2 * MILLIMETRE),
        Paper.A4,
        FoldOptions(offset_back=(-9, 9), offset_front=(1, -3)),
    )
    assert told(plan) == [(Move.OFFSET_BACK, -9, -4.5), (Move.OFFSET_BACK, 9, 2)]


@pytest.mark.parametrize(("flip", "duplex", "binding"), WAYS)
@pytest.mark.parametrize("paper", Paper)
def test_ticks_are_on_the_fold_where_printers_can_print(
    paper: Paper, flip: Flip, duplex: Duplex, binding: Binding
) -> None:
    plan = folded(12, FoldOptions(flip=flip, duplex=duplex, binding=binding), paper)
    for side in plan.sides:
        (upper, lower) = side.fold_ticks
        for x, y in (*upper, *lower):
            assert x == pytest.approx(plan.width / 2)
            assert EDGE - 0.01 <= y <= plan.height - EDGE + 0.01
        assert upper[0][1] == pytest.approx(EDGE)
        assert lower[1][1] == pytest.approx(plan.height - EDGE)


@pytest.mark.parametrize(("flip", "duplex", "binding"), WAYS)
def test_staples_are_shown_on_the_outside_of_the_outermost_sheet_alone(
    flip: Flip, duplex: Duplex, binding: Binding
) -> None:
    plan = folded(12, FoldOptions(flip=flip, duplex=duplex, binding=binding))
    marked = [side for side in plan.sides if side.staple_marks]
    (outside,) = marked
    assert {1, 12} == {place.slot for place in outside.placements}
    middles = [(start[1] + end[1]) / 2 for start, end in outside.staple_marks]
    assert middles == pytest.approx([plan.height / 4, plan.height * 3 / 4])


def test_a_single_sheet_is_not_stapled_and_marks_can_be_left_out() -> None:
    assert not any(side.staple_marks for side in folded(4, FoldOptions()).sides)
    plain = folded(8, FoldOptions(fold_ticks=False, staple_marks=False))
    assert not any(side.staple_marks or side.fold_ticks for side in plain.sides)


@given(page_count=st.integers(1, 60), options=options_of_all_kinds)
def test_the_same_booklet_is_imposed_the_same_way(page_count: int, options: FoldOptions) -> None:
    assert folded(page_count, options) == folded(page_count, options)


def test_what_cannot_be_folded_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one page"):
        folded(0, FoldOptions())
    with pytest.raises(ValueError, match="larger than half"):
        impose(4, A5, CLEARANCE, Paper.LETTER, FoldOptions())
    with pytest.raises(ValueError, match="larger than half"):
        impose(4, (300, 620), CLEARANCE, Paper.LETTER, FoldOptions())


def test_the_paper_of_the_simulation_shows_a_back_on_the_wrong_edge() -> None:
    """The simulation itself notices: a file for one edge, turned round the other, stands on its head."""
    plan = folded(8, FoldOptions(flip=Flip.LONG))
    wrong = replace(plan, options=FoldOptions(flip=Flip.SHORT))
    assert any(page.on_its_head for sheet in printed_sheets(wrong, A5) for page in sheet.back)
