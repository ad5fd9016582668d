from __future__ import annotations

from xml.etree import ElementTree as ET

from generator.pdf.svg import read_svg

ALLOWED = {
    "svg": {"viewBox"},
    "title": set(),
    "ellipse": {"cx", "cy", "rx", "ry"},
    "g": {"transform", "fill", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin"},
    "path": {"d", "fill", "fill-rule", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin"},
}


def test_a_picture_holds_nothing_but_plain_shapes(drawn: dict[str, str]) -> None:
    for svg in drawn.values():
        assert read_svg(svg.encode(), "drawn").operators  # what the booklet reads
        for element in ET.fromstring(svg).iter():
            name = element.tag.removeprefix("{http://www.w3.org/2000/svg}")
            assert set(element.attrib) <= ALLOWED[name]
        assert len(svg.encode()) <= 25_000


def test_titles_are_escaped(drawn: dict[str, str]) -> None:
    assert "<title>Seen &amp; drawn: start</title>" in drawn["start"]
