"""A table of what people said, one line each: looked through, chosen, taken back."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from desktop.widgets.tips import show_tips_plainly


class SaidTable(QTableWidget):
    """Lines of words; the cursor stays where it is when they change.

    Args:
        n_columns: How many columns there are.
        parent: Parent.
        wide: Columns that share the room that is left.
        editable: The column that can be written in, -1 for none.
    """

    def __init__(
        self, n_columns: int, parent: QWidget, *, wide: Sequence[int], editable: int = -1
    ) -> None:
        super().__init__(0, n_columns, parent)
        self._editable = editable
        self.verticalHeader().hide()
        show_tips_plainly(self)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        triggers = QAbstractItemView.EditTrigger
        writing = triggers.DoubleClicked | triggers.EditKeyPressed
        self.setEditTriggers(writing if editable >= 0 else triggers.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for column in wide:
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def show_lines(self, lines: Sequence[Sequence[str]]) -> None:
        """Show other lines."""
        at = self.currentRow()
        blocked = self.blockSignals(True)
        self.setRowCount(len(lines))
        for row, words in enumerate(lines):
            for column, text in enumerate(words):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                if column != self._editable:
                    item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEditable)
                self.setItem(row, column, item)
        self.blockSignals(blocked)
        self.setCurrentCell(min(max(at, 0), len(lines) - 1), 0)
