"""Cards: printed on both sides and cut, each has its own back, and says all that its exercise needs."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.booklet import style as s
from generator.booklet.choices import Flip
from generator.booklet.layouts.cards import lay_out_cards
from generator.booklet.model import Box, Polyline
from generator.problems import NothingLeftError
from tests.booklet.cards import (
    LARGE,
    LIBRARY,
    LOOKS,
    REQUESTS,
    SMALL,
    laid_cards,
    of_every_card,
    of_exercise,
    section_of,
)
from tests.booklet.laying_out import (
    HEADING_LEVELS,
    overlapping,
    texts_on,
)
from tests.booklet.small_papers import PRINTABLE, asked, drawn, faults, placed, room_of, solid

if TYPE_CHECKING:
    from pathlib import Path

    from generator.booklet.model import Page
    from generator.booklet.style import Look
    from tests.asking import Asked
    from tests.booklet.laying_out import Laid


@of_every_card
def laid(request: pytest.FixtureRequest) -> Laid:
    return laid_cards(*request.param)


@dataclass(frozen=True)
class Cut:
    """A sheet of paper as the cut marks on its front part it."""

    across: list[float]
    down: list[float]

    def card(self, box: Box) -> tuple[int, int] | None:
        """The row and the column of the one card that something stands on; None across a cut or outside."""
        columns = [n for n, (left, right) in enumerate(pairwise(self.across)) if left <= box.left <= right]
        rows = [n for n, (top, bottom) in enumerate(pairwise(self.down)) if top <= box.top <= bottom]
        if len(columns) != 1 or len(rows) != 1:
            return None
        (column,), (row,) = columns, rows
        inside = box.right <= self.across[column + 1] and box.bottom <= self.down[row + 1]
        return (row, column) if inside else None


def cut_marks(page: Page) -> list[tuple[tuple[float, float], tuple[float, float]]]:
    """The first artifact of a page."""
    shapes = page.marks[0].shapes
    assert page.marks[0].element is None
    return [(shape.points[0], shape.points[1]) for shape in shapes if isinstance(shape, Polyline)]


def cut_along(page: Page) -> Cut:
    """Where somebody cuts who joins the marks at opposite edges."""
    marks = cut_marks(page)
    across = [round(start[0], 2) for start, end in marks if start[0] == end[0]]
    down = [round(start[1], 2) for start, end in marks if start[1] == end[1]]
    assert all(across.count(x) == 2 for x in across)
    assert all(down.count(y) == 2 for y in down)
    return Cut(sorted(set(across)), sorted(set(down)))


def seen_through(box: Box, page: Laid, flip: Flip) -> Box:
    """Where something on the back is, as one looks through the paper from its front."""
    booklet = page.booklet
    if flip is Flip.LONG:
        return box._replace(left=booklet.width - box.right)
    return box._replace(top=booklet.height - box.bottom)


def cards_after_cutting(laid: Laid, flip: Flip) -> dict[tuple[int, int, int], tuple[set[int], set[int]]]:
    """By sheet, row and column: the sections on the front and on the back of the piece of paper."""
    found: dict[tuple[int, int, int], tuple[set[int], set[int]]] = {}
    pages = laid.booklet.pages
    for number, page in enumerate(pages):
        sheet, is_back = divmod(number, 2)
        cut = cut_along(pages[2 * sheet])
        for mark in page.marks:
            if mark.element is None:
                continue
            for shape in mark.shapes:
                box = room_of(shape)
                place = cut.card(seen_through(box, laid, flip) if is_back else box)
                assert place is not None, shape
                sides = found.setdefault((sheet, *place), (set(), set()))
                sides[is_back].add(section_of(laid.booklet, mark.element))
    return found


def test_after_printing_turning_and_cutting_each_card_has_its_own_back(laid: Laid) -> None:
    cards = cards_after_cutting(laid, Flip.LONG)
    assert all(len(front) == 1 and back <= front for front, back in cards.values())
    # They lie in the order of reading, row by row.
    assert [front.pop() for _, (front, _) in sorted(cards.items())] == laid.sections


@pytest.mark.parametrize("name", ["one", "eight", "many conditions, letter"])
@pytest.mark.parametrize("look", LOOKS)
def test_turned_round_the_short_edge_each_card_has_its_own_back_too(name: str, look: str) -> None:
    laid = placed(LIBRARY, REQUESTS[name], lay_out_cards, LOOKS[look], flip=Flip.SHORT)
    cards = cards_after_cutting(laid, Flip.SHORT)
    assert all(len(front) == 1 and back <= front for front, back in cards.values())
    wrong = cards_after_cutting(laid, Flip.LONG)
    assert not all(back <= front for front, back in wrong.values())


def test_four_cards_go_on_a_sheet_and_two_in_large_print() -> None:
    for look, columns in ((SMALL, 2), (LARGE, 1)):
        laid = placed(LIBRARY, asked(6), lay_out_cards, look)
        cut = cut_along(laid.booklet.pages[0])
        assert (len(cut.across) - 1, len(cut.down) - 1) == (columns, 2)
        widths = {round(right - left, 1) for left, right in pairwise(cut.across)}
        heights = {round(bottom - top, 1) for top, bottom in pairwise(cut.down)}
        assert len(widths) == len(heights) == 1
        assert len(laid.booklet.pages) == 2 * -(-7 // (2 * columns))


def test_cut_marks_stand_outside_the_cards_where_a_printer_prints(laid: Laid) -> None:
    width, height = laid.booklet.width, laid.booklet.height
    assert (width, height) == (laid.style.width, laid.style.height)
    for page in laid.booklet.pages:
        cut = cut_along(page)
        for (left, top), (right, bottom) in cut_marks(page):
            for x, y in ((left, top), (right, bottom)):
                assert PRINTABLE - 0.01 <= x <= width - PRINTABLE + 0.01
                assert PRINTABLE - 0.01 <= y <= height - PRINTABLE + 0.01
                is_beside = not cut.across[0] <= x <= cut.across[-1] or not cut.down[0] <= y <= cut.down[-1]
                assert is_beside


def test_nothing_comes_near_a_cut_and_nothing_lies_on_something_else(laid: Laid) -> None:
    margin = 3 * s.MILLIMETRE
    for page in laid.booklet.pages:
        cut = cut_along(page)
        for mark in page.marks[1:]:
            for shape in mark.shapes:
                box = room_of(shape)
                around = Box(
                    box.left - margin, box.top - margin, box.width + 2 * margin, box.height + 2 * margin
                )
                assert cut.card(around), shape
        for (one, box), (other, another) in combinations(solid(page.marks), 2):
            assert not overlapping(box, another), (one, other)


def test_text_is_as_large_as_promised(laid: Laid) -> None:
    is_large = len(cut_along(laid.booklet.pages[0]).across) == 2
    sizes = {text.size for page in laid.booklet.pages for text in texts_on(page)}
    assert min(sizes) >= (16 if is_large else 12)


CONDITIONS = st.lists(st.sampled_from(sorted(LIBRARY.precautions)), min_size=1, max_size=7, unique=True)


@settings(deadline=None, max_examples=25)
@given(CONDITIONS, st.sampled_from(["a4", "letter"]), st.sampled_from(sorted(LOOKS)))
def test_no_caution_of_the_client_is_lost(conditions: list[str], paper: str, look: str) -> None:
    request = asked(17, conditions=tuple(conditions), cleared_by="Dr Eve Stone", paper=paper)
    try:
        laid = placed(LIBRARY, request, lay_out_cards, LOOKS[look])
    except NothingLeftError:
        return
    first = laid.sections[: laid.sections.index(of_exercise(laid, 1)[0])]
    before = [text for section in first for text in laid.texts(section)]
    for condition in laid.routine.plan.conditions:
        assert LIBRARY.words.conditions[condition.id].client in before
    for number, chosen in enumerate(laid.routine.chosen, start=1):
        cards = of_exercise(laid, number)
        texts = [text for card in cards for text in laid.texts(card)]
        for text in laid.wording.own_cautions(chosen):
            assert texts.count(text) == 1
        assert ("There is more for you on the next card." in texts) == (len(cards) > 1)
    test_nothing_comes_near_a_cut_and_nothing_lies_on_something_else(laid)
    cards_after_cutting(laid, Flip.LONG)


def test_headings_begin_with_the_title_and_leave_no_level_out(laid: Laid) -> None:
    headings = [element for element in laid.booklet.elements if element.role in HEADING_LEVELS]
    levels = [HEADING_LEVELS[element.role] for element in headings]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert headings[0].bookmark == "Your upper back routine"


@pytest.mark.parametrize(
    ("request_", "look", "ink_saver"),
    [
        (REQUESTS["eight"], SMALL, False),
        (REQUESTS["many conditions, letter"], SMALL, True),
        (REQUESTS["left"], LARGE, False),
    ],
    ids=["small", "small, ink saver", "large"],
)
def test_the_file_is_accessible_and_sound(
    request_: Asked, look: Look, ink_saver: bool, tmp_path: Path
) -> None:
    laid = placed(LIBRARY, request_, lay_out_cards, look)
    content = drawn(laid, ink_saver=ink_saver)
    assert faults(content, tmp_path) == []
    assert content == drawn(laid, ink_saver=ink_saver)
