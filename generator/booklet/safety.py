"""Before you start: signs to stop for, the client's own cautions, the pain rule, what normal feels like."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.booklet import style as s
from generator.booklet.blocks import Columns, Items, Panel, Paragraph, Stack, warning_sign
from generator.booklet.cover import heading
from generator.booklet.flow import Flow
from generator.booklet.model import Box, Colour, Rectangle, Role, Scope
from generator.booklet.notes import fill_with_lines
from generator.booklet.sheet import Sheet
from generator.booklet.table import Cell, Row, Table
from generator.booklet.wording import pain_bands

if TYPE_CHECKING:
    from generator.booklet.blocks import Block
    from generator.booklet.details import Details
    from generator.booklet.sheet import LookMeasure
    from generator.booklet.style import TextStyle
    from generator.booklet.wording import Wording
    from generator.routine.model import Plan

_PAIN_COLUMN = 90.0
_SIGN = 30.0


class _Emergency:
    """The emergency signs, in a heavy frame."""

    def __init__(self, wording: Wording) -> None:
        signs = wording.labels("safety.emergency-signs")
        half = -(-len(signs) // 2)
        self._content = Stack(
            (
                Paragraph(
                    wording.label("safety.emergency"),
                    s.EMERGENCY,
                    Role.HEADING_3,
                    bookmark=wording.label("safety.emergency"),
                ),
                Paragraph(wording.label("safety.emergency-lead")),
                Columns((Items(signs[:half], gap=1), Items(signs[half:], gap=1)), (1, 1)),
            ),
            gap=2,
        )
        self.label = self._content.label

    _indent = _SIGN + 2 * s.PADDING

    def height(self, measure: LookMeasure, width: float) -> float:
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


def lay_out_safety(sheet: Sheet, plan: Plan, details: Details, wording: Wording) -> None:
    """Always on a page of its own, so that it can be found again; what does not fit goes on to the next."""

    def pages(look: TextStyle) -> int:
        trial = Sheet(sheet.style, sheet.measure, sheet.pictures, sheet.look)
        _lay_out(trial, plan, details, wording, look)
        return trial.page_count

    look = next((look for look in (s.BODY, s.BODY_TIGHT) if pages(look) == 1), s.BODY)
    _lay_out(sheet, plan, details, wording, look)


def _lay_out(sheet: Sheet, plan: Plan, details: Details, wording: Wording, look: TextStyle) -> None:
    """The whole; `look` is that of the text below the client's own cautions."""
    label = wording.label
    flow = Flow(sheet, sheet.element(Role.SECTION))
    pages = sheet.page_count
    title = label("safety.title")
    flow.put(Paragraph(title, s.HEADING, Role.HEADING_2, bookmark=title))
    flow.put(_Emergency(wording))
    flow.skip(s.GAP_SMALL)
    if plan.conditions:
        _for_you(flow, plan, wording)
        flow.skip(s.GAP_SMALL)
    flow.put(
        heading(label("safety.doctor")),
        Paragraph(label("safety.doctor-lead"), look),
        Items(wording.labels("safety.doctor-signs"), style=look, gap=1),
        gap=s.GAP_SMALL,
    )
    flow.skip(s.GAP_SMALL)
    signs = Items(wording.labels("safety.normal-signs"), style=look, gap=1)
    normal = Stack((heading(label("safety.normal")), signs))
    _pain_rule(flow, details, wording, look, normal)
    if sheet.page_count > pages:
        flow.skip(s.GAP)
        fill_with_lines(flow, label("safety.questions"))


def _for_you(flow: Flow, plan: Plan, wording: Wording) -> None:
    """A sentence for each condition, and who has agreed; as many as fit, and the rest on the next page."""
    conditions = wording.words.conditions
    texts = list(dict.fromkeys(conditions[condition.id].client for condition in plan.conditions))
    if plan.cleared_by:
        texts.append(wording.label("safety.cleared", name=plan.cleared_by))
    title: tuple[Block, ...] = (heading(wording.label("safety.for-you")),)

    def panel(count: int) -> Panel:
        return Panel(Stack((*title, Items(tuple(texts[:count]), gap=2)), gap=1))

    measure, width = flow.sheet.measure, flow.sheet.style.room_width
    while texts:
        several = range(len(texts), 1, -1)
        count = next((count for count in several if panel(count).height(measure, width) <= flow.left_over), 1)
        flow.put(panel(count))
        texts, title = texts[count:], ()
        if texts:
            flow.turn()


def _pain_rule(flow: Flow, details: Details, wording: Wording, look: TextStyle, below: Block) -> None:
    """The rule as a table, on one page with what stands below it, and with its heading."""
    label = wording.label
    rows = [
        Row((Cell(numbers, s.BODY_BOLD, Scope.ROW), Cell(action, look)), joined=True)
        for numbers, action in pain_bands(details, wording)
    ]
    head = Row(
        (
            Cell(label("safety.pain-number"), s.SMALL_BOLD, Scope.COLUMN),
            Cell(label("safety.pain-action"), s.SMALL_BOLD, Scope.COLUMN),
        ),
        fill=Colour.TINT,
    )
    room = flow.sheet.style.room_width
    table = Table((_PAIN_COLUMN, room - _PAIN_COLUMN), tuple(rows), head)
    title, lead = heading(label("safety.pain")), Paragraph(label("safety.pain-lead"), look)
    measure = flow.sheet.measure
    rule = flow.sheet.look.subheading.leading + lead.height(measure, room) + table.height(measure) + 2 * s.GAP
    if rule + s.GAP + below.height(measure, room) > flow.left_over:
        flow.turn()
    flow.put(title, lead, gap=s.GAP_SMALL)
    table.pour(flow)
    flow.skip(s.GAP)
    flow.put(below)
