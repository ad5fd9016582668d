"""Whole layouts: what must hold on every page of every plan, with and without pictures."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from functools import cache
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from generator.booklet.choices import Paper
from generator.booklet.model import Role, Text
from generator.booklet.style import HALF_PAGE, LARGE_PRINT, WHOLE_PAGE
from generator.booklet.wording import doses_by_week
from generator.library.loading import load_library
from generator.library.vocabulary import Goal
from generator.problems import DoesNotFitError
from generator.routine.plan import Condition
from generator.routine.rulings import client_of, rulings_on
from tests.asking import Asked
from tests.booklet.laying_out import (
    HEADING_LEVELS,
    LYING,
    NO_PICTURES,
    STANDING,
    EvenMeasure,
    PictureOfAll,
    SomePictures,
    in_order,
    is_footer,
    laid_out,
    overlapping,
    text_box,
    texts_on,
    things_on,
)

if TYPE_CHECKING:
    from generator.booklet.model import Page, Pictures
    from generator.library.model import Library
    from generator.routine.model import Chosen, Routine
    from generator.text.faces import Face
    from tests.booklet.laying_out import Laid

LONG_NAME = "Wilhelmina Featherstonehaugh-Cholmondeley of Saint Bartholomew’s by the Sea, the 3"
assert len(LONG_NAME) > 80 - 1

FIVE_CONDITIONS = ("glaucoma", "pregnancy:20-weeks", "sternotomy", "wrist-trouble", "shoulder-impingement")

PICTURES: dict[str, Pictures] = {
    "no pictures": NO_PICTURES,
    "lying": PictureOfAll(LYING),
    "standing": PictureOfAll(STANDING),
    "both": PictureOfAll(LYING, STANDING, 1.1),
    "some": SomePictures({"cat-stretch-end": LYING, "hanging-start": STANDING, "side-stretch-end": 0.8}),
}

GOAL_SETS = [
    *(((goal,), "15") for goal in Goal),
    *((pair, "15") for pair in combinations(Goal, 2)),
    (tuple(Goal), "none"),
]
PLANS = {
    f"{' '.join(goals)}, {paper}, {pictures}": (Asked(goals=goals, minutes=minutes, paper=paper), pictures)
    for number, (goals, minutes) in enumerate(GOAL_SETS)
    for paper in ("a4", "letter")
    for pictures in ("no pictures", ["lying", "standing", "both", "some"][number % 4])
} | {
    "left side": (Asked(goals=("side",), minutes="none", side="left"), "standing"),
    "right side, gentle": (Asked(goals=("rotation",), side="right", level="gentle"), "no pictures"),
    "gentle, all": (Asked(goals=("all",), minutes="none", level="gentle", paper="letter"), "both"),
    "no kit": (Asked(goals=("all",), kit=("none",), minutes="60"), "some"),
    "half a year": (Asked(goals=("extension", "side"), weeks="26"), "no pictures"),
    "long names": (
        Asked(
            goals=("flexion",), client=LONG_NAME[:80], clinician=LONG_NAME[:80], clinic=LONG_NAME[:80],
            review="2026-12-31", paper="letter",
        ),
        "lying",
    ),
    "brittle bones": (Asked(goals=("extension", "side"), conditions=("osteoporosis",)), "both"),
    "five conditions, letter": (
        Asked(
            goals=("all",), minutes="none", conditions=FIVE_CONDITIONS, cleared_by="Dr Bo", paper="letter"
        ),
        "both",
    ),
    "put in all the same": (
        Asked(
            goals=("rotation",), include=("seated-rotation",), conditions=("osteoporosis", "wrist-trouble"),
            because="She has turned like this for years.",
        ),
        "standing",
    ),
    "week by week": (Asked(goals=("side", "rotation"), progress=True, weeks="6"), "lying"),
    "full, right side": (
        Asked(goals=("all",), minutes="none", level="full", side="right", paper="letter"), "both"
    ),
    "one long word": (Asked(goals=("flexion",), client="W" * 80, clinic="W" * 80), "no pictures"),
}  # fmt: skip

ALL_IN_ALL = Asked(
    goals=("all",), minutes="none", conditions=FIVE_CONDITIONS, cleared_by="Dr Bo", client="A. Example"
)
BY_WEEKS = Asked(goals=("side", "rotation"), progress=True, weeks="6", side="left")
PRINTED = {
    f"{name}, {paper}{' in large print' if large else ''}, {pictures}": (request, pictures, paper, large)
    for paper, large in [
        (Paper.A5, False), (Paper.HALF_LETTER, False), (Paper.A4, True), (Paper.LETTER, True)
    ]
    for name, request, pictures in [
        ("all", ALL_IN_ALL, "both"),
        ("by weeks", BY_WEEKS, "lying"),
        ("four goals", Asked(goals=("all",)), "no pictures"),
    ]
}  # fmt: skip
"""Plans on half pages and in large print."""


_library = cache(load_library)


@cache
def _laid(plan: str) -> Laid:
    if plan in PRINTED:
        request, pictures, paper, large = PRINTED[plan]
        return laid_out(_library(), request, PICTURES[pictures], paper=paper, large_print=large)
    request, pictures = PLANS[plan]
    return laid_out(_library(), request, PICTURES[pictures])


@pytest.fixture(params=[*PLANS, *PRINTED])
def laid(request: pytest.FixtureRequest) -> Laid:
    return _laid(request.param)


def body_texts(laid: Laid, page: Page) -> list[Text]:
    """The texts on a page above its footer."""
    return [
        shape
        for mark in page.marks
        if not is_footer(mark, laid.style)
        for shape in mark.shapes
        if isinstance(shape, Text)
    ]


def doses_of(laid: Laid, chosen: Chosen) -> list[str]:
    """How much of an exercise to do: one sentence, or one for each span of weeks."""
    spans = doses_by_week(chosen, laid.order.details.weeks)
    if len(spans) > 1:
        return [laid.wording.dose(step.dose, ()) for step, _, _ in spans]
    return [laid.wording.chosen_dose(chosen)]


def test_nothing_lies_on_anything_else(laid: Laid) -> None:
    for number, page in enumerate(laid.booklet.pages, start=1):
        things = sorted(things_on(page), key=lambda thing: thing[1].top)
        for index, (name, box) in enumerate(things):
            for other, other_box in things[index + 1 :]:
                if other_box.top > box.bottom:
                    break
                assert not overlapping(box, other_box), f"page {number}: {name!r} and {other!r}"


def test_everything_stays_inside_the_margins(laid: Laid) -> None:
    style = laid.style
    for number, page in enumerate(laid.booklet.pages, start=1):
        for name, box in things_on(page):
            assert box.left >= style.margin_side - 0.01, f"page {number}: {name}"
            assert box.right <= style.width - style.margin_side + 0.01, f"page {number}: {name}"
            assert box.top >= style.margin_top - 0.01, f"page {number}: {name}"
        for text in body_texts(laid, page):
            assert text_box(text).bottom <= style.room_bottom, f"page {number}: {text.text}"


def test_nothing_is_smaller_than_clear_print_allows(laid: Laid) -> None:
    look = laid.look
    assert look.small.size >= (16 if look is LARGE_PRINT else 12)
    assert look.body.size == {WHOLE_PAGE: 14, HALF_PAGE: 12, LARGE_PRINT: 18}[look]
    assert min(text.size for page in laid.booklet.pages for text in texts_on(page)) >= look.small.size
    for number, chosen in enumerate(laid.routine.chosen, start=1):
        words = laid.library.words.exercises[chosen.exercise.id]
        sizes = {
            laid.text(index): min(shape.size for shape in laid.shapes(index) if isinstance(shape, Text))
            for index in laid.within(laid.exercise(number))
            if any(isinstance(shape, Text) for shape in laid.shapes(index))
        }
        own = laid.wording.own_cautions(chosen)
        for text in (words.purpose, *words.steps, *doses_of(laid, chosen), words.caution, *own):
            assert sizes[text] >= look.body.size
        helps = {
            sizes[text] for text in (words.feel, words.breathing, words.easier, words.harder, words.mistake)
        }
        assert helps in ({look.body.size}, {look.body_tight.size})


def test_every_word_of_every_chosen_exercise_is_on_its_pages_in_order(laid: Laid) -> None:
    for number, chosen in enumerate(laid.routine.chosen, start=1):
        words = laid.library.words.exercises[chosen.exercise.id]
        captions = [
            frame.caption
            for name, frame in words.frames.items()
            if laid.pictures.proportion(f"{words.id}-{name}")
        ]
        above = [f"{number}. {words.name}", words.purpose, *captions]
        dose = doses_of(laid, chosen)
        own = laid.wording.own_cautions(chosen)
        cautions = [words.caution, *own]
        below = [words.feel, words.breathing, words.easier, words.harder, words.mistake]
        texts = laid.texts(laid.exercise(number))
        # The dose stands beside the pictures or beside the steps, whichever leaves the pictures larger; where
        # the steps go over to a second page, the cautions stay with the pictures.
        assert [] in (
            in_order([*above, *words.steps, *dose, *cautions, *below], texts),
            in_order([*above, *dose, *words.steps, *cautions, *below], texts),
            in_order([*above, *dose, *cautions, *words.steps, *below], texts),
        )


def test_parents_come_before_their_children(laid: Laid) -> None:
    document, *others = laid.booklet.elements
    assert (document.role, document.parent) == (Role.DOCUMENT, None)
    for index, element in enumerate(others, start=1):
        assert element.parent is not None
        assert element.parent < index


def test_elements_are_where_their_kind_belongs(laid: Laid) -> None:
    homes = {
        Role.SECTION: {Role.DOCUMENT},
        Role.LIST_ITEM: {Role.LIST},
        Role.LABEL: {Role.LIST_ITEM},
        Role.LIST_BODY: {Role.LIST_ITEM},
        Role.TABLE_ROW: {Role.TABLE},
        Role.HEADER_CELL: {Role.TABLE_ROW},
        Role.DATA_CELL: {Role.TABLE_ROW},
    }
    elements = laid.booklet.elements
    for element in elements[1:]:
        assert element.parent is not None
        parent = elements[element.parent].role
        assert parent in homes.get(element.role, {Role.SECTION, Role.DATA_CELL})
        assert bool(element.alt) == (element.role is Role.FIGURE)
        assert (element.scope is not None) == (element.role is Role.HEADER_CELL)
        assert (element.numbering is not None) == (element.role is Role.LIST)


def test_headings_go_down_one_level_at_a_time_and_lead_there_from_the_outline(laid: Laid) -> None:
    headings = [
        (index, element)
        for index, element in enumerate(laid.booklet.elements)
        if element.role in HEADING_LEVELS
    ]
    levels = [HEADING_LEVELS[element.role] for _, element in headings]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    for index, element in headings:
        # The parts of an exercise are headings, but would only swell the outline.
        in_exercise = element.role is Role.HEADING_3 and element.parent in laid.exercises
        assert element.bookmark == ("" if in_exercise else laid.text(index))


def test_what_is_on_the_pages_is_in_the_tree_in_the_same_order(laid: Laid) -> None:
    order = [mark.element for page in laid.booklet.pages for mark in page.marks if mark.element is not None]
    assert order == sorted(order)
    assert order[-1] < len(laid.booklet.elements)
    forms = [field.element for page in laid.booklet.pages for field in page.fields]
    assert forms == sorted(forms)
    shown = {*order, *forms}
    for index, element in enumerate(laid.booklet.elements):
        if element.role not in {Role.DATA_CELL, Role.HEADER_CELL} and not laid.children(index):
            assert index in shown, element


def test_tables_have_as_many_cells_in_each_row(laid: Laid) -> None:
    elements = laid.booklet.elements
    for table, _ in laid.elements(Role.TABLE):
        reaching = 0  # cells from the row above
        widths = set()
        for row in laid.children(table):
            cells = [elements[cell] for cell in laid.children(row)]
            widths.add(sum(cell.column_span for cell in cells) + reaching)
            reaching = max(0, reaching - 1) + sum(cell.row_span - 1 for cell in cells)
        assert len(widths) == 1


def test_every_page_has_its_number_on_the_right_and_the_date_on_the_left(laid: Laid) -> None:
    style, count = laid.style, len(laid.booklet.pages)
    for number, page in enumerate(laid.booklet.pages, start=1):
        (footer,) = (mark for mark in page.marks if is_footer(mark, style))
        assert page.marks[-1] is footer
        whom, where = (shape for shape in footer.shapes if isinstance(shape, Text))
        assert where.text == f"Page {number} of {count}"
        assert text_box(where).right == pytest.approx(style.width - style.margin_side)
        assert whom.text.endswith("31 March 2026")
        assert whom.left == style.margin_side
        assert text_box(whom).right < where.left
        assert text_box(whom).bottom < style.height - 15


def test_no_page_is_empty(laid: Laid) -> None:
    for page in laid.booklet.pages:
        assert body_texts(laid, page)


def test_parts_follow_each_other_and_exercises_stand_in_the_order_of_the_routine(laid: Laid) -> None:
    headings = laid.texts(0, Role.HEADING_1, Role.HEADING_2)
    words = laid.library.words
    names = [
        f"{number}. {words.exercises[chosen.exercise.id].name}"
        for number, chosen in enumerate(laid.routine.chosen, start=1)
    ]
    signs, glance = ["Before you start"], ["Your routine at a glance"]
    assert headings == [
        "Your upper back routine", "Your plan in short", "What you need",
        *(glance + signs if laid.pages_of(laid.glance) == [0] else signs + glance),
        *names, "Tick calendar", "If it flares up", "About this booklet",
    ]  # fmt: skip


def test_the_footer_names_the_client_where_there_is_one(library: Library) -> None:
    laid = laid_out(library, Asked(goals=("side",), client="Ann Example"))
    for page in laid.booklet.pages:
        assert texts_on(page)[-2].text == "For Ann Example · 31 March 2026"


def test_a_long_name_is_whole_on_the_cover_and_leaves_room_for_the_date_below() -> None:
    laid = _laid("long names")
    assert LONG_NAME[:80] in laid.texts(laid.sections[0])
    assert texts_on(laid.booklet.pages[3])[-2].text.startswith("For Wilhelmina Featherstonehaugh")
    assert "… · 31 March 2026" in texts_on(laid.booklet.pages[3])[-2].text
    assert LONG_NAME[:80] in laid.texts(laid.sections[-1])


@pytest.mark.parametrize(
    ("paper", "size"), [("a4", (595.28, 841.89)), ("letter", (612, 792))], ids=["A4", "letter"]
)
def test_pages_are_upright_sheets_of_the_paper_asked_for(
    library: Library, paper: str, size: tuple[float, float]
) -> None:
    booklet = laid_out(library, Asked(goals=("side",), paper=paper)).booklet
    assert (booklet.width, booklet.height) == pytest.approx(size, abs=0.01)


def test_the_same_plan_gives_the_same_booklet(library: Library) -> None:
    request = Asked(goals=("all",), client="Ann Example")
    assert laid_out(library, request).booklet == laid_out(library, request).booklet


class WideMeasure(EvenMeasure):
    """A font so wide that words take a line each."""

    def width(self, text: str, face: Face, size: float) -> float:
        return super().width(text, face, size) * 12

    def wrap(self, text: str, face: Face, size: float, room: float) -> tuple[str, ...]:
        return super().wrap(text, face, size, room / 12)


def test_a_booklet_that_cannot_be_laid_out_fails_by_the_name_of_its_text(library: Library) -> None:
    with pytest.raises(DoesNotFitError, match="“See a doctor first” needs"):
        laid_out(library, Asked(goals=("side",)), measure=WideMeasure())


# A layout that fails is told by its plan; to make the plan smaller would take minutes.
@settings(max_examples=20, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(
    name=st.text("Wil mö’-", max_size=80).map(str.strip),
    goals=st.lists(st.sampled_from([str(goal) for goal in Goal]), min_size=1, max_size=4, unique=True),
    review=st.dates(dt.date(2026, 4, 1), dt.date(2030, 12, 31)),
    proportions=st.lists(st.floats(0.2, 6), min_size=1, max_size=3),
    paper=st.sampled_from(["a4", "letter"]),
)
def test_no_name_and_no_picture_breaks_a_page(
    name: str, goals: list[str], review: dt.date, proportions: list[float], paper: str
) -> None:
    request = Asked(
        goals=tuple(goals), client=name, clinician=name, clinic=name, review=review.isoformat(), paper=paper
    )
    laid = laid_out(_library(), request, PictureOfAll(*proportions))
    test_nothing_lies_on_anything_else(laid)
    test_everything_stays_inside_the_margins(laid)
    test_every_word_of_every_chosen_exercise_is_on_its_pages_in_order(laid)


@settings(max_examples=15, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(
    conditions=st.sets(st.sampled_from(sorted(_library().precautions)), min_size=1),
    side=st.sampled_from(["left", "right", "both"]),
    progress=st.booleans(),
    weeks=st.integers(1, 9).map(str),
    proportions=st.lists(st.floats(0.4, 3), min_size=1, max_size=3),
    paper=st.sampled_from(["a4", "letter"]),
)
def test_whatever_the_client_has_every_caution_is_on_its_page(
    conditions: set[str], side: str, progress: bool, weeks: str, proportions: list[float], paper: str
) -> None:
    def with_conditions(routine: Routine) -> Routine:
        """Keeps what the conditions leave out, so that there is as much to say as can be."""
        plan = replace(routine.plan, conditions=tuple(Condition(each) for each in sorted(conditions)))
        client = client_of(plan, _library().precautions)
        chosen = tuple(
            replace(each, rulings=rulings_on(each.exercise, each.position, client)) for each in routine.chosen
        )
        return replace(routine, plan=plan, chosen=chosen)

    request = Asked(goals=("all",), side=side, progress=progress, weeks=weeks, paper=paper)
    laid = laid_out(_library(), request, PictureOfAll(*proportions), change=with_conditions)
    test_nothing_lies_on_anything_else(laid)
    test_everything_stays_inside_the_margins(laid)
    test_every_word_of_every_chosen_exercise_is_on_its_pages_in_order(laid)
    test_no_page_is_empty(laid)
    said = set(laid.texts(laid.sections[1]))
    assert {_library().words.conditions[each].client for each in conditions} <= said


def _of_two_sizes(weeks: str) -> tuple[Laid, Laid]:
    request = Asked(goals=("side",), weeks=weeks, client="A. Example")
    plain, folded = (
        laid_out(_library(), request, PICTURES["both"], paper=Paper.A5, pages_a_sheet=count)
        for count in (1, 4)
    )
    return plain, folded


@pytest.mark.parametrize("weeks", [str(weeks) for weeks in range(1, 9)], ids="{} weeks".format)
def test_a_folded_booklet_fills_its_sheets_with_pages_for_notes_before_the_back(weeks: str) -> None:
    plain, folded = _of_two_sizes(weeks)
    assert len(folded.booklet.pages) % 4 == 0
    headings = [folded.text(index) for index, _ in folded.elements(Role.HEADING_2)]
    assert headings[-1] == "About this booklet"
    assert folded.pages_of(folded.sections[-1]) == [len(folded.booklet.pages) - 1]
    test_no_page_is_empty(folded)
    # Nothing else has changed, but that the back has a page of its own.
    shared = plain.pages_of(plain.sections[-1]) == plain.pages_of(plain.sections[-2])[-1:]
    notes = headings.count("Notes")
    assert len(folded.booklet.pages) == len(plain.booklet.pages) + shared + notes
    last = headings[headings.index("If it flares up") + 1 : -1]
    assert len(last) < 4
    assert set(last) <= {"Notes"}


def test_an_exercise_of_two_pages_is_seen_at_once_in_a_folded_booklet() -> None:
    plain, folded = _of_two_sizes("4")

    def pages(laid: Laid) -> list[list[int]]:
        headings = [index for index, _ in laid.elements(Role.HEADING_2) if laid.text(index)[0].isdigit()]
        return [laid.pages_of(laid.booklet.elements[index].parent or 0) for index in headings]

    assert all(len(each) == 2 for each in pages(plain))
    # Counted from 0, so that left pages are odd.
    assert all(first % 2 == 1 and second == first + 1 for first, second in pages(folded))
