"""Tab stops of tables in a text: a row is a paragraph with its cells between tabs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFont, QFontMetricsF, QTextBlock, QTextCursor, QTextOption

if TYPE_CHECKING:
    from PySide6.QtGui import QTextDocument

_GAP = 24.0
"""Pixels between the longest cell of a column and the next one."""
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
    """Give the rows of one table the same stops."""
    if not rows:
        return
    widths: list[float] = []
    for row in rows:
        cells = row.text().split("\t")
        widths += [_EMPTY] * (len(cells) - len(widths))
        for column, cell in enumerate(cells):
            if cell.strip():
                needed = metrics.horizontalAdvance(cell.strip()) + _GAP
                widths[column] = max(widths[column], needed)
    stops, at = [], 0.0
    for width in _fitted(widths, room)[:-1]:
        at += width
        stops.append(QTextOption.Tab(at, QTextOption.TabType.LeftTab))
    for row in rows:
        made = row.blockFormat()
        made.setTabPositions(stops)
        cursor.setPosition(row.position())
        cursor.setBlockFormat(made)


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
