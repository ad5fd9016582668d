"""How the clinician's sheet stands on its pages: nothing cut off, heads repeated, tagged, sound."""

from __future__ import annotations

import io
from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

import pikepdf
import pytest
from hypothesis import given, reject, settings
from hypothesis import strategies as st

from generator.booklet.choices import Paper
from generator.booklet.model import Picture, Role, Scope, Text
from generator.library.vocabulary import Action, Goal
from generator.problems import NothingLeftError
from generator.request.printing import Printing
from generator.request.resolving import ResolvedRequest
from generator.routine.choosing import choose
from generator.routine.plan import Condition, Plan
from generator.workflows.booklet import draw_clinician_sheet
from generator.workflows.prescription import Prescription
from tests.booklet.clinician_sheets import (
    ALL,
    CLEARED,
    NO_CONDITION,
    OVERRIDE,
    facts,
    laid_out,
    part,
    tables,
)
from tests.booklet.laying_out import overlapping, shapes_of, text_box, texts_on, things_on
from tests.programs import damage, failed_rules
from tests.records import DETAILS, PLANS, everything, routine_of

if TYPE_CHECKING:
    from pathlib import Path

    from generator.library.model import Library
    from generator.routine.model import Chosen
    from tests.booklet.laying_out import Laid

CONDITIONS = [
    "osteoporosis", "vertebral-compression-fracture", "fracture", "disc-problem", "stenosis", "glaucoma",
    "lower-back-trouble", "ankylosing-spondylitis", "rheumatoid-neck", "pregnancy", "hernia", "sternotomy",
    "rib-fracture", "hypermobility", "wrist-trouble", "cannot-get-to-the-floor", "blood-thinners",
]  # fmt: skip


@pytest.fixture(scope="module", params=PLANS)
def laid(request: pytest.FixtureRequest, library: Library) -> Laid:
    return laid_out(library, routine_of(request.param, library))


@pytest.mark.parametrize("paper", Paper, ids=str)
@pytest.mark.parametrize("name", [*PLANS, "everything"])
def test_nothing_is_cut_off_or_covered(name: str, paper: Paper, library: Library) -> None:
    routine = everything(library) if name == "everything" else routine_of(name, library)
    laid = laid_out(library, routine, paper=paper)
    booklet = laid.booklet
    for page in booklet.pages:
        for text in texts_on(page):
            assert text.size >= 12
            assert text_box(text).left >= 42
            assert text_box(text).right <= booklet.width - 42 + 0.01
            assert 20 < text.baseline < booklet.height - 20
        inside = [shape for mark in page.marks if mark.element is not None for shape in mark.shapes]
        assert all(text_box(text).bottom <= booklet.height - 54 for text in inside if isinstance(text, Text))
        assert not any(overlapping(one, other) for (_, one), (_, other) in combinations(things_on(page), 2))
        assert not any(isinstance(shape, Picture) for mark in page.marks for shape in mark.shapes)


def _length(chosen: Chosen) -> int:
    """How many rows the table of an exercise has: its name, how, why, its rulings, and what it rests on."""
    return 3 + len(chosen.rulings) + chosen.exercise.goes_beyond_the_article


def test_every_decision_of_the_longest_record_is_there(library: Library) -> None:
    laid = laid_out(library, everything(library), paper=Paper.LETTER)
    assert [len(rows) for rows in tables(laid, "chosen")] == [
        _length(chosen) for chosen in laid.routine.chosen
    ]
    overrides = [row for row in tables(laid, "attention")[0] if row[0] == "Overridden"]
    assert len(overrides) == sum(
        ruling.rule.action is Action.LEAVE_OUT for chosen in laid.routine.chosen for ruling in chosen.rulings
    )


def test_a_table_that_goes_on_says_again_what_it_is_of(library: Library) -> None:
    laid = laid_out(library, everything(library))
    going_on = 0
    for table, _ in laid.elements(Role.TABLE, part(laid, "chosen")):
        name = laid.text(laid.children(laid.children(table)[0])[0])
        for number in laid.pages_of(table)[1:]:
            going_on += 1
            first, *_ = (
                text.text for text in shapes_of(laid.booklet.pages[number], None) if isinstance(text, Text)
            )
            assert first == name
    assert going_on > 10


def test_a_heading_stands_on_one_page_with_what_it_heads(laid: Laid) -> None:
    for section in laid.sections:
        (heading,) = (index for index, _ in laid.elements(Role.HEADING_2, section))
        table = laid.elements(Role.TABLE, section)[0][0]
        assert laid.pages_of(heading)[0] == laid.pages_of(table)[0]


