"""Tab stops of tables in a text: a row is a paragraph with its cells between tabs."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtGui import QFont, QFontMetricsF, QTextBlock, QTextCursor, QTextOption

if TYPE_CHECKING:
    from PySide6.QtGui import QTextDocument

_GAP = 24.0
"""Pixels between the longest cell of a column and the next one."""
_LEAST_GAP = 10.0
"""Pixels behind a cell that is longer than its column."""
_MOST = 0.8
"""Share of a column's cells that fit into it where the table is too wide for the screen."""
_NARROWEST = 48.0
"""Pixels that a column with words gets at least."""
_EMPTY = 1.0
"""Pixels of a column without words: what is left of cells that run over several columns."""


def set_table_stops(document: QTextDocument, font: QFont, room: float) -> None:
    """Set the stops of every run of rows so that its cells stand below one another.

    Args:
        document: Text that is shown.
        font: Its font.
        room: Width in pixels; columns that need more share what there is.
    """
    metrics = QFontMetricsF(font)
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    rows: list[QTextBlock] = []
    block = document.begin()
    while block.isValid():
        if "\t" in block.text():
            rows.append(block)
        elif block.text().strip() or not rows:
            _set_stops(cursor, rows, metrics, room)
            rows = []
        block = block.next()
    _set_stops(cursor, rows, metrics, room)
    cursor.endEditBlock()


def _set_stops(
    cursor: QTextCursor, rows: list[QTextBlock], metrics: QFontMetricsF, room: float
) -> None:
    """Give the cells of one table the same starts; a cell that is too long shifts its own row."""
    table = [
        [metrics.horizontalAdvance(cell.strip()) for cell in row.text().split("\t")] for row in rows
    ]
    widths = _column_widths(table, room)
    for row, cells in zip(rows, table, strict=True):
        stops, at, column_end = [], 0.0, 0.0
        for cell, width in zip(cells[:-1], widths, strict=False):
            column_end += width
            at = max(column_end, at + cell + _LEAST_GAP)
            stops.append(QTextOption.Tab(at, QTextOption.TabType.LeftTab))
        made = row.blockFormat()
        made.setTabPositions(stops)
        cursor.setPosition(row.position())
        cursor.setBlockFormat(made)


def _column_widths(table: list[list[float]], room: float) -> list[float]:
    """Return the widths of columns: of the longest cell, or where room lacks, of most cells."""
    n_columns = max((len(cells) for cells in table), default=0)
    columns = [
        sorted(cells[column] for cells in table if len(cells) > column and cells[column])
        for column in range(n_columns)
    ]
    widths: list[float] = []
    for share in (1.0, _MOST):
        widths = [
            column[math.ceil(share * len(column)) - 1] + _GAP if column else _EMPTY
            for column in columns
        ]
        if sum(widths) <= room:
            return widths
    return _fitted(widths, room)


def _fitted(widths: list[float], room: float) -> list[float]:
    """Return widths that fit: narrow columns get what they need, wide ones share the rest."""
    fitted = list(widths)
    left = max(room, _NARROWEST * len(widths))
    open_columns = sorted(range(len(widths)), key=widths.__getitem__)
    while open_columns:
        column = open_columns.pop(0)
        share = left / (len(open_columns) + 1)
        if widths[column] > _EMPTY:
            fitted[column] = max(_NARROWEST, min(widths[column], share))
        left -= fitted[column]
    return fitted
