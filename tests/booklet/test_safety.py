"""Before you start: the signs to stop for are on one page, whole, and stand out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.booklet.model import Colour, Rectangle, Role, Scope
from generator.request import Request
from tests.booklet.layouts import EvenMeasure, laid_out, text_box, texts_on

if TYPE_CHECKING:
    from generator.booklet.model import Face
    from generator.library.model import Library
    from tests.booklet.layouts import Laid


@pytest.fixture(scope="module", params=["a4", "letter"])
def laid(library: Library, request: pytest.FixtureRequest) -> Laid:
    return laid_out(library, Request(goals=("rotation",), paper=request.param))


def test_every_sign_and_rule_is_there_in_the_order_of_urgency(laid: Laid, library: Library) -> None:
    labels = library.words.labels
    order = [key for key in labels if key.startswith("safety.")]
    texts = [text for text in laid.texts(laid.sections[1]) if text != "•"]
    assert sorted(texts) == sorted(labels[key] for key in order)
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
    keys = ("emergency", "emergency-lead", "emergency-1", "emergency-2", "emergency-3", "emergency-4")
    assert inside == [labels[f"safety.{key}"] for key in keys]
    for text in texts[1:7]:
        assert frame.box.left < text_box(text).left
        assert text_box(text).right < frame.box.right


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
    laid = laid_out(library, Request(goals=("rotation",), paper="letter"), measure=LargeMeasure())
    first, second = laid.pages_of(laid.sections[1])
    ((table, _),) = laid.elements(Role.TABLE, laid.sections[1])
    (title,) = (
        index for index, _ in laid.elements(Role.HEADING_3, laid.sections[1])
        if laid.text(index) == library.words.labels["safety.pain"]
    )  # fmt: skip
    assert laid.pages_of(table) == laid.pages_of(title) == [second]
    assert laid.text(laid.elements(Role.HEADING_2, laid.sections[1])[0][0]) == "Before you start"
    assert second == first + 1
