"""The shelf of the library: one view that shows the tree of regions or the flat list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QByteArray,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from desktop.models.report_list import ReportRows
from desktop.models.report_tree import ReportTree
from desktop.models.roles import DataRole
from desktop.models.shelf import RegionOrder
from desktop.widgets.shelf_rows import ListDelegate, ShelfDelegate
from tracker.model.ids import ReportId

if TYPE_CHECKING:
    from tracker.model.library import ReportEntry

_WIDTHS = (130, 46, 98, 64, 60, 24)
"""Columns of the list: region, year, kind, marked, remarks, file."""
LIST_WIDTH = 422
"""Pixels in which every column of the list is seen but the names of files."""
_FILE_LEAST = 80
"""Pixels that a name of a file needs; where there are fewer, its column is left out."""
_ALL_OPEN = 150
"""Up to so many reports every region stands open; more are looked through by their years."""


class ShelfView(QTreeView):
    """Reports by region, or one below the other.

    Signals:
        year_clicked(tuple[str, ...], bool): Reports of a year, and whether Ctrl was held.
        remarks_clicked(str, QPoint): The number of remarks of a report was clicked.
        renamed(str, str): A report was given another name.
    """

    year_clicked = Signal(object, bool)
    remarks_clicked = Signal(str, QPoint)
    renamed = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.is_list = False
        self.order = RegionOrder.OFFICIAL
        self.regions = ReportTree(self)
        self.rows = ReportRows(self)
        self.regions.renamed.connect(self.renamed)
        self.rows.renamed.connect(self.renamed)
        self._is_fresh = True
        self._open: set[str] = set()
        self._known: set[str] = set()
        self._parted: set[str] = set()
        self._chosen: tuple[ReportId | None, set[ReportId]] | None = None
        self._filtered = False
        self._columns: QByteArray | None = None
        self._tree_delegate = ShelfDelegate(self)
        self._tree_delegate.year_clicked.connect(self._on_year)
        self._tree_delegate.remarks_clicked.connect(self._on_remarks)
        self._list_delegate = ListDelegate(self)
        self._plain_delegate = QStyledItemDelegate(self)
        self.setUniformRowHeights(True)
        self.setIndentation(14)
        self.setFrameShape(QTreeView.Shape.NoFrame)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setSelectionMode(QTreeView.SelectionMode.ExtendedSelection)
        self._naming = False
        self.setEditTriggers(QTreeView.EditTrigger.EditKeyPressed)
        self.setAllColumnsShowFocus(True)
        self.setMouseTracking(True)
        self._show_model()

    @property
    def shelf(self) -> ReportTree | ReportRows:
        """The model that is shown."""
        return self.rows if self.is_list else self.regions

    # How it is shown

    def set_look(self, *, as_list: bool, order: RegionOrder) -> None:
        """Choose tree or list and the order of regions; ``fill`` must follow."""
        self._remember_open()
        self.order = order
        if as_list != self.is_list:
            self._columns = self.columns_state()
            self.is_list = as_list
            self._show_model()

    def _show_model(self) -> None:
        head = self.header()
        # Not sorted by whatever the head stood at before.
        self.setSortingEnabled(False)
        self.setModel(self.shelf)
        self._is_fresh = True
        self.setItemDelegate(self._plain_delegate if self.is_list else self._tree_delegate)
        marked = self._list_delegate if self.is_list else self._tree_delegate
        self.setItemDelegateForColumn(ReportRows.MARKED, marked)
        self.setRootIsDecorated(not self.is_list)
        self.setHeaderHidden(not self.is_list)
        head.setStretchLastSection(True)
        head.setMinimumSectionSize(24)
        if not self.is_list:
            head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
            return
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        head.setSectionsMovable(False)
        if self._columns is None or not head.restoreState(self._columns):
            for column, width in enumerate(_WIDTHS):
                head.resizeSection(column, width)
            head.setSortIndicator(ReportRows.REGION, Qt.SortOrder.AscendingOrder)
        head.setStretchLastSection(True)  # a name of a file is cut where there is little room
        self.setSortingEnabled(True)
        self._fit_columns()

    def _fit_columns(self) -> None:
        """Leave the names of files out where there is no room for any part of them."""
        if not self.is_list or self._naming:
            return
        head, last = self.header(), ReportRows.REMARKS
        taken = sum(map(head.sectionSize, range(last))) + _WIDTHS[last]
        room = self.viewport().width() - taken
        head.setStretchLastSection(True)
        head.setSectionHidden(ReportRows.NAME, room < _FILE_LEAST)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the width of the library."""
        super().resizeEvent(event)
        self._fit_columns()

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Leave a column out again that was there to be written in."""
        super().closeEditor(editor, hint)
        self._naming = False
        self._fit_columns()

    def columns_state(self) -> QByteArray | None:
        """Return widths and sorting of the list, None where it was never seen."""
        return self.header().saveState() if self.is_list else self._columns

    def restore_columns(self, state: QByteArray | None) -> None:
        """Take widths and sorting of the list over."""
        self._columns = state
        if self.is_list:
            self._show_model()

    # What it shows

    def forget(self) -> None:
        """Another workspace comes: which regions stood open means nothing there."""
        self._open, self._known = set(), set()
        self._filtered = False

    def fill(self, entries: tuple[ReportEntry, ...], hits: tuple[ReportEntry, ...]) -> None:
        """Show ``hits`` of a library; the cursor stays on its report, regions stay open."""
        current = self.report_at(self.currentIndex())
        selected = self.selected_reports()
        self._remember_open()
        self._filtered = len(hits) != len(entries)
        if self.is_list:
            self.rows.set_entries(hits, self.order)
        else:
            self.regions.set_entries(entries, hits, self.order)
            self._unfold(len(hits))
        if current:
            self.select(current, scroll=len(selected) <= 1)

    def add(
        self, entries: tuple[ReportEntry, ...], hits: tuple[ReportEntry, ...], n_shown: int
    ) -> None:
        """Let further reports come in; what is seen and chosen stays where it is.

        Args:
            entries: The reports that came.
            hits: Those of them that are shown.
            n_shown: How many are shown from now on.
        """
        if self.is_list:
            self.rows.add(hits)
            return
        bar = self.verticalScrollBar()
        top = QPersistentModelIndex(self.indexAt(QPoint(0, 0)) if bar.value() else QModelIndex())
        self._parted, self._chosen = set(), None
        for index in self.regions.add(entries, hits):
            key = self.regions.key(index)
            was_open = any(f"{one}/".startswith(f"{key}/") for one in self._parted)
            at_top = self._filtered and not index.parent().isValid()
            if was_open or at_top or n_shown <= _ALL_OPEN:
                self.expand(index)
        self._choose_again()
        if top.isValid():
            self.scrollTo(top.sibling(top.row(), 0), QTreeView.ScrollHint.PositionAtTop)

    def rowsAboutToBeRemoved(
        self, parent: QModelIndex | QPersistentModelIndex, start: int, end: int
    ) -> None:
        """Remember what stands open and is chosen: regions that are parted come back at once."""
        if self._chosen is None:
            self._chosen = self.report_at(self.currentIndex()), self.selected_reports()
        self._remember_parted([self.shelf.index(row, 0, parent) for row in range(start, end + 1)])
        super().rowsAboutToBeRemoved(parent, start, end)

    def _remember_parted(self, rows: list[QModelIndex]) -> None:
        for index in filter(self.isExpanded, rows):
            self._parted.add(self.regions.key(index))
            below = range(self.shelf.rowCount(index))
            self._remember_parted([self.shelf.index(row, 0, index) for row in below])

    def _choose_again(self) -> None:
        if self._chosen is None:
            return
        (current, selected), selection = self._chosen, self.selectionModel()
        selection.clearSelection()
        for report in selected:
            selection.select(self.shelf.index_of(report), QItemSelectionModel.SelectionFlag.Select)
        if current:
            index = self.shelf.index_of(current)
            selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)

    def _remember_open(self) -> None:
        """Keep which regions stand open, unless a filter opened them or none was opened yet."""
        if self.is_list or self._filtered or self._is_fresh or not self.regions.rowCount():
            return
        regions = [(self.regions.key(index), index) for index in self.regions.regions()]
        self._known = {key for key, _ in regions}
        self._open = {key for key, index in regions if self.isExpanded(index)}

    def _unfold(self, n_hits: int) -> None:
        """Open regions as they were; new ones where there are few reports."""
        self._is_fresh = False
        few = n_hits <= _ALL_OPEN
        if self._filtered:
            if few:
                self.expandAll()
            else:
                self.expandToDepth(0)
            return
        for index in self.regions.regions():
            key = self.regions.key(index)
            if key in self._open or (few and key not in self._known):
                self.expand(index)

    def update_numbers(self, entries: tuple[ReportEntry, ...]) -> None:
        """Take over what changed of these reports."""
        self.shelf.update_numbers(entries)

    def set_shown(self, reports: frozenset[str]) -> None:
        """Frame the years of the reports that are looked at."""
        self._tree_delegate.shown = reports
        self._reveal(reports)
        self.viewport().update()

    def _reveal(self, reports: frozenset[str]) -> None:
        """Scroll to reports that are looked at, unless one is seen or the person is here."""
        rows = sorted(filter(QModelIndex.isValid, map(self._seen_row, reports)))
        room, boxes = self.viewport().rect(), map(self.visualRect, rows)
        if rows and not self.hasFocus() and not any(map(room.intersects, boxes)):
            self.scrollTo(rows[0], QTreeView.ScrollHint.PositionAtCenter)

    def _seen_row(self, report: str) -> QModelIndex:
        """Return the row of a report, or of the closed region that it lies in."""
        row = above = self.shelf.index_of(report)
        while (above := above.parent()).isValid():
            if not self.isExpanded(above):
                row = above
        return row

    # Reports

    def report_at(self, index: QModelIndex) -> ReportId | None:
        """Return the report of a row, or None."""
        found = index.data(DataRole.REPORT_ID) if index.isValid() else None
        return ReportId(found) if found else None

    def selected_reports(self) -> set[ReportId]:
        """Return the reports that are selected."""
        found = (self.report_at(index) for index in self.selectionModel().selectedRows())
        return {report for report in found if report is not None}

    def select(self, report_id: str, *, scroll: bool = True) -> None:
        """Put the cursor on a report."""
        index = self.shelf.index_of(report_id)
        if index.isValid():
            auto = self.hasAutoScroll()
            self.setAutoScroll(scroll)
            self.setCurrentIndex(index)
            self.setAutoScroll(auto)

    def go_to_first(self) -> None:
        """Put the cursor on the first report, unless it is on one already."""
        if self.report_at(self.currentIndex()):
            return
        index = self.shelf.index(0, 0)
        while index.isValid() and not self.report_at(index):
            self.expand(index)
            index = self.shelf.index(0, 0, index)
        if index.isValid():
            self.setCurrentIndex(index)

    def rename(self, report_id: str) -> None:
        """Open the field for another name."""
        index = self.shelf.index_of(report_id)
        column = ReportRows.NAME if self.is_list else 0
        if self.isColumnHidden(column):  # until what is written there is done
            self._naming = True
            self.header().setStretchLastSection(False)
            self.setColumnHidden(column, False)
            self.setColumnWidth(column, 2 * _FILE_LEAST)
        named = index.siblingAtColumn(column)
        self.scrollTo(named)
        self.edit(named)
        self.updateEditorGeometries()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F2 names the report anew, whichever column the cursor is in."""
        report = self.report_at(self.currentIndex())
        if event.key() == Qt.Key.Key_F2 and report:
            self.rename(report)
            return
        super().keyPressEvent(event)

    # Mouse

    def _option(self, index: QModelIndex) -> QStyleOptionViewItem:
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        option.rect = self.visualRect(index)
        return option

    def remarks_at(self, at: QPoint) -> bool:
        """Tell whether a place in the tree is the number of remarks of a report."""
        index = self.indexAt(at)
        return index.isValid() and self._tree_delegate.remarks_at(self._option(index), index, at)

    def year_place(self, index: QModelIndex, year: int) -> QRect:
        """Return where a year of a region stands in the tree; empty where it has no room."""
        return self._tree_delegate.year_place(self._option(index), index, year)

    def _on_year(self, reports: tuple[str, ...], with_ctrl: bool) -> None:  # noqa: FBT001 - a signal
        self.year_clicked.emit(reports, with_ctrl)

    def _on_remarks(self, report: str, at: QPoint) -> None:
        self.remarks_clicked.emit(report, at)
