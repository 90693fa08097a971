"""A table of what people said, one line each: looked through, chosen, taken back."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
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
        self._editable, self._wide = editable, tuple(wide) if len(wide) > 1 else ()
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
        modes = QHeaderView.ResizeMode
        for column in wide:
            header.setSectionResizeMode(column, modes.Fixed if self._wide else modes.Stretch)
        self.model().headerDataChanged.connect(self._share)
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
        self._share()
        self.setCurrentCell(min(max(at, 0), len(lines) - 1), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the wide columns the room there is."""
        super().resizeEvent(event)
        self._share()

    def _share(self, *_: object) -> None:
        header = self.horizontalHeader()

        def wanted(column: int) -> int:
            return max(self.sizeHintForColumn(column), header.sectionSizeHint(column))

        others = (wanted(n) for n in range(self.columnCount()) if n not in self._wide)
        room = self.viewport().width() - sum(others)
        found = shares(room, [wanted(column) for column in self._wide])
        for column, width in zip(self._wide, found, strict=True):
            self.setColumnWidth(column, width)


def shares(room: int, wanted: Sequence[int]) -> list[int]:
    """Return how wide columns are: those that need little leave their room to the others.

    Room that nobody needs is shared alike.
    """
    found = [0] * len(wanted)
    left, rest = room, sorted(range(len(wanted)), key=lambda n: wanted[n])
    while rest:
        at = rest.pop(0)
        found[at] = min(wanted[at], left // (len(rest) + 1))
        left -= found[at]
    spare = max(0, left) // max(1, len(wanted))
    return [max(0, width) + spare for width in found]
