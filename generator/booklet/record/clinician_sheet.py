"""The clinician's sheet: what was chosen, left out, changed and overridden, and why. No client reads it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.booklet import style as s
from generator.booklet.blocks.flow import Flow
from generator.booklet.blocks.table import Cell, Row, Table
from generator.booklet.blocks.text import Paragraph, Rule, Stack, Typed
from generator.booklet.model import Booklet, Colour, Polyline, Role, Scope, Text
from generator.booklet.record.facts import Fact, Record
from generator.booklet.surface import Sheet
from generator.routine.model import Level

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.booklet.blocks.text import Block
    from generator.booklet.details import Details
    from generator.booklet.model import TextMeasure
    from generator.booklet.style import Paper
    from generator.library.model import Library
    from generator.routine.model import Routine

# Columns of this text do not fit on half a sheet, and a record is filed with whole ones.

_TITLE = s.TextStyle(24, 29, s.TITLE.face, s.TITLE.colour)
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
    style = replace(s.PAGES[paper.sheet], margin_top=_MARGIN_TOP, margin_side=_MARGIN_SIDE)
    sheet = Sheet(style, measure, _NoPictures())
    _Layout(sheet, record).put_all()
    _running_lines(sheet, record)
    pages, elements = sheet.finish()
    title = record.label("sheet.title")
    return Booklet(
        title=f"{title} – {details.client}" if details.client else title,
        author=details.clinician or details.clinic,
        subject=record.label("sheet.subject"),
        language=library.words.language,
        width=style.width,
        height=style.height,
        pages=pages,
        elements=elements,
    )


class _NoPictures:
    """A record has none."""

    def proportion(self, name: str) -> float | None:  # noqa: ARG002
        return None


class _Layout:
    """The parts of the sheet, one below the other."""

    def __init__(self, sheet: Sheet, record: Record) -> None:
        self._record = record
        self._label = record.label
        self._width = sheet.style.room_width
        self._flow = Flow(sheet)

    def put_all(self) -> None:
        record, label = self._record, self._label
        title = label("sheet.title")
        self._flow.put(
            Stack(
                (
                    Paragraph(title, _TITLE, Role.HEADING_1, bookmark=title),
                    Rule(Colour.ACCENT, s.RULE, above=1, below=1),
                )
            )
        )
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
            self._flow.skip(s.GAP_SMALL)
            table.pour(self._flow)
        self._flow.skip(s.GAP_LARGE)

    def _begin(self, title: str, table: Table) -> None:
        flow = self._flow
        measure = flow.sheet.measure
        heading = Paragraph(title, s.SUBHEADING, Role.HEADING_2, bookmark=title)
        # The rows that stay together at the top of the table.
        count = next((n for n, row in enumerate(table.rows) if n and not row.joined), len(table.rows))
        rows = (*((table.head,) if table.head else ()), *table.rows[:count])
        needed = heading.height(measure, self._width) + s.GAP_SMALL
        if needed + sum(table.row_height(measure, row) for row in rows) > flow.left_over:
            flow.turn()
        flow.parent = flow.sheet.element(Role.SECTION)
        flow.put(heading, gap=s.GAP_SMALL)

    def _chosen(self) -> None:
        """A table for each exercise, with its name as the head, so that it stands on every page it is on."""
        record = self._record
        tables = []
        for place, chosen in enumerate(record.routine.chosen, start=1):
            name = Cell(record.heading(place, chosen), s.SMALL_BOLD, Scope.COLUMN, span=2)
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
                name = Cell(record.name(left_out.exercise), s.SMALL_BOLD, Scope.ROW, rows=len(together))
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
            name = f"{record.name_in_order(place, chosen)} {record.reference(chosen.exercise.source)}"
            cells = [Cell(name, s.SMALL, Scope.ROW)]
            for dose, when in record.doses(chosen).values():
                if when:
                    cells.append(Cell(label("sheet.dose-when", dose=dose, when=when), s.SMALL_BOLD))
                else:
                    cells.append(Cell(dose))
            rows.append(Row(tuple(cells)))
        levels = tuple(f"{level}-head" for level in Level)
        doses = self._table(_DOSE_SHARES, rows, ("exercise-head", *levels))
        self._part("doses", doses, self._facts(record.levels(), ("levels", "levels-means")))

    def _demands(self) -> None:
        record = self._record
        rows = [
            Row((Cell(record.name_in_order(place, chosen), s.SMALL, Scope.ROW), Cell(record.demands(chosen))))
            for place, chosen in enumerate(record.routine.chosen, start=1)
        ]
        self._part("demands", self._table(_DEMAND_SHARES, rows, ("exercise-head", "demands-head")))

    def _sources(self) -> None:
        record = self._record
        rows = [
            Row(
                (
                    Cell(record.reference(source.id)),
                    Cell(source.title, s.SMALL, Scope.ROW),
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
            Rule(Colour.INK, s.RULE),
            Paragraph(label("sheet.decides"), s.SMALL_BOLD),
            Paragraph(label("sheet.made-by", version=details.version), s.SMALL),
        ]
        if details.command:
            blocks.append(Typed(f"{label('back.again')} {details.command}"))
        self._flow.put(*blocks, gap=s.GAP_SMALL)

    def _facts(self, facts: Iterable[Fact], heads: Sequence[str] = ()) -> Table:
        """Names and what there is to say of them."""
        rows = [
            Row((Cell(fact.name, s.SMALL_BOLD, Scope.ROW), Cell(fact.text, note=fact.note))) for fact in facts
        ]
        return self._table(_FACT_SHARES, rows, heads)

    def _table(self, shares: Sequence[float], rows: Sequence[Row], heads: Sequence[str]) -> Table:
        """A table over the whole width; `heads` are the keys of its column headers."""
        cells = tuple(Cell(self._label(f"sheet.{key}"), s.SMALL_BOLD, Scope.COLUMN) for key in heads)
        return Table(
            tuple(self._width * share for share in shares),
            tuple(rows),
            Row(cells, fill=Colour.TINT) if heads else None,
            padding=_PADDING,
        )


def _running_lines(sheet: Sheet, record: Record) -> None:
    """For whom and when above every page; whose record it is and the page number below; as artifacts."""
    style, look, wording = sheet.style, s.SMALL_QUIET, record.wording
    left, right = style.margin_side, style.width - style.margin_side
    top, bottom = _HEAD_BASELINE, style.height - style.footer_baseline
    date = wording.day(record.details.date)
    client = record.details.client
    room = style.room_width - sheet.measure.width(date, look.face, look.size) - s.GAP_LARGE
    first, *more = sheet.measure.wrap(client, look.face, look.size, room - s.GAP)
    pages = sheet.page_count
    for page in range(pages):
        number = wording.label("footer.page", page=page + 1, pages=pages)
        lines = (
            (top, f"{first}…" if more else first, date),
            (bottom, wording.label("sheet.footer"), number),
        )
        for baseline, at_left, at_right in lines:
            offset = sheet.measure.width(at_right, look.face, look.size)
            rule = baseline + 5 if baseline == top else baseline - look.leading
            sheet.mark(
                None,
                Polyline(((left, rule), (right, rule)), Colour.LINE, s.HAIRLINE),
                *([Text(left, baseline, at_left, look.face, look.size, look.colour)] if at_left else []),
                Text(right - offset, baseline, at_right, look.face, look.size, look.colour),
                page=page,
            )
