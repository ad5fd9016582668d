"""Before you start: signs to stop for, the client's own cautions, the pain rule, what normal feels like."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.booklet.blocks.containers import Block, Columns, Panel, Stack, panel
from generator.booklet.blocks.flow import Flow
from generator.booklet.blocks.lines import fill_with_lines
from generator.booklet.blocks.table import Cell, Row, Table
from generator.booklet.blocks.text import Items, Paragraph, heading
from generator.booklet.blocks.warnings import WarningBox
from generator.booklet.model import Colour, Role, Scope
from generator.booklet.surface import Surface
from generator.booklet.wording import Wording, pain_bands

if TYPE_CHECKING:
    from generator.booklet.content import Content
    from generator.booklet.style import Look, TextStyle


_PAIN_COLUMN = 90.0
_SIGN = 30.0
_OUTLINE = 4 / 3  # of what other warnings have


def _emergency(look: Look, wording: Wording) -> WarningBox:
    """The emergency signs, in a heavier frame than all other warnings."""
    label = wording.label
    signs = wording.labels("safety.emergency-signs")
    half = -(-len(signs) // 2)
    columns = tuple(Items(part, look.body, gap=1) for part in (signs[:half], signs[half:]))
    content = Stack(
        (
            heading(label("safety.emergency"), look.emergency),
            Paragraph(label("safety.emergency-lead"), look.body),
            Columns(columns, (1, 1), look.gap_large),
        ),
        gap=2,
    )
    padding = (look.padding, look.padding)
    outline = look.outline * _OUTLINE
    return WarningBox(content.label, content, _SIGN, look.padding, padding, look.panel_radius, outline)


def lay_out_safety(surface: Surface, content: Content) -> None:
    """Always on a page of its own, so that it can be found again; what does not fit goes on to the next."""

    def pages(style: TextStyle) -> int:
        trial = Surface(surface.setup)
        _lay_out(trial, content, style)
        return trial.page_count

    look = surface.look
    style = next((style for style in (look.body, look.body_tight) if pages(style) == 1), look.body)
    _lay_out(surface, content, style)


def _lay_out(surface: Surface, content: Content, style: TextStyle) -> None:
    """The whole; `style` is that of the text below the client's own cautions."""
    look, label = surface.look, content.wording.label
    flow = Flow(surface, surface.element(Role.SECTION))
    pages = surface.page_count
    flow.put(heading(label("safety.title"), look.heading, Role.HEADING_2))
    flow.put(_emergency(look, content.wording))
    flow.skip(look.gap_small)
    if content.routine.plan.conditions:
        _for_you(flow, content)
        flow.skip(look.gap_small)
    flow.put(
        heading(label("safety.doctor"), look.subheading),
        Paragraph(label("safety.doctor-lead"), style),
        Items(content.wording.labels("safety.doctor-signs"), style, gap=1),
        gap=look.gap_small,
    )
    flow.skip(look.gap_small)
    signs = content.wording.labels("safety.normal-signs")
    title = heading(label("safety.normal"), look.subheading)
    _pain_rule(flow, content, style, Stack((title, Items(signs, style, gap=1)), look.gap_small))
    if surface.page_count > pages:
        flow.skip(look.gap)
        fill_with_lines(flow, label("safety.questions"))


def _for_you(flow: Flow, content: Content) -> None:
    """A sentence for each condition, and who has agreed; as many as fit, and the rest on the next page."""
    plan, wording, look = content.routine.plan, content.wording, flow.surface.look
    conditions = wording.words.conditions
    texts = list(dict.fromkeys(conditions[condition.id].client for condition in plan.conditions))
    if plan.cleared_by:
        texts.append(wording.label("safety.cleared", name=plan.cleared_by))
    title: tuple[Block, ...] = (heading(wording.label("safety.for-you"), look.subheading),)

    def first(count: int) -> Panel:
        return panel(Stack((*title, Items(tuple(texts[:count]), look.body, gap=2)), gap=1), look)

    measure, width = flow.surface.measure, flow.surface.page_style.room_width
    while texts:
        several = range(len(texts), 1, -1)
        count = next((count for count in several if first(count).height(measure, width) <= flow.left_over), 1)
        flow.put(first(count))
        texts, title = texts[count:], ()
        if texts:
            flow.turn()


def _pain_rule(flow: Flow, content: Content, style: TextStyle, below: Block) -> None:
    """The rule as a table, on one page with what stands below it, and with its heading."""
    wording, look = content.wording, flow.surface.look
    label = wording.label
    rows = [
        Row((Cell(numbers, look.body.bold, Scope.ROW), Cell(action, style)), joined=True)
        for numbers, action in pain_bands(content.details, wording)
    ]
    head = Row(
        (
            Cell(label("safety.pain-number"), look.small.bold, Scope.COLUMN),
            Cell(label("safety.pain-action"), look.small.bold, Scope.COLUMN),
        ),
        fill=Colour.TINT,
    )
    room = flow.surface.page_style.room_width
    table = Table((_PAIN_COLUMN, room - _PAIN_COLUMN), tuple(rows), look, head)
    title, lead = heading(label("safety.pain"), look.subheading), Paragraph(label("safety.pain-lead"), style)
    measure = flow.surface.measure
    rule = look.subheading.leading + lead.height(measure, room) + table.height(measure) + 2 * look.gap
    if rule + look.gap + below.height(measure, room) > flow.left_over:
        flow.turn()
    flow.put(title, lead, gap=look.gap_small)
    table.pour(flow)
    flow.skip(look.gap)
    flow.put(below)
