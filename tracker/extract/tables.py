"""Promises and results from tables (表中的目标与完成情况).

In: a report with its tables. Out: one statement for each row of a target or result column, named
by the row's indicator: ``城镇登记失业率 | 3%以内``. All measures of a cell belong to its one
statement (``增长26万左右，年末户籍人口800万左右``).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from tracker.extract.clauses import read_clause
from tracker.extract.digitless import DigitlessReading, read_relation, relation_measure
from tracker.extract.lexicon import ExtractLexicon
from tracker.extract.measuring import measure_of
from tracker.extract.quantities import read_quantities
from tracker.extract.table_values import is_sum, says_nothing, spell
from tracker.model.canonical import Passage
from tracker.model.commitment import Statement, StatementKind
from tracker.model.measure import Measure, MeasureKind, Relation
from tracker.model.outline import Cell, Column, ColumnRole, Role, Table
from tracker.model.report import Report
from tracker.model.span import Span
from tracker.text.numerals import find_quantities
from tracker.text.sentences import clauses, items

_YEARS = re.compile(r"累计|年均|平均|[三四五]年")
_CHANGE = re.compile(r"增长|增速|增幅|增减|涨幅|年均|同比")
_GROWS = re.compile(r"(?:增长|增速|增幅|增长率)$")
_RATES = frozenset({"%", "‰", "个百分点", "百分点"})
_UNIT_IN_NAME = re.compile(r"[（(](?P<unit>[^（()）]{1,12})[)）]$")
_ENUMERATED = re.compile(
    r"^(?:[（(][\d一二三四五六七八九十]{1,2}[)）]|\d{1,2}[.．、](?!\d)|[一二三四五六七八九十]{1,2}、|[①-⑳])"
)
_PART = re.compile(r"^(?:其\s*中|#)[:：]?")
_WHOLE_NAME = re.compile(r"(?:[率额值量数]|收入|支出|投资|比重|人口|面积|总产值|增速)$")
_RATIO = re.compile(r"(?:率|强度|浓度|寿命|年限|指数)$")
_DONE = re.compile(
    r"(?:预计|全面|已|均|圆满|超额|能够|可)*(?:完成|达标|达到)(?:目标|任务|指标|要求)?"
)
_TOTAL = re.compile(r"[合总小共]\s*计")
_ADDS = re.compile(r"新增|净增|增加(?![值到至])|增长(?=\d|$)")
_RATE_NAME = re.compile(r"(?:率|比重|占比|比例|增速|增长|增幅|涨幅|降幅|下降|降低)$")
_OTHER_ROW = re.compile(r"[^\n\t|][\t|]")
"""Cells beside one another, between a name and a value on different lines."""


@dataclass(frozen=True, slots=True)
class TableStatement:
    """A statement of a table cell with the head of its column and the year it names."""

    statement: Statement
    year: int | None
    column: str
    text: str

    @property
    def is_of_years(self) -> bool:
        """Its column sums several years up (五年累计, 年均增长)."""
        return bool(_YEARS.search(self.column))


def table_statements(
    report: Report, wanted: ColumnRole, lexicon: ExtractLexicon
) -> Iterator[TableStatement]:
    """Yield a statement for every cell of the columns with this role."""
    for table in report.tables:
        if table.tells_progress and wanted is ColumnRole.RESULT:
            continue  # words on tasks, no figures of indicators
        values = [i for i, c in enumerate(table.columns) if c.role is wanted]
        parents = table.parents or (None,) * len(table.rows)
        for row, parent in zip(table.rows, parents, strict=True):
            for at in values:
                entry = _entry(table, row, parent, at)
                if entry is not None:
                    yield _statement(report, entry, lexicon)


@dataclass(frozen=True, slots=True)
class _Entry:
    """A value with what its row and column say of it.

    Attributes:
        name: Cell of its indicator.
        object: What is measured: the name without its unit and number.
        cell: The value.
        column: Head of its column.
        unit: Unit of a number without one, or "".
    """

    name: Cell
    object: str
    cell: Cell
    column: Column
    unit: str

    @property
    def is_change(self) -> bool:
        """Its numbers are rates of change: 比上年增长, or 旅游总收入增长 as an indicator."""
        if is_sum(self.cell.text) or (self.unit and self.unit not in _RATES):
            return False
        return bool(_CHANGE.search(self.column.title) or _GROWS.search(self.object))


def _entry(
    table: Table, row: tuple[Cell | None, ...], parent: Cell | None, at: int
) -> _Entry | None:
    """Return the value of a row in a column; None where there is none."""
    names = [i for i, c in enumerate(table.columns) if c.role is ColumnRole.INDICATOR]
    beside = [i for i in names if i < at][-1:] or names[:1]
    name = row[beside[0]] if beside and beside[0] < len(row) else None
    cell = row[at] if at < len(row) else None
    if name is None or cell is None or not name.text or says_nothing(cell.text):
        return None
    column = table.columns[at]
    bare, own_unit = _without_unit(_ENUMERATED.sub("", name.text))
    if parent and not own_unit:
        own_unit = _without_unit(parent.text)[1]
    if _TOTAL.fullmatch(bare):
        return None
    units = [i for i, c in enumerate(table.columns) if c.role is ColumnRole.UNIT]
    of_row = next((row[i] for i in units if i < len(row) and row[i] is not None), None)
    given = of_row.text if of_row and not says_nothing(of_row.text) else ""
    of_column = "" if is_sum(cell.text) else column.unit
    unit = of_column or given or own_unit or table.unit
    if not unit and _RATE_NAME.search(bare):
        unit = "%"  # 城镇登记失业率 | 3.2
    return _Entry(name, _part_of(bare, parent), cell, column, unit)


def _without_unit(name: str) -> tuple[str, str]:
    """Return a name and the unit in brackets after it (生产总值（亿元）)."""
    found = _UNIT_IN_NAME.search(name)
    if found is None:
        return name, ""
    (quantity,) = find_quantities(f"1{found['unit']}") or (None,)
    whole = quantity is not None and quantity.unit == found["unit"]
    return (name[: found.start()], found["unit"]) if whole else (name, "")


def _part_of(name: str, parent: Cell | None) -> str:
    """Return what a part measures: 出口 of 进出口总额 is 出口总额, 氨氮 is that of its whole."""
    part = _PART.sub("", name)
    if parent is None or not part or part == parent.text:
        return part or name
    whole, _ = _without_unit(_ENUMERATED.sub("", parent.text))
    if part in ("出口", "进口") and whole.startswith("进出口"):
        return part + whole.removeprefix("进出口")
    return part if _WHOLE_NAME.search(part) or part in whole else f"{whole}（{part}）"


def _statement(report: Report, entry: _Entry, lexicon: ExtractLexicon) -> TableStatement:
    name, cell = entry.name, entry.cell
    span = Span(min(name.span.start, cell.span.start), max(name.span.end, cell.span.end))
    between = report.text[min(name.span.end, cell.span.start) : cell.span.start]
    if "\n" in between and _OTHER_ROW.search(between):
        span = cell.span  # the indicators stand in the head: what lies between is of others
    section = report.section_at(span.start)
    statement = Statement(
        report_id=report.id,
        span=span,
        quote=report.quote(span),
        object=entry.object,
        kind=StatementKind.TARGET,
        role=Role.TABLE,
        section=section.index if section else None,
        verb="",
        milestone=None,
        measures=_measures(report.passage(cell.span), entry, lexicon),
    )
    return TableStatement(statement, entry.column.year, entry.column.title, cell.text)


def _measures(passage: Passage, entry: _Entry, lexicon: ExtractLexicon) -> tuple[Measure, ...]:
    """Return the measures of a cell; what names no indicator of its own has the row's."""
    cell = spell(passage.text, entry.unit, is_change=entry.is_change)
    text, name = cell.text, entry.object
    numbers = find_quantities(text)
    found: list[Measure] = []
    for start, end in _pieces(text):
        clause = read_clause(text, start, end, lexicon)
        inside = tuple(n for n in numbers if start <= n.start < end)
        for reading in read_quantities(text, clause, inside, name, lexicon):
            span = passage.source(*cell.cell_range(reading.start, reading.end))
            measure = measure_of(reading, span, lexicon)
            kind = _kind(measure, text[start : reading.quantity.start], name)
            found.append(replace(measure, indicator=_numerator(measure), kind=kind))
        if not inside:
            relation = read_relation(text, start, end, name, lexicon)
            if relation:
                span = passage.source(*cell.cell_range(relation.start, relation.end))
                found.append(relation_measure(relation, span))
    return tuple(found) or _said_without_digits(passage, name, lexicon)


