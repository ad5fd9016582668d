"""The structure tree, read back from the file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pikepdf

from generator.booklet.model import Element, Mark, Role
from generator.pdf.document import draw_booklet
from tests.pdf.samples import DATE, booklet, drawn, every_kind, line, opened

if TYPE_CHECKING:
    from pathlib import Path


def tree(pdf: pikepdf.Pdf) -> Any:  # noqa: ANN401  # nested as the document is
    """Roles and marks, nested: a mark is its page and number."""
    pages = [page.objgen for page in pdf.pages]

    def outline(node: Any) -> Any:  # noqa: ANN401
        kids = []
        for kid in node.get("/K", []):
            if isinstance(kid, int):
                kids.append((pages.index(node.Pg.objgen), kid))
            elif kid.get("/Type") == "/MCR":
                kids.append((pages.index(kid.Pg.objgen), int(kid.MCID)))
            else:
                assert kid.P.objgen == node.objgen, "a kid that does not know its parent"
                kids.append(outline(kid))
        return str(node.S)[1:], *kids

    return outline(pdf.Root.StructTreeRoot.K[0])


def nodes(pdf: pikepdf.Pdf, role: str) -> list[Any]:
    found = [thing for thing in pdf.objects if isinstance(thing, pikepdf.Dictionary)]
    return [thing for thing in found if thing.get("/Type") == "/StructElem" and f"/{role}" == thing.S]


def test_the_tree_has_the_order_of_the_elements_and_marks_of_several_pages(tmp_path: Path) -> None:
    value, store = every_kind(tmp_path)
    pdf = opened(draw_booklet(value, store, date=DATE))
    assert tree(pdf) == (
        "Document",
        (
            "Sect",
            ("H1", (0, 0)),
            ("P", (0, 1)),
            ("L", ("LI", ("Lbl", (0, 2)), ("LBody", (0, 3), (0, 6), (1, 0)))),
            ("Figure", (0, 4), ("Caption", (0, 5))),
            ("H2", (1, 1)),
            ("Table", ("TR", ("TH", (1, 2))), ("TR", ("TH", (1, 3)), ("TD",))),
            ("Note", (1, 4)),
            ("H3", (1, 5)),
        ),
    )


def test_marks_of_an_element_stand_between_its_elements_as_they_do_on_the_page() -> None:
    elements = [Element(Role.PARAGRAPH, 0), Element(Role.NOTE, 1), Element(Role.NOTE, 1)]
    order = [1, 2, 1, 3, 1]
    marks = [Mark(element, (line("x", 20 * place),)) for place, element in enumerate(order, start=1)]
    pdf = opened(drawn(booklet([marks], elements)))
    assert tree(pdf) == (
        "Document",
        ("P", (0, 0), ("Note", (0, 1)), (0, 2), ("Note", (0, 3)), (0, 4)),
    )


def test_every_mark_is_used_once_and_leads_back_to_its_element(tmp_path: Path) -> None:
    value, store = every_kind(tmp_path)
    pdf = opened(draw_booklet(value, store, date=DATE))
    numbers = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
    used: list[tuple[int, int]] = []

    def collect(node: Any) -> None:  # noqa: ANN401
        for kid in node[1:]:
            used.append(kid) if isinstance(kid[0], int) else collect(kid)

    collect(tree(pdf))
    on_pages = []
    for place, page in enumerate(pdf.pages):
        assert page.obj.StructParents == place
        assert numbers[2 * place] == place
        assert page.obj.Tabs == "/S"
        parents = numbers[2 * place + 1]
        marked = [
            (str(step.operands[0])[1:], int(step.operands[1].MCID))
            for step in pikepdf.parse_content_stream(page)
            if str(step.operator) == "BDC"
        ]
        assert [number for _, number in marked] == list(range(len(parents)))
        assert [role for role, _ in marked] == [str(parent.S)[1:] for parent in parents]
        on_pages += [(place, number) for _, number in marked]
    assert sorted(used) == on_pages


def test_all_that_is_painted_is_marked_or_an_artifact(tmp_path: Path) -> None:
    value, store = every_kind(tmp_path)
    pdf = opened(draw_booklet(value, store, date=DATE))
    for page in pdf.pages:
        depth = 0
        for step in pikepdf.parse_content_stream(page):
            operator = str(step.operator)
            depth += {"BDC": 1, "BMC": 1, "EMC": -1}.get(operator, 0)
            assert 0 <= depth <= 1
            if operator in {"Tj", "f", "S", "B", "Do"}:
                assert depth == 1
        assert depth == 0


def test_attributes_say_what_a_reader_needs(tmp_path: Path) -> None:
    value, store = every_kind(tmp_path)
    pdf = opened(draw_booklet(value, store, date=DATE))
    (figure,) = nodes(pdf, "Figure")
    assert str(figure.Alt) == "A woman leans back — über die Rolle"
    # Around both pictures, counted from below: 200 - 130 and 200 - 100.
    assert [float(side) for side in figure.A.BBox] == [20, 70, 150, 100]
    column, row = sorted(nodes(pdf, "TH"), key=lambda cell: str(cell.A.Scope))
    assert (str(column.A.O), str(column.A.Scope), column.A.ColSpan) == ("/Table", "/Column", 2)
    assert (str(row.A.Scope), "/ColSpan" in row.A) == ("/Row", False)
    assert str(nodes(pdf, "L")[0].A.ListNumbering) == "/Decimal"
    assert "/A" not in nodes(pdf, "TD")[0]
    assert str(nodes(pdf, "P")[0].Lang) == "de-DE"
    (note,) = nodes(pdf, "Note")
    name, named = pdf.Root.StructTreeRoot.IDTree.Names
    assert (bytes(note.ID), named.objgen) == (bytes(name), note.objgen)
