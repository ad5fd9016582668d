"""The reader of pictures: what it draws, and what it refuses and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.booklet.model import Box, Element, Mark, Picture, Role
from generator.pdf.document import draw_booklet
from generator.pdf.svg import read_svg
from generator.problems import BadDataError
from tests.pdf.samples import DATE, assert_pixel, booklet, picture_object, rendered

if TYPE_CHECKING:
    import PIL.Image

    from generator.pdf.picture_object import PictureObject
    from generator.problems import Problem

RED, GREEN, BLUE, WHITE = (255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 255)


def svg(inside: str, box: str = "0 0 100 100") -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}">\n{inside}\n</svg>'.encode()


def painted(source: bytes) -> PIL.Image.Image:
    """The picture alone, as large as its box of 100 by 100 points."""
    picture = picture_object(source)

    class One:
        def picture_object(self, name: str, *, grey: bool) -> PictureObject:
            assert (name, grey) == ("one", False)
            return picture

    value = booklet([[Mark(1, (Picture("one", Box(0, 0, 100, 100)),))]], [Element(Role.FIGURE, 0, alt="x")])
    return rendered(draw_booklet(value, One(), date=DATE))


def refused(source: bytes) -> list[Problem]:
    with pytest.raises(BadDataError) as caught:
        read_svg(source, "a.svg")
    assert all(problem.file == "a.svg" for problem in caught.value.problems)
    return list(caught.value.problems)


@pytest.mark.parametrize(
    ("inside", "pixels"),
    [
        pytest.param(
            '<rect x="10" y="20" width="30" height="40" fill="#f00"/>',
            {(12, 22): RED, (38, 58): RED, (42, 40): WHITE},
            id="rectangle",
        ),
        pytest.param(
            '<circle cx="50" cy="50" r="20" fill="#00FF00"/>',
            {(50, 32): GREEN, (36, 36): GREEN, (34, 34): WHITE},
            id="circle",
        ),
        pytest.param(
            '<ellipse cx="50" cy="50" rx="40" ry="10" fill="#00f"/>',
            {(12, 50): BLUE, (50, 38): WHITE},
            id="ellipse",
        ),
        pytest.param(
            '<polygon points="0,0 80,0 0,80" fill="#f00"/>', {(10, 10): RED, (70, 70): WHITE}, id="polygon"
        ),
        pytest.param(
            '<polyline points="10 10 90 10 90 90" fill="none" stroke="#f00" stroke-width="6"/>',
            {(50, 10): RED, (90, 50): RED, (50, 50): WHITE},
            id="polyline",
        ),
        pytest.param(
            '<line x1="10" y1="50" x2="90" y2="50" stroke="#00f" stroke-width="6"/>',
            {(50, 50): BLUE},
            id="line",
        ),
        pytest.param(
            '<path d="M0 0h50v50h-50z" fill="black"/>', {(25, 25): (0, 0, 0), (75, 25): WHITE}, id="path"
        ),
        pytest.param(
            '<path d="M10 10H90V90H10ZM30 30H70V70H30Z" fill="#f00" fill-rule="evenodd"/>',
            {(20, 20): RED, (50, 50): WHITE},
            id="evenodd",
        ),
        pytest.param(
            '<g fill="#f00"><g transform="translate(50 0)"><rect width="9" height="9"/></g></g>',
            {(54, 4): RED},
            id="translated in groups",
        ),
        pytest.param(
            '<g transform="scale(2)"><path d="M5 25H45" stroke="#f00" stroke-width="4"/></g>',
            {(50, 47): RED, (50, 53): RED, (50, 43): WHITE},
            id="scaled",
        ),
        pytest.param(
            """<style>/* skin */ .skin{fill:#f00; stroke:none} .edge { stroke : #00f;stroke-width:6 }</style>
            <rect class="edge skin" x="20" y="20" width="60" height="60" fill="#00ff00"/>""",
            {(50, 50): RED, (20, 50): BLUE},
            id="style rules",
        ),
        pytest.param(
            '<line x1="20" y1="50" x2="80" y2="50" stroke="#f00" stroke-width="20" stroke-linecap="square"/>',
            {(14, 50): RED, (86, 50): RED},
            id="square ends",
        ),
        pytest.param(
            """<polyline points="20 80 50 20 80 80" fill="none" stroke="#f00" stroke-width="10"
            stroke-linejoin="round" stroke-linecap="round"/>""",
            {(50, 18): RED, (50, 10): WHITE},
            id="round corners of lines",
        ),
        pytest.param(
            '<rect width="90" height="90" rx="30" fill="#f00"/>',
            {(45, 2): RED, (3, 3): WHITE},
            id="round corners",
        ),
        pytest.param(
            '<rect width="50" height="50" fill="none"/><title>A person</title><desc>x</desc>',
            {(25, 25): WHITE},
            id="nothing",
        ),
    ],
)
def test_a_shape_is_painted_where_and_as_it_is_written(
    inside: str, pixels: dict[tuple[int, int], tuple[int, int, int]]
) -> None:
    image = painted(svg(inside))
    for place, expected in pixels.items():
        assert_pixel(image, place, expected)


def test_the_view_box_may_begin_anywhere_and_gives_the_proportion() -> None:
    source = svg('<rect x="-50" y="10" width="50" height="25" fill="#f00"/>', "-50 10 100 50")
    assert read_svg(source, "a.svg").proportion == 2
    image = painted(source)
    assert_pixel(image, (45, 45), RED)
    assert_pixel(image, (55, 45), WHITE)
    assert_pixel(image, (45, 55), WHITE)


def test_a_small_view_box_keeps_its_details() -> None:
    image = painted(svg('<rect x="0.1" y="0.2" width="0.3" height="0.4" fill="#f00"/>', "0 0 1 1"))
    assert_pixel(image, (12, 22), RED)
    assert_pixel(image, (8, 40), WHITE)


@pytest.mark.parametrize(
    ("inside", "message", "column"),
    [
        ("<text>hi</text>", "<text> is not allowed", 1),
        ('<image href="../x.png"/>', "<image> is not allowed", 1),
        ("<script/>", "<script> is not allowed", 1),
        ('  <path d="M0 0" opacity="0.5"/>', "attribute opacity of <path>", 3),
        ('<path d="M0 0" style="fill:red"/>', "attribute style", 1),
        ('<g onclick="x()"/>', "attribute onclick", 1),
        ('<path d="M0 0A1 1 0 0 0 1 1"/>', "no part of a path", 1),
        ('<rect width="NaN" height="1"/>', "“NaN” is not a number", 1),
        ('<rect width="10px" height="1"/>', "“10px” is not a number", 1),
        ('<rect width="-1" height="1"/>', "negative", 1),
        ('<rect width="1" height="1" fill="url(#g)"/>', "not a colour", 1),
        ('<rect width="1" height="1" fill="rebeccapurple"/>', "not a colour", 1),
        ('<path d="M0 0" stroke-linecap="odd"/>', "stroke-linecap: “odd” is not one of butt", 1),
        ('<path d="M0 0" stroke-width="-1"/>', "stroke-width is negative", 1),
        ('<g transform="rotate(3)"/>', "not translate, scale or matrix", 1),
        ('<path d="M0 0L1 1" stroke="#000" transform="scale(1 2)"/>', "scaled differently", 1),
        ('<rect class="skin"/>', "the class skin has no rule", 1),
        ('<rect width="1" height="1"><title>x</title></rect>', "<title> is not allowed in <rect>", 28),
        ("<g><svg/></g>", "<svg> is not allowed in <g>", 4),
        ("<?xml-stylesheet href='x'?>", "the processing instruction <?xml-stylesheet?>", 1),
        ("words", "text in <svg> is not allowed", None),
    ],
)
def test_what_the_house_does_not_draw_is_refused_with_its_place(
    inside: str, message: str, column: int | None
) -> None:
    (problem,) = refused(svg(inside))
    assert message in problem.message
    assert column is None or (problem.line, problem.column) == (2, column)


@pytest.mark.parametrize(
    ("style", "message"),
    [
        (".a{fill:#f00;opacity:.5}", "the property opacity of .a"),
        ("#a{fill:#f00}", "“#a{fill:#f00}” is not a rule for a class"),
        ("@import url(x.css);", "is not a rule for a class"),
        (".a{fill:#f00} rect{fill:#000}", "“rect{fill:#000}” is not a rule"),
    ],
)
def test_other_style_rules_are_refused(style: str, message: str) -> None:
    (problem,) = refused(svg(f"<style>{style}</style>"))
    assert message in problem.message


@pytest.mark.parametrize(
    ("source", "message"),
    [
        (b'<!DOCTYPE svg [<!ENTITY a "b">]>' + svg("&a;"), "a document type is not allowed"),
        (b"<svg", "is not XML"),
        (b"", "is not XML"),
        (b"\xff\xfe", "is not XML"),
        (svg("<g>"), "is not XML: mismatched tag"),
        (b'<g xmlns="http://www.w3.org/2000/svg"/>', "<g> is not allowed as the outermost element"),
        (b'<svg viewBox="0 0 1 1"/>', "xmlns must be"),
        (svg("", ""), "viewBox must be four numbers"),
        (svg("", "0 0 0 1"), "viewBox must be four numbers"),
        (svg("", "0 0 1e-300 1"), "viewBox must be four numbers"),
        (
            svg('<g transform="scale(1e5)"><g transform="scale(1e5)"/></g>'),
            "<g>: is moved or enlarged too far",
        ),
        (b'<?xml version="1.0" encoding="none-such"?><svg/>', "is in an encoding that is not read here"),
        (b'<?xml version="1.0" encoding="shift_jis"?><svg/>', "is in an encoding that is not read here"),
        (svg("", "0 0 1"), "viewBox must be four numbers"),
        (b'<html xmlns="http://www.w3.org/1999/xhtml"/>', "<html> is not allowed"),
        (svg("<g>" * 40 + "</g>" * 40), "more than 32 levels of elements"),
        (svg(" " * 1_000_001), "larger than 1,000,000 bytes"),
    ],
)
def test_what_is_no_picture_is_refused(source: bytes, message: str) -> None:
    assert message in refused(source)[0].message


def test_all_problems_are_told_at_once() -> None:
    problems = refused(svg('<text/>\n<rect width="x"/>\n  <path d="L" fill="?" opacity="1"/>'))
    assert [(problem.line, problem.column) for problem in problems] == [(2, 1), (3, 1), (4, 3), (4, 3)]
