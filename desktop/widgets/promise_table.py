"""The table of promises: its columns, its cells, and what it gives up where there is no room."""

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from desktop.models.commitment_table import CommitmentTable
from desktop.widgets.table_cells import PlainDelegate, PromiseDelegate, VerdictDelegate

_T = CommitmentTable
_WIDTHS = {
    _T.KIND: 110,
    _T.SECTION: 136,
    _T.DUE: 60,
    _T.VERDICT: 126,
    _T.CONFIDENCE: 78,
    _T.MARK: 126,
    _T.NOTE: 110,
}
"""Pixels of the columns; the promise takes what is left."""

_PROMISE = 300
"""Pixels that the promise shall have."""

_GIVEN_UP = (_T.KIND, _T.SECTION, _T.MARK, _T.NOTE, _T.CONFIDENCE)
"""Columns that go where there is no room, the first one first."""

_ROOMY = 1240
"""Pixels from which there is room for the kind."""


class PromiseTable(QTableView):
    """Shows the promises that pass the filter."""

    def __init__(self, proxy: QSortFilterProxyModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("promises")
        self.setModel(proxy)
        self.setSortingEnabled(True)
        self.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.ExtendedSelection)
        self.setShowGrid(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self._plain = PlainDelegate(self)
        self._promises, self._verdicts = PromiseDelegate(self), VerdictDelegate(self)
        self.setItemDelegate(self._plain)
        self.setItemDelegateForColumn(_T.PROMISE, self._promises)
        self.setItemDelegateForColumn(_T.VERDICT, self._verdicts)
        self.setItemDelegateForColumn(_T.MARK, self._verdicts)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() * 2 + 8)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setStretchLastSection(False)
        head.setSectionResizeMode(_T.PROMISE, QHeaderView.ResizeMode.Stretch)
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, width)
        proxy.layoutChanged.connect(self.show_current)

    def setCurrentIndex(self, index: QModelIndex | QPersistentModelIndex) -> None:
        """Go to a row and select it alone, whatever key is still held down."""
        flags = QItemSelectionModel.SelectionFlag
        super().setCurrentIndex(index)  # where a selection by Shift begins
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)

    def show_current(self) -> None:
        """Bring the row under the cursor into sight, after it moved by sorting or filtering."""
        index = self.currentIndex()
        if index.isValid():
            self.scrollTo(index.siblingAtColumn(_T.PROMISE))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give columns up rather than words and numbers in them."""
        super().resizeEvent(event)
        room = event.size().width()
        wanted = _PROMISE + sum(self.columnWidth(c) or w for c, w in _WIDTHS.items())
        for column in _GIVEN_UP:
            short = wanted > room or (column == _T.KIND and room < _ROOMY)
            if self.isColumnHidden(column) is not short:
                self.setColumnHidden(column, short)
            if short:
                wanted -= _WIDTHS[column]