def test_cells_have_headers_that_say_what_they_head(laid: Laid) -> None:
    for table, _ in laid.elements(Role.TABLE):
        for number, row in enumerate(laid.children(table)):
            cells = [laid.booklet.elements[cell] for cell in laid.children(row)]
            headers = [cell.scope for cell in cells if cell.role is Role.HEADER_CELL]
            has_head = number == 0 and Scope.COLUMN in headers
            assert headers == ([Scope.COLUMN] * len(cells) if has_head else [Scope.ROW] if headers else [])
            assert headers or len(cells) == 1, "only a row below a name that spans several has no header"


def test_every_page_says_for_whom_it_is_and_for_whom_not(laid: Laid) -> None:
    pages = laid.booklet.pages
    for number, page in enumerate(pages, start=1):
        apart = [text.text for text in shapes_of(page, None) if isinstance(text, Text)]
        for text in (
            "Ann Example",
            "31 March 2026",
            "For the clinician’s record – not for the client",
            f"Page {number} of {len(pages)}",
        ):
            assert text in apart


def test_a_long_name_does_not_run_into_the_date(library: Library) -> None:
    details = replace(DETAILS, client="Anna-Maria von der Heide " * 6)
    laid = laid_out(library, routine_of(NO_CONDITION, library), details)
    for page in laid.booklet.pages:
        assert not any(overlapping(one, other) for (_, one), (_, other) in combinations(things_on(page), 2))
        assert any(text.text.endswith("…") for text in texts_on(page))
    assert facts(laid, "plan")["Made for"] == details.client.strip()


@settings(max_examples=25, deadline=None)
@given(
    ids=st.lists(st.sampled_from(CONDITIONS), unique=True, max_size=6),
    goals=st.permutations(list(Goal)),
    is_progressive=st.booleans(),
    paper=st.sampled_from(Paper),
)
def test_whatever_a_client_has_no_decision_is_missing(
    library: Library, ids: list[str], goals: list[Goal], paper: Paper, *, is_progressive: bool
) -> None:
    plan = Plan(
        tuple(goals),
        minutes=None,
        max_exercises=None,
        conditions=tuple(Condition(each) for each in sorted(ids)),
        cleared_by="Dr Eve Stone",
        is_progressive=is_progressive,
    )
    try:
        routine = choose(library.exercises, plan, library.precautions)
    except NothingLeftError:
        reject()
    laid = laid_out(library, routine, paper=paper)
    told = " ".join(laid.texts(0))
    for exercise in library.exercises:
        assert f"{library.words.exercises[exercise.id].name} (no. {exercise.number})" in told
    assert [len(rows) for rows in tables(laid, "chosen")] == [_length(chosen) for chosen in routine.chosen]
    if routine.left_out:
        reasons = sum(len(left_out.reasons) for left_out in routine.left_out)
        assert len(tables(laid, "left-out")[0]) - 1 == reasons
    for page in laid.booklet.pages:
        assert all(text_box(text).right <= laid.booklet.width - 42 + 0.01 for text in texts_on(page))


@pytest.fixture(scope="module", params=[*PLANS, "everything"])
def file(request: pytest.FixtureRequest, library: Library, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sheet") / "sheet.pdf"
    path.write_bytes(drawn(request.param, library))
    return path


def drawn(name: str, library: Library) -> bytes:
    routine = everything(library) if name == "everything" else routine_of(name, library)
    paper = Paper.LETTER if name == CLEARED else Paper.A4
    order = ResolvedRequest(routine.plan, DETAILS, Printing(paper, ink_saver=name == ALL))
    return draw_clinician_sheet(Prescription(library, order, routine))


def test_it_conforms_to_pdf_ua(file: Path, tmp_path: Path) -> None:
    assert failed_rules(file.read_bytes(), tmp_path) == []


def test_the_file_is_sound(file: Path, tmp_path: Path) -> None:
    assert damage(file.read_bytes(), tmp_path) == []


def test_the_file_says_what_it_is(file: Path) -> None:
    with pikepdf.open(file) as pdf:
        assert str(pdf.docinfo["/Title"]) == "Clinician’s sheet – Ann Example"
        assert str(pdf.docinfo["/Author"]) == "Dr Bo Larsson"
        assert str(pdf.Root.Lang) == "en"


def test_the_same_routine_gives_the_same_bytes(library: Library) -> None:
    assert drawn(OVERRIDE, library) == drawn(OVERRIDE, library)
    with pikepdf.open(io.BytesIO(drawn(OVERRIDE, library))) as pdf:
        assert len(pdf.pages) > 1
