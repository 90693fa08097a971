"""Makes tables of their rows (表的单元格): cells with their text, columns with their years.

In: the rows of a table and the canonical text. Out: the ``Table``; empty group cells repeat the
one above, heads that stand again on the next page are left out.
"""

import re
from dataclasses import replace

from tracker.model.canonical import CanonicalText
from tracker.model.outline import Cell, Column, ColumnRole, Table
from tracker.model.span import Span
from tracker.parse.table_heads import BARE_YEAR, NEUTRAL, year_of
from tracker.parse.table_rows import RawCell
from tracker.parse.tables import FoundTable

_AHEAD = re.compile(r"^(?!.*(?:完成|执行|实绩|情况)).*(?:目标|计划|预期)")
_FORECAST = re.compile(r"^(?!.*(?:完成|实际|执行)).*预计")
_VALUE_ROLES = frozenset({ColumnRole.TARGET, ColumnRole.RESULT})


def build_table(found: FoundTable, canonical: CanonicalText, plan_year: int | None) -> Table:
    """Return a table with its cells.

    Args:
        found: The table.
        canonical: Canonical text of the report.
        plan_year: Year that the report plans for: figures of earlier years are results.
    """
    all_pieces = [p for row in found.grid.rows for cell in row.cells for p in cell.pieces]
    first = found.caption.start if found.caption else min(p.start for p in all_pieces)
    span = Span(first, max(p.end for p in all_pieces))
    rows = [[cell_of(cell, canonical) for cell in row.cells] for row in found.rows]
    if found.head is None:
        columns = tuple(Column(c.text if c else "", ColumnRole.OTHER, None) for c in rows[0])
        body = rows[1:]
    else:
        columns = _dated(found, plan_year)
        body = rows[found.head.n_rows :]
    heads = [column.title for column in columns]
    table: list[tuple[Cell | None, ...]] = []
    for row in body:
        cells = [*row[: len(columns)], *[None] * (len(columns) - len(row))]
        if [c.text if c else "" for c in cells] == heads or not any(cells):
            continue  # the head again, on the next page
        above = table[-1] if table else (None,) * len(columns)
        table.append(
            tuple(
                cell or (above[i] if columns[i].role is ColumnRole.GROUP else None)
                for i, cell in enumerate(cells)
            )
        )
    caption = found.title
    if found.caption:
        line = found.caption
        caption = canonical.passage(Span(line.start, line.start + len(line.text))).text.strip("\n")
    return Table(caption, span, columns, tuple(table), found.unit, _parents(columns, table))


def cell_of(raw: RawCell, canonical: CanonicalText) -> Cell | None:
    """Return a cell with its canonical text, None where it is empty."""
    if not raw.pieces:
        return None
    passage = canonical.passage(Span(raw.pieces[0].start, raw.pieces[-1].end))
    text = passage.text.strip("\n")
    return Cell(text.replace("\n", ""), passage.source(0, len(text))) if text else None


def _dated(found: FoundTable, plan_year: int | None) -> tuple[Column, ...]:
    """Give targets and results their years: of their title, of the caption, or by the report's.

    A column that names nothing but a year holds targets when that year lies ahead. Targets and
    results side by side without a year are of the year that is looked back on.
    """
    head = found.head
    if head is None:
        return ()
    columns = list(head.columns)
    for at, column in enumerate(columns):
        if NEUTRAL.search(column.title) and _AHEAD.search(found.title):
            columns[at] = replace(column, role=ColumnRole.TARGET)
        elif column.year is None:
            columns[at] = replace(column, year=year_of(column.title, plan_year))
        elif plan_year and BARE_YEAR.fullmatch(column.title):
            role = ColumnRole.TARGET if column.year >= plan_year else ColumnRole.RESULT
            columns[at] = replace(column, role=role)
        elif plan_year and column.year >= plan_year and _FORECAST.search(column.title):
            columns[at] = replace(column, role=ColumnRole.TARGET)
    columns = _following(columns)
    of_caption = year_of(found.title)
    roles = {c.role for c in columns if c.year is None}
    both = {ColumnRole.TARGET, ColumnRole.RESULT} <= roles
    back = plan_year - 1 if plan_year else None
    default = {
        ColumnRole.TARGET: of_caption or (back if both else plan_year),
        ColumnRole.RESULT: back
        if of_caption and back and of_caption > back
        else of_caption or back,
    }
    return tuple(
        replace(c, year=default[c.role]) if c.year is None and c.role in default else c
        for c in columns
    )


def _following(columns: list[Column]) -> list[Column]:
    """Let a rate of change, an average or a sum have role and year of the column on its left."""
    found: list[Column] = []
    for column in columns:
        left = next((c for c in reversed(found) if c.year), None)
        depends = re.search(r"^(?:比|较|同比)|年均|平均|累计|^增[长幅速减]", column.title)
        if column.year is None and left and depends and column.role in _VALUE_ROLES:
            found.append(replace(column, role=left.role, year=left.year))
        else:
            found.append(column)
    return found


def _parents(
    columns: tuple[Column, ...], rows: list[tuple[Cell | None, ...]]
) -> tuple[Cell | None, ...]:
    """Return for each row the name that it is a part of.

    A part says 其中, or stands without a number below a numbered row that has no values.
    """
    names = [i for i, c in enumerate(columns) if c.role is ColumnRole.INDICATOR]
    if not names:
        return (None,) * len(rows)
    name_at = names[0]
    numbers = [i for i, c in enumerate(columns) if c.role is ColumnRole.NUMBER]
    values = [i for i, c in enumerate(columns) if c.role in _VALUE_ROLES]
    found: list[Cell | None] = []
    whole: Cell | None = None
    is_head = False
    for row in rows:
        name = row[name_at]
        part = bool(name and name.text.startswith("其中"))
        unnumbered = bool(numbers) and not row[numbers[0]]
        if part or (unnumbered and is_head):
            found.append(whole)
            continue
        found.append(None)
        whole = name
        is_head = name is not None and not any(row[i] for i in values)
    return tuple(found)
