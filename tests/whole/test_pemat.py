"""The 24 items of PEMAT-P that apply to print (AHRQ), by number; CONTRIBUTING.md says where each is met.

The Patient Education Materials Assessment Tool is a judgement by people. Each test here holds what a program
can see of its item. Items 13 and 14 are for sound and film.
"""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

import pikepdf
import pytest

from generator.booklet import style as s
from generator.booklet.model import Colour, Picture, Rectangle, Text
from generator.library.vocabulary import Kind
from generator.version import __version__
from tests.reading_level import grade, sentences
from tests.whole.booklets import REQUESTS, Node, Whole, draw_pictures, made, make, squeezed, tree_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.booklet.model import Page, Shape

GRADE_MOST = 6.0
NAMED = "two goals, named"
CALCULATION = re.compile(
    r"%|\b(percent|multipl\w+|divid\w+|subtract\w*|add up|twice as|times as)\b", re.IGNORECASE
)
PASSIVE = re.compile(r"\b(is|are|be|been|being|was|were) \w+(ed|en)\b")


@pytest.fixture(scope="module", params=["without pictures", "with pictures"])
def whole(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Whole:
    folder = tmp_path_factory.mktemp("pictures")
    if request.param == "with pictures":
        draw_pictures(folder, made(NAMED).prepared.library.words)
    return make(REQUESTS[NAMED], folder)


@pytest.fixture(scope="module")
def tree(whole: Whole) -> Node:
    return tree_of(whole.content)


def exercise_parts(whole: Whole, tree: Node) -> list[Node]:
    return tree.children[-3 - len(whole.prepared.routine.chosen) : -3]


def exercise_pages(whole: Whole) -> Iterator[Page]:
    """The pages on which an exercise begins."""
    for page in whole.booklet.pages:
        texts = [shape.text for shape in shapes_on(page) if isinstance(shape, Text)]
        if re.match(r"\d+\. ", texts[0]):
            yield page


def shapes_on(page: Page) -> Iterator[Shape]:
    for mark in page.marks:
        yield from mark.shapes


def paragraphs(tree: Node) -> list[str]:
    """The running text: sentences, without headings, labels and names."""
    return [node.text for node in tree.all("P", "LBody", "TD") if node.text.endswith(".")]


def test_01_the_purpose_is_evident(tree: Node) -> None:
    title, aim = tree.children[0].children[:2]
    assert (title.role, title.text) == ("H1", "Your upper back routine")
    assert aim.text.startswith("These exercises may help you to arch back and to turn.")
    assert (title.pages, aim.pages) == ([0], [0])


def test_02_nothing_distracts_from_the_purpose(whole: Whole, tree: Node) -> None:
    parts = [part.all("H1", "H2")[0].text for part in tree.children]
    exercises = [part for part in parts if re.match(r"\d+\. ", part)]
    labels = whole.prepared.library.words.labels
    others = ["cover.title", "safety.title", "calendar.title", "flare.title", "back.title"]
    assert [part for part in parts if part not in exercises] == [labels[key] for key in others]
    with pikepdf.open(io.BytesIO(whole.content)) as pdf:
        fields = [annotation for page in pdf.pages for annotation in page.get("/Annots", ())]
        assert {str(field.Subtype) for field in fields} <= {"/Widget"}  # boxes to tick


def test_03_the_language_is_of_every_day(whole: Whole, tree: Node) -> None:
    assert grade(paragraphs(tree)) <= GRADE_MOST
    for part in tree.children:
        texts = paragraphs(part)
        # The command for making it again is for the clinician's machine.
        assert grade([text for text in texts if not text.startswith("thoracic")]) <= GRADE_MOST, texts[0]
    assert whole.prepared.library.words.language == "en"


def test_04_medical_terms_are_explained(whole: Whole, tree: Node) -> None:
    glossary = whole.prepared.library.words.glossary
    flare_up = [node.text for node in tree.children[-2].walk() if node.own_text]
    explained = flare_up[flare_up.index(whole.prepared.library.words.labels["glossary.title"]) :]
    for chosen in whole.prepared.routine.chosen:
        for term in whole.prepared.library.words.exercises[chosen.exercise.id].terms:
            place = explained.index(glossary[term].term)
            assert explained[place + 1] == glossary[term].meaning


def test_05_the_voice_is_active(whole: Whole, tree: Node) -> None:
    steps = [item.children[-1].text for part in exercise_parts(whole, tree) for item in part.all("LI")]
    steps += [item.children[-1].text for item in tree.children[-2].all("LI")]
    assert len(steps) > 20
    assert [step for step in steps if PASSIVE.search(step)] == []


def test_06_numbers_are_clear(tree: Node) -> None:
    for text in paragraphs(tree):
        without_version = text.replace(__version__, "")
        assert not re.search(r"\d[.,/]\d|%", without_version), text
    figures = [
        node for part in tree.children for node in part.all("P") if re.fullmatch(r"\d+(–\d+)?", node.text)
    ]
    assert len(figures) >= 4  # the plan in short, and how much of each exercise


def test_07_the_reader_need_not_calculate(tree: Node) -> None:
    assert [text for text in paragraphs(tree) if CALCULATION.search(text)] == []


def test_08_it_is_chunked_into_short_sections(tree: Node) -> None:
    assert max(len(text.split()) for text in paragraphs(tree)) <= 60
    assert max(len(node.children) for node in tree.all("L")) <= 8


def test_09_each_section_has_a_header_that_tells_its_content(tree: Node) -> None:
    for part in tree.children:
        assert part.children[0].role in {"H1", "H2"}
    for header in tree.all("H1", "H2", "H3"):
        assert 1 <= len(header.text.split()) <= 8


def test_10_the_sequence_is_logical(whole: Whole, tree: Node) -> None:
    kinds = [chosen.exercise.kind is Kind.RELEASE for chosen in whole.prepared.routine.chosen]
    assert kinds == sorted(kinds, reverse=True)
    numbers = [int(part.children[0].text.split(".")[0]) for part in exercise_parts(whole, tree)]
    assert numbers == list(range(1, len(numbers) + 1))
    headings = [node.text for node in tree.all("H1", "H2")]
    assert headings.index("Before you start") < headings.index(
        exercise_parts(whole, tree)[0].children[0].text
    )


def test_11_there_is_a_summary(whole: Whole, tree: Node) -> None:
    cover = [node.text for node in tree.children[0].walk() if node.own_text]
    short = cover.index("Your plan in short")
    figures = cover[short + 1 : short + 9 : 2]
    routine, details = whole.prepared.routine, whole.prepared.resolved.details
    assert figures == [
        str(number) for number in (len(routine.chosen), routine.minutes, details.days_per_week, details.weeks)
    ]
    (glance,) = tree.children[0].all("Table")
    assert len(glance.children) == 1 + len(routine.chosen)


def test_12_visual_cues_draw_attention_to_the_key_points(whole: Whole) -> None:
    pages = list(exercise_pages(whole))
    assert len(pages) == len(whole.prepared.routine.chosen)
    for page in pages:
        shapes = list(shapes_on(page))
        sizes = sorted({shape.size for shape in shapes if isinstance(shape, Text)})
        assert sizes[-1] >= 40  # how much to do, as a figure
        frames = [shape for shape in shapes if isinstance(shape, Rectangle) and shape.stroke is Colour.INK]
        assert any(frame.box.width > 300 and frame.line_width >= 1.5 for frame in frames)  # the caution


@pytest.mark.parametrize("item", ["15 visuals wherever they help", "26 visuals make it easier to act"])
def test_15_and_26_each_exercise_is_shown_from_start_to_end(
    item: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("pictures")
    words = made(NAMED).prepared.library.words
    draw_pictures(folder, words)
    shown = make(REQUESTS["all"], folder)
    tree = tree_of(shown.content)
    parts = exercise_parts(shown, tree)
    if item.startswith("15"):
        chosen = [each.exercise.id for each in shown.prepared.routine.chosen]
        assert set(chosen) == set(words.exercises)
        frames = [len(words.exercises[each].frames) for each in chosen]
        assert min(frames) == 2
        assert [len(part.all("Figure")) for part in parts] == frames
        assert len(tree.children[2].all("Figure")) == len(chosen)  # at a glance, on pages of its own
    else:
        for part in parts:
            roles = [node.role for node in part.walk()]
            assert roles.index("Figure") < roles.index("L")


def test_16_visuals_reinforce_the_words_beside_them(whole: Whole) -> None:
    for page in exercise_pages(whole):
        texts = [shape.text for shape in shapes_on(page) if isinstance(shape, Text)]
        number = int(texts[0].split(".")[0])
        pictures = {shape.name for shape in shapes_on(page) if isinstance(shape, Picture)}
        exercise = whole.prepared.routine.chosen[number - 1].exercise.id
        assert pictures <= {f"{exercise}-start", f"{exercise}-way", f"{exercise}-end"}


def test_17_every_visual_has_a_caption_that_says_what_it_is(whole: Whole, tree: Node) -> None:
    words = whole.prepared.library.words.exercises
    for part, chosen in zip(exercise_parts(whole, tree), whole.prepared.routine.chosen, strict=True):
        captions = {frame.alt: frame.caption for frame in words[chosen.exercise.id].frames.values()}
        nodes = [node for node in part.walk() if node.own_text or node.role == "Figure"]
        for place, node in enumerate(nodes):
            if node.role == "Figure":
                assert nodes[place + 1].text == captions[node.alt]


def test_18_visuals_are_clear_and_uncluttered(whole: Whole) -> None:
    for page in exercise_pages(whole):
        boxes = [shape.box for shape in shapes_on(page) if isinstance(shape, Picture)]
        number = int(next(shape.text for shape in shapes_on(page) if isinstance(shape, Text)).split(".")[0])
        exercise = whole.prepared.routine.chosen[number - 1].exercise.id
        assert len(boxes) in {0, len(whole.prepared.library.words.exercises[exercise].frames)}
        for box in boxes:
            assert box.height >= s.WHOLE_PAGE.picture_height_least - 0.01
            for text in shapes_on(page):
                if isinstance(text, Text):
                    is_over = box.left < text.left < box.right and box.top < text.baseline < box.bottom
                    assert not is_over, text.text


def test_19_tables_are_simple_and_their_headers_short(tree: Node) -> None:
    for table in tree.all("Table"):
        headers = table.all("TH")
        assert headers
        assert max(len(header.text.split()) for header in headers) <= 8
        widest = max(
            sum(int(cell.attributes.get("ColSpan", 1)) for cell in row.children) for row in table.children
        )
        assert widest <= 9


def test_20_there_is_an_action_to_take(whole: Whole, tree: Node) -> None:
    for part in exercise_parts(whole, tree):
        assert len(part.all("L")) == 1


def test_21_it_addresses_the_reader(tree: Node) -> None:
    for part in tree.children[:-1]:
        assert re.search(r"\b(you|your)\b", part.text, re.IGNORECASE), part.children[0].text


def test_22_actions_are_explicit_steps(whole: Whole, tree: Node) -> None:
    for part in exercise_parts(whole, tree):
        (steps,) = part.all("L")
        assert steps.attributes["ListNumbering"] == "Decimal"
        assert 3 <= len(steps.children) <= 6
        for step in steps.children:
            text = step.children[1].text
            assert len(sentences([text])) == 1, text
            assert len(text.split()) <= 18, text


def test_23_there_is_a_tool_to_act_with(whole: Whole) -> None:
    boxes = [
        shape
        for page in whole.booklet.pages
        for shape in shapes_on(page)
        if isinstance(shape, Rectangle) and shape.box.width == shape.box.height and shape.stroke is Colour.INK
    ]
    routine = whole.prepared.routine
    rows = sum(len(chosen.sides) or 1 for chosen in routine.chosen)
    days = 7 * whole.prepared.resolved.details.weeks
    assert len(boxes) == rows * days + len(routine.chosen)


def test_24_what_has_to_be_reckoned_is_reckoned(whole: Whole, tree: Node) -> None:
    for part, chosen in zip(exercise_parts(whole, tree), whole.prepared.routine.chosen, strict=True):
        takes = whole.wording.label("exercise.takes", time=whole.wording.minutes(chosen.seconds))
        assert takes in [node.text for node in part.all("P")]
    cover = [node.text for node in tree.children[0].all("P")]
    assert cover[cover.index("minutes at most") - 1] == str(whole.prepared.routine.minutes)


def test_25_tables_are_explained_before_they_are_used(whole: Whole, tree: Node) -> None:
    labels = whole.prepared.library.words.labels
    days = whole.wording.counted("day", whole.prepared.resolved.details.days_per_week)
    guides = [labels["cover.order-release"], labels["safety.pain-lead"], labels["calendar.how-to"]]
    for part, guide in zip((tree.children[0], tree.children[1], tree.children[-3]), guides, strict=True):
        nodes = [squeezed(node.own_text) or node.role for node in part.walk()]
        assert nodes.index(squeezed(guide.format(days=days))) < nodes.index("Table")
    for key in ("pain-before", "pain-after", "effort"):
        assert "0" in labels[f"calendar.{key}"]
        assert key.split("-")[0] in labels["calendar.how-to"].lower()
