"""Cards: printed on both sides and cut, each has its own back, and says all that its exercise needs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache, partial
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.booklet import style as s
from generator.booklet.cards import lay_out_cards
from generator.booklet.imposition import Flip
from generator.booklet.model import Box, Picture, Polyline, Role, Text
from generator.library.loading import load_library
from generator.problems import DoesNotFitError, NothingLeftError
from tests.booklet.layouts import (
    HEADING_LEVELS,
    NO_PICTURES,
    in_order,
    overlapping,
    texts_on,
)
from tests.booklet.small_papers import PRINTABLE, asked, drawn, faults, placed, room_of, solid

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from generator.booklet.model import Booklet, Page
    from generator.booklet.style import Look
    from generator.library.model import Library
    from generator.request import Request
    from tests.booklet.layouts import Laid

LIBRARY = load_library()

SMALL, LARGE = s.HALF_PAGE, s.LARGE_PRINT

REQUESTS = {
    "one": asked(1),
    "four": asked(4),
    "six, letter": asked(6, paper="letter"),
    "eight": asked(8),
    "all": asked(17, client=""),
    "all, letter": asked(17, paper="letter", review=""),
    "left": asked(8, side="left"),
    "right, letter": asked(17, side="right", paper="letter"),
    "week by week": asked(6, progress=True),
    "full": asked(17, level="full"),
    "conditions": asked(6, conditions=("osteoporosis", "lower-back-trouble", "pregnancy:20-weeks")),
    "many conditions, letter": asked(
        6,
        conditions=(
            "osteoporosis",
            "lower-back-trouble",
            "pregnancy:20-weeks",
            "ankylosing-spondylitis",
            "rheumatoid-neck",
        ),
        cleared_by="Dr Eve Stone",
        paper="letter",
    ),
    "long names": asked(
        6, client="Wilhelmina Featherstonehaugh of the Sea " * 2, clinician="Prof. van der Heuvel " * 3
    ),
}
LOOKS = {"small": SMALL, "large": LARGE}


@pytest.fixture(params=[(name, look) for name in REQUESTS for look in LOOKS], ids=", ".join)
def laid(request: pytest.FixtureRequest) -> Laid:
    return _laid(*request.param)


@cache
def _laid(name: str, look: str) -> Laid:
    return placed(LIBRARY, REQUESTS[name], lay_out_cards, LOOKS[look])


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


def section_of(booklet: Booklet, element: int) -> int:
    """The section that an element is in."""
    while booklet.elements[element].role is not Role.SECTION:
        parent = booklet.elements[element].parent
        assert parent is not None
        element = parent
    return element


def seen_through(box: Box, page: Laid, flip: Flip) -> Box:
    """Where something on the back is, as one looks through the paper from its front."""
    booklet = page.booklet
    if flip is Flip.LONG:
        return replace(box, left=booklet.width - box.right)
    return replace(box, top=booklet.height - box.bottom)


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
    lay_out = partial(lay_out_cards, flip=Flip.SHORT)
    laid = placed(LIBRARY, REQUESTS[name], lay_out, LOOKS[look])
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


def of_exercise(laid: Laid, number: int) -> list[int]:
    """The sections of an exercise: its card, and the one with more cautions where there is one."""
    name = laid.library.words.exercises[laid.routine.chosen[number - 1].exercise.id].name
    heading = f"{number}. {name}"
    return [section for section in laid.sections if heading in laid.texts(section)]


def test_every_exercise_has_a_card_that_says_all_it_needs(laid: Laid) -> None:
    wording = laid.wording
    for number, chosen in enumerate(laid.routine.chosen, start=1):
        words = laid.library.words.exercises[chosen.exercise.id]
        card, *more = of_exercise(laid, number)
        wanted = [f"{number}. {words.name}"]
        if len(chosen.sides) == 1:
            wanted.append(words.sides[chosen.sides[0]])
        wanted += [*words.steps, words.caution]
        assert in_order(wanted, laid.texts(card)) == []
        assert any(text.startswith("Stop if pain is sharp or at 6 or more") for text in laid.texts(card))
        front, back = laid.pages_of(card)
        assert (front % 2, back) == (0, front + 1)
        figures = [element.alt for _, element in laid.elements(Role.FIGURE, card)]
        assert figures == [frame.alt for frame in words.frames.values()]
        captions = [frame.caption for frame in words.frames.values()]
        assert in_order(captions, laid.texts(card)) == []
        if not chosen.steps:
            figure = wording.dose_figure(chosen.dose, chosen.sides)
            dose = [f"{figure.value} {figure.words}", wording.chosen_dose(chosen)]
            assert in_order(dose, laid.texts(card)) == []
        # A second card belongs right behind the first.
        assert laid.sections[laid.sections.index(card) :][: len(more) + 1] == [card, *more]


def test_the_box_at_the_name_can_be_ticked_on_a_screen(laid: Laid) -> None:
    fields = [(number, field) for number, page in enumerate(laid.booklet.pages) for field in page.fields]
    words = laid.library.words.exercises
    assert [field.description for _, field in fields] == [
        f"Done: {number}. {words[chosen.exercise.id].name}"
        for number, chosen in enumerate(laid.routine.chosen, start=1)
    ]
    assert len({field.name for _, field in fields}) == len(fields)
    for page, field in fields:
        boxes = [
            shape.box
            for mark in laid.booklet.pages[page].marks
            for shape in mark.shapes
            if not isinstance(shape, (Text, Polyline, Picture))
        ]
        assert field.box in boxes
        assert section_of(laid.booklet, field.element) in laid.sections


def test_pictures_show_the_side_to_do() -> None:
    for side in ("left", "right"):
        laid = placed(LIBRARY, asked(17, side=side), lay_out_cards, SMALL)
        for number, chosen in enumerate(laid.routine.chosen, start=1):
            pictures = [
                shape
                for index in laid.within(of_exercise(laid, number)[0])
                for shape in laid.shapes(index)
                if isinstance(shape, Picture)
            ]
            assert len(pictures) == 2
            assert {picture.mirrored for picture in pictures} == {chosen.is_mirrored}


def test_a_dose_that_grows_is_told_for_each_span_of_weeks() -> None:
    laid = placed(LIBRARY, asked(17, progress=True, weeks="6"), lay_out_cards, SMALL)
    number = [chosen.exercise.id for chosen in laid.routine.chosen].index("front-stretch") + 1
    texts = laid.texts(of_exercise(laid, number)[0])
    start = texts.index("Weeks 1 to 2")
    assert texts[start : start + 6] == [
        "Weeks 1 to 2", "15 seconds",
        "Weeks 3 to 4", "30 seconds",
        "Weeks 5 to 6", "2 times, 30 seconds each",
    ]  # fmt: skip


def test_cards_are_made_without_pictures_too() -> None:
    laid = placed(LIBRARY, asked(4), lay_out_cards, SMALL, NO_PICTURES)
    assert laid.elements(Role.FIGURE) == []
    for number in range(1, 5):
        assert laid.pages_of(of_exercise(laid, number)[0])


def test_the_first_card_says_when_to_stop_and_whom_to_call(laid: Laid) -> None:
    words = laid.library.words.labels
    # What a longer text leaves no room for goes to the next card.
    first = laid.sections[: laid.sections.index(of_exercise(laid, 1)[0])]
    texts = [text for section in first for text in laid.texts(section)]
    wanted = [
        "Your upper back routine",
        "Before you start",
        *laid.wording.labels("safety.emergency-signs"),
        "Stop if",
        "pain is sharp, or at 6 or more",
        "The pain rule",
        "0 to 3", "Carry on.", "4 to 5", words["safety.pain-middle-action"],
        "6 to 10", words["safety.pain-high-action"],
    ]  # fmt: skip
    assert in_order(wanted, texts) == []
    assert in_order([*laid.wording.labels("card.doctor-signs")], texts) == []
    assert in_order(["Whom to call", "Phone"], texts) == []
    clinician = laid.order.details.clinician
    assert any(clinician in text for text in texts)


def test_without_conditions_it_is_one_card() -> None:
    for paper in ("a4", "letter"):
        laid = placed(LIBRARY, asked(3, paper=paper), lay_out_cards, SMALL)
        assert len(laid.sections) == 1 + 3


@pytest.mark.parametrize(
    ("limits", "numbers", "stop"),
    [
        ("0,1", ["0", "1", "2 to 10"], "2 or more"),
        ("2,4", ["0 to 2", "3 to 4", "5 to 10"], "5 or more"),
        ("8,9", ["0 to 8", "9", "10"], "10"),
    ],
)
def test_pain_is_told_by_the_limits_that_were_set(limits: str, numbers: list[str], stop: str) -> None:
    laid = placed(LIBRARY, asked(1, pain_limits=limits), lay_out_cards, SMALL)
    texts = laid.texts(laid.sections[0])
    assert in_order(numbers, texts) == []
    assert f"pain is sharp, or at {stop}" in texts
    assert any(
        text.startswith(f"Stop if pain is sharp or at {stop},") for text in laid.texts(laid.sections[1])
    )


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


def longer(library: Library, changes: dict[str, Callable[[str], str]]) -> Library:
    """The library with longer first steps in some exercises."""
    exercises = dict(library.words.exercises)
    for exercise_id, change in changes.items():
        words = exercises[exercise_id]
        exercises[exercise_id] = replace(words, steps=(change(words.steps[0]), *words.steps[1:]))
    return replace(library, words=replace(library.words, exercises=exercises))


def test_texts_too_long_for_their_cards_are_all_refused_by_name() -> None:
    library = longer(
        LIBRARY, {"cat-stretch": lambda step: step * 12, "seated-rotation": lambda step: step * 15}
    )
    with pytest.raises(DoesNotFitError) as caught:
        placed(library, asked(17), lay_out_cards, SMALL)
    messages = [problem.message for problem in caught.value.problems]
    assert len(messages) == 2
    for name, message in zip(("Flexion stretch (cat)", "Rotation in sitting"), messages, strict=True):
        assert name in message
        assert "points of height, its card has room for" in message


def test_a_name_of_any_length_is_printed_whole() -> None:
    name = "Wilhelmina Featherstonehaugh-Cholmondeley of Saint Bartholomew by the Sea"
    laid = placed(LIBRARY, asked(2, client=name), lay_out_cards, SMALL)
    for page in laid.booklet.pages[:1]:
        said = " ".join(text.text for text in texts_on(page))
        # On the first card, and at the foot of both others.
        assert said.replace("- ", "-").count(name) == 3


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
)
def test_the_file_is_accessible_and_sound(
    request_: Request, look: Look, ink_saver: bool, tmp_path: Path
) -> None:
    laid = placed(LIBRARY, request_, lay_out_cards, look)
    content = drawn(laid, ink_saver=ink_saver)
    assert faults(content, tmp_path) == []
    assert content == drawn(laid, ink_saver=ink_saver)
