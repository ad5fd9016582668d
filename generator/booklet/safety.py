"""Before you start: signs to stop for, the pain rule, what normal feels like."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.booklet import style as s
from generator.booklet.blocks import Columns, Items, Paragraph, Stack, warning_sign
from generator.booklet.cover import heading
from generator.booklet.flow import Flow
from generator.booklet.model import Box, Colour, Rectangle, Role, Scope
from generator.booklet.table import Cell, Row, Table

if TYPE_CHECKING:
    from generator.booklet.model import TextMeasure
    from generator.booklet.sheet import Sheet
    from generator.booklet.wording import Wording

_PAIN_COLUMN = 90.0
_SIGN = 30.0


class _Emergency:
    """The emergency signs, in a heavy frame."""

    def __init__(self, wording: Wording) -> None:
        self._content = Stack(
            (
                Paragraph(
                    wording.label("safety.emergency"),
                    s.TextStyle(17, 22, s.BODY_BOLD.face),
                    Role.HEADING_3,
                    bookmark=wording.label("safety.emergency"),
                ),
                Paragraph(wording.label("safety.emergency-lead")),
                Columns(
                    tuple(
                        Items(tuple(wording.label(f"safety.emergency-{number}") for number in pair), gap=1)
                        for pair in ((1, 2), (3, 4))
                    ),
                    (1, 1),
                ),
            ),
            gap=2,
        )
        self.label = self._content.label

    _indent = _SIGN + 2 * s.PADDING

    def height(self, measure: TextMeasure, width: float) -> float:
        return self._content.height(measure, width - self._indent - s.PADDING) + 2 * s.PADDING

    def place(self, sheet: Sheet, parent: int, left: float, top: float, width: float) -> None:
        frame = Box(left, top, width, self.height(sheet.measure, width))
        sheet.mark(
            None,
            Rectangle(frame, Colour.PAPER, Colour.INK, 2.4, radius=s.PANEL_RADIUS),
            *warning_sign(Box(left + s.PADDING, top + s.PADDING, _SIGN, _SIGN)),
        )
        inner = width - self._indent - s.PADDING
        self._content.place(sheet, parent, left + self._indent, top + s.PADDING, inner)


def lay_out_safety(sheet: Sheet, wording: Wording) -> None:
    """Always on a page of its own, so that it can be found again."""
    label = wording.label
    flow = Flow(sheet, sheet.element(Role.SECTION))
    title = label("safety.title")
    flow.put(Paragraph(title, s.HEADING, Role.HEADING_2, bookmark=title))
    flow.put(_Emergency(wording))
    flow.skip(s.GAP_SMALL)
    doctor = tuple(label(f"safety.doctor-{number}") for number in range(1, 9))
    flow.put(
        heading(label("safety.doctor")),
        Paragraph(label("safety.doctor-lead")),
        Items(doctor, gap=1),
        gap=s.GAP_SMALL,
    )
    flow.skip(s.GAP_SMALL)
    _pain_rule(flow, wording)
    flow.skip(s.GAP)
    normal = tuple(label(f"safety.normal-{number}") for number in range(1, 4))
    flow.put(heading(label("safety.normal")), Items(normal, gap=1), gap=s.GAP_SMALL)


def _pain_rule(flow: Flow, wording: Wording) -> None:
    label = wording.label
    rows = tuple(
        Row(
            (
                Cell(label(f"safety.pain-{band}"), s.BODY_BOLD, Scope.ROW),
                Cell(label(f"safety.pain-{band}-action"), s.BODY),
            ),
            joined=True,
        )
        for band in ("low", "middle", "high")
    )
    head = Row(
        (
            Cell(label("safety.pain-number"), s.SMALL_BOLD, Scope.COLUMN),
            Cell(label("safety.pain-action"), s.SMALL_BOLD, Scope.COLUMN),
        ),
        fill=Colour.TINT,
    )
    room = flow.sheet.style.room_width
    table = Table((_PAIN_COLUMN, room - _PAIN_COLUMN), rows, head)
    title, lead = heading(label("safety.pain")), Paragraph(label("safety.pain-lead"))
    measure = flow.sheet.measure
    whole = title.style.leading + lead.height(measure, room) + table.height(measure) + 2 * s.GAP
    if whole > flow.left_over:
        flow.turn()
    flow.put(title, lead, gap=s.GAP_SMALL)
    table.pour(flow)
