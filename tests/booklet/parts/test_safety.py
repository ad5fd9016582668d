"""Before you start: the signs to stop for are on one page, whole, and stand out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from generator.booklet.model import Colour, Rectangle, Role, Scope
from generator.routine.plan import Condition
from tests.asking import Asked
from tests.booklet.laying_out import EvenMeasure, laid_out, text_box, texts_on

if TYPE_CHECKING:
    from generator.library.model import Library
    from generator.routine.model import Routine
    from generator.text.faces import Face
    from tests.booklet.laying_out import Laid


@pytest.fixture(scope="module", params=["a4", "letter"])
def laid(library: Library, request: pytest.FixtureRequest) -> Laid:
    return laid_out(library, Asked(goals=("rotation",), paper=request.param))


def test_every_sign_and_rule_is_there_in_the_order_of_urgency(laid: Laid, library: Library) -> None:
    labels = library.words.labels
    own = {"safety.for-you", "safety.cleared", "safety.questions"}  # for a client with conditions
    numbers = {"safety.pain-low": "0 to 3", "safety.pain-middle": "4 to 5", "safety.pain-high": "6 to 10"}
    wanted = [numbers.get(key, labels[key]) for key in labels if key.startswith("safety.") and key not in own]
    texts = [text for text in laid.texts(laid.sections[1]) if text != "•"]
    assert sorted(texts) == sorted(wanted)
    headings = laid.texts(laid.sections[1], Role.HEADING_2, Role.HEADING_3)
    keys = ("title", "emergency", "doctor", "pain", "normal")
    assert headings == [labels[f"safety.{key}"] for key in keys]


def test_it_starts_a_page_of_its_own(laid: Laid) -> None:
    pages = laid.pages_of(laid.sections[1])
    assert not set(pages) & set(laid.pages_of(laid.sections[0]))
    assert not set(pages) & set(laid.pages_of(laid.sections[2]))
    assert texts_on(laid.booklet.pages[pages[0]])[0].text == "Before you start"


def test_the_emergency_signs_stand_in_a_heavy_black_frame_that_holds_them_all(laid: Laid) -> None:
    page = laid.booklet.pages[laid.pages_of(laid.sections[1])[0]]
    (frame,) = (
        shape
        for mark in page.marks
        for shape in mark.shapes
        if isinstance(shape, Rectangle) and shape.stroke is Colour.INK
    )
    assert frame.line_width > 2
    texts = [text for text in texts_on(page) if text.text != "•"]
    inside = [text.text for text in texts if frame.box.top < text.baseline < frame.box.bottom]
    labels = laid.library.words.labels
    signs = laid.wording.labels("safety.emergency-signs")
    assert inside == [labels["safety.emergency"], labels["safety.emergency-lead"], *signs]
    for text in texts[1:7]:
        assert frame.box.left < text_box(text).left
        assert text_box(text).right < frame.box.right


def test_without_conditions_it_is_one_page_that_speaks_of_none(laid: Laid) -> None:
    assert len(laid.pages_of(laid.sections[1])) == 1
    assert laid.library.words.labels["safety.for-you"] not in laid.texts(laid.sections[1])


def of_client(library: Library, *conditions: str, cleared_by: str = "", paper: str = "a4") -> Laid:
    """A booklet for a client with conditions, whatever those leave of the exercises."""

    def with_conditions(routine: Routine) -> Routine:
        plan = replace(routine.plan, conditions=tuple(map(Condition, conditions)), cleared_by=cleared_by)
        return replace(routine, plan=plan)

    return laid_out(library, Asked(goals=("rotation",), paper=paper), change=with_conditions)


def own_texts(laid: Laid) -> list[str]:
    """What the panels for this client say, without its heading."""
    labels = laid.library.words.labels
    texts = [text for text in laid.texts(laid.sections[1]) if text != "•"]
    start, end = texts.index(labels["safety.for-you"]), texts.index(labels["safety.doctor"])
    return texts[start + 1 : end]


def test_the_clients_own_cautions_stand_between_the_emergency_signs_and_the_doctors(library: Library) -> None:
    laid = of_client(library, "glaucoma", "osteoporosis", cleared_by="Dr Bo")
    words = library.words.conditions
    wanted = [words["glaucoma"].client, words["osteoporosis"].client, "Dr Bo has agreed to these exercises."]
    assert own_texts(laid) == wanted
    labels = library.words.labels
    headings = laid.texts(laid.sections[1], Role.HEADING_3)
    assert headings[:3] == [labels[f"safety.{key}"] for key in ("emergency", "for-you", "doctor")]
    page = laid.booklet.pages[laid.pages_of(laid.sections[1])[0]]
    (ground,) = (
        shape.box
        for mark in page.marks
        for shape in mark.shapes
        if isinstance(shape, Rectangle) and shape.fill is Colour.TINT and shape.radius
    )
    inside = [text.text for text in texts_on(page) if ground.top < text.baseline < ground.bottom]
    assert next(text for text in inside if text != "•") == "For you"
    assert "Dr Bo has agreed to these exercises." in inside
    assert labels["safety.doctor"] not in inside


def test_two_conditions_that_ask_for_the_same_say_it_once(library: Library) -> None:
    words = library.words.conditions
    assert words["spondylolisthesis"].client == words["stenosis"].client
    assert own_texts(of_client(library, "spondylolisthesis", "stenosis")) == [words["stenosis"].client]


def test_nobody_is_said_to_have_agreed_where_nobody_has(library: Library) -> None:
    assert own_texts(of_client(library, "glaucoma")) == [library.words.conditions["glaucoma"].client]


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("count", [1, 2, 3, 5, 8], ids="{} conditions".format)
def test_what_does_not_fit_goes_on_in_whole_parts_with_lines_for_questions(
    library: Library, count: int, paper: str
) -> None:
    laid = of_client(library, *list(library.precautions)[:count], paper=paper)
    section, labels = laid.sections[1], library.words.labels
    first, *others = laid.pages_of(section)
    by_text = {laid.text(index): index for index in laid.within(section)}
    ((table, _),) = laid.elements(Role.TABLE, section)
    rule, normal = by_text[labels["safety.pain"]], by_text[labels["safety.normal-signs.3"]]
    assert laid.pages_of(rule) == laid.pages_of(table) == laid.pages_of(normal)
    assert laid.pages_of(by_text[labels["safety.for-you"]]) == [first]
    for index, _ in laid.elements(Role.HEADING_3, section):
        siblings = laid.children(section)
        following = siblings[siblings.index(index) + 1 :]
        if laid.text(index) != labels["safety.questions"]:  # what follows is drawn, not said
            assert laid.pages_of(following[0]) == laid.pages_of(index)
    assert (labels["safety.questions"] in by_text) == bool(others)


def test_even_every_condition_at_once_is_said_whole(library: Library) -> None:
    words = library.words.conditions
    laid = of_client(library, *words, cleared_by="Dr Bo")
    clients = list(dict.fromkeys(each.client for each in words.values()))
    assert own_texts(laid) == [*clients, "Dr Bo has agreed to these exercises."]
    assert len(laid.pages_of(laid.sections[1])) > 2


@pytest.mark.parametrize(
    ("limits", "bands"),
    [
        ("3,5", ["0 to 3", "4 to 5", "6 to 10"]),
        ("2,3", ["0 to 2", "3", "4 to 10"]),
        ("0,9", ["0", "1 to 9", "10"]),
        ("0,1", ["0", "1", "2 to 10"]),
    ],
    ids=["usual", "one number in the middle", "wide in the middle", "strict"],
)
def test_the_bands_of_the_pain_rule_are_those_that_were_set(
    library: Library, limits: str, bands: list[str]
) -> None:
    laid = laid_out(library, Asked(goals=("rotation",), pain_limits=limits))
    ((table, _),) = laid.elements(Role.TABLE, laid.sections[1])
    assert [row[0] for row in laid.rows(table)[1:]] == bands


def test_the_pain_rule_is_a_table_from_carry_on_to_stop(laid: Laid) -> None:
    ((table, _),) = laid.elements(Role.TABLE, laid.sections[1])
    assert [row[0] for row in laid.rows(table)] == ["Pain", "0 to 3", "4 to 5", "6 to 10"]
    assert "Stop that exercise" in laid.rows(table)[-1][1]
    scopes = [element.scope for _, element in laid.elements(Role.HEADER_CELL, table)]
    assert scopes == [Scope.COLUMN] * 2 + [Scope.ROW] * 3
    assert len(laid.pages_of(table)) == 1


class LargeMeasure(EvenMeasure):
    """A font much wider than most."""

    def width(self, text: str, face: Face, size: float) -> float:
        return super().width(text, face, size) * 1.6

    def wrap(self, text: str, face: Face, size: float, room: float) -> tuple[str, ...]:
        return super().wrap(text, face, size, room / 1.6)


def test_the_pain_rule_is_not_parted_where_words_need_more_room(library: Library) -> None:
    laid = laid_out(library, Asked(goals=("rotation",), paper="letter"), measure=LargeMeasure())
    first, second = laid.pages_of(laid.sections[1])
    ((table, _),) = laid.elements(Role.TABLE, laid.sections[1])
    (title,) = (
        index for index, _ in laid.elements(Role.HEADING_3, laid.sections[1])
        if laid.text(index) == library.words.labels["safety.pain"]
    )  # fmt: skip
    assert laid.pages_of(table) == laid.pages_of(title) == [second]
    assert laid.text(laid.elements(Role.HEADING_2, laid.sections[1])[0][0]) == "Before you start"
    assert second == first + 1