def _said_without_digits(
    passage: Passage, name: str, lexicon: ExtractLexicon
) -> tuple[Measure, ...]:
    """Return what a cell says of its row's indicator without a figure (与GDP增长基本同步)."""
    text = passage.text
    for relation, pattern in lexicon.relation_patterns:
        match = pattern.search(text)
        if match:
            reading = DigitlessReading(match.start(), match.end(), name, relation)
            return (relation_measure(reading, passage.source(match.start(), match.end())),)
    if _DONE.fullmatch(text):
        reading = DigitlessReading(0, len(text), name, Relation.TASK)
        return (relation_measure(reading, passage.source(0, len(text))),)
    return ()


def _kind(measure: Measure, before: str, name: str) -> MeasureKind:
    """Tell what is added in the year (新增20万人) from a stock, by the cell or else by the row."""
    if measure.kind is MeasureKind.INCREMENT and ("/" in measure.unit or _RATIO.search(name)):
        return MeasureKind.LEVEL  # 全员劳动生产率 | 40万元/人
    if measure.kind is not MeasureKind.LEVEL or measure.unit.endswith(("%", "‰")):
        return measure.kind
    adds = _ADDS.search(before) if re.search(r"[\u4e00-\u9fff]", before) else _ADDS.search(name)
    return MeasureKind.INCREMENT if adds else measure.kind


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
