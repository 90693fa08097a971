"""Reads tables (表) whose cells were copied out as lines.

A copied table has one cell per line, each starting with a tab, an empty line after every row,
and cells that a narrow column broke over several lines.
"""

import re
from dataclasses import dataclass, field

from tracker.model.canonical import CanonicalText
from tracker.model.outline import Cell, Column, ColumnRole, Table
from tracker.model.span import Span
from tracker.parse.lines import Line

_CAPTION = re.compile(r"(附?表|专栏)\s*[\d一二三四五六七八九十]+")
_YEAR = re.compile(r"(20\d\d)年?")
_COLUMN_WORDS = (
    (ColumnRole.NUMBER, re.compile(r"序号|编号")),
    (ColumnRole.GROUP, re.compile(r"分类|类别|领域|类型|属性")),
    (ColumnRole.RESULT, re.compile(r"完成|实际|实绩|执行|实现")),
    (ColumnRole.TARGET, re.compile(r"目标|计划|预期|安排")),
    (ColumnRole.INDICATOR, re.compile(r"指标|项目|名称|内容")),
)


@dataclass(slots=True)
class RawCell:
    """Source lines of one cell."""

    lines: list[Line] = field(default_factory=list)


@dataclass(slots=True)
class RawTable:
    """Source lines of one table: a caption line or None, and rows of cells."""

    caption: Line | None
    rows: list[list[RawCell]]

    def numbers(self) -> list[int]:
        """1-based lines that hold text of the table."""
        head = [self.caption.number] if self.caption else []
        return head + [x.number for row in self.rows for cell in row for x in cell.lines]

    def continued(self) -> list[int]:
        """1-based lines that continue the cell of the line before."""
        return [x.number for row in self.rows for cell in row for x in cell.lines[1:]]


def find_tables(lines: tuple[Line, ...]) -> tuple[RawTable, ...]:
    """Return the tables of a text as groups of source lines."""
    found = []
    at = 0
    while at < len(lines):
        if not lines[at].text.startswith("\t"):
            at += 1
            continue
        rows, end = _read_rows(lines, at)
        if len(rows) >= 2 and len(rows[0]) >= 2:
            found.append(RawTable(_caption_before(lines, at), rows))
        at = max(end, at + 1)
    return tuple(found)


def _read_rows(lines: tuple[Line, ...], start: int) -> tuple[list[list[RawCell]], int]:
    rows: list[list[RawCell]] = []
    row: list[RawCell] = []
    at = start
    while at < len(lines):
        line = lines[at]
        if line.text.startswith("\t"):
            row.append(RawCell([line] if line.bare else []))
        elif line.bare and row and len(line.bare) <= 40 and _row_is_open(lines, at):
            row[-1].lines.append(line)
        elif not line.bare and row:
            rows.append(row)
            row = []
        else:
            break
        at += 1
    if row:
        rows.append(row)
    return rows, at


def _row_is_open(lines: tuple[Line, ...], at: int) -> bool:
    """A line without a tab belongs to the cell only if it follows one without a gap."""
    return lines[at - 1].text.startswith("\t") or bool(lines[at - 1].bare)


def _caption_before(lines: tuple[Line, ...], at: int) -> Line | None:
    for line in reversed(lines[max(0, at - 3) : at]):
        if line.bare:
            return line if _CAPTION.match(line.bare) else None
    return None


def build_table(raw: RawTable, canonical: CanonicalText) -> Table:
    """Return the table that groups of lines hold; empty group cells repeat the one above."""
    head = raw.rows[0]
    columns = _columns([_cell(cell, canonical) for cell in head])
    rows: list[tuple[Cell | None, ...]] = []
    for raw_row in raw.rows[1:]:
        cells = [_cell(cell, canonical) for cell in raw_row][: len(columns)]
        cells += [None] * (len(columns) - len(cells))
        above = rows[-1] if rows else (None,) * len(columns)
        filled = (
            cell or (above[i] if columns[i].role is ColumnRole.GROUP else None)
            for i, cell in enumerate(cells)
        )
        rows.append(tuple(filled))
    all_lines = [line for row in raw.rows for cell in row for line in cell.lines]
    first = raw.caption or all_lines[0]
    span = Span(first.start, all_lines[-1].start + len(all_lines[-1].text))
    caption = _text(raw.caption, canonical) if raw.caption else ""
    return Table(caption, span, columns, tuple(rows))


def _cell(raw: RawCell, canonical: CanonicalText) -> Cell | None:
    if not raw.lines:
        return None
    last = raw.lines[-1]
    passage = canonical.passage(Span(raw.lines[0].start, last.start + len(last.text)))
    text = passage.text.strip("\n").replace("\n", "")
    return Cell(text, passage.source(0, len(text)))


def _text(line: Line, canonical: CanonicalText) -> str:
    return canonical.passage(Span(line.start, line.start + len(line.text))).text.strip("\n")


def _columns(cells: list[Cell | None]) -> tuple[Column, ...]:
    columns = []
    for cell in cells:
        title = cell.text if cell else ""
        role = next((r for r, words in _COLUMN_WORDS if words.search(title)), ColumnRole.OTHER)
        year = _YEAR.search(title)
        columns.append(Column(title, role, int(year.group(1)) if year else None))
    return tuple(columns)
