"""The clinician's sheet: what was chosen, left out, changed and overridden, and why. No client reads it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.booklet.blocks.containers import Block, Stack
from generator.booklet.blocks.flow import Flow
from generator.booklet.blocks.lines import Rule
from generator.booklet.blocks.table import Cell, Row, Table
from generator.booklet.blocks.text import Paragraph, Typed, heading
from generator.booklet.model import Booklet, Colour, Polyline, Role, Scope, Text, TextMeasure
from generator.booklet.page_setup import NoPictures, PageSetup
from generator.booklet.record.facts import Fact, Record
from generator.booklet.style import PAGES, WHOLE_PAGE, TextStyle
from generator.booklet.surface import Surface
from generator.routine.plan import Level

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.booklet.choices import Paper
    from generator.booklet.details import Details
    from generator.library.model import Library
    from generator.routine.model import Routine

# Columns of this text do not fit on half a surface, and a record is filed with whole ones.

_LOOK = WHOLE_PAGE
_TITLE = TextStyle(24, 29, _LOOK.title.face, _LOOK.title.colour)
_MARGIN_TOP = 54.0  # the running head stands inside it
_HEAD_BASELINE = 34.0  # below the upper edge
_MARGIN_SIDE = 42.0
_PADDING = 2.5
_FACT_SHARES = (0.26, 0.74)  # of the width
_DOSE_SHARES = (0.31, 0.23, 0.23, 0.23)
_DEMAND_SHARES = (0.31, 0.69)
_SOURCE_SHARES = (0.07, 0.48, 0.19, 0.26)
_REASONS_TOGETHER = 4  # reasons beside one name; more than that begin with the name again

_NO_PLACE = "–"


def lay_out_clinician_sheet(
    routine: Routine, details: Details, library: Library, paper: Paper, measure: TextMeasure
) -> Booklet:
    """Lay out the clinician's record of a routine, in portrait; for half a sheet's paper on the whole sheet.

    Raises:
        DoesNotFitError: a text is higher than a whole page.
    """
    record = Record(routine, details, library)
    page_style = replace(PAGES[paper.sheet], margin_top=_MARGIN_TOP, margin_side=_MARGIN_SIDE)
    surface = Surface(PageSetup(page_style, measure, NoPictures(), _LOOK))
    _Layout(surface, record).put_all()
    _running_lines(surface, record)
    title = record.label("sheet.title")
    return surface.booklet(
        title=f"{title} – {details.client}" if details.client else title,
        language=library.words.language,
        author=details.clinician or details.clinic,
        subject=record.label("sheet.subject"),
    )


class _Layout:
    """The parts of the sheet, one below the other."""

    def __init__(self, surface: Surface, record: Record) -> None:
        self._record = record
        self._label = record.label
        self._width = surface.page_style.room_width
        self._flow = Flow(surface)

    def put_all(self) -> None:
        record, label = self._record, self._label
        title = heading(label("sheet.title"), _TITLE, Role.HEADING_1)
        rule = Rule(Colour.ACCENT, _LOOK.rule, above=1, below=1)
        self._flow.put(Stack((title, rule), _LOOK.gap_small))
        self._part("plan", self._facts(record.plan()))
        if record.knowledge():
            knowledge = self._facts(record.knowledge(), ("condition-head", "know-head"))
            self._part("knowledge", knowledge)
        self._part("attention", self._facts(record.attention()))
        self._chosen()
        self._left_out()
        self._doses()
        self._demands()
        self._sources()
        self._closing()

    def _part(self, name: str, *tables: Table) -> None:
        """A heading and its tables; the heading stands on one page with the first rows."""
        title = self._label(f"sheet.{name}")
        first, *others = tables
        self._begin(title, first)
        first.pour(self._flow)
        for table in others:
            self._flow.skip(_LOOK.gap_small)
            table.pour(self._flow)
        self._flow.skip(_LOOK.gap_large)

    def _begin(self, title: str, table: Table) -> None:
        flow = self._flow
        measure = flow.surface.measure
        head = heading(title, _LOOK.subheading, Role.HEADING_2)
        # The rows that stay together at the top of the table.
        count = next((n for n, row in enumerate(table.rows) if n and not row.joined), len(table.rows))
        rows = (*((table.head,) if table.head else ()), *table.rows[:count])
        needed = head.height(measure, self._width) + _LOOK.gap_small
        if needed + sum(table.row_height(measure, row) for row in rows) > flow.left_over:
            flow.turn()
        flow.parent = flow.surface.element(Role.SECTION)
        flow.put(head, gap=_LOOK.gap_small)

    def _chosen(self) -> None:
        """A table for each exercise, with its name as the head, so that it stands on every page it is on."""
        record = self._record
        tables = []
        for place, chosen in enumerate(record.routine.chosen, start=1):
            name = Cell(record.heading(place, chosen), _LOOK.small.bold, Scope.COLUMN, span=2)
            head = Row((name,), fill=Colour.TINT)
            tables.append(replace(self._facts(record.chosen(chosen)), head=head))
        self._part("chosen", *tables)

    def _left_out(self) -> None:
        record, label = self._record, self._label
        rows: list[Row] = []
        for left_out in record.routine.left_out:
            reasons = record.left_out(left_out)
            for start in range(0, len(reasons), _REASONS_TOGETHER):
                together = reasons[start : start + _REASONS_TOGETHER]
                name = Cell(record.name(left_out.exercise), _LOOK.small.bold, Scope.ROW, rows=len(together))
                rows += (
                    Row((Cell(covered=True) if index else name, Cell(text)), joined=index > 0)
                    for index, text in enumerate(together)
                )
        if rows:
            self._part("left-out", self._table(_FACT_SHARES, rows, ("exercise-head", "reason-head")))
        else:
            self._part("left-out", self._facts([Fact(label("sheet.left-out"), label("sheet.none"))]))

    def _doses(self) -> None:
        record, label = self._record, self._label
        rows = []
        for place, chosen in enumerate(record.routine.chosen, start=1):
            # The standard dose is its source's, so the number of that stands here.
            source = record.reference(chosen.exercise.source_of("dose"))
            name = f"{record.name_in_order(place, chosen)} {source}"
            cells = [Cell(name, None, Scope.ROW)]
            for dose, when in record.doses(chosen).values():
                if when:
                    cells.append(Cell(label("sheet.dose-when", dose=dose, when=when), _LOOK.small.bold))
                else:
                    cells.append(Cell(dose))
            rows.append(Row(tuple(cells)))
        levels = tuple(f"{level}-head" for level in Level)
        doses = self._table(_DOSE_SHARES, rows, ("exercise-head", *levels))
        self._part("doses", doses, self._facts(record.levels(), ("levels", "levels-means")))

    def _demands(self) -> None:
        record = self._record
        rows = [
            Row((Cell(record.name_in_order(place, chosen), None, Scope.ROW), Cell(record.demands(chosen))))
            for place, chosen in enumerate(record.routine.chosen, start=1)
        ]
        self._part("demands", self._table(_DEMAND_SHARES, rows, ("exercise-head", "demands-head")))

    def _sources(self) -> None:
        record = self._record
        rows = [
            Row(
                (
                    Cell(record.reference(source.id)),
                    Cell(source.title, None, Scope.ROW),
                    Cell(source.kind),
                    Cell(source.where or _NO_PLACE),
                )
            )
            for source in record.sources
        ]
        heads = ("number-head", "source-head", "kind-head", "where-head")
        tables = [self._table(_SOURCE_SHARES, rows, heads)]
        if record.bases():
            tables.append(self._facts(record.bases(), ("basis-head", "means-head")))
        self._part("sources", *tables)

    def _closing(self) -> None:
        label, details = self._label, self._record.details
        blocks: list[Block] = [
            Rule(Colour.INK, _LOOK.rule),
            Paragraph(label("sheet.decides"), _LOOK.small.bold),
            Paragraph(label("sheet.made-by", version=details.version), _LOOK.small),
        ]
        if details.command:
            blocks.append(Typed(f"{label('back.again')} {details.command}", _LOOK.small))
        self._flow.put(*blocks, gap=_LOOK.gap_small)

    def _facts(self, facts: Iterable[Fact], heads: Sequence[str] = ()) -> Table:
        """Names and what there is to say about them."""
        rows = [
            Row((Cell(fact.name, _LOOK.small.bold, Scope.ROW), Cell(fact.text, note=fact.note)))
            for fact in facts
        ]
        return self._table(_FACT_SHARES, rows, heads)

    def _table(self, shares: Sequence[float], rows: Sequence[Row], heads: Sequence[str]) -> Table:
        """A table over the whole width; `heads` are the keys of its column headers."""
        cells = tuple(Cell(self._label(f"sheet.{key}"), _LOOK.small.bold, Scope.COLUMN) for key in heads)
        return Table(
            tuple(self._width * share for share in shares),
            tuple(rows),
            _LOOK,
            Row(cells, fill=Colour.TINT) if heads else None,
            padding=_PADDING,
        )


def _running_lines(surface: Surface, record: Record) -> None:
    """For whom and when above every page; whose record it is and the page number below; as artifacts."""
    page_style, style, wording = surface.page_style, _LOOK.small.quiet, record.wording
    left, right = page_style.margin_side, page_style.width - page_style.margin_side
    top, bottom = _HEAD_BASELINE, page_style.height - page_style.footer_baseline
    date = wording.day(record.details.date)
    client = record.details.client
    room = page_style.room_width - surface.measure.width(date, style.face, style.size) - _LOOK.gap_large
    first, *more = surface.measure.wrap(client, style.face, style.size, room - _LOOK.gap)
    pages = surface.page_count
    for page in range(pages):
        number = wording.label("footer.page", page=page + 1, pages=pages)
        lines = (
            (top, f"{first}…" if more else first, date),
            (bottom, wording.label("sheet.footer"), number),
        )
        for baseline, at_left, at_right in lines:
            offset = surface.measure.width(at_right, style.face, style.size)
            rule = baseline + 5 if baseline == top else baseline - style.leading
            surface.mark(
                None,
                Polyline(((left, rule), (right, rule)), Colour.LINE, _LOOK.hairline),
                *([Text(left, baseline, at_left, style.face, style.size, style.colour)] if at_left else []),
                Text(right - offset, baseline, at_right, style.face, style.size, style.colour),
                page=page,
            )
