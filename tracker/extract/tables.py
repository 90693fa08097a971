"""Promises and results from tables (表中的目标与完成情况).

In: a report with its tables. Out: one statement for each row of a target or result column, named
by the row's indicator: ``城镇登记失业率 | 3%以内``. All measures of a cell belong to its one
statement (``增长26万左右，年末户籍人口800万左右``).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from tracker.extract.clauses import read_clause
from tracker.extract.digitless import read_relation, relation_measure
from tracker.extract.lexicon import ExtractLexicon
from tracker.extract.measuring import measure_of
from tracker.extract.quantities import read_quantities
from tracker.model.canonical import Passage
from tracker.model.commitment import Statement, StatementKind
from tracker.model.measure import Measure
from tracker.model.outline import Cell, Column, ColumnRole, Role
from tracker.model.report import Report
from tracker.model.span import Span
from tracker.text.numerals import find_quantities
from tracker.text.sentences import clauses, items


@dataclass(frozen=True, slots=True)
class TableStatement:
    """A statement of a table cell with the head of its column and the year it names."""

    statement: Statement
    year: int | None
    column: str
    text: str


def table_statements(
    report: Report, wanted: ColumnRole, lexicon: ExtractLexicon
) -> Iterator[TableStatement]:
    """Yield a statement for every cell of the columns with this role."""
    for table in report.tables:
        names = [i for i, c in enumerate(table.columns) if c.role is ColumnRole.INDICATOR]
        values = [i for i, c in enumerate(table.columns) if c.role is wanted]
        for row in table.rows if names else ():
            name = row[names[0]] if names[0] < len(row) else None
            for at in values:
                cell = row[at] if at < len(row) else None
                if name is not None and cell is not None and name.text and cell.text:
                    yield _statement(report, name, cell, table.columns[at], lexicon)


def _statement(
    report: Report, name: Cell, cell: Cell, column: Column, lexicon: ExtractLexicon
) -> TableStatement:
    span = Span(min(name.span.start, cell.span.start), max(name.span.end, cell.span.end))
    section = report.section_at(span.start)
    statement = Statement(
        report_id=report.id,
        span=span,
        quote=report.quote(span),
        object=name.text,
        kind=StatementKind.TARGET,
        role=Role.TABLE,
        section=section.index if section else None,
        verb="",
        milestone=None,
        measures=_measures(report.passage(cell.span), name.text, lexicon),
    )
    return TableStatement(statement, column.year, column.title, cell.text)


def _measures(passage: Passage, name: str, lexicon: ExtractLexicon) -> tuple[Measure, ...]:
    """Return the measures of a cell; what names no indicator of its own has the row's."""
    text = passage.text
    numbers = find_quantities(text)
    found: list[Measure] = []
    for start, end in _pieces(text):
        clause = read_clause(text, start, end, lexicon)
        inside = tuple(n for n in numbers if start <= n.start < end)
        for reading in read_quantities(text, clause, inside, name, lexicon):
            span = passage.source(reading.start, reading.end)
            measure = measure_of(reading, span, lexicon)
            found.append(replace(measure, indicator=_numerator(measure)))
        if not inside:
            relation = read_relation(text, start, end, name, lexicon)
            if relation:
                span = passage.source(relation.start, relation.end)
                found.append(relation_measure(relation, span))
    return tuple(found)


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """Yield the pieces of a cell: its clauses, cut at brackets and, without 分别, at 、."""
    for bracketed in re.finditer(r"[^（）()]+", text):
        for piece in clauses(text, bracketed.start(), bracketed.end()):
            if "分别" in text[piece.start : piece.end]:
                yield piece.start, piece.end
                continue
            for item in items(text, piece.start, piece.end):
                yield item.start, item.end


def _numerator(measure: Measure) -> str:
    """Return the name of a sum beside a share: 研发经费支出占…比重 is 4%, 研发经费支出 1055亿元."""
    if not measure.unit.endswith("元"):
        return measure.indicator
    return re.sub(r"占[^占]*比[重例]$", "", measure.indicator) or measure.indicator
