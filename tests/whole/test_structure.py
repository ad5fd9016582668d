"""The structure tree as a screen reader finds it in the file."""

from __future__ import annotations

from itertools import pairwise

import pytest

from generator.workflows.lookups import ILLUSTRATIONS
from tests.whole.booklets import REQUESTS, Node, Whole, draw_pictures, made, make, squeezed, tree_of

NUMBERING = {"Decimal", "Disc", "None"}


@pytest.fixture(scope="module", params=["all", "two goals, named", "left side", "no kit, long name"])
def whole(request: pytest.FixtureRequest) -> Whole:
    return made(request.param)


@pytest.fixture(scope="module")
def tree(whole: Whole) -> Node:
    return tree_of(whole.content)


def test_it_is_one_document_of_parts(tree: Node, whole: Whole) -> None:
    assert tree.role == "Document"
    others = 5 if tree.children[0].all("Table") else 6  # a long glance is a part of its own
    assert [part.role for part in tree.children] == ["Sect"] * (others + len(whole.prepared.routine.chosen))


def test_an_exercise_is_read_in_the_order_in_which_it_is_done(tree: Node, whole: Whole) -> None:
    words, wording = whole.prepared.library.words, whole.wording
    parts = tree.children[-3 - len(whole.prepared.routine.chosen) : -3]
    for number, chosen in enumerate(whole.prepared.routine.chosen, start=1):
        said = words.exercises[chosen.exercise.id]
        figure = wording.dose_figure(chosen.dose, chosen.sides)
        wanted = [
            f"{number}. {said.name}", said.purpose, words.labels["exercise.what-to-do"], *said.steps,
            said.caution, said.feel, said.breathing, said.easier, said.harder, said.mistake,
        ]  # fmt: skip
        dose = [words.labels["exercise.how-much"], figure.value, wording.chosen_dose(chosen), said.caution]
        heard = [squeezed(node.own_text) for node in parts[number - 1].walk()]
        for texts in (wanted, dose):
            place = 0
            for text in texts:
                assert squeezed(text) in heard[place:], text
                place = heard.index(squeezed(text), place) + 1


def test_words_are_apart_where_a_line_ends(tree: Node, whole: Whole) -> None:
    words = whole.prepared.library.words
    heard = {node.own_text for node in tree.walk()}
    for chosen in whole.prepared.routine.chosen:
        said = words.exercises[chosen.exercise.id]
        for text in (said.purpose, said.caution, *said.steps):
            if "-" not in text:
                assert text in heard


def test_reading_goes_forward_from_page_to_page(tree: Node) -> None:
    pages = [page for node in tree.walk() for page in node.pages]
    assert pages == sorted(pages)


def test_headings_go_down_one_level_at_a_time(tree: Node) -> None:
    levels = [int(node.role[1]) for node in tree.all("H1", "H2", "H3")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert all(node.text for node in tree.all("H1", "H2", "H3"))


def test_lists_have_items_of_a_label_and_a_body(tree: Node) -> None:
    lists = tree.all("L")
    assert lists
    for each in lists:
        assert each.attributes["ListNumbering"] in NUMBERING
        assert {item.role for item in each.children} == {"LI"}
        for number, item in enumerate(each.children, start=1):
            *labels, body = item.children
            assert body.role == "LBody"
            assert body.text
            if each.attributes["ListNumbering"] == "None":  # of signs, which are artifacts
                assert labels == []
                continue
            [label] = labels
            assert label.role == "Lbl"
            assert label.text == (f"{number}." if each.attributes["ListNumbering"] == "Decimal" else "•")


def test_tables_have_headers_that_say_what_they_head(tree: Node, whole: Whole) -> None:
    tables = tree.all("Table")
    assert len(tables) == 2 + whole.prepared.resolved.details.weeks
    for table in tables:
        head, *rows = table.children
        assert {cell.role for cell in head.children} == {"TH"}
        assert {cell.attributes["Scope"] for cell in head.children} == {"Column"}
        assert all(cell.text for cell in head.children)
        for row in rows:
            headers = [cell for cell in row.children if cell.role == "TH"]
            assert headers
            assert {cell.attributes["Scope"] for cell in headers} == {"Row"}
            assert all(cell.text for cell in headers)


def test_every_row_of_a_table_is_as_wide_as_its_head(tree: Node) -> None:
    for table in tree.all("Table"):
        reaching, widths = 0, set()
        for row in table.children:
            cells = [cell.attributes for cell in row.children]
            widths.add(sum(int(cell.get("ColSpan", 1)) for cell in cells) + reaching)
            reaching = max(0, reaching - 1) + sum(int(cell.get("RowSpan", 1)) - 1 for cell in cells)
        assert len(widths) == 1


def test_footers_are_not_read_out(tree: Node, whole: Whole) -> None:
    assert f"of {len(whole.booklet.pages)}" not in tree.text


@pytest.mark.parametrize("name", ["two goals, named", "left side"])
def test_pictures_are_described_and_captioned_before_the_steps(
    name: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("pictures")
    plain = made(name)
    draw_pictures(folder, plain.prepared.library.words)
    tree = tree_of(make(REQUESTS[name], folder).content)
    assert all(node.alt for node in tree.all("Figure"))
    words, chosen_ones = plain.prepared.library.words, plain.prepared.routine.chosen
    for part, chosen in zip(tree.children[-3 - len(chosen_ones) : -3], chosen_ones, strict=True):
        frames = words.exercises[chosen.exercise.id].frames
        assert [node.alt for node in part.all("Figure")] == [frame.alt for frame in frames.values()]
        heard = [node.alt or node.own_text for node in part.walk()]
        first_step = heard.index(words.labels["exercise.what-to-do"])
        for frame in frames.values():
            # Each caption is read right after the picture that it belongs to.
            place = heard.index(frame.alt)
            assert place < first_step
            assert heard[place + 1] == frame.caption


def test_every_picture_that_the_library_has_is_in_the_booklet_of_all() -> None:
    whole = made("all")
    tree = tree_of(whole.content)
    words, chosen_ones = whole.prepared.library.words, whole.prepared.routine.chosen
    for part, chosen in zip(tree.children[-3 - len(chosen_ones) : -3], chosen_ones, strict=True):
        frames = words.exercises[chosen.exercise.id].frames
        there = [
            frame.alt
            for name, frame in frames.items()
            if (ILLUSTRATIONS / f"{chosen.exercise.id}-{name}.svg").exists()
        ]
        assert [node.alt for node in part.all("Figure")] == there
